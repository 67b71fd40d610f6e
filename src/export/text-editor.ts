// Edits of a text by the ranges of its values. Everything else stays as it is, byte for byte.
import { isJson } from "../model/file-names.js";
import { type Message, msg } from "../model/message.js";
import {
  type Range,
  type RangeTarget,
  rangesOf,
  type TextRanges,
} from "../roster/syntax/ranges.js";
import { yamlStyleBeside } from "./quote-style.js";
import { JSON_STYLE, type WriteStyle, YAML_STYLE } from "./write.js";

/** Thrown where a change of the text would change the meaning of something else. */
export class CannotEdit extends Error {
  override readonly name = "CannotEdit";
  readonly offset: number;
  readonly explanation: Message;

  constructor(offset: number, explanation: Message) {
    super("the text cannot be edited");
    this.offset = offset;
    this.explanation = explanation;
  }
}

interface Edit extends Range {
  readonly text: string;
}

/** A text, where everything is in it, and the edits to make. */
export class TextEditor {
  readonly text: string;
  readonly path: string;
  readonly isJson: boolean;
  readonly ranges: TextRanges;
  /** The line end of the text. */
  readonly lineBreak: string;
  readonly #edits: Edit[] = [];

  constructor(path: string, text: string) {
    const ranges = rangesOf(path, text);
    if (ranges === undefined) throw new Error("a valid roster file has no content");
    this.text = text;
    this.path = path;
    this.isJson = isJson(path);
    this.ranges = ranges;
    this.lineBreak = /\r\n|\r|\n/.exec(text)?.[0] ?? "\n";
  }

  replace(start: number, end: number, text: string): void {
    this.#edits.push({ start, end, text });
  }

  /** Several insertions at one place keep their order. */
  insert(at: number, text: string): void {
    this.replace(at, at, text);
  }

  /** The text with all edits. */
  apply(): string {
    const sorted = this.#edits
      .map((edit, index) => ({ ...edit, index }))
      .sort(
        (one, other) => one.start - other.start || one.end - other.end || one.index - other.index,
      );
    let done = 0;
    let result = "";
    for (const { start, end, text } of sorted) {
      // Two parts that go may overlap: the line end between two lines, say.
      if (start < done && text !== "") {
        throw new CannotEdit(start, msg`Two changes concern the same text.`);
      }
      result += this.text.slice(done, Math.max(start, done)) + text;
      done = Math.max(end, done);
    }
    return result + this.text.slice(done);
  }

  lineStart(at: number): number {
    let start = at;
    while (start > 0 && !isLineEnd(this.text[start - 1])) start -= 1;
    return start;
  }

  /** The end of the line without its line end. */
  lineEnd(at: number): number {
    LINE_END.lastIndex = at;
    return LINE_END.exec(this.text)?.index ?? this.text.length;
  }

  /** The start of the next line; the end of the text where there is none. */
  nextLine(at: number): number {
    const end = this.lineEnd(at);
    return end + (this.text.startsWith("\r\n", end) ? 2 : Number(end < this.text.length));
  }

  column(at: number): number {
    return at - this.lineStart(at);
  }

  /** Whether only white space is before it on its line. A line may be the whole file. */
  isFirstOnLine(at: number): boolean {
    const before = this.spaceBefore(at);
    return before === 0 || isLineEnd(this.text[before - 1]);
  }

  /** Where the spaces and tabs before a place begin. */
  spaceBefore(at: number): number {
    let start = at;
    while (this.text[start - 1] === " " || this.text[start - 1] === "\t") start -= 1;
    return start;
  }

  /** Whether only white space or a comment follows on the line. */
  isLastOnLine(at: number): boolean {
    let after = at;
    while (this.text[after] === " " || this.text[after] === "\t") after += 1;
    const next = this.text[after];
    if (next === undefined || isLineEnd(next)) return true;
    return next === "#" && !this.isJson && after > at;
  }

  /** The white space at the start of a line. */
  indentOf(at: number): string {
    const start = this.lineStart(at);
    return /^[ \t]*/.exec(this.text.slice(start, this.lineEnd(at)))?.[0] ?? "";
  }

  /** Takes whole lines away: those from one place to another. */
  removeLines(from: number, to: number): void {
    const start = this.lineStart(from);
    const end = this.nextLine(to);
    // Without a line end after them, the one before them goes.
    const isUnended = end === this.text.length && end === this.lineEnd(to) && start > 0;
    this.replace(isUnended ? this.endOfLineBefore(start) : start, end, "");
  }

  /** The end, without its line end, of the line before the one that starts here. */
  endOfLineBefore(start: number): number {
    return start - (this.text.startsWith("\r\n", start - 2) ? 2 : 1);
  }

  /** How to write values into this one, or in place of it. */
  styleBeside(node: RangeTarget): WriteStyle {
    if (this.isJson) return JSON_STYLE;
    if (node.kind === "scalar") return YAML_STYLE;
    const quotesKeys =
      node.kind === "map" && node.isFlow && this.text[node.entries[0]?.key.start ?? -1] === '"';
    return quotesKeys ? JSON_STYLE : yamlStyleBeside(node.entries.map(({ value }) => value));
  }
}

const LINE_END = /[\r\n]/g;

function isLineEnd(character: string | undefined): boolean {
  return character === "\n" || character === "\r";
}
