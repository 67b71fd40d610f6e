// Writes roster files into the workspace: all of them or none, and never through a link.
import { randomBytes } from "node:crypto";
import type { Stats } from "node:fs";
import { lstat, mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Message, msg, quote } from "../model/message.js";
import type { RosterWriter } from "../model/ports.js";
import { rootOf } from "./workspace.js";

type File = Parameters<RosterWriter["writeAll"]>[0][number];

/** Makes the writer of a workspace. */
export function createRosterWriter(workspace: string): RosterWriter {
  return {
    refuse: async (path, isNew) => refuse(await rootOf(workspace), path, isNew),
    writeAll: async (files) => writeAll(await rootOf(workspace), files),
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
  return msg`is there already, but roster does not match it; match it with roster to update it, or name another file`;
}

async function statOf(path: string): Promise<Stats | undefined> {
  return lstat(path).catch(() => undefined);
}

/** What a file was before; `undefined`: there was none. */
interface Place {
  readonly path: string;
  readonly temporary: string;
  readonly before: { readonly bytes: Uint8Array; readonly mode: number } | undefined;
}

/** First every file under another name, so that a full disk changes nothing; then the renames. */
async function writeAll(root: string, files: readonly File[]): Promise<void> {
  const places: Place[] = [];
  const renamed: Place[] = [];
  try {
    for (const { path, bytes } of files) {
      const place = await placeOf(join(root, path));
      places.push(place);
      await mkdir(dirname(place.path), { recursive: true });
      await create(place.temporary, bytes, place.before?.mode);
    }
    for (const place of places) {
      await rename(place.temporary, place.path);
      renamed.push(place);
    }
  } catch (error) {
    for (const place of renamed) await restore(place);
    throw error;
  } finally {
    for (const { temporary } of places) await rm(temporary, { force: true });
  }
}

async function placeOf(path: string): Promise<Place> {
  // Not after the file, whose name may be as long as a name can be.
  const temporary = join(dirname(path), `.roster-${randomBytes(8).toString("hex")}.tmp`);
  const stats = await statOf(path);
  const before = stats && { bytes: await readFile(path), mode: stats.mode & 0o777 };
  return { path, temporary, before };
}

/** A file that is there keeps its permissions. */
async function create(path: string, bytes: Uint8Array, mode: number | undefined): Promise<void> {
  const file = await open(path, "wx");
  try {
    if (mode !== undefined) await file.chmod(mode);
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function restore({ path, temporary, before }: Place): Promise<void> {
  if (before === undefined) return rm(path, { force: true });
  await create(temporary, before.bytes, before.mode);
  await rename(temporary, path);
}
