// Every input ends with a verdict; what is accepted is whole, valid, and as it was written.
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { FIELDS } from "../../src/model/account.js";
import { isAccount } from "../../src/roster/schema.js";
import { ACCOUNT, json, read, yaml } from "./check.js";
import { VALUES } from "./values.js";

/** Reads a file, and checks its verdict. Returns the accounts; undefined if it is refused. */
async function readAny(file: string, content: string | Uint8Array) {
  const { accounts, found } = await read(content, file);
  const lines = new TextDecoder().decode(Buffer.from(content)).split(/\r\n?|\n/);
  const isInText = (problem: string) => {
    const [, line, column] = / (\d+):(\d+)$/.exec(problem) ?? [];
    const length = lines[Number(line) - 1]?.length ?? -1;
    return Number(column) >= 1 && Number(column) <= length + 1;
  };
  expect(found.filter((problem) => !isInText(problem))).toEqual([]);
  expect(accounts?.every(isAccount) ?? true).toBe(true);
  const ids = new Set(accounts?.map(({ uniqueId }) => uniqueId));
  expect(ids.size).toBe(accounts?.length ?? 0);
  return accounts;
}

const MARKS = [...'[]{},:"\\\n\0', "//", "/*", "*/", "\\ud800", "null", "true", "1"];
const IN_CONFLICT = ["<<<<<<< a\n", "|||||||\n", "=======\n", ">>>>>>> b\n"];
const IN_YAML = [
  ...IN_CONFLICT,
  ...MARKS,
  ..."\t#|>'@`~\r\uFEFF",
  ...["\n  ", "  ", "- ", ": ", "&a ", "*a", "<<: *a", "!!str ", "!x ", "? ", "---\n", "...\n"],
  ...["%YAML 1.2\n", "{email}", "1e999", "0x1", "uniqueId: a\n", "resources:", "email: x"],
];
const IN_JSON = [...IN_CONFLICT, ...MARKS, "-", '"uniqueId": "a",', '"__proto__": {},'];

/** A text with some pieces cut out, put in, or written over. */
function mutations(text: string, pieces: readonly string[]) {
  const piece = fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 3, unit: "binary" }));
  const edit = fc.record({ at: fc.nat(text.length), cut: fc.nat(12), piece });
  return fc
    .array(edit, { minLength: 1, maxLength: 4 })
    .map((edits) =>
      edits.reduce(
        (whole, { at, cut, piece }) => whole.slice(0, at) + piece + whole.slice(at + cut),
        text,
      ),
    );
}

const BODY = `x-base: &base {status: ACTIVE, mfaEnabled: false, mfaMethods: &none []}
resourceId: r1
defaults:
  displayName: "{fullName} <{email}>"
  roleDescription: 'it''s'
forget: [gone]
resources:
${yaml({ displayName: null, status: null, mfaEnabled: null, mfaMethods: "*none", "<<": "*base" })}`;

test.each<[what: string, runs: number, file: string, fc.Arbitrary<string | Uint8Array>]>([
  ["bytes", 200, "a.yml", fc.uint8Array({ maxLength: 200 })],
  ["bytes", 200, "a.json", fc.uint8Array({ maxLength: 200 })],
  ["text", 200, "a.yml", fc.string({ unit: "binary", maxLength: 200 })],
  ["text", 200, "a.json", fc.string({ unit: "binary", maxLength: 200 })],
  ["any JSON", 200, "a.yml", fc.json({ maxDepth: 5, stringUnit: "binary" })],
  ["any JSON", 200, "a.json", fc.json({ maxDepth: 5, stringUnit: "binary" })],
  [
    "pieces of YAML",
    600,
    "a.yml",
    fc.array(fc.constantFrom(...IN_YAML), { maxLength: 40 }).map((pieces) => pieces.join("")),
  ],
  ["a roster with mistakes", 500, "a.yml", mutations(BODY, IN_YAML)],
  ["a roster with mistakes", 500, "a.json", mutations(json(), IN_JSON)],
])("%s (%i runs) in %s", async (_, numRuns, file, content) => {
  await fc.assert(
    fc.asyncProperty(content, async (any) => {
      await readAny(file, any);
    }),
    { numRuns },
  );
});

