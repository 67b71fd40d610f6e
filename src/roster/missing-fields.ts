// Required fields that accounts lack: one problem for each account, and one for the file where all
// of its accounts lack the same ones.
import type { Field } from "../model/account.js";
import { type Message, msg } from "../model/message.js";
import type { ReadAccount } from "./read-account.js";
import type { ReportAt } from "./syntax/node.js";

/** Reports what the accounts of a file lack. */
export function reportMissing(accounts: readonly ReadAccount[], report: ReportAt): void {
  if (accounts.every(({ missing }) => missing === undefined || missing.length === 0)) return;
  const known = accounts.flatMap(({ offset, missing }) =>
    missing === undefined ? [] : [{ offset, missing }],
  );
  const [first, ...others] = known;
  if (first === undefined) return;
  const everywhere = first.missing.filter(
    (field) => others.length > 0 && others.every(({ missing }) => missing.includes(field)),
  );
  if (everywhere.length > 0) {
    report("missing-field", first.offset, missingEverywhere(everywhere), "file");
  }
  for (const { offset, missing } of known) {
    const own = missing.filter((field) => !everywhere.includes(field));
    if (own.length > 0) report("missing-field", offset, missingHere(own));
  }
}

function missingEverywhere(fields: readonly Field[]): Message {
  const advice = isOnlyId(fields)
    ? "Add one to each account."
    : `Add ${itOrThem(fields)} to defaults, or to each account${exceptId(fields)}.`;
  return msg`Every account of this file lacks ${listOf(fields)}. ${advice}`;
}

function missingHere(fields: readonly Field[]): Message {
  const are = fields.length === 1 ? "is" : "are";
  const advice = isOnlyId(fields)
    ? "Add it to this account."
    : `Add ${itOrThem(fields)} to this account, or to defaults for the whole file${exceptId(fields)}.`;
  return msg`${listOf(fields)} ${are} missing. ${advice}`;
}

function listOf(fields: readonly Field[]): string {
  return fields.join(", ").replace(/, (\w+)$/, " and $1");
}

function itOrThem({ length }: readonly Field[]): string {
  return length === 1 ? "it" : "them";
}

function isOnlyId(fields: readonly Field[]): boolean {
  return fields.every((field) => field === "uniqueId");
}

/** What tells accounts apart cannot have a default. */
function exceptId(fields: readonly Field[]): string {
  return fields.includes("uniqueId") ? "; uniqueId has no default" : "";
}
