// What may be written in an input, one rule for each kind of value. The messages are predicates:
// the name of the input and the value come before them.
import { posix } from "node:path";
import * as z from "zod/mini";
import { DIGEST, type Limit } from "../model/limits.js";
import { nearest } from "../model/nearest.js";
import { refuseApiUrl } from "./api-url.js";
import { leadsOut, parsePatterns } from "./patterns.js";

/** The longest timeout of one attempt, in seconds. */
const MAX_TIMEOUT = 3600;
/** A hundred years: more is a typing mistake. */
const MAX_DAYS = 36_500;

// biome-ignore lint/suspicious/noControlCharactersInRegex: it finds control characters
const CONTROL = /[\u0000-\u001F\u007F-\u009F]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: it finds control characters and spaces
const BLANK_OR_CONTROL = /[\s\u0000-\u001F\u007F-\u009F]/;

/** One of a few words. */
export function oneOf<const Value extends string>(...allowed: [Value, ...Value[]]) {
  return z.enum(allowed, {
    error: ({ input }) => `is not known; ${suggest(String(input), allowed)}`,
  });
}

/** Names the nearest of the names, or all of them where none is near. */
export function suggest(word: string, names: readonly string[]): string {
  const near = nearest(word, names);
  return near === undefined
    ? `write ${names.slice(0, -1).join(", ")} or ${names.at(-1)}`
    : `did you mean ${near}?`;
}

/**
 * Texts that pass all checks. Only the first that fails is reported. After the last one, the list that
 * a text is in is still checked.
 */
function textWhere(...checks: readonly [isRight: (value: string) => boolean, error: string][]) {
  const last = checks.length - 1;
  return z
    .string()
    .check(
      ...checks.map(([isRight, error], index) =>
        z.refine<string>(isRight, { error, abort: index < last }),
      ),
    );
}

export const boolean = z.pipe(
  textWhere([
    (value) => /^(true|True|TRUE|false|False|FALSE)$/.test(value),
    "is neither true nor false; write true or false",
  ]),
  z.transform((value) => value.toLowerCase() === "true"),
);

export const secret = textWhere([
  (value) => !BLANK_OR_CONTROL.test(value),
  "has white space or a control character; store the secret again, on one line and without spaces",
]);

const identifier = textWhere([
  (value) => !BLANK_OR_CONTROL.test(value),
  "has white space or a control character; copy the Resource ID from Vanta's Developer Console",
]);

/** Resource IDs, one per line, each once. */
export const identifiers = z.pipe(
  z.pipe(z.pipe(z.string(), z.transform(linesOf)), z.array(identifier)),
  z.transform((ids): readonly string[] => [...new Set(ids)]),
);

export const fileName = textWhere(
  [(value) => !CONTROL.test(value), "has a control character; write a path"],
  [(value) => !/[\\/]$/.test(value), "is a folder; write the path of a file"],
);

export const fileInWorkspace = z.pipe(
  z.pipe(
    fileName,
    textWhere(
      [
        (value) => !isAbsolute(value),
        "is an absolute path; write it from the root of the workspace",
      ],
      [(value) => !leadsOut(value), 'leads out of the workspace; write a path without ".."'],
    ),
  ),
  // As git and GitHub write it.
  z.transform((value) => posix.normalize(value)),
);

/** A file that may be a roster. */
export const rosterFile = z.pipe(
  fileInWorkspace,
  textWhere(
    [
      (value) => /\.(?:ya?ml|json)$/i.test(value),
      "is not a roster file; write a path that ends in .yml, .yaml or .json",
    ],
    [(value) => !value.split("/").includes(".git"), "is in git's own folder; name another file"],
  ),
);

const pattern = textWhere(
  [(value) => globOf(value) !== "", "is empty; write a pattern after the !"],
  [(value) => !CONTROL.test(value), "has a control character; write one pattern per line"],
  [
    (value) => !isAbsolute(globOf(value)),
    "is an absolute path; write it from the root of the workspace",
  ],
  [
    (value) => !leadsOut(globOf(value)),
    'leads out of the workspace, or may do so; write a pattern without ".."',
  ],
);

