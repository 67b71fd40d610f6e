// The backup: syncing it gives back what Vanta had before, or it is invalid where it cannot.
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Row, UserAccount } from "../../src/model/account.js";
import { collectProblems } from "../../src/model/problem.js";
import { renderBackup } from "../../src/plan/backup.js";
import type { PlanPolicy, ResourcePlan } from "../../src/plan/plan.js";
import { fieldsOf, liveRows } from "../../src/plan/rows.js";
import { parseAddressedRosters } from "../../src/roster/parse.js";
import { compareWithSent, isExact } from "../../src/sync/read-back.js";
import { account, leaver, planOne, RESOURCE, row, tombstone } from "../support/accounts.js";
import { anyPolicy, anyRoster, anyRows } from "../support/arbitraries.js";
import { NOW } from "../support/clock.js";

/** The backup as a roster: its accounts, those to forget, and the lines of its errors. */
async function parse(content: string) {
  const problems = collectProblems();
  const file = { path: "backup.json", bytes: new TextEncoder().encode(content) };
  const [roster, ...rest] = (await parseAddressedRosters([file], { now: NOW }, problems)) ?? [];
  expect(rest).toEqual([]);
  const errors = problems.kept.filter(({ severity }) => severity === "error");
  return {
    resourceId: roster?.resourceId,
    accounts: roster?.entries.map((entry) => entry.account) ?? [],
    forget: [...(roster?.forget ?? [])],
    errors: errors.map(({ location }) => location?.line),
  };
}

function backupOf(plan: ResourcePlan) {
  const { parts, invalid } = renderBackup(plan);
  return { content: [...parts].join(""), invalid };
}

describe("a backup", () => {
  test("has the current rows, with the fields of a roster", async () => {
    const rows = [
      row("u-2", { roleDescription: null, riskScore: 7 }),
      row("u-1", { groupIds: ["g"], fullName: "{email} $x" }),
      leaver("u-4", 3),
      tombstone("u-3", 90),
    ];
    const { content, invalid } = backupOf(planOne(rows, [account("u-1")]));
    expect(await parse(content)).toEqual({
      resourceId: RESOURCE,
      accounts: [
        account("u-1", { groupIds: ["g"], fullName: "{email} $x" }),
        account("u-2"),
        fieldsOf(leaver("u-4", 3)),
      ],
      forget: [],
      errors: [],
    });
    expect(invalid).toEqual([]);
    expect(content.endsWith("}\n")).toBe(true);
  });

  test("forgets those whom the sync adds, and only them", async () => {
    const accounts = [account("u-3"), account("u-2"), account("u-1", { fullName: "Ada" })];
    const { content } = backupOf(planOne([row("u-1")], accounts));
    expect(await parse(content)).toMatchObject({
      accounts: [account("u-1")],
      forget: ["u-2", "u-3"],
      errors: [],
    });
  });

  test("of no one is an empty roster", async () => {
    const { content } = backupOf(planOne([], [account("u-9")]));
    expect(await parse(content)).toMatchObject({ accounts: [], forget: ["u-9"], errors: [] });
  });

  test.each<[string, Readonly<Record<string, unknown>>]>([
    ["a field is missing", { email: undefined }],
    ["a required field is null", { email: null }],
    ["an unknown value", { permissionLevel: "OWNER" }],
    ["no address", { email: "no one" }],
    ["a timestamp without an offset", { createdTimestamp: "2024-03-01T09:00:00" }],
    ["http", { externalUrl: "http://example.com" }],
    ["a number", { fullName: 7 }],
  ])(
    "names a row that no roster may have, keeps it, and is invalid at its line: %s",
    async (_, fields) => {
      const rows = [row("u-1", fields), row("u-2"), row("u-0", fields)];
      const { content, invalid } = backupOf(planOne(rows, []));
      expect(invalid).toEqual(["u-0", "u-1"]);
      const backup: { resources: readonly Row[] } = JSON.parse(content);
      expect(backup.resources).toEqual(
        [rows[2], rows[0], rows[1]].map((one) => fieldsOf(one ?? row(""))),
      );
      const { errors } = await parse(content);
      expect(errors).toHaveLength(2);
      const lines = content.split("\n");
      const accountOf = (line = 0) =>
        lines.slice(0, line + 2).findLast((text) => text.includes('"uniqueId"'));
      expect(accountOf(errors[0])).toContain("u-0");
      expect(accountOf(errors[1])).toContain("u-1");
    },
  );
});

/** What Vanta has after a PUT: what was sent, and all other rows as deleted. */
function put(rows: readonly Row[], sent: readonly Row[]): readonly Row[] {
  const ids = new Set(sent.map(({ uniqueId }) => uniqueId));
  const others = rows.filter(({ uniqueId }) => !ids.has(uniqueId));
  return [...sent, ...others.map((one) => ({ ...one, deletedAt: NOW.toISOString() }))];
}

/** Syncs a roster, then the backup of that sync. */
async function undo(rows: readonly Row[], accounts: readonly UserAccount[], kept: PlanPolicy) {
  const plan = planOne(rows, accounts, kept);
  const backup = backupOf(plan);
  const { accounts: saved, forget, errors } = await parse(backup.content);
  const synced = put(rows, plan.resources);
  const undone = put(synced, planOne(synced, saved, { ...kept, forget }).resources);
  return { ...backup, errors, before: liveRows(rows), after: undone };
}

describe("laws", () => {
  test("a sync and then its backup: the live rows are what they were", async () => {
    await fc.assert(
      fc.asyncProperty(anyRoster, anyRoster, anyPolicy, async (before, accounts, kept) => {
        const undone = await undo(before, accounts, kept);
        expect(undone.errors).toEqual([]);
        expect(isExact(compareWithSent(undone.before, undone.after))).toBe(true);
      }),
    );
  });

  test("whatever Vanta has: undone, or invalid", async () => {
    await fc.assert(
      fc.asyncProperty(anyRows, anyRoster, anyPolicy, async (rows, accounts, kept) => {
        const { invalid, errors, before, after } = await undo(rows, accounts, kept);
        expect(errors.length > 0).toBe(invalid.length > 0);
        if (invalid.length === 0) expect(isExact(compareWithSent(before, after))).toBe(true);
      }),
    );
  });
});
