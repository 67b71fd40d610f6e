// Reads roster texts as a run does, and puts what is found into words that tests compare.
import { expect } from "@jest/globals";
import type { UserAccount } from "../../src/model/account.js";
import { toPlainText } from "../../src/model/message.js";
import { collectProblems, type Problem, type Problems } from "../../src/model/problem.js";
import { parseAddressedRosters, parseRosters, type RosterOptions } from "../../src/roster/parse.js";
import type { Roster } from "../../src/roster/roster.js";
import { account } from "../support/accounts.js";
import { NOW } from "../support/clock.js";

export interface Verdict {
  readonly rosters: readonly Roster[] | undefined;
  readonly accounts: readonly UserAccount[] | undefined;
  /** `code line:column`, or `code file:line:column` of several files; warnings after `warning`. */
  readonly found: readonly string[];
  readonly messages: readonly string[];
  readonly problems: Problems;
}

/**
 * Reads files given as path → text or bytes. A roster is refused if an error is found, else not.
 */
export async function check(
  files: Readonly<Record<string, string | Uint8Array>>,
  { addressed = false, resourceId }: Partial<RosterOptions> & { readonly addressed?: boolean } = {},
): Promise<Verdict> {
  const problems = collectProblems();
  const read = Object.entries(files).map(([path, content]) => ({
    path,
    bytes: typeof content === "string" ? new TextEncoder().encode(content) : content,
  }));
  const parse = addressed ? parseAddressedRosters : parseRosters;
  const rosters = await parse(read, { now: NOW, resourceId }, problems);
  expect(rosters === undefined).toBe(problems.errors > 0);
  return {
    // A location is found when it is asked for.
    rosters: rosters?.map((roster) => ({
      ...roster,
      entries: roster.entries.map(({ account: one, location }) => ({ account: one, location })),
    })),
    accounts: rosters?.flatMap(({ entries }) => entries.map((entry) => entry.account)),
    found: problems.kept.map((problem) => summarize(problem, read.length > 1)),
    messages: problems.kept.map(({ message }) => toPlainText(message)),
    problems,
  };
}

/** The same for one file. */
export function read(content: string | Uint8Array, path = "a.yml"): Promise<Verdict> {
  return check({ [path]: content });
}

function summarize({ severity, code, location }: Problem, withFile: boolean): string {
  const words = severity === "error" ? code : `${severity} ${code}`;
  if (location === undefined) return words;
  return `${words} ${withFile ? `${location.file}:` : ""}${location.line}:${location.column}`;
}

/** The account that {@link yaml} and {@link json} write. */
export const ACCOUNT = account("u-1001");

/** Fields to write in another way: the text of the value; null to leave the field out. */
export type Changes = Readonly<Record<string, string | null>>;

function linesOf(changes: Changes, keyOf: (field: string) => string): readonly string[] {
  const values = Object.entries(ACCOUNT).map(([field, value]) => [field, JSON.stringify(value)]);
  const fields: Record<string, string | null> = { ...Object.fromEntries(values), ...changes };
  return Object.entries(fields).flatMap(([field, text]) =>
    text === null ? [] : [`${keyOf(field)}: ${text}`],
  );
}

/** A list of accounts in YAML, {@link ACCOUNT} with the changes of each. Fields are in column 3. */
export function yaml(first: Changes = {}, ...others: readonly Changes[]): string {
  const accounts = [first, ...others].map((changes) => linesOf(changes, String).join("\n  "));
  return accounts.map((lines) => `- ${lines}\n`).join("");
}

/** A list of one account in JSON. It begins at 2:3, its fields are in column 5. */
export function json(changes: Changes = {}): string {
  return `[\n  {\n    ${linesOf(changes, JSON.stringify).join(",\n    ")}\n  }\n]\n`;
}

/**
 * Defaults in line 1, and accounts in YAML that begin at 3:3. Each leaves out the fields that have
 * a default, before its changes.
 */
export function withDefaults(defaults: string, ...accounts: readonly Changes[]): string {
  const fields = [...defaults.matchAll(/(\w+):/g)].map(([, field = ""]) => [field, null]);
  const without: Changes = Object.fromEntries(fields);
  const list = yaml(...accounts.map((changes) => ({ ...without, ...changes })));
  return `defaults: ${defaults}\nresources:\n${list}`;
}
