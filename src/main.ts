// The shell of the action: reads the runner's environment, connects GitHub, runs the pipeline, and
// hands the outcome to the reports. What every shell needs is in compose.ts.
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
import type { GitHubClient } from "./github/client.js";
import { msg, quote } from "./model/message.js";
import { type Ending, type Mode, passes } from "./model/outcome.js";
import { type Clock, GitHubError } from "./model/ports.js";
import type { ProblemCollector } from "./model/problem.js";
import { type CommentPlace, publish, publishPlan } from "./publish.js";
import { commentMarker } from "./report/comment-marker.js";
import * as commands from "./runner/commands.js";
import { checkReportFile, reserveReport, tempFolder } from "./runner/report-files.js";
import { listenForSignals } from "./runner/signals.js";
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
import { maySupersede, parseSettings } from "./settings/mode.js";

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
  const raw = readInputs(env);
  const shell = createShell(readContext(env), clock, listenForSignals(), commands);
  secretsIn(raw).forEach(shell.conceal);
  const settings = parseSettings(raw, shell.context);
  const state = stateOf(settings);
  const reportFile = reserve(raw, env, shell.context, state.problems);
  shell.progress.info(startLine(settings));

  const inputs = settings.ok && state.problems.errors === 0 ? settings.inputs : undefined;
  const github = lazy(() => connectGitHub(inputs, shell));
  const showing = showingOf(settings, state, shell);
  let isPlanShown = false;
  const showPlan = () => {
    publishPlan(outcomeOf(state, { outcome: "planned" }, shell), showing());
    isPlanShown = true;
  };
  const ending: Ending =
    settings.ok && inputs !== undefined && reportFile !== undefined
      ? await runValid(
          {
            inputs,
            mode: settings.mode,
            reportFile,
            ofShell: (read) => ({
              showPlan,
              ...askingGitHub(inputs, settings.mode, github, shell, read),
            }),
          },
          shell,
          state,
        )
      : { outcome: "invalid" };
  const outcome = outcomeOf(state, ending, shell);
  const comment = inputs && commentPlace(inputs, github, shell.context);
  const shown = await publish(outcome, { ...showing(), reportFile, comment, isPlanShown });
  return passes(shown) ? 0 : 1;
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

/** What the run asks GitHub: whether its roster is the newest, and what a pull request started from. */
function askingGitHub(
  { roster: patterns }: Inputs,
  mode: Mode,
  github: () => Promise<GitHubClient>,
  { context }: Shell,
  read: () => readonly string[],
): Omit<ShellEnvironment, "showPlan"> {
  const { workspace, event, attempt: number = 1 } = context;
  /** GitHub's paths begin at the root of the repository, ours at the workspace. */
  const checkRoot = async (): Promise<void> => {
    const nested = await nestedRepository(workspace, read());
    if (nested === undefined) return;
    throw new GitHubError(
      msg`${quote(nested)} has a repository of its own, whose paths cannot be compared; check it out at the root of the workspace`,
    );
  };
  const comparesBase = mode === "validate" || mode === "plan";
  const hasBase = (event === "pull_request" || event === "merge_group") && comparesBase;
  return {
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
