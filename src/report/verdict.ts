// How a run ended, in one line: the outcome, then what happens to accounts. Never more than is
// known.
import { formatCount, pluralize } from "../model/format.js";
import { joinMessages, type Message, msg } from "../model/message.js";
import type {
  Changes,
  ExportedFile,
  ExportOutcome,
  GuardCode,
  Outcome,
  ResourceOutcome,
  Violation,
} from "../model/outcome.js";
import { type AccountEffect, classify, effectsInWords } from "./classes.js";

export interface Verdict {
  readonly symbol: "✅" | "⚠️" | "❌" | "⛔" | "⏭️" | "📋";
  /** The outcome's name first. */
  readonly message: Message;
}

/** How the run ended. */
export function verdict(outcome: Outcome): Verdict {
  switch (outcome.outcome) {
    case "invalid":
      return {
        symbol: "❌",
        message: msg`Invalid: ${problemsInWords(outcome)}. ${whatWasDone(outcome)}`,
      };
    case "failed":
      return { symbol: "❌", message: msg`Failed: ${failed(outcome, outcome.failures)}` };
    case "blocked":
      return { symbol: "⛔", message: blocked(outcome) };
    case "drifted":
      return { symbol: "❌", message: msg`Drift: ${drift(outcome)}. ${NOTHING_SENT}` };
    case "superseded":
      return superseded(outcome);
    case "valid":
      return valid(outcome);
    case "planned":
      return planned(outcome);
    case "synced":
      return synced(outcome);
    case "exported":
      return { symbol: "✅", message: msg`Exported: ${exported(outcome)}` };
  }
}

const NOTHING_SENT = "Nothing was sent.";
const NOTHING_WRITTEN = "Nothing was written.";

/** The end of a verdict without a result. An export never sends anything. */
function whatWasDone({ mode, exported: result }: Outcome): string {
  if (mode !== "export") return NOTHING_SENT;
  if (result?.isWritten !== true) return NOTHING_WRITTEN;
  return `Written: ${exportInWords(result)}.`;
}

function exported({ exported: result }: Outcome): string {
  return result?.isWritten === true
    ? `${exportInWords(result)}.`
    : `the files match Vanta. ${NOTHING_WRITTEN}`;
}

/** `2 accounts changed, 1 added, 1 taken out, in 2 files`. */
export function exportInWords({ files }: ExportOutcome): string {
  const count = (of: (file: ExportedFile) => number) =>
    files.reduce((sum, file) => sum + of(file), 0);
  const counts = [
    [count(({ changed }) => changed.length), "changed"],
    [count(({ added }) => added.length), "added"],
    [count(({ takenOut }) => takenOut.length), "taken out"],
  ] as const;
  const words = counts
    .filter(([number]) => number > 0)
    .map(([number, what], index) =>
      index === 0 ? `${pluralize(number, "account")} ${what}` : `${formatCount(number)} ${what}`,
    );
  return [...words, `in ${pluralize(files.length, "file")}`].join(", ");
}

/** `6 errors, 1 warning`. */
export function problemsInWords({ problems: { errors, warnings } }: Outcome): string {
  const counts = [
    errors > 0 ? pluralize(errors, "error") : "",
    warnings > 0 ? pluralize(warnings, "warning") : "",
  ];
  return counts.filter((count) => count !== "").join(", ");
}

function valid({ accounts = 0, effect, effectViolations = [] }: Outcome): Verdict {
  const [first] = effectViolations;
  if (first !== undefined) {
    const each = effectViolations.map(
      ({ code, counted }) => msg`${code} (${counts(code, counted)})`,
    );
    const which = joinMessages(each, ", ");
    return { symbol: "⚠️", message: msg`Valid, but a sync would be blocked: ${which}.` };
  }
  const words =
    effect === undefined
      ? pluralize(accounts, "account")
      : `${effectsOrNone(effectsOf(effect))} in this pull request`;
  return { symbol: "✅", message: msg`Valid: ${words}. Not compared with Vanta.` };
}

/** `13 of 30 lose access, limit 6`. */
function counts(code: GuardCode, counted: Violation["counted"]): string {
  if (counted === undefined) return "no limit";
  const { accounts, whole, limit } = counted;
  const [singular, plural] = COUNTED[code];
  const verb = accounts === 1 ? singular : plural;
  return `${formatCount(accounts)} of ${formatCount(whole)} ${verb}, limit ${formatCount(limit)}`;
}

