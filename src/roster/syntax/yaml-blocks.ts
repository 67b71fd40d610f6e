// The parts of a roster in block YAML, found by its lines alone: the accounts, and the values of
// its keys. Where a syntax error hides the structure from the parser, one of them can be cut out.
import { ROSTER_KEYS } from "./quotes.js";
import { type Cut, replaceRange } from "./recovery.js";

const KEY = new RegExp(`^(?:${ROSTER_KEYS.join("|")}|\\$schema|x-[^\\s:]*) *:`, "m");

/** A line that begins an account or a key of the roster. */
interface Head {
  readonly start: number;
  /** Where the value begins. */
  readonly value: number;
  readonly isAccount: boolean;
}

/**
 * Cuts out the part that contains `from`, and every account that starts at or before `to`.
 * Undefined where the part cannot be cut out.
 */
export function cutOutBlock(text: string, from: number, to: number): Cut | undefined {
  const heads = headsIn(text);
  const first = heads.findLast(({ start }) => start <= from);
  if (first === undefined || !canBeLost(text, first)) return undefined;
  // An account may reach into the next one, but nothing reaches over a key of the roster.
  const next = heads.find(
    ({ start, isAccount }) => start > first.start && (!isAccount || start > to),
  );
  const end = next?.start ?? text.length;
  const at = first.value + 1;
  if (end - first.value < 2) return undefined;
  return { text: replaceRange(text, first.value, end, " ~"), at };
}

/** Not the key of the accounts: then all of them would be lost. */
function canBeLost(text: string, { start, isAccount }: Head): boolean {
  return isAccount || !text.startsWith("resources", start);
}

function headsIn(text: string): readonly Head[] {
  const indentation = accountIndentation(text);
  const account = indentation === undefined ? undefined : `^ {${indentation}}-(?!--)`;
  const pattern = new RegExp([KEY.source, account].filter(Boolean).join("|"), "gm");
  return [...text.matchAll(pattern)].map(({ 0: head, index }) => ({
    start: index,
    value: index + head.length,
    isAccount: head.endsWith("-"),
  }));
}

/** By how many spaces the accounts are indented; undefined if they are not a block list. */
function accountIndentation(text: string): number | undefined {
  const list = /^resources *:[ \t]*(?:#.*)?\r?\n(?:[ \t]*(?:#.*)?\r?\n)*( *)-/m.exec(text);
  if (list !== null) return list[1]?.length;
  if (KEY.test(text)) return undefined;
  return /^( *)-(?!--)/m.exec(text)?.[1]?.length;
}
