// The fields of an account: their values, and their names.
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { EMAIL, HTTPS_URL, isEmail, isHttpsUrl } from "../../src/roster/formats.js";
import { ACCOUNT, json, read, yaml } from "./check.js";
import { VALUES } from "./values.js";

describe.each([
  { file: "roster.yaml", write: yaml, firstLine: 1, quotes: 0, column: 3 },
  { file: "roster.json", write: json, firstLine: 3, quotes: 2, column: 5 },
])("in $file", ({ file, write, firstLine, quotes, column }) => {
  test.each(
    VALUES.map(([field, text, code = "valid", part = text]) => ({ field, text, code, part })),
  )("$field: $text → $code", async ({ field, text, code, part }) => {
    const { found, accounts } = await read(write({ [field]: text }), file);
    const errors = found.filter((one) => !one.startsWith("warning"));
    const names = Object.keys({ ...ACCOUNT, [field]: text });
    const line = firstLine + names.indexOf(field);
    const start = column + field.length + quotes + ": ".length + text.indexOf(part);
    expect(errors).toEqual(code === "valid" ? [] : [`${code} ${line}:${start}`]);
    if (code !== "valid") return;
    const { [field]: _, ...others }: Record<string, unknown> = ACCOUNT;
    const value: unknown = JSON.parse(text);
    expect(accounts).toEqual([value === null ? others : { ...others, [field]: value }]);
  });
});

test("a URL is valid however often it is read, which URL.canParse of Node.js 20 gets wrong", () => {
  const answers = Array.from({ length: 10_000 }, () => isHttpsUrl("https://bücher.example/"));
  expect(answers).not.toContain(false);
});

type IsValid = (text: string) => boolean;