const COUNTED: Readonly<Record<GuardCode, readonly [string, string]>> = {
  "empty-roster": ["", ""],
  "max-removals": ["loses access", "lose access"],
  "max-removals-per-day": ["loses access within 24 hours", "lose access within 24 hours"],
  "max-access-changes": ["changes access", "change access"],
  "plan-changed": ["", ""],
  "public-repository": ["", ""],
  "empty-vanta": ["", ""],
};

function planned(outcome: Outcome): Verdict {
  const { effect, beyond, resources = [] } = outcome;
  if (effect === undefined) {
    const effects = effectsOf(resources);
    const message = msg`Plan: ${effectsOrNone(effects)}.`;
    return { symbol: effects.length === 0 ? "✅" : "📋", message };
  }
  const own = effectsOf(effect);
  const more = alsoInWords(beyond ?? [], effect);
  const symbol = own.length === 0 && more === "" ? "✅" : "📋";
  return { symbol, message: msg`Plan: ${effectsOrNone(own)}.${more}` };
}

/** What a sync would change besides the pull request, as sentences. */
function alsoInWords(beyond: readonly Named[], effect: readonly Named[]): string {
  const inEffect = new Set(effect.flatMap(idsOf));
  const others = beyond.flatMap(idsOf);
  const outside = others.filter((id) => !inEffect.has(id)).length;
  const inside = others.length - outside;
  return [
    outside === 0
      ? ""
      : ` A sync would also change ${pluralize(outside, "account")} that ${outside === 1 ? "is" : "are"} not in this pull request.`,
    inside === 0
      ? ""
      : ` ${outside === 0 ? "A sync" : "It"} would also change other fields of ${pluralize(inside, "account")} in ${outside === 0 ? "this pull request" : "it"}.`,
  ].join("");
}

type Named = Changes & { readonly resourceId?: string | undefined };

/** One ID for each account that changes; a re-keyed pair is one account. */
function idsOf(changes: Named): readonly string[] {
  const effects = classify(changes).filter((effect) => effect.class !== "expired");
  return effects.map(({ uniqueId }) => JSON.stringify([changes.resourceId, uniqueId]));
}

function synced(outcome: Outcome): Verdict {
  const { resources = [] } = outcome;
  const effects = effectsOf(resources);
  const sent = resources.reduce((sum, resource) => sum + resource.sent, 0);
  const words =
    effects.length === 0
      ? `no changes, ${pluralize(sent, "account")} sent`
      : effectsInWords(effects);
  const unverified = resources.filter(({ verified }) => !verified);
  return unverified.length === 0
    ? { symbol: "✅", message: msg`Synced: ${words}. Read back and verified.` }
    : { symbol: "⚠️", message: msg`Synced: ${words}. Not verified: ${whyUnverified(unverified)}.` };
}

function whyUnverified(resources: readonly ResourceOutcome[]): string {
  const unread = resources.filter(({ notAsSent }) => notAsSent === undefined).length;
  const count = resources.reduce((sum, { notAsSent = 0 }) => sum + notAsSent, 0);
  const parts = [
    count === 0
      ? ""
      : `${pluralize(count, "account")} in Vanta ${count === 1 ? "is" : "are"} not as sent`,
    unread === 0 ? "" : unreadInWords(unread, resources.length),
  ];
  return parts.filter((part) => part !== "").join(", ");
}

function unreadInWords(unread: number, all: number): string {
  if (unread === all && all === 1) return "Vanta could not be read back";
  return `${pluralize(unread, "resource")} could not be read back`;
}

/** `Blocked by max-removals: 15 of 40 accounts would be removed, limit 8.`, and the others. */
function blocked(outcome: Outcome): Message {
  const [first, ...others] = outcome.violations;
  const done = whatWasDone(outcome);
  if (first === undefined) return msg`Blocked. ${done}`;
  const why = (violation: Violation) => whyBlocked(violation, outcome);
  const also = others.slice(0, MAX_ALSO).map((one) => msg` Also: ${one.code}: ${why(one)}.`);
  const rest = others.length - also.length;
  const more = rest > 0 ? ` And ${formatCount(rest)} more.` : "";
  return msg`Blocked by ${first.code}: ${why(first)}.${joinMessages(also, "")}${more} ${done}`;
}

/** How many guards the verdict names besides the first. */
const MAX_ALSO = 3;

