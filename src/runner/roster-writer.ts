// Writes roster files into the workspace: all of them or none, and never through a link.
import { randomBytes } from "node:crypto";
import { link, mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { systemCode } from "../model/errors.js";
import { joinMessages, type Message, msg, quote } from "../model/message.js";
import { type NewContent, NotWritten, type RosterWriter } from "../model/ports.js";
import { rootOf, statOf } from "./workspace.js";

/** Gives a file a second name, if no other file has it. */
type MakeLink = (target: string, name: string) => Promise<void>;

/** Makes the writer of a workspace. */
export function createRosterWriter(workspace: string, makeLink: MakeLink = link): RosterWriter {
  return {
    refuse: async (path, isNew) => refuse(await rootOf(workspace), path, isNew),
    writeAll: async (files) => writeAll(await rootOf(workspace), files, makeLink),
  };
}

async function refuse(root: string, path: string, isNew: boolean): Promise<Message | undefined> {
  const names = path.split("/");
  const folders = names.slice(1).map((_, index) => names.slice(0, index + 1).join("/"));
  for (const folder of folders) {
    const stats = await statOf(join(root, folder));
    if (stats?.isSymbolicLink() === true) {
      return msg`leads through a link, ${quote(folder)}, and an export does not write through one; name another file`;
    }
    if (stats?.isDirectory() === false) {
      return msg`leads through ${quote(folder)}, which is not a directory; name another file`;
    }
  }
  const stats = await statOf(join(root, path));
  if (stats?.isSymbolicLink() === true) {
    return msg`is a link, and an export does not write through one; name another file`;
  }
  if (stats?.isFile() === false) return msg`is not a file; name another one`;
  if (stats === undefined || !isNew) return undefined;
  return msg`is there already, but no pattern of the roster matches it; add one to update the file, or name another file`;
}

/** A file to write, under the names that it has on the way. */
interface Place extends NewContent {
  readonly target: string;
  /** Has the new content until it takes its place. */
  readonly temporary: string;
  /** A second name of the old file, or a copy of it, so that it can be put back. */
  readonly kept: string;
}

/**
 * First every file under another name, so that a full disk changes nothing; then, if all are as they
 * were read, the renames.
 */
async function writeAll(
  root: string,
  files: readonly NewContent[],
  makeLink: MakeLink,
): Promise<void> {
  const places = files.map((file) => placeOf(root, file));
  const done: Place[] = [];
  let stuck: readonly Place[] = [];
  try {
    for (const place of places) await prepare(place);
    for (const place of places) await keepOld(root, place, makeLink);
    for (const place of places) {
      await putInPlace(place, makeLink);
      done.push(place);
    }
  } catch (error) {
    stuck = await putBack(done);
    throw notWritten(error, root, stuck);
  } finally {
    const needed = new Set(stuck.map(({ kept }) => kept));
    const names = places.flatMap(({ temporary, kept }) => [temporary, kept]);
    // What is left of them says nothing about the roster files.
    for (const name of names.filter((one) => !needed.has(one))) {
      await rm(name, { force: true }).catch(() => undefined);
    }
  }
}

function placeOf(root: string, file: NewContent): Place {
  const target = join(root, file.path);
  // Not after the file, whose name may be as long as a name can be.
  const stem = join(dirname(target), `.roster-${randomBytes(8).toString("hex")}`);
  return { ...file, target, temporary: `${stem}.tmp`, kept: `${stem}.old` };
}

/** A file that is there keeps its permissions. */
async function prepare({ target, temporary, bytes }: Place): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  await create(temporary, bytes, (await statOf(target))?.mode);
}

async function create(path: string, bytes: Uint8Array, mode: number | undefined): Promise<void> {
  const file = await open(path, "wx");
  try {
    if (mode !== undefined) await file.chmod(mode & 0o777);
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** What systems say where a file cannot have two names, as on exFAT and some network drives. */
const NO_LINKS: readonly (string | undefined)[] = ["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS"];

/** Whether the link could be made. */
async function hasLinked(makeLink: MakeLink, target: string, name: string): Promise<boolean> {
  try {
    await makeLink(target, name);
    return true;
  } catch (error) {
    if (NO_LINKS.includes(systemCode(error))) return false;
    throw error;
  }
}

/** Keeps the old file under a second name, and makes sure that the new content was made of it. */
async function keepOld(
  root: string,
  { path, before, target, kept }: Place,
  makeLink: MakeLink,
): Promise<void> {
  const flaw = await refuse(root, path, false);
  if (flaw !== undefined) throw new NotWritten(msg`${quote(path)} ${flaw}.`);
  if (before === undefined) return;
  const isLinked = await hasLinked(makeLink, target, kept);
  if (!(await readFile(isLinked ? kept : target)).equals(before)) throw changed(path);
  if (!isLinked) await create(kept, before, (await statOf(target))?.mode);
}

/**
 * A new file takes no one's place. Without links, an empty file takes the name first, and the new
 * one replaces it. Then what someone else writes into the empty file in that moment is lost, and a
 * process that dies there leaves it behind.
 */
async function putInPlace(
  { path, before, target, temporary }: Place,
  makeLink: MakeLink,
): Promise<void> {
  if (before !== undefined) return rename(temporary, target);
  try {
    if (await hasLinked(makeLink, temporary, target)) return;
    await create(target, new Uint8Array(), undefined);
  } catch (error) {
    throw systemCode(error) === "EEXIST" ? changed(path) : error;
  }
  try {
    await rename(temporary, target);
  } catch (error) {
    await rm(target, { force: true });
    throw error;
  }
}

function changed(path: string): NotWritten {
  return new NotWritten(msg`${quote(path)} changed while the export ran. Run it again.`);
}

/** Undoes as much as possible, and returns the rest. */
async function putBack(done: readonly Place[]): Promise<readonly Place[]> {
  const stuck: Place[] = [];
  for (const place of [...done].reverse()) {
    const { before, target, kept } = place;
    await (before === undefined ? rm(target) : rename(kept, target)).catch(() => stuck.push(place));
  }
  return stuck.reverse();
}

function notWritten(error: unknown, root: string, stuck: readonly Place[]): NotWritten {
  const why =
    error instanceof NotWritten
      ? error.explanation
      : msg`The roster files could not be written (${systemCode(error) ?? "unknown error"}). Check the permissions and the space of the workspace, and run again.`;
  const rest = stuck.map(({ path, before, kept }) =>
    before === undefined
      ? msg` The new file ${quote(path)} could not be removed.`
      : msg` ${quote(path)} could not be put back; its old content is in ${quote(relative(root, kept))}.`,
  );
  const paths = stuck.map(({ path }) => path);
  return new NotWritten(joinMessages([why, ...rest], ""), paths);
}
