// The composition root: reads the environment, wires the ports, runs the line under the one catch, and hands the outcome to the
// reporters. What differs between a runner and another shell stands here.
import { relative, resolve } from "node:path";
import type { GitHubClient } from "./github/client.js";
import { type Message, msg, quote, reply } from "./model/message.js";
import { type Mode, type Outcome, passes, type RunFacts } from "./model/outcome.js";
import {
  Cancelled,
  type Clock,
  GitHubError,
  type Progress,
  type RequestRecord,
  VantaError,
} from "./model/ports.js";
import { makeProblem } from "./model/problem.js";
import { scrub, scrubOutcome } from "./model/secrets.js";
import { VERSION } from "./model/version.js";
import { publish } from "./publish.js";
import { commentMarker } from "./report/comment-marker.js";
import { redactionPolicy, redactOutcome } from "./report/redaction.js";
import { hasNews, renderComment } from "./report/summary.js";
import { type Ending, type Findings, noFindings, run, type Task, type World } from "./run/run.js";
import * as toolkit from "./runner/commands.js";
import { reserveReportFile, writeBackup } from "./runner/report-files.js";
import { matchesPatterns, readRosterFiles } from "./runner/roster-files.js";
import { readTextFile } from "./runner/text-file.js";
import { type RunContext, readContext } from "./settings/context.js";
import {
  type Credentials,
  type Env,
  type Inputs,
  readReportFile,
  readSecrets,
} from "./settings/inputs.js";
import { isOnDefaultBranch, parseSettings } from "./settings/mode.js";
import { connectReader, connectWriter } from "./vanta/client.js";

/** What stays the same from the first line of a run to its last. */
interface Shell {
  readonly context: RunContext;
  readonly clock: Clock;
  readonly startedAt: Date;
  readonly findings: Findings;
  readonly signal: AbortSignal;
  /** Every request to Vanta, as the client makes it. */
  readonly requests: RequestRecord[];
  readonly progress: Progress;
  /** Masks a secret, and keeps it out of every report from here on. */
  readonly conceal: (secret: string) => void;
  /** What is concealed so far. */
  readonly secrets: ReadonlySet<string>;
}

/** Runs the action once, in the environment of a runner. Returns the exit code; throws only where not even a report can be made. */
export async function main(env: Env, clock: Clock): Promise<0 | 1> {
  const secrets = new Set<string>();
  const conceal = (secret: string) => {
    toolkit.mask(secret);
    secrets.add(secret);
  };
  readSecrets(env).forEach(conceal);
  const context = readContext(env);
  const shell: Shell = {
    context,
    clock,
    startedAt: clock.now(),
    findings: noFindings(),
    signal: listenForSignals(),
    requests: [],
    progress: {
      info: (message) => toolkit.info(scrub(message, secrets)),
      debug: (message) => toolkit.debug(scrub(message, secrets)),
    },
    conceal,
    secrets,
  };
  const settings = parseSettings(env, context);
  const patterns = settings.ok ? settings.inputs.roster : [];
  const reportFile = reserve(readReportFile(env), env["RUNNER_TEMP"], patterns, shell);
  if (settings.mode !== undefined) shell.findings.mode = settings.mode;
  for (const problem of settings.ok ? settings.notices : settings.problems)
    shell.findings.problems.add(problem);

  if (!settings.ok || reportFile === undefined || shell.findings.problems.errors > 0)
    return conclude(assemble({ outcome: "invalid" }, shell), reportFile, shell);
  const github = late(() => connectGitHub(settings.inputs, shell));
  const ending = await attempt(settings.inputs, settings.mode, reportFile, github, shell);
  const outcome = assemble(ending, shell);
  await keepComment(outcome, settings.inputs, github, shell);
  return conclude(outcome, reportFile, shell, settings.inputs.redact);
}

/** Runs the line. The one catch of the action: whatever the world did becomes a failure that is reported. */
async function attempt(
  inputs: Inputs,
  mode: Mode,
  reportFile: string,
  github: GitHub,
  shell: Shell,
): Promise<Ending> {
  try {
    return await run(
      taskFor(inputs, mode, shell),
      inputs,
      worldFor(inputs, mode, reportFile, github, shell),
      shell.findings,
    );
  } catch (error) {
    return { outcome: "failed", failures: [explain(error, shell)] };
  }
}

function explain(error: unknown, { secrets }: Shell): Message {
  if (error instanceof VantaError) return msg`${error.explanation} Nothing was sent.`;
  if (error instanceof Cancelled) return msg`The run was cancelled before anything was sent.`;
  for (const frame of framesOf(error)) toolkit.debug(frame);
  const message = scrub(error instanceof Error ? error.message : String(error), secrets);
  return msg`The run ended by an error that is not foreseen: ${reply(message)}. Run it again with debug logging, and please report it.`;
}

/** Where an error came from, without its message: debug output is not redacted, and the message may quote anything. */
function framesOf(error: unknown): readonly string[] {
  const lines = error instanceof Error ? (error.stack ?? "").split("\n") : [];
  return lines.filter((line) => /^\s+at /.test(line));
}

/** The ports to Vanta that the mode may use: `plan` is given no writer. */
function taskFor(inputs: Inputs, mode: Mode, shell: Shell): Task {
  if (mode === "validate") return { mode };
  if (inputs.credentials === undefined)
    throw new Error(`mode ${mode} was chosen without credentials`);
  const connection = connectionTo(inputs, inputs.credentials, shell);
  return mode === "plan"
    ? { mode, ...connectReader(connection) }
    : { mode, ...connectWriter(connection) };
}

