// What Vanta has before a sync, as a roster: syncing it undoes the sync.
import { isAccount } from "../roster/schema.js";
import type { ResourcePlan } from "./plan.js";
import { fieldsOf } from "./rows.js";

export interface Backup {
  /** A roster file in JSON. */
  readonly content: string;
  /** `uniqueId`s of rows that are in it as Vanta has them, but that no roster may have. */
  readonly invalid: readonly string[];
}

/**
 * The current rows of one resource as a roster; none is left out. The accounts that the sync adds
 * are under `forget`, so that undoing takes them away again.
 */
export function renderBackup({ resourceId, current, added }: ResourcePlan): Backup {
  const resources = current.map(fieldsOf);
  const forget = added.map(({ uniqueId }) => uniqueId);
  const roster = {
    resourceId,
    forget: forget.length > 0 ? forget : undefined,
    resources,
  };
  const invalid = resources.filter((row) => !isAccount(row)).map(({ uniqueId }) => uniqueId);
  return { content: `${JSON.stringify(roster, null, 2)}\n`, invalid };
}
