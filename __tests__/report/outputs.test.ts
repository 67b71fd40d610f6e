// The outputs of the step: what is known, and nothing else.
import { describe, expect, test } from "@jest/globals";
import { DIGEST, known, LISTED, OUTCOMES, resource, SENT } from "./outcomes.js";
import { renderOutputs } from "./render.js";

describe("outputs", () => {
  test("all of a sync", () => {
    expect(renderOutputs(OUTCOMES.synced, "/tmp/report.json")).toEqual({
      mode: "sync",
      outcome: "synced",
      accounts: "40",
      added: "3",
      removed: "3",
      changed: "6",
      unchanged: "30",
      deleted: "1",
      expired: "1",
      "has-changes": "true",
      "plan-digest": DIGEST,
      verified: "true",
      errors: "0",
      warnings: "1",
      "report-file": "/tmp/report.json",
      backup: "/tmp/backup-*.yml",
    });
  });

  test("what is not known is not there", () => {
    const problems = { kept: [], errors: 2, warnings: 0 };
    expect(renderOutputs({ ...known({ problems }), outcome: "invalid" })).toEqual({
      outcome: "invalid",
      errors: "2",
      warnings: "0",
    });
  });

  test("verified only after a PUT, and true only where every resource is", () => {
    const of = (requests: typeof SENT, ...verified: readonly boolean[]) =>
      renderOutputs({
        ...known({ requests, resources: verified.map((one) => resource({ verified: one })) }),
        outcome: "synced",
      })["verified"];
    expect([of(LISTED, false), of(SENT, true, true), of(SENT, true, false)]).toEqual([
      undefined,
      "true",
      "false",
    ]);
  });
});
