// Words of ours with quoted words of others in them: a message keeps apart what the action says and what the
// roster, GitHub or Vanta said, so that one pass can hide personal data and each report can escape in its own way.

import { escapeInvisible, shorten } from "./format.js";

/** A value from a roster or from Vanta. `field` names the account field it belongs to, which decides whether it is personal. */
export interface Quote {
  readonly quoted: string;
  readonly field?: string;
  /** `roster`: it stands in the roster at this commit. `elsewhere`: Vanta's rows, or the roster of another commit. */
  readonly origin: "roster" | "elsewhere";
}

/** What a server said about a request of ours. It may hold anything, so it is not quoted where personal data is hidden. */
export interface Reply {
  readonly reply: string;
}

/** A message: our own words are plain strings. */
export type Message = readonly (string | Quote | Reply)[];

/** Template tag for a {@link Message}: ``text`The ${quote(key)} is unknown` ``. A nested Text is spliced in; numbers become our words. */
export function msg(
  words: TemplateStringsArray,
  ...parts: readonly (string | number | Quote | Reply | Message)[]
): Message {
  const whole: (string | Quote | Reply)[] = [];
  words.forEach((word, index) => {
    if (word !== "") whole.push(word);
    const part = parts[index];
    if (part === undefined) return;
    if (typeof part === "string" || typeof part === "number") whole.push(String(part));
    else if (isText(part)) whole.push(...part);
    else whole.push(part);
  });
  return whole;
}

function isText(part: Quote | Reply | Message): part is Message {
  return Array.isArray(part);
}

/** Quotes a value of the roster at this commit; `field` is the account field it was found in, if any. */
export function quote(quoted: string, field?: string): Quote {
  return field === undefined ? { quoted, origin: "roster" } : { quoted, field, origin: "roster" };
}

/** Quotes a value that came from Vanta or from another commit's roster. */
export function quoteExternal(quoted: string, field?: string): Quote {
  return field === undefined
    ? { quoted, origin: "elsewhere" }
    : { quoted, field, origin: "elsewhere" };
}

/** What a server said, to be left out where personal data is hidden. */
export function reply(words: string): Reply {
  return { reply: words };
}

/** Joins texts with words of ours between them. */
export function joinMessages(texts: readonly Message[], between: string): Message {
  return texts.flatMap((one, index) => (index === 0 ? one : [between, ...one]));
}

/** The message as one line: quoted values in double quotes (in single ones where they hold a double one), control characters made visible, long values cut. */
export function toPlainText(message: Message): string {
  return message
    .map((part) => {
      if (typeof part === "string") return part;
      if ("reply" in part) return shorten(escapeInvisible(part.reply), 1000);
      const mark = part.quoted.includes('"') ? "'" : '"';
      return `${mark}${shorten(escapeInvisible(part.quoted))}${mark}`;
    })
    .join("");
}
