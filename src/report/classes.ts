// What happens to each account, by the most important thing that happens to it. All reports count
// and list accounts by these classes, in this order.
import { isActive, type Row } from "../model/account.js";
import { formatCount } from "../model/format.js";
import {
  type AddedAccount,
  type ChangedAccount,
  type Changes,
  type DeletedAccount,
  type ExpiredAccount,
  type FieldChange,
  isAccessChange,
  type RemovedAccount,
} from "../model/outcome.js";
import type { SourceLocation } from "../model/problem.js";

/** The classes, the most important first. */
export const ACCOUNT_CLASSES = [
  "loses-access",
  "becomes-admin",
  "comes-back",
  "access-change",
  "rekeyed",
  "other-change",
  "added",
  "deleted",
  "expired",
] as const;

export type AccountClass = (typeof ACCOUNT_CLASSES)[number];

/**
 * What happens to one account. A re-keyed pair is one: `uniqueId` is the new one, `from` the old.
 */
export type AccountEffect = {
  readonly class: AccountClass;
  readonly uniqueId: string;
  /** As it is afterwards; as it was, where it leaves. */
  readonly account: Row;
  readonly location?: SourceLocation | undefined;
  /** Whether it is ADMIN and ACTIVE before. */
  readonly wasAdmin: boolean;
} & (
  | ({ readonly kind: "removed" } & Pick<RemovedAccount, "how" | "why">)
  | { readonly kind: "changed"; readonly fields: readonly FieldChange[] }
  | { readonly kind: "rekeyed"; readonly from: string; readonly fields: readonly FieldChange[] }
  | { readonly kind: "added" }
  | ({ readonly kind: "deleted" } & Pick<DeletedAccount, "why">)
  | { readonly kind: "expired" }
);

/** Changes, and the accounts that expire where that is known. */
export interface Effects extends Changes {
  readonly expired?: readonly ExpiredAccount[] | undefined;
}

/** What happens to the accounts of one resource: each account once, in natural order. */
export function classify(changes: Effects): readonly AccountEffect[] {
  const { added, removed, changed, rekeyed, deleted, expired = [] } = changes;
  const oldIds = new Set(rekeyed.map(({ from }) => from));
  const newIds = new Set(rekeyed.map(({ to }) => to));
  const effects = [
    ...removed.filter(({ uniqueId }) => !oldIds.has(uniqueId)).map(ofRemoved),
    ...changed.map(ofChanged),
    ...pairsOf(changes),
    ...added.filter(({ uniqueId }) => !newIds.has(uniqueId)).map(ofAdded),
    ...deleted.map(ofDeleted),
    ...expired.map(ofExpired),
  ];
  return effects.sort((one, other) => inNaturalOrder(one.uniqueId, other.uniqueId));
}

/** The effects of one class. Those who lose ADMIN come first. */
export function ofClass<Effect extends AccountEffect>(
  effects: readonly Effect[],
  wanted: AccountClass,
): readonly Effect[] {
  const found = effects.filter((effect) => effect.class === wanted);
  if (wanted !== "loses-access") return found;
  return [...found.filter((one) => one.wasAdmin), ...found.filter((one) => !one.wasAdmin)];
}

const COLLATOR = new Intl.Collator("en", { numeric: true });

/** Orders `u-2` before `u-10`. */
export function inNaturalOrder(one: string, other: string): number {
  return COLLATOR.compare(one, other);
}

/** `3 lose access (1 ADMIN), 2 added`; empty where nothing happens. */
export function effectsInWords(effects: readonly AccountEffect[]): string {
  return ACCOUNT_CLASSES.map((wanted) =>
    classInWords(
      wanted,
      effects.filter((effect) => effect.class === wanted),
    ),
  )
    .filter((words) => words !== "")
    .join(", ");
}

