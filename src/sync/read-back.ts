// What Vanta holds after a PUT against what was sent: the one judge of whether a sync took place.
import type { Row } from "../model/account.js";
import { type Message, msg, quoteExternal } from "../model/message.js";
import { compareText } from "../model/order.js";
import { changedFields, fieldsOf, isLive, liveRows } from "../plan/rows.js";

/** The `uniqueId`s in which the live rows are not exactly the accounts that were sent, each list in code-unit order. */
export interface Differences {
  /** Sent, and not in Vanta's answer at all. */
  readonly missing: readonly string[];
  /** Sent, and there only as deleted. */
  readonly deleted: readonly string[];
  /** Sent, and there with other values; the fields in which. */
  readonly different: readonly { readonly uniqueId: string; readonly fields: readonly string[] }[];
  /** Live, and not sent (or there twice). */
  readonly extra: readonly string[];
}

/** Compares the rows of a read-back (deleted ones included) with what was sent, equal as a plan takes it. */
export function compareWithSent(sent: readonly Row[], rows: readonly Row[]): Differences {
  const live = new Map(liveRows(rows).map((row) => [row.uniqueId, row]));
  const known = new Set(rows.map(({ uniqueId }) => uniqueId));
  const sentIds = new Set(sent.map(({ uniqueId }) => uniqueId));
  const absent = [...sentIds].filter((uniqueId) => !live.has(uniqueId)).sort(compareText);
  const different = sent.flatMap((account) => {
    const row = live.get(account.uniqueId);
    const fields =
      row === undefined ? [] : changedFields(fieldsOf(row), account).map(({ field }) => field);
    return fields.length === 0 ? [] : [{ uniqueId: account.uniqueId, fields }];
  });
  return {
    missing: absent.filter((uniqueId) => !known.has(uniqueId)),
    deleted: absent.filter((uniqueId) => known.has(uniqueId)),
    different: different.sort((one, other) => compareText(one.uniqueId, other.uniqueId)),
    extra: [
      ...new Set([...live.keys()].filter((uniqueId) => !sentIds.has(uniqueId)).concat(twice(rows))),
    ].sort(compareText),
  };
}

/** Whether Vanta holds exactly what was sent. */
export function isExact({ missing, deleted, different, extra }: Differences): boolean {
  return missing.length + deleted.length + different.length + extra.length === 0;
}

/** Live rows of one `uniqueId` that stand there more than once. */
function twice(rows: readonly Row[]): readonly string[] {
  const seen = new Set<string>();
  return rows.filter(isLive).flatMap(({ uniqueId }) => {
    const again = seen.has(uniqueId);
    seen.add(uniqueId);
    return again ? [uniqueId] : [];
  });
}

/** How many accounts a message names of each kind. */
const NAMED = 10;

/** The differences in words, naming the first of each kind. */
export function describeDifferences(differences: Differences): Message {
  const { missing, deleted, different, extra } = differences;
  const kinds: Message[] = [
    list("missing", missing.map(named)),
    list("deleted", deleted.map(named)),
    list(
      "different",
      different.map(({ uniqueId, fields }) => msg`${named(uniqueId)} (${fields.join(", ")})`),
    ),
    list("there but not sent", extra.map(named)),
  ].filter((one) => one.length > 0);
  return kinds.flatMap((one, index) => (index === 0 ? one : ["; ", ...one]));
}

/** Not as a quote of the roster: rows that are kept for leavers were sent too, and do not stand in it. */
function named(uniqueId: string): Message {
  return msg`${quoteExternal(uniqueId, "uniqueId")}`;
}

function list(kind: string, names: readonly Message[]): Message {
  if (names.length === 0) return [];
  const more = names.length > NAMED ? msg` and ${names.length - NAMED} more` : [];
  return [
    `${names.length} ${kind}: `,
    ...names.slice(0, NAMED).flatMap((name, index) => (index === 0 ? name : [", ", ...name])),
    ...more,
  ];
}
