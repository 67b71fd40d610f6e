// Escaping and room. User text only ever stands in raw HTML blocks, escaped and inside <code>: markdown is not parsed there, and
// GitHub looks for mentions, issue references, commits, emoji and links outside of <code> only.

import { escapeInvisible, shorten } from "../model/format.js";
import type { Message } from "../model/message.js";

/** Escapes for HTML text and for quoted attributes. */
export function escapeHtml(value: string): string {
  return value.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** User text as HTML: on one line, cut at 200 UTF-16 units, inert. */
export function code(value: string, limit?: number): string {
  return value === ""
    ? "<em>empty</em>"
    : `<code>${escapeHtml(shorten(escapeInvisible(value), limit))}</code>`;
}

/** A message as HTML, for raw HTML blocks only: words of ours in `backquotes`, quotes and replies become <code>. */
export function richText(message: Message): string {
  return message
    .map((part) => {
      if (typeof part === "string")
        return escapeHtml(escapeInvisible(part)).replace(/`([^`]+)`/g, "<code>$1</code>");
      return "quoted" in part ? code(part.quoted) : code(part.reply, 1000);
    })
    .join("");
}

/** A row of a table on one line of its own; the cells are HTML. */
export function tableRow(cells: readonly string[]): string {
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>\n`;
}

/** The head of a table, to which rows and `</table>` are added without a blank line, which would end the HTML block. */
export function tableHead(titles: readonly string[]): string {
  return `<table>\n<tr>${titles.map((title) => `<th align="left">${title}</th>`).join("")}</tr>\n`;
}

/** A link of ours to a place in a repository: each part of the path is percent-encoded. Plain <code> where no link can be made. */
export function link(base: string | undefined, path: string, line: number): string {
  const words = code(`${path}:${line}`);
  const parts = path.split("/");
  // A lone surrogate cannot be encoded, and a browser would follow dots out of the commit.
  const linkable =
    !/\p{Surrogate}/u.test(path) && !parts.some((part) => ["", ".", ".."].includes(part));
  if (base === undefined || !/^https?:\/\//.test(base) || !linkable) return words;
  return `<a href="${escapeHtml(`${base}/${parts.map(encodeURIComponent).join("/")}#L${line}`)}">${words}</a>`;
}

/** A piece of a document that can be cut between its rows. Rows are rendered on demand, so that a cut one costs nothing. */
export interface Part {
  /** Parts with a lower number are cut first. */
  readonly keep: number;
  /** What a row is, in the plural, for saying what was cut; parts may share it. */
  readonly noun: string;
  readonly open: string;
  readonly count: number;
  readonly row: (index: number) => string;
  /** Stands in for `cut` rows. */
  readonly more: (cut: number) => string;
  readonly close: string;
}

/** A part that is whole or not there at all. */
export function block(keep: number, noun: string, content: string): Part {
  return { keep, noun, open: "", count: 1, row: () => content, more: () => "", close: "" };
}

/** How many rows of one noun are shown. */
export interface Cut {
  readonly noun: string;
  readonly shown: number;
  readonly whole: number;
}

export interface Document {
  /** Always there, before and after the parts. */
  readonly top: string;
  readonly parts: readonly Part[];
  readonly bottom: string;
  /** Says what was cut; comes right after the top. It must not get longer as `shown` gets smaller. */
  readonly note: (cuts: readonly Cut[]) => string;
}

/** The document in at most `limit` units of `size`: parts are cut in the order of `keep`, and the note says so. */
export function fitInto(
  document: Document,
  limit: number,
  size: (markdown: string) => number,
): string {
  const { top, parts, bottom, note } = document;
  const fixed = size(top) + size(bottom);
  const whole = fill(parts, limit - fixed, size);
  if (whole.complete) return [top, ...whole.pieces, bottom].join("");
  const everything = parts.map(({ noun, count }) => ({ noun, shown: count, whole: count }));
  const reserved = size(note(sum(everything)));
  const cut = fill(parts, limit - fixed - reserved, size);
  const words = note(sum(cut.shown).filter(({ shown, whole }) => shown < whole));
  const candidates = [
    [top, words, ...cut.pieces, bottom],
    [top, words, bottom],
    [top, words],
    [top],
  ];
  const fitting = candidates
    .map((pieces) => pieces.join(""))
    .find((markdown) => size(markdown) <= limit);
  return fitting ?? truncate(top, limit, size);
}

/** Takes rows, most worth keeping first, until one does not fit; nothing less worth keeping comes after it. */
function fill(parts: readonly Part[], room: number, size: (markdown: string) => number) {
  const pieces = new Array<string>(parts.length).fill("");
  const shown: Cut[] = parts.map(({ noun, count }) => ({ noun, shown: 0, whole: count }));
  const order = parts
    .map((part, index) => ({ part, index }))
    .sort((one, other) => other.part.keep - one.part.keep);
  let left = room;
  for (const { part, index } of order) {
    const taken = take(part, left, size);
    if (taken.rows.length > 0)
      pieces[index] = [part.open, ...taken.rows, taken.end, part.close].join("");
    shown[index] = { noun: part.noun, shown: taken.rows.length, whole: part.count };
    if (taken.rows.length < part.count) return { pieces, shown, complete: false };
    left -= taken.used;
  }
  return { pieces, shown, complete: true };
}

function take(part: Part, room: number, size: (markdown: string) => number) {
  const frame = size(part.open) + size(part.close);
  const rows: string[] = [];
  const reserved = size(part.more(part.count));
  let used = frame;
  // How many rows fit if a line must say that there are more; all of them may fit without that line.
  let safe = 0;
  while (rows.length < part.count) {
    const row = part.row(rows.length);
    used += size(row);
    if (used > room) break;
    rows.push(row);
    if (used + reserved <= room) safe = rows.length;
  }
  if (rows.length === part.count) return { rows, end: "", used };
  return { rows: rows.slice(0, safe), end: part.more(part.count - safe), used };
}

function sum(cuts: readonly Cut[]): readonly Cut[] {
  const byNoun = new Map<string, Cut>();
  for (const cut of cuts) {
    const before = byNoun.get(cut.noun);
    byNoun.set(cut.noun, {
      noun: cut.noun,
      shown: cut.shown + (before?.shown ?? 0),
      whole: cut.whole + (before?.whole ?? 0),
    });
  }
  return [...byNoun.values()];
}

function truncate(markdown: string, limit: number, size: (markdown: string) => number): string {
  let kept = "";
  let left = limit;
  for (const character of markdown) {
    left -= size(character);
    if (left < 0) break;
    kept += character;
  }
  return kept;
}
