// What the documentation says of rosters is so: every code is explained, and every roster shown is valid.
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { FIELDS } from "../../src/model/account.js";
import { ROSTER_CODES } from "../../src/model/problem-codes.js";
import { check } from "../roster/check.js";

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

test("docs/problems.md lists exactly the codes of rosters, each once", () => {
  const sections = read("docs/problems.md")
    .split(/^## /m)
    .filter((section) => section.startsWith("Rosters"));
  const listed = sections.flatMap((section) =>
    [...section.matchAll(/^\| `([a-z0-9-]+)` \|/gm)].map(([, code]) => code),
  );
  expect(listed.sort()).toEqual([...ROSTER_CODES].sort());
});

test("every code stands in the source, and is used", () => {
  const source = ["roster", "roster/syntax", "runner"]
    .flatMap((folder) =>
      readdirSync(new URL(`../../src/${folder}`, import.meta.url)).map(
        (name) => `${folder}/${name}`,
      ),
    )
    .filter((path) => path.endsWith(".ts"))
    .map((path) => read(`src/${path}`))
    .join("\n");
  expect(ROSTER_CODES.filter((code) => !source.includes(`"${code}"`))).toEqual([]);
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
