// Templates in defaults: `{field}` is replaced with that field of the account; `{{` and `}}` are
// braces.
import { type Field, isField, isTextField, TEXT_FIELDS, type TextField } from "../model/account.js";
import { msg, quote } from "../model/message.js";
import { meantName } from "./synonyms.js";
import { quoteValue } from "./syntax/quotes.js";
import type { Flaw } from "./text.js";

const TOKEN = String.raw`[^{}]|\{\{|\}\}|\{(?:${TEXT_FIELDS.join("|")})\}`;

/** A well-formed template, with or without braces. */
export const TEMPLATE = new RegExp(`^(?:${TOKEN})*$`, "u");

/** A well-formed template with at least one brace. */
export const TEMPLATE_WITH_BRACES = new RegExp(`^(?=[^{}]*[{}])(?:${TOKEN})*$`, "u");

/** A parsed template: literal text, and references to fields. */
export type Template = readonly (string | { readonly field: TextField })[];

/** Parses a template; returns a flaw if it is not one. `field` is the field that it is for. */
export function parseTemplate(name: string, value: string, field?: Field): Template | Flaw {
  const template: (string | { readonly field: TextField })[] = [];
  for (const [piece, reference] of value.matchAll(/\{\{|\}\}|\{([^{}]*)\}|[{}]|[^{}]+/g)) {
    if (reference !== undefined) {
      const textField = TEXT_FIELDS.find((known) => known === reference);
      if (textField === undefined) return flawOfReference(name, reference, field);
      template.push({ field: textField });
    } else if (piece === "{" || piece === "}") {
      return {
        code: "template-syntax",
        problem: msg`${name} has a single brace in ${quoteValue(value, field)}.`,
        advice: msg`{field} is replaced with a field of the account; literal braces are written {{ and }}.`,
      };
    } else template.push(piece === "{{" || piece === "}}" ? piece.slice(1) : piece);
  }
  return template;
}

function flawOfReference(name: string, reference: string, own: Field | undefined): Flaw {
  if (isField(reference) && !isTextField(reference)) {
    return {
      code: "template-not-text",
      problem: msg`${name} names {${reference}}, which is not a text.`,
      advice: msg`Only fields with a text can be in one.`,
    };
  }
  // A text that names its own field would be a circle.
  const others = TEXT_FIELDS.filter((field) => field !== own);
  const near = meantName(reference, others);
  const advice =
    near === undefined ? `These can be here: ${others.join(", ")}.` : `Did you mean {${near}}?`;
  return {
    code: "template-unknown-field",
    problem: msg`${name} names the field ${near === undefined ? quoteValue(reference) : quote(reference)}, which no account has.`,
    advice: msg`${advice} Literal braces are written {{ and }}.`,
  };
}

/** Whether the result of {@link parseTemplate} is a template, not a flaw. */
export function isTemplate(parsed: Template | Flaw): parsed is Template {
  return Array.isArray(parsed);
}

/** The fields that a template refers to. */
export function referencesIn(template: Template): readonly TextField[] {
  return template.flatMap((piece) => (typeof piece === "string" ? [] : [piece.field]));
}

/** The longest text that a template may result in, in UTF-16 units. */
export const MADE_LIMIT = 10_000;

/** The flaw of a template that results in a text longer than {@link MADE_LIMIT}. */
export function tooLong(name: string): Flaw {
  return {
    code: "template-too-long",
    problem: msg`The default of ${name} makes texts of more than ${MADE_LIMIT} characters.`,
    advice: msg`Name fewer fields in it.`,
  };
}

/**
 * Replaces references with values; undefined if one has no value. Stops once the text is longer
 * than {@link MADE_LIMIT}.
 */
export function expand(
  template: Template,
  textOf: (field: TextField) => string | undefined,
): string | undefined {
  let text = "";
  for (const piece of template) {
    const value = typeof piece === "string" ? piece : textOf(piece.field);
    if (value === undefined) return undefined;
    text += value;
    if (text.length > MADE_LIMIT) return text;
  }
  return text;
}
