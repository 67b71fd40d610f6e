// Outcome → Markdown, for the job summary and for the comment on a pull request: the verdict first,
// then what a reviewer must not miss.
import { STATUSES } from "../model/account.js";
import { formatCount, pluralize } from "../model/format.js";
import { type Message, toPlainText } from "../model/message.js";
import { hasChanges, isChange, type Outcome } from "../model/outcome.js";
import { hasNoMfa } from "./cells.js";
import { textOf } from "./change.js";
import { type AccountEffect, effectsInWords, ofClass } from "./classes.js";
import { exportSections } from "./export-sections.js";
import { block, fitInto, type Part } from "./fit.js";
import { footer } from "./footer.js";
import { guardParts } from "./guard-parts.js";
import {
  anchor,
  code,
  escapeHtml,
  inert,
  path,
  richText,
  tableHead,
  tableRow,
  urlOfLine,
} from "./html.js";
import { problemParts } from "./problem-tables.js";
import type { ShownOutcome } from "./redaction.js";
import { resourceNames, resourceParts } from "./resources.js";
import { KEEP, type NamedEffects, type SectionOptions, sectionParts } from "./sections.js";
import { effectsOf, verdict, wroteAnything } from "./verdict.js";

/** GitHub drops a summary above this size, in bytes. */
export const SUMMARY_LIMIT = 1024 * 1024;
/** GitHub refuses a comment above this size, in characters. */
export const COMMENT_LIMIT = 65_536;
/** How many rows of each section a comment has. */
const COMMENT_ROWS = 10;

export interface SummaryOptions {
  /** In bytes of UTF-8. Default: {@link SUMMARY_LIMIT}. */
  readonly limitBytes?: number | undefined;
  /** The path of the full report, named where something is cut. */
  readonly reportFile?: string | undefined;
}

/** The job summary. */
export function renderSummary(outcome: ShownOutcome, options: SummaryOptions = {}): string {
  const { limitBytes = SUMMARY_LIMIT, reportFile } = options;
  const style: Style = {
    isComment: false,
    sections: {
      linkBase: linkBaseOf(outcome),
      whereMore: " in the report file",
      isDrift: outcome.outcome === "drifted",
      folds: true,
    },
  };
  const where = reportFile === undefined ? "" : `, ${code(reportFile, 1000)}`;
  const note = `<p>✂️ <b>Cut to the size that GitHub shows.</b> What is missing is in the report file${where}: keep it with <code>actions/upload-artifact</code>.</p>\n\n`;
  const document = { ...documentOf(outcome, style), note };
  return fitInto(document, limitBytes, (text) => Buffer.byteLength(text, "utf8"));
}

export interface CommentOptions {
  /** The hidden first line by which the comment is found again. */
  readonly marker: string;
  /**
   * In UTF-16 units, of which there are never fewer than characters. Default: {@link
   * COMMENT_LIMIT}.
   */
  readonly limitCharacters?: number | undefined;
}

/** The comment on a pull request: short, with a link to the summary of the run. */
export function renderComment(outcome: ShownOutcome, options: CommentOptions): string {
  const { marker, limitCharacters = COMMENT_LIMIT } = options;
  const { url } = outcome.run;
  const style: Style = {
    isComment: true,
    sections: {
      linkBase: linkBaseOf(outcome),
      maxRows: COMMENT_ROWS,
      whereMore: url === undefined ? "" : `, in ${anchor(url, "the summary of the run")}`,
      isDrift: outcome.outcome === "drifted",
      folds: false,
    },
  };
  const document = documentOf(outcome, style);
  return fitInto(
    { ...document, top: `${marker}\n${document.top}`, note: "" },
    limitCharacters,
    (text) => text.length,
  );
}

/**
 * Whether there is something to tell a pull request: a change, a problem, a guard, or a failure.
 */
export function hasNews(outcome: ShownOutcome): boolean {
  const { errors, warnings } = outcome.problems;
  const isQuiet = ["valid", "planned", "synced", "superseded", "exported"].includes(
    outcome.outcome,
  );
  const isExported = outcome.exported !== undefined && outcome.exported.files.length > 0;
  const changes = [...(outcome.effect ?? []), ...(outcome.resources ?? [])];
  return (
    changes.some(isChange) ||
    isExported ||
    errors + warnings > 0 ||
    outcome.violations.length > 0 ||
    !isQuiet
  );
}

