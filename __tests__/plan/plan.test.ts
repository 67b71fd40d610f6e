// What a plan is: who is added, removed, changed, carried, deleted, expired, re-keyed; what is
// sent.
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  COMPARED_FIELDS,
  FIELDS,
  OPTIONAL_FIELDS,
  REQUIRED_FIELDS,
  type Row,
} from "../../src/model/account.js";
import type { Limit } from "../../src/model/limits.js";
import { compareText } from "../../src/model/order.js";
import { planAll } from "../../src/plan/plan.js";
import { liveRows } from "../../src/plan/rows.js";
import {
  account,
  DAY_MS,
  daysBefore,
  leaver,
  people,
  planInput,
  planOne,
  policy,
  row,
  rowsOf,
  tombstone,
} from "../support/accounts.js";
import {
  anyPolicy,
  anyRoster,
  anyRows,
  anyScenario,
  asReturned,
  planScenario,
} from "../support/arbitraries.js";
import { NOW } from "../support/clock.js";

const ids = (some: readonly { readonly uniqueId: string }[]) =>
  some.map(({ uniqueId }) => uniqueId);

describe("added", () => {
  test("is in the roster and not current, with account and location, in order of uniqueId", () => {
    const plan = planOne(
      [row("u-1"), tombstone("u-2", 90)],
      [account("u-1"), account("u-3"), account("u-2")],
    );
    expect(plan.added).toEqual(
      [3, 2].map((line) => ({
        uniqueId: line === 3 ? "u-2" : "u-3",
        account: account(line === 3 ? "u-2" : "u-3"),
        location: { file: "roster.yml", line, column: 3 },
      })),
    );
    expect(plan).toMatchObject({ removed: [], changed: [], unchanged: 1, refreshed: 0 });
  });

  test("compares uniqueIds exactly", () => {
    expect(ids(planOne([row("u-1")], [account("U-1"), account("u-1")]).added)).toEqual(["U-1"]);
  });
});

describe("removed", () => {
  test("deactivate: sent with Vanta's values, DEACTIVATED at the time of the run", () => {
    const before = row("u-2", {
      roleDescription: "Nurse",
      permissionLevel: "OWNER",
      deactivatedTimestamp: "2020-01-01T00:00:00Z",
    });
    const plan = planOne([row("u-1"), before], [account("u-1")]);
    expect(plan.removed).toEqual([{ uniqueId: "u-2", how: "deactivate", account: before }]);
    expect(plan.resources).toEqual([
      account("u-1"),
      {
        ...account("u-2"),
        roleDescription: "Nurse",
        permissionLevel: "OWNER",
        status: "DEACTIVATED",
        deactivatedTimestamp: NOW.toISOString(),
      },
    ]);
  });

  test("deactivate: sent also where no one is retained afterwards", () => {
    const plan = planOne([row("u-2")], [], { retainDeactivatedDays: 0 });
    expect(plan.removed).toMatchObject([{ uniqueId: "u-2", how: "deactivate" }]);
    expect(ids(plan.resources)).toEqual(["u-2"]);
  });

  test.each<[string, Parameters<typeof planOne>[2], Record<string, unknown>, string | undefined]>([
    ["omit", { onRemoval: "omit" }, {}, undefined],
    ["forget", { forget: ["u-2"] }, {}, "forget"],
    ["omit and forget", { onRemoval: "omit", forget: ["u-2"] }, {}, "forget"],
    ["a required field is missing", {}, { email: undefined }, "cannot-carry"],
    ["a required field is null", {}, { mfaMethods: null }, "cannot-carry"],
    ["omit, and a field is missing", { onRemoval: "omit" }, { email: null }, undefined],
  ])("%s: left out", (_, options, fields, why) => {
    const plan = planOne([row("u-1"), row("u-2", fields)], [account("u-1")], options);
    const removed = { uniqueId: "u-2", how: "omit", why, account: row("u-2", fields) };
    expect(plan.removed).toEqual([removed]);
    expect(plan).toMatchObject({ resources: [account("u-1")], deleted: [], expired: [] });
    expect(plan.incomplete).toEqual(why === "cannot-carry" ? ["u-2"] : []);
  });

  test.each(["SUSPENDED", undefined, null, 7])("a status of %p counts as ACTIVE", (status) => {
    const plan = planOne([row("u-1", { status })], []);
    expect(plan.removed).toMatchObject([{ uniqueId: "u-1", how: "deactivate" }]);
    expect(plan.resources).toMatchObject([{ status: "DEACTIVATED" }]);
  });

  test.each(["", false, 1, null, undefined, 0, {}])("a row with deletedAt %p is live", (value) => {
    expect(planOne([row("u-1", { deletedAt: value })], [])).toMatchObject({
      current: [{ uniqueId: "u-1" }],
      removed: [{ uniqueId: "u-1" }],
    });
  });

  test("in code-unit order of uniqueId", () => {
    const rows = ["é", "b", "10", "9", "B"].map((uniqueId) => row(uniqueId));
    expect(ids(planOne(rows, []).removed)).toEqual(["10", "9", "B", "b", "é"]);
  });
});

