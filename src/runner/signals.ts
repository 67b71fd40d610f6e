// Cancellation of the job.
import { Cancelled } from "../model/ports.js";

/**
 * GitHub cancels a job by SIGINT, 7.5 s later by SIGTERM, and kills the process 2.5 s after that.
 * The handlers stay to the end, so that SIGTERM does not end the process in the middle of a report.
 */
export function listenForSignals(
  signals: readonly NodeJS.Signals[] = ["SIGINT", "SIGTERM"],
): AbortSignal {
  const controller = new AbortController();
  for (const signal of signals) {
    process.on(signal, () => controller.abort(new Cancelled("the run was cancelled")));
  }
  return controller.signal;
}
