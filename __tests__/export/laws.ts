// The laws of an export as properties, for a quick run and for a long one.
import { expect } from "@jest/globals";
import fc from "fast-check";
import { parse } from "yaml";
import type { Row, UserAccount } from "../../src/model/account.js";
import { FIELDS, isActive } from "../../src/model/account.js";
import { check, read } from "../roster/check.js";
import { anyAccount, anyRoster, asReturned } from "../support/arbitraries.js";
import { exportInto } from "./exporting.js";
import { anyHandWritten, type HandWritten, notesIn, type Segment } from "./hand-written.js";

/** Rows of valid accounts become a new roster. */
export async function checkNewRosters(numRuns: number): Promise<void> {
  const anyRows = anyRoster.chain((accounts) => fc.tuple(...accounts.map(asReturned)));
  const property = fc.asyncProperty(
    anyRows,
    fc.constantFrom("people.yml", "people.json"),
    async (rows, path) => {
      fc.pre(rows.length > 0);
      const first = await exportInto({}, rows, { exportFile: path });
      expect(first).toMatchObject({ problems: [], breach: undefined, written: [path] });
      const text = first.texts[path] ?? "";
      if (path.endsWith(".yml")) {
        expect(parse(text, { version: "1.1" })).toEqual(parse(text, { version: "1.2" }));
      }
      expect((await exportInto(first.texts, rows, { exportFile: path })).written).toEqual([]);
    },
  );
  await fc.assert(property, { numRuns, endOnFailure: true });
}

const anyText = fc.oneof(fc.string({ unit: "binary", maxLength: 6 }), fc.constantFrom("", " a"));
const anyValue = fc.oneof(
  fc.constantFrom(null, true, 1, 1.5, 1e300, "yes", "12:30", "2024-01-01", "x\u0085y", "\ud800"),
  anyText,
  fc.array(anyText, { maxLength: 2 }),
  fc.dictionary(anyText, anyText, { maxKeys: 2 }),
);
/** Fields with any values. */
const anyOddFields = fc.dictionary(fc.constantFrom(...FIELDS), anyValue, { maxKeys: 2 });

/** Any values in the fields: no row is skipped, and the rest of the roster keeps the law. */
export async function checkOddRows(numRuns: number): Promise<Counts> {
  const counts: Counts = { valid: 0, invalid: 0 };
  const anyRow = fc
    .tuple(anyAccount, fc.option(anyOddFields, { freq: 1 }))
    .map(([one, odd]): Row => ({ ...one, ...odd, uniqueId: one.uniqueId }));
  const anyRows = fc.uniqueArray(anyRow, {
    selector: ({ uniqueId }) => uniqueId,
    minLength: 1,
    maxLength: 3,
  });
  const paths = fc.constantFrom("people.yml", "people.json");
  const property = fc.asyncProperty(
    anyRows,
    anyRoster,
    paths,
    fc.boolean(),
    async (rows, roster, path, isNew) => {
      const before = isNew ? {} : { [path]: JSON.stringify(roster) };
      const { breach, texts, problems } = await exportInto(before, rows, { exportFile: path });
      expect({ breach, problems }).toEqual({ breach: undefined, problems: [] });
      const text = texts[path] ?? "";
      const { accounts = [] } = await read(text, path);
      counts[accounts.length > 0 ? "valid" : "invalid"] += 1;
      const written = parseText(text, path).map(({ uniqueId }) => uniqueId);
      const wanted = rows.filter((row) => isNew || isActive(row)).map(({ uniqueId }) => uniqueId);
      expect(written).toEqual(expect.arrayContaining(wanted));
    },
  );
  await fc.assert(property, { numRuns, endOnFailure: true });
  return counts;
}

/** How many of the texts are valid rosters. */
export interface Counts {
  valid: number;
  invalid: number;
}

/** The accounts in a text, valid or not. */
function parseText(text: string, path: string): readonly { readonly uniqueId: string }[] {
  const value = path.endsWith(".json") ? JSON.parse(text) : parse(text);
  return Array.isArray(value) ? value : value.resources;
}

/** How the rows of Vanta differ from a roster: one number for each account, and new accounts. */
const anyEdit = fc.record({
  fates: fc.array(fc.constantFrom("keep", "keep", "keep", "change", "leave"), {
    minLength: 8,
    maxLength: 8,
  }),
  changes: fc.array(fc.tuple(anyAccount, fc.nat(2 ** 19 - 1)), { minLength: 8, maxLength: 8 }),
  added: fc.array(anyAccount, { maxLength: 2 }),
  /** Values that no roster may have, by the index of the account; -1 is a new one. */
  odd: fc.option(fc.dictionary(fc.constantFrom("-1", "0", "1", "2"), anyOddFields), { freq: 3 }),
});

/** Rosters as people write them follow the rows, and nothing else in them changes. */
export async function checkHandWritten(numRuns: number): Promise<Tally> {
  const tally: Tally = { valid: 0, invalid: 0, changed: 0, takenOut: 0, added: 0, notes: 0 };
  const property = fc.asyncProperty(
    anyHandWritten,
    anyEdit,
    fc.boolean(),
    async (files, edit, absent) => {
      const { accounts, rosters } = await check(textsOf(files));
      // A default may make two accounts alike, or no valid one.
      fc.pre(rosters !== undefined && accounts !== undefined);
      await checkOne(files, accounts, edit, absent, tally);
    },
  );
  await fc.assert(property, { numRuns, endOnFailure: true });
  return tally;
}

