// Finds the syntax errors of a JSON text with jsonc-parser, and explains them. What follows from an
// error is left out.
import { printParseErrorCode, visit } from "jsonc-parser";
import { type Message, msg } from "../../model/message.js";
import { TOO_DEEP } from "./messages.js";
import { DEPTH_LIMIT, UnreadableDocument } from "./node.js";
import { type Cut, type Mistake, replaceRange } from "./recovery.js";

/** How many errors are looked at. A file with more is not a roster. */
const ERROR_LIMIT = 10_000;

/**
 * The mistakes of a text, and the offsets of values and keys that cannot be read because of them.
 */
export interface JsonMistakes {
  readonly mistakes: readonly Mistake[];
  readonly broken: readonly number[];
}

/** Finds the mistakes up to the first one that hides the structure of the text. */
export function findMistakes(text: string): JsonMistakes {
  return new ErrorListener(text).listen();
}

/** Thrown to stop the parser: what comes after is not read. */
class Stop extends Error {
  override readonly name = "Stop";
}

class ErrorListener {
  readonly #text: string;
  readonly #mistakes: Mistake[] = [];
  readonly #broken: number[] = [];
  /** The starts of the collections that are open. */
  readonly #open: number[] = [];
  /** The number of names and values so far. */
  #progress = 0;
  /** The progress when a word was skipped: errors until there is more follow from it. */
  #skippedAt = -1;
  /** Whether the list of the accounts is open. */
  #isInResources = false;
  /** Where the last colon between a name and a value is. */
  #colonAt = 0;
  /** Where the last literal starts. */
  #literalAt = 0;

  constructor(text: string) {
    this.#text = text;
  }

