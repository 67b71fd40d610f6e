// How many accounts a limit allows.
import type { Limit } from "../model/limits.js";

/**
 * How many of `whole` a limit allows. A percentage is rounded up, in hundredths of a percent: as
 * floats, 7% of 100 would be 7.000000000000001.
 */
export function allowance(limit: Limit, whole: number): number {
  if (limit.kind === "count") return limit.value;
  return Math.ceil((Math.round(limit.value * 100) * whole) / 10_000);
}

/** The limits of one kind. */
export function ofKind(limits: readonly Limit[], kind: Limit["kind"]): readonly Limit[] {
  return limits.filter((limit) => limit.kind === kind);
}

/** The least that limits of one kind allow; infinite where there are none. */
export function leastAllowance(
  limits: readonly Limit[],
  kind: Limit["kind"],
  whole: number,
): number {
  const allowed = ofKind(limits, kind).map((one) => allowance(one, whole));
  return Math.min(Number.POSITIVE_INFINITY, ...allowed);
}
