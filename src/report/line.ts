// Messages and values as lines for the log and for annotations.
import { plain, safeLine, shorten, type Text, visible } from "../model/message.js";

/** A message as one harmless line. */
export function lineOf(message: Text): string {
  return safeLine(plain(message));
}

/** A value of an account for a line, cut at 200 UTF-16 units. */
export function shownValue(value: string): string {
  return shorten(visible(value));
}
