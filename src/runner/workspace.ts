// Paths of the workspace, with their links resolved: nothing outside of it is read.
import { realpath } from "node:fs/promises";
import { join, relative, sep } from "node:path";

/** Where a path leads once its links are resolved. */
export type Resolved =
  | { readonly kind: "inside"; readonly path: string }
  /** Out of the workspace, or into git's own folder, which may have a token. */
  | { readonly kind: "outside" }
  | { readonly kind: "git" }
  | { readonly kind: "missing" };

/** The workspace itself, with its links resolved. */
export async function rootOf(workspace: string): Promise<string> {
  return realpath(workspace).catch(() => workspace);
}

/** Resolves a path below `root`, which has no links itself. */
export async function resolveInside(root: string, path: string): Promise<Resolved> {
  const real = await realpath(join(root, path)).catch(() => undefined);
  if (real === undefined) return { kind: "missing" };
  const below = relative(root, real);
  const names = below.split(sep);
  // On Windows, the relative path to another drive is absolute.
  if (names[0] === ".." || below === real) return { kind: "outside" };
  return names.includes(".git") ? { kind: "git" } : { kind: "inside", path: real };
}
