// The real clock.
import { setTimeout } from "node:timers/promises";
import type { Clock } from "../model/ports.js";

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
