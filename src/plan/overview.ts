// A glance at the whole roster: how many accounts of which permission level and status, and who signs in without MFA.
import { PERMISSION_LEVELS, STATUSES, type UserAccount } from "../model/account.js";
import type { Glance } from "../model/outcome.js";

/** Methods that are no second factor. */
const NO_FACTOR: ReadonlySet<string> = new Set(["UNSUPPORTED", "DISABLED"]);

/** Whether an account has a second factor, as far as its roster says. */
export function hasMfa({ mfaEnabled, mfaMethods }: UserAccount): boolean {
  return mfaEnabled && mfaMethods.some((method) => !NO_FACTOR.has(method));
}

/** Counts all accounts of a run. */
export function glanceAt(accounts: readonly UserAccount[]): Glance {
  const count = (level: string, status: string) =>
    accounts.filter(
      ({ permissionLevel, status: held }) => permissionLevel === level && held === status,
    ).length;
  return {
    accounts: Object.fromEntries(
      PERMISSION_LEVELS.map((level) => [
        level,
        Object.fromEntries(STATUSES.map((status) => [status, count(level, status)])),
      ]),
    ),
    withoutMfa: accounts.filter(
      (account) => account.status === "ACTIVE" && account.authMethod !== "SSO" && !hasMfa(account),
    ).length,
  };
}
