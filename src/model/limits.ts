// The limits that a plan must stay within, and the approvals that let it exceed them.

/** How many accounts a plan may affect. A percentage may have two decimals. */
export type Limit =
  | { readonly kind: "count"; readonly value: number }
  | { readonly kind: "percent"; readonly value: number };

/**
 * The inputs that bound a plan. Each list has at most one limit of each kind: a percentage is of
 * each resource, a count of the whole run.
 */
export interface Limits {
  readonly allowEmpty: boolean;
  readonly maxRemovals: readonly Limit[];
  /** The same for the last 24 hours, with this plan. */
  readonly maxRemovalsPerDay: readonly Limit[];
  readonly maxAccessChanges: readonly Limit[];
}

/** What a person has approved before the run. */
export interface Approval {
  /** The digest of the only plan that may run. */
  readonly approvedPlan?: string | undefined;
  /** The digests of plans that may exceed the limits, and the line (1-based) of each. */
  readonly approvalsFile: ReadonlyMap<string, number>;
}

/** The form of a plan digest: the SHA-256 of a plan's effect. */
export const DIGEST = /^sha256:[0-9a-f]{64}$/;
