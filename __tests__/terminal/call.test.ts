// What the arguments of the command line say, and what is said about the wrong ones.
import { describe, expect, test } from "@jest/globals";
import { toPlainText } from "../../src/model/message.js";
import { parseCall } from "../../src/terminal/call.js";
import { INSTEAD_OF_FLAG } from "../../src/terminal/flags.js";

/** The messages about a call of `plan`, and what else it says. */
function plan(...args: readonly string[]) {
  const { problems, patterns, secrets, inputs } = parseCall(["plan", "a.yml", ...args]);
  return {
    messages: problems.map(({ message }) => toPlainText(message)),
    patterns: patterns.slice(1),
    secrets,
    inputs,
  };
}

describe("a flag without a value", () => {
  test.each([
    [["--max-removals", "--json"], "--max-removals: needs a value"],
    [["--max-removals"], "--max-removals: needs a value"],
    [["--max-removals", "--", "b.yml"], "--max-removals: needs a value"],
    [["--max-removal", "--json"], "--max-removal: is not a flag; did you mean --max-removals?"],
    [["--client-secret"], `--client-secret: is not a flag; ${INSTEAD_OF_FLAG["client-secret"]}`],
    [["--client-id", "--json"], `--client-id: is not a flag; ${INSTEAD_OF_FLAG["client-id"]}`],
  ])("%j", (args, message) => {
    expect(plan(...args).messages).toEqual([message]);
  });
});

describe("what may be a credential is concealed, and is no pattern", () => {
  test.each([
    ["--client-secret", "hunter2"],
    ["--client-secret", "--hunter2"],
    ["--client-secrt", "hunter2"],
    ["--secret", "hunter2"],
    ["--password", "-hunter2"],
    ["--token", "hunter2"],
    ["--vanta-client-secret", "hunter2"],
    ["--VANTA_CLIENT_SECRET", "hunter2"],
  ])("%s %s", (flag, value) => {
    const expected = {
      messages: [expect.stringMatching(/: is not a flag; .*VANTA_CLIENT_SECRET/)],
      patterns: [],
      secrets: [value],
    };
    expect(plan(flag, value)).toMatchObject(expected);
    expect(plan(`${flag}=${value}`)).toMatchObject(expected);
  });

  test("a verb after it is not swallowed where it is a flag; other values are not concealed", () => {
    expect(plan("--secret", "--json").secrets).toEqual([]);
    expect(plan("--mode", "sync").secrets).toEqual([]);
  });
});

describe("patterns that the input cannot have", () => {
  test.each(["", " ", "\n"])("%j", (pattern) => {
    expect(plan(pattern).messages).toEqual([
      "pattern: is empty, as from a variable that is not set; remove it",
    ]);
  });

  test.each([" b.yml", "b.yml ", "b\n.yml", "b.yml\r"])("%j", (pattern) => {
    expect(plan(pattern).messages).toEqual([
      expect.stringMatching(/^pattern: ".*" has a line end, or white space at an end; /),
    ]);
  });
});

describe("a switch", () => {
  test("that is an input takes its value after =", () => {
    expect(plan("--allow-empty=false").inputs).toEqual({ "allow-empty": "false" });
    expect(plan("--allow-empty", "false")).toMatchObject({
      messages: ["--allow-empty: takes no value after a space; write --allow-empty=false"],
      patterns: [],
    });
    expect(plan("--json", "true").messages).toEqual(["--json: takes no value"]);
    expect(plan("--", "--allow-empty", "false").messages).toEqual([]);
    expect(plan("--allow-empty", "b.yml")).toMatchObject({ messages: [], patterns: ["b.yml"] });
  });
});

describe("the file of credentials", () => {
  test("has two names, of which a call has one", () => {
    const both = ["--env-file", "a.env", "--credentials-file", "b.env"];
    expect(plan(...both).messages).toEqual([
      "--credentials-file: is --env-file by another name; remove one of the two",
    ]);
    expect(plan("--credential-file", "a.env").messages).toEqual([
      "--credential-file: is not a flag; did you mean --credentials-file?",
    ]);
  });
});

describe("one dash", () => {
  test("is one error, which says how a file of this name is written", () => {
    expect(plan("-x.yml").messages).toEqual([
      '"-x.yml": is not a flag; --help lists all flags, and a file of this name is "./-x.yml", or follows after --',
    ]);
    expect(plan("-hx").messages).toHaveLength(1);
    expect(plan("--", "-x.yml")).toMatchObject({ messages: [], patterns: ["-x.yml"] });
  });

  test("a pattern that is refused is not missing too, nor told twice", () => {
    expect(parseCall(["plan", "-x.yml"]).patterns).toEqual(["-x.yml"]);
    expect(parseCall(["plan", ""]).problems).toEqual([]);
  });

  test("-h is --help", () => {
    expect(parseCall(["-h"]).switches).toEqual(new Set(["help"]));
  });
});
