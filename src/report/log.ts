// Outcome → the log: the plan and the guards before anything is sent, then the problems, and the
// verdict as the last line.
import { formatCount, pluralize, toSingleLine } from "../model/format.js";
import { toPlainText } from "../model/message.js";
import type { ExportedFile, FieldChange, Outcome, Violation } from "../model/outcome.js";
import { firstOf, leaves, shownChange, textOf } from "./change.js";
import {
  ACCOUNT_CLASSES,
  type AccountEffect,
  classify,
  effectsInWords,
  ofClass,
} from "./classes.js";
import { readAndSent, requestsInWords } from "./footer.js";
import { approvalWays, NO_APPROVAL, resourceOf, waivedOf, waiver } from "./guard-parts.js";
import { countDropped } from "./problem-tables.js";
import type { ShownOutcome } from "./redaction.js";
import { resourceName, resourceNames, stateOf } from "./resources.js";
import { mergeApplies, reasonsOf } from "./summary.js";
import { exportInWords, verdict } from "./verdict.js";

/** Lines that fold under a title. */
export interface LogGroup {
  readonly title: string;
  readonly lines: readonly string[];
}

/** How many lines of plan the log shows, and how many of problems. */
export const LOG_LIMIT = 1000;

/** What changes, and the guards: what is logged before anything is sent. */
export function renderPlan(outcome: ShownOutcome): readonly LogGroup[] {
  const { effect = [], beyond = [], resources = [] } = outcome;
  const nameOf = resourceNames(outcome);
  const titledAll = (what: string, changes: readonly Named[]) =>
    changes.map((one) =>
      titled(what, one, changes.length > 1 ? one.resourceId && nameOf(one.resourceId) : undefined),
    );
  const groups =
    outcome.effect === undefined
      ? titledAll("Plan", resources)
      : [
          ...titledAll("This pull request", effect),
          ...titledAll("A sync would also change", beyond),
        ];
  return [...withinLimit([...groups, ...exportGroups(outcome)]), ...guardGroups(outcome)];
}

/** What an export changes, file by file. */
function exportGroups({ exported }: Outcome): readonly LogGroup[] {
  if (exported === undefined) return [];
  const title = exported.files.length === 0 ? "no changes" : exportInWords(exported);
  return [{ title: `Export: ${title}`, lines: exported.files.flatMap(exportLines) }];
}

function exportLines({ path, changed, added, takenOut }: ExportedFile): readonly string[] {
  const file = toSingleLine(path);
  return [
    ...changed.map((one) => `~ ${whoIs(one)}: ${one.fields.map(fieldWords).join("; ")} (${file})`),
    ...added.map((one) => `+ ${whoIs(one)}: ${accessWords(one)} (${file})`),
    ...takenOut.map((one) => `- ${whoIs(one)}: taken out of ${file}`),
  ];
}

function whoIs(one: Pick<AccountEffect, "uniqueId" | "account">): string {
  return `${toSingleLine(one.uniqueId)}${named(one)}`;
}

type Named = Parameters<typeof classify>[0] & { readonly resourceId?: string | undefined };

function titled(what: string, changes: Named, resource: string | undefined): LogGroup {
  const effects = classify(changes);
  const where = resource === undefined ? "" : ` in ${toSingleLine(resource)}`;
  return {
    title: `${what}${where}: ${effectsInWords(effects) || "no changes"}`,
    lines: ACCOUNT_CLASSES.flatMap((wanted) => ofClass(effects, wanted)).flatMap(linesOf),
  };
}

/** The first {@link LOG_LIMIT} lines of all groups together. */
function withinLimit(groups: readonly LogGroup[]): readonly LogGroup[] {
  let left = LOG_LIMIT;
  return groups.map(({ title, lines }) => {
    const shown = lines.slice(0, left);
    left -= shown.length;
    const rest = lines.length - shown.length;
    const more = rest === 0 ? [] : [`… and ${formatCount(rest)} more, in the report file`];
    return { title, lines: [...shown, ...more] };
  });
}

/** A line for an account; for a re-keyed pair one for each `uniqueId`. */
function linesOf(effect: AccountEffect): readonly string[] {
  const id = toSingleLine(effect.uniqueId);
  const who = named(effect);
  switch (effect.kind) {
    case "removed":
      return [
        `- ${id}${who}: ${effect.how === "omit" ? "deleted from Vanta" : "set to DEACTIVATED"}`,
      ];
    case "changed":
      return [`~ ${id}${who}: ${effect.fields.map(fieldWords).join("; ")}`];
    case "rekeyed": {
      const from = toSingleLine(effect.from);
      const fields = effect.fields.map(fieldWords).join("; ");
      return [
        `- ${from}${who}: re-keyed to ${id}`,
        `+ ${id}${who}: re-keyed from ${from}${fields === "" ? "" : `; ${fields}`}`,
      ];
    }
    case "added":
      return [`+ ${id}${who}: ${accessWords(effect)}`];
    case "deleted":
      return [
        `x ${id}${who}: deleted from Vanta (${effect.why === "forget" ? "forget" : "cannot be sent"})`,
      ];
    case "expired":
      return [`x ${id}${who}: expired, no longer sent`];
  }
}

