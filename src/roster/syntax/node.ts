// The tree that JSON and YAML files are parsed to: values with their positions.
import type { Message } from "../../model/message.js";
import type { ProblemCode } from "../../model/problem-codes.js";

/** A single value. Offsets are in UTF-16 units from the start of the text. */
export interface ScalarNode {
  readonly kind: "scalar";
  readonly offset: number;
  readonly value: string | number | boolean | null;
  /** As written in the file. Only for numbers and booleans, whose value does not show it. */
  readonly source?: string;
}

/** One element of a list. `offset` is its position in the list, even if the node is an alias. */
export interface Item {
  readonly offset: number;
  readonly node: Node;
}

/** The elements of a list. They may be made anew each time that they are asked for. */
export type Items = Iterable<Item>;

/** A list. */
export interface ListNode {
  readonly kind: "list";
  readonly offset: number;
  readonly items: Items;
}

/** The value of a key. */
export interface Member {
  readonly keyOffset: number;
  /** False for a key in YAML that is a number, a boolean or null. */
  readonly isText: boolean;
  readonly node: Node;
}

/**
 * The members of a mapping by name, in the order of the file; a Map is one. They may be made anew
 * each time that they are asked for.
 */
export interface Members<Name extends string = string> extends Iterable<readonly [Name, Member]> {
  readonly size: number;
  get(name: Name): Member | undefined;
  has(name: Name): boolean;
  keys(): Iterable<Name>;
  forEach(visit: (member: Member, name: Name) => void): void;
}

/** A mapping. */
export interface MapNode {
  readonly kind: "map";
  readonly offset: number;
  readonly members: Members;
  /** Whether one of its keys could not be read, so that members are missing. */
  readonly damaged: boolean;
}

/** A value that could not be read. The reason is already reported. */
export interface BrokenNode {
  readonly kind: "broken";
  readonly offset: number;
}

/** Any value. Aliases in YAML share a node, so the tree is a directed acyclic graph. */
export type Node = ScalarNode | ListNode | MapNode | BrokenNode;

/**
 * Reports an error of a document. The same code at the same offset is the same mistake, which an
 * alias can lead to twice, unless `about` differs.
 */
export type ReportAt = (
  code: ProblemCode,
  offset: number,
  message: Message,
  about?: string,
) => void;

/** How many levels of nesting are read. A roster needs five. */
export const DEPTH_LIMIT = 100;

/** Thrown when a document exceeds a limit and cannot be read any further. */
export class UnreadableDocument extends Error {
  override readonly name = "UnreadableDocument";
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

/** Whether a string has half of a surrogate pair, which UTF-8 cannot encode. */
export function hasLoneSurrogate(value: string): boolean {
  return /\p{Surrogate}/u.test(value);
}
