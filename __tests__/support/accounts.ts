// Builders and fast-check arbitraries: accounts as a roster has them, rows as Vanta returns them, and rosters of both.
import fc from "fast-check";
import {
  AUTH_METHODS,
  FIELDS,
  MFA_METHODS,
  OPTIONAL_FIELDS,
  PERMISSION_LEVELS,
  type Row,
  STATUSES,
  type UserAccount,
} from "../../src/model/account.js";
import type { Retention } from "../../src/plan/departures.js";
import {
  combinePlans,
  type Desired,
  type Plan,
  planResource,
  type ResourcePlan,
} from "../../src/plan/plan.js";

/** The time of every run in these tests. */
export const NOW = new Date("2026-03-01T12:00:00.000Z");

/** The resource of tests that have only one. */
export const RESOURCE = "65f0c0ffee65f0c0ffee65f0";

/** A valid account; everything but its `uniqueId` may be set. */
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

/** The same account as Vanta returns it, with the fields that only the server sets. Anything may be overridden, or `undefined` to leave it out. */
export function row(uniqueId: string, fields: Readonly<Record<string, unknown>> = {}): Row {
  const server = {
    createdAt: "2025-01-01T00:00:00.000Z",
    updatedAt: "2025-01-02T00:00:00.000Z",
    deletedAt: null,
  };
  const whole: Row = { ...account(uniqueId), ...server, ...fields, uniqueId };
  return {
    ...Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== undefined)),
    uniqueId,
  };
}

/** A row that was DEACTIVATED `days` before {@link NOW}. */
export function leaver(
  uniqueId: string,
  days: number,
  fields: Readonly<Record<string, unknown>> = {},
): Row {
  return row(uniqueId, {
    status: "DEACTIVATED",
    deactivatedTimestamp: daysBefore(days),
    ...fields,
  });
}

/** The instant `days` before {@link NOW}. */
export function daysBefore(days: number): string {
  return new Date(NOW.getTime() - days * 24 * 60 * 60 * 1000).toISOString();
}

/** A roster of one resource; account n stands in line n + 1. */
export function desired(accounts: readonly UserAccount[], forget: readonly string[] = []): Desired {
  return {
    entries: accounts.map((one, index) => ({
      account: one,
      location: { file: "roster.yml", line: index + 1, column: 3 },
    })),
    forget: new Set(forget),
  };
}

/** The inputs' defaults, at {@link NOW}. */
export function retention(changed: Partial<Retention> = {}): Retention {
  return { onRemoval: "deactivate", retainDeactivatedDays: 400, now: NOW, ...changed };
}

/** The plan of one resource. */
export function planOne(
  rows: readonly Row[],
  accounts: readonly UserAccount[],
  { forget = [], ...changed }: Partial<Retention> & { forget?: readonly string[] } = {},
): ResourcePlan {
  return planResource(RESOURCE, rows, desired(accounts, forget), retention(changed));
}

/** The plan of a run with one resource. */
export function planRun(...scenario: Parameters<typeof planOne>): Plan {
  return combinePlans([planOne(...scenario)]);
}

/** `count` accounts, `u-001` and so on. */
export function people(count: number, fields: Partial<UserAccount> = {}): readonly UserAccount[] {
  return Array.from({ length: count }, (_, index) =>
    account(`u-${String(index + 1).padStart(3, "0")}`, fields),
  );
}

/** Accounts as Vanta returns them. */
export function rowsOf(accounts: readonly UserAccount[]): readonly Row[] {
  return accounts.map((one) => row(one.uniqueId, { ...one }));
}

const name = fc.string({ unit: "grapheme", minLength: 1, maxLength: 8 });

/** Few enough that rosters and rows meet; some that a careless map would trip over. */
export const anyId: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom("u-1", "u-2", "u-3", "u-4", "u-5", "u-6", "U-1", "é", "10", "9"),
  },
  { weight: 1, arbitrary: fc.constantFrom("__proto__", "constructor", "hasOwnProperty") },
  { weight: 1, arbitrary: name },
);

/** RFC 3339 with any offset, any fraction, either case. */
export const anyTimestamp: fc.Arbitrary<string> = fc
  .record({
    instant: fc.integer({
      min: Date.parse("2020-01-01T00:00:00Z"),
      max: Date.parse("2026-02-28T00:00:00Z"),
    }),
    offset: fc.integer({ min: -14 * 60, max: 14 * 60 }),
    utc: fc.boolean(),
    lower: fc.boolean(),
  })
  .map(({ instant, offset, utc, lower }) => {
    const written = utc ? new Date(instant).toISOString() : withOffset(instant, offset);
    return lower ? written.toLowerCase() : written;
  });

