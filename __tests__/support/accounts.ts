// Builders: accounts as a roster has them, rows as Vanta returns them, and plans of both.
import type { Row, UserAccount } from "../../src/model/account.js";
import {
  type Desired,
  type Plan,
  type PlanInput,
  type PlanPolicy,
  planAll,
  type ResourcePlan,
} from "../../src/plan/plan.js";
import { NOW } from "./clock.js";

/** The resource of tests that have only one. */
export const RESOURCE = "65f0c0ffee65f0c0ffee65f0";

/** A valid account. */
export function account(uniqueId: string, fields: Partial<UserAccount> = {}): UserAccount {
  return {
    displayName: `User ${uniqueId}`,
    uniqueId,
    externalUrl: `https://admin.example.com/users/${encodeURIComponent(uniqueId)}`,
    fullName: `User ${uniqueId}`,
    accountName: `${uniqueId}@example.com`,
    email: `${uniqueId}@example.com`,
    permissionLevel: "BASE",
    createdTimestamp: "2024-03-01T09:00:00Z",
    status: "ACTIVE",
    mfaEnabled: false,
    mfaMethods: [],
    authMethod: "SSO",
    ...fields,
  };
}

/** `count` accounts, `u-001` and so on. */
export function people(count: number, fields: Partial<UserAccount> = {}): readonly UserAccount[] {
  return Array.from({ length: count }, (_, index) =>
    account(`u-${String(index + 1).padStart(3, "0")}`, fields),
  );
}

type Fields = Readonly<Record<string, unknown>>;

/** The account as Vanta returns it. A field that is `undefined` is left out. */
export function row(uniqueId: string, fields: Fields = {}): Row {
  const server = {
    createdAt: "2025-01-01T00:00:00.000Z",
    updatedAt: "2025-01-02T00:00:00.000Z",
    deletedAt: null,
  };
  const whole: Row = { ...account(uniqueId), ...server, ...fields, uniqueId };
  const present = Object.entries(whole).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(present), uniqueId };
}

/** Accounts as Vanta returns them. */
export function rowsOf(accounts: readonly UserAccount[]): readonly Row[] {
  return accounts.map((one) => row(one.uniqueId, { ...one }));
}

/** A row that was DEACTIVATED `days` before {@link NOW}. */
export function leaver(uniqueId: string, days: number, fields: Fields = {}): Row {
  const deactivatedTimestamp = daysBefore(days);
  return row(uniqueId, { status: "DEACTIVATED", deactivatedTimestamp, ...fields });
}

/** A row that Vanta deleted `days` before {@link NOW}. */
export function tombstone(uniqueId: string, days: number, fields: Fields = {}): Row {
  return row(uniqueId, { deletedAt: daysBefore(days), ...fields });
}

export const DAY_MS = 24 * 60 * 60 * 1000;

/** The instant `days` before {@link NOW}. */
export function daysBefore(days: number): string {
  return new Date(NOW.getTime() - days * DAY_MS).toISOString();
}

/** A roster of one resource; account n is in line n + 1. */
export function desired(accounts: readonly UserAccount[], forget: readonly string[] = []): Desired {
  return {
    entries: accounts.map((one, index) => ({
      account: one,
      location: { file: "roster.yml", line: index + 1, column: 3 },
    })),
    forget: new Set(forget),
  };
}

/** The defaults of the inputs at {@link NOW}, but as many rows may expire as want to. */
export function policy(changed: Partial<PlanPolicy> = {}): PlanPolicy {
  return {
    onRemoval: "deactivate",
    retainDeactivatedDays: 400,
    now: NOW,
    maxRemovals: [],
    ...changed,
  };
}

/** What Vanta returned for a resource, and its roster. */
export function planInput(
  resourceId: string,
  rows: readonly Row[],
  accounts: readonly UserAccount[],
  forget: readonly string[] = [],
): PlanInput {
  return { resourceId, rows, ...desired(accounts, forget) };
}

type Changed = Partial<PlanPolicy> & { readonly forget?: readonly string[] };

/** The plan of a run with one resource. */
export function planRun(
  rows: readonly Row[],
  accounts: readonly UserAccount[],
  { forget = [], ...changed }: Changed = {},
): Plan {
  return planAll([planInput(RESOURCE, rows, accounts, forget)], policy(changed));
}

/** The plan of its only resource. */
export function planOne(...scenario: Parameters<typeof planRun>): ResourcePlan {
  const [plan] = planRun(...scenario).resources;
  if (plan === undefined) throw new Error("no plan");
  return plan;
}
