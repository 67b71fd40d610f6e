// Patterns in real folders, with real links: what is read, what is refused, and that nothing is
// left out silently.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { toPlainText } from "../../src/model/message.js";
import { collectProblems } from "../../src/model/problem.js";
import { readRosterFiles } from "../../src/runner/roster-files.js";
import { parsePatterns } from "../../src/settings/patterns.js";

let base: string;
let workspace: string;

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), "roster-files-"));
  workspace = join(base, "workspace");
  mkdirSync(workspace);
});
afterEach(() => rmSync(base, { recursive: true }));

/** Writes files (each contains its path), and links from path to target. */
function write(paths: readonly string[], links: Readonly<Record<string, string>> = {}): void {
  for (const path of [...paths, ...Object.keys(links)])
    mkdirSync(dirname(join(workspace, path)), { recursive: true });
  for (const path of paths) writeFileSync(join(workspace, path), path);
  for (const [path, target] of Object.entries(links)) symlinkSync(target, join(workspace, path));
}

async function read(...patterns: string[]) {
  const problems = collectProblems();
  const files = await readRosterFiles(workspace, parsePatterns(patterns), problems);
  return {
    paths: files.map(({ path }) => path),
    found: problems.kept.map(({ code, location }) => [code, location?.file ?? []].flat().join(" ")),
    messages: problems.kept.map(({ message }) => toPlainText(message)),
    files,
  };
}

/** Makes files of these sizes, in MiB and bytes. The disk does not store their zeros. */
function resize(sizes: Readonly<Record<string, readonly [number, number]>>): void {
  write(Object.keys(sizes));
  for (const [path, [mebibytes, bytes]] of Object.entries(sizes))
    truncateSync(join(workspace, path), mebibytes * 1024 * 1024 + bytes);
}

/** What is read, and the problems; both without order. */
async function expectRead(patterns: readonly string[], paths: string[], found: string[] = []) {
  const seen = await read(...patterns);
  expect({ paths: seen.paths, found: [...seen.found].sort() }).toEqual({ paths, found });
  return seen.messages;
}

