// The guards: both sides of every limit, who counts, who may waive them, and what `approve` seals.
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { FIELDS, type Row, type UserAccount } from "../../src/model/account.js";
import type { Approval, Limit, Limits } from "../../src/model/limits.js";
import { toPlainText } from "../../src/model/message.js";
import { isAccessChange, isChange, type Violation } from "../../src/model/outcome.js";
import {
  type Approved,
  approve,
  checkEmpty,
  checkLimits,
  isInForce,
} from "../../src/plan/guards.js";
import { type Plan, planAll } from "../../src/plan/plan.js";
import {
  account,
  leaver,
  people,
  planInput,
  planOne,
  planRun,
  policy,
  RESOURCE,
  row,
  rowsOf,
  tombstone,
} from "../support/accounts.js";
import { anyScenario, planScenario } from "../support/arbitraries.js";

const count = (value: number): Limit => ({ kind: "count", value });
const percent = (value: number): Limit => ({ kind: "percent", value });

/** The defaults of the inputs. */
const DEFAULTS: Limits = {
  allowEmpty: false,
  maxRemovals: [percent(20)],
  maxRemovalsPerDay: [percent(50)],
  maxAccessChanges: [percent(50)],
};
const OPEN: Limits = {
  allowEmpty: true,
  maxRemovals: [],
  maxRemovalsPerDay: [],
  maxAccessChanges: [],
};
const NO_APPROVAL: Approval = { approvalsFile: new Map() };

const codes = (violations: readonly Violation[]) => violations.map(({ code }) => code);
const trips = (plan: Plan, limits: Partial<Limits>) =>
  codes(approve(plan, { ...OPEN, ...limits }, NO_APPROVAL).violations);
const messages = (violations: readonly Violation[]) =>
  violations.map(({ message }) => toPlainText(message));

/** Of `active` ACTIVE rows, `left` are not in the roster and `flipped` are DEACTIVATED there. */
function exodus(active: number, left: number, flipped = 0, others: readonly Row[] = []): Plan {
  const everyone = people(active);
  const stay = everyone
    .slice(left)
    .map((one, index): UserAccount => (index < flipped ? { ...one, status: "DEACTIVATED" } : one));
  return planRun([...rowsOf(everyone), ...others], [...stay, account("u-new")]);
}

/** Of `current` rows, `changed` differ: the roster has `fields`, Vanta `before`. */
function shift(
  current: number,
  changed: number,
  fields: Partial<UserAccount>,
  before: Readonly<Record<string, unknown>> = {},
): Plan {
  const everyone = people(current);
  const rows = rowsOf(everyone).map((one, index) =>
    index < changed ? { ...one, ...before } : one,
  );
  return planRun(
    rows,
    everyone.map((one, index) => (index < changed ? { ...one, ...fields } : one)),
  );
}

const leavers = (number: number, days: number, fields = {}) =>
  Array.from({ length: number }, (_, index) => leaver(`x-${index}`, days, fields));

describe("empty-roster", () => {
  test("a roster without accounts, unless that is allowed", () => {
    expect(trips(planRun([], []), { allowEmpty: false })).toEqual(["empty-roster"]);
    expect(trips(planRun([], []), { allowEmpty: true })).toEqual([]);
    expect(trips(planRun([], [account("u-1")]), { allowEmpty: false })).toEqual([]);
  });

  test("each roster counts, not what would be sent", () => {
    const inputs = [
      planInput("a", [leaver("u-1", 9)], [account("u-2")]),
      planInput("b", [leaver("u-1", 9)], []),
    ];
    const { violations, approved } = approve(planAll(inputs, policy()), DEFAULTS, NO_APPROVAL);
    expect(violations).toMatchObject([{ code: "empty-roster", resourceId: "b", accounts: [] }]);
    expect(approved).toBeUndefined();
  });

  test("says what would happen, and how to allow it", () => {
    expect(messages(checkEmpty(0, { allowEmpty: false }, RESOURCE))).toEqual([
      "The roster has no accounts, so every account would be removed. If this is intended, set allow-empty: true.",
    ]);
    expect(checkEmpty(1, { allowEmpty: false }, RESOURCE)).toEqual([]);
  });
});

