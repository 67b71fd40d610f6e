// Which class an account counts in, and the words and the order of the classes.
import { describe, expect, test } from "@jest/globals";
import type { Row } from "../../src/model/account.js";
import type { Changes } from "../../src/model/outcome.js";
import {
  ACCOUNT_CLASSES,
  type AccountClass,
  type AccountEffect,
  classify,
  type Effects,
  effectsInWords,
  ofClass,
} from "../../src/report/classes.js";
import { NO_CHANGES, resource } from "./outcomes.js";

type Fields = Readonly<Record<string, unknown>>;

/** An account with only the fields that matter here. */
const row = (uniqueId: string, fields: Fields = {}): Row => ({
  permissionLevel: "BASE",
  status: "ACTIVE",
  authMethod: "SSO",
  ...fields,
  uniqueId,
});

function differences(before: Fields, after: Fields) {
  return Object.entries(after).map(([field, value]) => ({
    field,
    before: before[field],
    after: value,
  }));
}

/** The only effect of these changes. */
function only(changes: Partial<Effects>): AccountEffect {
  const [effect, ...others] = classify({ ...NO_CHANGES, ...changes });
  expect(others).toEqual([]);
  if (effect === undefined) throw new Error("no effect");
  return effect;
}

function changed(before: Fields, after: Fields) {
  const account = row("u-1", { ...before, ...after });
  return only({ changed: [{ uniqueId: "u-1", account, fields: differences(before, after) }] });
}

function rekeyed(before: Fields, after: Fields): Changes {
  return {
    ...NO_CHANGES,
    removed: [{ uniqueId: "old", how: "deactivate", account: row("old", before) }],
    added: [{ uniqueId: "new", account: row("new", { ...before, ...after }) }],
    rekeyed: [{ from: "old", to: "new", fields: differences(before, after) }],
  };
}

/** Everything that may differ before and after, and the class of it: the first that fits. */
const DIFFERENCES: readonly (readonly [string, Fields, Fields, AccountClass | undefined])[] = [
  ["leaves", { status: "ACTIVE" }, { status: "DEACTIVATED" }, "loses-access"],
  [
    "leaves, on paper as an ADMIN",
    { status: "ACTIVE", permissionLevel: "BASE" },
    { status: "DEACTIVATED", permissionLevel: "ADMIN" },
    "loses-access",
  ],
  [
    "leaves from a status that only Vanta knows",
    { status: "SUSPENDED" },
    { status: "DEACTIVATED" },
    "loses-access",
  ],
  ["is made ADMIN", { permissionLevel: "EDITOR" }, { permissionLevel: "ADMIN" }, "becomes-admin"],
  [
    "is made ADMIN, from a level that only Vanta knows",
    { permissionLevel: "OWNER" },
    { permissionLevel: "ADMIN" },
    "becomes-admin",
  ],
  [
    "was a DEACTIVATED ADMIN",
    { permissionLevel: "ADMIN", status: "DEACTIVATED" },
    { status: "ACTIVE" },
    "becomes-admin",
  ],
  [
    "comes back and changes",
    { status: "DEACTIVATED", authMethod: "SSO" },
    { status: "ACTIVE", authMethod: "TOKEN" },
    "comes-back",
  ],
  [
    "is no ADMIN any more",
    { permissionLevel: "ADMIN" },
    { permissionLevel: "BASE" },
    "access-change",
  ],
  ...["email", "authMethod", "mfaEnabled", "mfaMethods"].map(
    (field) =>
      [`has another ${field}`, { [field]: "a" }, { [field]: "b" }, "access-change"] as const,
  ),
  [
    "is ADMIN, but not ACTIVE",
    { permissionLevel: "BASE", status: "DEACTIVATED" },
    { permissionLevel: "ADMIN" },
    "access-change",
  ],
  [
    "has a status that only Vanta knows, which counts as active",
    { status: "SUSPENDED" },
    { status: "ACTIVE" },
    "access-change",
  ],
  ["has another name", { fullName: "a" }, { fullName: "b" }, undefined],
  ["gains a field", {}, { roleDescription: "b" }, undefined],
  [
    "stays an ADMIN",
    { permissionLevel: "ADMIN", displayName: "a" },
    { displayName: "b" },
    undefined,
  ],
];