interface Style {
  readonly isComment: boolean;
  readonly sections: SectionOptions;
}

function documentOf(outcome: ShownOutcome, { isComment, sections }: Style) {
  const parts = [
    ...resourceParts(outcome),
    block(KEEP.headings, lead(outcome)),
    ...reasonParts(outcome),
    ...guardParts(outcome, sections),
    ...changeParts(outcome, sections),
    ...exportParts(outcome, sections),
    ...problemParts(outcome, sections),
    ...(isComment ? [] : overviewParts(outcome)),
  ];
  return { top: heading(outcome), parts, bottom: footer(outcome, isComment) };
}

/** The verdict. A value in it is inert in HTML only, so that the heading then is HTML. */
function heading(outcome: Outcome): string {
  const { symbol, message } = verdict(outcome);
  return message.every((part) => typeof part === "string")
    ? `## ${symbol} ${toPlainText(message)}\n\n`
    : `<h2>${symbol} ${richText(message)}</h2>\n\n`;
}

/** What the reader needs next: what applies it, where all of it is, what is risky. */
function lead(outcome: ShownOutcome): string {
  const { run, maskedBecause } = outcome;
  const links = [
    run.url === undefined ? undefined : anchor(run.url, "Run and full report"),
    rosterFile(outcome),
  ];
  const first = [appliedBy(outcome), ...links].filter((one) => one !== undefined).join(" · ");
  const paragraphs = [
    first,
    riskLine(outcome),
    maskedBecause === undefined ? undefined : `🔒 Personal data is masked: ${maskedBecause}.`,
  ].filter((one) => one !== undefined && one !== "");
  return paragraphs.map((one) => `<p>${one}</p>\n\n`).join("");
}

function appliedBy(outcome: Outcome): string | undefined {
  if (outcome.exported?.isWritten === true) {
    return "<b>The files are changed in the workspace only.</b> Commit them in a later step.";
  }
  if (!mergeApplies(outcome)) return undefined;
  return "<b>Merging applies this.</b> Nothing was sent yet.";
}

/** Whether merging the pull request syncs the plan that is shown. */
export function mergeApplies(outcome: Outcome): boolean {
  const { mergesToDefaultBranch } = outcome;
  return outcome.outcome === "planned" && mergesToDefaultBranch === true && !!hasChanges(outcome);
}

/** The roster, where it is one file. */
function rosterFile(outcome: Outcome): string | undefined {
  const { resources = [] } = outcome;
  const [file, ...others] = new Set(resources.flatMap((resource) => resource.files));
  if (file === undefined || others.length > 0) return undefined;
  return `roster ${anchor(urlOfLine(linkBaseOf(outcome), { file, line: 1 }), path(file))}`;
}

/** How many accounts a risk names. */
const NAMED = 3;

/** Outcomes in which the effects that are shown take place, or would after a step of the reader. */
const WITH_RISKS: ReadonlySet<string> = new Set(["valid", "planned", "blocked", "synced"]);

function riskLine(outcome: Outcome): string {
  if (!WITH_RISKS.has(outcome.outcome)) return "";
  const effects = effectsOf(outcome.effect ?? outcome.resources ?? []);
  const admins = ofClass(effects, "becomes-admin");
  const weak = effects.filter(({ kind, account }) => kind === "added" && hasNoMfa(account));
  const risks = [
    admins.length === 0
      ? ""
      : `${pluralize(admins.length, "account becomes", "accounts become")} ADMIN: ${names(admins)}.`,
    weak.length === 0
      ? ""
      : `${pluralize(weak.length, "new account signs", "new accounts sign")} in with a password and without MFA: ${names(weak, false)}.`,
  ].filter((risk) => risk !== "");
  return risks.length === 0 ? "" : `⚠️ <b>${risks.join(" ")}</b>`;
}

