// The flags are the inputs, apart from those about GitHub; the help and the documentation have all.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { msg, quote, toPlainText } from "../../src/model/message.js";
import { makeProblem } from "../../src/model/problem.js";
import { INPUT_DEFAULTS, INPUT_NAMES } from "../../src/settings/inputs.js";
import { parseCall } from "../../src/terminal/call.js";
import {
  FLAGS,
  INSTEAD_OF_FLAG,
  isInputFlag,
  nameAsFlag,
  renderHelp,
} from "../../src/terminal/flags.js";

const NOT_FLAGS = Object.keys(INSTEAD_OF_FLAG);
const INPUT_FLAGS = [...FLAGS.keys()].filter(isInputFlag);

test("every input is a flag of the same name, or says what to do instead", () => {
  expect([...INPUT_FLAGS, ...NOT_FLAGS].sort()).toEqual([...INPUT_NAMES].sort());
  const github = ["github-token", "pr-comment"];
  const credentials = ["client-id", "client-secret"];
  expect(NOT_FLAGS.sort()).toEqual([...credentials, ...github, "mode", "roster"].sort());
});

test.each(INPUT_FLAGS)("--%s sets the input", (name) => {
  const { inputs, problems } = parseCall(["plan", "a.yml", `--${name}=x`]);
  expect([inputs, problems]).toEqual([{ [name]: "x" }, []]);
});

test.each(NOT_FLAGS)("--%s is refused, with the way that works", (name) => {
  const { inputs, patterns, problems } = parseCall(["plan", "a.yml", `--${name}`, "x"]);
  expect([inputs, patterns]).toEqual([{}, ["a.yml"]]);
  expect(problems.map(({ message }) => toPlainText(message))).toEqual([
    `--${name}: is not a flag; ${INSTEAD_OF_FLAG[name as keyof typeof INSTEAD_OF_FLAG]}`,
  ]);
});

test("a problem with an input is called as in a call", () => {
  const named = (name: string) => {
    const problem = makeProblem("invalid-input", msg`${name}: ${quote("x")} is not known`);
    return toPlainText(nameAsFlag(problem).message);
  };
  expect(["redact", "roster", "client-secret", "mode"].map(named)).toEqual([
    '--redact: "x" is not known',
    'pattern: "x" is not known',
    'VANTA_CLIENT_SECRET: "x" is not known',
    'mode: "x" is not known',
  ]);
});

describe("each flag", () => {
  const defaults: Readonly<Record<string, string | undefined>> = INPUT_DEFAULTS;
  const page = readFileSync(new URL("../../docs/command-line.md", import.meta.url), "utf8");
  const rows = [...page.matchAll(/^\| `--.*$/gm)].map(([row]) => row);

  test("has its row in docs/command-line.md", () => {
    const expected = [...FLAGS].map(([name, { value, help }]) => {
      const flag = value === undefined ? `--${name}` : `--${name} ${value}`;
      const fallback = defaults[name] === undefined ? "–" : `\`${defaults[name]}\``;
      return `| \`${flag}\` | ${fallback} | ${help} |`;
    });
    expect(rows).toEqual(expected);
  });

  test("has its line in the help, which fits in 80 columns", () => {
    const lines = renderHelp().split("\n");
    for (const name of FLAGS.keys())
      expect(lines.filter((line) => line.startsWith(`  --${name}`)).length).toBeGreaterThan(0);
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
  });
});