describe("patterns", () => {
  test.each([
    ["r/*.yml, r/**/*, r/b.yml", "r/B.json, r/a.yaml, r/b.yml, r/sub/c.yml"],
    ["r/**", "r/B.json, r/a.yaml, r/b.yml, r/sub/c.yml"],
    ["**/*.yml", ".hidden/d.yml, other.yml, r/b.yml, r/sub/c.yml"],
    ["*.yml, **/d.yml", ".hidden/d.yml, other.yml"],
    ["./r/*.{yml,yaml}, other.yml", "other.yml, r/a.yaml, r/b.yml"],
    ["{r/sub,.hidden}/*.yml", ".hidden/d.yml, r/sub/c.yml"],
    ["r*/s?b/[a-c].yml", "r/sub/c.yml"],
    ["r/*/*.yml", "r/sub/c.yml"],
    ["!r/b.yml, r/**/*.yml", "r/sub/c.yml"],
    ["r/**/*, !r/sub", "r/B.json, r/a.yaml, r/b.yml"],
    ["r/**/*, ! r/sub/", "r/B.json, r/a.yaml, r/b.yml"],
    ["**/*.yml, !**/c.yml, !.*/**", "other.yml, r/b.yml"],
  ])("%s match %s, each once, in order of path", async (patterns, paths) => {
    const all = ["r/b.yml", "r/a.yaml", "r/B.json", "r/sub/c.yml", "other.yml", ".hidden/d.yml"];
    write(all);
    await expectRead(patterns.split(", "), paths.split(", "));
    // The same is true of the paths of another commit.
    const { matches } = parsePatterns(patterns.split(", "));
    expect(all.filter((path) => matches(path)).sort()).toEqual(paths.split(", "));
  });

  test.each<[string, readonly string[], boolean]>([
    ["r/sub/a.yml", ["r/*.yml"], false],
    ["r/a.yml", ["r/**/*.yml"], true],
    ["r/a.yml", ["!r/b.yml"], false],
    ["r/drafts/a.yml", ["!r/drafts", "r/**"], false],
    ["t.yml", ["[team].yml"], true],
    ["outside.yml", ["../outside.yml"], false],
    ["r/README.md", ["r/*"], true],
  ])("%s in %j: %j", (path, patterns, expected) => {
    expect(parsePatterns(patterns).matches(path)).toBe(expected);
  });

  test("also mean a file with that very name", async () => {
    const names = ["#a.yml", "[team].yml", "users(1).yml", "~b.yml"];
    write(names);
    await expectRead(names, names);
    const { files } = await read("[team].yml");
    expect(Buffer.from(files[0]?.bytes ?? []).toString()).toBe("[team].yml");
  });

  test("must all match, so that a renamed file does not remove its people", async () => {
    write(["a.yml", "roster/b.yml"]);
    const patterns = ["a.yml", "users.yml", "team-*.yml", "roster/*.json"];
    const messages = await expectRead(patterns, ["a.yml"], Array(3).fill("pattern-unmatched"));
    expect(messages[0]).toContain('"users.yml"');
    const [excluded] = await expectRead(["a.yml", "!a.yml"], [], ["pattern-unmatched"]);
    expect(excluded).toContain("apart from what patterns with ! leave out");
    expect(messages[0]).not.toContain("apart from");
  });

  test.each(["roster", "roster/", "./roster"])("%j explains how to name its files", async (one) => {
    write(["roster/a.yml"]);
    const [message] = await expectRead([one], [], ["not-a-file"]);
    expect(message).toContain("roster/**/*.yml");
  });

  test("do not match git's own files", async () => {
    write([".git/config.yml", "sub/.git/x.yml", "a.yml"]);
    await expectRead(["**/*.yml"], ["a.yml"]);
    await expectRead([".git/config.yml"], [], ["pattern-unmatched"]);
  });

  test.each([[[]], [["empty/folders", "other"]]])(
    "in a workspace with only the folders %j ask for a checkout, once",
    async (folders) => {
      for (const folder of folders) mkdirSync(join(workspace, folder), { recursive: true });
      const [message] = await expectRead(["a.yml", "b/*.yml"], [], ["pattern-unmatched"]);
      expect(message).toContain("Is the step actions/checkout missing");
    },
  );

  test("in a workspace with another file are reported one by one", async () => {
    write(["deep/down/README.md"]);
    const found = ["pattern-unmatched", "pattern-unmatched"];
    const messages = await expectRead(["a.yml", "b/*.yml"], [], found);
    expect(messages.join()).not.toContain("checkout");
  });

  test("in a workspace that is not there", async () => {
    rmSync(workspace, { recursive: true });
    await expectRead(["a.yml"], [], ["file-unreadable", "pattern-unmatched"]);
  });
});

describe("files", () => {
  test("with another extension are errors, unless they are excluded", async () => {
    const others = ["r/README.md", "r/b.yml.bak", "r/noextension", "r/users.csv"];
    write(["r/a.yml", ...others]);
    await expectRead(
      ["r/**"],
      ["r/a.yml"],
      others.map((path) => `wrong-extension ${path}`),
    );
    await expectRead(["r/*", "!r/README.md", "!r/*.{csv,bak}", "!r/noextension"], ["r/a.yml"]);
  });

  test("over the limit are not read", async () => {
    resize({ "a.json": [128, 0], "b.json": [128, 1], "c.yml": [128, 1] });
    const found = ["file-too-large b.json", "file-too-large c.yml"];
    await expectRead(["*"], ["a.json"], found);
  });

  test("over 256 MiB together are not read, each counted once", async () => {
    resize({ "a.json": [128, 0], "b.json": [128, 0], "c.json": [0, 1] });
    write([], { "0.json": "a.json" });
    const messages = await expectRead(["*"], ["a.json", "b.json"], ["file-too-large c.json"]);
    expect(messages).toEqual([expect.stringContaining("With this file, the roster is larger")]);
  });

  test("that are refused do not count", async () => {
    resize({ "a.json": [256, 0], "b.yml": [0, 1] });
    await expectRead(["*"], ["b.yml"], ["file-too-large a.json"]);
  });

  test("that are git's own in a submodule are left out", async () => {
    write(["lib/a.yml", "lib/.git"]);
    await expectRead(["lib/**"], ["lib/a.yml"]);
  });

  test("of another kind are never opened: a pipe would wait forever", async () => {
    write(["a.yml"], { "link.yml": "pipe.yml" });
    execFileSync("mkfifo", [join(workspace, "pipe.yml")]);
    await expectRead(["*.yml"], ["a.yml"], ["not-a-file link.yml", "not-a-file pipe.yml"]);
  });
});

