// Problems → a table for each file: the line, the account, what is wrong and how to fix it.
import { pluralize } from "../model/format.js";
import { compareLocations } from "../model/order.js";
import type { Outcome } from "../model/outcome.js";
import type { Problem, Problems } from "../model/problem.js";
import type { Part } from "./fit.js";
import { anchor, inert, path, richText, tableHead, tableRow, urlOfLine } from "./html.js";
import { KEEP, type SectionOptions } from "./sections.js";

/** All problems: those without a file first, then file by file in order of lines. */
export function problemParts(
  { problems }: Outcome,
  { linkBase, maxRows, whereMore }: Pick<SectionOptions, "linkBase" | "maxRows" | "whereMore">,
): readonly Part[] {
  const { kept } = problems;
  if (kept.length === 0) return [];
  const rows = inOrder(kept);
  const dropped = countDropped(problems);
  return [
    {
      keep: KEEP.problems,
      heading: "",
      open: "",
      count: rows.length,
      maxRows,
      row: (index) => rowAt(rows, index, linkBase),
      more: (cut, isAlone) => {
        const words = `… and ${pluralize(cut, "more problem")}${whereMore}`;
        if (!isAlone) return `<tr><td colspan="3">${words}</td></tr>\n`;
        const notKept = dropped === 0 ? "" : `. ${droppedWords(dropped)}`;
        return `<p>${words}${notKept}</p>\n\n`;
      },
      close: `${droppedRow(dropped)}</table>\n\n`,
    },
  ];
}

/** How many problems were counted, but not kept. */
export function countDropped({ kept, errors, warnings }: Problems): number {
  const notices = kept.filter(({ severity }) => severity === "notice").length;
  return errors + warnings + notices - kept.length;
}

function droppedRow(dropped: number): string {
  if (dropped === 0) return "";
  return `<tr><td colspan="3">${droppedWords(dropped)}</td></tr>\n`;
}

function droppedWords(dropped: number): string {
  return `${pluralize(dropped, "more problem was", "more problems were")} counted, but not kept`;
}

const RANK = { error: 0, warning: 1, notice: 2 } as const;

/** Problems without a file by severity, then the others as they are: by file and line. */
function inOrder(problems: readonly Problem[]): readonly Problem[] {
  const general = problems.filter(({ location }) => location === undefined);
  const located = problems.filter(({ location }) => location !== undefined);
  return [
    ...general.sort((one, other) => RANK[one.severity] - RANK[other.severity]),
    ...located.sort(byFile),
  ];
}

function byFile({ location: one }: Problem, { location: other }: Problem): number {
  if (one === undefined || other === undefined) return 0;
  return compareLocations(one, other);
}

/** A row; before the first one of a file, its heading and the head of its table. */
function rowAt(rows: readonly Problem[], index: number, linkBase: string | undefined): string {
  const problem = rows[index];
  if (problem === undefined) return "";
  const before = rows[index - 1];
  const { location } = problem;
  const isFirst = before === undefined || before.location?.file !== location?.file;
  const end = isFirst && before !== undefined ? "</table>\n\n" : "";
  return `${end}${isFirst ? headOf(problem) : ""}${problemRow(problem, linkBase)}`;
}

function headOf({ location }: Problem): string {
  return location === undefined
    ? `### About the run\n\n${tableHead(["Problem"])}`
    : `<h3>${path(location.file)}</h3>\n\n${tableHead(["Line", "Account", "Problem"])}`;
}

const SYMBOLS = { error: "", warning: "⚠️ ", notice: "ℹ️ " } as const;

function problemRow(
  { severity, code, message, location, account }: Problem,
  linkBase: string | undefined,
): string {
  const words = `${SYMBOLS[severity]}${richText(message)} <sub>${code}</sub>`;
  if (location === undefined) return tableRow([words]);
  const line = anchor(urlOfLine(linkBase, location), `${location.line}`);
  return tableRow([line, accountCell(account), words]);
}

/** `u-1003 Alan Turing`, as far as it is known; the defaults of a file are named too. */
function accountCell(account: Problem["account"]): string {
  if (account === undefined) return "";
  if (account === "defaults") return "<i>defaults</i>";
  const { uniqueId = "", fullName = "" } = account;
  return [uniqueId, fullName]
    .filter((text) => text !== "")
    .map((text) => inert(text))
    .join(" ");
}
