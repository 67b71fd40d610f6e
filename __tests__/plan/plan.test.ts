// What a plan is: who is added, removed, changed, carried, expired, re-keyed, and what would be sent.
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  COMPARED_FIELDS,
  FIELDS,
  OPTIONAL_FIELDS,
  REQUIRED_FIELDS,
  type Row,
  type UserAccount,
} from "../../src/model/account.js";
import { compareText } from "../../src/model/order.js";
import { combinePlans, planResource } from "../../src/plan/plan.js";
import { changedFields, fieldsOf, isActive, liveRows } from "../../src/plan/rows.js";
import {
  account,
  anyRetention,
  anyRoster,
  anyRows,
  anyScenario,
  asReturned,
  daysBefore,
  desired,
  leaver,
  NOW,
  planOne,
  planScenario,
  RESOURCE,
  retention,
  row,
} from "../support/accounts.js";

const ids = (some: readonly { readonly uniqueId: string }[]) =>
  some.map(({ uniqueId }) => uniqueId);

describe("current", () => {
  test("is what Vanta returns without deletedAt; null counts as without", () => {
    const rows = [
      row("u-3", { deletedAt: undefined }),
      row("u-1"),
      row("u-2", { deletedAt: "2025-06-01T00:00:00Z" }),
    ];
    expect(ids(liveRows(rows))).toEqual(["u-1", "u-3"]);
  });

  test("holds a uniqueId once, whether it is also there as deleted or live twice", () => {
    const deleted = row("u-1", { deletedAt: "2025-06-01T00:00:00Z" });
    expect(
      liveRows([
        deleted,
        row("u-1", { email: "a@example.com" }),
        row("u-1", { email: "b@example.com" }),
      ]),
    ).toEqual([row("u-1", { email: "b@example.com" })]);
    expect(ids(liveRows([row("u-1"), deleted]))).toEqual(["u-1"]);
  });

  test("is active unless it is DEACTIVATED: an unknown or missing status is not taken for gone", () => {
    expect(
      [
        row("a"),
        row("a", { status: "SUSPENDED" }),
        row("a", { status: null }),
        row("a", { status: undefined }),
      ].map(isActive),
    ).toEqual([true, true, true, true]);
    expect(isActive(leaver("a", 1))).toBe(false);
  });
});

describe("added", () => {
  test("is who is in the roster and not current, with the account and its place", () => {
    const plan = planOne(
      [row("u-1"), row("u-2", { deletedAt: "2025-06-01T00:00:00Z" })],
      [account("u-1"), account("u-3"), account("u-2")],
    );
    expect(plan.added).toEqual([
      {
        uniqueId: "u-2",
        account: account("u-2"),
        location: { file: "roster.yml", line: 3, column: 3 },
      },
      {
        uniqueId: "u-3",
        account: account("u-3"),
        location: { file: "roster.yml", line: 2, column: 3 },
      },
    ]);
    expect(plan).toMatchObject({
      removed: [],
      changed: [],
      unchanged: 1,
      refreshed: 0,
      expired: [],
    });
  });

  test("tells uniqueIds apart to the letter", () => {
    expect(ids(planOne([row("u-1")], [account("U-1"), account("u-1")]).added)).toEqual(["U-1"]);
  });
});

describe("removed", () => {
  test("with deactivate: is sent on with Vanta's fields, DEACTIVATED at the time of the run", () => {
    const held = row("u-2", {
      roleDescription: "Nurse",
      permissionLevel: "OWNER",
      deactivatedTimestamp: "2020-01-01T00:00:00Z",
    });
    const plan = planOne([row("u-1"), held], [account("u-1")]);
    expect(plan.removed).toEqual([{ uniqueId: "u-2", how: "deactivate", account: held }]);
    expect(plan.resources).toEqual([
      account("u-1"),
      {
        ...account("u-2"),
        roleDescription: "Nurse",
        permissionLevel: "OWNER",
        status: "DEACTIVATED",
        deactivatedTimestamp: "2026-03-01T12:00:00.000Z",
      },
    ]);
    expect(plan).toMatchObject({ carried: [], expired: [], cannotCarry: [] });
  });

  test("with omit: is left out", () => {
    const plan = planOne([row("u-1"), row("u-2")], [account("u-1")], { onRemoval: "omit" });
    expect(plan.removed).toEqual([{ uniqueId: "u-2", how: "omit", account: row("u-2") }]);
    expect(plan.resources).toEqual([account("u-1")]);
    expect(plan.expired).toEqual([]);
  });

  test("keeps no leaver's row from being sent because retention is 0: it is what removal means", () => {
    const plan = planOne([row("u-2")], [], { retainDeactivatedDays: 0 });
    expect(plan.removed).toMatchObject([{ uniqueId: "u-2", how: "deactivate" }]);
    expect(ids(plan.resources)).toEqual(["u-2"]);
  });

  test("an unknown or missing status is a removal, and is sent as DEACTIVATED", () => {
    const plan = planOne(
      [row("u-1", { status: "SUSPENDED" }), row("u-2", { status: undefined })],
      [],
    );
    expect(ids(plan.removed)).toEqual(["u-1", "u-2"]);
    expect(plan.resources.map((sent) => toSent(sent)["status"])).toEqual([
      "DEACTIVATED",
      "DEACTIVATED",
    ]);
  });

  test("comes in code-unit order of uniqueId, whatever the order of the rows", () => {
    expect(ids(planOne([row("é"), row("b"), row("10"), row("9"), row("B")], []).removed)).toEqual([
      "10",
      "9",
      "B",
      "b",
      "é",
    ]);
  });
});

