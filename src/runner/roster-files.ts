// Patterns → the bytes of roster files. Nothing outside the workspace is read, and no pattern may silently match nothing: a
// file that was renamed must not remove its people.
import type { Dirent, Stats } from "node:fs";
import { lstat, readdir, readFile, realpath } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { type Message, msg, quote } from "../model/message.js";
import type { RosterFile } from "../model/ports.js";
import { makeProblem, type ProblemCollector } from "../model/problem.js";
import type { ProblemCode } from "../model/problem-codes.js";
import { refuseSize } from "../roster/syntax/document.js";
import { compilePatterns, type Pattern, type Patterns, plainStart } from "../settings/patterns.js";

export { matchesPatterns } from "../settings/patterns.js";

/** An entry of the workspace that the patterns mean. */
interface Found {
  readonly path: string;
  readonly entry: Dirent;
}

type Fail = (code: ProblemCode, message: Message, path?: string) => void;

/**
 * Reads every file of the workspace that the patterns match, in order of path (code units), each once. Adds an error for every
 * pattern that matches nothing and for everything matched that cannot be read.
 */
export async function readRosterFiles(
  workspace: string,
  patterns: readonly string[],
  problems: ProblemCollector,
): Promise<readonly RosterFile[]> {
  const fail: Fail = (code, message, path) =>
    problems.add(
      makeProblem(
        code,
        message,
        path === undefined ? undefined : { file: path, line: 1, column: 1 },
      ),
    );
  const compiled = compilePatterns(patterns);
  const root = await realpath(workspace).catch(() => workspace);
  const found = await find(root, compiled, fail);
  const files: RosterFile[] = [];
  const passedOver = new Set<string>();
  const seen = new Set<string>();
  // Files before links, so that a file that is matched by both is known by its own name.
  for (const one of found.sort((one, other) => rank(one) - rank(other))) {
    const file = await read(root, one, compiled, seen, fail);
    if (file === "passed over") passedOver.add(one.path);
    else if (file !== undefined) files.push(file);
  }
  const met = found.map(({ path }) => path).filter((path) => !passedOver.has(path));
  await checkPatterns(root, compiled, { met, passedOver }, fail);
  return files.sort((one, other) => (one.path < other.path ? -1 : 1));
}

/** The paths that the patterns match: `met` are read, or it is reported why not; `passedOver` are linked directories. */
interface Matched {
  readonly met: readonly string[];
  readonly passedOver: ReadonlySet<string>;
}

function rank({ entry }: Found): number {
  return entry.isSymbolicLink() ? 1 : 0;
}

/** Walks the directories that the patterns reach, but no linked ones, and not git's own. */
async function find(root: string, { wanted, leftOut }: Patterns, fail: Fail): Promise<Found[]> {
  const found: Found[] = [];
  const directories = [""];
  for (let directory = directories.pop(); directory !== undefined; directory = directories.pop()) {
    const entries = await list(root, directory, fail);
    for (const entry of entries) {
      const path = directory === "" ? entry.name : `${directory}/${entry.name}`;
      if (leftOut.some(({ matches }) => matches(path))) continue;
      if (entry.isDirectory()) {
        if (entry.name !== ".git" && wanted.some(({ reaches }) => reaches(path)))
          directories.push(path);
      } else if (wanted.some(({ matches }) => matches(path))) found.push({ path, entry });
    }
  }
  return found;
}

async function list(root: string, directory: string, fail: Fail): Promise<Dirent[]> {
  try {
    return await readdir(join(root, directory), { withFileTypes: true });
  } catch (error) {
    const name = directory === "" ? "the workspace" : "this directory";
    fail(
      "file-unreadable",
      msg`${name} cannot be read (${codeOf(error)}), so a part of the roster may be missing.`,
      directory || undefined,
    );
    return [];
  }
}

/** A pattern that brings in no file is an error, also where it matches something that is none. */
async function checkPatterns(
  root: string,
  { wanted, leftOut }: Patterns,
  { met, passedOver }: Matched,
  fail: Fail,
): Promise<void> {
  for (const pattern of wanted) {
    if (!met.some(pattern.matches)) {
      const directory = [...passedOver].find(pattern.matches);
      if (directory === undefined) await explainUnmatched(root, pattern, leftOut, fail);
      else fail("pattern-unmatched", linkedDirectory(pattern, directory));
    }
  }
}

