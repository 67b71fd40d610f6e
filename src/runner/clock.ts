// The clock of the machine.
import { setTimeout } from "node:timers/promises";
import type { Clock } from "../model/ports.js";

/** The system time, and real timers. */
export const systemClock: Clock = {
  now: () => new Date(),
  random: Math.random,
  async sleep(ms, signal) {
    try {
      await setTimeout(ms, undefined, { signal });
    } catch (error) {
      throw signal.aborted ? signal.reason : error;
    }
  },
};
