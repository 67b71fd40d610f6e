// The package as people install it: from a tarball and from git, offline, in an empty folder whose
// path has a space.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { ADA, roster } from "./setting.js";

const project = fileURLToPath(new URL("../..", import.meta.url));
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "install here "));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe.each([
  ["a tarball", packTarball],
  ["git", commitToGit],
])("from %s", (name, prepare) => {
  let workspace: string;
  let source: string;

  beforeAll(() => {
    workspace = join(folder, name);
    mkdirSync(workspace);
    writeFileSync(join(workspace, "users.json"), roster([ADA]));
    source = prepare(workspace);
  });

  test("npx runs it without an install", () => {
    expect(shown(workspace, "npx", "--yes", source, "validate", "*.json")).toContain(
      "Valid: 1 account.",
    );
  });

  test("npm install puts the command there, and nothing else", () => {
    run(workspace, "npm", "install", "--no-save", source);
    expect(shown(workspace, "npm", "ls", "--all", "--parseable").trim().split("\n")).toHaveLength(
      2,
    );
    expect(
      shown(workspace, "npm", "exec", "--", "vanta-roster-sync", "validate", "*.json"),
    ).toMatch(/Valid: 1 account\./);
  });
});

/** Packs the package into a folder. Returns the path of the tarball from there. */
function packTarball(destination: string): string {
  const name = run(project, "npm", "pack", "--silent", "--pack-destination", destination);
  return `./${name.trim()}`;
}

/** Commits the files of the project to a repository of its own. Returns its address for npm. */
function commitToGit(): string {
  const repository = join(folder, "repository");
  for (const path of run(project, "git", "ls-files", "-z").split("\0")) {
    if (path === "" || !existsSync(join(project, path))) continue;
    mkdirSync(join(repository, dirname(path)), { recursive: true });
    cpSync(join(project, path), join(repository, path));
  }
  const author = ["-c", "user.name=A", "-c", "user.email=a@example.com"];
  run(repository, "git", "init", "--quiet");
  run(repository, "git", "add", "--all");
  run(repository, "git", ...author, "commit", "--quiet", "--message=x");
  return `git+file://${encodeURI(repository)}`;
}

function run(cwd: string, program: string, ...args: readonly string[]): string {
  return execFileSync(program, args, { cwd, encoding: "utf8", env: offline(), stdio: "pipe" });
}

/** Both streams, as they come. */
function shown(cwd: string, ...command: readonly string[]): string {
  return run(cwd, "sh", "-c", '"$@" 2>&1', "sh", ...command);
}

/** Without a registry, and without what npm has stored or sets for its own scripts. */
function offline(): NodeJS.ProcessEnv {
  const names = Object.keys(process.env).filter((name) => !name.toLowerCase().startsWith("npm_"));
  return {
    ...Object.fromEntries(names.map((name) => [name, process.env[name]])),
    npm_config_offline: "true",
    npm_config_cache: join(folder, "cache"),
    npm_config_audit: "false",
    npm_config_fund: "false",
    npm_config_update_notifier: "false",
  };
}
