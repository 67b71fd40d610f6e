// The guards, on both sides of every limit, and the law that nothing is sealed while one is in force.
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { FIELDS, type Row, type UserAccount } from "../../src/model/account.js";
import type { Approval, Limit, Limits } from "../../src/model/limits.js";
import { toPlainText } from "../../src/model/message.js";
import type { Violation } from "../../src/model/outcome.js";
import {
  type Approved,
  approve,
  checkEmpty,
  checkLimits,
  isAccessChange,
  isInForce,
} from "../../src/plan/guards.js";
import { combinePlans, type Plan, planResource } from "../../src/plan/plan.js";
import {
  account,
  anyScenario,
  desired,
  leaver,
  people,
  planOne,
  planRun,
  planScenario,
  RESOURCE,
  retention,
  row,
  rowsOf,
} from "../support/accounts.js";

const count = (value: number): Limit => ({ kind: "count", value });
const percent = (value: number): Limit => ({ kind: "percent", value });

/** The inputs' defaults. */
const DEFAULTS: Limits = {
  allowEmpty: false,
  maxRemovals: [percent(20)],
  maxAccessChanges: [percent(50)],
};
const OPEN: Limits = {
  allowEmpty: true,
  maxRemovals: [percent(100)],
  maxAccessChanges: [percent(100)],
};
const NOBODY: Approval = { approvalsFile: new Set() };

const codes = (violations: readonly Violation[]) => violations.map(({ code }) => code);
const trips = (plan: Plan, limits: Partial<Limits>) =>
  codes(approve(plan, { ...OPEN, ...limits }, NOBODY).violations);

/** Of `active` ACTIVE rows, `left` are not in the roster and `flipped` are DEACTIVATED there; beside them, rows that were DEACTIVATED before. */
function exodus(active: number, left: number, flipped = 0, gone = 0): Plan {
  const everybody = people(active);
  const stay = everybody
    .slice(left)
    .map((one, index): UserAccount => (index < flipped ? { ...one, status: "DEACTIVATED" } : one));
  const rows = [
    ...rowsOf(everybody),
    ...Array.from({ length: gone }, (_, index) => leaver(`x-${index}`, 1)),
  ];
  return planRun(rows, [...stay, account("u-new")]);
}

/** Of `current` rows, `changed` differ from the roster in `fields`. */
function shift(
  current: number,
  changed: number,
  fields: Partial<UserAccount>,
  held: Readonly<Record<string, unknown>> = {},
): Plan {
  const everybody = people(current);
  const rows = rowsOf(everybody).map(
    (one, index): Row => (index < changed ? { ...one, ...held } : one),
  );
  return planRun(
    rows,
    everybody.map((one, index) => (index < changed ? { ...one, ...fields } : one)),
  );
}

