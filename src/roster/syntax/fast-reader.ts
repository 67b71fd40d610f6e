// Reads the YAML and JSON that rosters really are, in one pass. The general parsers take six times
// as long and keep every account in memory at once. This reader knows for certain what a text
// means, or gives up before anything is reported: then yaml.ts or json.ts reads the text instead.
import {
  DEPTH_LIMIT,
  type Item,
  type Items,
  type Member,
  type Members,
  type Node,
  type ScalarNode,
} from "./node.js";

/** The tree of a text; or where the reader gave up, in UTF-16 units. */
export type FastRead = { readonly root: Node } | { readonly gaveUpAt: number };

/** Reads block YAML with flow collections on one line, and scalars on one line. */
export function readFastYaml(text: string): FastRead {
  const tape = new Tape(text.length);
  return read(new YamlScanner(text, tape), text.search(UNUSUAL_IN_YAML), tape);
}

/** Reads JSON. */
export function readFastJson(text: string): FastRead {
  const tape = new Tape(text.length);
  return read(new JsonScanner(text, tape), text.search(UNUSUAL), tape);
}

/** `unusual`: where a character is that the scanners do not expect; -1 if there is none. */
function read(scanner: Scanner, unusual: number, tape: Tape): FastRead {
  try {
    scanner.scan();
  } catch (error) {
    const offset = placeOf(error, scanner);
    return { gaveUpAt: unusual === -1 ? offset : Math.min(unusual, offset) };
  }
  if (unusual !== -1) return { gaveUpAt: unusual };
  return { root: new TapeReader(scanner.text, tape).node(0) };
}

/** Where the scanner gave up. Regular expressions throw a RangeError on a text of many megabytes. */
function placeOf(error: unknown, { at }: Scanner): number {
  if (error instanceof GaveUp) return error.offset;
  if (error instanceof RangeError) return at;
  throw error;
}

class GaveUp extends Error {
  override readonly name = "GaveUp";
  readonly offset: number;

  constructor(offset: number) {
    super("the text is not of the simple form");
    this.offset = offset;
  }
}

/** What an entry of the tape is. The name of a member comes right before its value. */
const PLAIN = 0;
/** A text in quotes of either kind, without escapes. */
const QUOTED = 1;
/** With escapes, or empty. */
const SINGLE_QUOTED = 2;
/** With escapes. */
const DOUBLE_QUOTED = 3;
const WORD = 4;
const NUMBER = 5;
const LIST = 6;
const MAP = 7;
const NAME = 8;

/** How many names and values a text may have, as in json.ts. */
const SIZE_LIMIT = 12_000_000;

/** How many different names are kept. A roster has about 20. */
const NAMES_KEPT = 1024;

/** The kind of an entry is in the low bits of an integer, the start above it: files end at 2²⁷. */
const KIND_BITS = 4;
const KIND_MASK = (1 << KIND_BITS) - 1;
/** How many integers an entry has. */
const ENTRY = 2;

/**
 * The structure of a text, in order, two integers for each entry: its kind and its start in one,
 * and its end. The end of a collection is the index after its last entry. A name has its number in
 * place of its end, or the complement of its length if it has no number.
 */
class Tape {
  entries: Int32Array;
  /** The names that are kept, by number. */
  readonly names: string[] = [];
  readonly #numbers = new Map<string, number>();
  length = 0;
  /** Above 0, nothing is kept: no one reads it. */
  muted = 0;

  /** `textLength`: in UTF-16 units. A roster has about 20 for each value. */
  constructor(textLength: number) {
    this.entries = new Int32Array(Math.min(Math.max(1024, textLength >> 2), ENTRY * SIZE_LIMIT));
  }

  add(kind: number, start: number, end: number): number {
    if (this.muted > 0) return this.length;
    const index = this.length;
    if (index + ENTRY > this.entries.length) this.#grow(start);
    this.entries[index] = (start << KIND_BITS) | kind;
    this.entries[index + 1] = end;
    this.length = index + ENTRY;
    return index;
  }

