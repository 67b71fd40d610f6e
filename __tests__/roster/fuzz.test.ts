// Whatever is thrown at the reader, it ends with a verdict; and what it accepts is whole, valid and as it was written.
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { FIELDS } from "../../src/model/account.js";
import { collectProblems } from "../../src/model/problem.js";
import { parseRosters } from "../../src/roster/parse.js";
import { isAccount } from "../../src/roster/schema.js";
import { ADA, jsonAccount, NOW, yamlAccount } from "./check.js";

/** Reads a file and checks what must hold of every verdict. Returns the accounts, if it was accepted. */
function verdict(
  path: string,
  content: string | Uint8Array,
): readonly Record<string, unknown>[] | undefined {
  const problems = collectProblems();
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const rosters = parseRosters([{ path, bytes }], { now: NOW }, problems);
  expect(rosters === undefined).toBe(problems.errors > 0);
  const lines = new TextDecoder().decode(bytes).split(/\r\n?|\n/);
  for (const { location } of problems.kept) {
    const line = location === undefined ? undefined : lines[location.line - 1];
    expect(
      location === undefined ||
        (line !== undefined && location.column >= 1 && location.column <= line.length + 1),
    ).toBe(true);
  }
  const accounts = rosters?.flatMap(({ entries }) =>
    entries.map(({ account }) => ({ ...account })),
  );
  expect(accounts?.every(isAccount) ?? true).toBe(true);
  expect(new Set(accounts?.map(({ uniqueId }) => uniqueId)).size).toBe(accounts?.length ?? 0);
  return accounts;
}

const path = fc.constantFrom("a.yml", "a.json");

const VALID = `x-base: &base {status: ACTIVE, mfaEnabled: false, mfaMethods: &none []}
resourceId: r1
defaults:
  displayName: "{fullName} <{email}>"
  roleDescription: 'it''s'
forget: [gone]
resources:
${yamlAccount({ displayName: null, status: null, mfaEnabled: null, mfaMethods: "*none", "<<": "*base", customProperties: "{a: 1}" })}`;

/** A text with a few pieces cut out, put in, or written over. */
function mutations(text: string, pieces: readonly string[]) {
  const edit = fc.record({
    at: fc.nat(text.length),
    cut: fc.nat(12),
    piece: fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 3, unit: "binary" })),
  });
  return fc
    .array(edit, { minLength: 1, maxLength: 4 })
    .map((edits) =>
      edits.reduce(
        (whole, { at, cut, piece }) => whole.slice(0, at) + piece + whole.slice(at + cut),
        text,
      ),
    );
}

const YAML_PIECES = [
  "\n",
  "\n  ",
  "  ",
  "\t",
  "- ",
  ": ",
  ":",
  "#",
  "&a ",
  "*a",
  "<<: *a",
  "!!str ",
  "!x ",
  "? ",
  "|",
  ">",
  "[",
  "]",
  "{",
  "}",
  ",",
  '"',
  "'",
  "---\n",
  "...\n",
  "%YAML 1.2\n",
  "\r",
  "\u0000",
  "\uFEFF",
  "null",
  "~",
  "@",
  "`",
  "\\ud800",
  "{email}",
  "{",
  "true",
  "1e999",
  "0x1",
  "uniqueId: a\n",
];
const JSON_PIECES = [
  "{",
  "}",
  "[",
  "]",
  ",",
  ":",
  '"',
  "\\",
  "\\ud800",
  "\n",
  "null",
  "true",
  "1",
  "-",
  "//",
  "/*",
  "*/",
  "\u0000",
  '"uniqueId": "a",',
  '"__proto__": {},',
];

describe("every input ends with a verdict", () => {
  test("random bytes", () => {
    fc.assert(
      fc.property(
        path,
        fc.uint8Array({ maxLength: 200 }),
        (name, bytes) => void verdict(name, bytes),
      ),
      { numRuns: 500 },
    );
  });

  test("random text", () => {
    fc.assert(
      fc.property(
        path,
        fc.string({ unit: "binary", maxLength: 200 }),
        (name, text) => void verdict(name, text),
      ),
      { numRuns: 500 },
    );
  });

  test("random JSON, which is YAML too", () => {
    const json = fc.json({ maxDepth: 5, stringUnit: "binary" });
    fc.assert(
      fc.property(path, json, (name, text) => void verdict(name, text)),
      { numRuns: 500 },
    );
  });

  test("YAML put together from its pieces", () => {
    const soup = fc
      .array(fc.constantFrom(...YAML_PIECES, "a", "resources:", "email: x"), { maxLength: 40 })
      .map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(soup, (text) => void verdict("a.yml", text)),
      { numRuns: 2000 },
    );
  });

  test("a mutated roster in YAML", () => {
    fc.assert(
      fc.property(mutations(VALID, YAML_PIECES), (text) => void verdict("a.yml", text)),
      { numRuns: 2000 },
    );
  });

  test("a mutated roster in JSON", () => {
    fc.assert(
      fc.property(mutations(jsonAccount(), JSON_PIECES), (text) => void verdict("a.json", text)),
      { numRuns: 2000 },
    );
  });
});

/** Values of which most are good for some field. */
const VALUE = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom<unknown>(
      "a",
      "ADMIN",
      "ACTIVE",
      "SSO",
      "ada@example.com",
      "https://a.b/",
      "2024-03-01T09:00:00Z",
      true,
      false,
      null,
      [],
      ["OTP"],
      ["a"],
      {},
      { a: 1 },
    ),
  },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2, stringUnit: "binary" }) },
);

const ACCOUNT = fc
  .tuple(
    fc.uniqueArray(fc.tuple(fc.constantFrom(...FIELDS), VALUE), {
      maxLength: 3,
      selector: ([field]) => field,
    }),
    fc.constantFrom("u-1", "u-2", "u-3"),
  )
  .map(
    ([changes, uniqueId]): Record<string, unknown> => ({
      ...ADA,
      uniqueId,
      ...Object.fromEntries(changes),
    }),
  );

describe("what is accepted is whole and as it was written", () => {
  const written = (accounts: readonly Record<string, unknown>[]) =>
    accounts.map((account) =>
      Object.fromEntries(Object.entries(account).filter(([, value]) => value !== null)),
    );

  test.each(["a.json", "a.yml"])("in %s", (name) => {
    let accepted = 0;
    fc.assert(
      fc.property(fc.array(ACCOUNT, { maxLength: 2 }), (accounts) => {
        const read = verdict(name, JSON.stringify(accounts, null, 1));
        if (read === undefined) return;
        accepted += 1;
        expect(JSON.stringify(read.map(sorted))).toBe(
          JSON.stringify(written(accounts).map(sorted)),
        );
      }),
      { numRuns: 1000 },
    );
    expect(accepted).toBeGreaterThan(50);
  });

  test("in block style, line by line", () => {
    const words = fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(words, words, (fullName, group) => {
        const read = verdict(
          "a.yml",
          yamlAccount({
            fullName: JSON.stringify(fullName),
            groupIds: `\n    - ${JSON.stringify(group)}`,
          }),
        );
        if (read !== undefined) expect(read).toEqual([{ ...ADA, fullName, groupIds: [group] }]);
      }),
      { numRuns: 500 },
    );
  });
});

function sorted(account: Record<string, unknown>): [string, unknown][] {
  return Object.entries(account).sort(([one], [other]) => (one < other ? -1 : 1));
}
