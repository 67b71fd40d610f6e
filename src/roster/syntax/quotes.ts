// Quotes text of a roster for messages. Each quote names a field, which tells reports whether to
// mask it as personal data. A text in the wrong place may be personal too.
import { FIELDS, type Field, isPersonalField } from "../../model/account.js";
import { toSingleLine } from "../../model/format.js";
import { type Quote, quote } from "../../model/message.js";

/** The keys of a roster, except `$schema` and those that begin with `x-`. */
export const ROSTER_KEYS = ["resourceId", "defaults", "forget", "resources"] as const;

const KNOWN_KEYS: ReadonlySet<string> = new Set([...FIELDS, ...ROSTER_KEYS, "$schema", "<<"]);

/** Quotes a value as it was found. `field` is the account field that it belongs to, if any. */
export function quoteValue(value: string, field?: Field): Quote {
  return quote(value, field !== undefined && isPersonalField(field) ? field : "value");
}

/** Whether a message quotes the whole value, so that it can be copied from there. */
export function isShownWhole(value: string): boolean {
  return toSingleLine(value) === value;
}

/** Quotes a key as it was found. An unknown key may be personal. */
export function quoteKey(key: string): Quote {
  return KNOWN_KEYS.has(key) ? quote(key) : quote(key, "key");
}
