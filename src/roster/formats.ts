// The formats of text in a roster. Each has one pattern, which the JSON Schema uses too, and a
// function that explains why a text does not match it.
import type { Field } from "../model/account.js";
import { type Message, msg } from "../model/message.js";
import type { ProblemCode } from "../model/problem-codes.js";
import { quoteValue } from "./syntax/quotes.js";

/** Why a text is not valid. */
export interface Flaw {
  readonly code: ProblemCode;
  readonly message: Message;
}

// Parts of character classes. \s covers all Unicode white space.
const CONTROLS = String.raw`\u0000-\u001f\u007f-\u009f`;
/** Invisible characters, and those that change the direction of text. */
const HIDDEN = String.raw`\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f`;

const TEXT_PATTERN = String.raw`[^\s${CONTROLS}](?:[^${CONTROLS}]*[^\s${CONTROLS}])?`;

/** Text that is not empty, without control characters and without space before or after it. */
export const TEXT = new RegExp(`^${TEXT_PATTERN}$`, "u");

/** The name of a custom property. Not `__proto__`, which many programs drop from an object. */
export const PROPERTY_NAME = new RegExp(`^(?!__proto__$)${TEXT_PATTERN}$`, "u");

/** A resource ID: text without white space. */
export const RESOURCE_ID = new RegExp(String.raw`^[^\s${CONTROLS}]+$`, "u");

const MONTH_AND_DAY = String.raw`(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|1\d|2[0-8]))`;
const LEAP_DAY = String.raw`(?:\d\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29`;
const TIME = String.raw`(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)`;

/**
 * A `date-time` of RFC 3339, section 5.6, on a day that exists. {@link isTimestamp} also checks
 * leap seconds.
 */
export const TIMESTAMP = new RegExp(
  String.raw`^(?:\d{4}-${MONTH_AND_DAY}|${LEAP_DAY})[Tt]${TIME}$`,
  "u",
);

const NOT_IN_URL = String.raw`\s\\<>"{}|^\u0060${CONTROLS}`;
const HOST = String.raw`(?:[^/?#@:[\]${NOT_IN_URL}]+|\[[0-9A-Fa-f:.]+\])(?::\d{1,5})?`;

/**
 * An absolute https URL with a host, which may have international characters. {@link isHttpsUrl}
 * also parses it.
 */
export const HTTPS_URL = new RegExp(
  String.raw`^[Hh][Tt][Tt][Pp][Ss]:\/\/(?:[^/?#@[\]${NOT_IN_URL}]*@)?${HOST}(?:[/?#][^${NOT_IN_URL}]*)?$`,
  "u",
);

/** One part of the local part of an email address, between dots. */
const LOCAL = String.raw`[^\s.@"(),:;<>[\]\\${CONTROLS}${HIDDEN}]+`;
/** A letter or digit of any script: not an ASCII sign, white space, or an invisible character. */
const LETTER = String.raw`[^\s\u0000-\/:-@[-\u0060{-\u009f${HIDDEN}]`;
const LABEL = `${LETTER}(?:(?:${LETTER}|-){0,61}${LETTER})?`;

/**
 * An email address: a local part of at most 64 characters, and a domain with a dot. Both may have
 * international characters.
 */
export const EMAIL = new RegExp(
  String.raw`^(?=[^@]{1,64}@)(?=.{1,254}$)${LOCAL}(?:\.${LOCAL})*@(?:${LABEL}\.)+(?!\d+$)${LABEL}$`,
  "u",
);

/** Whether a text is a timestamp. A leap second must be at the end of a month in UTC. */
export function isTimestamp(value: string): boolean {
  return TIMESTAMP.test(value) && !misplacedLeapSecond(value);
}

function misplacedLeapSecond(value: string): boolean {
  if (value.slice(17, 19) !== "60") return false;
  const offset = /(?:[Zz]|[+-]\d\d:\d\d)$/.exec(value)?.[0] ?? "";
  const next = new Date(
    Date.parse(`${value.slice(0, 10)}T${value.slice(11, 16)}:00${offset.toUpperCase()}`) + 60_000,
  );
  return !(next.getUTCDate() === 1 && next.getUTCHours() === 0 && next.getUTCMinutes() === 0);
}

