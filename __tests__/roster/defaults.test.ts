// The defaults of a file, and the templates in them.
import { describe, expect, test } from "@jest/globals";
import { ACCOUNT, type Changes, check, read, withDefaults, yaml } from "./check.js";

test.each<[defaults: string, Changes, account: object]>([
  ["{permissionLevel: ADMIN}", {}, { permissionLevel: "ADMIN" }],
  ["{roleDescription: x}", {}, { roleDescription: "x" }],
  ["{roleDescription: null}", {}, {}],
  // An account's own value wins. If the field is optional, so does null.
  ["{permissionLevel: ADMIN}", { permissionLevel: "BASE" }, {}],
  ["{roleDescription: x}", { roleDescription: "null" }, {}],
  // Templates
  [
    '{displayName: "{uniqueId} <{{{email}}}>"}',
    {},
    { displayName: "u-1001 <{u-1001@example.com}>" },
  ],
  [
    '{fullName: "{displayName}", displayName: "{status}"}',
    {},
    { fullName: "ACTIVE", displayName: "ACTIVE" },
  ],
  ['{email: "{accountName}"}', {}, {}],
  ['{updatedTimestamp: "{createdTimestamp}"}', {}, { updatedTimestamp: "2024-03-01T09:00:00Z" }],
  ['{authMethod: "{roleDescription}"}', { roleDescription: "SSO" }, { roleDescription: "SSO" }],
  ['{groupIds: ["{status}-x", y]}', {}, { groupIds: ["ACTIVE-x", "y"] }],
  ['{customProperties: {a: "{status}", b: 1}}', {}, { customProperties: { a: "ACTIVE", b: 1 } }],
  [
    '{externalUrl: "https://a.b/{fullName}?m={email}"}',
    { fullName: "Á/é", email: "a@b.c" },
    { fullName: "Á/é", email: "a@b.c", externalUrl: "https://a.b/%C3%81%2F%C3%A9?m=a%40b.c" },
  ],
])("%s with %j makes %j", async (defaults, changes, account) => {
  expect((await read(withDefaults(defaults, changes))).accounts).toEqual([
    { ...ACCOUNT, ...account },
  ]);
});

test.each<[defaults: string, ...found: string[]]>([
  ["{status: active}", "unknown-value 1:20"],
  ["{status: null}", "null-value 1:20"],
  ["{uniqueId: a}", "unique-id-default 1:12"],
  ["{emial: x}", "unknown-key 1:12", "bad-email 1:19"],
  ['{displayName: "{name}"}', "template-unknown-field 1:25"],
  ['{displayName: "{ email }"}', "template-unknown-field 1:25"],
  ['{displayName: "{}"}', "template-unknown-field 1:25"],
  ['{displayName: "{mfaEnabled}"}', "template-not-text 1:25"],
  ['{displayName: "{groupIds}"}', "template-not-text 1:25"],
  ['{displayName: "{"}', "template-syntax 1:25"],
  ['{displayName: "a}b"}', "template-syntax 1:25"],
  ['{displayName: "{{}"}', "template-syntax 1:25"],
  ['{displayName: "{displayName}"}', "template-circle 1:25"],
  ['{displayName: "{fullName}", fullName: "{displayName}"}', "template-circle 1:25"],
  ['{displayName: "{email}", email: "{fullName}", fullName: "{email}"}', "template-circle 1:43"],
  ['{externalUrl: "http://a.b/{uniqueId}"}', "bad-url 1:25"],
  // The value is percent-encoded.
  ['{externalUrl: "{accountName}"}', "bad-url 1:25"],
  [`{displayName: "${"{email}".repeat(10_001)}"}`, "template-too-long 1:25"],
])("%s is wrong for every account", async (defaults, ...found) => {
  expect((await read(withDefaults(defaults, {}))).found).toEqual(found);
});

