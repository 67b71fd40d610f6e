// The composition root of the action: reads the environment, connects the adapters, runs the
// pipeline, and hands the outcome to the reports.
import { randomBytes } from "node:crypto";
import type { GitHubClient } from "./github/client.js";
import type { Row } from "./model/account.js";
import { msg, quote } from "./model/message.js";
import { type Ending, type Mode, type Outcome, passes, type RunFacts } from "./model/outcome.js";
import { type Clock, GitHubError, type Progress, type RequestRecord } from "./model/ports.js";
import type { ProblemCollector } from "./model/problem.js";
import { scrub } from "./model/secrets.js";
import { VERSION } from "./model/version.js";
import { type CommentPlace, publish, publishPlan } from "./publish.js";
import { commentMarker } from "./report/comment-marker.js";
import { redactionPolicy } from "./report/redaction.js";
import { attempt } from "./run/attempt.js";
import { buildOutcome } from "./run/build-outcome.js";
import type { ExportTask } from "./run/export.js";
import { type Environment, run, type Task } from "./run/run.js";
import { newState, type RunState } from "./run/state.js";
import * as commands from "./runner/commands.js";
import {
  checkReportFile,
  createBackupWriter,
  reserveReport,
  tempFolder,
} from "./runner/report-files.js";
import { readRosterFiles } from "./runner/roster-files.js";
import { createRosterWriter } from "./runner/roster-writer.js";
import { listenForSignals } from "./runner/signals.js";
import { readTextFile } from "./runner/text-file.js";
import { nestedRepository } from "./runner/workspace.js";
import { type RunContext, readContext } from "./settings/context.js";
import {
  type Env,
  type Inputs,
  type RawInputs,
  readInputs,
  reportInputsIn,
  secretsIn,
} from "./settings/inputs.js";
import { maySupersede, parseSettings, type Settings } from "./settings/mode.js";

/** What stays the same from the first line of a run to its last. */
interface Shell {
  readonly context: RunContext;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly progress: Progress;
  /** Every request to Vanta, as the client makes it. */
  readonly requests: RequestRecord[];
  /** Masks a secret, and keeps it out of every report from here on. */
  readonly conceal: (secret: string) => void;
  readonly secrets: ReadonlySet<string>;
}

/** Runs the action once, in the environment of a runner. Returns the exit code. Never rejects. */
export async function main(env: Env, clock: Clock): Promise<0 | 1> {
  try {
    return await runAndPublish(env, clock);
  } catch {
    // Before there is anything to report on. The error may quote anything.
    const message = "Unexpected error before the run. Please report it.";
    commands.annotate({ severity: "error", message });
    return 1;
  }
}

async function runAndPublish(env: Env, clock: Clock): Promise<0 | 1> {
  const startedAt = clock.now();
  const raw = readInputs(env);
  const shell = createShell(readContext(env), clock);
  secretsIn(raw).forEach(shell.conceal);
  const state = newState();
  const settings = parseSettings(raw, shell.context);
  state.mode = settings.mode;
  state.modeReason = settings.reason;
  for (const problem of settings.problems) state.problems.add(problem);
  const reportFile = reserve(raw, env, shell.context, state.problems);

  const inputs = settings.ok && state.problems.errors === 0 ? settings.inputs : undefined;
  shell.progress.info(startLine(settings));
  const github = lazy(() => connectGitHub(inputs, shell));
  const redact = settings.ok ? settings.inputs.redact : "auto";
  const key = maskKey(inputs);
  const outcomeOf = (ending: Ending): Outcome =>
    buildOutcome(state, ending, {
      run: runFacts(shell.context, startedAt, clock.now()),
      requests: shell.requests,
      mergesToDefaultBranch: shell.context.mergesToDefaultBranch,
    });
  const shownHow = () => ({
    policy: redactionPolicy(redact, shell.context.isPublic, publicRows(state), key),
    secrets: shell.secrets,
  });
  let isPlanShown = false;
  const showPlan = () => {
    publishPlan(outcomeOf({ outcome: "planned" }), shownHow());
    isPlanShown = true;
  };
  const ending: Ending =
    settings.ok && inputs !== undefined && reportFile !== undefined
      ? await runValid(
          { inputs, mode: settings.mode, reportFile, startedAt, showPlan },
          github,
          shell,
          state,
        )
      : { outcome: "invalid" };
  const outcome = outcomeOf(ending);
  const comment = inputs && commentPlace(inputs, github, shell.context);
  const shown = await publish(outcome, { ...shownHow(), reportFile, comment, isPlanShown });
  return passes(shown) ? 0 : 1;
}

