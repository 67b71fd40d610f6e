// Removes secrets from text: those of this run, and everything in the form of Vanta's secrets.

/** Shorter secrets are not removed: the same letters may occur in ordinary words of a report. */
const MIN_LENGTH = 8;

/** The form of Vanta's client secrets (`vcs_`) and access tokens (`vat_`). */
const VANTA_PREFIX = /v(?:cs|at)_/;
const VANTA_SECRET = /(?<![\p{L}\p{N}_])v(?:cs|at)_[\w.~+/=-]{4,}/gu;

/** Makes the function that replaces secrets with `***`: as they are, URL-encoded, or in JSON. */
export function createScrubber(secrets: Iterable<string>): (text: string) => string {
  const spellings = [...secrets]
    .filter(({ length }) => length >= MIN_LENGTH)
    .flatMap((secret) => [
      ...new Set([secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]),
    ])
    // The longest first: one secret may begin with another.
    .sort((one, other) => other.length - one.length);
  return (text) => {
    let clean = text;
    for (const spelling of spellings) {
      if (clean.includes(spelling)) clean = clean.replaceAll(spelling, "***");
    }
    return VANTA_PREFIX.test(clean) ? clean.replace(VANTA_SECRET, "***") : clean;
  };
}

/** Replaces every secret in one text. */
export function scrub(text: string, secrets: Iterable<string>): string {
  return createScrubber(secrets)(text);
}
