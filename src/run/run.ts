// The pipeline: roster files → rosters → current accounts → plan → guards → sync. Each stage is a
// call that stores what it returns in the state; each early end is a line.
import { systemCode } from "../model/errors.js";
import { pluralize } from "../model/format.js";
import type { Approval, Limits } from "../model/limits.js";
import { type Message, msg, quote, quoteExternal } from "../model/message.js";
import { type Ending, type GuardCode, isChange, type Violation } from "../model/outcome.js";
import {
  type Clock,
  type Freshness,
  GitHubError,
  type NamedText,
  type Progress,
  type RosterFile,
  type VantaReader,
  type VantaWriter,
} from "../model/ports.js";
import { collectProblems, makeProblem, type ProblemCollector } from "../model/problem.js";
import { PROBLEM_CODES, type ProblemCode } from "../model/problem-codes.js";
import { findActiveElsewhere } from "../plan/active-elsewhere.js";
import { parseApprovals } from "../plan/approvals.js";
import type { Retention } from "../plan/departures.js";
import { planEffect } from "../plan/effect.js";
import { type Approved, approve, checkEmpty, checkLimits } from "../plan/guards.js";
import { type Plan, planAll } from "../plan/plan.js";
import { parseAddressedRosters, parseRosters } from "../roster/parse.js";
import type { Roster } from "../roster/roster.js";
import type { Stop } from "../sync/send.js";
import { type Synced, syncResources } from "../sync/sync.js";
import type { ExportTask } from "./export.js";
import { listAll } from "./list-all.js";
import type { RunState } from "./state.js";

/** What the run may do. Without a writer nothing can be written: a dry run has none. */
export type Task =
  | { readonly mode: "validate" }
  | { readonly mode: "plan"; readonly reader: VantaReader }
  | { readonly mode: "sync"; readonly reader: VantaReader; readonly writer: VantaWriter<Approved> }
  | ExportTask;

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
  readText(path: string, input: string, problems: ProblemCollector): Promise<NamedText>;
  /**
   * Only where this commit may be superseded; `paths`: what was read. Throws {@link GitHubError}.
   */
  readonly checkFreshness?: ((paths: readonly string[]) => Promise<Freshness>) | undefined;
  /** Whether nothing may be sent where freshness is unknown. */
  readonly mustBeNewest: boolean;
  /**
   * Only for a pull request or a merge group: the files it started from. Throws {@link
   * GitHubError}.
   */
  readonly readBase?: (() => Promise<readonly RosterFile[]>) | undefined;
  /** Writes the backup of a resource. Returns the glob that all backups of this run match. */
  saveBackup(resourceId: string, parts: Iterable<string>): string;
  /** Shows the plan and the guards, before anything is sent. */
  showPlan(state: RunState): void;
  /**
   * Only where a person is asked before anything is sent: whether they agree. A sync that is
   * declined ends as `planned`.
   */
  readonly confirm?: (() => Promise<boolean>) | undefined;
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
  if (task.mode === "export") {
    // Loaded here, since it brings in the general parsers, which few other runs need.
    const { runExport } = await import("./export.js");
    return runExport(task, settings, environment, state);
  }
  if (task.mode === "validate") {
    const read = await readFiles(parseRosters, settings, environment, state);
    if (read === undefined) return { outcome: "invalid" };
    await findEffect(read.rosters, settings, environment, state);
    warnOfLimits(settings, state);
    return validate(read.rosters, settings, environment, state);
  }
  const read = await readFiles(parseAddressedRosters, settings, environment, state);
  if (read === undefined) return { outcome: "invalid" };
  await findEffect(read.rosters, settings, environment, state);
  const checkNewest = createNewestCheck(task.mode, read.paths, environment, state.problems);
  const stop = await checkNewest();
  if (stop !== undefined) return endOf(stop, settings, state.problems);
  const inputs = await listAll(read.rosters, task.reader, environment.progress);
  const plan = planAll(inputs, { ...settings, now: environment.clock.now() });
  state.plan = plan;
  warnOfPlan(plan, state.problems);
  const guards = approve(plan, settings, read.approval);
  state.guards = guards;
  noteNothingToApply(plan, read.approval, state.problems);
  environment.showPlan(state);
  if (settings.expectNoChanges && plan.resources.some(isChange)) return { outcome: "drifted" };
  if (guards.approved === undefined) return { outcome: "blocked" };
  if (task.mode === "plan") return { outcome: "planned" };
  if ((await environment.confirm?.()) === false) return { outcome: "planned" };
  const unsaved = await saveBackups(plan, environment, state);
  if (unsaved !== undefined) return { outcome: "failed", failures: [unsaved] };
  state.isSending = true;
  const synced = await syncResources(guards.approved, { ...environment, ...task, checkNewest });
  state.results = synced.results;
  return endOfSync(synced, settings, environment.signal, state.problems);
}

