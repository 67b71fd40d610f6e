// YAML 1.2 → nodes, with the yaml package. This file limits the time and memory that parsing takes;
// yaml-errors.ts explains syntax errors, yaml-tree.ts converts the parsed document.
import { Composer, type CST, type Document, Lexer, Parser } from "yaml";
import { msg } from "../../model/message.js";
import { TOO_DEEP, TOO_MANY_VALUES } from "./messages.js";
import { DEPTH_LIMIT, type Node, type ReportAt, UnreadableDocument } from "./node.js";
import { type Attempt, type Mistake, parseWithRecovery } from "./recovery.js";
import { findMistakes } from "./yaml-errors.js";
import { findOpenText } from "./yaml-texts.js";
import { readDocument } from "./yaml-tree.js";

/**
 * How many lexemes a file may have. Each takes memory before anything can be checked. A roster of
 * 16 MiB has about 3 million.
 */
const LEXEME_LIMIT = 5_000_000;
/** How many directives and unreadable tokens are read. After that, the rest of the file is not. */
const NON_CONTENT_LIMIT = 1000;

/**
 * Parses as much of the text as possible; undefined if there is nothing in it. Throws
 * {@link UnreadableDocument}.
 */
export function parseYaml(source: string, report: ReportAt): Node | undefined {
  // A lone CR ends a line in YAML, but not for the package. Replacing it with LF keeps all offsets.
  const text = source.replace(/\r(?!\n)/g, "\n");
  return parseWithRecovery(text, (one) => parseOnce(one, report), report);
}

function parseOnce(text: string, report: ReportAt): Attempt {
  const [document, second] = withoutStackTraces(() => compose(text));
  if (document === undefined) return { mistakes: [], read: () => undefined };
  const open = findOpenText(document, text);
  const mistakes = [
    ...findExtras(document, second, text),
    ...findMistakes(document, text),
    ...(open === undefined ? [] : [open]),
  ];
  const broken = mistakes.map(({ offset }) => offset);
  return { mistakes, read: (lost) => readDocument(document, text, [...lost, ...broken], report) };
}

/** What is not an error of YAML, but of a roster. */
function findExtras(
  { directives: { yaml } }: Document.Parsed,
  second: Document.Parsed | undefined,
  text: string,
): readonly Mistake[] {
  const extras: Mistake[] = [];
  if (second !== undefined) {
    const message = msg`A second document begins here. A roster file has one: remove the line with --- or ...`;
    extras.push({ code: "several-documents", offset: second.range[0], message });
  }
  if (yaml.explicit === true && yaml.version !== "1.2") {
    const message = msg`Rosters are YAML 1.2. Remove the line that begins with %YAML.`;
    extras.push({ code: "yaml-version", offset: Math.max(0, text.search(/^%YAML/m)), message });
  }
  return extras;
}

/** The package makes an Error for each problem. A million stack traces would take too long. */
function withoutStackTraces<Result>(work: () => Result): Result {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return work();
  } finally {
    Error.stackTraceLimit = limit;
  }
}

/** The first document, and the second if there is one. */
function compose(text: string): Document.Parsed[] {
  const composer = new Composer({
    schema: "core",
    merge: false,
    uniqueKeys: false,
    resolveKnownTags: false,
    logLevel: "error",
  });
  const documents: Document.Parsed[] = [];
  let nonContent = 0;
  for (const token of tokensOf(text)) {
    if (token.type === "directive" || token.type === "error") nonContent += 1;
    documents.push(...composer.next(token));
    if (documents.length > 1) return documents;
    if (nonContent > NON_CONTENT_LIMIT) break;
  }
  documents.push(...composer.end(true, text.length));
  return documents;
}

/** The tokens of a text. Throws {@link UnreadableDocument} once a limit is exceeded. */
function* tokensOf(text: string): Generator<CST.Token> {
  const parser = new Parser();
  let lexemes = 0;
  for (const lexeme of new Lexer().lex(text)) {
    lexemes += 1;
    if (lexemes > LEXEME_LIMIT) {
      throw new UnreadableDocument("too-many-values", parser.offset, TOO_MANY_VALUES);
    }
    yield* parser.next(lexeme);
    // The stack has the document, the open collections, and at most one scalar.
    if (parser.stack.length > DEPTH_LIMIT + 2) {
      throw new UnreadableDocument("nested-too-deep", parser.offset, TOO_DEEP);
    }
  }
  yield* parser.end();
}
