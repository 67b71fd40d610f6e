// The formats of text in a roster: timestamps, links and email addresses. Each has one pattern,
// which the JSON Schema uses too, and a function that explains why a text does not match it.
import type { Field } from "../model/account.js";
import { type Message, msg } from "../model/message.js";
import { parseUrl } from "../model/url.js";
import { isShownWhole, quoteValue } from "./syntax/quotes.js";
import { CONTROLS, type Flaw, flawOfIdentifier, invisibleIn } from "./text.js";

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
const HOST = String.raw`(?:[^/?#@:[\]%${NOT_IN_URL}]+|\[[0-9A-Fa-f:.]+\])(?::\d{1,5})?`;

/**
 * An absolute https URL with a host, without user and password, which may have international
 * characters. {@link isHttpsUrl} also parses it.
 */
export const HTTPS_URL = new RegExp(
  String.raw`^(?!.*%(?![0-9A-Fa-f]{2}))[Hh][Tt][Tt][Pp][Ss]:\/\/${HOST}(?:[/?#][^${NOT_IN_URL}]*)?$`,
  "u",
);

/** Invisible characters, and those that change the direction of text. */
const HIDDEN = String.raw`\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f`;
/** One part of the local part of an email address, between dots. */
const LOCAL = String.raw`[^\s.@"(),:;<>[\]\\${CONTROLS}${HIDDEN}]+`;
/** A letter or digit of any script: not an ASCII sign, white space, or an invisible character. */
const LETTER = String.raw`[^\s\u0000-\/:-@[-\u0060{-\u009f${HIDDEN}]`;
const LABEL = `${LETTER}(?:(?:${LETTER}|-){0,61}${LETTER})?`;

/**
 * An email address: a local part of at most 64 characters, and a domain with a dot. Both may have
 * international characters. {@link isEmail} also checks those by their Unicode categories.
 */
export const EMAIL = new RegExp(
  String.raw`^(?=[^@]{1,64}@)(?=.{1,254}$)${LOCAL}(?:\.${LOCAL})*@(?:${LABEL}\.)+(?!\d+$)${LABEL}$`,
  "u",
);
const DOMAIN = /@[\p{L}\p{M}\p{N}.-]+$/u;
/** What text processors and lists leave around a pasted address. */
const PASTED = String.raw`['\u0060*\u00b4]|(?![!-~])\p{P}`;
const PASTED_AROUND = new RegExp(`^(?:${PASTED})|(?:${PASTED})@`, "u");

/** Whether a text is a timestamp. A leap second must be at the end of a month in UTC. */
export function isTimestamp(value: string): boolean {
  return TIMESTAMP.test(value) && !hasMisplacedLeapSecond(value);
}

function hasMisplacedLeapSecond(value: string): boolean {
  if (value.slice(17, 19) !== "60") return false;
  const offset = /(?:[Zz]|[+-]\d\d:\d\d)$/.exec(value)?.[0] ?? "";
  const next = new Date(
    Date.parse(`${value.slice(0, 10)}T${value.slice(11, 16)}:00${offset.toUpperCase()}`) + 60_000,
  );
  return !(next.getUTCDate() === 1 && next.getUTCHours() === 0 && next.getUTCMinutes() === 0);
}

