// All changes of one roster file: its fields, who is taken out, who is appended. Each step edits the
// text that the step before returned.
import { type Message, msg, quote } from "../model/message.js";
import { makeProblem, type Problem } from "../model/problem.js";
import type { Source } from "../roster/source.js";
import { completeAccount, reviseAccount } from "./account-editor.js";
import { listOf, ownList } from "./account-list.js";
import { type AccountFields, appendAccounts } from "./append.js";
import type { ChangedEntry, FileDifference } from "./compare.js";
import { sharingIn } from "./sharing.js";
import { type FindFlaw, flawFinder, hasEmptyLines, takeOut } from "./take-out.js";
import { CannotEdit, TextEditor } from "./text-editor.js";

/** What to change in a file. */
export interface FileChanges extends FileDifference {
  readonly appended: readonly AccountFields[];
}

/** The largest text that is edited, in UTF-16 units: the parser keeps all of it in memory. */
const TEXT_LIMIT = 16 * 1024 * 1024;

/** The text of a file with its changes. What cannot be edited safely is added to the problems. */
export function editFile(
  source: Source,
  text: string,
  changes: FileChanges,
  add: (problem: Problem) => void,
): string {
  const { path } = source.document;
  if (text.length > TEXT_LIMIT) {
    add(
      problemAt(
        source,
        0,
        msg`This file is larger than ${TEXT_LIMIT / 1024 / 1024} MiB, and an export edits smaller ones only. Split the roster into several files.`,
      ),
    );
    return text;
  }
  const report = new Reporter(source, add);
  const { changed, takenOut, appended } = changes;
  let result = changeFields(path, text, changed, report);
  // The accounts that go show how those that come are parted.
  let isSpaced: boolean | undefined;
  if (takenOut.length > 0) {
    const editor = new TextEditor(path, result);
    isSpaced = hasEmptyLines(editor, listOf(editor).list);
    remove(editor, takenOut, report);
    result = report.apply(editor, result);
  }
  if (appended.length > 0) {
    const editor = new TextEditor(path, result);
    report.attempt(undefined, false, () => {
      const place = ownList(editor);
      const empty = isSpaced ?? hasEmptyLines(editor, place.list);
      appendAccounts(editor, place, appended, empty);
    });
    result = report.apply(editor, result);
  }
  return result;
}

/** Changes what accounts have themselves, then adds what they lack, where they lack something. */
function changeFields(
  path: string,
  text: string,
  changed: FileDifference["changed"],
  report: Reporter,
): string {
  let result = text;
  let left = changed;
  for (const change of [reviseAccount, completeAccount]) {
    if (left.length === 0) break;
    const editor = new TextEditor(path, result);
    const { list } = listOf(editor);
    const sharing = sharingIn(editor.ranges);
    const isOriginal = result === text;
    left = left.filter((entry) => {
      const item = list.entries[entry.index];
      let isLeft = true;
      report.attempt(entry, isOriginal, () => {
        if (item !== undefined) isLeft = change(editor, item, entry.settings, sharing);
      });
      return isLeft;
    });
    result = report.apply(editor, result);
  }
  return result;
}

function remove(editor: TextEditor, takenOut: FileDifference["takenOut"], report: Reporter): void {
  const removed = new Set(takenOut.map(({ index }) => index));
  let findFlaw: FindFlaw | undefined;
  for (const one of takenOut) {
    report.attempt(one, false, () => {
      findFlaw ??= flawFinder(editor, ownList(editor), removed, sharingIn(editor.ranges));
      const flaw = findFlaw(one.index);
      if (flaw !== undefined) throw flaw;
    });
  }
  if (!report.hasProblem)
    report.attempt(undefined, false, () => takeOut(editor, ownList(editor), removed));
}

/** Turns what cannot be edited into problems. */
class Reporter {
  hasProblem = false;
  /** The causes that are reported, by the index of the account. */
  readonly #known = new Map<number, Set<Message>>();
  readonly #source: Source;
  readonly #add: (problem: Problem) => void;

  constructor(source: Source, add: (problem: Problem) => void) {
    this.#source = source;
    this.#add = add;
  }

  /** `isOriginal`: whether offsets are those of the file. Else the problem is at the account. */
  attempt(
    entry: Pick<ChangedEntry, "index" | "account"> | undefined,
    isOriginal: boolean,
    edit: () => void,
  ): void {
    try {
      edit();
    } catch (error) {
      if (!(error instanceof CannotEdit)) throw error;
      this.hasProblem = true;
      if (this.#isKnown(entry, error)) return;
      this.#add(this.#problemOf(entry, isOriginal, error));
    }
  }

  /** Whether this cause is reported for this account: a later step may meet it again. */
  #isKnown(entry: Pick<ChangedEntry, "index"> | undefined, { explanation }: CannotEdit): boolean {
    if (entry === undefined) return false;
    const known = this.#known.get(entry.index) ?? new Set();
    this.#known.set(entry.index, known);
    return known.size === known.add(explanation).size;
  }

  /** The text with the edits; the text before, where one of them is not possible. */
  apply(editor: TextEditor, before: string): string {
    let result = before;
    this.attempt(undefined, false, () => {
      if (!this.hasProblem) result = editor.apply();
    });
    return result;
  }

  #problemOf(
    entry: Pick<ChangedEntry, "index" | "account"> | undefined,
    isOriginal: boolean,
    { offset, explanation }: CannotEdit,
  ): Problem {
    if (entry === undefined)
      return problemAt(this.#source, 0, msg`This file cannot be updated. ${explanation} ${FIX}`);
    const { uniqueId, fullName } = entry.account;
    const message = msg`${quote(uniqueId, "uniqueId")} cannot be updated here. ${explanation} ${FIX}`;
    const at = isOriginal ? offset : (this.#source.accounts[entry.index]?.offset ?? 0);
    return problemAt(this.#source, at, message, { uniqueId, fullName });
  }
}

const FIX = "Change it by hand, and run again.";

function problemAt(
  { document }: Source,
  offset: number,
  message: Message,
  account?: Problem["account"],
): Problem {
  return makeProblem("cannot-update", message, document.locationAt(offset), account);
}