describe("max-removals", () => {
  test.each<[string, Plan, readonly Limit[], boolean]>([
    ["a count: at", exodus(10, 3), [count(3)], false],
    ["a count: over", exodus(10, 4), [count(3)], true],
    ["none at all: none", exodus(10, 0), [count(0)], false],
    ["none at all: one", exodus(10, 1), [count(0)], true],
    ["20% of 10: at", exodus(10, 2), [percent(20)], false],
    ["20% of 10: over", exodus(10, 3), [percent(20)], true],
    ["20% of 11 is rounded up to 3: at", exodus(11, 3), [percent(20)], false],
    ["20% of 11 is rounded up to 3: over", exodus(11, 4), [percent(20)], true],
    ["20% of 1 is rounded up to 1", exodus(1, 1), [percent(20)], false],
    ["0%: one is too many", exodus(100, 1), [percent(0)], true],
    ["100%: everyone may go", exodus(10, 10), [percent(100)], false],
    ["7% of 100 is 7, whatever floats make of it: at", exodus(100, 7), [percent(7)], false],
    ["7% of 100 is 7: over", exodus(100, 8), [percent(7)], true],
    ["14.5% of 200 is 29: at", exodus(200, 29), [percent(14.5)], false],
    ["14.5% of 200 is 29: over", exodus(200, 30), [percent(14.5)], true],
    ["0.01% of 100 is rounded up to 1: at", exodus(100, 1), [percent(0.01)], false],
    ["0.01% of 100 is rounded up to 1: over", exodus(100, 2), [percent(0.01)], true],
    ["both limits: within", exodus(10, 2), [count(2), percent(20)], false],
    ["both limits: over the count only", exodus(10, 2), [count(1), percent(20)], true],
    ["both limits: over the percentage only", exodus(10, 3), [count(50), percent(20)], true],
    ["set to DEACTIVATED counts, too: at", exodus(10, 1, 1), [percent(20)], false],
    ["set to DEACTIVATED counts, too: over", exodus(10, 1, 2), [percent(20)], true],
    ["set to DEACTIVATED counts alone: at", exodus(10, 0, 2), [percent(20)], false],
    ["set to DEACTIVATED counts alone: over", exodus(10, 0, 3), [percent(20)], true],
    ["N% is of ACTIVE rows only", exodus(10, 3, 0, leavers(90, 9)), [percent(20)], true],
    ["carried rows do not count", exodus(10, 2, 0, leavers(90, 9)), [percent(20)], false],
    ["expired rows do not count", exodus(10, 2, 0, leavers(90, 500)), [percent(20)], false],
    [
      "rows that cannot be carried count: at",
      exodus(10, 1, 0, leavers(1, 9, { email: null })),
      [percent(20)],
      false,
    ],
    [
      "rows that cannot be carried count: over",
      exodus(10, 1, 0, leavers(2, 9, { email: null })),
      [percent(20)],
      true,
    ],
  ])("%s", (_, plan, maxRemovals, isTripped) => {
    expect(trips(plan, { maxRemovals })).toEqual(isTripped ? ["max-removals"] : []);
  });

  test.each([{ onRemoval: "omit" } as const, { forget: ["u-001", "u-002", "u-003"] }])(
    "a removal counts with %j",
    (options) => {
      const plan = planRun(rowsOf(people(10)), people(10).slice(3), options);
      expect(trips(plan, { maxRemovals: [count(3)] })).toEqual([]);
      expect(trips(plan, { maxRemovals: [count(2)] })).toEqual(["max-removals"]);
    },
  );

  test("DEACTIVATED rows that are deleted by forget do not count", () => {
    const plan = planRun(leavers(3, 9), [account("u-1")], { forget: ["x-0", "x-1", "x-2"] });
    expect(trips(plan, { maxRemovals: [count(0)] })).toEqual([]);
  });

  test("a row that was DEACTIVATED before does not count, whatever else changes", () => {
    const same = { status: "DEACTIVATED", fullName: "New" } as const;
    const plan = planRun(leavers(1, 9), [account("x-0", same)]);
    expect(trips(plan, { maxRemovals: [count(0)] })).toEqual([]);
  });

  test("a change to DEACTIVATED counts, whatever else changes; the word in another field does not", () => {
    const flip = shift(2, 1, { status: "DEACTIVATED", fullName: "New" });
    expect(trips(flip, { maxRemovals: [count(0)] })).toEqual(["max-removals"]);
    const word = shift(2, 1, { fullName: "DEACTIVATED" });
    expect(trips(word, { maxRemovals: [count(0)] })).toEqual([]);
  });

  test("a row of an unknown status counts as ACTIVE", () => {
    const rows = ["a", "b", "c", "d", "e"].map((id) => row(id, { status: "SUSPENDED" }));
    const stay = (...ids: string[]) =>
      planRun(
        rows,
        ids.map((id) => account(id)),
      );
    expect(trips(stay("b", "c", "d", "e"), { maxRemovals: [percent(20)] })).toEqual([]);
    expect(trips(stay("c", "d", "e"), { maxRemovals: [percent(20)] })).toEqual(["max-removals"]);
  });

  test("names the accounts, how many by which cause, and the limit", () => {
    const rows = [...rowsOf(people(6)), leaver("x-1", 9, { email: null }), leaver("x-2", 9)];
    const [, , third, ...stay] = people(6);
    const flipped = third === undefined ? [] : [{ ...third, status: "DEACTIVATED" as const }];
    const violations = checkLimits([planOne(rows, [...flipped, ...stay])], {
      ...OPEN,
      maxRemovals: [percent(20)],
    });
    expect(violations).toEqual([
      {
        code: "max-removals",
        resourceId: RESOURCE,
        counted: { accounts: 4, whole: 6, limit: 2 },
        message: expect.anything(),
        accounts: ["u-001", "u-002", "u-003", "x-1"],
      },
    ]);
    expect(messages(violations)).toEqual([
      "4 of 6 ACTIVE accounts would be removed (2 left the roster, 1 set to DEACTIVATED, 1 cannot be sent), and max-removals allows 2 (20% of 6, rounded up).",
    ]);
    const counts = checkLimits([planOne(rows.slice(0, 6), stay)], {
      ...OPEN,
      maxRemovals: [count(1)],
    });
    expect(messages(counts)).toEqual([
      "3 of 6 ACTIVE accounts would be removed (3 left the roster, 0 set to DEACTIVATED), and max-removals allows 1.",
    ]);
  });

  test("a removed row that cannot be sent is told by that cause", () => {
    const rows = [row("u-1", { email: null }), row("u-2")];
    const [message] = messages(
      checkLimits([planOne(rows, [account("u-3")])], { ...OPEN, maxRemovals: [count(0)] }),
    );
    expect(message).toContain("(1 left the roster, 0 set to DEACTIVATED, 1 cannot be sent)");
  });
});

