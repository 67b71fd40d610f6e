// One text file of the workspace that an input names, in real folders.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { toPlainText } from "../../src/model/message.js";
import { collectProblems } from "../../src/model/problem.js";
import { readTextFile } from "../../src/runner/text-file.js";

const MIB = 1024 * 1024;
const root = mkdtempSync(join(tmpdir(), "text-file-"));
const workspace = join(root, "ws");

beforeAll(() => {
  for (const folder of ["ws", "ws/folder", "ws/.git"]) mkdirSync(join(root, folder));
  const files = {
    "outside.txt": "outside",
    "ws/good.txt": "gut, naïve, 名\n",
    "ws/folder/.gitignore": "not git's own",
    "ws/.git/config": "extraheader = AUTHORIZATION: basic hush",
    "ws/latin1.txt": Uint8Array.of(0x6e, 0xef, 0x76),
    "ws/limit.txt": "x".repeat(MIB),
    "ws/over.txt": "x".repeat(MIB + 1),
  };
  for (const [path, content] of Object.entries(files)) writeFileSync(join(root, path), content);
  const links = {
    "ws/link.txt": "good.txt",
    "ws/out.txt": "../outside.txt",
    "ws/broken.txt": "nowhere",
    "ws/linked": "folder",
    "linked-workspace": "ws",
  };
  for (const [path, target] of Object.entries(links)) symlinkSync(target, join(root, path));
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

async function read(path: string, folder = workspace) {
  const problems = collectProblems();
  const content = await readTextFile(folder, path, "approvals-file", problems);
  const found = problems.kept.map(({ code, message }) => `${code} ${toPlainText(message)}`);
  return { content, found };
}

test.each([
  ["a file", "good.txt", "gut, naïve, 名\n"],
  ["a file with a name like git's", "folder/.gitignore", "not git's own"],
  ["a file of 1 MiB", "limit.txt", "x".repeat(MIB)],
])("%s is read", async (_, path, text) => {
  expect(await read(path)).toEqual({ content: { kind: "text", text }, found: [] });
});

test("a file of a workspace that is itself a link is read", async () => {
  const { content } = await read("good.txt", join(root, "linked-workspace"));
  expect(content).toMatchObject({ kind: "text" });
});

test.each([
  ["a file", "none.txt"],
  ["a folder", "none/approvals.txt"],
  ["a folder that is a file", "good.txt/approvals.txt"],
])("%s that is not there is no problem", async (_, path) => {
  expect(await read(path)).toEqual({ content: { kind: "missing" }, found: [] });
});

const LINK = "is a link, or leads through one; name the file itself";

test.each([
  ["a link", "link.txt", LINK],
  ["a broken link", "broken.txt", LINK],
  ["a link out of the workspace", "out.txt", LINK],
  ["a file behind a linked folder", "linked/.gitignore", LINK],
  ["a missing file behind a linked folder", "linked/none.txt", LINK],
  ["git's own file", ".git/config", "is git's own"],
  ["a folder", "folder", "is not a file"],
  ["a file over 1 MiB", "over.txt", "is over 1 MiB"],
  ["another encoding", "latin1.txt", "is not UTF-8"],
])("%s is refused", async (_, path, why) => {
  const { content, found } = await read(path);
  expect(content).toEqual({ kind: "refused" });
  expect(found).toEqual([
    expect.stringContaining(`invalid-input approvals-file: "${path}" ${why}`),
  ]);
});
