// The approvals file: one digest per line, `#` comments; anything else is an error at its position.
import { expect, test } from "@jest/globals";
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

test.each<[string, string, readonly [string, number][]]>([
  ["nothing", "", []],
  ["only comments and blank lines", "# none yet\n\n   \n  # still none", []],
  ["one digest", A, [[A, 1]]],
  [
    "several, with comments, spaces, and line ends of all kinds",
    `# big move\r\n${A}\r\t${B}   # by Ada\n# end`,
    [
      [A, 2],
      [B, 3],
    ],
  ],
  ["a comment right after the digest", `${A}#ok`, [[A, 1]]],
  ["the same digest twice", `\n${A}\n${A}\n`, [[A, 2]]],
  ["a byte order mark", `\uFEFF${A}\n`, [[A, 1]]],
  ["a byte order mark before a comment", `\uFEFF# x\n${A}\n`, [[A, 2]]],
  ["a digest that is commented out", `# ${A}`, []],
])("accepts %s, each with its first line", (_, content, digests) => {
  expect(parse(content)).toEqual({ digests, problems: [] });
});

test.each<[string, string, number, number]>([
  ["too short", A.slice(0, -1), 1, 1],
  ["too long", `${A}a`, 1, 1],
  ["upper case", A.toUpperCase(), 1, 1],
  ["no algorithm", `# x\n  ${"a".repeat(64)}`, 2, 3],
  ["two on a line", `${A} ${B}`, 1, 1],
  ["no hex", `\n\nsha256:${"g".repeat(64)}`, 3, 1],
  ["another algorithm", `sha1:${"a".repeat(40)}`, 1, 1],
  ["words", `${A}\n\t\tyes please # ${B}`, 2, 3],
  ["after a byte order mark", "\uFEFFyes", 1, 1],
])("refuses %s at its position, and still takes the good lines", (_, content, line, column) => {
  const { digests, problems } = parse(`${content}\n${B}\n`);
  expect(digests.map(([digest]) => digest)).toContain(B);
  const location = { file: "approvals.txt", line, column };
  expect(problems).toMatchObject([{ severity: "error", code: "invalid-approval", location }]);
});

test("says what a line should be, and does not quote what it is", () => {
  expect(parse("API_KEY=s3cr3t").problems.map(({ message }) => toPlainText(message))).toEqual([
    'This line is not a plan digest. Write "sha256:" and 64 hex digits, as the summary of a blocked plan shows them; "#" begins a comment.',
  ]);
});
