// What Vanta has after a PUT against what was sent: this decides whether a sync took place.
import { ACCOUNT_FIELDS, FIELDS, type Field, type Row } from "../model/account.js";
import { instantIn, sameValue } from "../model/equality.js";
import { joinMessages, type Message, msg, quoteExternal } from "../model/message.js";
import { byUniqueId, compareText } from "../model/order.js";
import { isLive, liveRows } from "../plan/rows.js";

/** The `uniqueId`s in which live rows differ from the accounts sent, in code-unit order. */
export interface Differences {
  /** Sent, and not in Vanta's answer at all. */
  readonly missing: readonly string[];
  /** Sent, and there only as deleted. */
  readonly deleted: readonly string[];
  /** Sent, and there with other values. */
  readonly different: readonly { readonly uniqueId: string; readonly fields: readonly Field[] }[];
  /** Live, and not sent; or live twice. */
  readonly extra: readonly string[];
  /** Fields that were sent, but that Vanta returns for no row at all. */
  readonly notCompared: readonly Field[];
}

/** Compares rows (deleted ones included) with the accounts sent, in every field that was sent. */
export function compareWithSent(sent: readonly Row[], rows: readonly Row[]): Differences {
  const live = new Map(liveRows(rows).map((row) => [row.uniqueId, row]));
  const known = new Set(rows.map(({ uniqueId }) => uniqueId));
  const sentIds = new Set(sent.map(({ uniqueId }) => uniqueId));
  const returned = FIELDS.filter((field) => rows.some((row) => field in row));
  const differing: { readonly uniqueId: string; readonly fields: readonly Field[] }[] = [];
  for (const account of sent) {
    const fields = differingFields(account, live.get(account.uniqueId), returned);
    if (fields.length > 0) differing.push({ uniqueId: account.uniqueId, fields });
  }
  const absent = [...sentIds].filter((uniqueId) => !live.has(uniqueId)).sort(compareText);
  const extra = [...live.keys()].filter((uniqueId) => !sentIds.has(uniqueId));
  return {
    missing: absent.filter((uniqueId) => !known.has(uniqueId)),
    deleted: absent.filter((uniqueId) => known.has(uniqueId)),
    different: differing.sort(byUniqueId),
    extra: [...new Set([...extra, ...liveTwice(rows)])].sort(compareText),
    notCompared: FIELDS.filter(
      (field) => !returned.includes(field) && sent.some((account) => field in account),
    ),
  };
}

function differingFields(
  account: Row,
  row: Row | undefined,
  returned: readonly Field[],
): readonly Field[] {
  if (row === undefined) return [];
  return returned.filter(
    (field) =>
      // Activity that was not sent may be Vanta's own.
      (field in account || !ACCOUNT_FIELDS[field].activity) &&
      !sameValue(field, account[field], row[field]),
  );
}

/** Whether Vanta has exactly what was sent, as far as it can be compared. */
export function isExact(differences: Differences): boolean {
  return countDifferences(differences) === 0;
}

/** How many accounts are not as they were sent. */
export function countDifferences({ missing, deleted, different, extra }: Differences): number {
  return missing.length + deleted.length + different.length + extra.length;
}

/** Whether the rows are the same accounts with the same values. */
export function isSame(before: readonly Row[], after: readonly Row[]): boolean {
  return isExact(compareWithSent(before, after));
}

/** Whether some live row was written again: its `updatedAt` is newer. */
export function isNewer(before: readonly Row[], after: readonly Row[]): boolean {
  const old = new Map(before.map((row) => [row.uniqueId, updatedAt(row)]));
  return liveRows(after).some((row) => {
    const [was, is] = [old.get(row.uniqueId), updatedAt(row)];
    return was !== undefined && is !== undefined && is > was;
  });
}

function updatedAt(row: Row): number | undefined {
  return instantIn(row["updatedAt"]);
}

/** `uniqueId`s of more than one live row. */
function liveTwice(rows: readonly Row[]): readonly string[] {
  const seen = new Set<string>();
  return rows.filter(isLive).flatMap(({ uniqueId }) => {
    const isTwice = seen.has(uniqueId);
    seen.add(uniqueId);
    return isTwice ? [uniqueId] : [];
  });
}

/** How many accounts a message names of each kind. */
const NAMED = 10;

/** The differences in words, naming the first of each kind. */
export function describeDifferences(differences: Differences): Message {
  const { missing, deleted, different, extra } = differences;
  const kinds = [
    list("missing", missing.map(quoteId)),
    list("deleted", deleted.map(quoteId)),
    list(
      "different",
      different.map(({ uniqueId, fields }) => msg`${quoteId(uniqueId)} (${fields.join(", ")})`),
    ),
    list("there but not sent", extra.map(quoteId)),
  ];
  return joinMessages(
    kinds.filter((one) => one.length > 0),
    "; ",
  );
}

/** External: rows that are kept for leavers were sent too, and are not in the roster. */
function quoteId(uniqueId: string): Message {
  return msg`${quoteExternal(uniqueId, "uniqueId")}`;
}

function list(kind: string, names: readonly Message[]): Message {
  if (names.length === 0) return [];
  const more = names.length > NAMED ? ` and ${names.length - NAMED} more` : "";
  return msg`${names.length} ${kind}: ${joinMessages(names.slice(0, NAMED), ", ")}${more}`;
}
