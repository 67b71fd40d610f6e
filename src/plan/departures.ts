// What happens to the accounts that Vanta has and the roster has not.
import { REQUIRED_FIELDS, type Row, type UserAccount } from "../model/account.js";
import { parseInstant } from "../model/equality.js";
import type { OnRemoval } from "../model/outcome.js";
import { fieldsOf, isActive } from "./rows.js";

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
 * - `expire`: it is DEACTIVATED, and is left out.
 */
export type Departure =
  | { readonly fate: "deactivate" | "carry"; readonly row: Row; readonly sent: Row }
  | {
      readonly fate: "omit" | "expire";
      readonly row: Row;
      /** It would be sent, but lacks a required field. */
      readonly isIncomplete: boolean;
    };

/** Decides what happens to a row that is not in the roster. */
export function decideDeparture(
  row: Row,
  forget: ReadonlySet<string>,
  retention: Retention,
): Departure {
  const isForgotten = forget.has(row.uniqueId);
  if (isActive(row)) {
    if (isForgotten || retention.onRemoval === "omit") return leaveOut("omit", row, false);
    const sent = toSendable({ ...row, ...deactivation(retention.now) });
    return sent === undefined ? leaveOut("omit", row, true) : { fate: "deactivate", row, sent };
  }
  if (isForgotten || !isRetained(row, retention)) return leaveOut("expire", row, false);
  const sent = toSendable(row);
  return sent === undefined ? leaveOut("expire", row, true) : { fate: "carry", row, sent };
}

function leaveOut(fate: "omit" | "expire", row: Row, isIncomplete: boolean): Departure {
  return { fate, row, isIncomplete };
}

function deactivation(now: Date): Partial<UserAccount> {
  return { status: "DEACTIVATED", deactivatedTimestamp: now.toISOString() };
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Whether it is still sent. One whose time of deactivation cannot be read is kept, not lost. */
function isRetained(row: Row, { onRemoval, retainDeactivatedDays, now }: Retention): boolean {
  if (onRemoval === "omit" || retainDeactivatedDays === 0) return false;
  const since = row["deactivatedTimestamp"];
  const instant = typeof since === "string" ? parseInstant(since) : undefined;
  return instant === undefined || now.getTime() - instant <= retainDeactivatedDays * DAY_MS;
}

/** The row without Vanta's own fields and empty optional ones; undefined if it is incomplete. */
function toSendable(row: Row): Row | undefined {
  const sent = fieldsOf(row);
  const isComplete = REQUIRED_FIELDS.every(
    (field) => sent[field] !== undefined && sent[field] !== null,
  );
  return isComplete ? sent : undefined;
}