/** One account, and several. */
const WORDS: Readonly<Record<AccountClass, readonly [string, string]>> = {
  "loses-access": ["loses access", "lose access"],
  "becomes-admin": ["becomes ADMIN", "become ADMIN"],
  "comes-back": ["comes back", "come back"],
  "access-change": ["other access change", "other access changes"],
  rekeyed: ["re-keyed", "re-keyed"],
  "other-change": ["other change", "other changes"],
  added: ["added", "added"],
  deleted: ["deleted", "deleted"],
  expired: ["expired", "expired"],
};

function classInWords(wanted: AccountClass, effects: readonly AccountEffect[]): string {
  const count = effects.length;
  if (count === 0) return "";
  const [singular, plural] = WORDS[wanted];
  const words = `${formatCount(count)} ${count === 1 ? singular : plural}`;
  const detail = detailOf(wanted, effects);
  return detail === "" ? words : `${words} (${detail})`;
}

function detailOf(wanted: AccountClass, effects: readonly AccountEffect[]): string {
  if (wanted === "loses-access") {
    const admins = effects.filter(({ wasAdmin }) => wasAdmin).length;
    return admins === 0 ? "" : `${formatCount(admins)} ADMIN`;
  }
  if (wanted === "becomes-admin") {
    const added = effects.filter(({ kind }) => kind === "added").length;
    return added === 0 ? "" : `${formatCount(added)} new`;
  }
  return "";
}

function ofRemoved({ uniqueId, account, how, why }: RemovedAccount): AccountEffect {
  const wasAdmin = isAdmin(account);
  return { class: "loses-access", kind: "removed", uniqueId, account, how, why, wasAdmin };
}

function ofChanged({ uniqueId, account, fields, location }: ChangedAccount): AccountEffect {
  const before = rowBefore(account, fields);
  return {
    class: classOfChange(before, account, fields) ?? "other-change",
    kind: "changed",
    uniqueId,
    account,
    fields,
    location,
    wasAdmin: isActiveAdmin(before),
  };
}

function pairsOf({ rekeyed, removed, added }: Changes): readonly AccountEffect[] {
  const before = new Map(removed.map((one) => [one.uniqueId, one]));
  const after = new Map(added.map((one) => [one.uniqueId, one]));
  return rekeyed.flatMap(({ from, to, fields }): readonly AccountEffect[] => {
    const [old, current] = [before.get(from), after.get(to)];
    if (old === undefined || current === undefined) return [];
    const { account, location } = current;
    return [
      {
        class: classOfChange(old.account, account, fields) ?? "rekeyed",
        kind: "rekeyed",
        uniqueId: to,
        from,
        account,
        fields,
        location,
        wasAdmin: isAdmin(old.account),
      },
    ];
  });
}

function ofAdded({ uniqueId, account, location }: AddedAccount): AccountEffect {
  return {
    class: isActiveAdmin(account) ? "becomes-admin" : "added",
    kind: "added",
    uniqueId,
    account,
    location,
    wasAdmin: false,
  };
}

function ofDeleted({ uniqueId, account, why }: DeletedAccount): AccountEffect {
  return { class: "deleted", kind: "deleted", uniqueId, account, why, wasAdmin: false };
}

function ofExpired({ uniqueId, account }: ExpiredAccount): AccountEffect {
  return { class: "expired", kind: "expired", uniqueId, account, wasAdmin: false };
}

/** The class of a change of access; undefined where access stays the same. */
function classOfChange(
  before: Row,
  account: Row,
  fields: readonly FieldChange[],
): AccountClass | undefined {
  if (isActive(before) && !isActive(account)) return "loses-access";
  if (isActiveAdmin(account) && !isActiveAdmin(before)) return "becomes-admin";
  if (!isActive(before) && isActive(account)) return "comes-back";
  return isAccessChange(fields) ? "access-change" : undefined;
}

function rowBefore(account: Row, fields: readonly FieldChange[]): Row {
  const before = Object.fromEntries(fields.map((change) => [change.field, change.before]));
  return { ...account, ...before, uniqueId: account.uniqueId };
}

function isActiveAdmin(row: Row): boolean {
  return isAdmin(row) && isActive(row);
}

/** Whether it has the highest permission level. */
export function isAdmin(row: Row): boolean {
  return row["permissionLevel"] === "ADMIN";
}
