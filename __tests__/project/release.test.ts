// What the release workflow decides: scripts/check-release.mjs in a git repository of its own, and
// scripts/publish-release.mjs against a stand-in for GitHub's command line.
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { parse } from "yaml";
import { z } from "zod";
import { runScript, writeCommands } from "../support/run-script.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "release-test-"));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(script: string, args: readonly string[], options: { cwd: string; path?: string }) {
  return spawnSync(process.execPath, [join(root, "scripts", script), ...args], {
    cwd: options.cwd,
    encoding: "utf8",
    env: { ...process.env, PATH: `${options.path ?? ""}${delimiter}${process.env["PATH"]}` },
  });
}

describe("a tag", () => {
  const CHANGELOG = [
    "# Changelog",
    "## [Unreleased]",
    "- Later",
    "## [1.10.0] - 2026-01-02",
    "### Added",
    "- This",
    "## [1.9.0] - 2026-01-01",
    "- Before",
    "[1.10.0]: https://example.com",
    "",
  ].join("\n");
  let repository: string;

  beforeAll(() => {
    repository = join(folder, "template");
    mkdirSync(repository);
    git("init", "--quiet");
    commit({ version: "1.10.0", changelog: CHANGELOG });
    git("tag", "v1.9.0");
    git("tag", "v1");
    git("update-ref", "refs/remotes/origin/main", "HEAD");
  });

  beforeEach(() => {
    repository = mkdtempSync(join(folder, "repository-"));
    cpSync(join(folder, "template"), repository, { recursive: true });
  });

  function git(...args: readonly string[]): void {
    const author = ["-c", "user.name=A", "-c", "user.email=a@example.com"];
    execFileSync("git", [...author, ...args], { cwd: repository });
  }

  function commit(release: { version: string; changelog: string }): void {
    const manifest = JSON.stringify({ version: release.version });
    for (const name of ["package.json", "package-lock.json"])
      writeFileSync(join(repository, name), manifest);
    writeFileSync(join(repository, "CHANGELOG.md"), release.changelog);
    git("add", "--all");
    git("commit", "--quiet", "--allow-empty", "--message=x");
  }

  function check(tag: string): { notes: string; reasons: readonly string[] } {
    const { status, stdout, stderr } = run("check-release.mjs", [tag], { cwd: repository });
    const reasons = stderr.split("\n").filter((line) => line !== "");
    expect(status).toBe(reasons.length > 0 ? 1 : 0);
    return {
      notes: stdout,
      reasons: reasons.map((line) => line.replace("::error title=Release refused::", "")),
    };
  }

  test.each([
    ["plain", []],
    ["annotated", ["--message=x"]],
  ])("that is %s and fits prints the entry of its version", (_, options) => {
    git("tag", ...options, "v1.10.0");
    expect(check("v1.10.0")).toEqual({ notes: "### Added\n- This\n", reasons: [] });
  });

  test.each(["1.10.0", "v1.10", "v1.10.0-rc.1", "v01.10.0", ""])("%j is refused", (tag) => {
    expect(check(tag).reasons).toEqual([expect.stringContaining("is not a tag of a release")]);
  });

  test.each([
    ["without an entry", "# Changelog\n", 'no entry "## [1.10.0] - YYYY-MM-DD"'],
    ["with the entry of a longer version", "## [1.10.01] - 2026-01-02\n- x\n", "no entry"],
    ["without a date", "## [1.10.0] - unreleased\n- x\n", "needs its date"],
    ["with a date that does not exist", "## [1.10.0] - 2026-13-02\n- x\n", "needs its date"],
    ["with a date to come", "## [1.10.0] - 9999-01-01\n- x\n", "needs its date"],
    ["with an empty entry", "## [1.10.0] - 2026-01-02\n\n## [1.9.0]\n- x\n", "is empty"],
    ["with addresses only", "## [1.10.0] - 2026-01-02\n\n[1.10.0]: https://a\n", "is empty"],
  ])("%s is refused", (_, changelog, reason) => {
    commit({ version: "1.10.0", changelog });
    git("update-ref", "refs/remotes/origin/main", "HEAD");
    git("tag", "v1.10.0");
    expect(check("v1.10.0")).toEqual({ notes: "", reasons: [expect.stringContaining(reason)] });
  });

  test("of another version, on another branch, is refused for every reason", () => {
    commit({ version: "1.9.9", changelog: CHANGELOG.replace("1.10.0", "1.10.1") });
    git("tag", "v1.10.0");
    git("tag", "v1.11.0");
    expect(check("v1.10.0").reasons).toEqual([
      expect.stringContaining("no entry"),
      "package.json has version 1.9.9, not 1.10.0.",
      "package-lock.json has version 1.9.9, not 1.10.0.",
      "v1.10.0 is not on origin/main. Merge first, then tag the merged commit.",
      "v1.11.0 is newer than v1.10.0.",
    ]);
  });

  test("that is not checked out, or does not exist, is refused", () => {
    expect(check("v1.10.0").reasons).toEqual(["There is no tag v1.10.0."]);
    git("tag", "v1.10.0");
    commit({ version: "1.10.0", changelog: CHANGELOG });
    expect(check("v1.10.0").reasons).toEqual(["v1.10.0 is not what is checked out."]);
  });
});