function named({ account }: Pick<AccountEffect, "account">): string {
  const words = [textOf(account, "fullName"), textOf(account, "email")]
    .filter((value) => value !== "")
    .map((value) => toSingleLine(value));
  return words.length === 0 ? "" : ` ${words.join(", ")}`;
}

function accessWords({ account }: Pick<AccountEffect, "account">): string {
  return ["permissionLevel", "status", "authMethod"]
    .flatMap((field) => leaves(account[field]))
    .map((value) => toSingleLine(value))
    .join(", ");
}

function fieldWords(change: FieldChange): string {
  const { before, after, same } = shownChange(change);
  const field = toSingleLine(change.field);
  if (same === 0) return `${field} ${quotedValues(before)} → ${quotedValues(after)}`;
  const parts = [
    ...after.map((value) => `+ "${toSingleLine(value)}"`),
    ...before.map((value) => `- "${toSingleLine(value)}"`),
  ];
  return `${field} ${firstOf(parts, SHOWN_ELEMENTS).join(", ")}`;
}

function quotedValues(texts: readonly string[]): string {
  if (texts.length === 0) return "none";
  const quoted = texts.map((value) => `"${toSingleLine(value)}"`);
  return firstOf(quoted, SHOWN_ELEMENTS).join(", ");
}

/** How many elements of a list a line shows. */
const SHOWN_ELEMENTS = 10;

function guardGroups(outcome: Outcome): readonly LogGroup[] {
  const lines = [
    ...outcome.violations.map((one) => violationLine(one, outcome)),
    ...waivedOf(outcome).map((one) => {
      const by = toPlainText(waiver(one, outcome));
      return `${violationLine(one, outcome)} Approved by ${by}.`;
    }),
  ];
  if (outcome.resources === undefined && lines.length === 0) return [];
  const title =
    outcome.violations.length > 0
      ? "Guards: blocked"
      : lines.length > 0
        ? "Guards: passed with an approval"
        : "Guards: passed";
  return [{ title, lines }];
}

/** How many accounts that count for a guard the log names; all of them are in the plan above. */
const NAMED_ACCOUNTS = 10;

function violationLine(violation: Violation, outcome: Outcome): string {
  const { code, message, accounts } = violation;
  const resource = resourceOf(violation, outcome);
  const where = resource === undefined ? "" : ` in ${toSingleLine(resource)}`;
  const ids = firstOf(accounts, NAMED_ACCOUNTS).map((value) => toSingleLine(value));
  const who = ids.join(", ");
  return `${code}${where}: ${toPlainText(message)}${who === "" ? "" : ` Accounts: ${who}.`}`;
}

/** The problems, each as `file:line:column message`. */
export function renderProblems({ problems }: ShownOutcome): readonly string[] {
  const { kept } = problems;
  const lines = kept.slice(0, LOG_LIMIT).map(({ severity, code, message, location }) => {
    const { file, line, column } = location ?? {};
    const where = file === undefined ? "" : `${toSingleLine(file)}:${line}:${column} `;
    return `${where}${toPlainText(message)} (${severity} ${code})`;
  });
  const rest = kept.length - lines.length + countDropped(problems);
  return rest > 0 ? [...lines, `… and ${pluralize(rest, "more problem")}`] : lines;
}

/**
 * Why the run failed or was blocked, how to go on, what was read and sent, and the verdict.
 * `approve`: how this shell takes the digest of a plan that is approved.
 */
export function renderClosing(
  outcome: ShownOutcome,
  approve = "run the workflow with approved-plan",
): readonly string[] {
  const { symbol, message } = verdict(outcome);
  const applies = mergeApplies(outcome) ? " Merging applies this." : "";
  return [
    ...outcome.violations.map((one) => violationLine(one, outcome)),
    ...(outcome.outcome === "blocked" ? approvalLines(outcome, approve) : []),
    ...reasonsOf(outcome).map(toPlainText),
    ...resourceLines(outcome),
    ...[readAndSent(outcome)].filter((line) => line !== undefined),
    ...(outcome.maskedBecause === undefined
      ? []
      : [`Personal data is masked: ${outcome.maskedBecause}.`]),
    `${requestsInWords(outcome)}.`,
    ...(outcome.digest === undefined ? [] : [`Plan digest: ${outcome.digest}`]),
    `${symbol} ${toPlainText(message)}${applies}`,
  ];
}

/** The result for each resource, where there are several. */
function resourceLines(outcome: Outcome): readonly string[] {
  const { resources = [] } = outcome;
  if (resources.length < 2) return [];
  return resources.map((one) => `${toSingleLine(resourceName(one))}: ${stateOf(one, outcome)}`);
}

function approvalLines(outcome: Outcome, approve: string): readonly string[] {
  const ways = approvalWays(outcome);
  if (ways.length === 0)
    return outcome.digest === undefined ? [] : [`If it is intended: ${NO_APPROVAL}`];
  return ways.map(({ kind, line }, index) => {
    const start = index === 0 ? "To approve exactly this plan," : "Or";
    return kind === "run"
      ? `${start} ${approve}: ${line}`
      : `${start} add this line to ${toSingleLine(outcome.approvals?.file ?? "")}: ${line}`;
  });
}
