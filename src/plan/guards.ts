// What a plan must not do without a person's approval. The only place that can make what the writer
// takes: `approve` seals the whole plan, or returns what is against it, and nothing can be sent.
import { isAccessField, isActive } from "../model/account.js";
import type { Approval, Limit, Limits } from "../model/limits.js";
import { type Message, msg } from "../model/message.js";
import {
  type ChangedAccount,
  type GuardCode,
  isAccessChange,
  isChange,
  type Violation,
} from "../model/outcome.js";
import type { Replacement } from "../model/ports.js";
import { allowance, ofKind } from "./allowance.js";
import type { ChangePlan, Plan, ResourcePlan } from "./plan.js";

// Not exported: no other module can make an Approved without it.
const seal = Symbol("approved");

/** One resource of a plan that no guard stops; what the writer demands. */
export interface Approved extends Replacement {
  readonly [seal]: true;
  readonly plan: ResourcePlan;
}

/** Every violation, waived or not; and the sealed plan where none is in force. */
export interface GuardResult {
  readonly violations: readonly Violation[];
  readonly approved?: readonly Approved[] | undefined;
}

/** Checks every guard on every resource. All resources are approved together, or none is. */
export function approve(plan: Plan, limits: Limits, approval: Approval): GuardResult {
  const waivedBy = waiver(plan.digest, approval);
  const tripped = [
    ...plan.resources.flatMap(({ entries, resourceId }) =>
      checkEmpty(entries.length, limits, resourceId),
    ),
    ...checkLimits(plan.resources, limits),
  ];
  const violations = tripped.map((violation): Violation => ({ ...violation, waivedBy }));
  const { approvedPlan } = approval;
  const isOther = approvedPlan !== undefined && approvedPlan !== plan.digest;
  if (isOther && plan.resources.some(isChange)) {
    violations.push(planChanged(plan.digest, approvedPlan));
  }
  if (violations.some(isInForce)) return { violations };
  return { violations, approved: plan.resources.map(sealed) };
}

/** Whether a violation stops the run. */
export function isInForce(violation: Violation): boolean {
  return violation.waivedBy === undefined;
}

/** The guard that needs no plan: a roster without accounts. */
export function checkEmpty(
  accounts: number,
  { allowEmpty }: Pick<Limits, "allowEmpty">,
  resourceId: string | undefined,
): readonly Violation[] {
  if (accounts > 0 || allowEmpty) return [];
  const message = msg`The roster has no accounts, so every account would be removed. If this is intended, set allow-empty: true.`;
  return [{ code: "empty-roster", resourceId, message, accounts: [] }];
}

/** A plan, and its resource where that is known. */
type Checked = ChangePlan & { readonly resourceId: string | undefined };

/**
 * The guards with limits. A percentage is of each resource, a count of all resources together. A
 * violation of the whole run names a resource only where there is one.
 */
export function checkLimits(plans: readonly Checked[], limits: Limits): readonly Violation[] {
  return LIMITED.flatMap((guard) => {
    const allowed = guard.limitsIn(limits);
    const tallies = plans.map((plan) => ({ resourceId: plan.resourceId, ...guard.tally(plan) }));
    const ofEach = tallies.flatMap((tally) => {
      const limit = exceeded(tally, ofKind(allowed, "percent"));
      return limit === undefined ? [] : [violationOf(guard, tally, limit, tally.resourceId)];
    });
    const [only] = tallies;
    if (only === undefined) return ofEach;
    const all = tallies.length === 1 ? only : sumOf(tallies);
    const limit = exceeded(all, ofKind(allowed, "count"));
    if (limit === undefined || (tallies.length === 1 && ofEach.length > 0)) return ofEach;
    return [...ofEach, violationOf(guard, all, limit, all.resourceId)];
  });
}

/** How many accounts count for a guard, and of how many. */
interface Tally {
  readonly accounts: readonly string[];
  readonly whole: number;
  readonly causes: Causes;
  /** Whether the guard looks at this at all. */
  readonly applies: boolean;
}

/** How many accounts are removed by which cause. */
interface Causes {
  readonly left: number;
  readonly deactivated: number;
  readonly cannotBeSent: number;
  /** In the last 24 hours, before this plan. */
  readonly earlier: number;
}

const NO_CAUSES: Causes = { left: 0, deactivated: 0, cannotBeSent: 0, earlier: 0 };

interface LimitedGuard {
  readonly code: GuardCode;
  readonly limitsIn: (limits: Limits) => readonly Limit[];
  readonly tally: (plan: ChangePlan) => Tally;
  readonly describe: (tally: Tally) => Message;
}