describe("ordinary texts, which are checked in a shorter way, are valid in the long one too:", () => {
  test.each<[what: string, texts: RegExp, isValid: IsValid, isValidInFull: IsValid]>([
    [
      "URLs",
      /^https:\/\/(?:(?:x|xn--|a1|a-|b--c|0)[.]?){1,4}[.]?(?:com|c1|0x1|1)(?:[/?#:][\w@:%./-]{0,9})?$/,
      isHttpsUrl,
      (text) => HTTPS_URL.test(text) && URL.canParse(text),
    ],
    [
      "email addresses",
      /^[\w.+'-]{1,70}@(?:[a-z0-9-]{1,66}\.){0,2}(?:com|c1|1)$/,
      isEmail,
      (text) => EMAIL.test(text) && !/^'|'@/.test(text),
    ],
  ])("%s", (_, texts, isValid, isValidInFull) => {
    fc.assert(
      fc.property(fc.stringMatching(texts), (text) => {
        expect(isValid(text)).toBe(isValidInFull(text));
      }),
      { numRuns: 1000 },
    );
  });
});

test("all that is wrong in a list is reported", async () => {
  const found = ["unknown-value 11:23", "wrong-type 11:30", "wrong-type 11:33"];
  expect((await read(yaml({ mfaMethods: '["OTP", "otp", 5, null]' }))).found).toEqual(found);
});

test("a field without a value is reported at its name", async () => {
  expect((await read(yaml({ email: "" }))).found).toEqual(["null-value 6:3"]);
});

test.each(Object.keys(ACCOUNT))(
  "an account without %s is refused, at the account",
  async (field) => {
    expect((await read(yaml({ [field]: null }))).found).toEqual(["missing-field 1:3"]);
    expect((await read(json({ [field]: null }), "a.json")).found).toEqual(["missing-field 2:3"]);
  },
);

test.each(["+5", "0123", "0x1F", "0o17", ".inf", ".nan", "12e03"])(
  "a custom property cannot be %s in YAML, which is no plain integer",
  async (number) => {
    expect((await read(yaml({ customProperties: `{a: ${number}}` }))).found).toEqual([
      "bad-integer 13:25",
    ]);
  },
);

describe("missing fields are one problem for an account, or for a file where all lack them:", () => {
  const NO_STATUS = { status: null };
  test.each<[what: string, text: string, ...found: string[]]>([
    ["all but one", "- uniqueId: a\n", "missing-field 1:3"],
    ["the defaults of 64 accounts", "- {uniqueId: a}\n".repeat(64), "missing-field 1:3"],
    [
      "one that all lack, and one that one lacks",
      yaml({ ...NO_STATUS, uniqueId: "a" }, { ...NO_STATUS, uniqueId: "b", email: null }),
      "missing-field 1:3",
      "missing-field 12:3",
    ],
    [
      "two that only the first lacks",
      yaml({ ...NO_STATUS, email: null, uniqueId: "a" }, {}),
      "missing-field 1:3",
    ],
    ["that of the only account", yaml(NO_STATUS), "missing-field 1:3"],
  ])("%s", async (_, text, ...found) => {
    const missing = (await read(text)).found.filter((one) => one.startsWith("missing"));
    expect(missing).toEqual(found);
  });
});

describe("unknown fields", () => {
  test.each<[Record<string, string | null>, ...string[]]>([
    [{ shoeSize: "44" }, "unknown-key 13:3"],
    [{ constructor: "44" }, "unknown-key 13:3"],
    [{ ["__proto__"]: "44" }, "unknown-key 13:3"],
    // A misspelled one is read as the one that was meant, unless that is here too.
    [{ email: null, "e-mail": "ada@example.com" }, "unknown-key 12:3"],
    [{ email: null, emial: "ada" }, "unknown-key 12:3", "bad-email 12:10"],
    [{ emial: "ada" }, "unknown-key 13:3"],
  ])("%j", async (changes, ...found) => {
    expect((await read(yaml(changes))).found).toEqual(found);
  });

  /** What people write for a field, who know another system. */
  const MEANT: Readonly<Record<string, string>> = {
    uniqueId: "id external_id",
    externalUrl: "url link",
    fullName: "name full_name fulName",
    accountName: "username login",
    email: "mail emailAddress e-mail",
    permissionLevel: "role level permission",
    createdTimestamp: "created created_at",
    status: "state",
    mfaEnabled: "mfa",
    roleDescription: "title",
    updatedTimestamp: "updatedAt",
    deactivatedTimestamp: "deactivatedAt",
    lastLoginTimestamp: "lastLogin lastLoginAt",
    groupIds: "groups",
  };
  const CASES = Object.entries(MEANT).flatMap(([field, words]) =>
    words.split(" ").map((word) => ({ field, word })),
  );
  test.each(CASES)("$word most likely means $field", async ({ field, word }) => {
    const value = JSON.stringify(Object.entries(ACCOUNT).find(([name]) => name === field)?.[1]);
    const { found, messages } = await read(yaml({ [field]: null, [word]: value ?? "null" }));
    expect(found).toHaveLength(1);
    expect(messages[0]).toContain(`Did you mean ${field}?`);
  });
});

test.each<[string, string, string | undefined]>([
  [
    "status",
    "INACTIVE,deactive,disabled,suspended,INACTVE,DACTIVE,not active,unactive,DEACTVATED",
    "DEACTIVATED",
  ],
  ["status", "Active,ACTVE,enabled", "ACTIVE"],
  ["status", "purple", undefined],
  ["permissionLevel", "admin,Administrator,OWNER", "ADMIN"],
  ["permissionLevel", "USER,MEMBER,VIEWER,READ,read-only", "BASE"],
  ["permissionLevel", "WRITE,EDITORS", "EDITOR"],
  ["authMethod", "SAML,OIDC", "SSO"],
  ["authMethod", "API_KEY", "TOKEN"],
  ["mfaMethods", "TOTP,AUTHENTICATOR", "OTP"],
  ["mfaMethods", "WEBAUTHN,YUBIKEY,FIDO", "HARDWARE_TOKEN"],
  ["mfaMethods", "PUSH", "PUSH_PROMPT"],
  ["mfaMethods", "NONE", "DISABLED"],
])("%s: %s most likely mean %s", async (field, words, meant) => {
  for (const word of words.split(",")) {
    const [message = ""] = (
      await read(yaml({ [field]: field === "mfaMethods" ? `[${word}]` : word }))
    ).messages;
    expect([word, /Did you mean (\w+)\?/.exec(message)?.[1]]).toEqual([word, meant]);
  }
});