type ParseRosters<Parsed extends Roster> = (
  files: readonly RosterFile[],
  options: { readonly resourceId: string | undefined; readonly now: Date },
  problems: ProblemCollector,
) => Promise<readonly Parsed[] | undefined>;

/** What the repository has. `paths`: every file and link that was read. */
interface Read<Parsed extends Roster> {
  readonly rosters: readonly Parsed[];
  readonly approval: Approval;
  readonly paths: readonly string[];
}

/** Reads rosters and approvals. Undefined where they are not valid. */
async function readFiles<Parsed extends Roster>(
  parse: ParseRosters<Parsed>,
  settings: Settings,
  environment: Environment,
  state: RunState,
): Promise<Read<Parsed> | undefined> {
  const { problems } = state;
  const warnedBefore = problems.warnings;
  const files = await environment.readRoster(problems);
  const options = { resourceId: settings.resourceId, now: environment.clock.now() };
  const rosters = await parse(files, options, problems);
  state.rosters = rosters;
  if (rosters !== undefined) {
    const accounts = rosters.reduce((sum, { entries }) => sum + entries.length, 0);
    environment.progress.info(
      `Read ${pluralize(accounts, "account")} from ${pluralize(files.length, "file")}.`,
    );
  }
  const approval = await readApproval(settings, environment, problems);
  state.approval = approval;
  state.approvalsPath = settings.approvalsFile;
  if (rosters === undefined || problems.errors > 0) return undefined;
  if (settings.failOnWarnings && problems.warnings > warnedBefore) return undefined;
  const paths = files.flatMap(({ path, links = [] }) => [path, ...links]);
  if (settings.approvalsFile !== undefined) paths.push(settings.approvalsFile);
  return { rosters, approval, paths };
}

async function readApproval(
  { approvedPlan, approvalsFile }: Settings,
  { readText }: Environment,
  problems: ProblemCollector,
): Promise<Approval> {
  if (approvalsFile === undefined) return { approvedPlan, approvalsFile: new Map() };
  const file = await readText(approvalsFile, "approvals-file", problems);
  if (file.kind === "text") {
    return {
      approvedPlan,
      approvalsFile: parseApprovals(approvalsFile, file.text, problems),
    };
  }
  if (file.kind === "missing") {
    const message = msg`approvals-file: ${quote(approvalsFile)} does not exist, so no plan is approved by it.`;
    problems.add(makeProblem("no-approvals-file", message));
  }
  return { approvedPlan, approvalsFile: new Map() };
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
    const base = files.length === 0 ? [] : await parseRosters(files, options, collectProblems());
    if (base === undefined) {
      const message = msg`The roster of the base commit is not valid, so the effect of this pull request is not shown.`;
      state.problems.add(makeProblem("base-unreadable", message));
      return;
    }
    state.base = base;
    state.effect = planEffect(base, own, { ...settings, now });
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    const message = msg`The effect of this pull request is not shown: ${error.explanation}`;
    state.problems.add(makeProblem("base-unreadable", message));
  }
}

/** Without Vanta, a pull request can only be warned of limits that its own effect exceeds. */
function warnOfLimits(settings: Settings, state: RunState): void {
  const { effect = [], problems } = state;
  const violations: Violation[] = [];
  for (const violation of checkLimits(effect, settings)) {
    const { code, message } = violation;
    if (!isLimit(code)) continue;
    violations.push(violation);
    problems.add(makeProblem(code, msg`A sync of this change would be blocked: ${message}`));
  }
  state.effectViolations = violations;
}

/** Whether a guard has a limit, and so a problem with its code. */
function isLimit(code: GuardCode): code is GuardCode & ProblemCode {
  return code in PROBLEM_CODES;
}

function validate(
  rosters: readonly Roster[],
  settings: Settings,
  environment: Environment,
  state: RunState,
): Ending {
  const violations = rosters.flatMap(({ resourceId, entries }) =>
    checkEmpty(entries.length, settings, resourceId),
  );
  state.guards = { violations };
  environment.showPlan(state);
  return { outcome: violations.length > 0 ? "blocked" : "valid" };
}

