// Runs roster text through the whole reader and puts the verdict into words that tests compare.

import { toPlainText } from "../../src/model/message.js";
import { collectProblems, type Problem } from "../../src/model/problem.js";
import { parseAddressedRosters, parseRosters, type RosterOptions } from "../../src/roster/parse.js";
import type { Roster } from "../../src/roster/roster.js";

/** The time of every test: timestamps after it lie in the future. */
export const NOW = new Date("2026-03-01T12:00:00Z");

export interface Verdict {
  readonly rosters: readonly Roster[] | undefined;
  /** `code line:column`, warnings with `warning` before it, `file:` before the line where there are several files. */
  readonly found: readonly string[];
  readonly messages: readonly string[];
}

/** Reads files given as path → text or bytes. */
export function check(
  files: Readonly<Record<string, string | Uint8Array>>,
  options: Partial<RosterOptions> & { readonly addressed?: boolean } = {},
): Verdict {
  const problems = collectProblems();
  const read = Object.entries(files).map(([path, content]) => ({
    path,
    bytes: typeof content === "string" ? new TextEncoder().encode(content) : content,
  }));
  const parse = options.addressed === true ? parseAddressedRosters : parseRosters;
  const rosters = parse(read, { now: NOW, ...options }, problems);
  return {
    rosters,
    found: problems.kept.map((problem) => brief(problem, read.length > 1)),
    messages: problems.kept.map(({ message }) => toPlainText(message)),
  };
}

function brief({ severity, code, location }: Problem, withFile: boolean): string {
  const position =
    location === undefined
      ? ""
      : ` ${withFile ? `${location.file}:` : ""}${location.line}:${location.column}`;
  return `${severity === "error" ? "" : `${severity} `}${code}${position}`;
}

/** A valid account, field by field in Vanta's order. */
export const ADA = {
  displayName: "Ada Lovelace",
  uniqueId: "u-1001",
  externalUrl: "https://admin.example.com/users/1001",
  fullName: "Ada Lovelace",
  accountName: "ada",
  email: "ada@example.com",
  permissionLevel: "BASE",
  createdTimestamp: "2024-03-01T09:00:00Z",
  status: "ACTIVE",
  mfaEnabled: false,
  mfaMethods: [],
  authMethod: "SSO",
} as const;

/** One account in YAML as an entry of a list at the left margin; `changes` replace fields by text as written, null leaves one out. */
export function yamlAccount(changes: Readonly<Record<string, string | null>> = {}): string {
  const fields: Record<string, string | null> = Object.fromEntries(
    Object.entries(ADA).map(([field, value]) => [field, JSON.stringify(value)]),
  );
  const lines = Object.entries({ ...fields, ...changes }).flatMap(([field, value]) =>
    value === null ? [] : [`${field}: ${value}`],
  );
  return `- ${lines.join("\n  ")}\n`;
}

/** The same in JSON, one field a line, as a list with one account: the account begins at 2:3, its fields at column 5. */
export function jsonAccount(changes: Readonly<Record<string, string | null>> = {}): string {
  const fields: Record<string, string | null> = Object.fromEntries(
    Object.entries(ADA).map(([field, value]) => [field, JSON.stringify(value)]),
  );
  const lines = Object.entries({ ...fields, ...changes }).flatMap(([field, value]) =>
    value === null ? [] : [`    ${JSON.stringify(field)}: ${value}`],
  );
  return `[\n  {\n${lines.join(",\n")}\n  }\n]\n`;
}
