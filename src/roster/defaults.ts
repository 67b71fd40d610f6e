// The defaults of a file, checked once at their own position, before any account uses them.
import type { Field, TextField } from "../model/account.js";
import { msg } from "../model/message.js";
import {
  describe,
  type FieldState,
  type Reading,
  readField,
  reportFlaw,
  type TextRule,
  UNKNOWN,
} from "./fields.js";
import { FIELD_NAMES, readKeys } from "./keys.js";
import { type Node, type ReportAt, UnreadableDocument } from "./syntax/node.js";
import { quoteValue } from "./syntax/quotes.js";
import {
  expand,
  isTemplate,
  MADE_LIMIT,
  parseTemplate,
  referencesIn,
  type Template,
  tooLong,
} from "./template.js";
import type { Flaw } from "./text.js";

/** A text of the defaults that names fields. Each account fills them in. */
export interface Pending {
  readonly template: Template;
  readonly rule: TextRule;
}

/** The default of a field. Where it is unknown, no account is blamed for it. */
export interface Default {
  readonly offset: number;
  readonly state: FieldState<string | Pending>;
}

/** The defaults of a file. */
export interface Defaults {
  readonly byField: ReadonlyMap<Field, Default>;
  /**
   * False where a part could not be read, which is reported. It may have had any field, so no
   * account is blamed for a missing one.
   */
  readonly isWhole: boolean;
  /**
   * Counts what the defaults add to an account, roughly in UTF-16 units. Throws
   * {@link UnreadableDocument} if they add too much to the file.
   */
  readonly spend: (size: number) => void;
}

/** How much the defaults may add to a file. More could not be sent to Vanta. */
const ADDED_LIMIT = 256 * 1024 * 1024;

/** There are none. */
export const NO_DEFAULTS: Defaults = { byField: new Map(), isWhole: true, spend: () => undefined };

/** There may be some, but they could not be read. */
export const UNKNOWN_DEFAULTS: Defaults = { ...NO_DEFAULTS, isWhole: false };

/** Reads the defaults of a file, and reports what is wrong with them whatever the accounts have. */
export function readDefaults(node: Node, report: ReportAt): Defaults {
  if (node.kind === "broken") return UNKNOWN_DEFAULTS;
  // Everything below it is commented out.
  if (node.kind === "scalar" && node.value === null) return NO_DEFAULTS;
  if (node.kind !== "map") {
    report(
      "wrong-type",
      node.offset,
      msg`defaults must be a mapping of fields to values, but is ${describe(node)}. Remove it if there are none.`,
    );
    return UNKNOWN_DEFAULTS;
  }
  const reading = templatesIn(report);
  const defaults = new Map<Field, Default>();
  for (const [field, member] of readKeys(node, FIELD_NAMES, "field", report)) {
    const { offset } = member.node;
    if (field === "uniqueId") {
      report(
        "unique-id-default",
        member.keyOffset,
        msg`uniqueId cannot have a default. Write one in each account.`,
      );
      defaults.set(field, { offset, state: UNKNOWN });
    } else defaults.set(field, { offset, state: readField(field, member.node, reading) });
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
    throw new UnreadableDocument("template-too-long", offset, message);
  };
}

/** Keeps texts as templates where they name fields. */
function templatesIn(report: ReportAt): Reading<string | Pending> {
  return {
    report,
    readText: (rule, value, offset) => {
      const template = parseTemplate(rule.name, value, rule.field);
      const flaw = isTemplate(template) ? flawOfTemplate(template, rule, value) : template;
      if (flaw !== undefined) reportFlaw(flaw, offset, report);
      if (flaw !== undefined || !isTemplate(template)) return undefined;
      return referencesIn(template).length > 0
        ? { template, rule }
        : expand(template, () => undefined);
    },
  };
}

/** What is wrong with a template, whatever the account. */
function flawOfTemplate(template: Template, rule: TextRule, written: string): Flaw | undefined {
  const flaw = unavoidableFlaw(template, rule);
  if (flaw === undefined || referencesIn(template).length === 0) return flaw;
  const { name, field } = rule;
  const example =
    field === "externalUrl" ? ", as in https://admin.example.com/users/{uniqueId}" : "";
  return {
    code: flaw.code,
    problem: msg`The default of ${name} makes no valid value: ${quoteValue(written, field)}.`,
    advice: msg`Change what is around the fields in braces${example}.`,
  };
}

/** What is wrong with a template for all values of its fields; undefined if some make it valid. */
function unavoidableFlaw(template: Template, rule: TextRule): Flaw | undefined {
  const flaws = [undefined, "a", ...rule.examples].map((example) =>
    flawOfMade(rule, expand(template, (field) => encodeFor(rule, example ?? field)) ?? ""),
  );
  return flaws.every((flaw) => flaw !== undefined) ? flaws[0] : undefined;
}

/** What is wrong with a text that was made from a template; undefined if nothing. */
export function flawOfMade(rule: TextRule, made: string): Flaw | undefined {
  return made.length > MADE_LIMIT ? tooLong(rule.name) : rule.flawOf(made);
}

/** The value of a field as it may be part of a text under this rule. */
export function encodeFor({ field }: TextRule, value: string): string {
  return field === "externalUrl" ? encodeURIComponent(value) : value;
}

function pendingIn(state: Default["state"]): readonly Pending[] {
  if (typeof state !== "object") return [];
  if ("template" in state) return [state];
  return [...state.values()].filter((one) => typeof one === "object");
}

/** Reports each circle of defaults that name each other, once, and makes its members wrong. */
function breakCircles(defaults: Map<Field, Default>, report: ReportAt): void {
  const references = new Map<Field, readonly TextField[]>();
  for (const [field, { state }] of defaults) {
    const templates = pendingIn(state).map(({ template }) => template);
    references.set(field, templates.flatMap(referencesIn));
  }
  for (const circle of circlesIn(references)) {
    const members = circle.map((field) => defaults.get(field)).filter((one) => one !== undefined);
    if (members.every(({ state }) => state === UNKNOWN)) continue;
    const [first] = circle;
    report(
      "template-circle",
      members[0]?.offset ?? 0,
      msg`These defaults name each other in a circle: ${[...circle, first].join(" → ")}. Give one of them a value without the others.`,
    );
    for (const [index, field] of circle.entries()) {
      defaults.set(field, { offset: members[index]?.offset ?? 0, state: UNKNOWN });
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
