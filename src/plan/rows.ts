// Rows as Vanta returns them: which count as current, and in which fields two of them differ.
import { COMPARED_FIELDS, FIELDS, type Field, type Row } from "../model/account.js";
import { isAbsent, sameValue } from "../model/equality.js";
import { byUniqueId } from "../model/order.js";
import type { FieldChange } from "../model/outcome.js";

/** The rows without `deletedAt`, one for each `uniqueId` (the last, should Vanta return two), in order of `uniqueId`. */
export function liveRows(rows: readonly Row[]): readonly Row[] {
  const live = rows.filter(isLive);
  return [...new Map(live.map((row) => [row.uniqueId, row])).values()].sort(byUniqueId);
}

/** Whether Vanta has not deleted the row. */
export function isLive(row: Row): boolean {
  return row["deletedAt"] === undefined || row["deletedAt"] === null;
}

/** Whether an account may be used. Rows are read leniently: whatever is not DEACTIVATED counts as active. */
export function isActive(row: Row): boolean {
  return row["status"] !== "DEACTIVATED";
}

/** Only the fields that a roster has, without optional ones that say nothing. */
export function fieldsOf(row: Row): Row {
  const known = FIELDS.filter((field) => !isAbsent(field, row[field]));
  return {
    ...Object.fromEntries(known.map((field) => [field, row[field]])),
    uniqueId: row.uniqueId,
  };
}

/** The fields that differ between an account as it is and as it is to be, in the order of account.ts, activity left aside. */
export function changedFields(before: Row, after: Row): readonly FieldChange[] {
  return COMPARED_FIELDS.filter((field) => differs(field, before, after)).map((field) => ({
    field,
    ...present("before", before[field]),
    ...present("after", after[field]),
  }));
}

export function differs(field: Field, before: Row, after: Row): boolean {
  // Most fields of most accounts are the same to the letter, and need no normal form: 100,000 accounts in a second.
  return before[field] !== after[field] && !sameValue(field, before[field], after[field]);
}

/** Unknown is absent, not null. */
function present<Key extends string>(key: Key, value: unknown): Partial<Record<Key, unknown>> {
  const pair: Partial<Record<Key, unknown>> = {};
  if (value !== undefined && value !== null) pair[key] = value;
  return pair;
}
