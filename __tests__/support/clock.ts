// The clock of the tests: a sleep ends at once, and its length is recorded.
import type { Clock } from "../../src/model/ports.js";

/** The time when a test starts. */
export const NOW = new Date("2026-11-23T12:00:00.000Z");

export interface StillClock extends Clock {
  /** Milliseconds of each sleep, in order. */
  readonly waits: readonly number[];
}

export interface ClockOptions {
  readonly start?: Date;
  /** What every `random()` returns. With 0.5, a retry waits exactly as long as planned. */
  readonly random?: number;
  /** Whether a sleep moves the time forward. */
  readonly moves?: boolean;
  /** Runs during each sleep, before the signal is looked at. */
  readonly onSleep?: () => void;
}

export function stillClock(options: ClockOptions = {}): StillClock {
  const { start = NOW, random = 0.5, moves = false, onSleep } = options;
  const waits: number[] = [];
  let time = start.getTime();
  return {
    waits,
    now: () => new Date(time),
    random: () => random,
    sleep: async (ms, signal) => {
      signal.throwIfAborted();
      waits.push(ms);
      if (moves) time += ms;
      onSleep?.();
      signal.throwIfAborted();
    },
  };
}
