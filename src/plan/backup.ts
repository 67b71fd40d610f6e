// What Vanta has before a sync, as a roster: syncing it undoes the sync.
import { FIELDS, type Row, type UserAccount } from "../model/account.js";
import { isSameAsWritten } from "../model/equality.js";
import { jsonInParts } from "../model/json-parts.js";
import { isAccount } from "../roster/schema.js";
import type { ResourcePlan } from "./plan.js";
import { fieldsOf } from "./rows.js";

export interface Backup {
  /** A roster file in JSON, in parts: all of it at once would take as much memory as the rows. */
  readonly parts: Iterable<string>;
  /** `uniqueId`s of rows that are in it as Vanta has them, but that no roster may have. */
  readonly invalid: readonly string[];
}

/**
 * The current rows of one resource as a roster; none is left out. The accounts that the sync adds
 * are under `forget`, so that undoing takes them away again.
 */
export function renderBackup({ resourceId, current, added, entries }: ResourcePlan): Backup {
  const forget = added.map(({ uniqueId }) => uniqueId);
  const head = { resourceId, forget: forget.length > 0 ? forget : undefined };
  const accounts = new Map(entries.map(({ account }) => [account.uniqueId, account]));
  const invalid = current
    .filter((row) => !isInRoster(row, accounts.get(row.uniqueId)) && !isAccount(fieldsOf(row)))
    .map(({ uniqueId }) => uniqueId);
  const parts = jsonInParts(head, current, { indent: 2, select: fieldsOf });
  return { parts, invalid };
}

/** Whether the roster has the row just so. It is valid then, as most are in a large roster. */
function isInRoster(row: Row, account: UserAccount | undefined): boolean {
  if (account === undefined) return false;
  return FIELDS.every((field) => isSameAsWritten(row[field], account[field]));
}
