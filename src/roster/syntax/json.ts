// JSON → nodes. The only import of jsonc-parser, used as a strict parser: no comments, no trailing
// commas.
import { printParseErrorCode, visit } from "jsonc-parser";
import { type Message, msg } from "../../model/message.js";
import { duplicateKey, LONE_SURROGATE, TOO_DEEP, TOO_MANY_VALUES } from "./messages.js";
import {
  DEPTH_LIMIT,
  hasLoneSurrogate,
  type Item,
  type Member,
  type Node,
  type ReportAt,
  UnreadableDocument,
} from "./node.js";
import { type Damage, damageOn, type PositionOf } from "./positions.js";

/** How many names and values a file may have. 128 MiB of the shortest accounts have 10 million. */
const SIZE_LIMIT = 12_000_000;

/** How many lines with syntax errors are reported. A file with more is not a roster. */
const ERROR_LIMIT = 10_000;

/** A line with a syntax error. */
interface ErrorLine {
  /** The name and offset of its first error. */
  readonly kind: string;
  readonly offset: number;
  /** Whether the values on the line cannot be used. */
  isHarmful: boolean;
}

/** Parses as much of the text as possible. Throws {@link UnreadableDocument}. */
export function parseJson(text: string, position: PositionOf, report: ReportAt): Node | undefined {
  const lines = new Map<number, ErrorLine>();
  const found: Parameters<ReportAt>[] = [];
  const root = parseStrictly(text, position, lines, (...problem) => found.push(problem));
  if (lines.size === 0) {
    for (const problem of found) report(...problem);
    return root;
  }
  // One error per line: most others are caused by the first.
  for (const { kind, offset } of lines.values())
    report("json-syntax", offset, EXPLANATIONS[kind] ?? msg`This is not JSON.`);
  if (lines.size > ERROR_LIMIT) return undefined;
  const harmful = [...lines.values()]
    .filter(({ isHarmful }) => isHarmful)
    .map(({ offset }) => offset);
  return build(text, damageOn(harmful, position), report, () => undefined);
}

/** Parses the text as if it had no errors, and collects in `lines` those that have one. */
function parseStrictly(
  text: string,
  position: PositionOf,
  lines: Map<number, ErrorLine>,
  report: ReportAt,
): Node | undefined {
  let skippedAt = -1;
  const onError: OnError = (kind, offset, progress) => {
    // After an unknown word or a missing name, the package skips ahead and reports a missing value.
    if (kind === "ValueExpected" && progress === skippedAt) return;
    if (kind === "InvalidSymbol" || kind === "PropertyNameExpected") skippedAt = progress;
    const { line } = position(offset);
    const isHarmful = !HARMLESS.has(kind);
    const known = lines.get(line);
    if (known === undefined) lines.set(line, { kind, offset, isHarmful });
    else known.isHarmful ||= isHarmful;
    if (lines.size > ERROR_LIMIT)
      throw new UnreadableDocument("json-syntax", offset, msg`This is not JSON.`);
  };
  try {
    return build(text, () => false, report, onError);
  } catch (error) {
    if (error instanceof UnreadableDocument && lines.size > 0) return undefined;
    throw error;
  }
}

/** `progress` is the number of names and values before the error. */
type OnError = (kind: string, offset: number, progress: number) => void;

/** Errors after which the values of the line can still be used. */
const HARMLESS: ReadonlySet<string> = new Set(["CommaExpected", "InvalidCommentToken"]);

const EXPLANATIONS: Readonly<Record<string, Message>> = {
  InvalidSymbol: msg`JSON knows no such word here: text stands in double quotes, and only true, false, null and numbers do not.`,
  InvalidNumberFormat: msg`This is no number in JSON.`,
  PropertyNameExpected: msg`A name in double quotes is expected here. After the last entry there must be no comma.`,
  ValueExpected: msg`A value is expected here. After the last entry there must be no comma.`,
  ColonExpected: msg`A colon is expected here, between the name and its value.`,
  CommaExpected: msg`A comma is missing before this.`,
  CloseBraceExpected: msg`A closing brace } is missing.`,
  CloseBracketExpected: msg`A closing bracket ] is missing.`,
  EndOfFileExpected: msg`The roster ends before this: one file holds one JSON value.`,
  InvalidCommentToken: msg`JSON has no comments: remove it, or write the roster as YAML (.yml), which has.`,
  UnexpectedEndOfComment: msg`JSON has no comments: remove it, or write the roster as YAML (.yml), which has.`,
  UnexpectedEndOfString: msg`The closing double quote is missing on this line. A line end in a text is written \\n.`,
  UnexpectedEndOfNumber: msg`This number is not complete.`,
  InvalidUnicode: msg`After \\u there must be four hexadecimal digits.`,
  InvalidEscapeCharacter: msg`JSON knows no such escape. A backslash itself is written \\\\.`,
  InvalidCharacter: msg`A tab or another control character stands in this text. A tab is written \\t.`,
};