describe("a limit over several resources", () => {
  test("of which there are none: nothing trips", () => {
    expect(
      checkLimits([], { ...OPEN, maxRemovals: [count(0)], maxAccessChanges: [percent(0)] }),
    ).toEqual([]);
  });

  const plan = (...left: readonly number[]) =>
    planAll(
      left.map((number, index) =>
        planInput(`r-${index}`, rowsOf(people(10)), people(10).slice(number)),
      ),
      policy(),
    );

  test("a count is for all of them together", () => {
    expect(trips(plan(2, 3), { maxRemovals: [count(5)] })).toEqual([]);
    const { violations } = approve(plan(2, 3), { ...OPEN, maxRemovals: [count(4)] }, NO_APPROVAL);
    expect(violations).toMatchObject([
      { code: "max-removals", counted: { accounts: 5, whole: 20, limit: 4 } },
    ]);
    expect(violations[0]?.resourceId).toBeUndefined();
    expect(messages(violations)[0]).toMatch(/^5 of 20 ACTIVE accounts .* \(5 left the roster/);
  });

  test("a percentage is for each", () => {
    expect(trips(plan(2, 2), { maxRemovals: [percent(20)] })).toEqual([]);
    const both = approve(plan(3, 4), { ...OPEN, maxRemovals: [percent(20)] }, NO_APPROVAL);
    expect(both.violations).toMatchObject([
      { code: "max-removals", resourceId: "r-0", counted: { accounts: 3, limit: 2 } },
      { code: "max-removals", resourceId: "r-1", counted: { accounts: 4, limit: 2 } },
    ]);
  });

  test("each violated limit is told; for a single resource once", () => {
    const maxRemovals = [percent(20), count(1)];
    expect(trips(plan(3, 0), { maxRemovals })).toEqual(["max-removals", "max-removals"]);
    expect(trips(plan(3), { maxRemovals })).toEqual(["max-removals"]);
  });

  test("one over its limit stops all", () => {
    const { violations, approved } = approve(plan(0, 3), DEFAULTS, NO_APPROVAL);
    expect(violations).toMatchObject([{ resourceId: "r-1" }]);
    expect(approved).toBeUndefined();
  });
});

describe("max-removals-per-day", () => {
  const recent = (number: number, hours: number) => leavers(number, hours / 24);

  test.each<[string, Plan, readonly Limit[], boolean]>([
    ["those of the last 24 hours count: at", exodus(10, 2, 0, recent(3, 23)), [count(5)], false],
    ["those of the last 24 hours count: over", exodus(10, 2, 0, recent(3, 23)), [count(4)], true],
    ["those of 25 hours ago do not", exodus(10, 2, 0, recent(3, 25)), [count(2)], false],
    ["those in the future do", exodus(10, 2, 0, recent(3, -1000)), [count(4)], true],
    ["N% is of ACTIVE accounts and them: at", exodus(10, 4, 0, recent(2, 1)), [percent(50)], false],
    [
      "N% is of ACTIVE accounts and them: over",
      exodus(10, 5, 0, recent(2, 1)),
      [percent(50)],
      true,
    ],
    ["a plan that removes no one is fine", exodus(10, 0, 0, recent(9, 1)), [count(0)], false],
    ["set to DEACTIVATED by the plan counts", exodus(10, 0, 1, recent(3, 1)), [count(3)], true],
  ])("%s", (_, plan, maxRemovalsPerDay, isTripped) => {
    const expected = isTripped ? ["max-removals-per-day"] : [];
    expect(trips(plan, { maxRemovalsPerDay })).toEqual(expected);
  });

  test("a count is for all resources: one that removes no one adds those it lost before", () => {
    const inputs = [
      planInput("a", rowsOf(people(4)), people(3)),
      planInput("b", [...rowsOf(people(4)), ...recent(3, 1)], people(4)),
    ];
    const plan = planAll(inputs, policy());
    expect(trips(plan, { maxRemovalsPerDay: [count(4)] })).toEqual([]);
    expect(trips(plan, { maxRemovalsPerDay: [count(3)] })).toEqual(["max-removals-per-day"]);
    expect(trips(plan, { maxRemovalsPerDay: [percent(25)] })).toEqual([]);
  });

  test("names the accounts, the causes, and the limit", () => {
    const plan = exodus(10, 2, 1, recent(4, 2));
    const violations = checkLimits(plan.resources, { ...OPEN, maxRemovalsPerDay: [percent(40)] });
    expect(violations).toMatchObject([
      {
        counted: { accounts: 7, whole: 14, limit: 6 },
        accounts: ["u-001", "u-002", "u-003", "x-0", "x-1", "x-2", "x-3"],
      },
    ]);
    expect(messages(violations)).toEqual([
      "7 of 14 accounts would be removed within 24 hours (2 left the roster, 1 set to DEACTIVATED, 4 before this plan), and max-removals-per-day allows 6 (40% of 14, rounded up).",
    ]);
  });
});

describe("who left in the last 24 hours", () => {
  const recentlyRemoved = (rows: readonly Row[], accounts: readonly UserAccount[] = []) =>
    planOne(rows, accounts).recentlyRemoved;
  const HOUR = 1 / 24;
  const MS = HOUR / 3_600_000;

  test.each<[string, Row, boolean]>([
    ["DEACTIVATED a day ago", leaver("u", 1), true],
    ["DEACTIVATED longer ago", leaver("u", 1 + MS), false],
    ["DEACTIVATED in the future", leaver("u", -400), true],
    ["DEACTIVATED at an unreadable time", leaver("u", 1, { deactivatedTimestamp: "now" }), false],
    [
      "ACTIVE with a time",
      row("u", { deactivatedTimestamp: leaver("u", 0)["deactivatedTimestamp"] }),
      false,
    ],
    ["deleted a day ago", tombstone("u", 1), true],
    ["deleted longer ago", tombstone("u", 1 + MS), false],
    ["deleted in the future", tombstone("u", -400), true],
    ["deleted at an unreadable time", tombstone("u", 1, { deletedAt: "now" }), false],
    ["deleted with an unknown status", tombstone("u", HOUR, { status: "SUSPENDED" }), true],
    ["deleted when DEACTIVATED for long", tombstone("u", HOUR, { status: "DEACTIVATED" }), false],
  ])("%s", (_, one, counts) => {
    expect(recentlyRemoved([one])).toEqual(counts ? ["u"] : []);
  });

  test("but not who is ACTIVE in the roster again", () => {
    const rows = [leaver("u-1", HOUR), tombstone("u-2", HOUR), tombstone("u-3", HOUR)];
    const accounts = [account("u-1"), account("u-2"), account("u-3", { status: "DEACTIVATED" })];
    expect(recentlyRemoved(rows, accounts)).toEqual(["u-3"]);
  });

  test("an account once, and no deleted row beside a live one", () => {
    const rows = [
      tombstone("u-1", HOUR),
      tombstone("u-1", HOUR),
      tombstone("u-2", HOUR),
      row("u-2"),
    ];
    expect(recentlyRemoved(rows)).toEqual(["u-1"]);
  });
});

describe("max-access-changes", () => {
  const ADMIN = { permissionLevel: "ADMIN" } as const;

  test.each<[string, Plan, readonly Limit[], boolean]>([
    ["a count: at", shift(10, 3, ADMIN), [count(3)], false],
    ["a count: over", shift(10, 4, ADMIN), [count(3)], true],
    ["50% of 10: at", shift(10, 5, ADMIN), [percent(50)], false],
    ["50% of 10: over", shift(10, 6, ADMIN), [percent(50)], true],
    ["50% of 11 is rounded up to 6: at", shift(11, 6, ADMIN), [percent(50)], false],
    ["50% of 11 is rounded up to 6: over", shift(11, 7, ADMIN), [percent(50)], true],
    ["both limits: over one", shift(10, 2, ADMIN), [percent(50), count(1)], true],
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
    ["from an unknown status", shift(4, 2, {}, { status: "SUSPENDED" }), [count(1)], true],
    ["to DEACTIVATED is a removal", shift(4, 4, { status: "DEACTIVATED" }), [count(0)], false],
    [
      "an account counts once",
      shift(4, 2, { ...ADMIN, email: "new@example.com", authMethod: "TOKEN" }),
      [count(2)],
      false,
    ],
    ["added accounts do not count", planRun([], people(5, ADMIN)), [count(0)], false],
    [
      "N% is of all current accounts: at",
      planRun([...rowsOf(people(2)), ...leavers(2, 9)], people(2, ADMIN)),
      [percent(50)],
      false,
    ],
    [
      "N% is of all current accounts: over",
      planRun([...rowsOf(people(2)), ...leavers(2, 9)], people(2, ADMIN)),
      [percent(25)],
      true,
    ],
  ])("%s", (_, plan, maxAccessChanges, isTripped) => {
    expect(trips(plan, { maxAccessChanges })).toEqual(isTripped ? ["max-access-changes"] : []);
  });

  test("these fields count, and no others", () => {
    const counted = FIELDS.filter((field) => isAccessChange([{ field, after: "x" }]));
    expect(counted).toEqual(["email", "permissionLevel", "mfaEnabled", "mfaMethods", "authMethod"]);
    expect(trips(shift(1, 1, { fullName: "ACTIVE" }), { maxAccessChanges: [count(0)] })).toEqual(
      [],
    );
  });

  test.each<[string, Partial<UserAccount>, number]>([
    ["with the same access does not count", {}, 0],
    ["with another level counts once", ADMIN, 1],
    ["with another sign-in counts once", { authMethod: "PASSWORD", mfaEnabled: true }, 1],
    ["with another name does not count", { fullName: "Ada" }, 0],
  ])("a re-keyed pair %s", (_, fields, counted) => {
    const same = { email: "ada@example.com" };
    const plan = planRun([row("u-1", same)], [account("u-9", { ...same, ...fields })]);
    expect(plan.resources[0]?.rekeyed).toHaveLength(1);
    const violations = checkLimits(plan.resources, { ...OPEN, maxAccessChanges: [count(0)] });
    expect(violations.map(({ accounts }) => accounts)).toEqual(counted === 0 ? [] : [["u-9"]]);
  });

  test("names the accounts and the limit", () => {
    const violations = checkLimits(shift(4, 4, ADMIN).resources, {
      ...OPEN,
      maxAccessChanges: [percent(50)],
    });
    expect(violations).toMatchObject([
      {
        counted: { accounts: 4, whole: 4, limit: 2 },
        accounts: ["u-001", "u-002", "u-003", "u-004"],
      },
    ]);
    expect(messages(violations)).toEqual([
      "The access of 4 of 4 accounts would change (email, permission level, sign-in, MFA, or back to ACTIVE), and max-access-changes allows 2 (50% of 4, rounded up).",
    ]);
  });
});

test("the defaults let an ordinary day pass and stop the ordinary accidents", () => {
  expect(trips(exodus(10, 2), DEFAULTS)).toEqual([]);
  expect(trips(exodus(10, 3), DEFAULTS)).toEqual(["max-removals"]);
  const PASSWORD = { authMethod: "PASSWORD" } as const;
  expect(trips(shift(10, 6, PASSWORD), DEFAULTS)).toEqual(["max-access-changes"]);
  expect(trips(planRun(rowsOf(people(3)), []), DEFAULTS)).toEqual([
    "empty-roster",
    "max-removals",
    "max-removals-per-day",
  ]);
});

describe("approval", () => {
  const plan = planRun(
    rowsOf(people(10)),
    people(5).map((one) => ({ ...one, permissionLevel: "ADMIN" as const })),
  );
  const empty = planRun(rowsOf(people(10)), []);
  const STRICT: Limits = {
    allowEmpty: false,
    maxRemovals: [count(0)],
    maxRemovalsPerDay: [count(0)],
    maxAccessChanges: [count(0)],
  };
  const OTHER = `sha256:${"0".repeat(64)}`;
  const approval = (approvedPlan: string | undefined, ...listed: string[]): Approval => ({
    approvedPlan,
    approvalsFile: new Map(listed.map((digest) => [digest, 1])),
  });
  const waivers = (violations: readonly Violation[]) =>
    violations.map(({ code, waivedBy }) => `${code} ${waivedBy}`);

  test("approved-plan, if it is this plan's digest", () => {
    const { violations, approved } = approve(plan, STRICT, approval(plan.digest));
    expect(waivers(violations)).toEqual([
      "max-removals approved-plan",
      "max-removals-per-day approved-plan",
      "max-access-changes approved-plan",
    ]);
    expect(approved).toHaveLength(1);
    const all = approve(empty, STRICT, approval(empty.digest));
    expect(waivers(all.violations)).toContain("empty-roster approved-plan");
    expect(all.approved).toHaveLength(1);
  });

  test("the approvals file, if it has this plan's digest", () => {
    const listed = approve(plan, STRICT, approval(undefined, OTHER, plan.digest));
    expect(new Set(listed.violations.map(({ waivedBy }) => waivedBy))).toEqual(
      new Set(["approvals-file"]),
    );
    expect(listed.approved).toHaveLength(1);
    const both = approve(plan, STRICT, approval(plan.digest, plan.digest));
    expect(both.violations[0]?.waivedBy).toBe("approved-plan");
  });

  test("an approvals file with other digests has no effect", () => {
    const other = approval(undefined, OTHER);
    expect(approve(plan, STRICT, other)).toEqual(approve(plan, STRICT, NO_APPROVAL));
    expect(approve(plan, OPEN, other).approved).toHaveLength(1);
  });

  test("another digest as approved-plan trips plan-changed, which the file does not waive", () => {
    const { violations, approved } = approve(plan, OPEN, approval(OTHER));
    expect(waivers(violations)).toEqual(["plan-changed undefined"]);
    expect(messages(violations)).toEqual([
      `approved-plan is ${OTHER}, but the plan of this run is ${plan.digest}: the roster or Vanta changed since it was approved. Review this plan and approve its digest.`,
    ]);
    expect(approved).toBeUndefined();
    const listed = approve(plan, STRICT, approval(OTHER, plan.digest));
    expect(waivers(listed.violations)).toContain("max-removals approvals-file");
    expect(waivers(listed.violations)).toContain("plan-changed undefined");
    expect(listed.approved).toBeUndefined();
  });

  test("plan-changed does not trip where the plan has no change", () => {
    const done = planRun([...rowsOf(people(3)), leaver("x", 500)], people(3));
    expect(done.resources.some(isChange)).toBe(false);
    expect(approve(done, STRICT, approval(OTHER))).toMatchObject({
      violations: [],
      approved: [{}],
    });
  });

  test("without a violation nothing is waived", () => {
    expect(approve(plan, OPEN, approval(plan.digest)).violations).toEqual([]);
  });
});

describe("what is approved", () => {
  test("is the whole plan: what is sent, for every resource", () => {
    const inputs = ["b", "a"].map((id) => planInput(id, [leaver("u-9", 1)], [account("u-1")]));
    const plan = planAll(inputs, policy());
    const { approved = [] } = approve(plan, DEFAULTS, NO_APPROVAL);
    expect(approved.map((one) => one.plan)).toEqual(plan.resources);
    expect(approved).toMatchObject(
      plan.resources.map(({ resourceId, resources }) => ({ resourceId, resources })),
    );
  });

  test("cannot be made elsewhere: the compiler refuses what only looks like it", () => {
    const plan = planOne([], [account("u-1")]);
    // @ts-expect-error the symbol of the seal is not exported
    const forged: Approved = { resourceId: RESOURCE, resources: plan.resources, plan };
    expect(Object.getOwnPropertySymbols(forged)).toEqual([]);
  });

  const anyLimit = fc.oneof(
    fc.integer({ min: 0, max: 3 }).map(count),
    fc.integer({ min: 0, max: 100 }).map(percent),
  );
  const anyLimits = fc.array(anyLimit, { minLength: 1, maxLength: 2 });

  test("law: there is one exactly where no violation is in force", () => {
    const limits = fc.record({
      allowEmpty: fc.boolean(),
      maxRemovals: anyLimits,
      maxRemovalsPerDay: anyLimits,
      maxAccessChanges: anyLimits,
    });
    const choice = fc.constantFrom("none", "this", "other");
    fc.assert(
      fc.property(anyScenario, limits, choice, choice, (scenario, bounds, input, file) => {
        const plan = planRun(scenario.rows, scenario.accounts, {
          ...scenario.kept,
          forget: scenario.forget,
        });
        const digest = { none: undefined, this: plan.digest, other: OTHER_DIGEST };
        const listed = digest[file];
        const { violations, approved } = approve(plan, bounds, {
          approvedPlan: digest[input],
          approvalsFile: new Map(listed === undefined ? [] : [[listed, 1]]),
        });
        const tripped =
          checkLimits(plan.resources, bounds).length +
            checkEmpty(scenario.accounts.length, bounds, RESOURCE).length >
          0;
        const isOther = input === "other" && plan.resources.some(isChange);
        const isFree = !isOther && (!tripped || input === "this" || file === "this");
        expect(approved !== undefined).toBe(isFree);
        expect(violations.some(isInForce)).toBe(!isFree);
      }),
    );
  });

  const OTHER_DIGEST = `sha256:${"f".repeat(64)}`;

  test("law: a higher limit never stops what a lower one lets pass", () => {
    fc.assert(
      fc.property(anyScenario, fc.integer({ min: 0, max: 99 }), (scenario, value) => {
        const plans = [planScenario(scenario)];
        const limits = (share: number): Limits => ({
          ...OPEN,
          maxRemovals: [percent(share)],
          maxRemovalsPerDay: [percent(share)],
          maxAccessChanges: [percent(share)],
        });
        const lower = codes(checkLimits(plans, limits(value)));
        const higher = codes(checkLimits(plans, limits(value + 1)));
        expect(lower).toEqual(expect.arrayContaining(higher));
      }),
    );
  });
});
