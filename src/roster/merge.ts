// The files of one resource → one roster. Finds what they contradict each other in: the same
// uniqueId twice, and accounts that are to be forgotten.
import { msg, type Quote, quote } from "../model/message.js";
import { makeProblem, type Problem, type SourceLocation } from "../model/problem.js";
import type { ReadAccount } from "./read-account.js";
import type { Entry, Roster } from "./roster.js";
import type { Source } from "./source.js";

/** The files that make one roster. */
export interface SourceGroup {
  readonly resourceId?: string | undefined;
  readonly sources: readonly Source[];
}

type Add = (problem: Problem) => void;

/** One roster; undefined where an account is not complete, for which an error was added. */
export function mergeSources({ resourceId, sources }: SourceGroup, add: Add): Roster | undefined {
  const ids = findDuplicates(sources, add);
  findSimilar(ids, add);
  const forget = findForgotten(sources, ids, add);
  const entries: Entry[] = [];
  let isComplete = true;
  for (const { accounts, isComplete: isSourceComplete } of sources) {
    isComplete &&= isSourceComplete;
    for (const account of accounts) {
      if (account.isComplete()) entries.push(account);
      else isComplete = false;
    }
  }
  if (!isComplete) return undefined;
  const files = sources
    .filter(({ accounts }) => accounts.length > 0)
    .map(({ document }) => document.path);
  return { resourceId, files, entries, forget };
}

/** The first account with each `uniqueId`. Every further one is an error. */
function findDuplicates(sources: readonly Source[], add: Add): ReadonlyMap<string, ReadAccount> {
  const firsts = new Map<string, ReadAccount>();
  for (const { accounts } of sources) {
    for (const account of accounts) {
      const { uniqueId, fullName } = account;
      if (uniqueId === undefined) continue;
      const first = firsts.get(uniqueId);
      if (first === undefined) firsts.set(uniqueId, account);
      else {
        // Two aliases of one account share its `uniqueId`: the second alias is the duplicate.
        const here = account.isAliasOf(first) ? account.location : account.idLocation;
        const message = msg`Duplicate uniqueId ${quote(uniqueId, "uniqueId")}, also at ${quoteLocation(first.idLocation)}. Remove one of the two accounts, or correct its uniqueId.`;
        add(makeProblem("duplicate-unique-id", message, here, { uniqueId, fullName }));
      }
    }
  }
  return firsts;
}

function quoteLocation({ file, line, column }: SourceLocation): Quote {
  return quote(`${file}:${line}:${column}`);
}

/** Warns of `uniqueId`s that differ only in case or look the same: most likely one person twice. */
function findSimilar(ids: ReadonlyMap<string, ReadAccount>, add: Add): void {
  if (![...ids.keys()].some(mayHaveOtherForm)) return;
  const firsts = new Map<string, string>();
  for (const [uniqueId, account] of ids) {
    const folded = fold(uniqueId);
    const first = firsts.get(folded);
    const other = first === undefined ? undefined : ids.get(first);
    if (first === undefined || other === undefined) firsts.set(folded, uniqueId);
    else {
      const names = msg`${quote(uniqueId, "uniqueId")} and ${quote(first, "uniqueId")} (at ${quoteLocation(other.idLocation)})`;
      const isCase = uniqueId.toLowerCase() === first.toLowerCase();
      const how = isCase ? "differ only in case" : "look the same (they are equal under NFKC)";
      const message = msg`The uniqueIds ${names} ${how}. Vanta treats them as two accounts. If they are one person, remove one.`;
      add(makeProblem("similar-unique-id", message, account.idLocation, { uniqueId }));
    }
  }
}

/** What similar IDs have in common. */
function fold(uniqueId: string): string {
  return uniqueId.normalize("NFKC").toLowerCase();
}

/** Whether folding may change an ID. Most are small ASCII letters and digits. */
function mayHaveOtherForm(uniqueId: string): boolean {
  return !/^[ -@[-~]*$/.test(uniqueId);
}

function findForgotten(
  sources: readonly Source[],
  ids: ReadonlyMap<string, ReadAccount>,
  add: Add,
): ReadonlySet<string> {
  const firsts = new Map<string, SourceLocation>();
  for (const { uniqueId, location } of sources.flatMap(({ forget }) => forget)) {
    const before = firsts.get(uniqueId);
    const account = ids.get(uniqueId);
    if (before !== undefined) {
      const message = msg`${quote(uniqueId, "uniqueId")} is already in forget, at ${quoteLocation(before)}. Remove one of the two.`;
      add(makeProblem("duplicate-forget", message, location));
    } else if (account !== undefined) {
      const message = msg`${quote(uniqueId, "uniqueId")} is in forget, but is also an account, at ${quoteLocation(account.idLocation)}. Remove one of the two.`;
      add(makeProblem("forget-in-roster", message, location));
    }
    if (before === undefined) firsts.set(uniqueId, location);
  }
  return new Set(firsts.keys());
}
