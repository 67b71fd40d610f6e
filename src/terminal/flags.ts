// The flags of the command line. Every input that is not about GitHub is one, so the names come from
// the table of inputs; the compiler asks for a line of help for each.
import { toPlainText } from "../model/message.js";
import type { Problem } from "../model/problem.js";
import { INPUT_DEFAULTS, INPUT_NAMES, type InputName } from "../settings/inputs.js";

/** What the command line does; each is a mode of the action. */
export const VERBS = ["validate", "plan", "sync", "export"] as const;

/** Inputs that are no flags, and what to do instead. */
export const INSTEAD_OF_FLAG = {
  roster: "write the patterns after the verb",
  mode: "write the mode as the verb: vanta-roster-sync plan",
  "client-id": "set the variable VANTA_CLIENT_ID, or name a file that sets it with --env-file",
  "client-secret":
    "set the variable VANTA_CLIENT_SECRET, or name a file that sets it with --env-file; other users of this machine can read a flag",
  "github-token": "the command line does not ask GitHub",
  "pr-comment": "the command line does not ask GitHub",
} as const satisfies Partial<Record<InputName, string>>;

/** Whether what follows after a flag of this name may be a credential. */
export function isSecretName(name: string): boolean {
  return !FLAGS.has(name) && /secret|token|passw|credential|client/i.test(name);
}

/** What to do instead of a flag that there is not. */
export function adviceFor(name: string): string | undefined {
  const [, advice] = Object.entries(INSTEAD_OF_FLAG).find(([one]) => one === name) ?? [];
  return advice ?? (isSecretName(name) ? INSTEAD_OF_FLAG["client-secret"] : undefined);
}

type InputFlag = Exclude<InputName, keyof typeof INSTEAD_OF_FLAG>;

/** A flag with its line of help. Without `value` it is a switch. */
interface Flag {
  readonly value?: string;
  readonly help: string;
}

const INPUT_FLAGS: Readonly<Record<InputFlag, Flag>> = {
  "resource-id": { value: "ID", help: "Resource ID for rosters without resourceId" },
  "api-url": { value: "URL", help: "origin of Vanta's API" },
  "on-removal": { value: "WORD", help: "deactivate or omit who leaves" },
  "retain-deactivated-days": { value: "DAYS", help: "how long deactivate sends them" },
  "max-removals": { value: "LIMIT", help: "50, 20%, or both: '50, 20%'" },
  "max-removals-per-day": { value: "LIMIT", help: "the same for the last 24 hours" },
  "max-access-changes": { value: "LIMIT", help: "the same for changes of access" },
  "allow-empty": { help: "allow a roster without accounts" },
  "approved-plan": { value: "DIGEST", help: "sync this plan, and no other" },
  "approvals-file": { value: "FILE", help: "digests of plans that may exceed limits" },
  "expect-no-changes": { help: "fail, and send nothing, if Vanta differs" },
  "fail-on-warnings": { help: "treat warnings about the roster as errors" },
  redact: { value: "WORD", help: "mask personal data: auto, always, never" },
  "report-file": { value: "FILE", help: "where the full report (JSON) is written" },
  "export-file": { value: "FILE", help: "where export writes" },
  "request-timeout-seconds": { value: "SECONDS", help: "of one attempt of a request" },
};

const OWN_FLAGS = {
  "env-file": { value: "FILE", help: "has VANTA_CLIENT_ID, VANTA_CLIENT_SECRET" },
  "credentials-file": { value: "FILE", help: "the same; Node.js reads --env-file, too" },
  yes: { help: "sync without asking" },
  json: { help: "write the report to stdout, the plan to stderr" },
  debug: { help: "log more" },
  help: { help: "show this help" },
  version: { help: "show the version" },
} as const satisfies Record<string, Flag>;

