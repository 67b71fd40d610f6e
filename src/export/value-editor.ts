// Changes values in a text: each scalar in its own characters, lists by element, mappings by key.
// First `reviseValue` for what is there, then, in the text that results, `completeValue` for what
// is missing.
import { canonicalJson } from "../model/equality.js";
import { msg } from "../model/message.js";
import {
  type Range,
  type RangeList,
  type RangeMap,
  type RangeMember,
  type RangeNode,
  resolveAlias,
} from "../roster/syntax/ranges.js";
import { addBlockEntries, removeBlockEntry, replaceBlockValue } from "./block.js";
import { addFlowEntries, removeFlowEntries } from "./flow.js";
import type { Sharing } from "./sharing.js";
import { CannotEdit, type TextEditor } from "./text-editor.js";
import { type WriteStyle, writeKey, writeValue } from "./write.js";

const IS_SHARED = msg`Its value has an anchor that is used elsewhere in this file, where it must not change.`;

const NO_COLON = msg`Its key has no colon. Write one after it.`;

type Properties = Readonly<Record<string, unknown>>;

function isProperties(value: unknown): value is Properties {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Refuses a change of a part with an anchor that something else needs. */
export function refuseShared(part: Range, sharing: Sharing): void {
  if (sharing.hasUsedAnchor(part)) throw new CannotEdit(part.start, IS_SHARED);
}

/** Changes or takes out what is there. Elements and keys that are missing are added later. */
export function reviseValue(
  editor: TextEditor,
  member: RangeMember,
  wanted: unknown,
  sharing: Sharing,
): void {
  const { value } = member;
  if (value.kind !== "alias" && sharing.countAliases(value) > 0) {
    throw new CannotEdit(value.start, IS_SHARED);
  }
  if (value.kind === "list" && isLeafList(value) && Array.isArray(wanted)) {
    if (wanted.length > 0 && value.entries.length > 0) {
      reviseList(editor, value, wanted, sharing);
      return;
    }
  }
  if (value.kind === "map" && isProperties(wanted) && canReviseMap(value, wanted)) {
    reviseMap(editor, value, wanted, sharing);
    return;
  }
  replaceValue(editor, member, wanted, sharing);
}

function isLeafList({ entries }: RangeList): boolean {
  return entries.every(({ value }) => resolveAlias(value).kind === "scalar");
}

/** Whether some of it stays, so that the rest can be added beside it. */
function canReviseMap({ entries }: RangeMap, wanted: Properties): boolean {
  if (entries.some(({ isMerge }) => isMerge)) return false;
  return entries.some(({ name }) => Object.hasOwn(wanted, name));
}

/** The value of a scalar, also by an alias. */
function scalarOf(node: RangeNode): unknown {
  const target = resolveAlias(node);
  return target.kind === "scalar" ? target.value : undefined;
}

/** The elements that a list is to have, each once. */
function elementsOf(wanted: readonly unknown[]): readonly unknown[] {
  return [...new Map(wanted.map((one) => [canonicalJson(one), one])).values()];
}

function missingIn({ entries }: RangeList, wanted: readonly unknown[]): readonly unknown[] {
  const present = new Set(entries.map(({ value }) => canonicalJson(scalarOf(value))));
  return elementsOf(wanted).filter((one) => !present.has(canonicalJson(one)));
}

/** Elements that go are replaced with those that come, as far as there are any. */
function reviseList(
  editor: TextEditor,
  list: RangeList,
  wanted: readonly unknown[],
  sharing: Sharing,
): void {
  const kept = new Set(wanted.map(canonicalJson));
  const coming = [...missingIn(list, wanted)];
  const removed = new Set<number>();
  for (const [index, { value }] of list.entries.entries()) {
    if (kept.has(canonicalJson(scalarOf(value)))) continue;
    const next = coming.shift();
    refuseShared({ start: value.wholeStart, end: value.end }, sharing);
    if (next === undefined) removed.add(index);
    else editor.replace(value.wholeStart, value.end, writeValue(next, styleOf(editor, value)));
  }
  removeEntries(editor, list, removed);
}

function reviseMap(editor: TextEditor, map: RangeMap, wanted: Properties, sharing: Sharing): void {
  const removed = new Set<number>();
  for (const [index, entry] of map.entries.entries()) {
    const value = Object.hasOwn(wanted, entry.name) ? wanted[entry.name] : undefined;
    if (value === undefined) {
      refuseShared(entry, sharing);
      removed.add(index);
    } else if (canonicalJson(scalarOf(entry.value)) !== canonicalJson(value)) {
      reviseValue(editor, entry, value, sharing);
    }
  }
  removeEntries(editor, map, removed);
}

/** Takes entries out. In a block collection, at least one stays. */
export function removeEntries(
  editor: TextEditor,
  collection: RangeList | RangeMap,
  removed: ReadonlySet<number>,
): void {
  if (collection.isFlow) removeFlowEntries(editor, collection, removed);
  else {
    for (const [index, entry] of collection.entries.entries()) {
      if (removed.has(index)) removeBlockEntry(editor, entry);
    }
  }
}

/** Writes the whole value anew. */
export function replaceValue(
  editor: TextEditor,
  member: RangeMember,
  wanted: unknown,
  sharing: Sharing,
): void {
  const { value } = member;
  if (member.colonEnd === member.key.end) throw new CannotEdit(member.start, NO_COLON);
  const from = value.hasTag ? value.wholeStart : value.start;
  refuseShared({ start: from, end: value.end }, sharing);
  const text = writeValue(wanted, styleOf(editor, value));
  if ((value.kind === "list" || value.kind === "map") && !value.isFlow) {
    replaceBlockValue(editor, member, value, text);
    return;
  }
  const isAfterSpace = from === 0 || /\s/.test(editor.text[from - 1] ?? "");
  const isEmpty = value.start === value.end && !editor.isJson;
  editor.replace(from, value.end, isEmpty && !isAfterSpace ? ` ${text}` : text);
}

/** How to write in place of a value. */
function styleOf(editor: TextEditor, node: RangeNode): WriteStyle {
  if (node.kind === "list" || node.kind === "map") return editor.styleBeside(node);
  const quotes = node.kind === "scalar" && node.style !== "block" ? node.style : "plain";
  return { isJson: editor.isJson, quotes: editor.isJson ? "double" : quotes };
}

/** Adds what a value lacks, once {@link reviseValue} has changed what was there. */
export function completeValue(editor: TextEditor, { value }: RangeMember, wanted: unknown): void {
  if (value.kind === "list" && Array.isArray(wanted)) {
    const style = elementStyle(editor, value);
    const texts = missingIn(value, wanted).map((one) => writeValue(one, style));
    if (texts.length > 0) addListEntries(editor, value, texts);
  } else if (value.kind === "map" && isProperties(wanted)) {
    const names = new Set(value.entries.map(({ name }) => name));
    const missing = Object.entries(wanted).filter(([name]) => !names.has(name));
    addMembers(editor, value, missing);
  }
}

function elementStyle(editor: TextEditor, list: RangeList): WriteStyle {
  const last = list.entries.at(-1)?.value;
  return last === undefined ? editor.styleBeside(list) : styleOf(editor, last);
}

function addListEntries(editor: TextEditor, list: RangeList, texts: readonly string[]): void {
  if (list.isFlow) addFlowEntries(editor, list, texts);
  else {
    const lines = texts.map((text) => `- ${text}`);
    addBlockEntries(editor, list, lines);
  }
}

/** Adds keys with their values after the last one of a mapping. */
export function addMembers(
  editor: TextEditor,
  map: RangeMap,
  members: readonly (readonly [name: string, value: unknown])[],
): void {
  if (members.length === 0) return;
  const style = editor.styleBeside(map);
  const last = map.entries.at(-1);
  const isTight =
    map.isFlow && last !== undefined && style.isJson && last.colonEnd === last.value.start;
  const texts = members.map(([name, value]) => {
    const key = writeKey(name, style);
    if (!map.isFlow && key.startsWith("?")) {
      throw new CannotEdit(map.start, msg`A name in it is too long to be added.`);
    }
    return `${key}${isTight ? "" : " "}${writeValue(value, style)}`;
  });
  if (map.isFlow) addFlowEntries(editor, map, texts);
  else addBlockEntries(editor, map, texts);
}
