// JSON in parts, for long lists of accounts. The whole text would take as much memory as they do,
// while it grows twice that, and its bytes the same again.
import type { Row } from "./account.js";

/** How many accounts are in a part. */
const ACCOUNTS = 100;

interface PartsOptions {
  /** How far each level is indented: 0 for one line without a line feed, 2 for a text file. */
  readonly indent: 0 | 2;
  /** What is written of an account; all of it by default. */
  readonly select?: (account: Row) => Row;
}

/**
 * The text of `JSON.stringify({ ...head, resources }, null, indent)` in parts, and a line feed where
 * it is indented. The head must have a member.
 */
export function* jsonInParts(
  head: object,
  resources: readonly Row[],
  { indent, select = (account) => account }: PartsOptions,
): Generator<string> {
  const [line, margin, space] = indent === 0 ? ["", "", ""] : ["\n", "\n  ", " "];
  const open = `${margin}"resources":${space}[`;
  const close = `${resources.length === 0 ? "" : margin}]${line}}`;
  const others = JSON.stringify(head, null, indent).slice(0, -1 - line.length);
  yield `${others},${open}`;
  for (let from = 0; from < resources.length; from += ACCOUNTS) {
    const part = resources.slice(from, from + ACCOUNTS).map(select);
    // In an object, so that it is indented as deep as it will be.
    const inner = JSON.stringify({ resources: part }, null, indent).slice(
      1 + open.length,
      -close.length,
    );
    yield from === 0 ? inner : `,${inner}`;
  }
  yield `${close}${line}`;
}
