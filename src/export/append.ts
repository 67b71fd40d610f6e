// Appends accounts to the list in the text of a roster, in the form of those that are there.
import { msg } from "../model/message.js";
import type { RangeList, RangeMap } from "../roster/syntax/ranges.js";
import type { AccountList } from "./account-list.js";
import { blockIndent } from "./block.js";
import { addFlowEntries, hasCommentBetween, isCompact } from "./flow.js";
import { styleAfter } from "./quote-style.js";
import { tailEnd } from "./take-out.js";
import { CannotEdit, type TextEditor } from "./text-editor.js";
import { JSON_STYLE, type WriteStyle, writeKey, writeValue, YAML_STYLE } from "./write.js";

/** The fields of an account in the order in which they are written. */
export type AccountFields = readonly (readonly [name: string, value: unknown])[];

/** Appends accounts after the last one. `isSpaced`: with an empty line before each. */
export function appendAccounts(
  editor: TextEditor,
  place: AccountList,
  accounts: readonly AccountFields[],
  isSpaced: boolean,
): void {
  if (accounts.length === 0) return;
  const { list } = place;
  if (!list.isFlow) appendToBlock(editor, list, accounts, isSpaced);
  else if (list.entries.length > 0) appendToFlow(editor, list, accounts);
  else if (hasCommentBetween(editor, list)) fillBelowComments(editor, list, accounts);
  else if (editor.isJson || isInBrackets(editor, list)) fillFlow(editor, list, accounts);
  else fillBlock(editor, place, accounts);
}

/** The lines of an account in block YAML, without the indentation of its dash. */
export function blockAccount(
  fields: AccountFields,
  pad: string,
  dashIndent: string,
  styleOf: (field: string) => WriteStyle = () => YAML_STYLE,
): readonly string[] {
  const indent = `${dashIndent} ${pad}`;
  return fields.map(([name, value], index) => {
    const start = index === 0 ? `${dashIndent}-${pad}` : indent;
    return `${start}${writeKey(name, YAML_STYLE)} ${writeValue(value, styleOf(name))}`;
  });
}

function appendToBlock(
  editor: TextEditor,
  list: RangeList,
  accounts: readonly AccountFields[],
  isSpaced: boolean,
): void {
  const last = list.entries.at(-1);
  if (last === undefined) return;
  const dashIndent = blockIndent(editor, last);
  const { value } = last;
  const isBeside =
    value.kind === "map" &&
    !value.isFlow &&
    editor.lineStart(value.start) === editor.lineStart(last.start);
  const pad = " ".repeat(isBeside ? Math.max(1, value.start - last.start - 1) : 1);
  const empty = isSpaced ? [""] : [];
  const styleOf = styleAfter(list.entries);
  const lines = accounts.flatMap((fields) => [
    ...empty,
    ...blockAccount(fields, pad, dashIndent, styleOf),
  ]);
  insertLines(editor, tailEnd(editor, list, list.entries.length - 1), lines);
}

/** Inserts lines where one begins, or at the end of the text. */
function insertLines(editor: TextEditor, at: number, lines: readonly string[]): void {
  const text = lines.join(editor.lineBreak);
  const isAfterLine = at === 0 || /[\r\n]/.test(editor.text[at - 1] ?? "");
  editor.insert(at, isAfterLine ? `${text}${editor.lineBreak}` : `${editor.lineBreak}${text}`);
}

function appendToFlow(
  editor: TextEditor,
  list: RangeList,
  accounts: readonly AccountFields[],
): void {
  const sample = list.entries.map(({ value }) => value).findLast((value) => value.kind === "map");
  const shape = sample?.kind === "map" ? shapeOf(editor, sample) : undefined;
  const write = (fields: AccountFields) =>
    shape === undefined
      ? writeValue(Object.fromEntries(fields), JSON_STYLE)
      : writeFlow(fields, shape);
  addFlowEntries(editor, list, accounts.map(write));
}

/** What is between the parts of an account in brackets. */
interface FlowShape {
  readonly style: WriteStyle;
  readonly open: string;
  readonly between: string;
  readonly close: string;
  readonly afterColon: string;
}

