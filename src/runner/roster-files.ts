// The roster files of the workspace: which ones the patterns match, and their bytes. Nothing
// outside the workspace is read, and no pattern may silently match nothing: a renamed file must not
// remove its people.
import type { Dirent, Stats } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { systemCode } from "../model/errors.js";
import { type Message, msg } from "../model/message.js";
import { compareText } from "../model/order.js";
import type { RosterFile } from "../model/ports.js";
import { makeProblem, type ProblemCollector } from "../model/problem.js";
import type { ProblemCode } from "../model/problem-codes.js";
import { refuseSize, refuseTotal } from "../roster/syntax/document.js";
import type { RosterPatterns } from "../settings/patterns.js";
import { type Fail, reportUnmatched } from "./unmatched-patterns.js";
import { linksTo, resolveInside, rootOf, statOf } from "./workspace.js";

/**
 * Reads every file that the patterns match, once, in order of path (code units). Adds an error for
 * every pattern that matches nothing, and for everything matched that cannot be read. With
 * `mayBeNone`, the patterns together may match nothing.
 */
export async function readRosterFiles(
  workspace: string,
  patterns: RosterPatterns,
  problems: ProblemCollector,
  mayBeNone = false,
): Promise<readonly RosterFile[]> {
  const fail: Fail = (code, message, path) => {
    const location = path === undefined ? undefined : { file: path, line: 1, column: 1 };
    problems.add(makeProblem(code, message, location));
  };
  const root = await rootOf(workspace);
  const reader = new Reader(root, patterns, fail);
  const entries: Entry[] = [];
  for await (const entry of findEntries(root, "", patterns, fail)) entries.push(entry);
  await reader.readAll(entries);
  if (mayBeNone && entries.length === 0) {
    await reportUnmatched(root, patterns, reader, exceptUnmatched(fail));
  } else if (entries.length > 0 || (await hasFile(root, "", fail))) {
    await reportUnmatched(root, patterns, reader, fail);
  } else fail("pattern-unmatched", NO_FILES);
  return reader.files.sort((one, other) => compareText(one.path, other.path));
}

/** Reports what is wrong with a pattern in any case, such as that it names a directory. */
function exceptUnmatched(fail: Fail): Fail {
  return (code, message, path) => {
    if (code !== "pattern-unmatched") fail(code, message, path);
  };
}

/** An entry of the workspace that the patterns match. */
interface Entry {
  readonly path: string;
  readonly isFile: boolean;
  readonly isLink: boolean;
}

/** Walks the directories that the patterns reach, except linked ones and git's own. */
async function* findEntries(
  root: string,
  directory: string,
  patterns: RosterPatterns,
  fail: Fail,
): AsyncGenerator<Entry> {
  for (const entry of await list(root, directory, fail)) {
    // In a submodule, .git is a file.
    if (entry.name === ".git") continue;
    const path = directory === "" ? entry.name : `${directory}/${entry.name}`;
    if (entry.isDirectory()) {
      if (patterns.reaches(path)) yield* findEntries(root, path, patterns, fail);
    } else if (patterns.matches(path)) {
      yield { path, isFile: entry.isFile(), isLink: entry.isSymbolicLink() };
    }
  }
}

/** Whether anything is in a directory, or below it, that is not a directory. */
async function hasFile(root: string, directory: string, fail: Fail): Promise<boolean> {
  const entries = await list(root, directory, fail);
  if (entries.some((entry) => !entry.isDirectory())) return true;
  for (const { name } of entries) {
    if (await hasFile(root, `${directory}/${name}`, fail)) return true;
  }
  return false;
}

async function list(root: string, directory: string, fail: Fail): Promise<Dirent[]> {
  try {
    return await readdir(join(root, directory), { withFileTypes: true });
  } catch (error) {
    const name = directory === "" ? "the workspace" : "this directory";
    fail(
      "file-unreadable",
      msg`${name} cannot be read (${systemCode(error) ?? "unknown error"}), so a part of the roster may be missing.`,
      directory || undefined,
    );
    return [];
  }
}

