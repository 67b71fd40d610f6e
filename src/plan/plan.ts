// Current + desired → the plan: only real changes, what is sent on of those who left, and a digest that means the effect.
import { FIELDS, REQUIRED_FIELDS, type Row, type UserAccount } from "../model/account.js";
import { parseInstant } from "../model/equality.js";
import { byUniqueId, compareText } from "../model/order.js";
import type {
  ChangedAccount,
  Changes,
  OnRemoval,
  Rekeyed,
  RemovedAccount,
} from "../model/outcome.js";
import type { SourceLocation } from "../model/problem.js";
import { digestOf } from "./digest.js";
import { changedFields, differs, fieldsOf, isActive, liveRows } from "./rows.js";

/** What the roster asks for, for one resource. */
export interface Desired {
  readonly entries: readonly { readonly account: UserAccount; readonly location: SourceLocation }[];
  /** `uniqueId`s that are never sent on. */
  readonly forget: ReadonlySet<string>;
}

export interface Retention {
  readonly onRemoval: OnRemoval;
  /** How many days after `deactivatedTimestamp` a leaver is still sent; 0 keeps none. */
  readonly retainDeactivatedDays: number;
  /** The time of the run: becomes the `deactivatedTimestamp` of those who leave. */
  readonly now: Date;
}

/** What a sync would do to one resource, and the whole of what it would send. */
export interface ResourcePlan extends Changes {
  readonly resourceId: string;
  /** The rows without `deletedAt`, as Vanta returned them, one for each `uniqueId`. */
  readonly current: readonly Row[];
  readonly entries: Desired["entries"];
  readonly unchanged: number;
  readonly refreshed: number;
  /** Former leavers sent on, as they are sent. */
  readonly carried: readonly Row[];
  /** `uniqueId`s of rows that are left out without being a change. */
  readonly expired: readonly string[];
  /** `uniqueId`s of rows that should be sent on and lack a required field; they are among `expired`. */
  readonly cannotCarry: readonly string[];
  /** The roster's accounts in its order, then the rows that are kept in order of `uniqueId`. */
  readonly resources: readonly (UserAccount | Row)[];
}

/** The plan of a run: one {@link ResourcePlan} for each resource, in order of resource ID, under one digest. */
export interface Plan {
  readonly resources: readonly ResourcePlan[];
  /** `sha256:` and 64 hex digits. */
  readonly digest: string;
}

/** Puts the plans of all resources under one digest. */
export function combinePlans(resources: readonly ResourcePlan[]): Plan {
  const ordered = [...resources].sort((one, other) =>
    compareText(one.resourceId, other.resourceId),
  );
  return { resources: ordered, digest: digestOf(ordered) };
}

/** Compares what Vanta returned for one resource (deleted rows included) with what the roster asks for. */
export function planResource(
  resourceId: string,
  rows: readonly Row[],
  desired: Desired,
  retention: Retention,
): ResourcePlan {
  const current = liveRows(rows);
  const byId = new Map(current.map((row) => [row.uniqueId, row]));
  const { added, changed, unchanged, refreshed } = compareEntries(byId, desired);
  const departed = sortOut(withoutEntries(current, desired), desired.forget, retention);
  const { removed, kept, carried, expired, cannotCarry } = departed;
  return {
    resourceId,
    current,
    entries: desired.entries,
    added,
    removed,
    changed,
    rekeyed: pairByEmail(removed, added),
    unchanged,
    refreshed,
    carried,
    expired,
    cannotCarry,
    resources: [...desired.entries.map(({ account }) => account), ...kept],
  };
}

