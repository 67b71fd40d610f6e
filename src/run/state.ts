// What the stages of a run have returned so far. It only grows, so that a run that fails half-way
// still reports what it knew. build-outcome.ts derives the outcome from it.
import type { Approval } from "../model/limits.js";
import type { ExportOutcome, Mode, Violation } from "../model/outcome.js";
import { collectProblems, type ProblemCollector } from "../model/problem.js";
import type { EffectPlan } from "../plan/effect.js";
import type { GuardResult } from "../plan/guards.js";
import type { Plan } from "../plan/plan.js";
import type { Roster } from "../roster/roster.js";
import type { SyncResult } from "../sync/settle.js";

export interface RunState {
  readonly problems: ProblemCollector;
  mode?: Mode | undefined;
  /** Why this mode. */
  modeReason?: string | undefined;
  /** The rosters of this commit, and after an export the new ones; where they are valid. */
  rosters?: readonly Roster[] | undefined;
  /** The rosters that a pull request started from, where they are valid. */
  base?: readonly Roster[] | undefined;
  /** What a pull request itself changes. */
  effect?: readonly EffectPlan[] | undefined;
  /** The limits that this effect alone exceeds, in `validate`. */
  effectViolations?: readonly Violation[] | undefined;
  approval?: Approval | undefined;
  /** The path of the approvals file. */
  approvalsPath?: string | undefined;
  plan?: Plan | undefined;
  /** Of the plan, or in `validate` of the rosters alone. */
  guards?: GuardResult | undefined;
  /** What an export would write, and then whether it did. */
  exported?: ExportOutcome | undefined;
  /** A glob that matches the backups of this run. */
  backup?: string | undefined;
  /** Whether a PUT may be under way: from then on no one knows more than `results` says. */
  isSending: boolean;
  results?: readonly SyncResult[] | undefined;
}

/** The state before the first stage. */
export function newState(problems = collectProblems()): RunState {
  return { problems, isSending: false };
}
