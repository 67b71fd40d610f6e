// Finds the field or value that another word most likely means, for people who know other systems.
import { ACCOUNT_FIELDS, FIELDS, type Field, type FieldSpec } from "../model/account.js";
import { nearest, normalizeWord } from "../model/nearest.js";

/** Synonyms of the keys of a roster, in the form of the table of fields in account.ts. */
const ROSTER_KEY_SYNONYMS = {
  resources: "accounts users members people persons employees useraccounts roster",
  resourceId: "id",
  forget: "erase forgotten",
};

/** Maps each word to its meanings. The argument has the words of each meaning. */
function byWord(words: Readonly<Record<string, string>>): ReadonlyMap<string, readonly string[]> {
  const meanings = new Map<string, string[]>();
  for (const [meaning, list] of Object.entries(words)) {
    for (const word of list.split(" ")) {
      meanings.set(word, [...(meanings.get(word) ?? []), meaning]);
    }
  }
  return meanings;
}

const NAMES_BY_WORD = byWord({
  ...ROSTER_KEY_SYNONYMS,
  ...Object.fromEntries(FIELDS.map((field) => [field, ACCOUNT_FIELDS[field].synonyms])),
});

/** The name that a key most likely means; undefined if none is near. */
export function meantName<Name extends string>(
  key: string,
  names: readonly Name[],
): Name | undefined {
  const meanings = NAMES_BY_WORD.get(normalizeWord(key)) ?? [];
  return names.find((name) => meanings.includes(name)) ?? nearest(key, names);
}

/** The allowed value of a field that a word most likely means; undefined if none is near. */
export function meantValue(field: Field, word: string): string | undefined {
  const spec: FieldSpec = ACCOUNT_FIELDS[field];
  if (!("values" in spec)) return undefined;
  const valuesByWord = VALUES_BY_WORD.get(field) ?? byWord(spec.valueSynonyms);
  VALUES_BY_WORD.set(field, valuesByWord);
  // Misspelled synonyms count too: INACTVE is nearer to "inactive" than to ACTIVE.
  const near = nearest(word, [...valuesByWord.keys(), ...spec.values]);
  const meanings = near === undefined ? [] : (valuesByWord.get(near) ?? [near]);
  return spec.values.find((value) => meanings.includes(value));
}

/** The value synonyms of each field that was asked for. */
const VALUES_BY_WORD = new Map<Field, ReadonlyMap<string, readonly string[]>>();
