// What a user can fix in a file, an input or a setting: gathered as data, all of it in one run, never
// thrown.
import { type Message, toPlainText } from "./message.js";
import { PROBLEM_CODES, type ProblemCode, type Severity } from "./problem-codes.js";

/** A position in a file of the repository. */
export interface SourceLocation {
  /** Path from the workspace root, with forward slashes. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 units. */
  readonly column: number;
}

export interface Problem {
  readonly severity: Severity;
  readonly code: ProblemCode;
  /** What is wrong, what was found, how to fix it. */
  readonly message: Message;
  /** Of the offending value or key, or of the account where something is missing. Absent for inputs and the world. */
  readonly location?: SourceLocation | undefined;
}

/** Makes a problem, with the severity of its code. */
export function makeProblem(
  code: ProblemCode,
  message: Message,
  location?: SourceLocation,
): Problem {
  const severity = PROBLEM_CODES[code];
  return { severity, code, message, location };
}

/** One line on the page of the run, and in the diff where it has a place. */
export interface Annotation {
  readonly severity: Severity;
  readonly message: string;
  readonly title?: string | undefined;
  /** From the workspace root, with forward slashes. */
  readonly file?: string | undefined;
  /** 1-based. */
  readonly line?: number | undefined;
  /** 1-based. */
  readonly column?: number | undefined;
}

/** How many errors and warnings a run keeps; the rest are counted. */
export const PROBLEM_LIMIT = 10_000;

/** The problems of a run: the first {@link PROBLEM_LIMIT} errors and warnings are kept, and all notices, which are few. */
export interface Problems {
  readonly kept: readonly Problem[];
  readonly errors: number;
  readonly warnings: number;
}

/** Gathers problems. One mistake is one problem: the same code and message at the same place is taken once. */
export interface ProblemCollector extends Problems {
  add(problem: Problem): void;
}

/** An empty collector. */
export function collectProblems(): ProblemCollector {
  const kept: Problem[] = [];
  const seen = new Set<string>();
  const counts: Record<Severity, number> = { error: 0, warning: 0, notice: 0 };
  return {
    kept,
    get errors() {
      return counts.error;
    },
    get warnings() {
      return counts.warning;
    },
    add(problem) {
      const { severity, code, location } = problem;
      const key = `${code} ${location === undefined ? "" : `${location.file}:${location.line}:${location.column}`} ${toPlainText(problem.message)}`;
      if (seen.has(key)) return;
      seen.add(key);
      counts[severity] += 1;
      if (severity === "notice" || counts.error + counts.warning <= PROBLEM_LIMIT)
        kept.push(problem);
    },
  };
}
