// The ranges of a YAML text, from the document of the yaml package. Its own ranges of collections
// include comments and line ends after them; ours end where the last value does.
import {
  type CST,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Pair,
  parseDocument,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import type {
  Range,
  RangeAlias,
  RangeItem,
  RangeMember,
  RangeNode,
  RangeScalar,
  RangeTarget,
  TextRanges,
} from "./ranges.js";

/** The ranges of a valid YAML text. */
export function rangesOfYaml(source: string): TextRanges | undefined {
  // As in yaml.ts: a lone CR ends a line, and all offsets stay.
  const text = source.replace(/\r(?!\n)/g, "\n");
  const { contents, errors } = parseDocument(text, {
    schema: "core",
    merge: false,
    uniqueKeys: false,
    resolveKnownTags: false,
    keepSourceTokens: true,
    logLevel: "error",
  });
  if (contents === null) return undefined;
  const reader = new RangeReader(text);
  const root = reader.read(contents, contents.range[0], contents.range[0]);
  return { root, aliases: reader.aliases, hasErrors: errors.length > 0 };
}

type Tokens = readonly CST.SourceToken[] | undefined;

class RangeReader {
  readonly aliases: RangeAlias[] = [];
  readonly #text: string;
  readonly #anchors = new Map<string, RangeTarget>();

  constructor(text: string) {
    this.#text = text;
  }

  /** `wholeStart`: where its anchor or tag begins. `empty`: where a value that is absent would be. */
  read(node: unknown, wholeStart: number, empty: number): RangeNode {
    if (isAlias(node)) {
      const target = this.#anchors.get(node.source);
      if (target === undefined) throw new Error("an alias without an anchor");
      const range = rangeOf(node.range, empty);
      const alias: RangeAlias = {
        kind: "alias",
        ...range,
        wholeStart: range.start,
        hasTag: false,
        target,
      };
      this.aliases.push(alias);
      return alias;
    }
    const target = this.#readTarget(node, wholeStart, empty);
    const anchor = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined;
    if (anchor !== undefined) this.#anchors.set(anchor, target);
    return target;
  }

  #readTarget(node: unknown, wholeStart: number, empty: number): RangeTarget {
    const hasTag = (isScalar(node) || isMap(node) || isSeq(node)) && node.tag !== undefined;
    const whole = { wholeStart, hasTag };
    if (isMap(node)) return { ...this.#readMap(node), ...whole };
    if (isSeq(node)) return { ...this.#readList(node), ...whole };
    if (!isScalar(node)) {
      return { kind: "scalar", style: "plain", value: null, start: empty, end: empty, ...whole };
    }
    return { kind: "scalar", ...this.#rangeOfScalar(node, empty), ...whole };
  }

  #rangeOfScalar(node: Scalar, empty: number) {
    const { start, end } = rangeOf(node.range, empty);
    const style: RangeScalar["style"] = STYLES.get(node.type ?? "PLAIN") ?? "plain";
    // The line end after a block text belongs to it for the package.
    const content = this.#text.slice(start, end);
    const written = style === "block" ? start + content.trimEnd().length : end;
    return { start, end: written, style, value: node.value };
  }

  #readMap(node: YAMLMap) {
    const { start, end } = rangeOf(node.range, 0);
    const entries = node.items.map((pair) => this.#readMember(pair, start));
    const isFlow = node.flow === true;
    return {
      kind: "map",
      isFlow,
      start,
      end: isFlow ? end : endOf(entries, end),
      entries,
    } as const;
  }

  #readMember(pair: Pair, fallback: number): RangeMember {
    const { start, sep } = tokensOf(pair);
    const keyStart = firstOffset(start, PROPERTIES) ?? startOf(pair.key) ?? fallback;
    const key = this.read(pair.key, keyStart, keyStart);
    const colon = firstOffset(sep, ["map-value-ind"]);
    const colonEnd = colon === undefined ? key.end : colon + 1;
    const properties = firstOffset(sep, PROPERTIES);
    const value = this.read(pair.value, properties ?? startOf(pair.value) ?? colonEnd, colonEnd);
    const isPlain = isScalar(pair.key) && pair.key.type === "PLAIN";
    const name = isScalar(pair.key) ? (pair.key.source ?? String(pair.key.value)) : "";
    return {
      name,
      isMerge: isPlain && name === "<<",
      key: { start: key.start, end: key.end },
      colonEnd,
      value,
      start: firstOffset(start, ["explicit-key-ind", ...PROPERTIES]) ?? key.start,
      end: Math.max(value.end, colonEnd),
    };
  }

  #readList(node: YAMLSeq) {
    const { start, end } = rangeOf(node.range, 0);
    const token = node.srcToken;
    const tokens = token !== undefined && "items" in token ? token.items : [];
    const isFlow = node.flow === true;
    const entries = node.items.map((item, index): RangeItem => {
      const before = tokens[index]?.start;
      const dash = firstOffset(before, ["seq-item-ind"]);
      const properties = firstOffset(before, PROPERTIES);
      const at = startOf(item) ?? (dash === undefined ? start : dash + 1);
      const value = this.read(item, properties ?? at, at);
      return { start: dash ?? value.wholeStart, end: value.end, value };
    });
    return {
      kind: "list",
      isFlow,
      start,
      end: isFlow ? end : endOf(entries, end),
      entries,
    } as const;
  }
}

const STYLES: ReadonlyMap<string, RangeScalar["style"]> = new Map([
  ["QUOTE_SINGLE", "single"],
  ["QUOTE_DOUBLE", "double"],
  ["BLOCK_LITERAL", "block"],
  ["BLOCK_FOLDED", "block"],
]);

const PROPERTIES = ["anchor", "tag"];

function tokensOf({ srcToken }: Pair): { readonly start: Tokens; readonly sep: Tokens } {
  return { start: srcToken?.start, sep: srcToken?.sep };
}

function firstOffset(tokens: Tokens, types: readonly string[]): number | undefined {
  return tokens?.find(({ type }) => types.includes(type))?.offset;
}

function startOf(node: unknown): number | undefined {
  const isNode = isScalar(node) || isMap(node) || isSeq(node) || isAlias(node);
  return isNode ? (node.range?.[0] ?? undefined) : undefined;
}

function rangeOf(range: readonly number[] | null | undefined, fallback: number): Range {
  return { start: range?.[0] ?? fallback, end: range?.[1] ?? fallback };
}

function endOf(entries: readonly Range[], fallback: number): number {
  return entries.at(-1)?.end ?? fallback;
}
