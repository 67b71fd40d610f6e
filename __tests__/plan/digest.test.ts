// The digest: the same for plans of the same effect, and for no others, since people approve it.
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Row, UserAccount } from "../../src/model/account.js";
import { planAll, type ResourcePlan } from "../../src/plan/plan.js";
import {
  account,
  daysBefore,
  leaver,
  planInput,
  planRun,
  policy,
  row,
  tombstone,
} from "../support/accounts.js";
import {
  anyAccount,
  anyPolicy,
  anyScenario,
  planScenario,
  type Scenario,
} from "../support/arbitraries.js";
import { NOW } from "../support/clock.js";

const digestOf = (...scenario: Parameters<typeof planRun>) => planRun(...scenario).digest;

/** One each is added, removed, changed, refreshed, carried, expired and deleted. */
const ROWS: readonly Row[] = [
  row("u-1"),
  row("u-2", { lastLoginTimestamp: "2025-01-01T00:00:00Z" }),
  row("u-3"),
  leaver("u-4", 1),
  leaver("u-5", 500),
  leaver("u-6", 1, { email: null }),
];
const ACCOUNTS: readonly UserAccount[] = [
  account("u-1", { permissionLevel: "ADMIN", groupIds: ["g-1", "g-2"] }),
  account("u-2", { lastLoginTimestamp: "2026-01-01T00:00:00Z" }),
  account("u-9", { roleDescription: "Nurse", mfaMethods: ["OTP", "SMS"] }),
];
const DIGEST = digestOf(ROWS, ACCOUNTS);
const withAccount = (uniqueId: string, fields: Partial<UserAccount>) =>
  ACCOUNTS.map((one) => (one.uniqueId === uniqueId ? { ...one, ...fields } : one));
const withRow = (uniqueId: string, fields: Readonly<Record<string, unknown>>) =>
  ROWS.map((one) => (one.uniqueId === uniqueId ? { ...one, ...fields } : one));

test("is sha256: and 64 hex digits, the same on every machine", () => {
  expect(DIGEST).toMatch(/^sha256:[0-9a-f]{64}$/);
  // Fixed, since approvals files have digests: a change of these asks everyone to approve again.
  expect(planAll([], policy()).digest).toBe(
    "sha256:4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945",
  );
  const accounts = [account("u-1", { status: "DEACTIVATED" }), account("u-3")];
  expect(digestOf([row("u-1"), row("u-2")], accounts)).toBe(
    "sha256:ed495308f9c350177645c11fdfabcc812e763d81f4ea222c645ebf9cb058ce83",
  );
});

describe("is the same with", () => {
  test.each<[string, string]>([
    ["another order of rows", digestOf([...ROWS].reverse(), ACCOUNTS)],
    ["another order of accounts, and so other lines", digestOf(ROWS, [...ACCOUNTS].reverse())],
    ["another time of the run", digestOf(ROWS, ACCOUNTS, { now: new Date(daysBefore(-2)) })],
    ["another retention", digestOf(ROWS, ACCOUNTS, { retainDeactivatedDays: 0 })],
    ["no one carried or expired", digestOf(withoutRows("u-4", "u-5"), ACCOUNTS)],
    ["others carried", digestOf([...ROWS, leaver("u-7", 3)], ACCOUNTS)],
    ["others expired", digestOf([...ROWS, leaver("u-7", 999)], ACCOUNTS)],
    ["someone forgotten who is not there", digestOf(ROWS, ACCOUNTS, { forget: ["u-404"] })],
    ["deleted rows", digestOf([...ROWS, tombstone("u-9", 1)], ACCOUNTS)],
    [
      "activity of an unchanged account",
      digestOf(ROWS, withAccount("u-2", { lastLoginTimestamp: daysBefore(0) })),
    ],
    [
      "no activity",
      digestOf(ROWS, withAccount("u-2", { lastLoginTimestamp: "2025-01-01T00:00:00Z" })),
    ],
    [
      "activity of a changed account",
      digestOf(ROWS, withAccount("u-1", { updatedTimestamp: daysBefore(2) })),
    ],
    [
      "activity of an added account",
      digestOf(ROWS, withAccount("u-9", { lastLoginTimestamp: daysBefore(1) })),
    ],
    [
      "fields that only the server sets",
      digestOf(withRow("u-1", { updatedAt: daysBefore(3), riskScore: 9 }), ACCOUNTS),
    ],
    [
      "other values of a removed account",
      digestOf(withRow("u-3", { email: "new@example.com" }), ACCOUNTS),
    ],
    [
      "another form of a timestamp",
      digestOf(withRow("u-1", { createdTimestamp: "2024-03-01T11:00:00.000+02:00" }), ACCOUNTS),
    ],
    [
      "another order of a list",
      digestOf(ROWS, withAccount("u-9", { mfaMethods: ["SMS", "OTP", "SMS"] })),
    ],
    [
      "empty optional fields",
      digestOf(
        withRow("u-1", { groupIds: [], roleDescription: null, customProperties: {} }),
        ACCOUNTS,
      ),
    ],
    ["more unchanged accounts", digestOf([...ROWS, row("u-7")], [...ACCOUNTS, account("u-7")])],
  ])("%s", (_, digest) => {
    expect(digest).toBe(DIGEST);
  });
});

