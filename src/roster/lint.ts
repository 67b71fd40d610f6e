// Contradictions in valid accounts that are worth a warning: nothing is wrong with the form, but something cannot be so.
import { type Field, parseInstant, type UserAccount } from "../account.js";
import { type Text, text } from "../text.js";
import type { RosterCode } from "./codes.js";

/** A warning about an account. `fields`: where it may stand; the first one that the account itself says. None: at the account. */
export interface Lint {
  readonly code: RosterCode;
  readonly message: Text;
  readonly fields: readonly Field[];
}

/** How far a timestamp may lie in the future, for clocks that differ. */
const TOLERANCE_MS = 5 * 60 * 1000;

/** The warnings about one valid account; `now` decides what is the future. */
export function lintAccount(account: UserAccount, now: Date): readonly Lint[] {
  return [...lintStatus(account), ...lintMfa(account), ...lintTimes(account, now)];
}

function lintStatus({ status, deactivatedTimestamp }: UserAccount): readonly Lint[] {
  if (status === "DEACTIVATED" && deactivatedTimestamp === undefined) {
    const message = text`This account is DEACTIVATED, but has no deactivatedTimestamp. Add the time, for whoever reviews when access ended.`;
    return [{ code: "deactivated-without-time", message, fields: [] }];
  }
  if (status === "ACTIVE" && deactivatedTimestamp !== undefined) {
    const message = text`This account is ACTIVE, but has a deactivatedTimestamp. Remove it, or write status: DEACTIVATED.`;
    return [{ code: "active-with-deactivation", message, fields: ["deactivatedTimestamp", "status"] }];
  }
  return [];
}

/** Vanta looks at MFA only where one does not log in by SSO. */
function lintMfa({ authMethod, mfaEnabled, mfaMethods, permissionLevel, status }: UserAccount): readonly Lint[] {
  if (authMethod === "SSO") return [];
  const found: Lint[] = [];
  const real = mfaMethods.filter((method) => method !== "UNSUPPORTED" && method !== "DISABLED");
  const fields: Field[] = ["mfaEnabled", "mfaMethods", "authMethod"];
  if (mfaEnabled && real.length === 0) {
    const message = text`mfaEnabled is true, but mfaMethods names no real method. Add the method in use (OTP, PUSH_PROMPT, …), or write false.`;
    found.push({ code: "mfa-without-method", message, fields });
  }
  if (!mfaEnabled && real.length > 0) {
    const message = text`mfaEnabled is false, but mfaMethods has ${real.join(", ")}. Write true, or [DISABLED] for the methods.`;
    found.push({ code: "method-without-mfa", message, fields });
  }
  if (!mfaEnabled && permissionLevel === "ADMIN" && authMethod === "PASSWORD" && status === "ACTIVE") {
    const message = text`An ADMIN logs in with a password and no second factor. Turn on MFA for this account in your system.`;
    found.push({ code: "admin-without-mfa", message, fields: ["permissionLevel", "authMethod", "mfaEnabled"] });
  }
  return found;
}

function lintTimes(account: UserAccount, now: Date): readonly Lint[] {
  const limit = now.getTime() + TOLERANCE_MS;
  const created = parseInstant(account.createdTimestamp) ?? 0;
  const found: Lint[] = [];
  for (const [field, value] of timesOf(account)) {
    const instant = parseInstant(value) ?? 0;
    if (instant > limit) {
      found.push({
        code: "future-timestamp",
        message: text`${field} lies in the future. Is the year right, and the offset?`,
        fields: [field],
      });
    } else if (instant < created && created <= limit) {
      const message = text`${field} is before createdTimestamp, so one of the two must be wrong.`;
      found.push({ code: "before-created", message, fields: [field, "createdTimestamp"] });
    }
  }
  return found;
}

function timesOf(account: UserAccount): [Field, string][] {
  const { createdTimestamp, updatedTimestamp, deactivatedTimestamp, lastLoginTimestamp, lastPasswordResetTimestamp } = account;
  const times: [Field, string | undefined][] = [
    ["createdTimestamp", createdTimestamp],
    ["updatedTimestamp", updatedTimestamp],
    ["deactivatedTimestamp", deactivatedTimestamp],
    ["lastLoginTimestamp", lastLoginTimestamp],
    ["lastPasswordResetTimestamp", lastPasswordResetTimestamp],
  ];
  return times.flatMap(([field, value]): [Field, string][] => (value === undefined ? [] : [[field, value]]));
}