/** A list or mapping whose end is not reached yet. */
interface OpenCollection {
  readonly offset: number;
  readonly items: Item[];
  /** Undefined for a list. */
  readonly members: Map<string, Member> | undefined;
  /** Whether one of its keys cannot be read. */
  hasBadKey: boolean;
  /** The key of the next value; undefined if that value is dropped. */
  key: { readonly name: string; readonly offset: number } | undefined;
}

function build(text: string, damage: Damage, report: ReportAt, onError: OnError): Node | undefined {
  const tree = createTreeBuilder(text, damage, report);
  visit(
    text,
    {
      onObjectBegin: (offset) => tree.begin(offset, true),
      onArrayBegin: (offset) => tree.begin(offset, false),
      onObjectEnd: tree.end,
      onArrayEnd: tree.end,
      onObjectProperty: tree.name,
      onLiteralValue: tree.value,
      onError: (code, offset) => onError(printParseErrorCode(code), offset, tree.progress()),
    },
    { disallowComments: true },
  );
  return tree.finish();
}

/** Builds a tree from the events of `visit`. */
interface TreeBuilder {
  begin(offset: number, isMap: boolean): void;
  end(offset: number): void;
  name(name: string, offset: number, length: number): void;
  value(value: unknown, offset: number, length: number): void;
  /** The number of names and values so far. */
  progress(): number;
  /** Closes what is still open, and returns the root. */
  finish(): Node | undefined;
}

function createTreeBuilder(text: string, damage: Damage, report: ReportAt): TreeBuilder {
  const open: OpenCollection[] = [];
  let root: Node | undefined;
  let progress = 0;
  return {
    begin: (offset, isMap) => {
      if (open.length >= DEPTH_LIMIT)
        throw new UnreadableDocument("nested-too-deep", offset, TOO_DEEP);
      open.push({
        offset,
        items: [],
        members: isMap ? new Map() : undefined,
        hasBadKey: false,
        key: undefined,
      });
    },
    end,
    name: (name, offset, length) => {
      progress += 1;
      const parent = open.at(-1);
      if (parent?.members !== undefined)
        parent.key = readKey(parent, parent.members, name, offset, length);
    },
    value: (value, offset, length) => add(toScalar(value, offset, length)),
    progress: () => progress,
    finish: () => {
      while (open.length > 0) end(text.length);
      return root;
    },
  };

  function end(at: number): void {
    const closed = open.pop();
    if (closed === undefined) return;
    const { offset, items, members, hasBadKey } = closed;
    const damaged = hasBadKey || damage(offset, at);
    add(
      members === undefined
        ? { kind: "list", offset, items, damaged }
        : { kind: "map", offset, members, damaged },
    );
  }

  /** Adds a complete node to the collection that is open. */
  function add(node: Node): void {
    progress += 1;
    if (progress > SIZE_LIMIT)
      throw new UnreadableDocument("too-many-values", node.offset, TOO_MANY_VALUES);
    const parent = open.at(-1);
    if (parent === undefined) root ??= node;
    else if (parent.members === undefined) parent.items.push({ offset: node.offset, node });
    else if (parent.key !== undefined) {
      parent.members.set(parent.key.name, { keyOffset: parent.key.offset, node });
      parent.key = undefined;
    }
  }

  function readKey(
    parent: OpenCollection,
    members: Map<string, Member>,
    name: string,
    offset: number,
    length: number,
  ): OpenCollection["key"] {
    if (damage(offset, offset + length)) return undefined;
    if (hasLoneSurrogate(name)) {
      report("lone-surrogate", offset, LONE_SURROGATE);
      parent.hasBadKey = true;
      return undefined;
    }
    if (members.has(name)) {
      report("duplicate-key", offset, duplicateKey(name));
      return undefined;
    }
    // A placeholder, in case a syntax error leaves the key without a value.
    members.set(name, { keyOffset: offset, node: { kind: "broken", offset } });
    return { name, offset };
  }

  function toScalar(value: unknown, offset: number, length: number): Node {
    if (damage(offset, offset + length)) return { kind: "broken", offset };
    if (typeof value === "string") {
      if (!hasLoneSurrogate(value)) return { kind: "scalar", offset, value };
      report("lone-surrogate", offset, LONE_SURROGATE);
      return { kind: "broken", offset };
    }
    if (typeof value === "number" || typeof value === "boolean") {
      return { kind: "scalar", offset, value, source: text.slice(offset, offset + length) };
    }
    return { kind: "scalar", offset, value: null };
  }
}
