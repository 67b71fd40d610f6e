// The guards that tripped: which accounts count, and how to approve exactly this plan. Only ways
// that work in this run are shown.
import { formatCount, pluralize } from "../model/format.js";
import { type Message, msg, quoteExternal } from "../model/message.js";
import type { ExportedFile, Outcome, Violation } from "../model/outcome.js";
import { textOf } from "./change.js";
import { effectsInWords } from "./classes.js";
import { block, type Part } from "./fit.js";
import { anchor, code, inert, richText, tableHead, tableRow } from "./html.js";
import { resourceNames } from "./resources.js";
import { KEEP, type SectionOptions } from "./sections.js";
import { effectsOf } from "./verdict.js";

/** The guards in force with what to do, then those that an approval waived. */
export function guardParts(
  outcome: Outcome,
  { maxRows, whereMore }: Pick<SectionOptions, "maxRows" | "whereMore">,
): readonly Part[] {
  const { violations, resources = [] } = outcome;
  const waived = waivedOf(outcome);
  if (violations.length + waived.length === 0) return [];
  const names = namesOf(resources, outcome.exported?.files ?? []);
  return [
    ...violations.flatMap((violation) =>
      violationParts(violation, outcome, names).map((part) =>
        part.count > 1 ? { ...part, maxRows, more: moreAccounts(whereMore) } : part,
      ),
    ),
    ...(violations.length === 0 || outcome.mode === "export" ? [] : approvalParts(outcome)),
    ...waived.map((violation) => waivedPart(violation, outcome)),
  ];
}

/** Each waived violation once: one of the whole run is listed in every resource. */
export function waivedOf({ resources = [] }: Outcome): readonly Violation[] {
  const waived = resources.flatMap(({ violations }) =>
    violations.filter(({ waivedBy }) => waivedBy !== undefined),
  );
  const byMessage = new Map(
    waived.map((one) => [JSON.stringify([one.code, one.resourceId, one.message]), one]),
  );
  return [...byMessage.values()];
}

function violationParts(
  violation: Violation,
  outcome: Outcome,
  names: ReadonlyMap<string, string>,
): readonly Part[] {
  const { code: guard, message, accounts } = violation;
  const resource = resourceOf(violation, outcome);
  const where = resource === undefined ? "" : ` in ${inert(resource)}`;
  const words = block(KEEP.guards, `<p><b>${guard}</b>${where}: ${richText(message)}</p>\n\n`);
  if (accounts.length === 0) return [words];
  const table: Part = {
    keep: KEEP.guardAccounts,
    heading: "",
    open: `<details><summary>The ${pluralize(accounts.length, "account")}</summary>\n${tableHead(["uniqueId", "Name"])}`,
    count: accounts.length,
    row: (index) => accountRow(accounts[index] ?? "", names),
    more: moreAccounts(""),
    close: "</table>\n</details>\n\n",
  };
  return [words, table];
}

function moreAccounts(whereMore: string): Part["more"] {
  return (cut, isAlone) =>
    isAlone ? "" : `<tr><td colspan="2">… and ${formatCount(cut)} more${whereMore}</td></tr>\n`;
}

function accountRow(uniqueId: string, names: ReadonlyMap<string, string>): string {
  const name = names.get(uniqueId) ?? "";
  return tableRow([inert(uniqueId), name === "" ? "" : inert(name)]);
}

function namesOf(
  resources: NonNullable<Outcome["resources"]>,
  exported: readonly ExportedFile[],
): ReadonlyMap<string, string> {
  const planned = resources.flatMap(({ removed, changed, added, deleted }) => [
    ...removed,
    ...deleted,
    ...changed,
    ...added,
  ]);
  const accounts = [...planned, ...exported.flatMap(({ takenOut }) => takenOut)];
  return new Map(accounts.map(({ uniqueId, account }) => [uniqueId, textOf(account, "fullName")]));
}

