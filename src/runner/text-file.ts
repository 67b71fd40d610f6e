// A text file of the workspace that an input names. Unlike a roster, it may not be a link: what it
// says is reviewed where it is.
import { lstat, readFile, realpath } from "node:fs/promises";
import { join } from "node:path";
import { systemCode } from "../model/errors.js";
import { type Message, msg, quote } from "../model/message.js";
import type { NamedText } from "../model/ports.js";
import { makeProblem, type ProblemCollector } from "../model/problem.js";
import { linksTo, rootOf } from "./workspace.js";

/** More than anyone writes by hand, in bytes. */
const SIZE_LIMIT = 1024 * 1024;

const IS_LINK = msg`is a link, or leads through one; name the file itself`;

/**
 * Reads the UTF-8 file at `path` (from the workspace root). Where it cannot be read, a problem with
 * `input`, the name of the input, is added.
 */
export async function readTextFile(
  workspace: string,
  path: string,
  input: string,
  problems: ProblemCollector,
): Promise<NamedText> {
  const refuse = (why: Message): NamedText => {
    problems.add(makeProblem("invalid-input", msg`${input}: ${quote(path)} ${why}`));
    return { kind: "refused" };
  };
  if (path.split("/").includes(".git"))
    return refuse(msg`is git's own; name a file of the repository`);
  const root = await rootOf(workspace);
  const file = join(root, path);
  try {
    const stats = await lstat(file);
    if (stats.isSymbolicLink() || (await realpath(file)) !== file) {
      return refuse(IS_LINK);
    }
    if (!stats.isFile()) return refuse(msg`is not a file`);
    if (stats.size > SIZE_LIMIT) return refuse(msg`is over 1 MiB`);
    const bytes = await readFile(file);
    return { kind: "text", text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch (error) {
    const code = systemCode(error);
    if (code === "ENOENT" || code === "ENOTDIR") {
      const links = await linksTo(root, path);
      return links.length > 1 ? refuse(IS_LINK) : { kind: "missing" };
    }
    if (code === "ERR_ENCODING_INVALID_ENCODED_DATA") {
      return refuse(msg`is not UTF-8; save it as UTF-8`);
    }
    return refuse(msg`cannot be read (${code ?? "unknown error"})`);
  }
}
