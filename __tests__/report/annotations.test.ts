// The few lines that GitHub shows on the page of the run and in the diff: ten of each severity.
import { describe, expect, test } from "@jest/globals";
import { msg, reply } from "../../src/model/message.js";
import type { Outcome } from "../../src/model/outcome.js";
import { PROBLEM_LIMIT, type Problem } from "../../src/model/problem.js";
import type { Severity } from "../../src/model/problem-codes.js";
import { known, OUTCOMES, problems } from "./outcomes.js";
import { chooseAnnotations } from "./render.js";

const many = (severity: Severity, count: number): readonly Problem[] =>
  Array.from({ length: count }, (_, index) => ({
    severity,
    code: "wrong-type",
    message: msg`Problem ${index}`,
    location: { file: "a.yml", line: index + 1, column: 2 },
  }));
const of = (outcome: Outcome, severity: Severity) =>
  chooseAnnotations(outcome).filter((one) => one.severity === severity);
const invalid = (errors: number, warnings: number): Outcome => ({
  ...known({ problems: problems(...many("error", errors), ...many("warning", warnings)) }),
  outcome: "invalid",
});

describe("annotations", () => {
  test("nine errors and the verdict are all shown", () => {
    const errors = of(invalid(9, 0), "error");
    expect(errors).toHaveLength(10);
    expect(errors[8]).toEqual({
      severity: "error",
      message: "Problem 8",
      title: "wrong-type",
      file: "a.yml",
      line: 9,
      column: 2,
    });
    expect(errors[9]?.message).toMatch(/^Invalid: .* Nothing was sent\.$/);
  });

  test("of ten errors the verdict counts the last", () => {
    const errors = of(invalid(10, 0), "error");
    expect(errors).toHaveLength(10);
    expect(errors[9]?.message).toMatch(
      / Nothing was sent\. And 1 more of this kind \(error\): all are in the job summary and in the report file\.$/,
    );
  });

  test("ten warnings are shown, of eleven the last counts two", () => {
    expect(of(invalid(1, 10), "warning").map(({ message }) => message)).toEqual(
      many("warning", 10).map((_, index) => `Problem ${index}`),
    );
    const eleven = of(invalid(1, 11), "warning");
    expect(eleven).toHaveLength(10);
    expect(eleven[9]?.message).toMatch(/^2 more of this kind \(warning\)/);
  });

  test("problems that were not kept are counted", () => {
    const outcome: Outcome = {
      ...known({ problems: { kept: many("error", 20), errors: PROBLEM_LIMIT + 5, warnings: 0 } }),
      outcome: "invalid",
    };
    expect(of(outcome, "error")[9]?.message).toContain("9,996 more");
  });

  test("failures and guards come before problems, and the verdict last", () => {
    const titles = (outcome: Outcome) => of(outcome, "error").map(({ title }) => title);
    expect(titles(OUTCOMES["failed-half-way"])).toEqual(["failed", "failed", undefined]);
    expect(titles({ ...OUTCOMES.blocked, problems: problems(...many("error", 1)) })).toEqual([
      "max-removals",
      "wrong-type",
      undefined,
    ]);
  });

  test.each(["valid", "planned", "synced", "superseded"] as const)("%s: no error", (name) => {
    expect(of(OUTCOMES[name], "error")).toEqual([]);
  });

  test("a newer commit is a notice", () => {
    const reason = '"access/admin-panel.yml" changed on the default branch after this commit.';
    expect(chooseAnnotations(OUTCOMES.superseded)).toEqual([
      { severity: "notice", title: "superseded", message: reason },
    ]);
  });

  test("ten notices, of eleven the last counts two", () => {
    const notices = (count: number) =>
      of(
        { ...known({ problems: problems(...many("notice", count)) }), outcome: "valid" },
        "notice",
      );
    expect(notices(10)).toHaveLength(10);
    expect(notices(11)[9]?.message).toMatch(/^2 more of this kind \(notice\)/);
  });

  test("a message is one line of at most 4,000 units", () => {
    const failures = [Array.from({ length: 10 }, () => reply("x\n".repeat(2000)))];
    const [first] = chooseAnnotations({ ...known(), outcome: "failed", failures });
    expect(first?.message).toHaveLength(4000);
    expect(first?.message).not.toContain("\n");
  });
});
