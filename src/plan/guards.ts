// What a plan must not do without a person's approval. The only place that can make what the writer
// takes: `approve` seals the whole plan, or returns what is against it, and nothing can be sent.
import { isAccessField } from "../model/account.js";
import type { Approval, Limit, Limits } from "../model/limits.js";
import { joinMessages, type Message, msg } from "../model/message.js";
import type { ChangedAccount, GuardCode, Violation } from "../model/outcome.js";
import type { Replacement } from "../model/ports.js";
import type { ChangePlan, Plan, ResourcePlan } from "./plan.js";
import { isActive } from "./rows.js";

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
  const violations = plan.resources.flatMap((resource) =>
    checkLimits(resource, limits).map((violation): Violation => {
      return { ...violation, resourceId: resource.resourceId, waivedBy };
    }),
  );
  if (approval.approvedPlan !== undefined && approval.approvedPlan !== plan.digest) {
    violations.push(planChanged(plan.digest, approval.approvedPlan));
  }
  if (violations.some(isInForce)) return { violations };
  return { violations, approved: plan.resources.map(sealed) };
}

/** Whether a violation stops the run. */
export function isInForce(violation: Violation): boolean {
  return violation.waivedBy === undefined;
}

/** The guards that look at one resource; `approve` adds the one that looks at the whole plan. */
export function checkLimits(plan: ChangePlan, limits: Limits): readonly Violation[] {
  return GUARDS.flatMap(({ code, check }) => {
    const finding = check(plan, limits);
    return finding === undefined ? [] : [{ code, ...finding }];
  });
}

/** The guard that needs no plan: a roster without accounts. Undefined where it does not trip. */
export function checkEmpty(accounts: number, allowEmpty: boolean): Finding | undefined {
  if (accounts > 0 || allowEmpty) return undefined;
  return {
    message: msg`The roster holds no account, so everybody would count as having left. If that is meant, set allow-empty: true.`,
    accounts: [],
  };
}

type Finding = Pick<Violation, "message" | "accounts">;

interface Guard {
  readonly code: GuardCode;
  readonly check: (plan: ChangePlan, limits: Limits) => Finding | undefined;
}

const GUARDS: readonly Guard[] = [
  {
    code: "empty-roster",
    check: ({ entries }, { allowEmpty }) => checkEmpty(entries.length, allowEmpty),
  },
  { code: "max-removals", check: checkRemovals },
  { code: "max-access-changes", check: checkAccessChanges },
];

function checkRemovals(plan: ChangePlan, { maxRemovals }: Limits): Finding | undefined {
  const left = plan.removed.map(({ uniqueId }) => uniqueId);
  const deactivated = plan.changed.filter(isDeactivation).map(({ uniqueId }) => uniqueId);
  const active = plan.current.filter(isActive).length;
  const leavers = exceeded(left.length + deactivated.length, active, maxRemovals);
  const expired = exceeded(plan.expired.length, plan.current.length, maxRemovals);
  const parts: Message[] = [];
  if (leavers !== undefined) {
    parts.push(
      msg`${left.length + deactivated.length} of ${active} ACTIVE accounts would lose access (${left.length} left the roster, ${deactivated.length} set to DEACTIVATED), and max-removals allows ${leavers}.`,
    );
  }
  if (expired !== undefined) {
    parts.push(
      msg`${plan.expired.length} of ${plan.current.length} accounts in Vanta have expired and would be left out, and max-removals allows ${expired}.`,
    );
  }
  if (parts.length === 0) return undefined;
  const counted = [
    ...(leavers === undefined ? [] : [...left, ...deactivated]),
    ...(expired === undefined ? [] : plan.expired),
  ];
  return { message: joinMessages(parts, " "), accounts: [...new Set(counted)] };
}

function checkAccessChanges(plan: ChangePlan, { maxAccessChanges }: Limits): Finding | undefined {
  const accounts = plan.changed.filter(isAccessChange).map(({ uniqueId }) => uniqueId);
  const limit = exceeded(accounts.length, plan.current.length, maxAccessChanges);
  if (limit === undefined) return undefined;
  return {
    message: msg`The access of ${accounts.length} of ${plan.current.length} accounts would change (e-mail, permission level, sign-in, MFA, or back to ACTIVE), and max-access-changes allows ${limit}.`,
    accounts,
  };
}

/** A change to DEACTIVATED in the roster, which is as much a removal as leaving it. */
function isDeactivation({ fields }: ChangedAccount): boolean {
  return fields.some(({ field, after }) => field === "status" && after === "DEACTIVATED");
}

/** A change of what someone may do or how they sign in, or their return to ACTIVE. */
export function isAccessChange({ fields }: ChangedAccount): boolean {
  return fields.some(
    ({ field, after }) => isAccessField(field) || (field === "status" && after === "ACTIVE"),
  );
}

/** The first limit that `count` exceeds, in words; undefined where it is within all. */
function exceeded(count: number, whole: number, limits: readonly Limit[]): string | undefined {
  const limit = limits.find((one) => count > allowed(one, whole));
  if (limit === undefined) return undefined;
  return limit.kind === "count"
    ? `${limit.value}`
    : `${allowed(limit, whole)} (${limit.value}% of ${whole}, rounded up)`;
}

/** Rounded up. In hundredths of a percent: as floats, 7% of 100 would be 7.000000000000001. */
function allowed(limit: Limit, whole: number): number {
  return limit.kind === "count"
    ? limit.value
    : Math.ceil((Math.round(limit.value * 100) * whole) / 10_000);
}

function waiver(digest: string, { approvedPlan, approvalsFile }: Approval): Violation["waivedBy"] {
  if (approvedPlan === digest) return "approved-plan";
  return approvalsFile.has(digest) ? "approvals-file" : undefined;
}

function planChanged(digest: string, approved: string): Violation {
  return {
    code: "plan-changed",
    message: msg`approved-plan is ${approved}, and the plan of this run is ${digest}: the roster or Vanta changed since it was approved. Review this plan and approve its digest.`,
    accounts: [],
  };
}

function sealed(plan: ResourcePlan): Approved {
  return { [seal]: true, resourceId: plan.resourceId, resources: plan.resources, plan };
}