function shapeOf(editor: TextEditor, map: RangeMap): FlowShape {
  const style = editor.styleBeside(map);
  const [first] = map.entries;
  const afterColon =
    first !== undefined && style.isJson && first.colonEnd === first.value.start ? "" : " ";
  const isTall = first !== undefined && editor.isFirstOnLine(first.start);
  if (!isTall) {
    const pad = /^[{] /.test(editor.text.slice(map.start, map.start + 2)) ? " " : "";
    const comma = isCompact(editor) ? "," : ", ";
    return { style, open: pad, between: comma, close: pad, afterColon };
  }
  const indent = `${editor.lineBreak}${editor.indentOf(first.start)}`;
  const close = `${editor.lineBreak}${editor.indentOf(map.end - 1)}`;
  return { style, open: indent, between: `,${indent}`, close, afterColon };
}

function writeFlow(fields: AccountFields, shape: FlowShape): string {
  const { style, open, between, close, afterColon } = shape;
  const members = fields.map(
    ([name, value]) => `${writeKey(name, style)}${afterColon}${writeValue(value, style)}`,
  );
  return `{${open}${members.join(between)}${close}}`;
}

/** Whether the list is in the brackets of the whole file. */
function isInBrackets({ ranges: { root } }: TextEditor, list: RangeList): boolean {
  return root !== list && root.kind === "map" && root.isFlow;
}

/** Fills an empty list in JSON, or in YAML that is in brackets. */
function fillFlow(editor: TextEditor, list: RangeList, accounts: readonly AccountFields[]): void {
  const { text, lineBreak } = editor;
  if (!/[\r\n]/.test(text.trimEnd())) {
    const compact = isCompact(editor);
    const shape = { style: JSON_STYLE, open: "", close: "", between: compact ? "," : ", " };
    const afterColon = compact ? "" : " ";
    const written = accounts.map((fields) => writeFlow(fields, { ...shape, afterColon }));
    editor.replace(list.start + 1, list.end - 1, written.join(shape.between));
    return;
  }
  const outer = editor.indentOf(list.start);
  const item = `${lineBreak}${outer}  `;
  const key = `${item}  `;
  const shape = { style: JSON_STYLE, open: key, between: `,${key}`, close: item, afterColon: " " };
  const written = accounts.map((fields) => `${item}${writeFlow(fields, shape)}`).join(",");
  editor.replace(list.start + 1, list.end - 1, `${written}${lineBreak}${outer}`);
}

/** Fills an empty list in YAML with comments in its brackets. The last one ends before a line. */
function fillBelowComments(
  editor: TextEditor,
  list: RangeList,
  accounts: readonly AccountFields[],
): void {
  const close = list.end - 1;
  const indent = `${editor.indentOf(close)}  `;
  const lines = accounts.map(
    (fields) => indent + writeValue(Object.fromEntries(fields), JSON_STYLE),
  );
  const text = lines.join(`,${editor.lineBreak}`);
  editor.insert(editor.lineStart(close), `${text}${editor.lineBreak}`);
}

/** `resources: []` → a block list. A comment after it stays. */
function fillBlock(
  editor: TextEditor,
  { list, colonEnd }: AccountList,
  accounts: readonly AccountFields[],
): void {
  const isPlain = list.wholeStart === list.start && editor.isLastOnLine(list.end);
  const isAlone = colonEnd !== undefined || editor.isFirstOnLine(list.start);
  if (!isPlain || !isAlone) {
    throw new CannotEdit(list.start, msg`The empty list cannot be replaced here.`);
  }
  const outer = editor.indentOf(list.start);
  const dashIndent = colonEnd === undefined ? outer : `${outer}  `;
  const lines = accounts.flatMap((fields) => blockAccount(fields, " ", dashIndent));
  const hasComment = /\S/.test(editor.text.slice(colonEnd ?? list.start, list.start));
  const isOnOwnLines = hasComment && editor.lineEnd(list.end) === list.end;
  if (isOnOwnLines) editor.removeLines(list.start, list.end);
  else {
    const start = hasComment ? list.start : (colonEnd ?? editor.lineStart(list.start));
    editor.replace(start, list.end, "");
  }
  if (colonEnd === undefined && editor.lineEnd(list.end) === list.end) {
    editor.insert(list.end, lines.join(editor.lineBreak));
  } else insertLines(editor, editor.nextLine(list.end), lines);
}
