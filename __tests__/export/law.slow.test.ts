// The laws of an export, in 1,000 runs each: EXPORT_LAW_RUNS and FAST_CHECK_SEED set others.
import { expect, test } from "@jest/globals";
import { checkHandWritten, checkNewRosters, checkOddRows } from "./laws.js";

const RUNS = Number(process.env["EXPORT_LAW_RUNS"] ?? 1000);
const TIMEOUT = RUNS * 1000;

test(
  "new rosters mean their rows, and a second export is silent",
  async () => {
    await checkNewRosters(RUNS);
  },
  TIMEOUT,
);

test(
  "rosters written by hand follow the rows, and nothing else in them changes",
  async () => {
    const tally = await checkHandWritten(RUNS);
    expect(tally.changed).toBeGreaterThan(RUNS / 2);
    expect(Math.min(tally.valid, tally.invalid)).toBeGreaterThan(RUNS / 20);
  },
  TIMEOUT,
);

test(
  "sets of odd rows: no one is skipped",
  async () => {
    const { valid, invalid } = await checkOddRows(RUNS);
    expect(Math.min(valid, invalid)).toBeGreaterThan(RUNS / 20);
  },
  TIMEOUT,
);
