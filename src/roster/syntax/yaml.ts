// YAML 1.2 → nodes. The only door to the yaml package: its parser makes a document tree, and one walk of ours does anchors,
// merge keys, duplicate keys and positions at once, with bounds on depth and size that no input can pass.
import {
  Composer,
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  Lexer,
  Parser,
  type Scalar,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import { text as say } from "../../model/message.js";
import { nearest } from "../../model/nearest.js";
import { duplicateKey, LONE_SURROGATE, TOO_DEEP, TOO_MANY_VALUES } from "./messages.js";
import {
  DEPTH_LIMIT,
  hasLoneSurrogate,
  type Item,
  type Member,
  type Node,
  Refusal,
  type ReportAt,
} from "./node.js";
import { type Damage, damageAt, type PositionOf } from "./positions.js";
import { quoteKey, quoteValue } from "./quotes.js";
import { reportYamlErrors, type YamlError } from "./yaml-errors.js";

/** How many pieces (words, spaces, signs) a YAML file may have, each of which costs memory before anything can be checked. A file
 * of 16 MiB that is a roster has some 3 million. */
const LEXEME_LIMIT = 5_000_000;
/** How many directives and unreadable pieces are looked at before a file is given up. */
const NOISE_LIMIT = 1000;
/** For how many unknown aliases of a file the nearest anchor is looked for; it takes its time. */
const SUGGESTION_LIMIT = 20;
/** How many values a document may have once every alias and merge key stands for what it means. */
const EXPANDED_LIMIT = 10_000_000;

/** Reads the whole text as far as it can be read; undefined where there is nothing in it. Throws {@link Refusal}. */
export function parseYaml(
  source: string,
  position: PositionOf,
  report: ReportAt,
): Node | undefined {
  // YAML takes a lone CR as a line end, the package does not; a line feed in its place moves nothing.
  const text = source.replace(/\r(?!\n)/g, "\n");
  const [document, second] = withoutStackTraces(() => compose(text));
  if (document === undefined) return undefined;
  if (second !== undefined) {
    report(
      "several-documents",
      second.range[0],
      say`A second document begins here. A roster file holds one: remove the line with --- or ...`,
    );
  }
  const { yaml } = document.directives;
  if (yaml.explicit === true && yaml.version !== "1.2") {
    report(
      "yaml-version",
      Math.max(0, text.search(/^%YAML/m)),
      say`Rosters are YAML 1.2. Remove the line that begins with %YAML.`,
    );
  }
  const errors: readonly YamlError[] = [...document.errors, ...document.warnings];
  const spoilt = reportYamlErrors(errors, openings(document), text, position, report);
  return walk(document, text, damageAt(spoilt, position), report);
}

/** The package makes an Error of everything it finds; a million stack traces would cost more than all the rest. */
function withoutStackTraces<Result>(work: () => Result): Result {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return work();
  } finally {
    Error.stackTraceLimit = limit;
  }
}

/** The first document, and the second if there is one. Stops at the first sign of too much. */
function compose(text: string): Document.Parsed[] {
  const parser = new Parser();
  const composer = new Composer({
    schema: "core",
    merge: false,
    uniqueKeys: false,
    resolveKnownTags: false,
    logLevel: "error",
  });
  const documents: Document.Parsed[] = [];
  let lexemes = 0;
  let noise = 0;
  for (const lexeme of new Lexer().lex(text)) {
    lexemes += 1;
    if (lexemes > LEXEME_LIMIT)
      throw new Refusal("too-many-values", parser.offset, TOO_MANY_VALUES);
    for (const token of parser.next(lexeme)) {
      if (token.type === "directive" || token.type === "error") noise += 1;
      documents.push(...composer.next(token));
    }
    // The stack holds the document, the collections that are open, and at most a scalar.
    if (parser.stack.length > DEPTH_LIMIT + 2)
      throw new Refusal("nested-too-deep", parser.offset, TOO_DEEP);
    if (documents.length > 1) return documents;
    if (noise > NOISE_LIMIT) break;
  }
  if (noise <= NOISE_LIMIT)
    for (const token of parser.end()) documents.push(...composer.next(token));
  documents.push(...composer.end(true, text.length));
  return documents;
}