function whyBlocked({ code, counted }: Violation, { mode }: Outcome): string {
  if (counted === undefined) return BLOCKED[code];
  const { accounts, whole, limit } = counted;
  const number = `${formatCount(accounts)} of ${pluralize(whole, "account")}`;
  const what = mode === "export" ? "be taken out" : BLOCKED[code];
  return `${number} would ${what}, limit ${formatCount(limit)}`;
}

/** Why a guard blocks; for guards with a limit, what too many accounts would do. */
const BLOCKED: Readonly<Record<GuardCode, string>> = {
  "empty-roster": "the roster has no accounts",
  "max-removals": "be removed",
  "max-removals-per-day": "be removed within 24 hours",
  "max-access-changes": "change access",
  "plan-changed": "this is not the plan that was approved",
  "public-repository": "an export would publish personal data",
  "empty-vanta": "Vanta has no accounts",
};

/** How Vanta differs from the roster. */
function drift({ resources = [] }: Outcome): string {
  const count = (of: (changes: Changes) => number) =>
    resources.reduce((sum, resource) => sum + of(resource), 0);
  const parts = [
    [count(({ changed }) => changed.length), "differs", "differ"],
    [count(({ added }) => added.length), "is missing in Vanta", "are missing in Vanta"],
    [
      count(({ removed, deleted }) => removed.length + deleted.length),
      "is in Vanta only",
      "are in Vanta only",
    ],
  ] as const;
  return parts
    .filter(([number]) => number > 0)
    .map(([number, one, several]) => `${formatCount(number)} ${number === 1 ? one : several}`)
    .join(", ");
}

function superseded(outcome: Outcome): Verdict {
  const { approvals, resources = [] } = outcome;
  const sent = resources.filter(({ synced }) => synced !== "no").length;
  const all = pluralize(resources.length, "resource");
  const what =
    sent === 0
      ? nothing(outcome)
      : `${formatCount(sent)} of ${all} ${sent === 1 ? "was" : "were"} sent before.`;
  const message = msg`Superseded: a newer commit changed the roster. ${what}`;
  return approvals?.plan === undefined
    ? { symbol: "⏭️", message }
    : { symbol: "⚠️", message: msg`${message} The approved plan was not sent.` };
}

/** A PUT that Vanta refused was sent, and changed nothing. */
function nothing(outcome: Outcome): string {
  return wroteAnything(outcome) ? STATE.no : NOTHING_SENT;
}

function failed(outcome: Outcome, failures: readonly Message[]): Message {
  const { resources = [] } = outcome;
  if (wroteAnything(outcome) && resources.length > 1) return msg`${statesInWords(resources)}.`;
  const cause = firstSentence(failures[0] ?? msg`an error`);
  const state = wroteAnything(outcome)
    ? STATE[resources[0]?.synced ?? "unknown"]
    : whatWasDone(outcome);
  return msg`${cause} ${state}`;
}

const STATE: Readonly<Record<ResourceOutcome["synced"], string>> = {
  yes: "The sync took effect.",
  no: "Nothing changed.",
  unknown: "It may still take effect.",
};

/** `1 of 3 resources synced, 1 not changed, 1 unknown`. */
function statesInWords(resources: readonly ResourceOutcome[]): string {
  const count = (state: ResourceOutcome["synced"]) =>
    resources.filter(({ synced }) => synced === state).length;
  const others = [
    [count("no"), "not changed"],
    [count("unknown"), "unknown"],
  ] as const;
  const words = others
    .filter(([number]) => number > 0)
    .map(([number, word]) => `${number} ${word}`);
  return [`${count("yes")} of ${resources.length} resources synced`, ...words].join(", ");
}

/** Whether any PUT was sent, whatever its result. */
export function wroteAnything({ requests }: Outcome): boolean {
  return requests.some(({ method }) => method === "PUT");
}

/** A message up to the end of its first sentence. */
export function firstSentence(message: Message): Message {
  const sentence: Message[number][] = [];
  for (const part of message) {
    const end = typeof part === "string" ? part.search(/\.(?=\s|$)/) : -1;
    if (typeof part === "string" && end >= 0) return [...sentence, part.slice(0, end + 1)];
    sentence.push(part);
  }
  return [...sentence, "."];
}

/** What happens to accounts, over all resources. */
export function effectsOf(resources: readonly Changes[]): readonly AccountEffect[] {
  return resources.flatMap((changes) => classify(changes));
}

function effectsOrNone(effects: readonly AccountEffect[]): string {
  return effects.length === 0 ? "no changes" : effectsInWords(effects);
}
