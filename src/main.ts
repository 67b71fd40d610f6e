// The composition root: reads the environment, wires the ports, runs the line under the one catch, and hands the outcome to the
// reporters. What differs between a runner and another shell stands here.
import { reserveReportFile, writeBackup } from "./artifacts.js";
import { commentMarker } from "./github/comment-marker.js";
import { type RunContext, readContext } from "./github/context.js";
import type { ConnectedRepository } from "./github/repository.js";
import * as toolkit from "./github/toolkit.js";
import { type Credentials, type Env, type Inputs, readReportFile, readSecrets } from "./inputs.js";
import { isOnDefaultBranch, parseSettings } from "./mode.js";
import { type Mode, type Outcome, passes, type RunFacts } from "./outcome.js";
import { Cancelled, type Clock, GitHubError, type Progress, type RequestRecord, VantaError } from "./ports.js";
import { publish } from "./publish.js";
import { redactionPolicy, redactOutcome } from "./redaction.js";
import { hasNews, renderComment } from "./report/summary.js";
import { matchesPatterns, readRosterFiles } from "./roster/files.js";
import { type Ending, type Findings, noFindings, run, type Task, type World } from "./run.js";
import { reply, type Text, text } from "./text.js";
import { connectReader, connectWriter } from "./vanta/client.js";
import { VERSION } from "./version.js";
import { readTextFile } from "./workspace.js";

const PROGRESS: Progress = { info: toolkit.info, debug: toolkit.debug };

/** What stays the same from the first line of a run to its last. */
interface Shell {
  readonly context: RunContext;
  readonly clock: Clock;
  readonly startedAt: Date;
  readonly findings: Findings;
  readonly signal: AbortSignal;
  /** Every request to Vanta, as the client makes it. */
  readonly requests: RequestRecord[];
  /** None of these may be shown, whatever an error nobody foresaw says. */
  readonly secrets: readonly string[];
}

/** Runs the action once, in the environment of a runner. Returns the exit code; throws only where not even a report can be made. */
export async function main(env: Env, clock: Clock): Promise<0 | 1> {
  const secrets = readSecrets(env);
  for (const secret of secrets) toolkit.mask(secret);
  const context = readContext(env);
  const shell: Shell = {
    context,
    clock,
    startedAt: clock.now(),
    findings: noFindings(),
    signal: listenForSignals(),
    requests: [],
    secrets,
  };
  const reportFile = reserve(readReportFile(env), env["RUNNER_TEMP"], shell);
  const settings = parseSettings(env, context);
  if (settings.mode !== undefined) shell.findings.mode = settings.mode;
  for (const problem of settings.ok ? settings.notices : settings.problems) shell.findings.problems.add(problem);

  if (!settings.ok || reportFile === undefined) return conclude(assemble({ outcome: "invalid" }, shell), reportFile, shell);
  const github = late(() => connectGitHub(settings.inputs, shell));
  const ending = await attempt(settings.inputs, settings.mode, reportFile, github, shell);
  const outcome = assemble(ending, shell);
  await keepComment(outcome, settings.inputs, github, shell);
  return conclude(outcome, reportFile, shell, settings.inputs.redact);
}

/** Runs the line. The one catch of the action: whatever the world did becomes a failure that is reported. */
async function attempt(inputs: Inputs, mode: Mode, reportFile: string, github: GitHub, shell: Shell): Promise<Ending> {
  try {
    return await run(taskFor(inputs, mode, shell), inputs, worldFor(inputs, mode, reportFile, github, shell), shell.findings);
  } catch (error) {
    return { outcome: "failed", failures: [explain(error, shell)] };
  }
}

function explain(error: unknown, { secrets }: Shell): Text {
  if (error instanceof VantaError) return text`${error.explanation} Nothing was sent.`;
  if (error instanceof Cancelled) return text`The run was cancelled before anything was sent.`;
  for (const frame of framesOf(error)) toolkit.debug(frame);
  const message = withoutSecrets(error instanceof Error ? error.message : String(error), secrets);
  return text`The run ended by an error that is not foreseen: ${reply(message)}. Run it again with debug logging, and please report it.`;
}

/** Where an error came from, without its message: debug output is not redacted, and the message may quote anything. */
function framesOf(error: unknown): readonly string[] {
  const lines = error instanceof Error ? (error.stack ?? "").split("\n") : [];
  return lines.filter((line) => /^\s+at /.test(line));
}

function withoutSecrets(words: string, secrets: readonly string[]): string {
  return secrets.reduce((clean, secret) => clean.replaceAll(secret, "***"), words);
}

