// What a roster file says, apart from the language it is written in: a tree of values that know where they stand.
import type { Message } from "../../model/message.js";
import type { ProblemCode } from "../../model/problem-codes.js";

/** Offsets are UTF-16 units into the text of the document. */
export interface ScalarNode {
  readonly kind: "scalar";
  readonly offset: number;
  readonly value: string | number | boolean | null;
  /** As it is written; only for numbers and booleans, whose value no longer tells. */
  readonly source?: string;
}

/** One element of a list; `offset` is where it stands in the list, also where the node is an alias and stands elsewhere. */
export interface Item {
  readonly offset: number;
  readonly node: Node;
}

export interface ListNode {
  readonly kind: "list";
  readonly offset: number;
  readonly items: readonly Item[];
  /** A syntax error lies in it, so that something may be missing. */
  readonly damaged: boolean;
}

export interface Member {
  readonly keyOffset: number;
  readonly node: Node;
}

export interface MapNode {
  readonly kind: "map";
  readonly offset: number;
  /** In the order of the file; a Map, so that no key (`__proto__`) is special. */
  readonly members: ReadonlyMap<string, Member>;
  /** A syntax error lies in it, or a key that cannot be read, so that something may be missing. */
  readonly damaged: boolean;
}

/** A value that could not be read; the reason is reported, so whoever meets it says nothing more. */
export interface BrokenNode {
  readonly kind: "broken";
  readonly offset: number;
}

/** Nodes are shared where YAML aliases share them: a directed graph without circles. */
export type Node = ScalarNode | ListNode | MapNode | BrokenNode;

/**
 * Takes one error of a document. A second one with the same code at the same offset is the same mistake, met by another way (an
 * alias, say), unless they are about different things, which `about` then names.
 */
export type ReportAt = (
  code: ProblemCode,
  offset: number,
  message: Message,
  about?: string,
) => void;

/** The deepest nesting that is read; a roster needs five levels. */
export const DEPTH_LIMIT = 100;

/** Thrown where a document cannot be read any further: it is too deep, or too large. */
export class UnreadableDocument extends Error {
  override readonly name = "Refusal";
  readonly code: ProblemCode;
  readonly offset: number;
  readonly explanation: Message;

  constructor(code: ProblemCode, offset: number, explanation: Message) {
    super("the document cannot be read");
    this.code = code;
    this.offset = offset;
    this.explanation = explanation;
  }
}

/** Whether a string holds half of a surrogate pair, which no UTF-8 can carry. */
export function hasLoneSurrogate(value: string): boolean {
  return /\p{Surrogate}/u.test(value);
}
