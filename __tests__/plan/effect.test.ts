// The effect of a pull request: its roster against the one it started from.
import { describe, expect, test } from "@jest/globals";
import type { UserAccount } from "../../src/model/account.js";
import { changesBeyond, planEffect } from "../../src/plan/effect.js";
import type { Roster } from "../../src/roster/roster.js";
import {
  account,
  desired,
  leaver,
  people,
  planOne,
  policy,
  RESOURCE,
  row,
} from "../support/accounts.js";

const roster = (
  resourceId: string | undefined,
  accounts: Parameters<typeof desired>[0],
  forget: readonly string[] = [],
): Roster => ({
  resourceId,
  files: ["roster.yml"],
  ...desired(accounts, forget),
});
const effect = (base: readonly Roster[], own: readonly Roster[], changed = {}) =>
  planEffect(base, own, policy(changed)).map(
    ({ resourceId, added, removed, changed: differing, rekeyed, deleted }) => ({
      resourceId,
      added,
      removed,
      changed: differing,
      rekeyed,
      deleted,
    }),
  );

describe("an effect", () => {
  test("names who is added, removed and changed by this change", () => {
    const base = roster(RESOURCE, [
      account("u-1"),
      account("u-2", { email: "ada@example.com" }),
      account("u-3"),
    ]);
    const own = roster(RESOURCE, [
      account("u-4", { email: "Ada@example.com" }),
      account("u-1", { permissionLevel: "ADMIN" }),
      account("u-3"),
    ]);
    expect(effect([base], [own])).toEqual([
      {
        resourceId: RESOURCE,
        added: [
          {
            uniqueId: "u-4",
            account: account("u-4", { email: "Ada@example.com" }),
            location: { file: "roster.yml", line: 1, column: 3 },
          },
        ],
        removed: [
          {
            uniqueId: "u-2",
            how: "deactivate",
            account: account("u-2", { email: "ada@example.com" }),
          },
        ],
        changed: [
          {
            uniqueId: "u-1",
            fields: [{ field: "permissionLevel", before: "BASE", after: "ADMIN" }],
            account: account("u-1", { permissionLevel: "ADMIN" }),
            location: { file: "roster.yml", line: 2, column: 3 },
          },
        ],
        rekeyed: [{ from: "u-2", to: "u-4", fields: expect.any(Array) }],
        deleted: [],
      },
    ]);
  });

  test("of the same roster is empty", () => {
    const same = roster(RESOURCE, people(3));
    expect(effect([same], [same])).toEqual([
      { resourceId: RESOURCE, added: [], removed: [], changed: [], rekeyed: [], deleted: [] },
    ]);
    expect(effect([], [])).toEqual([]);
  });

  test("matches rosters by resource ID, in its order; what only one side has is empty on the other", () => {
    const found = effect(
      [roster("c", people(1)), roster("b", people(2))],
      [roster("a", people(1)), roster("b", people(1))],
    );
    expect(
      found.map(({ resourceId, added, removed }) => [resourceId, added.length, removed.length]),
    ).toEqual([
      ["a", 1, 0],
      ["b", 0, 1],
      ["c", 0, 1],
    ]);
  });

  test("needs no resource ID, and then names none", () => {
    const [one, ...rest] = effect([roster(undefined, people(2))], [roster(undefined, people(1))]);
    expect(rest).toEqual([]);
    expect(one).toMatchObject({ removed: [{ uniqueId: "u-002" }] });
    expect(one?.resourceId).toBeUndefined();
  });

  test("says how a removal would be done: by on-removal, and by omit for the forgotten", () => {
    const base = roster("a", people(2));
    expect(
      effect([base], [roster("a", [])], { onRemoval: "omit" })[0]?.removed.map(({ how }) => how),
    ).toEqual(["omit", "omit"]);
    expect(effect([base], [roster("a", [], ["u-002"])])[0]?.removed.map(({ how }) => how)).toEqual([
      "deactivate",
      "omit",
    ]);
  });

  test("someone DEACTIVATED who leaves the roster is not removed, but deleted if forgotten", () => {
    const gone = { status: "DEACTIVATED", deactivatedTimestamp: "2026-02-01T00:00:00Z" } as const;
    const base = roster("a", people(1, gone));
    expect(effect([base], [roster("a", [])])).toMatchObject([
      { removed: [], changed: [], deleted: [] },
    ]);
    expect(effect([base], [roster("a", [], ["u-001"])])).toMatchObject([
      { removed: [], changed: [], deleted: [{ uniqueId: "u-001", why: "forget" }] },
    ]);
  });
});

