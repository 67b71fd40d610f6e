// What the text of a file holds of each account, as it is written: also values that no roster may
// have.
import { FIELDS, isField } from "../model/account.js";
import { sameValue } from "../model/equality.js";
import type { Defaults } from "../roster/defaults.js";
import { type RangeMap, type RangeNode, resolveAlias } from "../roster/syntax/ranges.js";
import { listOf } from "./account-list.js";
import { givenBy } from "./defaults.js";
import { mergedInto } from "./sharing.js";
import type { Target } from "./target.js";
import type { TextEditor } from "./text-editor.js";

/** The fields of an account, also those that it merges. */
type Held = ReadonlyMap<string, unknown>;

/** The first account that a text lacks, has in excess, or has with other values. */
export type HeldFlaw =
  | { readonly kind: "missing" | "different"; readonly uniqueId: string }
  | { readonly kind: "excess" };

/** Compares the accounts in a text with what they are to be, in order. */
export function findHeldFlaw(
  editor: TextEditor,
  targets: readonly Target[],
  defaults: Pick<Defaults, "byField">,
): HeldFlaw | undefined {
  const { entries } = listOf(editor).list;
  for (const [index, target] of targets.entries()) {
    const uniqueId = String(target.get("uniqueId"));
    const value = entries[index]?.value;
    const held = value && heldIn(value);
    if (held?.get("uniqueId") !== uniqueId) return { kind: "missing", uniqueId };
    if (!means(held, target, defaults)) return { kind: "different", uniqueId };
  }
  return entries.length > targets.length ? { kind: "excess" } : undefined;
}

function means(held: Held, target: Target, defaults: Pick<Defaults, "byField">): boolean {
  if (![...held.keys()].every(isField)) return false;
  return FIELDS.every((field) => {
    const given = held.has(field) ? undefined : givenBy(defaults, field, target);
    if (given?.state === "unset") return false;
    const value = given?.state === "value" ? given.value : held.get(field);
    return sameValue(field, value ?? undefined, target.get(field));
  });
}

/** The value of a key, if it has members. */
export function memberOf(node: RangeNode, name: string): object | undefined {
  const value = heldIn(node)?.get(name);
  return typeof value === "object" && value !== null ? value : undefined;
}

function heldIn(node: RangeNode): Held | undefined {
  const map = resolveAlias(node);
  if (map.kind !== "map") return undefined;
  const held = new Map<string, unknown>();
  // The last one that is set counts: the mapping itself, before it those that it merges.
  for (const source of [...mergedInto(map)].reverse()) {
    for (const [name, value] of heldIn(source) ?? []) held.set(name, value);
  }
  for (const [name, value] of ownIn(map)) held.set(name, value);
  return held;
}

function ownIn({ entries }: RangeMap): readonly (readonly [string, unknown])[] {
  return entries
    .filter(({ isMerge }) => !isMerge)
    .map(({ name, value }) => [name, plainValue(value)] as const);
}

function plainValue(node: RangeNode): unknown {
  const target = resolveAlias(node);
  if (target.kind === "scalar") return target.value;
  if (target.kind === "list") return target.entries.map(({ value }) => plainValue(value));
  return Object.fromEntries(heldIn(target) ?? []);
}
