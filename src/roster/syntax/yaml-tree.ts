// A YAML document → nodes. One walk resolves anchors, aliases and merge keys, finds duplicate keys,
// and keeps every position, within limits on depth and size.
import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import { msg } from "../../model/message.js";
import { nearest } from "../../model/nearest.js";
import { duplicateKey, LONE_SURROGATE, TOO_DEEP } from "./messages.js";
import {
  DEPTH_LIMIT,
  hasLoneSurrogate,
  type Item,
  type Member,
  type Node,
  type ReportAt,
  UnreadableDocument,
} from "./node.js";
import { lastAtMost } from "./positions.js";
import { quoteValue } from "./quotes.js";

/** How many values a document may have once every alias and merge key is resolved. */
const EXPANDED_LIMIT = 10_000_000;
/** For how many unknown aliases the nearest anchor is suggested. Finding it takes time. */
const SUGGESTION_LIMIT = 20;
/** How many anchors are compared for a suggestion. */
const SUGGESTED_ANCHORS = 1000;

/**
 * Converts a document; undefined if it is empty. Scalars in which one of the offsets `broken` is
 * cannot be read, which is reported already. Throws {@link UnreadableDocument}.
 */
export function readDocument(
  { contents }: Document.Parsed,
  text: string,
  broken: readonly number[],
  report: ReportAt,
): Node | undefined {
  if (contents === null || (isScalar(contents) && isEmpty(contents))) return undefined;
  const sorted = [...broken].sort((one, other) => one - other);
  return new TreeReader(text, sorted, report).read(contents, 0);
}

/** The value of an anchor, and how many values are in it; "open" while it is being read. */
type Anchored = { readonly node: Node; readonly size: number } | "open";

class TreeReader {
  readonly #text: string;
  /** In ascending order. */
  readonly #broken: readonly number[];
  readonly #report: ReportAt;
  readonly #anchors = new Map<string, Anchored>();
  /** The number of values so far, with aliases and merge keys resolved. */
  #expanded = 0;
  #depth = 0;
  #suggestions = 0;

  constructor(text: string, broken: readonly number[], report: ReportAt) {
    this.#text = text;
    this.#broken = broken;
    this.#report = report;
  }

  /** `fallback` is the offset of a node without its own text, such as an empty value. */
  read(node: unknown, fallback: number): Node {
    if (isAlias(node)) return this.#readAlias(node, fallback);
    if (!isScalar(node) && !isMap(node) && !isSeq(node)) {
      return { kind: "scalar", offset: fallback, value: null };
    }
    const { anchor } = node;
    if (anchor === undefined) return this.#readValue(node, fallback);
    const before = this.#expanded;
    this.#anchors.set(anchor, "open");
    const value = this.#readValue(node, fallback);
    this.#anchors.set(anchor, { node: value, size: this.#expanded - before });
    return value;
  }

  #readValue(node: Scalar | YAMLMap | YAMLSeq, fallback: number): Node {
    const [start, end] = node.range ?? [fallback, fallback];
    this.#grow(1, start);
    if (isForeign(node)) return { kind: "broken", offset: start };
    if (isScalar(node)) return this.#readScalar(node, isEmpty(node) ? fallback : start, end);
    this.#depth += 1;
    if (this.#depth > DEPTH_LIMIT) throw new UnreadableDocument("nested-too-deep", start, TOO_DEEP);
    const collection: Node = isSeq(node)
      ? { kind: "list", offset: start, items: this.#readItems(node, start) }
      : this.#readMap(node, start);
    this.#depth -= 1;
    return collection;
  }

  /** Whether a mistake is in the part from `start` to `end`, which is reported already. */
  #isBroken(start: number, end: number): boolean {
    const last = this.#broken[lastAtMost(this.#broken, Math.max(start, end - 1))];
    return last !== undefined && last >= start && last <= end;
  }

  #grow(by: number, offset: number): void {
    this.#expanded += by;
    if (this.#expanded <= EXPANDED_LIMIT) return;
    throw new UnreadableDocument(
      "alias-bomb",
      offset,
      msg`The aliases of this file expand to more than ${EXPANDED_LIMIT} values. Remove aliases of aliases.`,
    );
  }

  #readScalar(node: Scalar, offset: number, end: number): Node {
    if (this.#isBroken(offset, end)) return { kind: "broken", offset };
    const { value } = node;
    if (typeof value === "string") {
      if (!hasLoneSurrogate(value)) return { kind: "scalar", offset, value };
      this.#report("lone-surrogate", offset, LONE_SURROGATE);
      return { kind: "broken", offset };
    }
    if (typeof value === "number" || typeof value === "boolean") {
      const source = node.source ?? this.#text.slice(offset, end);
      return { kind: "scalar", offset, value, source };
    }
    return { kind: "scalar", offset, value: null };
  }

