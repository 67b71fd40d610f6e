// The pipeline: roster files → rosters → current accounts → plan → guards → sync. Each stage is a
// call that stores what it returns in the state; each early end is a line.
import { pluralize } from "../model/format.js";
import type { Approval, Limits } from "../model/limits.js";
import { msg, quoteExternal } from "../model/message.js";
import { type Ending, isChange } from "../model/outcome.js";
import {
  type Clock,
  type Freshness,
  GitHubError,
  type Progress,
  type RosterFile,
  type VantaReader,
  type VantaWriter,
} from "../model/ports.js";
import { collectProblems, makeProblem, type ProblemCollector } from "../model/problem.js";
import { parseApprovals } from "../plan/approvals.js";
import { renderBackup } from "../plan/backup.js";
import type { Retention } from "../plan/departures.js";
import { planEffect } from "../plan/effect.js";
import { type Approved, approve, checkEmpty, checkLimits } from "../plan/guards.js";
import { combinePlans, type Plan, planResource, type ResourcePlan } from "../plan/plan.js";
import { parseAddressedRosters, parseRosters } from "../roster/parse.js";
import type { AddressedRoster, Roster } from "../roster/roster.js";
import { type SyncResult, syncResources } from "../sync/sync.js";
import type { RunState } from "./state.js";

/** What the run may do. Without a writer nothing can be written: a dry run has none. */
export type Task =
  | { readonly mode: "validate" }
  | { readonly mode: "plan"; readonly reader: VantaReader }
  | { readonly mode: "sync"; readonly reader: VantaReader; readonly writer: VantaWriter<Approved> };

/** The inputs that the pipeline itself uses. */
export interface Settings extends Limits, Omit<Retention, "now"> {
  readonly resourceId?: string | undefined;
  readonly approvedPlan?: string | undefined;
  readonly approvalsFile?: string | undefined;
  readonly expectNoChanges: boolean;
  readonly failOnWarnings: boolean;
}

