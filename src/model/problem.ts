// What a user can fix in a file, an input or a setting. Problems are data, never thrown, so that a
// run reports all of them at once.
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

/** One problem, with the message that the user reads. */
export interface Problem {
  readonly severity: Severity;
  readonly code: ProblemCode;
  /** What is wrong, which value was found, and how to fix it. */
  readonly message: Message;
  /** Of the wrong value or key, or of what lacks something. Absent if no file is concerned. */
  readonly location?: SourceLocation | undefined;
  /** The account that it is about, as far as it is known; or the defaults of the file. */
  readonly account?: ProblemAccount | "defaults" | undefined;
}

/** What a reader recognizes an account by. */
export interface ProblemAccount {
  readonly uniqueId?: string | undefined;
  readonly fullName?: string | undefined;
}

/** Makes a problem with the severity of its code. */
export function makeProblem(
  code: ProblemCode,
  message: Message,
  location?: SourceLocation,
  account?: Problem["account"],
): Problem {
  const severity = PROBLEM_CODES[code];
  return account === undefined
    ? { severity, code, message, location }
    : { severity, code, message, location, account };
}

/** One annotation on the page of the run, and in the diff if it has a location. */
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

/** How many errors and warnings a run keeps. Further ones are only counted. */
export const PROBLEM_LIMIT = 10_000;

/** The problems of a run: the first {@link PROBLEM_LIMIT} errors and warnings, and all notices. */
export interface Problems {
  readonly kept: readonly Problem[];
  readonly errors: number;
  readonly warnings: number;
}

/** Collects problems. The same code and message at the same location is added only once. */
export interface ProblemCollector extends Problems {
  add(problem: Problem): void;
}

/** Makes an empty collector. `reword` may change the message of what is added. */
export function collectProblems(
  reword: (problem: Problem) => Problem = (problem) => problem,
): ProblemCollector {
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
    add(added) {
      const problem = reword(added);
      const { severity, code, message, location } = problem;
      const { file = "", line = "", column = "" } = location ?? {};
      const key = `${code} ${file}:${line}:${column} ${toPlainText(message)}`;
      if (seen.has(key)) return;
      seen.add(key);
      counts[severity] += 1;
      if (severity === "notice" || counts.error + counts.warning <= PROBLEM_LIMIT)
        kept.push(problem);
    },
  };
}
