// The laws of an export, in a short run; law.slow.test.ts has the long one.
import { expect, test } from "@jest/globals";
import { checkHandWritten, checkNewRosters, checkOddRows } from "./laws.js";

test("a new roster means its rows, to readers of YAML 1.1 too, and a second export is silent", async () => {
  await checkNewRosters(100);
});

test("a roster written by hand follows the rows, and nothing else in it changes", async () => {
  const tally = await checkHandWritten(100);
  // The runs are about something.
  expect(tally.changed).toBeGreaterThan(50);
  expect(tally.takenOut).toBeGreaterThan(30);
  expect(tally.added).toBeGreaterThan(20);
  expect(tally.invalid).toBeGreaterThan(5);
  expect(tally.notes).toBeGreaterThan(5);
});

test("no row is skipped, whatever is in its fields", async () => {
  const { valid, invalid } = await checkOddRows(100);
  expect(Math.min(valid, invalid)).toBeGreaterThan(5);
});
