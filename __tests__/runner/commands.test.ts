// What reaches the runner: read as the runner reads it, no text of others may be a command.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, jest, test } from "@jest/globals";
import fc from "fast-check";
import { toLogLine } from "../../src/model/format.js";
import {
  annotate,
  debug,
  group,
  info,
  mask,
  setOutput,
  writeSummary,
} from "../../src/runner/commands.js";

let folder: string;
let written: string;
const environment = { ...process.env };

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "commands-"));
  written = "";
  jest.spyOn(process.stdout, "write").mockImplementation((chunk) => {
    written += String(chunk);
    return true;
  });
  delete process.env["GITHUB_OUTPUT"];
  delete process.env["GITHUB_STEP_SUMMARY"];
});

afterEach(() => {
  jest.restoreAllMocks();
  process.env = { ...environment };
  rmSync(folder, { recursive: true });
});

test.each([
  ["plain", "plain"],
  ["a :: b", "a :: b"],
  ["::error::x", "\\u003a:error::x"],
  ["  ::error::x", "  \\u003a:error::x"],
  [":::x", "\\u003a::x"],
  ["a ##[error]x", "a ##\\u005berror]x"],
  ["###[error]x", "###\\u005berror]x"],
  ["# #[x", "# #[x"],
  ["a\r\n::error::x", "a\\u000d\\u000a::error::x"],
  ["\u001b[31mred\u0000", "\\u001b[31mred\\u0000"],
  ["\u2028::x", "\\u2028::x"],
  ["\u00a0::x", "\u00a0\\u003a:x"],
])("%j is logged as one line of text", (line, shown) => {
  info(line);
  expect(written).toBe(`${shown}\n`);
});

test("any text is one line and not a command; escaping it twice changes nothing more", () => {
  const part = fc.oneof(
    fc.constantFrom("::", ":", "##[", "#", "[", "\n", "\r", " ", "\t", "\u00a0", "error"),
    fc.string({ unit: "binary" }),
  );
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const line = toLogLine(parts.join(""));
      expect(line.split(/[\r\n\u2028\u2029]/)).toHaveLength(1);
      // The runner looks for `::` after blanks at the start of a line, and for `##[` anywhere.
      expect(line).not.toMatch(/^\s*::|##\[/);
      expect(toLogLine(line)).toBe(line);
    }),
  );
});

test("a group has a title and lines, a debug line is one command", () => {
  group("Plan\n::error::x", ["- u-1", "::stop-commands::x"]);
  debug("a\n##[x]");
  expect(written.split("\n")).toEqual([
    "::group::Plan\\u000a::error::x",
    "- u-1",
    "\\u003a:stop-commands::x",
    "::endgroup::",
    "::debug::a\\u000a##\\u005bx]",
    "",
  ]);
});

test("annotations with and without a location", () => {
  const location = { file: "people/a,b.yml", line: 3, column: 7 };
  annotate({ severity: "error", message: "100% wrong", title: "a:b,c", ...location });
  annotate({ severity: "warning", message: "odd" });
  annotate({ severity: "notice", message: "so\nso" });
  expect(written.split("\n")).toEqual([
    "::error title=a%3Ab%2Cc,file=people/a%2Cb.yml,line=3,col=7::100%25 wrong",
    "::warning::odd",
    "::notice::so\\u000aso",
    "",
  ]);
});

test("outputs go to the runner's file", () => {
  const path = join(folder, "output");
  writeFileSync(path, "");
  process.env["GITHUB_OUTPUT"] = path;
  setOutput("added", "3");
  setOutput("plan-digest", "sha256:x\ny");
  const content = readFileSync(path, "utf8").replace(/ghadelimiter_[0-9a-f-]+/g, "END");
  expect(content).toBe("added<<END\n3\nEND\nplan-digest<<END\nsha256:x\ny\nEND\n");
  expect(written).toBe("");
});

test("without a runner, outputs are logged and the summary is left out", () => {
  setOutput("outcome", "valid");
  writeSummary("# One");
  expect(written).toBe("outcome=valid\n");
});

test("the summary is appended to the runner's file; throws where it cannot be written", () => {
  const path = join(folder, "summary");
  process.env["GITHUB_STEP_SUMMARY"] = path;
  writeSummary("# One");
  writeSummary("# Two\n");
  expect(readFileSync(path, "utf8")).toBe("# One\n# Two\n");
  process.env["GITHUB_STEP_SUMMARY"] = folder;
  expect(() => writeSummary("# One")).toThrow();
});

test("a mask hides the whole and each line, and never the empty string", () => {
  for (const secret of ["vcs_1", "one\ntwo\n\n", "", " "]) mask(secret);
  expect(written).toBe(
    "::add-mask::vcs_1\n::add-mask::one%0Atwo%0A%0A\n::add-mask::one\n::add-mask::two\n",
  );
});
