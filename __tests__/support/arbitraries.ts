// fast-check arbitraries: accounts, rosters, rows as Vanta returns them, and whole scenarios of a
// plan.
import fc from "fast-check";
import {
  AUTH_METHODS,
  FIELDS,
  MFA_METHODS,
  OPTIONAL_FIELDS,
  PERMISSION_LEVELS,
  REQUIRED_FIELDS,
  type Row,
  STATUSES,
  type UserAccount,
} from "../../src/model/account.js";
import type { PlanPolicy, ResourcePlan } from "../../src/plan/plan.js";
import { invisibleIn } from "../../src/roster/text.js";
import { daysBefore, planOne } from "./accounts.js";
import { NOW } from "./clock.js";

/** A text that every text field may have: no space around it, nothing invisible in it. */
const name = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 8 })
  .filter((text) => /^[\p{L}\p{N}\p{P}\p{S}]+( [\p{L}\p{N}\p{P}\p{S}]+)*$/u.test(text))
  .filter((text) => invisibleIn(text) === undefined);

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
    requiredKeys: [...REQUIRED_FIELDS],
  },
);

/** Valid accounts, no `uniqueId` twice. */
export const anyRoster: fc.Arbitrary<readonly UserAccount[]> = fc.uniqueArray(anyAccount, {
  selector: ({ uniqueId }) => uniqueId,
  maxLength: 8,
});

/**
 * The account as Vanta may return it: timestamps normalized, lists in another order, empty optional
 * fields as null, `[]` or `{}`.
 */
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

/** A row as leniently as it is read: fields missing, null, unknown or odd; deleted or not. */
export const anyRow: fc.Arbitrary<Row> = fc
  .record({
    base: anyAccount,
    odd: fc.dictionary(
      fc.constantFrom(...FIELDS, "riskScore"),
      fc.option(anyOddity, { nil: undefined }),
      { maxKeys: 3 },
    ),
    deletedAt: fc.constantFrom<unknown>(undefined, undefined, null, "", false, 1, daysBefore(90)),
  })
  .map(({ base, odd, deletedAt }) => {
    const fields = Object.entries({ ...base, ...odd, deletedAt });
    return {
      ...Object.fromEntries(fields.filter(([, value]) => value !== undefined)),
      uniqueId: base.uniqueId,
    };
  });

/**
 * What Vanta returns for a resource: no `uniqueId` live twice, but deleted rows beside live ones.
 */
export const anyRows: fc.Arbitrary<readonly Row[]> = fc
  .record({
    rows: fc.uniqueArray(anyRow, { selector: ({ uniqueId }) => uniqueId, maxLength: 8 }),
    tombstones: fc.array(anyRow, { maxLength: 3 }),
    areFirst: fc.boolean(),
  })
  .map(({ rows, tombstones, areFirst }) => {
    const deleted = tombstones.map((row) => ({ ...row, deletedAt: daysBefore(30) }));
    return areFirst ? [...deleted, ...rows] : [...rows, ...deleted];
  });

/** How leavers are kept. */
export const anyPolicy: fc.Arbitrary<PlanPolicy> = fc.record({
  onRemoval: fc.constantFrom("deactivate", "omit"),
  retainDeactivatedDays: fc.constantFrom(0, 1, 400, 36_500),
  now: fc.constantFrom(NOW, new Date("2027-09-09T09:09:09.009Z")),
  maxRemovals: fc.constantFrom(
    [],
    [{ kind: "count", value: 1 }],
    [{ kind: "percent", value: 20 }],
    [{ kind: "count", value: 0 }],
  ),
});

/** A roster, what Vanta has, how leavers are kept, and whom to forget (no one of the roster). */
export interface Scenario {
  readonly accounts: readonly UserAccount[];
  readonly rows: readonly Row[];
  readonly kept: PlanPolicy;
  readonly forget: readonly string[];
}

/** Any of them. */
export const anyScenario: fc.Arbitrary<Scenario> = fc
  .record({
    accounts: anyRoster,
    rows: anyRows,
    kept: anyPolicy,
    forget: fc.array(anyId, { maxLength: 3 }),
  })
  .map(({ accounts, rows, kept, forget }) => {
    const inRoster = new Set(accounts.map(({ uniqueId }) => uniqueId));
    return { accounts, rows, kept, forget: forget.filter((uniqueId) => !inRoster.has(uniqueId)) };
  });

/** The plan of a scenario. */
export function planScenario({ accounts, rows, kept, forget }: Scenario): ResourcePlan {
  return planOne(rows, accounts, { ...kept, forget });
}
