// What happens to accounts → a section for each class, in the order of the verdict: one row for
// each account, with all its changes.
import { missingFields } from "../model/account.js";
import { formatCount } from "../model/format.js";
import { accessCell, changeCell, lineCell, personCell } from "./cells.js";
import { leaves, textOf } from "./change.js";
import {
  ACCOUNT_CLASSES,
  type AccountClass,
  type AccountEffect,
  classify,
  type Effects,
  ofClass,
} from "./classes.js";
import type { Part } from "./fit.js";
import { inert, restOfTable, tableHead, tableRow } from "./html.js";

/** What is kept longest where room is short: the higher, the longer. */
export const KEEP = {
  headings: 100,
  reasons: 95,
  resources: 92,
  guards: 90,
  "loses-access": 80,
  "becomes-admin": 80,
  deleted: 78,
  "comes-back": 72,
  "access-change": 70,
  guardAccounts: 65,
  problems: 60,
  rekeyed: 50,
  expired: 45,
  "other-change": 40,
  overview: 30,
  added: 20,
} as const;

/** The changes of one resource, and how the reports call it where there are several. */
export interface NamedEffects extends Effects {
  readonly name?: string | undefined;
}

export interface SectionOptions {
  /** Where the files of this commit can be seen. */
  readonly linkBase: string | undefined;
  /** How many rows of each section are shown. */
  readonly maxRows?: number | undefined;
  /** What "… and 31 more" ends with, such as a link. */
  readonly whereMore: string;
  /** Whether the roster is compared with Vanta to find drift. */
  readonly isDrift?: boolean | undefined;
  /** Whether long lists of what is less important fold. */
  readonly folds: boolean;
}

/** An account, and the resource it is in where there are several. */
type Row = AccountEffect & { readonly resource: string | undefined };

/** The sections of all resources together, in the order of the verdict. */
export function sectionParts(
  resources: readonly NamedEffects[],
  options: SectionOptions,
): readonly Part[] {
  const rows = resources.flatMap((changes) =>
    classify(changes).map((effect): Row => ({ ...effect, resource: changes.name })),
  );
  return ACCOUNT_CLASSES.flatMap((wanted) => {
    const found = ofClass(rows, wanted);
    return found.length === 0 ? [] : [section(wanted, found, options)];
  });
}

function section(wanted: AccountClass, rows: readonly Row[], options: SectionOptions): Part {
  const { isDrift = false, folds, maxRows, whereMore } = options;
  const layout = LAYOUTS[wanted];
  const title = isDrift ? DRIFT_TITLES[wanted] : layout.title;
  const count = formatCount(rows.length);
  const columns = layout.columns(isDrift);
  const isFolded = folds && layout.mayFold && rows.length > FOLDED_ABOVE;
  const files = rows.flatMap(({ location }) => (location === undefined ? [] : [location.file]));
  const namesFile = new Set(files).size > 1;
  const fold = isFolded ? `<details><summary>Show all ${count}</summary>\n` : "";
  return {
    keep: KEEP[wanted],
    heading: `### ${title} (${count})\n\n`,
    open: `${fold}${tableHead(columns)}`,
    count: rows.length,
    maxRows,
    row: (index) => {
      const row = rows[index];
      return row === undefined ? "" : tableRow(layout.cells(row, { ...options, namesFile }));
    },
    more: (cut, isAlone) =>
      restOfTable(`… and ${formatCount(cut)} more${whereMore}`, columns.length, isAlone),
    close: `</table>\n${isFolded ? "</details>\n" : ""}\n`,
  };
}

/** Longer lists of what is less important fold. */
const FOLDED_ABOVE = 25;

interface CellOptions extends SectionOptions {
  readonly namesFile: boolean;
}

interface Layout {
  readonly title: string;
  readonly mayFold: boolean;
  readonly columns: (isDrift: boolean) => readonly string[];
  readonly cells: (row: Row, options: CellOptions) => readonly string[];
}