/** The ports to Vanta that the mode may use: `plan` is given no writer. */
function taskFor(inputs: Inputs, mode: Mode, shell: Shell): Task {
  if (mode === "validate") return { mode };
  if (inputs.credentials === undefined) throw new Error(`mode ${mode} was chosen without credentials`);
  const connection = connectionTo(inputs, inputs.credentials, shell);
  return mode === "plan" ? { mode, ...connectReader(connection) } : { mode, ...connectWriter(connection) };
}

function connectionTo(inputs: Inputs, credentials: Credentials, { clock, signal, requests }: Shell) {
  return {
    ...credentials,
    apiUrl: inputs.apiUrl,
    timeoutSeconds: inputs.requestTimeoutSeconds,
    version: VERSION,
    clock,
    progress: PROGRESS,
    signal,
    mask: toolkit.mask,
    requests,
  };
}

function worldFor(inputs: Inputs, mode: Mode, reportFile: string, github: GitHub, { context, clock, signal }: Shell): World {
  const { workspace, event } = context;
  const hasBase = (event === "pull_request" || event === "merge_group") && mode !== "sync";
  const maySupersede = mode === "sync" && isOnDefaultBranch(context);
  return {
    readRoster: (patterns, problems) => readRosterFiles(workspace, patterns, problems),
    readText: (path, input, problems) => readTextFile(workspace, path, input, problems),
    ...(maySupersede && { freshness: async () => (await github()).repository.freshness(inputs.roster) }),
    ...(hasBase && { baseFiles: async () => (await github()).repository.baseFiles(inputs.roster) }),
    isRerun: (context.attempt ?? 1) > 1,
    saveBackup: async (resourceId, content) => writeBackup(reportFile, resourceId, content),
    clock,
    progress: PROGRESS,
    signal,
  };
}

type GitHub = () => Promise<ConnectedRepository>;

/** Half of the runs never ask GitHub, and its client takes as long to load as all the rest. */
async function connectGitHub({ githubToken: token, requestTimeoutSeconds: timeoutSeconds }: Inputs, { context, signal }: Shell) {
  const { connectRepository } = await import("./github/repository.js");
  return connectRepository({ token, context, matchesPatterns, timeoutSeconds, signal });
}

function late<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** Keeps the one comment on the pull request. It is a convenience: what goes wrong with it is a warning. */
async function keepComment(outcome: Outcome, inputs: Inputs, github: GitHub, shell: Shell): Promise<void> {
  const { pullRequestNumber: number, event } = shell.context;
  if (inputs.prComment === "never" || number === undefined || event?.startsWith("pull_request") !== true) return;
  const marker = commentMarker(inputs.roster, inputs.resourceId);
  const shown = redactOutcome(outcome, policyFor(inputs.redact, shell));
  const body = inputs.prComment === "always" || hasNews(shown) ? renderComment(shown, { marker }) : undefined;
  try {
    await (await github()).upsertComment({ number, marker, body });
  } catch (error) {
    const why = error instanceof GitHubError ? error.explanation : explain(error, shell);
    shell.findings.problems.add({
      severity: "warning",
      code: "comment-failed",
      message: text`The comment on the pull request could not be kept: ${why}`,
    });
  }
}

/** Shows the outcome, and says by the exit code whether the step passes. */
function conclude(outcome: Outcome, reportFile: string | undefined, shell: Shell, redact: Inputs["redact"] = "auto"): 0 | 1 {
  const unwritten = publish(redactOutcome(outcome, policyFor(redact, shell)), reportFile);
  for (const message of unwritten) toolkit.annotate({ severity: "warning", message: withoutSecrets(message, shell.secrets) });
  return passes(outcome) ? 0 : 1;
}

function policyFor(redact: Inputs["redact"], { context, findings }: Shell) {
  return redactionPolicy(redact, context.isPublic, findings.roster);
}

function assemble(ending: Ending, { context, clock, startedAt, findings, requests }: Shell): Outcome {
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

/** Reserves the report's place before anything is sent: a run that cannot be reported does not start. */
function reserve(named: string | undefined, temp: string | undefined, { context, findings, secrets }: Shell): string | undefined {
  try {
    return reserveReportFile(named, { workspace: context.workspace, temp });
  } catch (error) {
    const why = withoutSecrets(error instanceof Error ? error.message : String(error), secrets);
    findings.problems.add({
      severity: "error",
      code: "invalid-input",
      message: text`report-file: cannot be written (${reply(why)}); name a file in a folder that the runner may write to`,
    });
    return undefined;
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
