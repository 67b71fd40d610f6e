// One named text file of the workspace, in real folders: what is read, and what is refused.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { toPlainText } from "../../src/model/message.js";
import { collectProblems } from "../../src/model/problem.js";
import { readTextFile } from "../../src/runner/text-file.js";

const MIB = 1024 * 1024;
let root: string;
let workspace: string;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "workspace-"));
  workspace = join(root, "ws");
  for (const folder of ["ws", "ws/folder", "ws/.git"]) mkdirSync(join(root, folder));
  const write = (path: string, content: string | Uint8Array) =>
    writeFileSync(join(root, path), content);
  write("outside.txt", "outside");
  write("ws/good.txt", "gut, naïve, 名\n");
  write("ws/.git/config", "extraheader = AUTHORIZATION: basic hush");
  write("ws/latin1.txt", Uint8Array.of(0x6e, 0xef, 0x76));
  write("ws/limit.txt", "x".repeat(MIB));
  write("ws/over.txt", "x".repeat(MIB + 1));
  symlinkSync("good.txt", join(workspace, "link.txt"));
  symlinkSync("../outside.txt", join(workspace, "out.txt"));
  symlinkSync("nowhere", join(workspace, "broken.txt"));
  symlinkSync(".git/config", join(workspace, "git.txt"));
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

async function read(path: string) {
  const problems = collectProblems();
  const content = await readTextFile(workspace, path, "approvals-file", problems);
  return {
    content,
    problems: problems.kept.map(({ code, message }) => `${code} ${toPlainText(message)}`),
  };
}

describe("is read", () => {
  test.each([
    ["a file", "good.txt", "gut, naïve, 名\n"],
    ["a link to a file of the workspace", "link.txt", "gut, naïve, 名\n"],
    ["a file of 1 MiB", "limit.txt", "x".repeat(MIB)],
  ])("%s", async (_, path, content) => {
    expect(await read(path)).toEqual({ content, problems: [] });
  });
});

describe("is refused, by the input's name", () => {
  test.each([
    ["what is not there", "none.txt", "is not in the workspace"],
    ["a broken link", "broken.txt", "is not in the workspace"],
    ["a link out of the workspace", "out.txt", "leads out of the workspace"],
    ["git's own files", ".git/config", "is git's own"],
    ["a link to them", "git.txt", "is git's own"],
    ["a folder", "folder", "is no file"],
    ["a file over 1 MiB", "over.txt", "is over 1 MiB"],
    ["another encoding", "latin1.txt", "is not UTF-8"],
  ])("%s", async (_, path, why) => {
    const { content, problems } = await read(path);
    expect(content).toBeUndefined();
    expect(problems).toEqual([
      expect.stringContaining(`invalid-input approvals-file: "${path}" ${why}`),
    ]);
  });
});
