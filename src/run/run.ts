// The straight line: roster files → rosters → current accounts → plan → guards → sync. Each stage a call, each early end a line.
// What is learnt on the way is put down in `Findings`, so that a run that fails half-way still reports what it knew.
import type { UserAccount } from "../model/account.js";
import { pluralize } from "../model/format.js";
import type { Approval, Limits } from "../model/limits.js";
import { type Message, msg, quoteExternal } from "../model/message.js";
import {
  isChange,
  type Known,
  type Outcome,
  type ResourceOutcome,
  type Violation,
} from "../model/outcome.js";
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
import { planEffect, toEffect } from "../plan/effect.js";
import { type Approved, approve, checkEmpty, checkLimits, isInForce } from "../plan/guards.js";
import { glanceAt } from "../plan/overview.js";
import {
  combinePlans,
  type Plan,
  planResource,
  type ResourcePlan,
  type Retention,
} from "../plan/plan.js";
import { parseRosters, type Roster } from "../roster/roster.js";
import { type SyncResult, syncResources } from "../sync/sync.js";

/** What the run may do. Without a writer nothing can be written: a dry run is the absence of a port, not a flag. */
export type Task =
  | { readonly mode: "validate" }
  | { readonly mode: "plan"; readonly reader: VantaReader }
  | { readonly mode: "sync"; readonly reader: VantaReader; readonly writer: VantaWriter<Approved> };

/** The inputs that the line itself looks at. */
export interface Settings extends Limits, Omit<Retention, "now"> {
  readonly roster: readonly string[];
  readonly resourceId?: string;
  readonly approvedPlan?: string;
  readonly approvalsFile?: string;
  readonly expectNoChanges: boolean;
  readonly failOnWarnings: boolean;
}

