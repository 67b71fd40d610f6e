// The pipeline of an export: roster files and current accounts → new texts → the law → the files.
// It reads Vanta, and sends nothing.
import { checkExport, PUBLIC_REPOSITORY } from "../export/guards.js";
import { filesAfter, findBreach } from "../export/law.js";
import { type ExportPlan, type ExportRequest, planExport } from "../export/plan-export.js";
import { describeExport, renderExport, type WrittenFile } from "../export/render.js";
import { newFiles } from "../model/file-names.js";
import type { Limits } from "../model/limits.js";
import { type Message, msg, quote } from "../model/message.js";
import type { Ending, ExportedFile, ExportOutcome } from "../model/outcome.js";
import {
  type Clock,
  NotWritten,
  type Progress,
  type RosterFile,
  type RosterWriter,
  type VantaReader,
} from "../model/ports.js";
import { collectProblems, makeProblem, type ProblemCollector } from "../model/problem.js";
import type { Retention } from "../plan/departures.js";
import { parseAddressedRosters } from "../roster/parse.js";
import type { AddressedRoster } from "../roster/roster.js";
import { listAll } from "./list-all.js";
import type { RunState } from "./state.js";

/** What an export may do, and where to. It has no writer to Vanta. */
export interface ExportTask {
  readonly mode: "export";
  readonly reader: VantaReader;
  readonly files: RosterWriter;
  /** A path from the workspace root, with the extension of a roster. */
  readonly exportFile: string;
  /** The input `resource-id`: each once. */
  readonly resourceIds: readonly string[];
  /** Whether `roster` matches a path. */
  readonly matches: (path: string) => boolean;
  /** Whether everyone can read what is committed, and nothing says that they may. */
  readonly isTooPublic: boolean;
}

/** The inputs that an export uses. */
export interface ExportSettings extends Pick<Limits, "maxRemovals">, Omit<Retention, "now"> {
  readonly failOnWarnings: boolean;
}

/** What an export uses of the world besides its task. */
export interface ExportEnvironment {
  /** The roster files of the workspace. What is wrong with them goes to `problems`. */
  readRoster(problems: ProblemCollector): Promise<readonly RosterFile[]>;
  readonly clock: Clock;
  readonly progress: Progress;
}

/** Runs an export to its end. Throws what the world does to it. */
export async function runExport(
  task: ExportTask,
  settings: ExportSettings,
  environment: ExportEnvironment,
  state: RunState,
): Promise<Ending> {
  const { problems } = state;
  const now = environment.clock.now();
  const files = await environment.readRoster(problems);
  const resourceIds = await findResources(files, task, now, state);
  const target = resourceIds && (await checkTarget(files, resourceIds, task, problems));
  if (resourceIds === undefined || target === undefined || problems.errors > 0) {
    return { outcome: "invalid" };
  }
  if (task.isTooPublic) {
    state.guards = { violations: [PUBLIC_REPOSITORY] };
    return { outcome: "blocked" };
  }
  const request: ExportRequest = {
    files,
    resourceId: singleOf(task),
    resources: await listAll(
      resourceIds.map((resourceId) => ({ resourceId })),
      task.reader,
      environment.progress,
    ),
    exportFile: task.exportFile,
    now,
  };
  const plan = await planExport(request);
  const violations = checkExport(plan, settings.maxRemovals);
  state.guards = { violations };
  note(state, plan, describeExport(plan), target);
  if (violations.length > 0) return { outcome: "blocked" };
  const written = renderExport(plan, "all", (problem) => problems.add(problem));
  if (problems.errors > 0) return { outcome: "invalid" };
  const breach = await findBreach(request, plan, written, { ...settings, now });
  if (breach !== undefined) return failed(lawBroken(breach));
  const unwritten = await write(written, request, task.files, state);
  if (unwritten !== undefined) return failed(unwritten);
  return checkResult(request, written, settings, state);
}

function failed(failure: Message): Ending {
  return { outcome: "failed", failures: [failure] };
}

/** The input `resource-id` for files that name none, where it is one. */
function singleOf({ resourceIds }: ExportTask): string | undefined {
  return resourceIds.length === 1 ? resourceIds[0] : undefined;
}

/** The resources to read: those of the files, or of the input where there are none. */
async function findResources(
  files: readonly RosterFile[],
  task: ExportTask,
  now: Date,
  state: RunState,
): Promise<readonly string[] | undefined> {
  const { problems } = state;
  const { resourceIds } = task;
  if (files.length === 0) {
    if (resourceIds.length > 0 || problems.errors > 0) return resourceIds;
    const message = msg`resource-id: is missing or empty, and no roster file names a resource. Set it to the Resource ID that Vanta's Developer Console shows; an export may have several.`;
    problems.add(makeProblem("missing-input", message));
    return undefined;
  }
  const options = { resourceId: singleOf(task), now };
  // What is found in valid files is found again in the new ones, at its new line.
  const rosters = await parseAddressedRosters(files, options, collectProblems());
  if (rosters === undefined || problems.errors > 0) {
    await parseAddressedRosters(files, options, problems);
    return undefined;
  }
  state.rosters = rosters;
  warnOfOthers(rosters, resourceIds, problems);
  return rosters.map(({ resourceId }) => resourceId);
}