function withoutRows(...ids: readonly string[]) {
  return ROWS.filter(({ uniqueId }) => !ids.includes(uniqueId));
}

describe("differs with", () => {
  test.each<[string, string]>([
    ["the resource ID", planAll([planInput("x", ROWS, ACCOUNTS)], policy()).digest],
    ["one more added", digestOf(ROWS, [...ACCOUNTS, account("u-8")])],
    ["one fewer added", digestOf(ROWS, ACCOUNTS.slice(0, 2))],
    ["a field of an added account", digestOf(ROWS, withAccount("u-9", { fullName: "Eve" }))],
    ["one more removed", digestOf([...ROWS, row("u-7")], ACCOUNTS)],
    ["one fewer removed", digestOf(withoutRows("u-3"), ACCOUNTS)],
    ["how all are removed", digestOf(ROWS, ACCOUNTS, { onRemoval: "omit" })],
    ["how one is removed", digestOf(ROWS, ACCOUNTS, { forget: ["u-3"] })],
    ["a removed row that cannot be sent", digestOf(withRow("u-3", { email: null }), ACCOUNTS)],
    ["one more deleted", digestOf(ROWS, ACCOUNTS, { forget: ["u-4"] })],
    ["one fewer deleted", digestOf(withoutRows("u-6"), ACCOUNTS)],
    ["why one is deleted", digestOf(ROWS, ACCOUNTS, { forget: ["u-6"] })],
    ["the value after", digestOf(ROWS, withAccount("u-1", { permissionLevel: "EDITOR" }))],
    ["the value before", digestOf(withRow("u-1", { permissionLevel: "EDITOR" }), ACCOUNTS)],
    ["another field changed", digestOf(ROWS, withAccount("u-1", { fullName: "Ada" }))],
    ["one fewer changed", digestOf(withRow("u-1", { permissionLevel: "ADMIN" }), ACCOUNTS)],
    ["the elements of a list", digestOf(ROWS, withAccount("u-1", { groupIds: ["g-1,g-2"] }))],
    ["one more changed", digestOf(ROWS, withAccount("u-2", { fullName: "Bob" }))],
    ["a number for a text", digestOf(withRow("u-1", { permissionLevel: 7 }), ACCOUNTS)],
  ])("%s", (_, digest) => {
    expect(digest).not.toBe(DIGEST);
  });

  test("types of values", () => {
    const custom = (value: boolean | number | string) =>
      digestOf([], [account("u-1", { customProperties: { a: value } })]);
    const values = [1, "1", true, "true", "", 0, false];
    expect(new Set(values.map(custom)).size).toBe(values.length);
    const changedFrom = (createdTimestamp: unknown) =>
      digestOf([row("u-1", { createdTimestamp })], [account("u-1", { fullName: "Ada" })]);
    expect(changedFrom(Date.parse("2024-03-01T09:00:00Z"))).not.toBe(
      changedFrom("2024-03-01T09:00:00Z"),
    );
  });

  test("the resource in which something happens, but not with their order", () => {
    const digest = (...inputs: [string, readonly UserAccount[]][]) =>
      planAll(
        inputs.map(([id, accounts]) => planInput(id, [], accounts)),
        policy(),
      ).digest;
    const one = [account("u-1")];
    expect(digest(["a", one], ["b", []])).not.toBe(digest(["a", []], ["b", one]));
    expect(digest(["a", one], ["b", []])).not.toBe(digest(["a", one]));
    expect(digest(["b", []], ["a", one])).toBe(digest(["a", one], ["b", []]));
  });
});

const digestOfScenario = ({ rows, accounts, kept, forget }: Scenario) =>
  digestOf(rows, accounts, { ...kept, forget });

