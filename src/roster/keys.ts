// Reads the keys of a mapping: finds unknown ones, and suggests what a misspelled one means.
import { FIELDS, type Field } from "../model/account.js";
import { msg, quote } from "../model/message.js";
import { meantName } from "./synonyms.js";
import type { MapNode, Member, Members, ReportAt } from "./syntax/node.js";
import { quoteKey } from "./syntax/quotes.js";

/** What the keys of an account and of the defaults are. */
export const FIELD_NAMES: ReadonlySet<Field> = new Set(FIELDS);

/** Whether all keys are known, as in almost every account. Those that are no text never are. */
function hasOnly<Name extends string>(
  members: Members,
  names: ReadonlySet<Name>,
): members is Members<Name> {
  const known: ReadonlySet<string> = names;
  for (const key of members.keys()) if (!known.has(key)) return false;
  return true;
}

/**
 * The members of a mapping by known name. A misspelled key is one error: its value is read under
 * the correct name, so that it does not count as missing, and mistakes in it are found too. `what`
 * is what messages call such a key.
 */
export function readKeys<Name extends string>(
  { members }: MapNode,
  names: ReadonlySet<Name>,
  what: string,
  report: ReportAt,
): Members<Name> {
  if (hasOnly(members, names)) return members;
  const all = [...names];
  const known = new Map<Name, Member>();
  const unknown: [string, Member][] = [];
  for (const [key, member] of members) {
    const name = member.isText ? all.find((one) => one === key) : undefined;
    if (name === undefined) unknown.push([key, member]);
    else known.set(name, member);
  }
  for (const [key, member] of unknown) {
    const near = meantName(key, all);
    const isDuplicate = near !== undefined && known.has(near);
    if (near === undefined) {
      report(
        "unknown-key",
        member.keyOffset,
        msg`Unknown ${what} ${quoteKey(key)}. Known: ${all.join(", ")}.`,
      );
      continue;
    }
    const advice = isDuplicate
      ? `Did you mean ${near}? It is already here: keep one of them.`
      : `Did you mean ${near}?`;
    report("unknown-key", member.keyOffset, msg`Unknown ${what} ${quote(key)}. ${advice}`);
    if (!isDuplicate) known.set(near, member);
  }
  return known;
}
