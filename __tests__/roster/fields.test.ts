// Every rule for a single field, in YAML and in JSON, each expectation beside the text that it is about.
import { describe, expect, test } from "@jest/globals";
import { ADA, check, jsonAccount, yamlAccount } from "./check.js";

/** [field, its value as written in YAML and in JSON, the code expected at the value; none: it is valid] */
type Row = readonly [string, string, string?];

const ROWS: readonly Row[] = [
  // Text
  ["uniqueId", '"1001"'],
  ["uniqueId", "1001", "wrong-type"],
  ["uniqueId", "true", "wrong-type"],
  ["uniqueId", "null", "null-value"],
  ["uniqueId", '["a"]', "wrong-type"],
  ["uniqueId", '{"a": 1}', "wrong-type"],
  ["fullName", '""', "empty-text"],
  ["fullName", '"  "', "empty-text"],
  ["fullName", '" Ada"', "space-around"],
  ["fullName", '"Ada\\u00a0"', "space-around"],
  ["fullName", '"Ada\\tLovelace"', "control-character"],
  ["fullName", '"Ada\\nLovelace"', "control-character"],
  ["fullName", '"Ada\\u0085Lovelace"', "control-character"],
  ["fullName", '"Ada\\u007fLovelace"', "control-character"],
  ["fullName", '"李 小龍 👩‍🚀 Ångström"'],
  ["fullName", '"\\ud83d\\ude00"'],
  ["fullName", '"\\ud83d"', "lone-surrogate"],
  ["fullName", '"{fullName}"'],
  ["roleDescription", '"Billing: admin"'],
  ["roleDescription", "null"],
  ["roleDescription", '""', "empty-text"],
  ["roleDescription", "7", "wrong-type"],
  // Choices
  ["permissionLevel", '"ADMIN"'],
  ["permissionLevel", '"admin"', "unknown-value"],
  ["permissionLevel", '"OWNER"', "unknown-value"],
  ["permissionLevel", "null", "null-value"],
  ["permissionLevel", "1", "wrong-type"],
  ["status", '"DEACTVATED"', "unknown-value"],
  ["authMethod", '"SAML"', "unknown-value"],
  ["authMethod", '"BIOMETRIC"'],
  // Truth
  ["mfaEnabled", "true"],
  ["mfaEnabled", '"true"', "wrong-type"],
  ["mfaEnabled", '"yes"', "wrong-type"],
  ["mfaEnabled", "1", "wrong-type"],
  ["mfaEnabled", "null", "null-value"],
  // Lists
  ["mfaMethods", "[]"],
  ["mfaMethods", '["OTP", "SMS", "OTP"]'],
  ["mfaMethods", '"OTP"', "wrong-type"],
  ["mfaMethods", "null", "null-value"],
  ["mfaMethods", "{}", "wrong-type"],
  ["groupIds", '["g-1"]'],
  ["groupIds", "[]"],
  ["groupIds", "null"],
  ["groupIds", '"g-1"', "wrong-type"],
  // Custom properties
  ["customProperties", '{"a": true, "b": -2147483648, "c": 2147483647, "d": "x"}'],
  ["customProperties", "{}"],
  ["customProperties", "null"],
  ["customProperties", "[]", "wrong-type"],
  // Timestamps; the forms themselves are in formats.test.ts
  ["createdTimestamp", '"2024-02-29T00:00:00.123456789+05:30"'],
  ["createdTimestamp", '"2024-03-01"', "bad-timestamp"],
  ["createdTimestamp", "null", "null-value"],
  ["createdTimestamp", "20240301", "wrong-type"],
  ["lastLoginTimestamp", '"yesterday"', "bad-timestamp"],
  ["lastLoginTimestamp", "null"],
  // Addresses
  ["externalUrl", '"http://example.com/"', "bad-url"],
  ["externalUrl", '"https://example.com/a b"', "bad-url"],
  ["externalUrl", '""', "bad-url"],
  ["email", '"ada"', "bad-email"],
  ["email", '"Ada <ada@example.com>"', "bad-email"],
];

/** Where a value stands in the texts of check.ts: its line, and the column after the key. */
function placeOf(text: string, field: string, format: "yaml" | "json"): string {
  const lines = text.split("\n");
  const key = format === "yaml" ? `${field}: ` : `"${field}": `;
  const index = lines.findIndex(
    (line) => line.includes(`${key}`) && line.trimStart().replace(/^- /, "").startsWith(key),
  );
  const line = lines[index] ?? "";
  return `${index + 1}:${line.indexOf(key) + key.length + 1}`;
}

