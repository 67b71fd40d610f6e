// Where personal data is hidden, no message shows text of the roster: whatever stands in a wrong place may be somebody's name.
import { describe, expect, test } from "@jest/globals";
import { toPlainText } from "../../src/model/message.js";
import { collectProblems } from "../../src/model/problem.js";
import { show } from "../../src/report/redaction.js";
import { parseRosters } from "../../src/roster/parse.js";
import { known } from "../report/outcomes.js";
import { NOW, yamlAccount } from "./check.js";

/** The messages about a file, without personal data. */
function hidden(path: string, text: string): readonly string[] {
  const problems = collectProblems();
  parseRosters([{ path, bytes: new TextEncoder().encode(text) }], { now: NOW }, problems);
  const shown = show({ ...known({ problems }), outcome: "invalid" }, { kind: "all" }, []);
  return shown.problems.kept.map(({ message }) => toPlainText(message));
}

const ZETA = "zeta@person.example";
const IN_ACCOUNT = [
  "permissionLevel",
  "status",
  "authMethod",
  "mfaEnabled",
  "mfaMethods",
  "createdTimestamp",
  "lastLoginTimestamp",
];
const ALL = [
  "displayName",
  "uniqueId",
  "externalUrl",
  "fullName",
  "accountName",
  "email",
  "groupIds",
  "customProperties",
  ...IN_ACCOUNT,
];

describe("text of the roster is hidden", () => {
  test.each<[string, string]>([
    ["as forget", "forget: zeta-person\nresources: []\n"],
    ["as an entry of forget", 'forget: [" zeta"]\nresources: []\n'],
    ["as an account", `- ${ZETA}\n`],
    ["as the whole file", ZETA],
    ["as resources", `resources: ${ZETA}\n`],
    ["as defaults", `defaults: ${ZETA}\nresources: []\n`],
    ["as a resource ID", 'resourceId: "zeta person"\nresources: []\n'],
    ["as a key at the top", `${ZETA}: x\nresources: []\n`],
    ["as a key of an account", yamlAccount({ [ZETA]: "x" })],
    ["as a key twice", `x-a: {${ZETA}: 1, ${ZETA}: 2}\nresources: []\n`],
    ["as a template", 'defaults: {displayName: "Zeta { Person"}\nresources: []\n'],
    ["as a template of another field", 'defaults: {status: "Zeta { Person"}\nresources: []\n'],
    ["as a field in a template", 'defaults: {displayName: "{Zeta Person}"}\nresources: []\n'],
    ["as an alias", "- *zeta-person\n"],
    [
      "as an alias with an anchor near",
      "x-a: &zeta-person [*zeta-persom, *zeta-person]\nresources: []\n",
    ],
    ["as a name of a property", yamlAccount({ customProperties: '{" zeta": 1, zeta: {}}' })],
    ...ALL.flatMap((field): [string, string][] => [
      [`as ${field}`, yamlAccount({ [field]: '"zeta\\tperson"' })],
      [`as ${field} in a list`, yamlAccount({ [field]: '["zeta\\tperson"]' })],
      [`as ${field} in a map`, yamlAccount({ [field]: '{zeta: "zeta\\tperson"}' })],
    ]),
  ])("%s", (_, text) => {
    const messages = hidden("a.yml", text);
    expect(messages.length).toBeGreaterThan(0);
    expect(messages.join("\n")).not.toMatch(/eta/i);
  });

  test.each(IN_ACCOUNT)("a number as %s too", (field) => {
    expect(hidden("a.yml", yamlAccount({ [field]: "19700203" })).join("\n")).not.toContain(
      "9700203",
    );
    expect(hidden("a.yml", yamlAccount({ [field]: '"1970-02-03"' })).join("\n")).not.toContain(
      "1970-02-03",
    );
  });

  test("but not a misspelt name of ours", () => {
    expect(hidden("a.yml", yamlAccount({ emial: "x" }))).toEqual([
      '"emial" is no field of an account. Did you mean email? That is here already: keep one of the two.',
    ]);
    expect(hidden("a.yml", "resources: []\nresources: []\n")[0]).toContain(
      'The key "resources" stands twice',
    );
  });
});
