// What of a change is shown, in every report alike: of a long value, only what differs.
import type { Row } from "../model/account.js";
import { canonicalJson, isEmptyValue } from "../model/equality.js";
import { formatCount } from "../model/format.js";
import type { FieldChange } from "../model/outcome.js";

/** A field of a row as text; empty where it is none. */
export function textOf(row: Row, field: string): string {
  const value = row[field];
  return typeof value === "string" ? value : "";
}

/** Both sides of a change as texts to show: none, one, or one for each element of a list or map. */
export interface ShownChange {
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** Elements that stay, and are not shown. */
  readonly same: number;
}

/** Of lists and mappings only what differs; of long texts what is around the first difference. */
export function shownChange({ before, after }: FieldChange): ShownChange {
  if (typeof before === "string" && typeof after === "string") {
    const [one, other] = aroundDifference(before, after);
    return { before: [one], after: [other], same: 0 };
  }
  const [olds, news] = [leaves(before), leaves(after)];
  const [oldSet, newSet] = [new Set(olds), new Set(news)];
  const gone = olds.filter((leaf) => !newSet.has(leaf));
  return {
    before: gone,
    after: news.filter((leaf) => !oldSet.has(leaf)),
    same: olds.length - gone.length,
  };
}

/** The value as texts: an element of a list, or `key: value` of a map, is one each. */
export function leaves(value: unknown): readonly string[] {
  if (isEmptyValue(value)) return [];
  if (Array.isArray(value)) return value.map(leaf);
  if (typeof value === "object" && value !== null)
    return Object.entries(value).map(([key, inner]) => `${key}: ${leaf(inner)}`);
  return [leaf(value)];
}

/** The first of the texts, then how many more there are. */
export function firstOf(texts: readonly string[], count: number): readonly string[] {
  const rest = texts.length - count;
  return rest <= 0 ? texts : [...texts.slice(0, count), `${formatCount(rest)} more`];
}

function leaf(value: unknown): string {
  return typeof value === "string" ? value : canonicalJson(value);
}

/**
 * Longer texts are cut where they are shown, so a difference further on must be brought to the
 * front.
 */
const SHOWN_WHOLE = 120;
const CONTEXT = 30;

function aroundDifference(one: string, other: string): readonly [string, string] {
  let same = 0;
  while (same < one.length && one[same] === other[same]) same += 1;
  if (same <= SHOWN_WHOLE) return [one, other];
  const from = same - CONTEXT;
  return [`…${one.slice(from)}`, `…${other.slice(from)}`];
}
