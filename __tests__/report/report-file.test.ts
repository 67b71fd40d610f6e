// The report file's form: every outcome against its JSON Schema, which notices a
// mistake.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { msg, quoteExternal } from "../../src/model/message.js";
import type { Outcome } from "../../src/model/outcome.js";
import * as reportFile from "../../src/report/report-file.js";
import {
  CASES,
  DIGEST,
  known,
  NO_CHANGES,
  OUTCOMES,
  problems,
  RESOURCE,
  resource,
  VIOLATION,
} from "./outcomes.js";
import { renderReport, shown } from "./render.js";

const ajv = new Ajv({ allErrors: true, strict: true });
addFormats.default(ajv);
const validate = ajv.compile(JSON.parse(readFileSync("report.schema.json", "utf8")));

const parsed = (outcome: Outcome) => JSON.parse(renderReport(outcome));

describe("report.schema.json", () => {
  test.each(CASES)("takes the report of $name", ({ outcome, policy }) => {
    validate(JSON.parse(reportFile.renderReport(shown(outcome, policy))));
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
    expect(validate({ ...parsed(OUTCOMES.synced), ...wrong })).toBe(false);
  });
});

describe("report file", () => {
  test("ends with a line end and has no null", () => {
    for (const { outcome } of CASES) {
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
        resources: [resource({ ...NO_CHANGES, violations: [violation] })],
        problems: problems({
          severity: "warning",
          code: "cannot-carry",
          message: msg`b ${quoteExternal("c")}`,
          location: { file: "d", line: 1, column: 2 },
        }),
      }),
      outcome: "planned",
    } as const;
    const { serverUrl: _, workflowUrl: __, ...run } = outcome.run;
    expect(parsed(outcome)).toEqual({
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
          deleted: [],
          expired: ["u-0007"],
          deferred: 2,
          unchanged: 30,
          refreshed: 4,
          carried: 1,
          sent: 45,
          violations: [
            {
              code: "max-removals",
              message:
                "3 of 38 ACTIVE accounts would be removed (2 left the roster, 1 set to DEACTIVATED), and max-removals allows 2.",
              accounts: ["u-1006", "u-1019", "u-1014"],
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
    const added = resource().added.slice(0, 1);
    const effect = [
      { ...NO_CHANGES, added, resourceId: RESOURCE },
      { ...NO_CHANGES, added },
    ];
    const report = parsed({ ...known({ effect }), outcome: "valid" });
    expect(report.effect.added.map((one: { resourceId?: string }) => one.resourceId)).toEqual([
      RESOURCE,
      undefined,
    ]);
    expect(validate(report)).toBe(true);
  });
});