function withOffset(instant: number, minutes: number): string {
  const local = new Date(instant + minutes * 60_000).toISOString().slice(0, -1);
  const size = Math.abs(minutes);
  const pad = (value: number) => String(value).padStart(2, "0");
  return `${local}${minutes < 0 ? "-" : "+"}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}

const anyEmail = fc.constantFrom(
  "ada@example.com",
  "Ada@Example.com",
  "bob@example.com",
  "cyd@example.com",
  "dee@example.org",
);

/** Any valid account. */
export const anyAccount: fc.Arbitrary<UserAccount> = fc.record(
  {
    displayName: name,
    uniqueId: anyId,
    externalUrl: fc.constantFrom("https://example.com/1", "https://example.com/2"),
    fullName: name,
    accountName: name,
    email: anyEmail,
    permissionLevel: fc.constantFrom(...PERMISSION_LEVELS),
    createdTimestamp: anyTimestamp,
    status: fc.constantFrom(...STATUSES),
    mfaEnabled: fc.boolean(),
    mfaMethods: fc.array(fc.constantFrom(...MFA_METHODS), { maxLength: 3 }),
    authMethod: fc.constantFrom(...AUTH_METHODS),
    roleDescription: name,
    updatedTimestamp: anyTimestamp,
    deactivatedTimestamp: anyTimestamp,
    lastLoginTimestamp: anyTimestamp,
    lastPasswordResetTimestamp: anyTimestamp,
    groupIds: fc.array(name, { maxLength: 3 }),
    customProperties: fc.dictionary(name, fc.oneof(fc.boolean(), fc.integer(), name), {
      maxKeys: 2,
    }),
  },
  {
    requiredKeys: [
      "displayName",
      "uniqueId",
      "externalUrl",
      "fullName",
      "accountName",
      "email",
      "permissionLevel",
      "createdTimestamp",
      "status",
      "mfaEnabled",
      "mfaMethods",
      "authMethod",
    ],
  },
);

/** Valid accounts, no `uniqueId` twice. */
export const anyRoster: fc.Arbitrary<readonly UserAccount[]> = fc.uniqueArray(anyAccount, {
  selector: ({ uniqueId }) => uniqueId,
  maxLength: 8,
});

/** The account as Vanta may return it: timestamps normalised, lists in another order, empty optional fields as null, `[]` or `{}`. */
export function asReturned(one: UserAccount): fc.Arbitrary<Row> {
  return fc
    .record({
      nothing: fc.constantFrom(null, undefined),
      reverse: fc.boolean(),
      extra: fc.boolean(),
      dated: fc.boolean(),
    })
    .map(({ nothing, reverse, extra, dated }) => {
      const fields = Object.entries(one).map(([field, value]): [string, unknown] => {
        if (field.endsWith("Timestamp") && typeof value === "string" && dated)
          return [field, new Date(value.toUpperCase()).toISOString()];
        if (Array.isArray(value))
          return [field, reverse ? [...value].reverse() : [...value, ...value]];
        return [field, value];
      });
      const empty = OPTIONAL_FIELDS.filter((field) => one[field] === undefined).map(
        (field): [string, unknown] => {
          if (nothing === undefined)
            return [
              field,
              field === "groupIds" ? [] : field === "customProperties" ? {} : undefined,
            ];
          return [field, nothing];
        },
      );
      const server = extra
        ? { createdAt: "2025-01-01T00:00:00.000Z", updatedAt: null, deletedAt: null, riskScore: 7 }
        : {};
      return { ...Object.fromEntries([...fields, ...empty]), ...server, uniqueId: one.uniqueId };
    });
}

const anyOddity = fc.constantFrom<unknown>(
  null,
  "",
  "SUSPENDED",
  7,
  true,
  [],
  {},
  ["x", null],
  { a: { b: 1 } },
  "not a date",
);

/** A row as leniently as it is read: any field missing, null or of an unknown value, unknown fields, deleted or not. */
export const anyRow: fc.Arbitrary<Row> = fc
  .record({
    base: anyAccount,
    odd: fc.dictionary(
      fc.constantFrom(...FIELDS, "riskScore"),
      fc.option(anyOddity, { nil: undefined }),
      { maxKeys: 3 },
    ),
    deletedAt: fc.option(fc.constantFrom(null, "2025-06-01T00:00:00Z"), { nil: undefined }),
  })
  .map(({ base, odd, deletedAt }) => {
    const fields = Object.entries({
      ...base,
      ...odd,
      ...(deletedAt === undefined ? {} : { deletedAt }),
    });
    return {
      ...Object.fromEntries(fields.filter(([, value]) => value !== undefined)),
      uniqueId: base.uniqueId,
    };
  });

/** What Vanta returns for a resource: no `uniqueId` live twice. */
export const anyRows: fc.Arbitrary<readonly Row[]> = fc.uniqueArray(anyRow, {
  selector: ({ uniqueId }) => uniqueId,
  maxLength: 8,
});

/** How leavers are kept. */
export const anyRetention: fc.Arbitrary<Retention> = fc.record({
  onRemoval: fc.constantFrom("deactivate", "omit"),
  retainDeactivatedDays: fc.constantFrom(0, 1, 400, 36_500),
  now: fc.constantFrom(NOW, new Date("2026-09-09T09:09:09.009Z")),
});

/** A roster, what Vanta holds, how leavers are kept, and whom to forget (nobody who is in the roster). */
export interface Scenario {
  readonly accounts: readonly UserAccount[];
  readonly rows: readonly Row[];
  readonly kept: Retention;
  readonly forget: readonly string[];
}

/** Any of them. */
export const anyScenario: fc.Arbitrary<Scenario> = fc
  .record({
    accounts: anyRoster,
    rows: anyRows,
    kept: anyRetention,
    forget: fc.array(anyId, { maxLength: 3 }),
  })
  .map(({ accounts, rows, kept, forget }) => {
    const wanted = new Set(accounts.map(({ uniqueId }) => uniqueId));
    return { accounts, rows, kept, forget: forget.filter((uniqueId) => !wanted.has(uniqueId)) };
  });

/** The plan of a scenario. */
export function planScenario({ accounts, rows, kept, forget }: Scenario): ResourcePlan {
  return planResource(RESOURCE, rows, desired(accounts, forget), kept);
}

/** The account without what the system does by itself. */
export function withoutActivity(one: UserAccount): UserAccount {
  const { lastLoginTimestamp, lastPasswordResetTimestamp, updatedTimestamp, ...rest } = one;
  return rest;
}
