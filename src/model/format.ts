// Formats numbers and text for messages and reports, whatever characters the text has.

/** The default length limit of {@link shorten}, in UTF-16 units. */
const QUOTE_LIMIT = 200;

/** Cuts text to at most `limit` UTF-16 units, without splitting a character; "…" marks the cut. */
export function shorten(value: string, limit: number = QUOTE_LIMIT): string {
  if (value.length <= limit) return value;
  const cut = value.slice(0, limit - 1);
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}

/**
 * Replaces invisible characters with `\uXXXX` escapes: controls, line ends, lone surrogates, and
 * characters that reorder or hide text.
 */
export function escapeInvisible(value: string): string {
  return value.replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it finds control characters
    /[\u0000-\u001F\u007F-\u009F\u00AD\u061C\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g,
    escapeCharacter,
  );
}

/** A UTF-16 unit as an escape of JSON, such as `\\u200b`. */
export function escapeCharacter(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** Escapes and shortens a value so that it fits on one line; `limit` is in UTF-16 units. */
export function toSingleLine(value: string, limit?: number): string {
  return shorten(escapeInvisible(value), limit);
}

/**
 * One line that the runner takes for text: without control characters and line ends, and without
 * workflow commands. The runner looks for `::` after leading blanks, and for `##[` anywhere.
 */
export function toLogLine(line: string): string {
  return escapeInvisible(line)
    .replaceAll("##[", "##\\u005b")
    .replace(/^(\s*):(?=:)/, "$1\\u003a");
}

/** Formats a count with thousands separators: `1,234,567`. */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** Formats a count with its noun: `1 account`, `2 accounts`. */
export function pluralize(count: number, noun: string, plural: string = `${noun}s`): string {
  return `${formatCount(count)} ${count === 1 ? noun : plural}`;
}
