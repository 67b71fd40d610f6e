// Outcome → markdown, for the job summary and for the pull request comment: the verdict first, then what a reviewer must not miss.

import { STATUSES } from "../model/account.js";
import { formatCount, pluralize } from "../model/format.js";
import { hasChanges, type Outcome } from "../model/outcome.js";
import { sameChanges } from "./change.js";
import { guardParts } from "./guard-tables.js";
import {
  block,
  type Cut,
  code,
  escapeHtml,
  fitInto,
  link,
  type Part,
  richText,
  tableHead,
  tableRow,
} from "./markdown.js";
import {
  changesInWords,
  duration,
  joinList,
  readAndSent,
  requestsInWords,
  totals,
  verdict,
} from "./phrases.js";
import type { ShownOutcome } from "./redaction.js";
import { changeParts, KEEP } from "./tables.js";

/** GitHub drops a summary above this size, in bytes. */
export const SUMMARY_LIMIT = 1024 * 1024;
/** GitHub refuses a comment above this size, in characters. */
export const COMMENT_LIMIT = 65_536;

/** The job summary, in at most `limitBytes` bytes of UTF-8. `reportFile` is named where something had to be cut. */
export function renderSummary(
  outcome: ShownOutcome,
  options: { readonly limitBytes: number; readonly reportFile?: string | undefined },
): string {
  return render(outcome, "", options.reportFile, options.limitBytes, (markdown) =>
    Buffer.byteLength(markdown, "utf8"),
  );
}

export interface CommentOptions {
  /** An HTML comment, `<!-- … -->`, by which the comment is found again; it comes first. */
  readonly marker: string;
  /** In UTF-16 units, of which there are never fewer than characters. Default: {@link COMMENT_LIMIT}. */
  readonly limitCharacters?: number | undefined;
  readonly reportFile?: string | undefined;
}

/** The pull request comment: the marker, then what the summary says, in at most `limitCharacters`. */
export function renderComment(
  outcome: ShownOutcome,
  { marker, limitCharacters = COMMENT_LIMIT, reportFile }: CommentOptions,
): string {
  return render(outcome, `${marker}\n`, reportFile, limitCharacters, (markdown) => markdown.length);
}

/** Whether there is something to tell a pull request: a change, a problem, a guard, or a run that did not go well. */
export function hasNews(outcome: ShownOutcome): boolean {
  const { errors, warnings } = outcome.problems;
  const effect = totals(outcome.effect ?? []);
  const quiet = ["valid", "planned", "synced", "superseded"].includes(outcome.outcome);
  const touched =
    hasChanges(outcome) === true || effect.added + effect.removed + effect.changed > 0;
  return touched || errors + warnings > 0 || outcome.violations.length > 0 || !quiet;
}

function render(
  outcome: Outcome,
  marker: string,
  reportFile: string | undefined,
  limit: number,
  size: (markdown: string) => number,
): string {
  const { symbol, words } = verdict(outcome);
  // Of a run that failed half-way, which resource was synced comes before anything else.
  const [early, late] =
    outcome.outcome === "failed" ? [resourceParts(outcome), []] : [[], resourceParts(outcome)];
  const parts = [
    ...reasonParts(outcome),
    ...early,
    ...guardParts(outcome),
    ...effectParts(outcome),
    ...planParts(outcome),
    ...problemParts(outcome),
    ...late,
    ...overviewParts(outcome),
  ];
  return fitInto(
    {
      top: `${marker}## ${symbol} ${words}\n\n`,
      parts,
      bottom: closing(outcome),
      note: (cuts) => cutNote(cuts, reportFile),
    },
    limit,
    size,
  );
}

