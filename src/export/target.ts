// What an account of a roster has to say so that it means a row of Vanta's.
import { ACCOUNT_FIELDS, FIELDS, type Field, type Row } from "../model/account.js";
import { isAbsent, parseInstant } from "../model/equality.js";
import { PROBLEM_CODES, type ProblemCode } from "../model/problem-codes.js";
import { isTimestamp } from "../roster/formats.js";
import { readSource } from "../roster/source.js";
import { parseJson } from "../roster/syntax/json.js";
import { type Node, UnreadableDocument } from "../roster/syntax/node.js";

/** The value of each field that an account is to have; a field without a value is not in it. */
export type Target = ReadonlyMap<Field, unknown>;

/** The target for a row that no roster has yet. */
export function targetOf(row: Row): Target {
  const target = new Map<Field, unknown>();
  for (const field of FIELDS) {
    const value = row[field];
    if (isAbsent(field, value) || value === null) continue;
    target.set(field, ACCOUNT_FIELDS[field].kind === "timestamp" ? toTimestamp(value) : value);
  }
  return target;
}

/** The target for an account of a roster, whose activity fields stay as they are in the roster. */
export function targetBeside(row: Row, account: Row): Target {
  const target = new Map(targetOf(row));
  for (const field of FIELDS.filter((one) => ACCOUNT_FIELDS[one].activity)) {
    const value = account[field];
    if (isAbsent(field, value)) target.delete(field);
    else target.set(field, value);
  }
  return target;
}

/** Whether a roster may have an account with these values: asked of the reader of rosters. */
export function isValidTarget(target: Target): boolean {
  let isValid = true;
  const report = (code: ProblemCode) => {
    if (PROBLEM_CODES[code] === "error") isValid = false;
  };
  const root = parseValue([Object.fromEntries(target)], report);
  if (root === undefined) return false;
  const locationAt = () => ({ file: "", line: 1, column: 1 });
  // The time matters to warnings only.
  readSource({ path: "", root, locationAt, report }, new Date(0));
  return isValid;
}

/** Undefined where it is nested too deep, say. */
function parseValue(value: unknown, report: (code: ProblemCode) => void): Node | undefined {
  try {
    return parseJson(JSON.stringify(value), report);
  } catch (error) {
    if (error instanceof UnreadableDocument) return undefined;
    throw error;
  }
}

/** Vanta may return timestamps in another form than the one that a roster needs. */
function toTimestamp(value: unknown): unknown {
  if (typeof value !== "string" || isTimestamp(value)) return value;
  const instant = parseInstant(value);
  return instant === undefined ? value : new Date(instant).toISOString();
}
