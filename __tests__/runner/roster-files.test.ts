// Patterns in real folders, with real links: what is read, what is refused, and that nothing is left out in silence.
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

function write(...paths: string[]): void {
  for (const path of paths) {
    mkdirSync(dirname(join(workspace, path)), { recursive: true });
    writeFileSync(join(workspace, path), path);
  }
}

function link(path: string, target: string): void {
  mkdirSync(dirname(join(workspace, path)), { recursive: true });
  symlinkSync(target, join(workspace, path));
}

async function read(...patterns: string[]) {
  const problems = collectProblems();
  const files = await readRosterFiles(workspace, parsePatterns(patterns), problems);
  return {
    paths: files.map(({ path }) => path),
    found: problems.kept.map(({ code, location }) =>
      location === undefined ? code : `${code} ${location.file}`,
    ),
    messages: problems.kept.map(({ message }) => toPlainText(message)),
    files,
  };
}

describe("patterns", () => {
  test("match files in order of path, each once", async () => {
    write(
      "roster/b.yml",
      "roster/a.yaml",
      "roster/B.json",
      "roster/sub/c.yml",
      "other.yml",
      ".hidden/d.yml",
    );
    expect((await read("roster/*.yml", "roster/**/*", "roster/b.yml")).paths).toEqual([
      "roster/B.json",
      "roster/a.yaml",
      "roster/b.yml",
      "roster/sub/c.yml",
    ]);
    expect(await read("**/*.yml")).toMatchObject({
      paths: [".hidden/d.yml", "other.yml", "roster/b.yml", "roster/sub/c.yml"],
      found: [],
    });
    expect((await read("./roster/*.{yml,yaml}", "other.yml")).paths).toEqual([
      "other.yml",
      "roster/a.yaml",
      "roster/b.yml",
    ]);
    expect((await read("{roster/sub,.hidden}/*.yml")).paths).toEqual([
      ".hidden/d.yml",
      "roster/sub/c.yml",
    ]);
    expect((await read("r*/s?b/[a-c].yml")).paths).toEqual(["roster/sub/c.yml"]);
  });

  test("hold the bytes of the files", async () => {
    write("a.yml");
    expect(Buffer.from((await read("a.yml")).files[0]?.bytes ?? []).toString()).toBe("a.yml");
  });

  test("with ! leave out, wherever they stand, directories with all that is in them", async () => {
    write("r/a.yml", "r/drafts/b.yml", "r/drafts/deep/c.yml", "r/d.yml");
    expect((await read("!r/d.yml", "r/**/*.yml", "!r/drafts")).paths).toEqual(["r/a.yml"]);
    expect((await read("r/**/*.yml", "!r/drafts/")).paths).toEqual(["r/a.yml", "r/d.yml"]);
    expect((await read("r/**/*.yml", "!**/c.yml")).paths).toEqual([
      "r/a.yml",
      "r/d.yml",
      "r/drafts/b.yml",
    ]);
  });

  test("mean a file by its very name, too", async () => {
    write("[team].yml", "users(1).yml", "#a.yml", "~b.yml");
    expect((await read("[team].yml", "users(1).yml", "#a.yml", "~b.yml")).paths).toEqual([
      "#a.yml",
      "[team].yml",
      "users(1).yml",
      "~b.yml",
    ]);
  });

  test("must all match, so that a renamed file does not remove its people", async () => {
    write("a.yml", "roster/b.yml");
    const { found, messages, paths } = await read(
      "a.yml",
      "users.yml",
      "team-*.yml",
      "roster/*.json",
    );
    expect(paths).toEqual(["a.yml"]);
    expect(found).toEqual(["pattern-unmatched", "pattern-unmatched", "pattern-unmatched"]);
    expect(messages[0]).toContain('"users.yml"');
  });

  test("must match something that is not left out", async () => {
    write("a.yml");
    const { found, messages } = await read("a.yml", "!a.yml");
    expect(found).toEqual(["pattern-unmatched"]);
    expect(messages[0]).toContain(
      '"a.yml" matches no file, apart from what patterns with ! leave out.',
    );
  });

  test("that name a directory say how to name its files", async () => {
    write("roster/a.yml");
    for (const pattern of ["roster", "roster/", "./roster"]) {
      const { found, messages } = await read(pattern);
      expect(found).toEqual(["not-a-file"]);
      expect(messages[0]).toContain("roster/**/*.yml");
    }
  });

  test("do not match what git keeps for itself", async () => {
    write(".git/config.yml", "sub/.git/x.yml", "a.yml");
    expect((await read("**/*.yml")).paths).toEqual(["a.yml"]);
    expect((await read(".git/config.yml")).found).toEqual(["pattern-unmatched"]);
  });

  test("in a workspace that is not there", async () => {
    rmSync(workspace, { recursive: true });
    expect((await read("a.yml")).found).toEqual(["file-unreadable", "pattern-unmatched"]);
    mkdirSync(workspace);
  });
});

