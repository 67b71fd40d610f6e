// The workflows of the project and those to copy: GitHub's parser takes them, they follow the rules
// for safe workflows, and what they hand to the action, and read of it, is there.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  convertWorkflowTemplate,
  NoOperationTraceWriter,
  parseWorkflow,
} from "@actions/workflow-parser";
import { describe, expect, test } from "@jest/globals";
import { parse } from "yaml";
import { z } from "zod";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (path: string) => readFileSync(`${root}/${path}`, "utf8");
const list = (folder: string) =>
  readdirSync(`${root}/${folder}`).map((name) => `${folder}/${name}`);

const EXAMPLES = list("examples/workflows");
const WORKFLOWS = [...list(".github/workflows"), ...EXAMPLES];
/** Pages that show steps to copy. */
const PAGES = ["README.md", ...list("docs").filter((path) => path.endsWith(".md"))];
const OURS = /^(\.\/|vanta-roster-sync\/vanta-roster-sync@)/;

const action = z
  .object({ inputs: z.record(z.string(), z.unknown()), outputs: z.record(z.string(), z.unknown()) })
  .parse(parse(read("action.yml")));
const mapping = z.record(z.string(), z.unknown());
const step = z.object({
  id: z.string().optional(),
  uses: z.string().optional(),
  run: z.string().optional(),
  with: mapping.optional(),
});
const job = z.looseObject({
  needs: z.union([z.string(), z.array(z.string())]).optional(),
  permissions: mapping.optional(),
  outputs: mapping.optional(),
  steps: z.array(step).default([]),
});
const workflow = z.looseObject({
  permissions: mapping.optional(),
  jobs: z.record(z.string(), job),
});

function workflowOf(path: string) {
  const content = read(path);
  const { jobs, ...whole } = workflow.parse(parse(content));
  const steps = Object.values(jobs).flatMap((one) => one.steps);
  const ours = steps.filter(({ uses }) => OURS.test(uses ?? ""));
  return { content, whole, jobs, steps, ours };
}

/** The names after `steps.ID.outputs.` or `needs.ID.outputs.`. */
function outputsRead(content: string, context: "steps" | "needs") {
  const found = content.matchAll(new RegExp(`${context}\\.([\\w-]+)\\.outputs\\.([\\w-]+)`, "g"));
  return [...found].map(([, id = "", name = ""]) => ({ id, name }));
}