describe("laws", () => {
  test("the same in any order, at any time, with any retention, and after logins", () => {
    const twin = anyScenario.chain((scenario) =>
      fc.record({
        scenario: fc.constant(scenario),
        rows: fc.shuffledSubarray([...scenario.rows], { minLength: scenario.rows.length }),
        accounts: fc.shuffledSubarray([...scenario.accounts], {
          minLength: scenario.accounts.length,
        }),
        kept: anyPolicy.map((kept) => ({ ...kept, onRemoval: scenario.kept.onRemoval })),
        activity: fc.constantFrom("2025-01-01T00:00:00Z", "2025-02-02T00:00:00Z"),
      }),
    );
    fc.assert(
      fc.property(twin, ({ scenario, rows, accounts, kept, activity }) => {
        const present = new Set(planScenario(scenario).current.map(({ uniqueId }) => uniqueId));
        const active = accounts.map((one) =>
          present.has(one.uniqueId) ? { ...one, lastLoginTimestamp: activity } : one,
        );
        const carried = leaver("u-gone", 3);
        const other = { ...scenario, rows: [...rows, carried], accounts: active, kept };
        expect(digestOfScenario(other)).toBe(digestOfScenario(scenario));
      }),
    );
  });

  test("two plans have the same digest exactly where they have the same effect", () => {
    const FIELDS = [
      "email",
      "status",
      "fullName",
      "createdTimestamp",
      "groupIds",
      "lastLoginTimestamp",
    ];
    const steps: fc.Arbitrary<(scenario: Scenario) => Partial<Scenario>> = fc.oneof(
      fc.constant(({ accounts }: Scenario) => ({ accounts: accounts.slice(1) })),
      fc.constant(({ rows }: Scenario) => ({ rows: rows.slice(1) })),
      fc.constant(({ rows }: Scenario) => ({ forget: rows.map(({ uniqueId }) => uniqueId) })),
      fc.constant(({ kept }: Scenario) => ({ kept: { ...kept, onRemoval: "omit" as const } })),
      fc.constant(({ kept }: Scenario) => ({ kept: { ...kept, now: NOW } })),
      anyAccount.map((fields) => ({ accounts }: Scenario) => ({
        accounts: accounts.map((one, index) =>
          index === 0 ? { ...fields, uniqueId: one.uniqueId } : one,
        ),
      })),
      fc.constantFrom(...FIELDS).map((field) => ({ rows }: Scenario) => ({
        rows: rows.map((one, index) => (index === 0 ? { ...one, [field]: null } : one)),
      })),
    );
    fc.assert(
      fc.property(anyScenario, steps, (scenario, step) => {
        const other = { ...scenario, ...step(scenario) };
        expect(digestOfScenario(scenario) === digestOfScenario(other)).toBe(
          JSON.stringify(effectOf(planScenario(scenario))) ===
            JSON.stringify(effectOf(planScenario(other))),
        );
      }),
      { numRuns: 500 },
    );
  });
});

/** The effect, in the plainest way: what the digest stands for. */
function effectOf({ added, removed, deleted, changed }: ResourcePlan): unknown {
  const ACTIVITY = ["updatedTimestamp", "lastLoginTimestamp", "lastPasswordResetTimestamp"];
  return {
    added: added.map(({ account: one }) =>
      Object.keys(one)
        .filter((field) => !ACTIVITY.includes(field))
        .sort()
        .map((field) => [field, meaningOf(field, one[field])])
        .filter(([, value]) => value !== null),
    ),
    removed: removed.map(({ uniqueId, how }) => `${how} ${uniqueId}`),
    deleted: deleted.map(({ uniqueId, why }) => `${why} ${uniqueId}`),
    changed: changed.map(({ uniqueId, fields }) => ({
      uniqueId,
      fields: fields.map(({ field, before, after }) => [
        field,
        meaningOf(field, before),
        meaningOf(field, after),
      ]),
    })),
  };
}

function meaningOf(field: string, value: unknown): unknown {
  if (value === undefined || value === null) return null;
  if (Array.isArray(value)) {
    const elements = [...new Set(value.map((one) => JSON.stringify(one)))].sort();
    return elements.length === 0 && field === "groupIds" ? null : elements;
  }
  if (typeof value === "object") {
    const pairs = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
    return pairs.length === 0 && field === "customProperties" ? null : pairs;
  }
  const isTimestamp = field.endsWith("Timestamp") && typeof value === "string";
  const instant = isTimestamp ? Date.parse(value.toUpperCase()) : Number.NaN;
  return Number.isNaN(instant) ? value : { instant };
}
