// The defaults of a file: checked once, at their own place, before any account takes them.
import { FIELDS, type Field } from "../account.js";
import { text } from "../text.js";
import { describe, type FieldValue, type ReadText, readField, type TextSlot } from "./fields.js";
import { readKeys } from "./keys.js";
import type { Node, ReportAt } from "./node.js";
import { expand, isTemplate, parseTemplate, referencesIn, type Template, type TextField } from "./template.js";

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

export type Defaults = ReadonlyMap<Field, Default>;

/** Reads the defaults of a file, and reports what is wrong with them whatever the accounts say. */
export function readDefaults(node: Node, report: ReportAt): Defaults {
  const defaults = new Map<Field, Default>();
  if (node.kind === "broken") return defaults;
  if (node.kind !== "map") {
    report(
      "wrong-type",
      node.offset,
      text`defaults must be a map of fields to values, and this is ${describe(node)}. Remove it if there are none.`,
    );
    return defaults;
  }
  for (const [field, member] of readKeys(node, FIELDS, "field of an account", report)) {
    const { offset } = member.node;
    if (field === "uniqueId") {
      report(
        "unique-id-default",
        member.keyOffset,
        text`uniqueId cannot have a default: it is what tells accounts apart. Write one in each account.`,
      );
      defaults.set(field, { offset, value: undefined });
    } else defaults.set(field, { offset, value: readField(field, member.node, textReader(report), report) });
  }
  breakCircles(defaults, report);
  return defaults;
}

function textReader(report: ReportAt): ReadText<string | Pending> {
  return (slot, value, offset) => {
    const template = parseTemplate(slot.name, value, slot.field);
    const flaw = isTemplate(template) ? hopeless(template, slot) : template;
    if (flaw !== undefined) report(flaw.code, offset, flaw.message);
    if (flaw !== undefined || !isTemplate(template)) return undefined;
    return referencesIn(template).length > 0 ? { template, slot } : expand(template, () => undefined);
  };
}

/** What is wrong with a template whatever the fields hold that it names; undefined where some value makes it right. */
function hopeless(template: Template, slot: TextSlot) {
  const tries = [undefined, "a", ...slot.examples].map((example) =>
    slot.flawOf(expand(template, (field) => encodeFor(slot, example ?? field)) ?? ""),
  );
  return tries.every((flaw) => flaw !== undefined) ? tries[0] : undefined;
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

/** Reports each circle of defaults that name each other, once, and takes its members for wrong. */
function breakCircles(defaults: Map<Field, Default>, report: ReportAt): void {
  const named = new Map<Field, readonly TextField[]>();
  for (const [field, { value }] of defaults)
    named.set(
      field,
      pendingIn(value).flatMap(({ template }) => referencesIn(template)),
    );
  const done = new Set<Field>();
  for (const start of defaults.keys()) follow(start, []);

  function follow(field: Field, path: readonly Field[]): void {
    const circle = path.includes(field) ? path.slice(path.indexOf(field)) : undefined;
    if (circle !== undefined) {
      const first = defaults.get(field);
      if (circle.every((one) => defaults.get(one)?.value === undefined)) return;
      const way = [...circle, field].join(" → ");
      report(
        "template-circle",
        first?.offset ?? 0,
        text`These defaults name each other in a circle: ${way}. Let one of them stand for itself.`,
      );
      for (const one of circle) defaults.set(one, { offset: defaults.get(one)?.offset ?? 0, value: undefined });
      return;
    }
    if (done.has(field)) return;
    for (const next of named.get(field) ?? []) follow(next, [...path, field]);
    done.add(field);
  }
}
