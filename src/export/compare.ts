// One roster file against the rows of its resource: what each account must say, who is taken out.
import { FIELDS, type Field, type Row, type UserAccount } from "../model/account.js";
import { sameValue } from "../model/equality.js";
import type { FieldChange } from "../model/outcome.js";
import { changedFields } from "../plan/rows.js";
import { type Defaults, NO_DEFAULTS, readDefaults } from "../roster/defaults.js";
import { isValue, readField, textsAsWritten, toPlainValue } from "../roster/fields.js";
import type { Source } from "../roster/source.js";
import type { Item, MapNode, Node } from "../roster/syntax/node.js";
import type { Setting, Settings } from "./account-editor.js";
import type { AccountFields } from "./append.js";
import { givenBy } from "./defaults.js";
import { isValidTarget, type Target, targetBeside, targetOf } from "./target.js";

/** An account that is in the file and in Vanta, and differs. */
export interface ChangedEntry {
  readonly index: number;
  readonly account: UserAccount;
  /** What it is to mean. */
  readonly target: Target;
  readonly settings: Settings;
  /** In the roster before, in Vanta after; not activity fields. */
  readonly fields: readonly FieldChange[];
  readonly isValid: boolean;
}

/** What a file has to change. */
export interface FileDifference {
  readonly changed: readonly ChangedEntry[];
  /** The accounts that Vanta does not have. */
  readonly takenOut: readonly { readonly index: number; readonly account: UserAccount }[];
}

/** Compares the accounts of a valid file with the live rows, by `uniqueId`. */
export function compareFile(source: Source, rows: ReadonlyMap<string, Row>): FileDifference {
  const defaults = defaultsOf(source);
  const changed: ChangedEntry[] = [];
  const takenOut: { index: number; account: UserAccount }[] = [];
  const items = itemsOf(source);
  for (const [index, { account }] of source.accounts.entries()) {
    const node = items[index]?.node;
    if (account === undefined || node?.kind !== "map") {
      throw new Error("an account of a valid roster cannot be read again");
    }
    const row = rows.get(account.uniqueId);
    if (row === undefined) {
      takenOut.push({ index, account });
      continue;
    }
    const fields = changedFields(account, row);
    if (fields.length === 0) continue;
    const target = targetBeside(row, account);
    const settings = settingsFor(node, target, defaults);
    const isValid = isValidTarget(target);
    changed.push({ index, account, target, settings, fields, isValid });
  }
  return { changed, takenOut };
}

/** The fields that a new account of a file has to have itself, so that it means the row. */
export function fieldsFor(row: Row, defaults: Pick<Defaults, "byField">): AccountFields {
  const target = targetOf(row);
  const fields: [string, unknown][] = [["uniqueId", row.uniqueId]];
  for (const field of FIELDS.filter((one) => one !== "uniqueId")) {
    const given = givenBy(defaults, field, target);
    const value = target.get(field);
    const isGiven = given?.state === "value" && sameValue(field, given.value, value);
    if (target.has(field)) {
      if (!isGiven) fields.push([field, value]);
    } else if (given !== undefined && given.state !== "none" && !isGiven)
      fields.push([field, null]);
  }
  return fields;
}

/** The defaults of a valid file. */
export function defaultsOf({ document: { root } }: Source): Defaults {
  const node = root.kind === "map" ? root.members.get("defaults")?.node : undefined;
  return node === undefined ? NO_DEFAULTS : readDefaults(node, () => undefined);
}

function itemsOf({ document: { root } }: Source): readonly Item[] {
  const list = root.kind === "map" ? root.members.get("resources")?.node : root;
  return list?.kind === "list" ? [...list.items] : [];
}

/** The fields that an account must change so that it means the target. */
function settingsFor({ members }: MapNode, target: Target, defaults: Defaults): Settings {
  const settings = new Map<Field, Setting>();
  for (const field of FIELDS.filter((one) => one !== "uniqueId")) {
    const member = members.get(field);
    const given = givenBy(defaults, field, target);
    const now = member === undefined ? givenValue(given) : valueIn(field, member.node);
    const value = target.get(field);
    const isRight =
      member === undefined && given?.state === "unset" ? false : sameValue(field, now, value);
    if (isRight) continue;
    const hasDefault = given !== undefined && given.state !== "none";
    settings.set(
      field,
      target.has(field) ? { kind: "value", value } : { kind: "none", hasDefault },
    );
  }
  return settings;
}

function givenValue(given: ReturnType<typeof givenBy>): unknown {
  return given?.state === "value" ? given.value : undefined;
}

/** The value of a field as it is written; undefined for `null`. */
function valueIn(field: Field, node: Node): unknown {
  const state = readField(
    field,
    node,
    textsAsWritten(() => undefined),
  );
  return isValue(state) ? toPlainValue(state) : undefined;
}
