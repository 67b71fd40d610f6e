// The read-back: exactly what was sent, or what is missing, deleted, different and extra.
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Row } from "../../src/model/account.js";
import { toPlainText } from "../../src/model/message.js";
import {
  compareWithSent,
  type Differences,
  describeDifferences,
  isExact,
  isNewer,
} from "../../src/sync/read-back.js";
import { account, leaver, people, row, rowsOf, tombstone } from "../support/accounts.js";
import { anyRoster, asReturned } from "../support/arbitraries.js";

const SENT: readonly Row[] = [
  account("u-3"),
  account("u-1"),
  account("u-2", { groupIds: ["a", "b"], lastLoginTimestamp: "2026-02-01T00:00:00Z" }),
];
const [FIRST, SECOND, THIRD] = [
  row("u-1"),
  row("u-2", { groupIds: ["b", "a"], lastLoginTimestamp: "2026-02-01T00:00:00.000Z" }),
  row("u-3"),
] as const;
const RETURNED: readonly Row[] = [FIRST, SECOND, THIRD];
const NONE: Differences = { missing: [], deleted: [], different: [], extra: [], notCompared: [] };

describe("exact", () => {
  test.each<[string, readonly Row[]]>([
    ["in any order", [...RETURNED].reverse()],
    ["with deleted rows of others", [...RETURNED, tombstone("u-0", 90)]],
    ["with a deleted row before the live one", [tombstone("u-1", 90), ...RETURNED]],
    ["with a deleted row after the live one", [...RETURNED, tombstone("u-1", 90)]],
    [
      "with empty optional fields",
      RETURNED.map((one) => ({ ...one, roleDescription: null, customProperties: {} })),
    ],
    [
      "with activity that was not sent",
      [{ ...FIRST, lastLoginTimestamp: "2026-01-01T00:00:00Z" }, SECOND, THIRD],
    ],
  ])("%s", (_, rows) => {
    expect(compareWithSent(SENT, rows)).toEqual(NONE);
    expect(isExact(compareWithSent(SENT, rows))).toBe(true);
  });

  test("no one", () => {
    expect(isExact(compareWithSent([], []))).toBe(true);
  });
});

describe("differences", () => {
  test.each<[string, readonly Row[], Partial<Differences>]>([
    ["one missing", [SECOND, THIRD], { missing: ["u-1"] }],
    ["one deleted", [tombstone("u-1", 1), SECOND, THIRD], { deleted: ["u-1"] }],
    [
      "all deleted",
      [...RETURNED].reverse().map((one) => ({ ...one, deletedAt: "2026-01-01T00:00:00Z" })),
      { deleted: ["u-1", "u-2", "u-3"] },
    ],
    ["more, in order", [row("u-9"), row("u-4"), ...RETURNED], { extra: ["u-4", "u-9"] }],
    ["one live twice", [...RETURNED, FIRST], { extra: ["u-1"] }],
    [
      "one live three times, and others",
      [row("u-9"), ...RETURNED, FIRST, FIRST, row("u-0"), row("u-0")],
      { extra: ["u-0", "u-1", "u-9"] },
    ],
    [
      "other values",
      [
        row("u-3", { status: "DEACTIVATED", email: "x@example.com" }),
        row("u-1", { fullName: "Ada" }),
        SECOND,
      ],
      {
        different: [
          { uniqueId: "u-1", fields: ["fullName"] },
          { uniqueId: "u-3", fields: ["email", "status"] },
        ],
      },
    ],
    [
      "a list without one element",
      [FIRST, { ...SECOND, groupIds: ["a"] }, THIRD],
      { different: [{ uniqueId: "u-2", fields: ["groupIds"] }] },
    ],
    [
      "a login that did not arrive",
      [FIRST, { ...SECOND, lastLoginTimestamp: "2026-01-01T00:00:00Z" }, THIRD],
      { different: [{ uniqueId: "u-2", fields: ["lastLoginTimestamp"] }] },
    ],
    [
      "a field that was not sent",
      [{ ...FIRST, roleDescription: "Nurse" }, SECOND, THIRD],
      { different: [{ uniqueId: "u-1", fields: ["roleDescription"] }] },
    ],
  ])("%s", (_, rows, found) => {
    const differences = compareWithSent(SENT, rows);
    expect(differences).toEqual({ ...NONE, ...found });
    expect(isExact(differences)).toBe(false);
  });

  test("a field that is returned for no row at all is not compared", () => {
    const rows = [FIRST, row("u-2"), THIRD];
    const differences = compareWithSent(SENT, rows);
    expect(differences).toEqual({ ...NONE, notCompared: ["lastLoginTimestamp", "groupIds"] });
    expect(isExact(differences)).toBe(true);
    const once = [{ ...FIRST, groupIds: null }, row("u-2"), THIRD];
    expect(compareWithSent(SENT, once)).toMatchObject({
      different: [{ uniqueId: "u-2", fields: ["groupIds"] }],
      notCompared: ["lastLoginTimestamp"],
    });
  });

  test("law: what was sent, in whatever form it is returned, is exact; one less or more is not", () => {
    const pairs = anyRoster.chain((accounts) =>
      fc.tuple(...accounts.map(asReturned)).map((rows) => ({ accounts, rows })),
    );
    fc.assert(
      fc.property(pairs, ({ accounts, rows }) => {
        expect(isExact(compareWithSent(accounts, rows))).toBe(true);
        expect(isExact(compareWithSent(accounts, [...rows, row("u-more")]))).toBe(false);
        if (rows.length > 0) expect(isExact(compareWithSent(accounts, rows.slice(1)))).toBe(false);
      }),
    );
  });
});

