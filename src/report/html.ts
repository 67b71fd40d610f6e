// Text → inert HTML, for raw HTML blocks only: Markdown is not parsed there, but GitHub still turns
// mentions, references, hashes, emoji names and URLs into links, except in <code>.
import { escapeInvisible, shorten } from "../model/format.js";
import type { Message } from "../model/message.js";
import type { SourceLocation } from "../model/problem.js";

/** Escapes for HTML text and for quoted attributes. */
export function escapeHtml(value: string): string {
  return value.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** User text as code: on one line, cut at 200 UTF-16 units. */
export function code(value: string, limit?: number): string {
  return value === ""
    ? "<i>empty</i>"
    : `<code>${escapeHtml(shorten(escapeInvisible(value), limit))}</code>`;
}

/** User text as plain text where GitHub makes nothing else of it, else as code. */
export function inert(value: string, limit?: number): string {
  const isWords = WORDS.test(value) || EMAIL.test(value);
  const isPlain = isWords && !MAY_BECOME_LINK.test(value) && !SPACE_THAT_GETS_LOST.test(value);
  return isPlain ? escapeHtml(shorten(escapeInvisible(value), limit)) : code(value, limit);
}

/** Letters of any script, digits, and punctuation that means nothing to GitHub. */
const WORDS = /^[\p{L}\p{M}\p{N} .,'_()•…-]+$/u;
/**
 * An address with an ASCII letter or digit before its `@`: after any other letter, GitHub takes the
 * rest for a mention.
 */
const EMAIL = /^[\p{L}\p{M}\p{N}._+'-]*[A-Za-z0-9]@[\p{L}\p{N}][\p{L}\p{M}\p{N}.-]*$/u;
/** Outside of code, a browser shows it as one space or as none. */
const SPACE_THAT_GETS_LOST = /^ | $| {2}/;
/** `GH-12`, advisories, the hash of a commit, and an address of the web without its scheme. */
const MAY_BECOME_LINK =
  /\b(?:GH-\d|CVE-\d|GHSA-)|(?<![A-Za-z0-9])[0-9a-f]{7,}(?![A-Za-z0-9])|www\./i;

/** A message as HTML: words of ours in `backquotes` are code, values and replies are inert. */
export function richText(message: Message): string {
  return message
    .map((part) => {
      if (typeof part === "string") {
        return escapeHtml(escapeInvisible(part)).replace(/`([^`]+)`/g, "<code>$1</code>");
      }
      return "quoted" in part ? code(part.quoted) : code(part.reply, REPLY_LIMIT);
    })
    .join("");
}

const REPLY_LIMIT = 1000;

/** A row of a table on one line of its own; the cells are HTML. */
export function tableRow(cells: readonly string[]): string {
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>\n`;
}

/** Says what is missing of a table: in its last row, or alone in its place. */
export function restOfTable(words: string, columns: number, isAlone: boolean): string {
  return isAlone ? `<p>${words}</p>\n\n` : `<tr><td colspan="${columns}">${words}</td></tr>\n`;
}

/**
 * The head of a table, to which rows and `</table>` are added without a blank line, which would end
 * the HTML block.
 */
export function tableHead(titles: readonly string[]): string {
  return `<table>\n<tr>${titles.map((title) => `<th align="left">${title}</th>`).join("")}</tr>\n`;
}

/** A link of ours; only the words where there is nothing to link to. */
export function anchor(url: string | undefined, words: string): string {
  return url === undefined ? words : `<a href="${escapeHtml(url)}">${words}</a>`;
}

/**
 * The URL of a line of the repository, each part of the path percent-encoded. Undefined where no
 * link can be made.
 */
export function urlOfLine(
  base: string | undefined,
  { file, line }: Pick<SourceLocation, "file" | "line">,
): string | undefined {
  const parts = file.split("/");
  // A lone surrogate cannot be encoded, and a browser would follow dots out of the commit.
  const isLinkable =
    !/\p{Surrogate}/u.test(file) && !parts.some((part) => ["", ".", ".."].includes(part));
  if (base === undefined || !/^https?:\/\//.test(base) || !isLinkable) return undefined;
  return `${base}/${parts.map(encodeURIComponent).join("/")}#L${line}`;
}

/** A path that may break after each slash, so that a long one does not make a table scroll. */
export function path(file: string): string {
  return file
    .split("/")
    .map((part) => (part === "" ? "" : inert(part)))
    .join("/<wbr>");
}
