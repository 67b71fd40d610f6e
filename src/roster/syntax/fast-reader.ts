// Reads the YAML and JSON that rosters really are, in one pass. The general parsers take six times
// as long and keep every account in memory at once. This reader knows for certain what a text
// means, or gives up before anything is reported: then yaml.ts or json.ts reads the text instead.
import {
  DEPTH_LIMIT,
  type Item,
  type Items,
  type MapNode,
  type Member,
  type Node,
  type ScalarNode,
} from "./node.js";

/** The tree of a text; or where the reader gave up, in UTF-16 units. */
export type FastRead = { readonly root: Node } | { readonly gaveUpAt: number };

/** Reads block YAML with flow collections on one line, and scalars on one line. */
export function readFastYaml(text: string): FastRead {
  return read(text, (tape) => new YamlScanner(text, tape).scan());
}

/** Reads JSON. */
export function readFastJson(text: string): FastRead {
  return read(text, (tape) => new JsonScanner(text, tape).scan());
}

function read(text: string, scan: (tape: Tape) => void): FastRead {
  const tape = new Tape(text.length);
  try {
    scan(tape);
  } catch (error) {
    if (!(error instanceof GaveUp)) throw error;
    return { gaveUpAt: error.offset };
  }
  return { root: new TapeReader(text, tape.entries).node(0) };
}

class GaveUp extends Error {
  override readonly name = "GaveUp";
  readonly offset: number;

  constructor(offset: number) {
    super("the text is not of the simple form");
    this.offset = offset;
  }
}

/** What an entry of the tape is. A key comes right before its value. */
const PLAIN = 0;
const SINGLE_QUOTED = 1;
const DOUBLE_QUOTED = 2;
const WORD = 3;
const NUMBER = 4;
const LIST = 5;
const MAP = 6;

/** How many names and values a text may have, as in json.ts. */
const SIZE_LIMIT = 12_000_000;

/**
 * The structure of a text, in order, three integers for each value: its kind, its start, and its
 * end. The end of a collection is the index after its last entry.
 */
class Tape {
  entries: Int32Array;
  length = 0;
  /** Above 0, nothing is kept: no one reads it. */
  muted = 0;

  /** `textLength`: in UTF-16 units. A roster has about 20 for each value. */
  constructor(textLength: number) {
    this.entries = new Int32Array(Math.min(Math.max(1024, textLength >> 2), 3 * SIZE_LIMIT));
  }

  add(kind: number, start: number, end: number): number {
    if (this.muted > 0) return this.length;
    const index = this.length;
    if (index + 3 > this.entries.length) this.#grow(start);
    this.entries[index] = kind;
    this.entries[index + 1] = start;
    this.entries[index + 2] = end;
    this.length = index + 3;
    return index;
  }

  /** Sets the end of a collection, all of which is on the tape. */
  close(index: number): void {
    if (this.muted === 0) this.entries[index + 2] = this.length;
  }

  #grow(offset: number): void {
    if (this.length === 3 * SIZE_LIMIT) throw new GaveUp(offset);
    const larger = new Int32Array(Math.min(this.entries.length * 2, 3 * SIZE_LIMIT));
    larger.set(this.entries);
    this.entries = larger;
  }
}

/** What the scanners of both languages share. */
abstract class Scanner {
  protected readonly text: string;
  protected readonly tape: Tape;
  protected at = 0;
  #depth = 0;

  constructor(text: string, tape: Tape) {
    this.text = text;
    this.tape = tape;
  }

  protected giveUp(offset = this.at): never {
    throw new GaveUp(offset);
  }

