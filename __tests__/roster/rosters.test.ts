// Good and bad rosters as whole files, each with all that is to be found in it.
import { describe, expect, test } from "@jest/globals";
import { collectProblems, makeProblem } from "../../src/model/problem.js";
import { parseRosters } from "../../src/roster/parse.js";
import { ADA, check, jsonAccount, NOW, yamlAccount } from "./check.js";

const DEFAULTS = `resourceId: r-1
defaults:
  status: ACTIVE
  authMethod: SSO
  mfaEnabled: false
  mfaMethods: []
  permissionLevel: BASE
  displayName: "{fullName}"
  accountName: "{email}"
  externalUrl: "https://admin.example.com/users/{uniqueId}"
`;
const SHORT = `resources:
  - uniqueId: u-1001
    fullName: Ada Lovelace
    email: ada@example.com
    createdTimestamp: 2024-03-01T09:00:00Z
`;

describe("good rosters", () => {
  test("a list", () => {
    const { rosters, found } = check({ "a.yml": yamlAccount() });
    expect(found).toEqual([]);
    expect(rosters).toEqual([
      {
        entries: [{ account: ADA, location: { file: "a.yml", line: 1, column: 3 } }],
        forget: new Set(),
      },
    ]);
  });

  test("a body with defaults and templates", () => {
    const { rosters, found } = check({ "a.yml": `${DEFAULTS}forget: [u-0007]\n${SHORT}` });
    expect(found).toEqual([]);
    const account = {
      ...ADA,
      accountName: "ada@example.com",
      externalUrl: "https://admin.example.com/users/u-1001",
    };
    const location = { file: "a.yml", line: 13, column: 5 };
    expect(rosters).toEqual([
      { resourceId: "r-1", entries: [{ account, location }], forget: new Set(["u-0007"]) },
    ]);
  });

  test.each([
    ["an empty list", "[]\n"],
    [
      "defaults and forget of which all is commented out",
      "defaults:\n#  status: ACTIVE\nforget:\n# - u-1\nresources: []\n",
    ],
    [
      "keys of any kind in a place for anchors",
      "x-a: {1: b, true: c, ~: d, 2024-01-01: {1.5: e}}\nresources: []\n",
    ],
    ["an empty body", "resources: []\n"],
    ["after a marker and a comment", "# roster\n---\n[]\n...\n"],
    ["with %YAML 1.2", "%YAML 1.2\n---\n[]\n"],
  ])("%s", (_, text) =>
    expect(check({ "a.yml": text })).toMatchObject({ rosters: [{ entries: [] }], found: [] }),
  );

  test("with $schema, x- keys, anchors, aliases and merge keys", () => {
    const text = `$schema: ./roster.schema.json
x-base: &base {status: ACTIVE, authMethod: SSO, mfaEnabled: false, mfaMethods: &none [], permissionLevel: BASE}
x-more: &more {permissionLevel: ADMIN, createdTimestamp: 2024-03-01T09:00:00Z, externalUrl: "https://admin.example.com/users/1001"}
resources:
  - <<: [*base, *more]
    uniqueId: &id u-1001
    displayName: &name Ada Lovelace
    fullName: *name
    accountName: ada
    email: ada@example.com
    groupIds: [*id]
    "status": DEACTIVATED
    deactivatedTimestamp: 2025-01-01T00:00:00Z
`;
    const { rosters, found } = check({ "a.yml": text });
    expect(found).toEqual([]);
    const account = {
      ...ADA,
      status: "DEACTIVATED",
      deactivatedTimestamp: "2025-01-01T00:00:00Z",
      groupIds: ["u-1001"],
    };
    expect(rosters?.[0]?.entries).toEqual([
      { account, location: { file: "a.yml", line: 5, column: 5 } },
    ]);
  });

  test("an anchor thousands of times", () => {
    const accounts = Array.from(
      { length: 5000 },
      (_, index) => `  - {<<: *b, uniqueId: u-${index}}\n`,
    ).join("");
    const base = yamlAccount({ uniqueId: null }).replace("- ", "  ");
    const { rosters, found } = check({ "a.yml": `x-b: &b\n${base}resources:\n${accounts}` });
    expect(found).toEqual([]);
    expect(rosters?.[0]?.entries).toHaveLength(5000);
  });

  test.each([
    ["a BOM", `\uFEFF${yamlAccount()}`],
    ["CRLF", yamlAccount().replaceAll("\n", "\r\n")],
    ["CR alone", yamlAccount().replaceAll("\n", "\r")],
    ["no line end at the end", yamlAccount().trimEnd()],
    [
      "explicit tags of plain YAML",
      yamlAccount({ uniqueId: "!!str u-1001", mfaEnabled: "!!bool false" }),
    ],
  ])("with %s", (_, text) => {
    expect(check({ "a.yml": text })).toMatchObject({
      rosters: [{ entries: [{ account: ADA }] }],
      found: [],
    });
  });

  test("JSON with a BOM and CRLF", () => {
    const text = `\uFEFF${jsonAccount().replaceAll("\n", "\r\n")}`;
    expect(check({ "a.json": text })).toMatchObject({
      rosters: [{ entries: [{ account: ADA, location: { line: 2, column: 3 } }] }],
      found: [],
    });
  });

  test("a timestamp and other words without quotes stay text", () => {
    const { rosters } = check({
      "a.yml": yamlAccount({
        createdTimestamp: "2024-03-01T09:00:00Z",
        fullName: "No",
        accountName: "on",
        roleDescription: "yes",
      }),
    });
    expect(rosters?.[0]?.entries[0]?.account).toMatchObject({
      fullName: "No",
      accountName: "on",
      roleDescription: "yes",
    });
  });
});

