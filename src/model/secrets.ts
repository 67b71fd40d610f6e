// Takes secrets out of text: those of this run, in every spelling, and all that look like Vanta's.

/** Shorter ones may be part of our own words: removing them would hide nothing and spoil a report. */
const MIN_LENGTH = 8;

const LIKE_VANTAS = /\bv(?:cs|at)_[\w.~+/=-]{4,}/g;

/** The text with `***` in place of every secret. */
export function scrub(text: string, secrets: Iterable<string>): string {
  let clean = text;
  for (const secret of secrets) {
    if (secret.length < MIN_LENGTH) continue;
    const spellings = [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)];
    for (const spelling of spellings) clean = clean.replaceAll(spelling, "***");
  }
  return clean.replace(LIKE_VANTAS, "***");
}
