// The keys of a map: which are known, which are misspelt, and what was most likely meant.
import { msg, quote } from "../model/message.js";
import { meantName } from "./synonyms.js";
import type { MapNode, Member, ReportAt } from "./syntax/node.js";
import { quoteKey } from "./syntax/quotes.js";

/**
 * The members of a map by known name. A misspelt key is one error, and its value is then read as if it were spelt right, so that
 * it is not also missing and mistakes in it are found too.
 */
export function readKeys<Name extends string>(
  { members }: MapNode,
  names: readonly Name[],
  what: string,
  report: ReportAt,
): ReadonlyMap<Name, Member> {
  const known = new Map<Name, Member>();
  const unknown: [string, Member][] = [];
  for (const [key, member] of members) {
    const name = names.find((one) => one === key);
    if (name === undefined) unknown.push([key, member]);
    else known.set(name, member);
  }
  for (const [key, member] of unknown) {
    const near = meantName(key, names);
    const isThere = near !== undefined && known.has(near);
    if (near === undefined) {
      report(
        "unknown-key",
        member.keyOffset,
        msg`${quoteKey(key)} is no ${what}. The known ones are: ${names.join(", ")}.`,
      );
      continue;
    }
    const advice = isThere
      ? `Did you mean ${near}? That is here already: keep one of the two.`
      : `Did you mean ${near}?`;
    report("unknown-key", member.keyOffset, msg`${quote(key)} is no ${what}. ${advice}`);
    if (!isThere) known.set(near, member);
  }
  return known;
}
