// What the scenarios share: a company's roster as files, the stand-ins behind it, and the inputs
// that lead to them.
import type { ChildProcess } from "node:child_process";
import { account, row } from "../support/accounts.js";
import type { FakeVanta } from "../support/fake-vanta.js";

/** Two resources, in the order in which a run takes them. */
export const RESOURCE = "65f0c0ffee65f0c0ffee65f0";
export const SECOND = "75f0c0ffee65f0c0ffee65f0";

/** The commit that every step runs for. */
export const COMMIT = "0123456789abcdef0123456789abcdef01234567";

/**
 * Someone with a name their own in every personal field, so that a test can look for each of
 * them.
 */
export function person(uniqueId: string, name: string, fields: Parameters<typeof account>[1] = {}) {
  const email = `${name.toLowerCase().replace(" ", ".")}@example.com`;
  return account(uniqueId, {
    displayName: name,
    fullName: name,
    accountName: email,
    email,
    ...fields,
  });
}

export const ADA = person("u-1", "Ada Lovelace");
export const GRACE = person("u-2", "Grace Hopper");
export const ALAN = person("u-3", "Alan Turing");

/** A roster file in JSON, the first account's fields beginning in line 5. */
export function roster(
  accounts: readonly unknown[],
  more: Readonly<Record<string, unknown>> = {},
): string {
  return `${JSON.stringify({ resourceId: RESOURCE, ...more, resources: accounts }, null, 2)}\n`;
}

/** The accounts as rows that Vanta holds. */
export function rows(...accounts: readonly { readonly uniqueId: string }[]) {
  return accounts.map((one) => row(one.uniqueId, { ...one }));
}

/** The inputs that lead to the stand-in for Vanta. */
export function credentials({
  clientId,
  clientSecret,
  url,
}: FakeVanta): Readonly<Record<string, string>> {
  return { "client-id": clientId, "client-secret": clientSecret, "api-url": url };
}

/** Limits that let everything pass. */
export const NO_LIMITS = {
  "max-removals": "100%",
  "max-removals-per-day": "100%",
  "max-access-changes": "100%",
};

/** Looks again until it is so. */
export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5));
}

/** The same, or until the process has ended: by itself, or by a signal. */
export async function untilOrEnd(child: ChildProcess, isSo: () => boolean): Promise<void> {
  await until(() => isSo() || child.exitCode !== null || child.signalCode !== null);
}
