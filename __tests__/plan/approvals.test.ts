// The approvals file: digests, one a line, `#` comments; anything else is an error at its place.
import { describe, expect, test } from "@jest/globals";
import { toPlainText } from "../../src/model/message.js";
import { collectProblems } from "../../src/model/problem.js";
import { parseApprovals } from "../../src/plan/approvals.js";

const A = `sha256:${"a".repeat(64)}`;
const B = `sha256:${"0123456789abcdef".repeat(4)}`;

function parse(content: string) {
  const problems = collectProblems();
  const digests = parseApprovals("approvals.txt", content, problems);
  return { digests: [...digests], problems: problems.kept };
}

describe("an approvals file", () => {
  test.each<[string, string, readonly string[]]>([
    ["nothing", "", []],
    ["only comments and blank lines", "# none yet\n\n   \n  # still none", []],
    ["one digest", A, [A]],
    [
      "several, with comments, space, and line ends of all kinds",
      `# big move\r\n${A}\n\t${B}   # by Ada\r# end`,
      [A, B],
    ],
    ["a comment right after the digest", `${A}#ok`, [A]],
    ["the same twice", `${A}\n${A}\n`, [A]],
    ["a byte order mark", `\uFEFF${A}\n`, [A]],
    ["a byte order mark before a comment", `\uFEFF# x\n${A}\n`, [A]],
    ["a digest that is commented out", `# ${A}`, []],
  ])("%s", (_, content, digests) => {
    expect(parse(content)).toEqual({ digests, problems: [] });
  });

  test.each<[string, string, number, number]>([
    ["too short", `${A.slice(0, -1)}`, 1, 1],
    ["too long", `${A}a`, 1, 1],
    ["upper case", A.toUpperCase(), 1, 1],
    ["no algorithm", `# x\n  ${"a".repeat(64)}`, 2, 3],
    ["two on a line", `${A} ${B}`, 1, 1],
    ["no hex", `\n\nsha256:${"g".repeat(64)}`, 3, 1],
    ["another algorithm", `sha1:${"a".repeat(40)}`, 1, 1],
    ["words", `${A}\n\t\tyes please # ${B}`, 2, 3],
    ["after a byte order mark", "\uFEFFyes", 1, 1],
  ])("refuses %s at its place, and still takes the good lines", (_, content, line, column) => {
    const { digests, problems } = parse(`${content}\n${B}\n`);
    expect(digests).toContain(B);
    expect(problems).toMatchObject([
      {
        severity: "error",
        code: "invalid-approval",
        location: { file: "approvals.txt", line, column },
      },
    ]);
  });

  test("says what a line should be", () => {
    expect(parse("yes").problems.map(({ message }) => toPlainText(message))).toEqual([
      '"yes" is not a plan digest. A line of the approvals file is "sha256:" and 64 hex digits, as the summary of a refused plan shows it; "#" begins a comment.',
    ]);
  });
});
