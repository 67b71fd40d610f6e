// What a plan must not do without a human's word: a table of guards. The only place that can make what the writer takes:
// `approve` seals the whole plan, or returns what stands against it, and nothing of it can be sent.
import { isAccessField } from "../model/account.js";
import type { Approval, Limit, Limits } from "../model/limits.js";
import { joinMessages, type Message, msg } from "../model/message.js";
import type { ChangedAccount, GuardCode, Violation } from "../model/outcome.js";
import type { Replacement } from "../model/ports.js";
import type { Plan, ResourcePlan } from "./plan.js";
import { isActive } from "./rows.js";

// Not exported: without it no other module can build an Approved, short of a cast, which the linter and reviewers look for.
const seal = Symbol("approved");

/** One resource of a plan that every guard let pass; what the writer demands. */
export interface Approved extends Replacement {
  readonly [seal]: true;
  readonly plan: ResourcePlan;
}

/** Every violation, waived or not; and, where none is in force, the sealed plan. */
export interface Verdict {
  readonly violations: readonly Violation[];
  readonly approved?: readonly Approved[];
}

/** Checks every guard on every resource. All resources are approved together, or none is. */
export function approve(plan: Plan, limits: Limits, approval: Approval): Verdict {
  const waivedBy = waiver(plan.digest, approval);
  const tripped = plan.resources.flatMap((resource) => checkLimits(resource, limits));
  const violations = tripped.map((violation) =>
    waivedBy === undefined ? violation : { ...violation, waivedBy },
  );
  if (approval.approvedPlan !== undefined && approval.approvedPlan !== plan.digest)
    violations.push(planChanged(plan.digest, approval.approvedPlan));
  if (violations.some(isInForce)) return { violations };
  return { violations, approved: plan.resources.map(sealed) };
}

/** Whether a violation stops the run. */
export function isInForce(violation: Violation): boolean {
  return violation.waivedBy === undefined;
}

/** The guards that look at one resource; `approve` adds the one that looks at the whole. */
export function checkLimits(resource: ResourcePlan, limits: Limits): readonly Violation[] {
  return GUARDS.flatMap(({ code, check }) => {
    const finding = check(resource, limits);
    return finding === undefined ? [] : [{ code, resourceId: resource.resourceId, ...finding }];
  });
}

/** The guard that needs no plan: a roster without accounts. Undefined where there is nothing against it. */
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
  readonly check: (resource: ResourcePlan, limits: Limits) => Finding | undefined;
}

const GUARDS: readonly Guard[] = [
  {
    code: "empty-roster",
    check: ({ entries }, { allowEmpty }) => checkEmpty(entries.length, allowEmpty),
  },
  { code: "max-removals", check: checkRemovals },
  { code: "max-access-changes", check: checkAccessChanges },
];

function checkRemovals(resource: ResourcePlan, { maxRemovals }: Limits): Finding | undefined {
  const left = resource.removed.map(({ uniqueId }) => uniqueId);
  const deactivated = resource.changed.filter(isDeactivation).map(({ uniqueId }) => uniqueId);
  const active = resource.current.filter(isActive).length;
  const leavers = exceeded(left.length + deactivated.length, active, maxRemovals);
  const expired = exceeded(resource.expired.length, resource.current.length, maxRemovals);
  const parts: Message[] = [];
  if (leavers !== undefined) {
    parts.push(
      msg`${left.length + deactivated.length} of ${active} ACTIVE accounts would lose access (${left.length} left the roster, ${deactivated.length} set to DEACTIVATED), and max-removals allows ${leavers}.`,
    );
  }
  if (expired !== undefined) {
    parts.push(
      msg`${resource.expired.length} of ${resource.current.length} accounts in Vanta have expired and would be left out, and max-removals allows ${expired}.`,
    );
  }
  if (parts.length === 0) return undefined;
  const counted = [
    ...(leavers === undefined ? [] : [...left, ...deactivated]),
    ...(expired === undefined ? [] : resource.expired),
  ];
  return { message: joinMessages(parts, " "), accounts: [...new Set(counted)] };
}

function checkAccessChanges(
  resource: ResourcePlan,
  { maxAccessChanges }: Limits,
): Finding | undefined {
  const accounts = resource.changed.filter(isAccessChange).map(({ uniqueId }) => uniqueId);
  const limit = exceeded(accounts.length, resource.current.length, maxAccessChanges);
  if (limit === undefined) return undefined;
  return {
    message: msg`The access of ${accounts.length} of ${resource.current.length} accounts would change (e-mail, permission level, sign-in, MFA, or back to ACTIVE), and max-access-changes allows ${limit}.`,
    accounts,
  };
}

/** Somebody who stays in the roster and is set from active to DEACTIVATED there: as much a removal as leaving it. */
function isDeactivation({ fields }: ChangedAccount): boolean {
  return fields.some(({ field, after }) => field === "status" && after === "DEACTIVATED");
}

/** A change of who somebody is, what they may do, or how they sign in; or their return. */
export function isAccessChange({ fields }: ChangedAccount): boolean {
  return fields.some(
    ({ field, after }) => isAccessField(field) || (field === "status" && after === "ACTIVE"),
  );
}

/** The first limit that `count` is above, in words; undefined where it is within all. */
function exceeded(count: number, whole: number, limits: readonly Limit[]): string | undefined {
  const limit = limits.find((one) => count > allowed(one, whole));
  if (limit === undefined) return undefined;
  return limit.kind === "count"
    ? `${limit.value}`
    : `${allowed(limit, whole)} (${limit.value}% of ${whole}, rounded up)`;
}

/** Rounded up; in hundredths of a percent, so that 7% of 100 is 7 and not a float's 7.000000000000001. */
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
