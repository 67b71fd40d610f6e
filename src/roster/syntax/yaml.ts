// YAML 1.2 → nodes, by the yaml package. It reads, this file bounds what it may cost; yaml-errors.ts
// words its errors, yaml-tree.ts walks its document.
import { Composer, type CST, type Document, Lexer, Parser, visit } from "yaml";
import { msg } from "../../model/message.js";
import { TOO_DEEP, TOO_MANY_VALUES } from "./messages.js";
import { DEPTH_LIMIT, type Node, type ReportAt, UnreadableDocument } from "./node.js";
import { damageOn, type PositionOf } from "./positions.js";
import { reportYamlErrors, type YamlError } from "./yaml-errors.js";
import { readDocument } from "./yaml-tree.js";

/**
 * How many lexemes a file may have, each of which costs memory before anything can be checked. A
 * roster of 16 MiB has about 3 million.
 */
const LEXEME_LIMIT = 5_000_000;
/** How many directives and unreadable pieces are looked at before the file is given up. */
const NOISE_LIMIT = 1000;

/**
 * Reads the text as far as it can be read; undefined where there is nothing in it. Throws
 * {@link UnreadableDocument}.
 */
export function parseYaml(
  source: string,
  position: PositionOf,
  report: ReportAt,
): Node | undefined {
  // A lone CR ends a line in YAML, but not in the package. An LF in its place moves no offset.
  const text = source.replace(/\r(?!\n)/g, "\n");
  const [document, second] = withoutStackTraces(() => compose(text));
  if (document === undefined) return undefined;
  if (second !== undefined) {
    report(
      "several-documents",
      second.range[0],
      msg`A second document begins here. A roster file holds one: remove the line with --- or ...`,
    );
  }
  const { yaml } = document.directives;
  if (yaml.explicit === true && yaml.version !== "1.2") {
    report(
      "yaml-version",
      Math.max(0, text.search(/^%YAML/m)),
      msg`Rosters are YAML 1.2. Remove the line that begins with %YAML.`,
    );
  }
  const errors: readonly YamlError[] = [...document.errors, ...document.warnings];
  const damaged = reportYamlErrors(errors, scalarStarts(document), text, position, report);
  return readDocument(document, text, damageOn(damaged, position), report);
}

/** The package makes an Error of all it finds. A million stack traces would cost more than the rest. */
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
  let noise = 0;
  for (const token of tokensOf(text)) {
    if (token.type === "directive" || token.type === "error") noise += 1;
    documents.push(...composer.next(token));
    if (documents.length > 1) return documents;
    if (noise > NOISE_LIMIT) break;
  }
  documents.push(...composer.end(true, text.length));
  return documents;
}

/** The tokens of a text. Throws {@link UnreadableDocument} at the first sign of too much. */
function* tokensOf(text: string): Generator<CST.Token> {
  const parser = new Parser();
  let lexemes = 0;
  for (const lexeme of new Lexer().lex(text)) {
    lexemes += 1;
    if (lexemes > LEXEME_LIMIT) {
      throw new UnreadableDocument("too-many-values", parser.offset, TOO_MANY_VALUES);
    }
    yield* parser.next(lexeme);
    // The stack holds the document, the open collections, and at most one scalar.
    if (parser.stack.length > DEPTH_LIMIT + 2) {
      throw new UnreadableDocument("nested-too-deep", parser.offset, TOO_DEEP);
    }
  }
  yield* parser.end();
}

/** Finds the start of the scalar that ends at an offset. */
function scalarStarts(document: Document.Parsed): (end: number) => number {
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
