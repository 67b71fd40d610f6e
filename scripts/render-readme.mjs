// Writes the generated sections of the README, between their markers: the inputs and outputs of
// action.yml, and the example workflow.
import { readFileSync, writeFileSync } from "node:fs";
import { parse } from "yaml";

const read = (path) => readFileSync(new URL(`../${path}`, import.meta.url), "utf8");
const action = parse(read("action.yml"));

const cell = (text) => text.trim().replace(/\s+/g, " ").replaceAll("|", "\\|");
const row = (...cells) => `| ${cells.map(cell).join(" | ")} |`;
const table = (head, rows) => [row(...head), row(...head.map(() => "---")), ...rows].join("\n");
const shownDefault = ({ default: value, required }) =>
  value === undefined ? (required ? "(needed)" : "–") : `\`${value}\``;

const sections = {
  inputs: table(
    ["Input", "Default", "Description"],
    Object.entries(action.inputs).map(([name, input]) =>
      row(`\`${name}\``, shownDefault(input), input.description),
    ),
  ),
  outputs: table(
    ["Output", "Description"],
    Object.entries(action.outputs).map(([name, output]) => row(`\`${name}\``, output.description)),
  ),
  workflow: `\`\`\`yaml\n${read("examples/workflows/roster.yml")}\`\`\``,
};

let readme = read("README.md");
for (const [name, content] of Object.entries(sections)) {
  const between = new RegExp(`(<!-- ${name} -->\\n)[\\s\\S]*?(\\n?<!-- /${name} -->)`);
  if (!between.test(readme)) throw new Error(`README.md lacks the markers of ${name}`);
  readme = readme.replace(between, (_, open) => `${open}${content}\n<!-- /${name} -->`);
}
writeFileSync(new URL("../README.md", import.meta.url), readme);
