// What both readers of files say about the same mistakes.
import { type Message, msg } from "../../model/message.js";
import { DEPTH_LIMIT } from "./node.js";
import { quoteKey } from "./quotes.js";

export const TOO_MANY_VALUES = msg`This file holds too many values to be read. Split the roster into several files.`;

export const TOO_DEEP = msg`Lists and maps are nested more than ${DEPTH_LIMIT} deep here. A roster needs five levels.`;

export const LONE_SURROGATE = msg`This text holds half of a surrogate pair (\\ud800 to \\udfff alone), which is no character: correct or remove it.`;

/** Tells that a key stands twice in one map. */
export function duplicateKey(name: string): Message {
  return msg`The key ${quoteKey(name)} stands twice here. Keep one: which of the two was meant, nobody can tell.`;
}
