// The patterns of the roster input: which paths they mean, in the workspace and in other commits alike.
import { posix } from "node:path";
import picomatch from "picomatch";

/** One pattern, made plain: no `./`, no `a/../`, no slash at its end. */
export interface Pattern {
  /** As it was written. */
  readonly written: string;
  readonly glob: string;
  readonly matches: (path: string) => boolean;
  /** Whether something in this directory, or below it, may match. */
  readonly reaches: (directory: string) => boolean;
}

export interface Patterns {
  readonly wanted: readonly Pattern[];
  readonly leftOut: readonly Pattern[];
}

const COMPILED = new WeakMap<readonly string[], Patterns>();

/** Compiles patterns; those that begin with `!` leave out. The same array is compiled once. */
export function compilePatterns(patterns: readonly string[]): Patterns {
  const known = COMPILED.get(patterns);
  if (known !== undefined) return known;
  const lines = patterns.map((line) => line.trim()).filter((line) => line !== "");
  const compiled: Patterns = {
    wanted: lines.filter((line) => !line.startsWith("!")).map((line) => compile(line, line)),
    leftOut: lines.filter((line) => line.startsWith("!")).map((line) => compileLeaveOut(line)),
  };
  COMPILED.set(patterns, compiled);
  return compiled;
}

/** Whether a path (from the workspace root, forward slashes) belongs to the roster: matched by a pattern, left out by none. */
export function matchesPatterns(path: string, patterns: readonly string[]): boolean {
  const { wanted, leftOut } = compilePatterns(patterns);
  return (
    wanted.some(({ matches }) => matches(path)) && !leftOut.some(({ matches }) => matches(path))
  );
}

/** Whether a path or pattern (without `!`) leads out of the workspace, or may do so: a `..` can take back a plain name only. */
export function leadsOut(glob: string): boolean {
  const kept: string[] = [];
  for (const name of glob.split("/").filter((part) => part !== "" && part !== ".")) {
    if (name !== "..") kept.push(name);
    else if (SPECIAL.test(kept.pop() ?? "*")) return true;
  }
  return (
    posix.isAbsolute(glob) ||
    /^[A-Za-z]:/.test(glob) ||
    kept.some((name) => name.split(/[\\{},()|]/).includes(".."))
  );
}

/** What makes a name of a glob more than a name. */
const SPECIAL = /[*?[\]{}()!+@|\\]/;

/** The directories at the beginning of a glob that are plain names. */
export function plainStart(glob: string): string[] {
  const names = glob.split("/");
  const special = names.findIndex((name) => SPECIAL.test(name));
  return special === -1 ? names : names.slice(0, special);
}

function compile(written: string, line: string): Pattern {
  const glob = posix.normalize(line).replace(/^\.\/|(?<=.)\/$/g, "");
  const isMatch = picomatch(glob, OPTIONS);
  return { written, glob, matches: (path) => isMatch(path), reaches: reachOf(glob) };
}

/** Dot files count: to leave one out silently would remove its people. */
const OPTIONS = { dot: true, nonegate: true, windows: false } as const;

/** `!folder` leaves out all that is in it, too. */
function compileLeaveOut(written: string): Pattern {
  const whole = compile(written, written.slice(1).trim());
  const inside = picomatch(`${whole.glob}/**`, OPTIONS);
  return { ...whole, matches: (path) => whole.matches(path) || inside(path) };
}

function reachOf(glob: string): Pattern["reaches"] {
  // A brace or a bracket may span slashes, so such a pattern is followed from its plain start only.
  const segments = /[{(\\]/.test(glob)
    ? [...plainStart(glob), "**"]
    : glob.split("/").filter((segment) => segment !== "");
  const matchers = segments.map((segment) => picomatch(segment, OPTIONS));
  return (directory) => {
    const names = directory.split("/");
    for (const [index, name] of names.entries()) {
      if (segments[index]?.includes("**") === true) return true;
      if (segments[index] !== name && matchers[index]?.(name) !== true) return false;
    }
    return names.length < segments.length;
  };
}
