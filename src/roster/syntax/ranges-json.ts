// The ranges of a JSON text, from the tree of jsonc-parser.
import { type Node as JsonNode, type ParseError, parseTree } from "jsonc-parser";
import type { RangeMember, RangeTarget, TextRanges } from "./ranges.js";

/** The ranges of a valid JSON text. */
export function rangesOfJson(text: string): TextRanges | undefined {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true });
  return tree && { root: toRange(tree), aliases: [], hasErrors: errors.length > 0 };
}

function toRange(node: JsonNode): RangeTarget {
  const { type, offset: start, length, children = [] } = node;
  const whole = { start, end: start + length, wholeStart: start, hasTag: false };
  if (type === "array") {
    const entries = children.map((child) => {
      const value = toRange(child);
      return { start: value.start, end: value.end, value };
    });
    return { kind: "list", isFlow: true, ...whole, entries };
  }
  if (type === "object") {
    return { kind: "map", isFlow: true, ...whole, entries: children.flatMap(toMember) };
  }
  const style = type === "string" ? "double" : "plain";
  return { kind: "scalar", style, value: node.value, ...whole };
}

function toMember({ children = [], colonOffset }: JsonNode): readonly RangeMember[] {
  const [key, value] = children;
  if (key === undefined || value === undefined) return [];
  const range = toRange(value);
  const keyEnd = key.offset + key.length;
  return [
    {
      name: String(key.value),
      isMerge: false,
      key: { start: key.offset, end: keyEnd },
      colonEnd: (colonOffset ?? keyEnd) + 1,
      start: key.offset,
      end: range.end,
      value: range,
    },
  ];
}
