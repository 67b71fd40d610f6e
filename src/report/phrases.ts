// The words that every report shares: counts, the verdict, and what was read and sent. Words of ours only, so that they are safe in
// markdown, log and annotations alike.

import { formatCount, pluralize } from "../model/format.js";
import type { Changes, Outcome, ResourceOutcome } from "../model/outcome.js";

/** `a`, `a and b`, `a, b and c`. */
export function joinList(items: readonly string[]): string {
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}

/** How many accounts a plan touches, over all its resources. */
export interface Totals {
  readonly removed: number;
  readonly changed: number;
  readonly added: number;
}

/** Adds up the changes of all resources. */
export function totals(resources: readonly Changes[]): Totals {
  const sum = (kind: keyof Totals) =>
    resources.reduce((count, changes) => count + changes[kind].length, 0);
  return { removed: sum("removed"), changed: sum("changed"), added: sum("added") };
}

/** `1 removed, 2 changed, 3 added`, without those that are none; empty where nothing changes. */
export function changesInWords({ removed, changed, added }: Totals): string {
  const parts = [
    [removed, "removed"],
    [changed, "changed"],
    [added, "added"],
  ] as const;
  return parts
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${formatCount(count)} ${word}`)
    .join(", ");
}

export interface Verdict {
  readonly symbol: "✅" | "⚠️" | "❌" | "⛔" | "⏭️" | "📋";
  /** One or two plain sentences, the outcome's name first. */
  readonly words: string;
}

/** How the run ended, in one line. */
export function verdict(outcome: Outcome): Verdict {
  switch (outcome.outcome) {
    case "invalid":
      return {
        symbol: "❌",
        words: `Invalid: ${invalidBecause(outcome)}. Nothing was sent to Vanta.`,
      };
    case "failed":
      return { symbol: "❌", words: `Failed: ${whatWasSent(outcome)}` };
    case "blocked":
      return {
        symbol: "⛔",
        words: `Blocked by ${joinList(guardsInForce(outcome))}${wouldChange(outcome)}. Nothing was sent to Vanta.`,
      };
    case "drifted":
      return {
        symbol: "❌",
        words: `Drifted: Vanta is not what the roster says${wouldChange(outcome)}. Nothing was sent to Vanta.`,
      };
    case "superseded":
      return {
        symbol: "⏭️",
        words: "Superseded: the branch has moved on since this commit. Nothing was sent to Vanta.",
      };
    case "valid":
      return {
        symbol: "✅",
        words: `Valid: ${holds(outcome)}${withWarnings(outcome)}. Vanta was not asked.`,
      };
    case "planned":
      return planned(outcome);
    case "synced":
      return synced(outcome);
  }
}

function planned(outcome: Outcome): Verdict {
  const changes = changesInWords(totals(outcome.resources ?? []));
  if (changes === "")
    return {
      symbol: "✅",
      words:
        "Planned: nothing to change, Vanta holds what the roster says. Nothing was sent to Vanta.",
    };
  return {
    symbol: "📋",
    words: `Planned: a sync would mean ${changes}. Nothing was sent to Vanta.`,
  };
}

function synced(outcome: Outcome): Verdict {
  const resources = outcome.resources ?? [];
  const changes = changesInWords(totals(resources));
  const sent = resources.reduce((count, resource) => count + resource.sent, 0);
  const what =
    changes === ""
      ? `nothing to change, ${pluralize(sent, "account")} sent again as they are`
      : changes;
  if (resources.every(({ verified }) => verified))
    return { symbol: "✅", words: `Synced: ${what}. Read back and verified.` };
  return {
    symbol: "⚠️",
    words: `Synced: ${what}. Vanta accepted it, but the read-back did not verify it: see the warnings.`,
  };
}

function invalidBecause({ problems: { errors, warnings } }: Outcome): string {
  if (errors > 0) return pluralize(errors, "error");
  return `${pluralize(warnings, "warning")}, and fail-on-warnings is set`;
}

/** The codes of the guards that stopped the run, each once. */
export function guardsInForce(outcome: Outcome): readonly string[] {
  return [...new Set(outcome.violations.map(({ code }) => code))];
}

function wouldChange(outcome: Outcome): string {
  const changes = changesInWords(totals(outcome.resources ?? []));
  return changes === "" ? "" : `: a sync would mean ${changes}`;
}

function holds({ accounts }: Outcome): string {
  return accounts === undefined
    ? "the roster has no errors"
    : `the roster's ${pluralize(accounts, "account")} can be sent`;
}

