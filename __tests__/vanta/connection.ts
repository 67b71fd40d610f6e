// What a client of Vanta is given in these tests: a clock that does not wait but notes the waits, and ears for all it says.
import type { Clock, Progress, Replacement, RequestRecord } from "../../src/model/ports.js";
import { connectReader, connectWriter, type VantaOptions } from "../../src/vanta/client.js";
import type { FakeVanta } from "../support/fake-vanta.js";

/** The time on the clock. */
export const NOW = new Date("2026-11-23T12:00:00.000Z");

/** A clock that stands still; a sleep ends at once. */
export interface StillClock extends Clock {
  /** Milliseconds of each sleep, in order. */
  readonly waits: readonly number[];
}

/** `random` decides on the jitter; 0.5 is none. `onSleep` runs before each sleep ends. */
export function stillClock({
  random = 0.5,
  onSleep = () => undefined,
}: {
  random?: number;
  onSleep?: () => void;
} = {}): StillClock {
  const waits: number[] = [];
  return {
    waits,
    now: () => NOW,
    random: () => random,
    sleep: async (ms, signal) => {
      waits.push(ms);
      onSleep();
      signal.throwIfAborted();
    },
  };
}

/** Keeps what is said. */
export function listener(): Progress & {
  readonly lines: readonly string[];
  readonly debugLines: readonly string[];
} {
  const lines: string[] = [];
  const debugLines: string[] = [];
  return {
    lines,
    debugLines,
    info: (line) => {
      lines.push(line);
    },
    debug: (line) => {
      debugLines.push(line);
    },
  };
}

/** Everything about one connection that a test may look at. */
export function connect(
  vanta: Pick<FakeVanta, "url" | "clientId" | "clientSecret">,
  changed: Partial<VantaOptions> = {},
) {
  const clock = stillClock();
  const progress = listener();
  const masked: string[] = [];
  const requests: RequestRecord[] = [];
  const controller = new AbortController();
  const options: VantaOptions = {
    apiUrl: vanta.url,
    clientId: vanta.clientId,
    clientSecret: vanta.clientSecret,
    timeoutSeconds: 20,
    clock,
    progress,
    signal: controller.signal,
    mask: (secret) => {
      masked.push(secret);
    },
    requests,
    ...changed,
  };
  return {
    ...connectWriter<Replacement>(options),
    readOnly: connectReader(options).reader,
    clock,
    progress,
    masked,
    requests,
    abort: () => controller.abort(new Error("stopped by a test")),
  };
}

/** What a promise is rejected with; fails where it is not. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}
