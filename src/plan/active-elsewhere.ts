// Removed accounts of people who are still ACTIVE in the roster of another resource of the run:
// they may have been moved by mistake.
import { isActive } from "../model/account.js";
import type { ResourcePlan } from "./plan.js";

/** `from`: the resource they leave; `to`: one whose roster has the same email as ACTIVE. */
export interface ActiveElsewhere {
  readonly from: string;
  readonly uniqueId: string;
  readonly to: string;
}

/** Finds them, ignoring the case of emails. */
export function findActiveElsewhere(plans: readonly ResourcePlan[]): readonly ActiveElsewhere[] {
  const leaving = plans.flatMap(({ resourceId, removed }) =>
    removed.map(({ uniqueId, account }) => ({ resourceId, uniqueId, email: account["email"] })),
  );
  if (plans.length < 2 || leaving.length === 0) return [];
  const active = plans.map(({ resourceId, entries }) => ({
    resourceId,
    emails: new Set(
      entries
        .filter(({ account }) => isActive(account))
        .map(({ account }) => account.email.toLowerCase()),
    ),
  }));
  return leaving.flatMap(({ resourceId, uniqueId, email }) => {
    if (typeof email !== "string") return [];
    const other = active.find(
      (one) => one.resourceId !== resourceId && one.emails.has(email.toLowerCase()),
    );
    return other === undefined ? [] : [{ from: resourceId, uniqueId, to: other.resourceId }];
  });
}
