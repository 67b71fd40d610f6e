// action.yml is what users see: the code and the README say the same.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { parse } from "yaml";
import { z } from "zod";
import { OUTPUT_NAMES } from "../../src/report/outputs.js";
import { INPUT_DEFAULTS } from "../../src/settings/inputs.js";

const root = new URL("../../", import.meta.url);

// biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of GitHub's
const GITHUB_TOKEN_DEFAULT = "${{ github.token }}";

const manifest = z
  .strictObject({
    name: z.string().min(1),
    // The Marketplace takes no longer one.
    description: z.string().min(20).max(125),
    author: z.string(),
    branding: z.strictObject({
      icon: z.string(),
      color: z.enum([
        "white",
        "black",
        "yellow",
        "blue",
        "green",
        "orange",
        "red",
        "purple",
        "gray-dark",
      ]),
    }),
    inputs: z.record(
      z.string(),
      z.strictObject({
        description: z.string().min(20),
        required: z.boolean().optional(),
        default: z.string().optional(),
      }),
    ),
    outputs: z.record(z.string(), z.strictObject({ description: z.string().min(20) })),
    runs: z.strictObject({ using: z.literal("node24"), main: z.literal("dist/index.js") }),
  })
  .parse(parse(readFileSync(new URL("action.yml", root), "utf8")));

describe("action.yml", () => {
  test("has the inputs of the code, with their defaults", () => {
    const defaults = Object.entries(manifest.inputs).map(([name, input]) => [name, input.default]);
    const expected = Object.entries({ ...INPUT_DEFAULTS, "github-token": GITHUB_TOKEN_DEFAULT });
    expect(defaults).toEqual(expected);
  });

  test("needs the roster alone", () => {
    expect(
      Object.entries(manifest.inputs)
        .filter(([, { required }]) => required)
        .map(([name]) => name),
    ).toEqual(["roster"]);
  });

  test("has the outputs of the code", () => {
    expect(Object.keys(manifest.outputs)).toEqual(OUTPUT_NAMES);
  });
});

describe("the README", () => {
  const readme = readFileSync(new URL("README.md", root), "utf8");

  /** The rows of the table between the markers, as cells; code ticks are dropped. */
  function table(name: string): string[][] {
    const [, body] = new RegExp(`<!-- ${name} -->\n([^]*?)<!-- /${name} -->`).exec(readme) ?? [];
    if (body === undefined)
      throw new Error(`README.md has no table between <!-- ${name} --> and <!-- /${name} -->`);
    const rows = body.split("\n").filter((line) => line.startsWith("| `"));
    return rows.map((row) =>
      row
        .slice(1, -1)
        .split("|")
        .map((cell) => cell.trim()),
    );
  }

  test("has every input with its default", () => {
    const rows = table("inputs").map(([name, fallback]) => [name, fallback]);
    const expected = Object.entries(manifest.inputs).map(([name, input]) => {
      if (input.default !== undefined) return [`\`${name}\``, `\`${input.default}\``];
      return [`\`${name}\``, input.required ? "(needed)" : "–"];
    });
    expect(rows).toEqual(expected);
  });

  test("says of every input and output something", () => {
    expect(table("outputs").map(([name]) => name)).toEqual(
      OUTPUT_NAMES.map((name) => `\`${name}\``),
    );
    for (const cells of [...table("inputs"), ...table("outputs")])
      expect(cells.at(-1)?.length).toBeGreaterThan(10);
  });
});
