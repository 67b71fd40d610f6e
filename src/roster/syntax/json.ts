// JSON → nodes. The only import of jsonc-parser, used as a strict parser: no comments, no trailing
// commas. json-errors.ts explains syntax errors.
import { visit } from "jsonc-parser";
import { findMistakes } from "./json-errors.js";
import {
  duplicateKey,
  LONE_SURROGATE,
  TOO_DEEP,
  TOO_MANY_VALUES,
  TOO_MUCH_SPACE,
} from "./messages.js";
import {
  DEPTH_LIMIT,
  hasLoneSurrogate,
  type Item,
  type Member,
  type Node,
  type ReportAt,
  UnreadableDocument,
} from "./node.js";
import { type Attempt, parseWithRecovery } from "./recovery.js";

/** How many names and values a file may have. 128 MiB of the shortest accounts have 10 million. */
const SIZE_LIMIT = 12_000_000;

/** How much white space may be in one place, in UTF-16 units. The package needs 30 times that. */
const SPACE_LIMIT = 1024 * 1024;

/** Parses as much of the text as possible. Throws {@link UnreadableDocument}. */
export function parseJson(source: string, report: ReportAt): Node | undefined {
  refuseLongSpace(source);
  const parse = (text: string): Attempt => {
    const { mistakes, broken } = findMistakes(text);
    return {
      mistakes,
      read: (lost) => new TreeBuilder(text, new Set([...lost, ...broken]), report).build(),
    };
  };
  return parseWithRecovery(source, parse, report);
}

/** Throws where there is as much white space as the limit; maybe where there is half as much. */
function refuseLongSpace(text: string): void {
  const content = /[^ \t\r\n]/g;
  const step = SPACE_LIMIT / 2;
  for (let start = 0; start + step <= text.length; start += step) {
    content.lastIndex = start;
    const end = content.exec(text)?.index ?? text.length;
    if (end - start >= step) {
      throw new UnreadableDocument("too-many-values", start, TOO_MUCH_SPACE);
    }
  }
}

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

/** Builds a tree from the events of `visit`. */
class TreeBuilder {
  readonly #text: string;
  /** Scalars and keys that start here cannot be read, which is reported already. */
  readonly #broken: ReadonlySet<number>;
  readonly #report: ReportAt;
  readonly #open: OpenCollection[] = [];
  #root: Node | undefined;
  #size = 0;

  constructor(text: string, broken: ReadonlySet<number>, report: ReportAt) {
    this.#text = text;
    this.#broken = broken;
    this.#report = report;
  }

  build(): Node | undefined {
    visit(
      this.#text,
      {
        onObjectBegin: (offset) => this.#begin(offset, new Map()),
        onArrayBegin: (offset) => this.#begin(offset, undefined),
        onObjectEnd: () => this.#end(),
        onArrayEnd: () => this.#end(),
        onObjectProperty: (name, offset) => this.#readKey(name, offset),
        onLiteralValue: (value, offset, length) => this.#add(this.#toScalar(value, offset, length)),
      },
      { disallowComments: true },
    );
    while (this.#open.length > 0) this.#end();
    return this.#root;
  }

  #begin(offset: number, members: OpenCollection["members"]): void {
    if (this.#open.length >= DEPTH_LIMIT) {
      throw new UnreadableDocument("nested-too-deep", offset, TOO_DEEP);
    }
    this.#open.push({ offset, items: [], members, hasBadKey: false, key: undefined });
  }

  #end(): void {
    const closed = this.#open.pop();
    if (closed === undefined) return;
    const { offset, items, members, hasBadKey } = closed;
    this.#add(
      members === undefined
        ? { kind: "list", offset, items }
        : { kind: "map", offset, members, damaged: hasBadKey },
    );
  }

  /** Whether no one reads what comes next: it is below a key that begins with `x-`. */
  #isUnread(): boolean {
    return this.#open[0]?.key?.name.startsWith("x-") === true && this.#open.length > 1;
  }

  /** Adds a complete node to the collection that is open. */
  #add(node: Node): void {
    const parent = this.#open.at(-1);
    if (this.#isUnread()) {
      if (parent !== undefined) parent.key = undefined;
      return;
    }
    this.#count(node.offset);
    if (parent === undefined) this.#root ??= node;
    else if (parent.members === undefined) parent.items.push({ offset: node.offset, node });
    else if (parent.key !== undefined) {
      const { name, offset } = parent.key;
      parent.members.set(name, { keyOffset: offset, isText: true, node });
      parent.key = undefined;
    }
  }

  #count(offset: number): void {
    this.#size += 1;
    if (this.#size > SIZE_LIMIT) {
      throw new UnreadableDocument("too-many-values", offset, TOO_MANY_VALUES);
    }
  }

  #readKey(name: string, offset: number): void {
    const parent = this.#open.at(-1);
    if (parent?.members === undefined) return;
    this.#count(offset);
    parent.key = undefined;
    if (this.#broken.has(offset)) parent.hasBadKey = true;
    else if (hasLoneSurrogate(name)) {
      this.#report("lone-surrogate", offset, LONE_SURROGATE);
      parent.hasBadKey = true;
    } else if (parent.members.has(name)) {
      this.#report("duplicate-key", offset, duplicateKey(name));
    } else {
      // A placeholder, in case a syntax error leaves the key without a value.
      const node: Node = { kind: "broken", offset };
      parent.members.set(name, { keyOffset: offset, isText: true, node });
      parent.key = { name, offset };
    }
  }

  #toScalar(value: unknown, offset: number, length: number): Node {
    if (this.#broken.has(offset)) return { kind: "broken", offset };
    if (typeof value === "string") {
      if (!hasLoneSurrogate(value)) return { kind: "scalar", offset, value };
      this.#report("lone-surrogate", offset, LONE_SURROGATE);
      return { kind: "broken", offset };
    }
    if (typeof value === "number" || typeof value === "boolean") {
      const source = this.#text.slice(offset, offset + length);
      return { kind: "scalar", offset, value, source };
    }
    return { kind: "scalar", offset, value: null };
  }
}
