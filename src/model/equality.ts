// When two values of a field count as equal, and the normal form by which they are compared.
import { ACCOUNT_FIELDS, isField, isRequired } from "./account.js";

/** Whether a field has no value: it is undefined, or it is optional and null, `[]` or `{}`. */
export function isAbsent(field: string, value: unknown): boolean {
  return value === undefined || (isField(field) && !isRequired(field) && isEmptyValue(value));
}

/**
 * Whether two values of a field mean the same. Timestamps are compared as instants in milliseconds,
 * lists as sets. For optional fields undefined, null, `[]` and `{}` are equal.
 */
export function sameValue(field: string, one: unknown, other: unknown): boolean {
  // Most values are equal as they are, and need no normal form: 100,000 accounts in a second.
  return isSameAsWritten(one, other) || normalForm(field, one) === normalForm(field, other);
}

/** Whether two values are the same, or lists of the same texts in the same order. */
export function isSameAsWritten(one: unknown, other: unknown): boolean {
  return one === other || haveSameElements(one, other);
}

function haveSameElements(one: unknown, other: unknown): boolean {
  if (!Array.isArray(one) || !Array.isArray(other) || one.length !== other.length) return false;
  return one.every((element, index) => element === other[index]);
}

/** A string that is the same for two values of a field exactly if they are equal. */
export function normalForm(field: string, value: unknown): string {
  if (isAbsent(field, value)) return "";
  if (isField(field) && ACCOUNT_FIELDS[field].kind === "timestamp" && typeof value === "string") {
    const instant = parseInstant(value);
    // The @ keeps it apart from a number: a row of Vanta's may have any value in any field.
    return instant === undefined ? JSON.stringify(value) : `@${instant}`;
  }
  if (Array.isArray(value)) return `[${[...new Set(value.map(canonicalJson))].sort().join(",")}]`;
  return canonicalJson(value);
}

/** Whether a value is undefined, null, `[]` or `{}`. */
export function isEmptyValue(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  return typeof value === "object" && Object.keys(value).length === 0;
}

/** JSON with the keys of every object in code-unit order. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const pairs = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
    return `{${pairs.map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`).join(",")}}`;
  }
  return JSON.stringify(value) ?? "null";
}

/** The instant in a field of a row, which may have any value. */
export function instantIn(value: unknown): number | undefined {
  return typeof value === "string" ? parseInstant(value) : undefined;
}

/** The usual form, which needs no taking apart. */
const SIMPLE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

/**
 * Milliseconds since 1970 of a date-time with an offset; undefined if it is not one. Digits after
 * the milliseconds are dropped, and a leap second counts as the next second. A space may replace
 * the T, since Vanta may return timestamps in another form than they were sent in.
 */
export function parseInstant(value: string): number | undefined {
  if (SIMPLE.test(value)) {
    const instant = Date.parse(value);
    if (!Number.isNaN(instant)) return instant;
  }
  const match = /^(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d):(\d\d)(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/.exec(
    value,
  );
  if (match === null) return undefined;
  const [, date, minute, second, fraction = "", offset = ""] = match;
  const leap = second === "60";
  const instant = Date.parse(
    `${date}T${minute}:${leap ? "59" : second}${fraction.slice(0, 4)}${offset.toUpperCase()}`,
  );
  return Number.isNaN(instant) ? undefined : instant + (leap ? 1000 : 0);
}