describe("written again", () => {
  const updated = (updatedAt: unknown, deletedAt: unknown = null) => [
    row("u-0"),
    row("u-1", { updatedAt, deletedAt }),
  ];
  const BEFORE = updated("2026-01-01T00:00:00Z");

  test.each<[string, readonly Row[], boolean]>([
    ["some row's updatedAt is newer", updated("2026-01-01T00:00:00.001Z"), true],
    ["the same instant", updated("2026-01-01T01:00:00+01:00"), false],
    ["older", updated("2025-12-31T23:59:59Z"), false],
    ["unreadable", updated("now"), false],
    ["absent", updated(undefined), false],
    ["only of a deleted row", updated("2026-02-02T00:00:00Z", "2026-02-02T00:00:00Z"), false],
    ["only of a row that is new", [row("u-2", { updatedAt: "2026-02-02T00:00:00Z" })], false],
  ])("%s: %s", (_, after, expected) => {
    expect(isNewer(BEFORE, after)).toBe(expected);
  });

  test("not where it was unreadable before", () => {
    expect(isNewer(updated(null), updated("2026-02-02T00:00:00Z"))).toBe(false);
  });
});

describe("in words", () => {
  const words = (sent: readonly Row[], rows: readonly Row[]) =>
    toPlainText(describeDifferences(compareWithSent(sent, rows)));

  test("each kind with the first of its names", () => {
    const rows = [
      { ...SECOND, groupIds: [], fullName: "X" },
      tombstone("u-3", 1),
      row("u-8"),
      row("u-9"),
    ];
    expect(words(SENT, rows)).toBe(
      '1 missing: "u-1"; 1 deleted: "u-3"; 1 different: "u-2" (fullName, groupIds); 2 there but not sent: "u-8", "u-9"',
    );
    expect(words(SENT, RETURNED)).toBe("");
  });

  test("at most ten of a kind, and how many more", () => {
    expect(words(people(10), [])).toMatch(/^10 missing: "u-001", .*"u-010"$/);
    expect(words(people(11), [])).toMatch(/^11 missing: "u-001", .*"u-010" and 1 more$/);
    expect(words([], rowsOf(people(12)))).toMatch(/"u-010" and 2 more$/);
  });

  test("quoted as from outside: rows that are kept for leavers are not in the roster", () => {
    const rows = [row("u-9"), row("u-1", { fullName: "X" })];
    const message = describeDifferences(compareWithSent([...SENT, leaver("u-7", 1)], rows));
    const quotes = message.filter((part) => typeof part !== "string");
    const external = { origin: "external", field: "uniqueId" };
    expect(quotes).toMatchObject(Array.from({ length: 5 }, () => external));
  });
});
