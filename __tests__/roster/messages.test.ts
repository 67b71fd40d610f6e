// What messages say: what is wrong, what was found, and how to fix it. And what they must not show.
import { describe, expect, test } from "@jest/globals";
import { FIELDS } from "../../src/model/account.js";
import { toPlainText } from "../../src/model/message.js";
import { show } from "../../src/report/redaction.js";
import { known } from "../report/outcomes.js";
import { type Changes, json, read, yaml } from "./check.js";

test.each<[Changes, message: string]>([
  [
    { uniqueId: "1001" },
    'uniqueId must be a string, but is the number "1001". Put it in quotes: write " before and after it.',
  ],
  [
    { permissionLevel: "admin" },
    'permissionLevel cannot be "admin". Did you mean ADMIN? Allowed: ADMIN, EDITOR, BASE.',
  ],
  [
    { mfaMethods: "OTP" },
    'mfaMethods must be a list, but is the string "OTP". Put it in brackets: ["OTP"].',
  ],
  [{ uniqueId: null }, "uniqueId is missing. Add it to this account."],
  [{ email: null }, "email is missing. Add it to this account, or to defaults for the whole file."],
  [{ fullName: null, fulName: "Ada" }, 'Unknown field "fulName". Did you mean fullName?'],
  [
    { fulName: "Ada" },
    'Unknown field "fulName". Did you mean fullName? It is already here: keep one of them.',
  ],
  [
    { email: `'"john doe"@x.com'` },
    `email is not an email address: '"john doe"@x.com'. Write one address, as in ada@example.com.`,
  ],
])("%j", async (changes, message) => {
  expect((await read(yaml(changes))).messages).toEqual([message]);
});

test.each<[first: Changes, second: Changes, message: string]>([
  [
    { email: null, status: null },
    { uniqueId: "b" },
    "email and status are missing. Add them to this account, or to defaults for the whole file.",
  ],
  [
    { uniqueId: null, email: null },
    {},
    "uniqueId and email are missing. Add them to this account, or to defaults for the whole file; uniqueId has no default.",
  ],
  [
    { status: null },
    { status: null, uniqueId: "b" },
    "Every account of this file lacks status. Add it to defaults, or to each account.",
  ],
  [
    { uniqueId: null },
    { uniqueId: null },
    "Every account of this file lacks uniqueId. Add one to each account.",
  ],
])("of two accounts, %j and %j", async (first, second, message) => {
  expect((await read(yaml(first, second))).messages).toEqual([message]);
});

test.each<[field: string, text: string, advice: string]>([
  ["fullName", "[a]", "must be a string, but is a list. Write one string."],
  ["fullName", "{a: b}", "is a mapping"],
  ["fullName", "true", "is true. Put it in quotes"],
  ["fullName", '"a\\tb"', "has a tab in it"],
  ["fullName", '"a\\nb"', "has a line end in it"],
  ["fullName", '"a\\0b"', "has a control character in it"],
  ["groupIds", '[""]', "An entry of groupIds is empty"],
  ["groupIds", "[null]", "is empty (null). Write one string."],
  ["customProperties", '{a: ""}', "A custom property is empty"],
  ["groupIds", "{}", "or [] for none"],
  ["mfaEnabled", '"True"', "Write true in small letters and without quotes."],
  ["mfaEnabled", "yes", "Write true."],
  ["mfaEnabled", "0", "Write false."],
  ["mfaEnabled", "maybe", "Write one of the two"],
  ["createdTimestamp", "2024-03-01", 'Add a time and an offset, as in "2024-03-01T09:00:00Z".'],
  ["createdTimestamp", "2024-03-01T09:00:00", "an offset at the end"],
  ["createdTimestamp", "2024-03-01 09:00:00", "Write a T"],
  ["createdTimestamp", "2024-03-01T09:00Z", "time with seconds"],
  ["createdTimestamp", "2024-03-01T09:00:00+0100", "offset with a colon"],
  ["createdTimestamp", "2024-02-30T09:00:00Z", "no such day"],
  ["createdTimestamp", "2024-03-01T24:00:00Z", "no such day or time"],
  ["createdTimestamp", "2024-03-01T09:00:60Z", "leap second"],
  ["createdTimestamp", "yesterday", "RFC 3339"],
  ["externalUrl", "http://example.com", 'Write it as "https://example.com".'],
  ["externalUrl", "https://", "whole address that begins with https://"],
  ["externalUrl", "https://example.com/{id}", "/%7Bid%7D"],
  ["externalUrl", "https://example.com/a b", "%20"],
  ["externalUrl", "example.com/a", 'Write it as "https://example.com/a".'],
  ["externalUrl", "'?'", "whole address"],
])("%s: %s: %s", async (field, text, advice) => {
  expect((await read(yaml({ [field]: text }))).messages[0]).toContain(advice);
});