/** [what, the text, all that is found] */
type Bad = readonly [string, string, ...string[]];

const BAD_YAML: readonly Bad[] = [
  ["empty", "", "empty-file 1:1"],
  ["blank", " \n\n", "empty-file 1:1"],
  ["a BOM only", "\uFEFF", "empty-file 1:1"],
  ["comments only", "# nobody\n# yet\n", "empty-file 1:1"],
  ["markers only", "---\n", "empty-file 1:1"],
  ["null", "null\n", "wrong-type 1:1"],
  ["text", "hello\n", "wrong-type 1:1"],
  ["two documents", "[]\n---\n[]\n", "several-documents 2:1"],
  ["two documents, the first empty", "---\n---\n[]\n", "several-documents 2:1"],
  ["a document after the end of one", "[]\n...\nb: 1\n", "several-documents 3:1"],
  ["a single account", "uniqueId: a\nfullName: b\n", "wrong-type 1:1"],
  ["another word for resources", "resourceId: r\nresource: []\n", "unknown-key 2:1"],
  ["resources missing", "resourceId: r\n", "missing-field 1:1"],
  ["resources empty", "resources:\n", "wrong-type 1:1"],
  [
    "keys that are no text after a place for anchors",
    "x-a: {1: b}\n1: c\nresources: []\n",
    "bad-key 2:1",
  ],
  ["keys that are lists in a place for anchors", "x-a: {[a]: b}\nresources: []\n", "bad-key 1:7"],
  ["resources null", "resources: null\n", "wrong-type 1:12"],
  ["resources a map", "resources: {}\n", "wrong-type 1:12"],
  [
    "accounts of other types",
    "- 5\n- text\n-\n- []\n- null\n",
    "wrong-type 1:3",
    "wrong-type 2:3",
    "wrong-type 3:2",
    "wrong-type 4:3",
    "wrong-type 5:3",
  ],
  ["a resource ID that is a number", "resourceId: 65\nresources: []\n", "wrong-type 1:13"],
  ["a resource ID with a space", 'resourceId: "a b"\nresources: []\n', "bad-resource-id 1:13"],
  ["an empty resource ID", 'resourceId: ""\nresources: []\n', "empty-text 1:13"],
  ["a key twice", "resources: []\nresources: []\n", "duplicate-key 2:1"],
  [
    "a key twice in an account",
    yamlAccount({ groupIds: "[]" }).replace("groupIds", "email"),
    "duplicate-key 13:3",
  ],
  ["<< twice", "x-a: &a {}\nresources: []\nx-b: {<<: *a, <<: *a}\n", "duplicate-key 3:15"],
  ["<< in quotes", 'x-a: &a {}\n"<<": *a\nresources: []\n', "unknown-key 2:1"],
  ["<< of text", "x-a: {<<: text}\nresources: []\n", "bad-merge 1:11"],
  [
    "<< of a list with text",
    "x-a: &a {}\nx-b: {<<: [*a, text]}\nresources: []\n",
    "bad-merge 2:16",
  ],
  [
    "keys that are no text",
    "1: a\ntrue: b\n~: c\n? [a]\n: d\n? {a: b}\n: e\n2024-01-01: f\nresources: []\n",
    "bad-key 1:1",
    "bad-key 2:1",
    "bad-key 3:1",
    "bad-key 4:3",
    "bad-key 6:3",
    "unknown-key 8:1",
  ],
  [
    "custom tags",
    yamlAccount({ uniqueId: "!env ID", email: "!!binary aGk=", groupIds: "!!set {a}" }),
    "custom-tag 2:13",
    "custom-tag 6:10",
    "custom-tag 13:13",
  ],
  ["an unknown alias", yamlAccount({ email: "*ada" }), "unknown-alias 6:10"],
  ["a circular alias", "x-a: &a [*a]\nresources: []\n", "circular-alias 1:10"],
  ["an account in itself", "- &a\n  <<: *a\n", "circular-alias 2:7"],
  ["YAML 1.1", "%YAML 1.1\n---\n[]\n", "yaml-version 1:1"],
  ["another directive", "%FOO\n---\n[]\n", "yaml-syntax 1:1"],
  ["a NUL", 'resources: []\nx-a: "a\0b"\n', "nul-character 2:8"],
  ["a lone surrogate", 'resources: []\nx-a: ["\\ud800", "\\ud83d\\ude00"]\n', "lone-surrogate 2:7"],
  ["a lone surrogate in a key", 'resources: []\n"x-\\ud800": 1\n', "lone-surrogate 2:1"],
  ["a tab in the indentation", "- uniqueId: a\n\tfullName: b\n", "tab-indentation 2:1"],
  [
    "a tab, after which YAML gives up",
    "- uniqueId: a\n\tfullName: b\n- uniqueId: c\n",
    "tab-indentation 2:1",
  ],
  ["a tab after spaces", "resources:\n  \t- uniqueId: a\n", "tab-indentation 2:3"],
];

describe("bad YAML", () => {
  test.each(BAD_YAML)("%s", (_, text, ...expected) => {
    const { rosters, found } = check({ "a.yml": text });
    expect(found).toEqual(expected);
    expect(rosters).toBeUndefined();
  });
});

