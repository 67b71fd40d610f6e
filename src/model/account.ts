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
