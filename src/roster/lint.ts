// Contradictions in accounts that are worth a warning: nothing is wrong with the form, but something cannot be so. Fields that are
// wrong in themselves contradict nothing.
import type { Field } from "../model/account.js";
import { parseInstant } from "../model/equality.js";
import { type Message, msg } from "../model/message.js";
import type { RosterCode } from "../model/problem-codes.js";
import type { FieldValue } from "./fields.js";

/** A warning about an account. `fields`: where it may stand; the first one that the account itself says. None: at the account. */
export interface Lint {
  readonly code: RosterCode;
  readonly message: Message;
  readonly fields: readonly Field[];
}

/** How far a timestamp may lie in the future, for clocks that differ. */
const TOLERANCE_MS = 5 * 60 * 1000;

/** What an account has in a field. null: nothing; undefined: that is not known, or it is wrong. */
type ValueIn = (field: Field) => FieldValue<string> | undefined;

/** The warnings about one account; `now` decides what is the future. */
export function lintAccount(valueIn: ValueIn, now: Date): readonly Lint[] {
  return [...lintStatus(valueIn), ...lintMfa(valueIn), ...lintTimes(valueIn, now)];
}

function lintStatus(valueIn: ValueIn): readonly Lint[] {
  const status = valueIn("status");
  const deactivated = valueIn("deactivatedTimestamp");
  if (status === "DEACTIVATED" && deactivated === null) {
    const message = msg`This account is DEACTIVATED, but has no deactivatedTimestamp. Add the time, for whoever reviews when access ended.`;
    return [{ code: "deactivated-without-time", message, fields: [] }];
  }
  if (status === "ACTIVE" && typeof deactivated === "string") {
    const message = msg`This account is ACTIVE, but has a deactivatedTimestamp. Remove it, or write status: DEACTIVATED.`;
    return [
      { code: "active-with-deactivation", message, fields: ["deactivatedTimestamp", "status"] },
    ];
  }
  return [];
}

/** Vanta looks at MFA only where one does not log in by SSO. */
function lintMfa(valueIn: ValueIn): readonly Lint[] {
  const authMethod = valueIn("authMethod");
  const mfaEnabled = valueIn("mfaEnabled");
  if (typeof authMethod !== "string" || authMethod === "SSO") return [];
  const found: Lint[] = [];
  const real = realMethods(valueIn("mfaMethods"));
  const fields: Field[] = ["mfaEnabled", "mfaMethods", "authMethod"];
  if (mfaEnabled === true && real?.length === 0) {
    const message = msg`mfaEnabled is true, but mfaMethods names no real method. Add the method in use (OTP, PUSH_PROMPT, …), or write false.`;
    found.push({ code: "mfa-without-method", message, fields });
  }
  if (mfaEnabled === false && real !== undefined && real.length > 0) {
    const message = msg`mfaEnabled is false, but mfaMethods has ${real.join(", ")}. Write true, or [DISABLED] for the methods.`;
    found.push({ code: "method-without-mfa", message, fields });
  }
  if (mfaEnabled === false && valueIn("permissionLevel") === "ADMIN" && authMethod === "PASSWORD") {
    const message = msg`An ADMIN logs in with a password and no second factor. Turn on MFA for this account in your system.`;
    found.push({
      code: "admin-without-mfa",
      message,
      fields: ["permissionLevel", "authMethod", "mfaEnabled"],
    });
  }
  return found;
}

/** The second factors that are some; undefined where they are not known. */
function realMethods(methods: FieldValue<string> | undefined): readonly string[] | undefined {
  if (typeof methods !== "object" || methods === null || "size" in methods) return undefined;
  return methods.filter((method) => method !== "UNSUPPORTED" && method !== "DISABLED");
}

function lintTimes(valueIn: ValueIn, now: Date): readonly Lint[] {
  const limit = now.getTime() + TOLERANCE_MS;
  const created = instantOf(valueIn("createdTimestamp"));
  const found: Lint[] = [];
  for (const field of TIMES) {
    const instant = instantOf(valueIn(field));
    if (instant === undefined) continue;
    if (instant > limit) {
      found.push({
        code: "future-timestamp",
        message: msg`${field} lies in the future. Is the year right, and the offset?`,
        fields: [field],
      });
    } else if (created !== undefined && instant < created && created <= limit) {
      const message = msg`${field} is before createdTimestamp, so one of the two must be wrong.`;
      found.push({ code: "before-created", message, fields: [field, "createdTimestamp"] });
    }
  }
  return found;
}

const TIMES = [
  "createdTimestamp",
  "updatedTimestamp",
  "deactivatedTimestamp",
  "lastLoginTimestamp",
  "lastPasswordResetTimestamp",
] as const satisfies readonly Field[];

function instantOf(value: FieldValue<string> | undefined): number | undefined {
  return typeof value === "string" ? parseInstant(value) : undefined;
}
