// The files of one resource → one roster. Finds what they contradict each other in: the same
// uniqueId twice, and accounts that are to be forgotten.
import { msg, type Quote, quote } from "../model/message.js";
import { makeProblem, type Problem, type SourceLocation } from "../model/problem.js";
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
  for (const { document, accounts, isComplete: isSourceComplete } of sources) {
    isComplete &&= isSourceComplete;
    for (const { account, offset } of accounts) {
      if (account === undefined) isComplete = false;
      else entries.push({ account, location: document.locationAt(offset) });
    }
  }
  return isComplete ? { resourceId, entries, forget } : undefined;
}

/** Where each `uniqueId` is first. Every further one is an error. */
function findDuplicates(sources: readonly Source[], add: Add): ReadonlyMap<string, SourceLocation> {
  const firsts = new Map<string, SourceLocation>();
  for (const { document, accounts } of sources) {
    for (const { uniqueId, offset } of accounts) {
      if (uniqueId === undefined) continue;
      const location = document.locationAt(uniqueId.offset);
      const first = firsts.get(uniqueId.value);
      if (first === undefined) firsts.set(uniqueId.value, location);
      else {
        // Two aliases of one account share its `uniqueId`: the second alias is the duplicate.
        const here = isSame(first, location) ? document.locationAt(offset) : location;
        const message = msg`The uniqueId ${quote(uniqueId.value, "uniqueId")} stands twice: here and at ${quoteLocation(first)}. Remove one of the two accounts, or correct its uniqueId.`;
        add(makeProblem("duplicate-unique-id", message, here));
      }
    }
  }
  return firsts;
}

function isSame(one: SourceLocation, other: SourceLocation): boolean {
  return one.file === other.file && one.line === other.line && one.column === other.column;
}

function quoteLocation({ file, line, column }: SourceLocation): Quote {
  return quote(`${file}:${line}:${column}`);
}

/** Warns of `uniqueId`s that differ only in case: most likely one person twice. */
function findSimilar(ids: ReadonlyMap<string, SourceLocation>, add: Add): void {
  const firsts = new Map<string, string>();
  for (const [uniqueId, location] of ids) {
    const folded = uniqueId.toLowerCase();
    const first = firsts.get(folded);
    const firstLocation = first === undefined ? undefined : ids.get(first);
    if (first === undefined || firstLocation === undefined) firsts.set(folded, uniqueId);
    else {
      const names = msg`${quote(uniqueId, "uniqueId")} and ${quote(first, "uniqueId")} (at ${quoteLocation(firstLocation)})`;
      const message = msg`The uniqueIds ${names} differ only in case. Vanta takes them for two accounts: are they?`;
      add(makeProblem("similar-unique-id", message, location));
    }
  }
}

function findForgotten(
  sources: readonly Source[],
  ids: ReadonlyMap<string, SourceLocation>,
  add: Add,
): ReadonlySet<string> {
  const firsts = new Map<string, SourceLocation>();
  for (const { uniqueId, location } of sources.flatMap(({ forget }) => forget)) {
    const before = firsts.get(uniqueId);
    const account = ids.get(uniqueId);
    if (before !== undefined) {
      const message = msg`${quote(uniqueId, "uniqueId")} is already to be forgotten, at ${quoteLocation(before)}. Remove one of the two.`;
      add(makeProblem("duplicate-forget", message, location));
    } else if (account !== undefined) {
      const message = msg`${quote(uniqueId, "uniqueId")} is to be forgotten, but is an account too, at ${quoteLocation(account)}. Remove one of the two.`;
      add(makeProblem("forget-in-roster", message, location));
    }
    if (before === undefined) firsts.set(uniqueId, location);
  }
  return new Set(firsts.keys());
}
