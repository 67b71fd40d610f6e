// An export writes all files or none. What it refuses to write is in scenarios/export.test.ts.
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { toPlainText } from "../../src/model/message.js";
import { type NewContent, NotWritten } from "../../src/model/ports.js";
import { createRosterWriter } from "../../src/runner/roster-writer.js";

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "writer-"));
  writeFileSync(join(root, "old.yml"), "before");
  chmodSync(join(root, "old.yml"), 0o640);
});

afterEach(() => rmSync(root, { recursive: true }));

/** A file whose new content was made of `before`. */
const file = (path: string, before?: string): NewContent => ({
  path,
  bytes: Buffer.from("after"),
  before: before === undefined ? undefined : Buffer.from(before),
});
const OLD = file("old.yml", "before");
const writeAll = (...files: readonly NewContent[]) => createRosterWriter(root).writeAll(files);
const paths = () => readdirSync(root, { recursive: true, encoding: "utf8" }).sort();
const textOf = (path: string) => readFileSync(join(root, path), "utf8");

/** Why the files are not written, and which could not be put back. */
async function failureOf(...files: readonly NewContent[]) {
  const error: unknown = await writeAll(...files).catch((thrown: unknown) => thrown);
  if (!(error instanceof NotWritten)) throw error;
  return { why: toPlainText(error.explanation), stuck: error.stuck };
}

test("writes files that are there, with their permissions, and new ones, with their folders", async () => {
  const long = `${"x".repeat(250)}.yml`;
  await writeAll(OLD, file("a/b/new.yml"), file(long));
  for (const path of ["old.yml", "a/b/new.yml", long]) expect(textOf(path)).toBe("after");
  expect(statSync(join(root, "old.yml")).mode & 0o777).toBe(0o640);
  expect(paths()).toEqual(["a", "a/b", "a/b/new.yml", "old.yml", long].sort());
});

test("changes nothing where a file cannot be written", async () => {
  writeFileSync(join(root, "file"), "");
  expect(await failureOf(OLD, file("file/new.yml"))).toEqual({
    why: "The roster files could not be written (EEXIST). Check the permissions and the space of the workspace, and run again.",
    stuck: [],
  });
  expect(textOf("old.yml")).toBe("before");
  expect(paths()).toEqual(["file", "old.yml"]);
});

test.each([
  ["was edited", file("old.yml", "earlier"), '"old.yml" changed while the export ran.'],
  ["was created", file("new.yml"), '"new.yml" changed while the export ran.'],
  ["became a link", file("link.yml", "before"), '"link.yml" is a link,'],
])("changes nothing where a file %s after it was read", async (_, other, why) => {
  writeFileSync(join(root, "first.yml"), "before");
  writeFileSync(join(root, "new.yml"), "theirs");
  symlinkSync("old.yml", join(root, "link.yml"));
  const before = paths();
  const failure = await failureOf(file("first.yml", "before"), other);
  expect(failure.why.startsWith(why)).toBe(true);
  expect(failure.stuck).toEqual([]);
  expect(["first.yml", "old.yml", "new.yml"].map(textOf)).toEqual(["before", "before", "theirs"]);
  expect(paths()).toEqual(before);
});

test("puts back what was there where a later file cannot take its place", async () => {
  // The second new.yml meets the first one.
  await failureOf(OLD, file("new.yml"), file("new.yml"));
  expect(textOf("old.yml")).toBe("before");
  expect(statSync(join(root, "old.yml")).mode & 0o777).toBe(0o640);
  expect(paths()).toEqual(["old.yml"]);
});

describe("where a file cannot have two names", () => {
  /** As exFAT and some network drives answer. */
  const failWith = (code: string) => async () => {
    throw Object.assign(new Error(code), { code });
  };
  const unlinked = (code: string, ...files: readonly NewContent[]) =>
    createRosterWriter(root, failWith(code)).writeAll(files);

  test.each(["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS"])("%s: writes the same", async (code) => {
    await unlinked(code, OLD, file("new.yml"));
    expect([textOf("old.yml"), textOf("new.yml")]).toEqual(["after", "after"]);
    expect(statSync(join(root, "old.yml")).mode & 0o777).toBe(0o640);
    expect(paths()).toEqual(["new.yml", "old.yml"]);
  });

  test("overwrites no file that was made or edited after it was read", async () => {
    writeFileSync(join(root, "theirs.yml"), "theirs");
    for (const other of [file("theirs.yml"), file("theirs.yml", "before")]) {
      await expect(unlinked("EPERM", OLD, file("new.yml"), other)).rejects.toThrow(NotWritten);
      expect([textOf("old.yml"), textOf("theirs.yml")]).toEqual(["before", "theirs"]);
      expect(statSync(join(root, "old.yml")).mode & 0o777).toBe(0o640);
      expect(paths()).toEqual(["old.yml", "theirs.yml"]);
    }
  });

  test("fails for any other reason", async () => {
    await expect(unlinked("EIO", OLD)).rejects.toThrow(NotWritten);
    expect(textOf("old.yml")).toBe("before");
  });
});

test("puts back all that it can, and names the rest and its old content", async () => {
  writeFileSync(join(root, "stuck.yml"), "before");
  const news = Array.from({ length: 50 }, (_, index) => file(`new${index}.yml`));
  const path = join(root, "stuck.yml");
  // A folder takes the place of the file as soon as it has its new content.
  const sabotage = () => {
    if (readFileSync(path, "utf8") === "before") setImmediate(sabotage);
    else {
      rmSync(path);
      mkdirSync(path);
    }
  };
  sabotage();
  const stuck = file("stuck.yml", "before");
  const failure = await failureOf(OLD, stuck, ...news, file("new0.yml"));
  const [kept = ""] = paths().filter((one) => one.endsWith(".old"));
  expect(failure).toEqual({
    why: `"new0.yml" changed while the export ran. Run it again. "stuck.yml" could not be put back; its old content is in "${kept}".`,
    stuck: ["stuck.yml"],
  });
  expect([textOf(kept), textOf("old.yml")]).toEqual(["before", "before"]);
  expect(paths()).toEqual([kept, "old.yml", "stuck.yml"].sort());
});
