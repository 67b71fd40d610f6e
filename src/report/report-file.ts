// Outcome → the report file: JSON for auditors and for other programs, in the form that
// report.schema.json describes. What is not known is absent, never null.

import { toPlainText } from "../model/message.js";
import type {
  Changes,
  ExportOutcome,
  Outcome,
  ResourceOutcome,
  Violation,
} from "../model/outcome.js";
import type { Problem } from "../model/problem.js";
import type { ShownOutcome } from "./redaction.js";

/**
 * The report with a line end behind it. `JSON.stringify` leaves out what is undefined, and so says
 * absent.
 */
export function renderReport(outcome: ShownOutcome): string {
  const { mode, digest, violations, resources, effect, problems, requests, backup } = outcome;
  const notices = problems.kept.filter(({ severity }) => severity === "notice");
  const report = {
    version: 1,
    mode,
    outcome: outcome.outcome,
    digest,
    violations: violations.map((violation) => violationJson(violation, violation.resourceId)),
    failures: outcome.outcome === "failed" ? outcome.failures.map(toPlainText) : undefined,
    reason: outcome.outcome === "superseded" ? toPlainText(outcome.reason) : undefined,
    run: runJson(outcome),
    resources: resources?.map(resourceJson),
    effect: effect === undefined ? undefined : effectJson(effect),
    export: outcome.exported && exportJson(outcome.exported),
    problems: problems.kept.filter(({ severity }) => severity !== "notice").map(problemJson),
    notices:
      notices.length > 0
        ? notices.map(({ code, message }) => ({ code, message: toPlainText(message) }))
        : undefined,
    errors: problems.errors,
    warnings: problems.warnings,
    requests: requests.map(({ method, path, resourceId, attempts, status }) => ({
      method,
      path,
      resourceId,
      attempts,
      status,
    })),
    backup,
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

function runJson({ run }: Outcome) {
  const { serverUrl, workflowUrl, ...shown } = run;
  return shown;
}

function resourceJson(resource: ResourceOutcome) {
  const {
    resourceId,
    current,
    desired,
    unchanged,
    refreshed,
    carried,
    expired,
    deferred,
    sent,
    violations,
    synced,
    verified,
  } = resource;
  return {
    resourceId,
    current,
    desired,
    ...changesJson(resource, undefined),
    expired: expired.map(({ uniqueId }) => uniqueId),
    deferred,
    unchanged,
    refreshed,
    carried,
    sent,
    violations: violations.map((violation) => violationJson(violation, undefined)),
    synced,
    verified,
  };
}

function exportJson({ isWritten, files, unchanged }: ExportOutcome) {
  return {
    written: isWritten,
    files: files.map(({ path, resourceId, isNew, added, changed, takenOut }) => ({
      path,
      resourceId,
      new: isNew,
      added: added.map(({ uniqueId, account }) => ({ uniqueId, account })),
      changed: changed.map(({ uniqueId, fields }) => ({ uniqueId, fields })),
      takenOut: takenOut.map(({ uniqueId, account }) => ({ uniqueId, account })),
    })),
    unchanged,
  };
}

/** The changes of a pull request over all resources; each says which, where that is known. */
function effectJson(effect: readonly (Changes & { readonly resourceId?: string | undefined })[]) {
  const all = effect.map((changes) => changesJson(changes, changes.resourceId));
  return {
    added: all.flatMap(({ added }) => added),
    removed: all.flatMap(({ removed }) => removed),
    changed: all.flatMap(({ changed }) => changed),
    rekeyed: all.flatMap(({ rekeyed }) => rekeyed),
    deleted: all.flatMap(({ deleted }) => deleted),
  };
}

function changesJson(
  { added, removed, changed, rekeyed, deleted }: Changes,
  resourceId: string | undefined,
) {
  return {
    added: added.map(({ uniqueId, account }) => ({ resourceId, uniqueId, account })),
    removed: removed.map(({ uniqueId, how, account }) => ({ resourceId, uniqueId, how, account })),
    changed: changed.map(({ uniqueId, fields }) => ({ resourceId, uniqueId, fields })),
    rekeyed: rekeyed.map(({ from, to }) => ({ resourceId, from, to })),
    deleted: deleted.map(({ uniqueId, why, account }) => ({ resourceId, uniqueId, why, account })),
  };
}

function violationJson(
  { code, message, accounts, waivedBy }: Violation,
  resourceId: string | undefined,
) {
  return { code, resourceId, message: toPlainText(message), accounts, waivedBy };
}

function problemJson({ severity, code, message, location }: Problem) {
  return { severity, code, message: toPlainText(message), ...location };
}
