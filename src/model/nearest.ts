// The nearest of a few known names, for whoever mistyped one.

/** How many letters may be wrong in a long name; in a short one, a third of them. */
const MOST = 3;

/** The candidate that `word` most likely stands for; undefined where none is near. Case, `_`, `-` and spaces weigh nothing. */
export function nearest<Name extends string>(
  word: string,
  candidates: readonly Name[],
): Name | undefined {
  if (word.length > 60) return undefined;
  const plain = bare(word);
  if (plain === "") return undefined;
  let best: Name | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const bareCandidate = bare(candidate);
    if (Math.abs(bareCandidate.length - plain.length) > MOST) continue;
    const steps = distance(plain, bareCandidate);
    if (steps < least) [best, least] = [candidate, steps];
  }
  const allowed = Math.min(MOST, Math.floor(Math.min(plain.length, bare(best ?? "").length) / 3));
  return least <= allowed ? best : undefined;
}

/** A word without what weighs nothing. */
export function bare(word: string): string {
  return word.toLowerCase().replace(/[-_\s]/g, "");
}

/** Optimal string alignment: how many letters are put in, left out, changed, or swapped with their neighbour. */
function distance(one: string, other: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= other.length; j++) {
      const changed = (last[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      let steps = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, changed);
      if (one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        steps = Math.min(steps, (beforeLast[j - 2] ?? i + j) + 1);
      row.push(steps);
      if (steps < least) least = steps;
    }
    // Later rows can only be worse, but for one swap that reaches back over this one.
    if (least > MOST + 1) return least;
    [beforeLast, last] = [last, row];
  }
  return last[other.length] ?? 0;
}
