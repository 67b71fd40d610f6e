// The shell of the command line: reads arguments and credentials, runs the same pipeline as the
// action, asks before it sends, and shows the outcome on the terminal. It never asks GitHub.
import { existsSync } from "node:fs";
import { join } from "node:path";
import {
  createShell,
  outcomeOf,
  runValid,
  type Shell,
  type ShellEnvironment,
  showingOf,
  startLine,
  stateOf,
} from "./compose.js";
import { msg } from "./model/message.js";
import { passes } from "./model/outcome.js";
import type { Clock } from "./model/ports.js";
import {
  collectProblems,
  makeProblem,
  type Problem,
  type ProblemCollector,
} from "./model/problem.js";
import type { ProblemCode } from "./model/problem-codes.js";
import { VERSION } from "./model/version.js";
import { type Streams, TerminalReports } from "./publish-to-terminal.js";
import type { ShownOutcome } from "./report/redaction.js";
import { showSafely } from "./report/show-safely.js";
import { newState, type RunState } from "./run/state.js";
import { checkReportFile, reserveReport, tempFolder } from "./runner/report-files.js";
import { listenForSignals } from "./runner/signals.js";
import type { RunContext } from "./settings/context.js";
import {
  type Env,
  type Inputs,
  parseInputs,
  type RawInputs,
  reportInputsIn,
} from "./settings/inputs.js";
import { parseSettings, type Settings } from "./settings/mode.js";
import { type Call, parseCall } from "./terminal/call.js";
import { type FoundCredentials, readCredentials, reportMissing } from "./terminal/credentials.js";
import { nameAsFlag, renderHelp } from "./terminal/flags.js";
import { checkAgainstGit, headCommit } from "./terminal/git.js";
import { openOutput } from "./terminal/output.js";
import { canAsk, discardTyped, readYes } from "./terminal/prompt.js";
import { toRawInputs } from "./terminal/raw-inputs.js";

/** 1: files, Vanta or the plan; 2: the call; 3: declined; 130: cancelled. */
export type ExitCode = 0 | 1 | 2 | 3 | 130;

/** Runs the command line once. Returns the exit code when everything is written. Never rejects. */
export async function main(args: readonly string[], env: Env, clock: Clock): Promise<ExitCode> {
  const call = parseCall(args);
  const [stdout, stderr] = [openOutput(process.stdout), openOutput(process.stderr)];
  const exitCode = await answer(call, env, clock, {
    stdout,
    stderr,
    isJson: call.switches.has("json"),
  });
  await stdout.flush();
  if (stdout.failure !== undefined) stderr.line(`stdout cannot be written (${stdout.failure}).`);
  await stderr.flush();
  const isWritten = stdout.failure === undefined && stderr.failure === undefined;
  return exitCode === 0 && !isWritten ? 1 : exitCode;
}

async function answer(call: Call, env: Env, clock: Clock, streams: Streams): Promise<ExitCode> {
  if (call.switches.has("help") || call.switches.has("version")) {
    streams.stdout.text(call.switches.has("help") ? renderHelp() : `${VERSION}\n`);
    return 0;
  }
  try {
    return await runCall(call, env, clock, streams);
  } catch {
    showUnexpected(clock, streams);
    return 1;
  }
}

/** Reports an error before there is anything else to report on. The error may quote anything. */
function showUnexpected(clock: Clock, streams: Streams): void {
  const context = { workspace: "", isPublic: false, isCommandLine: true };
  const silent = { info: () => undefined, debug: () => undefined, mask: () => undefined };
  const shell = createShell(context, clock, new AbortController().signal, silent);
  const reports = new TerminalReports(streams, undefined, (ending) =>
    showSafely(outcomeOf(newState(), ending, shell), { policy: { kind: "none" }, secrets: [] }),
  );
  const failure = msg`Unexpected error before the run. Please report it.`;
  reports.showEnd({ outcome: "failed", failures: [failure] });
}

async function runCall(call: Call, env: Env, clock: Clock, streams: Streams): Promise<ExitCode> {
  const { raw, shell, settings, state, reportFile } = prepare(call, env, clock, streams);
  const showing = showingOf(settings, state, shell);
  const reports = new TerminalReports(streams, reportFile, (ending) =>
    showSafely(outcomeOf(state, ending, shell), showing()),
  );
  const isValid = settings.ok && state.problems.errors === 0 && reportFile !== undefined;
  if (!isValid) {
    reports.showEnd({ outcome: "invalid" }, "vanta-roster-sync --help shows how to call it.");
    return 2;
  }

  const isAsked = needsYes(call, raw);
  let isDeclined = false;
  const confirm = async () => {
    reports.showBeforeQuestion();
    const isAgreed = await ask(streams, shell);
    isDeclined = !isAgreed;
    return isAgreed;
  };
  const { inputs, mode } = settings;
  const ofShell: ShellEnvironment = {
    showPlan: () => reports.showPlan(isAsked),
    confirm: isAsked ? confirm : undefined,
    checkFreshness: askingGit(inputs, shell.context.workspace, state),
    mustBeNewest: false,
  };
  const ending = await runValid({ inputs, mode, reportFile, ofShell: () => ofShell }, shell, state);
  const shown = reports.showEnd(ending, isDeclined ? "Nothing was sent." : undefined);
  // First: after a terminal was closed, which is no, its signal may still come.
  if (isDeclined) return 3;
  if (shell.signal.aborted) return 130;
  if (isWrongCall(shown)) return 2;
  return passes(shown) && reports.isReportWritten ? 0 : 1;
}

