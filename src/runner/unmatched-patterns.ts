// Why a pattern matches no file, in words that help to correct it.
import { lstat } from "node:fs/promises";
import { join } from "node:path";
import { type Message, msg, quote } from "../model/message.js";
import type { ProblemCode } from "../model/problem-codes.js";
import { type Pattern, plainStart, type RosterPatterns } from "../settings/patterns.js";
import { resolveInside } from "./workspace.js";

/** Reports an error, at the first character of the file `path` where there is one. */
export type Fail = (code: ProblemCode, message: Message, path?: string) => void;

/** What the patterns matched. */
interface Matched {
  readonly met: readonly string[];
  readonly skippedDirectories: readonly string[];
}

/** Reports every pattern that brings in no file, also where it matches something else. */
export async function reportUnmatched(
  root: string,
  { included, excluded }: RosterPatterns,
  { met, skippedDirectories }: Matched,
  fail: Fail,
): Promise<void> {
  for (const pattern of included) {
    if (met.some(pattern.matches)) continue;
    const directory = skippedDirectories.find(pattern.matches);
    if (directory !== undefined) fail("pattern-unmatched", linkedDirectory(pattern, directory));
    else if (!(await explainByStart(root, pattern, fail))) {
      const except = excluded.length === 0 ? "" : ", apart from what patterns with ! leave out";
      fail(
        "pattern-unmatched",
        msg`The pattern ${quote(pattern.written)} matches no file${except}. Correct it, or remove it if its accounts are to be removed. Patterns start at the workspace root.`,
      );
    }
  }
}

/** Looks along the plain names at the beginning of a pattern for what stopped it. */
async function explainByStart(root: string, pattern: Pattern, fail: Fail): Promise<boolean> {
  const { written, glob } = pattern;
  const start = plainStart(glob);
  for (let length = 1; length <= start.length; length++) {
    const path = start.slice(0, length).join("/");
    const entry = await lstat(join(root, path)).catch(() => undefined);
    if (entry?.isSymbolicLink() === true) {
      await explainLink(root, pattern, path, fail);
      return true;
    }
    if (path === glob && entry?.isDirectory() === true) {
      fail(
        "not-a-file",
        msg`The pattern ${quote(written)} names a directory. Write ${quote(`${glob}/*.yml`)} for the files in it, or ${quote(`${glob}/**/*.yml`)} for those below it too.`,
      );
      return true;
    }
  }
  return false;
}

async function explainLink(
  root: string,
  pattern: Pattern,
  path: string,
  fail: Fail,
): Promise<void> {
  const target = await resolveInside(root, path);
  if (target.kind === "outside") {
    fail(
      "link-outside-workspace",
      msg`The pattern ${quote(pattern.written)} goes through ${quote(path)}, a link that leads out of the workspace.`,
    );
    return;
  }
  const stats = target.kind === "inside" ? await lstat(target.path) : undefined;
  if (stats?.isDirectory() === true) fail("pattern-unmatched", linkedDirectory(pattern, path));
  else {
    const where = stats === undefined ? "is a broken link" : "is a link to a file";
    fail(
      "pattern-unmatched",
      msg`The pattern ${quote(pattern.written)} matches no file: ${quote(path)} ${where}. Correct the pattern or the link.`,
    );
  }
}

function linkedDirectory({ written }: Pattern, path: string): Message {
  return msg`The pattern ${quote(written)} matches no file: ${quote(path)} is a link to a directory, and linked directories are not followed. Name the directory itself.`;
}