const toSent = (sent: UserAccount | Row): Row => ({ ...sent });

describe("kept rows", () => {
  test.each(
    OPTIONAL_FIELDS.flatMap((field) => [null, [], {}].map((nothing) => ({ field, nothing }))),
  )("never send $nothing for $field", ({ field, nothing }) => {
    const plan = planOne(
      [row("u-1", { [field]: nothing }), leaver("u-2", 1, { [field]: nothing })],
      [],
    );
    const sent = plan.resources.map(toSent);
    expect(sent).toHaveLength(2);
    expect(sent.some((one) => field in one && field !== "deactivatedTimestamp")).toBe(false);
    expect(sent[1]).toEqual(expect.not.objectContaining({ [field]: nothing }));
  });

  test("never send what only the server sets, nor unknown fields; required ones may be empty, unknown values pass", () => {
    const odd = leaver("u-1", 1, {
      riskScore: 7,
      mfaMethods: [],
      authMethod: "PASSKEY",
      fullName: "",
    });
    const { createdAt, updatedAt, deletedAt, riskScore, ...sent } = odd;
    expect(planOne([odd], []).resources).toEqual([sent]);
  });

  const required = REQUIRED_FIELDS.filter((field) => field !== "uniqueId" && field !== "status");
  test.each(required.flatMap((field) => [null, undefined].map((nothing) => ({ field, nothing }))))(
    "without the required $field ($nothing) cannot be carried: left out, and counted as expired",
    ({ field, nothing }) => {
      const plan = planOne(
        [
          leaver("u-1", 1, { [field]: nothing }),
          row("u-2", { [field]: nothing }),
          leaver("u-3", 1),
        ],
        [],
      );
      expect(ids(plan.resources)).toEqual(["u-3"]);
      expect(plan.cannotCarry).toEqual(["u-1", "u-2"]);
      expect(plan.expired).toEqual(["u-1", "u-2"]);
      // The active one does lose its access, so it is a removal too, and the digest says how.
      expect(plan.removed).toMatchObject([{ uniqueId: "u-2", how: "omit" }]);
    },
  );

  test("that would not be kept anyway are no case of cannot-carry", () => {
    const rows = [leaver("u-1", 1, { email: null }), row("u-2", { email: null })];
    expect(planOne(rows, [], { onRemoval: "omit" })).toMatchObject({
      cannotCarry: [],
      expired: ["u-1"],
    });
    expect(planOne(rows, [], { forget: ["u-1", "u-2"] })).toMatchObject({
      cannotCarry: [],
      expired: ["u-1"],
    });
    expect(planOne(rows, [], { retainDeactivatedDays: 0 })).toMatchObject({
      cannotCarry: ["u-2"],
      expired: ["u-1", "u-2"],
    });
  });

  test("come after the roster's accounts, removed and carried ones together in order of uniqueId", () => {
    const plan = planOne([row("c"), leaver("b", 1), row("a")], [account("z"), account("d")]);
    expect(ids(plan.resources)).toEqual(["z", "d", "a", "b", "c"]);
  });
});

