// Patterns → the bytes of roster files. Nothing outside the workspace is read, and no pattern may silently match nothing: a
// file that was renamed must not remove its people.
import type { Dirent } from "node:fs";
import { lstat, readdir, readFile, realpath } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import type { RosterFile } from "../ports.js";
import type { ProblemCollector } from "../problem.js";
import { quote, type Text, text } from "../text.js";
import type { RosterCode } from "./codes.js";
import { refuseSize } from "./document.js";
import { compilePatterns, leadsOut, type Pattern, type Patterns, plainStart } from "./patterns.js";

export { matchesPatterns } from "./patterns.js";

/** An entry of the workspace that the patterns mean. */
interface Found {
  readonly path: string;
  readonly entry: Dirent;
}

type Fail = (code: RosterCode, message: Text, path?: string) => void;

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
    problems.add({ severity: "error", code, message, ...(path !== undefined && { place: { file: path, line: 1, column: 1 } }) });
  const compiled = compilePatterns(patterns);
  if (compiled.wanted.length === 0) {
    fail("no-pattern", text`The input roster names no file: it needs at least one pattern that does not begin with !.`);
    return [];
  }
  const root = await realpath(workspace).catch(() => workspace);
  const found = await find(root, compiled, fail);
  await checkPatterns(root, compiled, found, fail);
  const files: RosterFile[] = [];
  const seen = new Set<string>();
  // Files before links, so that a file that is matched by both is known by its own name.
  for (const one of found.sort((one, other) => rank(one) - rank(other))) {
    const file = await read(root, one, compiled, seen, fail);
    if (file !== undefined) files.push(file);
  }
  return files.sort((one, other) => (one.path < other.path ? -1 : 1));
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
        if (entry.name !== ".git" && wanted.some(({ reaches }) => reaches(path))) directories.push(path);
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
      text`${name} cannot be read (${codeOf(error)}), so a part of the roster may be missing.`,
      directory || undefined,
    );
    return [];
  }
}

async function checkPatterns(root: string, { wanted, leftOut }: Patterns, found: readonly Found[], fail: Fail): Promise<void> {
  for (const pattern of wanted) {
    if (leadsOut(pattern)) {
      fail(
        "pattern-outside-workspace",
        text`The pattern ${quote(pattern.written)} leads out of the workspace. Write it from the workspace root, without / at its beginning or .. in it.`,
      );
    } else if (!found.some(({ path }) => pattern.matches(path))) await explainUnmatched(root, pattern, leftOut, fail);
  }
}

async function explainUnmatched(root: string, { written, glob }: Pattern, leftOut: readonly Pattern[], fail: Fail): Promise<void> {
  const start = plainStart(glob);
  for (let length = 1; length <= start.length; length++) {
    const path = start.slice(0, length).join("/");
    const entry = await lstat(join(root, path)).catch(() => undefined);
    if (entry?.isSymbolicLink() === true) {
      const inside = await targetIn(root, path);
      if (inside === "outside")
        fail(
          "link-outside-workspace",
          text`The pattern ${quote(written)} goes through ${quote(path)}, a link that leads out of the workspace.`,
        );
      else
        fail(
          "pattern-unmatched",
          text`The pattern ${quote(written)} matches no file: ${quote(path)} is a link to a directory, and linked directories are not walked. Name the directory itself.`,
        );
      return;
    }
    if (path === glob && entry?.isDirectory() === true) {
      fail(
        "not-a-file",
        text`The pattern ${quote(written)} names a directory. Write ${quote(`${glob}/*.yml`)} for the files in it, or ${quote(`${glob}/**/*.yml`)} for those below it too.`,
      );
      return;
    }
  }
  const excluded = leftOut.length === 0 ? "" : " that no pattern with ! leaves out";
  fail(
    "pattern-unmatched",
    text`The pattern ${quote(written)} matches no file${excluded}. Correct it, or remove it if its people are to be removed; patterns begin at the workspace root.`,
  );
}

