// A message for people. It keeps our own words apart from what the roster, GitHub or Vanta say, so
// that one pass can mask personal data, and each report can escape in its own way.
import { toSingleLine } from "./format.js";

/** A value from a roster or from Vanta. */
export interface Quote {
  readonly quoted: string;
  /** The account field it belongs to, which decides whether it is personal. */
  readonly field?: string | undefined;
  /** `external`: from Vanta's rows, or from the roster of another commit. */
  readonly origin: "roster" | "external";
}

/** What a server said about our request. It may have personal data anywhere in it. */
export interface Reply {
  readonly reply: string;
}

/** Our own words are plain strings. */
export type Message = readonly (string | Quote | Reply)[];

/** Template tag for a {@link Message}: ``msg`Unknown field ${quote(key)}.` ``. Messages nest. */
export function msg(
  words: TemplateStringsArray,
  ...parts: readonly (string | number | Quote | Reply | Message)[]
): Message {
  const message: (string | Quote | Reply)[] = [];
  for (const [index, word] of words.entries()) {
    if (word !== "") message.push(word);
    const part = parts[index];
    if (typeof part === "string" || typeof part === "number") message.push(String(part));
    else if (isMessage(part)) message.push(...part);
    else if (part !== undefined) message.push(part);
  }
  return message;
}

function isMessage(part: Quote | Reply | Message | undefined): part is Message {
  return Array.isArray(part);
}

/** Quotes a value of the roster at this commit. */
export function quote(quoted: string, field?: string): Quote {
  return { quoted, field, origin: "roster" };
}

/** Quotes a value that came from Vanta, or from another commit's roster. */
export function quoteExternal(quoted: string, field?: string): Quote {
  return { quoted, field, origin: "external" };
}

/** Quotes what a server said. */
export function reply(words: string): Reply {
  return { reply: words };
}

/** Joins messages with words of ours between them. */
export function joinMessages(messages: readonly Message[], between: string): Message {
  return messages.flatMap((one, index) => (index === 0 ? one : [between, ...one]));
}

/** How much of a server's reply is shown, in UTF-16 units. */
const REPLY_LIMIT = 1000;

/** The message on one line. Values are in double quotes, or in single ones around a double one. */
export function toPlainText(message: Message): string {
  return message
    .map((part) => {
      if (typeof part === "string") return part;
      if ("reply" in part) return toSingleLine(part.reply, REPLY_LIMIT);
      const mark = part.quoted.includes('"') ? "'" : '"';
      return `${mark}${toSingleLine(part.quoted)}${mark}`;
    })
    .join("");
}