/** An update makes no new files, so a resource without one is left out. */
function warnOfOthers(
  rosters: readonly AddressedRoster[],
  resourceIds: readonly string[],
  problems: ProblemCollector,
): void {
  const known = new Set(rosters.map(({ resourceId }) => resourceId));
  for (const id of resourceIds.filter((one) => !known.has(one))) {
    const message = msg`resource-id: ${quote(id)} is not exported, since no roster file names it. To add it, export it to a file of its own, with a pattern that matches only that file.`;
    problems.add(makeProblem("export-unmatched", message));
  }
}

/** Checks the paths that `export-file` stands for, and returns them. */
async function checkTarget(
  files: readonly RosterFile[],
  resourceIds: readonly string[],
  { exportFile, files: writer, matches }: ExportTask,
  problems: ProblemCollector,
): Promise<readonly string[] | undefined> {
  const isNew = files.length === 0;
  const paths = isNew ? [...newFiles(exportFile, resourceIds).values()] : [exportFile];
  const errorsBefore = problems.errors;
  for (const path of paths) {
    const flaw = await writer.refuse(path, isNew);
    if (flaw !== undefined) {
      problems.add(makeProblem("invalid-input", msg`export-file: ${quote(path)} ${flaw}`));
    } else if (isNew && !matches(path)) {
      const message = msg`export-file: ${quote(path)} is matched by no pattern of the roster, so no other run reads it, and the next export stops since it is there. Add a pattern for it.`;
      problems.add(makeProblem("export-unmatched", message));
    }
  }
  return problems.errors > errorsBefore ? undefined : paths;
}

/** Keeps for the reports what the export would write. */
function note(
  state: RunState,
  { unchanged }: ExportPlan,
  files: readonly ExportedFile[],
  exportFiles: readonly string[],
): void {
  state.exported = { files, unchanged, isWritten: false, exportFiles };
}

function lawBroken(breach: Message): Message {
  return msg`The new files do not mean what Vanta has: ${breach}. This is a mistake in this action; please report it.`;
}

/** Returns why the files could not be written. */
async function write(
  written: readonly WrittenFile[],
  { files: read }: ExportRequest,
  files: RosterWriter,
  state: RunState,
): Promise<Message | undefined> {
  if (written.length === 0) return undefined;
  const before = new Map(read.map(({ path, bytes }) => [path, bytes]));
  try {
    await files.writeAll(
      written.map(({ path, bytes }) => ({ path, bytes, before: before.get(path) })),
    );
    return undefined;
  } catch (error) {
    if (!(error instanceof NotWritten)) throw error;
    if (error.stuck.length > 0) noteStuck(state, new Set(error.stuck));
    return error.explanation;
  }
}

/** Keeps for the reports which files have changed although the export failed. */
function noteStuck(state: RunState, stuck: ReadonlySet<string>): void {
  if (state.exported === undefined) return;
  const files = state.exported.files.filter(({ path }) => stuck.has(path));
  state.exported = { ...state.exported, files, isWritten: true };
}

/** Reads the files again: rows that no roster may have are problems at their new lines. */
async function checkResult(
  request: ExportRequest,
  written: readonly WrittenFile[],
  { failOnWarnings }: ExportSettings,
  state: RunState,
): Promise<Ending> {
  const { problems } = state;
  const { resourceId, now } = request;
  const warnedBefore = problems.warnings;
  const files = filesAfter(request.files, written);
  const rosters = await parseAddressedRosters(files, { resourceId, now }, problems);
  state.rosters = rosters;
  if (state.exported !== undefined) {
    const isWritten = written.length > 0;
    state.exported = { ...state.exported, files: locate(state.exported, rosters), isWritten };
  }
  const isRefused = failOnWarnings && problems.warnings > warnedBefore;
  return { outcome: rosters === undefined || isRefused ? "invalid" : "exported" };
}

/** The files with the places of their accounts in the new texts, where these are valid. */
function locate(
  { files }: ExportOutcome,
  rosters: readonly AddressedRoster[] = [],
): readonly ExportedFile[] {
  const places = new Map(
    rosters.flatMap(({ resourceId, entries }) =>
      entries.map((entry) => [keyOf(resourceId, entry.account.uniqueId), entry.location] as const),
    ),
  );
  return files.map((file) => {
    const located = <Account extends { readonly uniqueId: string }>(one: Account) => ({
      ...one,
      location: places.get(keyOf(file.resourceId, one.uniqueId)),
    });
    return { ...file, added: file.added.map(located), changed: file.changed.map(located) };
  });
}

function keyOf(resourceId: string, uniqueId: string): string {
  return JSON.stringify([resourceId, uniqueId]);
}
