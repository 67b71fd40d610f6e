// roster.schema.json is current, and a JSON Schema validator takes and refuses what the action
// does.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { Ajv } from "ajv";
import { FIELDS } from "../../src/model/account.js";
import { isAccount, rosterJsonSchema } from "../../src/roster/schema.js";
import { ACCOUNT, read } from "./check.js";
import { VALUES } from "./values.js";

test("the printed schema is that of the action (npm run generate)", () => {
  const printed = readFileSync(new URL("../../roster.schema.json", import.meta.url), "utf8");
  expect(JSON.parse(printed)).toEqual(JSON.parse(JSON.stringify(rosterJsonSchema())));
});

const validate = new Ajv({
  strict: true,
  allowUnionTypes: true,
  keywords: ["patternErrorMessage"],
}).compile(rosterJsonSchema());

/** What the schema and the action say of a roster. */
async function verdicts(roster: unknown): Promise<readonly [schema: boolean, action: boolean]> {
  return [validate(roster), (await read(JSON.stringify(roster), "r.json")).rosters !== undefined];
}

/** JSON Schema cannot state where a leap second may be, how large a port, or what is invisible. */
const ONLY_ACTION = /:60|:65536|ud83d"/;
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\u2800]/u;
/** Nor what is pasted around an address, or which characters of other scripts are letters. */
const PASTED = /[“«’´‑。€]|^"['*`].*@|[*]@/u;

describe("schema and action agree on every value of every field:", () => {
  const texts = [...new Set(VALUES.map(([, text]) => text))].filter(
    (text) => !ONLY_ACTION.test(text) && !PASTED.test(text),
  );
  const values = texts
    .map((text): unknown => JSON.parse(text))
    .filter((value) => !INVISIBLE.test(JSON.stringify(value)));

  test.each(FIELDS)("%s", async (field) => {
    // One account per line: which lines have an error tells which values are refused.
    const accounts = values.map((value, index) => ({
      ...ACCOUNT,
      uniqueId: `id${index}`,
      [field]: value,
    }));
    const lines = `[\n${accounts.map((one) => JSON.stringify(one)).join(",\n")}\n]`;
    const refused = new Set(
      (await read(lines, "r.json")).found
        .filter((one) => !one.startsWith("warning"))
        .map((one) => Number(/ (\d+):/.exec(one)?.[1])),
    );
    const disagree = accounts.filter((account, index) => {
      const isTaken = !refused.has(index + 2);
      return validate([account]) !== isTaken || validate({ resources: [account] }) !== isTaken;
    });
    expect(disagree).toEqual([]);
  });

  test.each(FIELDS)("%s in defaults", async (field) => {
    // What a template makes must fit its field, which only the action sees.
    const plain = values.filter((value) => typeof value !== "string" || !value.includes("{"));
    for (const value of plain) {
      const [schema, action] = await verdicts({ defaults: { [field]: value }, resources: [] });
      expect([value, action]).toEqual([value, schema]);
    }
  });
});

const BODY = { resourceId: "r", defaults: {}, forget: [], resources: [ACCOUNT] };
const withDefaults = (defaults: object) => ({ ...BODY, defaults });