const BAD_JSON: readonly Bad[] = [
  ["empty", "", "empty-file 1:1"],
  ["blank", "\n \n", "empty-file 1:1"],
  ["null", "null", "wrong-type 1:1"],
  ["a number", "\n 5", "wrong-type 2:2"],
  ["a key twice", '{\n  "resources": [],\n  "resources": []\n}', "duplicate-key 3:3"],
  [
    "a key twice by an escape",
    '{\n  "resources": [],\n  "re\\u0073ources": []\n}',
    "duplicate-key 3:3",
  ],
  ["a comma at the end of a list", "[\n  5,\n]\n", "wrong-type 2:3", "json-syntax 3:1"],
  ["a comma at the end of a map", '{\n  "resources": [],\n}\n', "json-syntax 3:1"],
  [
    "a missing comma",
    '{\n  "resourceId": "a b"\n  "resources": []\n}',
    "bad-resource-id 2:17",
    "json-syntax 3:3",
  ],
  ["a comment", '// roster\n{"resources": []}', "json-syntax 1:1"],
  ["a block comment", '{"resources": []} /* all */', "json-syntax 1:19"],
  ["a missing colon", '{\n"resourceId" "r",\n"resources": []\n}', "json-syntax 2:14"],
  ["single quotes", "{\n'resources': []\n}", "json-syntax 2:1"],
  ["no quotes", "{\nresources: []\n}", "json-syntax 2:1"],
  ["True", '{\n"resources":\nTrue\n}', "json-syntax 3:1"],
  ["NaN", "[NaN]", "json-syntax 1:2"],
  ["a number that begins with 0", '{"x-a": 010, "resources": []}', "json-syntax 1:10"],
  [
    "an open quote",
    '{\n"resourceId": "r,\n"resources": []\n}',
    "json-syntax 2:15",
    "json-syntax 3:1",
  ],
  ["a bad escape", '{"x-a": "\\q", "resources": []}', "json-syntax 1:9"],
  ["a tab in a text", '{"x-a": "a\tb", "resources": []}', "json-syntax 1:9"],
  ["an open list", '{"resources": [\n', "json-syntax 2:1"],
  [
    "two mistakes on a line, which is then not trusted",
    '[\n{"status": "x" "email" "y"}\n]',
    "json-syntax 2:16",
  ],
  ["a second value", "[]\n[]", "json-syntax 2:1"],
  ["YAML", "- a: b\n", "json-syntax 1:1"],
  ["a lone surrogate", '{"resources": [], "x-a": "\\udc00"}', "lone-surrogate 1:26"],
  ["a lone surrogate in a key", '{"resources": [], "\\ud800": 1}', "lone-surrogate 1:19"],
  ["a NUL", '{"resources": [], "x-a": "a\0b"}', "nul-character 1:28"],
];

describe("bad JSON", () => {
  test.each(BAD_JSON)("%s", (_, text, ...expected) => {
    const { rosters, found } = check({ "a.json": text });
    expect(found).toEqual(expected);
    expect(rosters).toBeUndefined();
  });
});

/** Syntax errors beside other errors: [what, the text, all that is found]. */
const BROKEN_YAML: readonly Bad[] = [
  ["an open quote", `- uniqueId: a\n  fullName: "Ada\n  email: x@y.z\n`, "yaml-syntax 2:13"],
  ["no space after the colon", `- uniqueId:a\n  fullName: b\n`, "yaml-syntax 1:3"],
  ["no colon", `- uniqueId: a\n  fullName b\n  email: c\n`, "yaml-syntax 2:3"],
  ["a colon in a text", `- uniqueId: a\n  roleDescription: admin: all\n`, "yaml-syntax 2:20"],
  [
    "@ at the start of a text",
    `- uniqueId: @a\n  email: b\n`,
    "yaml-syntax 1:13",
    "bad-email 2:10",
  ],
  ["an open bracket", `- uniqueId: a\n  mfaMethods: [OTP\n  email: b\n`, "yaml-syntax 3:3"],
  ["too little indentation", `- uniqueId: a\n fullName: b\n`, "yaml-syntax 2:1"],
  ["a bad escape", `- uniqueId: "\\q"\n  email: b\n`, "yaml-syntax 1:14", "bad-email 2:10"],
];

