// The reporters, for outcomes of which nothing is hidden; and all that is shown of an outcome.
import type { Outcome } from "../../src/model/outcome.js";
import * as annotations from "../../src/report/annotations.js";
import * as log from "../../src/report/log.js";
import * as outputs from "../../src/report/outputs.js";
import { type RedactionPolicy, type ShownOutcome, show } from "../../src/report/redaction.js";
import * as reportFile from "../../src/report/report-file.js";
import * as summary from "../../src/report/summary.js";

/** The outcome as it may be shown; without a policy, as `redact: never` shows it. */
export const shown = (outcome: Outcome, policy: RedactionPolicy = { kind: "none" }) =>
  show(outcome, policy, []);

/** The first line of a comment in these tests. */
export const MARKER = "<!-- ours -->";

export const chooseAnnotations = (outcome: Outcome) =>
  annotations.chooseAnnotations(shown(outcome));
export const renderPlan = (outcome: Outcome) => log.renderPlan(shown(outcome));
export const renderProblems = (outcome: Outcome) => log.renderProblems(shown(outcome));
export const renderClosing = (outcome: Outcome) => log.renderClosing(shown(outcome));
export const renderOutputs = (outcome: Outcome, path?: string) =>
  outputs.renderOutputs(shown(outcome), path);
export const renderReport = (outcome: Outcome) => reportFile.renderReport(shown(outcome));
export const renderSummary = (outcome: Outcome, options: summary.SummaryOptions = {}) =>
  summary.renderSummary(shown(outcome), options);
export const renderComment = (outcome: Outcome, limitCharacters?: number) =>
  summary.renderComment(shown(outcome), { marker: MARKER, limitCharacters });
export const hasNews = (outcome: Outcome) => summary.hasNews(shown(outcome));

/** Every line of the log, with the titles of groups. */
export const logLines = (outcome: ShownOutcome): readonly string[] => [
  ...log.renderPlan(outcome).flatMap(({ title, lines }) => [title, ...lines]),
  ...log.renderProblems(outcome),
  ...log.renderClosing(outcome),
];

/** Everything that the action shows of an outcome, in one text. */
export const everythingShown = (outcome: ShownOutcome): string =>
  [
    summary.renderSummary(outcome),
    summary.renderComment(outcome, { marker: MARKER }),
    ...logLines(outcome),
    JSON.stringify(annotations.chooseAnnotations(outcome)),
    reportFile.renderReport(outcome),
    JSON.stringify(outputs.renderOutputs(outcome)),
  ].join("\n");
