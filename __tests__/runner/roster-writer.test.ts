// An export writes all files or none. What it refuses to write is in scenarios/export.test.ts.
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { createRosterWriter } from "../../src/runner/roster-writer.js";

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "writer-"));
  writeFileSync(join(root, "old.yml"), "before");
  chmodSync(join(root, "old.yml"), 0o640);
});

afterEach(() => rmSync(root, { recursive: true }));

const file = (path: string, text = "after") => ({ path, bytes: new TextEncoder().encode(text) });
const writeAll = (...paths: readonly string[]) =>
  createRosterWriter(root).writeAll(paths.map((path) => file(path)));
const paths = () => readdirSync(root, { recursive: true, encoding: "utf8" }).sort();

test("writes files that are there, with their permissions, and new ones, with their folders", async () => {
  const long = `${"x".repeat(250)}.yml`;
  await writeAll("old.yml", "a/b/new.yml", long);
  for (const path of ["old.yml", "a/b/new.yml", long])
    expect(readFileSync(join(root, path), "utf8")).toBe("after");
  expect(statSync(join(root, "old.yml")).mode & 0o777).toBe(0o640);
  expect(paths()).toEqual(["a", "a/b", "a/b/new.yml", "old.yml", long].sort());
});

test("changes nothing where a file cannot be written", async () => {
  mkdirSync(join(root, "folder.yml"));
  await expect(writeAll("old.yml", "folder.yml")).rejects.toThrow("EISDIR");
  expect(readFileSync(join(root, "old.yml"), "utf8")).toBe("before");
  expect(paths()).toEqual(["folder.yml", "old.yml"]);
});

test("puts back what was there where a later file cannot take its place", async () => {
  // The folder of the last file takes the place of the one before it.
  await expect(writeAll("old.yml", "new.yml", "a.yml", "a.yml/b.yml")).rejects.toThrow("EISDIR");
  expect(readFileSync(join(root, "old.yml"), "utf8")).toBe("before");
  expect(statSync(join(root, "old.yml")).mode & 0o777).toBe(0o640);
  expect(paths()).toEqual(["a.yml", "old.yml"]);
});