describe("a file with syntax errors is read as far as it can be", () => {
  test.each(BROKEN_YAML)("%s", (_, text, ...expected) => {
    expect(
      check({ "a.yml": `${text}${yamlAccount({ status: "GONE", uniqueId: "z" })}` }).found.filter(
        (one) => !one.startsWith("missing"),
      ),
    ).toEqual([...expected, `unknown-value ${text.split("\n").length + 8}:11`]);
  });

  test.each([
    [
      "the first entry",
      (accounts: string[]) =>
        accounts.map((one, index) => (index === 0 ? one.replace("- ", "-") : one)).join(""),
      "1:1",
    ],
    [
      "one in the middle",
      (accounts: string[]) =>
        accounts.map((one, index) => (index === 1 ? one.replace("- ", "-") : one)).join(""),
      "13:1",
    ],
    [
      "under a key",
      (accounts: string[]) => `resources:\n${accounts.join("").replace(/- (?=.*\n.*b1)/, "-")}`,
      "14:1",
    ],
    [
      "indented",
      (accounts: string[]) =>
        `resources:\n${accounts
          .join("")
          .replace(/- (?=.*\n.*b1)/, "-")
          .replace(/^/gm, "  ")}`,
      "14:3",
    ],
  ])("a missing space after a dash is one error: %s", (_, write, location) => {
    const accounts = ["a1", "b1", "c1", "d1"].map((uniqueId) => yamlAccount({ uniqueId }));
    const { found, messages } = check({ "a.yml": write(accounts) });
    expect(found).toEqual([`yaml-syntax ${location}`]);
    expect(messages[0]).toContain('A space is missing after the "-"');
  });

  test("in JSON too", () => {
    const text = jsonAccount({ fullName: "Ada", status: '"GONE"', email: '"x"' });
    expect(check({ "a.json": text }).found).toEqual([
      "json-syntax 6:17",
      "bad-email 8:14",
      "unknown-value 11:15",
    ]);
  });

  test("all files together", () => {
    const files = { "b.yml": "- @\n", "a.json": "[5,]", "c.yml": yamlAccount({ email: "x" }) };
    expect(check(files).found).toEqual([
      "json-syntax a.json:1:4",
      "yaml-syntax b.yml:1:3",
      "bad-email c.yml:6:10",
    ]);
  });
});

describe("bytes", () => {
  const latin1 = (text: string) => new Uint8Array(Buffer.from(text, "latin1"));

  test("that are no UTF-8, with their place, and what else is wrong", () => {
    const text = yamlAccount({ fullName: "Adä", status: "GONE" });
    const { found, messages } = check({ "a.yml": latin1(text) });
    expect(found).toEqual(["invalid-utf8 4:15", "unknown-value 9:11"]);
    expect(messages[0]).toContain("on this line only");
  });

  test("on several lines", () => {
    expect(check({ "a.yml": latin1("# é\n# è\n- 5\n") }).messages[0]).toContain("on 2 lines");
  });

  test.each([
    ["cut in the middle of a character", [0x5b, 0x5d, 0x20, 0xe2, 0x82], "invalid-utf8 1:4"],
    ["with an encoded surrogate", [0x22, 0xed, 0xa0, 0x80, 0x22], "invalid-utf8 1:2"],
    ["with an overlong form", [0x22, 0xc0, 0xaf, 0x22], "invalid-utf8 1:2"],
    [
      "after a character of four bytes",
      [0x22, 0xf0, 0x9f, 0x98, 0x80, 0xff, 0x22],
      "invalid-utf8 1:4",
    ],
    ["UTF-16 LE", [0xff, 0xfe, 0x5b, 0, 0x5d, 0], "invalid-utf8 1:1"],
    ["UTF-16 BE", [0xfe, 0xff, 0, 0x5b, 0, 0x5d], "invalid-utf8 1:1"],
    ["UTF-16 without a mark", [0x5b, 0, 0x5d, 0], "nul-character 1:2"],
  ])("%s", (_, bytes, expected) => {
    expect(check({ "a.json": new Uint8Array(bytes) }).found[0]).toBe(expected);
    expect(check({ "a.yml": new Uint8Array(bytes) }).rosters).toBeUndefined();
  });
});

test("no file is never a roster without people: it must be known why there is none", () => {
  expect(() => check({})).toThrow("nothing was reported");
  const problems = collectProblems();
  problems.add(makeProblem("pattern-unmatched", ["why"]));
  expect(parseRosters([], { now: NOW }, problems)).toBeUndefined();
  expect(problems.errors).toBe(1);
});

describe("duplicates", () => {
  test("n equal ones are n − 1 errors that name both places", () => {
    const { found, messages } = check({ "a.yml": yamlAccount().repeat(3) });
    expect(found).toEqual(["duplicate-unique-id 14:13", "duplicate-unique-id 26:13"]);
    expect(messages[1]).toContain('here and at "a.yml:2:13"');
  });

  test("across files with one resource ID, and not across resources", () => {
    const body = (id: string) => `resourceId: ${id}\nresources:\n${yamlAccount()}`;
    expect(check({ "a.yml": body("r1"), "b.yml": body("r1") }).found).toEqual([
      "duplicate-unique-id b.yml:4:13",
    ]);
    expect(check({ "a.yml": body("r1"), "b.yml": body("r2") }).found).toEqual([]);
    expect(
      check({ "a.yml": body("r1"), "b.yml": yamlAccount() }, { resourceId: "r1" }).found,
    ).toEqual(["duplicate-unique-id b.yml:2:13"]);
    expect(
      check({ "a.yml": body("r1"), "b.yml": yamlAccount() }, { resourceId: "r2" }).found,
    ).toEqual([]);
  });

  test("by an alias: at the alias", () => {
    const text = `resources:\n${yamlAccount().replace("- displayName", "- &a\n  displayName")}- *a\n`;
    expect(check({ "a.yml": text }).found).toEqual(["duplicate-unique-id 15:3"]);
  });

  test("also beside other errors", () => {
    expect(check({ "a.yml": yamlAccount() + yamlAccount({ email: "x" }) }).found).toEqual([
      "duplicate-unique-id 14:13",
      "bad-email 18:10",
    ]);
  });
});

