// Who left in the last 24 hours, as far as Vanta's rows show it: what `max-removals-per-day` adds
// to a plan.
import { isActive, type Row, type UserAccount } from "../model/account.js";
import { instantIn } from "../model/equality.js";
import { DAY_MS } from "./departures.js";
import { isLive } from "./rows.js";

/**
 * The `uniqueId`s of live rows that were DEACTIVATED, and of rows that were deleted while not
 * DEACTIVATED, in the 24 hours before `now` or later. Those who are ACTIVE in the roster come back
 * and do not count; a deleted row does not count beside a live one of the same `uniqueId`.
 */
export function recentlyRemoved(
  rows: readonly Row[],
  entries: readonly { readonly account: UserAccount }[],
  now: Date,
): readonly string[] {
  const since = now.getTime() - DAY_MS;
  const recent = rows.filter((row) => (leftAt(row) ?? Number.NEGATIVE_INFINITY) >= since);
  if (recent.length === 0) return [];
  const active = new Set(
    entries.filter(({ account }) => isActive(account)).map(({ account }) => account.uniqueId),
  );
  const live = new Set(rows.filter(isLive).map(({ uniqueId }) => uniqueId));
  const counted = recent.filter(
    (row) => !active.has(row.uniqueId) && (isLive(row) || !live.has(row.uniqueId)),
  );
  return [...new Set(counted.map(({ uniqueId }) => uniqueId))];
}

/** When an account lost access, in milliseconds since 1970; undefined where it did not. */
function leftAt(row: Row): number | undefined {
  if (isLive(row)) return isActive(row) ? undefined : instantIn(row["deactivatedTimestamp"]);
  return isActive(row) ? instantIn(row["deletedAt"]) : undefined;
}
