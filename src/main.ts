// The composition root of the action: reads the environment, connects the adapters, runs the
// pipeline under the one catch, and hands the outcome to the reports.
import type { GitHubClient } from "./github/client.js";
import { errorMessage } from "./model/errors.js";
import { type Message, msg, reply } from "./model/message.js";
import { type Ending, type Mode, passes, type RunFacts } from "./model/outcome.js";
import {
  Cancelled,
  type Clock,
  type Progress,
  type RequestRecord,
  VantaError,
} from "./model/ports.js";
import { scrub } from "./model/secrets.js";
import { VERSION } from "./model/version.js";
import { type CommentPlace, publish } from "./publish.js";
import { commentMarker } from "./report/comment-marker.js";
import { redactionPolicy } from "./report/redaction.js";
import { buildOutcome } from "./run/build-outcome.js";
import { type Environment, run, type Task } from "./run/run.js";
import { newState, type RunState } from "./run/state.js";
import * as commands from "./runner/commands.js";
import { reserveReport, writeBackup } from "./runner/report-files.js";
import { readRosterFiles } from "./runner/roster-files.js";
import { listenForSignals } from "./runner/signals.js";
import { readTextFile } from "./runner/text-file.js";
import { type RunContext, readContext } from "./settings/context.js";
import { type Env, type Inputs, readInputs, reportFileIn, secretsIn } from "./settings/inputs.js";
import { isOnDefaultBranch, parseSettings } from "./settings/mode.js";
import { connectReader, connectWriter } from "./vanta/client.js";

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

/** Runs the action once, in the environment of a runner. Returns the exit code. */
export async function main(env: Env, clock: Clock): Promise<0 | 1> {
  const startedAt = clock.now();
  const raw = readInputs(env);
  const shell = createShell(readContext(env), clock);
  secretsIn(raw).forEach(shell.conceal);
  const state = newState();
  const settings = parseSettings(raw, shell.context);
  const inputs = settings.ok ? settings.inputs : undefined;
  const report = reserveReport(reportFileIn(raw), {
    workspace: shell.context.workspace,
    temp: env["RUNNER_TEMP"],
    roster: inputs?.roster,
    secrets: shell.secrets,
  });
  state.mode = settings.mode;
  for (const problem of settings.ok ? settings.notices : settings.problems) {
    state.problems.add(problem);
  }
  if (report.problem !== undefined) state.problems.add(report.problem);

  const github = lazy(() => connectGitHub(inputs, shell));
  const ending: Ending =
    settings.ok && report.path !== undefined && state.problems.errors === 0
      ? await attempt(settings, report.path, github, shell, state)
      : { outcome: "invalid" };
  const facts = runFacts(shell.context, startedAt, clock.now());
  const outcome = buildOutcome(state, ending, { run: facts, requests: shell.requests });
  const wasRun = settings.ok && report.problem === undefined;
  await publish(outcome, {
    policy: redactionPolicy(inputs?.redact ?? "auto", shell.context.isPublic, accountsOf(state)),
    secrets: shell.secrets,
    reportFile: report.path,
    comment: wasRun ? commentPlace(settings.inputs, github, shell.context) : undefined,
  });
  return passes(outcome) ? 0 : 1;
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

/** Runs the pipeline. The one catch: whatever the world does becomes a failure that is reported. */
async function attempt(
  { inputs, mode }: { readonly inputs: Inputs; readonly mode: Mode },
  reportFile: string,
  github: () => Promise<GitHubClient>,
  shell: Shell,
  state: RunState,
): Promise<Ending> {
  try {
    const environment = createEnvironment(inputs, mode, reportFile, github, shell);
    return await run(createTask(inputs, mode, shell), inputs, environment, state);
  } catch (error) {
    return { outcome: "failed", failures: [explain(error, shell)] };
  }
}

function explain(error: unknown, { progress }: Shell): Message {
  if (error instanceof VantaError) return msg`${error.explanation} Nothing was sent.`;
  if (error instanceof Cancelled) return msg`The run was cancelled before anything was sent.`;
  // Only where it came from: the message may quote anything, and the debug log is not redacted.
  const frames = error instanceof Error ? (error.stack ?? "").split("\n") : [];
  for (const frame of frames.filter((line) => /^\s+at /.test(line))) progress.debug(frame);
  return msg`The run ended by an error that is not foreseen: ${reply(errorMessage(error))}. Run it again with debug logging, and please report it.`;
}

/** The access to Vanta that the mode may use: `plan` gets no writer. */
function createTask(inputs: Inputs, mode: Mode, shell: Shell): Task {
  if (mode === "validate") return { mode };
  if (inputs.credentials === undefined) throw new Error(`mode ${mode} without credentials`);
  const options = {
    ...shell,
    ...inputs.credentials,
    apiUrl: inputs.apiUrl,
    timeoutSeconds: inputs.requestTimeoutSeconds,
    mask: shell.conceal,
  };
  return mode === "plan"
    ? { mode, ...connectReader(options) }
    : { mode, ...connectWriter(options) };
}

function createEnvironment(
  { roster }: Inputs,
  mode: Mode,
  reportFile: string,
  github: () => Promise<GitHubClient>,
  { context, clock, signal, progress }: Shell,
): Environment {
  const { workspace, event, attempt: number = 1 } = context;
  const hasBase = (event === "pull_request" || event === "merge_group") && mode !== "sync";
  const maySupersede = mode === "sync" && isOnDefaultBranch(context);
  return {
    readRoster: (problems) => readRosterFiles(workspace, roster, problems),
    readText: (path, input, problems) => readTextFile(workspace, path, input, problems),
    checkFreshness: maySupersede ? async () => (await github()).checkFreshness(roster) : undefined,
    isRerun: number > 1,
    readBase: hasBase ? async () => (await github()).readBase(roster) : undefined,
    saveBackup: async (resourceId, content) => writeBackup(reportFile, resourceId, content),
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
  { prComment, roster, resourceId }: Inputs,
  github: () => Promise<GitHubClient>,
  { pullRequestNumber: number, event = "" }: RunContext,
): CommentPlace | undefined {
  if (prComment === "never" || number === undefined) return undefined;
  if (!event.startsWith("pull_request")) return undefined;
  return { github, number, marker: commentMarker(roster.written, resourceId), when: prComment };
}

function accountsOf({ rosters = [] }: RunState) {
  return rosters.flatMap(({ entries }) => entries.map(({ account }) => account));
}

function runFacts(context: RunContext, startedAt: Date, finishedAt: Date): RunFacts {
  const { repository, commit, ref, event, runId, attempt: number, actor, serverUrl } = context;
  return {
    version: VERSION,
    repository,
    commit,
    ref,
    event,
    runId,
    attempt: number,
    actor,
    serverUrl,
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt.toISOString(),
  };
}
