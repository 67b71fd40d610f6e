// One field of an account: from a node to its value, or to the reasons why it has none.
import {
  ACCOUNT_FIELDS,
  FIELDS,
  type Field,
  type FieldSpec,
  isRequired,
} from "../model/account.js";
import { joinMessages, type Message, msg } from "../model/message.js";
import { flawOfEmail, flawOfTimestamp, flawOfUrl } from "./formats.js";
import { meantValue } from "./synonyms.js";
import type { MapNode, Node, ReportAt, ScalarNode } from "./syntax/node.js";
import { isShownWhole, quoteValue } from "./syntax/quotes.js";
import { type Flaw, flawOfIdentifier, flawOfName, flawOfText, PROPERTY_NAME } from "./text.js";

/** A value of a field. `Leaf` is what its texts became. */
export type FieldValue<Leaf> =
  | Leaf
  | boolean
  | readonly Leaf[]
  | ReadonlyMap<string, Leaf | boolean | number>;

/** What a field is that has no value: `null`, or left out. */
export const NONE = Symbol("none");
/** A value that is wrong, which is reported, or that may be in a part that could not be read. */
export const UNKNOWN = Symbol("unknown");

/** What is known of a field. */
export type FieldState<Leaf> = FieldValue<Leaf> | typeof NONE | typeof UNKNOWN;

/** Whether a field has a value, and it is right. */
export function isValue<Leaf>(state: FieldState<Leaf>): state is FieldValue<Leaf> {
  return state !== NONE && state !== UNKNOWN;
}

/** A value as it is in an account. */
export function toPlainValue(value: FieldValue<string>): unknown {
  return typeof value === "object" && "size" in value ? Object.fromEntries(value) : value;
}

/** What a text must be where it is written. */
export interface TextRule {
  /** The account field it belongs to; undefined for the other keys of a roster. */
  readonly field: Field | undefined;
  /** Its name in messages. */
  readonly name: string;
  readonly flawOf: (value: string) => Flaw | undefined;
  /** Texts that follow the rule, if not all words do. */
  readonly examples: readonly string[];
}

/** Makes of a text what is kept; undefined where it is wrong, which is reported. */
export type ReadText<Leaf> = (rule: TextRule, value: string, offset: number) => Leaf | undefined;

/** What readers of nodes need: how to read a text, and where to report problems. */
export interface Reading<Leaf> {
  readonly readText: ReadText<Leaf>;
  readonly report: ReportAt;
}

/** Keeps texts that follow their rule, and reports the others. */
export function textsAsWritten(report: ReportAt): Reading<string> {
  return {
    report,
    readText: ({ flawOf, examples }, value, offset) => {
      // Accounts share the words of a choice; the text of each would be kept as long as they are.
      const known = examples[examples.indexOf(value)];
      if (known !== undefined) return known;
      const flaw = flawOf(value);
      if (flaw === undefined) return value;
      reportFlaw(flaw, offset, report);
      return undefined;
    },
  };
}

/** Reports a flaw at the text that has it. */
export function reportFlaw(flaw: Flaw, offset: number, report: ReportAt): void {
  report(flaw.code, offset, msg`${flaw.problem} ${flaw.advice}`);
}

const RULES = new Map(FIELDS.map((field) => [field, ruleFor(field)]));

function ruleFor(field: Field): TextRule {
  const spec: FieldSpec = ACCOUNT_FIELDS[field];
  const rule = (
    name: string,
    flawOf: (name: string, value: string, field: Field) => Flaw | undefined,
    examples: readonly string[] = [],
  ): TextRule => ({ field, name, flawOf: (value) => flawOf(name, value, field), examples });
  switch (spec.kind) {
    case "url":
      return rule(field, flawOfUrl, ["https://example.com/"]);
    case "email":
      return rule(field, flawOfEmail, ["a@example.com"]);
    case "timestamp":
      return rule(field, flawOfTimestamp, ["2024-03-01T09:00:00Z"]);
    case "choice":
      return rule(field, flawOfChoice(spec.values), spec.values);
    case "choices":
      return rule(`An entry of ${field}`, flawOfChoice(spec.values), spec.values);
    case "identifiers":
      return rule(`An entry of ${field}`, flawOfIdentifier);
    case "properties":
      return rule("A custom property", flawOfText);
    case "name":
      return rule(field, flawOfName);
    default:
      return rule(field, flawOfIdentifier);
  }
}

