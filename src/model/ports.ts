// The interfaces through which a run uses the world: Vanta, GitHub, files, time. Adapters (runner/,
// vanta/, github/) implement them and do not import each other; tests implement them in memory.
import type { Row, UserAccount } from "./account.js";
import type { Message } from "./message.js";

/** The time, and randomness. */
export interface Clock {
  now(): Date;
  /** Resolves after `ms` milliseconds, or rejects with the signal's reason once it aborts. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
  /** A number in [0, 1), for jitter. */
  random(): number;
}

/** A file that the patterns match. */
export interface RosterFile {
  /** Path from the workspace root, with forward slashes. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** The links on the way to it, and the file that they lead to; absent where there are none. */
  readonly links?: readonly string[] | undefined;
}

/** A text file that an input names; `refused`: it cannot be read, which is reported. */
export type NamedText =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "missing" | "refused" };

/** Writes roster files into the workspace. Only an export is given one. */
export interface RosterWriter {
  /**
   * Why no file may be written at a path (from the workspace root), to complete "people.yml …";
   * undefined if one may be. `isNew`: nothing may be there.
   */
  refuse(path: string, isNew: boolean): Promise<Message | undefined>;
  /** Writes all files, or none: then it throws {@link NotWritten}. */
  writeAll(files: readonly NewContent[]): Promise<void>;
}

/** A file to write. */
export interface NewContent extends Pick<RosterFile, "path" | "bytes"> {
  /** Its content when it was read; undefined: there was no file. It must still be so. */
  readonly before: Uint8Array | undefined;
}

/** Thrown where roster files could not be written. */
export class NotWritten extends Error {
  override readonly name = "NotWritten";
  readonly explanation: Message;
  /** Files that could not be put back as they were. */
  readonly stuck: readonly string[];

  constructor(explanation: Message, stuck: readonly string[] = []) {
    super("the roster files could not be written");
    this.explanation = explanation;
    this.stuck = stuck;
  }
}

/** Reads from Vanta. */
export interface VantaReader {
  /**
   * All rows that Vanta returns for the resource, deleted ones included. Throws {@link VantaError}
   * or {@link Cancelled}.
   */
  list(resourceId: string): Promise<readonly Row[]>;
}

/**
 * All accounts that one resource in Vanta is to have. A run can only get one from `approve` in
 * plan/guards.ts.
 */
export interface Replacement {
  readonly resourceId: string;
  /** The roster's accounts first, then the rows that are kept. */
  readonly resources: readonly (UserAccount | Row)[];
}

/** Writes to Vanta. The type parameter lets guards.ts require that a plan is approved. */
export interface VantaWriter<Approved extends Replacement> {
  /**
   * Replaces the accounts of one resource. Resolves only where Vanta said `success: true`; throws
   * {@link VantaError}. Where Vanta refuses the token, `beforeRepeat` is called before the request
   * is repeated with a new one; what it throws ends the call.
   */
  replace(replacement: Approved, beforeRepeat: () => Promise<void>): Promise<void>;
}

/**
 * The effect of a request that did not succeed.
 * - `none`: nothing changed: it was refused, or was not sent, or only reads.
 * - `unknown`: it may have taken effect: no response, a server error, or a 2xx without
 *   `success: true`.
 * - `denied`: a 2xx that reports a failure: `success: false`, or `rejected` above 0.
 */
export type Effect = "none" | "unknown" | "denied";

/** A request to Vanta that did not succeed, explained for the user. Contains no secret. */
export class VantaError extends Error {
  override readonly name = "VantaError";
  /** What happened, the likely cause, and what to check. */
  readonly explanation: Message;
  readonly effect: Effect;
  /** Of the last response to the request, or to its token request if it got none itself. */
  readonly status: number | undefined;
  /** The index, among the accounts sent, of the one that Vanta refused. */
  readonly element: number | undefined;

  constructor(
    explanation: Message,
    facts: { effect: Effect; status?: number; element?: number; cause?: unknown },
  ) {
    super("a request to Vanta failed", { cause: facts.cause });
    this.explanation = explanation;
    this.effect = facts.effect;
    this.status = facts.status;
    this.element = facts.element;
  }
}

/** Thrown when a signal cancelled the run. No request to Vanta is sent after it. */
export class Cancelled extends Error {
  override readonly name = "Cancelled";
}

/** One request to Vanta with all its attempts, for the end of the reports. */
export interface RequestRecord {
  readonly method: "POST" | "GET" | "PUT";
  /** The path, without the query. */
  readonly path: string;
  readonly resourceId?: string | undefined;
  readonly attempts: number;
  /** Of the last response; absent if there was none. */
  readonly status?: number | undefined;
}

/** Whether the branch has a newer roster, or no longer contains the commit of this run. */
export type Freshness =
  | { readonly superseded: false }
  | { readonly superseded: true; readonly reason: Message };

/** A request to GitHub that failed or could not be made. Contains no secret. */
export class GitHubError extends Error {
  override readonly name = "GitHubError";
  readonly explanation: Message;
  constructor(explanation: Message, cause?: unknown) {
    super("a request to GitHub failed", { cause });
    this.explanation = explanation;
  }
}

/** Logs what a run is doing. These lines are not redacted, so they must not have personal data. */
export interface Progress {
  info(message: string): void;
  debug(message: string): void;
}
