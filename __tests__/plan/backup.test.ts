// The backup: syncing it, with what it forgets, restores what was there.
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Row } from "../../src/model/account.js";
import { collectProblems } from "../../src/model/problem.js";
import { renderBackup } from "../../src/plan/backup.js";
import type { Retention } from "../../src/plan/departures.js";
import { approve } from "../../src/plan/guards.js";
import { combinePlans, planResource } from "../../src/plan/plan.js";
import { liveRows } from "../../src/plan/rows.js";
import { parseAddressedRosters } from "../../src/roster/parse.js";
import { compareWithSent, isExact } from "../../src/sync/read-back.js";
import {
  account,
  anyRetention,
  anyRoster,
  anyRows,
  desired,
  leaver,
  NOW,
  planOne,
  RESOURCE,
  retention,
  row,
} from "../support/accounts.js";
import { memoryVanta } from "../support/memory-vanta.js";

const OPEN = { allowEmpty: true, maxRemovals: [], maxAccessChanges: [] };

describe("a backup", () => {
  test("is the current rows as a roster, as the roster would have them", () => {
    const rows = [
      row("u-2", { roleDescription: null, riskScore: 7 }),
      row("u-1", { groupIds: ["g"] }),
      row("u-3", { deletedAt: "2025-01-01T00:00:00Z" }),
    ];
    const { content, leftOut } = renderBackup(planOne(rows, [account("u-1")]));
    expect(JSON.parse(content)).toEqual({
      resourceId: RESOURCE,
      resources: [account("u-1", { groupIds: ["g"] }), account("u-2")],
    });
    expect(leftOut).toEqual([]);
    expect(content.endsWith("}\n")).toBe(true);
  });

  test("forgets those whom the sync adds, and only them", () => {
    const { content } = renderBackup(
      planOne([row("u-1")], [account("u-3"), account("u-2"), account("u-1", { fullName: "Ada" })]),
    );
    expect(JSON.parse(content)).toMatchObject({
      forget: ["u-2", "u-3"],
      resources: [account("u-1")],
    });
  });

  test.each<[string, Readonly<Record<string, unknown>>]>([
    ["a field missing", { email: undefined }],
    ["null for a required field", { email: null }],
    ["an unknown value", { permissionLevel: "OWNER" }],
    ["no address", { email: "nobody" }],
    ["a timestamp without an offset", { createdTimestamp: "2024-03-01T09:00:00" }],
    ["http", { externalUrl: "http://example.com" }],
    ["a number", { fullName: 7 }],
  ])("leaves out and names a row that is no valid account: %s", (_, fields) => {
    const { content, leftOut } = renderBackup(
      planOne([row("u-1", fields), row("u-2"), row("u-0", fields)], []),
    );
    expect(leftOut).toEqual(["u-0", "u-1"]);
    expect(JSON.parse(content).resources).toEqual([account("u-2")]);
  });

  test("is a valid roster of its resource, an empty one too", () => {
    for (const rows of [[], [row("u-1", { fullName: "{email} $x" }), leaver("u-2", 3)]]) {
      const problems = collectProblems();
      const { content } = renderBackup(planOne(rows, [account("u-9")]));
      const rosters = parseAddressedRosters(
        [{ path: "backup.json", bytes: new TextEncoder().encode(content) }],
        { now: NOW },
        problems,
      );
      expect(problems.kept).toEqual([]);
      expect(rosters?.map(({ resourceId }) => resourceId)).toEqual([RESOURCE]);
      expect(rosters?.[0]?.entries.map((entry) => entry.account.uniqueId)).toEqual(
        rows.map(({ uniqueId }) => uniqueId),
      );
      expect([...(rosters?.[0]?.forget ?? [])]).toEqual(["u-9"]);
    }
  });
});

/** Sync a roster onto rows, then the backup of that sync; returns what is live before and after both. */
async function undo(
  rows: readonly Row[],
  accounts: Parameters<typeof desired>[0],
  kept: Retention,
) {
  const vanta = memoryVanta({ [RESOURCE]: rows });
  const plan = planResource(RESOURCE, await vanta.reader.list(RESOURCE), desired(accounts), kept);
  const { content, leftOut } = renderBackup(plan);
  for (const one of sealedOf(plan)) await vanta.writer.replace(one);
  const backup: { resources: Parameters<typeof desired>[0]; forget?: readonly string[] } =
    JSON.parse(content);
  const back = planResource(
    RESOURCE,
    await vanta.reader.list(RESOURCE),
    desired(backup.resources, backup.forget),
    kept,
  );
  for (const one of sealedOf(back)) await vanta.writer.replace(one);
  return { leftOut, before: liveRows(rows), after: vanta.rows(RESOURCE) };
}

function sealedOf(plan: ReturnType<typeof planResource>) {
  return approve(combinePlans([plan]), OPEN, { approvalsFile: new Set() }).approved ?? [];
}

describe("laws", () => {
  test("a sync and then its backup: the live rows are what they were", async () => {
    await fc.assert(
      fc.asyncProperty(anyRoster, anyRoster, anyRetention, async (held, accounts, kept) => {
        const rows = held.map(
          (one): Row => ({ ...one, createdAt: NOW.toISOString(), deletedAt: null }),
        );
        const { leftOut, before, after } = await undo(rows, accounts, kept);
        fc.pre(leftOut.length === 0);
        expect(compareWithSent(before, after)).toEqual({
          missing: [],
          deleted: [],
          different: [],
          extra: [],
        });
      }),
    );
  });

  test("whatever Vanta holds, rows that the backup holds are restored, and nobody stays who was not there", async () => {
    await fc.assert(
      fc.asyncProperty(anyRows, anyRoster, async (rows, accounts) => {
        const { leftOut, before, after } = await undo(rows, accounts, retention());
        const saved = before.filter(({ uniqueId }) => !leftOut.includes(uniqueId));
        const live = liveRows(after).filter(({ uniqueId }) => !leftOut.includes(uniqueId));
        expect(isExact(compareWithSent(saved, live))).toBe(true);
      }),
    );
  });
});