describe("current", () => {
  test("has a uniqueId once: the live row beside a deleted one, and the last of two live ones", () => {
    const rows = [
      tombstone("u-1", 90),
      row("u-1", { email: "a@example.com" }),
      row("u-1", { email: "b@example.com" }),
      tombstone("u-1", 80),
      tombstone("u-2", 80),
    ];
    expect(planOne(rows, []).current).toEqual([row("u-1", { email: "b@example.com" })]);
  });
});

describe("rows that are sent again", () => {
  const empty = OPTIONAL_FIELDS.flatMap((field) =>
    [null, [], {}].map((value) => ({ field, value })),
  );
  test.each(empty)("never have $value in $field", ({ field, value }) => {
    const rows = [row("u-1", { [field]: value }), leaver("u-2", 1, { [field]: value })];
    const [removed, carried, ...rest] = planOne(rows, []).resources.map((one) => ({ ...one }));
    expect(rest).toEqual([]);
    expect(carried).not.toHaveProperty(field);
    if (field !== "deactivatedTimestamp") expect(removed).not.toHaveProperty(field);
  });

  test("have no unknown fields, and no fields of the server; odd values pass", () => {
    const odd = { mfaMethods: [], authMethod: "PASSKEY", fullName: "" };
    const carried = leaver("u-1", 1, { riskScore: 7, ...odd });
    const { createdAt, updatedAt, deletedAt, riskScore, ...sent } = carried;
    expect(planOne([carried], []).resources).toEqual([sent]);
  });

  test("come after the accounts of the roster, in order of uniqueId", () => {
    const plan = planOne([row("c"), leaver("b", 1), row("a")], [account("z"), account("d")]);
    expect(ids(plan.resources)).toEqual(["z", "d", "a", "b", "c"]);
  });
});

describe("carried and expired", () => {
  const plan = (days: number, retainDeactivatedDays: number, fields = {}) =>
    planOne([leaver("u-1", days, fields)], [], { retainDeactivatedDays });
  const CARRIED = { carried: [{ uniqueId: "u-1" }], expired: [], removed: [], deleted: [] };
  const EXPIRED = {
    carried: [],
    expired: [{ uniqueId: "u-1" }],
    removed: [],
    deleted: [],
    resources: [],
  };
  const MS = 1 / DAY_MS;

  test("carried as it is, up to the last millisecond of its days", () => {
    expect(plan(400, 400)).toMatchObject(CARRIED);
    expect(plan(400 + MS, 400)).toMatchObject(EXPIRED);
    expect(plan(1, 1)).toMatchObject(CARRIED);
    expect(plan(1 + MS, 1)).toMatchObject(EXPIRED);
    expect(plan(-1000, 400)).toMatchObject(CARRIED);
    const { createdAt, updatedAt, deletedAt, ...sent } = leaver("u-1", 400);
    expect(plan(400, 400)).toMatchObject({ resources: [sent], carried: [sent] });
  });

  test("0 days keep no one", () => {
    expect(plan(0, 0)).toMatchObject(EXPIRED);
    expect(plan(-1, 0)).toMatchObject(EXPIRED);
    expect(plan(0, 0, { deactivatedTimestamp: null })).toMatchObject(EXPIRED);
  });

  test.each([
    undefined,
    null,
    "",
    "last year",
    1_700_000_000_000,
    [],
    ["2000-01-01T00:00:00Z"],
    "2024-13-01T00:00:00Z",
    "2024-01-01",
  ])("kept where its time cannot be read: %p", (deactivatedTimestamp) => {
    expect(plan(0, 1, { deactivatedTimestamp })).toMatchObject(CARRIED);
  });

  test("with omit no one is carried", () => {
    for (const fields of [{}, { deactivatedTimestamp: null }]) {
      expect(planOne([leaver("u-1", 0, fields)], [], { onRemoval: "omit" })).toMatchObject(EXPIRED);
    }
  });

  test("an account of the roster is neither", () => {
    const old = { status: "DEACTIVATED", deactivatedTimestamp: daysBefore(9999) } as const;
    expect(planOne([leaver("u-1", 9999)], [account("u-1", old)])).toMatchObject({
      unchanged: 1,
      carried: [],
      expired: [],
      changed: [],
    });
  });
});

