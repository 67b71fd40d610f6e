// The runner's side of the action: log, annotations, outputs, masks, summary.
// The only import of @actions/core. Everything shown here is made harmless again, wherever it came from.
import { appendFileSync } from "node:fs";
import * as core from "@actions/core";
import { safeLine } from "../model/format.js";
import type { OutputName } from "../model/outcome.js";
import type { Annotation } from "../model/problem.js";

/** Writes one line to the log. */
export function info(line: string): void {
  core.info(safeLine(line));
}

/** Writes one line to the log of a run with debug logging. */
export function debug(line: string): void {
  core.debug(safeLine(line));
}

/** Writes the lines as a group that folds. */
export function group(title: string, lines: readonly string[]): void {
  core.startGroup(safeLine(title));
  for (const line of lines) info(line);
  core.endGroup();
}

/** Adds an annotation. The runner keeps ten of each severity a step; whoever calls counts them. */
export function annotate(annotation: Annotation): void {
  const { severity, message, title, file, line, column } = annotation;
  const properties: core.AnnotationProperties = {
    ...(title !== undefined && { title: safeLine(title) }),
    ...(file !== undefined && { file: safeLine(file) }),
    ...(line !== undefined && { startLine: line }),
    ...(column !== undefined && { startColumn: column }),
  };
  const write = { error: core.error, warning: core.warning, notice: core.notice }[severity];
  write(safeLine(message), properties);
}

/** Sets an output. Where there is no runner to take it (a run by hand) it is logged. */
export function setOutput(name: OutputName, value: string | number | boolean): void {
  if (process.env["GITHUB_OUTPUT"]) core.setOutput(name, value);
  else info(`${name}=${value}`);
}

/** Makes the runner hide a value in the log from here on; of several lines, each. */
export function mask(secret: string): void {
  for (const line of new Set([secret, ...secret.split(/[\r\n]+/)])) {
    if (line.trim() !== "") core.setSecret(line);
  }
}

/** Appends markdown to the job summary. Without a runner there is none. Throws where the file cannot be written. */
export function writeSummary(markdown: string): void {
  const path = process.env["GITHUB_STEP_SUMMARY"];
  if (path) appendFileSync(path, markdown.endsWith("\n") ? markdown : `${markdown}\n`);
}
