// The clock of the machine: a sleep ends, or is ended.
import { expect, test } from "@jest/globals";
import { systemClock } from "../../src/runner/clock.js";
import { rejection } from "../vanta/connection.js";

const HOUR = 3_600_000;
const REASON = new Error("cancelled");

test("a sleep ends by itself", async () => {
  expect(await systemClock.sleep(1, new AbortController().signal)).toBeUndefined();
});

test("a sleep ends with the reason of its signal, also of one that was aborted before", async () => {
  const controller = new AbortController();
  const sleep = rejection(systemClock.sleep(HOUR, controller.signal));
  controller.abort(REASON);
  expect(await sleep).toBe(REASON);
  expect(await rejection(systemClock.sleep(HOUR, controller.signal))).toBe(REASON);
});
