// Reads a text with syntax errors as far as possible: reports a mistake, cuts out the part of the
// roster that it makes unreadable (an account, or the value of a key), and parses the rest again.
// So several mistakes are found in one run, and what follows from a mistake is not reported.
import type { Message } from "../../model/message.js";
import type { ProblemCode } from "../../model/problem-codes.js";
import type { Node, ReportAt } from "./node.js";

/** A syntax error. Offsets are in UTF-16 units. */
export interface Mistake {
  readonly code: ProblemCode;
  readonly offset: number;
  readonly message: Message;
  /**
   * Cuts out the part of the roster that cannot be read because of it; undefined if that is not one
   * part. Absent where all else can be read.
   */
  readonly cutOut?: (() => Cut | undefined) | undefined;
  /** Whether it is reported once, however often it occurs. */
  readonly isOnce?: boolean | undefined;
}

/** What became of parsing a text once. */
export interface Attempt {
  /** In the order in which the parser noticed them. */
  readonly mistakes: readonly Mistake[];
  /** The tree, if all can be read. Scalars at the offsets `lost` stand for what was cut out. */
  read(lost: ReadonlySet<number>): Node | undefined;
}

/** A text of the same length in which a value stands for what was cut out. */
export interface Cut {
  readonly text: string;
  /** The offset of that value. */
  readonly at: number;
}

/** How often a text is parsed, and how much text in all, in UTF-16 units. */
const MAX_ATTEMPTS = 100;
const MAX_WORK = 16 * 1024 * 1024;

/** Parses as much of the text as possible, and reports every mistake once. */
export function parseWithRecovery(
  source: string,
  parse: (text: string) => Attempt,
  report: ReportAt,
): Node | undefined {
  const lost = new Set<number>();
  const reported = new Set<ProblemCode>();
  const isNew = ({ code, isOnce }: Mistake) => isOnce !== true || !reported.has(code);
  let text = source;
  for (let attempt = 1; ; attempt += 1) {
    const { mistakes, read } = parse(text);
    const worst = mistakes.findIndex(({ cutOut }) => cutOut !== undefined);
    const certain = worst === -1 ? mistakes : mistakes.slice(0, worst + 1);
    for (const { code, offset, message } of certain.filter(isNew)) report(code, offset, message);
    for (const { code } of certain) reported.add(code);
    if (worst === -1) return read(lost);
    if (attempt === MAX_ATTEMPTS || attempt * text.length > MAX_WORK) return undefined;
    const cut = mistakes[worst]?.cutOut?.();
    if (cut === undefined || lost.has(cut.at)) return undefined;
    lost.add(cut.at);
    text = cut.text;
  }
}

/** The text with `stand-in` from `start` on, and spaces up to `end`. Line ends stay. */
export function replaceRange(text: string, start: number, end: number, standIn: string): string {
  const blank = text.slice(start + standIn.length, end).replace(/[^\r\n]/g, " ");
  return text.slice(0, start) + standIn + blank + text.slice(end);
}
