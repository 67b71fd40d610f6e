// The rows that Vanta returns: which ones are current, and in which fields two of them differ.
import { COMPARED_FIELDS, FIELDS, type Field, type Row } from "../model/account.js";
import { isAbsent, sameValue } from "../model/equality.js";
import { byUniqueId } from "../model/order.js";
import type { FieldChange } from "../model/outcome.js";

/** The rows that are not deleted, in order of `uniqueId`. Of rows with the same one, the last. */
export function liveRows(rows: readonly Row[]): readonly Row[] {
  const live = rows.filter(isLive);
  return [...new Map(live.map((row) => [row.uniqueId, row])).values()].sort(byUniqueId);
}

/** Whether a row is not deleted in Vanta. */
export function isLive(row: Row): boolean {
  return row["deletedAt"] === undefined || row["deletedAt"] === null;
}

/** Whether an account is active. A row with an unknown status counts as active. */
export function isActive(row: Row): boolean {
  return row["status"] !== "DEACTIVATED";
}

/** The row with only the fields that a roster has, without empty optional ones. */
export function fieldsOf(row: Row): Row {
  const known = FIELDS.filter((field) => !isAbsent(field, row[field]));
  return {
    ...Object.fromEntries(known.map((field) => [field, row[field]])),
    uniqueId: row.uniqueId,
  };
}

/** The fields in which two rows differ, in the order of account.ts, except activity fields. */
export function changedFields(before: Row, after: Row): readonly FieldChange[] {
  return COMPARED_FIELDS.filter((field) => differs(field, before, after)).map((field) => ({
    field,
    ...optionalEntry("before", before[field]),
    ...optionalEntry("after", after[field]),
  }));
}

/** Whether two rows have different values in a field. */
export function differs(field: Field, before: Row, after: Row): boolean {
  // Comparing normal forms is slow, and most values are identical: `===` goes first.
  return before[field] !== after[field] && !sameValue(field, before[field], after[field]);
}

/** An object with the one entry; empty if the value is undefined or null. */
function optionalEntry<Key extends string>(
  key: Key,
  value: unknown,
): Partial<Record<Key, unknown>> {
  const entry: Partial<Record<Key, unknown>> = {};
  if (value !== undefined && value !== null) entry[key] = value;
  return entry;
}
