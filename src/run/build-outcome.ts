// RunState → Outcome: what the stages returned, in the form that the reports share. Pure.
import type {
  Ending,
  GivenApprovals,
  Outcome,
  ResourceEffect,
  ResourceOutcome,
  RunFacts,
  Violation,
} from "../model/outcome.js";
import type { RequestRecord } from "../model/ports.js";
import { changesBeyond, type EffectPlan } from "../plan/effect.js";
import { isInForce } from "../plan/guards.js";
import { overviewOf } from "../plan/overview.js";
import type { ResourcePlan } from "../plan/plan.js";
import type { RunState } from "./state.js";

/** What only the shell around a run knows. */
export interface ShellFacts {
  readonly run: RunFacts;
  /** Every request to Vanta, in order. */
  readonly requests: readonly RequestRecord[];
  readonly mergesToDefaultBranch?: boolean | undefined;
}

/** The outcome of a run that ended so. */
export function buildOutcome(state: RunState, ending: Ending, facts: ShellFacts): Outcome {
  const accounts = state.rosters?.flatMap(({ entries }) => entries.map(({ account }) => account));
  return {
    ...facts,
    mode: state.mode,
    modeReason: state.modeReason,
    problems: state.problems,
    accounts: accounts?.length,
    overview: accounts && overviewOf(accounts),
    digest: state.plan?.digest,
    violations: (state.guards?.violations ?? []).filter(isInForce),
    effect: state.effect?.map(toEffect),
    effectViolations: state.effectViolations,
    beyond: state.effect && state.plan && changesBeyond(state.plan.resources, state.effect),
    approvals: givenApprovals(state),
    resources: state.plan?.resources.map((plan) => toResource(plan, state)),
    exported: state.exported,
    backup: state.backup,
    ...ending,
  };
}

function toEffect(effect: EffectPlan): ResourceEffect {
  const { resourceId, added, removed, changed, rekeyed, deleted } = effect;
  return { resourceId, added, removed, changed, rekeyed, deleted };
}

function givenApprovals({ approval, approvalsPath, plan }: RunState): GivenApprovals {
  const line = plan && approval?.approvalsFile.get(plan.digest);
  return { plan: approval?.approvedPlan, file: approvalsPath, line };
}

function toResource(plan: ResourcePlan, state: RunState): ResourceOutcome {
  const { guards, isSending, results, rosters } = state;
  const { resourceId, added, removed, changed, rekeyed, deleted, expired } = plan;
  const result = results?.find((one) => one.resourceId === resourceId);
  return {
    resourceId,
    files: rosters?.find((one) => one.resourceId === resourceId)?.files ?? [],
    current: plan.current.length,
    desired: plan.entries.length,
    added,
    removed,
    changed,
    rekeyed,
    deleted,
    expired,
    unchanged: plan.unchanged,
    refreshed: plan.refreshed,
    carried: plan.carried.length,
    deferred: plan.deferred,
    sent: plan.resources.length,
    violations: (guards?.violations ?? []).filter((one) => isAbout(one, resourceId)),
    synced: result?.synced ?? (isSending ? "unknown" : "no"),
    verified: result?.verified ?? false,
    notAsSent: result?.notAsSent,
  };
}

/** Whether a violation is about this resource, or about the accounts of all of them. */
function isAbout({ resourceId, code }: Violation, id: string): boolean {
  return resourceId === id || (resourceId === undefined && code !== "plan-changed");
}
