// One pass between the run and the reporters: a reporter never sees a value that is hidden, so none can show one.
import { createHash } from "node:crypto";
import { isPersonalField, type Row, type UserAccount } from "../model/account.js";
import type { Message, Quote } from "../model/message.js";
import type {
  ChangedAccount,
  Changes,
  FieldChange,
  Outcome,
  ResourceEffect,
  ResourceOutcome,
  Violation,
} from "../model/outcome.js";
import type { Problem, Problems } from "../model/problem.js";

/** What is hidden. `foreign`: personal values that the roster at this commit, which is public, does not hold. */
export type RedactionPolicy =
  | { readonly kind: "none" }
  | { readonly kind: "foreign"; readonly known: ReadonlySet<string> }
  | { readonly kind: "all" };

/** The policy for the `redact` input. `accounts` are those of the roster at this commit; none where it could not be read. */
export function redactionPolicy(
  redact: "auto" | "always" | "never",
  isPublic: boolean,
  accounts: Iterable<UserAccount>,
): RedactionPolicy {
  if (redact === "always") return { kind: "all" };
  if (redact === "never" || !isPublic) return { kind: "none" };
  return { kind: "foreign", known: personalValues(accounts) };
}

function personalValues(accounts: Iterable<UserAccount>): ReadonlySet<string> {
  const known = new Set<string>();
  for (const account of accounts) {
    for (const [field, value] of Object.entries(account)) {
      if (isPersonalField(field)) addLeaves(value, known);
    }
  }
  return known;
}

function addLeaves(value: unknown, into: Set<string>): void {
  if (typeof value === "object" && value !== null) {
    for (const inner of Object.values(value)) addLeaves(inner, into);
  } else into.add(String(value));
}

/**
 * What is shown of a hidden value: its first character, `a•••`; of an e-mail address both parts, `a•••@e•••`; of a `uniqueId` the
 * first 8 hex digits of its SHA-256 as well, `u•••#3f2a91c0`, so that people can be told apart.
 */
export function hide(field: string, value: string): string {
  const first = firstCharacter(value);
  if (field === "uniqueId")
    return `${first}•••#${createHash("sha256").update(value, "utf8").digest("hex").slice(0, 8)}`;
  const domain = field === "externalUrl" ? undefined : /^[^@\s]+@([^@\s]+)$/.exec(value)?.[1];
  return domain === undefined ? `${first}•••` : `${first}•••@${firstCharacter(domain)}•••`;
}

/** The first code point, never half of one. */
function firstCharacter(value: string): string {
  const [first = ""] = value;
  return first;
}

/** The outcome as the reporters may see it. Hidden `uniqueId`s still match each other within it. */
export function redactOutcome(outcome: Outcome, policy: RedactionPolicy): Outcome {
  if (policy.kind === "none") return outcome;
  const known = {
    problems: redactProblems(outcome.problems, policy),
    violations: outcome.violations.map((violation) => redactViolation(violation, policy)),
    ...(outcome.resources && {
      resources: outcome.resources.map((resource) => redactResource(resource, policy)),
    }),
    ...(outcome.effect && { effect: outcome.effect.map((effect) => redactEffect(effect, policy)) }),
  };
  switch (outcome.outcome) {
    case "failed":
      return {
        ...outcome,
        ...known,
        failures: outcome.failures.map((failure) => redactText(failure, policy)),
      };
    case "superseded":
      return { ...outcome, ...known, reason: redactText(outcome.reason, policy) };
    default:
      return { ...outcome, ...known };
  }
}

/** The message as it may be shown: hidden values hidden, and what a server said left out, since it may hold any of them. */
export function redactText(message: Message, policy: RedactionPolicy): Message {
  if (policy.kind === "none") return message;
  return message.map((part) => {
    if (typeof part === "string") return part;
    if ("reply" in part) return "(not quoted: personal data is hidden)";
    return quoteIsHidden(part, policy)
      ? { ...part, quoted: hide(part.field ?? "", part.quoted) }
      : part;
  });
}

function quoteIsHidden(part: Quote, policy: RedactionPolicy): boolean {
  if (part.field === undefined || !isPersonalField(part.field)) return false;
  if (policy.kind === "foreign" && part.origin === "roster") return false;
  return isHidden(part.quoted, policy);
}

function isHidden(value: string, policy: RedactionPolicy): boolean {
  return policy.kind === "all" || (policy.kind === "foreign" && !policy.known.has(value));
}

function redactProblems(problems: Problems, policy: RedactionPolicy): Problems {
  const kept = problems.kept.map(
    (problem): Problem => ({ ...problem, message: redactText(problem.message, policy) }),
  );
  return { kept, errors: problems.errors, warnings: problems.warnings };
}

function redactViolation(violation: Violation, policy: RedactionPolicy): Violation {
  return {
    ...violation,
    message: redactText(violation.message, policy),
    accounts: violation.accounts.map((id) => redactId(id, policy)),
  };
}

function redactResource(resource: ResourceOutcome, policy: RedactionPolicy): ResourceOutcome {
  return {
    ...resource,
    ...redactChanges(resource, policy),
    expired: resource.expired.map((id) => redactId(id, policy)),
    violations: resource.violations.map((violation) => redactViolation(violation, policy)),
  };
}

function redactEffect(effect: ResourceEffect, policy: RedactionPolicy): ResourceEffect {
  return { ...effect, ...redactChanges(effect, policy) };
}

function redactChanges(changes: Changes, policy: RedactionPolicy): Changes {
  const hidden = <T extends { readonly uniqueId: string; readonly account: Row }>(one: T): T => ({
    ...one,
    uniqueId: redactId(one.uniqueId, policy),
    account: redactRow(one.account, policy),
  });
  return {
    added: changes.added.map(hidden),
    removed: changes.removed.map(hidden),
    changed: changes.changed.map(
      (one): ChangedAccount => ({
        ...hidden(one),
        fields: one.fields.map((change) => redactField(change, policy)),
      }),
    ),
    rekeyed: changes.rekeyed.map(({ from, to }) => ({
      from: redactId(from, policy),
      to: redactId(to, policy),
    })),
  };
}

function redactField(change: FieldChange, policy: RedactionPolicy): FieldChange {
  if (!isPersonalField(change.field)) return change;
  return {
    ...change,
    ...("before" in change && { before: redactValue(change.field, change.before, policy) }),
    ...("after" in change && { after: redactValue(change.field, change.after, policy) }),
  };
}

function redactRow(row: Row, policy: RedactionPolicy): Row {
  const fields = Object.entries(row).map(([field, value]) => [
    field,
    isPersonalField(field) ? redactValue(field, value, policy) : value,
  ]);
  return { ...Object.fromEntries(fields), uniqueId: redactId(row.uniqueId, policy) };
}

function redactId(uniqueId: string, policy: RedactionPolicy): string {
  return isHidden(uniqueId, policy) ? hide("uniqueId", uniqueId) : uniqueId;
}

/** Lists by element, maps by value. Of a number or a boolean not even the first character is shown: it would be the whole. */
function redactValue(field: string, value: unknown, policy: RedactionPolicy): unknown {
  if (value === null || value === undefined) return value;
  if (Array.isArray(value)) return value.map((inner) => redactValue(field, inner, policy));
  if (typeof value === "object") {
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, redactValue(field, inner, policy)]),
    );
  }
  if (!isHidden(String(value), policy)) return value;
  return typeof value === "string" ? hide(field, value) : "•••";
}
