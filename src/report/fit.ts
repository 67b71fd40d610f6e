// Fits a document into the size that GitHub accepts: parts are cut between their rows, the least
// important first, and each says how many rows are missing.

/** A part of a document. Rows are rendered on demand, so that a cut one costs nothing. */
export interface Part {
  /** Parts with a lower number are cut first. */
  readonly keep: number;
  /** What comes before the first row; shown also where every row is cut. */
  readonly heading: string;
  readonly open: string;
  readonly count: number;
  /** How many rows are shown at most, whatever the size. */
  readonly maxRows?: number | undefined;
  readonly row: (index: number) => string;
  /**
   * Says that `cut` rows are missing; between the last row and `close`, or alone below `heading`.
   */
  readonly more: (cut: number, isAlone: boolean) => string;
  readonly close: string;
}

/** A part that is shown whole or not at all. */
export function block(keep: number, content: string): Part {
  return {
    keep,
    heading: "",
    open: "",
    count: 1,
    row: () => content,
    more: () => "",
    close: "",
  };
}

export interface Document {
  /** Always shown, before and after the parts. */
  readonly top: string;
  readonly parts: readonly Part[];
  readonly bottom: string;
  /** What comes after `top` where something had to be cut. */
  readonly note: string;
}

/** Measures text in the unit of the limit. */
type Size = (text: string) => number;

/** The document in at most `limit` units of `size`. */
export function fitInto({ top, parts, bottom, note }: Document, limit: number, size: Size): string {
  const fixed = size(top) + size(bottom);
  const whole = fill(parts, limit - fixed, size);
  if (whole.isComplete && fixed <= limit) return [top, ...whole.texts, bottom].join("");
  const cut = fill(parts, limit - fixed - size(note), size);
  const candidates = [[top, note, ...cut.texts, bottom], [top, note, bottom], [top, note], [top]];
  const fitting = candidates.map((pieces) => pieces.join("")).find((text) => size(text) <= limit);
  return fitting ?? truncate(top, limit, size);
}

/**
 * Takes rows, the most important first, until one does not fit. Of everything after it only the
 * headings are shown, with how many rows are missing.
 */
function fill(parts: readonly Part[], room: number, size: Size) {
  const byImportance = parts
    .map((part, index) => ({ part, index, stub: stubOf(part) }))
    .sort((one, other) => other.part.keep - one.part.keep);
  const texts = new Array<string>(parts.length).fill("");
  let left = room;
  const stubs = byImportance.filter(({ stub }) => {
    left -= size(stub);
    const fits = left >= 0;
    if (!fits) left += size(stub);
    return fits;
  });
  let isComplete = stubs.length === parts.length;
  for (const { part, index, stub } of stubs) {
    const taken = isComplete ? take(part, left + size(stub), size) : undefined;
    texts[index] = taken?.text ?? stub;
    if (taken === undefined) isComplete = false;
    else {
      left += size(stub) - size(taken.text);
      isComplete = taken.isWhole;
    }
  }
  return { texts, isComplete };
}

function stubOf({ heading, count, more }: Part): string {
  return count === 0 ? "" : `${heading}${more(count, true)}`;
}

/** As many rows of a part as fit; undefined where none does. */
function take(part: Part, room: number, size: Size) {
  const { heading, open, count, maxRows = count, row, more, close } = part;
  if (count === 0) return { text: "", isWhole: true };
  const frame = size(heading) + size(open) + size(close);
  const reserved = size(more(count, false));
  const wanted = Math.min(count, maxRows);
  const rows: string[] = [];
  let used = frame;
  // How many rows fit where one more line says that there are more.
  let fitting = 0;
  while (rows.length < wanted) {
    const next = row(rows.length);
    used += size(next);
    if (used > room) break;
    rows.push(next);
    if (used + reserved <= room) fitting = rows.length;
  }
  const shown = rows.length === count ? count : Math.min(fitting, wanted);
  if (shown === 0) return undefined;
  const end = shown === count ? "" : more(count - shown, false);
  return {
    text: [heading, open, ...rows.slice(0, shown), end, close].join(""),
    isWhole: shown === wanted,
  };
}

function truncate(text: string, limit: number, size: Size): string {
  let kept = "";
  let left = limit;
  for (const character of text) {
    left -= size(character);
    if (left < 0) break;
    kept += character;
  }
  return kept;
}
