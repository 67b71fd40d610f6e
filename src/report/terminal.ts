// Outcome → what the command line says besides the plan: the problems as compilers write them, and
// how to go on.
import { pluralize, toSingleLine } from "../model/format.js";
import { toPlainText } from "../model/message.js";
import type { Severity } from "../model/problem-codes.js";
import { LOG_LIMIT, renderClosing } from "./log.js";
import { countDropped } from "./problem-tables.js";
import type { ShownOutcome } from "./redaction.js";

/** `file:line:column: error: message [code]`, in its parts. */
export interface ProblemLine {
  /** With a colon and a space at its end; empty where no file is concerned. */
  readonly where: string;
  readonly severity: Severity;
  readonly message: string;
}

/** The problems from this index on. */
export function renderProblemLines(
  { problems }: ShownOutcome,
  from: number,
): { readonly lines: readonly ProblemLine[]; readonly more: string | undefined } {
  const { kept } = problems;
  const lines = kept.slice(from, from + LOG_LIMIT).map(({ severity, code, message, location }) => {
    const { file, line, column } = location ?? {};
    const where = file === undefined ? "" : `${toSingleLine(file)}:${line}:${column}: `;
    return { where, severity, message: `${toPlainText(message)} [${code}]` };
  });
  const rest = kept.length - from - lines.length + countDropped(problems);
  return { lines, more: rest > 0 ? `… and ${pluralize(rest, "more problem")}` : undefined };
}

/** The end of what the command line writes; the verdict is the last line. */
export function renderTerminalClosing(outcome: ShownOutcome): readonly string[] {
  return renderClosing(outcome, "run sync with --approved-plan");
}
