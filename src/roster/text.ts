// The texts of a roster that have no format of their own: names, identifiers, custom properties.
import { type Field, isField, isRequired } from "../model/account.js";
import { type Message, msg } from "../model/message.js";
import type { ProblemCode } from "../model/problem-codes.js";
import { quoteValue } from "./syntax/quotes.js";

/** Why a text is not valid, and what to write instead. */
export interface Flaw {
  readonly code: ProblemCode;
  readonly problem: Message;
  /** Following it never leads to another error on the same value. */
  readonly advice: Message;
}

// Parts of character classes. \s covers all Unicode white space.
export const CONTROLS = String.raw`\u0000-\u001f\u007f-\u009f`;

const TEXT_PATTERN = String.raw`[^\s${CONTROLS}](?:[^${CONTROLS}]*[^\s${CONTROLS}])?`;

/** Text that is not empty, without control characters and without space before or after it. */
export const TEXT = new RegExp(`^${TEXT_PATTERN}$`, "u");

/** The name of a custom property. Not `__proto__`, which many programs drop from an object. */
export const PROPERTY_NAME = new RegExp(`^(?!__proto__$)${TEXT_PATTERN}$`, "u");

/** A resource ID: text without white space. */
export const RESOURCE_ID = new RegExp(String.raw`^[^\s${CONTROLS}]+$`, "u");

/** Unicode's default ignorable code points, the annotation characters, and the Braille blank. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\ufff9-\ufffb\u2800]/u;

/** Invisible characters that shape the ones beside them: joiners, variation selectors, flags. */
const SHAPING =
  /\p{Join_Control}|\p{Variation_Selector}|(?<=\p{Extended_Pictographic})[\u{e0020}-\u{e007e}]+\u{e007f}/gu;

/** The first invisible character of an identifier; undefined if it has none. */
export function invisibleIn(value: string): string | undefined {
  return INVISIBLE.exec(value)?.[0];
}

/** The first invisible character of a name that does not shape the letters beside it. */
export function invisibleInName(value: string): string | undefined {
  return invisibleIn(value) && invisibleIn(value.replace(SHAPING, ""));
}

/** Printable ASCII without space around it, as most texts are. */
const ORDINARY = /^[!-~](?:[ -~]*[!-~])?$/;

type FindInvisible = (value: string) => string | undefined;

/** Makes the check for texts in which these invisible characters are errors. */
function flawIn(findInvisible: FindInvisible) {
  return (name: string, value: string, field?: Field): Flaw | undefined => {
    if (ORDINARY.test(value)) return undefined;
    if (value.trim() === "") return emptyText(name, field);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it finds control characters
    const control = /[\u0000-\u001f\u007f-\u009f]/.exec(value)?.[0];
    const invisible = findInvisible(value);
    const hasSpaceAround = value.trim() !== value;
    const kinds = [control, invisible].filter((one) => one !== undefined);
    if (kinds.length + Number(hasSpaceAround) > 1) {
      const code = control === undefined ? "invisible-character" : "control-character";
      return severalFlaws(code, name, value, field);
    }
    if (control !== undefined) return controlCharacter(name, value, control, field);
    if (invisible !== undefined) return invisibleCharacter(name, value, invisible, field);
    return hasSpaceAround ? spaceAround(name, value, field) : undefined;
  };
}

/** What is wrong with a text of any kind; undefined if nothing. `name` is used in the message. */
export const flawOfText = flawIn(() => undefined);
/** What is wrong with a name of a person or a role. */
export const flawOfName = flawIn(invisibleInName);
/** What is wrong with an identifier, in which people must see every character. */
export const flawOfIdentifier = flawIn(invisibleIn);

function emptyText(name: string, field: Field | undefined): Flaw {
  const isOptional = field !== undefined && isField(name) && !isRequired(field);
  return {
    code: "empty-text",
    problem: msg`${name} is empty.`,
    advice: isOptional ? msg`Write its value, or leave the line out.` : msg`Write its value.`,
  };
}

function controlCharacter(
  name: string,
  value: string,
  control: string,
  field: Field | undefined,
): Flaw {
  const found = { "\n": "a line end", "\t": "a tab" }[control] ?? "a control character";
  return {
    code: "control-character",
    problem: msg`${name} has ${found} in it: ${quoteValue(value, field)}.`,
    advice: msg`Write it on one line without it.`,
  };
}

function invisibleCharacter(
  name: string,
  value: string,
  invisible: string,
  field: Field | undefined,
): Flaw {
  const code = (invisible.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  const position = [...value].indexOf(invisible) + 1;
  return {
    code: "invisible-character",
    problem: msg`${name} has an invisible character in it (U+${code}, character ${position}): ${quoteValue(value, field)}.`,
    advice: msg`Type the text again, without it.`,
  };
}

function spaceAround(name: string, value: string, field: Field | undefined): Flaw {
  return {
    code: "space-around",
    problem: msg`${name} has space before or after its text: ${quoteValue(value, field)}.`,
    advice: msg`Remove it.`,
  };
}

function severalFlaws(
  code: ProblemCode,
  name: string,
  value: string,
  field: Field | undefined,
): Flaw {
  return {
    code,
    problem: msg`${name} has characters in it that cannot be seen: ${quoteValue(value, field)}.`,
    advice: msg`Type the text again on one line, without space around it.`,
  };
}
