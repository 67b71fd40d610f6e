// The workflows of the project and those to copy: GitHub's parser takes them, and
// what they hand to the action is what it takes.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { NoOperationTraceWriter, parseWorkflow } from "@actions/workflow-parser";
import { describe, expect, test } from "@jest/globals";
import { parse } from "yaml";
import { z } from "zod";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (path: string) => readFileSync(`${root}/${path}`, "utf8");

const WORKFLOWS = [".github/workflows", "examples/workflows"].flatMap((folder) =>
  readdirSync(`${root}/${folder}`).map((name) => `${folder}/${name}`),
);
const OURS = /^(\.\/|vanta-roster-sync\/vanta-roster-sync@)/;

const action = z
  .object({ inputs: z.record(z.string(), z.unknown()), outputs: z.record(z.string(), z.unknown()) })
  .parse(parse(read("action.yml")));
const step = z.object({
  id: z.string().optional(),
  uses: z.string().optional(),
  with: z.record(z.string(), z.unknown()).optional(),
});
const workflow = z.object({ jobs: z.record(z.string(), z.object({ steps: z.array(step) })) });

/** The names of outputs that a text reads of the steps with these ids. */
function outputsRead(content: string, ids: readonly string[]): readonly string[] {
  return ids.flatMap((id) =>
    [...content.matchAll(new RegExp(`steps\\.${id}\\.outputs\\.([\\w-]+)`, "g"))].map(
      ([, name]) => name ?? "",
    ),
  );
}

describe.each(WORKFLOWS)("%s", (path) => {
  const content = read(path);
  const steps = Object.values(workflow.parse(parse(content)).jobs).flatMap((job) => job.steps);
  const ours = steps.filter(({ uses }) => OURS.test(uses ?? ""));

  test("is a workflow, by GitHub's own parser", () => {
    const { context, value } = parseWorkflow({ name: path, content }, new NoOperationTraceWriter());
    expect(value).toBeDefined();
    expect(context.errors.getErrors().map(({ message }) => message)).toEqual([]);
  });

  test("hands the action only inputs that it has, and the one that it needs", () => {
    for (const { with: inputs = {} } of ours) {
      expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(inputs)));
      expect(Object.keys(inputs)).toContain("roster");
    }
  });

  test("reads only outputs that it has", () => {
    const ids = ours.flatMap(({ id }) => (id === undefined ? [] : [id]));
    expect(Object.keys(action.outputs)).toEqual(
      expect.arrayContaining([...outputsRead(content, ids)]),
    );
  });
});

test("the project's own workflow uses the action, once where it must fail", () => {
  const { jobs } = workflow.parse(parse(read(".github/workflows/ci.yml")));
  expect(jobs["action"]?.steps.filter(({ uses }) => uses === "./")).toHaveLength(2);
});

test("the README holds the workflow to copy", () => {
  expect(read("README.md")).toContain(`\`\`\`yaml\n${read("examples/workflows/roster.yml")}\`\`\``);
});
