// The approvals file: digests of plans that may exceed the limits, one per line, reviewed in the
// repository like any other change.
import { DIGEST } from "../model/limits.js";
import { msg } from "../model/message.js";
import { makeProblem, type ProblemCollector } from "../model/problem.js";

/**
 * The digests of an approvals file, each with its first line (1-based); `#` begins a comment. A
 * line that is not a digest is an error at its position. Its text is not quoted: a file that was
 * named by mistake may have secrets.
 */
export function parseApprovals(
  file: string,
  content: string,
  problems: ProblemCollector,
): ReadonlyMap<string, number> {
  const digests = new Map<string, number>();
  const lines = content.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/);
  for (const [index, line] of lines.entries()) {
    const entry = line.replace(/#.*/, "").trim();
    if (DIGEST.test(entry)) digests.set(entry, digests.get(entry) ?? index + 1);
    else if (entry !== "") {
      const location = { file, line: index + 1, column: line.indexOf(entry) + 1 };
      const message = msg`This line is not a plan digest. Write "sha256:" and 64 hex digits, as the summary of a blocked plan shows them; "#" begins a comment.`;
      problems.add(makeProblem("invalid-approval", message, location));
    }
  }
  return digests;
}