function waivedPart(violation: Violation, outcome: Outcome): Part {
  const { code: guard, message } = violation;
  const by = richText(waiver(violation, outcome));
  return block(KEEP.guards, `<p><b>${guard}</b>, approved by ${by}: ${richText(message)}</p>\n\n`);
}

/** What waived a guard, and on whose start or in which line. */
export function waiver({ waivedBy }: Violation, { approvals, run }: Outcome): Message {
  if (waivedBy !== "approved-plan") {
    return msg`approvals-file${approvals?.line === undefined ? "" : `, line ${approvals.line}`}`;
  }
  if (run.actor === undefined) return msg`approved-plan`;
  return msg`approved-plan, in the run that ${quoteExternal(run.actor)} started`;
}

/** The name of the resource that a guard is about, where there are several. */
export function resourceOf({ resourceId }: Violation, outcome: Outcome): string | undefined {
  const isOneOfMany = (outcome.resources ?? []).length > 1;
  return resourceId === undefined || !isOneOfMany ? undefined : resourceNames(outcome)(resourceId);
}

/** How to approve the plan in text: what to do, and the lines to copy. */
export interface ApprovalWay {
  /** Whether it is a line for the approvals file. */
  readonly kind: "run" | "file";
  /** What to paste. */
  readonly line: string;
}

/** The ways to approve this plan that work in this run. */
export function approvalWays(outcome: Outcome): readonly ApprovalWay[] {
  const { digest, violations, approvals, run, resources = [] } = outcome;
  if (digest === undefined || outcome.mode === undefined || outcome.mode === "validate") return [];
  const isOther = violations.some((one) => one.code === "plan-changed");
  const words = effectsInWords(effectsOf(resources));
  const comment = [words, run.url].filter((one) => one !== undefined && one !== "").join(", ");
  const line = comment === "" ? digest : `${digest} # ${comment}`;
  return [
    ...(isOnPullRequest(outcome) ? [] : [{ kind: "run", line: digest } as const]),
    ...(approvals?.file === undefined || isOther ? [] : [{ kind: "file", line } as const]),
  ];
}

function isOnPullRequest({ run: { event = "" } }: Outcome): boolean {
  return event.startsWith("pull_request") || event === "merge_group";
}

/** Said where nothing can be approved before the merge. */
export const NO_APPROVAL =
  "this run cannot be approved. Merge the change: the sync then stops, and its summary shows the digest to approve.";

const FIX = "<b>If this is a mistake</b>, fix the roster";

function approvalParts(outcome: Outcome): readonly Part[] {
  const { approvals, run } = outcome;
  const ways = approvalWays(outcome);
  const empty = outcome.violations.every(({ code: guard }) => guard === "empty-roster");
  const start = empty
    ? `${FIX}. <b>If it is intended</b>, set <code>allow-empty: true</code>`
    : `${FIX}. <b>If it is intended</b>, approve exactly this plan`;
  if (ways.length === 0) {
    const words = empty ? `${start}.` : `${FIX}. <b>If it is intended</b>: ${NO_APPROVAL}`;
    return [block(KEEP.guards, `<p>${words}</p>\n\n`)];
  }
  const texts = ways.map(({ kind, line }, index) => {
    const words =
      kind === "run"
        ? `${anchor(run.workflowUrl, "run the workflow")} with <code>approved-plan</code>`
        : `merge a pull request that adds this line to ${code(approvals?.file ?? "")}`;
    const lead =
      index === 0 ? `${start}${empty ? ", or approve this plan" : ""}: ${words}` : `Or ${words}`;
    return `<p>${lead}:</p>\n\n\`\`\`text\n${escapeFence(line)}\n\`\`\`\n\n`;
  });
  return [block(KEEP.guards, texts.join(""))];
}

/** A line of ours in a code block; only the URL of the run has words of others. */
function escapeFence(line: string): string {
  return line.replace(/[&<>"'`]/g, "");
}
