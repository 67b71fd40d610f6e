// Which mode runs: what the user asked for, and what the event allows. Pure. The whole table is
// here.
import { type Message, msg, quote } from "../model/message.js";
import type { Mode } from "../model/outcome.js";
import { makeProblem, type Problem } from "../model/problem.js";
import type { RunContext } from "./context.js";
import { type Inputs, type ModeInputs, parseInputs, type RawInputs } from "./inputs.js";

/** Why no mode may run. */
interface NoMode {
  readonly ok: false;
  /** The mode that it would be, where that is known. */
  readonly mode?: Mode | undefined;
  readonly reason?: string | undefined;
  readonly problems: readonly Problem[];
}

/** The mode that runs, and why; or why none may run. */
export type ChosenMode =
  | {
      readonly ok: true;
      readonly mode: Mode;
      /** Completes "mode plan: …". */
      readonly reason: string;
      /** Checks that were asked for, but that this mode does not make. */
      readonly warnings: readonly Problem[];
    }
  | NoMode;

/**
 * Everything that a run needs to know before it reads anything; or every problem with the inputs.
 */
export type Settings =
  | {
      readonly ok: true;
      readonly inputs: Inputs;
      readonly mode: Mode;
      readonly reason: string;
      readonly problems: readonly Problem[];
    }
  | NoMode;

/**
 * Events that outsiders can cause and that still run with the repository's secrets. Workflows for
 * them often check out the outsider's commit.
 */
const UNTRUSTED_EVENTS: ReadonlySet<string> = new Set([
  "pull_request_target",
  "workflow_run",
  "issue_comment",
  "commit_comment",
  "issues",
  "discussion",
  "discussion_comment",
]);

/** Events that always run on the default branch. Their payload need not name it. */
const DEFAULT_BRANCH_EVENTS: ReadonlySet<string> = new Set(["schedule", "repository_dispatch"]);

/** Events on which `auto` syncs from the default branch. */
const SYNC_EVENTS: ReadonlySet<string> = new Set([
  "push",
  "schedule",
  "workflow_dispatch",
  "repository_dispatch",
]);

/**
 * Events on which an explicit `sync` is accepted besides: only people with write access cause them.
 */
const RELEASE_EVENTS: ReadonlySet<string> = new Set(["release", "deployment"]);

/** Inputs and mode together, so that all problems with inputs come at once. */
export function parseSettings(raw: RawInputs, context: RunContext): Settings {
  const parsed = parseInputs(raw);
  const problems = parsed.ok ? [] : parsed.problems;
  const forMode = parsed.ok ? parsed.inputs : parsed.forMode;
  if (forMode === undefined) return { ok: false, problems };
  const chosen = chooseMode(forMode, context);
  if (!chosen.ok) return { ...chosen, problems: [...problems, ...chosen.problems] };
  const { mode, reason, warnings } = chosen;
  const all = [...problems, ...warnings];
  return parsed.ok
    ? { ok: true, inputs: parsed.inputs, mode, reason, problems: all }
    : { ok: false, mode, reason, problems: all };
}

/** Chooses the mode. */
export function chooseMode(inputs: ModeInputs, context: RunContext): ChosenMode {
  const chosen =
    inputs.mode === "auto"
      ? chooseForEvent(inputs, context)
      : chooseExplicit(inputs.mode, inputs, context);
  const misfits = inputs.mode === "export" ? [] : refuseExportInputs(inputs);
  if (misfits.length === 0) return chosen;
  const { mode, reason } = chosen;
  const problems = chosen.ok ? misfits : [...chosen.problems, ...misfits];
  return { ok: false, mode, reason, problems };
}

/** Whether the commit of the run is on the default branch. Unknown is no. */
export function isOnDefaultBranch({ event = "", ref, defaultBranch }: RunContext): boolean {
  if (DEFAULT_BRANCH_EVENTS.has(event)) return true;
  return defaultBranch !== undefined && ref === `refs/heads/${defaultBranch}`;
}

/** Whether the roster of this run may no longer be the newest one, so that GitHub is asked. */
export function maySupersede(mode: Mode, context: RunContext): boolean {
  return mode === "sync" && (isOnDefaultBranch(context) || context.event === "workflow_run");
}