/** Why a run failed or stood back. */
function reasonParts(outcome: Outcome): readonly Part[] {
  const reasons =
    outcome.outcome === "failed"
      ? outcome.failures
      : outcome.outcome === "superseded"
        ? [outcome.reason]
        : [];
  if (reasons.length === 0) return [];
  return [
    {
      keep: KEEP.reasons,
      noun: "reasons",
      open: "<ul>\n",
      count: reasons.length,
      row: (index) => `<li>${richText(reasons[index] ?? [])}</li>\n`,
      more: (cut) => `<li>… and ${formatCount(cut)} more</li>\n`,
      close: "</ul>\n\n",
    },
  ];
}

/** What the pull request itself changes. */
function effectParts({ effect, run }: Outcome): readonly Part[] {
  if (effect === undefined) return [];
  const words = changesInWords(totals(effect));
  if (words === "")
    return [
      block(
        KEEP.headings,
        "headings",
        "### This pull request changes no account of the roster\n\n",
      ),
    ];
  return [
    block(KEEP.headings, "headings", `### This pull request changes the roster: ${words}\n\n`),
    ...changeParts(effect, linkBase(run)),
  ];
}

/** What a sync changes, or would change, in Vanta. */
function planParts(outcome: Outcome): readonly Part[] {
  const { resources, effect, run } = outcome;
  if (resources === undefined) return [];
  const words = changesInWords(totals(resources));
  const head = (content: string) => block(KEEP.headings, "headings", `### ${content}\n\n`);
  if (effect === undefined) return changeParts(resources, linkBase(run));
  if (words === "")
    return [head("A sync would change nothing in Vanta"), ...changeParts(resources, linkBase(run))];
  if (sameChanges(effect, resources)) {
    const rest = resources.map(({ resourceId, expired }) => ({
      resourceId,
      expired,
      removed: [],
      changed: [],
      added: [],
      rekeyed: [],
    }));
    return [
      head("A sync would change exactly this in Vanta, and nothing else"),
      ...changeParts(rest, undefined),
    ];
  }
  return [
    head(`What a sync would change in Vanta: ${words}`),
    ...changeParts(resources, linkBase(run)),
  ];
}

/** Errors first, each with its line. */
function problemParts({ problems, run }: Outcome): readonly Part[] {
  const { kept, errors, warnings } = problems;
  if (kept.length === 0) return [];
  const ranked = (["error", "warning", "notice"] as const).flatMap((severity) =>
    kept.filter((problem) => problem.severity === severity),
  );
  const notices = ranked.filter(({ severity }) => severity === "notice").length;
  const counts = [
    errors > 0 ? pluralize(errors, "error") : "",
    warnings > 0 ? pluralize(warnings, "warning") : "",
    notices > 0 ? pluralize(notices, "notice") : "",
  ].filter((count) => count !== "");
  const symbols = { error: "❌ error", warning: "⚠️ warning", notice: "ℹ️ notice" } as const;
  const dropped = errors + warnings + notices - kept.length;
  return [
    {
      keep: KEEP.problems,
      noun: "problems",
      open: `#### ${joinList(counts)}\n\n${tableHead(["", "What is wrong", "Where"])}`,
      count: ranked.length,
      row: (index) => {
        const problem = ranked[index];
        if (problem === undefined) return "";
        const where =
          problem.location === undefined
            ? ""
            : link(linkBase(run), problem.location.file, problem.location.line);
        return tableRow([
          `${symbols[problem.severity]}<br>${code(problem.code)}`,
          richText(problem.message),
          where,
        ]);
      },
      more: (cut) => `<tr><td colspan="3">… and ${formatCount(cut)} more</td></tr>\n`,
      close: `${dropped > 0 ? `<tr><td colspan="3">… and ${formatCount(dropped)} more, which were counted but not kept</td></tr>\n` : ""}</table>\n\n`,
    },
  ];
}

