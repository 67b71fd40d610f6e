// When two values of a field count as equal, and the normal form that shows it.
import { ACCOUNT_FIELDS, isField, isRequired } from "./account.js";

/** Whether a field says nothing about its account: an optional one that is absent, null, `[]` or `{}`. */
export function isAbsent(field: string, value: unknown): boolean {
  return value === undefined || (isField(field) && !isRequired(field) && isEmptyValue(value));
}

/** Whether two values of one field mean the same: timestamps as instants to the millisecond, lists as sets, and for
 * optional fields absent, null, `[]` and `{}` are one. */
export function sameValue(field: string, one: unknown, other: unknown): boolean {
  return normalForm(field, one) === normalForm(field, other);
}

/** A string that two values of one field share exactly when {@link sameValue} holds. */
export function normalForm(field: string, value: unknown): string {
  if (isAbsent(field, value)) return "";
  if (isField(field) && ACCOUNT_FIELDS[field].kind === "timestamp" && typeof value === "string") {
    const instant = parseInstant(value);
    // Marked, so that a number of milliseconds (a row may hold anything) is not taken for the date-time.
    return instant === undefined ? JSON.stringify(value) : `@${instant}`;
  }
  if (Array.isArray(value)) return `[${[...new Set(value.map(canonicalJson))].sort().join(",")}]`;
  return canonicalJson(value);
}

/** Whether a value of an optional field says nothing: absent, null, `[]` or `{}`. */
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

/** Milliseconds since 1970 of a date-time with an offset (fractions cut, a leap second taken as the second after it), or
 * undefined where it cannot be read as one. Lenient: Vanta may normalise what it was sent. */
export function parseInstant(value: string): number | undefined {
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
