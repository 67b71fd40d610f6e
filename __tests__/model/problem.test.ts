// The collector: one mistake is one problem, all are counted, the first ten thousand are kept.
import { describe, expect, test } from "@jest/globals";
import { msg, quote } from "../../src/model/message.js";
import { collectProblems, PROBLEM_LIMIT, type Problem } from "../../src/model/problem.js";

const location = { file: "roster.yml", line: 1, column: 2 };
const problem = (changed: Partial<Problem> = {}): Problem => ({
  severity: "error",
  code: "unknown-key",
  message: msg`a`,
  location,
  ...changed,
});

describe("a collector", () => {
  test("begins empty", () => {
    expect(collectProblems()).toMatchObject({ kept: [], errors: 0, warnings: 0 });
  });

  test("counts errors and warnings, and keeps notices without counting them", () => {
    const problems = collectProblems();
    problems.add(problem());
    problems.add(problem({ severity: "warning", code: "future-timestamp" }));
    problems.add(problem({ severity: "warning", code: "before-created" }));
    problems.add(problem({ severity: "notice", code: "nothing-to-apply" }));
    expect(problems).toMatchObject({ errors: 1, warnings: 2 });
    expect(problems.kept.map(({ code }) => code)).toEqual([
      "unknown-key",
      "future-timestamp",
      "before-created",
      "nothing-to-apply",
    ]);
  });

  test("takes the same code and message at the same place once", () => {
    const problems = collectProblems();
    const { location: _, ...nowhere } = problem();
    for (const one of [problem(), nowhere]) {
      problems.add(one);
      problems.add({ ...one });
    }
    expect(problems.errors).toBe(2);
    expect(problems.kept).toHaveLength(2);
  });

  test.each<[string, Partial<Problem>]>([
    ["code", { code: "wrong-type" }],
    ["message", { message: msg`b` }],
    ["quote", { message: msg`a${quote("x")}` }],
    ["file", { location: { ...location, file: "other.yml" } }],
    ["line", { location: { ...location, line: 2 } }],
    ["column", { location: { ...location, column: 3 } }],
  ])("takes another %s as another problem", (_, changed) => {
    const problems = collectProblems();
    problems.add(problem());
    problems.add(problem(changed));
    expect(problems.errors).toBe(2);
  });

  test("keeps the first ten thousand and counts the rest", () => {
    const problems = collectProblems();
    for (let line = 1; line <= PROBLEM_LIMIT + 2; line += 1)
      problems.add(problem({ location: { ...location, line } }));
    expect(PROBLEM_LIMIT).toBe(10_000);
    expect(problems.kept).toHaveLength(10_000);
    expect(problems.kept.at(-1)?.location?.line).toBe(10_000);
    expect(problems.errors).toBe(10_002);
    problems.add(problem({ location: { ...location, line: PROBLEM_LIMIT + 2 } }));
    expect(problems.errors).toBe(10_002);
    problems.add(problem({ severity: "notice", code: "nothing-to-apply" }));
    expect(problems.kept).toHaveLength(10_001);
  });

  test("gives none of the ten thousand places to a notice", () => {
    const problems = collectProblems();
    problems.add(problem({ severity: "notice", code: "nothing-to-apply" }));
    for (let line = 1; line <= PROBLEM_LIMIT; line += 1)
      problems.add(problem({ location: { ...location, line } }));
    expect(problems.kept.filter(({ severity }) => severity === "error")).toHaveLength(10_000);
  });
});
