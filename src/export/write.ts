// Values → text that means the same in YAML 1.2 and to readers of YAML 1.1, on one line; and in
// JSON.
import { escapeCharacter } from "../model/format.js";

/** How a text is quoted: as the text that it replaces was, where that is possible. */
export type QuoteStyle = "plain" | "single" | "double";

/** Where a value is written. */
export interface WriteStyle {
  readonly isJson: boolean;
  /** Whether texts may go without quotes. */
  readonly quotes: QuoteStyle;
}

export const JSON_STYLE: WriteStyle = { isJson: true, quotes: "double" };
export const YAML_STYLE: WriteStyle = { isJson: false, quotes: "plain" };

/**
 * Texts that mean the same without quotes to every reader, in block and in flow collections. They
 * begin with a letter, so that none is a number or a timestamp.
 */
const SAFE = /^\p{L}(?:[\p{L}\p{M}\p{N} ._@/+()'-]*[\p{L}\p{M}\p{N}.@/+()'-])?$/u;

/** Words that YAML 1.1 or 1.2 takes for something else than a text. */
const WORDS = /^(?:y|n|yes|no|on|off|true|false|null)$/i;

/**
 * What readers of YAML 1.1 take for a line end or refuse, and what hides or reorders text. Written
 * as an escape.
 */
const ESCAPED =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it finds control characters
  /[\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]|[\u0000-\u001f]/g;

/** A value of any form. Collections are in flow style. */
export function writeValue(value: unknown, style: WriteStyle): string {
  if (typeof value === "string") return writeText(value, style);
  if (Array.isArray(value)) {
    return `[${value.map((one) => writeValue(one, style)).join(", ")}]`;
  }
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const members = Object.entries(value).map(
    ([key, inner]) => `${writeKey(key, style)} ${writeValue(inner, style)}`,
  );
  return members.length === 0 ? "{}" : `{${members.join(", ")}}`;
}

/** A text. */
export function writeText(value: string, { isJson, quotes }: WriteStyle): string {
  const isPlain = !isJson && SAFE.test(value) && !WORDS.test(value);
  if (isPlain && quotes === "plain") return value;
  const quoted = JSON.stringify(value).replace(ESCAPED, escapeCharacter);
  const canBeSingle = quoted === `"${value}"`;
  return quotes === "single" && !isJson && canBeSingle
    ? `'${value.replaceAll("'", "''")}'`
    : quoted;
}

/** The longest key that YAML allows without a question mark before it, in UTF-16 units. */
const KEY_LIMIT = 1000;

/** A key with its colon. In YAML it has quotes only where it needs them. */
export function writeKey(key: string, style: WriteStyle): string {
  const text = writeText(key, style.isJson ? style : YAML_STYLE);
  return !style.isJson && text.length > KEY_LIMIT ? `? ${text} :` : `${text}:`;
}