test.each<[valid: boolean, rosters: readonly unknown[]]>([
  [
    true,
    [
      [],
      BODY,
      { $schema: "./roster.schema.json", "x-team": { anything: [1] }, resources: [] },
      { ...BODY, forget: ["u-1", "u-2"] },
      { ...BODY, forget: null },
      { ...BODY, defaults: null },
      withDefaults({ displayName: "{fullName}", groupIds: ["{email}"], mfaMethods: ["{email}"] }),
      withDefaults({ externalUrl: "https://a.b/{uniqueId}", email: "{accountName}@a.b" }),
      withDefaults({ displayName: "{{x}}", customProperties: { a: "{{{email}}}" } }),
      [{ ...ACCOUNT, displayName: "{" }],
    ],
  ],
  [
    false,
    [
      {},
      "a",
      null,
      [[ACCOUNT]],
      { resourceId: "r" },
      { resources: null },
      { ...BODY, users: [] },
      { ...BODY, resourceId: "a b" },
      { ...BODY, resourceId: "" },
      { ...BODY, resourceId: 5 },
      { ...BODY, resourceId: null },
      { ...BODY, forget: [""] },
      { ...BODY, forget: [1] },
      { ...BODY, forget: "u-1" },
      [{ ...ACCOUNT, "x-team": 1 }],
      withDefaults({ "x-team": 1 }),
      withDefaults({ uniqueId: "a" }),
      ...["{", "a}b", "{{}", "{}", "{ email }", "{emial}", "{groupIds}"].flatMap((template) => [
        withDefaults({ displayName: template }),
        withDefaults({ groupIds: [template] }),
        withDefaults({ mfaMethods: [template] }),
        withDefaults({ status: template }),
        withDefaults({ customProperties: { a: template } }),
      ]),
    ],
  ],
])("schema and action agree on rosters: %s", async (valid, rosters) => {
  for (const roster of rosters)
    expect([roster, ...(await verdicts(roster))]).toEqual([roster, valid, valid]);
});

test.each(Object.keys(ACCOUNT))(
  "a list needs %s, a body may have it in defaults",
  async (field) => {
    const { [field]: value, ...rest }: Record<string, unknown> = ACCOUNT;
    expect(await verdicts([rest])).toEqual([false, false]);
    const isTaken = field !== "uniqueId";
    const body = { defaults: { [field]: value }, resources: [rest] };
    expect(await verdicts(body)).toEqual([isTaken, isTaken]);
  },
);

test("only the action sees leap seconds, ports, invisible characters, pasted marks, duplicates, and gaps", async () => {
  for (const roster of [
    [{ ...ACCOUNT, createdTimestamp: "2024-03-01T09:00:60Z" }],
    [{ ...ACCOUNT, externalUrl: "https://example.com:65536/" }],
    [{ ...ACCOUNT, uniqueId: "u\u200b" }],
    [{ ...ACCOUNT, email: "“ada@example.com”" }],
    [ACCOUNT, ACCOUNT],
    { defaults: {}, resources: [{ uniqueId: "a" }] },
  ])
    expect(await verdicts(roster)).toEqual([true, false]);
});

test("every field has a description", () => {
  type Definition = { properties?: Record<string, object> };
  const schema: { definitions?: Record<string, Definition> } = JSON.parse(
    JSON.stringify(rosterJsonSchema()),
  );
  for (const name of ["Account", "AccountBesideDefaults", "Defaults", "Roster"]) {
    const properties = Object.entries(schema.definitions?.[name]?.properties ?? {});
    expect(properties.length).toBeGreaterThan(4);
    const bare = properties.filter(
      ([, one]) => !/"(description|\$ref|allOf)":/.test(JSON.stringify(one)),
    );
    expect(bare).toEqual([]);
  }
});

test("an account that goes to Vanta has no null and no other fields", () => {
  const isOne = (fields: object) => isAccount({ ...ACCOUNT, ...fields });
  expect(isOne({ roleDescription: "Admin", groupIds: ["g"], customProperties: { a: 1 } })).toBe(
    true,
  );
  expect(isOne({ roleDescription: null })).toBe(false);
  expect(isOne({ createdAt: "2024-03-01T09:00:00Z" })).toBe(false);
  expect(isAccount({ uniqueId: "a" })).toBe(false);
  expect(isAccount(null)).toBe(false);
});

test("every pattern has a message for editors", () => {
  const patterns =
    JSON.stringify(rosterJsonSchema()).match(/"pattern":"(?:[^"\\]|\\.)*"[^}]*/g) ?? [];
  expect(patterns.length).toBeGreaterThan(20);
  for (const pattern of patterns) expect(pattern).toContain('"patternErrorMessage"');
});
