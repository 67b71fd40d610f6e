// Takes accounts out of the text of a roster, each with the comment directly above it.
import { msg } from "../model/message.js";
import type { Range, RangeItem, RangeList } from "../roster/syntax/ranges.js";
import type { AccountList } from "./account-list.js";
import { removeFlowEntries } from "./flow.js";
import type { Sharing } from "./sharing.js";
import { CannotEdit, type TextEditor } from "./text-editor.js";

const IS_USED = msg`It has an anchor that is used elsewhere in this file. Move the anchor there first.`;
const NOT_AT_START = msg`Its line begins with something else.`;

/** Finds why the account at an index cannot be taken out; undefined if it can. */
export type FindFlaw = (index: number) => CannotEdit | undefined;

/** Looks for flaws of taking these accounts out. */
export function flawFinder(
  editor: TextEditor,
  { list, colonEnd }: AccountList,
  removed: ReadonlySet<number>,
  sharing: Sharing,
): FindFlaw {
  const gone = list.entries.filter((_, at) => removed.has(at));
  const isAnchored = list.wholeStart < list.start && gone.length === list.entries.length;
  return (index) => {
    const item = list.entries[index];
    if (item === undefined) return undefined;
    if (sharing.hasUsedAnchor(item, gone)) return new CannotEdit(item.start, IS_USED);
    if (list.isFlow) return undefined;
    const isPlain = editor.isFirstOnLine(item.start) && (colonEnd === undefined || !isAnchored);
    return isPlain ? undefined : new CannotEdit(item.start, NOT_AT_START);
  };
}

/** Takes accounts out. All of them can be taken out, as `flawFinder` says. */
export function takeOut(
  editor: TextEditor,
  { list, colonEnd }: AccountList,
  removed: ReadonlySet<number>,
): void {
  if (removed.size === 0) return;
  if (list.isFlow) {
    removeFlowEntries(editor, list, removed, (index) => leadStart(editor, list, index, list.start));
    return;
  }
  const [first] = list.entries;
  if (removed.size === list.entries.length && first !== undefined) {
    // A list without entries cannot be left out.
    if (colonEnd !== undefined) editor.insert(colonEnd, " []");
    else editor.insert(leadStart(editor, list, 0, 0), `[]${editor.lineBreak}`);
  }
  const lastKept = list.entries.findLastIndex((_, index) => !removed.has(index));
  for (const index of removed) {
    const lead = leadStart(editor, list, index, colonEnd ?? 0);
    // What parts the last account from those before it would part nothing.
    const isParted = index > lastKept && index > 0;
    const start = isParted ? emptyLinesBefore(editor, lead, colonEnd ?? 0) : lead;
    editor.replace(start, tailEnd(editor, list, index), "");
  }
}

/** Where the empty lines directly above a line begin, at most up to the line of a place. */
function emptyLinesBefore(editor: TextEditor, line: number, limit: number): number {
  const first = editor.nextLine(limit);
  let start = line;
  while (start > first) {
    const above = editor.lineStart(editor.endOfLineBefore(start));
    if (editor.text.slice(above, start).trim() !== "") break;
    start = above;
  }
  return start;
}

const COMMENT = /^([ \t]*)#/;
/** Says which schema the whole file has. */
const MODELINE = /^\s*#\s*yaml-language-server:/;

/** Where an account begins, with the comment lines directly above it. */
export function leadStart(
  editor: TextEditor,
  { entries }: RangeList,
  index: number,
  listStart: number,
): number {
  const item = entries[index];
  if (item === undefined) return editor.text.length;
  const before = entries[index - 1];
  const first =
    before === undefined && listStart === 0 ? 0 : editor.nextLine(before?.end ?? listStart);
  let start = editor.lineStart(item.start);
  while (start > first) {
    const above = editor.lineStart(editor.endOfLineBefore(start));
    if (!isCommentOf(editor, item, above)) break;
    start = above;
  }
  return start;
}

/** Whether this line is a comment that is not indented deeper than the account's dash. */
function isCommentOf(editor: TextEditor, item: Range, line: number): boolean {
  const text = editor.text.slice(line, editor.lineEnd(line));
  const indent = COMMENT.exec(text)?.[1]?.length;
  return indent !== undefined && indent <= editor.column(item.start) && !MODELINE.test(text);
}

/**
 * Where the text after an account begins: the next comment that is not indented deeper than its
 * dash, or the next account. Empty lines after the last account stay.
 */
export function tailEnd(editor: TextEditor, { entries }: RangeList, index: number): number {
  const item = entries[index];
  if (item === undefined) return editor.text.length;
  const next = entries[index + 1];
  const limit = next === undefined ? editor.text.length : editor.lineStart(next.start);
  let end = editor.nextLine(item.end);
  for (let line = end; line < limit; line = editor.nextLine(line)) {
    const text = editor.text.slice(line, editor.lineEnd(line));
    const isBlank = text.trim() === "";
    const isDeep = COMMENT.test(text) && !isCommentOf(editor, item, line);
    if (!isBlank && !isDeep) break;
    if (isDeep || next !== undefined) end = editor.nextLine(line);
  }
  return end;
}

/** Whether the accounts of a list are parted by empty lines. */
export function hasEmptyLines(editor: TextEditor, list: RangeList): boolean {
  const last = list.entries.length - 1;
  const before: RangeItem | undefined = list.entries[last - 1];
  if (before === undefined) return false;
  const between = editor.text.slice(editor.nextLine(before.end), leadStart(editor, list, last, 0));
  return /^[ \t]*(?:\r|\n)/.test(between);
}
