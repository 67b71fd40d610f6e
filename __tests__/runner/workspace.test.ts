// A repository in a directory of the workspace, whose paths are not those that GitHub knows.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "@jest/globals";
import { nestedRepository } from "../../src/runner/workspace.js";

const root = mkdtempSync(join(tmpdir(), "workspace-"));
for (const folder of [".git", "config/access", "config/.git", "lib"]) {
  mkdirSync(join(root, folder), { recursive: true });
}
writeFileSync(join(root, "lib/.git"), "gitdir: ../.git/modules/lib");
afterAll(() => rmSync(root, { recursive: true }));

test.each([
  ["a file of the workspace's own repository", ["a.yml", "access/a.yml"], undefined],
  ["a file of a submodule", ["lib/a.yml"], undefined],
  ["a file of another repository", ["a.yml", "config/access/a.yml"], "config"],
  ["a file at its root", ["config/a.yml"], "config"],
])("%s", async (_, paths, expected) => {
  expect(await nestedRepository(root, paths)).toBe(expected);
});
