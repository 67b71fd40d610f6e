// RunState → Outcome: what the stages returned, in the form that the reports share. Pure.
import type {
  Ending,
  Outcome,
  ResourceEffect,
  ResourceOutcome,
  RunFacts,
} from "../model/outcome.js";
import type { RequestRecord } from "../model/ports.js";
import type { EffectPlan } from "../plan/effect.js";
import { isInForce } from "../plan/guards.js";
import { overviewOf } from "../plan/overview.js";
import type { ResourcePlan } from "../plan/plan.js";
import type { RunState } from "./state.js";

/** What only the shell around a run knows. */
export interface ShellFacts {
  readonly run: RunFacts;
  /** Every request to Vanta, in order. */
  readonly requests: readonly RequestRecord[];
}

/** The outcome of a run that ended so. */
export function buildOutcome(state: RunState, ending: Ending, facts: ShellFacts): Outcome {
  const accounts = state.rosters?.flatMap(({ entries }) => entries.map(({ account }) => account));
  return {
    ...facts,
    mode: state.mode,
    problems: state.problems,
    accounts: accounts?.length,
    overview: accounts && overviewOf(accounts),
    digest: state.plan?.digest,
    violations: (state.guards?.violations ?? []).filter(isInForce),
    effect: state.effect?.map(toEffect),
    resources: state.plan?.resources.map((plan) => toResource(plan, state)),
    backup: state.backup,
    ...ending,
  };
}

function toEffect({ resourceId, added, removed, changed, rekeyed }: EffectPlan): ResourceEffect {
  return { resourceId, added, removed, changed, rekeyed };
}

function toResource(plan: ResourcePlan, { guards, isSending, results }: RunState): ResourceOutcome {
  const { resourceId, added, removed, changed, rekeyed, unchanged, refreshed, expired } = plan;
  const result = results?.find((one) => one.resourceId === resourceId);
  return {
    resourceId,
    current: plan.current.length,
    desired: plan.entries.length,
    added,
    removed,
    changed,
    rekeyed,
    unchanged,
    refreshed,
    carried: plan.carried.length,
    expired,
    sent: plan.resources.length,
    violations: (guards?.violations ?? []).filter((one) => one.resourceId === resourceId),
    synced: result?.synced ?? (isSending ? "unknown" : "no"),
    verified: result?.verified ?? false,
  };
}
