// Which parts of a text more than one account uses, by anchors, aliases and merge keys. Those are
// never changed.
import {
  type Range,
  type RangeMap,
  type RangeNode,
  type RangeTarget,
  resolveAlias,
  type TextRanges,
} from "../roster/syntax/ranges.js";

/** What uses what in a text. */
export interface Sharing {
  /**
   * Whether an alias outside of a part, and of others that go too (in order), refers to an anchor in
   * it.
   */
  readonly hasUsedAnchor: (part: Range, gone?: readonly Range[]) => boolean;
  /** How many aliases of this very value there are. */
  readonly countAliases: (value: RangeTarget) => number;
  /** Whether another mapping gets this key from this mapping, by `<<`. */
  readonly hasHeirs: (map: RangeMap, key: string) => boolean;
}

/** Finds out what is shared in a text. */
export function sharingIn({ root, aliases }: TextRanges): Sharing {
  const heirs = new Map<RangeMap, RangeMap[]>();
  for (const heir of aliases.length === 0 ? [] : mergersIn(root)) {
    for (const map of mergedInto(heir)) append(heirs, map, heir);
  }
  const counts = new Map<RangeTarget, number>();
  for (const { target } of aliases) counts.set(target, (counts.get(target) ?? 0) + 1);
  const uses = aliases
    .map(({ start, target }) => ({ at: start, start: target.wholeStart }))
    .sort((one, other) => one.start - other.start);
  return {
    hasUsedAnchor: (part, gone = []) =>
      uses
        .slice(firstFrom(uses, part.start), firstFrom(uses, part.end))
        .some(({ at }) => !contains(part, at) && !isInOne(gone, at)),
    countAliases: (value) => counts.get(value) ?? 0,
    hasHeirs: (map, key) =>
      (heirs.get(map) ?? []).some((heir) => ownMember(heir, key) === undefined),
  };
}

function append<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

/** The index of the first part, of parts in order, that begins at a place or after it. */
function firstFrom(parts: readonly Pick<Range, "start">[], at: number): number {
  let low = 0;
  let high = parts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((parts[middle]?.start ?? at) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether one of the parts, which are in order and do not overlap, contains a place. */
function isInOne(parts: readonly Range[], at: number): boolean {
  const part = parts[firstFrom(parts, at + 1) - 1];
  return part !== undefined && contains(part, at);
}

function contains({ start, end }: Range, offset: number): boolean {
  return start <= offset && offset < end;
}

/** The member that a mapping has itself. */
export function ownMember({ entries }: RangeMap, key: string) {
  return entries.find(({ name, isMerge }) => name === key && !isMerge);
}

/** The mappings that a mapping merges, the most important one first. */
export function mergedInto({ entries }: RangeMap): readonly RangeMap[] {
  const merge = entries.find(({ isMerge }) => isMerge);
  if (merge === undefined) return [];
  const value = resolveAlias(merge.value);
  const sources = value.kind === "list" ? value.entries.map((one) => one.value) : [value];
  return sources.map(resolveAlias).filter((source) => source.kind === "map");
}

/** Whether a mapping gets a key from the mappings that it merges. */
export function inherits(map: RangeMap, key: string): boolean {
  return mergedInto(map).some(
    (source) => ownMember(source, key) !== undefined || inherits(source, key),
  );
}

/** Every mapping of a text that merges others. */
function mergersIn(node: RangeNode): readonly RangeMap[] {
  if (node.kind === "alias" || node.kind === "scalar") return [];
  const below = node.entries.flatMap(({ value }) => mergersIn(value));
  return node.kind === "map" && node.entries.some(({ isMerge }) => isMerge)
    ? [node, ...below]
    : below;
}
