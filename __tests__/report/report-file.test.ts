// The report file's form: every outcome against its JSON Schema, which must be closed enough to notice a mistake.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { msg, quoteExternal } from "../../src/model/message.js";
import { DIGEST, known, OUTCOMES, problems, RESOURCE, resource, VIOLATION } from "./outcomes.js";
import { renderReport } from "./render.js";

const ajv = new Ajv({ allErrors: true, strict: true });
addFormats.default(ajv);
const validate = ajv.compile(JSON.parse(readFileSync("report.schema.json", "utf8")));

const parsed = (name: string) =>
  JSON.parse(renderReport(OUTCOMES[name] ?? { ...known(), outcome: "valid" }));

describe("report.schema.json", () => {
  test.each(Object.keys(OUTCOMES))("takes the report of %s", (name) => {
    validate(parsed(name));
    expect(validate.errors).toBeNull();
  });

  test.each([
    ["an unknown key", { extra: 1 }],
    ["null for unknown", { digest: null }],
    ["a wrong outcome", { outcome: "ok" }],
    ["a half place", { problems: [{ severity: "error", code: "x", message: "y", file: "z" }] }],
    [
      "a violation in force that was waived",
      {
        violations: [
          { code: "max-removals", message: "m", accounts: [], waivedBy: "approved-plan" },
        ],
      },
    ],
    [
      "a change without fields",
      { effect: { added: [], removed: [], changed: [{ uniqueId: "u", fields: [] }], rekeyed: [] } },
    ],
  ])("refuses %s", (_what, wrong) => {
    expect(validate({ ...parsed("synced"), ...wrong })).toBe(false);
  });
});

describe("report file", () => {
  test("ends with a line end and holds no null of ours", () => {
    for (const outcome of Object.values(OUTCOMES)) {
      expect(renderReport(outcome)).toMatch(/^\{[\s\S]*\}\n$/);
      expect(renderReport(outcome)).not.toContain(": null");
    }
  });

  test("has the promised form, whole", () => {
    const violation = { ...VIOLATION, waivedBy: "approvals-file" } as const;
    const outcome = {
      ...known({
        mode: "plan",
        digest: DIGEST,
        resources: [
          resource({ violations: [violation], changed: [], rekeyed: [], added: [], removed: [] }),
        ],
        problems: problems({
          severity: "warning",
          code: "cannot-carry",
          message: msg`b ${quoteExternal("c")}`,
          location: { file: "d", line: 1, column: 2 },
        }),
      }),
      outcome: "planned",
    } as const;
    const { serverUrl: _, ...run } = outcome.run;
    expect(JSON.parse(renderReport(outcome))).toEqual({
      version: 1,
      mode: "plan",
      outcome: "planned",
      digest: DIGEST,
      violations: [],
      run,
      resources: [
        {
          resourceId: RESOURCE,
          current: 41,
          desired: 40,
          added: [],
          removed: [],
          changed: [],
          rekeyed: [],
          expired: ["u-0007"],
          unchanged: 36,
          refreshed: 4,
          carried: 1,
          sent: 43,
          violations: [
            {
              code: "max-removals",
              message:
                "2 of 7 ACTIVE accounts would lose access (2 left the roster, 0 set to DEACTIVATED), and max-removals allows 1.",
              accounts: ["u-1002", "u-1003"],
              waivedBy: "approvals-file",
            },
          ],
          synced: "no",
          verified: false,
        },
      ],
      problems: [
        {
          severity: "warning",
          code: "cannot-carry",
          message: 'b "c"',
          file: "d",
          line: 1,
          column: 2,
        },
      ],
      errors: 0,
      warnings: 1,
      requests: [],
    });
  });

  test("an effect says which resource, where it is known", () => {
    const [added] = resource().added;
    const effect = [
      {
        ...resource(),
        rekeyed: [],
        removed: [],
        changed: [],
        added: added === undefined ? [] : [added],
      },
      { added: added === undefined ? [] : [added], removed: [], changed: [], rekeyed: [] },
    ];
    const report = JSON.parse(renderReport({ ...known({ effect }), outcome: "valid" }));
    expect(report.effect.added.map((one: { resourceId?: string }) => one.resourceId)).toEqual([
      RESOURCE,
      undefined,
    ]);
    expect(validate(report)).toBe(true);
  });
});
