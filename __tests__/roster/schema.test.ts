// roster.schema.json is current, and a real JSON Schema validator says of every roster what the action says.
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { Ajv, type ValidateFunction } from "ajv";
import { isAccount, rosterJsonSchema } from "../../src/roster/schema.js";
import { ADA, check, NOW } from "./check.js";

const printed: unknown = JSON.parse(
  readFileSync(new URL("../../roster.schema.json", import.meta.url), "utf8"),
);

test("the printed schema is that of the action (npm run generate)", () => {
  expect(printed).toEqual(JSON.parse(JSON.stringify(rosterJsonSchema())));
});

let validate: ValidateFunction;
beforeAll(() => {
  validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(rosterJsonSchema());
});

/** What the action says of a value, written as JSON: whether it is valid, but for what only it can see. */
function accepts(roster: unknown): boolean {
  return check({ "r.json": JSON.stringify(roster) }).rosters !== undefined;
}

const OPTIONAL = {
  roleDescription: "Admin",
  updatedTimestamp: "2025-01-01T00:00:00Z",
  groupIds: ["g"],
  customProperties: { a: 1, b: "x", c: true },
};
const BODY = { resourceId: "r", defaults: {}, forget: [], resources: [ADA] };

/** Values for every field, good and bad; both must say the same of each. */
const VALUES: readonly unknown[] = [
  ...[
    "",
    " ",
    "a",
    " a",
    "a ",
    "a\tb",
    "a\u0085b",
    "\ud83d\ude00",
    "a\u2028b",
    "\ufeffa",
    "é",
    "ADMIN",
    "admin",
    "BASE",
    "ACTIVE",
    "active",
    "SSO",
    "OTP",
  ],
  ...[
    "2024-03-01T09:00:00Z",
    "2024-03-01",
    "2024-02-30T00:00:00Z",
    "2023-02-29T00:00:00Z",
    "2024-03-01T09:00:00z",
    "2024-03-01T09:00:00+0100",
  ],
  ...[
    "https://example.com/",
    "http://example.com/",
    "https://",
    "https://example.com/ a",
    "https://example.com/{a}",
    "HTTPS://a",
  ],
  ...["ada@example.com", "ada@example", "а@б.рф", "a..b@c.de", `${"a".repeat(65)}@example.com`],
  ...[
    0,
    1,
    -1,
    1.5,
    2_147_483_647,
    2_147_483_648,
    -2_147_483_648,
    -2_147_483_649,
    true,
    false,
    null,
  ],
  ...[[], ["OTP"], ["otp"], ["OTP", 5], [null], [""], ["a"], [" a"], [[]]],
  ...[
    {},
    { a: 1 },
    { a: 1.5 },
    { a: null },
    { a: "" },
    { a: "x" },
    { a: [] },
    { "": 1 },
    { " a": 1 },
    { "a\n": 1 },
  ],
];

const FIELDS = [
  ...Object.keys(ADA),
  ...Object.keys(OPTIONAL),
  "deactivatedTimestamp",
  "lastLoginTimestamp",
  "lastPasswordResetTimestamp",
];

