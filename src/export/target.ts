// What an account of a roster has to say so that it means a row of Vanta's.
import { ACCOUNT_FIELDS, FIELDS, type Field, type Row } from "../model/account.js";
import { isAbsent, parseInstant } from "../model/equality.js";
import { PROBLEM_CODES, type ProblemCode } from "../model/problem-codes.js";
import { isTimestamp } from "../roster/formats.js";
import { readSource } from "../roster/source.js";
import { toNode } from "./value-node.js";

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
  const refuse = () => {
    isValid = false;
  };
  const report = (code: ProblemCode) => {
    if (PROBLEM_CODES[code] === "error") refuse();
  };
  const root = toNode([Object.fromEntries(target)], refuse);
  const locationAt = () => ({ file: "", line: 1, column: 1 });
  // The time matters to warnings only.
  readSource({ path: "", root, locationAt, report }, new Date(0));
  return isValid;
}

/** Vanta may return timestamps in another form than the one that a roster needs. */
function toTimestamp(value: unknown): unknown {
  if (typeof value !== "string" || isTimestamp(value)) return value;
  const instant = parseInstant(value);
  return instant === undefined ? value : new Date(instant).toISOString();
}