const DRIFT_TITLES: Readonly<Record<AccountClass, string>> = {
  "loses-access": "ACTIVE in Vanta, not ACTIVE in the roster",
  "becomes-admin": "ADMIN in the roster, not in Vanta",
  "comes-back": "DEACTIVATED in Vanta, ACTIVE in the roster",
  "access-change": "Access differs",
  rekeyed: "Under another uniqueId in Vanta",
  "other-change": "Other fields differ",
  added: "Missing in Vanta",
  deleted: "DEACTIVATED in Vanta, to be deleted",
  expired: "Expired in Vanta",
};

const LEAVES = {
  mayFold: false,
  columns: (isDrift: boolean) =>
    isDrift ? ["Person", "In Vanta", "In the roster"] : ["Person", "Access so far", "Result"],
  cells: (row: Row, options: CellOptions) => [
    person(row),
    accessBefore(row),
    options.isDrift === true ? inRoster(row, options) : result(row, options),
  ],
} as const;

const CHANGES = {
  mayFold: false,
  columns: (isDrift: boolean) => [
    "Person",
    isDrift ? "In Vanta → In the roster" : "Change",
    "Line",
  ],
  cells: (row: Row, options: CellOptions) => [
    person(row),
    changeCell(row, options.isDrift),
    line(row, options),
  ],
} as const;

const LAYOUTS: Readonly<Record<AccountClass, Layout>> = {
  "loses-access": { title: "Lose access", ...LEAVES },
  "becomes-admin": { title: "Become ADMIN", ...CHANGES },
  "comes-back": { title: "Come back", ...CHANGES },
  "access-change": { title: "Other access changes", ...CHANGES },
  rekeyed: { title: "Re-keyed", ...CHANGES },
  "other-change": { title: "Other changes", ...CHANGES, mayFold: true },
  added: {
    title: "Added",
    mayFold: true,
    columns: () => ["Person", "Access", "Line"],
    cells: (row, options) => [person(row), accessCell(row), line(row, options)],
  },
  deleted: { title: "Deleted", ...LEAVES },
  expired: {
    title: "Expired",
    mayFold: true,
    columns: () => ["Person", "DEACTIVATED since"],
    cells: (row) => [person(row), inert(textOf(row.account, "deactivatedTimestamp") || "unknown")],
  },
};

function person(row: Row): string {
  const cell = personCell(row);
  return row.resource === undefined ? cell : `${cell}<br><sub>in ${inert(row.resource)}</sub>`;
}

function line({ location }: Row, { linkBase, namesFile }: CellOptions): string {
  return lineCell(location, linkBase, namesFile);
}

function accessBefore(row: Row): string {
  const fields = row.kind === "changed" || row.kind === "rekeyed" ? row.fields : [];
  const change = fields.find(({ field }) => field === "permissionLevel");
  return leaves(change === undefined ? row.account["permissionLevel"] : change.before)
    .map((one) => inert(one))
    .join("");
}

/** What the roster says of an account that is ACTIVE in Vanta. */
function inRoster(row: Row, options: CellOptions): string {
  const isInRoster = row.kind === "changed" || row.kind === "rekeyed";
  return isInRoster ? withLine("DEACTIVATED", row, options) : "not in it";
}

function withLine(words: string, row: Row, options: CellOptions): string {
  const where = line(row, options);
  return where === "" ? words : `${words}, line ${where}`;
}

/** What happens to an account that leaves, and why. */
function result(row: Row, options: CellOptions): string {
  switch (row.kind) {
    case "removed":
      return row.how === "deactivate"
        ? "DEACTIVATED (left the roster)"
        : `deleted from Vanta (${whyOmitted(row)})`;
    case "deleted":
      return `deleted from Vanta (${row.why === "forget" ? "forget" : cannotBeSent(row)})`;
    case "changed":
    case "rekeyed":
      return withLine("DEACTIVATED in the roster", row, options);
    default:
      return "";
  }
}

function whyOmitted(row: AccountEffect & { readonly kind: "removed" }): string {
  if (row.why === "cannot-carry") return cannotBeSent(row);
  return row.why === "forget" ? "forget" : "on-removal: omit";
}

function cannotBeSent({ account }: AccountEffect): string {
  const missing = missingFields(account);
  return missing.length === 0 ? "cannot be sent" : `cannot be sent: no ${missing.join(", ")}`;
}
