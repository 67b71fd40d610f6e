// What an export writes → a section for each kind of change, with the place of every account.
import { formatCount } from "../model/format.js";
import type { AddedAccount, ChangedAccount, ExportOutcome } from "../model/outcome.js";
import { accessCell, fieldsCell, lineCell, personCell } from "./cells.js";
import { inNaturalOrder } from "./classes.js";
import type { Part } from "./fit.js";
import { path, restOfTable, tableHead, tableRow } from "./html.js";
import { KEEP, type SectionOptions } from "./sections.js";

/** An account, and the file that it is in. */
type Placed<Account> = Account & { readonly file: string };

/** The sections: changed accounts, those that are new in the roster, and those taken out. */
export function exportSections({ files }: ExportOutcome, options: SectionOptions): readonly Part[] {
  const placed = <Account extends AddedAccount>(
    of: (file: ExportOutcome["files"][number]) => readonly Account[],
  ) =>
    files
      .flatMap((file) => of(file).map((one): Placed<Account> => ({ ...one, file: file.path })))
      .sort((one, other) => inNaturalOrder(one.uniqueId, other.uniqueId));
  return [
    section(
      "Changed",
      placed<ChangedAccount>(({ changed }) => changed),
      options,
      {
        keep: KEEP["other-change"],
        column: "In the roster &lrm;→ In Vanta",
        cell: ({ fields }) => fieldsCell(fields),
        where: newPlace,
      },
    ),
    section(
      "Added",
      placed(({ added }) => added),
      options,
      {
        keep: KEEP.added,
        column: "Access",
        cell: accessCell,
        where: newPlace,
      },
    ),
    section(
      "Taken out",
      placed(({ takenOut }) => takenOut),
      options,
      {
        keep: KEEP["loses-access"],
        column: "Access",
        cell: accessCell,
        // In the file as it was; another account may be on that line now.
        place: "Place before",
        where: ({ location, file }) =>
          location === undefined ? path(file) : lineCell(location, options.linkBase, true),
      },
    ),
  ].filter(({ count }) => count > 0);
}

/** Where it is now: no commit has it yet, so there is nothing to link to. */
function newPlace({ file, location }: Placed<AddedAccount>): string {
  return location === undefined ? path(file) : `${path(file)}:${location.line}`;
}

interface Layout<Account> {
  readonly keep: number;
  readonly column: string;
  readonly cell: (account: Account) => string;
  readonly place?: string;
  readonly where: (account: Account) => string;
}

function section<Account extends Placed<AddedAccount>>(
  title: string,
  accounts: readonly Account[],
  { maxRows, whereMore }: SectionOptions,
  { keep, column, cell, place = "Place", where }: Layout<Account>,
): Part {
  const row = (account: Account) => tableRow([personCell(account), cell(account), where(account)]);
  return {
    keep,
    heading: `### ${title} (${formatCount(accounts.length)})\n\n`,
    open: tableHead(["Person", column, place]),
    count: accounts.length,
    maxRows,
    row: (index) =>
      accounts
        .slice(index, index + 1)
        .map(row)
        .join(""),
    more: (cut, isAlone) => restOfTable(`… and ${formatCount(cut)} more${whereMore}`, 3, isAlone),
    close: "</table>\n\n",
  };
}