describe("the class of an account", () => {
  test.each(DIFFERENCES)("that %s", (_what, before, after, wanted) => {
    expect(changed(before, after).class).toBe(wanted ?? "other-change");
  });

  test.each(DIFFERENCES)("of a re-keyed pair that %s", (_what, before, after, wanted) => {
    expect(only(rekeyed(before, after))).toMatchObject({
      class: wanted ?? "rekeyed",
      uniqueId: "new",
      from: "old",
    });
  });

  test.each([
    ["ADMIN", "ACTIVE", "becomes-admin"],
    ["ADMIN", "DEACTIVATED", "added"],
    ["EDITOR", "ACTIVE", "added"],
  ])("that is added as %s, %s: %s", (permissionLevel, status, wanted) => {
    const account = row("u-1", { permissionLevel, status });
    expect(only({ added: [{ uniqueId: "u-1", account }] }).class).toBe(wanted);
  });

  test.each([
    ["removed", { removed: [{ uniqueId: "u", how: "omit", account: row("u") }] }, "loses-access"],
    ["deleted", { deleted: [{ uniqueId: "u", why: "forget", account: row("u") }] }, "deleted"],
    ["expired", { expired: [{ uniqueId: "u", account: row("u") }] }, "expired"],
  ] as const)("that is %s", (_what, changes, wanted) => {
    expect(only(changes).class).toBe(wanted);
  });
});

describe("in words", () => {
  test("every class once, in order, singular and plural", () => {
    const effects = classify(resource());
    expect(effectsInWords(effects)).toBe(
      "3 lose access (1 ADMIN), 2 become ADMIN (1 new), 1 comes back, 1 other access change, 1 re-keyed, 2 other changes, 1 added, 1 deleted, 1 expired",
    );
    const one = ACCOUNT_CLASSES.flatMap((wanted) => ofClass(effects, wanted).slice(-1));
    expect(effectsInWords(one)).toBe(
      "1 loses access, 1 becomes ADMIN (1 new), 1 comes back, 1 other access change, 1 re-keyed, 1 other change, 1 added, 1 deleted, 1 expired",
    );
    expect(effectsInWords(effects.flatMap((effect) => [effect, effect]))).toBe(
      "6 lose access (2 ADMIN), 4 become ADMIN (2 new), 2 come back, 2 other access changes, 2 re-keyed, 4 other changes, 2 added, 2 deleted, 2 expired",
    );
  });

  test("an ADMIN who was DEACTIVATED before loses nothing as an ADMIN", () => {
    const fields = differences({ permissionLevel: "ADMIN" }, { permissionLevel: "BASE" });
    const account = row("u", { status: "DEACTIVATED", permissionLevel: "BASE" });
    expect(only({ changed: [{ uniqueId: "u", account, fields }] }).wasAdmin).toBe(false);
  });

  test("nothing happens: no words; nothing to add: no parentheses; thousands are grouped", () => {
    expect(effectsInWords([])).toBe("");
    const admin = changed({ permissionLevel: "BASE" }, { permissionLevel: "ADMIN" });
    const leaver = changed({ status: "ACTIVE" }, { status: "DEACTIVATED" });
    expect(effectsInWords([admin, leaver])).toBe("1 loses access, 1 becomes ADMIN");
    const many = Array.from({ length: 1000 }, (_, index) => ({
      uniqueId: `u-${index}`,
      account: row(`u-${index}`),
    }));
    expect(effectsInWords(classify({ ...NO_CHANGES, added: many }))).toBe("1,000 added");
  });
});

describe("order", () => {
  test("u-2 before u-10, whatever kind of change it is", () => {
    const added = ["u-10", "u-2", "u-1"].map((uniqueId) => ({ uniqueId, account: row(uniqueId) }));
    const deleted = [{ uniqueId: "u-3", why: "forget", account: row("u-3") } as const];
    const effects = classify({ ...NO_CHANGES, added, deleted });
    expect(effects.map(({ uniqueId }) => uniqueId)).toEqual(["u-1", "u-2", "u-3", "u-10"]);
  });

  test("of those who lose access, ADMINs come first", () => {
    const levels = ["BASE", "ADMIN", "EDITOR", "ADMIN"];
    const removed = levels.map((permissionLevel, index) => {
      const uniqueId = `u-${index}`;
      return { uniqueId, how: "omit", account: row(uniqueId, { permissionLevel }) } as const;
    });
    const effects = ofClass(classify({ ...NO_CHANGES, removed }), "loses-access");
    expect(effects.map(({ uniqueId }) => uniqueId)).toEqual(["u-1", "u-3", "u-0", "u-2"]);
  });
});