const LIMITED: readonly LimitedGuard[] = [
  {
    code: "max-removals",
    limitsIn: ({ maxRemovals }) => maxRemovals,
    tally: tallyRemovals,
    describe: ({ accounts, whole, causes }) =>
      msg`${accounts.length} of ${whole} ACTIVE accounts would be removed (${removalCauses(causes)})`,
  },
  {
    code: "max-removals-per-day",
    limitsIn: ({ maxRemovalsPerDay }) => maxRemovalsPerDay,
    tally: (plan) => {
      const { accounts, whole, causes, applies } = tallyRemovals(plan);
      const now = new Set(accounts);
      const earlier = plan.recentlyRemoved.filter((uniqueId) => !now.has(uniqueId));
      return {
        accounts: [...accounts, ...earlier],
        whole: whole + earlier.length,
        causes: { ...causes, earlier: earlier.length },
        applies,
      };
    },
    describe: ({ accounts, whole, causes }) =>
      msg`${accounts.length} of ${whole} accounts would be removed within 24 hours (${removalCauses(causes)}, ${causes.earlier} before this plan)`,
  },
  {
    code: "max-access-changes",
    limitsIn: ({ maxAccessChanges }) => maxAccessChanges,
    tally: tallyAccessChanges,
    describe: ({ accounts, whole }) =>
      msg`The access of ${accounts.length} of ${whole} accounts would change (email, permission level, sign-in, MFA, or back to ACTIVE)`,
  },
];

function tallyRemovals({ removed, changed, deleted, current, incomplete }: ChangePlan): Tally {
  const cannotBeSent = new Set(incomplete);
  const left = removed.filter(({ uniqueId }) => !cannotBeSent.has(uniqueId));
  const deactivated = changed.filter(isDeactivation);
  const lost = deleted.filter(({ why }) => why === "cannot-carry");
  const accounts = [...removed, ...deactivated, ...lost].map(({ uniqueId }) => uniqueId);
  return {
    accounts,
    whole: current.filter(isActive).length,
    causes: {
      ...NO_CAUSES,
      left: left.length,
      deactivated: deactivated.length,
      cannotBeSent: incomplete.length + lost.length,
    },
    applies: accounts.length > 0,
  };
}

function removalCauses({ left, deactivated, cannotBeSent }: Causes): string {
  const sent = cannotBeSent === 0 ? "" : `, ${cannotBeSent} cannot be sent`;
  return `${left} left the roster, ${deactivated} set to DEACTIVATED${sent}`;
}

/** A re-keyed pair is one account, compared field by field. */
function tallyAccessChanges({ changed, rekeyed, current }: ChangePlan): Tally {
  const pairs = rekeyed.filter(({ fields }) => fields.some(({ field }) => isAccessField(field)));
  const ids = changed
    .filter(({ fields }) => isAccessChange(fields))
    .map(({ uniqueId }) => uniqueId);
  return {
    accounts: [...ids, ...pairs.map(({ to }) => to)],
    whole: current.length,
    causes: NO_CAUSES,
    applies: true,
  };
}

/** A change to DEACTIVATED in the roster, which is as much a removal as leaving it. */
function isDeactivation({ fields }: ChangedAccount): boolean {
  return fields.some(({ field, after }) => field === "status" && after === "DEACTIVATED");
}

/** The first limit that the accounts exceed. */
function exceeded({ accounts, whole, applies }: Tally, limits: readonly Limit[]) {
  if (!applies) return undefined;
  return limits.find((limit) => accounts.length > allowance(limit, whole));
}

function sumOf(tallies: readonly Tally[]): Tally & { readonly resourceId: undefined } {
  const sum = (of: (tally: Tally) => number) =>
    tallies.reduce((total, tally) => total + of(tally), 0);
  return {
    resourceId: undefined,
    accounts: tallies.flatMap(({ accounts }) => accounts),
    whole: sum(({ whole }) => whole),
    causes: {
      left: sum(({ causes }) => causes.left),
      deactivated: sum(({ causes }) => causes.deactivated),
      cannotBeSent: sum(({ causes }) => causes.cannotBeSent),
      earlier: sum(({ causes }) => causes.earlier),
    },
    applies: tallies.some(({ applies }) => applies),
  };
}

function violationOf(
  guard: LimitedGuard,
  tally: Tally,
  limit: Limit,
  resourceId: string | undefined,
): Violation {
  const { accounts, whole } = tally;
  const allowed = allowance(limit, whole);
  const inWords =
    limit.kind === "count" ? `${allowed}` : `${allowed} (${limit.value}% of ${whole}, rounded up)`;
  return {
    code: guard.code,
    resourceId,
    counted: { accounts: accounts.length, whole, limit: allowed },
    message: msg`${guard.describe(tally)}, and ${guard.code} allows ${inWords}.`,
    accounts,
  };
}

function waiver(digest: string, { approvedPlan, approvalsFile }: Approval): Violation["waivedBy"] {
  if (approvedPlan === digest) return "approved-plan";
  return approvalsFile.has(digest) ? "approvals-file" : undefined;
}

function planChanged(digest: string, approved: string): Violation {
  return {
    code: "plan-changed",
    message: msg`approved-plan is ${approved}, but the plan of this run is ${digest}: the roster or Vanta changed since it was approved. Review this plan and approve its digest.`,
    accounts: [],
  };
}

function sealed(plan: ResourcePlan): Approved {
  return { [seal]: true, resourceId: plan.resourceId, resources: plan.resources, plan };
}
