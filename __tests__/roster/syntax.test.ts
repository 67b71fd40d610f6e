// The text of a file: how it may be written, and where each mistake is reported.
import { describe, expect, test } from "@jest/globals";
import { collectProblems, makeProblem } from "../../src/model/problem.js";
import { parseRosters } from "../../src/roster/parse.js";
import { NOW } from "../support/clock.js";
import { ACCOUNT, check, json, read, yaml } from "./check.js";

/** A text, and all that is found in it. */
type Case = readonly [text: string, ...found: string[]];

const nested = (depth: number) =>
  `{"x-a": ${"[".repeat(depth)}${"]".repeat(depth)}, "resources": []}`;

const IN_BOTH: readonly Case[] = [
  ["[]"],
  ['{"$schema": "./roster.schema.json", "x-team": {"any": [1, true]}, "resources": []}'],
  ["", "empty-file 1:1"],
  ["\n \n", "empty-file 1:1"],
  ["\uFEFF", "empty-file 1:1"],
  ["null", "wrong-type 1:1"],
  ["\n 5", "wrong-type 2:2"],
  ['"hello"', "wrong-type 1:1"],
  [
    '[5, "text", [], null]',
    "wrong-type 1:2",
    "wrong-type 1:5",
    "wrong-type 1:13",
    "wrong-type 1:17",
  ],
  ['{"uniqueId": "a", "fullName": "b"}', "wrong-type 1:1"],
  ["{}", "missing-field 1:1"],
  ['{"resourceId": "r"}', "missing-field 1:1"],
  ['{"resources": null}', "wrong-type 1:15"],
  ['{"resources": {}}', "wrong-type 1:15"],
  ['{"resource": []}', "unknown-key 1:2"],
  ['{"shoes": [], "resources": []}', "unknown-key 1:2"],
  ['{"__proto__": [], "resources": []}', "unknown-key 1:2"],
  ['{"resourceId": 65, "resources": []}', "wrong-type 1:16"],
  ['{"resourceId": "a b", "resources": []}', "bad-resource-id 1:16"],
  ['{"resourceId": "", "resources": []}', "empty-text 1:16"],
  ['{"forget": "u-1", "resources": []}', "wrong-type 1:12"],
  ['{"forget": {}, "resources": []}', "wrong-type 1:12"],
  ['{"forget": [1, ""], "resources": []}', "wrong-type 1:13", "empty-text 1:16"],
  ['{"forget": [" a", null], "resources": []}', "space-around 1:13", "wrong-type 1:19"],
  ['{"forget": ["u\\u200b"], "resources": []}', "invisible-character 1:13"],
  ['{"resources": [], "resources": []}', "duplicate-key 1:19"],
  ['{"resources": [], "re\\u0073ources": []}', "duplicate-key 1:19"],
  ['{"resources": [], "x-a": ["\\ud83d\\ude00", "\\udc00"]}', "lone-surrogate 1:43"],
  ['{"resources": [], "\\ud800": 1}', "lone-surrogate 1:19"],
  ['{"resources": [], "x-a": "a\0b"}', "nul-character 1:28"],
  [nested(99)],
  [nested(100), "nested-too-deep 1:108"],
];

