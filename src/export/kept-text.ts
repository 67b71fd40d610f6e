// Whether the edits of a file left alone what no change is about: every account that stays, and
// every line without a changed account, byte for byte.
import type { Range } from "../roster/syntax/ranges.js";
import { type AccountList, listOf } from "./account-list.js";
import { commaAfter } from "./flow.js";
import { leadStart, tailEnd } from "./take-out.js";
import type { TextEditor } from "./text-editor.js";

/** The accounts that an export changes in a file. */
export interface Touched {
  /** Indexes in the old text. */
  readonly changed: ReadonlySet<number>;
  readonly takenOut: ReadonlySet<number>;
  /** How many accounts are new. */
  readonly appended: number;
}

/** Compares a text with the one that was made of it. */
export function keepsText(before: TextEditor, after: TextEditor, touched: Touched): boolean {
  const old = listOf(before);
  const now = listOf(after);
  return (
    keepsAccounts(before, old, after, now, touched) &&
    keepsSurroundings(before, old, after, now) &&
    keepsLines(otherLines(before, changedParts(before, old, touched)), linesOf(after))
  );
}

function keepsAccounts(
  before: TextEditor,
  { list: old }: AccountList,
  after: TextEditor,
  { list: now }: AccountList,
  touched: Touched,
): boolean {
  const stays = old.entries
    .map((entry, index) => ({ entry, index }))
    .filter(({ index }) => !touched.takenOut.has(index));
  if (now.entries.length !== stays.length + touched.appended) return false;
  return stays.every(({ entry, index }, at) => {
    const other = now.entries[at];
    if (touched.changed.has(index) || other === undefined) return true;
    return sliceOf(before, entry) === sliceOf(after, other);
  });
}

function sliceOf({ text }: TextEditor, { start, end }: Range): string {
  return text.slice(start, end);
}

/** Brackets may share their line with an account, so what is around them is compared apart. */
function keepsSurroundings(
  before: TextEditor,
  { list: old }: AccountList,
  after: TextEditor,
  { list: now }: AccountList,
): boolean {
  if (!old.isFlow || !now.isFlow) return true;
  return (
    before.text.slice(0, old.start) === after.text.slice(0, now.start) &&
    before.text.slice(old.end) === after.text.slice(now.end)
  );
}

/** The parts of the old text that may change, in order. */
function changedParts(
  editor: TextEditor,
  { list, colonEnd }: AccountList,
  { changed, takenOut, appended }: Touched,
): readonly Range[] {
  const { entries } = list;
  const listStart = list.isFlow ? list.start : (colonEnd ?? 0);
  const parts = entries.flatMap((entry, index): Range[] => {
    if (!takenOut.has(index)) return changed.has(index) ? [entry] : [];
    const start = Math.min(leadStart(editor, list, index, listStart), entry.start);
    // The last character of what goes, so that its line is the last one.
    const end = list.isFlow
      ? (commaAfter(editor, entry) ?? entry.end)
      : tailEnd(editor, list, index) - 1;
    return [{ start, end }];
  });
  const isFilled = entries.length === 0 && appended > 0;
  const isEmptied = entries.length > 0 && appended === 0 && takenOut.size === entries.length;
  // A list without accounts needs brackets beside its key.
  if (colonEnd !== undefined && (isFilled || isEmptied)) parts.push(pointAt(colonEnd));
  if (list.isFlow && (takenOut.size > 0 || appended > 0)) {
    parts.push(pointAt(list.start), pointAt(list.end), ...separators(editor, list, takenOut));
  }
  return parts.sort((one, other) => one.start - other.start);
}

/** Where the comma after the last account that stays is or comes. */
function separators(
  editor: TextEditor,
  { entries }: AccountList["list"],
  takenOut: ReadonlySet<number>,
): readonly Range[] {
  const last = entries.findLast((_, index) => !takenOut.has(index));
  if (last === undefined) return [];
  return [pointAt(last.end), pointAt(commaAfter(editor, last) ?? last.end)];
}

function pointAt(at: number): Range {
  return { start: at, end: at };
}

/** The lines that none of these parts touches, with their line ends. */
function otherLines(editor: TextEditor, parts: readonly Range[]): readonly string[] {
  const lines: string[] = [];
  let next = 0;
  for (const { start, end } of parts) {
    const first = editor.lineStart(start);
    if (first > next) lines.push(...split(editor.text.slice(next, first)));
    next = Math.max(next, editor.nextLine(Math.max(start, end)));
  }
  return [...lines, ...split(editor.text.slice(next))];
}

function linesOf({ text }: TextEditor): readonly string[] {
  return split(text);
}

/** Empty lines between accounts come and go with them. */
function split(text: string): readonly string[] {
  const lines = text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
  return lines.filter((line) => line.trim() !== "");
}

/** Whether these lines are in a text, in order. */
function keepsLines(kept: readonly string[], all: readonly string[]): boolean {
  let at = 0;
  for (const line of kept) {
    while (at < all.length && !isSameLine(line, all[at] ?? "")) at += 1;
    if (at === all.length) return false;
    at += 1;
  }
  return true;
}

/** The last line of a text may have no line end, and get one, or lose it. */
function isSameLine(one: string, other: string): boolean {
  return one === other || (isUnended(one) !== isUnended(other) && bare(one) === bare(other));
}

function isUnended(line: string): boolean {
  return !/[\r\n]$/.test(line);
}

function bare(line: string): string {
  return line.replace(/[\r\n]+$/, "");
}
