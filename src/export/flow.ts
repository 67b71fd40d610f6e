// Edits of flow collections: JSON, and the parts of YAML in brackets.
import type { Range, RangeList, RangeMap } from "../roster/syntax/ranges.js";
import type { TextEditor } from "./text-editor.js";

type Collection = RangeList | RangeMap;

/** Takes entries out, each with its comma. */
export function removeFlowEntries(
  editor: TextEditor,
  { entries, start, end }: Collection,
  removed: ReadonlySet<number>,
): void {
  if (removed.size === 0) return;
  if (removed.size === entries.length) {
    editor.replace(start + 1, end - 1, "");
    return;
  }
  const kept = entries.findLastIndex((_, index) => !removed.has(index));
  const comma = commaAfter(editor, entries[kept]);
  for (const [index, entry] of entries.entries()) {
    if (!removed.has(index)) continue;
    const after = commaAfter(editor, entry);
    const next = entries[index + 1];
    if (isOnOwnLines(editor, entry, after)) editor.removeLines(entry.start, after ?? entry.end);
    else if (index < kept && next !== undefined) editor.replace(entry.start, next.start, "");
    else editor.replace(startOfTail(editor, entry, entries[index - 1]), entry.end, "");
  }
  const first = entries[kept + 1];
  if (
    first !== undefined &&
    comma !== undefined &&
    isOnOwnLines(editor, first, commaAfter(editor, first))
  ) {
    editor.replace(comma, comma + 1, "");
  }
}

/** At the end of a collection, the comma before an entry goes with it. */
function startOfTail(editor: TextEditor, entry: Range, before: Range | undefined): number {
  return commaAfter(editor, before) ?? entry.start;
}

function isOnOwnLines(editor: TextEditor, entry: Range, comma: number | undefined): boolean {
  const end = comma === undefined ? entry.end : comma + 1;
  return editor.isFirstOnLine(entry.start) && editor.isLastOnLine(end);
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
