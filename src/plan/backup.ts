// What Vanta holds before a sync, as a roster: syncing it undoes the sync.
import type { Row } from "../model/account.js";
import { isAccount } from "../roster/schema.js";
import type { ResourcePlan } from "./plan.js";
import { fieldsOf } from "./rows.js";

export interface Backup {
  /** A roster file in JSON. */
  readonly content: string;
  /** `uniqueId`s of the rows that are no valid account, and so are not in it. */
  readonly leftOut: readonly string[];
}

/** The current rows of one resource as a roster. It forgets the accounts that the sync adds, so that undoing takes them away again. */
export function renderBackup({ resourceId, current, added }: ResourcePlan): Backup {
  const rows = current.map(fieldsOf);
  const resources = rows.filter(isAccount);
  const leftOut = rows.filter((row) => !isAccount(row)).map(({ uniqueId }) => uniqueId);
  const forget = added.map(({ uniqueId }) => uniqueId);
  const roster: { resourceId: string; forget?: readonly string[]; resources: readonly Row[] } = {
    resourceId,
    ...(forget.length > 0 ? { forget } : {}),
    resources,
  };
  return { content: `${JSON.stringify(roster, null, 2)}\n`, leftOut };
}