function withWarnings({ problems: { warnings } }: Outcome): string {
  return warnings === 0 ? "" : `, with ${pluralize(warnings, "warning")}`;
}

/** Whether any replacement of a resource went out, whatever came of it. */
export function wroteAnything(outcome: Outcome): boolean {
  return outcome.requests.some(({ method }) => method === "PUT");
}

function whatWasSent(outcome: Outcome): string {
  const resources = outcome.resources ?? [];
  const count = (synced: ResourceOutcome["synced"]) =>
    resources.filter((resource) => resource.synced === synced).length;
  if (!wroteAnything(outcome)) return "nothing was changed in Vanta.";
  if (resources.length === 1) return ONE_RESOURCE[resources[0]?.synced ?? "unknown"];
  const parts = [
    [count("yes"), "synced"],
    [count("no"), "not synced"],
    [count("unknown"), "not known"],
  ] as const;
  const words = parts
    .filter(([number]) => number > 0)
    .map(([number, word]) => `${formatCount(number)} ${word}`);
  return `of ${pluralize(resources.length, "resource")}, ${joinList(words)}.`;
}

const ONE_RESOURCE: Readonly<Record<ResourceOutcome["synced"], string>> = {
  yes: "Vanta holds what was sent, but the run did not end well.",
  no: "Vanta does not hold what was sent.",
  unknown: "it is not known whether Vanta holds what was sent.",
};

/** How long the run took, in words; undefined where the clock makes no sense. */
export function duration({
  startedAt,
  finishedAt,
}: {
  readonly startedAt: string;
  readonly finishedAt: string;
}): string | undefined {
  const ms = Date.parse(finishedAt) - Date.parse(startedAt);
  if (!(ms >= 0)) return undefined;
  if (ms < 120_000) return `${(ms / 1000).toFixed(1)} s`;
  return `${Math.floor(ms / 60_000)} min ${Math.round((ms % 60_000) / 1000)} s`;
}

/** The requests by what they were for: `4 requests (1 for a token, 2 to read, 1 to write), 1 of them tried more than once`. */
export function requestsInWords({ requests }: Outcome): string {
  if (requests.length === 0) return "no request to Vanta";
  const kinds = [
    ["POST", "for a token"],
    ["GET", "to read"],
    ["PUT", "to write"],
  ] as const;
  const parts = kinds
    .map(
      ([method, purpose]) =>
        [requests.filter((request) => request.method === method).length, purpose] as const,
    )
    .filter(([count]) => count > 0)
    .map(([count, purpose]) => `${formatCount(count)} ${purpose}`);
  const again = requests.filter(({ attempts }) => attempts > 1).length;
  const retried = again === 0 ? "" : `, ${formatCount(again)} of them tried more than once`;
  return `${pluralize(requests.length, "request")} to Vanta (${parts.join(", ")})${retried}`;
}

/** What was read and what was sent; undefined where Vanta was not read. */
export function readAndSent(outcome: Outcome): string | undefined {
  const { resources } = outcome;
  if (resources === undefined) return undefined;
  const add = (pick: (resource: ResourceOutcome) => number) =>
    resources.reduce((sum, one) => sum + pick(one), 0);
  const kept = [
    [add(({ unchanged }) => unchanged), "unchanged"],
    [add(({ refreshed }) => refreshed), "refreshed"],
    [add(({ carried }) => carried), "carried on as DEACTIVATED"],
    [add(({ expired }) => expired.length), "expired"],
  ] as const;
  const rest = kept
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${formatCount(count)} ${word}`);
  const read = `${pluralize(
    add(({ current }) => current),
    "account",
  )} read from Vanta, ${formatCount(add(({ desired }) => desired))} in the roster`;
  return [read, ...rest, sentInWords(outcome, resources)].join(", ");
}

/** A resource counts as sent where its PUT went out. */
function sentInWords({ requests }: Outcome, resources: readonly ResourceOutcome[]): string {
  const put = new Set(
    requests.filter(({ method }) => method === "PUT").map(({ resourceId }) => resourceId),
  );
  const sent = (synced: ResourceOutcome["synced"]) =>
    resources
      .filter((one) => one.synced === synced && put.has(one.resourceId))
      .reduce((sum, one) => sum + one.sent, 0);
  const parts = [
    [sent("yes"), "sent"],
    [sent("unknown"), "sent with an unknown result"],
    [sent("no"), "sent in vain"],
  ] as const;
  const words = parts
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${formatCount(count)} ${word}`);
  return words.length === 0 ? "nothing sent" : words.join(", ");
}