describe("expired in one run", () => {
  /** u-0 has left last, u-9 first. */
  const old = Array.from({ length: 10 }, (_, index) => leaver(`u-${index}`, 500 + index));
  const expired = (maxRemovals: readonly Limit[], options = {}, rows = old) => {
    const plan = planOne(rows, [], { maxRemovals, ...options });
    expect(plan.expired.length + plan.deferred).toBe(rows.length);
    expect(plan.resources).toHaveLength(plan.deferred);
    expect(plan).toMatchObject({ carried: [], removed: [], deleted: [] });
    return ids(plan.expired);
  };

  test("as many as max-removals allows, those who left first", () => {
    expect(expired([{ kind: "count", value: 3 }])).toEqual(["u-7", "u-8", "u-9"]);
    expect(expired([{ kind: "count", value: 0 }])).toEqual([]);
    expect(expired([{ kind: "count", value: 10 }])).toHaveLength(10);
    expect(expired([{ kind: "percent", value: 20 }])).toEqual(["u-8", "u-9"]);
    expect(expired([{ kind: "percent", value: 21 }])).toHaveLength(3);
    const both: readonly Limit[] = [
      { kind: "count", value: 5 },
      { kind: "percent", value: 10 },
    ];
    expect(expired(both)).toEqual(["u-9"]);
  });

  test("the same with omit, where the others are sent as they are", () => {
    const limit: readonly Limit[] = [{ kind: "count", value: 1 }];
    expect(expired(limit, { onRemoval: "omit" })).toEqual(["u-9"]);
    const plan = planOne(old, [], { maxRemovals: limit, onRemoval: "omit" });
    expect(plan.resources[0]).toMatchObject({ uniqueId: "u-0", status: "DEACTIVATED" });
    expect(plan.resources[0]).not.toHaveProperty("updatedAt");
  });

  test("those whose time cannot be read last, equal ones in order of uniqueId", () => {
    const rows = [
      leaver("u-1", 1, { deactivatedTimestamp: null }),
      leaver("u-3", 500),
      leaver("u-2", 500),
      leaver("u-0", 450),
    ];
    const first = (value: number) =>
      expired([{ kind: "count", value }], { retainDeactivatedDays: 0 }, rows);
    expect([1, 2, 3].map(first)).toEqual([["u-2"], ["u-2", "u-3"], ["u-0", "u-2", "u-3"]]);
  });

  test("a percentage is of the current accounts of each resource, a count of the whole run", () => {
    const resources = [
      planInput("b", old, []),
      planInput("a", [...old, ...rowsOf(people(10))], people(10)),
    ];
    const counts = (maxRemovals: readonly Limit[]) =>
      planAll(resources, policy({ maxRemovals })).resources.map((plan) => [
        plan.resourceId,
        plan.expired.length,
        plan.deferred,
      ]);
    expect(counts([{ kind: "percent", value: 20 }])).toEqual([
      ["a", 4, 6],
      ["b", 2, 8],
    ]);
    expect(counts([{ kind: "count", value: 12 }])).toEqual([
      ["a", 10, 0],
      ["b", 2, 8],
    ]);
  });

  test("apart from deleted ones, which need no share of it", () => {
    const rows = [...old, leaver("f", 1), leaver("g", 600, { email: null })];
    const maxRemovals: readonly Limit[] = [{ kind: "count", value: 1 }];
    const plan = planOne(rows, [], { forget: ["f"], maxRemovals });
    expect(ids(plan.expired)).toEqual(["u-9"]);
    expect(ids(plan.deleted)).toEqual(["f", "g"]);
  });
});

