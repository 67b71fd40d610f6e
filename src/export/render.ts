// What an export has to change → the texts of the files. Only files that change are made.
import type { Row } from "../model/account.js";
import { msg } from "../model/message.js";
import { compareText } from "../model/order.js";
import type { ExportedFile } from "../model/outcome.js";
import type { RosterFile } from "../model/ports.js";
import { makeProblem, type Problem, type SourceLocation } from "../model/problem.js";
import type { Source } from "../roster/source.js";
import { renderNewRoster } from "./bootstrap.js";
import { defaultsOf, fieldsFor } from "./compare.js";
import { editFile } from "./edit-file.js";
import { type ExportPlan, type FilePlan, isChanged, type NewFilePlan } from "./plan-export.js";
import { isValidTarget, targetOf } from "./target.js";

/** A file that an export changes or makes, with its new content. */
export interface WrittenFile extends ExportedFile {
  readonly bytes: Uint8Array;
}

/** Which rows are written. Without the invalid ones, the result can be checked as a roster. */
export type Selection = "all" | "valid";

/** The files in order of path. What cannot be edited safely is added to the problems. */
export function renderExport(
  plan: ExportPlan,
  select: Selection,
  add: (problem: Problem) => void,
): readonly WrittenFile[] {
  const edited = plan.files.flatMap((file) => renderEdited(file, select, add));
  const made = plan.newFiles.map((file) => renderNew(file, select));
  return [...edited, ...made].sort((one, other) => compareText(one.path, other.path));
}

/** The same without the texts. */
export function describeExport({ files, newFiles }: ExportPlan): readonly ExportedFile[] {
  const edited = files
    .filter(isChanged)
    .map((file) => describeEdited(file, file.difference.changed, file.appended));
  const made = newFiles.map((file) => describeNew(file, file.rows));
  return [...edited, ...made].sort((one, other) => compareText(one.path, other.path));
}

/** `uniqueId`s of rows that no roster may have, by resource. */
export function invalidRows({ files, newFiles }: ExportPlan): ReadonlyMap<string, Set<string>> {
  const invalid = new Map<string, Set<string>>();
  const note = (resourceId: string, uniqueId: string) => {
    invalid.set(resourceId, (invalid.get(resourceId) ?? new Set()).add(uniqueId));
  };
  for (const { resourceId, difference, appended } of files) {
    for (const { isValid, account } of difference.changed) {
      if (!isValid) note(resourceId, account.uniqueId);
    }
    for (const row of appended.filter(isInvalid)) note(resourceId, row.uniqueId);
  }
  for (const { resourceId, rows } of newFiles) {
    for (const row of rows.filter(isInvalid)) note(resourceId, row.uniqueId);
  }
  return invalid;
}

function isInvalid(row: Row): boolean {
  return !isValidTarget(targetOf(row));
}

function selected(rows: readonly Row[], select: Selection): readonly Row[] {
  return select === "all" ? rows : rows.filter((row) => !isInvalid(row));
}

function renderEdited(
  plan: FilePlan,
  select: Selection,
  add: (problem: Problem) => void,
): readonly WrittenFile[] {
  const { file, source, difference, appended } = plan;
  const changed = difference.changed.filter(({ isValid }) => select === "all" || isValid);
  const rows = selected(appended, select);
  const { takenOut } = difference;
  if (changed.length + takenOut.length + rows.length === 0) return [];
  if (file.links !== undefined && file.links.length > 0) {
    add(makeProblem("cannot-update", IS_LINK, { file: file.path, line: 1, column: 1 }));
    return [];
  }
  const { mark, text } = decode(file);
  const defaults = defaultsOf(source);
  const changes = { changed, takenOut, appended: rows.map((row) => fieldsFor(row, defaults)) };
  const result = editFile(source, text, changes, add);
  const described = describeEdited(plan, changed, rows);
  return [{ ...described, bytes: new TextEncoder().encode(mark + result) }];
}

function describeEdited(
  { file, source, resourceId, difference }: FilePlan,
  changed: FilePlan["difference"]["changed"],
  rows: readonly Row[],
): ExportedFile {
  return {
    path: file.path,
    resourceId,
    isNew: false,
    added: rows.map(toAdded),
    changed: changed.map(({ account, fields }) => ({
      uniqueId: account.uniqueId,
      account,
      fields,
    })),
    takenOut: difference.takenOut.map(({ account, index }) => ({
      uniqueId: account.uniqueId,
      account,
      location: locationOf(source, index),
    })),
  };
}

const IS_LINK = msg`This file is a link, and an export does not write through one. Match the file itself with roster, or change it by hand.`;

function renderNew(plan: NewFilePlan, select: Selection): WrittenFile {
  const { path, resourceId } = plan;
  const rows = selected(plan.rows, select);
  const text = renderNewRoster(path, resourceId, rows);
  return { ...describeNew(plan, rows), bytes: new TextEncoder().encode(text) };
}

function describeNew({ path, resourceId }: NewFilePlan, rows: readonly Row[]): ExportedFile {
  return { path, resourceId, isNew: true, added: rows.map(toAdded), changed: [], takenOut: [] };
}

function toAdded(row: Row) {
  return { uniqueId: row.uniqueId, account: row };
}

function locationOf({ document, accounts }: Source, index: number): SourceLocation | undefined {
  const offset = accounts[index]?.offset;
  return offset === undefined ? undefined : document.locationAt(offset);
}

/** The byte order mark of a file, if it has one, and its text. */
export function decode({ bytes }: Pick<RosterFile, "bytes">): {
  readonly mark: string;
  readonly text: string;
} {
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  return text.startsWith("\uFEFF") ? { mark: "\uFEFF", text: text.slice(1) } : { mark: "", text };
}
