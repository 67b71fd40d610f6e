// Roster files → rosters, one for each resource ID. Or every problem that there is.
import { joinMessages, msg, quote } from "../model/message.js";
import { compareLocations, compareText } from "../model/order.js";
import type { RosterFile } from "../model/ports.js";
import { makeProblem, type Problem, type ProblemCollector } from "../model/problem.js";
import { NONE, UNKNOWN } from "./fields.js";
import { mergeSources, type SourceGroup } from "./merge.js";
import { type AddressedRoster, isAddressed, type Roster } from "./roster.js";
import { MAX_ERRORS, readSource, type Source } from "./source.js";
import { parseDocument } from "./syntax/document.js";

export interface RosterOptions {
  /** For files that do not name their own `resourceId`. */
  readonly resourceId?: string | undefined;
  /** Decides which timestamps are in the future. */
  readonly now: Date;
}

/**
 * Parses and checks all files together, and adds every error and warning to `problems`. Returns the
 * rosters in order of resource ID (code units), complete and valid; undefined where any error was
 * found.
 */
export function parseRosters(
  files: readonly RosterFile[],
  options: RosterOptions,
  problems: ProblemCollector,
): Promise<readonly Roster[] | undefined> {
  return parseSorted(files, options, () => undefined, problems);
}

/** The same, but a roster without a resource ID is an error. */
export async function parseAddressedRosters(
  files: readonly RosterFile[],
  options: RosterOptions,
  problems: ProblemCollector,
): Promise<readonly AddressedRoster[] | undefined> {
  const rosters = await parseSorted(files, options, missingResourceId, problems);
  if (rosters === undefined || rosters.every(isAddressed)) return rosters;
  throw new Error("a roster has no resource ID, and nothing was reported");
}

/** How many files a message names. */
const NAMED = 5;

function missingResourceId(sources: readonly Source[]): Problem {
  const paths = sources.map(({ document }) => msg`${quote(document.path)}`);
  const more = paths.length > NAMED ? ` and ${paths.length - NAMED} more` : "";
  const names = joinMessages(paths.slice(0, NAMED), ", ");
  const message = msg`resource-id: is missing or empty, but needed for ${names}${more}, which ${paths.length === 1 ? "names" : "name"} no resourceId. Set it to the Resource ID that Vanta's Developer Console shows, or write resourceId at the top of each file.`;
  return makeProblem("missing-input", message);
}

/** What is wrong with files that name no resource, where the input names none either. */
type CheckNameless = (sources: readonly Source[]) => Problem | undefined;

async function parseSorted(
  files: readonly RosterFile[],
  options: RosterOptions,
  checkNameless: CheckNameless,
  problems: ProblemCollector,
): Promise<readonly Roster[] | undefined> {
  if (files.length === 0) {
    // No file is not an empty roster. The caller has reported the patterns that match nothing.
    if (problems.errors > 0) return undefined;
    throw new Error("no roster file was found, and nothing was reported");
  }
  const found: Problem[] = [];
  const rosters = await parseAll(files, options, checkNameless, found);
  for (const problem of found.sort(byLocation)) problems.add(problem);
  if (found.some(({ severity }) => severity === "error")) return undefined;
  if (rosters === undefined) {
    throw new Error("a roster was refused, but nothing was found wrong with it");
  }
  return rosters.sort((one, other) => compareText(one.resourceId ?? "", other.resourceId ?? ""));
}

function byLocation({ location: one }: Problem, { location: other }: Problem): number {
  if (one === undefined || other === undefined) {
    return Number(other === undefined) - Number(one === undefined);
  }
  return compareLocations(one, other);
}

/** Thrown where there are more errors than are counted. */
class TooManyErrors extends Error {
  override readonly name = "TooManyErrors";
}

async function parseAll(
  files: readonly RosterFile[],
  options: RosterOptions,
  checkNameless: CheckNameless,
  found: Problem[],
): Promise<Roster[] | undefined> {
  let errors = 0;
  const add = (problem: Problem): void => {
    if (problem.severity === "error") errors += 1;
    if (errors > MAX_ERRORS) throw new TooManyErrors();
    found.push(problem);
  };
  try {
    const sources = await readSources(files, options.now, add);
    const groups = groupByResource(sources, options.resourceId);
    const problem = groups.nameless.length > 0 ? checkNameless(groups.nameless) : undefined;
    if (problem !== undefined) add(problem);
    const merged = groups.all.map((group) => mergeSources(group, add));
    const rosters = merged.filter((roster) => roster !== undefined);
    return rosters.length === merged.length ? rosters : undefined;
  } catch (error) {
    if (!(error instanceof TooManyErrors)) throw error;
    const message = msg`There are more than ${MAX_ERRORS} errors. The rest of the roster was not checked.`;
    found.push(makeProblem("too-many-errors", message));
    return undefined;
  }
}

async function readSources(
  files: readonly RosterFile[],
  now: Date,
  add: (problem: Problem) => void,
): Promise<readonly Source[]> {
  const sources: Source[] = [];
  for (const file of [...files].sort((one, other) => compareText(one.path, other.path))) {
    const document = await parseDocument(file, add);
    if (document !== undefined) sources.push(readSource(document, now));
  }
  return sources;
}

function groupByResource(sources: readonly Source[], fallback: string | undefined) {
  const named = new Map<string, Source[]>();
  const nameless: Source[] = [];
  const unknown: SourceGroup[] = [];
  for (const source of sources) {
    const { resourceId } = source;
    // Which roster it belongs to is not known, so duplicates are looked for in it alone.
    if (resourceId === UNKNOWN) unknown.push({ sources: [source] });
    else {
      const id = resourceId === NONE ? fallback : resourceId;
      if (id === undefined) nameless.push(source);
      else named.set(id, [...(named.get(id) ?? []), source]);
    }
  }
  const groups = [...named].map(
    ([resourceId, members]): SourceGroup => ({ resourceId, sources: members }),
  );
  const all = [...groups, ...(nameless.length > 0 ? [{ sources: nameless }] : []), ...unknown];
  return { all, nameless };
}
