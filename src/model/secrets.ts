// Keeps secrets out of everything people see: those of this run, in every spelling, and all that look like one of Vanta's. A
// secret that somebody pasted into a roster or the wrong input is found here, too.
import type { Outcome } from "./outcome.js";

/** Shorter ones stand in our own words by chance: taking them out would hide nothing and spoil the report. */
const SHORTEST = 8;

/** Takes secrets out of another's words. */
export function scrub(words: string, secrets: Iterable<string>): string {
  let clean = words;
  for (const secret of secrets) {
    if (secret.length < SHORTEST) continue;
    for (const spelling of [
      secret,
      encodeURIComponent(secret),
      JSON.stringify(secret).slice(1, -1),
    ]) {
      clean = clean.replaceAll(spelling, "***");
    }
  }
  return clean.replace(/\bv(?:cs|at)_[\w.~+/=-]{4,}/g, "***");
}

/** The outcome without secrets, wherever in it they stand. */
export function scrubOutcome(outcome: Outcome, secrets: Iterable<string>): Outcome {
  const json = JSON.stringify(outcome);
  const clean = scrub(json, secrets);
  return clean === json ? outcome : JSON.parse(clean);
}
