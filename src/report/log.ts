// Outcome → the log: the plan as text, then the problems, then how it ended. Every line is harmless to the runner.

import { formatCount, pluralize, toSingleLine } from "../model/format.js";
import { toPlainText } from "../model/message.js";
import type {
  AddedAccount,
  ChangedAccount,
  Changes,
  FieldChange,
  Outcome,
  RemovedAccount,
  Violation,
} from "../model/outcome.js";
import { leaves, sameChanges, shownChange, textOf } from "./change.js";
import { changesInWords, readAndSent, requestsInWords, totals, verdict } from "./phrases.js";
import type { ShownOutcome } from "./redaction.js";

/** Lines that fold under a title. */
export interface LogGroup {
  readonly title: string;
  readonly lines: readonly string[];
}

/** How many lines of plan the log shows, and how many of problems. */
export const LOG_LIMIT = 1000;

/** What changes, by resource, removals first; then every problem with its place. */
export function renderLog(outcome: ShownOutcome): readonly LogGroup[] {
  return [...changeGroups(outcome), ...problemGroups(outcome)];
}

/** What belongs below the groups, not folded: why the run failed or was blocked, how to go on, the verdict, what was read and sent. */
export function renderLogClosing(outcome: ShownOutcome): readonly string[] {
  const { symbol, words } = verdict(outcome);
  const reasons =
    outcome.outcome === "failed"
      ? outcome.failures
      : outcome.outcome === "superseded"
        ? [outcome.reason]
        : [];
  const approval =
    outcome.digest === undefined
      ? []
      : [
          `To let exactly this plan pass: approved-plan: ${outcome.digest}, or that digest as a line of the approvals-file`,
        ];
  return [
    ...outcome.violations.map(violationLine),
    ...(outcome.outcome === "blocked" ? approval : []),
    ...reasons.map(toPlainText),
    `${symbol} ${words}`,
    ...[readAndSent(outcome)].filter((line) => line !== undefined),
    requestsInWords(outcome),
    ...(outcome.digest === undefined ? [] : [`plan digest ${outcome.digest}`]),
  ];
}

/** How many accounts that count for a guard the log names; all of them stand in the plan above. */
const NAMED_ACCOUNTS = 10;

function violationLine({ code, message, accounts }: Violation): string {
  const named = accounts.slice(0, NAMED_ACCOUNTS).map((value) => toSingleLine(value));
  const rest = accounts.length - named.length;
  const who = [...named, ...(rest === 0 ? [] : [`${formatCount(rest)} more`])].join(", ");
  return `${code}: ${toPlainText(message)}${who === "" ? "" : ` (${who})`}`;
}

interface Titled {
  readonly title: string;
  readonly changes: Changes;
}

function changeGroups({ effect = [], resources = [] }: Outcome): readonly LogGroup[] {
  const same =
    effect.length > 0 && changesInWords(totals(resources)) !== "" && sameChanges(effect, resources);
  const ofEffect = effect.map((changes) =>
    titled("This pull request", changes.resourceId, changes),
  );
  const ofPlan = resources.map((changes) =>
    titled(same ? "A sync would change exactly this" : "Plan", changes.resourceId, changes),
  );
  const shown = [...ofEffect, ...(same ? [] : ofPlan)];
  const room = allot(shown.map(({ changes }) => changes));
  const groups = shown.map(({ title, changes }, index) => ({
    title,
    lines: changeLines(changes, room[index] ?? NOTHING),
  }));
  return same ? [...groups, ...ofPlan.map(({ title }) => ({ title, lines: [] }))] : groups;
}

function titled(what: string, resourceId: string | undefined, changes: Changes): Titled {
  const words = changesInWords(totals([changes])) || "nothing to change";
  const resource = resourceId === undefined ? "" : `, resource ${toSingleLine(resourceId)}`;
  return { title: `${what}${resource}: ${words}`, changes };
}

type Kind = "removed" | "changed" | "added";
type Room = Record<Kind, number>;

const NOTHING: Readonly<Room> = { removed: 0, changed: 0, added: 0 };

/** Gives each group its share of the lines: the removals of all groups come before the first addition. */
function allot(groups: readonly Changes[]): readonly Readonly<Room>[] {
  const rooms = groups.map((): Room => ({ ...NOTHING }));
  let left = LOG_LIMIT;
  for (const kind of ["removed", "changed", "added"] as const) {
    groups.forEach((changes, index) => {
      const taken = Math.min(left, changes[kind].length);
      const room = rooms[index];
      if (room !== undefined) room[kind] = taken;
      left -= taken;
    });
  }
  return rooms;
}

function changeLines(
  { removed, changed, added }: Changes,
  room: Readonly<Room>,
): readonly string[] {
  const lines = [
    ...removed.slice(0, room.removed).map(removedLine),
    ...changed.slice(0, room.changed).map(changedLine),
    ...added.slice(0, room.added).map(addedLine),
  ];
  const rest = removed.length + changed.length + added.length - lines.length;
  return rest === 0
    ? lines
    : [...lines, `… and ${formatCount(rest)} more, which stand in the report file`];
}

function removedLine({ uniqueId, account, how }: RemovedAccount): string {
  return `- ${toSingleLine(uniqueId)} ${named(account)}: ${how === "omit" ? "left out" : "set to DEACTIVATED"}`;
}

function changedLine({ uniqueId, account, fields }: ChangedAccount): string {
  return `~ ${toSingleLine(uniqueId)} ${named(account)}: ${fields.map(fieldWords).join("; ")}`;
}

function addedLine({ uniqueId, account }: AddedAccount): string {
  const access = [
    ...leaves(account["permissionLevel"]),
    ...leaves(account["status"]),
    ...leaves(account["authMethod"]),
  ];
  return `+ ${toSingleLine(uniqueId)} ${named(account)}: ${access.map((value) => toSingleLine(value)).join(", ")}`;
}

function named(account: AddedAccount["account"]): string {
  return [textOf(account, "fullName"), textOf(account, "email")]
    .filter((value) => value !== "")
    .map((value) => toSingleLine(value))
    .join(", ");
}

function fieldWords(change: FieldChange): string {
  const { before, after, same } = shownChange(change);
  return `${toSingleLine(change.field)} ${quotedValues(before, same)} → ${quotedValues(after, same)}`;
}

/** How many elements of a list a line shows. */
const SHOWN_ELEMENTS = 10;

function quotedValues(texts: readonly string[], same: number): string {
  const shown = texts.slice(0, SHOWN_ELEMENTS).map((value) => `"${toSingleLine(value)}"`);
  const rest = texts.length - shown.length;
  const all = [
    ...shown,
    ...(rest === 0 ? [] : [`${formatCount(rest)} more`]),
    ...(same === 0 ? [] : [`${formatCount(same)} that stay`]),
  ];
  return all.length === 0 ? "none" : all.join(", ");
}

function problemGroups({ problems: { kept, errors, warnings } }: Outcome): readonly LogGroup[] {
  if (kept.length === 0) return [];
  const lines = kept.slice(0, LOG_LIMIT).map(({ severity, code, message, location }) => {
    const where =
      location === undefined
        ? ""
        : ` ${toSingleLine(location.file)}:${location.line}:${location.column}`;
    return `${severity}${where} [${code}] ${toPlainText(message)}`;
  });
  const rest = Math.max(errors + warnings, kept.length) - lines.length;
  const more = rest > 0 ? [`… and ${formatCount(rest)} more`] : [];
  return [
    {
      title: `Problems: ${pluralize(errors, "error")}, ${pluralize(warnings, "warning")}`,
      lines: [...lines, ...more],
    },
  ];
}