describe("carried and expired", () => {
  const at = (days: number, retainDeactivatedDays: number, fields = {}) =>
    planOne([leaver("u-1", days, fields)], [], { retainDeactivatedDays });
  const CARRIED = {
    carried: [expect.objectContaining({ uniqueId: "u-1" })],
    expired: [],
    removed: [],
  };
  const EXPIRED = { carried: [], expired: ["u-1"], removed: [], resources: [], cannotCarry: [] };
  const MS = 1 / (24 * 60 * 60 * 1000);

  test("carried as it is, to the last millisecond of its days", () => {
    expect(at(399, 400)).toMatchObject(CARRIED);
    expect(at(400, 400)).toMatchObject(CARRIED);
    expect(at(400 + MS, 400)).toMatchObject(EXPIRED);
    expect(at(401, 400)).toMatchObject(EXPIRED);
    const { createdAt, updatedAt, deletedAt, ...sent } = leaver("u-1", 400);
    expect(at(400, 400).resources).toEqual([sent]);
    expect(at(400, 400).carried).toEqual([sent]);
  });

  test("a day is a day: 1 keeps yesterday's, 0 keeps nobody", () => {
    expect(at(1, 1)).toMatchObject(CARRIED);
    expect(at(1 + MS, 1)).toMatchObject(EXPIRED);
    expect(at(0, 0)).toMatchObject(EXPIRED);
    expect(at(-1, 0)).toMatchObject(EXPIRED);
    expect(at(0, 0, { deactivatedTimestamp: null })).toMatchObject(EXPIRED);
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
  ])(
    "a deactivatedTimestamp that cannot be read (%p) is kept rather than lost",
    (deactivatedTimestamp) => {
      expect(at(0, 1, { deactivatedTimestamp })).toMatchObject(CARRIED);
    },
  );

  test("one in the future is kept", () => {
    expect(at(-1000, 400)).toMatchObject(CARRIED);
  });

  test("with omit nobody is carried", () => {
    expect(planOne([leaver("u-1", 0)], [], { onRemoval: "omit" })).toMatchObject(EXPIRED);
    expect(
      planOne([leaver("u-1", 0, { deactivatedTimestamp: null })], [], { onRemoval: "omit" }),
    ).toMatchObject(EXPIRED);
  });

  test("who stands in the roster is neither", () => {
    const held = leaver("u-1", 9999);
    expect(
      planOne(
        [held],
        [account("u-1", { status: "DEACTIVATED", deactivatedTimestamp: daysBefore(9999) })],
      ),
    ).toMatchObject({
      unchanged: 1,
      carried: [],
      expired: [],
      changed: [],
    });
  });

  test("forget: an ACTIVE one is removed by omit, a DEACTIVATED one expires, others stay", () => {
    const plan = planOne([row("u-1"), leaver("u-2", 1), leaver("u-3", 1)], [], {
      forget: ["u-1", "u-2", "u-9"],
    });
    expect(plan.removed).toEqual([{ uniqueId: "u-1", how: "omit", account: row("u-1") }]);
    expect(plan.expired).toEqual(["u-2"]);
    expect(ids(plan.resources)).toEqual(["u-3"]);
  });
});

