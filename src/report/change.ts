// How a change is told, for every report alike: which fields are access, what comes first, and what of a long value has changed.
import { isAccessField, type Row } from "../model/account.js";
import { canonicalJson, isEmptyValue } from "../model/equality.js";
import type { ChangedAccount, Changes, FieldChange } from "../model/outcome.js";

/** Whether it changes what someone may do, or how they sign in. */
function isAccessChange({ field }: FieldChange): boolean {
  return field === "status" || isAccessField(field);
}

/** The change is a grant of ADMIN or a return to ACTIVE. */
export function isGrant({ field, after }: FieldChange): boolean {
  return (
    (field === "permissionLevel" && after === "ADMIN") || (field === "status" && after === "ACTIVE")
  );
}

/** The accounts whose access changes, with those fields only; grants of ADMIN and re-activations first. */
export function accessChanges(changed: readonly ChangedAccount[]): readonly ChangedAccount[] {
  const access = withFields(changed, isAccessChange);
  const grants = access.filter(({ fields }) => fields.some(isGrant));
  const rest = access.filter(({ fields }) => !fields.some(isGrant));
  return [...grants, ...rest];
}

/** The accounts of which something else changes, with those fields only. */
export function otherChanges(changed: readonly ChangedAccount[]): readonly ChangedAccount[] {
  return withFields(changed, (change) => !isAccessChange(change));
}

function withFields(
  changed: readonly ChangedAccount[],
  wanted: (change: FieldChange) => boolean,
): readonly ChangedAccount[] {
  return changed
    .map((account) => ({ ...account, fields: account.fields.filter(wanted) }))
    .filter(({ fields }) => fields.length > 0);
}

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

/** Longer lists and maps are shown by what differs. */
const SHOWN_ELEMENTS = 10;

/** Of long lists and maps only what differs; of long texts what is around the first difference. */
export function shownChange({ before, after }: FieldChange): ShownChange {
  if (typeof before === "string" && typeof after === "string") {
    const [one, other] = aroundDifference(before, after);
    return { before: [one], after: [other], same: 0 };
  }
  const [olds, news] = [leaves(before), leaves(after)];
  if (olds.length <= SHOWN_ELEMENTS && news.length <= SHOWN_ELEMENTS)
    return { before: olds, after: news, same: 0 };
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

function leaf(value: unknown): string {
  return typeof value === "string" ? value : canonicalJson(value);
}

/** Longer texts are cut where they are shown, so a difference further on must be brought to the front. */
const SHOWN_WHOLE = 120;
const CONTEXT = 30;

function aroundDifference(one: string, other: string): readonly [string, string] {
  let same = 0;
  while (same < one.length && one[same] === other[same]) same += 1;
  if (same <= SHOWN_WHOLE) return [one, other];
  const from = same - CONTEXT;
  return [`…${one.slice(from)}`, `…${other.slice(from)}`];
}

/** Whether two sets of changes touch the same accounts in the same way. */
export function sameChanges(one: readonly Changes[], other: readonly Changes[]): boolean {
  return fingerprint(one) === fingerprint(other);
}

function fingerprint(all: readonly Changes[]): string {
  const lines = all.flatMap(({ removed, changed, added }) => [
    ...removed.map(({ uniqueId }) => canonicalJson(["-", uniqueId])),
    ...changed.map(({ uniqueId, fields }) => canonicalJson(["~", uniqueId, fields])),
    ...added.map(({ uniqueId, account }) => canonicalJson(["+", uniqueId, account])),
  ]);
  return lines.sort().join("\n");
}
