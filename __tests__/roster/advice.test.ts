// What a message advises is valid when it is followed to the letter.
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { FIELDS, type Field } from "../../src/model/account.js";
import { type Changes, json, read, yaml } from "./check.js";
import { VALUES } from "./values.js";

/** Each advice that says what to write, and what that is, given what is written now. */
const ADVICE: readonly (readonly [RegExp, (found: string, now: string) => string | null])[] = [
  [/Put it in quotes: write " before and after it\./, (_, now) => `"${now}"`],
  [/Put it in brackets: (\[.*\])\.$/, (found) => found],
  [/(?:, as in|Write it as|Write the address alone:) (["'].*["'])\.$/, (found) => found],
  [/Did you mean (\w+)\?/, (found) => JSON.stringify(found)],
  [/Allowed: (\w+)/, (found) => JSON.stringify(found)],
  [/Write (true|false)\b/, (found) => found],
  [/Remove all from :\/\/ to @/, (_, now) => now.replace(/:\/\/[^/]*@/, "://")],
  [/or leave the line out\./, () => null],
  [/or \[\] for none\./, () => "[]"],
  [/or put it in quotes\.$/, (_, now) => `"${now}"`],
  [/Write a whole address .*, as in (\S+)\.$/, (found) => JSON.stringify(found)],
  [/as RFC 3339 has them: (\S+)\.$/, (found) => JSON.stringify(found)],
  [/Write one address, as in (\S+)\.$/, (found) => JSON.stringify(found)],
];

/** What a message says to write; undefined where it leaves that to the author. */
function follow(message: string, now: string): string | null | undefined {
  for (const [pattern, write] of ADVICE) {
    const found = pattern.exec(message);
    if (found !== null) return write(found[1] ?? "", now);
  }
  return undefined;
}

/**
 * Writes a value of a field, and follows what is said of `part` of it. True where that was advice.
 */
async function expectGoodAdvice(field: Field, text: string, part = text): Promise<boolean> {
  const before = await read(yaml({ [field]: text }));
  const [message = ""] = before.messages;
  if (before.found.length !== 1 || before.found[0]?.startsWith("warning") === true) return false;
  const advised = follow(message, part);
  if (advised === undefined) return false;
  const next = advised === null ? null : text.replace(part, () => advised);
  const { found } = await read(yaml({ [field]: next }));
  const errors = found.filter((one) => !one.startsWith("warning"));
  expect({ message, next, errors }).toEqual({ message, next, errors: [] });
  return true;
}

const SINGLE = VALUES.map(([, text]) => text).filter((text) => !/^[[{]/.test(text));
const BARE = ["1001", "1e3", "0x1F", "yes", "True", "a, b", "OTP,SMS", "otp", "it's", "a b"];

test.each(FIELDS)("what is advised for a value of %s is one", async (field) => {
  const own = VALUES.filter(([name]) => name === field);
  const advised = await Promise.all([
    ...own.map(([, text, , part]) => expectGoodAdvice(field, text, part)),
    ...[...new Set(SINGLE), ...BARE].map((text) => expectGoodAdvice(field, text)),
  ]);
  expect(advised).toContain(true);
});

test.each<[Field, string]>([
  ["groupIds", "DOMAIN\\users"],
  ["groupIds", `a'b"c`],
  ["externalUrl", "http://example.com/a\\b"],
  ["externalUrl", "http://example.com/it's"],
  ["externalUrl", "https://ada:vEryS3cret@example.com/"],
  ["externalUrl", "http://ada:vEryS3cret@example.com/"],
  ["externalUrl", "http://example.com/%"],
  ["email", "'mailto:o''hara@example.com'"],
  ["createdTimestamp", "2024-03-01 09:00:00.5+01"],
  ["lastLoginTimestamp", "2024-03-01T09:00"],
])("for %s: %s", async (field, text) => {
  expect(await expectGoodAdvice(field, text)).toBe(true);
});

describe("law: for any text of", () => {
  test.each(FIELDS)("%s", async (field) => {
    const pieces = [
      ..."aé1 .,:@/%?&'\"<>{}[]#-",
      "http://",
      "https://",
      "example.com",
      "2024-03-01",
    ];
    const any = fc.array(
      fc.constantFrom(...pieces, "T09:00", ":00", "Z", "ada", "mailto:", "OTP"),
      {
        maxLength: 8,
      },
    );
    await fc.assert(
      fc.asyncProperty(any, async (words) => {
        await expectGoodAdvice(field, JSON.stringify(words.join("")));
      }),
      { numRuns: 100 },
    );
  });
});

/** A roster, what is said of it, and the roster as that advises. Nothing may be wrong then. */
const MENDED: readonly (readonly [file: string, bad: string, advice: string, good: string])[] = [
  ["a.yml", yaml({ fullName: "@ada" }), "in quotes", yaml({ fullName: '"@ada"' })],
  ["a.yml", yaml({ fullName: "Ada: L" }), "in quotes", yaml({ fullName: '"Ada: L"' })],
  ["a.yml", yaml({ fullName: '"a\\q"' }), "as \\\\,", yaml({ fullName: '"a\\\\q"' })],
  ["a.yml", yaml({ fullName: '"a\\q"' }), "single quotes", yaml({ fullName: "'a\\q'" })],
  ["a.yml", yaml({ fullName: "'it's'" }), "Check the line", yaml({ fullName: "'it''s'" })],
  ["a.yml", yaml({ fullName: "!env ADA" }), "value itself, without", yaml({ fullName: "ADA" })],
  ["a.yml", yaml({ fullName: '" Ada "' }), "Remove it", yaml({ fullName: '"Ada"' })],
  ["a.yml", yaml({ fullName: '"A\\u200bda"' }), "without it", yaml({ fullName: '"Ada"' })],
  ["a.yml", yaml().replace("- ", "-"), 'write "- key: value"', yaml()],
  ["a.yml", yaml().replace("  email: ", "  email:"), "space after the colon", yaml()],
  ["a.yml", yaml().replace(/^ {2}/gm, "\t"), "spaces only", yaml()],
  ["a.yml", yaml({ emial: "a@b.c", email: null }), "email?", yaml({ email: "a@b.c" })],
  ["a.yml", yaml({ customProperties: "{1: a}" }), "quotes", yaml({ customProperties: '{"1": a}' })],
  ["a.yml", yaml().replace("- ", "  "), 'put "- " before', yaml()],
  ["a.yml", "resources:\n", "Write [] for none", "resources: []\n"],
  ["a.yml", "# no one\n", "Write []", "[]\n"],
  ["a.yml", "resources: {}\n", "Write [] for none", "resources: []\n"],
  ["a.yml", "defaults: x\nresources: []\n", "Remove it", "resources: []\n"],
  ["a.yml", "resourceId: 65\nresources: []\n", "quotes", 'resourceId: "65"\nresources: []\n'],
  ["a.yml", "%FOO\n---\n[]\n", "Remove it", "---\n[]\n"],
  ["a.yml", "%YAML 1.1\n---\n[]\n", "Remove the line", "---\n[]\n"],
  ["a.yml", "[]\n---\n[]\n", "remove the line", "[]\n"],
  [
    "a.json",
    json({ fullName: '"a\\q"' }),
    "Write a backslash as \\\\",
    json({ fullName: '"a\\\\q"' }),
  ],
  ["a.json", json({ fullName: "Ada" }), "in double quotes", json({ fullName: '"Ada"' })],
  ["a.json", json({ uniqueId: "007" }), "in double quotes", json({ uniqueId: '"007"' })],
  ["a.json", json().replace('"SSO"', '"SSO",'), "no comma", json()],
  ["a.json", json().replace("  }\n", ""), "closing brace }", json()],
  ["a.json", json().replace(/\]\s*$/, ""), "closing bracket ]", json()],
  ["a.json", `// x\n${json()}`, "remove it", json()],
];

test.each(MENDED)("%s: %j → %s", async (file, bad, advice, good) => {
  const { messages } = await read(bad, file);
  expect(messages).toEqual([expect.stringContaining(advice)]);
  expect((await read(good, file)).found).toEqual([]);
});

describe("a message of JSON never advises what the field refuses:", () => {
  test.each<[string, Changes]>([
    ["a tab", { fullName: '"a\tb"' }],
    ["a quote that is not closed", { fullName: '"Ada' }],
  ])("%s", async (_, changes) => {
    const [message = ""] = (await read(json(changes), "a.json")).messages;
    const written = /is written (\\.)/.exec(message)?.[1] ?? "";
    expect((await read(json({ fullName: `"a${written}b"` }), "a.json")).found).toEqual([]);
  });
});

test.each(["nickname", "dispalyName", "displayname"])(
  "the field that is meant by {%s} in a default is not that default's own",
  async (reference) => {
    const roster = (name: string) => `resources: []\ndefaults: {displayName: "{${name}}"}\n`;
    const [message = ""] = (await read(roster(reference))).messages;
    const meant = /Did you mean \{(\w+)\}/.exec(message)?.[1] ?? "email";
    expect((await read(roster(meant))).found).toEqual([]);
  },
);

describe("a URL with a user or password:", () => {
  test.each([
    "https://ada:vEryS3cret@example.com/",
    "http://ada:vEryS3cret@example.com/",
    "' https://ada:vEryS3cret@example.com/'",
    "//ada:vEryS3cret@example.com/",
    "https:ada:vEryS3cret@example.com/",
    "ada:vEryS3cret@example.com",
  ])("%s is not quoted", async (url) => {
    const { found, messages } = await read(yaml({ externalUrl: url }));
    expect(found).toEqual(["bad-url 3:16"]);
    expect(messages[0]).not.toContain("vEryS3cret");
  });
});