describe("empty-roster", () => {
  const empty = planRun([], []);
  test("trips on a roster without accounts, unless allowed", () => {
    expect(trips(empty, { allowEmpty: false })).toEqual(["empty-roster"]);
    expect(trips(empty, { allowEmpty: true })).toEqual([]);
    expect(trips(planRun([], [account("u-1")]), { allowEmpty: false })).toEqual([]);
  });

  test("looks at each roster, not at what is sent: somebody carried does not fill it", () => {
    const plans = ["a", "b"].map((id) =>
      planResource(
        id,
        [leaver("u-1", 1)],
        desired(id === "a" ? [account("u-2")] : []),
        retention(),
      ),
    );
    const { violations, approved } = approve(combinePlans(plans), DEFAULTS, NOBODY);
    expect(violations).toMatchObject([{ code: "empty-roster", resourceId: "b", accounts: [] }]);
    expect(approved).toBeUndefined();
  });

  test("says what would happen and how to mean it", () => {
    const finding = checkEmpty(0, false);
    expect(toPlainText(finding?.message ?? [])).toBe(
      "The roster holds no account, so everybody would count as having left. If that is meant, set allow-empty: true.",
    );
    expect(finding?.accounts).toEqual([]);
    expect([checkEmpty(1, false), checkEmpty(0, true), checkEmpty(1, true)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe("max-removals", () => {
  test.each<[string, Plan, readonly Limit[], boolean]>([
    ["a count: at", exodus(10, 3), [count(3)], false],
    ["a count: over", exodus(10, 4), [count(3)], true],
    ["no removal at all: none", exodus(10, 0), [count(0)], false],
    ["no removal at all: one", exodus(10, 1), [count(0)], true],
    ["20% of 10: at", exodus(10, 2), [percent(20)], false],
    ["20% of 10: over", exodus(10, 3), [percent(20)], true],
    ["20% of 11 is rounded up to 3: at", exodus(11, 3), [percent(20)], false],
    ["20% of 11 is rounded up to 3: over", exodus(11, 4), [percent(20)], true],
    ["20% of 1 is rounded up to 1", exodus(1, 1), [percent(20)], false],
    ["20% of 4 is rounded up to 1: at", exodus(4, 1), [percent(20)], false],
    ["20% of 4 is rounded up to 1: over", exodus(4, 2), [percent(20)], true],
    ["0%: one is too many", exodus(100, 1), [percent(0)], true],
    ["100%: everybody may go", exodus(10, 10), [percent(100)], false],
    ["7% of 100 is 7, whatever floats make of it: at", exodus(100, 7), [percent(7)], false],
    ["7% of 100 is 7: over", exodus(100, 8), [percent(7)], true],
    ["14.5% of 200 is 29: at", exodus(200, 29), [percent(14.5)], false],
    ["14.5% of 200 is 29: over", exodus(200, 30), [percent(14.5)], true],
    ["0.01% of 100 is rounded up to 1: at", exodus(100, 1), [percent(0.01)], false],
    ["0.01% of 100 is rounded up to 1: over", exodus(100, 2), [percent(0.01)], true],
    ["both limits: within", exodus(10, 2), [count(2), percent(20)], false],
    ["both limits: over the count only", exodus(10, 2), [count(1), percent(20)], true],
    ["both limits: over the percentage only", exodus(10, 3), [count(50), percent(20)], true],
    ["those set to DEACTIVATED count: at", exodus(10, 1, 1), [percent(20)], false],
    ["those set to DEACTIVATED count: over", exodus(10, 1, 2), [percent(20)], true],
    ["those set to DEACTIVATED count alone: at", exodus(10, 0, 2), [percent(20)], false],
    ["those set to DEACTIVATED count alone: over", exodus(10, 0, 3), [percent(20)], true],
    ["N% is of the ACTIVE: others do not widen it", exodus(10, 3, 0, 90), [percent(20)], true],
    ["those DEACTIVATED already do not count", exodus(10, 2, 0, 90), [percent(20)], false],
  ])("%s", (_, plan, maxRemovals, tripped) => {
    expect(trips(plan, { maxRemovals })).toEqual(tripped ? ["max-removals"] : []);
  });

  test("a removal is one by omit too, and one by forget", () => {
    const rows = rowsOf(people(10));
    const [, , , ...stay] = people(10);
    expect(
      trips(planRun(rows, stay, { onRemoval: "omit" }), { maxRemovals: [percent(20)] }),
    ).toEqual(["max-removals"]);
    expect(
      trips(planRun(rows, stay, { forget: ["u-001", "u-002", "u-003"] }), {
        maxRemovals: [percent(20)],
      }),
    ).toEqual(["max-removals"]);
  });

  test("a row DEACTIVATED in Vanta and in the roster is no removal, whatever else changes", () => {
    const gone = ["a", "b", "c"].map((id) => leaver(id, 1));
    const same = gone.map(({ uniqueId }) =>
      account(uniqueId, { status: "DEACTIVATED", fullName: "New" }),
    );
    expect(trips(planRun(gone, same), { maxRemovals: [count(0)] })).toEqual([]);
  });

  test("a row of an unknown status counts as active on both sides", () => {
    const rows = ["a", "b", "c", "d", "e"].map((id) => row(id, { status: "SUSPENDED" }));
    const stay = (...ids: string[]) => ids.map((id) => account(id));
    expect(trips(planRun(rows, stay("b", "c", "d", "e")), { maxRemovals: [percent(20)] })).toEqual(
      [],
    );
    expect(trips(planRun(rows, stay("c", "d", "e")), { maxRemovals: [percent(20)] })).toEqual([
      "max-removals",
    ]);
    const flipped = rows.map(({ uniqueId }) => account(uniqueId, { status: "DEACTIVATED" }));
    expect(trips(planRun(rows, flipped), { maxRemovals: [count(4)] })).toEqual(["max-removals"]);
    expect(trips(planRun(rows, flipped), { maxRemovals: [count(5)] })).toEqual([]);
  });

  /** 8 stay, and `expired` leavers' time is over. */
  const lapse = (expired: number) =>
    planRun(
      [
        ...rowsOf(people(8)),
        ...Array.from({ length: expired }, (_, index) => leaver(`x-${index}`, 500)),
      ],
      people(8),
    );
  test.each<[string, Plan, readonly Limit[], boolean]>([
    ["a count: at", lapse(2), [count(2)], false],
    ["a count: over", lapse(3), [count(2)], true],
    ["20% of all 10 current, not of the 8 ACTIVE: at", lapse(2), [percent(20)], false],
    ["20% of all 11 current is 3: at", lapse(3), [percent(20)], false],
    ["20% of all 12 current is 3: over", lapse(4), [percent(20)], true],
    ["25% of all 12 current is 3, 33.33% is 4: at", lapse(4), [percent(33.33)], false],
  ])("expired, apart from those removed: %s", (_, plan, maxRemovals, tripped) => {
    expect(trips(plan, { maxRemovals })).toEqual(tripped ? ["max-removals"] : []);
  });

  test("removed and expired are not added up", () => {
    const plan = planRun(
      [...rowsOf(people(10)), leaver("x-1", 500), leaver("x-2", 500)],
      people(8),
    );
    expect(
      trips(planRun([...rowsOf(people(10)), leaver("x-1", 500)], people(9)), {
        maxRemovals: [count(1)],
      }),
    ).toEqual([]);
    expect(trips(plan, { maxRemovals: [count(2)] })).toEqual([]);
    expect(trips(plan, { maxRemovals: [count(1)] })).toEqual(["max-removals"]);
  });

  test("names the accounts, how many by which cause, and the limit", () => {
    const rows = [...rowsOf(people(6)), leaver("x-2", 500), leaver("x-1", 500), leaver("y-1", 1)];
    const [, , third, ...stay] = people(6);
    const flipped = third === undefined ? [] : [{ ...third, status: "DEACTIVATED" as const }];
    const [violation, ...rest] = checkLimits(planOne(rows, [...flipped, ...stay]), {
      ...OPEN,
      maxRemovals: [percent(20)],
    });
    expect(rest).toEqual([]);
    expect(violation).toEqual({
      code: "max-removals",
      message: expect.anything(),
      accounts: ["u-001", "u-002", "u-003"],
    });
    expect(toPlainText(violation?.message ?? [])).toBe(
      "3 of 6 ACTIVE accounts would lose access (2 left the roster, 1 set to DEACTIVATED), and max-removals allows 2 (20% of 6, rounded up).",
    );
    const [both] = checkLimits(planOne(rows, [...flipped, ...stay]), {
      ...OPEN,
      maxRemovals: [percent(50), count(1)],
    });
    expect(toPlainText(both?.message ?? [])).toBe(
      "3 of 6 ACTIVE accounts would lose access (2 left the roster, 1 set to DEACTIVATED), and max-removals allows 1. 2 of 9 accounts in Vanta have expired and would be left out, and max-removals allows 1.",
    );
    expect(both?.accounts).toEqual(["u-001", "u-002", "u-003", "x-1", "x-2"]);
    const [expired] = checkLimits(planOne(rows, people(6)), { ...OPEN, maxRemovals: [count(0)] });
    expect(toPlainText(expired?.message ?? [])).toBe(
      "2 of 9 accounts in Vanta have expired and would be left out, and max-removals allows 0.",
    );
    expect(expired?.accounts).toEqual(["x-1", "x-2"]);
  });

  test("names those only who are over the limit: not the one removal beside two expired", () => {
    const rows = [...rowsOf(people(10)), leaver("x-1", 500), leaver("x-2", 500)];
    const [violation] = checkLimits(planOne(rows, people(9)), { ...OPEN, maxRemovals: [count(1)] });
    expect(violation?.accounts).toEqual(["x-1", "x-2"]);
  });

  test("a flip to DEACTIVATED counts whatever else changes; the word alone, in another field, does not", () => {
    expect(
      trips(shift(2, 1, { status: "DEACTIVATED", fullName: "New" }), { maxRemovals: [count(0)] }),
    ).toEqual(["max-removals"]);
    expect(trips(shift(2, 1, { fullName: "DEACTIVATED" }), { maxRemovals: [count(0)] })).toEqual(
      [],
    );
  });

  test("names an account once that is both removed and expired, since its row cannot be sent on", () => {
    const [violation] = checkLimits(planOne([row("u-1", { email: null })], [account("u-2")]), {
      ...OPEN,
      maxRemovals: [count(0)],
    });
    expect(violation?.accounts).toEqual(["u-1"]);
  });
});

describe("max-access-changes", () => {
  test.each<[string, Plan, readonly Limit[], boolean]>([
    ["a count: at", shift(10, 3, { permissionLevel: "ADMIN" }), [count(3)], false],
    ["a count: over", shift(10, 4, { permissionLevel: "ADMIN" }), [count(3)], true],
    ["50% of 10: at", shift(10, 5, { permissionLevel: "ADMIN" }), [percent(50)], false],
    ["50% of 10: over", shift(10, 6, { permissionLevel: "ADMIN" }), [percent(50)], true],
    [
      "50% of 11 is rounded up to 6: at",
      shift(11, 6, { permissionLevel: "ADMIN" }),
      [percent(50)],
      false,
    ],
    [
      "50% of 11 is rounded up to 6: over",
      shift(11, 7, { permissionLevel: "ADMIN" }),
      [percent(50)],
      true,
    ],
    [
      "both limits: over one",
      shift(10, 2, { permissionLevel: "ADMIN" }),
      [percent(50), count(1)],
      true,
    ],
    [
      "back to ACTIVE: at",
      shift(4, 2, { status: "ACTIVE" }, { status: "DEACTIVATED" }),
      [count(2)],
      false,
    ],
    [
      "back to ACTIVE: over",
      shift(4, 2, { status: "ACTIVE" }, { status: "DEACTIVATED" }),
      [count(1)],
      true,
    ],
    [
      "from an unknown status to ACTIVE",
      shift(4, 2, { status: "ACTIVE" }, { status: "SUSPENDED" }),
      [count(1)],
      true,
    ],
    [
      "to DEACTIVATED is a removal, not this",
      shift(4, 4, { status: "DEACTIVATED" }),
      [count(0)],
      false,
    ],
    [
      "an account counts once",
      shift(4, 2, { email: "new@example.com", permissionLevel: "ADMIN", authMethod: "TOKEN" }),
      [count(2)],
      false,
    ],
    [
      "additions are no changes",
      planRun([], people(5, { permissionLevel: "ADMIN" })),
      [count(0)],
      false,
    ],
  ])("%s", (_, plan, maxAccessChanges, tripped) => {
    expect(trips(plan, { maxAccessChanges })).toEqual(tripped ? ["max-access-changes"] : []);
  });

  test("N% is of the current accounts, DEACTIVATED ones too", () => {
    const rows = [...rowsOf(people(2)), leaver("x-1", 1), leaver("x-2", 1)];
    const plan = planRun(rows, people(2, { permissionLevel: "ADMIN" }));
    expect(trips(plan, { maxAccessChanges: [percent(50)] })).toEqual([]);
    expect(trips(plan, { maxAccessChanges: [percent(25)] })).toEqual(["max-access-changes"]);
  });

  test("is a change of e-mail, permission level, sign-in or MFA, and of nothing else", () => {
    const counts = FIELDS.filter((field) =>
      isAccessChange({ uniqueId: "u-1", fields: [{ field, after: "x" }], account: row("u-1") }),
    );
    expect(counts).toEqual(["email", "permissionLevel", "mfaEnabled", "mfaMethods", "authMethod"]);
  });

  test.each<[string, Partial<UserAccount>, boolean]>([
    ["email", { email: "new@example.com" }, true],
    ["permissionLevel", { permissionLevel: "EDITOR" }, true],
    ["authMethod", { authMethod: "PASSWORD" }, true],
    ["mfaEnabled", { mfaEnabled: true }, true],
    ["mfaMethods", { mfaMethods: ["OTP"] }, true],
    ["email beside a name", { email: "new@example.com", fullName: "New" }, true],
    ["fullName", { fullName: "New" }, false],
    ["fullName, though it be ACTIVE", { fullName: "ACTIVE" }, false],
    ["groupIds", { groupIds: ["g-1"] }, false],
    ["deactivatedTimestamp", { deactivatedTimestamp: "2025-01-01T00:00:00Z" }, false],
  ])("%s counts: %#", (_, fields, counts) => {
    expect(trips(shift(1, 1, fields), { maxAccessChanges: [count(0)] })).toEqual(
      counts ? ["max-access-changes"] : [],
    );
    expect(
      trips(shift(2, 1, { ...fields, status: "ACTIVE" }, { status: "DEACTIVATED" }), {
        maxAccessChanges: [count(0)],
      }),
    ).toHaveLength(1);
  });

  test("names the accounts and the limit", () => {
    const [violation] = checkLimits(
      planOne(rowsOf(people(4)), people(4, { permissionLevel: "ADMIN" })),
      {
        ...OPEN,
        maxAccessChanges: [percent(50)],
      },
    );
    expect(violation).toMatchObject({
      code: "max-access-changes",
      accounts: ["u-001", "u-002", "u-003", "u-004"],
    });
    expect(toPlainText(violation?.message ?? [])).toBe(
      "The access of 4 of 4 accounts would change (e-mail, permission level, sign-in, MFA, or back to ACTIVE), and max-access-changes allows 2 (50% of 4, rounded up).",
    );
  });
});

describe("the defaults", () => {
  test("let a usual day pass, and stop the usual accidents", () => {
    expect(approve(exodus(10, 2), DEFAULTS, NOBODY).violations).toEqual([]);
    expect(codes(approve(exodus(10, 3), DEFAULTS, NOBODY).violations)).toEqual(["max-removals"]);
    expect(
      codes(approve(shift(10, 6, { authMethod: "PASSWORD" }), DEFAULTS, NOBODY).violations),
    ).toEqual(["max-access-changes"]);
    expect(codes(approve(planRun(rowsOf(people(3)), []), DEFAULTS, NOBODY).violations)).toEqual([
      "empty-roster",
      "max-removals",
    ]);
  });
});

describe("approval", () => {
  const plan = planRun(
    rowsOf(people(10)),
    people(5).map((one) => ({ ...one, permissionLevel: "ADMIN" as const })),
  );
  const empty = planRun(rowsOf(people(10)), []);
  const strict: Limits = {
    allowEmpty: false,
    maxRemovals: [count(0)],
    maxAccessChanges: [count(0)],
  };
  const OTHER = `sha256:${"0".repeat(64)}`;
  const approval = (
    approvedPlan: string | undefined,
    ...approvalsFile: readonly string[]
  ): Approval => ({
    ...(approvedPlan === undefined ? {} : { approvedPlan }),
    approvalsFile: new Set(approvalsFile),
  });

  test("approved-plan of this digest lets it pass, and says so", () => {
    const { violations, approved } = approve(plan, strict, approval(plan.digest));
    expect(violations).toMatchObject([
      { code: "max-removals", waivedBy: "approved-plan" },
      { code: "max-access-changes", waivedBy: "approved-plan" },
    ]);
    expect(violations.some(isInForce)).toBe(false);
    expect(approved).toHaveLength(1);
    expect(approve(empty, strict, approval(empty.digest))).toMatchObject({
      violations: [{ code: "empty-roster", waivedBy: "approved-plan" }, { code: "max-removals" }],
      approved: [{}],
    });
  });

  test("its digest in the approvals file lets it pass, and says so", () => {
    expect(
      approve(plan, strict, NOBODY).violations.some(({ waivedBy }) => waivedBy !== undefined),
    ).toBe(false);
    const { violations, approved } = approve(plan, strict, approval(undefined, OTHER, plan.digest));
    expect(violations.map(({ waivedBy }) => waivedBy)).toEqual([
      "approvals-file",
      "approvals-file",
    ]);
    expect(approved).toHaveLength(1);
  });

  test("with any other plan the approvals file is as if absent", () => {
    expect(approve(plan, strict, approval(undefined, OTHER))).toEqual(
      approve(plan, strict, NOBODY),
    );
    expect(approve(plan, OPEN, approval(undefined, OTHER)).approved).toHaveLength(1);
  });

  test("approved-plan of another digest trips plan-changed, which nothing waives", () => {
    const { violations, approved } = approve(plan, OPEN, approval(OTHER));
    expect(violations).toEqual([
      { code: "plan-changed", message: expect.anything(), accounts: [] },
    ]);
    expect(toPlainText(violations[0]?.message ?? [])).toBe(
      `approved-plan is ${OTHER}, and the plan of this run is ${plan.digest}: the roster or Vanta changed since it was approved. Review this plan and approve its digest.`,
    );
    expect(approved).toBeUndefined();
    const listed = approve(plan, strict, approval(OTHER, plan.digest));
    expect(listed.violations.map(({ code, waivedBy }) => [code, waivedBy])).toEqual([
      ["max-removals", "approvals-file"],
      ["max-access-changes", "approvals-file"],
      ["plan-changed", undefined],
    ]);
    expect(listed.approved).toBeUndefined();
  });

  test("both say yes: by approved-plan", () => {
    expect(approve(plan, strict, approval(plan.digest, plan.digest)).violations[0]?.waivedBy).toBe(
      "approved-plan",
    );
  });

  test("without a violation nothing is waived", () => {
    expect(approve(plan, OPEN, approval(plan.digest)).violations).toEqual([]);
  });
});

describe("the seal", () => {
  test("holds the plan whole: what is sent, for every resource", () => {
    const plan = combinePlans(
      ["b", "a"].map((id) =>
        planResource(id, [leaver("u-9", 1)], desired([account("u-1")]), retention()),
      ),
    );
    const { approved } = approve(plan, DEFAULTS, NOBODY);
    expect(
      approved?.map(({ resourceId, resources, plan: one }) => ({
        resourceId,
        resources,
        plan: one,
      })),
    ).toEqual(
      plan.resources.map((one) => ({
        resourceId: one.resourceId,
        resources: one.resources,
        plan: one,
      })),
    );
    // What goes over the wire holds nothing of the seal.
    expect(JSON.parse(JSON.stringify(approved?.[0]))).not.toHaveProperty("approved");
  });

  test("one resource over its limit holds back all", () => {
    const fine = planResource("a", [], desired([account("u-1")]), retention());
    const bad = planResource("b", rowsOf(people(10)), desired([account("u-1")]), retention());
    const { violations, approved } = approve(combinePlans([fine, bad]), DEFAULTS, NOBODY);
    expect(violations).toMatchObject([{ code: "max-removals", resourceId: "b" }]);
    expect(approved).toBeUndefined();
  });

  test("cannot be made elsewhere: the compiler refuses what only looks like it", () => {
    const plan = planOne([], [account("u-1")]);
    // @ts-expect-error the symbol of the seal is not exported
    const forged: Approved = { resourceId: RESOURCE, resources: plan.resources, plan };
    expect(Object.getOwnPropertySymbols(forged)).toEqual([]);
    const real: object = approve(combinePlans([plan]), OPEN, NOBODY).approved?.[0] ?? {};
    expect(Object.getOwnPropertySymbols(real).map((seal) => Reflect.get(real, seal))).toEqual([
      true,
    ]);
  });

  test("law: never without a word while a violation is in force, always without one", () => {
    const limit = fc.oneof(
      fc.integer({ min: 0, max: 3 }).map(count),
      fc.integer({ min: 0, max: 100 }).map(percent),
    );
    const limits = fc.record({
      allowEmpty: fc.boolean(),
      maxRemovals: fc.array(limit, { minLength: 1, maxLength: 2 }),
      maxAccessChanges: fc.array(limit, { minLength: 1, maxLength: 2 }),
    });
    fc.assert(
      fc.property(
        anyScenario,
        limits,
        fc.constantFrom("none", "this", "other"),
        fc.constantFrom("none", "this", "other"),
        (scenario, bounds, input, file) => {
          const plan = combinePlans([planScenario(scenario)]);
          const digest = { none: undefined, this: plan.digest, other: `sha256:${"f".repeat(64)}` };
          const approvedPlan = digest[input];
          const listed = digest[file];
          const given: Approval = {
            ...(approvedPlan === undefined ? {} : { approvedPlan }),
            approvalsFile: new Set(listed === undefined ? [] : [listed]),
          };
          const { violations, approved } = approve(plan, bounds, given);
          const tripped = checkLimits(planScenario(scenario), bounds).length > 0;
          const free = input !== "other" && (!tripped || input === "this" || file === "this");
          expect(approved !== undefined).toBe(free);
          expect(violations.some(isInForce)).toBe(!free);
        },
      ),
    );
  });

  test("law: a higher limit never refuses what a lower one lets pass", () => {
    fc.assert(
      fc.property(anyScenario, fc.integer({ min: 0, max: 99 }), (scenario, value) => {
        const plan = combinePlans([planScenario(scenario)]);
        const at = (share: number): Limits => ({
          ...OPEN,
          maxRemovals: [percent(share)],
          maxAccessChanges: [percent(share)],
        });
        const lower = codes(approve(plan, at(value), NOBODY).violations);
        const higher = codes(approve(plan, at(value + 1), NOBODY).violations);
        expect(lower).toEqual(expect.arrayContaining(higher));
      }),
    );
  });
});