async function read(
  root: string,
  { path, entry }: Found,
  { wanted }: Patterns,
  seen: Set<string>,
  fail: Fail,
): Promise<RosterFile | undefined> {
  if (!entry.isFile() && !entry.isSymbolicLink()) {
    fail("not-a-file", NO_FILE, path);
    return undefined;
  }
  const real = entry.isSymbolicLink() ? await targetIn(root, path) : join(root, path);
  if (real === "broken") fail("broken-link", text`This link leads nowhere. Correct or remove it.`, path);
  else if (real === "outside")
    fail(
      "link-outside-workspace",
      text`This link leads out of the workspace, and only files in it are read. Put the file itself here.`,
      path,
    );
  if (real === "broken" || real === "outside" || seen.has(real)) return undefined;
  seen.add(real);
  return await readBytes(
    real,
    path,
    wanted.some(({ glob }) => glob === path),
    fail,
  );
}

/** Where a link leads: an absolute path in the workspace, out of it, or nowhere. What git keeps for itself counts as outside. */
async function targetIn(root: string, path: string): Promise<string | "outside" | "broken"> {
  const real = await realpath(join(root, path)).catch(() => undefined);
  if (real === undefined) return "broken";
  const names = relative(root, real).split(sep);
  return names[0] === ".." || names.includes(".git") || relative(root, real) === real ? "outside" : real;
}

async function readBytes(real: string, path: string, isNamed: boolean, fail: Fail): Promise<RosterFile | undefined> {
  const entry = await lstat(real).catch(() => undefined);
  if (entry?.isDirectory() === true) {
    // A linked directory that a wildcard meets is not walked; one that is named was meant to be read.
    if (isNamed) fail("not-a-file", text`This is a link to a directory, and linked directories are not walked.`, path);
    return undefined;
  }
  if (entry?.isFile() === false) {
    fail("not-a-file", NO_FILE, path);
    return undefined;
  }
  if (!/\.(?:ya?ml|json)$/i.test(path)) {
    fail(
      "wrong-extension",
      text`A roster file ends in .yml, .yaml or .json. Rename this file, or leave it out with a pattern that begins with !.`,
      path,
    );
    return undefined;
  }
  const refusal = refuseSize(path, entry?.size ?? 0);
  if (refusal !== undefined) {
    fail("file-too-large", refusal, path);
    return undefined;
  }
  try {
    return { path, bytes: await readFile(real) };
  } catch (error) {
    fail("file-unreadable", text`This file cannot be read (${codeOf(error)}).`, path);
    return undefined;
  }
}

const NO_FILE = text`This is no file but something else (a device, a pipe, a socket).`;

/** The largest text file beside the roster, in bytes. */
const TEXT_LIMIT = 1024 * 1024;

/** Reads one text file of the workspace that is no roster; undefined where it cannot be read, for which an error is added. */
export async function readTextFile(workspace: string, path: string, problems: ProblemCollector): Promise<string | undefined> {
  const fail = (why: string): undefined => {
    problems.add({ severity: "error", code: "file-unreadable", message: text`The file ${quote(path)} ${why}` });
    return undefined;
  };
  const root = await realpath(workspace).catch(() => workspace);
  const real = await targetIn(root, path);
  if (real === "broken") return fail("is not in the workspace: no such file. Write its path from the workspace root.");
  if (real === "outside") return fail("lies outside of the workspace. Only files in it are read.");
  const entry = await lstat(real).catch(() => undefined);
  if (entry?.isFile() !== true) return fail("is no file.");
  if (entry.size > TEXT_LIMIT) return fail("is larger than 1 MiB.");
  const bytes = await readFile(real).catch(() => undefined);
  if (bytes === undefined) return fail("cannot be read. Check its permissions.");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return fail("is not UTF-8 text. Save it as UTF-8.");
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "unknown error";
}