  #readItems(node: YAMLSeq, start: number): Item[] {
    return node.items.map((item) => {
      const offset = offsetOf(item, start);
      return { offset, node: this.read(item, offset) };
    });
  }

  #readMap(node: YAMLMap, offset: number): Node {
    const members = new Map<string, Member>();
    let merged: Member | undefined;
    // Whether every key and every merged mapping could be read.
    let isWhole = true;
    for (const { key, value } of node.items) {
      const { name, merges, member } = this.#readMember(key, value, offset);
      if (name === undefined) isWhole = false;
      else if (merges ? merged !== undefined : members.has(name)) {
        this.#report("duplicate-key", member.keyOffset, duplicateKey(name));
      } else if (merges) merged = member;
      else members.set(name, member);
    }
    if (merged !== undefined && !this.#merge(merged, members)) isWhole = false;
    return { kind: "map", offset, members, damaged: !isWhole };
  }

  /** Reads a key with its value. `name` is undefined if the key is not valid, which is reported. */
  #readMember(key: unknown, value: unknown, fallback: number) {
    const keyOffset = offsetOf(key, fallback);
    const read = this.read(key, keyOffset);
    const name = this.#nameOf(read);
    const isText = read.kind === "scalar" && typeof read.value === "string";
    const merges = name === "<<" && isScalar(key) && key.type === "PLAIN";
    return { name, merges, member: { keyOffset, isText, node: this.read(value, keyOffset) } };
  }

  #nameOf(key: Node): string | undefined {
    if (key.kind === "scalar" && key.value !== null) return key.source ?? String(key.value);
    if (key.kind === "broken") return undefined;
    const found = key.kind === "scalar" ? "empty, or null" : `a ${key.kind}`;
    const message = msg`A key must be a string, but is ${found}. Write the name of the key.`;
    this.#report("bad-key", key.offset, message);
    return undefined;
  }

  /**
   * Adds the members that a merge key refers to. The mapping's own keys win, then those of earlier
   * merged mappings. False if something could not be merged.
   */
  #merge({ node }: Member, members: Map<string, Member>): boolean {
    const sources = node.kind === "list" ? Array.from(node.items, (item) => item.node) : [node];
    for (const source of sources) {
      if (source.kind === "map") {
        for (const [name, member] of source.members) {
          if (!members.has(name)) members.set(name, member);
        }
      } else if (source.kind !== "broken") {
        this.#report(
          "bad-merge",
          source.offset,
          msg`<< takes a mapping or a list of mappings, by their anchors: <<: *name, or <<: [*one, *other].`,
        );
      }
    }
    return sources.every((source) => source.kind === "map" && !source.damaged);
  }

  #readAlias({ source: name, range }: Alias, fallback: number): Node {
    const [offset, end] = range ?? [fallback, fallback];
    if (this.#isBroken(offset, end)) return { kind: "broken", offset };
    const anchored = this.#anchors.get(name);
    if (anchored !== undefined && anchored !== "open") {
      this.#grow(anchored.size, offset);
      return anchored.node;
    }
    if (anchored === "open") {
      this.#report(
        "circular-alias",
        offset,
        msg`The alias ${quoteValue(`*${name}`)} is inside its own anchor. Remove it.`,
      );
    } else this.#reportUnknownAlias(name, offset);
    return { kind: "broken", offset };
  }

  #reportUnknownAlias(name: string, offset: number): void {
    this.#suggestions += 1;
    const near =
      this.#suggestions > SUGGESTION_LIMIT
        ? undefined
        : nearest(name, [...this.#anchors.keys()].slice(0, SUGGESTED_ANCHORS));
    const advice =
      near === undefined
        ? msg`Anchors (&name) must come before their aliases (*name).`
        : msg`Did you mean ${quoteValue(`*${near}`)}?`;
    this.#report(
      "unknown-alias",
      offset,
      msg`There is no anchor ${quoteValue(`&${name}`)} above this alias. ${advice}`,
    );
  }
}

/** Whether the value has a tag that YAML itself does not define, which is reported already. */
function isForeign({ tag }: Scalar | YAMLMap | YAMLSeq): boolean {
  return tag !== undefined && !/^tag:yaml\.org,2002:(?:map|seq|str|null|bool|int|float)$/.test(tag);
}

/** Whether the value is not written at all. */
function isEmpty(node: Scalar): boolean {
  return node.value === null && (node.source ?? "") === "";
}

function offsetOf(node: unknown, otherwise: number): number {
  return isNode(node) ? (node.range?.[0] ?? otherwise) : otherwise;
}
