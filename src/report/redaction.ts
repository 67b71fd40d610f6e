// What may be shown: the one place where personal values are masked and secrets are removed.
// Reporters take a ShownOutcome and nothing else, and only `show` can make one.
import { createHmac } from "node:crypto";
import { FIELDS, isField, isPersonalField, type Row } from "../model/account.js";
import type { Message, Quote } from "../model/message.js";
import type {
  ChangedAccount,
  Changes,
  Ending,
  ExportedFile,
  FieldChange,
  Outcome,
  ResourceEffect,
  ResourceOutcome,
  RunFacts,
  Violation,
} from "../model/outcome.js";
import type { Problem, Problems } from "../model/problem.js";
import { createScrubber } from "../model/secrets.js";
import { leaves } from "./change.js";

/**
 * What is masked. `foreign`: personal values that are not public already. `key`: for the digits
 * that tell masked values apart; without it no one can find a value by trying.
 */
export type RedactionPolicy =
  | { readonly kind: "none" }
  | { readonly kind: "foreign"; readonly known: () => ReadonlySet<string>; readonly key: string }
  | { readonly kind: "all"; readonly key: string };

// Not exported: no other module can make a ShownOutcome without it.
const seal = Symbol("shown");

/** An outcome without anything that is to be hidden. Masked `uniqueId`s still match each other. */
export type ShownOutcome = Outcome & {
  readonly [seal]: true;
  /** Why personal data is masked, where it is. */
  readonly maskedBecause?: string | undefined;
};

/**
 * The policy for the input `redact`. `accounts`: those of the rosters at this commit and at the
 * base of a pull request, which are as public as the repository.
 */
export function redactionPolicy(
  redact: "auto" | "always" | "never",
  isPublic: boolean,
  accounts: readonly Row[],
  key: string,
): RedactionPolicy {
  if (redact === "always") return { kind: "all", key };
  if (redact === "never" || !isPublic) return { kind: "none" };
  // Most runs have nothing to mask, and then need not look at every value.
  let known: ReadonlySet<string> | undefined;
  return {
    kind: "foreign",
    known: () => {
      known ??= personalValues(accounts);
      return known;
    },
    key,
  };
}

const PERSONAL_FIELDS = FIELDS.filter(isPersonalField);

function personalValues(accounts: readonly Row[]): ReadonlySet<string> {
  const known = new Set<string>();
  for (const account of accounts) {
    for (const field of PERSONAL_FIELDS) addLeaves(account[field], known);
  }
  return known;
}

function addLeaves(value: unknown, into: Set<string>): void {
  if (value === undefined) return;
  if (typeof value !== "object" || value === null) into.add(String(value));
  else {
    if (!Array.isArray(value)) for (const key of Object.keys(value)) into.add(key);
    for (const inner of Object.values(value)) addLeaves(inner, into);
  }
}

/** The outcome as it may be shown. */
export function show(
  outcome: Outcome,
  policy: RedactionPolicy,
  secrets: Iterable<string>,
): ShownOutcome {
  return new Redactor(policy, secrets).outcome(outcome);
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
      kept: [...kept, new Redactor(policy, secrets).problem(problem)],
      errors: errors + Number(severity === "error"),
      warnings: warnings + Number(severity === "warning"),
    },
  };
}

/** A masked value: its first character, `a•••`; of an email address both parts, `a•••@e•••`. */
export function mask(field: string, value: string): string {
  const first = firstCharacter(value);
  const domain = field === "externalUrl" ? undefined : /^[^@\s]+@([^@\s]+)$/.exec(value)?.[1];
  const isId = field === "uniqueId" || domain === undefined;
  return isId ? `${first}•••` : `${first}•••@${firstCharacter(domain)}•••`;
}

/**
 * The same with 8 hex digits of an HMAC-SHA-256, so that values can be told apart: `u•••#3f2a91c0`.
 */
export function maskDistinct(field: string, value: string, key: string): string {
  const digits = createHmac("sha256", key).update(value, "utf8").digest("hex").slice(0, 8);
  return `${mask(field, value)}#${digits}`;
}

/** The first code point, never half of one. */
function firstCharacter(value: string): string {
  const [first = ""] = value;
  return first;
}

/** How many different values both sides of a change have. */
function countOf({ before, after }: FieldChange): number {
  return new Set([...leaves(before), ...leaves(after)]).size;
}

/** Why personal data is masked, by policy. */
const MASKED = {
  none: undefined,
  foreign: "this repository is public (redact: auto)",
  all: "redact is always",
} as const;

class Redactor {
  readonly #policy: RedactionPolicy;
  readonly #scrub: (text: string) => string;

  constructor(policy: RedactionPolicy, secrets: Iterable<string>) {
    this.#policy = policy;
    this.#scrub = createScrubber(secrets);
  }