function flawOfChoice(values: readonly string[]) {
  return (name: string, value: string, field: Field): Flaw | undefined => {
    if (values.includes(value)) return undefined;
    const near = meantValue(field, value);
    const meant = near === undefined ? "" : `Did you mean ${near}? `;
    return {
      code: "unknown-value",
      problem: msg`${name} cannot be ${quoteValue(value)}.`,
      advice: msg`${meant}Allowed: ${values.join(", ")}.`,
    };
  };
}

/** Reads the value of a field. What is wrong with it is reported at its own position. */
export function readField<Leaf>(
  field: Field,
  node: Node,
  reading: Reading<Leaf>,
): FieldState<Leaf> {
  if (node.kind === "broken") return UNKNOWN;
  if (node.kind === "scalar" && node.value === null) {
    if (!isRequired(field)) return NONE;
    reading.report(
      "null-value",
      node.offset,
      msg`${field} has no value, and every account needs it. ${emptyAdvice(field)}`,
    );
    return UNKNOWN;
  }
  return readValue(field, node, reading) ?? UNKNOWN;
}

function emptyAdvice(field: Field): string {
  const { kind } = ACCOUNT_FIELDS[field];
  return kind === "choices" ? "Write a list in brackets, or [] for none." : "Write its value.";
}

function readValue<Leaf>(
  field: Field,
  node: Node,
  reading: Reading<Leaf>,
): FieldValue<Leaf> | undefined {
  const rule = RULES.get(field) ?? ruleFor(field);
  switch (ACCOUNT_FIELDS[field].kind) {
    case "boolean":
      return readBoolean(field, node, reading.report);
    case "choices":
    case "identifiers":
      return readList(field, rule, node, reading);
    case "properties":
      return readProperties(rule, node, reading);
    default:
      return readLeaf(rule, node, reading);
  }
}

/** Reads a single text. Undefined where it is wrong, which is reported. */
export function readLeaf<Leaf>(
  rule: TextRule,
  node: Node,
  { readText, report }: Reading<Leaf>,
): Leaf | undefined {
  if (node.kind === "broken") return undefined;
  if (node.kind === "scalar" && typeof node.value === "string") {
    return readText(rule, node.value, node.offset);
  }
  report(
    "wrong-type",
    node.offset,
    msg`${rule.name} must be a string, but is ${describe(node, rule.field)}. ${textAdvice(rule, node)}`,
  );
  return undefined;
}

/** How a value becomes a text. Quotes help only where the text in them is valid. */
function textAdvice({ flawOf }: TextRule, node: Node): Message {
  if (node.kind !== "scalar" || node.value === null) return msg`Write one string.`;
  return flawOf(sourceOf(node))?.advice ?? msg`Put it in quotes: write " before and after it.`;
}

function sourceOf({ source, value }: ScalarNode): string {
  return source ?? String(value);
}

/** What a node is, in words; `field` is the one whose value it is, if any. */
export function describe(node: Node, field?: Field): Message {
  if (node.kind === "list") return msg`a list`;
  if (node.kind !== "scalar") return msg`a mapping`;
  if (node.value === null) return msg`empty (null)`;
  if (typeof node.value === "boolean") return msg`${String(node.value)}`;
  const kind = typeof node.value === "number" ? "number" : "string";
  return msg`the ${kind} ${quoteValue(sourceOf(node), field)}`;
}

function readBoolean(field: Field, node: Node, report: ReportAt): boolean | undefined {
  if (node.kind === "scalar" && typeof node.value === "boolean") return node.value;
  report(
    "wrong-type",
    node.offset,
    msg`${field} must be true or false, but is ${describe(node, field)}. ${booleanAdvice(node)}`,
  );
  return undefined;
}

function booleanAdvice(node: Node): string {
  const word = node.kind === "scalar" ? String(node.value).toLowerCase() : "";
  if (word === "true" || word === "false") {
    return `Write ${word} in small letters and without quotes.`;
  }
  if (["yes", "y", "on", "1", "enabled"].includes(word)) return "Write true.";
  if (["no", "n", "off", "0", "disabled"].includes(word)) return "Write false.";
  return "Write one of the two, without quotes.";
}

