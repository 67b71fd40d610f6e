// How a run ended and everything that is known of it: what the straight line hands to the reporters, which switch over it.
import type { Row } from "./account.js";
import type { Message } from "./message.js";
import type { RequestRecord } from "./ports.js";
import type { Problems, SourceLocation } from "./problem.js";

export type Mode = "validate" | "plan" | "sync";
export type OnRemoval = "deactivate" | "omit";

/** An account on its way in; `place` is its line in the roster at this commit. */
export interface AddedAccount {
  readonly uniqueId: string;
  readonly account: Row;
  readonly location?: SourceLocation | undefined;
}

/** An account on its way out, as Vanta holds it. `omit`: it is left out of what is sent. */
export interface RemovedAccount {
  readonly uniqueId: string;
  readonly how: OnRemoval;
  readonly account: Row;
}

/** One field of a changed account. Absent stays absent: `before` or `after` is left out, not null. */
export interface FieldChange {
  readonly field: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

export interface ChangedAccount {
  readonly uniqueId: string;
  /** In the order of the fields in account.ts; at least one. */
  readonly fields: readonly FieldChange[];
  /** The account as the roster has it, for its name in a report. */
  readonly account: Row;
  readonly location?: SourceLocation | undefined;
}

/** An added and a removed account with the same e-mail address: most likely one person under a new `uniqueId`. */
export interface Rekeyed {
  readonly from: string;
  readonly to: string;
}

/** Only real changes, in order of `uniqueId` (code units). */
export interface Changes {
  readonly added: readonly AddedAccount[];
  readonly removed: readonly RemovedAccount[];
  readonly changed: readonly ChangedAccount[];
  readonly rekeyed: readonly Rekeyed[];
}

/** The guards, in the order in which they are checked. */
export const GUARD_CODES = [
  "empty-roster",
  "max-removals",
  "max-access-changes",
  "plan-changed",
] as const;

export type GuardCode = (typeof GUARD_CODES)[number];

/** A guard that tripped. */
export interface Violation {
  readonly code: GuardCode;
  /** Absent for the guard of the whole run, `plan-changed`. */
  readonly resourceId?: string | undefined;
  /** How many by which cause, the limit, and how to go on. */
  readonly message: Message;
  /** The `uniqueId`s that count, in order. */
  readonly accounts: readonly string[];
  /** What let it pass; a violation without it stops the run. */
  readonly waivedBy?: "approved-plan" | "approvals-file" | undefined;
}

/** What happened, or would happen, to one resource. */
export interface ResourceOutcome extends Changes {
  readonly resourceId: string;
  /** Rows in Vanta without `deletedAt`. */
  readonly current: number;
  /** Accounts in the roster. */
  readonly desired: number;
  readonly unchanged: number;
  /** Unchanged but for activity fields. */
  readonly refreshed: number;
  /** Former leavers sent on as they are. */
  readonly carried: number;
  /** `uniqueId`s of the rows that are left out for good. */
  readonly expired: readonly string[];
  /** Rows that are (or would be) sent: desired, removed by `deactivate`, carried. */
  readonly sent: number;
  readonly violations: readonly Violation[];
  /** Whether Vanta holds what was sent. */
  readonly synced: "yes" | "no" | "unknown";
  /** The read-back found exactly the accounts that were sent. */
  readonly verified: boolean;
}

/** The change of a pull request itself: its roster against that of the commit it started from. One for each resource ID. */
export interface ResourceEffect extends Changes {
  /** Absent where neither the roster nor the input names one (validate needs none). */
  readonly resourceId?: string | undefined;
}

/** A glance at the whole roster. */
export interface Overview {
  /** Accounts by permission level, then by status; every level and status is there. */
  readonly accounts: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** ACTIVE accounts that do not log in by SSO and have no MFA. */
  readonly withoutMfa: number;
}

/** Where and when the run took place. Unknown is absent. Times are RFC 3339 in UTC. */
export interface RunFacts {
  /** Of this action. */
  readonly version: string;
  /** `owner/name`. */
  readonly repository?: string | undefined;
  /** On a pull request, that of the test merge. */
  readonly commit?: string | undefined;
  /** In full, as `refs/heads/main`. */
  readonly ref?: string | undefined;
  /** The event's name. */
  readonly event?: string | undefined;
  readonly runId?: string | undefined;
  /** 1 for the first attempt. */
  readonly attempt?: number | undefined;
  readonly actor?: string | undefined;
  /** `https://github.com` or the Enterprise Server's; for links to the roster's lines. */
  readonly serverUrl?: string | undefined;
  readonly startedAt: string;
  readonly finishedAt: string;
}

/** What any outcome may know; unknown is absent. */
export interface OutcomeFacts {
  readonly run: RunFacts;
  readonly mode?: Mode | undefined;
  readonly problems: Problems;
  /** Accounts in the roster, over all resources. */
  readonly accounts?: number | undefined;
  readonly overview?: Overview | undefined;
  readonly resources?: readonly ResourceOutcome[] | undefined;
  /** Of the plan of all resources: `sha256:` and 64 hex digits. */
  readonly digest?: string | undefined;
  /** Guards in force: those of the run, and those of the resources that nothing waived. */
  readonly violations: readonly Violation[];
  readonly effect?: readonly ResourceEffect[] | undefined;
  /** A glob of absolute paths. */
  readonly backup?: string | undefined;
  /** Every request to Vanta, in order. */
  readonly requests: readonly RequestRecord[];
}

/** How a run ended: the first that applies, in this order. The step fails on the first four. */
export type Ending =
  | { readonly outcome: "invalid" }
  /** What went wrong, each with its likely cause and where to look. */
  | { readonly outcome: "failed"; readonly failures: readonly Message[] }
  | { readonly outcome: "blocked" }
  | { readonly outcome: "drifted" }
  | { readonly outcome: "superseded"; readonly reason: Message }
  | { readonly outcome: "valid" }
  | { readonly outcome: "planned" }
  | { readonly outcome: "synced" };

/** How a run ended, and everything that is known of it. */
export type Outcome = OutcomeFacts & Ending;

/** Whether the step passes. */
export function passes(outcome: Outcome): boolean {
  return !["invalid", "failed", "blocked", "drifted"].includes(outcome.outcome);
}

/** Whether anything is added, removed or changed. */
export function isChange({ added, removed, changed }: Changes): boolean {
  return added.length + removed.length + changed.length > 0;
}

/** Whether the plan is not empty; undefined where there is no plan. */
export function hasChanges(outcome: OutcomeFacts): boolean | undefined {
  return outcome.resources?.some(isChange);
}
