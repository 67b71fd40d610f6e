// Lines for the log and for annotations. The runner takes a line for a command where it starts with `::`, blanks aside, or
// holds `##[` anywhere; quoted text must bring about neither.
import { plain, shorten, type Text, visible } from "../text.js";

/** One harmless line: control characters and line ends made visible, and neither form of a workflow command. */
export function safeLine(line: string): string {
  return visible(line)
    .replaceAll("##[", "##\\u005b")
    .replace(/^\s*:(?=:)/, "\\u003a");
}

/** A message as one harmless line. */
export function lineOf(message: Text): string {
  return safeLine(plain(message));
}

/** A value of an account for a line, cut at 200 UTF-16 units. */
export function shownValue(value: string): string {
  return shorten(visible(value));
}