function connectionTo(
  inputs: Inputs,
  credentials: Credentials,
  { clock, signal, requests, progress, conceal }: Shell,
) {
  return {
    ...credentials,
    apiUrl: inputs.apiUrl,
    timeoutSeconds: inputs.requestTimeoutSeconds,
    clock,
    progress,
    signal,
    mask: conceal,
    requests,
  };
}

function worldFor(
  inputs: Inputs,
  mode: Mode,
  reportFile: string,
  github: GitHub,
  { context, clock, signal, progress }: Shell,
): World {
  const { workspace, event } = context;
  const hasBase = (event === "pull_request" || event === "merge_group") && mode !== "sync";
  const maySupersede = mode === "sync" && isOnDefaultBranch(context);
  return {
    readRoster: (patterns, problems) => readRosterFiles(workspace, patterns, problems),
    readText: (path, input, problems) => readTextFile(workspace, path, input, problems),
    ...(maySupersede && {
      freshness: async () => (await github()).freshness(inputs.roster),
    }),
    ...(hasBase && { baseFiles: async () => (await github()).baseFiles(inputs.roster) }),
    isRerun: (context.attempt ?? 1) > 1,
    saveBackup: async (resourceId, content) => writeBackup(reportFile, resourceId, content),
    clock,
    progress,
    signal,
  };
}

type GitHub = () => Promise<GitHubClient>;

/** Half of the runs never ask GitHub, and its client takes as long to load as all the rest. */
async function connectGitHub(
  { githubToken: token, requestTimeoutSeconds: timeoutSeconds }: Inputs,
  { context, signal }: Shell,
) {
  const client = await import("./github/client.js");
  return client.connectGitHub({ token, context, timeoutSeconds, signal });
}

function late<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** Keeps the one comment on the pull request. It is a convenience: what goes wrong with it is a warning. */
async function keepComment(
  outcome: Outcome,
  inputs: Inputs,
  github: GitHub,
  shell: Shell,
): Promise<void> {
  const { pullRequestNumber: number, event } = shell.context;
  if (
    inputs.prComment === "never" ||
    number === undefined ||
    event?.startsWith("pull_request") !== true
  )
    return;
  const marker = commentMarker(inputs.roster, inputs.resourceId);
  const shown = shownTo(inputs.redact, outcome, shell);
  const body =
    inputs.prComment === "always" || hasNews(shown) ? renderComment(shown, { marker }) : undefined;
  try {
    await (await github()).upsertComment({ number, marker, body });
  } catch (error) {
    const why = error instanceof GitHubError ? error.explanation : explain(error, shell);
    shell.findings.problems.add(
      makeProblem("comment-failed", msg`The comment on the pull request could not be kept: ${why}`),
    );
  }
}

/** Shows the outcome, and says by the exit code whether the step passes. */
function conclude(
  outcome: Outcome,
  reportFile: string | undefined,
  shell: Shell,
  redact: Inputs["redact"] = "auto",
): 0 | 1 {
  const unwritten = publish(shownTo(redact, outcome, shell), reportFile);
  for (const message of unwritten)
    toolkit.annotate({ severity: "warning", message: scrub(message, shell.secrets) });
  return passes(outcome) ? 0 : 1;
}

/** The outcome as people may see it: no personal data that is to be hidden, and no secret. */
function shownTo(
  redact: Inputs["redact"],
  outcome: Outcome,
  { context, findings, secrets }: Shell,
): Outcome {
  const policy = redactionPolicy(redact, context.isPublic, findings.roster);
  return scrubOutcome(redactOutcome(outcome, policy), secrets);
}

function assemble(
  ending: Ending,
  { context, clock, startedAt, findings, requests }: Shell,
): Outcome {
  const { roster: _, ...known } = findings;
  return { ...known, run: factsOf(context, startedAt, clock.now()), requests, ...ending };
}

function factsOf(
  { repository, commit, ref, event, runId, attempt: tries, actor, serverUrl }: RunContext,
  startedAt: Date,
  finishedAt: Date,
): RunFacts {
  return {
    version: VERSION,
    ...(repository !== undefined && { repository }),
    ...(commit !== undefined && { commit }),
    ...(ref !== undefined && { ref }),
    ...(event !== undefined && { event }),
    ...(runId !== undefined && { runId }),
    ...(tries !== undefined && { attempt: tries }),
    ...(actor !== undefined && { actor }),
    ...(serverUrl !== undefined && { serverUrl }),
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt.toISOString(),
  };
}

/**
 * Reserves the report's place before anything is sent: a run that cannot be reported as asked does not start, and what it says
 * about that goes to the default place. Undefined where not even that can be written.
 */
function reserve(
  named: string | undefined,
  temp: string | undefined,
  patterns: readonly string[],
  shell: Shell,
): string | undefined {
  const { workspace } = shell.context;
  const refuse = (why: Message) => {
    shell.findings.problems.add(makeProblem("invalid-input", msg`report-file: ${why}`));
    return named === undefined ? undefined : reserve(undefined, temp, patterns, shell);
  };
  if (
    named !== undefined &&
    matchesPatterns(relative(workspace, resolve(workspace, named)).replaceAll("\\", "/"), patterns)
  ) {
    return refuse(
      msg`${quote(named)} is a file that the roster's patterns match, and would be overwritten; name another file`,
    );
  }
  try {
    return reserveReportFile(named, { workspace, temp });
  } catch (error) {
    const why = scrub(error instanceof Error ? error.message : String(error), shell.secrets);
    return refuse(
      msg`cannot be written (${reply(why)}); name a file in a folder that the runner may write to`,
    );
  }
}

/** GitHub cancels a job by SIGINT, and 7.5 s later by SIGTERM; 2.5 s after that the process is killed. It listens to the very end,
 * lest the second signal end the process in the middle of its report. */
function listenForSignals(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => controller.abort(new Cancelled("the run was cancelled")));
  }
  return controller.signal;
}