  listen(): JsonMistakes {
    const begin = (offset: number): void => {
      if (this.#open.length >= DEPTH_LIMIT) {
        throw new UnreadableDocument("nested-too-deep", offset, TOO_DEEP);
      }
      this.#open.push(offset);
    };
    const end = (): void => {
      this.#open.pop();
      this.#progress += 1;
    };
    try {
      visit(
        this.#text,
        {
          onObjectBegin: begin,
          onArrayBegin: begin,
          onObjectEnd: end,
          onArrayEnd: end,
          onObjectProperty: (name) => {
            this.#progress += 1;
            if (this.#open.length === 1) this.#isInResources = name === "resources";
          },
          onLiteralValue: (_value, offset) => {
            this.#progress += 1;
            this.#literalAt = offset;
          },
          onSeparator: (sign, offset) => {
            if (sign === ":") this.#colonAt = offset;
          },
          onError: (code, offset) => this.#hear(printParseErrorCode(code), offset),
        },
        { disallowComments: true },
      );
    } catch (error) {
      if (!(error instanceof Stop) && this.#mistakes.length === 0) throw error;
    }
    return { mistakes: this.#mistakes, broken: this.#broken };
  }

  #hear(kind: string, offset: number): void {
    const isFollowUp = ["InvalidSymbol", "ValueExpected"].includes(kind);
    if (isFollowUp && this.#progress === this.#skippedAt) return;
    if (this.#mistakes.at(-1)?.offset === offset) return;
    const structural = this.#missingBrace(offset) ?? this.#missingQuote(offset);
    if (structural !== undefined) {
      this.#mistakes.push(structural);
      throw new Stop();
    }
    const account = this.#accountOffset();
    const message = this.#explain(kind, offset);
    if (this.#mistakes.length < ERROR_LIMIT && this.#isLocal(kind, offset)) {
      this.#mistakes.push({ code: "json-syntax", offset, message });
      return;
    }
    const cutOut = () => cutOutAccount(this.#text, account, offset);
    this.#mistakes.push({ code: "json-syntax", offset, message, cutOut });
    throw new Stop();
  }

  /** The name of a field right in the list of accounts: the brace before it is missing. */
  #missingBrace(offset: number): Mistake | undefined {
    if (this.#text[offset] !== ":" || !this.#isInAccounts()) return undefined;
    const name = this.#literalAt;
    const cutOut = () => cutOutAccount(this.#text, name, offset);
    return { code: "json-syntax", offset: name, message: OPEN_BRACE, cutOut };
  }

  /** A bare word that ends with a quote before the next comma, bracket or line end. */
  #missingQuote(offset: number): Mistake | undefined {
    const value = /:[ \t]*([^"[{\s][^"\r\n]*")(?=[ \t]*(?:[,}\]\r\n]|$))/y;
    value.lastIndex = this.#colonAt;
    const [whole = "", word = ""] = value.exec(this.#text) ?? [];
    const start = this.#colonAt + whole.length - word.length;
    if (offset < start || offset >= start + word.length) return undefined;
    const cutOut = () => ({
      text: replaceRange(this.#text, start, start + word.length, "0"),
      at: start,
    });
    return { code: "json-syntax", offset: start, message: OPEN_QUOTE, cutOut };
  }

  /** Whether the next value is an account. */
  #isInAccounts(): boolean {
    const [root = 0] = this.#open;
    if (this.#text[root] === "[") return this.#open.length === 1;
    return this.#isInResources && this.#open.length === 2;
  }

  /** Whether all but one value can be read in spite of an error. Notes that value. */
  #isLocal(kind: string, offset: number): boolean {
    if (OF_VALUE.has(kind)) {
      this.#broken.push(offset);
      return true;
    }
    switch (kind) {
      case "InvalidCommentToken":
        return true;
      case "CommaExpected":
        return !this.#isGlued(offset) && !/[}\]]/.test(this.#text[offset] ?? "");
      case "InvalidSymbol":
        this.#skippedAt = this.#progress;
        return previous(this.#text, offset) === ":";
      default:
        return this.#isTrailingComma(offset);
    }
  }

  /** Whether two tokens follow each other without space: they were meant as one. */
  #isGlued(offset: number): boolean {
    return /\w\w/.test(this.#text.slice(Math.max(0, offset - 1), offset + 1));
  }

  #isTrailingComma(offset: number): boolean {
    return /[}\]]/.test(this.#text[offset] ?? "") && previous(this.#text, offset) === ",";
  }

  #explain(kind: string, offset: number): Message {
    return EXPLANATIONS[this.#causeOf(kind, offset)] ?? msg`This is not JSON.`;
  }

  /** What an error most likely comes from. */
  #causeOf(kind: string, offset: number): string {
    const sign = this.#text[offset];
    if (kind === "CommaExpected" && sign === "}") return "CloseBracketExpected";
    if (kind === "CommaExpected" && sign === "]") return "CloseBraceExpected";
    if (kind === "CommaExpected" && this.#isGlued(offset)) return "InvalidNumberFormat";
    return kind === "PropertyNameExpected" && sign === "{" ? "CloseBraceExpected" : kind;
  }

  /** Where the account begins that is being read. */
  #accountOffset(): number | undefined {
    const [root = 0] = this.#open;
    if (this.#text[root] === "[") return this.#open[1];
    return this.#isInResources ? this.#open[2] : undefined;
  }
}

/** The last character before `offset` that is not white space. */
function previous(text: string, offset: number): string {
  let at = offset - 1;
  while (at >= 0 && /\s/.test(text[at] ?? "")) at -= 1;
  return text[at] ?? "";
}

/** Puts `null` in the place of the account that begins at `start` and has an error at `offset`. */
function cutOutAccount(text: string, start: number | undefined, offset: number): Cut | undefined {
  if (start === undefined) return undefined;
  // From the sign before the error, which may be where the next account begins.
  let from = offset - 1;
  while (from > start && /\s/.test(text[from] ?? "")) from -= 1;
  const next = findFrom(text, /[,}]\s*(?=\{\s*["}])/g, from);
  const last = findFrom(text, /\}\s*(?=\])/g, from);
  if (next !== undefined && (last === undefined || next < last)) {
    return { text: replaceRange(text, start, next, "null,"), at: start };
  }
  if (last === undefined || last - start < 4) return undefined;
  return { text: replaceRange(text, start, last, "null"), at: start };
}

/** The end of the first match from an offset on. */
function findFrom(text: string, pattern: RegExp, from: number): number | undefined {
  pattern.lastIndex = from;
  return pattern.exec(text) === null ? undefined : pattern.lastIndex;
}

/** Errors in a single text or number. */
const OF_VALUE: ReadonlySet<string> = new Set([
  "InvalidCharacter",
  "InvalidEscapeCharacter",
  "InvalidNumberFormat",
  "InvalidUnicode",
  "UnexpectedEndOfNumber",
]);

const COMMENT = msg`JSON has no comments: remove it, or write the roster as YAML (.yml), which has.`;

const OPEN_BRACE = msg`An opening brace { is missing before this name, with which the account begins.`;
const OPEN_QUOTE = msg`The opening double quote is missing before this text.`;

const EXPLANATIONS: Readonly<Record<string, Message>> = {
  InvalidSymbol: msg`This is not a JSON value. Put text in double quotes; only true, false, null and numbers have none.`,
  InvalidNumberFormat: msg`This is not a number in JSON. It has no leading zeros and no underscores; text is in double quotes.`,
  PropertyNameExpected: msg`A name in double quotes is expected here. After the last entry there must be no comma.`,
  ValueExpected: msg`A value is expected here. After the last entry there must be no comma.`,
  ColonExpected: msg`A colon is expected here, between the name and its value.`,
  CommaExpected: msg`A comma is missing before this.`,
  CloseBraceExpected: msg`A closing brace } is missing before this.`,
  CloseBracketExpected: msg`A closing bracket ] is missing before this.`,
  EndOfFileExpected: msg`The roster ends before this: one file has one JSON value.`,
  InvalidCommentToken: COMMENT,
  UnexpectedEndOfComment: COMMENT,
  UnexpectedEndOfString: msg`The closing double quote is missing on this line. A text cannot go over several lines.`,
  UnexpectedEndOfNumber: msg`This number is not complete.`,
  InvalidUnicode: msg`After \\u there must be four hexadecimal digits.`,
  InvalidEscapeCharacter: msg`Unknown escape in JSON. Write a backslash as \\\\.`,
  InvalidCharacter: msg`This text has a tab or another control character in it. Remove it.`,
};
