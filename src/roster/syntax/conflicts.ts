// Conflicts that `git merge` left in a file: each is one mistake, and the rest of the file is read
// with our side of it.
import { replaceRange } from "./recovery.js";

/** A text without conflicts, of the same length, and where the conflicts were. */
export interface Resolved {
  readonly text: string;
  /** Of their first markers. */
  readonly offsets: readonly number[];
}

const MARKER = /^(?:<{7}|\|{7}|={7}|>{7})(?: .*)?$/gm;

/** Keeps our side of each conflict. A conflict without an end is left as it is. */
export function resolveConflicts(source: string): Resolved {
  let text = source;
  const offsets: number[] = [];
  let start: number | undefined;
  let theirs: number | undefined;
  for (const { 0: line, index } of source.matchAll(MARKER)) {
    if (line.startsWith("<")) [start, theirs] = [index, undefined];
    else if (start === undefined) continue;
    else if (!line.startsWith(">")) theirs ??= index;
    else if (theirs !== undefined) {
      offsets.push(start);
      const firstLine = text.indexOf("\n", start);
      text = replaceRange(text, start, firstLine, "");
      text = replaceRange(text, theirs, index + line.length, "");
      start = undefined;
    }
  }
  return { text, offsets };
}
