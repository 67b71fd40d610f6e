// The effect of a pull request: its roster against that of the commit it started from, without
// Vanta. Drift that was there before is not part of it.
import { compareText } from "../model/order.js";
import type { Roster } from "../roster/roster.js";
import type { Retention } from "./departures.js";
import { type ChangePlan, planChanges } from "./plan.js";

/** The effect on one resource; `resourceId` is absent where the rosters name none. */
export interface EffectPlan extends ChangePlan {
  readonly resourceId: string | undefined;
}

/**
 * What the change from `base` to `own` does to each resource, in order of resource ID. A roster
 * that only one side has counts as empty on the other.
 */
export function planEffect(
  base: readonly Roster[],
  own: readonly Roster[],
  retention: Retention,
): readonly EffectPlan[] {
  const before = new Map(base.map((roster) => [roster.resourceId, roster]));
  const after = new Map(own.map((roster) => [roster.resourceId, roster]));
  const resourceIds = [...new Set([...before.keys(), ...after.keys()])];
  return resourceIds
    .sort((one, other) => compareText(one ?? "", other ?? ""))
    .map((resourceId) => {
      const rows = before.get(resourceId)?.entries.map(({ account }) => account) ?? [];
      const desired = after.get(resourceId) ?? { entries: [], forget: new Set<string>() };
      return { resourceId, ...planChanges(rows, desired, retention) };
    });
}
