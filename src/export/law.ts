// The law of an export, checked before anything is written: the new files mean exactly the rows, a
// second export would write nothing, and nothing changes where no account does.
import { type Message, msg, quote } from "../model/message.js";
import type { RosterFile } from "../model/ports.js";
import { collectProblems } from "../model/problem.js";
import type { Retention } from "../plan/departures.js";
import { type ChangePlan, planChanges } from "../plan/plan.js";
import { parseAddressedRosters } from "../roster/parse.js";
import { type ExportPlan, type ExportRequest, planExport } from "./plan-export.js";
import { invalidRows, renderExport, type WrittenFile } from "./render.js";
import { findTextFlaw } from "./written-text.js";

/** The files after an export: the new ones in place of the old ones. */
export function filesAfter(
  before: readonly RosterFile[],
  files: readonly WrittenFile[],
): readonly RosterFile[] {
  const written = new Map(files.map(({ path, bytes }) => [path, bytes]));
  const kept = before.map((file) => ({ ...file, bytes: written.get(file.path) ?? file.bytes }));
  const made = files.filter(({ isNew }) => isNew).map(({ path, bytes }) => ({ path, bytes }));
  return [...kept, ...made];
}

/**
 * How the files after an export break the law; undefined if they do not. `files`: what is to be
 * written. Rows that no roster may have are written too, so the files may be no valid roster. Then
 * those without these rows are read as one, and what is written is compared by its text.
 */
export async function findBreach(
  request: ExportRequest,
  plan: ExportPlan,
  files: readonly WrittenFile[],
  retention: Retention,
): Promise<Message | undefined> {
  return (await findUnequal(request, plan, files, retention)) ?? findTextFlaw(plan, files);
}

/** How the files differ from the rows, read as a roster: without the rows that none may have. */
async function findUnequal(
  request: ExportRequest,
  plan: ExportPlan,
  files: readonly WrittenFile[],
  retention: Retention,
): Promise<Message | undefined> {
  const invalid = invalidRows(plan);
  const written = invalid.size === 0 ? files : renderExport(plan, "valid", () => undefined);
  const after = { ...request, files: filesAfter(request.files, written) };
  const found = await findDifference(after, invalid, retention);
  if (found !== undefined) return found;
  const [again] = renderExport(await planExport(after), "valid", () => undefined);
  return again && msg`a second export would change ${quote(again.path)} again`;
}

/** How a roster differs from the rows. */
async function findDifference(
  { files, resourceId, now, resources }: ExportRequest,
  invalid: ReadonlyMap<string, ReadonlySet<string>>,
  retention: Retention,
): Promise<Message | undefined> {
  const problems = collectProblems();
  const rosters = await parseAddressedRosters(files, { resourceId, now }, problems);
  if (rosters === undefined) {
    const first = problems.kept.find(({ severity }) => severity === "error");
    return msg`they would not be a valid roster: ${withoutStop(first?.message ?? msg`unknown`)}`;
  }
  for (const { resourceId: id, rows } of resources) {
    const roster = rosters.find((one) => one.resourceId === id);
    if (roster === undefined) return msg`resource ${quote(id)} would have no roster`;
    const plan = planChanges(rows, roster, retention);
    const other = firstChange(plan, invalid.get(id) ?? new Set());
    if (other !== undefined) return msg`${quote(other, "uniqueId")} would still differ from Vanta`;
  }
  return undefined;
}

/** A sentence as a part of another one. */
function withoutStop(message: Message): Message {
  const last = message.at(-1);
  return typeof last === "string" ? [...message.slice(0, -1), last.replace(/\.$/, "")] : message;
}

/** An account that a sync would still change, apart from those that no file can decide. */
function firstChange(
  { added, changed, removed }: ChangePlan,
  invalid: ReadonlySet<string>,
): string | undefined {
  // Those in `forget` have a reason of their own.
  const left = removed.filter(({ why }) => why !== "forget");
  const ids = [...added, ...changed, ...left].map(({ uniqueId }) => uniqueId);
  return ids.find((uniqueId) => !invalid.has(uniqueId));
}
