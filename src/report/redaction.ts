// What may be shown: the one place where personal values are masked and secrets are removed.
// Reporters take a ShownOutcome and nothing else, and only `show` can make one.
import { createHash } from "node:crypto";
import { isPersonalField, type Row, type UserAccount } from "../model/account.js";
import type { Message, Quote } from "../model/message.js";
import type {
  Changes,
  Ending,
  FieldChange,
  Outcome,
  ResourceEffect,
  ResourceOutcome,
  RunFacts,
  Violation,
} from "../model/outcome.js";
import type { Problem, Problems } from "../model/problem.js";
import { scrub } from "../model/secrets.js";

/** What is masked. `foreign`: personal values that are not in the roster at this public commit. */
export type RedactionPolicy =
  | { readonly kind: "none" }
  | { readonly kind: "foreign"; readonly known: ReadonlySet<string> }
  | { readonly kind: "all" };

// Not exported: no other module can make a ShownOutcome without it.
const seal = Symbol("shown");

/** An outcome without anything that is to be hidden. Masked `uniqueId`s still match each other. */
export type ShownOutcome = Outcome & { readonly [seal]: true };

/** The policy for the input `redact`. `accounts`: those of the roster at this commit. */
export function redactionPolicy(
  redact: "auto" | "always" | "never",
  isPublic: boolean,
  accounts: readonly UserAccount[],
): RedactionPolicy {
  if (redact === "always") return { kind: "all" };
  if (redact === "never" || !isPublic) return { kind: "none" };
  return { kind: "foreign", known: personalValues(accounts) };
}