/** The world around a run. */
export interface World {
  /** The files that the patterns match in the workspace; what is wrong with them goes to `problems`. */
  readRoster(
    patterns: readonly string[],
    problems: ProblemCollector,
  ): Promise<readonly RosterFile[]>;
  /** A text file of the workspace that an input names; what is wrong with it goes to `problems`. */
  readText(path: string, input: string, problems: ProblemCollector): Promise<string | undefined>;
  /** Only where this commit may be superseded: a sync from the default branch. Throws {@link GitHubError}. */
  readonly freshness?: () => Promise<Freshness>;
  /** Whether a run without an answer on freshness must stop: a re-run of an old run may bring leavers back. */
  readonly isRerun: boolean;
  /** Only for a pull request or a merge group: the roster files it started from. Throws {@link GitHubError}. */
  readonly baseFiles?: () => Promise<readonly RosterFile[]>;
  /** Writes the backup of one resource beside the report and returns the glob that all backups of this run match. */
  saveBackup(resourceId: string, content: string): Promise<string>;
  readonly clock: Clock;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

/** What a run has learnt so far; it only ever grows. */
export type Findings = { -readonly [Key in keyof Omit<Known, "run" | "requests">]: Known[Key] } & {
  readonly problems: ProblemCollector;
  /** The accounts of the roster: what may be shown where the roster itself is public. */
  roster: readonly UserAccount[];
};

/** Nothing learnt yet. */
export function noFindings(): Findings {
  return { problems: collectProblems(), violations: [], roster: [] };
}

/** How the line ended: an {@link Outcome} without the facts that only the shell around it knows. */
export type Ending = Outcome extends infer One
  ? One extends Outcome
    ? Omit<One, keyof Known>
    : never
  : never;

/** Runs the line to its end. Throws what the world does to it: VantaError, Cancelled, and errors nobody foresaw. */
export async function run(
  task: Task,
  settings: Settings,
  world: World,
  findings: Findings,
): Promise<Ending> {
  const warnedBefore = findings.problems.warnings;
  const rosters = await readRosters(task, settings, world, findings);
  const approval = await readApproval(settings, world, findings.problems);
  if (rosters === undefined || findings.problems.errors > 0) return { outcome: "invalid" };
  if (settings.failOnWarnings && findings.problems.warnings > warnedBefore)
    return { outcome: "invalid" };

  await findEffect(task, rosters, settings, world, findings);
  if (task.mode === "validate") return validate(rosters, settings, findings);

  if (task.mode === "sync") {
    const stale = await checkFreshness(world, findings.problems);
    if (stale !== undefined) return stale;
  }

  const plan = await planAll(rosters, task.reader, settings, world);
  const verdict = approve(plan, settings, approval);
  recordPlan(plan, verdict.violations, findings);
  if (verdict.approved === undefined) return { outcome: "blocked" };
  if (settings.expectNoChanges && plan.resources.some(isChange)) return { outcome: "drifted" };
  if (task.mode === "plan") return { outcome: "planned" };

  await saveBackups(plan, world, findings);
  // Until the sync has said what it knows: should it end in an error that nobody foresaw, the report must not say "no".
  findings.resources = (findings.resources ?? []).map((resource) => ({
    ...resource,
    synced: "unknown",
  }));
  const results = await syncResources(verdict.approved, { ...world, ...task });
  return recordSync(results, world.signal, findings);
}

async function readRosters(
  task: Task,
  settings: Settings,
  world: World,
  findings: Findings,
): Promise<readonly Roster[] | undefined> {
  const files = await world.readRoster(settings.roster, findings.problems);
  const rosters = parseRosters(
    files,
    rosterOptions(settings, task.mode !== "validate", world.clock),
    findings.problems,
  );
  if (rosters === undefined) return undefined;
  const accounts = rosters.flatMap(({ entries }) => entries.map(({ account }) => account));
  findings.roster = accounts;
  findings.accounts = accounts.length;
  findings.glance = glanceAt(accounts);
  world.progress.info(
    `Read ${pluralize(accounts.length, "account")} from ${pluralize(files.length, "file")}.`,
  );
  return rosters;
}

function rosterOptions({ resourceId }: Settings, resourceIdNeeded: boolean, clock: Clock) {
  return {
    ...(resourceId === undefined ? {} : { resourceId }),
    resourceIdNeeded,
    now: clock.now(),
  };
}

async function readApproval(
  { approvedPlan, approvalsFile }: Settings,
  world: World,
  problems: ProblemCollector,
): Promise<Approval> {
  const content =
    approvalsFile === undefined
      ? undefined
      : await world.readText(approvalsFile, "approvals-file", problems);
  const digests =
    approvalsFile === undefined || content === undefined
      ? new Set<string>()
      : parseApprovals(approvalsFile, content, problems);
  return { ...(approvedPlan === undefined ? {} : { approvedPlan }), approvalsFile: digests };
}

/** Finds what this pull request itself changes. Helpful, never decisive: a base that cannot be read is a notice. */
async function findEffect(
  task: Task,
  own: readonly Roster[],
  settings: Settings,
  world: World,
  findings: Findings,
): Promise<void> {
  if (world.baseFiles === undefined) return;
  const base = await readBase(world.baseFiles, settings, world, findings.problems);
  if (base === undefined) return;
  const plans = planEffect(base, own, { ...settings, now: world.clock.now() });
  findings.effect = plans.map(toEffect);
  if (task.mode !== "validate") return;
  for (const { code, message } of plans.flatMap((plan) => checkLimits(plan, settings))) {
    if (code === "max-removals" || code === "max-access-changes")
      findings.problems.add(
        makeProblem(code, msg`This change would be refused when it is synced: ${message}`),
      );
  }
}

async function readBase(
  baseFiles: () => Promise<readonly RosterFile[]>,
  settings: Settings,
  world: World,
  problems: ProblemCollector,
) {
  try {
    const found = collectProblems();
    const files = await baseFiles();
    // Before the first roster there was none: everybody in it is added.
    const rosters =
      files.length === 0
        ? []
        : parseRosters(files, rosterOptions(settings, false, world.clock), found);
    if (rosters === undefined)
      problems.add(
        makeProblem(
          "base-unreadable",
          msg`The roster that this change started from is not valid, so what the change itself does is not shown.`,
        ),
      );
    return rosters;
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    problems.add(
      makeProblem(
        "base-unreadable",
        msg`What this change itself does is not shown: ${error.explanation}`,
      ),
    );
    return undefined;
  }
}

function validate(
  rosters: readonly Roster[],
  { allowEmpty }: Settings,
  findings: Findings,
): Ending {
  findings.violations = rosters.flatMap(({ resourceId, entries }): readonly Violation[] => {
    const finding = checkEmpty(entries.length, allowEmpty);
    return finding === undefined
      ? []
      : [{ code: "empty-roster", ...(resourceId === undefined ? {} : { resourceId }), ...finding }];
  });
  return { outcome: findings.violations.length > 0 ? "blocked" : "valid" };
}

/** An early end where this commit is not the one to sync any more, or where a re-run cannot find out. */
async function checkFreshness(
  { freshness, isRerun }: World,
  problems: ProblemCollector,
): Promise<Ending | undefined> {
  if (freshness === undefined) return undefined;
  try {
    const answer = await freshness();
    return answer.superseded ? { outcome: "superseded", reason: answer.reason } : undefined;
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    if (!isRerun) {
      problems.add(
        makeProblem(
          "freshness-unknown",
          msg`Whether this commit is still the newest roster is not known: ${error.explanation}`,
        ),
      );
      return undefined;
    }
    const refusal = msg`This is a re-run, and whether its commit is still the newest roster is not known, so nothing was sent: an old roster could bring leavers back. ${error.explanation} Start a new run instead.`;
    return { outcome: "failed", failures: [refusal] };
  }
}

/** Lists every resource, in order of resource ID, and compares it with its roster. */
async function planAll(
  rosters: readonly Roster[],
  reader: VantaReader,
  settings: Settings,
  world: World,
): Promise<Plan> {
  const retention = { ...settings, now: world.clock.now() };
  const plans: ResourcePlan[] = [];
  for (const roster of rosters) {
    const resourceId = roster.resourceId ?? "";
    const rows = await reader.list(resourceId);
    world.progress.info(
      `Vanta returned ${pluralize(rows.length, "row")} for resource ${resourceId}.`,
    );
    plans.push(planResource(resourceId, rows, roster, retention));
  }
  return combinePlans(plans);
}

function recordPlan(plan: Plan, violations: readonly Violation[], findings: Findings): void {
  findings.digest = plan.digest;
  findings.violations = violations.filter(isInForce);
  findings.resources = plan.resources.map((one) =>
    toOutcome(
      one,
      violations.filter(({ resourceId }) => resourceId === one.resourceId),
    ),
  );
  for (const { resourceId, cannotCarry } of plan.resources) {
    for (const uniqueId of cannotCarry) {
      const message = msg`${quoteExternal(uniqueId, "uniqueId")} is not in the roster and cannot be sent on: what Vanta holds of it (resource ${quoteExternal(resourceId)}) lacks a required field. It is left out.`;
      findings.problems.add(makeProblem("cannot-carry", message));
    }
  }
}

function toOutcome(plan: ResourcePlan, violations: readonly Violation[]): ResourceOutcome {
  const { resourceId, added, removed, changed, rekeyed, unchanged, refreshed, expired } = plan;
  return {
    resourceId,
    current: plan.current.length,
    desired: plan.entries.length,
    added,
    removed,
    changed,
    rekeyed,
    unchanged,
    refreshed,
    carried: plan.carried.length,
    expired,
    sent: plan.resources.length,
    violations,
    synced: "no",
    verified: false,
  };
}

async function saveBackups({ resources }: Plan, world: World, findings: Findings): Promise<void> {
  for (const resource of resources) {
    const { content, leftOut } = renderBackup(resource);
    findings.backup = await world.saveBackup(resource.resourceId, content);
    for (const uniqueId of leftOut) {
      const message = msg`${quoteExternal(uniqueId, "uniqueId")} (resource ${quoteExternal(resource.resourceId)}) is not in the backup: what Vanta holds of it is no valid account of a roster.`;
      findings.problems.add(makeProblem("backup-incomplete", message));
    }
  }
}

function recordSync(
  results: readonly SyncResult[],
  signal: AbortSignal,
  findings: Findings,
): Ending {
  const byId = new Map(results.map((result) => [result.resourceId, result]));
  findings.resources = (findings.resources ?? []).map((resource) => {
    const result = byId.get(resource.resourceId);
    return result === undefined
      ? resource
      : { ...resource, synced: result.synced, verified: result.verified };
  });
  for (const problem of results.flatMap(({ problems }) => problems)) findings.problems.add(problem);
  const failures: Message[] = results.flatMap(({ failure }) =>
    failure === undefined ? [] : [failure],
  );
  if (signal.aborted) failures.unshift(msg`The run was cancelled.`);
  return failures.length > 0 ? { outcome: "failed", failures } : { outcome: "synced" };
}
