// What is known of one resource after its PUT and its read-back: never more than both show.
import type { Row } from "../model/account.js";
import { joinMessages, type Message, msg, quoteExternal } from "../model/message.js";
import type { ResourceOutcome } from "../model/outcome.js";
import type { VantaError } from "../model/ports.js";
import { makeProblem, type Problem } from "../model/problem.js";
import type { Approved } from "../plan/guards.js";
import {
  compareWithSent,
  countDifferences,
  type Differences,
  describeDifferences,
  isExact,
  isNewer,
  isSame,
} from "./read-back.js";
import type { Put } from "./send.js";

/** The result of one resource. */
export interface SyncResult
  extends Pick<ResourceOutcome, "resourceId" | "synced" | "verified" | "notAsSent"> {
  readonly problems: readonly Problem[];
  /** Why the run failed because of this resource. */
  readonly failure?: Message | undefined;
}

/** The rows that were read back, or why they could not be. Absent: they were not read. */
export type ReadBack = ReadRows | { readonly unread: Message };

export interface ReadRows {
  readonly rows: readonly Row[];
  /** From what was sent. */
  readonly differences: Differences;
}

/** Compares what was read back with what was sent. */
export function toReadBack({ resources }: Approved, rows: readonly Row[]): ReadRows {
  return { rows, differences: compareWithSent(resources, rows) };
}

/**
 * Decides what is known. `isOverwritten`: the PUT to another resource may have changed this one
 * afterwards.
 */
export function settle(
  { approved, state }: Put,
  readBack: ReadBack | undefined,
  isOverwritten: boolean,
): SyncResult {
  switch (state.kind) {
    case "skipped":
      return {
        ...failed(approved, "no"),
        failure: state.why && msg`Resource ${id(approved)} was not sent: ${state.why}.`,
      };
    case "accepted":
      return settleAccepted(approved, readBack, isOverwritten);
    case "refused":
    case "denied":
      return settleRefused(approved, state.error, readBack, isOverwritten);
    case "unclear":
      return settleUnclear(approved, state.error, readBack, isOverwritten);
  }
}

function settleAccepted(
  approved: Approved,
  readBack: ReadBack | undefined,
  isOverwritten: boolean,
): SyncResult {
  if (readBack === undefined || "unread" in readBack) {
    const message = msg`Resource ${id(approved)} was synced, but could not be read back: ${readBack?.unread ?? "it was not read."}`;
    return synced(approved, [makeProblem("read-back-failed", message)]);
  }
  const { differences } = readBack;
  if (isExact(differences)) return verified(approved, differences, []);
  // Rows as before are more likely a list that lags.
  const isBefore = isSame(approved.plan.current, readBack.rows);
  if (isOverwritten && !isBefore && isTaken(approved, differences)) {
    const accepted = msg`Vanta accepted the accounts of resource ${id(approved)}.`;
    return {
      ...failed(approved, "unknown"),
      failure: sentences(accepted, taken(approved, differences)),
    };
  }
  const message = msg`Vanta accepted the accounts of resource ${id(approved)}, but the read-back is not exactly what was sent: ${describeDifferences(differences)}. Another writer to this resource, or Vanta itself, may have changed them.`;
  return {
    ...synced(approved, [makeProblem("read-back-differs", message)]),
    notAsSent: countDifferences(differences),
  };
}

/** Vanta said no, so the rows should be as before; only what contradicts that is reported. */
function settleRefused(
  approved: Approved,
  error: VantaError,
  readBack: ReadBack | undefined,
  isOverwritten: boolean,
): SyncResult {
  const problems = refusedAccount(approved, error);
  const before = approved.plan.current;
  if (readBack === undefined)
    return { ...failed(approved, "unknown"), failure: error.explanation, problems };
  if ("rows" in readBack && isSame(before, readBack.rows)) {
    return { ...failed(approved, "no"), failure: error.explanation, problems };
  }
  if ("unread" in readBack) {
    const unread = msg`It could not be read back: ${readBack.unread}`;
    return {
      ...failed(approved, "unknown"),
      failure: sentences(error.explanation, unread),
      problems,
    };
  }
  const { differences } = readBack;
  if (isExact(differences)) {
    const found = msg`The read-back found everything that was sent nevertheless.`;
    return { ...failed(approved, "yes"), failure: sentences(error.explanation, found), problems };
  }
  const changed = compareWithSent(before, readBack.rows);
  const wasTaken = isOverwritten && before.length > 0 && countLost(changed) === before.length;
  const found = wasTaken ? taken(approved, changed) : neither(differences);
  return { ...failed(approved, "unknown"), failure: sentences(error.explanation, found), problems };
}

