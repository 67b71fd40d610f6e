// The files of the root and of .github/: what GitHub reads in silence, or ignores in silence if it is
// wrong, and what several of them say of the project.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { parse } from "yaml";
import { z } from "zod";
import { PROBLEM_CODES } from "../../src/model/problem-codes.js";
import { VERSION } from "../../src/model/version.js";

const root = new URL("../../", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), "utf8");
const exists = (path: string) => existsSync(new URL(path, root));
const all = (pattern: RegExp, text: string) =>
  [...text.matchAll(pattern)].map(([, found = ""]) => found);

const readme = read("README.md");
const manifest = z
  .object({
    name: z.string(),
    version: z.string(),
    repository: z.object({ url: z.string() }),
    devDependencies: z.record(z.string(), z.string()),
  })
  .parse(JSON.parse(read("package.json")));
const REPOSITORY = `https://github.com/${manifest.name}/${manifest.name}`;

describe("the project", () => {
  test("has one name", () => {
    const { name } = z.looseObject({ name: z.string() }).parse(parse(read("action.yml")));
    expect(/^# (.*)$/m.exec(readme)?.[1]).toBe(name);
    expect(name.toLowerCase().replaceAll(" ", "-")).toBe(manifest.name);
    expect(manifest.repository.url).toBe(`git+${REPOSITORY}.git`);
  });

  test("has one version", () => {
    expect(VERSION).toBe(manifest.version);
    expect(all(/^ +rev: v(.*)$/gm, readme)).toEqual([VERSION]);
    expect(all(/(?:--branch |refs\/tags\/)v([\d.]+)/g, readme)).toEqual([VERSION, VERSION]);
    const [newest] = all(/^## \[(\d.*?)\] - \d{4}-\d{2}-\d{2}$/gm, read("CHANGELOG.md"));
    expect(newest).toBe(VERSION);
  });

  test("says once, at the top of the end of the README, that it is not Vanta's", () => {
    expect(readme.match(/affiliated/g)).toHaveLength(1);
    expect(readme).toMatch(/\n## About this project\n\nNot made by, or affiliated with, Vanta\./);
    expect(readme.match(/^## .*$/gm)?.at(-1)).toBe("## About this project");
  });

  test("shows badges of workflows that are there", () => {
    const badges = all(/\]\((https:[^)]+\/badge[^)]*)\)\]/g, readme);
    const workflows = all(/\/actions\/workflows\/([\w-]+\.yml)\/badge/g, badges.join("\n"));
    expect(workflows.length).toBeGreaterThan(0);
    for (const name of workflows) expect(exists(`.github/workflows/${name}`)).toBe(true);
    expect(badges.some((address) => address.includes("scorecard.dev"))).toBe(
      exists(".github/workflows/scorecard.yml"),
    );
    for (const [, path] of badges.join("\n").matchAll(/github\.com\/([\w-]+\/[\w-]+)/g))
      expect(path).toBe(`${manifest.name}/${manifest.name}`);
  });
});

test("CHANGELOG.md keeps a changelog: each version once, newest first, with its address", () => {
  const text = read("CHANGELOG.md");
  const headings = all(/^## \[(.+?)\]/gm, text);
  expect(text.match(/^## .*$/gm)).toHaveLength(headings.length);
  expect(all(/^\[(.+?)\]: https:/gm, text)).toEqual(headings);
  const versions = headings.filter((heading) => heading !== "Unreleased");
  const newestFirst = [...versions].sort((one, other) =>
    other.localeCompare(one, "en", { numeric: true }),
  );
  expect(versions).toEqual(newestFirst);
  expect(headings.lastIndexOf("Unreleased")).toBeLessThanOrEqual(0);
  const kinds = all(/^### (.*)$/gm, text);
  for (const kind of kinds)
    expect(["Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"]).toContain(kind);
});

describe(".github/dependabot.yml", () => {
  const group = z.strictObject({
    patterns: z.array(z.string()),
    "update-types": z.array(z.enum(["minor", "patch"])).optional(),
  });
  const update = z.strictObject({
    "package-ecosystem": z.enum(["npm", "github-actions"]),
    directory: z.literal("/"),
    schedule: z.strictObject({ interval: z.literal("weekly") }),
    // GitHub drops the whole entry if semver-*-days are given for actions.
    cooldown: z.strictObject({ "default-days": z.number().min(7) }),
    groups: z.record(z.string(), group),
  });
  const { updates } = z
    .strictObject({ version: z.literal(2), updates: z.array(update) })
    .parse(parse(read(".github/dependabot.yml")));
  const groups = updates.find((one) => one["package-ecosystem"] === "npm")?.groups;

  test("updates packages and actions", () => {
    expect(updates.map((one) => one["package-ecosystem"])).toEqual(["npm", "github-actions"]);
  });

  test("has the packages that are bundled in one group", () => {
    const sources = readdirSync(new URL("src/", root), { recursive: true, encoding: "utf8" });
    const imports = sources
      .filter((path) => path.endsWith(".ts"))
      .flatMap((path) => all(/\b(?:from|import)\s*\(?"([^".][^"]*)"/g, read(`src/${path}`)))
      .filter((name) => !name.startsWith("node:"))
      .map((name) => /^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? "");
    expect(groups?.["bundled"]?.patterns).toEqual([...new Set(imports)].sort());
  });

  test("has the packages that make dist/ in one group", () => {
    const script = read("scripts/bundle.mjs");
    const used = Object.keys(manifest.devDependencies).filter(
      (name) => script.includes(`"${name}"`) || script.includes(`"${name}/`),
    );
    const bundled = groups?.["bundled"]?.patterns ?? [];
    expect(groups?.["build"]?.patterns).toEqual(used.filter((name) => !bundled.includes(name)));
  });
});

test(".github/CODEOWNERS names files that are there, and teams of the organization", () => {
  const lines = read(".github/CODEOWNERS").split("\n");
  const rules = lines.filter((line) => line !== "" && !line.startsWith("#"));
  expect(rules[0]).toMatch(/^\* /);
  for (const rule of rules) {
    const [pattern = "", ...owners] = rule.split(" ");
    if (pattern !== "*") expect(exists(pattern.replace(/^\//, ""))).toBe(true);
    expect(owners.length).toBeGreaterThan(0);
    for (const owner of owners) expect(owner).toMatch(/^@vanta-roster-sync\/[\w-]+$/);
  }
});

describe("issues", () => {
  const FOLDER = ".github/ISSUE_TEMPLATE";
  const labelled = { label: z.string(), description: z.string().optional() };
  const text = { ...labelled, placeholder: z.string().optional(), render: z.string().optional() };
  const options = z.array(z.string()).min(2);
  const boxes = z.array(z.strictObject({ label: z.string(), required: z.boolean().optional() }));
  const field = {
    id: z.string().regex(/^[\w-]+$/),
    validations: z.strictObject({ required: z.boolean() }).optional(),
  };
  const element = z.discriminatedUnion("type", [
    z.strictObject({
      type: z.literal("markdown"),
      attributes: z.strictObject({ value: z.string() }),
    }),
    z.strictObject({ type: z.literal("input"), ...field, attributes: z.strictObject(text) }),
    z.strictObject({ type: z.literal("textarea"), ...field, attributes: z.strictObject(text) }),
    z.strictObject({
      type: z.literal("dropdown"),
      ...field,
      attributes: z.strictObject({ ...labelled, options }),
    }),
    z.strictObject({
      type: z.literal("checkboxes"),
      id: field.id,
      attributes: z.strictObject({ ...labelled, options: boxes }),
    }),
  ]);
  const form = z.strictObject({
    name: z.string(),
    description: z.string(),
    labels: z.array(z.string()),
    body: z.array(element).min(1),
  });
  const parsed = (name: string) => form.parse(parse(read(`${FOLDER}/${name}`)));
  const forms = readdirSync(new URL(FOLDER, root)).filter((name) => name !== "config.yml");

  test.each(forms)("%s is a form, with each id and label once", (name) => {
    const fields = parsed(name).body.flatMap((one) => (one.type === "markdown" ? [] : [one]));
    const ids = fields.map(({ id }) => id);
    const labels = fields.map(({ attributes }) => attributes.label);
    expect([new Set(ids).size, new Set(labels).size]).toEqual([ids.length, labels.length]);
    expect(fields.length).toBeGreaterThan(0);
    expect(read(`${FOLDER}/${name}`)).toMatch(/[Ii]ssues are public/);
  });

  test("ask for the outcome, the mode and the code as the action says them", () => {
    const names = z.object({ enum: z.array(z.string()) });
    const { properties } = z
      .object({ properties: z.object({ outcome: names, mode: names }) })
      .parse(JSON.parse(read("report.schema.json")));
    const byId = new Map(
      parsed("bug.yml").body.flatMap((one) =>
        one.type === "dropdown" || one.type === "input" ? [[one.id, one.attributes]] : [],
      ),
    );
    expect(byId.get("outcome")).toMatchObject({
      options: [...properties.outcome.enum, expect.stringMatching(/^none /)],
    });
    expect(byId.get("mode")).toMatchObject({ options: properties.mode.enum });
    expect(Object.keys(PROBLEM_CODES)).toContain(
      z.looseObject({ placeholder: z.string() }).parse(byId.get("code")).placeholder,
    );
  });

  test("lead to what is better elsewhere, by addresses that are ours where they say so", () => {
    const link = z.strictObject({ name: z.string(), url: z.url(), about: z.string() });
    const { contact_links: links } = z
      .strictObject({ blank_issues_enabled: z.literal(false), contact_links: z.array(link) })
      .parse(parse(read(`${FOLDER}/config.yml`)));
    const urls = [
      ...links.map(({ url }) => url),
      ...all(/\]\((https:[^)]+)\)/g, read("SECURITY.md")),
    ];
    expect(urls).toContain(`${REPOSITORY}/security/advisories/new`);
    for (const url of urls.filter((one) => one.includes("/blob/main/")))
      expect(exists(url.split("/blob/main/")[1]?.split("#")[0] ?? "")).toBe(true);
  });
});

test("the checks that a merge requires are those that a commit of dist/ starts", () => {
  const [, required = ""] = /the checks of (.*) required;/.exec(read("CONTRIBUTING.md")) ?? [];
  const names = required.toLowerCase().split(/, | and /);
  const [started = ""] = all(
    /for workflow in (.*); do/g,
    read(".github/workflows/commit-dist.yml"),
  );
  expect(started.split(" ")).toEqual(names);
  for (const name of names)
    expect(read(`.github/workflows/${name}.yml`)).toMatch(/^ {2}workflow_dispatch:/m);
});

test("the workflows run scripts that are there", () => {
  const workflows = readdirSync(new URL(".github/workflows/", root));
  const scripts = workflows.flatMap((name) =>
    all(/(?:node |run: )((?:scripts|\.ci)\/[\w./-]+)/g, read(`.github/workflows/${name}`)),
  );
  expect(scripts).toEqual(expect.arrayContaining([".ci/run", "scripts/commit-dist.mjs"]));
  for (const path of scripts) expect(exists(path)).toBe(true);
});
