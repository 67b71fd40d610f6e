// Explains the errors of the yaml package to the author of a roster, and moves each to the position
// of the mistake, which may be before the position where the parser noticed it.
import { type Document, visit } from "yaml";
import { type Message, msg } from "../../model/message.js";
import type { ProblemCode } from "../../model/problem-codes.js";
import type { Mistake } from "./recovery.js";
import { cutOutBlock } from "./yaml-blocks.js";

/** An error as the yaml package reports it. */
interface YamlError {
  readonly code: string;
  readonly message: string;
  /** The offsets of its start and end. */
  readonly pos: readonly [number, number];
}

/** How many errors a text may have that is read in spite of them. Parsing it takes long. */
const ERROR_LIMIT = 1000;

/**
 * The mistakes that the package's errors and warnings come from, up to the first structural one.
 */
export function findMistakes(document: Document.Parsed, text: string): readonly Mistake[] {
  const mistakes: Mistake[] = [];
  for (const error of [...document.errors, ...document.warnings]) {
    const { code, pos } = error;
    if (!LOCAL.has(code)) return [...mistakes, structuralMistake(error, document, text)];
    const message = explain(error);
    mistakes.push({ code: CODES[code] ?? "yaml-syntax", offset: pos[0], message });
  }
  return mistakes;
}

/** A mistake because of which the parser no longer knows the structure of the text. */
function structuralMistake(error: YamlError, document: Document.Parsed, text: string): Mistake {
  const { code } = error;
  const offset = skipSpace(text, error.pos[0]);
  const isHopeless = document.errors.length > ERROR_LIMIT;
  const cutOutFrom = (start: number) => () =>
    isHopeless ? undefined : cutOutBlock(text, start, offset);
  const tab = tabIn(text, startOfLine(text, offset));
  if (tab !== undefined) {
    const cutOut = cutOutFrom(tab);
    return { code: "tab-indentation", offset: tab, message: TAB, cutOut, isOnce: true };
  }
  const dash = dashBefore(text, offset);
  if (dash !== undefined) {
    return { code: "yaml-syntax", offset: dash, message: DASH, cutOut: cutOutFrom(dash) };
  }
  const open = openBefore(document, text, error);
  if (open !== undefined && !open.isBracket) {
    const { start } = open;
    return { code: "yaml-syntax", offset: start, message: QUOTE, cutOut: cutOutFrom(start) };
  }
  return {
    code: CODES[code] ?? "yaml-syntax",
    offset,
    message: explain(error),
    cutOut: cutOutFrom(open?.start ?? offset),
  };
}

/** Errors that do not hide the structure: all but the value in question can be read. */
const LOCAL: ReadonlySet<string> = new Set([
  "ALIAS_PROPS",
  "BAD_ALIAS",
  "BAD_COLLECTION_TYPE",
  "BAD_DIRECTIVE",
  "BAD_DQ_ESCAPE",
  "BAD_SCALAR_START",
  "KEY_OVER_1024_CHARS",
  "MULTIPLE_ANCHORS",
  "MULTIPLE_TAGS",
  "TAG_RESOLVE_FAILED",
]);

const CODES: Readonly<Record<string, ProblemCode>> = {
  TAG_RESOLVE_FAILED: "custom-tag",
  BAD_COLLECTION_TYPE: "custom-tag",
  RESOURCE_EXHAUSTION: "nested-too-deep",
};

/** The first character that is not white space, from an offset on. */
function skipSpace(text: string, offset: number): number {
  const content = /\S/g;
  content.lastIndex = offset;
  return content.exec(text)?.index ?? offset;
}

function startOfLine(text: string, offset: number): number {
  // An index below 0 would count as 0.
  return offset <= 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
}

/** The offset of a tab in the indentation of the line that starts at `start`. */
function tabIn(text: string, start: number): number | undefined {
  const indentation = /[ \t]*/y;
  indentation.lastIndex = start;
  const tab = (indentation.exec(text)?.[0] ?? "").indexOf("\t");
  return tab === -1 ? undefined : start + tab;
}

