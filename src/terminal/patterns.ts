// The patterns of the command line. One that is an existing file is that file, whatever characters
// its name has: shells replace a glob with names before we see it.
import { realpathSync, statSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";

/** The pattern as the input `roster` has it: from the workspace, files without glob characters. */
export function toPattern(written: string, workspace: string): string {
  const [, exclusion = "", name = ""] = /^(!?)(.*)$/s.exec(written) ?? [];
  const whole = literal(written, workspace);
  if (whole !== undefined) return whole;
  return exclusion === "" ? written : `!${literal(name, workspace) ?? name}`;
}

/** A pattern that matches only this file; undefined where there is none in the workspace. */
function literal(name: string, workspace: string): string | undefined {
  const below = name === "" ? undefined : findFile(resolve(workspace, name), workspace);
  if (below === undefined || isAbsolute(below) || below.split(sep)[0] === "..") return undefined;
  const plain = below.split(sep).join("/");
  const escaped = plain.replace(/[\\*?[\]{}()!+@|^$]/g, "\\$&");
  // A backslash at the start would look like an absolute path.
  return escaped === plain ? plain : `./${escaped}`;
}

/** The way from the workspace to a file; undefined where there is none, or no way to look. */
function findFile(path: string, workspace: string): string | undefined {
  try {
    if (!statSync(path).isFile()) return undefined;
    return relative(realpathSync(workspace), join(realpathSync(dirname(path)), basename(path)));
  } catch {
    return undefined;
  }
}