function readList<Leaf>(
  field: Field,
  rule: TextRule,
  node: Node,
  reading: Reading<Leaf>,
): readonly Leaf[] | undefined {
  if (node.kind !== "list") {
    reading.report(
      "wrong-type",
      node.offset,
      msg`${field} must be a list, but is ${describe(node, field)}. ${listAdvice(rule, node)}`,
    );
    return undefined;
  }
  const values: Leaf[] = [];
  let isWhole = true;
  for (const item of node.items) {
    const value = readLeaf(rule, item.node, reading);
    if (value === undefined) isWhole = false;
    else values.push(value);
  }
  // A list that grew has room for 16 more entries. A copy has none, and many are kept.
  return isWhole ? values.slice() : undefined;
}

/** How a value becomes a list: its parts between commas in brackets, where each is valid. */
function listAdvice({ flawOf, field, examples }: TextRule, node: Node): Message {
  const text = node.kind === "scalar" && typeof node.value === "string" ? node.value : "";
  const entries = text.split(",").map((entry) => entry.trim());
  // Others need escapes between the quotes.
  const canBeQuoted = entries.every((entry) => isShownWhole(entry) && !/["'\\]/.test(entry));
  if (canBeQuoted && entries.every((entry) => flawOf(entry) === undefined)) {
    const quoted = entries.map((entry) => msg`${quoteValue(entry, field)}`);
    return msg`Put it in brackets: [${joinMessages(quoted, ", ")}].`;
  }
  const allowed = examples.length === 0 ? "" : ` Allowed in it: ${examples.join(", ")}.`;
  return msg`Write a list in brackets, or [] for none.${allowed}`;
}

function readProperties<Leaf>(
  rule: TextRule,
  node: Node,
  reading: Reading<Leaf>,
): ReadonlyMap<string, Leaf | boolean | number> | undefined {
  if (node.kind !== "map") {
    reading.report(
      "wrong-type",
      node.offset,
      msg`customProperties must be a mapping of names to values, but is ${describe(node, rule.field)}.`,
    );
    return undefined;
  }
  const values = readEntries(rule, node, reading);
  return values.size === node.members.size && !node.damaged ? values : undefined;
}

/** The properties that are right. */
function readEntries<Leaf>(
  rule: TextRule,
  { members }: MapNode,
  reading: Reading<Leaf>,
): ReadonlyMap<string, Leaf | boolean | number> {
  const values = new Map<string, Leaf | boolean | number>();
  for (const [name, { keyOffset, isText, node }] of members) {
    const value = readProperty(rule, node, reading);
    const problem = flawOfPropertyName(name, isText, rule.field);
    if (problem !== undefined) reading.report("bad-property-name", keyOffset, problem);
    else if (value !== undefined) values.set(name, value);
  }
  return values;
}

function flawOfPropertyName(
  name: string,
  isText: boolean,
  field: Field | undefined,
): Message | undefined {
  if (!PROPERTY_NAME.test(name)) {
    return msg`A custom property cannot be named ${quoteValue(name, field)}: the name is empty, has space around it or a control character in it, or is __proto__. Write another name.`;
  }
  if (isText) return undefined;
  return msg`The name of a custom property must be a string, but is ${quoteValue(name, field)}. Put it in quotes: write " before and after it.`;
}

function readProperty<Leaf>(
  rule: TextRule,
  node: Node,
  { readText, report }: Reading<Leaf>,
): Leaf | boolean | number | undefined {
  if (node.kind === "broken") return undefined;
  if (node.kind !== "scalar" || node.value === null) {
    report(
      "wrong-type",
      node.offset,
      msg`A custom property must be true, false, a whole number or text, and this is ${describe(node, rule.field)}.`,
    );
    return undefined;
  }
  if (typeof node.value === "string") return readText(rule, node.value, node.offset);
  if (typeof node.value === "boolean" || isPlainInteger(node.value, node.source)) return node.value;
  report(
    "bad-integer",
    node.offset,
    msg`A custom property cannot be the number ${quoteValue(sourceOf(node), rule.field)}. Write a whole number from -2147483648 to 2147483647 in plain digits, or put it in quotes.`,
  );
  return undefined;
}

/** Whether a number is a 32-bit integer, written so that everyone reads the same one. */
function isPlainInteger(value: number, source: string | undefined): boolean {
  return (value | 0) === value && String(value) === source;
}