describe("a release", () => {
  const release = z.object({
    isDraft: z.boolean(),
    assets: z.array(z.object({ name: z.string(), digest: z.string(), state: z.string() })),
  });
  let files: string;
  let state: string;

  beforeAll(() => {
    // Keeps one release in a file, and refuses what GitHub refuses: a second release of a tag that is
    // published. GH_LOSES is the name of a file whose upload breaks off.
    const program = `#!${process.execPath}
const { createHash } = require("node:crypto");
const { existsSync, readFileSync, rmSync, writeFileSync } = require("node:fs");
const { basename } = require("node:path");
const [, verb, ...args] = process.argv.slice(2);
const path = process.env.GH_STATE;
const now = existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : undefined;
const save = (value) => writeFileSync(path, JSON.stringify(value));
const digest = (file) => "sha256:" + createHash("sha256").update(readFileSync(file)).digest("hex");
const asset = (file) => ({ name: basename(file), digest: digest(file),
  state: basename(file) === process.env.GH_LOSES ? "starter" : "uploaded" });
if (verb === "list") console.log(JSON.stringify(now ? [{ tagName: "v1.0.0" }] : []));
else if (verb === "view") console.log(JSON.stringify(now));
else if (verb === "create" && !now && args.includes("--draft") && args.includes("--verify-tag"))
  save({ isDraft: true, assets: args.slice(args.indexOf("--notes-file") + 2).map(asset) });
else if (verb === "delete" && now.isDraft) rmSync(path);
else if (verb === "edit" && args.includes("--draft=false")) save({ ...now, isDraft: false });
else process.exit(1);
`;
    mkdirSync(join(folder, "bin"));
    writeFileSync(join(folder, "bin/gh"), program, { mode: 0o755 });
  });

  beforeEach(() => {
    files = mkdtempSync(join(folder, "files-"));
    state = join(files, "../state.json");
    rmSync(state, { force: true });
    writeFileSync(join(files, "b.tgz"), "12345");
    writeFileSync(join(files, "a.json"), "{}");
  });

  function step(name: "draft" | "publish", loses = "") {
    process.env["GH_STATE"] = state;
    process.env["GH_LOSES"] = loses;
    const args = [name, "v1.0.0", files, "notes.md"];
    return run("publish-release.mjs", args, { cwd: folder, path: join(folder, "bin") });
  }

  const stored = () => release.parse(JSON.parse(readFileSync(state, "utf8")));

  test("is a draft with all files first, and then published", () => {
    expect(step("draft").status).toBe(0);
    expect(stored()).toMatchObject({
      isDraft: true,
      assets: [{ name: "a.json" }, { name: "b.tgz" }],
    });
    expect(step("publish").status).toBe(0);
    expect(stored().isDraft).toBe(false);
    // A run that failed after it can be run again, but makes no second release.
    expect(step("publish").status).toBe(0);
    expect(step("draft")).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("published already"),
    });
  });

  test("whose upload broke off is not published, and is made again", () => {
    expect(step("draft", "b.tgz")).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/has \[(a\.json sha256:\w+)\], not \[\1; b\.tgz sha256:\w+\]/),
    });
    expect(step("publish").status).toBe(1);
    expect(stored().isDraft).toBe(true);
    expect(step("draft").status).toBe(0);
    expect(step("publish").status).toBe(0);
  });

  test.each([
    ["other bytes, as many,", () => writeFileSync(join(files, "a.json"), "[]")],
    ["one file less", () => rmSync(join(files, "a.json"))],
  ])("with %s than were built is not published", (_, change) => {
    step("draft");
    change();
    expect(step("publish").status).toBe(1);
    expect(stored().isDraft).toBe(true);
  });

  test("without a draft is not published", () => {
    expect(step("publish")).toMatchObject({ status: 1, stderr: expect.stringContaining("has []") });
  });
});

