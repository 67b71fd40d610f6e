// Explains the errors of the yaml package to the author of a roster, and moves each to the position
// of the mistake, which may be before the position where the parser noticed it.
import { type Message, msg } from "../../model/message.js";
import type { ProblemCode } from "../../model/problem-codes.js";
import type { ReportAt } from "./node.js";
import type { PositionOf } from "./positions.js";

/** An error as the yaml package reports it. */
export interface YamlError {
  readonly code: string;
  readonly message: string;
  /** The offsets of its start and end. */
  readonly pos: readonly [number, number];
}

/**
 * Reports one error per line, since the first one most likely causes the others. Errors after the
 * parser gave up are not reported. Returns offsets on whose lines the values cannot be used.
 */
export function reportYamlErrors(
  errors: readonly YamlError[],
  startOf: (end: number) => number,
  text: string,
  position: PositionOf,
  report: ReportAt,
): readonly number[] {
  const reportedLines = new Set<number>();
  const dashes = errors.length === 0 ? [] : dashesIn(text);
  const damaged = errors.map(({ pos }) => pos[0]);
  for (const error of errors) {
    // The parser notices an unclosed quote at its end. The mistake is more likely at its start.
    const offset = isUnclosedQuote(error) ? startOf(error.pos[0]) : error.pos[0];
    const { line, column } = position(offset);
    if (reportedLines.has(line)) continue;
    reportedLines.add(line);
    const dash = dashes.findLast((one) => isCausedBy(one, offset, column, text));
    if (dash === undefined) reportError(error, offset, tabIn(text, offset - column + 1), report);
    else {
      if (!dash.isReported) report("yaml-syntax", dash.offset, DASH);
      dash.isReported = true;
      damaged.push(dash.offset);
    }
    if (/at node end|in YAML (document|stream)/.test(error.message)) break;
  }
  return damaged;
}

function reportError(
  error: YamlError,
  offset: number,
  tab: number | undefined,
  report: ReportAt,
): void {
  if (tab !== undefined) report("tab-indentation", tab, TAB);
  else report(CODES[error.code] ?? "yaml-syntax", offset, explain(error));
}

/** A "-" without a space after it, at the start of a list entry. */
interface Dash {
  /** The start of its line. */
  readonly start: number;
  readonly offset: number;
  /** The end of the line with the next entry. Errors up to there are caused by the dash. */
  readonly end: number;
  isReported: boolean;
}

/**
 * Whether a dash causes an error: one inside its entry, or one at the start of a later entry, which
 * the parser no longer expects.
 */
function isCausedBy(
  { start, offset: dash, end, isReported }: Dash,
  offset: number,
  column: number,
  text: string,
): boolean {
  if (offset < start) return false;
  return (
    offset < end || (isReported && column === dash - start + 1 && text.startsWith("- ", offset))
  );
}

/** How many dashes are searched for. If every entry has this mistake, the first ones are enough. */
const DASH_LIMIT = 50;

/** The dashes right before a key. */
function dashesIn(text: string): readonly Dash[] {
  const dashes: Dash[] = [];
  for (const { 0: whole, 1: indentation = "", index } of text.matchAll(
    /^( *)-(?=[A-Za-z_$"'][^\s:]*:(?:\s|$))/gm,
  )) {
    if (dashes.length === DASH_LIMIT) break;
    const next = new RegExp(`^ {0,${indentation.length}}[^ \\n].*`, "gm");
    next.lastIndex = index + whole.length;
    const end = next.exec(text);
    dashes.push({
      start: index,
      offset: index + indentation.length,
      end: end === null ? text.length + 1 : end.index + end[0].length,
      isReported: false,
    });
  }
  return dashes;
}

const CODES: Readonly<Record<string, ProblemCode>> = {
  TAG_RESOLVE_FAILED: "custom-tag",
  BAD_COLLECTION_TYPE: "custom-tag",
  TAB_AS_INDENT: "tab-indentation",
  RESOURCE_EXHAUSTION: "nested-too-deep",
};

const DASH = msg`A space is missing after the "-" with which an entry of a list begins: write "- key: value".`;
const TAB = msg`A tab stands in the indentation of this line. YAML is indented with spaces only.`;

/** The offset of a tab in the indentation of the line that starts at `start`. */
function tabIn(text: string, start: number): number | undefined {
  const indentation = /[ \t]*/y;
  indentation.lastIndex = start;
  const tab = (indentation.exec(text)?.[0] ?? "").indexOf("\t");
  return tab === -1 ? undefined : start + tab;
}

function isUnclosedQuote({ code, message }: YamlError): boolean {
  return code === "MISSING_CHAR" && message.endsWith("quote");
}

function explain(error: YamlError): Message {
  if (isUnclosedQuote(error)) return msg`The quote that opens here is not closed on its line.`;
  return (
    EXPLANATIONS_BY_MESSAGE.find(([part]) => error.message.includes(part))?.[1] ??
    EXPLANATIONS[error.code] ??
    FALLBACK
  );
}

const FALLBACK = msg`This is not YAML as it stands. Check the line above too: its indentation, quotes, brackets and colons.`;
const BRACKET = msg`A bracket or brace is not closed before this, or this line is not indented enough.`;
const KEY = msg`This is not a key with its value: write "key: value", with a space after the colon, at the same indentation as the other keys.`;
const COLON = msg`A colon with a space after it begins a map here. Put the text in quotes if it holds one; else check the indentation of the next line.`;
const ENTRY = msg`This line stands where the next entry of the list should begin with "- ". Indent it as the lines before it.`;
const COMMA = msg`A comma is missing before this, or a bracket or brace is not closed.`;
const TAG = msg`Rosters know no tags but those of plain YAML (!!str, !!int, !!bool and their like). Remove the word with the exclamation mark.`;

/** Explanations by a part of the package's message, for codes that have several meanings. */
const EXPLANATIONS_BY_MESSAGE: readonly (readonly [string, Message])[] = [
  ["without - indicator", ENTRY],
  ["need to be followed by map values", KEY],
  ["Missing ,", COMMA],
  ["must end with a", BRACKET],
];

const EXPLANATIONS: Readonly<Record<string, Message>> = {
  ALIAS_PROPS: msg`An alias (*name) can have no anchor and no tag of its own.`,
  BAD_ALIAS: msg`An anchor (&) or alias (*) needs a name right after its sign. Put the text in quotes if the sign belongs to it.`,
  BAD_COLLECTION_TYPE: TAG,
  BAD_DIRECTIVE: msg`A line that begins with % is a directive, and rosters need none. Remove it.`,
  BAD_DQ_ESCAPE: msg`Double quotes know no such escape. Write a backslash as \\\\, or use single quotes.`,
  BAD_INDENT: BRACKET,
  BAD_SCALAR_START: msg`A text cannot start with this character (@, backtick, % and their like) unless it is in quotes.`,
  BLOCK_AS_IMPLICIT_KEY: COLON,
  BLOCK_IN_FLOW: msg`Inside brackets and braces a list or map must be written with brackets and braces too.`,
  KEY_OVER_1024_CHARS: msg`A key can have 1,024 characters at most.`,
  MULTILINE_IMPLICIT_KEY: KEY,
  MULTIPLE_ANCHORS: msg`A value can have one anchor (&name) only.`,
  MULTIPLE_TAGS: TAG,
  TAG_RESOLVE_FAILED: TAG,
  TAB_AS_INDENT: TAB,
  RESOURCE_EXHAUSTION: msg`Lists and maps are nested too deep here. A roster needs five levels.`,
};