const IN_YAML: readonly Case[] = [
  ["# roster\n---\n[]\n...\n"],
  ["%YAML 1.2\n---\n[]\n"],
  ["defaults:\n#  status: ACTIVE\nforget:\n# - u-1\nresources: []\n"],
  ["x-a: {1: b, true: c, 2024-01-01: {1.5: e}}\nresources: []\n"],
  ["# no one\n# yet\n", "empty-file 1:1"],
  ["---\n", "empty-file 1:1"],
  ["-\n", "wrong-type 1:2"],
  ["resources:\n", "wrong-type 1:1"],
  ["[]\n---\n[]\n", "several-documents 2:1"],
  ["---\n---\n[]\n", "several-documents 2:1"],
  ["[]\n...\nb: 1\n", "several-documents 3:1"],
  ["# %YAML\n%YAML 1.1\n---\n[]\n", "yaml-version 2:1"],
  ["%FOO\n---\n[]\n", "yaml-syntax 1:1"],
  // Keys
  ["1: a\ntrue: b\n~: c\nresources: []\n", "unknown-key 1:1", "unknown-key 2:1", "bad-key 3:1"],
  ["? [a]\n: d\n? {a: b}\n: e\nresources: []\n", "bad-key 1:3", "bad-key 3:3"],
  ["x-a: {1: b, ~: c}\nresources: []\n", "bad-key 1:13"],
  ["x-a: {[a]: b}\nresources: []\n", "bad-key 1:7"],
  ["2024-01-01: a\nresources: []\n", "unknown-key 1:1"],
  // Anchors, aliases, merge keys and tags
  ["x-a: [*a]\nresources: []\n", "unknown-alias 1:7"],
  ["x-a: &a [*a]\nresources: []\n", "circular-alias 1:10"],
  ["- &a\n  <<: *a\n", "circular-alias 2:7"],
  ["x-a: &a {}\nx-b: {<<: *a, <<: *a}\nresources: []\n", "duplicate-key 2:15"],
  ['x-a: &a {}\n"<<": *a\nresources: []\n', "unknown-key 2:1"],
  ["x-a: {<<: text}\nresources: []\n", "bad-merge 1:11"],
  ["x-a: &a {}\nx-b: {<<: [*a, text]}\nresources: []\n", "bad-merge 2:16"],
  ["x-a: [!env ID, !!binary aGk=]\nresources: []\n", "custom-tag 1:7", "custom-tag 1:16"],
  ["x-a:\n  !!set {a}\nresources: []\n", "custom-tag 2:3"],
  // Indentation
  ["resources:\n- uniqueId: a\n\tfullName: b\n\temail: c\n", "tab-indentation 3:1"],
  ["resources:\n  \t- uniqueId: a\n", "tab-indentation 2:3"],
];

const IN_JSON: readonly Case[] = [
  ['{\n  "resources": [],\n}\n', "json-syntax 3:1"],
  ["[\n  5,\n]\n", "wrong-type 2:3", "json-syntax 3:1"],
  ['{"resources": []\n"resourceId": "a b"}', "json-syntax 2:1", "bad-resource-id 2:15"],
  ['// roster\n{"resources": []}', "json-syntax 1:1"],
  ['{"forget": 1, "resources": []} /* all */', "wrong-type 1:12", "json-syntax 1:32"],
  ['{\n"resourceId" "r",\n"resources": []\n}', "json-syntax 2:14"],
  ["{\n'resources': []\n}", "json-syntax 2:1"],
  ["{\nresources: []\n}", "json-syntax 2:1"],
  ['{"resources":\nTrue\n}', "json-syntax 2:1"],
  ["[NaN]", "json-syntax 1:2"],
  ['{"x-a": 010, "resources": []}', "json-syntax 1:10"],
  ['{\n"resourceId": "r,\n"resources": []\n}', "json-syntax 2:15"],
  ['{"x-a": "\\q", "resources": []}', "json-syntax 1:9"],
  ['{"x-a": "a\tb", "resources": []}', "json-syntax 1:9"],
  ['{"resources": [\n', "json-syntax 2:1"],
  ['[\n{"status": "x" "email" "y"}\n]', "json-syntax 2:16", "json-syntax 2:24"],
  ["[]\n[]", "json-syntax 2:1"],
  ["- a: b\n", "json-syntax 1:1"],
];

describe.each([
  ["a.yml", [...IN_BOTH, ...IN_YAML]],
  ["a.json", [...IN_BOTH, ...IN_JSON]],
  ["a.JSON", [["// roster\n[]", "json-syntax 1:1"] as const]],
])("%s", (file, cases) => {
  test.each(cases)("%j", async (text, ...found) =>
    expect((await read(text, file)).found).toEqual(found),
  );
});

test.each<[string, (text: string) => string]>([
  ["a byte order mark", (text) => `\uFEFF${text}`],
  ["CRLF", (text) => text.replaceAll("\n", "\r\n")],
  ["CR alone", (text) => text.replaceAll("\n", "\r")],
  ["no line end at the end", (text) => text.trimEnd()],
])("%s changes nothing", async (_, change) => {
  for (const [file, write] of [
    ["a.yml", yaml],
    ["a.json", json],
  ] as const) {
    expect((await read(change(write()), file)).accounts).toEqual([ACCOUNT]);
    const bad = write({ email: '"x"', status: '"GONE"' });
    expect((await read(change(bad), file)).found).toEqual((await read(bad, file)).found);
  }
});

test("words and tags are read as YAML 1.2 has them", async () => {
  const text = yaml({
    fullName: "No",
    accountName: "on",
    email: "!!str a@b.c",
    createdTimestamp: "2024-03-01T09:00:00Z",
    mfaEnabled: "!!bool true",
  });
  const fields = { fullName: "No", accountName: "on", email: "a@b.c", mfaEnabled: true };
  expect((await read(text)).accounts).toEqual([{ ...ACCOUNT, ...fields }]);
});