describe.each(["yaml", "json"] as const)("in %s", (format) => {
  test.each(ROWS.map(([field, value, code]) => [field, value, code ?? "valid"] as const))(
    "%s: %s → %s",
    (field, value, code) => {
      const text =
        format === "yaml" ? yamlAccount({ [field]: value }) : jsonAccount({ [field]: value });
      const { found, rosters } = check({ [`roster.${format}`]: text });
      const errors = found.filter((problem) => !problem.startsWith("warning"));
      expect(errors).toEqual(code === "valid" ? [] : [`${code} ${placeOf(text, field, format)}`]);
      expect(rosters === undefined).toBe(code !== "valid");
      if (code !== "valid") return;
      const written: unknown = JSON.parse(value);
      const account: Record<string, unknown> = { ...rosters?.[0]?.entries[0]?.account };
      expect(account).toEqual({ ...ADA, ...(written === null ? {} : { [field]: written }) });
    },
  );
});

test("inside lists and maps the entry itself is pointed at", () => {
  const lists = {
    mfaMethods: '["OTP", "otp", 5, null, ["SMS"]]',
    groupIds: '["a", "", 1001]',
    customProperties: '{"a": 1.5, " b": 1, "c": null, "d": 2147483648, "e": [1]}',
  };
  expect(check({ "r.yml": yamlAccount(lists) }).found).toEqual([
    "unknown-value 11:23",
    "wrong-type 11:30",
    "wrong-type 11:33",
    "wrong-type 11:39",
    "empty-text 13:19",
    "wrong-type 13:23",
    "bad-integer 14:27",
    "bad-property-name 14:32",
    "wrong-type 14:46",
    "bad-integer 14:57",
    "wrong-type 14:74",
  ]);
});

test("messages say what was found, what is allowed, and how to mend it", () => {
  const account = {
    uniqueId: "1001",
    permissionLevel: "admin",
    mfaEnabled: '"True"',
    mfaMethods: "OTP",
    createdTimestamp: "2024-03-01",
    externalUrl: "http://example.com",
    fulName: "Ada",
    fullName: null,
  };
  expect(check({ "r.yml": yamlAccount(account) }).messages).toEqual([
    'uniqueId must be text, and this is the number "1001". Put it in quotes: write " before and after it.',
    'externalUrl is not an https URL: "http://example.com". Vanta takes https:// only.',
    'permissionLevel cannot be "admin". Did you mean ADMIN? Allowed: ADMIN, EDITOR, BASE.',
    'createdTimestamp is not a timestamp: "2024-03-01". Add a time and an offset, as in "2024-03-01T09:00:00Z".',
    'mfaEnabled must be true or false, and this is the text "True". Write true in small letters and without quotes.',
    'mfaMethods must be a list, and this is the text "OTP". Put it in brackets: ["OTP"].',
    '"fulName" is no field of an account. Did you mean fullName?',
  ]);
});

test("a value with double quotes in it is quoted in single ones", () => {
  expect(check({ "r.yml": yamlAccount({ email: `'"john doe"@x.com'` }) }).messages[0]).toContain(
    `not an e-mail address: '"john doe"@x.com'. `,
  );
});

/** [field, what somebody wrote, what is suggested] */
const MEANT: readonly (readonly [string, string, string | undefined])[] = [
  ["status", "INACTIVE", "DEACTIVATED"],
  ["status", "deactive", "DEACTIVATED"],
  ["status", "disabled", "DEACTIVATED"],
  ["status", "suspended", "DEACTIVATED"],
  ["status", "INACTVE", "DEACTIVATED"],
  ["status", "DACTIVE", "DEACTIVATED"],
  ["status", "not active", "DEACTIVATED"],
  ["status", "unactive", "DEACTIVATED"],
  ["status", "DEACTVATED", "DEACTIVATED"],
  ["status", "Active", "ACTIVE"],
  ["status", "ACTVE", "ACTIVE"],
  ["status", "enabled", "ACTIVE"],
  ["status", "purple", undefined],
  ["permissionLevel", "Administrator", "ADMIN"],
  ["permissionLevel", "OWNER", "ADMIN"],
  ["permissionLevel", "USER", "BASE"],
  ["permissionLevel", "MEMBER", "BASE"],
  ["permissionLevel", "VIEWER", "BASE"],
  ["permissionLevel", "READ", "BASE"],
  ["permissionLevel", "read-only", "BASE"],
  ["permissionLevel", "WRITE", "EDITOR"],
  ["permissionLevel", "EDITORS", "EDITOR"],
  ["authMethod", "SAML", "SSO"],
  ["authMethod", "OIDC", "SSO"],
  ["authMethod", "API_KEY", "TOKEN"],
  ["mfaMethods", "TOTP", "OTP"],
  ["mfaMethods", "AUTHENTICATOR", "OTP"],
  ["mfaMethods", "WEBAUTHN", "HARDWARE_TOKEN"],
  ["mfaMethods", "YUBIKEY", "HARDWARE_TOKEN"],
  ["mfaMethods", "FIDO", "HARDWARE_TOKEN"],
  ["mfaMethods", "PUSH", "PUSH_PROMPT"],
  ["mfaMethods", "NONE", "DISABLED"],
];

