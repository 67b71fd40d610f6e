// Outcome → the outputs of the step, as far as they are known.
import { type ExportedFile, hasChanges, type ResourceOutcome } from "../model/outcome.js";
import type { ShownOutcome } from "./redaction.js";
import { wroteAnything } from "./verdict.js";

/** Every output of the action, in the order of action.yml. */
export const OUTPUT_NAMES = [
  "mode",
  "outcome",
  "accounts",
  "added",
  "removed",
  "changed",
  "unchanged",
  "deleted",
  "expired",
  "has-changes",
  "plan-digest",
  "verified",
  "errors",
  "warnings",
  "report-file",
  "backup",
  "export-file",
  "changed-files",
] as const;

type OutputName = (typeof OUTPUT_NAMES)[number];

/**
 * The outputs by name, as text. Counts are of the plan; `verified` stands only after a sync that
 * sent something.
 */
export function renderOutputs(outcome: ShownOutcome, reportFile?: string): Record<string, string> {
  const { mode, accounts, digest, backup, resources, problems } = outcome;
  const { exported } = outcome;
  const count = (of: (resource: ResourceOutcome) => number) =>
    resources?.reduce((sum, resource) => sum + of(resource), 0);
  const inFiles = (of: (file: ExportedFile) => number) =>
    exported?.files.reduce((sum, file) => sum + of(file), 0);
  const verified = wroteAnything(outcome)
    ? resources?.every((resource) => resource.verified)
    : undefined;
  const known: Record<OutputName, string | number | boolean | undefined> = {
    mode,
    outcome: outcome.outcome,
    accounts,
    added: count(({ added }) => added.length) ?? inFiles(({ added }) => added.length),
    removed: count(({ removed }) => removed.length) ?? inFiles(({ takenOut }) => takenOut.length),
    changed: count(({ changed }) => changed.length) ?? inFiles(({ changed }) => changed.length),
    unchanged: count(({ unchanged }) => unchanged) ?? exported?.unchanged,
    deleted: count(({ deleted }) => deleted.length),
    expired: count(({ expired }) => expired.length),
    "has-changes": hasChanges(outcome) ?? (exported && exported.files.length > 0),
    "plan-digest": digest,
    verified,
    errors: problems.errors,
    warnings: problems.warnings,
    "report-file": reportFile,
    backup,
    ...exportOutputs(outcome),
  };
  return Object.fromEntries(
    Object.entries(known).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)]],
    ),
  );
}

/** The paths that an export wrote, one per line; empty where it wrote nothing. */
function exportOutputs({ mode, exported }: ShownOutcome) {
  if (mode !== "export") return { "export-file": undefined, "changed-files": undefined };
  const { isWritten = false, files = [], exportFiles = [] } = exported ?? {};
  const written = isWritten ? files.map(({ path }) => path) : [];
  return {
    "export-file": written.filter((path) => exportFiles.includes(path)).join("\n"),
    "changed-files": written.join("\n"),
  };
}
