// What may be shown where even that may fail: the last resort of a shell that has to report how a
// run ended.
import { systemCode } from "../model/errors.js";
import { msg } from "../model/message.js";
import type { Outcome } from "../model/outcome.js";
import { type RedactionPolicy, type ShownOutcome, show } from "./redaction.js";

/** How personal data and secrets are hidden. */
export interface Showing {
  readonly policy: RedactionPolicy;
  readonly secrets: Iterable<string>;
}

/** What may be shown; where that cannot be decided, only what has no data of others. */
export function showSafely(outcome: Outcome, { policy, secrets }: Showing): ShownOutcome {
  try {
    return show(outcome, policy, secrets);
  } catch (error) {
    return show(withoutData(outcome, reasonOf(error)), { kind: "none" }, secrets);
  }
}

/** The system's code for an error. Its message is not shown: it may quote anything. */
export function reasonOf(error: unknown): string {
  return systemCode(error) ?? "unexpected error";
}

/**
 * How the run ended and what is known of each resource, without anything from the roster or Vanta.
 */
function withoutData(outcome: Outcome, why: string): Outcome {
  const failure = msg`The reports could not be made in full (${why}). Please report this.`;
  return {
    outcome: "failed",
    failures: [failure],
    run: outcome.run,
    mode: outcome.mode,
    digest: outcome.digest,
    backup: outcome.backup,
    requests: outcome.requests,
    violations: [],
    problems: { kept: [], errors: outcome.problems.errors, warnings: outcome.problems.warnings },
    resources: outcome.resources?.map((resource) => ({
      ...resource,
      added: [],
      removed: [],
      changed: [],
      rekeyed: [],
      deleted: [],
      expired: [],
      violations: [],
    })),
  };
}