  /** Adds a name, and returns its number; undefined if the name is not kept. */
  addName(name: string, start: number): number | undefined {
    const number = this.#numbers.get(name) ?? this.#keep(name);
    this.add(NAME, start, number ?? ~name.length);
    return number;
  }

  #keep(name: string): number | undefined {
    if (this.muted > 0 || this.names.length === NAMES_KEPT) return undefined;
    // A key of an object, since JavaScript compares those by their address.
    const number = this.names.push(Object.keys({ [name]: 0 })[0] ?? name) - 1;
    this.#numbers.set(name, number);
    return number;
  }

  /** Sets the end of a collection, all of which is on the tape. */
  close(index: number): void {
    if (this.muted === 0) this.entries[index + 1] = this.length;
  }

  #grow(offset: number): void {
    if (this.length === ENTRY * SIZE_LIMIT) throw new GaveUp(offset);
    const larger = new Int32Array(Math.min(this.entries.length * 2, ENTRY * SIZE_LIMIT));
    larger.set(this.entries);
    this.entries = larger;
  }
}

/** What the scanners of both languages share. */
abstract class Scanner {
  readonly text: string;
  at = 0;
  protected readonly tape: Tape;
  #depth = 0;

  constructor(text: string, tape: Tape) {
    this.text = text;
    this.tape = tape;
  }

  /** Puts the whole text on the tape. Throws {@link GaveUp}. */
  abstract scan(): void;

  /** Past what a sticky expression matches here; false if it does not. */
  protected skip(expression: RegExp): boolean {
    expression.lastIndex = this.at;
    if (!expression.test(this.text)) return false;
    this.at = expression.lastIndex;
    return true;
  }

  /** What a sticky expression captures here, behind which `at` moves; null if it does not match. */
  protected match(expression: RegExp): RegExpExecArray | null {
    expression.lastIndex = this.at;
    const match = expression.exec(this.text);
    if (match !== null) this.at = expression.lastIndex;
    return match;
  }

  protected giveUp(offset = this.at): never {
    throw new GaveUp(offset);
  }

