// The roster at a glance: accounts by permission level and status, and sign-ins without MFA.
import { isSecondFactor, PERMISSION_LEVELS, STATUSES, type UserAccount } from "../model/account.js";
import type { Overview } from "../model/outcome.js";

/** Counts the accounts of a run. */
export function overviewOf(accounts: readonly UserAccount[]): Overview {
  const count = (level: string, status: string) =>
    accounts.filter((one) => one.permissionLevel === level && one.status === status).length;
  return {
    accounts: Object.fromEntries(
      PERMISSION_LEVELS.map((level) => [
        level,
        Object.fromEntries(STATUSES.map((status) => [status, count(level, status)])),
      ]),
    ),
    withoutMfa: accounts.filter(isWithoutMfa).length,
  };
}

function isWithoutMfa({ status, authMethod, mfaEnabled, mfaMethods }: UserAccount): boolean {
  const hasMfa = mfaEnabled && mfaMethods.some(isSecondFactor);
  return status === "ACTIVE" && authMethod !== "SSO" && !hasMfa;
}
