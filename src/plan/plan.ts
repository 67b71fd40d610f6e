// Current accounts against the roster → the plan: only real changes, and all that would be sent.
import { FIELDS, type Row, type UserAccount } from "../model/account.js";
import { byUniqueId, compareText } from "../model/order.js";
import type {
  AddedAccount,
  ChangedAccount,
  Changes,
  Rekeyed,
  RemovedAccount,
} from "../model/outcome.js";
import type { SourceLocation } from "../model/problem.js";
import { type Departure, decideDeparture, type Retention } from "./departures.js";
import { digestOf } from "./digest.js";
import { changedFields, differs, liveRows } from "./rows.js";

/** What the roster asks for, for one resource. */
export interface Desired {
  readonly entries: readonly {
    readonly account: UserAccount;
    readonly location: SourceLocation;
  }[];
  /** `uniqueId`s that are never sent again. */
  readonly forget: ReadonlySet<string>;
}

/** What would happen to the accounts of one resource, and all that would be sent. */
export interface ChangePlan extends Changes {
  /** The rows that count as current, one for each `uniqueId`, in its order. */
  readonly current: readonly Row[];
  readonly entries: Desired["entries"];
  readonly unchanged: number;
  /** Unchanged except for activity fields. */
  readonly refreshed: number;
  /** DEACTIVATED rows that are still sent, as they are sent. */
  readonly carried: readonly Row[];
  /** `uniqueId`s of rows that are left out without being a change. */
  readonly expired: readonly string[];
  /** `uniqueId`s of rows that would be sent but lack a required field; they are among `expired`. */
  readonly cannotCarry: readonly string[];
  /** The roster's accounts in its order, then the rows that are kept, in order of `uniqueId`. */
  readonly resources: readonly (UserAccount | Row)[];
}

/** The plan of one resource in Vanta. */
export interface ResourcePlan extends ChangePlan {
  readonly resourceId: string;
}

/** The plan of a run: a {@link ResourcePlan} for each resource, in order of resource ID. */
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

/** The plan of one resource; see {@link planChanges}. */
export function planResource(
  resourceId: string,
  rows: readonly Row[],
  desired: Desired,
  retention: Retention,
): ResourcePlan {
  return { resourceId, ...planChanges(rows, desired, retention) };
}

/** Compares what Vanta returned for a resource, deleted rows included, with the roster. */
export function planChanges(
  rows: readonly Row[],
  desired: Desired,
  retention: Retention,
): ChangePlan {
  const current = liveRows(rows);
  const { entries, forget } = desired;
  const compared = compareEntries(current, entries);
  const inRoster = new Set(entries.map(({ account }) => account.uniqueId));
  const departures = current
    .filter(({ uniqueId }) => !inRoster.has(uniqueId))
    .map((row) => decideDeparture(row, forget, retention));
  const removed = departures.flatMap(removal);
  const sent = departures.filter((one) => "sent" in one);
  return {
    current,
    entries,
    ...compared,
    removed,
    rekeyed: pairByEmail(removed, compared.added),
    carried: sent.filter(({ fate }) => fate === "carry").map((one) => one.sent),
    expired: departures.filter(isExpired).map(({ row }) => row.uniqueId),
    cannotCarry: departures.filter(isIncomplete).map(({ row }) => row.uniqueId),
    resources: [...entries.map(({ account }) => account), ...sent.map((one) => one.sent)],
  };
}

/** Compares the accounts of the roster with the rows of the same `uniqueId`. */
function compareEntries(current: readonly Row[], entries: Desired["entries"]) {
  const rows = new Map(current.map((row) => [row.uniqueId, row]));
  const added: AddedAccount[] = [];
  const changed: ChangedAccount[] = [];
  let unchanged = 0;
  let refreshed = 0;
  for (const { account, location } of entries) {
    const { uniqueId } = account;
    const row = rows.get(uniqueId);
    const fields = row === undefined ? [] : changedFields(row, account);
    if (row === undefined) added.push({ uniqueId, account, location });
    else if (fields.length > 0) changed.push({ uniqueId, fields, account, location });
    else {
      unchanged += 1;
      if (FIELDS.some((field) => differs(field, row, account))) refreshed += 1;
    }
  }
  return {
    added: added.sort(byUniqueId),
    changed: changed.sort(byUniqueId),
    unchanged,
    refreshed,
  };
}

function removal({ fate, row }: Departure): readonly RemovedAccount[] {
  if (fate === "carry" || fate === "expire") return [];
  return [{ uniqueId: row.uniqueId, how: fate, account: row }];
}

function isIncomplete(departure: Departure): boolean {
  return "isIncomplete" in departure && departure.isIncomplete;
}

function isExpired(departure: Departure): boolean {
  return departure.fate === "expire" || isIncomplete(departure);
}

/** Pairs each removed account with at most one added account of the same email, ignoring case. */
function pairByEmail(
  removed: readonly RemovedAccount[],
  added: readonly AddedAccount[],
): readonly Rekeyed[] {
  // From the last to the first, so that the first is taken off the end.
  const candidates = new Map<string | undefined, string[]>();
  for (const { uniqueId, account } of added.toReversed()) {
    const email = emailOf(account);
    const same = candidates.get(email);
    if (same === undefined) candidates.set(email, [uniqueId]);
    else same.push(uniqueId);
  }
  return removed.flatMap(({ uniqueId, account }) => {
    const to = candidates.get(emailOf(account))?.pop();
    return to === undefined ? [] : [{ from: uniqueId, to }];
  });
}

/** Undefined only for a row of Vanta's: an account of a roster has an address. */
function emailOf(row: Row): string | undefined {
  const email = row["email"];
  return typeof email === "string" ? email.toLowerCase() : undefined;
}
