// What a run asks of the world, in the run's own words. Adapters (roster/files, vanta/, github/) satisfy these and never import
// each other; tests hand in other worlds. Time is part of the world.
import type { Row, UserAccount } from "./account.js";
import type { Message } from "./message.js";

export interface Clock {
  now(): Date;
  /** Resolves after `ms` milliseconds; rejects with the signal's reason as soon as the run is cancelled. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
  /** A number in [0, 1), for jitter. */
  random(): number;
}

/** One file that the patterns matched, as bytes. */
export interface RosterFile {
  /** From the workspace root, with forward slashes. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Reads from Vanta. */
export interface VantaReader {
  /** Every row that Vanta returns for the resource, deleted ones included. Throws {@link VantaError}. */
  list(resourceId: string): Promise<readonly Row[]>;
}

/** The whole of one resource as it is to stand in Vanta; made by `approve` in guards.ts only. */
export interface Replacement {
  readonly resourceId: string;
  /** The roster's accounts first, then the rows that are kept. */
  readonly resources: readonly (UserAccount | Row)[];
}

/** Writes to Vanta. The type parameter lets guards.ts demand its own proof of approval. */
export interface VantaWriter<Approved extends Replacement> {
  /** Replaces the accounts of one resource, and resolves only where Vanta said `success: true`. Throws {@link VantaError}. */
  replace(replacement: Approved): Promise<void>;
}

/**
 * What is known of the effect of a request that did not succeed.
 * - `none`: every attempt was answered with a refusal; nothing changed.
 * - `unknown`: no answer, a server error, or a 2xx that says neither yes nor no; it may have taken effect.
 * - `denied`: a 2xx that says no (`success: false`, `rejected` above 0).
 */
export type Effect = "none" | "unknown" | "denied";

/** A request to Vanta that did not succeed, told for the user. Holds no secret. */
export class VantaError extends Error {
  override readonly name = "VantaError";
  /** What happened, the likely cause, and where to look. */
  readonly explanation: Message;
  readonly effect: Effect;
  /** The status of the last answer to the request, or to that for a token where the request itself had none. */
  readonly status: number | undefined;
  /** The index, in what was sent, of the account that Vanta refused. */
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

/** Thrown where a signal ended the run: no new request was made after it. */
export class Cancelled extends Error {
  override readonly name = "Cancelled";
}

/** One request to Vanta, for the closing line of the reports. */
export interface RequestRecord {
  readonly method: "POST" | "GET" | "PUT";
  /** The path, without the query. */
  readonly path: string;
  readonly resourceId?: string | undefined;
  /** How often it was tried. */
  readonly attempts: number;
  /** The status of the last answer, if there was one. */
  readonly status?: number | undefined;
}

/** Whether the default branch has moved on since the commit of this run. */
export type Freshness =
  | { readonly superseded: false }
  | { readonly superseded: true; readonly reason: Message };

/** GitHub could not be asked. Holds no secret. */
export class GitHubError extends Error {
  override readonly name = "GitHubError";
  readonly explanation: Message;
  constructor(explanation: Message, cause?: unknown) {
    super("a request to GitHub failed", { cause });
    this.explanation = explanation;
  }
}

/** Where a run tells what it is doing while it takes its time. Never personal data: these lines are not redacted. */
export interface Progress {
  info(message: string): void;
  debug(message: string): void;
}
