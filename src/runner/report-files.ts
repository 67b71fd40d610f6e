// The files that a run leaves on the runner: the report and, beside it, the backups. Both may hold personal data, so only the
// runner's user can read them.
import { createHash } from "node:crypto";
import { closeSync, mkdirSync, openSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, extname, join, resolve } from "node:path";

const DEFAULT_NAME = "vanta-roster-report.json";
const PRIVATE = 0o600;

/**
 * Makes sure, before anything is sent, that the report can be written; returns its absolute path. A default name that is taken
 * already (by an earlier step of the job) gets a number; a file that the user named is overwritten. Throws what the file system says.
 */
export function reserveReportFile(
  named: string | undefined,
  places: { readonly workspace: string; readonly temp: string | undefined },
): string {
  if (named !== undefined) {
    const path = resolve(places.workspace, named);
    mkdirSync(dirname(path), { recursive: true });
    closeSync(openSync(path, "a", PRIVATE));
    removeBackups(path);
    return path;
  }
  const folder = resolve(places.temp ?? tmpdir());
  mkdirSync(folder, { recursive: true });
  for (let step = 1; ; step += 1) {
    const path = join(folder, numbered(DEFAULT_NAME, step));
    if (createIfFree(path)) return path;
  }
}

/** Writes the report over its reservation. */
export function writeReportFile(path: string, content: string): void {
  writeFileSync(path, content, { mode: PRIVATE });
}

/** Writes the backup of one resource beside the report; returns the glob of all backups of that report, and of nothing else. */
export function writeBackup(reportFile: string, resourceId: string, content: string): string {
  writeFileSync(`${backupStem(reportFile)}${fileName(resourceId)}.json`, content, {
    mode: PRIVATE,
  });
  // What means something in a glob is matched as any one character.
  return `${backupStem(reportFile).replace(/[[\]{}()*?!]/g, "?")}*.json`;
}

function backupStem(reportFile: string): string {
  return join(dirname(reportFile), `${basename(reportFile, extname(reportFile))}.backup-`);
}

/** An earlier run's backups beside the same report would be undone together with this run's. */
function removeBackups(reportFile: string): void {
  const stem = basename(backupStem(reportFile));
  for (const name of readdirSync(dirname(reportFile))) {
    if (name.startsWith(stem) && name.endsWith(".json")) rmSync(join(dirname(reportFile), name));
  }
}

function createIfFree(path: string): boolean {
  try {
    closeSync(openSync(path, "wx", PRIVATE));
    return true;
  } catch (error) {
    if (typeof error === "object" && error !== null && "code" in error && error.code === "EEXIST")
      return false;
    throw error;
  }
}

function numbered(name: string, step: number): string {
  const extension = extname(name);
  return step === 1 ? name : `${basename(name, extension)}-${step}${extension}`;
}

/** A resource ID as a part of a file name: itself where it is plain, else with a hash, so that no two are alike. */
function fileName(resourceId: string): string {
  if (/^[\w-]{1,100}$/.test(resourceId)) return resourceId;
  const hash = createHash("sha256").update(resourceId).digest("hex").slice(0, 12);
  return `${resourceId.replace(/[^\w-]+/g, "-").slice(0, 80)}-${hash}`;
}