test.each(MEANT)("%s: %j most likely means %s", (field, word, meant) => {
  const [message] = check({
    "r.yml": yamlAccount({ [field]: field === "mfaMethods" ? `[${word}]` : word }),
  }).messages;
  expect(/Did you mean (\w+)\?/.exec(message ?? "")?.[1]).toBe(meant);
});

test.each([
  ["name", "fullName"],
  ["id", "uniqueId"],
  ["external_id", "uniqueId"],
  ["username", "accountName"],
  ["login", "accountName"],
  ["mail", "email"],
  ["emailAddress", "email"],
  ["role", "permissionLevel"],
  ["level", "permissionLevel"],
  ["permission", "permissionLevel"],
  ["url", "externalUrl"],
  ["link", "externalUrl"],
  ["created", "createdTimestamp"],
  ["created_at", "createdTimestamp"],
  ["mfa", "mfaEnabled"],
  ["state", "status"],
])("an account's %s is read as its %s: one error", (key, field) => {
  const value = JSON.stringify(Object.entries(ADA).find(([name]) => name === field)?.[1]);
  const { found, messages } = check({ "r.yml": yamlAccount({ [field]: null, [key]: value }) });
  expect([found, messages]).toEqual([
    ["unknown-key 12:3"],
    [`"${key}" is no field of an account. Did you mean ${field}?`],
  ]);
});

test.each([
  ["updatedAt", "updatedTimestamp", '"2025-01-01T00:00:00Z"'],
  ["deactivatedAt", "deactivatedTimestamp", "null"],
  ["lastLogin", "lastLoginTimestamp", '"2025-01-01T00:00:00Z"'],
  ["lastLoginAt", "lastLoginTimestamp", '"2025-01-01T00:00:00Z"'],
  ["groups", "groupIds", "[a]"],
  ["title", "roleDescription", "Boss"],
])("an account's %s most likely means %s", (key, field, value) => {
  expect(check({ "r.yml": yamlAccount({ [key]: value }) }).messages).toEqual([
    `"${key}" is no field of an account. Did you mean ${field}?`,
  ]);
});

test.each(["accounts", "users", "members", "people"])(
  "%s at the top is read as resources: one error",
  (key) => {
    expect(check({ "r.yml": `${key}:\n${yamlAccount({ email: "x" })}` }).found).toEqual([
      "unknown-key 1:1",
      "bad-email 7:10",
    ]);
  },
);

test("a key that means one that is there already is to be removed", () => {
  expect(check({ "r.yml": yamlAccount({ name: "Ada" }) }).messages).toEqual([
    '"name" is no field of an account. Did you mean fullName? That is here already: keep one of the two.',
  ]);
});

test("an empty value stands at its key, since there is nothing else to point at", () => {
  expect(check({ "r.yml": yamlAccount({ email: "" }) }).found).toEqual(["null-value 6:3"]);
});

test("each missing field is one problem, at the account", () => {
  expect(check({ "r.yml": `- uniqueId: a\n` }).found).toHaveLength(11);
  expect(check({ "r.yml": yamlAccount({ email: null, status: null }) }).found).toEqual([
    "missing-field 1:3",
    "missing-field 1:3",
  ]);
  expect(check({ "r.json": jsonAccount({ email: null }) }).found).toEqual(["missing-field 2:3"]);
});

test("a misspelt key is one problem, and its value is read as if it were spelt right", () => {
  expect(check({ "r.yml": yamlAccount({ email: null, emial: "ada" }) }).found).toEqual([
    "unknown-key 12:3",
    "bad-email 12:10",
  ]);
  expect(
    check({ "r.yml": yamlAccount({ email: null, "e-mail": "ada@example.com" }) }).found,
  ).toEqual(["unknown-key 12:3"]);
  expect(check({ "r.yml": yamlAccount({ full_name: "X" }) }).found).toEqual(["unknown-key 13:3"]);
  expect(check({ "r.yml": yamlAccount({ shoeSize: "44" }) }).found).toEqual(["unknown-key 13:3"]);
  expect(check({ "r.json": jsonAccount({ __proto__x: "1", constructor: "2" }) }).found).toEqual([
    "unknown-key 15:5",
    "unknown-key 16:5",
  ]);
});

test("__proto__ is a key like any other unknown one", () => {
  expect(
    check({
      "r.json": jsonAccount().replace('"displayName"', '"__proto__": {"a": 1},\n    "displayName"'),
    }).found,
  ).toEqual(["unknown-key 3:5"]);
  expect(check({ "r.yml": `__proto__: 1\nresources: []\n` }).found).toEqual(["unknown-key 1:1"]);
  expect(check({ "r.yml": yamlAccount({ customProperties: "{__proto__: 1}" }) }).found).toEqual([
    "bad-property-name 13:22",
  ]);
});
