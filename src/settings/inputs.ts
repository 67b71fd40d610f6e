// The inputs of action.yml: the runner's INPUT_* variables → Inputs, or every problem with them.
// Pure. What depends on the event (which mode runs) is in mode.ts.
import * as z from "zod/mini";
import { newFiles } from "../model/file-names.js";
import type { Limit } from "../model/limits.js";
import { msg, quote } from "../model/message.js";
import type { Mode, OnRemoval } from "../model/outcome.js";
import { makeProblem, type Problem } from "../model/problem.js";
import * as rules from "./input-rules.js";
import type { RosterPatterns } from "./patterns.js";

/** The environment, as `process.env` has it. */
export type Env = Readonly<Record<string, string | undefined>>;

export interface Credentials {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** What the user asked for; every value has passed its rule. */
export interface Inputs {
  readonly roster: RosterPatterns;
  readonly mode: "auto" | Mode;
  readonly credentials?: Credentials | undefined;
  /** Several only in an export. */
  readonly resourceIds: readonly string[];
  /** An origin: scheme, host and port, without a slash at the end. */
  readonly apiUrl: string;
  readonly onRemoval: OnRemoval;
  readonly retainDeactivatedDays: number;
  /** At most one of each kind. */
  readonly maxRemovals: readonly Limit[];
  /** At most one of each kind. */
  readonly maxRemovalsPerDay: readonly Limit[];
  /** At most one of each kind. */
  readonly maxAccessChanges: readonly Limit[];
  readonly allowEmpty: boolean;
  /** `sha256:` and 64 hex digits in lower case. */
  readonly approvedPlan?: string | undefined;
  /** A path from the workspace root. */
  readonly approvalsFile?: string | undefined;
  readonly expectNoChanges: boolean;
  readonly failOnWarnings: boolean;
  readonly redact: "auto" | "always" | "never";
  readonly prComment: "never" | "changes" | "always";
  readonly githubToken?: string | undefined;
  /** As written: absolute, or from the workspace root. Absent: the default place. */
  readonly reportFile?: string | undefined;
  /** A path from the workspace root; in an export only. */
  readonly exportFile?: string | undefined;
  readonly requestTimeoutSeconds: number;
}

/** What the mode depends on; {@link Inputs} is one. Of `credentials` only their presence counts. */
export interface ModeInputs {
  readonly mode: "auto" | Mode;
  readonly credentials?: unknown;
  readonly expectNoChanges: boolean;
  readonly approvedPlan?: string | undefined;
  readonly resourceIds: readonly string[];
  readonly exportFile?: string | undefined;
}

/** All inputs; or all problems with them, and what the mode can still be chosen from. */
export type ParsedInputs =
  | { readonly ok: true; readonly inputs: Inputs }
  | {
      readonly ok: false;
      readonly problems: readonly Problem[];
      readonly forMode: ModeInputs | undefined;
    };

/** Every input, and the default that an empty one means; action.yml has the same. */
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
  "max-removals-per-day": "50%",
  "max-access-changes": "50%",
  "allow-empty": "false",
  "approved-plan": undefined,
  "approvals-file": undefined,
  "expect-no-changes": "false",
  "fail-on-warnings": "false",
  redact: "auto",
  "pr-comment": "never",
  // Only the runner can supply its default, `${{ github.token }}`.
  "github-token": undefined,
  // The default place is not a constant: a second step of a job gets another name.
  "report-file": undefined,
  "export-file": undefined,
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

const schema = z.object({
  roster: rules.patterns,
  mode: rules.oneOf("auto", "validate", "plan", "sync", "export"),
  "client-id": z.optional(rules.secret),
  "client-secret": z.optional(rules.secret),
  "resource-id": z.optional(rules.identifiers),
  "api-url": rules.apiUrl,
  "on-removal": rules.oneOf("deactivate", "omit"),
  "retain-deactivated-days": rules.days,
  "max-removals": rules.limits,
  "max-removals-per-day": rules.limits,
  "max-access-changes": rules.limits,
  "allow-empty": rules.boolean,
  "approved-plan": z.optional(rules.digest),
  "approvals-file": z.optional(rules.fileInWorkspace),
  "expect-no-changes": rules.boolean,
  "fail-on-warnings": rules.boolean,
  redact: rules.oneOf("auto", "always", "never"),
  "pr-comment": rules.oneOf("never", "changes", "always"),
  "github-token": z.optional(rules.secret),
  "report-file": z.optional(rules.fileName),
  "export-file": z.optional(rules.rosterFile),
  "request-timeout-seconds": rules.timeout,
} satisfies Record<InputName, z.ZodMiniType>);

/** The inputs as the runner passes them. */
export interface RawInputs {
  /** By name, trimmed; an empty one is its default. */
  readonly values: Readonly<Record<string, string | undefined>>;
  /** INPUT_* variables that are not inputs, by the name that the user wrote, in lower case. */
  readonly unknown: readonly string[];
}

/** Reads the INPUT_* variables. */
export function readInputs(env: Env): RawInputs {
  const names = new Map(INPUT_NAMES.map((name) => [variableOf(name), name]));
  const values = Object.entries(INPUT_DEFAULTS).map(([name, fallback]) => {
    const value = env[variableOf(name)]?.trim();
    return [name, value === undefined || value === "" ? fallback : value];
  });
  const unknown = Object.keys(env)
    .filter((key) => key.startsWith("INPUT_") && env[key] !== undefined && !names.has(key))
    .map((key) => key.slice("INPUT_".length).toLowerCase());
  return { values: Object.fromEntries(values), unknown };
}

/** The runner's name for an input: upper case, spaces become `_`, hyphens stay. */
function variableOf(name: string): string {
  return `INPUT_${name.replaceAll(" ", "_").toUpperCase()}`;
}

/** The secrets among the inputs, to be masked before anything else is done with them. */
export function secretsIn({ values }: RawInputs): readonly string[] {
  return [values["client-secret"], values["github-token"]].filter((value) => value !== undefined);
}

/** The inputs that decide where the report may be written; absent where they are not valid. */
export function reportInputsIn({ values }: RawInputs) {
  const exportFile = schema.shape["export-file"].safeParse(values["export-file"]).data;
  const resourceIds = schema.shape["resource-id"].safeParse(values["resource-id"]).data;
  return {
    reportFile: schema.shape["report-file"].safeParse(values["report-file"]).data,
    roster: schema.shape.roster.safeParse(values["roster"]).data,
    approvalsFile: schema.shape["approvals-file"].safeParse(values["approvals-file"]).data,
    exportFiles: exportFile === undefined ? [] : exportFiles(exportFile, resourceIds),
  };
}

/** Every file that `export-file` stands for, in an update or from nothing. */
function exportFiles(exportFile: string, resourceIds: readonly string[] = []): readonly string[] {
  return [exportFile, ...newFiles(exportFile, resourceIds).values()];
}

/** Checks every input, and finds every problem at once. */
export function parseInputs({ values, unknown }: RawInputs): ParsedInputs {
  const parsed = schema.safeParse(values);
  const problems = [
    ...unknown.map(unknownInput),
    ...halfCredentials(values),
    ...approvalsToOverwrite(values),
    ...(parsed.error?.issues ?? []).map((issue) => problemOf(issue, values)),
  ];
  if (parsed.success && problems.length === 0) {
    return { ok: true, inputs: Object.freeze(toInputs(parsed.data)) };
  }
  return { ok: false, problems, forMode: parseModeInputs(values) };
}

/** The kebab-case of the inputs ends here. */
function toInputs(value: z.output<typeof schema>): Inputs {
  const { "client-id": clientId, "client-secret": clientSecret } = value;
  return {
    roster: value.roster,
    mode: value.mode,
    credentials:
      clientId === undefined || clientSecret === undefined ? undefined : { clientId, clientSecret },
    resourceIds: value["resource-id"] ?? [],
    apiUrl: value["api-url"],
    onRemoval: value["on-removal"],
    retainDeactivatedDays: value["retain-deactivated-days"],
    maxRemovals: value["max-removals"],
    maxRemovalsPerDay: value["max-removals-per-day"],
    maxAccessChanges: value["max-access-changes"],
    allowEmpty: value["allow-empty"],
    approvedPlan: value["approved-plan"],
    approvalsFile: value["approvals-file"],
    expectNoChanges: value["expect-no-changes"],
    failOnWarnings: value["fail-on-warnings"],
    redact: value.redact,
    prComment: value["pr-comment"],
    githubToken: value["github-token"],
    reportFile: value["report-file"],
    exportFile: value["export-file"],
    requestTimeoutSeconds: value["request-timeout-seconds"],
  };
}

/** What the mode depends on, even if an input is invalid, so that one run reports all problems. */
function parseModeInputs(values: RawInputs["values"]): ModeInputs | undefined {
  const mode = schema.shape.mode.safeParse(values["mode"]);
  if (!mode.success) return undefined;
  const expectNoChanges = schema.shape["expect-no-changes"].safeParse(values["expect-no-changes"]);
  return {
    mode: mode.data,
    // If only one of the two is missing, `halfCredentials` says so.
    credentials: values["client-id"] ?? values["client-secret"],
    expectNoChanges: expectNoChanges.data ?? false,
    approvedPlan: values["approved-plan"],
    resourceIds: rules.linesOf(values["resource-id"] ?? ""),
    exportFile: values["export-file"],
  };
}

function problemOf(issue: z.core.$ZodIssue, values: RawInputs["values"]): Problem {
  const [name = "", index] = issue.path.map(String);
  const value = values[name];
  if (value === undefined) return makeProblem("missing-input", msg`${name}: ${issue.message}`);
  const shown = quotable(name, value, index);
  const message =
    shown === undefined
      ? msg`${name}: ${issue.message}`
      : msg`${name}: ${quote(shown)} ${issue.message}`;
  return makeProblem("invalid-input", message);
}

/** The value to show: of several patterns the one in question; nothing that may be a secret. */
function quotable(name: string, value: string, index: string | undefined): string | undefined {
  if (SECRET.has(name)) return undefined;
  if (name === "api-url" && value.includes("@")) return undefined;
  return index === undefined ? value : rules.linesOf(value)[Number(index)];
}

function halfCredentials(values: RawInputs["values"]): readonly Problem[] {
  const pair = ["client-id", "client-secret"];
  const missing = pair.filter((name) => values[name] === undefined);
  if (missing.length !== 1) return [];
  return missing.map((name) => {
    const other = pair.find((one) => one !== name) ?? "";
    const message = msg`${name}: is missing or empty, but ${other} is set; set both, or neither`;
    return makeProblem("missing-input", message);
  });
}

/** What is approved must not be what is written. */
function approvalsToOverwrite(values: RawInputs["values"]): readonly Problem[] {
  const { approvalsFile, exportFiles: files } = reportInputsIn({ values, unknown: [] });
  if (approvalsFile === undefined || !files.includes(approvalsFile)) return [];
  const message = msg`approvals-file: ${quote(approvalsFile)} is the export-file, or one of those that it stands for; name another file`;
  return [makeProblem("invalid-input", message)];
}

function unknownInput(name: string): Problem {
  const shown = /^[a-z0-9_-]+$/.test(name) ? name : quote(name);
  const suggestion = rules.suggest(name, INPUT_NAMES);
  const message = msg`${shown}: is not an input of this action; ${suggestion}`;
  return makeProblem("unknown-input", message);
}