  /** Opens a collection at `at`. Returns its index on the tape, for {@link close}. */
  protected open(kind: typeof LIST | typeof MAP): number {
    this.#depth += 1;
    if (this.#depth > DEPTH_LIMIT) this.giveUp();
    return this.tape.add(kind, this.at, 0);
  }

  protected close(index: number): void {
    this.tape.close(index);
    this.#depth -= 1;
  }

  /** Past the white space that may be between the parts of a collection. */
  protected abstract skipSpace(): void;

  /** Past an opening bracket. False if the closing one follows, which is passed too. */
  protected enter(close: number): boolean {
    this.at += 1;
    this.skipSpace();
    const isEmpty = this.text.charCodeAt(this.at) === close;
    if (isEmpty) this.at += 1;
    return !isEmpty;
  }

  /** Past the comma after an entry. False at the closing bracket, which is passed. */
  protected next(close: number): boolean {
    this.skipSpace();
    const code = this.text.charCodeAt(this.at);
    if (code !== close && code !== COMMA) this.giveUp();
    this.at += 1;
    if (code === close) return false;
    this.skipSpace();
    return true;
  }

  /** Whether no one reads the value of this key: it is a key of the roster with `x-`. */
  protected isUnread(key: string): boolean {
    return this.#depth === 1 && key.startsWith("x-");
  }

  /** From here to {@link unmute}, an empty list is on the tape in place of everything. */
  protected mute(): void {
    this.tape.add(LIST, this.at, this.tape.length + 3);
    this.tape.muted += 1;
  }

  protected unmute(): void {
    this.tape.muted -= 1;
  }

  /** The end of a text in double quotes. Only escapes that JSON and YAML share are known. */
  protected scanDoubleQuoted(): void {
    const { text } = this;
    const start = this.at;
    for (let at = start + 1; ; at += 1) {
      const code = text.charCodeAt(at);
      if (code === QUOTE) {
        this.at = at + 1;
        this.tape.add(DOUBLE_QUOTED, start, this.at);
        return;
      }
      if (code === BACKSLASH) at = this.#afterEscape(at);
      else if (!(code >= SPACE && code < DELETE)) at = this.checkUnusual(at);
    }
  }

  #afterEscape(at: number): number {
    ESCAPE.lastIndex = at + 1;
    if (!ESCAPE.test(this.text)) this.giveUp(at);
    return ESCAPE.lastIndex - 1;
  }

