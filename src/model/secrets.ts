// Removes secrets from text: those of this run, and everything in the form of Vanta's secrets.

/** Shorter secrets are not removed: the same letters may occur in ordinary words of a report. */
const MIN_LENGTH = 8;

/** The form of Vanta's client secrets (`vcs_`) and access tokens (`vat_`). */
const VANTA_SECRET = /\bv(?:cs|at)_[\w.~+/=-]{4,}/g;

/** Replaces every secret with `***`: as it is, URL-encoded, or escaped in JSON. */
export function scrub(text: string, secrets: Iterable<string>): string {
  let clean = text;
  for (const secret of secrets) {
    if (secret.length < MIN_LENGTH) continue;
    const spellings = [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)];
    for (const spelling of spellings) clean = clean.replaceAll(spelling, "***");
  }
  return clean.replace(VANTA_SECRET, "***");
}