describe.each(WORKFLOWS)("%s", (path) => {
  const { content, whole, jobs, steps, ours } = workflowOf(path);

  test("is a workflow, by GitHub's own parser", async () => {
    const { context, value } = parseWorkflow({ name: path, content }, new NoOperationTraceWriter());
    if (value === undefined) throw new Error("not a workflow");
    await convertWorkflowTemplate(context, value);
    expect(context.errors.getErrors().map(({ message }) => message)).toEqual([]);
  });

  test("hands the action only inputs that it has, and the one that it needs", () => {
    for (const { with: inputs = {} } of ours) {
      expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(inputs)));
      expect(Object.keys(inputs)).toContain("roster");
    }
  });

  test("reads only outputs that a step sets", () => {
    const missing = outputsRead(content, "steps").filter(({ id, name }) => {
      const { uses, run } = steps.find((one) => one.id === id) ?? {};
      if (run !== undefined) return !withItsScripts(run).includes(`${name}=`);
      if (uses === undefined) return true;
      return OURS.test(uses)
        ? !(name in action.outputs)
        : !OUTPUTS_OF_OTHERS[nameOf(uses)]?.includes(name);
    });
    expect(missing).toEqual([]);
  });

  test("reads only outputs of jobs that it waits for", () => {
    for (const reader of Object.values(jobs)) {
      const needs = [reader.needs ?? []].flat();
      const missing = outputsRead(JSON.stringify(reader), "needs").filter(
        ({ id, name }) => !needs.includes(id) || !(name in (jobs[id]?.outputs ?? {})),
      );
      expect(missing).toEqual([]);
    }
  });

  test("gives no job a right by default, and ends every job in time", () => {
    expect(whole.permissions).toEqual({});
    const running = Object.values(jobs).filter(({ uses }) => uses === undefined);
    for (const one of running) expect(one["timeout-minutes"]).toBeLessThanOrEqual(60);
  });

  test("pins every action by its SHA, with the version as a comment", () => {
    const lines = content.split("\n").filter((line) => /^\s*(- )?uses:/.test(line));
    const others = lines.filter((line) => !OURS.test(line.replace(/^.*uses: /, "")));
    expect(lines).toHaveLength(steps.filter(({ uses }) => uses !== undefined).length);
    for (const line of others)
      expect(line).toMatch(/uses: [\w-]+\/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test("leaves no credentials behind for the steps after the checkout", () => {
    for (const one of steps.filter(({ uses }) => uses?.startsWith("actions/checkout@")))
      expect(one.with).toMatchObject({ "persist-credentials": false });
  });

  test("lets each job read what it checks out, also in a private repository", () => {
    const checkingOut = Object.values(jobs).filter(({ steps: of }) =>
      of.some(({ uses }) => uses?.startsWith("actions/checkout@")),
    );
    for (const one of checkingOut) expect(one.permissions).toHaveProperty("contents");
  });

  test("puts no expression into a script", () => {
    for (const { run = "" } of steps) expect(run).not.toContain("${{");
  });
});

/** What is read of other actions; each was looked up in the action.yml of the SHA that is pinned. */
const OUTPUTS_OF_OTHERS: Readonly<Record<string, readonly string[]>> = {
  "actions/create-github-app-token": ["token"],
};

function nameOf(uses: string): string {
  return uses.replace(/@.*/, "");
}

/** A step's commands, and the scripts of the project that they start. */
function withItsScripts(run: string): string {
  const scripts = run.match(/\bscripts\/[\w-]+\.mjs/g) ?? [];
  return [run, ...scripts.map(read)].join("\n");
}

test("the same action has the same SHA everywhere", () => {
  const pins = new Set(
    [...WORKFLOWS, ...PAGES].flatMap(
      (path) => read(path).match(/uses: (?!vanta-roster-sync)[\w/-]+@.*/g) ?? [],
    ),
  );
  const names = [...pins].map((pin) => pin.replace(/@.*/, ""));
  expect(names.sort()).toEqual([...new Set(names)].sort());
});

describe.each(EXAMPLES)("%s, to copy,", (path) => {
  const { content, whole, jobs } = workflowOf(path);
  const events = mapping.parse(whole["on"]);

  test("says first what it shows, what to set up, and what it costs", () => {
    const [head = ""] = content.split(/^name:/m);
    expect(head).toMatch(/^# [\s\S]*\n# Set up[,:][\s\S]*\n# What it costs: /);
  });

  test("is a dry run at first, if it says to follow every step of the README", () => {
    const [head = ""] = content.replaceAll("\n# ", " ").split(/^name:/m);
    const followsAll = /README(,|'s) "Set up"/.test(head) && !head.includes("steps 1 to 5");
    const asking = Object.values(jobs)
      .flatMap((one) => one.steps)
      .filter(({ with: inputs = {} }) => "client-secret" in inputs);
    // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of GitHub's
    const dryModes = ["plan", "${{ vars.VANTA_ROSTER_MODE || inputs.mode }}"];
    if (followsAll) for (const one of asking) expect(dryModes).toContain(one.with?.["mode"]);
  });

  test("is checked by pull requests and merge queues, whatever they change, or by neither", () => {
    expect("pull_request" in events).toBe("merge_group" in events);
    expect(events["pull_request"] ?? null).toBeNull();
    expect(events["merge_group"] ?? null).toBeNull();
  });

  test("runs for a push of a roster or of itself to the default branch, or for no push", () => {
    const push = { branches: ["main"], paths: ["access/**", ".github/workflows/roster.yml"] };
    expect([undefined, push]).toContainEqual(events["push"]);
  });

  test("runs by a schedule, at a minute when not everyone else's does", () => {
    const schedules = z.array(z.object({ cron: z.string() })).parse(events["schedule"]);
    for (const { cron } of schedules) expect(cron).toMatch(/^[1-9]\d? /);
  });

  test("asks Vanta in an environment, one run after the other, and cancels none", () => {
    expect(content).not.toMatch(/cancel-in-progress: true/);
    const asking = Object.values(jobs).filter((one) =>
      JSON.stringify(one).includes("client-secret"),
    );
    expect(asking).not.toEqual([]);
    for (const one of asking) {
      expect(JSON.stringify(one["environment"])).toContain("vanta");
      // One group for each application, in all workflows: a new token revokes the one before.
      const isMatrix = path.endsWith("/matrix.yml");
      const group = isMatrix ? expect.stringContaining("matrix.system") : "vanta-roster";
      expect(one["concurrency"]).toMatchObject({ group, "cancel-in-progress": false });
      // Without the queue, the newest run takes the place of one that waits. GHES has none.
      if (!path.endsWith("/ghes.yml")) expect(one["concurrency"]).toHaveProperty("queue", "max");
    }
  });

  test("has no secrets where pull requests are checked", () => {
    expect(JSON.stringify(jobs["check"] ?? {})).not.toContain("secrets.");
  });
});

/** Each right of a job, except to read the repository. */
function rightsIn(paths: readonly string[]): readonly string[] {
  return paths.flatMap((path) =>
    Object.entries(workflowOf(path).jobs).flatMap(([name, { permissions = {} }]) =>
      Object.entries(permissions)
        .filter(([right, level]) => right !== "contents" || level !== "read")
        .map(([right, level]) => `${path.replace(/.*\//, "")} ${name} ${right}: ${level}`),
    ),
  );
}

test("the project's own workflows write only what they are for", () => {
  expect(rightsIn(list(".github/workflows"))).toEqual([
    "codeql.yml analyze security-events: write",
    "commit-dist.yml commit actions: read",
    "commit-dist.yml commit contents: write",
    "commit-dist.yml check actions: write",
    "release.yml draft contents: write",
    "release.yml npm id-token: write",
    "release.yml npm attestations: write",
    "release.yml publish contents: write",
    "scorecard.yml analyze security-events: write",
    "scorecard.yml analyze id-token: write",
  ]);
});

test("the examples write only what they are for", () => {
  expect(rightsIn(EXAMPLES)).toEqual([
    "drift.yml drift issues: write",
    "evidence.yml attest id-token: write",
    "evidence.yml attest attestations: write",
    "export.yml export contents: write",
    "export.yml export pull-requests: write",
  ]);
});

test("the project's own workflow uses the action, once where it must fail", () => {
  const { jobs } = workflowOf(".github/workflows/ci.yml");
  expect(jobs["action"]?.steps.filter(({ uses }) => uses === "./")).toHaveLength(2);
});

test("the README holds the workflow to copy", () => {
  expect(read("README.md")).toContain(`\`\`\`yaml\n${read("examples/workflows/roster.yml")}\`\`\``);
});

test("the README names every other workflow to copy", () => {
  const links = read("README.md").matchAll(/^\|.*\((examples\/workflows\/.*)\) \|$/gm);
  const others = EXAMPLES.filter((path) => path !== "examples/workflows/roster.yml");
  expect([...links].map(([, path]) => path).sort()).toEqual(others.sort());
});