describe("a file with mistakes is read as far as it can be", () => {
  // A broken account before one with a wrong status. Which fields the first lacks does not matter.
  test.each<Case>([
    ['- uniqueId: a\n  fullName: "Ada\n  email: x\n', "yaml-syntax 2:13"],
    ["- uniqueId:a\n  fullName: b\n", "yaml-syntax 1:3"],
    ["- uniqueId: a\n  fullName b\n  email: c\n", "yaml-syntax 2:3"],
    ["- uniqueId: a\n  roleDescription: admin: all\n", "yaml-syntax 2:20"],
    ["- uniqueId: @a\n  email: b\n", "yaml-syntax 1:13", "bad-email 2:10"],
    ['- uniqueId: "\\q"\n  email: b\n', "yaml-syntax 1:14", "bad-email 2:10"],
    ["- uniqueId: a\n  mfaMethods: [OTP\n  email: b\n", "yaml-syntax 3:3"],
    ["- uniqueId: a\n fullName: b\n", "yaml-syntax 2:2"],
  ])("%j", async (text, ...found) => {
    const next = text.split("\n").length;
    expect(
      (await read(text + yaml({ status: "GONE" }))).found.filter(
        (one) => !one.startsWith("missing"),
      ),
    ).toEqual([...found, `unknown-value ${next + 8}:11`]);
  });

  const [a, b, c] = ["a", "b", "c"].map((uniqueId) => yaml({ uniqueId }));
  const dash = yaml({ uniqueId: "d" }).replace("- ", "-");
  test.each<Case>([
    [`${dash}${a}${b}`, "yaml-syntax 1:1"],
    [`${a}${dash}${b}${c}`, "yaml-syntax 13:1"],
    [`resources:\n${a}${dash}${b}${c}`, "yaml-syntax 14:1"],
    [`resources:\n${a}${dash}${b}${c}`.replace(/^(?=[- ])/gm, "  "), "yaml-syntax 14:3"],
  ])("a space that is missing after a dash is one mistake: %#", async (text, ...found) => {
    expect((await read(text)).found).toEqual(found);
  });

  test("JSON", async () => {
    const { found } = await read(
      json({ fullName: "Ada", status: '"GONE"', email: '"x"' }),
      "a.json",
    );
    expect(found).toEqual(["json-syntax 6:17", "bad-email 8:14", "unknown-value 11:15"]);
  });

  test("several files", async () => {
    const files = { "b.yml": "- @\n", "a.json": "[5,]", "c.yml": yaml({ email: "x" }) };
    const found = ["wrong-type a.json:1:2", "json-syntax a.json:1:4", "yaml-syntax b.yml:1:3"];
    found.push("bad-email c.yml:6:10");
    expect((await check(files)).found).toEqual(found);
  });
});

/** Changes one line (1-based) of a text. */
function changeLine(text: string, line: number, change: (line: string) => string): string {
  const lines = text.split("\n");
  return lines.map((one, index) => (index + 1 === line ? change(one) : one)).join("\n");
}

