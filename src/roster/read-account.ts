// An account of a file, as far as it could be read, and where it is.
import type { Field, UserAccount } from "../model/account.js";
import type { SourceLocation } from "../model/problem.js";
import type { Entry } from "./roster.js";
import type { RosterDocument } from "./syntax/document.js";

/**
 * An account as far as it could be read. There are many, and they are kept: so its lines are found
 * when they are asked for, and it does not keep the document, whose tree is as large as the file.
 * Offsets are in UTF-16 units from the start of the file.
 */
export class ReadAccount {
  /** Where it is in its list, also if it is an alias. */
  readonly offset: number;
  /** Undefined where it is missing or wrong; then `idOffset` is too. */
  readonly uniqueId: string | undefined;
  readonly idOffset: number | undefined;
  readonly fullName: string | undefined;
  /** The complete account; undefined where anything is wrong with it. */
  readonly account: UserAccount | undefined;
  /** Required fields that are neither in it nor in the defaults; unknown where a part is lost. */
  readonly missing: readonly Field[] | undefined;
  readonly #locationAt: RosterDocument["locationAt"];

  constructor(parts: Known, locationAt: RosterDocument["locationAt"]) {
    this.offset = parts.offset;
    this.uniqueId = parts.uniqueId;
    this.idOffset = parts.idOffset;
    this.fullName = parts.fullName;
    this.account = parts.account;
    this.missing = parts.missing;
    this.#locationAt = locationAt;
  }

  /** Whether the roster can have it. */
  isComplete(): this is Entry {
    return this.account !== undefined;
  }

  get location(): SourceLocation {
    return this.#locationAt(this.offset);
  }

  /** Where its `uniqueId` is. */
  get idLocation(): SourceLocation {
    return this.#locationAt(this.idOffset ?? this.offset);
  }

  /**
   * Whether both have one `uniqueId` at one place: one is an alias of the other, say. Each file has
   * a `locationAt` of its own.
   */
  isAliasOf(other: ReadAccount): boolean {
    return this.#locationAt === other.#locationAt && this.idOffset === other.idOffset;
  }
}

/** What is known of an account itself. */
type Known = Pick<
  ReadAccount,
  "offset" | "uniqueId" | "idOffset" | "fullName" | "account" | "missing"
>;