/** Everything outside of the run that it uses. */
export interface Environment {
  /** The roster files of the workspace. What is wrong with them goes to `problems`. */
  readRoster(problems: ProblemCollector): Promise<readonly RosterFile[]>;
  /** A text file of the workspace that an input names. What is wrong with it goes to `problems`. */
  readText(path: string, input: string, problems: ProblemCollector): Promise<string | undefined>;
  /** Only where this commit may be superseded. Throws {@link GitHubError}. */
  readonly checkFreshness?: (() => Promise<Freshness>) | undefined;
  /** Whether the run must stop where freshness is unknown: a re-run may bring leavers back. */
  readonly isRerun: boolean;
  /** Only for a pull request or a merge group: the files it started from. Throws {@link GitHubError}. */
  readonly readBase?: (() => Promise<readonly RosterFile[]>) | undefined;
  /** Writes the backup of a resource. Returns the glob that all backups of this run match. */
  saveBackup(resourceId: string, content: string): Promise<string>;
  readonly clock: Clock;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

/**
 * Runs the pipeline to its end. Throws what the world does to it: VantaError, Cancelled, and
 * unexpected errors.
 */
export async function run(
  task: Task,
  settings: Settings,
  environment: Environment,
  state: RunState,
): Promise<Ending> {
  if (task.mode === "validate") {
    const read = await readFiles(parseRosters, settings, environment, state);
    if (read === undefined) return { outcome: "invalid" };
    await findEffect(read.rosters, settings, environment, state);
    warnOfLimits(settings, state);
    return validate(read.rosters, settings, state);
  }
  const read = await readFiles(parseAddressedRosters, settings, environment, state);
  if (read === undefined) return { outcome: "invalid" };
  await findEffect(read.rosters, settings, environment, state);
  if (task.mode === "sync") {
    const end = await endIfSuperseded(environment, state.problems);
    if (end !== undefined) return end;
  }
  const plan = await planAll(read.rosters, task.reader, settings, environment);
  state.plan = plan;
  warnOfIncomplete(plan, state.problems);
  const guards = approve(plan, settings, read.approval);
  state.guards = guards;
  if (guards.approved === undefined) return { outcome: "blocked" };
  if (settings.expectNoChanges && plan.resources.some(isChange)) return { outcome: "drifted" };
  if (task.mode === "plan") return { outcome: "planned" };
  await saveBackups(plan, environment, state);
  state.isSending = true;
  state.results = await syncResources(guards.approved, { ...environment, ...task });
  return endOfSync(state.results, environment.signal, state.problems);
}

type ParseRosters<Parsed extends Roster> = (
  files: readonly RosterFile[],
  options: { readonly resourceId: string | undefined; readonly now: Date },
  problems: ProblemCollector,
) => readonly Parsed[] | undefined;

/** Reads what the repository has: rosters and approvals. Undefined where it is not valid. */
async function readFiles<Parsed extends Roster>(
  parse: ParseRosters<Parsed>,
  settings: Settings,
  environment: Environment,
  state: RunState,
): Promise<{ rosters: readonly Parsed[]; approval: Approval } | undefined> {
  const { problems } = state;
  const warnedBefore = problems.warnings;
  const files = await environment.readRoster(problems);
  const options = { resourceId: settings.resourceId, now: environment.clock.now() };
  const rosters = parse(files, options, problems);
  state.rosters = rosters;
  if (rosters !== undefined) {
    const accounts = rosters.reduce((sum, { entries }) => sum + entries.length, 0);
    environment.progress.info(
      `Read ${pluralize(accounts, "account")} from ${pluralize(files.length, "file")}.`,
    );
  }
  const approval = await readApproval(settings, environment, problems);
  if (rosters === undefined || problems.errors > 0) return undefined;
  if (settings.failOnWarnings && problems.warnings > warnedBefore) return undefined;
  return { rosters, approval };
}

async function readApproval(
  { approvedPlan, approvalsFile }: Settings,
  { readText }: Environment,
  problems: ProblemCollector,
): Promise<Approval> {
  if (approvalsFile === undefined) return { approvedPlan, approvalsFile: new Set() };
  const content = await readText(approvalsFile, "approvals-file", problems);
  const digests =
    content === undefined ? new Set<string>() : parseApprovals(approvalsFile, content, problems);
  return { approvedPlan, approvalsFile: digests };
}

/** Finds what this pull request itself changes. A base that cannot be read is only a notice. */
async function findEffect(
  own: readonly Roster[],
  settings: Settings,
  { readBase, clock }: Environment,
  state: RunState,
): Promise<void> {
  if (readBase === undefined) return;
  const now = clock.now();
  try {
    const files = await readBase();
    // Before the first roster there was none: everyone in it is added.
    const options = { resourceId: settings.resourceId, now };
    const base = files.length === 0 ? [] : parseRosters(files, options, collectProblems());
    if (base === undefined) {
      const message = msg`The roster that this change started from is not valid, so what the change itself does is not shown.`;
      state.problems.add(makeProblem("base-unreadable", message));
    } else state.effect = planEffect(base, own, { ...settings, now });
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    const message = msg`What this change itself does is not shown: ${error.explanation}`;
    state.problems.add(makeProblem("base-unreadable", message));
  }
}

/** Without Vanta, a pull request can only be warned of limits that its own effect exceeds. */
function warnOfLimits(settings: Settings, { effect = [], problems }: RunState): void {
  for (const { code, message } of effect.flatMap((plan) => checkLimits(plan, settings))) {
    if (code !== "max-removals" && code !== "max-access-changes") continue;
    problems.add(
      makeProblem(code, msg`This change would be refused when it is synced: ${message}`),
    );
  }
}

function validate(rosters: readonly Roster[], { allowEmpty }: Settings, state: RunState): Ending {
  const violations = rosters.flatMap(({ resourceId, entries }) => {
    const finding = checkEmpty(entries.length, allowEmpty);
    return finding === undefined ? [] : [{ code: "empty-roster", resourceId, ...finding } as const];
  });
  state.guards = { violations };
  return { outcome: violations.length > 0 ? "blocked" : "valid" };
}

/** The end of a run whose commit is no longer the newest, or of a re-run that cannot find out. */
async function endIfSuperseded(
  { checkFreshness, isRerun }: Environment,
  problems: ProblemCollector,
): Promise<Ending | undefined> {
  if (checkFreshness === undefined) return undefined;
  try {
    const freshness = await checkFreshness();
    return freshness.superseded ? { outcome: "superseded", reason: freshness.reason } : undefined;
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    if (isRerun) {
      const refusal = msg`This is a re-run, and whether its commit is still the newest roster is not known, so nothing was sent: an old roster could bring leavers back. ${error.explanation} Start a new run instead.`;
      return { outcome: "failed", failures: [refusal] };
    }
    const message = msg`Whether this commit is still the newest roster is not known: ${error.explanation}`;
    problems.add(makeProblem("freshness-unknown", message));
    return undefined;
  }
}

/** Lists every resource, in order of resource ID, and compares it with its roster. */
async function planAll(
  rosters: readonly AddressedRoster[],
  reader: VantaReader,
  settings: Settings,
  { clock, progress }: Environment,
): Promise<Plan> {
  const retention = { ...settings, now: clock.now() };
  const plans: ResourcePlan[] = [];
  for (const roster of rosters) {
    const { resourceId } = roster;
    const rows = await reader.list(resourceId);
    progress.info(`Vanta returned ${pluralize(rows.length, "row")} for resource ${resourceId}.`);
    plans.push(planResource(resourceId, rows, roster, retention));
  }
  return combinePlans(plans);
}

function warnOfIncomplete({ resources }: Plan, problems: ProblemCollector): void {
  for (const { resourceId, cannotCarry } of resources) {
    for (const uniqueId of cannotCarry) {
      const message = msg`${quoteExternal(uniqueId, "uniqueId")} is not in the roster and cannot be sent on: what Vanta holds of it (resource ${quoteExternal(resourceId)}) lacks a required field. It is left out.`;
      problems.add(makeProblem("cannot-carry", message));
    }
  }
}

async function saveBackups(
  { resources }: Plan,
  { saveBackup }: Environment,
  state: RunState,
): Promise<void> {
  for (const resource of resources) {
    const { content, leftOut } = renderBackup(resource);
    state.backup = await saveBackup(resource.resourceId, content);
    for (const uniqueId of leftOut) {
      const message = msg`${quoteExternal(uniqueId, "uniqueId")} (resource ${quoteExternal(resource.resourceId)}) is not in the backup: what Vanta holds of it is no valid account of a roster.`;
      state.problems.add(makeProblem("backup-incomplete", message));
    }
  }
}

function endOfSync(
  results: readonly SyncResult[],
  signal: AbortSignal,
  problems: ProblemCollector,
): Ending {
  for (const problem of results.flatMap((result) => result.problems)) problems.add(problem);
  const failures = results.map(({ failure }) => failure).filter((one) => one !== undefined);
  if (signal.aborted) failures.unshift(msg`The run was cancelled.`);
  return failures.length > 0 ? { outcome: "failed", failures } : { outcome: "synced" };
}
