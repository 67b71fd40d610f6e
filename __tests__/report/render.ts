// The reporters, for outcomes of which nothing is hidden.
import type { Outcome } from "../../src/model/outcome.js";
import * as annotations from "../../src/report/annotations.js";
import * as log from "../../src/report/log.js";
import * as outputs from "../../src/report/outputs.js";
import { show } from "../../src/report/redaction.js";
import * as reportFile from "../../src/report/report-file.js";
import * as summary from "../../src/report/summary.js";

/** The outcome as `redact: never` shows it. */
export const shown = (outcome: Outcome) => show(outcome, { kind: "none" }, []);

export const chooseAnnotations = (outcome: Outcome) =>
  annotations.chooseAnnotations(shown(outcome));
export const renderLog = (outcome: Outcome) => log.renderLog(shown(outcome));
export const renderLogClosing = (outcome: Outcome) => log.renderLogClosing(shown(outcome));
export const renderOutputs = (outcome: Outcome, path?: string) =>
  outputs.renderOutputs(shown(outcome), path);
export const renderReport = (outcome: Outcome) => reportFile.renderReport(shown(outcome));
export const renderSummary = (
  outcome: Outcome,
  options: Parameters<typeof summary.renderSummary>[1],
) => summary.renderSummary(shown(outcome), options);
export const renderComment = (
  outcome: Outcome,
  options: Parameters<typeof summary.renderComment>[1],
) => summary.renderComment(shown(outcome), options);
export const hasNews = (outcome: Outcome) => summary.hasNews(shown(outcome));
