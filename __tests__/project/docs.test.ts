// What the documentation says of rosters is so: every code is explained, and every roster shown is valid.
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { FIELDS } from "../../src/model/account.js";
import { GUARD_CODES } from "../../src/model/outcome.js";
import { PROBLEM_CODES } from "../../src/model/problem-codes.js";
import { check } from "../roster/check.js";

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

describe("docs/problems.md", () => {
  /** The rows of each section that begins so: a code, and the severity where a column has it. */
  const rows = (start: string) =>
    read("docs/problems.md")
      .split(/^## /m)
      .filter((section) => section.startsWith(start))
      .flatMap((section) => [...section.matchAll(/^\| `([a-z0-9-]+)` \| (\w*)/gm)])
      .map(([, code = "", severity = ""]) => ({ code, severity }));
  const guards = rows("Guards").map(({ code }) => code);

  test("explains every code of a problem, each once", () => {
    const listed = [...rows("Rosters"), ...rows("Inputs")].map(({ code }) => code);
    // The limits are guards; only on a pull request are they warnings.
    const codes = Object.keys(PROBLEM_CODES).filter((code) => !guards.includes(code));
    expect(listed.sort()).toEqual(codes.sort());
  });

  test("gives each code its severity", () => {
    const severities = Object.fromEntries([
      ...rows("Rosters").map(({ code }) => [code, "error"]),
      ...rows("Rosters: warnings").map(({ code }) => [code, "warning"]),
      ...rows("Inputs").map(({ code, severity }) => [code, severity]),
    ]);
    expect(PROBLEM_CODES).toMatchObject(severities);
  });

  test("explains every guard", () => {
    expect(guards.sort()).toEqual([...GUARD_CODES].sort());
  });
});

describe("docs/roster.md", () => {
  const page = read("docs/roster.md");

  test("explains every field", () => {
    for (const field of FIELDS) expect(page).toMatch(new RegExp(`^\\| \`${field}\` \\|`, "m"));
  });

  test("shows valid rosters", () => {
    const blocks = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, block]) => block ?? "");
    const whole = blocks.filter((block) => /^- displayName|^resourceId/.test(block));
    expect(whole).toHaveLength(2);
    for (const block of whole)
      expect(check({ "a.yml": block })).toMatchObject({
        found: [],
        rosters: [{ entries: [{ account: { uniqueId: "u-1001" } }] }],
      });
  });

  test("links to parts of itself that are there", () => {
    const headings = [...page.matchAll(/^## (.*)$/gm)].map(
      ([, heading]) => `#${heading?.toLowerCase().replaceAll(" ", "-")}`,
    );
    for (const [, target] of page.matchAll(/\]\((#[^)]*)\)/g)) expect(headings).toContain(target);
  });
});

test("the examples are valid, and without warnings", () => {
  const names = readdirSync(new URL("../../examples", import.meta.url)).filter((name) =>
    /\.(ya?ml|json)$/.test(name),
  );
  expect(names.length).toBeGreaterThan(0);
  expect(
    check(Object.fromEntries(names.map((name) => [`examples/${name}`, read(`examples/${name}`)]))),
  ).toMatchObject({ found: [] });
});
