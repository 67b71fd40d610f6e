// Outcome → everything people see: report file, log, annotations, job summary, outputs, comment. What is shown went through the
// one redaction pass before it came here; a report that cannot be written never hides the others.

import { OUTPUT_NAMES, type Outcome } from "./model/outcome.js";
import { chooseAnnotations } from "./report/annotations.js";
import { renderLog, renderLogClosing } from "./report/log.js";
import { renderOutputs } from "./report/outputs.js";
import { renderReport } from "./report/report-file.js";
import { renderSummary, SUMMARY_LIMIT } from "./report/summary.js";
import { annotate, group, info, setOutput, writeSummary } from "./runner/commands.js";
import { writeReportFile } from "./runner/report-files.js";

/** Shows the outcome everywhere but in the pull request. Returns what could not be written, in words. */
export function publish(outcome: Outcome, reportFile: string | undefined): readonly string[] {
  const failed: string[] = [];
  const attempt = (what: string, write: () => void) => {
    try {
      write();
    } catch (error) {
      failed.push(
        `The ${what} could not be written: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  };
  if (reportFile !== undefined)
    attempt("report file", () => writeReportFile(reportFile, renderReport(outcome)));
  for (const { title, lines } of renderLog(outcome)) group(title, lines);
  for (const line of renderLogClosing(outcome)) info(line);
  const shownFile = reportFile === undefined ? {} : { reportFile };
  attempt("job summary", () =>
    writeSummary(renderSummary(outcome, { limitBytes: SUMMARY_LIMIT, ...shownFile })),
  );
  attempt("outputs", () => {
    const outputs = renderOutputs(outcome, reportFile);
    for (const name of OUTPUT_NAMES) {
      const value = outputs[name];
      if (value !== undefined) setOutput(name, value);
    }
  });
  for (const annotation of chooseAnnotations(outcome)) annotate(annotation);
  return failed;
}