describe("deleted", () => {
  test("is DEACTIVATED, and in forget or without a required field; forget comes first", () => {
    const rows = [
      leaver("u-1", 1),
      leaver("u-2", 1, { email: null }),
      leaver("u-3", 1, { email: null }),
      leaver("u-4", 1),
      row("u-5"),
    ];
    const plan = planOne(rows, [], { forget: ["u-1", "u-2", "u-5", "u-9"] });
    expect(plan.deleted).toEqual([
      { uniqueId: "u-1", why: "forget", account: rows[0] },
      { uniqueId: "u-2", why: "forget", account: rows[1] },
      { uniqueId: "u-3", why: "cannot-carry", account: rows[2] },
    ]);
    expect(ids(plan.removed)).toEqual(["u-5"]);
    expect(ids(plan.resources)).toEqual(["u-4"]);
  });

  const required = REQUIRED_FIELDS.filter((field) => field !== "uniqueId" && field !== "status");
  const lacking = required.flatMap((field) => [null, undefined].map((value) => ({ field, value })));
  test.each(lacking)("without $field ($value)", ({ field, value }) => {
    const rows = [leaver("u-1", 1, { [field]: value }), leaver("u-2", 1)];
    expect(planOne(rows, [])).toMatchObject({
      deleted: [{ uniqueId: "u-1", why: "cannot-carry" }],
      carried: [{ uniqueId: "u-2" }],
      incomplete: [],
    });
  });
});

describe("changed", () => {
  test("names each field that differs, in the order of the fields, before and after", () => {
    const fields = { permissionLevel: "ADMIN", displayName: "Ada", groupIds: ["g-1"] } as const;
    const plan = planOne([row("u-1", { roleDescription: "Nurse" })], [account("u-1", fields)]);
    expect(plan.changed).toEqual([
      {
        uniqueId: "u-1",
        fields: [
          { field: "displayName", before: "User u-1", after: "Ada" },
          { field: "permissionLevel", before: "BASE", after: "ADMIN" },
          { field: "roleDescription", before: "Nurse" },
          { field: "groupIds", after: ["g-1"] },
        ],
        account: account("u-1", fields),
        location: { file: "roster.yml", line: 1, column: 3 },
      },
    ]);
    expect(plan).toMatchObject({ added: [], removed: [], unchanged: 0, refreshed: 0 });
  });

  test("in order of uniqueId, but sent in the order of the roster", () => {
    const accounts = ["b", "a", "c"].map((one) => account(one, { fullName: "New" }));
    const plan = planOne([row("a"), row("b"), row("c")], accounts);
    expect(ids(plan.changed)).toEqual(["a", "b", "c"]);
    expect(ids(plan.resources)).toEqual(["b", "a", "c"]);
  });

  const OTHER: Readonly<Record<string, unknown>> = {
    mfaEnabled: true,
    mfaMethods: ["OTP"],
    customProperties: { floor: 3 },
    groupIds: ["g-1"],
  };
  const other = (field: string) =>
    OTHER[field] ?? (field.endsWith("Timestamp") ? "2025-05-05T05:05:05Z" : "OTHER");
  test.each(COMPARED_FIELDS.filter((field) => field !== "uniqueId"))(
    "where %s differs",
    (field) => {
      const plan = planOne([row("u-1", { [field]: other(field) })], [account("u-1")]);
      expect(plan.changed).toMatchObject([
        { uniqueId: "u-1", fields: [{ field, before: other(field) }] },
      ]);
    },
  );

  test.each(FIELDS.filter((field) => !COMPARED_FIELDS.includes(field)))(
    "not where %s differs: it is refreshed, and counts as unchanged",
    (field) => {
      const roster = [account("u-1", { [field]: "2025-05-05T05:05:05Z" })];
      const vanta = (value: string) => [row("u-1", { [field]: value })];
      const refreshed = planOne(vanta("2025-05-04T05:05:05Z"), roster);
      expect(refreshed).toMatchObject({ changed: [], unchanged: 1, refreshed: 1 });
      expect(refreshed.resources).toEqual(roster);
      const taken = planOne(vanta("2025-05-04T05:05:05Z"), [account("u-1")]);
      expect(taken).toMatchObject({ unchanged: 1, refreshed: 1 });
      const same = planOne(vanta("2025-05-05T07:05:05.000+02:00"), roster);
      expect(same).toMatchObject({ unchanged: 1, refreshed: 0 });
    },
  );

  test("a changed account is not refreshed as well", () => {
    const fields = { fullName: "Ada", lastLoginTimestamp: "2025-05-05T05:05:05Z" };
    expect(planOne([row("u-1")], [account("u-1", fields)])).toMatchObject({
      unchanged: 0,
      refreshed: 0,
      changed: [{ fields: [{ field: "fullName" }] }],
    });
  });

  test("null and missing values are absent; false and empty text are values", () => {
    const vanta = row("u-1", { fullName: null, email: undefined, mfaEnabled: true, status: "" });
    expect(planOne([vanta], [account("u-1")]).changed[0]?.fields).toStrictEqual([
      { field: "fullName", before: undefined, after: "User u-1" },
      { field: "email", before: undefined, after: "u-1@example.com" },
      { field: "status", before: "", after: "ACTIVE" },
      { field: "mfaEnabled", before: true, after: false },
    ]);
  });
});