  /** Opens a collection. Returns its index on the tape, for {@link close}. */
  protected open(kind: typeof LIST | typeof MAP, offset = this.at): number {
    this.#depth += 1;
    if (this.#depth > DEPTH_LIMIT) this.giveUp();
    return this.tape.add(kind, offset, 0);
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
    this.tape.add(LIST, this.at, this.tape.length + ENTRY);
    this.tape.muted += 1;
  }

  protected unmute(): void {
    this.tape.muted -= 1;
  }

  /** Adds the name of a member, which must be new in its mapping. */
  protected addName(names: Names, name: string, start: number): void {
    if (!names.add(name, this.tape.addName(name, start))) this.giveUp(start);
  }

  protected addValue(value: string, start: number): void {
    this.tape.add(this.kindOf(value, start), start, start + value.length);
  }

  /** What a scalar at `start` is on the tape. */
  protected abstract kindOf(value: string, start: number): number;

  /** A value in brackets, in braces, or a scalar: any in JSON, and those on one line in YAML. */
  protected scanFlow(): void {
    const code = this.text.charCodeAt(this.at);
    if (code === OPEN_BRACKET) {
      const list = this.open(LIST);
      for (let isMore = this.enter(CLOSE_BRACKET); isMore; isMore = this.next(CLOSE_BRACKET)) {
        this.scanFlow();
      }
      this.close(list);
    } else if (code === OPEN_BRACE) this.scanFlowMap();
    else this.scanFlowScalar();
  }

  protected abstract scanFlowMap(): void;
  protected abstract scanFlowScalar(): void;
}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const SPACE = 0x20;
const QUOTE = 0x22;
const HASH = 0x23;
const APOSTROPHE = 0x27;
const COMMA = 0x2c;
const DASH = 0x2d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
/** Control characters, line ends of other versions of YAML, byte order marks, half surrogates. */
const UNUSUAL_CLASS = String.raw`\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff`;
const HALF_PAIR = String.raw`[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]`;
const UNUSUAL = new RegExp(`[${UNUSUAL_CLASS}]|${HALF_PAIR}`);
const UNUSUAL_IN_YAML = new RegExp(`[\t${UNUSUAL_CLASS}]|${HALF_PAIR}`);
const UNESCAPED = String.raw`[^"\\\t\r\n]*`;
/** Only escapes that JSON and YAML share. Half surrogates are left to the general parsers. */
const ESCAPE = String.raw`\\(?:["\\/bfnrt]|u(?![Dd][89A-Fa-f])[\dA-Fa-f]{4})`;
const DOUBLE_QUOTED_TEXT = `"${UNESCAPED}(?:${ESCAPE}${UNESCAPED})*"`;
const SINGLE_QUOTED_TEXT = String.raw`'[^'\r\n]*(?:''[^'\r\n]*)*'(?!')`;
/** A text without quotes, up to a comment or the end of the line. */
const PLAIN_TEXT = String.raw`(?:[\w./+($\u00a0-\uffff]|-(?=\d))[^ :\r\n]*(?:(?::(?![ \r\n]|$)| +(?![ #\r\n]|$))[^ :\r\n]*)*`;
/** A name that needs no quotes in YAML and is not a word with a meaning. */
const PLAIN_NAME = String.raw`(?![Nn][Uu][Ll][Ll]\b|[Tt][Rr][Uu][Ee]\b|[Ff][Aa][Ll][Ss][Ee]\b)[A-Za-z_$][\w$.-]*`;
/** What may follow a value on its line. */
const LINE_END = String.raw`(?: +#[^\r\n]*| *)(?:\r?\n|$)`;
/**
 * A line behind its indentation and the dashes of its lists, up to the content of the next line, if
 * that is not blank. It captures the name, the space before the value, the value, and the next
 * indentation; or it ends before a flow collection.
 */
const LINE = new RegExp(
  `(?:(${PLAIN_NAME}):(?=[ \r\n]|$))?( *)(?:(${PLAIN_TEXT}|${DOUBLE_QUOTED_TEXT}|${SINGLE_QUOTED_TEXT})?${LINE_END}( *)|(?=[[{]))`,
  "y",
);
const LINE_END_HERE = new RegExp(LINE_END, "y");
const BLANK_LINE = / *(?:#[^\r\n]*)?\r?\n/y;
const LAST_COMMENT = /#[^\r\n]*$/y;
/** Text without quotes in a flow collection: words of letters, digits and a few signs. */
const FLOW_TEXT = String.raw`(?:[\w./+]|-(?=\d))[\w./@+-]*(?: +[\w./@+-]+)*(?= *[,\]}])`;
const FLOW_SCALAR = new RegExp(`${DOUBLE_QUOTED_TEXT}|${SINGLE_QUOTED_TEXT}|${FLOW_TEXT}`, "y");
/** A name of block style, its colon, and the space behind it. */
const NAME_HERE = new RegExp(`${PLAIN_NAME}:(?=[ \r\n]|$) *`, "y");
const FLOW_NAME = new RegExp(`(${PLAIN_NAME}):(?= )`, "y");
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
    else if (first === OPEN_BRACKET || first === OPEN_BRACE) this.#scanFlowToLineEnd();
    else this.#scanMap(0, this.at, this.#scanLine());
    // Also where a line is indented deeper than the collection before it, or a document begins.
    if (!this.#isAtEnd()) this.giveUp();
  }

  #isAtEnd(): boolean {
    return this.#column === -1;
  }

