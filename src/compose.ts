// What every shell around a run needs: the run's access to Vanta and to this machine, its outcome,
// and what of it may be shown. main.ts is the shell of a runner.
import { randomBytes } from "node:crypto";
import type { Row } from "./model/account.js";
import type { Ending, Mode, Outcome, RunFacts } from "./model/outcome.js";
import type { Clock, Progress, RequestRecord } from "./model/ports.js";
import type { ProblemCollector } from "./model/problem.js";
import { scrub } from "./model/secrets.js";
import { VERSION } from "./model/version.js";
import { redactionPolicy } from "./report/redaction.js";
import type { Showing } from "./report/show-safely.js";
import { attempt } from "./run/attempt.js";
import { buildOutcome } from "./run/build-outcome.js";
import type { ExportTask } from "./run/export.js";
import { type Environment, run, type Task } from "./run/run.js";
import { newState, type RunState } from "./run/state.js";
import { createBackupWriter } from "./runner/report-files.js";
import { readRosterFiles } from "./runner/roster-files.js";
import { createRosterWriter } from "./runner/roster-writer.js";
import { readTextFile } from "./runner/text-file.js";
import type { RunContext } from "./settings/context.js";
import type { Inputs } from "./settings/inputs.js";
import type { Settings } from "./settings/mode.js";

/** What stays the same from the first line of a run to its last. */
export interface Shell {
  readonly context: RunContext;
  readonly clock: Clock;
  readonly startedAt: Date;
  readonly signal: AbortSignal;
  readonly progress: Progress;
  /** Every request to Vanta, as the client makes it. */
  readonly requests: RequestRecord[];
  /** Masks a secret, and keeps it out of every report from here on. */
  readonly conceal: (secret: string) => void;
  readonly secrets: ReadonlySet<string>;
}

/** Where a shell writes, line by line. `mask` hides a secret in what others write. */
export interface Output extends Progress {
  mask(secret: string): void;
}

/** Makes the shell of a run that starts now, and that the signal cancels. */
export function createShell(
  context: RunContext,
  clock: Clock,
  signal: AbortSignal,
  output: Output,
): Shell {
  const secrets = new Set<string>();
  return {
    context,
    clock,
    startedAt: clock.now(),
    signal,
    progress: {
      info: (message) => output.info(scrub(message, secrets)),
      debug: (message) => output.debug(scrub(message, secrets)),
    },
    requests: [],
    conceal: (secret) => {
      output.mask(secret);
      secrets.add(secret);
    },
    secrets,
  };
}

/** The state of a run with these settings, before its first stage. */
export function stateOf(settings: Settings, problems?: ProblemCollector): RunState {
  const state = newState(problems);
  state.mode = settings.mode;
  state.modeReason = settings.reason;
  for (const problem of settings.problems) state.problems.add(problem);
  return state;
}

/** The first line of the log: version, mode and why. */
export function startLine({ mode, reason }: Settings): string {
  const chosen =
    mode === undefined ? "" : `, mode ${mode}${reason === undefined ? "" : `: ${reason}`}`;
  return `vanta-roster-sync ${VERSION}${chosen}`;
}

/** The outcome of a run whose state is this, and that ended so. */
export function outcomeOf(state: RunState, ending: Ending, shell: Shell): Outcome {
  return buildOutcome(state, ending, {
    run: runFacts(shell.context, shell.startedAt, shell.clock.now()),
    requests: shell.requests,
    mergesToDefaultBranch: shell.context.mergesToDefaultBranch,
  });
}

/** Decides what may be shown of a run, at any time of it. */
export function showingOf(
  settings: Settings,
  state: RunState,
  { context, secrets }: Shell,
): () => Showing {
  const inputs = settings.ok ? settings.inputs : undefined;
  const key = maskKey(inputs);
  const redact = inputs?.redact ?? "auto";
  return () => ({
    policy: redactionPolicy(redact, context.isPublic, publicRows(state), key),
    secrets,
  });
}

/** A run whose inputs are valid. */
export interface ValidRun {
  readonly inputs: Inputs;
  readonly mode: Mode;
  readonly reportFile: string;
  /** What only this shell can do. `read` returns the roster files that were read so far. */
  readonly ofShell: (read: () => readonly string[]) => ShellEnvironment;
}

/** The part of the environment that differs between shells. */
export type ShellEnvironment = Pick<
  Environment,
  "checkFreshness" | "confirm" | "mustBeNewest" | "readBase" | "showPlan"
>;

/** Runs the pipeline. Never rejects. */
export function runValid(valid: ValidRun, shell: Shell, state: RunState): Promise<Ending> {
  const { inputs, mode } = valid;
  return attempt(async () => {
    const environment = createEnvironment(valid, shell);
    const resourceId = inputs.resourceIds[0];
    const task = await createTask(inputs, mode, shell);
    return run(task, { ...inputs, resourceId }, environment, state);
  }, shell.progress);
}

/**
 * The access to Vanta that the mode may use: `plan` and `export` get no writer. Its HTTP client
 * takes as long to load as everything else, so only runs that need it load it.
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
  { inputs: { roster: patterns }, mode, reportFile, ofShell }: ValidRun,
  { context: { workspace }, clock, startedAt, signal, progress }: Shell,
): Environment {
  let read: readonly string[] = [];
  return {
    readRoster: async (problems) => {
      const files = await readRosterFiles(workspace, patterns, problems, mode === "export");
      read = files.map(({ path }) => path);
      return files;
    },
    readText: (path, input, problems) => readTextFile(workspace, path, input, problems),
    saveBackup: createBackupWriter(reportFile, startedAt),
    clock,
    progress,
    signal,
    ...ofShell(() => read),
  };
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
