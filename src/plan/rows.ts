// Rows as Vanta returns them: which count as current, and in which fields two of them differ.
import { COMPARED_FIELDS, FIELDS, isActive, type Row } from "../model/account.js";
import { isAbsent, sameValue } from "../model/equality.js";
import { byUniqueId } from "../model/order.js";
import type { FieldChange } from "../model/outcome.js";

/**
 * The rows that are not deleted, in order of `uniqueId`. Of rows with the same one, the last that
 * is active counts, so that no guard takes someone with access for one who left.
 */
export function liveRows(rows: readonly Row[]): readonly Row[] {
  const live = new Map<string, Row>();
  for (const row of rows.filter(isLive)) {
    const before = live.get(row.uniqueId);
    if (before === undefined || isActive(row) || !isActive(before)) live.set(row.uniqueId, row);
  }
  return [...live.values()].sort(byUniqueId);
}

/**
 * Whether Vanta has not deleted the row. Only a non-empty string in `deletedAt` means that it has.
 */
export function isLive(row: Row): boolean {
  return typeof row["deletedAt"] !== "string" || row["deletedAt"] === "";
}

/** The row with only the fields that a roster has, without empty optional ones. */
export function fieldsOf(row: Row): Row {
  const fields: Record<string, unknown> = {};
  for (const field of FIELDS) {
    const value = row[field];
    if (!isAbsent(field, value)) fields[field] = value;
  }
  return { ...fields, uniqueId: row.uniqueId };
}

/** The fields in which two rows differ, in the order of account.ts, except activity fields. */
export function changedFields(before: Row, after: Row): readonly FieldChange[] {
  return COMPARED_FIELDS.filter((field) => !sameValue(field, before[field], after[field])).map(
    (field) => ({
      field,
      before: before[field] ?? undefined,
      after: after[field] ?? undefined,
    }),
  );
}