function linkedDirectory({ written }: Pattern, path: string): Message {
  return msg`The pattern ${quote(written)} matches no file: ${quote(path)} is a link to a directory, and linked directories are not walked. Name the directory itself.`;
}

async function explainUnmatched(
  root: string,
  pattern: Pattern,
  leftOut: readonly Pattern[],
  fail: Fail,
): Promise<void> {
  const { written, glob } = pattern;
  const start = plainStart(glob);
  for (let length = 1; length <= start.length; length++) {
    const path = start.slice(0, length).join("/");
    const entry = await lstat(join(root, path)).catch(() => undefined);
    if (entry?.isSymbolicLink() === true) {
      const inside = await targetIn(root, path);
      if (inside === "outside")
        fail(
          "link-outside-workspace",
          msg`The pattern ${quote(written)} goes through ${quote(path)}, a link that leads out of the workspace.`,
        );
      else fail("pattern-unmatched", linkedDirectory(pattern, path));
      return;
    }
    if (path === glob && entry?.isDirectory() === true) {
      fail(
        "not-a-file",
        msg`The pattern ${quote(written)} names a directory. Write ${quote(`${glob}/*.yml`)} for the files in it, or ${quote(`${glob}/**/*.yml`)} for those below it too.`,
      );
      return;
    }
  }
  const excluded = leftOut.length === 0 ? "" : ", apart from what patterns with ! leave out";
  fail(
    "pattern-unmatched",
    msg`The pattern ${quote(written)} matches no file${excluded}. Correct it, or remove it if its people are to be removed; patterns begin at the workspace root.`,
  );
}

/** Reads what was found. Undefined where it is read already, or cannot be read, for which an error is added. */
async function read(
  root: string,
  { path, entry }: Found,
  { wanted }: Patterns,
  seen: Set<string>,
  fail: Fail,
): Promise<RosterFile | "passed over" | undefined> {
  if (!entry.isFile() && !entry.isSymbolicLink()) {
    fail("not-a-file", NO_FILE, path);
    return undefined;
  }
  const real = entry.isSymbolicLink() ? await targetIn(root, path) : join(root, path);
  if (real === "broken")
    fail("broken-link", msg`This link leads nowhere. Correct or remove it.`, path);
  else if (real === "outside")
    fail(
      "link-outside-workspace",
      msg`This link leads out of the workspace, and only files in it are read. Put the file itself here.`,
      path,
    );
  if (real === "broken" || real === "outside") return undefined;
  const target = await lstat(real).catch(() => undefined);
  if (target?.isDirectory() === true) {
    // A linked directory that a wildcard meets is not walked; one that is named was meant to be read.
    if (!wanted.some(({ glob }) => glob === path)) return "passed over";
    fail(
      "not-a-file",
      msg`This is a link to a directory, and linked directories are not walked.`,
      path,
    );
    return undefined;
  }
  if (seen.has(real)) return undefined;
  seen.add(real);
  return await readBytes(real, path, target, fail);
}

/** Where a link leads: an absolute path in the workspace, out of it, or nowhere. What git keeps for itself counts as outside. */
async function targetIn(root: string, path: string): Promise<string | "outside" | "broken"> {
  const real = await realpath(join(root, path)).catch(() => undefined);
  if (real === undefined) return "broken";
  const names = relative(root, real).split(sep);
  return names[0] === ".." || names.includes(".git") || relative(root, real) === real
    ? "outside"
    : real;
}

async function readBytes(
  real: string,
  path: string,
  target: Stats | undefined,
  fail: Fail,
): Promise<RosterFile | undefined> {
  if (target?.isFile() === false) {
    fail("not-a-file", NO_FILE, path);
    return undefined;
  }
  if (!/\.(?:ya?ml|json)$/i.test(path)) {
    fail(
      "wrong-extension",
      msg`A roster file ends in .yml, .yaml or .json. Rename this file, or leave it out with a pattern that begins with !.`,
      path,
    );
    return undefined;
  }
  const refusal = refuseSize(path, target?.size ?? 0);
  if (refusal !== undefined) {
    fail("file-too-large", refusal, path);
    return undefined;
  }
  try {
    return { path, bytes: await readFile(real) };
  } catch (error) {
    fail("file-unreadable", msg`This file cannot be read (${codeOf(error)}).`, path);
    return undefined;
  }
}

const NO_FILE = msg`This is no file but something else (a device, a pipe, a socket).`;

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "unknown error";
}