/** Every flag by its name without dashes: those of inputs first, in the order of action.yml. */
export const FLAGS: ReadonlyMap<string, Flag> = new Map<string, Flag>([
  ...Object.entries(INPUT_FLAGS).filter(([name]) => isInputFlag(name)),
  ...Object.entries(OWN_FLAGS),
]);

/**
 * The flags that name a file with the credentials. Node.js looks for --env-file among all arguments,
 * also behind the script's name, and exits with 9 where it cannot read the file.
 */
export const CREDENTIALS_FILE_FLAGS = [
  "env-file",
  "credentials-file",
] as const satisfies readonly (keyof typeof OWN_FLAGS)[];

/** Whether a flag is an input of the action. */
export function isInputFlag(name: string): boolean {
  return INPUT_NAMES.includes(name) && !Object.hasOwn(INSTEAD_OF_FLAG, name);
}

/** Inputs that a call has under another name than that of a flag. */
const NAMES_IN_CALL: ReadonlyMap<string, string> = new Map([
  ["roster", "pattern"],
  ["client-id", "VANTA_CLIENT_ID"],
  ["client-secret", "VANTA_CLIENT_SECRET"],
]);

/** What the messages say of a workflow, and the same of a call. */
const WORDS_IN_CALL: readonly (readonly [inWorkflow: RegExp, inCall: string])[] = [
  [/(t)he (?:root of the workspace|workspace root|workspace)\b/gi, "$1he current folder"],
  [/glob patterns, one per line/g, "glob patterns, after the verb"],
  [/Is the step actions\/checkout missing .*\?/g, "Run the command in the folder of the roster."],
];

/**
 * The problem with an input, which then is called as in a call: `--api-url`, `pattern`. So are other
 * inputs in our own words, where the name is not a word of the language, and what only a workflow
 * has.
 */
export function nameAsFlag(problem: Problem): Problem {
  const [first, ...rest] = problem.message;
  if (typeof first !== "string" || problem.location !== undefined) return problem;
  const [name = ""] = /^[a-z-]+(?=:)/.exec(toPlainText(problem.message)) ?? [];
  const message = [nameInCall(name) + first.slice(name.length), ...rest].map((part) =>
    typeof part === "string" ? inWordsOfCall(part) : part,
  );
  return { ...problem, message };
}

function inWordsOfCall(text: string): string {
  const named = text.replace(NAME_WITH_HYPHEN, nameInCall);
  return WORDS_IN_CALL.reduce(
    (result, [inWorkflow, inCall]) => result.replace(inWorkflow, inCall),
    named,
  );
}

const NAME_WITH_HYPHEN = /(?<![\w-])[a-z]+(-[a-z]+)+(?![\w-])/g;

function nameInCall(name: string): string {
  return NAMES_IN_CALL.get(name) ?? (isInputFlag(name) ? `--${name}` : name);
}

/** The answer to `--help`. */
export function renderHelp(): string {
  const defaults: Readonly<Record<string, string | undefined>> = INPUT_DEFAULTS;
  const rows = [...FLAGS].map(([name, { value, help }]) => {
    const fallback = value === undefined ? undefined : defaults[name];
    const left = `  --${name}${value === undefined ? "" : ` ${value}`}`;
    const right = fallback === undefined ? help : `${help} (${fallback})`;
    return left.length > 30 ? `${left}\n${" ".repeat(32)}${right}` : `${left.padEnd(32)}${right}`;
  });
  return `Usage: vanta-roster-sync <${VERBS.join("|")}> <pattern...> [flags]

  validate   check the roster files; needs no credentials
  plan       compare them with Vanta; sends nothing
  sync       show the plan, ask, and send it
  export     write what Vanta has into roster files

A pattern is a file, or a glob from the current folder; '!glob' excludes files.
Credentials: VANTA_CLIENT_ID and VANTA_CLIENT_SECRET, from the environment.

${rows.join("\n")}

Exit codes: 0 fine, 1 a problem with files, Vanta or the plan, 2 a wrong call,
3 declined, 130 cancelled.
`;
}
