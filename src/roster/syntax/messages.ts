// Messages that both parsers, for JSON and YAML, use.
import { type Message, msg } from "../../model/message.js";
import { DEPTH_LIMIT } from "./node.js";
import { quoteKey } from "./quotes.js";

/** The file has more values than its parser's limit. */
export const TOO_MANY_VALUES = msg`This file has too many values to be read. Split the roster into several files.`;

/** There is more white space in one place than the JSON parser can handle. */
export const TOO_MUCH_SPACE = msg`There is more than half a MiB of white space here. Remove most of it.`;

/** Nesting is deeper than {@link DEPTH_LIMIT}. */
export const TOO_DEEP = msg`Lists and mappings are nested more than ${DEPTH_LIMIT} deep here. A roster needs five levels.`;

/** A text has half of a surrogate pair. */
export const LONE_SURROGATE = msg`This text has half of a surrogate pair (\\ud800 to \\udfff alone), which is not a character. Correct or remove it.`;

/** A mapping has the same key twice. */
export function duplicateKey(name: string): Message {
  return msg`Duplicate key ${quoteKey(name)}. Remove one.`;
}