/** An ordinary URL in ASCII, which needs no further check. No host of letters can be refused. */
const ORDINARY_URL = /^https:\/\/(?:(?!xn--)[a-z][a-z0-9-]*\.)+[a-z]+(?:[/?#][\w./?#&=@:,;~+-]*)?$/;

/** Whether a text is an absolute https URL that the URL parser of Node.js accepts. */
export function isHttpsUrl(value: string): boolean {
  if (ORDINARY_URL.test(value)) return true;
  return HTTPS_URL.test(value) && (parseUrl(value)?.host ?? "") !== "";
}

/** An ordinary address in ASCII, which needs no further check. */
const ORDINARY_EMAIL = /^\w+(?:[.+-]\w+){0,9}@(?:[a-z0-9]+\.){1,9}[a-z]+$/;

/** Whether a text is an email address. */
export function isEmail(value: string): boolean {
  if (value.length <= 64 && ORDINARY_EMAIL.test(value)) return true;
  if (!EMAIL.test(value) || invisibleIn(value) !== undefined) return false;
  return DOMAIN.test(value) && !PASTED_AROUND.test(value);
}

const EXAMPLE_TIME = "2024-03-01T09:00:00Z";

/** What is wrong with a text that should be a timestamp; undefined if nothing. */
export function flawOfTimestamp(name: string, value: string): Flaw | undefined {
  if (isTimestamp(value)) return undefined;
  return {
    code: "bad-timestamp",
    problem: msg`${name} is not a timestamp: ${quoteValue(value)}.`,
    advice: timestampAdvice(value),
  };
}

/** What people leave out, by what they wrote, and how it is completed. */
const INCOMPLETE: readonly (readonly [RegExp, string, string])[] = [
  [/^(\d{4}-\d\d-\d\d)$/, "$1T09:00:00Z", "Add a time and an offset"],
  [
    /^(\d{4}-\d\d-\d\d)[ Tt](\d\d:\d\d:\d\d(?:\.\d+)?)$/,
    "$1T$2Z",
    "Write a T between date and time, and an offset at the end (Z for UTC)",
  ],
  [
    /^(\d{4}-\d\d-\d\d)[ Tt](\d\d:\d\d)([Zz]|[+-]\d\d:\d\d)?$/,
    "$1T$2:00Z",
    "Write date, T, time with seconds, and an offset (Z for UTC)",
  ],
  [
    /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d(?:\.\d+)?) ?([Zz]|[+-]\d\d:\d\d)$/,
    "$1T$2$3",
    "Write a T between date and time",
  ],
  [
    /^(\d{4}-\d\d-\d\d)[ Tt](\d\d:\d\d:\d\d(?:\.\d+)?) ?([+-]\d\d)(\d\d)?$/,
    "$1T$2$3:00",
    "Write the offset with a colon",
  ],
];

function timestampAdvice(value: string): Message {
  for (const [pattern, completed, advice] of INCOMPLETE) {
    const example = value.replace(pattern, completed);
    if (pattern.test(value) && isTimestamp(example) && isShownWhole(example)) {
      return msg`${advice}, as in ${quoteValue(example)}.`;
    }
  }
  if (TIMESTAMP.test(value)) {
    return msg`A leap second (:60) can only be at the end of a month, at 23:59:60 UTC.`;
  }
  const exists = /^\d{4}-\d\d-\d\d(?:[ Tt]\d\d:\d\d)?/.test(value)
    ? "If its form is right, there is no such day or time. "
    : "";
  return msg`${exists}Write a date, a time and an offset that exist, as RFC 3339 has them: ${EXAMPLE_TIME}.`;
}

/** What is wrong with a text that should be an https URL; undefined if nothing. */
export function flawOfUrl(name: string, value: string, field?: Field): Flaw | undefined {
  if (isHttpsUrl(value)) return undefined;
  const withUser = USER.test(value);
  return {
    code: "bad-url",
    // Not quoted where it has a password in it.
    problem: withUser
      ? msg`${name} has a user name or a password before its host.`
      : msg`${name} is not an https URL: ${quoteValue(value, field)}.`,
    advice: withUser
      ? msg`Change the password: it is in the history of this repository. ${urlAdvice(value.replace(USER, "$1"), field)}`
      : urlAdvice(value, field),
  };
}

/** A scheme and slashes, as far as they are there, and the user and password after them. */
const USER = /^(\s*(?:[a-z][\w+.-]*:)?\/*)[^/?#]*@/i;

function urlAdvice(value: string, field: Field | undefined): Message {
  const whole = value
    .trim()
    .replace(/^http:/i, "https:")
    .replace(/^(?!https:)(?=[\w.-]+\.\w+(?:[:/?#]|$))/i, "https://")
    .replace(/%(?![0-9A-Fa-f]{2})/g, "%25")
    .replace(/[\s\\<>"{}|^`]/g, encodeURIComponent);
  if (isHttpsUrl(whole) && isShownWhole(whole))
    return msg`Write it as ${quoteValue(whole, field)}.`;
  return msg`Write a whole address that begins with https://, as in https://admin.example.com/users/1001.`;
}

/** What is wrong with a text that should be an email address; undefined if nothing. */
export function flawOfEmail(name: string, value: string, field?: Field): Flaw | undefined {
  if (isEmail(value)) return undefined;
  if (invisibleIn(value) !== undefined) return flawOfIdentifier(name, value, field);
  const bare = value
    .trim()
    .replace(/^mailto:/i, "")
    .replace(/^[^\p{L}\p{N}_]+|[^\p{L}\p{M}\p{N}]+$/gu, "")
    .replace(/[^\p{L}\p{N}_]+(?=@)/gu, "");
  return {
    code: "bad-email",
    problem: msg`${name} is not an email address: ${quoteValue(value, field)}.`,
    advice: isEmail(bare)
      ? msg`Write the address alone: ${quoteValue(bare, field)}.`
      : msg`Write one address, as in ada@example.com.`,
  };
}
