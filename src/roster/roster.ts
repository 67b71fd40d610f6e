// Files → rosters, one for each resource ID: defaults, templates, merging, duplicates. Or every problem there is.
import type { Field, UserAccount } from "../model/account.js";
import { msg, type Quote, quote } from "../model/message.js";
import type { RosterFile } from "../model/ports.js";
import {
  makeProblem,
  type Problem,
  type ProblemCollector,
  type SourceLocation,
} from "../model/problem.js";
import type { ReadAccount } from "./accounts.js";
import { lintAccount } from "./lint.js";
import { readSource, type Source } from "./source.js";
import { parseDocument } from "./syntax/document.js";

/** One account and where it stands. */
export interface Entry {
  readonly account: UserAccount;
  readonly location: SourceLocation;
}

/** The desired accounts of one resource. Valid: an invalid roster has no type. */
export interface Roster {
  /** Absent where neither a file nor the input names one, which only `validate` allows. */
  readonly resourceId?: string;
  /** In the order of files and lines; no `uniqueId` twice. */
  readonly entries: readonly Entry[];
  /** `uniqueId`s that are never sent on; none of them stands in `entries`. */
  readonly forget: ReadonlySet<string>;
}

export interface RosterOptions {
  /** For files that name no `resourceId` of their own. */
  readonly resourceId?: string;
  /** Whether a file without a resource ID is an error (`plan` and `sync`). */
  readonly resourceIdNeeded: boolean;
  /** Decides which timestamps lie in the future. */
  readonly now: Date;
}

/**
 * Parses and checks all files together. Adds every error and warning to `problems`; the rosters, in order of resource ID
 * (code units), are whole and valid, or there are none (undefined) where any error was found. No file is no roster: an error.
 */
export function parseRosters(
  files: readonly RosterFile[],
  options: RosterOptions,
  problems: ProblemCollector,
): readonly Roster[] | undefined {
  if (files.length === 0) {
    // No match is never an empty roster: whoever looked for files reported what they did not find.
    if (problems.errors === 0)
      throw new Error("no roster file was found, and nothing was reported");
    return undefined;
  }
  const found: Problem[] = [];
  const rosters = parseAll(files, options, found);
  for (const problem of found.sort(byLocation)) problems.add(problem);
  if (found.some(({ severity }) => severity === "error")) return undefined;
  if (rosters === undefined)
    throw new Error("a roster was refused, but nothing was found wrong with it");
  return rosters.sort((one, other) => ((one.resourceId ?? "") < (other.resourceId ?? "") ? -1 : 1));
}

/** How many errors of a run are counted. Beyond that this is no roster, and looking on would only cost time and memory. */
const ERRORS_AT_MOST = 250_000;

/** Thrown where there are more errors than are counted. */
class TooManyErrors extends Error {
  override readonly name = "TooManyErrors";
}

function parseAll(
  files: readonly RosterFile[],
  options: RosterOptions,
  found: Problem[],
): Roster[] | undefined {
  let errors = 0;
  const add: Add = (problem) => {
    if (problem.severity === "error") errors += 1;
    if (errors > ERRORS_AT_MOST) throw new TooManyErrors();
    found.push(problem);
  };
  try {
    const groups = groupByResource(readSources(files, add), options, add);
    const rosters = groups
      .map((group) => merge(group, options.now, add))
      .filter((roster) => roster !== undefined);
    return rosters.length === groups.length ? rosters : undefined;
  } catch (error) {
    if (!(error instanceof TooManyErrors)) throw error;
    const message = msg`There are more than ${ERRORS_AT_MOST} errors. The rest of the roster was not looked at.`;
    found.push(makeProblem("too-many-errors", message));
    return undefined;
  }
}

function byLocation({ location: one }: Problem, { location: other }: Problem): number {
  if (one === undefined || other === undefined)
    return Number(other === undefined) - Number(one === undefined);
  if (one.file !== other.file) return one.file < other.file ? -1 : 1;
  return one.line - other.line || one.column - other.column;
}

type Add = (problem: Problem) => void;

function readSources(files: readonly RosterFile[], add: Add): readonly Source[] {
  const sorted = [...files].sort((one, other) => (one.path < other.path ? -1 : 1));
  return sorted.flatMap((file) => {
    const document = parseDocument(file, add);
    return document === undefined ? [] : [readSource(document)];
  });
}

/** The files that make one roster. */
interface Group {
  readonly resourceId?: string;
  readonly sources: readonly Source[];
}

function groupByResource(
  sources: readonly Source[],
  options: RosterOptions,
  add: Add,
): readonly Group[] {
  const named = new Map<string, Source[]>();
  const nameless: Source[] = [];
  const wrong: Group[] = [];
  for (const source of sources) {
    const resourceId = source.resourceId === null ? options.resourceId : source.resourceId;
    if (resourceId !== undefined) named.set(resourceId, [...(named.get(resourceId) ?? []), source]);
    else if (source.resourceId === null) nameless.push(source);
    // Which roster it belongs to is not known, so that duplicates are looked for in it alone.
    else wrong.push({ sources: [source] });
  }
  if (options.resourceIdNeeded) for (const source of nameless) add(missingResourceId(source));
  const groups = [...named].map(
    ([resourceId, members]): Group => ({ resourceId, sources: members }),
  );
  return [...groups, ...(nameless.length > 0 ? [{ sources: nameless }] : []), ...wrong];
}

