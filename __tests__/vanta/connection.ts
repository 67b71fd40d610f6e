// Connects to a stand-in for Vanta, and keeps everything that a test may look at.
import type { Replacement, RequestRecord } from "../../src/model/ports.js";
import { connectReader, connectWriter, type VantaOptions } from "../../src/vanta/client.js";
import { stillClock } from "../support/clock.js";
import type { FakeVanta } from "../support/fake-vanta.js";
import { listener } from "../support/progress.js";

export { NOW, stillClock } from "../support/clock.js";
export { listener } from "../support/progress.js";

/** A reader and a writer, and one reader with the scope to read only. */
export function connect(
  vanta: Pick<FakeVanta, "url" | "clientId" | "clientSecret">,
  changed: Partial<VantaOptions> = {},
) {
  const clock = stillClock();
  const progress = listener();
  const masked: string[] = [];
  const requests: RequestRecord[] = [];
  const options: VantaOptions = {
    apiUrl: vanta.url,
    clientId: vanta.clientId,
    clientSecret: vanta.clientSecret,
    timeoutSeconds: 20,
    clock,
    progress,
    signal: new AbortController().signal,
    mask: (secret) => void masked.push(secret),
    requests,
    ...changed,
  };
  const readOnly = connectReader(options).reader;
  const { reader, writer } = connectWriter<Replacement>(options);
  /** A PUT that may be repeated with a new token. */
  const replace = (replacement: Replacement) => writer.replace(replacement, async () => undefined);
  return { reader, writer, replace, readOnly, clock, progress, masked, requests };
}

/** What a promise is rejected with; fails where it is not. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => {
      throw new Error("nothing was thrown");
    },
    (reason: unknown) => reason,
  );
}
