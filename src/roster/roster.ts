// Files → rosters, one for each resource ID: defaults, templates, merging, duplicates. Or every problem there is.
import type { UserAccount } from "../account.js";
import type { RosterFile } from "../ports.js";
import type { Place, Problem, ProblemCollector } from "../problem.js";

/** One account and where it stands. */
export interface Entry {
  readonly account: UserAccount;
  readonly place: Place;
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
 * (code units), are whole and valid, or there are none (undefined) where any error was found.
 */
export declare function parseRosters(
  files: readonly RosterFile[],
  options: RosterOptions,
  problems: ProblemCollector,
): readonly Roster[] | undefined;
export type { Problem };