/** Finds the start of the scalar that ends at an offset. */
function openings(document: Document.Parsed): (end: number) => number {
  let starts: Map<number, number> | undefined;
  return (end) => {
    if (starts === undefined) {
      const found = new Map<number, number>();
      visit(document, {
        Scalar: (_key, { range }) => {
          if (range) found.set(range[1], range[0]);
        },
      });
      starts = found;
    }
    return starts.get(end) ?? end;
  };
}

/** What an anchor stands for, and how many values that is; "open" while it is being read. */
type Anchored = { readonly node: Node; readonly size: number } | "open";

function walk(
  document: Document.Parsed,
  text: string,
  damage: Damage,
  report: ReportAt,
): Node | undefined {
  const anchors = new Map<string, Anchored>();
  /** Values so far, with aliases and merge keys taken for what they mean. */
  let expanded = 0;
  let depth = 0;
  let suggestions = 0;
  /** In a place for anchors, whose keys mean nothing to a roster and may be any scalar. */
  let isFree = false;
  const { contents } = document;
  return contents === null || (isScalar(contents) && isEmpty(contents))
    ? undefined
    : read(contents, 0);

  function grow(by: number, offset: number): void {
    expanded += by;
    if (expanded > EXPANDED_LIMIT) {
      throw new Refusal(
        "alias-bomb",
        offset,
        say`The aliases of this file stand for more than ${EXPANDED_LIMIT} values. Remove aliases of aliases.`,
      );
    }
  }

  /** `standIn` is the offset for what has no text of its own: an empty value. */
  function read(node: unknown, standIn: number): Node {
    if (isAlias(node)) return readAlias(node.source, node.range?.[0] ?? standIn);
    if (!isScalar(node) && !isMap(node) && !isSeq(node))
      return { kind: "scalar", offset: standIn, value: null };
    const { anchor } = node;
    if (anchor === undefined) return readValue(node, standIn);
    const before = expanded;
    anchors.set(anchor, "open");
    const value = readValue(node, standIn);
    anchors.set(anchor, { node: value, size: expanded - before });
    return value;
  }

  function readValue(node: Scalar | YAMLMap | YAMLSeq, standIn: number): Node {
    const [start, end] = node.range ?? [standIn, standIn];
    grow(1, start);
    if (isScalar(node)) return readScalar(node, isEmpty(node) ? standIn : start, end);
    depth += 1;
    if (depth > DEPTH_LIMIT) throw new Refusal("nested-too-deep", start, TOO_DEEP);
    const collection = readCollection(node, start, damage(start, end));
    depth -= 1;
    return collection;
  }

  function readCollection(node: YAMLMap | YAMLSeq, offset: number, damaged: boolean): Node {
    if (isSeq(node)) return { kind: "list", offset, items: readItems(node, offset), damaged };
    const { members, isWhole } = readMembers(node, offset);
    return { kind: "map", offset, members, damaged: damaged || !isWhole };
  }

  function readScalar(node: Scalar, offset: number, end: number): Node {
    if (damage(offset, end)) return { kind: "broken", offset };
    const { value } = node;
    if (typeof value === "string") {
      if (!hasLoneSurrogate(value)) return { kind: "scalar", offset, value };
      report("lone-surrogate", offset, LONE_SURROGATE);
      return { kind: "broken", offset };
    }
    if (typeof value === "number" || typeof value === "boolean") {
      return { kind: "scalar", offset, value, source: node.source ?? text.slice(offset, end) };
    }
    return { kind: "scalar", offset, value: null };
  }

  function readItems(node: YAMLSeq, start: number): Item[] {
    return node.items.map((item) => {
      const offset = offsetOf(item, start);
      return { offset, node: read(item, offset) };
    });
  }

  /** `isWhole`: all keys, and all that is merged in, could be read. */
  function readMembers(
    node: YAMLMap,
    start: number,
  ): { members: Map<string, Member>; isWhole: boolean } {
    const members = new Map<string, Member>();
    let merged: Member | undefined;
    let isWhole = true;
    for (const { key, value } of node.items) {
      const keyOffset = offsetOf(key, start);
      if (depth === 1) isFree = false;
      const name = readKey(key, keyOffset);
      const merges = name === "<<" && isScalar(key) && key.type === "PLAIN";
      if (depth === 1) isFree = name?.startsWith("x-") === true;
      const member = { keyOffset, node: read(value, keyOffset) };
      if (name === undefined) {
        isWhole = false;
        continue;
      }
      if (merges ? merged !== undefined : members.has(name))
        report("duplicate-key", keyOffset, duplicateKey(name));
      else if (merges) merged = member;
      else members.set(name, member);
    }
    const isMerged = merged === undefined || merge(merged, members);
    return { members, isWhole: isWhole && isMerged };
  }

  /** The name of a key; undefined where it cannot be one, which is reported. */
  function readKey(key: unknown, offset: number): string | undefined {
    const node = read(key, offset);
    if (node.kind === "broken") return undefined;
    // A key that begins with "-" on a spoilt line is an entry of a list without a space after its dash.
    if (node.kind === "scalar" && typeof node.value === "string")
      return node.value.startsWith("-") && damage(offset, offset) ? undefined : node.value;
    if (node.kind === "scalar" && isFree) return node.source ?? "null";
    if (damage(offset, offset)) return undefined;
    const found =
      node.kind === "scalar"
        ? say`${node.source === undefined ? "empty, or null" : quoteKey(node.source)}`
        : say`a ${node.kind}`;
    report(
      "bad-key",
      offset,
      say`A key must be text, and this one is ${found}. Put it in quotes if it is meant as text.`,
    );
    return undefined;
  }

  /** What the map itself says wins over what it merges, and an earlier merged map over a later one. */
  function merge({ node }: Member, members: Map<string, Member>): boolean {
    const sources = node.kind === "list" ? node.items.map((item) => item.node) : [node];
    let isWhole = true;
    for (const source of sources) {
      isWhole &&= source.kind === "map" && !source.damaged;
      if (source.kind === "broken") continue;
      if (source.kind !== "map") {
        report(
          "bad-merge",
          source.offset,
          say`<< takes in a map or a list of maps, by their anchors: <<: *name, or <<: [*one, *other].`,
        );
        continue;
      }
      for (const [name, member] of source.members)
        if (!members.has(name)) members.set(name, member);
    }
    return isWhole;
  }

  function readAlias(name: string, offset: number): Node {
    const anchored = anchors.get(name);
    if (anchored !== undefined && anchored !== "open") {
      grow(anchored.size, offset);
      return anchored.node;
    }
    if (anchored === "open") {
      report(
        "circular-alias",
        offset,
        say`The alias ${quoteValue(`*${name}`)} stands inside what it stands for, which would never end. Remove it.`,
      );
    } else if (!damage(offset, offset)) {
      suggestions += 1;
      const near =
        suggestions > SUGGESTION_LIMIT
          ? undefined
          : nearest(name, [...anchors.keys()].slice(0, 1000));
      const advice =
        near === undefined
          ? say`Anchors (&name) must come before their aliases (*name).`
          : say`Did you mean ${quoteValue(`*${near}`)}?`;
      report(
        "unknown-alias",
        offset,
        say`No anchor ${quoteValue(`&${name}`)} stands above this alias. ${advice}`,
      );
    }
    return { kind: "broken", offset };
  }
}

/** Whether nothing at all is written where the value should be. */
function isEmpty(node: Scalar): boolean {
  return node.value === null && (node.source ?? "") === "";
}

function offsetOf(node: unknown, otherwise: number): number {
  return isNode(node) ? (node.range?.[0] ?? otherwise) : otherwise;
}
