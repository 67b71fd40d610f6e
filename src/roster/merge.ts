// The files of one resource → one roster. Finds what they contradict each other in: the same
// uniqueId twice, and accounts that are to be forgotten.
import type { UserAccount } from "../model/account.js";
import { msg, type Quote, quote } from "../model/message.js";
import { makeProblem, type Problem, type SourceLocation } from "../model/problem.js";
import type { Entry, Roster } from "./roster.js";
import type { Source } from "./source.js";
import type { RosterDocument } from "./syntax/document.js";

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
      else entries.push(new LocatedAccount(account, offset, document.locationAt));
    }
  }
  return isComplete ? { resourceId, entries, forget } : undefined;
}

/**
 * An account whose location is found when it is asked for: most runs need few. It does not keep the
 * document, whose tree is as large as the file.
 */
class LocatedAccount implements Entry {
  readonly account: UserAccount;
  readonly #offset: number;
  readonly #locationAt: RosterDocument["locationAt"];

  constructor(account: UserAccount, offset: number, locationAt: RosterDocument["locationAt"]) {
    this.account = account;
    this.#offset = offset;
    this.#locationAt = locationAt;
  }

  get location(): SourceLocation {
    return this.#locationAt(this.#offset);
  }
}

/** A place in a file. Its line is found when it is asked for. */
interface Place {
  readonly document: RosterDocument;
  readonly offset: number;
}

function locate({ document, offset }: Place): SourceLocation {
  return document.locationAt(offset);
}

/** Where each `uniqueId` is first. Every further one is an error. */
function findDuplicates(sources: readonly Source[], add: Add): ReadonlyMap<string, Place> {
  const firsts = new Map<string, Place>();
  for (const { document, accounts } of sources) {
    for (const { uniqueId, fullName, offset } of accounts) {
      if (uniqueId === undefined) continue;
      const place = { document, offset: uniqueId.offset };
      const first = firsts.get(uniqueId.value);
      if (first === undefined) firsts.set(uniqueId.value, place);
      else {
        // Two aliases of one account share its `uniqueId`: the second alias is the duplicate.
        const isShared = first.document === document && first.offset === place.offset;
        const here = locate(isShared ? { document, offset } : place);
        const message = msg`Duplicate uniqueId ${quote(uniqueId.value, "uniqueId")}, also at ${quoteLocation(locate(first))}. Remove one of the two accounts, or correct its uniqueId.`;
        const account = { uniqueId: uniqueId.value, fullName };
        add(makeProblem("duplicate-unique-id", message, here, account));
      }
    }
  }
  return firsts;
}

function quoteLocation({ file, line, column }: SourceLocation): Quote {
  return quote(`${file}:${line}:${column}`);
}

/** Warns of `uniqueId`s that differ only in case or look the same: most likely one person twice. */
function findSimilar(ids: ReadonlyMap<string, Place>, add: Add): void {
  if (![...ids.keys()].some(mayHaveOtherForm)) return;
  const firsts = new Map<string, string>();
  for (const [uniqueId, place] of ids) {
    const folded = fold(uniqueId);
    const first = firsts.get(folded);
    const firstPlace = first === undefined ? undefined : ids.get(first);
    if (first === undefined || firstPlace === undefined) firsts.set(folded, uniqueId);
    else {
      const names = msg`${quote(uniqueId, "uniqueId")} and ${quote(first, "uniqueId")} (at ${quoteLocation(locate(firstPlace))})`;
      const isCase = uniqueId.toLowerCase() === first.toLowerCase();
      const how = isCase ? "differ only in case" : "look the same (they are equal under NFKC)";
      const message = msg`The uniqueIds ${names} ${how}. Vanta treats them as two accounts. If they are one person, remove one.`;
      add(makeProblem("similar-unique-id", message, locate(place), { uniqueId }));
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
  ids: ReadonlyMap<string, Place>,
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
      const message = msg`${quote(uniqueId, "uniqueId")} is in forget, but is also an account, at ${quoteLocation(locate(account))}. Remove one of the two.`;
      add(makeProblem("forget-in-roster", message, location));
    }
    if (before === undefined) firsts.set(uniqueId, location);
  }
  return new Set(firsts.keys());
}