describe("changed", () => {
  test("names each field that differs, in the order of the fields, before and after", () => {
    const plan = planOne(
      [row("u-1", { roleDescription: "Nurse" })],
      [account("u-1", { permissionLevel: "ADMIN", displayName: "Ada", groupIds: ["g-1"] })],
    );
    expect(plan.changed).toEqual([
      {
        uniqueId: "u-1",
        fields: [
          { field: "displayName", before: "User u-1", after: "Ada" },
          { field: "permissionLevel", before: "BASE", after: "ADMIN" },
          { field: "roleDescription", before: "Nurse" },
          { field: "groupIds", after: ["g-1"] },
        ],
        account: {
          ...account("u-1", { permissionLevel: "ADMIN", displayName: "Ada", groupIds: ["g-1"] }),
        },
        location: { file: "roster.yml", line: 1, column: 3 },
      },
    ]);
    expect(plan).toMatchObject({ added: [], removed: [], unchanged: 0, refreshed: 0 });
  });

  test("comes in order of uniqueId", () => {
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
    "a difference in %s is a change",
    (field) => {
      const plan = planOne([row("u-1", { [field]: other(field) })], [account("u-1")]);
      expect(plan.changed).toMatchObject([
        { uniqueId: "u-1", fields: [{ field, before: other(field) }] },
      ]);
    },
  );

  test.each([...FIELDS.filter((field) => !COMPARED_FIELDS.includes(field))])(
    "a difference in %s is a refresh: unchanged, but sent",
    (field) => {
      const fresh = account("u-1", { [field]: "2025-05-05T05:05:05Z" });
      const plan = planOne([row("u-1", { [field]: "2025-05-04T05:05:05Z" })], [fresh]);
      expect(plan).toMatchObject({ changed: [], unchanged: 1, refreshed: 1, resources: [fresh] });
      expect(
        planOne([row("u-1", { [field]: "2025-05-04T05:05:05Z" })], [account("u-1")]),
      ).toMatchObject({ unchanged: 1, refreshed: 1 });
      expect(
        planOne([row("u-1", { [field]: "2025-05-05T07:05:05.000+02:00" })], [fresh]),
      ).toMatchObject({ unchanged: 1, refreshed: 0 });
    },
  );

  test("a change counts once, also where activity differs", () => {
    const plan = planOne(
      [row("u-1")],
      [account("u-1", { fullName: "Ada", lastLoginTimestamp: "2025-05-05T05:05:05Z" })],
    );
    expect(plan).toMatchObject({
      unchanged: 0,
      refreshed: 0,
      changed: [{ fields: [{ field: "fullName" }] }],
    });
  });

  test("a null or missing value of Vanta's is absent before, not null", () => {
    expect(
      changedFields(row("u-1", { fullName: null, email: undefined }), account("u-1")),
    ).toStrictEqual([
      { field: "fullName", after: "User u-1" },
      { field: "email", after: "u-1@example.com" },
    ]);
  });

  test("falsy values are values", () => {
    expect(changedFields(row("u-1", { mfaEnabled: true, fullName: "" }), account("u-1"))).toEqual([
      { field: "fullName", before: "", after: "User u-1" },
      { field: "mfaEnabled", before: true, after: false },
    ]);
  });
});

describe("rekeyed", () => {
  test("pairs a removed and an added account of the same e-mail, ignoring case", () => {
    const plan = planOne(
      [row("u-1", { email: "Ada@Example.com" }), row("u-2")],
      [account("u-9", { email: "ada@example.COM" }), account("u-8")],
    );
    expect(plan.rekeyed).toEqual([{ from: "u-1", to: "u-9" }]);
    expect(ids(plan.removed)).toEqual(["u-1", "u-2"]);
    expect(ids(plan.added)).toEqual(["u-8", "u-9"]);
  });

  test("is one to one", () => {
    const same = { email: "ada@example.com" };
    const plan = planOne(
      [row("u-1", same), row("u-2", same), row("u-3", same)],
      [account("u-9", same), account("u-8", same)],
    );
    expect(plan.rekeyed).toEqual([
      { from: "u-1", to: "u-8" },
      { from: "u-2", to: "u-9" },
    ]);
    expect(
      planOne([row("u-1", same)], [account("u-9", same), account("u-8", same)]).rekeyed,
    ).toEqual([{ from: "u-1", to: "u-8" }]);
  });

  test("does not pair those who stay, those who were gone already, or those without an address", () => {
    const same = { email: "ada@example.com" };
    expect(
      planOne([row("u-1", same)], [account("u-1", same), account("u-9", same)]).rekeyed,
    ).toEqual([]);
    expect(planOne([leaver("u-1", 1, same)], [account("u-9", same)]).rekeyed).toEqual([]);
    expect(
      planOne(
        [row("u-1", { email: null }), row("u-2", { email: "" }), row("u-3", { email: 7 })],
        [account("u-9")],
      ).rekeyed,
    ).toEqual([]);
  });

  test("takes letters that only look alike in capitals for different ones", () => {
    expect(
      planOne(
        [row("u-1", { email: "ß@example.com" })],
        [account("u-9", { email: "ss@example.com" })],
      ).rekeyed,
    ).toEqual([]);
  });

  test("pairs those removed by omit too", () => {
    const same = { email: "ada@example.com" };
    expect(
      planOne([row("u-1", same)], [account("u-9", same)], { onRemoval: "omit" }).rekeyed,
    ).toEqual([{ from: "u-1", to: "u-9" }]);
  });
});

describe("the whole", () => {
  test("plans of a run stand in order of resource ID", () => {
    const plans = ["b", "a", "B"].map((resourceId) =>
      planResource(resourceId, [], desired([]), retention()),
    );
    expect(combinePlans(plans).resources.map(({ resourceId }) => resourceId)).toEqual([
      "B",
      "a",
      "b",
    ]);
    expect(plans.map(({ resourceId }) => resourceId)).toEqual(["b", "a", "B"]);
  });

  test("fieldsOf keeps only the roster's fields", () => {
    expect(
      fieldsOf(row("u-1", { riskScore: 7, groupIds: [], roleDescription: "Nurse" })),
    ).toStrictEqual(account("u-1", { roleDescription: "Nurse" }));
    expect(fieldsOf({ uniqueId: "u-1" })).toStrictEqual({ uniqueId: "u-1" });
  });

  test("compareText is the order of code units", () => {
    expect(["b", "a", "B", "10", "9", "", "ä", "a"].sort(compareText)).toEqual([
      "",
      "10",
      "9",
      "B",
      "a",
      "a",
      "b",
      "ä",
    ]);
    expect(compareText("a", "a")).toBe(0);
  });
});

describe("laws", () => {
  test("plan(x, x) is empty, in whatever form Vanta returns x", () => {
    const pairs = anyRoster.chain((accounts) =>
      fc.tuple(...accounts.map(asReturned)).map((rows) => ({ accounts, rows })),
    );
    fc.assert(
      fc.property(pairs, anyRetention, ({ accounts, rows }, kept) => {
        const plan = planResource(RESOURCE, rows, desired(accounts), kept);
        expect(plan).toMatchObject({
          added: [],
          removed: [],
          changed: [],
          rekeyed: [],
          carried: [],
          expired: [],
          refreshed: 0,
        });
        expect(plan.unchanged).toBe(accounts.length);
        expect(plan.resources).toEqual(accounts);
      }),
    );
  });

  test("what is sent is the roster whole and unchanged, and then only rows that are kept", () => {
    fc.assert(
      fc.property(anyScenario, (scenario) => {
        const { resources, removed, carried, expired, current } = planScenario(scenario);
        expect(resources.slice(0, scenario.accounts.length)).toEqual(scenario.accounts);
        const kept = resources.slice(scenario.accounts.length);
        expect(ids(kept)).toEqual(
          [...ids(removed.filter(({ how }) => how === "deactivate")), ...ids(carried)].sort(
            compareText,
          ),
        );
        expect(new Set(ids(resources)).size).toBe(resources.length);
        expect(kept.every((one) => current.some(({ uniqueId }) => uniqueId === one.uniqueId))).toBe(
          true,
        );
        expect(expired.some((uniqueId) => ids(resources).includes(uniqueId))).toBe(false);
        expect(scenario.forget.some((uniqueId) => ids(resources).includes(uniqueId))).toBe(false);
      }),
    );
  });

  test("every current row is changed, unchanged, removed, carried or expired, and every account added, changed or unchanged", () => {
    fc.assert(
      fc.property(anyScenario, (scenario) => {
        const {
          current,
          entries,
          added,
          removed,
          changed,
          unchanged,
          refreshed,
          carried,
          expired,
          cannotCarry,
        } = planScenario(scenario);
        const both = removed.filter(({ uniqueId }) => expired.includes(uniqueId)).length;
        expect(current).toHaveLength(
          changed.length + unchanged + removed.length + carried.length + expired.length - both,
        );
        expect(entries).toHaveLength(added.length + changed.length + unchanged);
        expect(refreshed).toBeLessThanOrEqual(unchanged);
        expect(expired).toEqual(expect.arrayContaining([...cannotCarry]));
        expect(both).toBe(cannotCarry.filter((uniqueId) => ids(removed).includes(uniqueId)).length);
      }),
    );
  });

  test("once what is sent stands in Vanta, there is nothing left to do", () => {
    fc.assert(
      fc.property(anyScenario, (scenario) => {
        const { resources } = planScenario(scenario);
        const again = planScenario({
          ...scenario,
          rows: resources.map((sent) => ({ ...sent, createdAt: NOW.toISOString() })),
        });
        expect(again).toMatchObject({
          added: [],
          removed: [],
          changed: [],
          rekeyed: [],
          refreshed: 0,
          cannotCarry: [],
        });
        expect(again.unchanged).toBe(scenario.accounts.length);
        // A row without a life of its own in the retention (0 days) was sent once, as DEACTIVATED, and expires now.
        if (scenario.kept.retainDeactivatedDays > 0) expect(again.expired).toEqual([]);
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
    const unordered = ({
      entries,
      resources,
      added,
      changed,
      ...rest
    }: ReturnType<typeof planScenario>) => ({
      ...rest,
      entries: ids(entries.map((entry) => entry.account)).sort(compareText),
      resources: [...resources].sort((one, other) => compareText(one.uniqueId, other.uniqueId)),
      added: added.map(({ location, ...one }) => one),
      changed: changed.map(({ location, ...one }) => one),
    });
    fc.assert(
      fc.property(shuffled, ({ scenario, rows, accounts }) => {
        expect(unordered(planScenario({ ...scenario, rows, accounts }))).toEqual(
          unordered(planScenario(scenario)),
        );
      }),
    );
  });

  test("the plan takes nothing from, and leaves nothing on, what it is given", () => {
    fc.assert(
      fc.property(anyRows, anyRoster, (rows, accounts) => {
        const before = structuredClone({ rows, accounts });
        planResource(RESOURCE, rows, desired(accounts), retention());
        expect({ rows, accounts }).toEqual(before);
      }),
    );
  });
});
