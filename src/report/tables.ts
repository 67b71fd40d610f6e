// Changes → tables: removed and re-keyed, access, everything else, added; one table for each resource.

import { formatCount } from "../model/format.js";
import type {
  AddedAccount,
  ChangedAccount,
  Changes,
  FieldChange,
  Rekeyed,
  RemovedAccount,
} from "../model/outcome.js";
import { accessChanges, isGrant, leaves, otherChanges, shownChange, textOf } from "./change.js";
import { code, link, type Part, tableHead, tableRow } from "./markdown.js";

/** What is kept longest where room is short: the higher, the longer. Removals last to go, additions first. */
export const KEEP = {
  headings: 100,
  reasons: 95,
  guards: 90,
  resources: 85,
  removed: 80,
  rekeyed: 75,
  access: 70,
  guardAccounts: 65,
  problems: 60,
  expired: 45,
  other: 40,
  overview: 30,
  added: 20,
} as const;

/** Longer lists of what is least urgent are folded. */
const FOLDED_ABOVE = 25;

/** Changes of one resource, as a plan or a pull request has them. */
interface Named extends Changes {
  readonly resourceId?: string | undefined;
  readonly expired?: readonly string[] | undefined;
}

/** The tables of all resources in the order in which they should be read. `linkBase` is where this commit's files can be seen. */
export function changeParts(
  resources: readonly Named[],
  linkBase: string | undefined,
): readonly Part[] {
  const kinds = [removedTable, rekeyedTable, expiredList, accessTable, otherTable, addedTable];
  return kinds.flatMap((kind) => {
    const tables = resources
      .map((resource) => ({ resource, table: kind(resource, linkBase) }))
      .filter(({ table }) => table.count > 0);
    const whole = tables.reduce((count, { table }) => count + table.count, 0);
    return tables.map(({ resource, table }, index) =>
      part(
        table,
        index === 0 ? whole : undefined,
        resources.length > 1 ? resource.resourceId : undefined,
      ),
    );
  });
}

interface Table {
  readonly keep: number;
  readonly noun: string;
  readonly title: string;
  /** None: the rows are values, one after the other. */
  readonly columns: readonly string[];
  readonly count: number;
  readonly row: (index: number) => string;
  readonly folded?: boolean | undefined;
}

/** The first table of its kind carries the heading, with the count over all resources. */
function part(table: Table, whole: number | undefined, resourceId: string | undefined): Part {
  const heading = whole === undefined ? "" : `#### ${table.title} (${formatCount(whole)})\n\n`;
  const resource = resourceId === undefined ? "" : `<p>Resource ${code(resourceId)}</p>\n`;
  const [fold, unfold] = table.folded
    ? [`<details><summary>Show all ${formatCount(table.count)}</summary>\n`, "</details>\n"]
    : ["", ""];
  const { open, more, close } = table.columns.length === 0 ? PARAGRAPH : tableFrame(table.columns);
  return {
    keep: table.keep,
    noun: table.noun,
    open: `${heading}${resource}${fold}${open}`,
    count: table.count,
    row: table.row,
    more,
    close: `${close}${unfold}\n`,
  };
}

type Frame = Pick<Part, "open" | "more" | "close">;

/** For values that need no columns: one after the other. */
const PARAGRAPH: Frame = {
  open: "<p>\n",
  more: (cut) => `… and ${formatCount(cut)} more\n`,
  close: "</p>\n",
};

function tableFrame(columns: readonly string[]): Frame {
  return {
    open: tableHead(columns),
    more: (cut) => `<tr><td colspan="${columns.length}">… and ${formatCount(cut)} more</td></tr>\n`,
    close: "</table>\n",
  };
}

function removedTable({ removed, rekeyed }: Named): Table {
  const successor = new Map(rekeyed.map(({ from, to }) => [from, to]));
  return {
    keep: KEEP.removed,
    noun: "removals",
    title: "Removed",
    columns: ["Account", "Name", "E-mail", "Access until now", "What becomes of it"],
    count: removed.length,
    row: (index) => removedRow(removed[index], successor),
  };
}

const BECOMES = {
  deactivate: "set to <code>DEACTIVATED</code>",
  omit: "left out, so deleted",
} as const;

function removedRow(
  removed: RemovedAccount | undefined,
  successor: ReadonlyMap<string, string>,
): string {
  if (removed === undefined) return "";
  const { uniqueId, account, how } = removed;
  const to = successor.get(uniqueId);
  const becomes = to === undefined ? BECOMES[how] : `${BECOMES[how]}; re-keyed to ${code(to)}`;
  return tableRow([
    code(uniqueId),
    nameCell(textOf(account, "fullName")),
    nameCell(textOf(account, "email")),
    values(leaves(account["permissionLevel"])),
    becomes,
  ]);
}

function rekeyedTable({ rekeyed, added, removed }: Named): Table {
  const names = new Map([...removed, ...added].map(({ uniqueId, account }) => [uniqueId, account]));
  const row = (one: Rekeyed | undefined) => {
    if (one === undefined) return "";
    const account = names.get(one.to) ?? names.get(one.from) ?? { uniqueId: one.to };
    return tableRow([
      nameCell(textOf(account, "fullName")),
      nameCell(textOf(account, "email")),
      code(one.from),
      code(one.to),
    ]);
  };
  return {
    keep: KEEP.rekeyed,
    noun: "re-keyed accounts",
    title: "Re-keyed: same e-mail address, new uniqueId",
    columns: ["Name", "E-mail", "Old uniqueId", "New uniqueId"],
    count: rekeyed.length,
    row: (index) => row(rekeyed[index]),
  };
}

