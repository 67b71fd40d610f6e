// The effect of a pull request: its roster against that of the commit it started from, without asking Vanta. Drift that was
// there before is not in it.
import { compareText } from "../model/order.js";
import type { ResourceEffect } from "../model/outcome.js";
import type { Roster } from "../roster/roster.js";
import { planResource, type ResourcePlan, type Retention } from "./plan.js";

/** Stands for "no resource ID" while resources are matched; no resource ID is empty. */
const UNNAMED = "";

/** What the change from `base` to `own` does to each resource, in order of resource ID; a roster that only one side has counts as empty on the other. */
export function planEffect(
  base: readonly Roster[],
  own: readonly Roster[],
  retention: Retention,
): readonly ResourcePlan[] {
  const before = byResource(base);
  const after = byResource(own);
  return [...new Set([...before.keys(), ...after.keys()])].sort(compareText).map((resourceId) => {
    const rows = (before.get(resourceId)?.entries ?? []).map(({ account }) => account);
    const { entries, forget } = after.get(resourceId) ?? { entries: [], forget: new Set<string>() };
    return planResource(resourceId, rows, { entries, forget }, retention);
  });
}

/** The plan of an effect as the reports show it. */
export function toEffect({
  resourceId,
  added,
  removed,
  changed,
  rekeyed,
}: ResourcePlan): ResourceEffect {
  return { ...(resourceId === UNNAMED ? {} : { resourceId }), added, removed, changed, rekeyed };
}

function byResource(rosters: readonly Roster[]): ReadonlyMap<string, Roster> {
  return new Map(rosters.map((roster) => [roster.resourceId ?? UNNAMED, roster]));
}