test("nothing is published before the checks, the draft and the approval", () => {
  const needs = z.union([z.string(), z.array(z.string())]).optional();
  const { jobs } = z
    .object({ jobs: z.record(z.string(), z.object({ needs })) })
    .parse(parse(readFileSync(join(root, ".github/workflows/release.yml"), "utf8")));
  const before = (id: string): readonly string[] =>
    [jobs[id]?.needs ?? []].flat().flatMap((one) => [one, ...before(one)]);
  expect(before("draft").toSorted()).toEqual(["build", "check"]);
  expect(before("npm").toSorted()).toEqual(["build", "check", "draft"]);
  expect(before("publish").toSorted()).toEqual(["build", "check", "draft", "npm"]);
});

const workflow = z
  .object({
    permissions: z.strictObject({}),
    jobs: z.record(
      z.string(),
      z.object({
        environment: z.object({ name: z.string() }).optional(),
        permissions: z.record(z.string(), z.string()),
        steps: z.array(z.object({ uses: z.string().optional(), run: z.string().optional() })),
      }),
    ),
  })
  .parse(parse(readFileSync(join(root, ".github/workflows/release.yml"), "utf8")));

const commandsOf = (job: string) =>
  workflow.jobs[job]?.steps.flatMap(({ run: command }) => command ?? []) ?? [];

test("only the job that reviewers approve may say who it is, and it runs no code of the project", () => {
  const jobs = Object.values(workflow.jobs);
  const approved = jobs.filter(({ environment }) => environment?.name === "release");
  expect(approved).toEqual([workflow.jobs["npm"]]);
  expect(jobs.filter(({ permissions }) => "id-token" in permissions)).toEqual(approved);
  for (const { steps, permissions } of approved) {
    expect(permissions).not.toHaveProperty("contents");
    expect(steps.filter(({ uses }) => uses?.startsWith("actions/checkout@"))).toEqual([]);
  }
  const programs = commandsOf("npm")
    .join("\n")
    .match(/\b(?:node|npx|npm \w+|scripts\/\S*)/g);
  expect(programs).toEqual(["npm view", "npm publish"]);
});

describe("npm publish, in a job that is run again,", () => {
  const content = "a tarball";
  const integrity = `sha512-${createHash("sha512").update(content).digest("base64")}`;

  test.each([
    ["is left out where npm has the same file", `${integrity}\n`, ["view"]],
    ["runs where npm has none", "", ["view", "publish"]],
    ["runs, and is refused by npm, where npm has another", "sha512-x\n", ["view", "publish"]],
  ])("%s", async (_, published, verbs) => {
    const place = mkdtempSync(join(folder, "npm-"));
    mkdirSync(join(place, "build/release"), { recursive: true });
    writeFileSync(join(place, "build/release/vanta-roster-sync-1.2.3.tgz"), content);
    const bin = join(place, "bin");
    const calls = writeCommands(bin, { npm: { view: published } });
    const env = { PATH: `${bin}${delimiter}${process.env["PATH"]}`, GITHUB_REF_NAME: "v1.2.3" };
    const [command = ""] = commandsOf("npm");
    const { exitCode } = await runScript(command, { folder: place, cwd: place, env });
    expect(exitCode).toBe(0);
    expect(calls().map(({ args: [verb] }) => verb)).toEqual(verbs);
    expect(calls()[0]?.args[1]).toBe("vanta-roster-sync@1.2.3");
  });
});