/** Reads entries, and notes the result of each. */
class Reader {
  readonly files: RosterFile[] = [];
  /** Paths that were read, or reported as unreadable. */
  readonly met: string[] = [];
  /** Linked directories that a wildcard met, which are not walked. */
  readonly skippedDirectories: string[] = [];
  readonly #root: string;
  readonly #patterns: RosterPatterns;
  readonly #fail: Fail;
  /** Real paths, so that a file that is matched twice is read once. */
  readonly #seen = new Set<string>();
  /** Of all files that were read, in bytes. */
  #size = 0;

  constructor(root: string, patterns: RosterPatterns, fail: Fail) {
    this.#root = root;
    this.#patterns = patterns;
    this.#fail = fail;
  }

  async readAll(entries: readonly Entry[]): Promise<void> {
    // Files before links, so that a file that is matched as both keeps its own name.
    for (const entry of entries.filter(({ isLink }) => !isLink)) await this.#read(entry);
    for (const entry of entries.filter(({ isLink }) => isLink)) await this.#read(entry);
  }

  async #read({ path, isFile, isLink }: Entry): Promise<void> {
    if (isLink) return this.#readLink(path);
    this.met.push(path);
    const real = join(this.#root, path);
    if (isFile) await this.#readFile(path, real, await statOf(real));
    else this.#fail("not-a-file", NOT_A_FILE, path);
  }

  async #readLink(path: string): Promise<void> {
    const target = await resolveInside(this.#root, path);
    const stats = target.kind === "inside" ? await statOf(target.path) : undefined;
    if (stats?.isDirectory() === true && !this.#isNamed(path)) {
      this.skippedDirectories.push(path);
      return;
    }
    this.met.push(path);
    if (target.kind === "missing") {
      this.#fail("broken-link", msg`Broken symbolic link. Correct or remove it.`, path);
    } else if (target.kind === "outside") {
      this.#fail(
        "link-outside-workspace",
        msg`This link leads out of the workspace, and only files in it are read. Put the file itself here.`,
        path,
      );
    } else if (stats?.isDirectory() === true) {
      this.#fail(
        "not-a-file",
        msg`This is a link to a directory, and linked directories are not followed.`,
        path,
      );
    } else if (!ROSTER_EXTENSION.test(target.path)) {
      this.#fail(
        "wrong-extension",
        msg`This link leads to a file that does not end in .yml, .yaml or .json. Put the file itself here.`,
        path,
      );
    } else await this.#readFile(path, target.path, stats, await linksTo(this.#root, path));
  }

  /** Whether a pattern is this very path, so that it was meant to be read. */
  #isNamed(path: string): boolean {
    return this.#patterns.included.some(({ glob }) => glob === path);
  }

  async #readFile(
    path: string,
    real: string,
    stats: Stats | undefined,
    links?: readonly string[],
  ): Promise<void> {
    if (this.#seen.has(real)) return;
    this.#seen.add(real);
    const total = this.#size + (stats?.size ?? 0);
    const refusal = refuse(path, stats, total);
    if (refusal !== undefined) return this.#fail(refusal.code, refusal.message, path);
    this.#size = total;
    try {
      this.files.push({ path, bytes: await readFile(real), links });
    } catch (error) {
      this.#fail(
        "file-unreadable",
        msg`This file cannot be read (${systemCode(error) ?? "unknown error"}).`,
        path,
      );
    }
  }
}

function refuse(
  path: string,
  stats: Stats | undefined,
  total: number,
): { readonly code: ProblemCode; readonly message: Message } | undefined {
  if (stats?.isFile() === false) return { code: "not-a-file", message: NOT_A_FILE };
  if (!ROSTER_EXTENSION.test(path)) {
    const message = msg`A roster file ends in .yml, .yaml or .json. Rename this file, or leave it out with a pattern that begins with !.`;
    return { code: "wrong-extension", message };
  }
  const message = refuseSize(stats?.size ?? 0) ?? refuseTotal(total);
  return message === undefined ? undefined : { code: "file-too-large", message };
}

const NO_FILES = msg`The workspace has no files, so there is no roster in it. Is the step actions/checkout missing before this one?`;
const ROSTER_EXTENSION = /\.(?:ya?ml|json)$/i;
const NOT_A_FILE = msg`This is not a file but something else (a device, a pipe, a socket). Leave it out with a pattern that begins with !.`;
