// The outcome of a run: how it ended, and what it found out. run/ builds it, the reports read it.
import { isAccessField, type Row } from "./account.js";
import type { Message } from "./message.js";
import type { RequestRecord } from "./ports.js";
import type { Problems, SourceLocation } from "./problem.js";

/**
 * What a run does: check the roster, also compare it with Vanta, also send it; or write what Vanta
 * has into the roster.
 */
export type Mode = "validate" | "plan" | "sync" | "export";
/** How accounts that left the roster are removed: sent as DEACTIVATED, or not sent. */
export type OnRemoval = "deactivate" | "omit";

/** An account that is added; `location` is in the roster of this commit, if nothing else is said. */
export interface AddedAccount {
  readonly uniqueId: string;
  readonly account: Row;
  readonly location?: SourceLocation | undefined;
}

/** An account that is removed, as Vanta has it; in a {@link ResourceEffect}, as its base has it. */
export interface RemovedAccount {
  readonly uniqueId: string;
  readonly how: OnRemoval;
  /** Why it is omitted, where `on-removal: omit` is not the reason. */
  readonly why?: Omitted | undefined;
  readonly account: Row;
}

/** `forget`: the roster says so. `cannot-carry`: it would be sent, but lacks a required field. */
export type Omitted = "forget" | "cannot-carry";

/** A DEACTIVATED account that is left out for good, as Vanta has it. */
export interface DeletedAccount {
  readonly uniqueId: string;
  readonly why: Omitted;
  readonly account: Row;
}

/** A DEACTIVATED account whose time is over, as Vanta has it. */
export interface ExpiredAccount {
  readonly uniqueId: string;
  readonly account: Row;
}

