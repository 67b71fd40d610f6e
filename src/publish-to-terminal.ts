// Outcome → what the command line shows: the plan on stdout (with --json the report alone), and
// everything else on stderr. What cannot be written never prevents the rest.
import type { Ending } from "./model/outcome.js";
import type { Severity } from "./model/problem-codes.js";
import { renderPlan } from "./report/log.js";
import type { ShownOutcome } from "./report/redaction.js";
import { renderReport } from "./report/report-file.js";
import { reasonOf } from "./report/show-safely.js";
import { renderProblemLines, renderTerminalClosing } from "./report/terminal.js";
import { writeReport } from "./runner/report-files.js";
import type { Output, Style } from "./terminal/output.js";

/** Where and how the command line shows a run. */
export interface Streams {
  readonly stdout: Output;
  readonly stderr: Output;
  /** Whether stdout is for the report alone. */
  readonly isJson: boolean;
}

/** The reports of one run. Each method shows what was not shown before. None throws. */
export class TerminalReports {
  readonly #streams: Streams;
  readonly #reportFile: string | undefined;
  readonly #view: (ending: Ending) => ShownOutcome;
  #isPlanShown = false;
  #isReportWritten = false;
  #problemsShown = 0;

  /** `view`: what may be shown of a run that ends so now. */
  constructor(
    streams: Streams,
    reportFile: string | undefined,
    view: (ending: Ending) => ShownOutcome,
  ) {
    this.#streams = streams;
    this.#reportFile = reportFile;
    this.#view = view;
  }

  /** Whether the report file is as it was last shown. */
  get isReportWritten(): boolean {
    return this.#isReportWritten;
  }

  /** The plan and the guards. `isAsked`: someone has to see them to answer. */
  showPlan(isAsked: boolean): void {
    this.#plan(this.#view({ outcome: "planned" }), isAsked);
  }

  /** The problems so far, and the report of a run that goes on. */
  showBeforeQuestion(): void {
    const shown = this.#view({ outcome: "planned" });
    this.#report(shown);
    this.#problems(shown);
  }

  /** How the run ended, with a line before the closing. Returns what was shown. */
  showEnd(ending: Ending, note?: string): ShownOutcome {
    const { stdout, stderr, isJson } = this.#streams;
    const shown = this.#view(ending);
    this.#report(shown);
    if (!this.#isPlanShown) this.#plan(shown, false);
    this.#problems(shown);
    if (note !== undefined) stderr.line(note);
    if (this.#isReportWritten) stderr.line(`Report: ${this.#reportFile}`);
    if (shown.backup !== undefined) stderr.line(`Backup: ${shown.backup}`);
    this.#attempt("end of the log", () => {
      const lines = renderTerminalClosing(shown);
      for (const line of lines.slice(0, -1)) stderr.line(line);
      stderr.line(["bold", lines.at(-1) ?? ""]);
    });
    // In JSON, `#` is only in strings, where it may be escaped: the runner takes ##[ for a command.
    if (isJson) {
      this.#attempt("report", () =>
        stdout.text(renderReport(shown).replaceAll("##[", "#\\u0023[")),
      );
    }
    return shown;
  }

  #plan(shown: ShownOutcome, isAsked: boolean): void {
    const { stdout, stderr, isJson } = this.#streams;
    this.#isPlanShown = true;
    const outputs = isJson ? [stderr] : isAsked && !stdout.isTerminal ? [stdout, stderr] : [stdout];
    this.#attempt("plan", () => {
      for (const { title, lines } of renderPlan(shown)) {
        for (const output of outputs) writeGroup(output, title, lines);
      }
    });
  }

  #problems(shown: ShownOutcome): void {
    const { stderr } = this.#streams;
    this.#attempt("problems", () => {
      const { lines, more } = renderProblemLines(shown, this.#problemsShown);
      for (const { where, severity, message } of lines) {
        stderr.line(where, [SEVERITY_STYLE[severity], `${severity}:`], ` ${message}`);
      }
      if (more !== undefined) stderr.line(more);
    });
    this.#problemsShown = shown.problems.kept.length;
  }

  #report(shown: ShownOutcome): void {
    const path = this.#reportFile;
    if (path === undefined) return;
    this.#isReportWritten = false;
    this.#attempt("report file", () => {
      writeReport(path, renderReport(shown));
      this.#isReportWritten = true;
    });
  }

  #attempt(what: string, write: () => void): void {
    try {
      write();
    } catch (error) {
      this.#streams.stderr.line(`The ${what} could not be written (${reasonOf(error)}).`);
    }
  }
}

const SEVERITY_STYLE: Readonly<Record<Severity, Style>> = {
  error: "red",
  warning: "yellow",
  notice: "cyan",
};

/** By the sign that a line of the plan begins with. */
const SIGN_STYLE: ReadonlyMap<string, Style> = new Map([
  ["-", "red"],
  ["+", "green"],
  ["~", "yellow"],
  ["x", "magenta"],
]);

function writeGroup(output: Output, title: string, lines: readonly string[]): void {
  output.line(["bold", title]);
  for (const line of lines) {
    const style = /^[-+~x] /.test(line) ? SIGN_STYLE.get(line.charAt(0)) : undefined;
    output.line(...(style === undefined ? [`  ${line}`] : ["  ", [style, line] as const]));
  }
}
