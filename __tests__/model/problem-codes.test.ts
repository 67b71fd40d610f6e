// docs/problems.md lists the codes that inputs, runs, syncs and guards can give, and no others. (The roster's have a test of their own.)
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "@jest/globals";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** How the source names a code: in a Problem or Violation, or as an argument beside the severity. */
const NAMED = [
  /code: "([a-z-]+)"/g,
  /"(?:error|warning|notice)",\s*"([a-z-]+)"/g,
  /\b(?:warn|inputError)\(\s*"([a-z-]+)"/g,
];
/** zod's code for an issue of ours; and severities side by side. */
const NO_CODES = new Set(["custom", "error", "warning", "notice"]);

test("docs/problems.md lists the codes of the source", () => {
  const files = readdirSync(`${root}/src`, { recursive: true, encoding: "utf8" }).filter(
    (path) => /\.ts$/.test(path) && !/^(roster|runner\/roster|model\/problem-codes)/.test(path),
  );
  const source = files.map((path) => readFileSync(`${root}/src/${path}`, "utf8")).join("\n");
  const codes = NAMED.flatMap((pattern) =>
    [...source.matchAll(pattern)].map(([, code]) => code ?? ""),
  ).filter((code) => !NO_CODES.has(code));

  const page = readFileSync(`${root}/docs/problems.md`, "utf8");
  const sections = page.slice(page.indexOf("## Inputs, runs and syncs"));
  const rows = [...sections.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, code]) => code);
  expect(rows.sort()).toEqual([...new Set(codes)].sort());
});