/** The "-" without a space after it with which the entry of a list begins that has the error. */
function dashBefore(text: string, offset: number): number | undefined {
  const entry = /[ ]*-(?:(?=\s)|(?=[A-Za-z_$"'][^\s:]*:(?:\s|$)))/y;
  for (let start = startOfLine(text, offset); ; start = startOfLine(text, start - 1)) {
    entry.lastIndex = start;
    const found = entry.exec(text)?.[0];
    if (found !== undefined) {
      const dash = start + found.length - 1;
      return /\s/.test(text[dash + 1] ?? "\n") ? undefined : dash;
    }
    if (start === 0) return undefined;
  }
}

/**
 * The bracket or quote before the error that is not closed on its own line, but later by chance, or
 * never.
 */
function openBefore(document: Document.Parsed, text: string, error: YamlError) {
  const offset = error.pos[0];
  const line = startOfLine(text, offset);
  const isUnclosedQuote = error.code === "MISSING_CHAR" && error.message.includes("closing");
  let open: { readonly start: number; readonly isBracket: boolean } | undefined;
  visit(document, {
    Scalar: (_key, { type, range }) => {
      if (type?.startsWith("QUOTE_") !== true || !range) return;
      const [start, end] = range;
      const isClosedByChance = start < line && end > line && end <= offset;
      if (isClosedByChance || (isUnclosedQuote && end === offset))
        open ??= { start, isBracket: false };
    },
    Collection: (_key, { flow, range }) => {
      if (flow !== true || !range) return;
      const [start, end] = range;
      if (start < line && end >= offset) open ??= { start, isBracket: true };
    },
  });
  return open;
}

function explain({ code, message }: YamlError): Message {
  return (
    EXPLANATIONS_BY_MESSAGE.find(([part]) => message.includes(part))?.[1] ??
    EXPLANATIONS[code] ??
    FALLBACK
  );
}

const DASH = msg`A space is missing after the "-" with which an entry of a list begins: write "- key: value".`;
const QUOTE = msg`The quote that opens here is not closed on its line.`;
const TAB = msg`This line is indented with a tab. Indent all lines of this file with spaces only.`;
const FALLBACK = msg`This is not valid YAML. Check the line above too: its indentation, quotes, brackets and colons.`;
const BRACKET = msg`A bracket or brace is not closed before this, or this line is not indented enough.`;
const KEY = msg`This is not a key with its value: write "key: value", with a space after the colon, at the same indentation as the other keys.`;
const COLON = msg`A colon with a space after it starts a mapping here. Put the text in quotes if it has one; else check the indentation of the next line.`;
const ENTRY = msg`This line is where the next entry of the list should begin with "- ". Indent it as the lines before it.`;
const COMMA = msg`A comma is missing before this, or a bracket or brace is not closed.`;
const TAG = msg`A roster has no tags. Write the value itself, without the word with the exclamation mark.`;

/** Explanations by a part of the package's message, for codes that have several meanings. */
const EXPLANATIONS_BY_MESSAGE: readonly (readonly [string, Message])[] = [
  ["without - indicator", ENTRY],
  ["need to be followed by map values", KEY],
  ["Missing ,", COMMA],
  ["must end with a", BRACKET],
];

const EXPLANATIONS: Readonly<Record<string, Message>> = {
  ALIAS_PROPS: msg`An alias (*name) cannot have an anchor or a tag. Remove it.`,
  BAD_ALIAS: msg`An anchor (&) or alias (*) needs a name right after its sign. Put the text in quotes if the sign belongs to it.`,
  BAD_COLLECTION_TYPE: TAG,
  BAD_DIRECTIVE: msg`A line that begins with % is a YAML directive, which a roster does not need. Remove it.`,
  BAD_DQ_ESCAPE: msg`Unknown escape in double quotes. Write a backslash as \\\\, or use single quotes.`,
  BAD_INDENT: BRACKET,
  BAD_SCALAR_START: msg`A text cannot start with this character (@, backtick, % and others) unless it is in quotes.`,
  BLOCK_AS_IMPLICIT_KEY: COLON,
  BLOCK_IN_FLOW: msg`Inside brackets and braces a list or mapping must be written with brackets and braces too.`,
  KEY_OVER_1024_CHARS: msg`A key can have at most 1,024 characters.`,
  MULTILINE_IMPLICIT_KEY: KEY,
  MULTIPLE_ANCHORS: msg`A value can have only one anchor (&name).`,
  MULTIPLE_TAGS: TAG,
  TAG_RESOLVE_FAILED: TAG,
  RESOURCE_EXHAUSTION: msg`Lists and mappings are nested too deep here. A roster needs five levels.`,
};
