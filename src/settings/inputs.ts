// action.yml as a schema: the runner's INPUT_* variables → Inputs. The kebab-case of the inputs stops here.
// Pure, and it finds every problem at once; what depends on the event (which mode runs) is in mode.ts.
import { z } from "zod";
import { DIGEST, type Limit } from "../model/limits.js";
import { type Message, msg, quote } from "../model/message.js";
import { nearest } from "../model/nearest.js";
import type { Mode, OnRemoval } from "../model/outcome.js";
import { makeProblem, type Problem } from "../model/problem.js";
import { refuseApiUrl } from "./api-url.js";
import { leadsOut } from "./patterns.js";

/** The environment, as `process.env` has it. */
export type Env = Readonly<Record<string, string | undefined>>;

export interface Credentials {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** What the user asked for; every value has passed its rule. Optional ones are absent where the input is empty. */
export interface Inputs {
  /** Glob patterns from the workspace root, as written; at least one does not start with `!`. */
  readonly roster: readonly string[];
  readonly mode: "auto" | Mode;
  readonly credentials?: Credentials;
  readonly resourceId?: string;
  /** An origin: scheme, host and port, without a slash at the end. */
  readonly apiUrl: string;
  readonly onRemoval: OnRemoval;
  readonly retainDeactivatedDays: number;
  /** At most one of each kind. */
  readonly maxRemovals: readonly Limit[];
  /** At most one of each kind. */
  readonly maxAccessChanges: readonly Limit[];
  readonly allowEmpty: boolean;
  /** `sha256:` and 64 hex digits in lower case. */
  readonly approvedPlan?: string;
  /** A path from the workspace root. */
  readonly approvalsFile?: string;
  readonly expectNoChanges: boolean;
  readonly failOnWarnings: boolean;
  readonly redact: "auto" | "always" | "never";
  readonly prComment: "never" | "changes" | "always";
  readonly githubToken?: string;
  /** As written: absolute, or from the workspace root. Absent: the default name in the runner's temporary folder. */
  readonly reportFile?: string;
  readonly requestTimeoutSeconds: number;
}

/** The inputs of which the mode is chosen; {@link Inputs} is one. `credentials` counts by being there. */
export interface ModeInputs {
  readonly mode: "auto" | Mode;
  readonly credentials?: unknown;
  readonly expectNoChanges: boolean;
  readonly approvedPlan?: string;
}

/** Either all inputs, or all problems with them. Of invalid inputs, `forMode` is what the mode can still be chosen from. */
export type ParsedInputs =
  | { readonly ok: true; readonly inputs: Inputs }
  | { readonly ok: false; readonly problems: readonly Problem[]; readonly forMode?: ModeInputs };

/** Every input and the default that stands in for an empty one; action.yml says the same. */
export const INPUT_DEFAULTS = {
  roster: undefined,
  mode: "auto",
  "client-id": undefined,
  "client-secret": undefined,
  "resource-id": undefined,
  "api-url": "https://api.vanta.com",
  "on-removal": "deactivate",
  "retain-deactivated-days": "400",
  "max-removals": "20%",
  "max-access-changes": "50%",
  "allow-empty": "false",
  "approved-plan": undefined,
  "approvals-file": undefined,
  "expect-no-changes": "false",
  "fail-on-warnings": "false",
  redact: "auto",
  "pr-comment": "never",
  // Only the runner can fill in its default, `${{ github.token }}`.
  "github-token": undefined,
  // `vanta-roster-report.json` in RUNNER_TEMP; a second step of a job gets another name, so it is no constant.
  "report-file": undefined,
  "request-timeout-seconds": "120",
} as const satisfies Record<string, string | undefined>;

export type InputName = keyof typeof INPUT_DEFAULTS;

/** The names of all inputs, in the order of action.yml. */
export const INPUT_NAMES: readonly string[] = Object.keys(INPUT_DEFAULTS);

/** Inputs whose value no message quotes. */
const SECRET: ReadonlySet<string> = new Set<InputName>([
  "client-id",
  "client-secret",
  "github-token",
]);

/** The longest time that one attempt may take, in seconds. */
const TIMEOUT_LIMIT = 3600;
/** A hundred years: more is a slip of the finger. */
const RETAIN_LIMIT = 36_500;

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this finds
const CONTROL = /[\u0000-\u001F\u007F-\u009F]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the same, and white space
const BLANK_OR_CONTROL = /[\s\u0000-\u001F\u007F-\u009F]/;

// The messages of the schemas are predicates: `problemOf` puts the input's name and the value found in front of them.

function oneOf<const Value extends string>(...allowed: [Value, ...Value[]]) {
  return z.enum(allowed, {
    error: ({ input }) => `is not known; ${suggest(String(input), allowed)}`,
  });
}

/** Names the nearest of the names, or all of them where none is near. */
function suggest(word: string, names: readonly string[]): string {
  const near = nearest(word, names);
  return near === undefined
    ? `write ${names.slice(0, -1).join(", ")} or ${names.at(-1)}`
    : `did you mean ${near}?`;
}

const boolean = z
  .string()
  .regex(/^(true|True|TRUE|false|False|FALSE)$/, {
    error: "is neither true nor false; write true or false",
  })
  .transform((value) => value.toLowerCase() === "true");

const secret = z.string().refine((value) => !BLANK_OR_CONTROL.test(value), {
  error:
    "holds white space or a control character; store the secret again, on one line and without spaces",
});

const identifier = z.string().refine((value) => !BLANK_OR_CONTROL.test(value), {
  error:
    "holds white space or a control character; copy the Resource ID from Vanta's Developer Console",
});

const fileName = z
  .string()
  .refine((value) => !CONTROL.test(value), {
    error: "holds a control character; write a path",
    abort: true,
  })
  .refine((value) => !/[\\/]$/.test(value), {
    error: "is a folder; write the path of a file",
    abort: true,
  });

const fileInWorkspace = fileName
  .refine((value) => !isAbsolute(value), {
    error: "is an absolute path; write it from the root of the workspace",
    abort: true,
  })
  .refine((value) => !leadsOut(value), {
    error: 'leads out of the workspace; write a path without ".."',
  });

const pattern = z
  .string()
  .refine((value) => glob(value) !== "", {
    error: "leaves nothing out; write a pattern after the !",
    abort: true,
  })
  .refine((value) => !CONTROL.test(value), {
    error: "holds a control character; write one pattern a line",
    abort: true,
  })
  .refine((value) => !isAbsolute(glob(value)), {
    error: "is an absolute path; write it from the root of the workspace",
    abort: true,
  })
  .refine((value) => !leadsOut(glob(value)), {
    error: 'leads out of the workspace, or may do so; write a pattern without ".."',
  });

// `#` begins no comment here: it may stand in a file's name.
const patterns = z
  .string({ error: "is missing; write the path of the roster file, or glob patterns, one a line" })
  .transform(lines)
  .pipe(
    z.array(pattern).refine((all) => all.some((one) => !one.startsWith("!")), {
      error: "names no file, only files to leave out; add a pattern without !",
    }),
  );

const digest = z.string().regex(DIGEST, {
  error:
    "is not a plan digest; copy the whole digest that a plan shows: sha256: and 64 hex digits in lower case",
});

const days = z
  .string()
  .regex(/^\d{1,9}$/, {
    error: "is not a whole number of days; write 400, say, or 0 to keep nobody",
  })
  .transform(Number)
  .refine((value) => value <= RETAIN_LIMIT, {
    error: `is more than ${RETAIN_LIMIT} days, a hundred years`,
  });

const timeout = z
  .string()
  .regex(/^\d{1,9}(\.\d{1,9})?$/, { error: "is not a number of seconds; write 120, say" })
  .transform(Number)
  .refine((value) => value > 0, { error: "leaves no time for an answer; write a number above 0" })
  .refine((value) => value <= TIMEOUT_LIMIT, {
    error: `is more than ${TIMEOUT_LIMIT} seconds, an hour`,
  });

const HOW_TO_LIMIT = "write a count (50), a percentage (20%), or both with a comma (50, 20%)";

const limits = z.string().transform((value, context): readonly Limit[] => {
  const parsed = value.split(",").map((part) => parseLimit(part.trim()));
  const good = parsed.filter((limit) => limit !== undefined);
  if (good.length < parsed.length) {
    context.addIssue({ code: "custom", message: `is not a limit; ${HOW_TO_LIMIT}` });
  } else if (new Set(good.map(({ kind }) => kind)).size < good.length) {
    context.addIssue({ code: "custom", message: `has two limits of one kind; ${HOW_TO_LIMIT}` });
  } else if (good.some(({ kind, value: share }) => kind === "percent" && share > 100)) {
    context.addIssue({
      code: "custom",
      message: "is more than 100%; write a percentage from 0% to 100%",
    });
  }
  return good;
});

const apiUrl = z.string().transform((value, context) => {
  const refusal = refuseApiUrl(value);
  if (refusal !== undefined) context.addIssue({ code: "custom", message: refusal });
  return refusal === undefined ? new URL(value).origin : "";
});

const schema = z.object({
  roster: patterns,
  mode: z
    .string()
    .refine((value) => value !== "export", {
      error: "is not there yet; choose auto, validate, plan or sync",
      abort: true,
    })
    .pipe(oneOf("auto", "validate", "plan", "sync")),
  "client-id": secret.optional(),
  "client-secret": secret.optional(),
  "resource-id": identifier.optional(),
  "api-url": apiUrl,
  "on-removal": oneOf("deactivate", "omit"),
  "retain-deactivated-days": days,
  "max-removals": limits,
  "max-access-changes": limits,
  "allow-empty": boolean,
  "approved-plan": digest.optional(),
  "approvals-file": fileInWorkspace.optional(),
  "expect-no-changes": boolean,
  "fail-on-warnings": boolean,
  redact: oneOf("auto", "always", "never"),
  "pr-comment": oneOf("never", "changes", "always"),
  "github-token": secret.optional(),
  "report-file": fileName.optional(),
  "request-timeout-seconds": timeout,
});

/** Reads every input, and every INPUT_ variable that is none, from the environment. */
export function parseInputs(env: Env): ParsedInputs {
  const raw = readRaw(env);
  const parsed = schema.safeParse(raw);
  const problems = [
    ...unknownInputs(env),
    ...halfCredentials(raw),
    ...(parsed.success ? [] : parsed.error.issues.map((issue) => problemOf(issue, raw))),
  ];
  if (parsed.success && problems.length === 0)
    return { ok: true, inputs: Object.freeze(toInputs(parsed.data)) };
  const forMode = readModeInputs(raw);
  return forMode === undefined ? { ok: false, problems } : { ok: false, problems, forMode };
}

/** Where the report is to be written, as the user wrote it, even if other inputs are invalid; undefined: at the default place. */
export function readReportFile(env: Env): string | undefined {
  return schema.shape["report-file"].safeParse(readRaw(env)["report-file"]).data;
}

/** The secrets among the inputs, to be masked before anything else is done with them. */
export function readSecrets(env: Env): readonly string[] {
  const raw = readRaw(env);
  return [raw["client-secret"], raw["github-token"]].filter((value) => value !== undefined);
}

type RawInputs = Readonly<Record<string, string | undefined>>;

/** The inputs as strings, trimmed; an empty one is its default. */
function readRaw(env: Env): RawInputs {
  return Object.fromEntries(
    Object.entries(INPUT_DEFAULTS).map(([name, fallback]) => {
      const value = env[variable(name)]?.trim();
      return [name, value === undefined || value === "" ? fallback : value];
    }),
  );
}

/** The runner's name for an input: upper case, spaces become `_`, hyphens stay. */
function variable(name: string): string {
  return `INPUT_${name.replaceAll(" ", "_").toUpperCase()}`;
}

function toInputs(value: z.output<typeof schema>): Inputs {
  const { "client-id": clientId, "client-secret": clientSecret } = value;
  return {
    roster: value.roster,
    mode: value.mode,
    ...(clientId !== undefined &&
      clientSecret !== undefined && { credentials: { clientId, clientSecret } }),
    ...(value["resource-id"] !== undefined && { resourceId: value["resource-id"] }),
    apiUrl: value["api-url"],
    onRemoval: value["on-removal"],
    retainDeactivatedDays: value["retain-deactivated-days"],
    maxRemovals: value["max-removals"],
    maxAccessChanges: value["max-access-changes"],
    allowEmpty: value["allow-empty"],
    ...(value["approved-plan"] !== undefined && { approvedPlan: value["approved-plan"] }),
    ...(value["approvals-file"] !== undefined && { approvalsFile: value["approvals-file"] }),
    expectNoChanges: value["expect-no-changes"],
    failOnWarnings: value["fail-on-warnings"],
    redact: value.redact,
    prComment: value["pr-comment"],
    ...(value["github-token"] !== undefined && { githubToken: value["github-token"] }),
    ...(value["report-file"] !== undefined && { reportFile: value["report-file"] }),
    requestTimeoutSeconds: value["request-timeout-seconds"],
  };
}

/** What the mode can be chosen from although some input is invalid, so that its problems are told in the same run. */
function readModeInputs(raw: RawInputs): ModeInputs | undefined {
  const mode = schema.shape.mode.safeParse(raw["mode"]);
  if (!mode.success) return undefined;
  const approvedPlan = raw["approved-plan"];
  return {
    mode: mode.data,
    // One of the two missing is told by `halfCredentials`; that none is there would be another story.
    ...((raw["client-id"] ?? raw["client-secret"]) !== undefined && { credentials: true }),
    expectNoChanges:
      schema.shape["expect-no-changes"].safeParse(raw["expect-no-changes"]).data ?? false,
    ...(approvedPlan !== undefined && { approvedPlan }),
  };
}

function problemOf(issue: z.core.$ZodIssue, raw: RawInputs): Problem {
  const [name, index] = issue.path.map(String);
  const whole = raw[name ?? ""];
  const code = whole === undefined ? "missing-input" : "invalid-input";
  return inputError(code, name ?? "", quotable(name ?? "", whole, index), issue.message);
}

/** The value to show: of a list of patterns the offending line; of a secret (a password in a URL is one), nothing. */
function quotable(
  name: string,
  whole: string | undefined,
  index: string | undefined,
): string | undefined {
  if (whole === undefined || SECRET.has(name)) return undefined;
  if (name === "api-url" && whole.includes("@")) return undefined;
  return index === undefined ? whole : lines(whole)[Number(index)];
}

function inputError(
  code: "missing-input" | "invalid-input",
  name: string,
  found: string | undefined,
  predicate: string,
): Problem {
  const message: Message =
    found === undefined ? msg`${name}: ${predicate}` : msg`${name}: ${quote(found)} ${predicate}`;
  return makeProblem(code, message);
}

function halfCredentials(raw: RawInputs): readonly Problem[] {
  const pair = ["client-id", "client-secret"];
  const missing = pair.filter((name) => raw[name] === undefined);
  if (missing.length !== 1) return [];
  return missing.map((name) => {
    const other = pair.find((one) => one !== name) ?? "";
    return inputError(
      "missing-input",
      name,
      undefined,
      `is missing or empty, but ${other} is set; set both, or neither`,
    );
  });
}

function unknownInputs(env: Env): readonly Problem[] {
  const known = new Set(INPUT_NAMES.map(variable));
  return Object.keys(env)
    .filter((key) => key.startsWith("INPUT_") && env[key] !== undefined && !known.has(key))
    .map((key) => {
      const name = key.slice("INPUT_".length).toLowerCase();
      const shown = /^[a-z0-9_-]+$/.test(name) ? name : quote(name);
      const message = msg`${shown}: is not an input of this action; ${suggest(name, INPUT_NAMES)}`;
      return makeProblem("unknown-input", message);
    });
}

function lines(value: string): readonly string[] {
  return value
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** A pattern without the `!` that makes it leave files out. */
function glob(value: string): string {
  return value.replace(/^!\s*/, "");
}

function isAbsolute(path: string): boolean {
  return /^([\\/]|~[\\/]|[A-Za-z]:[\\/])/.test(path);
}

/** A limit of its own, not yet held against 100%. */
function parseLimit(part: string): Limit | undefined {
  if (/^\d{1,15}$/.test(part)) return { kind: "count", value: Number(part) };
  return /^\d{1,15}(\.\d{1,2})?%$/.test(part)
    ? { kind: "percent", value: Number(part.slice(0, -1)) }
    : undefined;
}
