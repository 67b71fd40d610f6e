// Renders the accounts that Vanta has before a sync as a roster. Syncing it undoes the sync.
import type { Row } from "../model/account.js";
import { isAccount } from "../roster/schema.js";
import type { ResourcePlan } from "./plan.js";
import { fieldsOf } from "./rows.js";

/** The backup of one resource. */
export interface Backup {
  /** A roster file in JSON. */
  readonly content: string;
  /** `uniqueId`s of the rows that are not in it, because they are not valid accounts. */
  readonly leftOut: readonly string[];
}

/**
 * Renders the current rows of one resource as a roster. It lists the accounts that the sync adds
 * under `forget`, so that syncing the backup removes them again.
 */
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