describe("one syntax mistake in the second of three accounts is one problem, and hides no other", () => {
  const unclosed = (line: string) => line.slice(0, -1);
  const YAML_MISTAKES: readonly (readonly [string, number, (line: string) => string, string])[] = [
    ["a quote that is not closed", 15, unclosed, "yaml-syntax 15:16"],
    ["that of the first field", 13, unclosed, "yaml-syntax 13:16"],
    ["text after a quote", 14, (line) => `${line} x"`, "yaml-syntax 14:17"],
    ["one space more", 15, (line) => ` ${line}`, "yaml-syntax 15:4"],
    ["one space less", 15, (line) => line.slice(1), "yaml-syntax 15:2"],
    ["one space more in the last line", 24, (line) => ` ${line}`, "yaml-syntax 24:4"],
    ["no colon", 15, (line) => line.replace(":", ""), "yaml-syntax 15:3"],
    ["no space after the colon", 21, (line) => line.replace(": ", ":"), "yaml-syntax 21:3"],
    ["a tab", 15, (line) => line.replace("  ", "\t"), "tab-indentation 15:1"],
    ["an open bracket", 23, (line) => line.replace("]", ""), "yaml-syntax 24:3"],
    ["an open brace", 23, () => "  customProperties: {a: 1", "yaml-syntax 24:3"],
    ["a text that cannot start so", 16, () => "  fullName: @b", "yaml-syntax 16:13"],
    ["an escape that does not exist", 16, () => '  fullName: "\\q"', "yaml-syntax 16:14"],
    ["a tag", 16, () => "  fullName: !env B", "custom-tag 16:13"],
    [
      "a block text that begins with a tab",
      24,
      () => "  roleDescription: |\n    \t\n    x\n  authMethod: SSO",
      "yaml-syntax 24:20",
    ],
  ];
  const two = { uniqueId: '"b"', authMethod: '"SSO"' };
  test.each(YAML_MISTAKES)("in YAML: %s", async (_, line, change, mistake) => {
    for (const [head, shift] of [
      ["", 0],
      ["resources:\n", 1],
    ] as const) {
      const good = head + yaml({}, two, { uniqueId: '"c"', email: '"x"' });
      const text = changeLine(good, line + shift, change);
      const moved = mistake.replace(/\d+(?=:)/, (number) => String(Number(number) + shift));
      const lines = text.split("\n").length - good.split("\n").length;
      const email = `bad-email ${30 + shift + lines}:10`;
      expect((await read(text)).found).toEqual([moved, email]);
      expect((await read(text.replaceAll("\n", "\r\n"))).found).toEqual([moved, email]);
    }
  });

  test.each<[what: string, number, (line: string) => string, mistake: string]>([
    ["a quote of the last field", 24, unclosed, "yaml-syntax 24:15"],
    ["a quote that '' leaves open", 14, () => "  uniqueId: 'b''", "yaml-syntax 14:13"],
    ["an open brace in the last line", 24, () => "  customProperties: {a: 1", "yaml-syntax 25:1"],
  ])(
    "in YAML, where it swallows the beginning of the next account: %s",
    async (_, line, change, mistake) => {
      const text = yaml({}, two, { uniqueId: "'c'" });
      expect((await read(changeLine(text, line, change))).found).toEqual([mistake]);
    },
  );

  const JSON_MISTAKES: readonly (readonly [string, number, (line: string) => string, string])[] = [
    ["a quote that is not closed", 18, (line) => line.replace('",', ","), "json-syntax 18:17"],
    ["no comma between fields", 18, (line) => line.slice(0, -1), "json-syntax 19:5"],
    ["no comma between accounts", 15, (line) => line.replace(",", ""), "json-syntax 16:3"],
    ["a comma after the last field", 28, (line) => `${line},`, "json-syntax 29:3"],
    ["no closing brace", 29, () => "  ,", "json-syntax 30:3"],
    ["an open bracket", 27, (line) => line.replace("]", ""), "json-syntax 27:20"],
    ["no colon", 25, (line) => line.replace(":", ""), "json-syntax 25:14"],
    ["single quotes", 25, () => `    "status": 'ACTIVE',`, "json-syntax 25:15"],
    ["a bare word", 25, () => '    "status": ACTIVE,', "json-syntax 25:15"],
    ["a bare key", 25, () => '    status: "ACTIVE",', "json-syntax 25:5"],
    ["True", 26, () => '    "mfaEnabled": True,', "json-syntax 26:19"],
    ["a comment", 26, (line) => `${line} // no`, "json-syntax 26:26"],
    ["a tab in a text", 21, () => '    "accountName": "a\tb",', "json-syntax 21:20"],
    ["an escape that does not exist", 21, () => '    "accountName": "\\q",', "json-syntax 21:20"],
  ];
  const three = [{}, { uniqueId: '"b"' }, { uniqueId: '"c"', email: '"x"' }];
  test.each(JSON_MISTAKES)("in JSON: %s", async (_, line, change, mistake) => {
    const accounts = three.map((changes) => json(changes).slice(2, -3));
    const text = changeLine(`[\n${accounts.join(",\n")}\n]\n`, line, change);
    expect((await read(text, "a.json")).found).toEqual([mistake, "bad-email 36:14"]);
  });

  test("several in one file", async () => {
    const ids = ["a", "b", "c"].map((uniqueId) => ({ uniqueId: `"${uniqueId}"` }));
    const inYaml = changeLine(yaml(...ids), 3, unclosed);
    expect((await read(changeLine(inYaml, 27, (line) => line.replace(":", "")))).found).toEqual([
      "yaml-syntax 3:16",
      "yaml-syntax 27:3",
    ]);
    const inJson = `// c\n[${json({ uniqueId: '"a",' }).slice(2, -2)}, {"uniqueId": "b" "email": "c"}] x`;
    const found = (await read(inJson, "a.json")).found.filter((one) => one.startsWith("json"));
    expect(found).toEqual([
      "json-syntax 1:1",
      "json-syntax 4:21",
      "json-syntax 16:20",
      "json-syntax 16:35",
    ]);
  });
});

