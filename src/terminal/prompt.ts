// The one question of the command line. It never waits for an answer that cannot come.
import { closeSync, constants, openSync, readSync } from "node:fs";
import { createInterface } from "node:readline";
import { isatty } from "node:tty";
import type { Clock } from "../model/ports.js";

/**
 * What was read from Vanta for the plan is then too old to send: in the meantime someone else may
 * have synced.
 */
const MINUTES = 10;

/** Whether there is someone to ask: the question is written to stderr, the answer read from stdin. */
export function canAsk(): boolean {
  return process.stdin.isTTY === true && process.stderr.isTTY === true;
}

/**
 * Discards what was typed so far: it is no answer to a question that is not asked yet. Where there
 * is no /dev/tty, as on Windows, nothing is discarded.
 */
export function discardTyped(): void {
  // A terminal that is closed is an error of its stream, which readYes takes as no.
  process.stdin.on("error", () => undefined);
  // In raw mode a line without its end can be read too.
  process.stdin.setRawMode(true);
  try {
    discardPending(openSync("/dev/tty", constants.O_RDONLY | constants.O_NONBLOCK));
  } catch {
    // Nothing is left (EAGAIN), or there is nothing to read from.
  } finally {
    process.stdin.setRawMode(false);
  }
}

/** Reads all that is there, and closes the terminal. Throws where it would have to wait. */
function discardPending(terminal: number): void {
  const buffer = new Uint8Array(4096);
  try {
    while (readSync(terminal, buffer) > 0);
  } finally {
    closeSync(terminal);
  }
}

/**
 * Reads one line of the input. Anything but `yes` is no, also the end of input, a terminal that is
 * closed, and no answer within ten minutes. Rejects with the signal's reason once it aborts.
 */
export async function readYes(
  input: NodeJS.ReadableStream,
  clock: Clock,
  signal: AbortSignal,
): Promise<boolean> {
  signal.throwIfAborted();
  const answered = new AbortController();
  // Without raw mode: Ctrl-C stays a signal, and the terminal keeps its settings.
  const lines = createInterface({ input, terminal: false });
  try {
    return await new Promise<boolean>((resolve, reject) => {
      lines.once("line", (answer) => resolve(answer === "yes"));
      lines.once("close", () => resolve(false));
      // A terminal that is closed is an error of its stream.
      input.on("error", () => resolve(false));
      clock.sleep(MINUTES * 60_000, answered.signal).then(
        () => resolve(false),
        () => undefined,
      );
      // Its signal may come before the error.
      const cancel = () => (isatty(0) ? reject(signal.reason) : resolve(false));
      signal.addEventListener("abort", cancel, { once: true });
    });
  } finally {
    answered.abort();
    lines.close();
  }
}
