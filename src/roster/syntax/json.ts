// JSON → nodes. The only door to jsonc-parser, used as a strict reader: no comments, no trailing commas.
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

/** How many names and values a JSON file may hold. 128 MiB of the shortest accounts have 10 million. */
const SIZE_LIMIT = 12_000_000;

/** How many lines with syntax errors are told of. Beyond that this is no roster, and reading on would only cost memory. */
const ERROR_LIMIT = 10_000;

/** The first error of a line, and whether what else stands on the line cannot be trusted. */
interface SpoiltLine {
  readonly kind: string;
  readonly offset: number;
  isHarmful: boolean;
}

/** Reads the whole text as far as it can be read. Throws {@link UnreadableDocument}. */
export function parseJson(text: string, position: PositionOf, report: ReportAt): Node | undefined {
  const lines = new Map<number, SpoiltLine>();
  const found: Parameters<ReportAt>[] = [];
  const root = attempt(text, position, lines, (...problem) => found.push(problem));
  if (lines.size === 0) {
    for (const problem of found) report(...problem);
    return root;
  }
  // One error a line: the others are most likely its echo.
  for (const { kind, offset } of lines.values())
    report("json-syntax", offset, EXPLANATIONS[kind] ?? msg`This is not JSON.`);
  if (lines.size > ERROR_LIMIT) return undefined;
  const harmful = [...lines.values()]
    .filter(({ isHarmful }) => isHarmful)
    .map(({ offset }) => offset);
  return build(text, damageOn(harmful, position), report, () => undefined);
}

/** Builds as if the text were right, and notes where it is not. */
function attempt(
  text: string,
  position: PositionOf,
  lines: Map<number, SpoiltLine>,
  report: ReportAt,
): Node | undefined {
  let silentAt = -1;
  const onError: OnError = (kind, offset, progress) => {
    // Where it meets a strange word or misses a name, the package skips ahead and then misses a value there too.
    if (kind === "ValueExpected" && progress === silentAt) return;
    if (kind === "InvalidSymbol" || kind === "PropertyNameExpected") silentAt = progress;
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

/** `progress`: how many names and values were read before. */
type OnError = (kind: string, offset: number, progress: number) => void;

/** What is right apart from a missing comma or a comment can be read on. */
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

/** A list or map whose end is not reached yet. */
interface Open {
  readonly offset: number;
  readonly items: Item[];
  readonly members: Map<string, Member> | undefined;
  /** A key of it cannot be read. */
  hasBadKey: boolean;
  /** The key that waits for its value; undefined where the value is not to be kept. */
  key: { readonly name: string; readonly offset: number } | undefined;
}

function build(text: string, damage: Damage, report: ReportAt, onError: OnError): Node | undefined {
  const tree = startTree(text, damage, report);
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

/** Puts a tree together from the events of a visit. */
interface Tree {
  begin(offset: number, isMap: boolean): void;
  end(offset: number): void;
  name(name: string, offset: number, length: number): void;
  value(value: unknown, offset: number, length: number): void;
  progress(): number;
  finish(): Node | undefined;
}

function startTree(text: string, damage: Damage, report: ReportAt): Tree {
  const open: Open[] = [];
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
    value: (value, offset, length) => place(scalar(value, offset, length)),
    progress: () => progress,
    finish: () => {
      while (open.length > 0) end(text.length);
      return root;
    },
  };

  function end(at: number): void {
    const done = open.pop();
    if (done === undefined) return;
    const { offset, items, members, hasBadKey } = done;
    const damaged = hasBadKey || damage(offset, at);
    place(
      members === undefined
        ? { kind: "list", offset, items, damaged }
        : { kind: "map", offset, members, damaged },
    );
  }

  function place(node: Node): void {
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
    parent: Open,
    members: Map<string, Member>,
    name: string,
    offset: number,
    length: number,
  ): Open["key"] {
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
    members.set(name, { keyOffset: offset, node: { kind: "broken", offset } });
    return { name, offset };
  }

  function scalar(value: unknown, offset: number, length: number): Node {
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
