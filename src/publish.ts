// Outcome → everything that people see: comment, report file, log, job summary, outputs,
// annotations. What may be shown is decided once. A report that cannot be written never prevents
// the others.
import type { GitHubClient } from "./github/client.js";
import { errorMessage } from "./model/errors.js";
import { type Message, msg, reply } from "./model/message.js";
import type { Outcome } from "./model/outcome.js";
import { GitHubError } from "./model/ports.js";
import { makeProblem } from "./model/problem.js";
import { chooseAnnotations } from "./report/annotations.js";
import { renderClosing, renderPlan, renderProblems } from "./report/log.js";
import { renderOutputs } from "./report/outputs.js";
import { type ShownOutcome, show, showProblem } from "./report/redaction.js";
import { renderReport } from "./report/report-file.js";
import { reasonOf, type Showing, showSafely } from "./report/show-safely.js";
import { hasNews, renderComment, renderSummary } from "./report/summary.js";
import { annotate, group, info, setOutput, writeSummary } from "./runner/commands.js";
import { writeReport } from "./runner/report-files.js";

/** The comment to keep on a pull request. */
export interface CommentPlace {
  readonly github: () => Promise<GitHubClient>;
  readonly number: number;
  readonly marker: string;
  /** `changes`: only where there is something to say. */
  readonly when: "changes" | "always";
}

export interface Publication extends Showing {
  readonly reportFile?: string | undefined;
  readonly comment?: CommentPlace | undefined;
  /** Whether the log has the plan already. */
  readonly isPlanShown: boolean;
}

/**
 * Shows the outcome everywhere, and returns what was shown. What could not be written is a warning.
 * Never rejects.
 */
export async function publish(outcome: Outcome, publication: Publication): Promise<ShownOutcome> {
  const { reportFile, comment } = publication;
  const attempt = (what: string, write: () => void) => {
    try {
      write();
    } catch (error) {
      const message = `The ${what} could not be written (${reasonOf(error)}).`;
      annotate({ severity: "warning", message });
    }
  };
  const shown = await keepComment(showSafely(outcome, publication), comment, publication);
  if (reportFile !== undefined) {
    attempt("report file", () => writeReport(reportFile, renderReport(shown)));
  }
  attempt("log", () => {
    if (!publication.isPlanShown) logPlan(shown);
    for (const line of renderProblems(shown)) info(line);
  });
  attempt("job summary", () => writeSummary(renderSummary(shown, { reportFile })));
  attempt("outputs", () => {
    for (const [name, value] of Object.entries(renderOutputs(shown, reportFile))) {
      setOutput(name, value);
    }
  });
  attempt("annotations", () => {
    for (const annotation of chooseAnnotations(shown)) annotate(annotation);
  });
  attempt("end of the log", () => {
    for (const line of renderClosing(shown)) info(line);
  });
  return shown;
}

/** Logs the plan and the guards of a run that goes on. Never throws. */
export function publishPlan(outcome: Outcome, { policy, secrets }: Showing): void {
  try {
    logPlan(show(outcome, policy, secrets));
  } catch (error) {
    const message = `The plan could not be logged (${reasonOf(error)}).`;
    annotate({ severity: "warning", message });
  }
}

function logPlan(shown: ShownOutcome): void {
  for (const { title, lines } of renderPlan(shown)) group(title, lines);
}

/** Keeps the one comment on the pull request. What goes wrong with it is one more warning. */
async function keepComment(
  shown: ShownOutcome,
  comment: CommentPlace | undefined,
  { policy, secrets }: Publication,
): Promise<ShownOutcome> {
  if (comment === undefined) return shown;
  const { github, number, marker, when } = comment;
  try {
    const body = when === "always" || hasNews(shown) ? renderComment(shown, { marker }) : undefined;
    await (await github()).upsertComment({ number, marker, body });
    return shown;
  } catch (error) {
    const message = msg`The comment on the pull request could not be kept: ${explain(error)}`;
    return showProblem(shown, makeProblem("comment-failed", message), policy, secrets);
  }
}

function explain(error: unknown): Message {
  if (error instanceof GitHubError) return error.explanation;
  return msg`${reply(errorMessage(error))}`;
}
