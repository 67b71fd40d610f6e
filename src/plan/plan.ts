// Current accounts against the roster → the plan: only real changes, and all that would be sent.
import { FIELDS, type Row, type UserAccount } from "../model/account.js";
import { sameValue } from "../model/equality.js";
import type { Limit } from "../model/limits.js";
import { byUniqueId, compareText } from "../model/order.js";
import type {
  AddedAccount,
  ChangedAccount,
  Changes,
  DeletedAccount,
  ExpiredAccount,
  Rekeyed,
  RemovedAccount,
} from "../model/outcome.js";
import type { SourceLocation } from "../model/problem.js";
import { leastAllowance } from "./allowance.js";
import { type Departure, decideDepartures, type Retention } from "./departures.js";
import { digestOf } from "./digest.js";
import { recentlyRemoved } from "./recent-removals.js";
import { changedFields, liveRows } from "./rows.js";

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
  /** DEACTIVATED rows that are left out for good, without being a change. */
  readonly expired: readonly ExpiredAccount[];
  /** How many rows would expire, but are still sent in this run. */
  readonly deferred: number;
  /** `uniqueId`s that left in the last 24 hours, before this plan. */
  readonly recentlyRemoved: readonly string[];
  /** `uniqueId`s of removed accounts that are left out only because they lack a required field. */
  readonly incomplete: readonly string[];
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

/** What Vanta returned for a resource, deleted rows included, and what the roster asks for. */
export interface PlanInput extends Desired {
  readonly resourceId: string;
  readonly rows: readonly Row[];
}

/** How leavers are kept, and how many rows may expire in one run. */
export interface PlanPolicy extends Retention {
  readonly maxRemovals: readonly Limit[];
}

/** Plans all resources of a run under one digest. */
export function planAll(inputs: readonly PlanInput[], policy: PlanPolicy): Plan {
  const { maxRemovals } = policy;
  // A count is for the whole run, shared out in order of resource ID.
  let mayExpire = leastAllowance(maxRemovals, "count", 0);
  const ordered = [...inputs].sort((one, other) => compareText(one.resourceId, other.resourceId));
  const resources = ordered.map(({ resourceId, rows, ...desired }) => {
    const current = liveRows(rows);
    const share = leastAllowance(maxRemovals, "percent", current.length);
    const maxExpired = Math.min(share, mayExpire);
    const plan = planLive({ rows, current }, desired, policy, maxExpired);
    mayExpire -= plan.expired.length;
    return { resourceId, ...plan };
  });
  return { resources, digest: digestOf(resources) };
}

/** Compares the rows of a resource with its roster. All that may expire do. */
export function planChanges(
  rows: readonly Row[],
  desired: Desired,
  retention: Retention,
): ChangePlan {
  const current = liveRows(rows);
  return planLive({ rows, current }, desired, retention, Number.POSITIVE_INFINITY);
}

/** The same, with the live ones of the rows. At most `maxExpired` of them expire. */
function planLive(
  { rows, current }: { readonly rows: readonly Row[]; readonly current: readonly Row[] },
  { entries, forget }: Desired,
  retention: Retention,
  maxExpired: number,
): ChangePlan {
  const compared = compareEntries(current, entries);
  const inRoster = new Set(entries.map(({ account }) => account.uniqueId));
  const leftRoster = current.filter(({ uniqueId }) => !inRoster.has(uniqueId));
  const departures = decideDepartures(leftRoster, forget, retention, maxExpired);
  const removed = departures.flatMap(toRemoved);
  const sent = departures.filter((one) => "sent" in one);
  return {
    current,
    entries,
    ...compared,
    removed,
    rekeyed: pairByEmail(removed, compared.added),
    deleted: departures.flatMap(toDeleted),
    carried: sent.filter(({ fate }) => fate === "carry").map((one) => one.sent),
    expired: departures.filter(({ fate }) => fate === "expire").map(toExpired),
    deferred: sent.filter(({ fate }) => fate === "defer").length,
    recentlyRemoved: recentlyRemoved(rows, entries, retention.now),
    incomplete: departures.flatMap((one) =>
      one.fate === "omit" && one.why === "cannot-carry" ? [one.row.uniqueId] : [],
    ),
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
  for (const entry of entries) {
    const { account } = entry;
    const { uniqueId } = account;
    const row = rows.get(uniqueId);
    const fields = row === undefined ? [] : changedFields(row, account);
    // A location is found when it is asked for: most accounts are unchanged and need none.
    if (row === undefined) added.push({ uniqueId, account, location: entry.location });
    else if (fields.length > 0) {
      changed.push({ uniqueId, fields, account, location: entry.location });
    } else {
      unchanged += 1;
      const isRefreshed = FIELDS.some((field) => !sameValue(field, row[field], account[field]));
      if (isRefreshed) refreshed += 1;
    }
  }
  return {
    added: added.sort(byUniqueId),
    changed: changed.sort(byUniqueId),
    unchanged,
    refreshed,
  };
}

function toRemoved(departure: Departure): readonly RemovedAccount[] {
  const { row } = departure;
  const { uniqueId } = row;
  if (departure.fate === "deactivate") return [{ uniqueId, how: "deactivate", account: row }];
  if (departure.fate !== "omit") return [];
  return [{ uniqueId, how: "omit", why: departure.why, account: row }];
}

function toDeleted(departure: Departure): readonly DeletedAccount[] {
  if (departure.fate !== "delete") return [];
  const { row, why } = departure;
  return [{ uniqueId: row.uniqueId, why, account: row }];
}

function toExpired({ row }: Departure): ExpiredAccount {
  return { uniqueId: row.uniqueId, account: row };
}

/** Pairs a removed with an added account where only these two have their email, ignoring case. */
function pairByEmail(
  removed: readonly RemovedAccount[],
  added: readonly AddedAccount[],
): readonly Rekeyed[] {
  const removedWith = countByEmail(removed);
  const addedWith = countByEmail(added);
  const successors = new Map(added.map(({ account }) => [emailOf(account), account]));
  return removed.flatMap(({ uniqueId, account }) => {
    const email = emailOf(account);
    const isOnly = removedWith.get(email) === 1 && addedWith.get(email) === 1;
    const successor = isOnly && email !== undefined ? successors.get(email) : undefined;
    if (successor === undefined) return [];
    const fields = changedFields(account, successor).filter(({ field }) => field !== "uniqueId");
    return [{ from: uniqueId, to: successor.uniqueId, fields }];
  });
}

function countByEmail(
  accounts: readonly { readonly account: Row }[],
): ReadonlyMap<string | undefined, number> {
  const counts = new Map<string | undefined, number>();
  for (const { account } of accounts) {
    const email = emailOf(account);
    counts.set(email, (counts.get(email) ?? 0) + 1);
  }
  return counts;
}

/** Undefined only for a row of Vanta's: an account of a roster has an address. */
function emailOf(row: Row): string | undefined {
  const email = row["email"];
  return typeof email === "string" ? email.toLowerCase() : undefined;
}