/** One field of a changed account. Where it has no value, `before` or `after` is absent. */
export interface FieldChange {
  readonly field: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** An account that is changed. */
export interface ChangedAccount {
  readonly uniqueId: string;
  /** At least one field, in the order of account.ts. */
  readonly fields: readonly FieldChange[];
  /** The account as the roster has it. Reports take its name from here. */
  readonly account: Row;
  readonly location?: SourceLocation | undefined;
}

/** A removed and an added account with the same email: likely one person with a new `uniqueId`. */
export interface Rekeyed {
  readonly from: string;
  readonly to: string;
  /** What else differs, in the order of account.ts. */
  readonly fields: readonly FieldChange[];
}

/** What changes, without accounts that stay the same. In order of `uniqueId` (code units). */
export interface Changes {
  readonly added: readonly AddedAccount[];
  readonly removed: readonly RemovedAccount[];
  readonly changed: readonly ChangedAccount[];
  readonly rekeyed: readonly Rekeyed[];
  readonly deleted: readonly DeletedAccount[];
}

/** The guards, in the order in which they are checked. */
export const GUARD_CODES = [
  "empty-roster",
  "max-removals",
  "max-removals-per-day",
  "max-access-changes",
  "plan-changed",
  "public-repository",
  "empty-vanta",
] as const;

/** The name of a guard. */
export type GuardCode = (typeof GUARD_CODES)[number];

/** A violated guard. It stops the run unless it is waived. */
export interface Violation {
  readonly code: GuardCode;
  /** Absent where it is about the whole run. */
  readonly resourceId?: string | undefined;
  /** How many by which cause, and the limit. */
  readonly message: Message;
  /** How many accounts count, of how many, and how many are allowed; for guards with a limit. */
  readonly counted?:
    | { readonly accounts: number; readonly whole: number; readonly limit: number }
    | undefined;
  /** The `uniqueId`s that count, in order. */
  readonly accounts: readonly string[];
  /** The approval that waives it. */
  readonly waivedBy?: "approved-plan" | "approvals-file" | undefined;
}

/** The approvals that this run was given. */
export interface GivenApprovals {
  /** The digest in `approved-plan`. */
  readonly plan?: string | undefined;
  /** The path of `approvals-file`. */
  readonly file?: string | undefined;
  /** The line of that file with the digest of this plan. */
  readonly line?: number | undefined;
}

/** What happened to one resource, or would happen in a sync. */
export interface ResourceOutcome extends Changes {
  readonly resourceId: string;
  /** The roster files that name it, in order. */
  readonly files: readonly string[];
  /** Rows in Vanta without `deletedAt`. */
  readonly current: number;
  /** Accounts in the roster. */
  readonly desired: number;
  readonly unchanged: number;
  /** How many of the unchanged accounts have new values in activity fields. */
  readonly refreshed: number;
  /** Accounts that left the roster earlier, and are still sent as DEACTIVATED. */
  readonly carried: number;
  readonly expired: readonly ExpiredAccount[];
  /** How many would expire, but are still sent in this run. */
  readonly deferred: number;
  /** Rows that are (or would be) sent: desired, removed by `deactivate`, carried. */
  readonly sent: number;
  /** Waived ones too. */
  readonly violations: readonly Violation[];
  /** Whether the sync took effect in Vanta. */
  readonly synced: "yes" | "no" | "unknown";
  /** True if the sync succeeded and the read-back found exactly the accounts that were sent. */
  readonly verified: boolean;
  /** How many accounts the read-back found otherwise than they were sent; absent if not read. */
  readonly notAsSent?: number | undefined;
}

/** What an export changes in one roster file. */
export interface ExportedFile {
  /** From the workspace root, with forward slashes. */
  readonly path: string;
  readonly resourceId: string;
  /** Whether the export makes it. */
  readonly isNew: boolean;
  /** Accounts that no file had, as Vanta has them. `location`: their place in the new text. */
  readonly added: readonly AddedAccount[];
  /** Before: in the roster. After: in Vanta. `location`: the place in the new text. */
  readonly changed: readonly ChangedAccount[];
  /** Accounts that Vanta does not have, as the roster had them. `location`: where they were. */
  readonly takenOut: readonly AddedAccount[];
}

/** What an export changes in the roster. */
export interface ExportOutcome {
  /** Only files that differ, in order of path. */
  readonly files: readonly ExportedFile[];
  /** Accounts that are in the roster and in Vanta, and do not differ. */
  readonly unchanged: number;
  /** Whether the files were written. */
  readonly isWritten: boolean;
  /** Files that `export-file` stands for: itself, or one for each resource of a new roster. */
  readonly exportFiles: readonly string[];
}

/** What a pull request changes in one resource, compared with the roster of its base commit. */
export interface ResourceEffect extends Changes {
  /** Absent if neither the roster nor the input names one, which only `validate` allows. */
  readonly resourceId?: string | undefined;
}

/** What a sync does to a resource besides what its pull request changes. */
export interface RestOfPlan extends ResourceEffect {
  readonly expired: readonly ExpiredAccount[];
}

/** Counts over the whole roster. */
export interface Overview {
  /** Accounts by permission level, then by status. Every level and status is present. */
  readonly accounts: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** ACTIVE accounts that do not log in by SSO and have no MFA. */
  readonly withoutMfa: number;
}

/** Where and when the run took place. What is unknown is absent. Times are RFC 3339 in UTC. */
export interface RunFacts {
  /** The version of this action. */
  readonly version: string;
  /** `owner/name`. */
  readonly repository?: string | undefined;
  /** For a pull request: the test merge commit. */
  readonly commit?: string | undefined;
  /** The full name, such as `refs/heads/main`. */
  readonly ref?: string | undefined;
  /** The name of the event, such as `push`. */
  readonly event?: string | undefined;
  readonly runId?: string | undefined;
  /** 1 for the first attempt. */
  readonly attempt?: number | undefined;
  readonly actor?: string | undefined;
  /** `https://github.com`, or the URL of an Enterprise Server. For links to lines of the roster. */
  readonly serverUrl?: string | undefined;
  /** The page of this attempt of the run. */
  readonly url?: string | undefined;
  /** The page of the workflow, where it can be run by hand. */
  readonly workflowUrl?: string | undefined;
  readonly startedAt: string;
  readonly finishedAt: string;
}

/** What every outcome may contain. What is unknown is absent. */
export interface OutcomeFacts {
  readonly run: RunFacts;
  readonly mode?: Mode | undefined;
  /** Why this mode; completes "mode plan: …". */
  readonly modeReason?: string | undefined;
  readonly problems: Problems;
  /** The number of accounts in the roster, over all resources. */
  readonly accounts?: number | undefined;
  readonly overview?: Overview | undefined;
  readonly resources?: readonly ResourceOutcome[] | undefined;
  /** The digest of the plan of all resources: `sha256:` and 64 hex digits. */
  readonly digest?: string | undefined;
  /** Violations that nothing waives, of the run and of its resources. */
  readonly violations: readonly Violation[];
  readonly effect?: readonly ResourceEffect[] | undefined;
  /** The limits that the effect alone exceeds; only in `validate`. */
  readonly effectViolations?: readonly Violation[] | undefined;
  /** What a sync would change besides the effect. */
  readonly beyond?: readonly RestOfPlan[] | undefined;
  /** Whether this is a pull request, or a merge group, into the default branch. */
  readonly mergesToDefaultBranch?: boolean | undefined;
  readonly approvals?: GivenApprovals | undefined;
  /** What an export changes; absent until Vanta was read. */
  readonly exported?: ExportOutcome | undefined;
  /** A glob of absolute paths that matches the backups of this run. */
  readonly backup?: string | undefined;
  /** Every request to Vanta, in order. */
  readonly requests: readonly RequestRecord[];
}

/** How a run ended. The step fails on the first four. */
export type Ending =
  | { readonly outcome: "invalid" }
  /** Each failure has its likely cause and what to check. */
  | { readonly outcome: "failed"; readonly failures: readonly Message[] }
  | { readonly outcome: "blocked" }
  | { readonly outcome: "drifted" }
  | { readonly outcome: "superseded"; readonly reason: Message }
  | { readonly outcome: "valid" }
  | { readonly outcome: "planned" }
  | { readonly outcome: "synced" }
  | { readonly outcome: "exported" };

/** How a run ended, and what it found out. */
export type Outcome = OutcomeFacts & Ending;

/** Whether the step passes. */
export function passes(outcome: Outcome): boolean {
  return !["invalid", "failed", "blocked", "drifted"].includes(outcome.outcome);
}

/** Whether anything is added, removed, changed or deleted. */
export function isChange({ added, removed, changed, deleted }: Changes): boolean {
  return added.length + removed.length + changed.length + deleted.length > 0;
}

/** Whether what someone may do or how they sign in changes, or they return to ACTIVE. */
export function isAccessChange(fields: readonly FieldChange[]): boolean {
  return fields.some(
    ({ field, after }) => isAccessField(field) || (field === "status" && after === "ACTIVE"),
  );
}

/** Whether the plan is not empty; undefined without a plan. */
export function hasChanges(outcome: OutcomeFacts): boolean | undefined {
  return outcome.resources?.some(isChange);
}
