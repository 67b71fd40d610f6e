// One export of texts in memory, as a run makes it: the plan, the texts, and the law.

import { findBreach } from "../../src/export/law.js";
import { type ExportRequest, planExport } from "../../src/export/plan-export.js";
import { renderExport } from "../../src/export/render.js";
import type { Row } from "../../src/model/account.js";
import { toPlainText } from "../../src/model/message.js";
import { collectProblems } from "../../src/model/problem.js";
import { policy, RESOURCE } from "../support/accounts.js";
import { NOW } from "../support/clock.js";

export interface Exported {
  /** Every file after the export. */
  readonly texts: Readonly<Record<string, string>>;
  /** The paths that were written. */
  readonly written: readonly string[];
  readonly problems: readonly string[];
  /** How the law is broken. */
  readonly breach: string | undefined;
}

type Options = Partial<Pick<ExportRequest, "exportFile" | "resources">>;

/** Exports the rows into the files. */
export async function exportInto(
  files: Readonly<Record<string, string>>,
  rows: readonly Row[],
  options: Options = {},
): Promise<Exported> {
  const request: ExportRequest = {
    files: Object.entries(files).map(([path, text]) => ({
      path,
      bytes: new TextEncoder().encode(text),
    })),
    resourceId: RESOURCE,
    resources: [{ resourceId: RESOURCE, rows }],
    exportFile: "people.yml",
    now: NOW,
    ...options,
  };
  const problems = collectProblems();
  const plan = await planExport(request);
  const all = renderExport(plan, "all", (problem) => problems.add(problem));
  const breach = problems.errors > 0 ? undefined : await findBreach(request, plan, all, policy());
  const written = new Map(
    all.map(({ path, bytes }) => [
      path,
      new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes),
    ]),
  );
  return {
    texts: { ...files, ...Object.fromEntries(written) },
    written: [...written.keys()],
    problems: problems.kept.map(({ code, message, location }) =>
      [
        code,
        location && `${location.file}:${location.line}:${location.column}`,
        toPlainText(message),
      ].join(" "),
    ),
    breach: breach && toPlainText(breach),
  };
}
