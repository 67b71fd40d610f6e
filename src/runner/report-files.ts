// The files that a run leaves on the runner: the report, and beside it the backups. Both may have
// personal data, so only the runner's user can read them. Neither is ever written through a link.
import { randomBytes } from "node:crypto";
import {
  closeSync,
  lstatSync,
  mkdtempSync,
  openSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, extname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { systemCode } from "../model/errors.js";
import { toFileName } from "../model/file-names.js";
import { type Message, msg, quote } from "../model/message.js";
import { makeProblem, type Problem } from "../model/problem.js";
import type { RosterPatterns } from "../settings/patterns.js";
import { makeFolders } from "./folders.js";

const DEFAULT_NAME = "vanta-roster-report.json";
const PRIVATE = 0o600;

/** What decides where a report may be written; absent where an input is not valid. */
export interface ReportPlaces {
  readonly workspace: string;
  /** The runner's temporary folder. */
  readonly temp: string;
  /** Whether others use `temp` too: the default report then gets a folder of its own in it. */
  readonly isShared?: boolean | undefined;
  /** Files that a report must not overwrite. */
  readonly roster: RosterPatterns | undefined;
  readonly approvalsFile: string | undefined;
  /** All that an export may make. */
  readonly exportFiles: readonly string[];
  /** The file with the credentials: absolute, or from the workspace. */
  readonly credentialsFile?: string | undefined;
}

/** The runner's temporary folder, or the system's. */
export function tempFolder(runnerTemp: string | undefined): string {
  return resolve(runnerTemp || tmpdir());
}

/** What is wrong with the place that the user named. Nothing is written. */
export function checkReportFile(named: string, places: ReportPlaces): Problem | undefined {
  try {
    const flaw = findFlaw(named, places);
    return flaw && makeProblem("invalid-input", msg`report-file: ${quote(named)} ${flaw}`);
  } catch (error) {
    return cannotWrite(named, error);
  }
}

function cannotWrite(named: string | undefined, error: unknown): Problem {
  const file = named === undefined ? "" : msg`${quote(named)} `;
  const code = systemCode(error) ?? "unknown error";
  const message = msg`report-file: ${file}cannot be written (${code}); name a file in a folder that can be written to`;
  return makeProblem("invalid-input", message);
}

function findFlaw(named: string, places: ReportPlaces): Message | undefined {
  const { workspace, temp } = places;
  const path = resolve(workspace, named);
  if (!isAbsolute(named) && path !== workspace && !isBelow(workspace, path)) {
    return msg`leads out of the workspace; write a path in it, or an absolute one`;
  }
  const link = findLink(path, [workspace, temp]);
  if (link !== undefined) {
    return link === path
      ? msg`is a link, and the report is not written through one; name another file`
      : msg`leads through a link, ${quote(link)}, and the report is not written through one; name another file`;
  }
  if (lstatSync(path, { throwIfNoEntry: false })?.isFile() === false) {
    return msg`is not a file; name another one`;
  }
  return findOtherUse(path, places);
}

/** Why a report at this path would overwrite what the run reads or writes, or git does. */
function findOtherUse(path: string, places: ReportPlaces): Message | undefined {
  const { workspace, roster, approvalsFile, exportFiles, credentialsFile } = places;
  if (
    credentialsFile !== undefined &&
    realOf(path) === realOf(resolve(workspace, credentialsFile))
  ) {
    return msg`is the file with the credentials, and would be overwritten; name another file`;
  }
  for (const inWorkspace of pathsInWorkspace(path, workspace)) {
    if (inWorkspace.split("/").includes(".git")) {
      return msg`is in git's own folder; name another file`;
    }
    if (roster?.matches(inWorkspace) === true) {
      return msg`is a file that the roster's patterns match, and would be overwritten; name another file`;
    }
    if (isSamePath(approvalsFile, inWorkspace)) {
      return msg`is the approvals-file, and would be overwritten; name another file`;
    }
    if (exportFiles.some((one) => isSamePath(one, inWorkspace))) {
      return msg`is the export-file, or one of those that it stands for, and would be overwritten; name another file`;
    }
  }
  return undefined;
}

function isSamePath(named: string | undefined, inWorkspace: string): boolean {
  return named !== undefined && resolve("/", named) === resolve("/", inWorkspace);
}

function isBelow(folder: string, path: string): boolean {
  const below = relative(folder, path);
  return below !== "" && below.split(sep)[0] !== ".." && !isAbsolute(below);
}

/**
 * The first link on the way to a path, below one of the folders; the path itself, wherever it is.
 */
function findLink(path: string, folders: readonly string[]): string | undefined {
  const folder = folders.find((one) => isBelow(one, path)) ?? dirname(path);
  let way = folder;
  for (const name of relative(folder, path).split(sep)) {
    way = join(way, name);
    if (lstatSync(way, { throwIfNoEntry: false })?.isSymbolicLink() === true) return way;
  }
  return undefined;
}

/** The path from the workspace, as written and as it really is, with forward slashes. */
function pathsInWorkspace(path: string, workspace: string): readonly string[] {
  const real = join(realOf(dirname(path)), basename(path));
  return [relative(workspace, path), relative(realOf(workspace), real)].map((one) =>
    one.replaceAll("\\", "/"),
  );
}

/** Resolves the links of a path, as far as it exists. */
function realOf(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    const parent = dirname(folder);
    return parent === folder ? folder : join(realOf(parent), basename(folder));
  }
}

