// What most accounts have in common becomes defaults, in an export that starts from nothing.
import { AUTH_METHODS, type Field, MFA_METHODS } from "../model/account.js";
import { canonicalJson, sameValue } from "../model/equality.js";
import { compareText } from "../model/order.js";
import type { Defaults } from "../roster/defaults.js";
import { readDefaults } from "../roster/defaults.js";
import { isValue } from "../roster/fields.js";
import type { Node } from "../roster/syntax/node.js";
import { givenBy } from "./defaults.js";
import type { Target } from "./target.js";
import { toNode } from "./value-node.js";

/** The defaults as they are written, in order. */
export type Lifted = readonly (readonly [field: Field, value: unknown])[];

/**
 * Values that more than half of the accounts share. Never more access, and never DEACTIVATED. The
 * link of a single account shows nothing of those of others.
 */
export function liftDefaults(targets: readonly Target[]): Lifted {
  return [
    ...liftValue("status", targets, (value) => value === "ACTIVE"),
    ...liftValue("authMethod", targets, (value) => isOneOf(AUTH_METHODS, value)),
    ...liftMfa(targets),
    ...liftValue("permissionLevel", targets, (value) => value === "BASE"),
    ...liftTemplate("displayName", targets, () => ["{fullName}"]),
    ...liftTemplate("accountName", targets, () => ["{email}", "{uniqueId}"]),
    ...(targets.length > 1 ? liftTemplate("externalUrl", targets, urlTemplates) : []),
  ];
}

/** The lifted defaults as the reader of rosters understands them. */
export function defaultsFrom(lifted: Lifted): Pick<Defaults, "byField"> {
  const members = lifted.map(
    ([field, value]) =>
      [field, { keyOffset: 0, isText: true, node: toNode(value, () => undefined) }] as const,
  );
  const root: Node = { kind: "map", offset: 0, members: new Map(members), damaged: false };
  return readDefaults(root, () => undefined);
}

function isOneOf(values: readonly string[], value: unknown): boolean {
  return values.some((one) => one === value);
}

/** The value that more than half share; of several forms of it, the first. */
function mostShared<Value>(
  values: readonly Value[],
  all: number,
  keyOf: (value: Value) => string,
): Value | undefined {
  const counts = new Map<string, { count: number; value: Value }>();
  for (const value of values) {
    const known = counts.get(keyOf(value));
    counts.set(keyOf(value), { count: (known?.count ?? 0) + 1, value: known?.value ?? value });
  }
  const most = [...counts.values()].sort((one, other) => other.count - one.count)[0];
  return most !== undefined && most.count * 2 > all ? most.value : undefined;
}

function liftValue(
  field: Field,
  targets: readonly Target[],
  mayLift: (value: unknown) => boolean,
): Lifted {
  const values = targets.map((target) => target.get(field));
  const value = mostShared(values, targets.length, canonicalJson);
  return value !== undefined && mayLift(value) ? [[field, value]] : [];
}

/** Whether MFA is on, and with which methods, as a pair: one without the other is a warning. */
function liftMfa(targets: readonly Target[]): Lifted {
  const pairs = targets.map((target) => ({
    mfaEnabled: target.get("mfaEnabled"),
    mfaMethods: target.get("mfaMethods"),
  }));
  const keyOf = ({ mfaEnabled, mfaMethods }: (typeof pairs)[number]) => {
    const methods = Array.isArray(mfaMethods) ? [...new Set(mfaMethods)].sort() : mfaMethods;
    return canonicalJson([mfaEnabled, methods]);
  };
  const pair = mostShared(pairs, targets.length, keyOf);
  if (typeof pair?.mfaEnabled !== "boolean" || !Array.isArray(pair.mfaMethods)) return [];
  if (!pair.mfaMethods.every((method) => isOneOf(MFA_METHODS, method))) return [];
  return [
    ["mfaEnabled", pair.mfaEnabled],
    ["mfaMethods", [...new Set(pair.mfaMethods)]],
  ];
}

/** The template that gives most accounts their value, if it does so for more than half. */
function liftTemplate(
  field: Field,
  targets: readonly Target[],
  templatesFor: (target: Target) => readonly string[],
): Lifted {
  const counts = new Map<string, number>();
  for (const target of targets) {
    for (const template of templatesFor(target)) {
      counts.set(template, (counts.get(template) ?? 0) + 1);
    }
  }
  const likely = [...counts]
    .sort(([one, first], [other, second]) => second - first || compareText(one, other))
    .slice(0, TRIED);
  const results = likely.map(([template]) => ({
    template,
    count: countOf(field, template, targets),
  }));
  const best = results.sort((one, other) => other.count - one.count)[0];
  return best !== undefined && best.count * 2 > targets.length ? [[field, best.template]] : [];
}

/** How many of the most frequent templates are tried. */
const TRIED = 5;

/** How many accounts get their value from a template. */
function countOf(field: Field, template: string, targets: readonly Target[]): number {
  const defaults = defaultsFrom([[field, template]]);
  const preset = defaults.byField.get(field);
  if (preset === undefined || !isValue(preset.state)) return 0;
  return targets.filter((target) => {
    const given = givenBy(defaults, field, target);
    return given?.state === "value" && sameValue(field, given.value, target.get(field));
  }).length;
}

/** The fields that a link may have in it, the most telling one first. */
const IN_URL: readonly Field[] = ["uniqueId", "accountName", "email"];

/** A link with the account's own values replaced by their names, and as it is. */
function urlTemplates(target: Target): readonly string[] {
  const url = target.get("externalUrl");
  if (typeof url !== "string") return [];
  return IN_URL.flatMap((field) => {
    const value = target.get(field);
    const encoded = typeof value === "string" ? encode(value) : undefined;
    const at = encoded === undefined ? -1 : url.lastIndexOf(encoded);
    if (encoded === undefined || at <= "https://".length) return [];
    const rest = url.slice(at + encoded.length);
    return [`${escapeBraces(url.slice(0, at))}{${field}}${escapeBraces(rest)}`];
  }).concat([escapeBraces(url)]);
}

/** Undefined for half of a surrogate pair, which no link can have. */
function encode(value: string): string | undefined {
  try {
    return encodeURIComponent(value);
  } catch {
    return undefined;
  }
}

function escapeBraces(text: string): string {
  return text.replace(/[{}]/g, "$&$&");
}