describe("files", () => {
  test("of another kind are errors, unless they are left out", async () => {
    write("r/a.yml", "r/README.md", "r/users.csv", "r/b.yml.bak", "r/noextension");
    expect(await read("r/**")).toMatchObject({
      paths: ["r/a.yml"],
      found: expect.arrayContaining([
        "wrong-extension r/README.md",
        "wrong-extension r/users.csv",
        "wrong-extension r/b.yml.bak",
        "wrong-extension r/noextension",
      ]),
    });
    expect(await read("r/*", "!r/README.md", "!r/*.{csv,bak}", "!r/noextension")).toMatchObject({
      paths: ["r/a.yml"],
      found: [],
    });
  });

  test("over the limit are not read", async () => {
    write("a.yml", "b.yml", "a.json", "b.json");
    const MiB = 1024 * 1024;
    truncateSync(join(workspace, "a.yml"), 16 * MiB);
    truncateSync(join(workspace, "b.yml"), 16 * MiB + 1);
    truncateSync(join(workspace, "a.json"), 128 * MiB);
    truncateSync(join(workspace, "b.json"), 128 * MiB + 1);
    const { paths, found } = await read("*");
    expect(paths).toEqual(["a.json", "a.yml"]);
    expect(found.sort()).toEqual(["file-too-large b.json", "file-too-large b.yml"]);
  });

  test("that are no files are never opened: a pipe would wait for ever", async () => {
    write("a.yml");
    execFileSync("mkfifo", [join(workspace, "pipe.yml")]);
    link("link.yml", "pipe.yml");
    expect(await read("*.yml")).toMatchObject({
      paths: ["a.yml"],
      found: ["not-a-file pipe.yml", "not-a-file link.yml"],
    });
  });
});

