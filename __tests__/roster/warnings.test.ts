// Contradictions in accounts that are valid.
import { describe, expect, test } from "@jest/globals";
import { type Changes, read, withDefaults, yaml } from "./check.js";

const IN_2025 = "2025-01-01T00:00:00Z";
const PASSWORD = { authMethod: "PASSWORD" };
const LEFT = { status: "DEACTIVATED", deactivatedTimestamp: IN_2025 };

test.each<[Changes, ...found: string[]]>([
  [{ status: "DEACTIVATED" }, "warning deactivated-without-time 1:3"],
  [LEFT],
  [{ deactivatedTimestamp: IN_2025 }, "warning active-with-deactivation 13:25"],
  // MFA counts if people do not sign in by SSO.
  [{ ...PASSWORD, mfaEnabled: "true" }, "warning mfa-without-method 10:15"],
  [
    { ...PASSWORD, mfaEnabled: "true", mfaMethods: "[UNSUPPORTED, DISABLED]" },
    "warning mfa-without-method 10:15",
  ],
  [{ ...PASSWORD, mfaEnabled: "true", mfaMethods: "[DISABLED, SMS]" }],
  [{ ...PASSWORD, mfaMethods: "[OTP]" }, "warning method-without-mfa 10:15"],
  [{ ...PASSWORD, mfaMethods: "[DISABLED]" }],
  [{ mfaEnabled: "true" }],
  [{ mfaMethods: "[OTP]" }],
  [{ ...PASSWORD, permissionLevel: "ADMIN" }, "warning admin-without-mfa 7:20"],
  [{ ...PASSWORD, ...LEFT, permissionLevel: "ADMIN" }, "warning admin-without-mfa 7:20"],
  [{ ...PASSWORD, permissionLevel: "ADMIN", mfaEnabled: "true", mfaMethods: "[OTP]" }],
  [{ authMethod: "TOKEN", permissionLevel: "ADMIN" }],
  // Five minutes after the run, and before the account was created
  [{ lastLoginTimestamp: "2026-11-23T12:05:00Z" }],
  [{ lastLoginTimestamp: "2026-11-23T12:05:00.001Z" }, "warning future-timestamp 13:23"],
  [{ lastLoginTimestamp: "2024-03-01T10:00:00+01:00" }],
  [{ lastLoginTimestamp: "2024-03-01T08:59:59Z" }, "warning before-created 13:23"],
  [
    { createdTimestamp: "2062-03-01T09:00:00Z", lastLoginTimestamp: IN_2025 },
    "warning future-timestamp 8:21",
  ],
  // Beside an error
  [{ status: "DEACTIVATED", email: "x" }, "warning deactivated-without-time 1:3", "bad-email 6:10"],
  [
    { status: "DEACTIVATED", email: null },
    "warning deactivated-without-time 1:3",
    "missing-field 1:3",
  ],
  [
    { shoes: "44", lastLoginTimestamp: "2062-01-01T00:00:00Z" },
    "unknown-key 13:3",
    "warning future-timestamp 14:23",
  ],
  // What is wrong contradicts nothing.
  [{ status: "DEACTIVATED", deactivatedTimestamp: "yesterday" }, "bad-timestamp 13:25"],
  [{ status: "DEACTIVATED", deactivatedTimestamp: "@" }, "yaml-syntax 13:25"],
  [{ status: "GONE", deactivatedTimestamp: IN_2025 }, "unknown-value 9:11"],
  [{ authMethod: "X", mfaEnabled: "true" }, "unknown-value 12:15"],
  [{ ...PASSWORD, mfaEnabled: "true", mfaMethods: "[otp]" }, "unknown-value 11:16"],
  [{ ...PASSWORD, mfaEnabled: "x", mfaMethods: "[OTP]" }, "wrong-type 10:15"],
  [{ createdTimestamp: "2024", lastLoginTimestamp: "2023-01-01T00:00:00Z" }, "wrong-type 8:21"],
])("%j", async (changes, ...found) => {
  expect((await read(yaml(changes))).found).toEqual(found);
});

// Where the account has a part in it, there; else once, at the defaults.
test.each<[defaults: string, accounts: readonly Changes[], found: string]>([
  [
    "{authMethod: PASSWORD, mfaEnabled: true, mfaMethods: []}",
    [{ uniqueId: "a" }, { uniqueId: "b" }],
    "mfa-without-method 1:46",
  ],
  ["{authMethod: PASSWORD, mfaEnabled: true}", [{}], "mfa-without-method 12:15"],
  ["{mfaEnabled: true, mfaMethods: []}", [PASSWORD], "mfa-without-method 12:15"],
  ["{authMethod: PASSWORD, permissionLevel: ADMIN}", [{}], "admin-without-mfa 11:15"],
  ["{mfaEnabled: false, permissionLevel: ADMIN}", [PASSWORD], "admin-without-mfa 12:15"],
  [`{deactivatedTimestamp: "${IN_2025}"}`, [{}], "active-with-deactivation 11:11"],
  ['{lastLoginTimestamp: "2024-02-01T00:00:00Z"}', [{}], "before-created 10:21"],
])("defaults %s, accounts %j", async (defaults, accounts, found) => {
  expect((await read(withDefaults(defaults, ...accounts))).found).toEqual([`warning ${found}`]);
});

describe("uniqueIds that look the same are reported", () => {
  test.each<[what: string, one: string, other: string, words: string | undefined]>([
    ["in case", "u-1", "U-1", "differ only in case"],
    ["in case, beyond ASCII", "ü", "Ü", "differ only in case"],
    ["in how an accent is written", "\u00e9", "e\u0301", "look the same"],
    ["in width", "u-1", "\uff55-1", "look the same"],
    ["in width and case", "u-1", "\uff35-1", "look the same"],
    ["in a ligature", "fi", "\ufb01", "look the same"],
    ["in an accent", "e", "\u00e9", undefined],
    ["in a letter of another script", "a", "\u0430", undefined],
  ])("that differ only %s", async (_, one, other, words) => {
    const { found, messages } = await read(yaml({ uniqueId: one }, { uniqueId: other }));
    expect(found).toEqual(words === undefined ? [] : ["warning similar-unique-id 14:13"]);
    if (words !== undefined) expect(messages[0]).toContain(words);
  });

  test("also of accounts that are wrong", async () => {
    const { found } = await read(yaml({ email: "x" }, { uniqueId: "U-1001" }));
    expect(found).toEqual(["bad-email 6:10", "warning similar-unique-id 14:13"]);
  });
});