/** Whether the files are fine as far as they were read, and only the call is not. */
function isWrongCall({ outcome, problems }: ShownOutcome): boolean {
  const errors = problems.kept.filter(({ severity }) => severity === "error");
  return (
    outcome === "invalid" &&
    errors.length > 0 &&
    errors.length === problems.errors &&
    errors.every(({ code, location }) => CALL_CODES.has(code) && location === undefined)
  );
}

const CALL_CODES: ReadonlySet<ProblemCode> = new Set(["missing-input", "invalid-input"]);

/** What is known before the run. It is valid if no problem was found so far. */
interface Prepared {
  readonly raw: RawInputs;
  readonly shell: Shell;
  readonly settings: Settings;
  readonly state: RunState;
  readonly reportFile: string | undefined;
}

function prepare(call: Call, env: Env, clock: Clock, streams: Streams): Prepared {
  const workspace = process.cwd();
  const credentials = readCredentials(env, call.credentialsFile, workspace);
  const raw = toRawInputs(call, credentials, env, workspace);
  const shell = createTerminalShell(call, workspace, clock, streams);
  for (const secret of [...call.secrets, credentials.secret]) {
    if (secret !== undefined) shell.conceal(secret);
  }
  const settings = settingsOf(call, raw, credentials, shell.context);
  const state = stateOf(settings, collectProblems(nameAsFlag));
  const reportFile = reserve(raw, call.credentialsFile?.path, workspace, state.problems);
  shell.progress.info(startLine(settings));
  if (raw.values["redact"] === "always" && call.inputs["redact"] !== "always") {
    shell.progress.info("Personal data is masked, since CI is set (redact: auto).");
  }
  return { raw, shell, settings, state, reportFile };
}

function createTerminalShell(
  { verb, switches }: Call,
  workspace: string,
  clock: Clock,
  { stderr }: Streams,
): Shell {
  // Without the visibility of a repository, it counts as private.
  const commit = verb === "validate" ? undefined : headCommit(workspace);
  const context: RunContext = { workspace, commit, isPublic: false, isCommandLine: true };
  // A terminal that is closed sends SIGHUP.
  const signal = listenForSignals(["SIGINT", "SIGTERM", "SIGHUP"]);
  // A terminal shows Ctrl-C as ^C, without a line end.
  if (stderr.isTerminal) signal.addEventListener("abort", () => stderr.line());
  return createShell(context, clock, signal, {
    info: (line) => stderr.line(line),
    debug: (line) => {
      if (switches.has("debug")) stderr.line(line);
    },
    // There is no runner to tell.
    mask: () => undefined,
  });
}

/** The settings; or every problem with the call. */
function settingsOf(
  call: Call,
  raw: RawInputs,
  credentials: FoundCredentials,
  context: RunContext,
): Settings {
  const { verb } = call;
  const own = [...call.problems, ...credentials.problems];
  if (verb !== undefined && verb !== "validate") own.push(...reportMissing(credentials, verb));
  if (needsYes(call, raw) && !canAsk()) own.push(NO_TERMINAL);
  if (verb === undefined) {
    // Whatever the verb would be, the other values can be checked.
    const parsed = parseInputs({ ...raw, values: { ...raw.values, mode: "auto" } });
    const problems = parsed.ok ? [] : parsed.problems;
    return { ok: false, problems: [...own, ...problems] };
  }
  const settings = parseSettings(raw, context);
  return { ...settings, problems: [...own, ...settings.problems] };
}

/** Whether this call sends only what someone says `yes` to. */
function needsYes({ verb, switches }: Call, { values }: RawInputs): boolean {
  return verb === "sync" && !switches.has("yes") && values["approved-plan"] === undefined;
}

const NO_TERMINAL: Problem = makeProblem(
  "missing-input",
  msg`--yes: is missing, and there is no terminal to ask on; add --yes to send without a question, or --approved-plan with the digest of a plan`,
);

/** Reserves the place of the report: the default one where any part of the call is wrong. */
function reserve(
  raw: RawInputs,
  credentialsFile: string | undefined,
  workspace: string,
  problems: ProblemCollector,
): string | undefined {
  const { reportFile: named, ...kept } = reportInputsIn(raw);
  const temp = tempFolder(undefined);
  const places = { workspace, temp, isShared: true, credentialsFile, ...kept };
  const flaw = named === undefined ? undefined : checkReportFile(named, places);
  if (flaw !== undefined) problems.add(flaw);
  const { path, problem } = reserveReport(problems.errors > 0 ? undefined : named, places);
  if (problem !== undefined) problems.add(problem);
  return path;
}

/** Asks on the terminal, where the plan is shown by now. */
async function ask({ stderr }: Streams, { clock, signal }: Shell): Promise<boolean> {
  discardTyped();
  stderr.text('Send this to Vanta? Only "yes" sends it: ');
  const isAgreed = await readYes(process.stdin, clock, signal);
  // The end of the input leaves the cursor behind the question.
  if (!isAgreed) stderr.line();
  return isAgreed;
}

/** Asks git, in place of GitHub, whether the roster is what everyone has. It only warns. */
function askingGit(
  { roster }: Inputs,
  workspace: string,
  { problems }: RunState,
): ShellEnvironment["checkFreshness"] {
  let isAsked = false;
  return async (paths) => {
    const present = paths.filter((path) => existsSync(join(workspace, path)));
    const found = isAsked ? [] : checkAgainstGit(workspace, roster, present);
    isAsked = true;
    for (const problem of found) problems.add(problem);
    return { superseded: false };
  };
}