describe("schema and action agree", () => {
  test.each(FIELDS)("on every value of %s", (field) => {
    for (const value of VALUES) {
      const list = [{ ...ADA, [field]: value }];
      expect([field, value, validate(list)]).toEqual([field, value, accepts(list)]);
      const body = { resources: [{ ...ADA, [field]: value }] };
      expect([field, value, validate(body)]).toEqual([field, value, accepts(body)]);
    }
  });

  test.each(FIELDS)("on every value of %s in defaults", (field) => {
    for (const value of VALUES) {
      const body = { defaults: { [field]: value }, resources: [] };
      expect([field, value, validate(body)]).toEqual([field, value, accepts(body)]);
    }
  });

  test("on __proto__ as a custom property", () => {
    const list: unknown = JSON.parse(
      JSON.stringify([ADA]).replace(
        '"uniqueId"',
        '"customProperties": {"__proto__": 1}, "uniqueId"',
      ),
    );
    expect([validate(list), accepts(list)]).toEqual([false, false]);
  });

  test.each(Object.keys(ADA))("that a list needs %s", (field) => {
    const { [field]: _, ...rest }: Record<string, unknown> = ADA;
    expect([validate([rest]), accepts([rest])]).toEqual([false, false]);
  });

  test.each<[string, unknown, boolean]>([
    ["[]", [], true],
    ["a body", BODY, true],
    ["a body without resources", { resourceId: "r" }, false],
    ["an empty map", {}, false],
    ["text", "a", false],
    ["null", null, false],
    ["a list in a list", [[ADA]], false],
    [
      "$schema and x-",
      { $schema: "./roster.schema.json", "x-team": { anything: [1] }, resources: [] },
      true,
    ],
    ["another key", { ...BODY, users: [] }, false],
    ["another key of an account", [{ ...ADA, "x-team": 1 }], false],
    ["another key of defaults", { defaults: { team: 1 }, resources: [] }, false],
    ["uniqueId in defaults", { defaults: { uniqueId: "a" }, resources: [] }, false],
    ["a resource ID with a space", { ...BODY, resourceId: "a b" }, false],
    ["an empty resource ID", { ...BODY, resourceId: "" }, false],
    ["a number as resource ID", { ...BODY, resourceId: 5 }, false],
    ["null as resource ID", { ...BODY, resourceId: null }, false],
    ["forget", { ...BODY, forget: ["u-1", "u-2"] }, true],
    ["an empty name to forget", { ...BODY, forget: [""] }, false],
    ["a number to forget", { ...BODY, forget: [1] }, false],
    ["text to forget", { ...BODY, forget: "u-1" }, false],
    ["no defaults", { ...BODY, defaults: null }, true],
    ["nobody to forget", { ...BODY, forget: null }, true],
    ["null as resources", { resources: null }, false],
    [
      "templates",
      {
        ...BODY,
        defaults: {
          displayName: "{fullName}",
          externalUrl: "https://a.b/{uniqueId}",
          email: "{accountName}@a.b",
        },
      },
      true,
    ],
    ["braces", { ...BODY, defaults: { displayName: "{{x}}" } }, true],
    ["an unknown field in a template", { ...BODY, defaults: { displayName: "{name}" } }, false],
    ["a list in a template", { ...BODY, defaults: { displayName: "{groupIds}" } }, false],
    ["a single brace in a template", { ...BODY, defaults: { displayName: "{" } }, false],
    ["a template in an account", [{ ...ADA, displayName: "{" }], true],
  ])("on %s", (_, roster, expected) => {
    expect([validate(roster), accepts(roster)]).toEqual([expected, expected]);
  });
});

test("what only the action can see", () => {
  const leapSecond = [{ ...ADA, createdTimestamp: "2024-03-01T09:00:60Z" }];
  const port = [{ ...ADA, externalUrl: "https://example.com:99999/" }];
  const twice = [ADA, ADA];
  const unfinished = { defaults: {}, resources: [{ uniqueId: "a" }] };
  for (const roster of [leapSecond, port, twice, unfinished])
    expect([validate(roster), accepts(roster)]).toEqual([true, false]);
});

test("every field has a description of its own", () => {
  const text = JSON.stringify(rosterJsonSchema());
  const {
    definitions,
  }: { definitions?: Record<string, { properties?: Record<string, { description?: string }> }> } =
    JSON.parse(text);
  for (const name of ["Account", "AccountBesideDefaults", "Defaults", "Roster"]) {
    for (const [field, property] of Object.entries(definitions?.[name]?.properties ?? {})) {
      expect([
        name,
        field,
        typeof property.description === "string" || "$ref" in property || "allOf" in property,
      ]).toEqual([name, field, true]);
    }
  }
});

test("isAccount takes whole and valid accounts only", () => {
  expect(isAccount(ADA)).toBe(true);
  expect(isAccount({ ...ADA, ...OPTIONAL })).toBe(true);
  expect(isAccount({ ...ADA, roleDescription: null })).toBe(false);
  expect(isAccount({ ...ADA, createdAt: NOW.toISOString() })).toBe(false);
  expect(isAccount({ uniqueId: "a" })).toBe(false);
  expect(isAccount(null)).toBe(false);
});