function missingResourceId({ document }: Source): Problem {
  const advice =
    "Set the input resource-id, or write resourceId at the top of this file; Vanta's Developer Console shows it.";
  const message = msg`This roster does not say which resource in Vanta it is for. ${advice}`;
  return makeProblem("missing-resource-id", message, document.locationAt(document.root.offset));
}

/** An account and where its `uniqueId` stands, or the account itself where several share one `uniqueId` by an alias. */
interface Standing {
  readonly uniqueId: string;
  readonly location: SourceLocation;
}

/** One roster out of its files; undefined where an account is not whole, for which an error was added. */
function merge({ resourceId, sources }: Group, now: Date, add: Add): Roster | undefined {
  const standing = findDuplicates(sources, add);
  findSimilar(standing, add);
  const forget = findForgotten(sources, standing, add);
  const entries: Entry[] = [];
  let isWhole = true;
  for (const { document, accounts, isComplete } of sources) {
    isWhole &&= isComplete;
    for (const read of accounts) {
      if (read.account === undefined) isWhole = false;
      else entries.push({ account: read.account, location: document.locationAt(read.offset) });
      for (const { code, message, fields } of lintAccount(read.stateOf, now)) {
        document.report(code, warningOffset(read, fields), message);
      }
    }
  }
  return isWhole ? { ...(resourceId !== undefined && { resourceId }), entries, forget } : undefined;
}

/** A contradiction stands where the account itself says one side of it; only if defaults say both, it stands there, once. */
function warningOffset(read: ReadAccount, fields: readonly Field[]): number {
  const field =
    fields.find((one) => read.hasOwn(one)) ??
    fields.find((one) => read.offsetOf(one) !== undefined);
  return (field === undefined ? undefined : read.offsetOf(field)) ?? read.offset;
}

/** The first account of each `uniqueId`, by it. Every further one is an error. */
function findDuplicates(sources: readonly Source[], add: Add): ReadonlyMap<string, Standing> {
  const firsts = new Map<string, Standing>();
  for (const { document, accounts } of sources) {
    for (const { uniqueId, offset, offsetOf } of accounts) {
      if (uniqueId === undefined) continue;
      const location = document.locationAt(offsetOf("uniqueId") ?? offset);
      const first = firsts.get(uniqueId);
      if (first === undefined) firsts.set(uniqueId, { uniqueId, location });
      else {
        const here = isSameLocation(first.location, location)
          ? document.locationAt(offset)
          : location;
        const message = msg`The uniqueId ${quote(uniqueId, "uniqueId")} stands twice: here and at ${quoted(first.location)}. Remove one of the two accounts, or correct its uniqueId.`;
        add(makeProblem("duplicate-unique-id", message, here));
      }
    }
  }
  return firsts;
}

function isSameLocation(one: SourceLocation, other: SourceLocation): boolean {
  return one.file === other.file && one.line === other.line && one.column === other.column;
}

function quoted({ file, line, column }: SourceLocation): Quote {
  return quote(`${file}:${line}:${column}`);
}

/** Warns of `uniqueId`s that differ only in case: most likely one person twice. */
function findSimilar(standing: ReadonlyMap<string, Standing>, add: Add): void {
  const folded = new Map<string, Standing>();
  for (const one of standing.values()) {
    const first = folded.get(one.uniqueId.toLowerCase());
    if (first === undefined) {
      folded.set(one.uniqueId.toLowerCase(), one);
      continue;
    }
    const names = msg`${quote(one.uniqueId, "uniqueId")} and ${quote(first.uniqueId, "uniqueId")} (at ${quoted(first.location)})`;
    const message = msg`The uniqueIds ${names} differ only in case. Vanta takes them for two accounts: are they?`;
    add(makeProblem("similar-unique-id", message, one.location));
  }
}

function findForgotten(
  sources: readonly Source[],
  standing: ReadonlyMap<string, Standing>,
  add: Add,
): ReadonlySet<string> {
  const places = new Map<string, SourceLocation>();
  for (const { uniqueId, location } of sources.flatMap(({ forget }) => forget)) {
    const before = places.get(uniqueId);
    const account = standing.get(uniqueId);
    if (before !== undefined) {
      const message = msg`${quote(uniqueId, "uniqueId")} is already to be forgotten, at ${quoted(before)}. Remove one of the two.`;
      add(makeProblem("duplicate-forget", message, location));
    } else if (account !== undefined) {
      const message = msg`${quote(uniqueId, "uniqueId")} is to be forgotten, but is an account too, at ${quoted(account.location)}. Remove one of the two.`;
      add(makeProblem("forget-in-roster", message, location));
    }
    if (before === undefined) places.set(uniqueId, location);
  }
  return new Set(places.keys());
}
