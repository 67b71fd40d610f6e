// One named text file of the workspace, by the same rule as roster files: nothing outside of it is read, by link neither.
import { readFile, realpath, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { type Message, msg, quote } from "../model/message.js";
import { makeProblem, type ProblemCollector } from "../model/problem.js";

/** More than anybody writes by hand, in bytes. */
const LIMIT = 1024 * 1024;

/** Reads the UTF-8 file at `path` (from the workspace root); undefined, and a problem, where that cannot be. `input` names who asks. */
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
  const root = await realpath(workspace).catch(() => workspace);
  const real = await realpath(join(root, path)).catch(() => undefined);
  if (real === undefined)
    return refuse(
      msg`is not in the workspace; check the path, and that the repository is checked out`,
    );
  const names = relative(root, real).split(sep);
  // What git keeps for itself may hold a token, and a line that is no digest is quoted.
  if (names.includes(".git")) return refuse(msg`is git's own; name a file of the repository`);
  if (names[0] === "..") return refuse(msg`leads out of the workspace; put the file itself there`);
  const entry = await stat(real);
  if (!entry.isFile()) return refuse(msg`is no file`);
  if (entry.size > LIMIT) return refuse(msg`is over 1 MiB`);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await readFile(real));
  } catch {
    return refuse(msg`is not UTF-8; save it as UTF-8`);
  }
}