function personalValues(accounts: readonly UserAccount[]): ReadonlySet<string> {
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

/** The outcome as it may be shown. */
export function show(
  outcome: Outcome,
  policy: RedactionPolicy,
  secrets: Iterable<string>,
): ShownOutcome {
  return new Redactor(policy, [...secrets]).outcome(outcome);
}

/** What is shown, with one more problem. */
export function showProblem(
  shown: ShownOutcome,
  problem: Problem,
  policy: RedactionPolicy,
  secrets: Iterable<string>,
): ShownOutcome {
  const { kept, errors, warnings } = shown.problems;
  const { severity } = problem;
  return {
    ...shown,
    problems: {
      kept: [...kept, new Redactor(policy, [...secrets]).problem(problem)],
      errors: errors + Number(severity === "error"),
      warnings: warnings + Number(severity === "warning"),
    },
  };
}

/**
 * A masked value: its first character, `a•••`; of an email address both parts, `a•••@e•••`; of a
 * `uniqueId` the first 8 hex digits of its SHA-256 too, `u•••#3f2a91c0`, so that people can be told
 * apart.
 */
export function mask(field: string, value: string): string {
  const first = firstCharacter(value);
  if (field === "uniqueId") {
    const hash = createHash("sha256").update(value, "utf8").digest("hex").slice(0, 8);
    return `${first}•••#${hash}`;
  }
  const domain = field === "externalUrl" ? undefined : /^[^@\s]+@([^@\s]+)$/.exec(value)?.[1];
  return domain === undefined ? `${first}•••` : `${first}•••@${firstCharacter(domain)}•••`;
}

/** The first code point, never half of one. */
function firstCharacter(value: string): string {
  const [first = ""] = value;
  return first;
}

class Redactor {
  readonly #policy: RedactionPolicy;
  readonly #secrets: readonly string[];

  constructor(policy: RedactionPolicy, secrets: readonly string[]) {
    this.#policy = policy;
    this.#secrets = secrets;
  }

  outcome(outcome: Outcome): ShownOutcome {
    return {
      ...outcome,
      ...this.#ending(outcome),
      [seal]: true,
      run: this.#run(outcome.run),
      problems: this.#problems(outcome.problems),
      violations: outcome.violations.map((one) => this.#violation(one)),
      resources: outcome.resources?.map((one) => this.#resource(one)),
      effect: outcome.effect?.map((one) => this.#effect(one)),
      backup: this.#optional(outcome.backup),
      requests: outcome.requests.map((one) => ({
        ...one,
        resourceId: this.#optional(one.resourceId),
      })),
    };
  }

  #ending(ending: Ending): Ending {
    switch (ending.outcome) {
      case "failed":
        return { ...ending, failures: ending.failures.map((one) => this.#message(one)) };
      case "superseded":
        return { ...ending, reason: this.#message(ending.reason) };
      default:
        return ending;
    }
  }

  #run(run: RunFacts): RunFacts {
    return {
      ...run,
      repository: this.#optional(run.repository),
      ref: this.#optional(run.ref),
      actor: this.#optional(run.actor),
      serverUrl: this.#optional(run.serverUrl),
    };
  }

  #problems({ kept, errors, warnings }: Problems): Problems {
    return { kept: kept.map((one) => this.problem(one)), errors, warnings };
  }

  problem(problem: Problem): Problem {
    const { message, location } = problem;
    return {
      ...problem,
      message: this.#message(message),
      location: location && { ...location, file: this.#scrub(location.file) },
    };
  }

  #violation(violation: Violation): Violation {
    return {
      ...violation,
      resourceId: this.#optional(violation.resourceId),
      message: this.#message(violation.message),
      accounts: violation.accounts.map((id) => this.#id(id)),
    };
  }

  #resource(resource: ResourceOutcome): ResourceOutcome {
    return {
      ...resource,
      ...this.#changes(resource),
      resourceId: this.#scrub(resource.resourceId),
      expired: resource.expired.map((id) => this.#id(id)),
      violations: resource.violations.map((one) => this.#violation(one)),
    };
  }

  #effect(effect: ResourceEffect): ResourceEffect {
    return { resourceId: this.#optional(effect.resourceId), ...this.#changes(effect) };
  }

  #changes({ added, removed, changed, rekeyed }: Changes): Changes {
    return {
      added: added.map((one) => ({ ...one, ...this.#account(one) })),
      removed: removed.map((one) => ({ ...one, ...this.#account(one) })),
      changed: changed.map((one) => ({
        ...one,
        ...this.#account(one),
        fields: one.fields.map((change) => this.#change(change)),
      })),
      rekeyed: rekeyed.map(({ from, to }) => ({ from: this.#id(from), to: this.#id(to) })),
    };
  }

  #account({ uniqueId, account }: { readonly uniqueId: string; readonly account: Row }) {
    return { uniqueId: this.#id(uniqueId), account: this.#row(account) };
  }

  #change({ field, before, after }: FieldChange): FieldChange {
    return {
      field: this.#scrub(field),
      before: this.#value(field, before),
      after: this.#value(field, after),
    };
  }

  #row(row: Row): Row {
    const fields = Object.entries(row).map(([field, value]) => [
      this.#scrub(field),
      this.#value(field, value),
    ]);
    return { ...Object.fromEntries(fields), uniqueId: this.#id(row.uniqueId) };
  }

  #id(uniqueId: string): string {
    return this.#isMasked(uniqueId) ? mask("uniqueId", uniqueId) : this.#scrub(uniqueId);
  }

  /** Lists by element, objects by value. */
  #value(field: string, value: unknown): unknown {
    if (value === null || value === undefined) return value;
    if (Array.isArray(value)) return value.map((inner) => this.#value(field, inner));
    if (typeof value === "object") {
      const entries = Object.entries(value);
      return Object.fromEntries(
        entries.map(([key, inner]) => [this.#scrub(key), this.#value(field, inner)]),
      );
    }
    if (isPersonalField(field) && this.#isMasked(String(value))) {
      // The first character of a number or a boolean may be all of it.
      return typeof value === "string" ? mask(field, value) : "•••";
    }
    return typeof value === "string" ? this.#scrub(value) : value;
  }

  /** Masks quoted values. What a server said is left out, since it may contain any of them. */
  #message(message: Message): Message {
    return message.map((part) => {
      if (typeof part === "string") return this.#scrub(part);
      if ("reply" in part) {
        return this.#policy.kind === "none"
          ? { reply: this.#scrub(part.reply) }
          : "(not quoted: personal data is hidden)";
      }
      return { ...part, quoted: this.#quoted(part) };
    });
  }

  #quoted({ quoted, field, origin }: Quote): string {
    const isPersonal = field !== undefined && isPersonalField(field);
    const isOfThisCommit = this.#policy.kind === "foreign" && origin === "roster";
    if (!isPersonal || isOfThisCommit || !this.#isMasked(quoted)) return this.#scrub(quoted);
    return mask(field, quoted);
  }

  #isMasked(value: string): boolean {
    switch (this.#policy.kind) {
      case "none":
        return false;
      case "all":
        return true;
      case "foreign":
        return !this.#policy.known.has(value);
    }
  }

  #scrub(text: string): string {
    return scrub(text, this.#secrets);
  }

  #optional(text: string | undefined): string | undefined {
    return text === undefined ? undefined : this.#scrub(text);
  }
}
