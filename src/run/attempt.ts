// The one catch: whatever ends a run by an error becomes a failure that is reported.
import { errorMessage } from "../model/errors.js";
import { type Message, msg, reply } from "../model/message.js";
import type { Ending } from "../model/outcome.js";
import { Cancelled, type Progress, VantaError } from "../model/ports.js";

/** Runs the pipeline. Never rejects. */
export async function attempt(
  pipeline: () => Promise<Ending>,
  progress: Progress,
): Promise<Ending> {
  try {
    return await pipeline();
  } catch (error) {
    return { outcome: "failed", failures: [explain(error, progress)] };
  }
}

function explain(error: unknown, progress: Progress): Message {
  if (error instanceof VantaError) return msg`${error.explanation} Nothing was sent.`;
  if (error instanceof Cancelled) return msg`The run was cancelled. Nothing was sent.`;
  // Only where it came from: the message may quote anything, and the debug log is not redacted.
  const frames = error instanceof Error ? (error.stack ?? "").split("\n") : [];
  for (const frame of frames.filter((line) => /^\s+at /.test(line))) progress.debug(frame);
  return msg`Unexpected error: ${reply(errorMessage(error))}. Run again with debug logging, and please report it.`;
}
