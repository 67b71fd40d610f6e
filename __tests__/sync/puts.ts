// Approved plans for the tests of sync/: u-1 changes, u-2 leaves, u-8 is carried, u-9 is added.
import type { Row } from "../../src/model/account.js";
import { msg } from "../../src/model/message.js";
import { type Effect, VantaError } from "../../src/model/ports.js";
import { type Approved, approve } from "../../src/plan/guards.js";
import { planAll } from "../../src/plan/plan.js";
import { account, leaver, planInput, policy, row } from "../support/accounts.js";

export const BEFORE: readonly Row[] = [row("u-1"), row("u-2"), leaver("u-8", 9)];
const ROSTER = [account("u-9"), account("u-1", { fullName: "Ada" })];

const LIMITS = { allowEmpty: true, maxRemovals: [], maxRemovalsPerDay: [], maxAccessChanges: [] };

/** The same plan for each resource. */
export function approvedFor(
  resourceIds: readonly string[],
  rows: readonly Row[] = BEFORE,
  roster = ROSTER,
): readonly Approved[] {
  const plan = planAll(
    resourceIds.map((id) => planInput(id, rows, roster)),
    policy(),
  );
  return approve(plan, LIMITS, { approvalsFile: new Map() }).approved ?? [];
}

/** The plan of a single resource. */
export function approvedOne(...options: [rows?: readonly Row[], roster?: typeof ROSTER]): Approved {
  const [approved] = approvedFor(["a"], ...options);
  if (approved === undefined) throw new Error("not approved");
  return approved;
}

/** A request that did not succeed. */
export function vantaError(
  effect: Effect,
  facts: { status?: number; element?: number } = {},
): VantaError {
  return new VantaError(msg`Vanta said no.`, { effect, ...facts });
}