/** One line for each resource, where there are several. */
function resourceParts(outcome: Outcome): readonly Part[] {
  const { resources = [], mode } = outcome;
  if (resources.length < 2) return [];
  const inSync = mode === "sync";
  return [
    {
      keep: KEEP.resources,
      noun: "resources",
      open: `#### Resources\n\n${tableHead(["Resource", "Read", "In the roster", "Removed", "Changed", "Added", "To send", ...(inSync ? ["Synced", "Verified"] : [])])}`,
      count: resources.length,
      row: (index) => {
        const one = resources[index];
        if (one === undefined) return "";
        const counts = [
          one.current,
          one.desired,
          one.removed.length,
          one.changed.length,
          one.added.length,
          one.sent,
        ].map(formatCount);
        return tableRow([
          code(one.resourceId),
          ...counts,
          ...(inSync ? [one.synced, one.verified ? "yes" : "no"] : []),
        ]);
      },
      more: (cut) => `<tr><td colspan="9">… and ${formatCount(cut)} more</td></tr>\n`,
      close: "</table>\n\n",
    },
  ];
}

/** The whole roster in one small table. */
function overviewParts({ overview }: Outcome): readonly Part[] {
  if (overview === undefined) return [];
  const rows = Object.entries(overview.accounts).map(([level, byStatus]) =>
    tableRow([code(level), ...STATUSES.map((status) => formatCount(byStatus[status] ?? 0))]),
  );
  const mfa =
    overview.withoutMfa === 0
      ? "Every ACTIVE account signs in by SSO or has MFA."
      : `⚠️ ${pluralize(overview.withoutMfa, "ACTIVE account signs", "ACTIVE accounts sign")} in without SSO and without MFA.`;
  const content = `#### The roster at a glance\n\n${tableHead(["Permission level", ...STATUSES])}${rows.join("")}</table>\n\n${mfa}\n\n`;
  return [block(KEEP.overview, "overviews", content)];
}

/** What was read and sent, with what, and how long it took. */
function closing(outcome: Outcome): string {
  const { run, mode, digest, backup } = outcome;
  const took = duration(run);
  const lines = [
    readAndSent(outcome),
    `${requestsInWords(outcome)}${took === undefined ? "" : `, ${took}`}`,
    digest === undefined ? undefined : `plan digest <code>${escapeHtml(digest)}</code>`,
    backup === undefined ? undefined : `what Vanta held before is in ${code(backup, 1000)}`,
    `vanta-roster-sync ${escapeHtml(run.version)}${mode === undefined ? "" : `, mode ${mode}`}${run.commit === undefined ? "" : `, commit ${code(run.commit)}`}`,
  ].filter((line) => line !== undefined);
  return `<p><sub>${lines.map(capitalized).join("<br>\n")}</sub></p>\n`;
}

function capitalized(line: string): string {
  return line.startsWith("vanta-roster-sync") ? line : line.charAt(0).toUpperCase() + line.slice(1);
}

function cutNote(cuts: readonly Cut[], reportFile: string | undefined): string {
  const parts = cuts.map(
    ({ noun, shown, whole }) => `${formatCount(shown)} of ${formatCount(whole)} ${noun}`,
  );
  const where =
    reportFile === undefined ? "the report file" : `the report file ${code(reportFile, 1000)}`;
  return `<p>✂️ <strong>Cut to fit.</strong> Shown are only ${joinList(parts)}. All stand in ${where}; this step after ours keeps it (give ours <code>id: roster</code>):</p>

\`\`\`yaml
- uses: actions/upload-artifact@v5
  if: always()
  with:
    name: vanta-roster-report
    path: \${{ steps.roster.outputs.report-file }}
\`\`\`

`;
}

/** Where the files of this commit can be seen; undefined where it is not known. */
function linkBase({ serverUrl, repository, commit }: Outcome["run"]): string | undefined {
  if (serverUrl === undefined || repository === undefined || commit === undefined) return undefined;
  return [
    serverUrl,
    ...repository.split("/").map(encodeURIComponent),
    "blob",
    encodeURIComponent(commit),
  ].join("/");
}