function expiredList({ expired = [] }: Named): Table {
  return {
    keep: KEEP.expired,
    noun: "expired accounts",
    title: "No longer sent: expired, forgotten, or not fit to be sent on",
    columns: [],
    count: expired.length,
    row: (index) => `${code(expired[index] ?? "")}\n`,
    folded: expired.length > FOLDED_ABOVE,
  };
}

const CHANGE_COLUMNS = ["Account", "Name", "Field", "Before", "After", "Roster"] as const;

function accessTable({ changed }: Named, linkBase: string | undefined): Table {
  return {
    keep: KEEP.access,
    noun: "access changes",
    title: "Access changes",
    ...changeRows(accessChanges(changed), linkBase),
  };
}

function otherTable({ changed }: Named, linkBase: string | undefined): Table {
  const other = otherChanges(changed);
  const folded = other.length > FOLDED_ABOVE;
  return {
    keep: KEEP.other,
    noun: "other changes",
    title: "Other changes",
    folded,
    ...changeRows(other, linkBase),
  };
}

function changeRows(
  changes: readonly ChangedAccount[],
  linkBase: string | undefined,
): Pick<Table, "columns" | "count" | "row"> {
  return {
    columns: CHANGE_COLUMNS,
    count: changes.length,
    row: (index) => changedRows(changes[index], linkBase),
  };
}

/** One line a field; the account's own cells span them. */
function changedRows(changed: ChangedAccount | undefined, linkBase: string | undefined): string {
  if (changed === undefined) return "";
  const { uniqueId, account, fields, location } = changed;
  const span = fields.length === 1 ? "<td>" : `<td rowspan="${fields.length}">`;
  const where = location === undefined ? "" : link(linkBase, location.file, location.line);
  return fields
    .map((change, index) => {
      const own =
        index > 0
          ? ""
          : `${span}${code(uniqueId)}</td>${span}${nameCell(textOf(account, "fullName"))}</td>`;
      return `<tr>${own}${fieldCells(change)}${index > 0 ? "" : `${span}${where}</td>`}</tr>\n`;
    })
    .join("");
}

/** Before and after in cells of their own: in one line, a value written from right to left would swap the sides. */
function fieldCells(change: FieldChange): string {
  const { before, after, same } = shownChange(change);
  const mark = isGrant(change) ? "⚠️ " : "";
  return `<td>${mark}${code(change.field)}</td><td>${values(before, same)}</td><td>${values(after, same)}</td>`;
}

/** How many elements of a list are shown. */
const SHOWN_ELEMENTS = 20;

/** `same` elements stand on the other side too, and are not shown. */
function values(texts: readonly string[], same = 0): string {
  const stay = same === 0 ? [] : [`${formatCount(same)} that stay`];
  const shown = texts.slice(0, SHOWN_ELEMENTS).map((value) => code(value));
  const rest = texts.length - shown.length;
  const all = [...shown, ...(rest === 0 ? [] : [`${formatCount(rest)} more`]), ...stay];
  return all.length === 0 ? "<em>none</em>" : all.join(", ");
}

function addedTable({ added, rekeyed }: Named, linkBase: string | undefined): Table {
  const predecessor = new Map(rekeyed.map(({ from, to }) => [to, from]));
  const admins = added.filter(isAdmin);
  const sorted = [...admins, ...added.filter((one) => !isAdmin(one))];
  return {
    keep: KEEP.added,
    noun: "additions",
    title: admins.length === 0 ? "Added" : `Added, ${formatCount(admins.length)} of them ADMIN`,
    columns: ["Account", "Name", "E-mail", "Access", "Sign-in", "Roster"],
    count: added.length,
    row: (index) => addedRow(sorted[index], predecessor, linkBase),
    folded: added.length > FOLDED_ABOVE,
  };
}

function isAdmin({ account }: AddedAccount): boolean {
  return account["permissionLevel"] === "ADMIN";
}

function addedRow(
  added: AddedAccount | undefined,
  predecessor: ReadonlyMap<string, string>,
  linkBase: string | undefined,
): string {
  if (added === undefined) return "";
  const { uniqueId, account, location } = added;
  const from = predecessor.get(uniqueId);
  const access = [
    ...leaves(account["permissionLevel"]),
    ...leaves(account["status"]).filter((status) => status !== "ACTIVE"),
  ];
  const mfa = account["mfaEnabled"] === true ? " with MFA" : "";
  return tableRow([
    from === undefined ? code(uniqueId) : `${code(uniqueId)}<br>re-keyed from ${code(from)}`,
    nameCell(textOf(account, "fullName")),
    nameCell(textOf(account, "email")),
    `${isAdmin(added) ? "⚠️ " : ""}${values(access)}`,
    `${values(leaves(account["authMethod"]))}${mfa}`,
    location === undefined ? "" : link(linkBase, location.file, location.line),
  ]);
}

function nameCell(value: string): string {
  return value === "" ? "" : code(value);
}
