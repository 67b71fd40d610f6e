// The small print of summary and comment: what was read and sent, how long it took, why this mode.
import { formatCount, pluralize } from "../model/format.js";
import type { Outcome, ResourceOutcome } from "../model/outcome.js";
import { code, escapeHtml, inert } from "./html.js";

/** The small print as HTML. */
export function footer(outcome: Outcome, isComment: boolean): string {
  const { digest, backup } = outcome;
  const sentences = [
    readAndSent(outcome),
    digest === undefined ? undefined : `Plan digest <code>${escapeHtml(digest)}</code>.`,
    isComment || backup === undefined
      ? undefined
      : `The accounts as they were before are in ${code(backup, 1000)}.`,
    outcome.resources === undefined
      ? undefined
      : "This changes what Vanta shows, not access in the system itself.",
    htmlOfMode(outcome),
    `${requestsInWords(outcome)}${durationOf(outcome)}.`,
    versionAndCommit(outcome),
  ];
  return `<p><sub>${sentences.filter((one) => one !== undefined).join(" ")}</sub></p>\n`;
}

function htmlOfMode({ mode, modeReason }: Outcome): string | undefined {
  if (mode === undefined) return undefined;
  return `Mode ${mode}${modeReason === undefined ? "" : `: ${inert(modeReason)}`}.`;
}

function versionAndCommit({ run: { version, commit } }: Outcome): string {
  const ofCommit = commit === undefined ? "" : `, commit ${code(commit.slice(0, 7))}`;
  return `vanta-roster-sync ${escapeHtml(version)}${ofCommit}.`;
}

function durationOf({ run }: Outcome): string {
  const took = duration(run);
  return took === undefined ? "" : `, ${took}`;
}

/** How long the run took, in words; undefined where the clock makes no sense. */
export function duration(
  run: Pick<Outcome["run"], "startedAt" | "finishedAt">,
): string | undefined {
  const ms = Date.parse(run.finishedAt) - Date.parse(run.startedAt);
  if (!(ms >= 0)) return undefined;
  if (ms < 120_000) return `${(ms / 1000).toFixed(1)} s`;
  return `${Math.floor(ms / 60_000)} min ${Math.floor((ms % 60_000) / 1000)} s`;
}

/** `4 requests to Vanta (1 for a token, 2 to read, 1 to write), 1 of them tried more than once`. */
export function requestsInWords({ requests }: Outcome): string {
  if (requests.length === 0) return "No request to Vanta";
  const kinds = [
    ["POST", "for a token"],
    ["GET", "to read"],
    ["PUT", "to write"],
  ] as const;
  const counts = kinds.map(([method, purpose]): Counted => {
    const count = requests.filter((request) => request.method === method).length;
    return [count, purpose];
  });
  const again = requests.filter(({ attempts }) => attempts > 1).length;
  const retried = again === 0 ? "" : `, ${formatCount(again)} of them tried more than once`;
  return `${pluralize(requests.length, "request")} to Vanta (${inWords(counts).join(", ")})${retried}`;
}

/** What was read and what was sent; undefined where Vanta was not read. */
export function readAndSent(outcome: Outcome): string | undefined {
  const { resources, exported } = outcome;
  if (exported !== undefined) {
    const same = pluralize(exported.unchanged, "account");
    return `${same} of the roster ${exported.unchanged === 1 ? "is" : "are"} as in Vanta.`;
  }
  if (resources === undefined) return undefined;
  const sum = (of: (resource: ResourceOutcome) => number) =>
    resources.reduce((total, one) => total + of(one), 0);
  const read = `${pluralize(
    sum(({ current }) => current),
    "account",
  )} read from Vanta`;
  const desired = `${formatCount(sum(({ desired }) => desired))} in the roster`;
  const kept = [
    [sum(({ unchanged }) => unchanged), "unchanged"],
    [sum(({ refreshed }) => refreshed), "with new activity only"],
    [sum(({ carried }) => carried), "still sent as DEACTIVATED"],
    [sum(({ deferred }) => deferred), "to expire in a later run"],
  ] as const;
  return `${[read, desired, ...inWords(kept), ...sentInWords(outcome, resources)].join(", ")}.`;
}

type Counted = readonly [count: number, word: string];

/** What is not zero. */
function inWords(counts: readonly Counted[]): readonly string[] {
  return counts
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${formatCount(count)} ${word}`);
}

/** A resource counts as sent where its PUT was sent. */
function sentInWords(
  { requests, mode }: Outcome,
  resources: readonly ResourceOutcome[],
): readonly string[] {
  const put = new Set(
    requests.filter(({ method }) => method === "PUT").map(({ resourceId }) => resourceId),
  );
  const sent = (synced: ResourceOutcome["synced"]) =>
    resources
      .filter((one) => one.synced === synced && put.has(one.resourceId))
      .reduce((total, one) => total + one.sent, 0);
  const parts = [
    [sent("yes"), "sent"],
    [sent("unknown"), "sent with unknown result"],
    [sent("no"), "sent and not applied"],
  ] as const;
  const words = inWords(parts);
  if (words.length > 0) return words;
  return mode === "sync" ? ["nothing sent"] : [];
}
