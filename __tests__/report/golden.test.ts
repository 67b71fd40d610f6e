// Every outcome as people see it, kept as files for reviewers. UPDATE_GOLDEN=1 writes them anew.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import type { Outcome } from "../../src/model/outcome.js";
import { SUMMARY_LIMIT } from "../../src/report/summary.js";
import { OUTCOMES } from "./outcomes.js";
import {
  chooseAnnotations,
  renderLog,
  renderLogClosing,
  renderOutputs,
  renderReport,
  renderSummary,
} from "./render.js";

const FOLDER = join(import.meta.dirname, "golden");
const REPORT_FILE = "/home/runner/work/_temp/vanta-roster-report.json";

function logAsText(outcome: Outcome): string {
  const groups = renderLog(outcome).flatMap(({ title, lines }) => [
    `▼ ${title}`,
    ...lines.map((line) => `  ${line}`),
  ]);
  const annotations = chooseAnnotations(outcome).map((annotation) => JSON.stringify(annotation));
  const outputs = Object.entries(renderOutputs(outcome, REPORT_FILE)).map(
    ([name, value]) => `${name}=${value}`,
  );
  return [
    ...groups,
    ...renderLogClosing(outcome),
    "",
    "annotations",
    ...annotations,
    "",
    "outputs",
    ...outputs,
    "",
  ].join("\n");
}

const FILES = Object.entries(OUTCOMES).flatMap(([name, outcome]) => [
  {
    file: `${name}.md`,
    content: renderSummary(outcome, { limitBytes: SUMMARY_LIMIT, reportFile: REPORT_FILE }),
  },
  { file: `${name}.log`, content: logAsText(outcome) },
  { file: `${name}.json`, content: renderReport(outcome) },
]);

describe("golden files", () => {
  test.each(FILES)("$file", ({ file, content }) => {
    if (process.env["UPDATE_GOLDEN"] === "1") writeFileSync(join(FOLDER, file), content);
    expect(content).toBe(readFileSync(join(FOLDER, file), "utf8"));
  });

  test("none is left over", () => {
    expect(readdirSync(FOLDER).sort()).toEqual(FILES.map(({ file }) => file).sort());
  });
});