  /** From the end of a value: only a comment may follow on the line. Goes to the next content. */
  #endLine(): void {
    if (!this.skip(LINE_END_HERE)) this.giveUp();
    this.#skipToContent();
  }

  /** From the start of a line to the first content on it, or on a later line. */
  #skipToContent(): void {
    while (this.skip(BLANK_LINE));
    const start = this.at;
    this.skipSpace();
    const isAtEnd = this.at === this.text.length || this.skip(LAST_COMMENT);
    this.#column = isAtEnd ? -1 : this.at - start;
  }

  #isLineEnd(code: number): boolean {
    return code === LINE_FEED || code === CARRIAGE_RETURN || Number.isNaN(code);
  }

  /** Whether an entry of a list begins here. */
  #isAtEntry(): boolean {
    if (this.text.charCodeAt(this.at) !== DASH) return false;
    const next = this.text.charCodeAt(this.at + 1);
    return next === SPACE || this.#isLineEnd(next);
  }

  #scanList(column: number): void {
    const list = this.open(LIST);
    while (this.#column === column && this.#isAtEntry()) {
      const start = this.at;
      this.at += 1;
      this.skipSpace();
      const offset = this.at;
      const line = this.#scanLine();
      if (line[1] !== undefined) this.#scanMap(column + offset - start, offset, line);
      else if (line[3] !== undefined) this.addValue(line[3], offset);
      else if (line[4] === undefined) this.#scanFlowToLineEnd();
      else this.giveUp(offset);
    }
    this.close(list);
  }

  /** The match of {@link LINE} here. `at` and the column are then those of the next content. */
  #scanLine(): RegExpExecArray {
    const line = this.match(LINE) ?? this.#giveUpInLine();
    const indentation = line[4];
    if (indentation === undefined) return line;
    const code = this.text.charCodeAt(this.at);
    this.#column = indentation.length;
    if (code === HASH || this.#isLineEnd(code)) {
      this.at -= indentation.length;
      this.#skipToContent();
    }
    return line;
  }

  /** Gives up at the value of the line, if it has a name. */
  #giveUpInLine(): never {
    this.skip(NAME_HERE);
    this.giveUp();
  }

  /** A mapping at `column`, whose first line is read already. */
  #scanMap(column: number, offset: number, first: RegExpExecArray): void {
    const names = new Names();
    const map = this.open(MAP, offset);
    let line = first;
    let start = offset;
    for (;;) {
      const name = line[1] ?? this.giveUp(start);
      this.addName(names, name, start);
      const isUnread = this.isUnread(name);
      if (isUnread) this.mute();
      this.#scanMember(column, line, start + name.length + 1 + (line[2]?.length ?? 0));
      if (isUnread) this.unmute();
      if (this.#column !== column || this.#isAtEntry()) break;
      start = this.at;
      line = this.#scanLine();
    }
    this.close(map);
  }

  /** The value of a key at `column`: at `offset` of its line, or on the next ones. */
  #scanMember(column: number, line: RegExpExecArray, offset: number): void {
    if (line[3] !== undefined) this.addValue(line[3], offset);
    else if (line[4] === undefined) this.#scanFlowToLineEnd();
    else if (this.#column >= column && this.#isAtEntry()) this.#scanList(this.#column);
    else if (this.#column > column) this.#scanMap(this.#column, this.at, this.#scanLine());
    else this.giveUp(offset);
  }

  protected override kindOf(value: string, start: number): number {
    const first = value.charCodeAt(0);
    if (first === QUOTE) return kindOfQuoted(value);
    if (first === APOSTROPHE) return value.includes("''") ? SINGLE_QUOTED : QUOTED;
    if (isLetter(first)) {
      if (value.length > 5 || !LIKE_WORD.test(value)) return PLAIN;
      if (value !== value.toLowerCase()) this.giveUp(start);
      return WORD;
    }
    if (!LIKE_NUMBER.test(value)) return PLAIN;
    if (!PLAIN_NUMBER.test(value)) this.giveUp(start);
    return NUMBER;
  }

  #scanFlowToLineEnd(): void {
    this.scanFlow();
    this.#endLine();
  }

  protected override scanFlowScalar(): void {
    const start = this.at;
    const [value] = this.match(FLOW_SCALAR) ?? this.giveUp();
    this.addValue(value, start);
  }

  protected override scanFlowMap(): void {
    const names = new Names();
    const map = this.open(MAP);
    for (let isMore = this.enter(CLOSE_BRACE); isMore; isMore = this.next(CLOSE_BRACE)) {
      const start = this.at;
      const [, name = ""] = this.match(FLOW_NAME) ?? this.giveUp();
      this.addName(names, name, start);
      this.skipSpace();
      const isUnread = this.isUnread(name);
      if (isUnread) this.mute();
      this.scanFlow();
      if (isUnread) this.unmute();
    }
    this.close(map);
  }

  protected override skipSpace(): void {
    while (this.text.charCodeAt(this.at) === SPACE) this.at += 1;
  }
}

