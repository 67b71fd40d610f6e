// Offsets → lines and columns.

/** 1-based line and column, in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The position of an offset in UTF-16 units. */
export type PositionOf = (offset: number) => Position;

/** Makes the function that finds positions in a text, whose lines end in LF, CRLF or CR. */
export function positionsIn(text: string): PositionOf {
  let starts: number[] | undefined;
  return (offset) => {
    starts ??= lineStarts(text);
    const index = lastAtMost(starts, offset);
    return { line: index + 1, column: offset - (starts[index] ?? 0) + 1 };
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  if (text.includes("\r")) {
    const lineEnd = /\r\n?|\n/g;
    while (lineEnd.exec(text) !== null) starts.push(lineEnd.lastIndex);
    return starts;
  }
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

/** The index of the last element that is at most `value`; 0 if there is none. */
export function lastAtMost(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle;
    else high = middle;
  }
  return low;
}
