// How text of a roster is quoted: under a field that says whether it may be shown where personal data is hidden. What stands in
// the wrong place may be anything, hence also personal.
import { FIELDS, type Field, isPersonalField } from "../../model/account.js";
import { type Quote, quote } from "../../model/message.js";

/** The keys of a roster, beside `$schema` and those that begin with `x-`. */
export const ROSTER_KEYS = ["resourceId", "defaults", "forget", "resources"] as const;

const KNOWN_KEYS: ReadonlySet<string> = new Set([...FIELDS, ...ROSTER_KEYS, "$schema", "<<"]);

/** Quotes a value as it was found; `field` is the one whose value it is, if any. */
export function quoteValue(value: string, field?: Field): Quote {
  return quote(value, field !== undefined && isPersonalField(field) ? field : "value");
}

/** Quotes a key as it was found. */
export function quoteKey(key: string): Quote {
  return KNOWN_KEYS.has(key) ? quote(key) : quote(key, "key");
}