/** How many accounts the runs were about. */
export interface Tally {
  valid: number;
  /** Of the files after the export. */
  invalid: number;
  changed: number;
  takenOut: number;
  added: number;
  /** Comments about elements that stay in a list that changes. */
  notes: number;
}

function textsOf(files: readonly HandWritten[]): Readonly<Record<string, string>> {
  return Object.fromEntries(files.map(({ path, text }) => [path, text]));
}

async function checkOne(
  written: readonly HandWritten[],
  accounts: readonly UserAccount[],
  { fates, changes, added, odd }: typeof anyEdit extends fc.Arbitrary<infer Edit> ? Edit : never,
  absent: boolean,
  tally: Tally,
): Promise<void> {
  const touched = new Set<string>();
  const rows = accounts.flatMap((one, index): readonly Row[] => {
    const { uniqueId } = one;
    const fate = fates[index % fates.length];
    const spoiled = odd?.[String(index)];
    if (fate === "keep" && spoiled === undefined) return [one];
    touched.add(uniqueId);
    if (fate === "leave") {
      tally.takenOut += 1;
      return [];
    }
    tally.changed += 1;
    const [other, mask] = changes[index % changes.length] ?? [one, 0];
    return [{ ...changedRow(one, other, mask, absent), ...spoiled, uniqueId }];
  });
  const known = new Set(accounts.map(({ uniqueId }) => uniqueId));
  const fresh = added
    .filter(({ uniqueId }) => !known.has(uniqueId))
    .slice(0, 1)
    .map((one): Row => ({ ...one, ...odd?.["-1"], uniqueId: one.uniqueId }));
  tally.added += fresh.length;
  const all = [...rows, ...fresh];
  const files = textsOf(written);
  const first = await exportInto(files, all);
  expect(first).toMatchObject({ problems: [], breach: undefined });
  const hasWork = touched.size > 0 || fresh.some(isActive);
  if (!hasWork) expect(first.written).toEqual([]);
  for (const { path, segments, hasParts } of written) {
    const text = first.texts[path] ?? "";
    expect(text.startsWith("\uFEFF")).toBe(files[path]?.startsWith("\uFEFF"));
    if (hasParts) expectKept(segments, touched, text);
    else expectKeptLines(segments, touched, text);
    expectNotes(segments, new Map(rows.map((one) => [one.uniqueId, one])), text, tally);
  }
  const { rosters } = await check(first.texts);
  tally[rosters === undefined ? "invalid" : "valid"] += 1;
  if (rosters === undefined) expect(odd).not.toBeNull();
  else expect((await exportInto(first.texts, all)).written).toEqual([]);
}

/** The comments about elements and keys that stay are there. */
function expectNotes(
  segments: readonly Segment[],
  rows: ReadonlyMap<string, Row>,
  text: string,
  tally: Tally,
): void {
  for (const { uniqueId = "", text: part } of segments) {
    for (const { field, element, text: note } of notesIn(part)) {
      const value = rows.get(uniqueId)?.[field];
      if (typeof value !== "object" || value === null) continue;
      const parts: readonly unknown[] = Array.isArray(value) ? value : Object.keys(value);
      if (!parts.includes(element)) continue;
      tally.notes += 1;
      expect({ note, isKept: text.includes(note), text }).toMatchObject({ isKept: true });
    }
  }
}

/** Some fields of another account; optional ones may go. */
function changedRow(one: UserAccount, other: UserAccount, mask: number, absent: boolean): Row {
  const fields = Object.entries({ ...absentOnes(one, absent), ...other }).filter(
    ([field], index) => field !== "uniqueId" && ((mask >> index) & 1) === 1,
  );
  return { ...one, ...Object.fromEntries(fields), uniqueId: one.uniqueId };
}

function absentOnes(one: UserAccount, absent: boolean): Record<string, unknown> {
  const optional = ["roleDescription", "deactivatedTimestamp", "groupIds", "customProperties"];
  return absent ? Object.fromEntries(optional.map((field) => [field, null])) : { ...one };
}

/** Every line that is not of a changed account is there, in order, byte for byte. */
function expectKeptLines(
  segments: readonly Segment[],
  touched: ReadonlySet<string>,
  text: string,
): void {
  const kept = segments.filter(
    ({ uniqueId }) => uniqueId !== "" && (uniqueId === undefined || !touched.has(uniqueId)),
  );
  const lines = linesIn(text.replace("\uFEFF", ""));
  let at = 0;
  for (const line of kept.flatMap((segment) => linesIn(segment.text.replace("\uFEFF", "")))) {
    // Empty lines after an account go with it, and the last line may get a line end.
    if (line.trim() === "") continue;
    const found = lines.findIndex((one, index) => index >= at && isSameLine(one, line));
    expect({ line, isKept: found >= at, text }).toEqual({ line, isKept: true, text });
    at = found + 1;
  }
}

function linesIn(text: string): readonly string[] {
  return text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
}

function isSameLine(one: string, other: string): boolean {
  return (
    one === other || (!/[\r\n]$/.test(one) && other.startsWith(one) && other.trimEnd() === one)
  );
}

/** Every part that is not of a changed account is there, in order, as it was. */
function expectKept(
  segments: readonly Segment[],
  touched: ReadonlySet<string>,
  text: string,
): void {
  let at = 0;
  for (const { uniqueId, text: part } of segments) {
    if (uniqueId === "" || (uniqueId !== undefined && touched.has(uniqueId))) continue;
    // Empty lines after an account go with it where it is taken out, and come after a new last one.
    const wanted = part.trim();
    const found = text.indexOf(wanted, at);
    expect({ part: wanted, isKept: found >= at, text }).toMatchObject({ isKept: true });
    at = found + wanted.length;
  }
}