/** The first line of the log: version, mode and why. */
function startLine(settings: Settings): string {
  const { mode, reason } = settings;
  const chosen =
    mode === undefined ? "" : `, mode ${mode}${reason === undefined ? "" : `: ${reason}`}`;
  return `vanta-roster-sync ${VERSION}${chosen}`;
}

/** Reserves the place of the report. Where any input is wrong, that is the default one. */
function reserve(
  raw: RawInputs,
  env: Env,
  { workspace }: RunContext,
  problems: ProblemCollector,
): string | undefined {
  const { reportFile: named, ...others } = reportInputsIn(raw);
  const places = { workspace, temp: tempFolder(env["RUNNER_TEMP"]), ...others };
  const flaw = named === undefined ? undefined : checkReportFile(named, places);
  if (flaw !== undefined) problems.add(flaw);
  const { path, problem } = reserveReport(problems.errors > 0 ? undefined : named, places);
  if (problem !== undefined) problems.add(problem);
  return path;
}

function createShell(context: RunContext, clock: Clock): Shell {
  const secrets = new Set<string>();
  return {
    context,
    clock,
    signal: listenForSignals(),
    progress: {
      info: (message) => commands.info(scrub(message, secrets)),
      debug: (message) => commands.debug(scrub(message, secrets)),
    },
    requests: [],
    conceal: (secret) => {
      commands.mask(secret);
      secrets.add(secret);
    },
    secrets,
  };
}

/** A run whose inputs are valid. */
interface ValidRun {
  readonly inputs: Inputs;
  readonly mode: Mode;
  readonly reportFile: string;
  readonly startedAt: Date;
  /** Logs the plan, before anything is sent. */
  readonly showPlan: () => void;
}

function runValid(
  valid: ValidRun,
  github: () => Promise<GitHubClient>,
  shell: Shell,
  state: RunState,
): Promise<Ending> {
  const { inputs, mode } = valid;
  return attempt(async () => {
    const environment = createEnvironment(valid, github, shell);
    const resourceId = inputs.resourceIds[0];
    const task = await createTask(inputs, mode, shell);
    return run(task, { ...inputs, resourceId }, environment, state);
  }, shell.progress);
}

/**
 * The access to Vanta that the mode may use: `plan` and `export` get no writer. Its HTTP client takes as long to
 * load as everything else, so only runs that need it load it.
 */
async function createTask(inputs: Inputs, mode: Mode, shell: Shell): Promise<Task> {
  if (mode === "validate") return { mode };
  const { connectReader, connectWriter } = await import("./vanta/client.js");
  if (inputs.credentials === undefined) throw new Error(`mode ${mode} without credentials`);
  const options = {
    ...shell,
    ...inputs.credentials,
    apiUrl: inputs.apiUrl,
    timeoutSeconds: inputs.requestTimeoutSeconds,
    mask: shell.conceal,
  };
  switch (mode) {
    case "plan":
      return { mode, ...connectReader(options) };
    case "sync":
      return { mode, ...connectWriter(options) };
    case "export":
      return { mode, ...connectReader(options), ...exportTo(inputs, shell) };
  }
}

