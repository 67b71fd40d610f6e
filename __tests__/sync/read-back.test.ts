// The read-back: exactly what was sent, or what is missing, deleted, different and extra.
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Row } from "../../src/model/account.js";
import { toPlainText } from "../../src/model/message.js";
import { compareWithSent, describeDifferences, isExact } from "../../src/sync/read-back.js";
import {
  account,
  anyRoster,
  asReturned,
  leaver,
  people,
  row,
  rowsOf,
} from "../support/accounts.js";

const SENT: readonly Row[] = [
  account("u-3"),
  account("u-1"),
  account("u-2", { groupIds: ["a", "b"] }),
];
const HELD: readonly Row[] = [row("u-1"), row("u-2", { groupIds: ["b", "a"] }), row("u-3")];
const NOTHING = { missing: [], deleted: [], different: [], extra: [] };

describe("exact", () => {
  test("in any order, with the server's fields, deleted rows of others, and empty optional fields", () => {
    const held = [...HELD, row("u-0", { deletedAt: "2025-01-01T00:00:00Z" })].map(
      (one): Row => ({ ...one, roleDescription: null, customProperties: {} }),
    );
    expect(compareWithSent(SENT, held)).toEqual(NOTHING);
    expect(isExact(compareWithSent(SENT, held))).toBe(true);
    expect(isExact(compareWithSent([], []))).toBe(true);
  });

  test("where a deleted row stands beside the live one of the same uniqueId", () => {
    expect(
      isExact(compareWithSent(SENT, [row("u-1", { deletedAt: "2025-01-01T00:00:00Z" }), ...HELD])),
    ).toBe(true);
    expect(
      isExact(compareWithSent(SENT, [...HELD, row("u-1", { deletedAt: "2025-01-01T00:00:00Z" })])),
    ).toBe(true);
  });

  test("where Vanta's activity is newer", () => {
    expect(
      isExact(
        compareWithSent(
          SENT,
          HELD.map((one) => ({ ...one, lastLoginTimestamp: "2026-01-01T00:00:00Z" })),
        ),
      ),
    ).toBe(true);
  });
});

describe("differences", () => {
  test.each<[string, readonly Row[], Partial<ReturnType<typeof compareWithSent>>]>([
    ["nothing there", [], { missing: ["u-1", "u-2", "u-3"] }],
    ["one missing", HELD.slice(1), { missing: ["u-1"] }],
    [
      "one deleted",
      [row("u-1", { deletedAt: "2026-01-01T00:00:00Z" }), ...HELD.slice(1)],
      { deleted: ["u-1"] },
    ],
    [
      "all deleted",
      [...HELD].reverse().map((one) => ({ ...one, deletedAt: "2026-01-01T00:00:00Z" })),
      { deleted: ["u-1", "u-2", "u-3"] },
    ],
    ["one more", [...HELD, row("u-4")], { extra: ["u-4"] }],
    ["more, in order", [row("u-9"), row("u-4"), ...HELD], { extra: ["u-4", "u-9"] }],
    ["one live twice", [...HELD, row("u-1")], { extra: ["u-1"] }],
    [
      "one live twice without deletedAt",
      [
        ...HELD.map((one) => row(one.uniqueId, { ...one, deletedAt: undefined })),
        row("u-1", { deletedAt: undefined }),
      ],
      { extra: ["u-1"] },
    ],
    [
      "one live twice, and a stranger that sorts after it",
      [row("u-9"), ...HELD, row("u-1")],
      { extra: ["u-1", "u-9"] },
    ],
    [
      "one missing and one deleted",
      [row("u-3"), row("u-1", { deletedAt: "2026-01-01T00:00:00Z" })],
      { missing: ["u-2"], deleted: ["u-1"] },
    ],
    [
      "one live three times, and a stranger",
      [...HELD, row("u-1"), row("u-1"), row("u-0"), row("u-0")],
      { extra: ["u-0", "u-1"] },
    ],
    [
      "other values",
      [
        row("u-3", { status: "DEACTIVATED", email: "x@example.com" }),
        row("u-1", { fullName: "Ada" }),
        HELD[1] ?? row("u-2"),
      ],
      {
        different: [
          { uniqueId: "u-1", fields: ["fullName"] },
          { uniqueId: "u-3", fields: ["email", "status"] },
        ],
      },
    ],
    [
      "a list that lost an element",
      [row("u-1"), row("u-2", { groupIds: ["a"] }), row("u-3")],
      { different: [{ uniqueId: "u-2", fields: ["groupIds"] }] },
    ],
    [
      "a field that was not sent",
      [row("u-1", { roleDescription: "Nurse" }), ...HELD.slice(1)],
      { different: [{ uniqueId: "u-1", fields: ["roleDescription"] }] },
    ],
  ])("%s", (_, held, found) => {
    const differences = compareWithSent(SENT, held);
    expect(differences).toEqual({ ...NOTHING, ...found });
    expect(isExact(differences)).toBe(false);
  });

  test("law: what was sent, in whatever form it comes back, is exact; one account less or more is not", () => {
    const pairs = anyRoster.chain((accounts) =>
      fc.tuple(...accounts.map(asReturned)).map((rows) => ({ accounts, rows })),
    );
    fc.assert(
      fc.property(pairs, ({ accounts, rows }) => {
        const sent = accounts;
        expect(compareWithSent(sent, rows)).toEqual(NOTHING);
        expect(isExact(compareWithSent(sent, [...rows, row("u-more")]))).toBe(false);
        if (rows.length > 0) expect(isExact(compareWithSent(sent, rows.slice(1)))).toBe(false);
      }),
    );
  });
});

describe("in words", () => {
  test("each kind with the first of its names", () => {
    const held = [
      row("u-2", { groupIds: [], fullName: "X" }),
      row("u-3", { deletedAt: "2026-01-01T00:00:00Z" }),
      row("u-8"),
      row("u-9"),
    ];
    expect(toPlainText(describeDifferences(compareWithSent(SENT, held)))).toBe(
      '1 missing: "u-1"; 1 deleted: "u-3"; 1 different: "u-2" (fullName, groupIds); 2 there but not sent: "u-8", "u-9"',
    );
    expect(toPlainText(describeDifferences(NOTHING))).toBe("");
  });

  test("at most ten of a kind, and how many more", () => {
    const named = (count: number) =>
      toPlainText(describeDifferences(compareWithSent(people(count), [])));
    expect(named(10)).toMatch(/^10 missing: "u-001", .*"u-010"$/);
    expect(named(11)).toMatch(/^11 missing: "u-001", .*"u-010" and 1 more$/);
    expect(toPlainText(describeDifferences(compareWithSent([], rowsOf(people(12)))))).toMatch(
      /"u-010" and 2 more$/,
    );
  });

  test("never as quotes of the roster, since rows kept for leavers do not stand in it", () => {
    const words = describeDifferences(
      compareWithSent([...SENT, leaver("u-7", 1)], [row("u-9"), row("u-1", { fullName: "X" })]),
    );
    const quotes = words.filter((part) => typeof part !== "string");
    expect(quotes).toHaveLength(5);
    for (const quote of quotes)
      expect(quote).toMatchObject({ origin: "external", field: "uniqueId" });
  });
});
