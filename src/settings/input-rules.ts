// What may be written in an input, one rule for each kind of value. The messages are predicates:
// the name of the input and the value come before them.
import { posix } from "node:path";
import { z } from "zod";
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

export const boolean = z
  .string()
  .regex(/^(true|True|TRUE|false|False|FALSE)$/, {
    error: "is neither true nor false; write true or false",
  })
  .transform((value) => value.toLowerCase() === "true");

export const secret = z.string().refine((value) => !BLANK_OR_CONTROL.test(value), {
  error:
    "has white space or a control character; store the secret again, on one line and without spaces",
});

const identifier = z.string().refine((value) => !BLANK_OR_CONTROL.test(value), {
  error:
    "has white space or a control character; copy the Resource ID from Vanta's Developer Console",
});

/** Resource IDs, one per line, each once. */
export const identifiers = z
  .string()
  .transform(linesOf)
  .pipe(z.array(identifier))
  .transform((ids): readonly string[] => [...new Set(ids)]);

export const fileName = z
  .string()
  .refine((value) => !CONTROL.test(value), {
    error: "has a control character; write a path",
    abort: true,
  })
  .refine((value) => !/[\\/]$/.test(value), {
    error: "is a folder; write the path of a file",
    abort: true,
  });

export const fileInWorkspace = fileName
  .refine((value) => !isAbsolute(value), {
    error: "is an absolute path; write it from the root of the workspace",
    abort: true,
  })
  .refine((value) => !leadsOut(value), {
    error: 'leads out of the workspace; write a path without ".."',
  })
  // As git and GitHub write it.
  .transform((value) => posix.normalize(value));

/** A file that may be a roster. */
export const rosterFile = fileInWorkspace
  .refine((value) => /\.(?:ya?ml|json)$/i.test(value), {
    error: "is not a roster file; write a path that ends in .yml, .yaml or .json",
    abort: true,
  })
  .refine((value) => !value.split("/").includes(".git"), {
    error: "is in git's own folder; name another file",
  });

const pattern = z
  .string()
  .refine((value) => globOf(value) !== "", {
    error: "is empty; write a pattern after the !",
    abort: true,
  })
  .refine((value) => !CONTROL.test(value), {
    error: "has a control character; write one pattern per line",
    abort: true,
  })
  .refine((value) => !isAbsolute(globOf(value)), {
    error: "is an absolute path; write it from the root of the workspace",
    abort: true,
  })
  .refine((value) => !leadsOut(globOf(value)), {
    error: 'leads out of the workspace, or may do so; write a pattern without ".."',
  });

/** Glob patterns, one per line. `#` does not begin a comment: file names may have it. */
export const patterns = z
  .string({
    error: "is missing; write the path of the roster file, or glob patterns, one per line",
  })
  .transform(linesOf)
  .pipe(
    z.array(pattern).refine((all) => all.some((one) => !one.startsWith("!")), {
      error: "only has patterns that exclude files; add one without !",
    }),
  )
  .transform(parsePatterns);

/** A plan digest, as it is shown anywhere: with its input's name before it, in either case. */
export const digest = z
  .string()
  .transform((value) => value.replace(/^approved-plan:\s*/i, "").toLowerCase())
  .pipe(
    z.string().regex(DIGEST, {
      error:
        "is not a plan digest; copy the whole digest that a plan shows: sha256: and 64 hex digits",
    }),
  );

export const days = z
  .string()
  .regex(/^\d{1,9}$/, {
    error: "is not a whole number of days; write a number such as 400, or 0 to keep no one",
  })
  .transform(Number)
  .refine((value) => value <= MAX_DAYS, {
    error: `is more than ${MAX_DAYS} days, a hundred years`,
  });

export const timeout = z
  .string()
  .regex(/^\d{1,9}(\.\d{1,9})?$/, { error: "is not a number of seconds; write 120, say" })
  .transform(Number)
  .refine((value) => value > 0, {
    error: "leaves no time for a response; write a number above 0",
  })
  .refine((value) => value <= MAX_TIMEOUT, {
    error: `is more than ${MAX_TIMEOUT} seconds, an hour`,
  });

const HOW_TO_LIMIT = "write a count (50), a percentage (20%), or both with a comma (50, 20%)";

/** A count, a percentage, or one of each. */
export const limits = z.string().transform((value, context): readonly Limit[] => {
  const parsed = value.split(",").map((part) => parseLimit(part.trim()));
  const known = parsed.filter((limit) => limit !== undefined);
  const refuse = (message: string) => context.addIssue({ code: "custom", message });
  if (known.length < parsed.length) refuse(`is not a limit; ${HOW_TO_LIMIT}`);
  else if (new Set(known.map(({ kind }) => kind)).size < known.length) {
    refuse(`has two limits of one kind; ${HOW_TO_LIMIT}`);
  } else if (known.some(({ kind, value: share }) => kind === "percent" && share > 100)) {
    refuse("is more than 100%; write a percentage from 0% to 100%");
  }
  return known;
});

function parseLimit(part: string): Limit | undefined {
  if (/^\d{1,15}$/.test(part)) return { kind: "count", value: Number(part) };
  if (!/^\d{1,15}(\.\d{1,2})?%$/.test(part)) return undefined;
  return { kind: "percent", value: Number(part.slice(0, -1)) };
}

/** An origin that credentials may be sent to, without a slash at its end. */
export const apiUrl = z.string().transform((value, context) => {
  const refusal = refuseApiUrl(value);
  if (refusal !== undefined) context.addIssue({ code: "custom", message: refusal });
  return refusal === undefined ? new URL(value).origin : "";
});

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
