// Words of ours with quoted words of others in them: a message keeps apart what the action says and what the
// roster, GitHub or Vanta said, so that one pass can hide personal data and each report can escape in its own way.

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
export type Text = readonly (string | Quote | Reply)[];

/** Template tag for a {@link Text}: ``text`The ${quote(key)} is unknown` ``. A nested Text is spliced in; numbers become our words. */
export function text(
  words: TemplateStringsArray,
  ...parts: readonly (string | number | Quote | Reply | Text)[]
): Text {
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

function isText(part: Quote | Reply | Text): part is Text {
  return Array.isArray(part);
}

/** Quotes a value of the roster at this commit; `field` is the account field it was found in, if any. */
export function quote(quoted: string, field?: string): Quote {
  return field === undefined ? { quoted, origin: "roster" } : { quoted, field, origin: "roster" };
}

/** Quotes a value that came from Vanta or from another commit's roster. */
export function quoteElsewhere(quoted: string, field?: string): Quote {
  return field === undefined
    ? { quoted, origin: "elsewhere" }
    : { quoted, field, origin: "elsewhere" };
}

/** What a server said, to be left out where personal data is hidden. */
export function reply(words: string): Reply {
  return { reply: words };
}

/** Joins texts with words of ours between them. */
export function join(texts: readonly Text[], between: string): Text {
  return texts.flatMap((one, index) => (index === 0 ? one : [between, ...one]));
}

/** The longest piece of a quoted value that a message shows, in UTF-16 units. */
const QUOTE_LIMIT = 200;

/** The message as one line: quoted values in double quotes (in single ones where they hold a double one), control characters made visible, long values cut. */
export function plain(message: Text): string {
  return message
    .map((part) => {
      if (typeof part === "string") return part;
      if ("reply" in part) return shorten(visible(part.reply), 1000);
      const mark = part.quoted.includes('"') ? "'" : '"';
      return `${mark}${shorten(visible(part.quoted))}${mark}`;
    })
    .join("");
}

/** Cuts at `limit` UTF-16 units, never inside a character, and marks the cut. */
export function shorten(value: string, limit: number = QUOTE_LIMIT): string {
  if (value.length <= limit) return value;
  const cut = value.slice(0, limit - 1);
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}

/** Shows what cannot be seen: controls, line ends, lone surrogates, and characters that reorder or hide text become `\u….` escapes. */
export function visible(value: string): string {
  return value.replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: making control characters visible is what this is for
    /[\u0000-\u001F\u007F-\u009F\u00AD\u061C\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/**
 * One line that the runner takes for text: no control characters or line ends, and neither form of a workflow command. The runner
 * looks for `::` after leading blanks, and for `##[` anywhere in a line.
 */
export function safeLine(line: string): string {
  return visible(line)
    .replaceAll("##[", "##\\u005b")
    .replace(/^(\s*):(?=:)/, "$1\\u003a");
}

/** `1,234,567`. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** `1 account`, `2 accounts`. */
export function counted(count: number, noun: string, plural: string = `${noun}s`): string {
  return `${grouped(count)} ${count === 1 ? noun : plural}`;
}
