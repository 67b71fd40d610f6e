// Offsets → lines and columns, and which lines have a syntax error.

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
  const lineEnd = /\r\n?|\n/g;
  while (lineEnd.exec(text) !== null) starts.push(lineEnd.lastIndex);
  return starts;
}

/** The index of the last element that is at most `value`; 0 if there is none. */
function lastAtMost(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle;
    else high = middle;
  }
  return low;
}

/** Whether one of the lines from `start` to `end` (offsets) has a syntax error. */
export type Damage = (start: number, end: number) => boolean;

/** The damage of errors at these offsets: values on their lines cannot be used, others can. */
export function damageOn(offsets: readonly number[], position: PositionOf): Damage {
  if (offsets.length === 0) return () => false;
  const lines = offsets.map((offset) => position(offset).line).sort((one, other) => one - other);
  return (start, end) => {
    const last = lines[lastAtMost(lines, position(end).line)];
    return last !== undefined && last <= position(end).line && last >= position(start).line;
  };
}
