// What reaches the runner: by its own parser's rules, no text of others may be a command.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, jest, test } from "@jest/globals";
import fc from "fast-check";
import {
  annotate,
  debug,
  group,
  info,
  mask,
  setOutput,
  toLogLine,
  writeSummary,
} from "../../src/runner/commands.js";

let folder: string;
let written: string;
const environment = { ...process.env };

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "toolkit-"));
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

/** As the runner finds commands: `::name…::` at the start of a line, after blanks; `##[name]` anywhere in it. */
function isCommand(line: string): boolean {
  return /^\s*::/.test(line) || line.includes("##[");
}

describe("log lines", () => {
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
  ])("%j", (line, shown) => {
    info(line);
    expect(written).toBe(`${shown}\n`);
  });

  test("any text is one line and no command, and so is what is made harmless twice", () => {
    const part = fc.oneof(
      fc.constantFrom("::", ":", "##[", "#", "[", "\n", "\r", " ", "\t", "\u00a0", "error"),
      fc.string({ unit: "binary" }),
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const line = toLogLine(parts.join(""));
        expect(line.split(/[\r\n\u2028\u2029]/)).toHaveLength(1);
        expect(isCommand(line)).toBe(false);
        expect(toLogLine(line)).toBe(line);
      }),
    );
  });

  test("a group folds its lines", () => {
    group("Plan\n::error::x", ["- u-1", "::stop-commands::x"]);
    expect(written).toBe(
      "::group::Plan\\u000a::error::x\n- u-1\n\\u003a:stop-commands::x\n::endgroup::\n",
    );
  });

  test("debug", () => {
    debug("a\n##[x]");
    expect(written).toBe("::debug::a\\u000a##\\u005bx]\n");
  });
});

describe("annotations", () => {
  test("with and without a place", () => {
    annotate({
      severity: "error",
      message: "100% wrong",
      title: "a:b,c",
      file: "people/a,b.yml",
      line: 3,
      column: 7,
    });
    annotate({ severity: "warning", message: "odd" });
    annotate({ severity: "notice", message: "so\nso" });
    expect(written.split("\n")).toEqual([
      "::error title=a%3Ab%2Cc,file=people/a%2Cb.yml,line=3,col=7::100%25 wrong",
      "::warning::odd",
      "::notice::so\\u000aso",
      "",
    ]);
  });
});

describe("outputs", () => {
  test("go to the runner's file", () => {
    const path = join(folder, "output");
    writeFileSync(path, "");
    process.env["GITHUB_OUTPUT"] = path;
    setOutput("added", "3");
    setOutput("verified", "true");
    setOutput("plan-digest", "sha256:x\ny");
    const lines = readFileSync(path, "utf8").split("\n");
    expect(lines.map((line) => line.replace(/ghadelimiter_[0-9a-f-]+/, "END"))).toEqual([
      "added<<END",
      "3",
      "END",
      "verified<<END",
      "true",
      "END",
      "plan-digest<<END",
      "sha256:x",
      "y",
      "END",
      "",
    ]);
    expect(written).toBe("");
  });

  test("are logged where there is no runner", () => {
    setOutput("outcome", "valid");
    expect(written).toBe("outcome=valid\n");
  });
});

describe("the summary", () => {
  test("is appended to the runner's file", () => {
    const path = join(folder, "summary");
    process.env["GITHUB_STEP_SUMMARY"] = path;
    writeSummary("# One");
    writeSummary("# Two\n");
    expect(readFileSync(path, "utf8")).toBe("# One\n# Two\n");
  });

  test("is left out where there is no runner, and throws where it cannot be written", () => {
    writeSummary("# One");
    process.env["GITHUB_STEP_SUMMARY"] = folder;
    expect(() => writeSummary("# One")).toThrow();
    expect(written).toBe("");
  });
});

test("masks hide the whole and each of its lines, and never the empty string", () => {
  mask("vcs_1");
  mask("one\ntwo\n\n");
  mask("");
  mask(" ");
  expect(written).toBe(
    "::add-mask::vcs_1\n::add-mask::one%0Atwo%0A%0A\n::add-mask::one\n::add-mask::two\n",
  );
});
