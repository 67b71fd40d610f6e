// What happens to the accounts that Vanta has and the roster has not.
import { isActive, missingFields, type Row, type UserAccount } from "../model/account.js";
import { instantIn } from "../model/equality.js";
import { compareText } from "../model/order.js";
import type { Omitted, OnRemoval } from "../model/outcome.js";
import { fieldsOf } from "./rows.js";

/** How long accounts that left the roster are still sent. */
export interface Retention {
  readonly onRemoval: OnRemoval;
  /** How many days after `deactivatedTimestamp`; 0 for not at all. */
  readonly retainDeactivatedDays: number;
  /** The time of the run, which becomes the `deactivatedTimestamp` of those who leave. */
  readonly now: Date;
}

/**
 * What happens to one row.
 * - `deactivate`: it is ACTIVE, and is sent as DEACTIVATED.
 * - `omit`: it is ACTIVE, and is left out.
 * - `carry`: it is DEACTIVATED already, and is sent as it is.
 * - `delete`: it is DEACTIVATED, and is left out because of the roster or because it cannot be
 * sent.
 * - `expire`: it is DEACTIVATED, and is left out because its time is over.
 * - `defer`: it would expire, but not in this run, and is sent as it is.
 */
export type Departure =
  | { readonly fate: "deactivate" | "carry" | "defer"; readonly row: Row; readonly sent: Row }
  | { readonly fate: "omit"; readonly row: Row; readonly why: Omitted | undefined }
  | { readonly fate: "delete"; readonly row: Row; readonly why: Omitted }
  | { readonly fate: "expire"; readonly row: Row };

/**
 * Decides what happens to the rows that are not in the roster. At most `maxExpired` of them expire,
 * those that are DEACTIVATED for longest.
 */
export function decideDepartures(
  rows: readonly Row[],
  forget: ReadonlySet<string>,
  retention: Retention,
  maxExpired: number,
): readonly Departure[] {
  const departures = rows.map((row) => decideOne(row, forget, retention));
  const expiring = departures.filter(({ fate }) => fate === "defer").map(({ row }) => row);
  const expired = new Set(expiring.sort(byDeactivation).slice(0, maxExpired));
  return departures.map((departure) =>
    expired.has(departure.row) ? { fate: "expire", row: departure.row } : departure,
  );
}

/** What happens to a row on its own; one that may expire is deferred. */
function decideOne(row: Row, forget: ReadonlySet<string>, retention: Retention): Departure {
  const isForgotten = forget.has(row.uniqueId);
  if (isActive(row)) {
    if (isForgotten) return { fate: "omit", row, why: "forget" };
    if (retention.onRemoval === "omit") return { fate: "omit", row, why: undefined };
    const sent = toSendable({ ...row, ...deactivation(retention.now) });
    return sent === undefined
      ? { fate: "omit", row, why: "cannot-carry" }
      : { fate: "deactivate", row, sent };
  }
  if (isForgotten) return { fate: "delete", row, why: "forget" };
  const sent = toSendable(row);
  if (sent === undefined) return { fate: "delete", row, why: "cannot-carry" };
  return { fate: isRetained(row, retention) ? "carry" : "defer", row, sent };
}

function deactivation(now: Date): Partial<UserAccount> {
  return { status: "DEACTIVATED", deactivatedTimestamp: now.toISOString() };
}

/** A day, in milliseconds. */
export const DAY_MS = 24 * 60 * 60 * 1000;

/** Whether it is still sent. One whose time of deactivation cannot be read is kept, not lost. */
function isRetained(row: Row, { onRemoval, retainDeactivatedDays, now }: Retention): boolean {
  if (onRemoval === "omit" || retainDeactivatedDays === 0) return false;
  const instant = deactivatedAt(row);
  return instant === undefined || now.getTime() - instant <= retainDeactivatedDays * DAY_MS;
}

/** Milliseconds since 1970; undefined where it cannot be read. */
function deactivatedAt(row: Row): number | undefined {
  return instantIn(row["deactivatedTimestamp"]);
}

/** Longest DEACTIVATED first; those whose time cannot be read last. */
function byDeactivation(one: Row, other: Row): number {
  const [first, second] = [deactivatedAt(one), deactivatedAt(other)];
  if (first === second) return compareText(one.uniqueId, other.uniqueId);
  return (first ?? Number.POSITIVE_INFINITY) - (second ?? Number.POSITIVE_INFINITY);
}

/**
 * The row without Vanta's own fields and empty optional ones; undefined if a required one lacks.
 */
function toSendable(row: Row): Row | undefined {
  const sent = fieldsOf(row);
  return missingFields(sent).length === 0 ? sent : undefined;
}
