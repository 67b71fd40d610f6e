// The defaults of a file: checked once, at their own place, before any account takes them.
import { FIELDS, type Field } from "../model/account.js";
import { msg } from "../model/message.js";
import { describe, type FieldValue, type ReadText, readField, type TextSlot } from "./fields.js";
import type { Flaw } from "./formats.js";
import { readKeys } from "./keys.js";
import { type Node, Refusal, type ReportAt } from "./syntax/node.js";
import {
  expand,
  isTemplate,
  MADE_LIMIT,
  parseTemplate,
  referencesIn,
  type Template,
  type TextField,
  tooLong,
} from "./template.js";

/** A text of the defaults that names fields, to be made whole for each account. */
export interface Pending {
  readonly template: Template;
  readonly slot: TextSlot;
}

/** The default of a field. `value` is undefined where it is wrong, which is reported: then no account is to be blamed for it. */
export interface Default {
  readonly offset: number;
  readonly value: FieldValue<string | Pending> | undefined;
}

/** The defaults of a file. */
export interface Defaults {
  readonly byField: ReadonlyMap<Field, Default>;
  /** False where a part could not be read, which is reported: it may have held any field, so no account is to be blamed for missing it. */
  readonly isWhole: boolean;
  /** Counts what the defaults add to an account, in UTF-16 units or so. Throws {@link Refusal} where they add too much to the file. */
  readonly spend: (size: number) => void;
}

/** How much the defaults may add to the accounts of a file in all: more than that could not be sent to Vanta. */
const ADDED_LIMIT = 256 * 1024 * 1024;

/** There are none. */
export const NO_DEFAULTS: Defaults = { byField: new Map(), isWhole: true, spend: () => undefined };

/** There may be some, but they could not be read. */
export const UNKNOWN_DEFAULTS: Defaults = { ...NO_DEFAULTS, isWhole: false };

/** Reads the defaults of a file, and reports what is wrong with them whatever the accounts say. */
export function readDefaults(node: Node, report: ReportAt): Defaults {
  if (node.kind === "broken") return UNKNOWN_DEFAULTS;
  // Everything below it is commented out.
  if (node.kind === "scalar" && node.value === null) return NO_DEFAULTS;
  if (node.kind !== "map") {
    report(
      "wrong-type",
      node.offset,
      msg`defaults must be a map of fields to values, and this is ${describe(node)}. Remove it if there are none.`,
    );
    return UNKNOWN_DEFAULTS;
  }
  const defaults = new Map<Field, Default>();
  for (const [field, member] of readKeys(node, FIELDS, "field of an account", report)) {
    const { offset } = member.node;
    if (field === "uniqueId") {
      report(
        "unique-id-default",
        member.keyOffset,
        msg`uniqueId cannot have a default: it is what tells accounts apart. Write one in each account.`,
      );
      defaults.set(field, { offset, value: undefined });
    } else
      defaults.set(field, {
        offset,
        value: readField(field, member.node, textReader(report), report),
      });
  }
  breakCircles(defaults, report);
  return { byField: defaults, isWhole: !node.damaged, spend: spendFrom(node.offset) };
}

function spendFrom(offset: number): Defaults["spend"] {
  let spent = 0;
  return (size) => {
    spent += size;
    if (spent <= ADDED_LIMIT) return;
    const message = msg`These defaults add more than ${ADDED_LIMIT} characters to the accounts of this file. Make their texts and lists shorter.`;
    throw new Refusal("template-too-long", offset, message);
  };
}

function textReader(report: ReportAt): ReadText<string | Pending> {
  return (slot, value, offset) => {
    const template = parseTemplate(slot.name, value, slot.field);
    const flaw = isTemplate(template) ? hopeless(template, slot) : template;
    if (flaw !== undefined) report(flaw.code, offset, flaw.message);
    if (flaw !== undefined || !isTemplate(template)) return undefined;
    return referencesIn(template).length > 0
      ? { template, slot }
      : expand(template, () => undefined);
  };
}

/** What is wrong with a template whatever the fields hold that it names; undefined where some value makes it right. */
function hopeless(template: Template, slot: TextSlot) {
  const tries = [undefined, "a", ...slot.examples].map((example) =>
    flawOfMade(slot, expand(template, (field) => encodeFor(slot, example ?? field)) ?? ""),
  );
  return tries.every((flaw) => flaw !== undefined) ? tries[0] : undefined;
}

/** What is wrong with a text that was made of a template; undefined if nothing. */
export function flawOfMade(slot: TextSlot, made: string): Flaw | undefined {
  return made.length > MADE_LIMIT ? tooLong(slot.name) : slot.flawOf(made);
}

/** A field's value as it may stand in a text of this slot. */
export function encodeFor({ field }: TextSlot, value: string): string {
  return field === "externalUrl" ? encodeURIComponent(value) : value;
}

/** The templates in a value. */
export function pendingIn(value: Default["value"]): readonly Pending[] {
  if (value === undefined || value === null || typeof value !== "object") return [];
  if ("template" in value) return [value];
  return [...value.values()].filter((one) => typeof one === "object");
}

/** Reports each circle of defaults that name each other, once, and makes its members wrong. */
function breakCircles(defaults: Map<Field, Default>, report: ReportAt): void {
  const references = new Map<Field, readonly TextField[]>();
  for (const [field, { value }] of defaults) {
    const templates = pendingIn(value).map(({ template }) => template);
    references.set(field, templates.flatMap(referencesIn));
  }
  for (const circle of circlesIn(references)) {
    const members = circle.map((field) => defaults.get(field)).filter((one) => one !== undefined);
    if (members.every(({ value }) => value === undefined)) continue;
    const [first] = circle;
    report(
      "template-circle",
      members[0]?.offset ?? 0,
      msg`These defaults name each other in a circle: ${[...circle, first].join(" → ")}. Let one of them stand for itself.`,
    );
    for (const [index, field] of circle.entries()) {
      defaults.set(field, { offset: members[index]?.offset ?? 0, value: undefined });
    }
  }
}

/** The circles met on a depth-first walk, each from the field where it closes. */
function* circlesIn(references: ReadonlyMap<Field, readonly Field[]>): Generator<readonly Field[]> {
  const done = new Set<Field>();
  for (const start of references.keys()) yield* follow(start, []);

  function* follow(field: Field, path: readonly Field[]): Generator<readonly Field[]> {
    if (path.includes(field)) yield path.slice(path.indexOf(field));
    else if (!done.has(field)) {
      for (const next of references.get(field) ?? []) yield* follow(next, [...path, field]);
      done.add(field);
    }
  }
}
