// A text file of the workspace that an input names, by the same rules as roster files.
import { readFile, stat } from "node:fs/promises";
import { type Message, msg, quote } from "../model/message.js";
import { makeProblem, type ProblemCollector } from "../model/problem.js";
import { resolveInside, rootOf } from "./workspace.js";

/** More than anyone writes by hand, in bytes. */
const SIZE_LIMIT = 1024 * 1024;

/**
 * Reads the UTF-8 file at `path` (from the workspace root). Where that cannot be: undefined, and a
 * problem with `input`, the name of the input.
 */
export async function readTextFile(
  workspace: string,
  path: string,
  input: string,
  problems: ProblemCollector,
): Promise<string | undefined> {
  const refuse = (why: Message) => {
    problems.add(makeProblem("invalid-input", msg`${input}: ${quote(path)} ${why}`));
    return undefined;
  };
  const target = await resolveInside(await rootOf(workspace), path);
  switch (target.kind) {
    case "missing":
      return refuse(
        msg`is not in the workspace; check the path, and that the repository is checked out`,
      );
    case "git":
      return refuse(msg`is git's own; name a file of the repository`);
    case "outside":
      return refuse(msg`leads out of the workspace; put the file itself there`);
  }
  const stats = await stat(target.path);
  if (!stats.isFile()) return refuse(msg`is no file`);
  if (stats.size > SIZE_LIMIT) return refuse(msg`is over 1 MiB`);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await readFile(target.path));
  } catch {
    return refuse(msg`is not UTF-8; save it as UTF-8`);
  }
}