test.each<[defaults: string, Changes, ...found: string[]]>([
  ["{status: active}", { status: "ACTIVE" }, "unknown-value 1:20"],
  ["{status: ACTIVE}", { status: "null" }, "null-value 11:11"],
  ['{displayName: "{roleDescription}"}', {}, "template-unset 3:3"],
  ['{displayName: "{roleDescription}"}', { roleDescription: "null" }, "template-unset 3:3"],
  ['{email: "{fullName}@example.com"}', {}, "bad-email 3:3"],
  ['{authMethod: "{fullName}"}', {}, "unknown-value 3:3"],
  // A mistake in a field is not another one where a template uses it.
  ['{displayName: "{fullName}"}', { fullName: null }, "missing-field 3:3"],
  ['{displayName: "{email}"}', { email: "x" }, "bad-email 7:10"],
  ['{displayName: "{email}", email: "{fullName}@example.com"}', {}, "bad-email 3:3"],
])("%s is wrong for an account with %j", async (defaults, changes, ...found) => {
  expect((await read(withDefaults(defaults, changes))).found).toEqual(found);
});

test("a template makes 10,000 characters at most", async () => {
  const defaults = `{displayName: "{fullName}${"x".repeat(9000)}"}`;
  const found = async (length: number) =>
    (await read(withDefaults(defaults, { fullName: "y".repeat(length) }))).found;
  expect(await found(1000)).toEqual([]);
  expect(await found(1001)).toEqual(["template-too-long 1:25"]);
});

test("defaults are for their own file", async () => {
  const defaults = "defaults: {status: ACTIVE}\nresources: []\n";
  const { found } = await check({ "a.yml": defaults, "b.yml": yaml({ status: null }) });
  expect(found).toEqual(["missing-field b.yml:1:3"]);
});

describe("a mistake in defaults is one problem, however many accounts take them", () => {
  const accounts = ["a", "b"].map((uniqueId) => ({ uniqueId, status: null, displayName: null }));
  const good = '\n  displayName: "{fullName} ({roleDescription})"\n';
  test.each<[defaults: string, ...found: string[]]>([
    ['{status: active, displayName: " "}', "unknown-value 1:20", "empty-text 1:41"],
    ['{status: "{foo}", displayName: "{status}"}', "template-unknown-field 1:20"],
    ["{displayName: x}", "missing-field 3:3"],
    // What could not be read may have had the fields that are missing.
    ["*nope", "unknown-alias 1:11"],
    ["none", "wrong-type 1:11"],
    ["[status]", "wrong-type 1:11"],
    [`${good}  <<: *nope`, "unknown-alias 3:7"],
    [`${good}  <<: nope`, "bad-merge 3:7"],
    [`${good}  status ACTIVE\n  mfaMethods: []`, "yaml-syntax 3:3"],
    [`${good}  status:ACTIVE\n  mfaMethods: []`, "yaml-syntax 3:3"],
    ["\n  status:ACTIVE", "wrong-type 2:3"],
    ['\n  status: "ACTIVE', "yaml-syntax 2:11"],
    ["\n  status: !x ACTIVE\n  displayName: x", "custom-tag 2:11"],
    ["\n  mfaMethods: []\n\tstatus: ACTIVE", "tab-indentation 3:1"],
    ["\n  [status]: ACTIVE", "bad-key 2:3"],
    ['\n  "stat\\ud800us": ACTIVE', "lone-surrogate 2:3"],
  ])("%j", async (defaults, ...found) => {
    expect((await read(`defaults: ${defaults}\nresources:\n${yaml(...accounts)}`)).found).toEqual(
      found,
    );
  });

  test("in the line of defaults itself", async () => {
    expect((await read(`defaults {\nresources:\n${yaml(...accounts)}`)).found).toEqual([
      "yaml-syntax 1:1",
    ]);
  });

  test.each([
    ['{\n"status" "ACTIVE"}', "json-syntax 2:10"],
    ["{\nstatus: 1}", "json-syntax 2:1"],
    ['{"stat\\ud800us": "ACTIVE"}', "lone-surrogate 1:16"],
    ['"none"', "wrong-type 1:15"],
  ])("in JSON: %j", async (defaults, found) => {
    const resources = JSON.stringify([{ uniqueId: "a" }, { uniqueId: "b" }]);
    const text = `{ "defaults": ${defaults},\n"resources": ${resources}}`;
    expect((await read(text, "a.json")).found).toEqual([found]);
  });
});