describe("one mistake is one problem", () => {
  test("a bad value in defaults", () => {
    const text = `defaults:\n  status: active\n  mfaEnabled: "no"\nresources:\n${yamlAccount({ status: null, mfaEnabled: null })}${yamlAccount({ uniqueId: "b", status: null, mfaEnabled: null })}`;
    expect(check({ "a.yml": text }).found).toEqual(["unknown-value 2:11", "wrong-type 3:15"]);
  });

  test("a default that nobody takes is wrong all the same", () => {
    expect(
      check({ "a.yml": `defaults: {status: active}\nresources:\n${yamlAccount()}` }).found,
    ).toEqual(["unknown-value 1:20"]);
  });

  test("a bad value behind an anchor", () => {
    const text = `x-a: {email: &e nobody}\nresources:\n${yamlAccount({ email: "*e" })}${yamlAccount({ uniqueId: "b", email: "*e" })}`;
    expect(check({ "a.yml": text }).found).toEqual(["bad-email 1:17"]);
  });

  test("a bad value behind an anchor in several fields", () => {
    expect(
      check({
        "a.yml": yamlAccount({ displayName: '&n " x"', fullName: "*n", roleDescription: "*n" }),
      }).found,
    ).toEqual(["space-around 1:19"]);
    const text = `x-n: &n 1004\nresources:\n${yamlAccount({ uniqueId: "*n", accountName: "*n", groupIds: "[*n]" })}${yamlAccount({ displayName: "*n" })}`;
    expect(check({ "a.yml": text }).found).toEqual(["wrong-type 1:9"]);
  });

  const inherited = (defaults: string) =>
    `defaults: ${defaults}\nresources:\n${["a", "b", "c"].map((uniqueId) => yamlAccount({ uniqueId, status: null, displayName: null })).join("")}`;
  const goodDefaults = '\n  displayName: "{fullName} ({roleDescription})"\n';
  test.each<[string, string, string]>([
    ["an unknown alias", "*nope", "unknown-alias 1:11"],
    ["a text", "none", "wrong-type 1:11"],
    ["a list", "[status]", "wrong-type 1:11"],
    ["a merge of nothing", `${goodDefaults}  <<: *nope`, "unknown-alias 3:7"],
    ["a merge of text", `${goodDefaults}  <<: nope`, "bad-merge 3:7"],
    ["no colon", `${goodDefaults}  status ACTIVE\n  mfaMethods: []`, "yaml-syntax 3:3"],
    [
      "no space after the colon",
      `${goodDefaults}  status:ACTIVE\n  mfaMethods: []`,
      "yaml-syntax 3:3",
    ],
    ["no space after the only colon", "\n  status:ACTIVE", "wrong-type 2:3"],
    ["an open quote", '\n  status: "ACTIVE', "yaml-syntax 2:11"],
    ["a custom tag", "\n  status: !x ACTIVE", "custom-tag 2:11"],
    ["a tab", "\n  mfaMethods: []\n\tstatus: ACTIVE", "tab-indentation 3:1"],
    ["a key that is none", "\n  [status]: ACTIVE", "bad-key 2:3"],
    ["a key with half a character", '\n  "stat\\ud800us": ACTIVE', "lone-surrogate 2:3"],
  ])("in defaults, whatever the accounts then miss: %s", (_, defaults, expected) => {
    expect(check({ "a.yml": inherited(defaults) }).found).toEqual([expected]);
  });

  test("in the line of defaults itself", () => {
    expect(check({ "a.yml": inherited("").replace("defaults:", "defaults {") }).found).toEqual([
      "yaml-syntax 1:1",
    ]);
  });

  test("in defaults in JSON", () => {
    const resources = `"resources": [${["a", "b"].map((uniqueId) => JSON.stringify({ ...ADA, uniqueId, status: undefined })).join()}]`;
    for (const [defaults, expected] of [
      ['{\n"status" "ACTIVE"}', "json-syntax 2:10"],
      ["{\nstatus: 1}", "json-syntax 2:1"],
      ['{"stat\\ud800us": "ACTIVE"}', "lone-surrogate 1:16"],
      ['"none"', "wrong-type 1:15"],
    ]) {
      expect([
        defaults,
        check({ "a.json": `{ "defaults": ${defaults},\n${resources}}` }).found,
      ]).toEqual([defaults, [expected]]);
    }
  });

  test("defaults that are whole are not to blame", () => {
    expect(check({ "a.yml": inherited("{displayName: x}") }).found).toEqual([
      "missing-field 3:3",
      "missing-field 13:3",
      "missing-field 23:3",
    ]);
  });

  test("a key that cannot be read is not also a missing field", () => {
    expect(check({ "a.yml": yamlAccount({ email: null, '"em\\ud800ail"': "x" }) }).found).toEqual([
      "lone-surrogate 12:3",
    ]);
    expect(
      check({
        "a.json": jsonAccount({ email: null }).replace(
          '"accountName"',
          '"em\\ud800ail": "x", "accountName"',
        ),
      }).found,
    ).toEqual(["lone-surrogate 7:5"]);
  });

  test("a misspelt key that is merged in many times", () => {
    const text = `x-a: &a {stauts: ACTIVE}\nresources:\n${["a", "b"].map((uniqueId) => yamlAccount({ uniqueId, status: null, "<<": "*a" })).join("")}`;
    expect(check({ "a.yml": text }).found).toEqual(["unknown-key 1:10"]);
  });

  test("misspelt keys at the top", () => {
    const text = `defualts: {status: ACTIVE, emial: x}\nresuorces:\n${yamlAccount({ status: null, email: null })}`;
    expect(check({ "a.yml": text }).found).toEqual([
      "unknown-key 1:1",
      "unknown-key 1:28",
      "bad-email 1:35",
      "unknown-key 2:1",
    ]);
  });

  test("a misspelt key beside the right one: its value counts for nothing", () => {
    expect(check({ "a.yml": yamlAccount({ emial: "x" }) }).found).toEqual(["unknown-key 13:3"]);
  });

  test("a bad entry of a list is not also a contradiction", () => {
    const account = { authMethod: "PASSWORD", mfaEnabled: "true", mfaMethods: "[otp]" };
    expect(check({ "a.yml": yamlAccount(account) }).found).toEqual(["unknown-value 11:16"]);
  });

  test("uniqueId in defaults", () => {
    const text = `defaults: {uniqueId: a}\nresources:\n${yamlAccount({ uniqueId: null })}`;
    expect(check({ "a.yml": text }).found).toEqual(["unique-id-default 1:12"]);
  });
});

