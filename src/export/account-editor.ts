// Changes the fields of one account in its text. What it gets from elsewhere is overridden in the
// account itself.
import { type Field, isField, isRequired } from "../model/account.js";
import { msg } from "../model/message.js";
import {
  type RangeAlias,
  type RangeItem,
  type RangeMap,
  type RangeMember,
  resolveAlias,
} from "../roster/syntax/ranges.js";
import { blockIndent, hasOwnLines } from "./block.js";
import { inherits, ownMember, type Sharing } from "./sharing.js";
import { CannotEdit, type TextEditor } from "./text-editor.js";
import {
  addMembers,
  completeValue,
  refuseShared,
  removeEntries,
  replaceValue,
  reviseValue,
} from "./value-editor.js";
import { JSON_STYLE, writeKey, writeValue, YAML_STYLE } from "./write.js";

/** What a field is to be. `none`: no value, although `hasDefault` may give it one. */
export type Setting =
  | { readonly kind: "value"; readonly value: unknown }
  | { readonly kind: "none"; readonly hasDefault: boolean };

export type Settings = ReadonlyMap<Field, Setting>;

const HAS_HEIRS = msg`Another account takes this field from it by <<, and would change too.`;
const NOT_A_MAPPING = msg`It is written in a form that cannot be edited.`;

/** Changes the fields that an account has itself. Returns whether something is left to complete. */
export function reviseAccount(
  editor: TextEditor,
  { value: map }: RangeItem,
  settings: Settings,
  sharing: Sharing,
): boolean {
  if (map.kind === "alias") return true;
  refuseForm(editor, map);
  const removed = new Set<number>();
  for (const [field, setting] of settings) {
    const member = ownMember(map, field);
    if (member === undefined) continue;
    refuseHeirs(map, field, member.value.start, sharing);
    const twins = twinsOf(map, member, sharing);
    if (setting.kind === "value" && twins.length > 0) {
      writeOut(editor, member.value, twins, settings);
      replaceValue(editor, member, setting.value, sharing);
    } else if (setting.kind === "value") reviseValue(editor, member, setting.value, sharing);
    else if (mustSayNone(editor, map, member, field, setting.hasDefault)) {
      replaceValue(editor, member, null, sharing);
    } else {
      refuseShared(member, sharing);
      removed.add(map.entries.indexOf(member));
    }
  }
  removeEntries(editor, map, removed);
  return [...settings].some(([field, setting]) => isIncomplete(map, field, setting));
}

/** Whether a field, or a part of its value, may have to be added. */
function isIncomplete(map: RangeMap, field: Field, setting: Setting): boolean {
  if (ownMember(map, field) === undefined) return isSaid(map, field, setting);
  return setting.kind === "value" && typeof setting.value === "object";
}

/** The other fields of an account that are aliases of this one's text, if nothing else is. */
function twinsOf(
  { entries }: RangeMap,
  { value }: RangeMember,
  sharing: Sharing,
): readonly RangeMember[] {
  if (value.kind !== "scalar" || value.style === "block") return [];
  const twins = entries.filter((one) => one.value.kind === "alias" && one.value.target === value);
  return twins.length === sharing.countAliases(value) ? twins : [];
}

/** Writes a text in place of its aliases, except where another value comes. */
function writeOut(
  editor: TextEditor,
  { start, end }: RangeMember["value"],
  twins: readonly RangeMember[],
  settings: Settings,
): void {
  for (const { name, value } of twins) {
    if (isField(name) && settings.has(name)) continue;
    editor.replace(value.start, value.end, editor.text.slice(start, end));
  }
}

/** Whether `null` is written, rather than nothing. */
function mustSayNone(
  editor: TextEditor,
  map: RangeMap,
  member: RangeMember,
  field: Field,
  hasDefault: boolean,
): boolean {
  const canGo = map.isFlow || hasOwnLines(editor, member);
  return isRequired(field) || hasDefault || inherits(map, field) || !canGo;
}

/**
 * Adds the fields that the account does not have itself, after its last one. Nothing is left to
 * complete then.
 */
export function completeAccount(
  editor: TextEditor,
  { value: map }: RangeItem,
  settings: Settings,
  sharing: Sharing,
): false {
  if (map.kind === "alias") {
    overrideAlias(editor, map, [...settings].map(toMember));
    return false;
  }
  refuseForm(editor, map);
  const missing: [Field, Setting][] = [];
  for (const [field, setting] of settings) {
    const member = ownMember(map, field);
    if (member === undefined && isSaid(map, field, setting)) missing.push([field, setting]);
    else if (member !== undefined && setting.kind === "value") {
      completeValue(editor, member, setting.value);
    }
  }
  for (const [field] of missing) refuseHeirs(map, field, map.start, sharing);
  addMembers(editor, map, missing.map(toMember));
  return false;
}

function toMember([field, setting]: readonly [Field, Setting]): readonly [string, unknown] {
  return [field, setting.kind === "value" ? setting.value : null];
}

/** Whether a field that the account does not have itself must be written. */
function isSaid(map: RangeMap, field: Field, setting: Setting): boolean {
  if (setting.kind === "value" || isRequired(field)) return true;
  return setting.hasDefault || inherits(map, field);
}

function refuseForm(editor: TextEditor, map: RangeItem["value"]): asserts map is RangeMap {
  const isWhole = map.kind === "map" && (!map.isFlow || editor.text[map.start] === "{");
  if (!isWhole) throw new CannotEdit(map.start, NOT_A_MAPPING);
}

function refuseHeirs(map: RangeMap, field: Field, at: number, sharing: Sharing): void {
  if (sharing.hasHeirs(map, field)) throw new CannotEdit(at, HAS_HEIRS);
}

/** `*ada` → a mapping that merges it, with fields of its own. */
function overrideAlias(
  editor: TextEditor,
  alias: RangeAlias,
  fields: readonly (readonly [string, unknown])[],
): void {
  if (fields.length === 0) return;
  if (resolveAlias(alias).kind !== "map") throw new CannotEdit(alias.start, NOT_A_MAPPING);
  const written = editor.text.slice(alias.start, alias.end);
  const isInBlock = /^\s*-\s+$/.test(editor.text.slice(editor.lineStart(alias.start), alias.start));
  const style = isInBlock ? YAML_STYLE : JSON_STYLE;
  const texts = fields.map(
    ([name, value]) => `${writeKey(name, style)} ${writeValue(value, style)}`,
  );
  if (!isInBlock) {
    editor.replace(alias.start, alias.end, `{<<: ${written}, ${texts.join(", ")}}`);
    return;
  }
  const indent = blockIndent(editor, alias);
  editor.insert(alias.start, "<<: ");
  const lines = texts.map((text) => `${editor.lineBreak}${indent}${text}`);
  editor.insert(editor.lineEnd(alias.end), lines.join(""));
}