/** The absolute path of the report; or why it can be written nowhere. */
export interface ReservedReport {
  readonly path?: string | undefined;
  readonly problem?: Problem | undefined;
}

/**
 * Makes sure, before anything is sent, that the report can be written where the user wants it, or
 * at the default place. A run that cannot be reported as asked does not start.
 */
export function reserveReport(named: string | undefined, places: ReportPlaces): ReservedReport {
  try {
    return { path: named === undefined ? reserveDefault(places) : reserveNamed(named, places) };
  } catch (error) {
    const problem = cannotWrite(named, error);
    return named === undefined ? { problem } : { ...reserveReport(undefined, places), problem };
  }
}

function reserveNamed(named: string, { workspace }: ReportPlaces): string {
  const path = resolve(workspace, named);
  makeFolders(dirname(path));
  const attempt = temporaryName(path);
  createFile(attempt);
  rmSync(attempt);
  return path;
}

/** A default name that an earlier step of the job has taken gets a number. */
function reserveDefault({ temp, isShared = false }: ReportPlaces): string {
  makeFolders(temp);
  // Created with mode 0700.
  const folder = isShared ? mkdtempSync(join(temp, "vanta-roster-")) : temp;
  for (let step = 1; ; step += 1) {
    const path = join(folder, numbered(DEFAULT_NAME, step));
    try {
      createFile(path);
      return path;
    } catch (error) {
      if (systemCode(error) !== "EEXIST") throw error;
    }
  }
}

function numbered(name: string, step: number): string {
  const extension = extname(name);
  return step === 1 ? name : `${basename(name, extension)}-${step}${extension}`;
}

/** Creates an empty file; throws where there is one, or a link. */
function createFile(path: string): void {
  closeSync(openSync(path, "wx", PRIVATE));
}

function temporaryName(path: string): string {
  return join(dirname(path), `.${basename(path)}.${randomBytes(6).toString("hex")}.tmp`);
}

/** Writes the report; what was at its place is replaced. */
export function writeReport(path: string, content: string): void {
  const temporary = temporaryName(path);
  try {
    writeFileSync(temporary, content, { mode: PRIVATE, flag: "wx" });
    renameSync(temporary, path);
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** Writes the backup of a resource. Returns a glob that matches the backups of this run only. */
export type WriteBackup = (resourceId: string, parts: Iterable<string>) => string;

/** Makes the writer of a run's backups, beside its report. No file of an earlier run is touched. */
export function createBackupWriter(reportFile: string, startedAt: Date): WriteBackup {
  let stem: string | undefined;
  return (resourceId, parts) => {
    stem ??= freeStem(reportFile, startedAt);
    const path = `${stem}-${toFileName(resourceId)}.json`;
    writeParts(path, parts);
    // `?` matches what is special in a glob.
    return `${stem.replace(/[[\]{}()*?!]/g, "?")}-*.json`;
  };
}

/** Writes a new file, or none. */
function writeParts(path: string, parts: Iterable<string>): void {
  const file = openSync(path, "wx", PRIVATE);
  try {
    for (const part of parts) writeFileSync(file, part);
  } catch (error) {
    // Half a backup looks like a whole one.
    rmSync(path, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
}

/**
 * What the names of this run's backups begin with, such as `/tmp/report.backup-20260301T120000Z`.
 */
function freeStem(reportFile: string, startedAt: Date): string {
  const folder = dirname(reportFile);
  const time = startedAt.toISOString().replace(/\.\d+|[-:]/g, "");
  const stem = `${basename(reportFile, extname(reportFile))}.backup-${time}`;
  const taken = readdirSync(folder).filter((name) => name.startsWith(stem));
  const free = [stem, ...taken.map((_, index) => `${stem}_${index + 2}`)].find(
    (one) => !taken.some((name) => name.startsWith(`${one}-`)),
  );
  return join(folder, free ?? stem);
}