describe("defaults", () => {
  const withDefaults = (defaults: string, account: Record<string, string | null> = {}) =>
    check({ "a.yml": `defaults:\n  ${defaults}\nresources:\n${yamlAccount(account)}` });
  const accountOf = (verdict: ReturnType<typeof check>) =>
    verdict.rosters?.[0]?.entries[0]?.account;

  test("fill in what an account leaves out, and nothing else", () => {
    expect(accountOf(withDefaults("permissionLevel: ADMIN", { permissionLevel: null }))).toEqual({
      ...ADA,
      permissionLevel: "ADMIN",
    });
    expect(accountOf(withDefaults("permissionLevel: ADMIN"))).toEqual(ADA);
  });

  test("are overridden by null where the field is optional", () => {
    expect(accountOf(withDefaults("roleDescription: x"))).toEqual({ ...ADA, roleDescription: "x" });
    expect(accountOf(withDefaults("roleDescription: x", { roleDescription: "null" }))).toEqual(ADA);
    expect(accountOf(withDefaults("roleDescription: null"))).toEqual(ADA);
    expect(withDefaults("status: ACTIVE", { status: "null" }).found).toEqual(["null-value 12:11"]);
    expect(withDefaults("status: null").found).toEqual(["null-value 2:11"]);
  });

  test("hold in their own file only", () => {
    const { found } = check({
      "a.yml": `defaults: {status: ACTIVE}\nresources: []\n`,
      "b.yml": yamlAccount({ status: null }),
    });
    expect(found).toEqual(["missing-field b.yml:1:3"]);
  });

  test("name other fields, also such as are filled in themselves", () => {
    const defaults = `displayName: "{accountName} <{{{email}}}>"\n  accountName: "{uniqueId}"\n  groupIds: ["{status}-x", y]\n  customProperties: {a: "{fullName}", b: 1}`;
    expect(accountOf(withDefaults(defaults, { displayName: null, accountName: null }))).toEqual({
      ...ADA,
      displayName: "u-1001 <{ada@example.com}>",
      accountName: "u-1001",
      groupIds: ["ACTIVE-x", "y"],
      customProperties: { a: "Ada Lovelace", b: 1 },
    });
  });

  test("are percent-encoded in externalUrl", () => {
    const account = accountOf(
      withDefaults(`externalUrl: "https://a.example/u/{fullName}?m={email}"`, {
        externalUrl: null,
        fullName: "Ádám/é",
      }),
    );
    expect(account?.externalUrl).toBe(
      "https://a.example/u/%C3%81d%C3%A1m%2F%C3%A9?m=ada%40example.com",
    );
  });

  test.each<[string, string, Record<string, string | null>, ...string[]]>([
    [
      "an unknown field",
      'displayName: "{name}"',
      { displayName: null },
      "template-unknown-field 2:16",
    ],
    [
      "a field that is no text",
      'displayName: "{mfaEnabled}"',
      { displayName: null },
      "template-not-text 2:16",
    ],
    ["a single brace", 'displayName: "{"', { displayName: null }, "template-syntax 2:16"],
    ["itself", 'displayName: "{displayName}"', { displayName: null }, "template-circle 2:16"],
    [
      "a circle",
      'displayName: "{fullName}"\n  fullName: "{displayName}"',
      { displayName: null, fullName: null },
      "template-circle 2:16",
    ],
    [
      "a field that the account has not",
      'displayName: "{roleDescription}"',
      { displayName: null },
      "template-unset 4:3",
    ],
    [
      "a field that is null",
      'displayName: "{roleDescription}"',
      { displayName: null, roleDescription: "null" },
      "template-unset 4:3",
    ],
    [
      "a required field that is missing anyway",
      'displayName: "{fullName}"',
      { displayName: null, fullName: null },
      "missing-field 4:3",
    ],
    [
      "a field whose value is wrong anyway",
      'displayName: "{email}"',
      { displayName: null, email: "x" },
      "bad-email 8:10",
    ],
    [
      "a text that cannot become a URL",
      'externalUrl: "http://a.example/{uniqueId}"',
      { externalUrl: null },
      "bad-url 2:16",
    ],
    [
      "a whole URL, which gets encoded",
      'externalUrl: "{accountName}"',
      { externalUrl: null },
      "bad-url 2:16",
    ],
    [
      "a text that becomes no e-mail address here",
      'email: "{fullName}@example.com"',
      { email: null },
      "bad-email 4:3",
    ],
    [
      "a choice that is none here",
      'authMethod: "{fullName}"',
      { authMethod: null },
      "unknown-value 4:3",
    ],
  ])("name %s", (_, defaults, account, ...expected) => {
    const lines = defaults.split("\n").length - 1;
    const moved = expected.map((one) =>
      one.replace(
        / (\d+):/,
        (_all, line: string) => ` ${Number(line) > 3 ? Number(line) + lines : line}:`,
      ),
    );
    expect(withDefaults(defaults, account).found).toEqual(moved);
  });

  test("that are wrong for every account are told once, whatever else names them", () => {
    const text = `defaults:\n  externalUrl: "http://a.example/{uniqueId}"\n  displayName: "{foo}"\n  accountName: "{displayName}"\nresources:\n${["a", "b"].map((uniqueId) => yamlAccount({ uniqueId, externalUrl: null, displayName: null, accountName: null })).join("")}`;
    expect(check({ "a.yml": text }).found).toEqual(["bad-url 2:16", "template-unknown-field 3:16"]);
  });
});

