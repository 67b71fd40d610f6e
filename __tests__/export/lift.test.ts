// What most accounts share, and what never becomes a default.
import { describe, expect, test } from "@jest/globals";
import { liftDefaults } from "../../src/export/lift.js";
import { targetOf } from "../../src/export/target.js";
import { row } from "../support/accounts.js";

type Fields = Readonly<Record<string, unknown>>;

/** The default of a field where the first accounts have these fields, and the others those. */
function lifted(field: string, fields: Fields, count: number, others: Fields, otherCount: number) {
  const groups = [...Array(count).fill(fields), ...Array(otherCount).fill(others)];
  const targets = groups.map((one: Fields, index) => targetOf(row(`u-${index}`, one)));
  return new Map<string, unknown>(liftDefaults(targets)).get(field);
}

describe("more than half have it", () => {
  test.each<[field: string, value: unknown, other: unknown]>([
    ["status", "ACTIVE", "DEACTIVATED"],
    ["authMethod", "TOKEN", "SSO"],
    ["permissionLevel", "BASE", "ADMIN"],
    ["mfaEnabled", true, false],
  ])("%s: %j", (field, value, other) => {
    const counted = (count: number) =>
      lifted(field, { [field]: value }, count, { [field]: other }, 4);
    expect([counted(4), counted(5)]).toEqual([undefined, value]);
  });

  test("MFA is lifted as a pair, in any order of the methods", () => {
    const on = { mfaEnabled: true, mfaMethods: ["OTP", "SMS"] };
    const other = { mfaEnabled: true, mfaMethods: ["SMS", "OTP"] };
    expect(lifted("mfaMethods", on, 2, other, 2)).toEqual(["OTP", "SMS"]);
    const off = { mfaEnabled: false, mfaMethods: ["OTP", "SMS"] };
    expect(lifted("mfaMethods", on, 2, off, 2)).toBeUndefined();
  });

  test("also a pair that is worth a warning", () => {
    const pair = { mfaEnabled: true, mfaMethods: ["UNSUPPORTED"] };
    expect(lifted("mfaMethods", pair, 3, {}, 0)).toEqual(["UNSUPPORTED"]);
  });

  test.each<[field: string, template: string, Fields]>([
    ["displayName", "{fullName}", { fullName: "Ada", displayName: "Ada" }],
    ["accountName", "{email}", { accountName: "a@example.com", email: "a@example.com" }],
  ])("%s is %j", (field, template, fields) => {
    const others = { [field]: "another", fullName: "Other", email: "o@example.com" };
    expect(lifted(field, fields, 2, others, 2)).toBeUndefined();
    expect(lifted(field, fields, 3, others, 2)).toBe(template);
  });
});

test.each<[field: string, value: string]>([
  ["permissionLevel", "ADMIN"],
  ["permissionLevel", "EDITOR"],
  ["status", "DEACTIVATED"],
])("%s %s is never a default", (field, value) => {
  expect(lifted(field, { [field]: value }, 5, {}, 0)).toBeUndefined();
});

describe("externalUrl", () => {
  const urlOf = (urls: readonly string[]) => {
    const rows = urls.map((externalUrl, index) => row(`u-${index}`, { externalUrl }));
    return new Map<string, unknown>(liftDefaults(rows.map(targetOf))).get("externalUrl");
  };

  test("is a template of the account's own value, or one link of all", () => {
    const own = ["https://a.example.com/u-0/edit", "https://a.example.com/u-1/edit"];
    expect(urlOf(own)).toBe("https://a.example.com/{uniqueId}/edit");
    const other = "https://b.example.com/";
    expect(urlOf([...own, other, other])).toBeUndefined();
    expect(urlOf([other, other])).toBe(other);
  });

  test("is not lifted from a single account, which shares it with no one", () => {
    expect(urlOf(["https://a.example.com/u-0"])).toBeUndefined();
    expect(urlOf(["https://b.example.com/"])).toBeUndefined();
  });
});