test("rosters without a resource ID come last", () => {
  const named = roster(RESOURCE, people(1));
  const nameless = roster(undefined, people(1));
  for (const own of [
    [named, nameless],
    [nameless, named],
  ]) {
    expect(effect([], own).map(({ resourceId }) => resourceId)).toEqual([RESOURCE, undefined]);
  }
});

describe("beyond an effect", () => {
  const ADA = { email: "ada@example.com" };

  /** In short what a sync would change besides the pull request from `base` to `own`. */
  function beyond(
    rows: Parameters<typeof planOne>[0],
    base: readonly UserAccount[],
    own: readonly UserAccount[],
    forget: readonly string[] = [],
  ) {
    const effects = planEffect([roster(RESOURCE, base)], [roster(RESOURCE, own, forget)], policy());
    const plan = planOne(rows, own, { forget });
    return changesBeyond([plan], effects).map((one) => [
      ...one.removed.map(({ uniqueId }) => `- ${uniqueId}`),
      ...one.changed.map(
        ({ uniqueId, fields }) => `~ ${uniqueId} ${fields.map(({ field }) => field).join()}`,
      ),
      ...one.added.map(({ uniqueId }) => `+ ${uniqueId}`),
      ...one.deleted.map(({ uniqueId }) => `x ${uniqueId}`),
      ...one.rekeyed.map(({ from, to }) => `${from} is ${to}`),
    ]);
  }

  const ONE = account("u-1");
  const ADMIN = account("u-1", { permissionLevel: "ADMIN" });

  test.each<[string, Parameters<typeof beyond>, readonly string[]]>([
    ["nothing where Vanta has the base", [[row("u-1")], [ONE], [ADMIN, account("u-2")]], []],
    ["who was missing before", [[], [ONE], [ONE]], ["+ u-1"]],
    ["who was missing before and is changed", [[], [ONE], [ADMIN]], ["+ u-1"]],
    ["who is only in Vanta", [[row("u-1"), row("u-9")], [ONE], [ONE]], ["- u-9"]],
    ["not who leaves", [[row("u-1"), row("u-2")], [ONE, account("u-2")], [ONE]], []],
    ["other fields", [[row("u-1", { status: "DEACTIVATED" })], [ONE], [ADMIN]], ["~ u-1 status"]],
    [
      "not the same value from another",
      [[row("u-1", { permissionLevel: "EDITOR" })], [ONE], [ADMIN]],
      [],
    ],
    ["who is not in it", [[row("u-1", { mfaEnabled: true })], [ONE], [ONE]], ["~ u-1 mfaEnabled"]],
    ["who is forgotten", [[leaver("u-8", 1)], [], [], ["u-8"]], ["x u-8"]],
    [
      "a pair of which nothing is in it",
      [[row("u-1", ADA)], [account("u-2", ADA)], [account("u-2", ADA)]],
      ["- u-1", "+ u-2", "u-1 is u-2"],
    ],
    ["half of a pair", [[row("u-1", ADA)], [], [account("u-2", ADA)]], ["- u-1"]],
  ])("is %s", (_, args, expected) => {
    expect(beyond(...args)).toEqual([expected]);
  });

  test("is all where the pull request does not touch the resource", () => {
    const plan = planOne([], [ONE]);
    const [all] = changesBeyond([plan], []);
    expect(all?.added).toEqual(plan.added);
  });
});
