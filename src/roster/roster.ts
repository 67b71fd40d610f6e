// What a valid roster is.
import type { UserAccount } from "../model/account.js";
import type { SourceLocation } from "../model/problem.js";

/** One account and where it is. */
export interface Entry {
  readonly account: UserAccount;
  readonly location: SourceLocation;
}

/** The desired accounts of one resource. Valid: an invalid roster has no type. */
export interface Roster {
  /** Absent where neither a file nor the input names one, which only `validate` allows. */
  readonly resourceId?: string | undefined;
  /** Those that have its accounts, sorted by path. */
  readonly files: readonly string[];
  /** In the order of files and lines; no `uniqueId` twice. */
  readonly entries: readonly Entry[];
  /** `uniqueId`s that are never sent again; none of them is in `entries`. */
  readonly forget: ReadonlySet<string>;
}

/** A roster that can be planned and synced. */
export interface AddressedRoster extends Roster {
  readonly resourceId: string;
}

/** Whether a roster names its resource. */
export function isAddressed(roster: Roster): roster is AddressedRoster {
  return roster.resourceId !== undefined;
}