/** Whether a text is an absolute https URL that the URL parser of Node.js accepts. */
export function isHttpsUrl(value: string): boolean {
  return HTTPS_URL.test(value) && canParse(value);
}

// Not URL.canParse: in Node.js 20 it returns false for hosts with Latin-1 letters once V8 has
// optimized the call.
function canParse(value: string): boolean {
  try {
    return new URL(value).host !== "";
  } catch {
    return false;
  }
}

/** What is wrong with a text of any kind; undefined if nothing. `name` is used in the message. */
export function flawOfText(name: string, value: string, field?: Field): Flaw | undefined {
  if (TEXT.test(value)) return undefined;
  if (value.trim() === "")
    return {
      code: "empty-text",
      message: msg`${name} is empty. Write its value, or leave the line out if it has none.`,
    };
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it finds control characters
  const control = /[\u0000-\u001f\u007f-\u009f]/.exec(value)?.[0];
  if (control === undefined)
    return {
      code: "space-around",
      message: msg`${name} has space before or after its text: ${quoteValue(value, field)}. Remove it.`,
    };
  const found =
    control === "\n" ? "a line end" : control === "\t" ? "a tab" : "a control character";
  return {
    code: "control-character",
    message: msg`${name} holds ${found}: ${quoteValue(value, field)}. Write it on one line without it.`,
  };
}

const EXAMPLE_TIME = "2024-03-01T09:00:00Z";

/** What is wrong with a text that should be a timestamp; undefined if nothing. */
export function flawOfTimestamp(name: string, value: string): Flaw | undefined {
  if (isTimestamp(value)) return undefined;
  return {
    code: "bad-timestamp",
    message: msg`${name} is not a timestamp: ${quoteValue(value)}. ${timestampAdvice(value)}`,
  };
}

function timestampAdvice(value: string): Message {
  if (/^\d{4}-\d\d-\d\d$/.test(value))
    return msg`Add a time and an offset, as in ${quoteValue(`${value}T09:00:00Z`)}.`;
  if (/^\d{4}-\d\d-\d\d \d\d:\d\d/.test(value))
    return msg`Write a T between date and time, and an offset at the end, as in ${EXAMPLE_TIME}.`;
  if (/^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?$/.test(value))
    return msg`Add an offset at the end: Z for UTC, or one like +01:00.`;
  if (/^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d([Zz]|[+-].*)?$/.test(value))
    return msg`Add the seconds and an offset, as in ${EXAMPLE_TIME}.`;
  if (/[+-]\d{2}(\d{2})?$/.test(value) && value.length > 19)
    return msg`Write the offset with a colon, as in +01:00, or Z for UTC.`;
  if (TIMESTAMP.test(value))
    return msg`A leap second (:60) can only be at the end of a month, at 23:59:60 UTC.`;
  if (/^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/.test(value))
    return msg`There is no such day or time.`;
  return msg`Write date, time and offset as RFC 3339 has them, as in ${EXAMPLE_TIME}.`;
}

/** What is wrong with a text that should be an https URL; undefined if nothing. */
export function flawOfUrl(name: string, value: string, field?: Field): Flaw | undefined {
  if (isHttpsUrl(value)) return undefined;
  return {
    code: "bad-url",
    message: msg`${name} is not an https URL: ${quoteValue(value, field)}. ${urlAdvice(value)}`,
  };
}

function urlAdvice(value: string): string {
  if (/^http:/i.test(value)) return "Vanta takes https:// only.";
  if (/^https:\/\/\/?$/i.test(value)) return "The name of the host is missing.";
  if (/[{}]/.test(value))
    return "Braces have a meaning in defaults only, and a URL has them as %7B and %7D.";
  if (/\s/.test(value)) return "A URL has no spaces: write %20.";
  if (/^[\w.-]+\.\w+(\/|$)/.test(value)) return "Write https:// before it.";
  return "Write a whole address, as in https://admin.example.com/users/1001.";
}

/** What is wrong with a text that should be an email address; undefined if nothing. */
export function flawOfEmail(name: string, value: string, field?: Field): Flaw | undefined {
  if (EMAIL.test(value)) return undefined;
  return {
    code: "bad-email",
    message: msg`${name} is not an e-mail address: ${quoteValue(value, field)}. Write one address, as in ada@example.com.`,
  };
}
