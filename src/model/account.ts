// One user account as Vanta's UserAccount resource defines it: its fields, its normal form, and what counts as equal.
// Source: https://developer.vanta.com/reference/put-useraccount

export const PERMISSION_LEVELS = ["ADMIN", "EDITOR", "BASE"] as const;
export const STATUSES = ["ACTIVE", "DEACTIVATED"] as const;
export const AUTH_METHODS = ["SSO", "PASSWORD", "TOKEN", "BIOMETRIC"] as const;
export const MFA_METHODS = [
  "UNSUPPORTED",
  "DISABLED",
  "SMS",
  "EMAIL",
  "OTP",
  "HARDWARE_TOKEN",
  "PUSH_PROMPT",
] as const;

/** The fields that every account must have, in Vanta's order. */
export const REQUIRED_FIELDS = [
  "displayName",
  "uniqueId",
  "externalUrl",
  "fullName",
  "accountName",
  "email",
  "permissionLevel",
  "createdTimestamp",
  "status",
  "mfaEnabled",
  "mfaMethods",
  "authMethod",
] as const;

/** The fields that an account may have, in Vanta's order; `customProperties` only for resources that define some. */
export const OPTIONAL_FIELDS = [
  "roleDescription",
  "updatedTimestamp",
  "deactivatedTimestamp",
  "lastLoginTimestamp",
  "lastPasswordResetTimestamp",
  "groupIds",
  "customProperties",
] as const;

export const FIELDS = [...REQUIRED_FIELDS, ...OPTIONAL_FIELDS] as const;

export type Field = (typeof FIELDS)[number];

/** RFC 3339 date-times. */
export const TIMESTAMP_FIELDS: ReadonlySet<string> = new Set<Field>([
  "createdTimestamp",
  "updatedTimestamp",
  "deactivatedTimestamp",
  "lastLoginTimestamp",
  "lastPasswordResetTimestamp",
]);

/** What the system does by itself when people use it: sent, but no change of the roster. */
export const ACTIVITY_FIELDS: ReadonlySet<string> = new Set<Field>([
  "lastLoginTimestamp",
  "lastPasswordResetTimestamp",
  "updatedTimestamp",
]);

/** The fields by which an account counts as changed, in Vanta's order. */
export const COMPARED_FIELDS: readonly Field[] = FIELDS.filter(
  (field) => !ACTIVITY_FIELDS.has(field),
);

/** Fields whose change is a change of access; `status` too, where somebody comes back to ACTIVE. */
export const ACCESS_FIELDS: ReadonlySet<string> = new Set<Field>([
  "email",
  "permissionLevel",
  "authMethod",
  "mfaEnabled",
  "mfaMethods",
]);

/** Fields that say something about a person; hidden where reports are redacted. */
export const PERSONAL_FIELDS: ReadonlySet<string> = new Set<Field>([
  "uniqueId",
  "displayName",
  "fullName",
  "accountName",
  "email",
  "externalUrl",
  "roleDescription",
  "groupIds",
  "customProperties",
]);

export type CustomProperties = Readonly<Record<string, boolean | number | string>>;

/** A valid account, as a roster defines it and as Vanta takes it. Timestamps are RFC 3339. */
export interface UserAccount {
  readonly displayName: string;
  readonly uniqueId: string;
  readonly externalUrl: string;
  readonly fullName: string;
  readonly accountName: string;
  readonly email: string;
  readonly permissionLevel: (typeof PERMISSION_LEVELS)[number];
  readonly createdTimestamp: string;
  readonly status: (typeof STATUSES)[number];
  readonly mfaEnabled: boolean;
  readonly mfaMethods: readonly (typeof MFA_METHODS)[number][];
  readonly authMethod: (typeof AUTH_METHODS)[number];
  readonly roleDescription?: string;
  readonly updatedTimestamp?: string;
  readonly deactivatedTimestamp?: string;
  readonly lastLoginTimestamp?: string;
  readonly lastPasswordResetTimestamp?: string;
  readonly groupIds?: readonly string[];
  readonly customProperties?: CustomProperties;
}

/** An account as Vanta returned it, or as it may be hidden for a report: only `uniqueId` is certain. */
export interface Row {
  readonly uniqueId: string;
  readonly [field: string]: unknown;
}

/** The account as a {@link Row}, for code that treats both alike. */
export function toRow(account: UserAccount): Row {
  return { ...account };
}

const OPTIONAL: ReadonlySet<string> = new Set<string>(OPTIONAL_FIELDS);

/** Whether a field says nothing about its account: an optional one that is absent, null, `[]` or `{}`. */
export function isUnsaid(field: string, value: unknown): boolean {
  return value === undefined || (OPTIONAL.has(field) && isNothing(value));
}

/** Whether two values of one field mean the same: timestamps as instants to the millisecond, lists as sets, and for
 * optional fields absent, null, `[]` and `{}` are one. */
export function sameValue(field: string, one: unknown, other: unknown): boolean {
  return normalForm(field, one) === normalForm(field, other);
}

/** A string that two values of one field share exactly when {@link sameValue} holds. */
export function normalForm(field: string, value: unknown): string {
  if (isUnsaid(field, value)) return "";
  if (TIMESTAMP_FIELDS.has(field) && typeof value === "string") {
    const instant = parseInstant(value);
    // Marked, so that a number of milliseconds (a row may hold anything) is not taken for the date-time.
    return instant === undefined ? JSON.stringify(value) : `@${instant}`;
  }
  if (Array.isArray(value)) return `[${[...new Set(value.map(canonicalJson))].sort().join(",")}]`;
  return canonicalJson(value);
}

/** Whether a value of an optional field says nothing: absent, null, `[]` or `{}`. */
export function isNothing(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  return typeof value === "object" && Object.keys(value).length === 0;
}

/** JSON with the keys of every object in code-unit order. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const pairs = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
    return `{${pairs.map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`).join(",")}}`;
  }
  return JSON.stringify(value) ?? "null";
}

/** Milliseconds since 1970 of a date-time with an offset (fractions cut, a leap second taken as the second after it), or
 * undefined where it cannot be read as one. Lenient: Vanta may normalise what it was sent. */
export function parseInstant(value: string): number | undefined {
  const match = /^(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d):(\d\d)(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/.exec(
    value,
  );
  if (match === null) return undefined;
  const [, date, minute, second, fraction = "", offset = ""] = match;
  const leap = second === "60";
  const instant = Date.parse(
    `${date}T${minute}:${leap ? "59" : second}${fraction.slice(0, 4)}${offset.toUpperCase()}`,
  );
  return Number.isNaN(instant) ? undefined : instant + (leap ? 1000 : 0);
}