describe("forget", () => {
  test.each<[string, string, ...string[]]>([
    ["text", "forget: u-1\nresources: []\n", "wrong-type 1:9"],
    [
      "other types",
      'forget: [1, "", " a", null]\nresources: []\n',
      "wrong-type 1:10",
      "empty-text 1:13",
      "space-around 1:17",
      "wrong-type 1:23",
    ],
    ["the same twice", "forget: [a, b, a]\nresources: []\n", "duplicate-forget 1:16"],
    [
      "somebody who is there",
      `forget: [x, u-1001]\nresources:\n${yamlAccount()}`,
      "forget-in-roster 1:13",
    ],
  ])("%s", (_, text, ...expected) => expect(check({ "a.yml": text }).found).toEqual(expected));

  test("holds for the files of its resource only", () => {
    const forget = (id: string) => `resourceId: ${id}\nforget: [u-1001]\nresources: []\n`;
    const body = `resourceId: r1\nresources:\n${yamlAccount()}`;
    expect(check({ "a.yml": forget("r1"), "b.yml": body }).found).toEqual([
      "forget-in-roster a.yml:2:10",
    ]);
    expect(check({ "a.yml": forget("r2"), "b.yml": body })).toMatchObject({
      found: [],
      rosters: [
        { resourceId: "r1", forget: new Set() },
        { resourceId: "r2", forget: new Set(["u-1001"]), entries: [] },
      ],
    });
  });
});

describe("resource IDs", () => {
  test("are needed for plan and sync: one error a file", () => {
    const files = {
      "a.yml": `${yamlAccount({ uniqueId: "a" })}`,
      "b.yml": `# b\n${yamlAccount({ uniqueId: "b" })}`,
    };
    const { found, messages } = check(files, { addressed: true });
    expect(found).toEqual(["missing-resource-id a.yml:1:1", "missing-resource-id b.yml:2:1"]);
    expect(messages[0]).toContain("resource-id");
    expect(check(files, { addressed: true, resourceId: "r" }).rosters).toMatchObject([
      { resourceId: "r", entries: [{}, {}] },
    ]);
    expect(check(files).rosters?.map(({ resourceId }) => resourceId)).toEqual([undefined]);
  });

  test("order the rosters; files and lines order the accounts", () => {
    const body = (id: string, ...accounts: string[]) =>
      `resourceId: ${id}\nresources:\n${accounts.map((uniqueId) => yamlAccount({ uniqueId: `"${uniqueId}"` })).join("")}`;
    const { rosters } = check({
      "c.yml": body("b", "1"),
      "b/x.yml": body("a", "3", "2"),
      "b.yml": body("a", "4"),
      "a.yml": body("B", "5"),
    });
    expect(
      rosters?.map(({ resourceId, entries }) => [
        resourceId,
        entries.map(({ account }) => account.uniqueId),
      ]),
    ).toEqual([
      ["B", ["5"]],
      ["a", ["4", "3", "2"]],
      ["b", ["1"]],
    ]);
  });
});