  outcome(outcome: Outcome): ShownOutcome {
    return {
      ...outcome,
      ...this.#ending(outcome),
      [seal]: true,
      maskedBecause: MASKED[this.#policy.kind],
      run: this.#run(outcome.run),
      problems: this.#problems(outcome.problems),
      violations: outcome.violations.map((one) => this.#violation(one)),
      resources: outcome.resources?.map((one) => this.#resource(one)),
      effect: outcome.effect?.map((one) => this.#effect(one)),
      effectViolations: outcome.effectViolations?.map((one) => this.#violation(one)),
      beyond: outcome.beyond?.map((one) => ({
        ...this.#effect(one),
        expired: one.expired.map((account) => this.#account(account)),
      })),
      exported: outcome.exported && {
        ...outcome.exported,
        files: outcome.exported.files.map((one) => this.#exportedFile(one)),
        exportFiles: outcome.exported.exportFiles.map((path) => this.#scrub(path)),
      },
      approvals: outcome.approvals && {
        ...outcome.approvals,
        file: this.#optional(outcome.approvals.file),
      },
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
      url: this.#optional(run.url),
      workflowUrl: this.#optional(run.workflowUrl),
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
      account: this.#subject(problem.account),
    };
  }

  /** The account of this commit's roster that a problem is about. */
  #subject(account: Problem["account"]): Problem["account"] {
    if (account === undefined || account === "defaults") return account;
    const { uniqueId, fullName } = account;
    const isMasked = this.#policy.kind === "all";
    return {
      uniqueId: uniqueId && (isMasked ? this.#id(uniqueId) : this.#scrub(uniqueId)),
      fullName:
        fullName && (isMasked ? this.#masked("fullName", fullName, false) : this.#scrub(fullName)),
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
      files: resource.files.map((file) => this.#scrub(file)),
      expired: resource.expired.map((one) => this.#account(one)),
      violations: resource.violations.map((one) => this.#violation(one)),
    };
  }

  #exportedFile({
    path,
    resourceId,
    added,
    changed,
    takenOut,
    ...file
  }: ExportedFile): ExportedFile {
    return {
      ...file,
      path: this.#scrub(path),
      resourceId: this.#scrub(resourceId),
      added: added.map((one) => ({ ...one, ...this.#account(one) })),
      changed: changed.map((one) => this.#changed(one)),
      takenOut: takenOut.map((one) => ({ ...one, ...this.#account(one) })),
    };
  }

  #effect(effect: ResourceEffect): ResourceEffect {
    return { resourceId: this.#optional(effect.resourceId), ...this.#changes(effect) };
  }

  #changes({ added, removed, changed, rekeyed, deleted }: Changes): Changes {
    return {
      added: added.map((one) => ({ ...one, ...this.#account(one) })),
      removed: removed.map((one) => ({ ...one, ...this.#account(one) })),
      changed: changed.map((one) => this.#changed(one)),
      rekeyed: rekeyed.map(({ from, to, fields }) => ({
        from: this.#id(from),
        to: this.#id(to),
        fields: fields.map((change) => this.#change(change)),
      })),
      deleted: deleted.map((one) => ({ ...one, ...this.#account(one) })),
    };
  }

  #changed(changed: ChangedAccount): ChangedAccount {
    const fields = changed.fields.map((change) => this.#change(change));
    return { ...changed, ...this.#account(changed), fields };
  }

  #account({ uniqueId, account }: { readonly uniqueId: string; readonly account: Row }) {
    return { uniqueId: this.#id(uniqueId), account: this.#row(account) };
  }

  /** Values that differ must not look equal. */
  #change({ field, before, after }: FieldChange): FieldChange {
    const shown = (isDistinct: boolean) => ({
      field: this.#scrub(field),
      before: this.#value(field, before, isDistinct),
      after: this.#value(field, after, isDistinct),
    });
    const change = shown(false);
    return countOf(change) === countOf({ field, before, after }) ? change : shown(true);
  }

  #row(row: Row): Row {
    const fields = this.#entries(row, (field, value) => [
      isField(field) || !isPersonalField(field) ? field : this.#masked(field, field, false),
      this.#value(field, value, false),
    ]);
    return { ...fields, uniqueId: this.#id(row.uniqueId) };
  }

  #id(uniqueId: string): string {
    return this.#masked("uniqueId", uniqueId, true);
  }

  /** Lists by element; of objects the keys too. */
  #value(field: string, value: unknown, isDistinct: boolean): unknown {
    if (value === null || value === undefined) return value;
    if (Array.isArray(value)) return value.map((inner) => this.#value(field, inner, isDistinct));
    if (typeof value === "object") {
      return this.#entries(value, (key, inner) => [
        isPersonalField(field) ? this.#masked(field, key, isDistinct) : key,
        this.#value(field, inner, isDistinct),
      ]);
    }
    if (typeof value === "string") {
      return isPersonalField(field) ? this.#masked(field, value, isDistinct) : this.#scrub(value);
    }
    const text = String(value);
    // The first character of a number or a boolean may be all of it.
    if (isPersonalField(field) && this.#isMasked(text)) {
      return isDistinct ? this.#masked("uniqueId", text, true).slice(1) : "•••";
    }
    return this.#scrub(text) === text ? value : this.#scrub(text);
  }

  /** Maps the entries of an object. Masked keys that look equal get a number. */
  #entries(
    object: object,
    map: (key: string, value: unknown) => readonly [string, unknown],
  ): Record<string, unknown> {
    const mapped = new Map<string, unknown>();
    for (const [key, value] of Object.entries(object)) {
      const [shownKey, shownValue] = map(key, value);
      const clean = this.#scrub(shownKey);
      mapped.set(mapped.has(clean) ? `${clean}${mapped.size + 1}` : clean, shownValue);
    }
    return Object.fromEntries(mapped);
  }

  /** A personal value as it may be shown. */
  #masked(field: string, value: string, isDistinct: boolean): string {
    const policy = this.#policy;
    if (policy.kind === "none" || !this.#isMasked(value)) return this.#scrub(value);
    return isDistinct ? maskDistinct(field, value, policy.key) : mask(field, value);
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
    if (!isPersonal || isOfThisCommit) return this.#scrub(quoted);
    return this.#masked(field, quoted, field === "uniqueId");
  }

  #isMasked(value: string): boolean {
    switch (this.#policy.kind) {
      case "none":
        return false;
      case "all":
        return true;
      case "foreign":
        return !this.#policy.known().has(value);
    }
  }

  #optional(text: string | undefined): string | undefined {
    return text === undefined ? undefined : this.#scrub(text);
  }
}
