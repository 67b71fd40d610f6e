// Edits of block collections of YAML, whose entries are on lines of their own.
import { msg } from "../model/message.js";
import type {
  Range,
  RangeList,
  RangeMap,
  RangeMember,
  RangeNode,
} from "../roster/syntax/ranges.js";
import { CannotEdit, type TextEditor } from "./text-editor.js";

/** Whether an entry can be taken out with its lines. */
export function hasOwnLines(editor: TextEditor, entry: Range): boolean {
  return editor.isFirstOnLine(entry.start) && editor.isLastOnLine(entry.end);
}

/** Takes an entry out with its lines. */
export function removeBlockEntry(editor: TextEditor, entry: Range): void {
  if (!hasOwnLines(editor, entry)) throw new CannotEdit(entry.start, NOT_ON_OWN_LINES);
  editor.removeLines(entry.start, entry.end);
}

const NOT_ON_OWN_LINES = msg`This value shares its line with something else. Write it on a line of its own.`;

/** Adds lines after the last entry, with the indentation of the entries. */
export function addBlockEntries(
  editor: TextEditor,
  collection: RangeMap | RangeList,
  texts: readonly string[],
): void {
  const last = collection.entries.at(-1);
  if (last === undefined) throw new CannotEdit(collection.start, NOT_ON_OWN_LINES);
  const indent = blockIndent(editor, last);
  const lines = texts.map((text) => `${editor.lineBreak}${indent}${text}`);
  editor.insert(editor.lineEnd(last.end), lines.join(""));
}

/** The indentation of the entries of a collection, of which this is one. */
export function blockIndent(editor: TextEditor, { start }: Range): string {
  const before = editor.text.slice(editor.lineStart(start), start);
  if (before.includes("\t")) throw new CannotEdit(start, msg`There is a tab before this value.`);
  return " ".repeat(before.length);
}

/** Writes a value on one line in place of a block collection. A comment after its key stays. */
export function replaceBlockValue(
  editor: TextEditor,
  { colonEnd }: RangeMember,
  value: RangeNode,
  text: string,
): void {
  if (!hasOwnLines(editor, value)) throw new CannotEdit(value.start, NOT_ON_OWN_LINES);
  const head = editor.text.slice(colonEnd, editor.lineStart(value.start));
  if (/^\s*[&!]/.test(head)) throw new CannotEdit(value.start, NOT_ON_OWN_LINES);
  editor.insert(colonEnd, ` ${text}`);
  editor.removeLines(value.start, value.end);
}
