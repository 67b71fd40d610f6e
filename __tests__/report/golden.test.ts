// Every outcome as people see it, kept as files for reviewers. UPDATE_GOLDEN=1 writes them anew.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { renderClosing, renderPlan, renderProblems } from "../../src/report/log.js";
import type { ShownOutcome } from "../../src/report/redaction.js";
import { renderReport } from "../../src/report/report-file.js";
import { renderSummary } from "../../src/report/summary.js";
import { CASES } from "./outcomes.js";
import { shown } from "./render.js";

const FOLDER = join(import.meta.dirname, "golden");
const REPORT_FILE = "/home/runner/work/_temp/vanta-roster-report.json";

/** The JSON of others would show nothing that these two and the schema do not. */
const WITH_JSON: readonly string[] = ["planned-on-a-pull-request", "planned-masked", "exported"];

function logAsText(outcome: ShownOutcome): string {
  const groups = renderPlan(outcome).flatMap(({ title, lines }) => [
    `▼ ${title}`,
    ...lines.map((line) => `  ${line}`),
  ]);
  return [...groups, ...renderProblems(outcome), ...renderClosing(outcome), ""].join("\n");
}

const FILES = CASES.flatMap(({ name, outcome, policy }) => {
  const masked = shown(outcome, policy);
  return [
    { file: `${name}.md`, content: renderSummary(masked, { reportFile: REPORT_FILE }) },
    { file: `${name}.log`, content: logAsText(masked) },
    ...(WITH_JSON.includes(name) ? [{ file: `${name}.json`, content: renderReport(masked) }] : []),
  ];
});

describe("golden files", () => {
  test.each(FILES)("$file", ({ file, content }) => {
    if (process.env["UPDATE_GOLDEN"] === "1") writeFileSync(join(FOLDER, file), content);
    expect(content).toBe(readFileSync(join(FOLDER, file), "utf8"));
  });

  test("none is left over", () => {
    expect(readdirSync(FOLDER).sort()).toEqual(FILES.map(({ file }) => file).sort());
  });
});
