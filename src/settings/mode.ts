// Chooses the mode from the mode input and the event. Pure. The only file with these rules.
import { type Message, msg, quote } from "../model/message.js";
import type { Mode } from "../model/outcome.js";
import { makeProblem, type Problem } from "../model/problem.js";
import type { RunContext } from "./context.js";
import { type Inputs, type ModeInputs, parseInputs, type RawInputs } from "./inputs.js";

/** The mode, with notices about the choice; or why no mode may run. */
export type ChosenMode =
  | { readonly ok: true; readonly mode: Mode; readonly notices: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** The parsed inputs and the mode; or every problem with them. */
export type Settings =
  | {
      readonly ok: true;
      readonly inputs: Inputs;
      readonly mode: Mode;
      readonly notices: readonly Problem[];
    }
  | { readonly ok: false; readonly mode?: Mode | undefined; readonly problems: readonly Problem[] };

/**
 * Events that outsiders can trigger, but that run with the repository's secrets. Workflows for them
 * often check out the outsider's commit, so mode auto only validates.
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

/** Events that always run on the default branch. Their payload may lack its name. */
const DEFAULT_BRANCH_EVENTS: ReadonlySet<string> = new Set(["schedule", "repository_dispatch"]);

/** Events on which mode auto syncs, if they run on the default branch. */
const SYNC_EVENTS: ReadonlySet<string> = new Set([
  "push",
  "schedule",
  "workflow_dispatch",
  "repository_dispatch",
]);

/** Parses the inputs and chooses the mode, so that all problems are reported in one run. */
export function parseSettings(raw: RawInputs, context: RunContext): Settings {
  const parsed = parseInputs(raw);
  if (parsed.ok) {
    const chosen = chooseMode(parsed.inputs, context);
    return chosen.ok ? { ...chosen, inputs: parsed.inputs } : chosen;
  }
  if (parsed.forMode === undefined) return { ok: false, problems: parsed.problems };
  const chosen = chooseMode(parsed.forMode, context);
  if (chosen.ok)
    return { ok: false, mode: chosen.mode, problems: [...parsed.problems, ...chosen.notices] };
  return { ok: false, problems: [...parsed.problems, ...chosen.problems] };
}

/** Chooses the mode. One notice is a warning if an input asks for a check that is not made. */
export function chooseMode(inputs: ModeInputs, context: RunContext): ChosenMode {
  return inputs.mode === "auto"
    ? chooseForEvent(inputs, context)
    : checkChosen(inputs.mode, inputs, context);
}

/** Whether the run is on the default branch. False if unknown. */
export function isOnDefaultBranch({ event = "", ref, defaultBranch }: RunContext): boolean {
  if (DEFAULT_BRANCH_EVENTS.has(event)) return true;
  return defaultBranch !== undefined && ref === `refs/heads/${defaultBranch}`;
}

/** The rules of mode `auto`. The first one that applies decides. */
function chooseForEvent(inputs: ModeInputs, context: RunContext): ChosenMode {
  const { event = "" } = context;
  if (UNTRUSTED_EVENTS.has(event)) return validateOnly(inputs, untrusted(event));
  if (SYNC_EVENTS.has(event) && isOnDefaultBranch(context)) {
    return inputs.credentials === undefined
      ? missingCredentials("sync", "on the default branch, mode auto is sync")
      : chosen("sync");
  }
  if (inputs.credentials === undefined) return validateOnly(inputs, NO_CREDENTIALS);
  return chosen("plan");
}

/** Whether the mode that the user chose may run. */
function checkChosen(mode: Mode, inputs: ModeInputs, context: RunContext): ChosenMode {
  if (mode === "validate") {
    const unchecked = uncheckedInputs(inputs);
    if (unchecked.length === 0) return chosen(mode);
    return {
      ok: false,
      problems: unchecked.map((name) =>
        invalid(
          msg`${name}: needs a plan, which mode validate does not make; set mode to plan or sync`,
        ),
      ),
    };
  }
  const refusals = mode === "sync" ? refuseSync(context) : [];
  const missing =
    inputs.credentials === undefined ? missingCredentials(mode, `mode is ${mode}`).problems : [];
  return refusals.length + missing.length === 0
    ? chosen(mode)
    : { ok: false, problems: [...refusals, ...missing] };
}

/** Why `sync` may not run on this event: the commit may not be reviewed yet. */
function refuseSync(context: RunContext): readonly Problem[] {
  const { event = "", workflowRun } = context;
  const refuse = (reason: Message) => [
    invalid(msg`mode: sync is refused on ${quote(event)}, ${reason}`),
  ];
  if (event.startsWith("pull_request") || event === "merge_group")
    return refuse(msg`whose roster is not merged yet; use plan, or auto`);
  if (event === "issue_comment")
    return refuse(
      msg`which anybody can cause; use a push to the default branch, or workflow_dispatch`,
    );
  if (event !== "workflow_run") return [];
  const isPush = workflowRun?.event === "push" && workflowRun.ofThisRepository;
  const isOfDefaultBranch =
    context.defaultBranch !== undefined && workflowRun?.headBranch === context.defaultBranch;
  return isPush && isOfDefaultBranch
    ? []
    : refuse(msg`unless the run that triggered it was a push to this repository's default branch`);
}

function chosen(mode: Mode, notices: readonly Problem[] = []): ChosenMode {
  return { ok: true, mode, notices };
}

function validateOnly(inputs: ModeInputs, reason: Problem): ChosenMode {
  const unchecked = uncheckedInputs(inputs);
  if (unchecked.length === 0) return chosen("validate", [reason]);
  const message = msg`${unchecked.join(" and ")}: not checked, since mode auto came to validate here, which makes no plan`;
  return chosen("validate", [reason, makeProblem("not-checked", message)]);
}

/** The inputs that are set, but that only a plan can check. */
function uncheckedInputs({ expectNoChanges, approvedPlan }: ModeInputs): readonly string[] {
  return [
    ...(expectNoChanges ? ["expect-no-changes"] : []),
    ...(approvedPlan === undefined ? [] : ["approved-plan"]),
  ];
}

function missingCredentials(
  mode: Mode,
  why: string,
): { readonly ok: false; readonly problems: readonly Problem[] } {
  const problems = ["client-id", "client-secret"].map((name): Problem => {
    const message = msg`${name}: is missing or empty, and ${mode} needs it (${why}); pass the secret, or set mode to validate`;
    return makeProblem("missing-input", message);
  });
  return { ok: false, problems };
}

function invalid(message: Message): Problem {
  return makeProblem("invalid-input", message);
}

const NO_CREDENTIALS = makeProblem(
  "no-credentials",
  msg`client-id and client-secret are empty, so the roster is validated and nothing is asked of Vanta (pull requests from forks and from Dependabot get no secrets)`,
);

function untrusted(event: string): Problem {
  const message = msg`On ${quote(event)} mode auto validates only, since a commit that is not reviewed may be checked out`;
  return makeProblem("untrusted-event", message);
}
