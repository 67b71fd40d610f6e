// The patterns of the roster input, parsed once: which paths belong to the roster, in the workspace
// and in other commits alike.
import { posix } from "node:path";
import picomatch from "picomatch";

/** One pattern, normalized: no `./`, no `a/../`, no slash at its end. */
export interface Pattern {
  /** As the user wrote it. */
  readonly written: string;
  readonly glob: string;
  readonly matches: (path: string) => boolean;
  /** Whether this directory, or one below it, may have something that matches. */
  readonly reaches: (directory: string) => boolean;
}

export interface RosterPatterns {
  /** Every pattern as the user wrote it. */
  readonly written: readonly string[];
  readonly included: readonly Pattern[];
  readonly excluded: readonly Pattern[];
  /** Whether a path (from the workspace root, with forward slashes) belongs to the roster. */
  readonly matches: (path: string) => boolean;
  /** Whether this directory, or one below it, may have a file that belongs to the roster. */
  readonly reaches: (directory: string) => boolean;
}

/** Parses patterns. One that begins with `!` excludes files, or a directory with its files. */
export function parsePatterns(written: readonly string[]): RosterPatterns {
  const included = written
    .filter((line) => !line.startsWith("!"))
    .map((line) => parsePattern(line, line));
  const excluded = written.filter((line) => line.startsWith("!")).map(parseExclusion);
  const isExcluded = (path: string) => excluded.some(({ matches }) => matches(path));
  return {
    written,
    included,
    excluded,
    matches: (path) => included.some(({ matches }) => matches(path)) && !isExcluded(path),
    reaches: (path) => included.some(({ reaches }) => reaches(path)) && !isExcluded(path),
  };
}

/** What makes a name of a glob more than a name. */
const SPECIAL = /[*?[\]{}()!+@|\\]/;

/**
 * Whether a path or pattern (without `!`) leads out of the workspace, or may do so: a `..` can only
 * take back a plain name.
 */
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

/** The directories at the beginning of a glob that are plain names. */
export function plainStart(glob: string): string[] {
  const names = glob.split("/");
  const special = names.findIndex((name) => SPECIAL.test(name));
  return special === -1 ? names : names.slice(0, special);
}

/** Files whose name begins with a dot count: leaving one out silently would remove its people. */
const OPTIONS = { dot: true, nonegate: true, windows: false } as const;

function parsePattern(written: string, line: string): Pattern {
  const glob = posix.normalize(line).replace(/^\.\/|(?<=.)\/$/g, "");
  const isMatch = picomatch(glob, OPTIONS);
  return { written, glob, matches: (path) => isMatch(path), reaches: reachOf(glob) };
}

function parseExclusion(written: string): Pattern {
  const whole = parsePattern(written, written.slice(1).trim());
  const inside = picomatch(`${whole.glob}/**`, OPTIONS);
  return { ...whole, matches: (path) => whole.matches(path) || inside(path) };
}

function reachOf(glob: string): Pattern["reaches"] {
  // A brace or a bracket may span slashes. Such a pattern is followed from its plain start only.
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