const patternList = z.array(pattern).check(
  z.refine((all) => all.some((one) => !one.startsWith("!")), {
    error: "only has patterns that exclude files; add one without !",
  }),
);

const MISSING_ROSTER =
  "is missing; write the path of the roster file, or glob patterns, one per line";

/** Glob patterns, one per line. `#` does not begin a comment: file names may have it. */
export const patterns = z.pipe(
  z.pipe(z.pipe(z.string({ error: MISSING_ROSTER }), z.transform(linesOf)), patternList),
  z.transform((lines: string[]) => parsePatterns(lines)),
);

/** A plan digest, as it is shown anywhere: with its input's name before it, in either case. */
export const digest = z.pipe(
  z.pipe(
    z.string(),
    z.transform((value) => value.replace(/^approved-plan:\s*/i, "").toLowerCase()),
  ),
  textWhere([
    (value) => DIGEST.test(value),
    "is not a plan digest; copy the whole digest that a plan shows: sha256: and 64 hex digits",
  ]),
);

export const days = z.pipe(
  textWhere(
    [
      (value) => /^\d{1,9}$/.test(value),
      "is not a whole number of days; write a number such as 400, or 0 to keep no one",
    ],
    [(value) => Number(value) <= MAX_DAYS, `is more than ${MAX_DAYS} days, a hundred years`],
  ),
  z.transform(Number),
);

export const timeout = z.pipe(
  textWhere(
    [(value) => /^\d{1,9}(\.\d{1,9})?$/.test(value), "is not a number of seconds; write 120, say"],
    [(value) => Number(value) > 0, "leaves no time for a response; write a number above 0"],
    [(value) => Number(value) <= MAX_TIMEOUT, `is more than ${MAX_TIMEOUT} seconds, an hour`],
  ),
  z.transform(Number),
);

const HOW_TO_LIMIT = "write a count (50), a percentage (20%), or both with a comma (50, 20%)";

/** A count, a percentage, or one of each. */
export const limits = z.pipe(
  textWhere(
    [(value) => !limitsIn(value).includes(undefined), `is not a limit; ${HOW_TO_LIMIT}`],
    [hasOneOfEachKind, `has two limits of one kind; ${HOW_TO_LIMIT}`],
    [isAtMostAll, "is more than 100%; write a percentage from 0% to 100%"],
  ),
  z.transform((value) => limitsIn(value).filter((limit) => limit !== undefined)),
);

function hasOneOfEachKind(value: string): boolean {
  const kinds = limitsIn(value).map((limit) => limit?.kind);
  return new Set(kinds).size === kinds.length;
}

function isAtMostAll(value: string): boolean {
  return limitsIn(value).every((limit) => limit?.kind !== "percent" || limit.value <= 100);
}

/** The parts between commas; undefined for those that are no limits. */
function limitsIn(value: string): readonly (Limit | undefined)[] {
  return value.split(",").map((part) => parseLimit(part.trim()));
}

function parseLimit(part: string): Limit | undefined {
  if (/^\d{1,15}$/.test(part)) return { kind: "count", value: Number(part) };
  if (!/^\d{1,15}(\.\d{1,2})?%$/.test(part)) return undefined;
  return { kind: "percent", value: Number(part.slice(0, -1)) };
}

/** An origin that credentials may be sent to, without a slash at its end. */
export const apiUrl = z.pipe(
  z.string().check(
    z.refine((value) => refuseApiUrl(value) === undefined, {
      error: ({ input }) => refuseApiUrl(String(input)),
    }),
  ),
  z.transform((value) => new URL(value).origin),
);

/** The lines that are not empty, trimmed. */
export function linesOf(value: string): readonly string[] {
  return value
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** A pattern without the `!` that makes it leave files out. */
function globOf(value: string): string {
  return value.replace(/^!\s*/, "");
}

function isAbsolute(path: string): boolean {
  return /^([\\/]|~[\\/]|[A-Za-z]:[\\/])/.test(path);
}