  /** Lets a character outside of ASCII pass, and returns its last unit; gives up on the others. */
  protected checkUnusual(at: number): number {
    const code = this.text.charCodeAt(at);
    if (code >= 0xd800 && code < 0xdc00) {
      const next = this.text.charCodeAt(at + 1);
      if (next >= 0xdc00 && next < 0xe000) return at + 1;
    } else if (code >= 0xa0 && !(code >= 0xdc00 && code < 0xe000) && !ODD.has(code)) return at;
    return this.giveUp(at);
  }
}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const SPACE = 0x20;
const QUOTE = 0x22;
const HASH = 0x23;
const APOSTROPHE = 0x27;
const COMMA = 0x2c;
const DASH = 0x2d;
const COLON = 0x3a;
const OPEN_BRACKET = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const DELETE = 0x7f;
/** Line ends of other versions of YAML, and the byte order mark. */
const ODD: ReadonlySet<number> = new Set([0x2028, 0x2029, 0xfeff]);
/** After a backslash; half of a surrogate pair is left to the general parsers. */
const ESCAPE = /["\\/bfnrt]|u(?![Dd][89A-Fa-f])[\dA-Fa-f]{4}/y;
/** Names that need no quotes in YAML and are not words with a meaning. */
const NAME = /(?!(?:null|true|false)\b)[A-Za-z_$][\w$.-]*(?=:)/iy;
/** What YAML reads as a number, or may read so; and which of these the reader knows. */
const LIKE_NUMBER = /^[-+]?(?:\.?\d[\d.]*(?:[eE][-+]?\d*)?|0[xo][\dA-Fa-f]*|\.\w*)$/;
const PLAIN_NUMBER = /^-?(?:0|[1-9]\d{0,14})$/;
/** Words that YAML reads as something else in another spelling. */
const LIKE_WORD = /^(?:null|true|false)$/i;

class YamlScanner extends Scanner {
  /** The indentation of the line of `at`; -1 at the end of the text. */
  #column: number = 0;

  scan(): void {
    this.#skipToContent();
    if (this.#column === 0 && this.text.startsWith("---", this.at)) {
      this.at += 3;
      this.#endLine();
    }
    if (this.#column !== 0) this.giveUp();
    const first = this.text.charCodeAt(this.at);
    if (this.#isAtEntry()) this.#scanList(0);
    else if (first === OPEN_BRACKET || first === OPEN_BRACE) {
      this.#scanFlow();
      this.#endLine();
    } else this.#scanMap(0);
    // Also where a line is indented deeper than the collection before it, or a document begins.
    if (!this.#isAtEnd()) this.giveUp();
  }

  #isAtEnd(): boolean {
    return this.#column === -1;
  }

  /** From the end of a value: only a comment may follow on the line. Goes to the next content. */
  #endLine(): void {
    const { text } = this;
    const from = this.at;
    this.skipSpace();
    const code = text.charCodeAt(this.at);
    if (code === HASH && this.at > from) this.#skipComment();
    else if (!this.#isLineEnd(code)) this.giveUp();
    this.#skipLineEnd();
    this.#skipToContent();
  }

  /** From the start of a line to the first content on it, or on a later line. */
  #skipToContent(): void {
    const { text } = this;
    for (;;) {
      const start = this.at;
      this.skipSpace();
      const code = text.charCodeAt(this.at);
      if (Number.isNaN(code)) {
        this.#column = -1;
        return;
      }
      if (code === HASH) this.#skipComment();
      else if (!this.#isLineEnd(code)) {
        this.#column = this.at - start;
        return;
      }
      this.#skipLineEnd();
    }
  }

  #skipComment(): void {
    const end = this.text.indexOf("\n", this.at);
    const stop = end === -1 ? this.text.length : end;
    for (let at = this.at; at < stop; at += 1) {
      const code = this.text.charCodeAt(at);
      if (code >= SPACE && code < DELETE) continue;
      if (code === CARRIAGE_RETURN && at === stop - 1) break;
      at = this.checkUnusual(at);
    }
    this.at = stop;
    if (this.text.charCodeAt(stop - 1) === CARRIAGE_RETURN) this.at -= 1;
  }

  #isLineEnd(code: number): boolean {
    return code === LINE_FEED || code === CARRIAGE_RETURN || Number.isNaN(code);
  }

  #skipLineEnd(): void {
    if (this.text.charCodeAt(this.at) === CARRIAGE_RETURN) {
      this.at += 1;
      if (this.text.charCodeAt(this.at) !== LINE_FEED) this.giveUp();
    }
    if (this.text.charCodeAt(this.at) === LINE_FEED) this.at += 1;
  }

  /** Whether an entry of a list begins here. */
  #isAtEntry(): boolean {
    const next = this.text.charCodeAt(this.at + 1);
    return this.text.charCodeAt(this.at) === DASH && (next === SPACE || this.#isLineEnd(next));
  }

  #scanList(column: number): void {
    const list = this.open(LIST);
    while (this.#column === column && this.#isAtEntry()) {
      const start = this.at;
      this.at += 1;
      this.skipSpace();
      if (this.#nameHere() !== undefined) this.#scanMap(column + this.at - start);
      else this.#scanInline();
    }
    this.close(list);
  }

  #scanMap(column: number): void {
    const names = new Names();
    this.#column = column;
    const map = this.open(MAP);
    while (this.#column === column && !this.#isAtEntry()) {
      const name = this.#scanName(names);
      const isUnread = this.isUnread(name);
      if (isUnread) this.mute();
      this.#scanValue(column);
      if (isUnread) this.unmute();
    }
    this.close(map);
  }

  /** A key, to behind its colon. */
  #scanName(names: Names): string {
    const name = this.#nameHere() ?? this.giveUp();
    if (!names.add(name)) this.giveUp();
    this.tape.add(PLAIN, this.at, this.at + name.length);
    this.at += name.length + 1;
    return name;
  }

  /** The name at `at`, if a key begins here. */
  #nameHere(): string | undefined {
    NAME.lastIndex = this.at;
    if (!NAME.test(this.text)) return undefined;
    const after = this.text.charCodeAt(NAME.lastIndex + 1);
    if (after !== SPACE && !this.#isLineEnd(after)) return undefined;
    return this.text.slice(this.at, NAME.lastIndex);
  }

  /** From the colon of a key at `column`: its value on the same line, or on the next ones. */
  #scanValue(column: number): void {
    this.skipSpace();
    const code = this.text.charCodeAt(this.at);
    if (code !== HASH && !this.#isLineEnd(code)) {
      this.#scanInline();
      return;
    }
    this.#endLine();
    const isEntry = this.#isAtEntry();
    if (this.#column < column || (this.#column === column && !isEntry)) this.giveUp();
    if (isEntry) this.#scanList(this.#column);
    else this.#scanMap(this.#column);
  }

  /** A value on one line, and the end of that line. */
  #scanInline(): void {
    const code = this.text.charCodeAt(this.at);
    if (code === OPEN_BRACKET || code === OPEN_BRACE) this.#scanFlow();
    else if (code === QUOTE) this.scanDoubleQuoted();
    else if (code === APOSTROPHE) this.#scanSingleQuoted();
    else this.#scanPlain();
    this.#endLine();
  }

  #scanSingleQuoted(): void {
    const { text } = this;
    const start = this.at;
    for (let at = start + 1; ; at += 1) {
      const code = text.charCodeAt(at);
      if (code === APOSTROPHE) {
        if (text.charCodeAt(at + 1) === APOSTROPHE) at += 1;
        else {
          this.at = at + 1;
          this.tape.add(SINGLE_QUOTED, start, this.at);
          return;
        }
      } else if (!(code >= SPACE && code < DELETE)) at = this.checkUnusual(at);
    }
  }

  /** A text without quotes, up to a comment or the end of the line. */
  #scanPlain(): void {
    const { text } = this;
    const start = this.at;
    let end = start;
    for (let at = start; ; at += 1) {
      const code = text.charCodeAt(at);
      if (this.#isLineEnd(code)) break;
      if (code === HASH && text.charCodeAt(at - 1) === SPACE) break;
      if (code === COLON && !(text.charCodeAt(at + 1) > SPACE)) this.giveUp(at);
      if (!(code >= SPACE && code < DELETE)) at = this.checkUnusual(at);
      if (code !== SPACE) end = at + 1;
    }
    this.#addPlain(start, end);
  }

  #addPlain(start: number, end: number): void {
    const { text } = this;
    const first = text.charCodeAt(start);
    if (end === start || !(isWordStart(first) || first >= 0xa0)) {
      const isNegative = first === DASH && isDigit(text.charCodeAt(start + 1));
      if (!isNegative) this.giveUp(start);
    }
    this.tape.add(this.#kindOf(start, end, first), start, end);
    this.at = end;
  }

  #kindOf(start: number, end: number, first: number): number {
    const { text } = this;
    if (end - start <= 5 && LIKE_WORD.test(text.slice(start, end))) {
      const word = text.slice(start, end);
      if (word !== word.toLowerCase()) this.giveUp(start);
      return WORD;
    }
    if (isLetter(first)) return PLAIN;
    const source = text.slice(start, Math.min(end, start + 50));
    if (!LIKE_NUMBER.test(source)) return PLAIN;
    if (!PLAIN_NUMBER.test(source)) this.giveUp(start);
    return NUMBER;
  }

  /** A value in a flow collection on one line. */
  #scanFlow(): void {
    const code = this.text.charCodeAt(this.at);
    if (code === OPEN_BRACKET) {
      const list = this.open(LIST);
      for (let isMore = this.enter(CLOSE_BRACKET); isMore; isMore = this.next(CLOSE_BRACKET)) {
        this.#scanFlow();
      }
      this.close(list);
    } else if (code === OPEN_BRACE) this.#scanFlowMap();
    else if (code === QUOTE) this.scanDoubleQuoted();
    else if (code === APOSTROPHE) this.#scanSingleQuoted();
    else this.#scanFlowPlain();
  }

  #scanFlowMap(): void {
    const names = new Names();
    const map = this.open(MAP);
    for (let isMore = this.enter(CLOSE_BRACE); isMore; isMore = this.next(CLOSE_BRACE)) {
      const name = this.#scanName(names);
      this.skipSpace();
      const isUnread = this.isUnread(name);
      if (isUnread) this.mute();
      this.#scanFlow();
      if (isUnread) this.unmute();
    }
    this.close(map);
  }

  protected override skipSpace(): void {
    while (this.text.charCodeAt(this.at) === SPACE) this.at += 1;
  }

  #scanFlowPlain(): void {
    FLOW_PLAIN.lastIndex = this.at;
    const end = FLOW_PLAIN.test(this.text) ? FLOW_PLAIN.lastIndex : this.giveUp();
    this.#addPlain(this.at, end);
  }
}