/** Makes the check whether this commit still has the newest roster; only a sync needs it. */
function createNewestCheck(
  mode: Task["mode"],
  paths: readonly string[],
  { checkFreshness, mustBeNewest }: Environment,
  problems: ProblemCollector,
): () => Promise<Stop | undefined> {
  return async () => {
    if (mode !== "sync" || checkFreshness === undefined) return undefined;
    try {
      const freshness = await checkFreshness(paths);
      return freshness.superseded ? { kind: "superseded", reason: freshness.reason } : undefined;
    } catch (error) {
      if (!(error instanceof GitHubError)) throw error;
      if (mustBeNewest) return { kind: "failed", failure: mayBeOld(error) };
      const unknown = msg`Whether this commit is still the newest roster is not known: ${error.explanation}`;
      problems.add(makeProblem("freshness-unknown", unknown));
      return undefined;
    }
  };
}

function mayBeOld(error: GitHubError): Message {
  return msg`Whether this commit is still the newest roster is not known (${error.explanation}). An old roster could bring leavers back, so nothing more is sent on a re-run or after a workflow_run. Start a new run instead.`;
}

function endOf(stop: Stop, { approvedPlan }: Settings, problems: ProblemCollector): Ending {
  if (stop.kind === "failed") return { outcome: "failed", failures: [stop.failure] };
  if (approvedPlan !== undefined) {
    const message = msg`approved-plan: the approved plan was not sent, since a newer commit changed the roster.`;
    problems.add(makeProblem("approved-plan-not-sent", message));
  }
  return { outcome: "superseded", reason: stop.reason };
}

/** What a reviewer should know of a plan, although no guard looks at it. */
function warnOfPlan({ resources }: Plan, problems: ProblemCollector): void {
  for (const { resourceId, incomplete, deleted } of resources) {
    const lost = deleted.filter(({ why }) => why === "cannot-carry");
    for (const uniqueId of [...incomplete, ...lost.map((one) => one.uniqueId)]) {
      const message = msg`${quoteExternal(uniqueId, "uniqueId")} is not in the roster and cannot be sent as DEACTIVATED: Vanta's row (resource ${quoteExternal(resourceId)}) lacks a required field. It is left out.`;
      problems.add(makeProblem("cannot-carry", message));
    }
  }
  for (const { from, uniqueId, to } of findActiveElsewhere(resources)) {
    const message = msg`${quoteExternal(uniqueId, "uniqueId")} leaves resource ${quoteExternal(from)}, but the same email is ACTIVE in the roster of resource ${quoteExternal(to)}. Check that this person should leave only one of the two.`;
    problems.add(makeProblem("active-elsewhere", message));
  }
}

function noteNothingToApply(
  { resources, digest }: Plan,
  { approvedPlan }: Approval,
  problems: ProblemCollector,
): void {
  if (approvedPlan === undefined || approvedPlan === digest || resources.some(isChange)) return;
  const message = msg`approved-plan: there is nothing to apply, since this plan has no changes.`;
  problems.add(makeProblem("nothing-to-apply", message));
}

/** Writes the backup of every resource. Returns why one could not be written. */
async function saveBackups(
  { resources }: Plan,
  { saveBackup }: Environment,
  state: RunState,
): Promise<Message | undefined> {
  // Loaded here, since the schemas of a roster take time to make and no other run needs them.
  const { renderBackup } = await import("../plan/backup.js");
  for (const resource of resources) {
    const { parts, invalid } = renderBackup(resource);
    try {
      state.backup = saveBackup(resource.resourceId, parts);
    } catch (error) {
      const code = systemCode(error);
      if (code === undefined) throw error;
      return msg`The backup of resource ${quoteExternal(resource.resourceId)} could not be written (${code}). Free space, or correct report-file, and run again.`;
    }
    for (const uniqueId of invalid) {
      const message = msg`${quoteExternal(uniqueId, "uniqueId")} (resource ${quoteExternal(resource.resourceId)}) is in the backup as Vanta has it, but is not a valid account of a roster. Fix it there before you sync the backup.`;
      state.problems.add(makeProblem("backup-invalid", message));
    }
  }
  return undefined;
}

function endOfSync(
  { results, stop }: Synced,
  settings: Settings,
  signal: AbortSignal,
  problems: ProblemCollector,
): Ending {
  for (const problem of results.flatMap((result) => result.problems)) problems.add(problem);
  const failures = results.map(({ failure }) => failure).filter((one) => one !== undefined);
  if (stop?.kind === "failed") failures.unshift(stop.failure);
  if (signal.aborted) failures.unshift(msg`The run was cancelled.`);
  if (failures.length > 0) return { outcome: "failed", failures };
  return stop === undefined ? { outcome: "synced" } : endOf(stop, settings, problems);
}
