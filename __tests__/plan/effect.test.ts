// The effect of a pull request: its roster against the one it started from.
import { describe, expect, test } from "@jest/globals";
import { planEffect } from "../../src/plan/effect.js";
import type { Roster } from "../../src/roster/roster.js";
import { account, desired, people, RESOURCE, retention } from "../support/accounts.js";

const roster = (
  resourceId: string | undefined,
  accounts: Parameters<typeof desired>[0],
  forget: readonly string[] = [],
): Roster => ({
  resourceId,
  ...desired(accounts, forget),
});
const effect = (base: readonly Roster[], own: readonly Roster[], changed = {}) =>
  planEffect(base, own, retention(changed)).map(
    ({ resourceId, added, removed, changed: differing, rekeyed }) => ({
      resourceId,
      added,
      removed,
      changed: differing,
      rekeyed,
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
        rekeyed: [{ from: "u-2", to: "u-4" }],
      },
    ]);
  });

  test("of the same roster is empty", () => {
    const same = roster(RESOURCE, people(3));
    expect(effect([same], [same])).toEqual([
      { resourceId: RESOURCE, added: [], removed: [], changed: [], rekeyed: [] },
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

  test("somebody DEACTIVATED who leaves the roster is no removal", () => {
    const base = roster(
      "a",
      people(1, { status: "DEACTIVATED", deactivatedTimestamp: "2026-02-01T00:00:00Z" }),
    );
    expect(effect([base], [roster("a", [])])).toMatchObject([{ removed: [], changed: [] }]);
  });
});