/** Text without quotes in a flow collection: words of letters, digits and a few signs. */
const FLOW_PLAIN = /[\w./@+-]+(?: +[\w./@+-]+)*(?= *[,\]}])/y;

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isLetter(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

/** Letters, digits and signs that mean nothing to YAML at the start of a text. */
function isWordStart(code: number): boolean {
  return isLetter(code) || isDigit(code) || STARTS.has(code);
}

const STARTS: ReadonlySet<number> = new Set([..."_./+($"].map((sign) => sign.charCodeAt(0)));

/** The names of one mapping. Most have few. */
class Names {
  readonly #few: string[] = [];
  #many: Set<string> | undefined;

  /** False for a name that is there already. */
  add(name: string): boolean {
    if (this.#few.length < 32) {
      if (this.#few.includes(name)) return false;
      this.#few.push(name);
      return true;
    }
    this.#many ??= new Set(this.#few);
    const { size } = this.#many;
    return this.#many.add(name).size > size;
  }
}

class JsonScanner extends Scanner {
  scan(): void {
    this.skipSpace();
    this.#scanValue();
    this.skipSpace();
    if (this.at < this.text.length) this.giveUp();
  }

  protected override skipSpace(): void {
    const { text } = this;
    for (;;) {
      const code = text.charCodeAt(this.at);
      if (code !== SPACE && code !== LINE_FEED && code !== CARRIAGE_RETURN && code !== 0x09) return;
      this.at += 1;
    }
  }

  #scanValue(): void {
    const code = this.text.charCodeAt(this.at);
    if (code === QUOTE) this.scanDoubleQuoted();
    else if (code === OPEN_BRACKET) {
      const list = this.open(LIST);
      for (let isMore = this.enter(CLOSE_BRACKET); isMore; isMore = this.next(CLOSE_BRACKET)) {
        this.#scanValue();
      }
      this.close(list);
    } else if (code === OPEN_BRACE) this.#scanObject();
    else this.#scanLiteral();
  }

  #scanObject(): void {
    const names = new Names();
    const map = this.open(MAP);
    for (let isMore = this.enter(CLOSE_BRACE); isMore; isMore = this.next(CLOSE_BRACE)) {
      const isUnread = this.isUnread(this.#scanName(names));
      if (isUnread) this.mute();
      this.#scanValue();
      if (isUnread) this.unmute();
    }
    this.close(map);
  }

  /** A name, to the start of its value. */
  #scanName(names: Names): string {
    const start = this.at;
    if (this.text.charCodeAt(start) !== QUOTE) this.giveUp();
    this.scanDoubleQuoted();
    const name = this.text.slice(start + 1, this.at - 1);
    if (name.includes("\\") || !names.add(name)) this.giveUp(start);
    this.skipSpace();
    if (this.text.charCodeAt(this.at) !== COLON) this.giveUp();
    this.at += 1;
    this.skipSpace();
    return name;
  }

  #scanLiteral(): void {
    LITERAL.lastIndex = this.at;
    const start = this.at;
    if (!LITERAL.test(this.text)) this.giveUp();
    this.at = LITERAL.lastIndex;
    const code = this.text.charCodeAt(start);
    this.tape.add(isDigit(code) || code === DASH ? NUMBER : WORD, start, this.at);
  }
}

