// Edits of flow collections: JSON, and the parts of YAML in brackets.
import type { Range, RangeList, RangeMap } from "../roster/syntax/ranges.js";
import type { TextEditor } from "./text-editor.js";

type Collection = RangeList | RangeMap;

/**
 * Takes entries out, each with its comma, and with what is above it from the line that `leadOf`
 * returns. Comments of the others stay.
 */
export function removeFlowEntries(
  editor: TextEditor,
  { entries, start, end }: Collection,
  removed: ReadonlySet<number>,
  leadOf?: (index: number) => number,
): void {
  if (removed.size === 0) return;
  if (removed.size === entries.length && !hasCommentBetween(editor, { entries, start, end })) {
    editor.replace(start + 1, end - 1, "");
    return;
  }
  const kept = entries.findLastIndex((_, index) => !removed.has(index));
  for (const [index, entry] of entries.entries()) {
    if (!removed.has(index)) continue;
    const lead = leadOf?.(index) ?? editor.lineStart(entry.start);
    cutEntry(editor, entry, { isTail: index > kept, lead, open: start + 1 });
  }
  const comma = commaAfter(editor, entries[kept]);
  const isTrailing = commaAfter(editor, entries.at(-1)) !== undefined;
  if (comma !== undefined && !isTrailing && kept < entries.length - 1) {
    editor.replace(comma, comma + 1, "");
  }
}

/** Whether there are comments in the brackets, apart from those in an entry. */
export function hasCommentBetween(
  { isJson, text }: TextEditor,
  { entries, start, end }: Pick<Collection, "entries" | "start" | "end">,
): boolean {
  if (isJson) return false;
  const ends = [start + 1, ...entries.map((entry) => entry.end)];
  return ends.some((from, index) => text.slice(from, entries[index]?.start ?? end).includes("#"));
}

/** How an entry is in its collection. */
interface EntryPlace {
  /** Whether none after it stays. */
  readonly isTail: boolean;
  /** Where the line begins from which on everything above it is about it. */
  readonly lead: number;
  /** Where the collection begins, after its bracket. */
  readonly open: number;
}

function cutEntry(editor: TextEditor, entry: Range, { isTail, lead, open }: EntryPlace): void {
  const { start } = entry;
  const end = endWithComma(editor, entry);
  const isFirst = editor.isFirstOnLine(start);
  const isLast = editor.isLastOnLine(end);
  if (isFirst && (isLast || isTail)) editor.replace(lead, editor.lineStart(start), "");
  const isAfterOther = !isFirst && /\S/.test(editor.text.slice(open, start));
  if (isFirst && isLast) editor.removeLines(start, end);
  // A comment after it on its line is about it.
  else if (isLast && !isAfterOther) editor.replace(start, editor.lineEnd(end), "");
  else if (!isAfterOther) cutFromLine(editor, entry, start, spaceAfter(editor, end));
  else if (isTail) cutFromLine(editor, entry, editor.spaceBefore(start), end);
  else {
    const from = isLast ? editor.spaceBefore(start) : start;
    cutFromLine(editor, entry, from, spaceAfter(editor, end));
  }
}

function endWithComma(editor: TextEditor, entry: Range): number {
  const comma = commaAfter(editor, entry);
  return comma === undefined ? entry.end : comma + 1;
}

/** Cuts an entry and its comma, but not a comment between them. */
function cutFromLine(editor: TextEditor, entry: Range, from: number, to: number): void {
  const comma = commaAfter(editor, entry);
  const hasComment = comma !== undefined && /\S/.test(editor.text.slice(entry.end, comma));
  editor.replace(from, hasComment ? entry.end : to, "");
  if (hasComment) editor.replace(comma, to, "");
}

/** Where the white space after a place ends, if more than a comment follows it on the line. */
function spaceAfter(editor: TextEditor, at: number): number {
  if (editor.isLastOnLine(at)) return at;
  const space = /[ \t]*/y;
  space.lastIndex = at;
  space.test(editor.text);
  return Math.max(at, space.lastIndex);
}

/** Where the comma after an entry is; undefined where there is none. */
export function commaAfter(editor: TextEditor, entry: Range | undefined): number | undefined {
  if (entry === undefined) return undefined;
  const space = editor.isJson ? /[ \t\r\n]*/y : /(?:\s|(?<=\s)#[^\r\n]*)*/y;
  space.lastIndex = entry.end;
  space.test(editor.text);
  const at = space.lastIndex === 0 ? entry.end : space.lastIndex;
  return editor.text[at] === "," ? at : undefined;
}

/** Adds entries after the last one, in the form of those that are there. */
export function addFlowEntries(
  editor: TextEditor,
  collection: Collection,
  texts: readonly string[],
): void {
  const { entries, start, end } = collection;
  const last = entries.at(-1);
  if (texts.length === 0) return;
  if (last === undefined) {
    editor.replace(start + 1, end - 1, texts.join(", "));
    return;
  }
  const comma = commaAfter(editor, last);
  const isOpen = editor.isFirstOnLine(last.start) && editor.lineEnd(comma ?? last.end) < end - 1;
  if (!isOpen) {
    const between = separator(editor, entries);
    editor.insert(last.end, texts.map((text) => `${between}${text}`).join(""));
    return;
  }
  const indent = editor.indentOf(last.start);
  const lines = texts.map((text) => `${editor.lineBreak}${indent}${text}`).join(",");
  if (comma === undefined) editor.insert(last.end, ",");
  editor.insert(editor.lineEnd(comma ?? last.end), comma === undefined ? lines : `${lines},`);
}

/** What is between the last two entries, where that is only a comma and white space. */
function separator(editor: TextEditor, entries: readonly Range[]): string {
  const [one, other] = entries.slice(-2);
  const between = other === undefined ? "" : editor.text.slice(one?.end, other.start);
  return /^,[ \t]*$/.test(between) ? between : isCompact(editor) ? "," : ", ";
}

/** How much of a text shows whether it has space between its values, in UTF-16 units. */
const SAMPLE = 1000;

/** Whether a text is JSON without space between its values. */
export function isCompact({ isJson, text }: TextEditor): boolean {
  const sample = text.slice(0, SAMPLE).replace(/"(?:[^"\\]|\\.)*"?/g, "");
  return isJson && !/\s/.test(sample.trimEnd());
}