describe("re-keyed", () => {
  const ADA = { email: "ada@example.com" };

  test("pairs a removed and an added account of the same email, ignoring case", () => {
    const plan = planOne(
      [row("u-1", { email: "Ada@Example.com" }), row("u-2")],
      [account("u-9", { email: "ada@example.COM" }), account("u-8")],
    );
    expect(plan.rekeyed).toMatchObject([{ from: "u-1", to: "u-9" }]);
    expect(ids(plan.removed)).toEqual(["u-1", "u-2"]);
    expect(ids(plan.added)).toEqual(["u-8", "u-9"]);
    const omitted = planOne([row("u-1", ADA)], [account("u-9", ADA)], { onRemoval: "omit" });
    expect(omitted.rekeyed).toMatchObject([{ from: "u-1", to: "u-9" }]);
  });

  test("compares the pair field by field, but for what tells them apart", () => {
    const { uniqueId: _, ...same } = account("u-1", ADA);
    const [pair] = planOne(
      [row("u-1", { ...ADA, lastLoginTimestamp: "2026-01-01T00:00:00Z" })],
      [account("u-9", { ...same, permissionLevel: "ADMIN", groupIds: ["ops"] })],
    ).rekeyed;
    expect(pair?.fields).toEqual([
      { field: "permissionLevel", before: "BASE", after: "ADMIN" },
      { field: "groupIds", before: undefined, after: ["ops"] },
    ]);
  });

  test.each([
    ["two were removed", [row("u-1", ADA), row("u-2", ADA)], [account("u-9", ADA)]],
    ["two are added", [row("u-1", ADA)], [account("u-8", ADA), account("u-9", ADA)]],
    ["the old account stays", [row("u-1", ADA)], [account("u-1", ADA), account("u-9", ADA)]],
    ["it was gone before", [leaver("u-1", 1, ADA)], [account("u-9", ADA)]],
    [
      "letters only look alike",
      [row("u-1", { email: "ß@a.com" })],
      [account("u-9", { email: "ss@a.com" })],
    ],
  ])("not where %s", (_, rows, accounts) => {
    expect(planOne(rows, accounts).rekeyed).toEqual([]);
  });

  test.each([null, "", 7, undefined])("not by an email of %p", (email) => {
    expect(planOne([row("u-1", { email })], [account("u-9")]).rekeyed).toEqual([]);
  });
});

describe("a plan of several resources", () => {
  test("has them in code-unit order of resource ID", () => {
    const inputs = ["b", "a", "B"].map((resourceId) => planInput(resourceId, [], []));
    const order = planAll(inputs, policy()).resources.map(({ resourceId }) => resourceId);
    expect(order).toEqual(["B", "a", "b"]);
    expect(inputs.map(({ resourceId }) => resourceId)).toEqual(["b", "a", "B"]);
  });
});

