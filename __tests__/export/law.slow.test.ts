// The laws of an export, in 1,000 runs each.
import { expect, test } from "@jest/globals";
import { checkHandWritten, checkNewRosters, checkOddRows } from "./laws.js";

test("1,000 new rosters mean their rows, and a second export is silent", async () => {
  await checkNewRosters(1000);
}, 300_000);

test("1,000 rosters written by hand follow the rows, and nothing else in them changes", async () => {
  const tally = await checkHandWritten(1000);
  expect(tally.changed).toBeGreaterThan(500);
}, 300_000);

test("1,000 sets of odd rows: no one is skipped", async () => {
  const { valid, invalid } = await checkOddRows(1000);
  expect(Math.min(valid, invalid)).toBeGreaterThan(50);
}, 300_000);
