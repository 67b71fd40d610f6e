// Parses the approvals file: digests of plans that may exceed the limits, one per line. The file is
// in the repository, so that approvals are reviewed like any other change.
import { DIGEST } from "../model/limits.js";
import { msg, quote } from "../model/message.js";
import { makeProblem, type ProblemCollector } from "../model/problem.js";

/** The digests of an approvals file. `#` starts a comment. Reports lines that are not digests. */
export function parseApprovals(
  file: string,
  content: string,
  problems: ProblemCollector,
): ReadonlySet<string> {
  const digests = new Set<string>();
  for (const [index, line] of content
    .replace(/^\uFEFF/, "")
    .split(/\r\n|\r|\n/)
    .entries()) {
    const entry = line.replace(/#.*/, "").trim();
    if (entry === "") continue;
    if (DIGEST.test(entry)) digests.add(entry);
    else
      problems.add(
        makeProblem(
          "invalid-approval",
          msg`${quote(entry)} is not a plan digest. A line of the approvals file is "sha256:" and 64 hex digits, as the summary of a refused plan shows it; "#" begins a comment.`,
          { file, line: index + 1, column: line.indexOf(entry) + 1 },
        ),
      );
  }
  return digests;
}