function names(effects: readonly AccountEffect[], marksNew = true): string {
  const shown = effects.slice(0, NAMED).map((effect) => {
    const name = inert(textOf(effect.account, "fullName") || effect.uniqueId);
    return marksNew && effect.kind === "added" ? `${name} (new)` : name;
  });
  const rest = effects.length - shown.length;
  return rest === 0 ? shown.join(", ") : `${shown.join(", ")} and ${formatCount(rest)} more`;
}

/** Why a run failed or stopped. */
function reasonParts(outcome: Outcome): readonly Part[] {
  const heading = toPlainText(verdict(outcome).message);
  const reasons = reasonsOf(outcome).filter((one) => !heading.includes(toPlainText(one)));
  if (reasons.length === 0) return [];
  const rest = (cut: number) => `<p>… and ${formatCount(cut)} more</p>\n\n`;
  return [
    {
      keep: KEEP.reasons,
      heading: "",
      open: "",
      count: reasons.length,
      row: (index) => `<p>${richText(reasons[index] ?? [])}</p>\n\n`,
      more: rest,
      close: "",
    },
  ];
}

/** The failures of a run, or why it was superseded. */
export function reasonsOf(outcome: Outcome): readonly Message[] {
  if (outcome.outcome === "failed") return outcome.failures;
  return outcome.outcome === "superseded" ? [outcome.reason] : [];
}

/** The pull request's own changes, then what else a sync would change; or the plan. */
function changeParts(outcome: Outcome, sections: SectionOptions): readonly Part[] {
  const { effect, beyond = [] } = outcome;
  if (effect === undefined) {
    const planned = named(outcome, outcome.resources ?? []);
    const parts = sectionParts(planned, sections);
    const isPast = outcome.outcome === "failed" || outcome.outcome === "superseded";
    if (parts.length === 0 || !isPast) return parts;
    const words = wroteAnything(outcome)
      ? "What this run planned"
      : "What this run planned, not sent";
    return [title(words), ...parts];
  }
  const others = sectionParts(named(outcome, beyond), sections);
  const counts = effectsInWords(effectsOf(beyond));
  return [
    ...sectionParts(named(outcome, effect), { ...sections, isDrift: false }),
    ...(others.length === 0 ? [] : [title(`Not in this pull request: ${counts}`)]),
    ...others,
  ];
}

/** What an export wrote; or what it would write. */
function exportParts({ exported }: Outcome, sections: SectionOptions): readonly Part[] {
  if (exported === undefined) return [];
  const parts = exportSections(exported, sections);
  return exported.isWritten || parts.length === 0
    ? parts
    : [title("What this export would write"), ...parts];
}

function title(words: string): Part {
  return block(KEEP.headings, `## ${words}\n\n`);
}

/** The changes with the names of their resources, where there are several. */
function named(
  outcome: Outcome,
  changes: readonly (NamedEffects & { readonly resourceId?: string | undefined })[],
): readonly NamedEffects[] {
  if (changes.length < 2) return changes;
  const nameOf = resourceNames(outcome);
  return changes.map((one) => ({ ...one, name: one.resourceId && nameOf(one.resourceId) }));
}

/** The whole roster in one small table. */
function overviewParts({ overview, accounts = 0 }: Outcome): readonly Part[] {
  if (overview === undefined) return [];
  const levels = Object.entries(overview.accounts);
  const rows = levels.map(([level, byStatus]) =>
    tableRow([escapeHtml(level), ...STATUSES.map((one) => formatCount(byStatus[one] ?? 0))]),
  );
  const admins = overview.accounts["ADMIN"]?.["ACTIVE"] ?? 0;
  const facts = `${pluralize(accounts, "account")}, ${formatCount(admins)} ADMIN, ${formatCount(overview.withoutMfa)} without MFA or SSO`;
  const content = `<details><summary>The roster at a glance: ${facts}</summary>\n${tableHead(["", ...STATUSES])}${rows.join("")}</table>\n</details>\n\n`;
  return [block(KEEP.overview, content)];
}

/** Where the files of this commit can be seen; undefined where it is not known. */
function linkBaseOf({ run }: Outcome): string | undefined {
  const { serverUrl, repository, commit } = run;
  if (serverUrl === undefined || repository === undefined || commit === undefined) return undefined;
  const parts = [...repository.split("/"), "blob", commit].map(encodeURIComponent);
  return [serverUrl, ...parts].join("/");
}
