// What a plan may do by itself, and what a person has allowed beyond that.

/** A bound on how many accounts a plan may touch. A percentage may have two decimals. */
export type Limit =
  | { readonly kind: "count"; readonly value: number }
  | { readonly kind: "percent"; readonly value: number };

/** The inputs that bound a plan. Each list has at most one limit of each kind. */
export interface Limits {
  readonly allowEmpty: boolean;
  readonly maxRemovals: readonly Limit[];
  readonly maxAccessChanges: readonly Limit[];
}

/** What a person has approved beforehand. */
export interface Approval {
  /** This plan and no other. */
  readonly approvedPlan?: string | undefined;
  /** The digests of plans that may exceed the limits. */
  readonly approvalsFile: ReadonlySet<string>;
}

/** The form of a plan digest: the SHA-256 of a plan's effect. */
export const DIGEST = /^sha256:[0-9a-f]{64}$/;