/** Where an export writes, and whether it may. */
function exportTo(
  { exportFile, resourceIds, roster, redact }: Inputs,
  { context }: Shell,
): Omit<ExportTask, "mode" | "reader"> {
  if (exportFile === undefined) throw new Error("mode export without export-file");
  return {
    files: createRosterWriter(context.workspace),
    exportFile,
    resourceIds,
    matches: roster.matches,
    isTooPublic: context.isPublic && redact !== "never",
  };
}

function createEnvironment(
  { inputs: { roster: patterns }, mode, reportFile, startedAt, showPlan }: ValidRun,
  github: () => Promise<GitHubClient>,
  { context, clock, signal, progress }: Shell,
): Environment {
  const { workspace, event, attempt: number = 1 } = context;
  let read: readonly string[] = [];
  /** GitHub's paths begin at the root of the repository, ours at the workspace. */
  const checkRoot = async (): Promise<void> => {
    const nested = await nestedRepository(workspace, read);
    if (nested === undefined) return;
    throw new GitHubError(
      msg`${quote(nested)} has a repository of its own, whose paths cannot be compared; check it out at the root of the workspace`,
    );
  };
  const comparesBase = mode === "validate" || mode === "plan";
  const hasBase = (event === "pull_request" || event === "merge_group") && comparesBase;
  return {
    readRoster: async (problems) => {
      const files = await readRosterFiles(workspace, patterns, problems, mode === "export");
      read = files.map(({ path }) => path);
      return files;
    },
    readText: (path, input, problems) => readTextFile(workspace, path, input, problems),
    checkFreshness: maySupersede(mode, context)
      ? async (paths) => {
          await checkRoot();
          return (await github()).checkFreshness({ patterns, paths });
        }
      : undefined,
    // A re-run may bring leavers back; after a workflow_run, an older commit may be checked out.
    mustBeNewest: number > 1 || event === "workflow_run",
    readBase: hasBase
      ? async () => {
          await checkRoot();
          return (await github()).readBase(patterns);
        }
      : undefined,
    saveBackup: createBackupWriter(reportFile, startedAt),
    showPlan,
    clock,
    progress,
    signal,
  };
}

/** Half of the runs never ask GitHub, and its client takes as long to load as all the rest. */
async function connectGitHub(inputs: Inputs | undefined, shell: Shell): Promise<GitHubClient> {
  if (inputs === undefined) throw new Error("GitHub is not asked with invalid inputs");
  const client = await import("./github/client.js");
  return client.connectGitHub({
    token: inputs.githubToken,
    context: shell.context,
    timeoutSeconds: inputs.requestTimeoutSeconds,
    signal: shell.signal,
  });
}

function lazy<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function commentPlace(
  { prComment, roster, resourceIds }: Inputs,
  github: () => Promise<GitHubClient>,
  { pullRequestNumber: number, event = "" }: RunContext,
): CommentPlace | undefined {
  if (prComment === "never" || number === undefined) return undefined;
  if (!event.startsWith("pull_request")) return undefined;
  const marker = commentMarker(roster.written, resourceIds.join("\n") || undefined);
  return { github, number, marker, when: prComment };
}

/** What the repository itself shows: at this commit, and at the base of a pull request. */
function publicRows({ rosters = [], base = [] }: RunState): readonly Row[] {
  return [...rosters, ...base].flatMap(({ entries, forget }) => [
    ...entries.map(({ account }) => account),
    ...[...forget].map((uniqueId) => ({ uniqueId })),
  ]);
}

/** The key of the digits in masked values: the same in every run that knows the client secret. */
function maskKey(inputs: Inputs | undefined): string {
  return inputs?.credentials?.clientSecret ?? randomBytes(32).toString("hex");
}

function runFacts(context: RunContext, startedAt: Date, finishedAt: Date): RunFacts {
  return {
    version: VERSION,
    repository: context.repository,
    commit: context.commit,
    ref: context.ref,
    event: context.event,
    runId: context.runId,
    attempt: context.attempt,
    actor: context.actor,
    serverUrl: context.serverUrl,
    url: context.url,
    workflowUrl: context.workflowUrl,
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt.toISOString(),
  };
}
