// Outcome → everything that people see: comment, report file, log, job summary, outputs, annotations.
// What may be shown is decided once. A report that cannot be written never prevents the others.
import type { GitHubClient } from "./github/client.js";
import { errorMessage } from "./model/errors.js";
import { type Message, msg, reply } from "./model/message.js";
import type { Outcome } from "./model/outcome.js";
import { GitHubError } from "./model/ports.js";
import { makeProblem } from "./model/problem.js";
import { scrub } from "./model/secrets.js";
import { chooseAnnotations } from "./report/annotations.js";
import { renderLog, renderLogClosing } from "./report/log.js";
import { renderOutputs } from "./report/outputs.js";
import { type RedactionPolicy, type ShownOutcome, show, showProblem } from "./report/redaction.js";
import { renderReport } from "./report/report-file.js";
import { hasNews, renderComment, renderSummary, SUMMARY_LIMIT } from "./report/summary.js";
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

export interface Publication {
  readonly policy: RedactionPolicy;
  readonly secrets: Iterable<string>;
  readonly reportFile?: string | undefined;
  readonly comment?: CommentPlace | undefined;
}

/** Shows the outcome everywhere. What could not be written is a warning. */
export async function publish(outcome: Outcome, publication: Publication): Promise<void> {
  const { policy, secrets, reportFile, comment } = publication;
  const shown = await keepComment(show(outcome, policy, secrets), comment, publication);
  const attempt = (what: string, write: () => void) => {
    try {
      write();
    } catch (error) {
      const message = `The ${what} could not be written: ${errorMessage(error)}`;
      annotate({ severity: "warning", message: scrub(message, secrets) });
    }
  };
  if (reportFile !== undefined) {
    attempt("report file", () => writeReport(reportFile, renderReport(shown)));
  }
  writeLog(shown);
  attempt("job summary", () =>
    writeSummary(renderSummary(shown, { limitBytes: SUMMARY_LIMIT, reportFile })),
  );
  attempt("outputs", () => {
    for (const [name, value] of Object.entries(renderOutputs(shown, reportFile))) {
      setOutput(name, value);
    }
  });
  for (const annotation of chooseAnnotations(shown)) annotate(annotation);
}

function writeLog(shown: ShownOutcome): void {
  for (const { title, lines } of renderLog(shown)) group(title, lines);
  for (const line of renderLogClosing(shown)) info(line);
}

/** Keeps the one comment on the pull request. What goes wrong with it is one more warning. */
async function keepComment(
  shown: ShownOutcome,
  comment: CommentPlace | undefined,
  { policy, secrets }: Publication,
): Promise<ShownOutcome> {
  if (comment === undefined) return shown;
  const { github, number, marker, when } = comment;
  const body = when === "always" || hasNews(shown) ? renderComment(shown, { marker }) : undefined;
  try {
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
