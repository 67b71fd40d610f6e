// Paths of the workspace, with their links resolved: nothing outside of it is read.
import type { Stats } from "node:fs";
import { lstat, readlink, realpath } from "node:fs/promises";
import { dirname, join, posix, relative, resolve, sep } from "node:path";

/** Where a path leads once its links are resolved. */
export type Resolved =
  | { readonly kind: "inside"; readonly path: string }
  /** Out of the workspace, or into git's own folder, which may have a token. */
  | { readonly kind: "outside" }
  | { readonly kind: "missing" };

/** The workspace itself, with its links resolved. */
export async function rootOf(workspace: string): Promise<string> {
  return realpath(workspace).catch(() => workspace);
}

/** What is at a path, without following a link; undefined where nothing can be seen. */
export async function statOf(path: string): Promise<Stats | undefined> {
  return lstat(path).catch(() => undefined);
}

/** Resolves a path below `root`, which has no links itself. */
export async function resolveInside(root: string, path: string): Promise<Resolved> {
  const real = await realpath(join(root, path)).catch(() => undefined);
  if (real === undefined) return { kind: "missing" };
  const below = relative(root, real);
  const names = below.split(sep);
  // On Windows, the relative path to another drive is absolute.
  if (names[0] === ".." || below === real) return { kind: "outside" };
  return names.includes(".git") ? { kind: "outside" } : { kind: "inside", path: real };
}

/**
 * A directory below `root` with a repository of its own that one of the paths is in. A submodule
 * has a file in place of the directory .git.
 */
export async function nestedRepository(
  root: string,
  paths: readonly string[],
): Promise<string | undefined> {
  const directories = new Set(
    paths.flatMap((path) => {
      const names = path.split("/").slice(0, -1);
      return names.map((_, index) => names.slice(0, index + 1).join("/"));
    }),
  );
  for (const directory of directories) {
    const stats = await lstat(join(root, directory, ".git")).catch(() => undefined);
    if (stats?.isDirectory() === true) return directory;
  }
  return undefined;
}

/** More than any system follows. */
const MAX_LINKS = 64;

/**
 * Every link on the way from `root` to a path in it, and the file that they lead to, from `root`
 * and with forward slashes.
 */
export async function linksTo(root: string, path: string): Promise<readonly string[]> {
  const links: string[] = [];
  let way = "";
  let rest = path.split("/");
  for (let name = rest.shift(); name !== undefined; name = rest.shift()) {
    way = posix.join(way, name);
    const target = await readlink(join(root, way)).catch(() => undefined);
    if (target === undefined) continue;
    links.push(way);
    if (links.length > MAX_LINKS) break;
    const absolute = resolve(dirname(join(root, way)), target);
    rest = [...relative(root, absolute).split(sep), ...rest];
    way = "";
  }
  return [...links, way];
}