describe("laws", () => {
  test("the plan of what Vanta has, in whatever form it is returned, is empty", () => {
    const pairs = anyRoster.chain((accounts) =>
      fc.tuple(...accounts.map(asReturned)).map((rows) => ({ accounts, rows })),
    );
    const empty = {
      added: [],
      removed: [],
      changed: [],
      rekeyed: [],
      deleted: [],
      carried: [],
      expired: [],
      refreshed: 0,
    };
    fc.assert(
      fc.property(pairs, anyPolicy, ({ accounts, rows }, kept) => {
        const plan = planOne(rows, accounts, kept);
        expect(plan).toMatchObject({ ...empty, unchanged: accounts.length });
        expect(plan.resources).toEqual(accounts);
      }),
    );
  });

  test("what is sent is the whole roster, then only current rows that are not to be left out", () => {
    fc.assert(
      fc.property(anyScenario, (scenario) => {
        const plan = planScenario(scenario);
        const { resources, removed, carried, expired, deleted, deferred, current } = plan;
        expect(resources.slice(0, scenario.accounts.length)).toEqual(scenario.accounts);
        const kept = resources.slice(scenario.accounts.length);
        const deactivated = removed.filter(({ how }) => how === "deactivate");
        expect(kept).toHaveLength(deactivated.length + carried.length + deferred);
        expect(ids(kept)).toEqual([...ids(kept)].sort(compareText));
        expect(ids(kept)).toEqual(expect.arrayContaining([...ids(deactivated), ...ids(carried)]));
        expect(ids(current)).toEqual(expect.arrayContaining(ids(kept)));
        expect(new Set(ids(resources)).size).toBe(resources.length);
        const leftOut = [...ids(expired), ...ids(deleted), ...scenario.forget];
        expect(leftOut.filter((uniqueId) => ids(resources).includes(uniqueId))).toEqual([]);
      }),
    );
  });

  test("every current row and every account of the roster counts exactly once", () => {
    fc.assert(
      fc.property(anyScenario, (scenario) => {
        const plan = planScenario(scenario);
        const { current, entries, added, removed, changed, unchanged, refreshed } = plan;
        const { carried, expired, deferred, deleted, incomplete } = plan;
        const gone = [removed, carried, expired, deleted].reduce(
          (sum, some) => sum + some.length,
          0,
        );
        expect(current).toHaveLength(changed.length + unchanged + gone + deferred);
        expect(entries).toHaveLength(added.length + changed.length + unchanged);
        expect(refreshed).toBeLessThanOrEqual(unchanged);
        expect(ids(removed)).toEqual(expect.arrayContaining([...incomplete]));
      }),
    );
  });

  test("once Vanta has what was sent, nothing is left to do but to let the next ones expire", () => {
    fc.assert(
      fc.property(anyScenario, (scenario) => {
        const { resources } = planScenario(scenario);
        const rows = resources.map((sent) => ({ ...sent, createdAt: NOW.toISOString() }));
        const again = planScenario({ ...scenario, rows });
        expect(again).toMatchObject({
          added: [],
          removed: [],
          changed: [],
          rekeyed: [],
          deleted: [],
          refreshed: 0,
          unchanged: scenario.accounts.length,
        });
      }),
    );
  });

  test("the order of rows and accounts does not matter", () => {
    const shuffled = anyScenario.chain((scenario) =>
      fc.record({
        scenario: fc.constant(scenario),
        rows: fc.shuffledSubarray([...scenario.rows], { minLength: scenario.rows.length }),
        accounts: fc.shuffledSubarray([...scenario.accounts], {
          minLength: scenario.accounts.length,
        }),
      }),
    );
    const unordered = (plan: ReturnType<typeof planScenario>) => ({
      ...plan,
      entries: ids(plan.entries.map((entry) => entry.account)).sort(compareText),
      resources: [...plan.resources].sort((one, other) =>
        compareText(one.uniqueId, other.uniqueId),
      ),
      added: plan.added.map(({ location, ...one }) => one),
      changed: plan.changed.map(({ location, ...one }) => one),
      recentlyRemoved: [...plan.recentlyRemoved].sort(compareText),
    });
    fc.assert(
      fc.property(shuffled, ({ scenario, rows, accounts }) => {
        expect(unordered(planScenario({ ...scenario, rows, accounts }))).toEqual(
          unordered(planScenario(scenario)),
        );
      }),
    );
  });

  test("planning does not change its input", () => {
    fc.assert(
      fc.property(anyRows, anyRoster, (rows, accounts) => {
        const before = structuredClone({ rows, accounts });
        planOne(rows, accounts);
        expect({ rows, accounts }).toEqual(before);
      }),
    );
  });
});

describe("live rows", () => {
  const ids = (rows: readonly Row[]) =>
    liveRows(rows).map((one) => `${one.uniqueId} ${one["status"]}`);

  test("of rows with one uniqueId the last active one counts: no one with access is taken for a leaver", () => {
    const [active, left] = [row("u-1"), leaver("u-1", 900)];
    for (const rows of [
      [active, left],
      [left, active],
      [left, active, left],
    ])
      expect(ids(rows)).toEqual(["u-1 ACTIVE"]);
    expect(liveRows([leaver("u-1", 900), leaver("u-1", 1)])).toEqual([leaver("u-1", 1)]);
  });
});