describe("warnings", () => {
  const withPassword = { authMethod: "PASSWORD" };
  test.each<[string, Record<string, string | null>, ...string[]]>([
    ["DEACTIVATED without a time", { status: "DEACTIVATED" }, "deactivated-without-time 1:3"],
    [
      "DEACTIVATED with one",
      { status: "DEACTIVATED", deactivatedTimestamp: "2025-01-01T00:00:00Z" },
    ],
    [
      "ACTIVE with one",
      { deactivatedTimestamp: "2025-01-01T00:00:00Z" },
      "active-with-deactivation 13:25",
    ],
    ["MFA without a method", { ...withPassword, mfaEnabled: "true" }, "mfa-without-method 10:15"],
    [
      "MFA with UNSUPPORTED only",
      { ...withPassword, mfaEnabled: "true", mfaMethods: "[UNSUPPORTED, DISABLED]" },
      "mfa-without-method 10:15",
    ],
    ["MFA with a method", { ...withPassword, mfaEnabled: "true", mfaMethods: "[DISABLED, SMS]" }],
    ["a method without MFA", { ...withPassword, mfaMethods: "[OTP]" }, "method-without-mfa 10:15"],
    ["no MFA and DISABLED", { ...withPassword, mfaMethods: "[DISABLED]" }],
    ["either with SSO", { mfaEnabled: "true" }],
    [
      "an ADMIN with a password and no MFA",
      { ...withPassword, permissionLevel: "ADMIN" },
      "admin-without-mfa 7:20",
    ],
    ["an ADMIN with a token", { authMethod: "TOKEN", permissionLevel: "ADMIN" }],
    [
      "a DEACTIVATED ADMIN",
      {
        ...withPassword,
        permissionLevel: "ADMIN",
        status: "DEACTIVATED",
        deactivatedTimestamp: "2025-01-01T00:00:00Z",
      },
      "admin-without-mfa 7:20",
    ],
    ["5 minutes ahead", { lastLoginTimestamp: "2026-03-01T12:05:00Z" }],
    [
      "5 minutes and a bit ahead",
      { lastLoginTimestamp: "2026-03-01T12:05:00.001Z" },
      "future-timestamp 13:23",
    ],
    [
      "created in the future",
      { createdTimestamp: "2062-03-01T09:00:00Z", lastLoginTimestamp: "2025-01-01T00:00:00Z" },
      "future-timestamp 8:21",
    ],
    [
      "before it was created",
      { lastLoginTimestamp: "2024-03-01T08:59:59Z" },
      "before-created 13:23",
    ],
    ["when it was created", { lastLoginTimestamp: "2024-03-01T10:00:00+01:00" }],
  ])("%s", (_, account, ...expected) => {
    const { found, rosters } = check({ "a.yml": yamlAccount(account) });
    expect(found).toEqual(expected.map((one) => `warning ${one}`));
    expect(rosters).toHaveLength(1);
  });

  test("uniqueIds that differ only in case", () => {
    const text = ["u-1", "U-1", "u-2", "ü", "Ü"]
      .map((uniqueId) => yamlAccount({ uniqueId }))
      .join("");
    expect(check({ "a.yml": text }).found).toEqual([
      "warning similar-unique-id 14:13",
      "warning similar-unique-id 50:13",
    ]);
  });

  test("stand in defaults once where the defaults alone are at fault", () => {
    const defaults =
      "defaults: {authMethod: PASSWORD, mfaEnabled: true, mfaMethods: []}\nresources:\n";
    const account = (uniqueId: string, more = {}) =>
      yamlAccount({ uniqueId, authMethod: null, mfaEnabled: null, mfaMethods: null, ...more });
    expect(check({ "a.yml": `${defaults}${account("a")}${account("b")}` }).found).toEqual([
      "warning mfa-without-method 1:46",
    ]);
    expect(
      check({ "a.yml": `${defaults}${account("a", { mfaMethods: "[DISABLED]" })}` }).found,
    ).toEqual(["warning mfa-without-method 12:15"]);
  });

  test.each<[string, Record<string, string | null>, ...string[]]>([
    [
      "another field is wrong",
      { status: "DEACTIVATED", email: "bad" },
      "bad-email 6:10",
      "warning deactivated-without-time 1:3",
    ],
    [
      "another field is missing",
      { status: "DEACTIVATED", email: null },
      "missing-field 1:3",
      "warning deactivated-without-time 1:3",
    ],
    [
      "another field has an unknown key",
      { shoes: "44", lastLoginTimestamp: "2062-01-01T00:00:00Z" },
      "unknown-key 13:3",
      "warning future-timestamp 14:23",
    ],
  ])("are told of an account where %s", (_, account, ...expected) => {
    expect([...check({ "a.yml": yamlAccount(account) }).found].sort()).toEqual(
      [...expected].sort(),
    );
  });

  test.each<[string, Record<string, string | null>, ...string[]]>([
    [
      "the time",
      { status: "DEACTIVATED", deactivatedTimestamp: "yesterday" },
      "bad-timestamp 13:25",
    ],
    [
      "the status",
      { status: "GONE", deactivatedTimestamp: "2025-01-01T00:00:00Z" },
      "unknown-value 9:11",
    ],
    ["the sign-in", { authMethod: "X", mfaEnabled: "true" }, "unknown-value 12:15"],
    [
      "when it was created",
      { createdTimestamp: "2024", lastLoginTimestamp: "2023-01-01T00:00:00Z" },
      "wrong-type 8:21",
    ],
    [
      "MFA",
      { ...withPassword, mfaEnabled: "yes", mfaMethods: "[OTP]", permissionLevel: "ADMIN" },
      "wrong-type 10:15",
    ],
    ["a line", { status: "DEACTIVATED", deactivatedTimestamp: "@" }, "yaml-syntax 13:25"],
  ])("are not told of what contradicts something wrong: %s", (_, account, ...expected) => {
    expect(check({ "a.yml": yamlAccount(account) }).found).toEqual(expected);
  });

  test("about uniqueIds that differ only in case are told of invalid accounts", () => {
    const text = yamlAccount() + yamlAccount({ uniqueId: "U-1001", email: "bad" });
    expect(check({ "a.yml": text }).found).toEqual([
      "warning similar-unique-id 14:13",
      "bad-email 18:10",
    ]);
  });

  test("are told of valid accounts beside invalid ones", () => {
    expect(
      check({
        "a.yml":
          yamlAccount({ status: "DEACTIVATED" }) + yamlAccount({ uniqueId: "b", email: "x" }),
      }).found,
    ).toEqual(["warning deactivated-without-time 1:3", "bad-email 18:10"]);
  });
});
