// Texts that the yaml package accepts although they are not closed as YAML wants it. What they
// swallow, or let through, would change whom a roster names.
import { type Document, type Scalar, visit } from "yaml";
import { type Message, msg } from "../../model/message.js";
import type { Mistake } from "./recovery.js";
import { cutOutBlock } from "./yaml-blocks.js";

/** The first quoted text or block text of a document that is not closed; undefined if all are. */
export function findOpenText(document: Document.Parsed, text: string): Mistake | undefined {
  let mistake: Mistake | undefined;
  visit(document, {
    Scalar: (_key, { type, range }) => {
      const [start, end] = range ?? [0, 0];
      const message = flawOf(type, text, start, end);
      if (message === undefined) return undefined;
      const cutOut = () => cutOutBlock(text, start, end);
      mistake = { code: "yaml-syntax", offset: start, message, cutOut };
      return visit.BREAK;
    },
  });
  return mistake;
}

function flawOf(
  type: Scalar["type"],
  text: string,
  start: number,
  end: number,
): Message | undefined {
  switch (type) {
    case "QUOTE_SINGLE":
      return closeOfSingle(text, start) === end - 1 ? undefined : OPEN_QUOTE;
    case "QUOTE_DOUBLE":
      return closeOfDouble(text, start) === end - 1 ? undefined : OPEN_QUOTE;
    case "BLOCK_LITERAL":
    case "BLOCK_FOLDED":
      return hasTabBeforeContent(text, start) ? TAB_IN_BLOCK : undefined;
    default:
      return undefined;
  }
}

/** The offset of the quote that closes a text in single quotes, in which '' is a quote; else -1. */
function closeOfSingle(text: string, start: number): number {
  for (let at = text.indexOf("'", start + 1); at !== -1; at = text.indexOf("'", at + 2)) {
    if (text[at + 1] !== "'") return at;
  }
  return -1;
}

/** The same for double quotes, in which a backslash escapes the character after it. */
function closeOfDouble(text: string, start: number): number {
  const piece = /\\.|"/gs;
  piece.lastIndex = start + 1;
  for (let found = piece.exec(text); found !== null; found = piece.exec(text)) {
    if (found[0] === '"') return found.index;
  }
  return -1;
}

/** Whether a line of only spaces and tabs, with a tab, is between a block's header and its text. */
function hasTabBeforeContent(text: string, start: number): boolean {
  const headerEnd = text.indexOf("\n", start);
  if (headerEnd === -1) return false;
  const content = /\S/g;
  content.lastIndex = headerEnd;
  const blank = text.slice(headerEnd, content.exec(text)?.index);
  return blank.slice(0, blank.lastIndexOf("\n")).includes("\t");
}

const OPEN_QUOTE = msg`The quote that opens here is not closed where it should be. In single quotes a quote itself is written '', in double quotes \\".`;
const TAB_IN_BLOCK = msg`The text after this sign begins with a line of spaces and a tab, so where it ends is not certain. Remove the tab, or put the text in quotes.`;