const LITERAL = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y;

/** Makes nodes from a tape. */
class TapeReader {
  readonly #text: string;
  readonly #tape: Int32Array;

  constructor(text: string, tape: Int32Array) {
    this.#text = text;
    this.#tape = tape;
  }

  node(index: number): Node {
    const offset = this.#int(index + 1);
    switch (this.#int(index)) {
      case LIST:
        return { kind: "list", offset, items: new TapeItems(this, index) };
      case MAP:
        return this.#map(index, offset);
      default:
        return this.#scalar(index, offset);
    }
  }

  /** The index of the entry after the value at `index`. */
  after(index: number): number {
    const kind = this.#int(index);
    return kind === LIST || kind === MAP ? this.#int(index + 2) : index + 3;
  }

  #int(index: number): number {
    return this.#tape[index] ?? 0;
  }

  #map(index: number, offset: number): MapNode {
    const members = new Map<string, Member>();
    const end = this.after(index);
    for (let at = index + 3; at < end; at = this.after(at + 3)) {
      const keyOffset = this.#int(at + 1);
      const member = { keyOffset, isText: true, node: this.node(at + 3) };
      members.set(this.#key(at), member);
    }
    return { kind: "map", offset, members, damaged: false };
  }

  #key(index: number): string {
    const [start, end] = [this.#int(index + 1), this.#int(index + 2)];
    return this.#int(index) === PLAIN
      ? this.#text.slice(start, end)
      : this.#text.slice(start + 1, end - 1);
  }

  #scalar(index: number, offset: number): ScalarNode {
    const source = this.#text.slice(offset, this.#int(index + 2));
    switch (this.#int(index)) {
      case SINGLE_QUOTED:
        return { kind: "scalar", offset, value: source.slice(1, -1).replaceAll("''", "'") };
      case DOUBLE_QUOTED:
        return { kind: "scalar", offset, value: unescaped(source) };
      case NUMBER:
        return { kind: "scalar", offset, value: Number(source), source };
      case WORD:
        return source === "null"
          ? { kind: "scalar", offset, value: null }
          : { kind: "scalar", offset, value: source === "true", source };
      default:
        return { kind: "scalar", offset, value: source };
    }
  }
}

function unescaped(source: string): string {
  return source.includes("\\") ? String(JSON.parse(source)) : source.slice(1, -1);
}

/** The items of a list, made when they are asked for, so that not all exist at once. */
class TapeItems implements Items {
  readonly #reader: TapeReader;
  readonly #index: number;

  constructor(reader: TapeReader, index: number) {
    this.#reader = reader;
    this.#index = index;
  }

  *[Symbol.iterator](): Generator<Item> {
    const end = this.#reader.after(this.#index);
    for (let at = this.#index + 3; at < end; at = this.#reader.after(at)) {
      const node = this.#reader.node(at);
      yield { offset: node.offset, node };
    }
  }
}
