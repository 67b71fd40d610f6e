// The effect of a pull request: its roster against that of the commit it started from, without
// Vanta. Drift that was there before is not part of it.
import { sameValue } from "../model/equality.js";
import type { Changes, FieldChange, RestOfPlan } from "../model/outcome.js";
import type { Roster } from "../roster/roster.js";
import type { Retention } from "./departures.js";
import { type ChangePlan, planChanges, type ResourcePlan } from "./plan.js";

/** The effect on one resource; `resourceId` is absent where the rosters name none. */
export interface EffectPlan extends ChangePlan {
  readonly resourceId: string | undefined;
}

/**
 * What a plan changes besides the effect of a pull request, by account and field. Accounts that
 * expire belong to no pull request.
 */
export function changesBeyond(
  plans: readonly Pick<ResourcePlan, keyof Changes | "resourceId" | "expired">[],
  effects: readonly EffectPlan[],
): readonly RestOfPlan[] {
  return plans.map((plan) => {
    const { resourceId, expired } = plan;
    const effect = effects.find((one) => one.resourceId === resourceId);
    return { resourceId, expired, ...subtract(plan, effect ?? NO_CHANGES) };
  });
}

const NO_CHANGES: Changes = { added: [], removed: [], changed: [], rekeyed: [], deleted: [] };

function subtract(plan: Changes, effect: Changes): Changes {
  const isNew = outsideOf(effect.added);
  const isLeft = outsideOf([...effect.removed, ...effect.deleted]);
  const own = new Map(effect.changed.map(({ uniqueId, fields }) => [uniqueId, fields]));
  const added = plan.added.filter(isNew);
  const removed = plan.removed.filter(isLeft);
  const ids = new Set([...removed, ...added].map(({ uniqueId }) => uniqueId));
  return {
    added,
    removed,
    changed: plan.changed.flatMap((one) => {
      const fields = one.fields.filter((change) => !isAmong(change, own.get(one.uniqueId) ?? []));
      return fields.length === 0 ? [] : [{ ...one, fields }];
    }),
    rekeyed: plan.rekeyed.filter(({ from, to }) => ids.has(from) && ids.has(to)),
    deleted: plan.deleted.filter(isLeft),
  };
}

function outsideOf(accounts: readonly { readonly uniqueId: string }[]) {
  const ids = new Set(accounts.map(({ uniqueId }) => uniqueId));
  return ({ uniqueId }: { readonly uniqueId: string }): boolean => !ids.has(uniqueId);
}

/** Whether the pull request sets the field to the same value, whatever it was before. */
function isAmong({ field, after }: FieldChange, own: readonly FieldChange[]): boolean {
  return own.some((change) => change.field === field && sameValue(field, change.after, after));
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
  // By code units, and without an ID last.
  return resourceIds.sort().map((resourceId) => {
    const rows = before.get(resourceId)?.entries.map(({ account }) => account) ?? [];
    const desired = after.get(resourceId) ?? { entries: [], forget: new Set<string>() };
    return { resourceId, ...planChanges(rows, desired, retention) };
  });
}
