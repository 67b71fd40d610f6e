// What the defaults of a file give to an account.
import { FIELDS, type Field } from "../model/account.js";
import { type Default, type Defaults, encodeFor, type Pending } from "../roster/defaults.js";
import { NONE, UNKNOWN } from "../roster/fields.js";
import { expand } from "../roster/template.js";
import type { Target } from "./target.js";

/** What a default gives: a value, none (`null`), or what no account may have. */
export type Given =
  | { readonly state: "value"; readonly value: unknown }
  | { readonly state: "none" }
  | { readonly state: "unset" };

const UNSET: Given = { state: "unset" };

/**
 * What the defaults give to an account with these values; undefined where they do not have the
 * field. `unset`: a template names a field that the account does not have.
 */
export function givenBy(
  { byField }: Pick<Defaults, "byField">,
  field: Field,
  target: Target,
): Given | undefined {
  const preset = byField.get(field);
  return preset && fill(preset.state, target);
}

/** The fields that the defaults have, in the order of account.ts. */
export function fieldsWithDefault({ byField }: Pick<Defaults, "byField">): readonly Field[] {
  return FIELDS.filter((field) => byField.has(field));
}

function fill(value: Default["state"], target: Target): Given {
  if (value === NONE) return { state: "none" };
  if (value === UNKNOWN) return UNSET;
  if (typeof value !== "object") return { state: "value", value };
  if ("template" in value) return made(make(value, target));
  if ("size" in value) {
    const entries = [...value].map(([name, one]) => [name, makeLeaf(one, target)] as const);
    if (entries.some(([, one]) => one === undefined)) return UNSET;
    return { state: "value", value: Object.fromEntries(entries) };
  }
  const list = value.map((one) => makeLeaf(one, target));
  return list.some((one) => one === undefined) ? UNSET : { state: "value", value: list };
}

function makeLeaf(leaf: string | Pending | boolean | number, target: Target) {
  return typeof leaf === "object" ? make(leaf, target) : leaf;
}

function made(text: string | undefined): Given {
  return text === undefined ? UNSET : { state: "value", value: text };
}

function make({ template, rule }: Pending, target: Target): string | undefined {
  return expand(template, (field) => {
    const value = target.get(field);
    return typeof value === "string" ? encodeFor(rule, value) : undefined;
  });
}