test("a number of JSON is quoted as it is written", async () => {
  expect((await read(json({ uniqueId: "1e3" }), "a.json")).messages[0]).toContain(
    'the number "1e3".',
  );
});

test.each<[text: string | Uint8Array, words: string]>([
  [yaml().replace("- ", "-") + yaml(), 'A space is missing after the "-"'],
  ['- uniqueId: "a\n', "quote that opens here is not closed"],
  ["- uniqueId:a\n  email: b\n", "with a space after the colon"],
  ["- roleDescription: a: b\n", "Put the text in quotes"],
  ["- uniqueId: a\n email: b\n", 'should begin with "- "'],
  ["- uniqueId: a\nemail: b\n", "Check the line above"],
  ['x-a: ["a" "b"]\nresources: []\n', "A comma is missing"],
  ["- {uniqueId: a\nemail: b\n", "not closed before this"],
  [Buffer.from("# \xe9\n", "latin1"), "on this line only"],
  [Buffer.from("# \xe9\n# \xe8\n", "latin1"), "on 2 lines"],
  ["x-a: &base 1\nx-b: *bsae\nresources: []\n", 'Did you mean "*base"?'],
  ["defaults: {displayName: '{emial}'}\nresources: []\n", "Did you mean {email}?"],
  ["defaults: {displayName: '{x}'}\nresources: []\n", "which no account has. These can"],
  [
    "defaults: {displayName: '{fullName}', fullName: '{displayName}'}\nresources: []\n",
    "displayName → fullName → displayName",
  ],
  ["x-b: *base\nresources: []\n", "must come before"],
])("of %j: %s", async (text, words) => {
  expect((await read(text)).messages[0]).toContain(words);
});

test("text of the roster is on one line, without control characters, and cut if it is long", async () => {
  const evil = '"::error::x\\u001b[31m\\r\\n##[group]\\u202e\\ud83d\\ude00"';
  const { messages } = await read(yaml({ email: evil, [evil]: "1", uniqueId: evil }));
  expect(messages).toHaveLength(3);
  for (const message of messages) expect(message).not.toMatch(/\p{Cc}|\u202e|^::/u);
  expect((await read(yaml({ email: "x".repeat(100_000) }))).messages[0]?.length).toBeLessThan(500);
});

describe("where personal data is hidden, text of the roster is too", () => {
  /** What is reported about a file. Text in the wrong place may be anything, also a name. */
  async function hidden(text: string): Promise<readonly string[]> {
    const { problems } = await read(text);
    const shown = show(
      { ...known({ problems }), outcome: "invalid" },
      { kind: "all", key: "k" },
      [],
    );
    return shown.problems.kept.map(({ message }) => toPlainText(message));
  }

  test.each([
    "forget: zeta\nresources: []\n",
    'forget: [" zeta"]\nresources: []\n',
    "- zeta@person.example\n",
    "zeta@person.example\n",
    "resources: zeta\n",
    "defaults: zeta\nresources: []\n",
    'resourceId: "zeta person"\nresources: []\n',
    "zeta: x\nresources: []\n",
    "x-a: {zeta: 1, zeta: 2}\nresources: []\n",
    'defaults: {displayName: "Zeta { Person"}\nresources: []\n',
    'defaults: {status: "Zeta { Person"}\nresources: []\n',
    'defaults: {displayName: "{Zeta Person}"}\nresources: []\n',
    "- *zeta\n",
    "x-a: &zeta-person [*zeta-persom, *zeta-person]\nresources: []\n",
    yaml({ zeta: "x" }),
    yaml({ customProperties: '{" zeta": 1, zeta: {}}' }),
  ])("%j", async (text) => {
    const messages = await hidden(text);
    expect(messages.length).toBeGreaterThan(0);
    expect(messages.join("\n")).not.toMatch(/zeta/i);
  });

  test.each(FIELDS)("as a value of %s", async (field) => {
    for (const value of [
      '"zeta\\tperson"',
      '["zeta\\tperson"]',
      '{zeta: "zeta\\tperson"}',
      "!zeta x",
    ]) {
      const messages = await hidden(yaml({ [field]: value }));
      expect(messages.length).toBeGreaterThan(0);
      expect(messages.join("\n")).not.toMatch(/zeta/i);
    }
    for (const value of ["19700203", '"1970-02-03"'])
      expect((await hidden(yaml({ [field]: value }))).join("\n")).not.toMatch(/1970/);
  });

  test("but not a misspelled name of ours", async () => {
    expect((await hidden(yaml({ emial: "x" })))[0]).toContain('"emial"');
    expect((await hidden("resources: []\nresources: []\n"))[0]).toContain('"resources"');
  });
});
