// Contradictions in an account that deserve a warning: each field is valid, but they do not fit
// together. Fields that are wrong contradict nothing.
import { type Field, isSecondFactor, TIMESTAMP_FIELDS } from "../model/account.js";
import { instantIn } from "../model/equality.js";
import { type Message, msg } from "../model/message.js";
import type { ProblemCode } from "../model/problem-codes.js";
import { type FieldState, type FieldValue, isValue, NONE } from "./fields.js";

/**
 * Takes a warning about an account. `fields`: where it may be shown; the first that the account
 * itself has. None: at the account.
 */
export type Warn = (code: ProblemCode, message: Message, fields: readonly Field[]) => void;

/** How far a timestamp may be in the future, for clocks that differ. */
const TOLERANCE_MS = 5 * 60 * 1000;

/** What an account has in a field. */
type StateOf = (field: Field) => FieldState<string>;

/** Warns of what does not fit together in one account; `now` decides what is the future. */
export function lintAccount(stateOf: StateOf, now: Date, warn: Warn): void {
  const valueIn: ValueIn = (field) => {
    const state = stateOf(field);
    return isValue(state) ? state : undefined;
  };
  lintStatus(stateOf, warn);
  lintMfa(valueIn, warn);
  lintTimes(valueIn, now, warn);
}

/** The value of a field; undefined where there is none, or it is not known. */
type ValueIn = (field: Field) => FieldValue<string> | undefined;

function lintStatus(stateOf: StateOf, warn: Warn): void {
  const status = stateOf("status");
  const deactivated = stateOf("deactivatedTimestamp");
  if (status === "DEACTIVATED" && deactivated === NONE) {
    const message = msg`This account is DEACTIVATED, but has no deactivatedTimestamp. Add the time, so that reviewers can see when access ended.`;
    warn("deactivated-without-time", message, []);
  }
  if (status === "ACTIVE" && isValue(deactivated)) {
    const message = msg`This account is ACTIVE, but has a deactivatedTimestamp. Remove it, or write status: DEACTIVATED.`;
    warn("active-with-deactivation", message, ["deactivatedTimestamp", "status"]);
  }
}

/** Vanta ignores MFA where people sign in by SSO. */
function lintMfa(valueIn: ValueIn, warn: Warn): void {
  const authMethod = valueIn("authMethod");
  const mfaEnabled = valueIn("mfaEnabled");
  if (authMethod === undefined || authMethod === "SSO") return;
  const factors = realFactors(valueIn("mfaMethods"));
  if (mfaEnabled === true && factors?.length === 0) {
    const message = msg`mfaEnabled is true, but mfaMethods has no real method. Add the method in use (OTP, PUSH_PROMPT, …), or write false.`;
    warn("mfa-without-method", message, MFA_FIELDS);
  }
  if (mfaEnabled === false && factors !== undefined && factors.length > 0) {
    const message = msg`mfaEnabled is false, but mfaMethods has ${factors.join(", ")}. Write true, or [DISABLED] for the methods.`;
    warn("method-without-mfa", message, MFA_FIELDS);
  }
  const isAdmin = valueIn("permissionLevel") === "ADMIN";
  if (mfaEnabled === false && isAdmin && authMethod === "PASSWORD") {
    const message = msg`An ADMIN logs in with a password and no second factor. Turn on MFA for this account in your system.`;
    warn("admin-without-mfa", message, ["permissionLevel", "authMethod", "mfaEnabled"]);
  }
}

const MFA_FIELDS: readonly Field[] = ["mfaEnabled", "mfaMethods", "authMethod"];

/** The methods that are second factors; undefined where they are not known. */
function realFactors(methods: FieldValue<string> | undefined): readonly string[] | undefined {
  if (typeof methods !== "object" || "size" in methods) return undefined;
  return methods.filter(isSecondFactor);
}

function lintTimes(valueIn: ValueIn, now: Date, warn: Warn): void {
  const limit = now.getTime() + TOLERANCE_MS;
  const created = instantIn(valueIn("createdTimestamp"));
  for (const field of TIMESTAMP_FIELDS) {
    const instant = field === "createdTimestamp" ? created : instantIn(valueIn(field));
    if (instant === undefined) continue;
    if (instant > limit) {
      const message = msg`${field} lies in the future. Is the year right, and the offset?`;
      warn("future-timestamp", message, [field]);
    } else if (created !== undefined && instant < created && created <= limit) {
      const message = msg`${field} is before createdTimestamp, so one of the two must be wrong.`;
      warn("before-created", message, [field, "createdTimestamp"]);
    }
  }
}
