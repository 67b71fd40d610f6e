// scripts/commit-dist.mjs, in a git repository of its own: from a folder that code of a pull request
// made, it takes a dist/ and nothing else.
import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { get, readWorkflow } from "../support/workflow-file.js";

const script = fileURLToPath(new URL("../../scripts/commit-dist.mjs", import.meta.url));
const BUILT = { "index.js": "new", "cli/index.js": "new", "7.index.js": "new" };

let folder: string;
let repository: string;
let built: string;
let head: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "commit-dist-test-"));
  repository = join(folder, "repository");
  write(repository, {
    "package.json": "{}",
    // Must not change the bytes of what is committed.
    ".gitattributes": "* text eol=crlf\n",
    "dist/index.js": "old",
    "dist/cli/index.js": "old",
    "dist/5.index.js": "old",
  });
  git("init", "--quiet");
  // As in the repository itself; the files of an artifact are never executable.
  chmodSync(join(repository, "dist/cli/index.js"), 0o755);
  head = commitAll();
  // The checkout is of main, which has gone on.
  write(repository, { "dist/index.js": "newer", "dist/cli/index.js": "newer" });
  commitAll();
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeEach(() => {
  built = mkdtempSync(join(folder, "built-"));
});

test("replaces dist/ on top of the commit, and nothing else", () => {
  write(built, { ...BUILT, "index.js": "new\r\n" });
  const { status, stdout } = run(head);
  const commit = stdout.trim();
  expect(status).toBe(0);
  expect(git("diff", "--name-status", head, commit).split("\n")).toEqual([
    "D\tdist/5.index.js",
    "A\tdist/7.index.js",
    "M\tdist/cli/index.js",
    "M\tdist/index.js",
  ]);
  expect(git("rev-parse", `${commit}^@`)).toBe(head);
  expect(git("cat-file", "-s", `${commit}:dist/index.js`)).toBe("5");
  // The script leaves the checkout, which has the code that is trusted, as it is.
  expect(git("status", "--porcelain")).toBe("");
});

test("prints nothing if dist/ is the same", () => {
  write(built, { "index.js": "old", "cli/index.js": "old", "5.index.js": "old" });
  expect(run(head)).toMatchObject({ status: 0, stdout: "" });
});

describe("the workflow", () => {
  const file = readWorkflow(".github/workflows/commit-dist.yml");
  const condition = get(get(get(file.root, "jobs"), "commit"), "if");
  const status = { success: true, failure: false, cancelled: false };
  const rebuilt = {
    conclusion: "success",
    event: "pull_request",
    actor: { login: "dependabot[bot]" },
    head_repository: { full_name: "acme/action" },
    head_branch: "dependabot/npm_and_yarn/yaml-3",
  };

  test.each<[string, Partial<Record<keyof typeof rebuilt, unknown>>, boolean]>([
    ["a pull request of Dependabot", {}, true],
    ["a rebuild that failed", { conclusion: "failure" }, false],
    ["another event", { event: "push" }, false],
    ["another person", { actor: { login: "mallory" } }, false],
    ["a fork", { head_repository: { full_name: "mallory/action" } }, false],
    ["another branch", { head_branch: "main" }, false],
  ])("decides for %s", (_, difference, expected) => {
    const event = { workflow_run: { ...rebuilt, ...difference } };
    const github = { event, repository: "acme/action" };
    expect(file.runs(condition, { contexts: { github }, status })).toBe(expected);
  });
});

describe("refuses", () => {
  test.each([
    ["a workflow", { ".github/workflows/evil.yml": "on: push" }, ".github/workflows/evil.yml"],
    ["a file of git's", { ".gitattributes": "* filter=evil" }, ".gitattributes"],
    ["another kind of file", { "cli/install.sh": "" }, "cli/install.sh"],
    ["a folder with a name of a file", { "8.index.js/index.js": "" }, "8.index.js"],
    ["a path of another system", { "..\\..\\index.js": "" }, "..?..?index.js"],
    ["a name that is a command to the runner", { "a\n::stop-commands::x": "" }, "a?::stop-comm"],
  ])("%s", (_, files, named) => {
    write(built, { ...BUILT, ...files });
    expectRefused(named.replaceAll(":", "?"));
  });

  test.each(["index.js", "cli", "9.index.js"])("a symbolic link in place of %s", (name) => {
    write(built, BUILT);
    rmSync(join(built, name), { recursive: true, force: true });
    symlinkSync(join(repository, "dist"), join(built, name));
    expectRefused(`Not a file of a build: ${name}`);
  });

  test("a symbolic link in place of the folder", () => {
    write(join(built, "real"), BUILT);
    symlinkSync("real", join(built, "link"));
    built = join(built, "link");
    expectRefused("not a folder");
  });

  test("a dist/ that would not run", () => {
    write(built, { "index.js": "new" });
    expectRefused("cli/index.js is missing");
  });

  test.each([
    ["bytes", { "7.index.js": "x".repeat(10_000_001) }],
    ["files", Object.fromEntries(Array.from({ length: 99 }, (_, n) => [`${n}.index.js`, ""]))],
  ])("too many %s", (_, files) => {
    write(built, { ...BUILT, ...files });
    expectRefused("too much");
  });

  test.each(["HEAD", "--all", "", "0".repeat(40)])("the parent %j", (parent) => {
    write(built, BUILT);
    expect(run(parent)).toMatchObject({ status: 1, stdout: "" });
  });
});

function expectRefused(reason: string): void {
  const { status, stdout, stderr } = run(head);
  expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
  expect(stderr).toContain(reason);
  expect(stderr.trim().split("\n")).toHaveLength(1);
}

function commitAll(): string {
  git("add", "--all");
  git("-c", "user.name=A", "-c", "user.email=a@example.com", "commit", "--quiet", "--message=x");
  return git("rev-parse", "HEAD");
}

function run(parent: string) {
  return spawnSync(process.execPath, [script, built, parent], {
    cwd: repository,
    encoding: "utf8",
  });
}

function write(place: string, files: Readonly<Record<string, string>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(place, path)), { recursive: true });
    writeFileSync(join(place, path), content);
  }
}

function git(...args: readonly string[]): string {
  const options = { cwd: repository, encoding: "utf8", stdio: "pipe" } as const;
  return execFileSync("git", args, options).trim();
}
