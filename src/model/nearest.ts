// Finds the known name that a mistyped one most likely means.

/** How many letters may differ. In a name shorter than 9 letters, a third of them. */
const MAX_DISTANCE = 3;
/** Longer words are not compared: no name is that long. */
const MAX_LENGTH = 60;

/** The nearest candidate; undefined if none is near. Case, `_`, `-` and spaces are ignored. */
export function nearest<Name extends string>(
  word: string,
  candidates: readonly Name[],
): Name | undefined {
  const wanted = normalizeWord(word);
  if (wanted === "" || word.length > MAX_LENGTH) return undefined;
  let best: Name | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const known = normalizeWord(candidate);
    if (Math.abs(known.length - wanted.length) > MAX_DISTANCE) continue;
    const distance = editDistance(wanted, known);
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  const shorter = Math.min(wanted.length, normalizeWord(best ?? "").length);
  return bestDistance <= Math.min(MAX_DISTANCE, Math.floor(shorter / 3)) ? best : undefined;
}

/** A word in lower case, without `_`, `-` and white space. */
export function normalizeWord(word: string): string {
  return word.toLowerCase().replace(/[-_\s]/g, "");
}

/**
 * The optimal string alignment distance: the number of letters that are added, deleted, changed, or
 * swapped with their neighbor. Exact up to {@link MAX_DISTANCE}.
 */
function editDistance(one: string, other: string): number {
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const row = nextRow(i, one, other, last, beforeLast);
    // Later rows can only be larger, except for a swap that reaches back over this row.
    if (Math.min(...row) > MAX_DISTANCE + 1) return MAX_DISTANCE + 2;
    [beforeLast, last] = [last, row];
  }
  return last[other.length] ?? 0;
}

/** Row `i` of the distance matrix, from the two rows before it. */
function nextRow(
  i: number,
  one: string,
  other: string,
  last: readonly number[],
  beforeLast: readonly number[],
): readonly number[] {
  const row = [i];
  for (let j = 1; j <= other.length; j++) {
    const changed = (last[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
    const added = (row[j - 1] ?? 0) + 1;
    const deleted = (last[j] ?? 0) + 1;
    const isSwap = one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
    const swapped = isSwap ? (beforeLast[j - 2] ?? i + j) + 1 : changed;
    row.push(Math.min(changed, added, deleted, swapped));
  }
  return row;
}