describe("links", () => {
  test("to a file in the workspace are read, once", async () => {
    write(["data/a.yml"], { "roster/link.yml": "../data/a.yml" });
    await expectRead(["roster/*.yml"], ["roster/link.yml"]);
    await expectRead(["roster/*.yml", "data/a.yml"], ["data/a.yml"]);
  });

  test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ["a file", { "r/a.yml": "../data/a.yml" }, []],
    ["a link", { "r/a.yml": "b.lnk", "r/b.lnk": "../data/a.yml" }, ["r/b.lnk"]],
    ["a linked folder", { "r/a.yml": "../alias/a.yml", alias: "data" }, ["alias"]],
    ["a way out and back", { "r/a.yml": "../../workspace/data/a.yml" }, []],
  ])("to %s have all that is on the way", async (_, links, between) => {
    write(["data/a.yml"], links);
    const { files } = await read("r/*.yml");
    expect(files.map((file) => file.links)).toEqual([["r/a.yml", ...between, "data/a.yml"]]);
  });

  test("are not what an ordinary file has", async () => {
    write(["a.yml"]);
    const { files } = await read("a.yml");
    expect(files[0]?.links).toBeUndefined();
  });

  test("to a file without a roster's extension are refused", async () => {
    const links = { "a.yml": "secrets.env", "b.yml": "c.lnk", "c.lnk": "data", "d.yml": "e.JSON" };
    write(["secrets.env", "data", "e.JSON"], links);
    const found = ["wrong-extension a.yml", "wrong-extension b.yml"];
    const messages = await expectRead(["*.yml"], ["d.yml"], found);
    expect(messages[0]).toContain("This link leads to a file that does not end in .yml");
  });

  test("out of the workspace are refused, also to a sibling with a similar name", async () => {
    for (const name of ["outside", "workspace-2"]) {
      mkdirSync(join(base, name));
      writeFileSync(join(base, name, "a.yml"), "[]");
    }
    const absolute = join(base, "outside/a.yml");
    const sibling = "../workspace-2/a.yml";
    write([], { "a.yml": absolute, "b.yml": "../outside/a.yml", "c.yml": sibling });
    write([], { dir: "../outside" });
    const found = ["a", "b", "c"].map((name) => `link-outside-workspace ${name}.yml`);
    await expectRead(["*.yml"], [], found);
    for (const pattern of ["dir/*.yml", "dir/a.yml"])
      await expectRead([pattern], [], ["link-outside-workspace"]);
  });

  test("to git's own files are refused: they may have a token", async () => {
    write([".git/x.yml", "sub/.git/x.yml"], { "a.yml": ".git/x.yml", "b.yml": "sub/.git/x.yml" });
    const found = ["link-outside-workspace a.yml", "link-outside-workspace b.yml"];
    await expectRead(["*.yml"], [], found);
  });

  test("that are broken, or circular, are errors if they match", async () => {
    write(["c.yml"], { "a.yml": "gone.yml", "b.yml": "b.yml" });
    await expectRead(["*.yml"], ["c.yml"], ["broken-link a.yml", "broken-link b.yml"]);
    await expectRead(["c.yml"], ["c.yml"]);
  });

  test("to directories are not followed", async () => {
    write(["real/a.yml", "b.yml"], { linked: "real", loop: "." });
    for (const all of ["**/*.yml", "**"]) await expectRead([all], ["b.yml", "real/a.yml"]);
    const [message] = await expectRead(["linked/*.yml"], [], ["pattern-unmatched"]);
    expect(message).toContain("not followed");
    await expectRead(["linked"], [], ["not-a-file linked"]);
  });

  test("that are broken are not called links to directories", async () => {
    write(["a.yml"], { dead: "nowhere" });
    const [message] = await expectRead(["dead/*.yml"], [], ["pattern-unmatched"]);
    expect(message).not.toContain("is a link to a directory");
  });

  test("to directories do not count as a match: the roster would be empty", async () => {
    const links = { "p/one": "../real", "p/two": "../real", "q/one": "../real" };
    write(["real/a.yml", "q/b.yml"], links);
    const [message] = await expectRead(["p/*", "q/*"], ["q/b.yml"], ["pattern-unmatched"]);
    expect(message).toMatch(/"p\/\*" matches no file: "p\/(one|two)" is a link to a directory/);
  });

  test("to files that are read under another name count as a match", async () => {
    write(["data/a.yml"], { "p/a.yml": "../data/a.yml" });
    await expectRead(["p/*", "data/*"], ["data/a.yml"]);
  });
});
