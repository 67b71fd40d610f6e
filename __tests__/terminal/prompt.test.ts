// How long the question waits. The answers to it are typed on a real terminal, in
// scenarios/terminal.test.ts.
import { PassThrough } from "node:stream";
import { expect, test } from "@jest/globals";
import { readYes } from "../../src/terminal/prompt.js";
import { stillClock } from "../support/clock.js";

test("no answer within ten minutes is no", async () => {
  const clock = stillClock();
  const input = new PassThrough();
  expect(await readYes(input, clock, new AbortController().signal)).toBe(false);
  expect(clock.waits).toEqual([10 * 60_000]);
  // A yes that comes later is not waited for.
  expect(input.listenerCount("data")).toBe(0);
});
