// Which patterns of the command line are files, where the system cannot even be asked.
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { toPattern } from "../../src/terminal/patterns.js";

let workspace: string;

beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), "patterns-"));
  symlinkSync("loop.yml", join(workspace, "loop.yml"));
  writeFileSync(join(workspace, "[a].yml"), "");
});

afterEach(() => rmSync(workspace, { recursive: true }));

test.each([
  ["[a].yml", "./\\[a\\].yml"],
  ["none.yml", "none.yml"],
  // ELOOP, ENAMETOOLONG, and a file that is taken for a folder.
  ["loop.yml", "loop.yml"],
  ["!loop.yml", "!loop.yml"],
  [`${"x".repeat(300)}.yml`, `${"x".repeat(300)}.yml`],
  ["[a].yml/b.yml", "[a].yml/b.yml"],
])("%s", (written, pattern) => {
  expect(toPattern(written, workspace)).toBe(pattern);
});