function compareEntries(current: ReadonlyMap<string, Row>, { entries }: Desired) {
  const added: { uniqueId: string; account: Row; location: SourceLocation }[] = [];
  const changed: ChangedAccount[] = [];
  let unchanged = 0;
  let refreshed = 0;
  for (const { account, location } of entries) {
    const { uniqueId } = account;
    const before = current.get(uniqueId);
    if (before === undefined) {
      added.push({ uniqueId, account, location });
      continue;
    }
    const fields = changedFields(before, account);
    if (fields.length > 0) {
      changed.push({ uniqueId, fields, account, location });
      continue;
    }
    unchanged += 1;
    if (FIELDS.some((field) => differs(field, before, account))) refreshed += 1;
  }
  return { added: added.sort(byUniqueId), changed: changed.sort(byUniqueId), unchanged, refreshed };
}

function withoutEntries(current: readonly Row[], { entries }: Desired): readonly Row[] {
  const wanted = new Set(entries.map(({ account }) => account.uniqueId));
  return current.filter((row) => !wanted.has(row.uniqueId));
}

/** Decides for each current row that is not in the roster what becomes of it. `kept` is what is sent of them. */
function sortOut(rows: readonly Row[], forget: ReadonlySet<string>, retention: Retention) {
  const removed: RemovedAccount[] = [];
  const kept: Row[] = [];
  const carried: Row[] = [];
  const expired: string[] = [];
  const cannotCarry: string[] = [];
  for (const row of rows) {
    const { uniqueId } = row;
    const active = isActive(row);
    const keeps =
      !forget.has(uniqueId) &&
      (active ? retention.onRemoval === "deactivate" : isRetained(row, retention));
    const sent = keeps ? keepRow(row, active ? deactivation(retention.now) : {}) : undefined;
    if (active)
      removed.push({ uniqueId, how: sent === undefined ? "omit" : "deactivate", account: row });
    if (sent !== undefined) {
      kept.push(sent);
      if (!active) carried.push(sent);
    } else if (keeps || !active) expired.push(uniqueId);
    if (keeps && sent === undefined) cannotCarry.push(uniqueId);
  }
  return { removed, kept, carried, expired, cannotCarry };
}

function deactivation(now: Date): Partial<UserAccount> {
  return { status: "DEACTIVATED", deactivatedTimestamp: now.toISOString() };
}

const DAY = 24 * 60 * 60 * 1000;

/** Whether a former leaver is still sent on; one whose day cannot be read is kept rather than lost. */
function isRetained(row: Row, { onRemoval, retainDeactivatedDays, now }: Retention): boolean {
  if (onRemoval === "omit" || retainDeactivatedDays === 0) return false;
  const since = row["deactivatedTimestamp"];
  const instant = typeof since === "string" ? parseInstant(since) : undefined;
  return instant === undefined || now.getTime() - instant <= retainDeactivatedDays * DAY;
}

/** The row as it can be sent again: Vanta's own fields and empty optional ones left out. Undefined if a required one is missing. */
function keepRow(row: Row, change: Partial<UserAccount>): Row | undefined {
  const sent = fieldsOf({ ...row, ...change });
  return REQUIRED_FIELDS.every((field) => sent[field] !== undefined && sent[field] !== null)
    ? sent
    : undefined;
}

/** Pairs each leaver with at most one newcomer of the same e-mail address, ignoring case. */
function pairByEmail(
  removed: readonly RemovedAccount[],
  added: Changes["added"],
): readonly Rekeyed[] {
  // From the last to the first, so that the first is taken off the end.
  const newcomers = new Map<string | undefined, string[]>();
  for (const { uniqueId, account } of added.toReversed()) {
    const email = emailOf(account);
    const same = newcomers.get(email);
    if (same === undefined) newcomers.set(email, [uniqueId]);
    else same.push(uniqueId);
  }
  return removed.flatMap(({ uniqueId, account }) => {
    const to = newcomers.get(emailOf(account))?.pop();
    return to === undefined ? [] : [{ from: uniqueId, to }];
  });
}

/** Undefined only for a row of Vanta's: an account of a roster has an address. */
function emailOf(row: Row): string | undefined {
  const email = row["email"];
  return typeof email === "string" ? email.toLowerCase() : undefined;
}
