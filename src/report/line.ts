// Messages and values as lines for the log and for annotations.

import { escapeInvisible, safeLine, shorten } from "../model/format.js";
import { type Message, toPlainText } from "../model/message.js";

/** A message as one harmless line. */
export function lineOf(message: Message): string {
  return safeLine(toPlainText(message));
}

/** A value of an account for a line, cut at 200 UTF-16 units. */
export function shownValue(value: string): string {
  return shorten(escapeInvisible(value));
}
