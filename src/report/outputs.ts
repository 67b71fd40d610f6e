// Outcome → the outputs of the step, as far as they are known.
import { hasChanges } from "../model/outcome.js";
import { totals, wroteAnything } from "./phrases.js";
import type { ShownOutcome } from "./redaction.js";

/** Every output of the action, in the order of action.yml. */
export const OUTPUT_NAMES = [
  "mode",
  "outcome",
  "accounts",
  "added",
  "removed",
  "changed",
  "unchanged",
  "has-changes",
  "plan-digest",
  "verified",
  "errors",
  "warnings",
  "report-file",
  "backup",
] as const;

type OutputName = (typeof OUTPUT_NAMES)[number];

/** The outputs by name, as text. Counts are of the plan; `verified` stands only after a sync that sent something. */
export function renderOutputs(outcome: ShownOutcome, reportFile?: string): Record<string, string> {
  const { mode, accounts, digest, backup, resources, problems } = outcome;
  const counts = resources && {
    ...totals(resources),
    unchanged: resources.reduce((sum, { unchanged }) => sum + unchanged, 0),
  };
  const verified = wroteAnything(outcome)
    ? resources?.every((resource) => resource.verified)
    : undefined;
  const known: Record<OutputName, string | number | boolean | undefined> = {
    mode,
    outcome: outcome.outcome,
    accounts,
    added: counts?.added,
    removed: counts?.removed,
    changed: counts?.changed,
    unchanged: counts?.unchanged,
    "has-changes": hasChanges(outcome),
    "plan-digest": digest,
    verified,
    errors: problems.errors,
    warnings: problems.warnings,
    "report-file": reportFile,
    backup,
  };
  return Object.fromEntries(
    Object.entries(known).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)]],
    ),
  );
}
