// Guards that tripped: what they found, which accounts count, and how to let exactly this plan pass.

import { formatCount, pluralize } from "../model/format.js";
import type { Outcome, Violation } from "../model/outcome.js";
import { textOf } from "./change.js";
import { block, code, escapeHtml, type Part, richText, tableHead, tableRow } from "./markdown.js";
import { KEEP } from "./tables.js";

/** The guards in force, then how to go on, then those that an approval let pass. */
export function guardParts(outcome: Outcome): readonly Part[] {
  const inForce = outcome.violations;
  const waived = (outcome.resources ?? []).flatMap(({ violations }) =>
    violations.filter(({ waivedBy }) => waivedBy !== undefined),
  );
  const names = namesOf(outcome, [...inForce, ...waived]);
  const tripped = inForce.flatMap((violation) => violationParts(violation, names));
  const heading = block(KEEP.headings, "headings", "#### Guards that tripped\n\n");
  return [
    ...(inForce.length === 0 ? [] : [heading, ...tripped, ...approvalParts(outcome)]),
    ...(waived.length === 0
      ? []
      : [block(KEEP.headings, "headings", "#### Guards that an approval let pass\n\n")]),
    ...waived.flatMap((violation) => violationParts(violation, names)),
  ];
}

function violationParts(violation: Violation, names: ReadonlyMap<string, string>): readonly Part[] {
  const { code: guard, resourceId, message, accounts, waivedBy } = violation;
  const where = resourceId === undefined ? "" : ` in resource ${code(resourceId)}`;
  const waived = waivedBy === undefined ? "" : ` Let pass by <code>${waivedBy}</code>.`;
  const words = block(
    KEEP.guards,
    "guards",
    `<p><strong><code>${guard}</code></strong>${where}: ${richText(message)}${waived}</p>\n\n`,
  );
  if (accounts.length === 0) return [words];
  const table: Part = {
    keep: KEEP.guardAccounts,
    noun: "accounts that count for a guard",
    open: `<details><summary>Which ${pluralize(accounts.length, "account")} ${accounts.length === 1 ? "counts" : "count"}</summary>\n${tableHead(["Account", "Name"])}`,
    count: accounts.length,
    row: (index) => accountRow(accounts[index] ?? "", names),
    more: (cut) => `<tr><td colspan="2">… and ${formatCount(cut)} more</td></tr>\n`,
    close: "</table>\n</details>\n\n",
  };
  return [words, table];
}

function accountRow(uniqueId: string, names: ReadonlyMap<string, string>): string {
  const name = names.get(uniqueId) ?? "";
  return tableRow([code(uniqueId), name === "" ? "" : code(name)]);
}

function namesOf(
  { resources = [] }: Outcome,
  violations: readonly Violation[],
): ReadonlyMap<string, string> {
  if (violations.length === 0) return new Map();
  const accounts = resources.flatMap(({ removed, changed, added }) => [
    ...removed,
    ...changed,
    ...added,
  ]);
  return new Map(accounts.map(({ uniqueId, account }) => [uniqueId, textOf(account, "fullName")]));
}

function approvalParts({ digest }: Outcome): readonly Part[] {
  if (digest === undefined) return [];
  const safe = escapeHtml(digest);
  const words = `<p><strong>How to go on.</strong> If this plan is not what you want, mend the roster. If it is, let exactly this plan pass, either by the input of a run that you start</p>

\`\`\`yaml
approved-plan: ${safe}
\`\`\`

<p>or by this line in the <code>approvals-file</code>, in the same pull request, so that it is reviewed too</p>

\`\`\`
${safe}
\`\`\`

`;
  return [block(KEEP.guards, "guards", words)];
}
