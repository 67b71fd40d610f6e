// Resources in the reports: how each is called, and the result for it.
import { formatCount, pluralize } from "../model/format.js";
import type { Outcome, ResourceOutcome } from "../model/outcome.js";
import { effectsInWords } from "./classes.js";
import type { Part } from "./fit.js";
import { escapeHtml, inert, restOfTable, tableHead, tableRow } from "./html.js";
import { KEEP } from "./sections.js";
import { effectsOf, wroteAnything } from "./verdict.js";

/** The name of a resource: what its files have in common, with its short ID. */
export function resourceName({ resourceId, files }: ResourceOutcome): string {
  const name = commonName(files);
  const short = shortId(resourceId);
  return name === "" ? short : `${name} ${short}`;
}

/** The names of resources by ID; one whose files are not known is called by its ID. */
export function resourceNames({ resources = [] }: Outcome): (resourceId: string) => string {
  const names = new Map(resources.map((one) => [one.resourceId, resourceName(one)]));
  return (resourceId) => names.get(resourceId) ?? shortId(resourceId);
}

/** `65f0…f1`; a short ID is whole. */
export function shortId(resourceId: string): string {
  return resourceId.length <= 10 ? resourceId : `${resourceId.slice(0, 4)}…${resourceId.slice(-2)}`;
}

/**
 * The stem of one file; of several, the last directory that all are in, or what all stems begin
 * with.
 */
function commonName(files: readonly string[]): string {
  const [first = "", ...others] = files;
  const stem = stemOf(first);
  if (others.length === 0) return stem;
  const directories = files.map((file) => file.split("/").slice(0, -1));
  const shared = commonStart(directories);
  const directory = shared.at(-1);
  if (directory !== undefined) return directory;
  const start = commonStart(files.map((file) => [...stemOf(file)])).join("");
  const words = start.replace(/[-_. ]+$/, "");
  return words.length >= 2 ? words : `${stem} and ${formatCount(others.length)} more`;
}

function stemOf(file: string): string {
  return (file.split("/").at(-1) ?? "").replace(/\.[^.]*$/, "");
}

function commonStart(lists: readonly (readonly string[])[]): readonly string[] {
  const [first = []] = lists;
  const end = first.findIndex((one, index) => lists.some((list) => list[index] !== one));
  return end === -1 ? first : first.slice(0, end);
}

/** A line for each resource: right after the verdict where there are several, or the run failed. */
export function resourceParts(outcome: Outcome): readonly Part[] {
  const { resources = [] } = outcome;
  if (resources.length < 2 && outcome.outcome !== "failed") return [];
  return [
    {
      keep: KEEP.resources,
      heading: "",
      open: tableHead(["Resource", "State", "Changes"]),
      count: resources.length,
      row: (index) => resourceRow(resources[index], outcome),
      more: (cut, isAlone) => restOfTable(`… and ${pluralize(cut, "more resource")}`, 3, isAlone),
      close: "</table>\n\n",
    },
  ];
}

function resourceRow(resource: ResourceOutcome | undefined, outcome: Outcome): string {
  if (resource === undefined) return "";
  const changes = effectsInWords(effectsOf([resource]));
  return tableRow([
    inert(resourceName(resource)),
    stateOf(resource, outcome),
    changes === "" ? "no changes" : escapeHtml(changes),
  ]);
}

/** The result for a resource, in words of ours. */
export function stateOf({ synced, verified, sent }: ResourceOutcome, outcome: Outcome): string {
  if (!wroteAnything(outcome)) return outcome.mode === "sync" ? "Not sent." : "Compared.";
  switch (synced) {
    case "yes":
      return verified
        ? `Synced, ${formatCount(sent)} sent, read back and verified.`
        : `Synced, ${formatCount(sent)} sent, not verified.`;
    case "no":
      return "Not changed.";
    case "unknown":
      return "Unknown: it may still take effect. Run again: a sync replaces everything.";
  }
}
