// Roster files and current accounts → what an export has to change in each file. No text is edited
// here.
import { isActive, type Row } from "../model/account.js";
import { newFiles } from "../model/file-names.js";
import { compareText } from "../model/order.js";
import type { RosterFile } from "../model/ports.js";
import { liveRows } from "../plan/rows.js";
import { readSource, type Source } from "../roster/source.js";
import { parseDocument } from "../roster/syntax/document.js";
import { compareFile, type FileDifference } from "./compare.js";

/** What Vanta returned for a resource, deleted rows included. */
export interface ExportResource {
  readonly resourceId: string;
  readonly rows: readonly Row[];
}

export interface ExportRequest {
  /** Valid roster files; none for an export that starts from nothing. */
  readonly files: readonly RosterFile[];
  /** For files that do not name their own. */
  readonly resourceId: string | undefined;
  /** Every resource of the files; in an export that starts from nothing, those to write. */
  readonly resources: readonly ExportResource[];
  /** A path from the workspace root. */
  readonly exportFile: string;
  readonly now: Date;
}

/** The differences of a file, and the rows to append to it. */
export interface FilePlan {
  readonly file: RosterFile;
  readonly source: Source;
  readonly resourceId: string;
  readonly difference: FileDifference;
  readonly appended: readonly Row[];
}

/** Whether an export has something to do in a file. */
export function isChanged({ difference: { changed, takenOut }, appended }: FilePlan): boolean {
  return changed.length + takenOut.length + appended.length > 0;
}

/** A file to make. */
export interface NewFilePlan {
  readonly path: string;
  readonly resourceId: string;
  readonly rows: readonly Row[];
}

/** The accounts of a resource, for the guards. */
export interface ResourceTally {
  readonly resourceId: string;
  /** Rows in Vanta that are not deleted. */
  readonly live: number;
  readonly inRoster: number;
  /** `uniqueId`s that are in the roster and not in Vanta. */
  readonly takenOut: readonly string[];
}

/** What an export has to do. */
export interface ExportPlan {
  readonly files: readonly FilePlan[];
  readonly newFiles: readonly NewFilePlan[];
  readonly resources: readonly ResourceTally[];
  /** Accounts that are in the roster and in Vanta, and do not differ. */
  readonly unchanged: number;
}

/** Compares the files with the rows. */
export async function planExport(request: ExportRequest): Promise<ExportPlan> {
  if (request.files.length === 0) return planNew(request);
  const sources = await readSources(request);
  const planned = request.resources.map(({ resourceId, rows }) => {
    const live = liveRows(rows);
    const files = planFiles(resourceId, live, sources, request);
    return { files, tally: tally(resourceId, live, files) };
  });
  const all = planned.flatMap(({ files }) => files);
  const unchanged = all.reduce(
    (sum, { source, difference: { changed, takenOut } }) =>
      sum + source.accounts.length - changed.length - takenOut.length,
    0,
  );
  return { files: all, newFiles: [], resources: planned.map((one) => one.tally), unchanged };
}

function planNew({ resources, exportFile }: ExportRequest): ExportPlan {
  const paths = newFiles(
    exportFile,
    resources.map(({ resourceId }) => resourceId),
  );
  const made = resources.map(({ resourceId, rows }) => ({
    path: paths.get(resourceId) ?? exportFile,
    resourceId,
    rows: liveRows(rows),
  }));
  return {
    files: [],
    newFiles: made,
    resources: made.map(({ resourceId, rows }) => tally(resourceId, rows, [])),
    unchanged: 0,
  };
}

function tally(
  resourceId: string,
  live: readonly Row[],
  files: readonly FilePlan[],
): ResourceTally {
  return {
    resourceId,
    live: live.length,
    inRoster: files.reduce((sum, { source }) => sum + source.accounts.length, 0),
    takenOut: files.flatMap(({ difference }) =>
      difference.takenOut.map(({ account }) => account.uniqueId),
    ),
  };
}

interface ReadFile {
  readonly file: RosterFile;
  readonly source: Source;
  readonly resourceId: string | undefined;
}

async function readSources(request: ExportRequest): Promise<readonly ReadFile[]> {
  const { files, resourceId, now } = request;
  const sorted = [...files].sort((one, other) => compareText(one.path, other.path));
  const sources: ReadFile[] = [];
  for (const file of sorted) {
    const document = await parseDocument(file, () => undefined);
    if (document === undefined) throw new Error("a valid roster file cannot be read again");
    const source = readSource(document, now);
    const { resourceId: own } = source;
    sources.push({ file, source, resourceId: typeof own === "string" ? own : resourceId });
  }
  return sources;
}

function planFiles(
  resourceId: string,
  rows: readonly Row[],
  sources: readonly ReadFile[],
  { exportFile }: ExportRequest,
): readonly FilePlan[] {
  const own = sources.filter((one) => one.resourceId === resourceId);
  const live = new Map(rows.map((row) => [row.uniqueId, row]));
  const known = new Set<string | undefined>();
  for (const { source } of own) {
    for (const { account } of source.accounts) known.add(account?.uniqueId);
    for (const { uniqueId } of source.forget) known.add(uniqueId);
  }
  // A DEACTIVATED row that is in no file is a leaver, whom a sync carries, expires or deletes.
  const missing = rows.filter((row) => !known.has(row.uniqueId) && isActive(row));
  const last = own.find(({ file }) => file.path === exportFile) ?? own.at(-1);
  return own.map(({ file, source }) => ({
    file,
    source,
    resourceId,
    difference: compareFile(source, live),
    appended: file === last?.file ? missing : [],
  }));
}