describe("a syntax mistake before the accounts is one problem", () => {
  test.each<Case>([
    ["\nresources: [\nx\n", "yaml-syntax 3:1"],
    ["\nresources: []\nforget: [a\n", "yaml-syntax 4:1"],
    [
      'defaults:\n  status: "ACTIVE\nresources:\n- uniqueId: a\n- uniqueId: b\n',
      "yaml-syntax 2:11",
    ],
    ['resourceId: "r\nresources:\n- uniqueId: a\n', "yaml-syntax 1:13", "missing-field 3:3"],
  ])("%j", async (text, ...found) => expect((await read(text)).found).toEqual(found));
});

describe("a merge conflict is one problem, and the file is read with our side of it", () => {
  const conflict = (ours: string, theirs: string) =>
    `<<<<<<< HEAD\n${ours}=======\n${theirs}>>>>>>> topic\n`;
  const BAD = "  email: x\n";
  const EMAIL = `  email: "${ACCOUNT.email}"\n`;
  const [a, b] = ["a", "b"].map((uniqueId) => yaml({ uniqueId }));
  test.each<Case>([
    [yaml().replace(EMAIL, conflict(EMAIL, BAD)), "merge-conflict 6:1"],
    [yaml().replace(EMAIL, conflict(BAD, EMAIL)), "merge-conflict 6:1", "bad-email 7:10"],
    [`${a}${conflict(yaml(), b ?? "")}${b}`, "merge-conflict 13:1"],
    [`${a}${conflict(yaml(), "")}`, "merge-conflict 13:1"],
    [
      `${conflict("", yaml())}${a}${conflict(yaml(), "")}`,
      "merge-conflict 1:1",
      "merge-conflict 28:1",
    ],
    [
      conflict(yaml(), a ?? "").replace("=======", `||||||| base\n${b}=======`),
      "merge-conflict 1:1",
    ],
  ])("%#", async (text, ...found) => {
    expect((await read(text)).found).toEqual(found);
    expect((await read(text.replaceAll("\n", "\r\n"))).found).toEqual(found);
  });

  test("in JSON", async () => {
    const email = `    "email": "${ACCOUNT.email}",\n`;
    const text = json().replace(email, conflict(email, '    "email": "x",\n'));
    expect((await read(text, "a.json")).found).toEqual(["merge-conflict 8:1"]);
  });

  test.each(["<<<<<<< HEAD\n", "=======\n", ">>>>>>> topic\n"])(
    "not %j alone, which is still refused",
    async (marker) => {
      const { found } = await read(`${a}${marker}${b}`);
      expect(found).toHaveLength(1);
    },
  );

  test("nor the same signs within a text", async () => {
    const text = yaml({ roleDescription: "|-\n    <<<<<<<\n    =======\n    >>>>>>>" });
    expect((await read(text)).found).toEqual(["control-character 13:20"]);
  });
});

describe("bytes that are not UTF-8", () => {
  // Each character is one byte.
  test.each<Case>([
    [yaml({ fullName: "Ad\xe4", status: "GONE" }), "invalid-utf8 4:15", "unknown-value 9:11"],
    // Cut in the middle of a character, a surrogate, a form that is too long, after four bytes
    ["[] \xe2\x82", "invalid-utf8 1:4"],
    ['"\xed\xa0\x80"', "invalid-utf8 1:2"],
    ['"\xc0\xaf"', "invalid-utf8 1:2"],
    ['"\xf0\x9f\x98\x80\xff"', "invalid-utf8 1:4"],
    // UTF-16, either way and without a mark
    ["\xff\xfe[\0]\0", "invalid-utf8 1:1"],
    ["\xfe\xff\0[\0]", "invalid-utf8 1:1"],
    ["[\0]\0", "nul-character 1:2"],
  ])("%j", async (bytes, ...found) => {
    expect((await read(Buffer.from(bytes, "latin1"))).found).toEqual(found);
  });
});

test("no file is never a roster without accounts", async () => {
  await expect(check({})).rejects.toThrow("nothing was reported");
  const problems = collectProblems();
  problems.add(makeProblem("pattern-unmatched", ["why"]));
  expect(await parseRosters([], { now: NOW }, problems)).toBeUndefined();
  expect(problems.errors).toBe(1);
});