/** The read-back shows whether the PUT took effect. Where it does not, it may still do so. */
function settleUnclear(
  approved: Approved,
  error: VantaError,
  readBack: ReadBack | undefined,
  isOverwritten: boolean,
): SyncResult {
  const unknown = (...found: readonly Message[]): SyncResult => ({
    ...failed(approved, "unknown"),
    failure: sentences(error.explanation, ...found),
  });
  if (readBack === undefined) return unknown();
  if ("unread" in readBack) {
    return unknown(
      msg`Whether it took effect is not known: the read-back failed too. ${readBack.unread}`,
    );
  }
  const before = approved.plan.current;
  const { differences } = readBack;
  if (isExact(differences)) {
    if (!isInEffect(approved, readBack.rows)) {
      return unknown(
        msg`Vanta had these accounts before, so the read-back does not show whether they were written again.`,
      );
    }
    const message = sentences(
      error.explanation,
      msg`The read-back found everything that was sent, so the sync took place.`,
    );
    return verified(approved, differences, [makeProblem("put-unclear", message)]);
  }
  if (isSame(before, readBack.rows)) {
    return unknown(
      msg`The read-back found the accounts as they were before. It may still take effect.`,
    );
  }
  return unknown(
    isOverwritten && isTaken(approved, differences)
      ? taken(approved, differences)
      : neither(differences),
  );
}

/**
 * Whether rows that are as sent show that the PUT took effect: they were not there, or are newer.
 */
export function isInEffect({ plan, resources }: Approved, rows: readonly Row[]): boolean {
  return !isExact(compareWithSent(resources, plan.current)) || isNewer(plan.current, rows);
}

function neither(differences: Differences): Message {
  return msg`The read-back found neither the old accounts nor those sent: ${describeDifferences(differences)}.`;
}

/** A PUT that replaces the accounts of a whole application leaves none of another resource. */
function isTaken({ resources }: Approved, differences: Differences): boolean {
  return resources.length > 0 && countLost(differences) === resources.length;
}

function countLost({ missing, deleted }: Differences): number {
  return missing.length + deleted.length;
}

function taken(approved: Approved, differences: Differences): Message {
  return msg`The PUT to another resource of this run took accounts of resource ${id(approved)} away (${describeDifferences(differences)}). Vanta replaces all accounts of one application: create one Vanta application for each resource, and sync each with its own credentials.`;
}

/** The account that Vanta named: at its line in the roster, or by name where it is a kept row. */
function refusedAccount(
  { plan, resources }: Approved,
  { element, explanation }: VantaError,
): readonly Problem[] {
  if (element === undefined) return [];
  const entry = plan.entries[element];
  if (entry !== undefined) return [makeProblem("refused-by-vanta", explanation, entry.location)];
  const row = resources[element];
  if (row === undefined) return [];
  const whose = msg`Vanta refused the account ${quoteExternal(row.uniqueId, "uniqueId")}, which is not in the roster and was still sent as DEACTIVATED.`;
  return [makeProblem("refused-by-vanta", sentences(whose, explanation))];
}

function verified(
  { resourceId }: Approved,
  { notCompared }: Differences,
  problems: readonly Problem[],
): SyncResult {
  const result = { resourceId, synced: "yes", verified: true, notAsSent: 0 } as const;
  if (notCompared.length === 0) return { ...result, problems };
  const message = msg`Vanta returns no value of ${notCompared.join(", ")} for any account of resource ${quoteExternal(resourceId)}, so the read-back could not compare it.`;
  return { ...result, problems: [...problems, makeProblem("not-compared", message)] };
}

function synced({ resourceId }: Approved, problems: readonly Problem[]): SyncResult {
  return { resourceId, synced: "yes", verified: false, problems };
}

function failed({ resourceId }: Approved, state: SyncResult["synced"]): SyncResult {
  return { resourceId, synced: state, verified: false, problems: [] };
}

function sentences(...messages: readonly Message[]): Message {
  return joinMessages(messages, " ");
}

function id({ resourceId }: Approved): Message {
  return msg`${quoteExternal(resourceId)}`;
}