function kindOfQuoted(value: string): number {
  return value.includes("\\") ? DOUBLE_QUOTED : QUOTED;
}

function isLetter(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

/** The names of one mapping. */
class Names {
  /** Those with a number below 31, a bit for each: all, in most rosters. */
  #bits = 0;
  #others: Set<string> | undefined;

  /** False for a name that is there already. */
  add(name: string, number: number | undefined): boolean {
    if (number !== undefined && number < 31) {
      const bit = 1 << number;
      const isNew = (this.#bits & bit) === 0;
      this.#bits |= bit;
      return isNew;
    }
    this.#others ??= new Set();
    const { size } = this.#others;
    return this.#others.add(name).size > size;
  }
}

class JsonScanner extends Scanner {
  scan(): void {
    this.skipSpace();
    this.scanFlow();
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

  protected override scanFlowScalar(): void {
    const start = this.at;
    if (this.text.charCodeAt(start) === QUOTE) this.#skipText();
    else if (!this.skip(JSON_WORD_HERE)) this.giveUp();
    this.addValue(this.text.slice(start, this.at), start);
  }

  /** Past a text of any length, in pieces: expressions keep something for each repetition. */
  #skipText(): void {
    const start = this.at;
    this.at += 1;
    let from: number;
    do {
      from = this.at;
      this.skip(TEXT_PIECE);
    } while (this.at > from && this.text.charCodeAt(this.at) !== QUOTE);
    if (this.text.charCodeAt(this.at) !== QUOTE) this.giveUp(start);
    this.at += 1;
  }

  protected override scanFlowMap(): void {
    const names = new Names();
    const map = this.open(MAP);
    let isMore = this.enter(CLOSE_BRACE);
    while (isMore) {
      const start = this.at;
      const member = this.match(JSON_MEMBER) ?? this.giveUp();
      const name = member[1] ?? "";
      this.addName(names, name, start);
      const isUnread = this.isUnread(name);
      if (isUnread) this.mute();
      if (member[3] === undefined) {
        this.scanFlow();
        isMore = this.next(CLOSE_BRACE);
      } else {
        this.addValue(member[3], start + name.length + 2 + (member[2]?.length ?? 0));
        isMore = member[4] === ",";
      }
      if (isUnread) this.unmute();
    }
    this.close(map);
  }

  protected override kindOf(value: string): number {
    const first = value.charCodeAt(0);
    if (first === QUOTE) return kindOfQuoted(value);
    return isLetter(first) ? WORD : NUMBER;
  }
}

const JSON_SPACE = String.raw`[ \t\r\n]*`;
const JSON_WORD = String.raw`(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])`;
const JSON_WORD_HERE = new RegExp(JSON_WORD, "y");
const PIECE = `${UNESCAPED}(?:${ESCAPE}${UNESCAPED}){0,99}`;
const TEXT_PIECE = new RegExp(PIECE, "y");
/**
 * A member: its name without escapes, what parts it from its value, and the value and what follows
 * it, if the value is not a collection or a text with very many escapes.
 */
const JSON_MEMBER = new RegExp(
  `"(${UNESCAPED})"(${JSON_SPACE}:${JSON_SPACE})(?:("${PIECE}"|${JSON_WORD})${JSON_SPACE}([,}])${JSON_SPACE}|(?=[[{"]))`,
  "y",
);

/** Makes nodes from a tape. */
class TapeReader {
  readonly #text: string;
  readonly #entries: Int32Array;
  readonly #names: readonly string[];

  constructor(text: string, { entries, names }: Tape) {
    this.#text = text;
    this.#entries = entries;
    this.#names = names;
  }

  node(index: number): Node {
    const head = this.#int(index);
    const offset = head >>> KIND_BITS;
    const kind = head & KIND_MASK;
    switch (kind) {
      case LIST:
        return { kind: "list", offset, items: new TapeItems(this, index) };
      case MAP:
        return { kind: "map", offset, members: new TapeMembers(this, index), damaged: false };
      default:
        return this.#scalar(kind, offset, this.#int(index + 1));
    }
  }

  /** The index of the entry after the value at `index`. */
  after(index: number): number {
    const kind = this.#int(index) & KIND_MASK;
    return kind === LIST || kind === MAP ? this.#int(index + 1) : index + ENTRY;
  }

  #int(index: number): number {
    return this.#entries[index] ?? 0;
  }

  /** Where in the text the entry at `index` begins. */
  #start(index: number): number {
    return this.#int(index) >>> KIND_BITS;
  }

  item(index: number): Item {
    const node = this.node(index);
    return { offset: node.offset, node };
  }

  /** The member whose name is at `index`. */
  member(index: number): Member {
    return { keyOffset: this.#start(index), isText: true, node: this.node(index + ENTRY) };
  }

  /** The name at `index`. */
  name(index: number): string {
    const number = this.#int(index + 1);
    if (number >= 0) return this.#names[number] ?? "";
    const at = this.#start(index);
    const start = this.#text.charCodeAt(at) === QUOTE ? at + 1 : at;
    return this.#text.slice(start, start + ~number);
  }

  #scalar(kind: number, offset: number, end: number): ScalarNode {
    if (kind === QUOTED) {
      return { kind: "scalar", offset, value: this.#text.slice(offset + 1, end - 1) };
    }
    const source = this.#text.slice(offset, end);
    switch (kind) {
      case SINGLE_QUOTED:
        return { kind: "scalar", offset, value: source.slice(1, -1).replaceAll("''", "'") };
      case DOUBLE_QUOTED:
        return { kind: "scalar", offset, value: String(JSON.parse(source)) };
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

/** The members of a mapping, made when they are asked for. */
class TapeMembers implements Members {
  readonly #reader: TapeReader;
  readonly #start: number;
  readonly #end: number;

  constructor(reader: TapeReader, index: number) {
    this.#reader = reader;
    this.#start = index + ENTRY;
    this.#end = reader.after(index);
  }

  get size(): number {
    return this.keys().length;
  }

  get(name: string): Member | undefined {
    const index = this.#find(name);
    return index === undefined ? undefined : this.#reader.member(index);
  }

  has(name: string): boolean {
    return this.#find(name) !== undefined;
  }

  keys(): readonly string[] {
    const names: string[] = [];
    for (let at = this.#start; at < this.#end; at = this.#next(at)) {
      names.push(this.#reader.name(at));
    }
    return names;
  }

  forEach(visit: (member: Member, name: string) => void): void {
    for (let at = this.#start; at < this.#end; at = this.#next(at)) {
      visit(this.#reader.member(at), this.#reader.name(at));
    }
  }

  *[Symbol.iterator](): Generator<readonly [string, Member]> {
    for (let at = this.#start; at < this.#end; at = this.#next(at)) {
      yield [this.#reader.name(at), this.#reader.member(at)];
    }
  }

  #find(name: string): number | undefined {
    for (let at = this.#start; at < this.#end; at = this.#next(at)) {
      if (this.#reader.name(at) === name) return at;
    }
    return undefined;
  }

  /** The index of the name after the member at `index`. */
  #next(index: number): number {
    return this.#reader.after(index + ENTRY);
  }
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
    for (let at = this.#index + ENTRY; at < end; at = this.#reader.after(at)) {
      yield this.#reader.item(at);
    }
  }
}
