// The files that a run leaves on the runner: the report, and beside it the backups. Both may have
// personal data, so only the runner's user can read them.
import { createHash } from "node:crypto";
import { closeSync, mkdirSync, openSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, extname, join, relative, resolve } from "node:path";
import { errorMessage, systemCode } from "../model/errors.js";
import { type Message, msg, quote, reply } from "../model/message.js";
import { makeProblem, type Problem } from "../model/problem.js";
import { scrub } from "../model/secrets.js";
import type { RosterPatterns } from "../settings/patterns.js";

const DEFAULT_NAME = "vanta-roster-report.json";
const PRIVATE = 0o600;

/** What decides where a report may be written. */
export interface ReportPlaces {
  readonly workspace: string;
  /** The runner's temporary folder. */
  readonly temp: string | undefined;
  /** Files that a report must not overwrite. */
  readonly roster: RosterPatterns | undefined;
  readonly secrets: Iterable<string>;
}

/** The absolute path of the report; and why it is not where it should be, or nowhere. */
export interface ReservedReport {
  readonly path?: string | undefined;
  readonly problem?: Problem | undefined;
}

/**
 * Reserves the report's place before anything is sent: a run that cannot be reported as asked does
 * not start, and reports that at the default place.
 */
export function reserveReport(named: string | undefined, places: ReportPlaces): ReservedReport {
  const { workspace, roster, secrets } = places;
  const refuse = (why: Message): ReservedReport => {
    const problem = makeProblem("invalid-input", msg`report-file: ${why}`);
    return named === undefined ? { problem } : { ...reserveReport(undefined, places), problem };
  };
  if (named !== undefined) {
    const path = relative(workspace, resolve(workspace, named)).replaceAll("\\", "/");
    if (roster?.matches(path) === true) {
      return refuse(
        msg`${quote(named)} is a file that the roster's patterns match, and would be overwritten; name another file`,
      );
    }
  }
  try {
    return { path: named === undefined ? reserveDefault(places) : reserveNamed(named, places) };
  } catch (error) {
    const why = scrub(errorMessage(error), secrets);
    return refuse(
      msg`cannot be written (${reply(why)}); name a file in a folder that the runner may write to`,
    );
  }
}

/** A file that the user named is overwritten. */
function reserveNamed(named: string, { workspace }: ReportPlaces): string {
  const path = resolve(workspace, named);
  mkdirSync(dirname(path), { recursive: true });
  closeSync(openSync(path, "a", PRIVATE));
  removeBackups(path);
  return path;
}

/** A default name that an earlier step of the job has taken gets a number. */
function reserveDefault({ temp }: ReportPlaces): string {
  const folder = resolve(temp ?? tmpdir());
  mkdirSync(folder, { recursive: true });
  for (let step = 1; ; step += 1) {
    const path = join(folder, numbered(DEFAULT_NAME, step));
    if (createIfFree(path)) return path;
  }
}

/** Writes the report at its reserved place. */
export function writeReport(path: string, content: string): void {
  writeFileSync(path, content, { mode: PRIVATE });
}

/** Writes the backup of a resource beside the report. Returns a glob of all backups of the run. */
export function writeBackup(reportFile: string, resourceId: string, content: string): string {
  const stem = backupStem(reportFile);
  writeFileSync(`${stem}${toFileName(resourceId)}.json`, content, { mode: PRIVATE });
  // `?` matches what is special in a glob.
  return `${stem.replace(/[[\]{}()*?!]/g, "?")}*.json`;
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
    if (systemCode(error) === "EEXIST") return false;
    throw error;
  }
}

function numbered(name: string, step: number): string {
  const extension = extname(name);
  return step === 1 ? name : `${basename(name, extension)}-${step}${extension}`;
}

/** A resource ID as part of a file name: itself where it is plain, else with a hash. */
function toFileName(resourceId: string): string {
  if (/^[\w-]{1,100}$/.test(resourceId)) return resourceId;
  const hash = createHash("sha256").update(resourceId).digest("hex").slice(0, 12);
  return `${resourceId.replace(/[^\w-]+/g, "-").slice(0, 80)}-${hash}`;
}
