// Outcome → annotations: the few lines that GitHub shows on the run and in the diff. It drops those
// beyond ten of a kind without a word, so we choose them, and one says how many more there are.

import { formatCount, shorten } from "../model/format.js";
import { toPlainText } from "../model/message.js";
import { type Outcome, passes } from "../model/outcome.js";
import type { Annotation } from "../model/problem.js";
import type { Severity } from "../model/problem-codes.js";
import type { ShownOutcome } from "./redaction.js";
import { verdict } from "./verdict.js";

/** How many annotations of one severity GitHub shows for a step. */
export const ANNOTATION_LIMIT = 10;
/** In UTF-16 units; GitHub cuts at 4,096. */
const MESSAGE_LIMIT = 4000;

/** At most ten of each severity. Where the step fails, the last error is the verdict. */
export function chooseAnnotations(outcome: ShownOutcome): readonly Annotation[] {
  const { errors, warnings } = outcome.problems;
  const ofRun = causes(outcome);
  const closing = passes(outcome) ? undefined : toPlainText(verdict(outcome).message);
  return [
    ...limited(
      "error",
      [...ofRun, ...ofProblems(outcome, "error")],
      ofRun.length + errors,
      closing,
    ),
    ...limited("warning", ofProblems(outcome, "warning"), warnings, undefined),
    ...noticesOf(outcome),
  ];
}

/** Failures and guards in force: errors without a line. */
function causes(outcome: Outcome): readonly Annotation[] {
  const failures = outcome.outcome === "failed" ? outcome.failures : [];
  return [
    ...failures.map((failure) => annotation("error", toPlainText(failure), "failed")),
    ...outcome.violations.map(({ code, message }) =>
      annotation("error", toPlainText(message), code),
    ),
  ];
}

function ofProblems({ problems: { kept } }: Outcome, severity: Severity): readonly Annotation[] {
  return kept
    .filter((problem) => problem.severity === severity)
    .map(({ message, code, location }) => ({
      ...annotation(severity, toPlainText(message), code),
      ...location,
    }));
}

function noticesOf(outcome: Outcome): readonly Annotation[] {
  const reason =
    outcome.outcome === "superseded"
      ? [annotation("notice", toPlainText(outcome.reason), "superseded")]
      : [];
  const notices = [...reason, ...ofProblems(outcome, "notice")];
  return limited("notice", notices, notices.length, undefined);
}

function annotation(severity: Severity, message: string, title: string): Annotation {
  return { severity, message: shorten(message, MESSAGE_LIMIT), title: title };
}

/** `whole` may be above the length of `all`, of which only so many were kept. */
function limited(
  severity: Severity,
  all: readonly Annotation[],
  whole: number,
  closing: string | undefined,
): readonly Annotation[] {
  const fits = whole + (closing === undefined ? 0 : 1) <= ANNOTATION_LIMIT;
  const shown = all.slice(0, fits ? ANNOTATION_LIMIT : ANNOTATION_LIMIT - 1);
  const more = `${formatCount(whole - shown.length)} more of this kind (${severity}): all are in the job summary and in the report file.`;
  const last = [closing, fits ? undefined : more]
    .filter((words) => words !== undefined)
    .join(" And ");
  return last === "" ? shown : [...shown, { severity, message: shorten(last, MESSAGE_LIMIT) }];
}