/** The table of mode `auto`: the first row that matches. */
function chooseForEvent(inputs: ModeInputs, context: RunContext): ChosenMode {
  const { event = "" } = context;
  const hasCredentials = inputs.credentials !== undefined;
  if (UNTRUSTED_EVENTS.has(event)) {
    const reason = `on ${event}, someone else's content may be checked out`;
    return chosen("validate", reason, warnUnchecked(inputs));
  }
  if (SYNC_EVENTS.has(event) && isOnDefaultBranch(context)) {
    const reason = `${event} on the default branch`;
    return hasCredentials
      ? chosen("sync", reason)
      : missingCredentials("sync", "on the default branch, mode auto is sync");
  }
  if (!hasCredentials) return chosen("validate", "no credentials", warnUnchecked(inputs));
  return chosen("plan", `${event === "" ? "a run" : event} with credentials`);
}

function chooseExplicit(mode: Mode, inputs: ModeInputs, context: RunContext): ChosenMode {
  const { isCommandLine = false } = context;
  const isPlanned = mode === "plan" || mode === "sync";
  // The command line has no event, and reports missing credentials by the names of its variables.
  const needsCredentials = mode !== "validate" && !isCommandLine;
  const problems = [
    ...(mode === "sync" && !isCommandLine ? refuseSync(context) : []),
    ...(isPlanned ? [] : refuseUnchecked(mode, inputs)),
    ...(needsCredentials && inputs.credentials === undefined
      ? missingCredentials(mode, `mode is ${mode}`).problems
      : []),
    ...(mode === "export" && inputs.exportFile === undefined ? [NO_EXPORT_FILE] : []),
  ];
  const reason = isCommandLine ? "as the verb says" : "as the input says";
  return problems.length === 0 ? chosen(mode, reason) : { ok: false, problems };
}

/** Checks that only a plan can make, in a mode that makes none. */
function refuseUnchecked(mode: Mode, inputs: ModeInputs): readonly Problem[] {
  return uncheckedInputs(inputs).map((name) =>
    invalid(msg`${name}: needs a plan, which mode ${mode} does not make; use mode plan or sync`),
  );
}

const NO_EXPORT_FILE = makeProblem(
  "missing-input",
  msg`export-file: is missing or empty, and export needs it; write the path of a roster file, to which accounts that no file has are written`,
);

/** What only an export takes. */
function refuseExportInputs({ exportFile, resourceIds }: ModeInputs): readonly Problem[] {
  const several = msg`resource-id: names several resources, which only an export may; write one Resource ID, or resourceId in each file`;
  const isFor = msg`export-file: is only for mode export; remove it, or use mode export`;
  return [
    ...(exportFile === undefined ? [] : [invalid(isFor)]),
    ...(resourceIds.length > 1 ? [invalid(several)] : []),
  ];
}

/**
 * Why an explicit `sync` may not run on this event: what is checked out may not be reviewed yet.
 */
function refuseSync(context: RunContext): readonly Problem[] {
  const { event = "", workflowRun, defaultBranch } = context;
  if (SYNC_EVENTS.has(event) || RELEASE_EVENTS.has(event)) return [];
  if (event !== "workflow_run") {
    const allowed = [...SYNC_EVENTS, ...RELEASE_EVENTS].join(", ");
    return [
      invalid(
        msg`mode: sync is refused on ${quote(event)}; it runs on ${allowed}, and on a workflow_run after a push to the default branch`,
      ),
    ];
  }
  const isPush = workflowRun?.event === "push" && workflowRun.ofThisRepository;
  const isDefault = defaultBranch !== undefined && workflowRun?.headBranch === defaultBranch;
  if (isPush && isDefault) return [];
  return [
    invalid(
      msg`mode: sync is refused on ${quote(event)}, unless the run that triggered it was a push to this repository's default branch`,
    ),
  ];
}

function chosen(mode: Mode, reason: string, warnings: readonly Problem[] = []): ChosenMode {
  return { ok: true, mode, reason, warnings };
}

function warnUnchecked(inputs: ModeInputs): readonly Problem[] {
  const unchecked = uncheckedInputs(inputs);
  if (unchecked.length === 0) return [];
  const message = msg`${unchecked.join(" and ")}: not checked, since mode auto is validate here, which makes no plan`;
  return [makeProblem("not-checked", message)];
}

/** The inputs that only a plan can check. */
function uncheckedInputs({ expectNoChanges, approvedPlan }: ModeInputs): readonly string[] {
  return [
    ...(expectNoChanges ? ["expect-no-changes"] : []),
    ...(approvedPlan === undefined ? [] : ["approved-plan"]),
  ];
}

function missingCredentials(mode: Mode, why: string) {
  const problems = ["client-id", "client-secret"].map((name) =>
    makeProblem(
      "missing-input",
      msg`${name}: is missing or empty, and ${mode} needs it (${why}); pass the secret, or set mode to validate`,
    ),
  );
  return { ok: false, mode, reason: why, problems } as const;
}

function invalid(message: Message): Problem {
  return makeProblem("invalid-input", message);
}
