// Where everything in the text of a roster begins and ends, for edits of the text itself. Only for
// texts that parseDocument accepted, or where hasErrors is looked at.
import { isJson } from "../../model/file-names.js";
import { rangesOfJson } from "./ranges-json.js";
import { rangesOfYaml } from "./ranges-yaml.js";

/** A part of a text, in UTF-16 units. */
export interface Range {
  readonly start: number;
  /** After the last character of its content: no comment, no line end. */
  readonly end: number;
}

interface Ranged extends Range {
  /** Where its anchor or tag begins; `start` where it has none. */
  readonly wholeStart: number;
  /** Whether it has a tag, such as `!!str`. */
  readonly hasTag: boolean;
}

/** A single value. One that is not written has an empty range after its colon. */
export interface RangeScalar extends Ranged {
  readonly kind: "scalar";
  readonly style: "plain" | "single" | "double" | "block";
  readonly value: unknown;
}

/** A use of an anchor. */
export interface RangeAlias extends Ranged {
  readonly kind: "alias";
  readonly target: RangeTarget;
}

/** A key with its value. */
export interface RangeMember extends Range {
  readonly name: string;
  readonly isMerge: boolean;
  readonly key: Range;
  /** After its colon. */
  readonly colonEnd: number;
  readonly value: RangeNode;
}

export interface RangeMap extends Ranged {
  readonly kind: "map";
  readonly isFlow: boolean;
  readonly entries: readonly RangeMember[];
}

/** An element; in block YAML it begins with its dash. */
export interface RangeItem extends Range {
  readonly value: RangeNode;
}

export interface RangeList extends Ranged {
  readonly kind: "list";
  readonly isFlow: boolean;
  readonly entries: readonly RangeItem[];
}

/** What an anchor may be of. */
export type RangeTarget = RangeScalar | RangeMap | RangeList;

export type RangeNode = RangeTarget | RangeAlias;

/** The value of a whole text. */
export interface TextRanges {
  readonly root: RangeNode;
  /** Every alias, in order. */
  readonly aliases: readonly RangeAlias[];
  /** Whether the parser found errors in it. */
  readonly hasErrors: boolean;
}

/** Finds the ranges of a text without byte order mark. Undefined where it has no content. */
export function rangesOf(path: string, text: string): TextRanges | undefined {
  return isJson(path) ? rangesOfJson(text) : rangesOfYaml(text);
}

/** The value itself, where an alias stands for it. */
export function resolveAlias(node: RangeNode): RangeTarget {
  return node.kind === "alias" ? node.target : node;
}