describe("links", () => {
  test("to a file in the workspace are read, once", async () => {
    write("data/a.yml");
    link("roster/link.yml", "../data/a.yml");
    expect(await read("roster/*.yml")).toMatchObject({ paths: ["roster/link.yml"], found: [] });
    expect(await read("roster/*.yml", "data/a.yml")).toMatchObject({
      paths: ["data/a.yml"],
      found: [],
    });
  });

  test("out of the workspace are refused, by file and by directory", async () => {
    mkdirSync(join(base, "outside"));
    writeFileSync(join(base, "outside/a.yml"), "[]");
    link("a.yml", join(base, "outside/a.yml"));
    link("b.yml", "../outside/a.yml");
    link("dir", "../outside");
    expect(await read("*.yml")).toMatchObject({
      paths: [],
      found: ["link-outside-workspace a.yml", "link-outside-workspace b.yml"],
    });
    expect(await read("dir/*.yml")).toMatchObject({ paths: [], found: ["link-outside-workspace"] });
    expect(await read("dir/a.yml")).toMatchObject({ paths: [], found: ["link-outside-workspace"] });
  });

  test("into a sibling whose name begins like the workspace's are out of it", async () => {
    mkdirSync(join(base, "workspace-2"));
    writeFileSync(join(base, "workspace-2/a.yml"), "[]");
    link("a.yml", "../workspace-2/a.yml");
    expect((await read("a.yml")).found).toEqual(["link-outside-workspace a.yml"]);
  });

  test("to what git keeps for itself are refused: a token may stand there", async () => {
    write(".git/config");
    link("a.yml", ".git/config");
    expect(await read("a.yml")).toMatchObject({
      paths: [],
      found: ["link-outside-workspace a.yml"],
    });
  });

  test("that lead nowhere, or in a circle, are errors if they match", async () => {
    write("c.yml");
    link("a.yml", "gone.yml");
    link("b.yml", "b.yml");
    expect(await read("*.yml")).toMatchObject({
      paths: ["c.yml"],
      found: ["broken-link a.yml", "broken-link b.yml"],
    });
    expect(await read("c.yml")).toMatchObject({ paths: ["c.yml"], found: [] });
  });

  test("to directories are not walked", async () => {
    write("real/a.yml", "b.yml");
    link("linked", "real");
    link("loop", ".");
    expect(await read("**/*.yml")).toMatchObject({ paths: ["b.yml", "real/a.yml"], found: [] });
    expect(await read("**")).toMatchObject({ paths: ["b.yml", "real/a.yml"], found: [] });
    const { found, messages } = await read("linked/*.yml");
    expect(found).toEqual(["pattern-unmatched"]);
    expect(messages[0]).toContain("not walked");
    expect((await read("linked")).found).toEqual(["not-a-file linked"]);
  });

  test("to directories are no match: a pattern that matches nothing else must not be taken for an empty roster", async () => {
    write("real/a.yml", "q/b.yml");
    link("p/one", "../real");
    link("p/two", "../real");
    link("q/one", "../real");
    const { paths, found, messages } = await read("p/*", "q/*");
    expect([paths, found]).toEqual([["q/b.yml"], ["pattern-unmatched"]]);
    expect(messages[0]).toMatch(/"p\/\*" matches no file: "p\/(one|two)" is a link to a directory/);
  });

  test("to files that are read under another name are a match", async () => {
    write("data/a.yml");
    link("p/a.yml", "../data/a.yml");
    expect(await read("p/*", "data/*")).toMatchObject({ paths: ["data/a.yml"], found: [] });
  });
});

describe("matchesPatterns says the same of paths that are not there", () => {
  test.each<[string, readonly string[], boolean]>([
    ["roster/a.yml", ["roster/*.yml"], true],
    ["roster/sub/a.yml", ["roster/*.yml"], false],
    ["roster/sub/a.yml", ["roster/**/*.yml"], true],
    ["roster/a.yml", ["roster/**/*.yml"], true],
    ["roster/a.yml", ["./roster/a.yml"], true],
    [".github/a.yml", ["**/*.yml"], true],
    ["roster/a.yml", ["roster/*.yml", "!roster/a.yml"], false],
    ["roster/drafts/a.yml", ["!roster/drafts", "roster/**"], false],
    ["roster/a.yml", ["!roster/b.yml"], false],
    ["[team].yml", ["[team].yml"], true],
    ["t.yml", ["[team].yml"], true],
    ["outside.yml", ["../outside.yml"], false],
    ["roster/README.md", ["roster/*"], true],
  ])("%s in %j: %j", (path, patterns, expected) =>
    expect(parsePatterns(patterns).matches(path)).toBe(expected),
  );

  test("of every file in a folder", async () => {
    const paths = ["a.yml", "b/a.yml", "b/c/a.json", ".d/e.yaml", "b/c/d/x.yml"];
    write(...paths);
    for (const patterns of [
      ["**/*"],
      ["b/**"],
      ["*/*.yml", "*.yml"],
      ["**/a.*", "!b/c"],
      ["{b,.d}/**"],
      ["b/*/*.json"],
    ]) {
      expect([patterns, (await read(...patterns)).paths]).toEqual([
        patterns,
        paths.filter((path) => parsePatterns(patterns).matches(path)).sort(),
      ]);
    }
  });
});