describe("what is accepted is whole and as it was written", () => {
  const good = VALUES.filter(([field, , code]) => code === undefined && field !== "uniqueId");
  const change = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom(
        ...good.map(([field, text]): [string, unknown] => [field, JSON.parse(text)]),
      ),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(
        fc.constantFrom(...FIELDS),
        fc.jsonValue({ maxDepth: 2, stringUnit: "binary" }),
      ),
    },
  );
  const anyAccount = fc
    .tuple(fc.array(change, { maxLength: 3 }), fc.constantFrom("u-1", "u-2", "u-3"))
    .map(
      ([changes, uniqueId]): Record<string, unknown> => ({
        ...ACCOUNT,
        uniqueId,
        ...Object.fromEntries(changes),
      }),
    );

  test.each(["a.json", "a.yml"])("in %s", async (file) => {
    let accepted = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(anyAccount, { maxLength: 2 }), async (accounts) => {
        const found = await readAny(file, JSON.stringify(accounts, null, 1));
        if (found === undefined) return;
        accepted += 1;
        const written = accounts.map((one) =>
          Object.entries(one).filter(([, value]) => value !== null),
        );
        expect(found).toEqual(written.map((entries) => Object.fromEntries(entries)));
      }),
      { numRuns: 300 },
    );
    expect(accepted).toBeGreaterThan(50);
  });

  test("in block style", async () => {
    const words = fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(words, words, async (fullName, group) => {
        const texts = [fullName, group].map((text) => JSON.stringify(text));
        const found = await readAny(
          "a.yml",
          yaml({ fullName: `${texts[0]}`, groupIds: `\n    - ${texts[1]}` }),
        );
        if (found !== undefined)
          expect(found).toEqual([{ ...ACCOUNT, fullName, groupIds: [group] }]);
      }),
      { numRuns: 200 },
    );
  });
});

describe("a roster with one mistake is refused, and that is one problem:", () => {
  const ids = ["a", "b", "c"].map((uniqueId) => ({ uniqueId: `"${uniqueId}"` }));
  const inYaml = yaml(...ids);
  const inJson = `[\n${ids.map((one) => json(one).slice(2, -3)).join(",\n")}\n]\n`;

  /** The first text whose one mistake is not one problem. */
  async function misjudged(texts: readonly string[], file: string): Promise<unknown> {
    for (const text of texts) {
      const { found } = await read(text, file);
      if (found.length !== 1) return { text, found };
    }
    return undefined;
  }

  test.each([...'{}[],:"'])("%s is left out of JSON", async (sign) => {
    const places = [...inJson.matchAll(/./gs)].filter(([one]) => one === sign);
    const texts = places.map(({ index }) => inJson.slice(0, index) + inJson.slice(index + 1));
    expect(await misjudged(texts, "a.json")).toBeUndefined();
  });

  test.each<[what: string, change: (line: string) => string]>([
    ["has no closing quote", (line) => line.replace(/"$/, "")],
    ["has a wrong closing quote", (line) => line.replace(/"$/, "'")],
    ["has text after its value", (line) => `${line} x`],
    ["has one space more", (line) => ` ${line}`],
    ["has one space less", (line) => line.replace(/^ /, "")],
    ["begins with a tab", (line) => line.replace(/^ {2}/, "\t")],
    ["has no colon", (line) => line.replace(":", "")],
    ["has no space after the colon", (line) => line.replace(": ", ":")],
    ["has no space after the dash", (line) => line.replace(/^- /, "-")],
    ["has an open bracket", (line) => line.replace(": ", ": [")],
    ["has an open brace", (line) => line.replace(": ", ": {")],
    ["has a text that cannot start so", (line) => line.replace(/: .*/, ": @x")],
  ])("a line of YAML %s", async (_, change) => {
    const bodies = ["", "resources:\n", "defaults: {roleDescription: x}\nresources:\n"];
    const texts = bodies.flatMap((head) =>
      [...inYaml.matchAll(/.+/g)].flatMap(({ 0: line, index }) => {
        const changed = change(line);
        const text = head + inYaml.slice(0, index) + changed + inYaml.slice(index + line.length);
        return changed === line ? [] : [text];
      }),
    );
    expect(texts.length).toBeGreaterThan(0);
    expect(await misjudged(texts, "a.yml")).toBeUndefined();
  });
});

test("no character that is left out of YAML makes an account disappear", async () => {
  const text = yaml({ uniqueId: "a" }, { uniqueId: "b", roleDescription: "'it''s'" });
  for (const { index } of text.matchAll(/./gs)) {
    const accounts = await readAny("a.yml", text.slice(0, index) + text.slice(index + 1));
    expect([index, accounts?.length ?? 2]).toEqual([index, 2]);
  }
});
