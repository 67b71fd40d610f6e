// Commands to the runner: log, annotations, outputs, masks, job summary. The only import of
// @actions/core. Every line is made safe for the log here.
import { appendFileSync } from "node:fs";
import * as core from "@actions/core";
import { toLogLine } from "../model/format.js";
import type { Annotation } from "../model/problem.js";

/** Writes one line to the log. */
export function info(line: string): void {
  core.info(toLogLine(line));
}

/** Writes one line to the log of a run with debug logging. */
export function debug(line: string): void {
  core.debug(toLogLine(line));
}

/** Writes the lines as a group that folds. */
export function group(title: string, lines: readonly string[]): void {
  core.startGroup(toLogLine(title));
  for (const line of lines) info(line);
  core.endGroup();
}

/** Adds an annotation. The runner keeps ten of each severity for a step; the caller counts them. */
export function annotate({ severity, message, title, file, line, column }: Annotation): void {
  const write = { error: core.error, warning: core.warning, notice: core.notice }[severity];
  write(toLogLine(message), {
    ...(title !== undefined && { title: toLogLine(title) }),
    ...(file !== undefined && { file: toLogLine(file) }),
    ...(line !== undefined && { startLine: line }),
    ...(column !== undefined && { startColumn: column }),
  });
}

/** Sets an output. Without a runner (a run by hand) it is logged. */
export function setOutput(name: string, value: string): void {
  if (process.env["GITHUB_OUTPUT"]) core.setOutput(name, value);
  else info(`${name}=${value}`);
}

/** Makes the runner hide a value in the log from here on; of several lines, each. */
export function mask(secret: string): void {
  for (const line of new Set([secret, ...secret.split(/[\r\n]+/)])) {
    if (line.trim() !== "") core.setSecret(line);
  }
}

/** Appends markdown to the job summary, if there is one. Throws where it cannot be written. */
export function writeSummary(markdown: string): void {
  const path = process.env["GITHUB_STEP_SUMMARY"];
  if (path) appendFileSync(path, markdown.endsWith("\n") ? markdown : `${markdown}\n`);
}
