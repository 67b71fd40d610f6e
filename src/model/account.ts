// A user account as Vanta's UserAccount resource defines it. One table has all that is known of its
// fields; types, sets, schemas and readers are derived from it.
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

/** What a value is. `values` are the allowed ones. */
type Kind =
  | {
      readonly kind:
        | "name"
        | "identifier"
        | "identifiers"
        | "url"
        | "email"
        | "timestamp"
        | "boolean"
        | "properties";
    }
  | {
      readonly kind: "choice" | "choices";
      readonly values: readonly string[];
      /** Other words for each value, separated by spaces, in the form of `normalizeWord`. */
      readonly valueSynonyms: Readonly<Record<string, string>>;
    };

/** One row of the table. */
export type FieldSpec = Kind & {
  readonly required: boolean;
  /** Says something about a person; masked where reports are redacted. */
  readonly personal: boolean;
  /** A change of it is a change of access. So is a return of `status` to ACTIVE. */
  readonly access: boolean;
  /** The system sets it when people use it: it is sent, but is not a change of the roster. */
  readonly activity: boolean;
  /** For editors. */
  readonly description: string;
  /** Names that other systems use for it, separated by spaces, in the form of `normalizeWord`. */
  readonly synonyms: string;
};

const PLAIN = { required: true, personal: false, access: false, activity: false } as const;
const PERSONAL = { ...PLAIN, personal: true } as const;
const ACCESS = { ...PLAIN, access: true } as const;
const OPTIONAL = { ...PLAIN, required: false } as const;
const ACTIVITY = { ...OPTIONAL, activity: true } as const;
const OPTIONAL_PERSONAL = { ...OPTIONAL, personal: true } as const;

/** Every field: the required ones, then the optional ones, each in Vanta's order. */
export const ACCOUNT_FIELDS = {
  displayName: {
    ...PERSONAL,
    kind: "name",
    description: "The name on Vanta's pages: that of the person, or of a service account.",
    synonyms: "nickname label",
  },
  uniqueId: {
    ...PERSONAL,
    kind: "identifier",
    description:
      "The permanent ID of the account, most often the primary key in your system. A new ID is a new account.",
    synonyms: "id userid accountid externalid memberid employeeid uid uuid guid",
  },
  externalUrl: {
    ...PERSONAL,
    kind: "url",
    description: "An https link to this account in your system, for access reviews.",
    synonyms: "url link href profileurl weburl",
  },
  fullName: {
    ...PERSONAL,
    kind: "name",
    description:
      "The person's full name: given name, space, family name. For a service account, its name.",
    synonyms: "name realname legalname",
  },
  accountName: {
    ...PERSONAL,
    kind: "identifier",
    description: "The login name, often the email address. For a service account, its name.",
    synonyms: "username user login loginname userlogin handle account",
  },
  email: {
    ...PERSONAL,
    access: true,
    kind: "email",
    description:
      "The email address by which Vanta links the account to a person. For a service account, that of its owner.",
    synonyms: "mail emailaddress mailaddress primaryemail useremail",
  },
  permissionLevel: {
    ...ACCESS,
    kind: "choice",
    values: PERMISSION_LEVELS,
    description:
      "The closest of three levels: ADMIN can manage the system, EDITOR can change data, BASE is everyone else.",
    synonyms: "role permission permissions level accesslevel access privilege privileges usertype",
    valueSynonyms: {
      ADMIN: "administrator owner superuser superadmin superadministrator sysadmin root",
      EDITOR: "write writer edit readwrite contributor developer",
      BASE: "user member viewer view read readonly reader guest basic standard normal regular default",
    },
  },
  createdTimestamp: {
    ...PLAIN,
    kind: "timestamp",
    description:
      "When the account was created: RFC 3339 with an offset, such as 2024-03-01T09:00:00Z.",
    synonyms:
      "created createdat createdon createdate createddate creationdate creationtime joined joinedat startdate",
  },
  status: {
    ...PLAIN,
    kind: "choice",
    values: STATUSES,
    description: "ACTIVE can log in; DEACTIVATED can no longer log in.",
    synonyms: "state accountstatus userstatus",
    valueSynonyms: {
      DEACTIVATED:
        "inactive inactivated deactive unactive nonactive notactive disabled disable suspended blocked locked banned deleted removed terminated archived revoked expired left former offboarded closed off",
      ACTIVE: "activated enabled enable current live on open",
    },
  },
  mfaEnabled: {
    ...ACCESS,
    kind: "boolean",
    description:
      "Whether a second factor is needed to log in. Vanta ignores it where authMethod is SSO.",
    synonyms: "mfa hasmfa mfaactive 2fa 2faenabled twofactor twofactorenabled",
  },
  mfaMethods: {
    ...ACCESS,
    kind: "choices",
    values: MFA_METHODS,
    description:
      "The second factors. [] for SSO, [DISABLED] if none is set up, [UNSUPPORTED] if the system has none.",
    synonyms: "mfamethod mfatype mfatypes factors secondfactors 2famethods",
    valueSynonyms: {
      OTP: "totp hotp authenticator authenticatorapp googleauthenticator app onetimepassword onetimepasscode",
      HARDWARE_TOKEN:
        "webauthn yubikey fido fido2 u2f passkey securitykey hardwarekey hardware key token",
      PUSH_PROMPT: "push pushnotification duo",
      SMS: "text textmessage phone",
      EMAIL: "mail",
      DISABLED: "none off no false",
      UNSUPPORTED: "unavailable notsupported",
    },
  },
  authMethod: {
    ...ACCESS,
    kind: "choice",
    values: AUTH_METHODS,
    description:
      "The way to log in: SSO, PASSWORD, TOKEN (an API or service account), or BIOMETRIC.",
    synonyms: "auth authentication authenticationmethod authtype loginmethod signinmethod",
    valueSynonyms: {
      SSO: "saml saml2 oidc openid openidconnect oauth oauth2 singlesignon google okta azuread entraid idp federated",
      PASSWORD: "pwd passwd local basic credentials usernamepassword",
      TOKEN: "apikey apitoken accesstoken key bearer pat serviceaccount",
      BIOMETRIC: "fingerprint faceid touchid",
    },
  },
  roleDescription: {
    ...OPTIONAL_PERSONAL,
    kind: "name",
    description: "The role as your system calls it, since permissionLevel has only three levels.",
    synonyms: "title jobtitle description roletitle rolename job position",
  },
  updatedTimestamp: {
    ...ACTIVITY,
    kind: "timestamp",
    description:
      "When the account was last changed in your system. A change of this field alone is not a change of the roster.",
    synonyms: "updated updatedat updatedon updatedate lastupdated modified modifiedat lastmodified",
  },
  deactivatedTimestamp: {
    ...OPTIONAL,
    kind: "timestamp",
    description: "When the account was deactivated.",
    synonyms:
      "deactivated deactivatedat deactivatedon deactivationdate disabledat suspendedat terminatedat leftat enddate",
  },
  lastLoginTimestamp: {
    ...ACTIVITY,
    kind: "timestamp",
    description:
      "When the account last logged in. A change of this field alone is not a change of the roster.",
    synonyms:
      "lastlogin lastloginat lastlogindate lastsignin lastsigninat lastseen lastseenat lastactive lastactiveat",
  },
  lastPasswordResetTimestamp: {
    ...ACTIVITY,
    kind: "timestamp",
    description:
      "When the password was last set. A change of this field alone is not a change of the roster.",
    synonyms:
      "lastpasswordreset lastpasswordresetat lastpasswordchange passwordchanged passwordchangedat passwordresetat",
  },
  groupIds: {
    ...OPTIONAL_PERSONAL,
    kind: "identifiers",
    description: "The IDs of the groups or teams that the account belongs to.",
    synonyms: "groups group teams team groupid",
  },
  customProperties: {
    ...OPTIONAL_PERSONAL,
    kind: "properties",
    description:
      "Values for the properties that the resource in Vanta defines itself; leave it out if it defines none.",
    synonyms: "custom properties attributes customattributes customfields",
  },
} as const satisfies Record<string, FieldSpec>;

type Table = typeof ACCOUNT_FIELDS;

export type Field = keyof Table;

type FieldWhere<Condition> = {
  [Name in Field]: Table[Name] extends Condition ? Name : never;
}[Field];

type RequiredField = FieldWhere<{ required: true }>;
const TEXT_KINDS = ["name", "identifier", "url", "email", "timestamp", "choice"] as const;
type TextKind = (typeof TEXT_KINDS)[number];
/** A field whose value is a single text. */
export type TextField = FieldWhere<{ kind: TextKind }>;

type Value<Spec extends FieldSpec> = Spec extends { readonly values: infer Values }
  ? Values extends readonly (infer Choice)[]
    ? Spec["kind"] extends "choice"
      ? Choice
      : readonly Choice[]
    : never
  : Spec["kind"] extends "boolean"
    ? boolean
    : Spec["kind"] extends "identifiers"
      ? readonly string[]
      : Spec["kind"] extends "properties"
        ? Readonly<Record<string, boolean | number | string>>
        : string;

/**
 * A valid account, as a roster defines it and as Vanta accepts it. Timestamps are RFC 3339.
 * `customProperties` has 32-bit integers only.
 */
export type UserAccount = { readonly [Name in RequiredField]: Value<Table[Name]> } & {
  readonly [Name in Exclude<Field, RequiredField>]?: Value<Table[Name]>;
};

/** An account as Vanta returned it, or as a report masks it: only `uniqueId` is certain. */
export interface Row {
  readonly uniqueId: string;
  readonly [field: string]: unknown;
}

/** Every field, in the order of the table. */
export const FIELDS: readonly Field[] = Object.keys(ACCOUNT_FIELDS).filter(isField);
export const REQUIRED_FIELDS: readonly RequiredField[] = FIELDS.filter(isRequired);
export const OPTIONAL_FIELDS = FIELDS.filter((field) => !isRequired(field));
/** The fields by which an account counts as changed. */
export const COMPARED_FIELDS = FIELDS.filter((field) => !ACCOUNT_FIELDS[field].activity);
export const TIMESTAMP_FIELDS = FIELDS.filter(
  (field) => ACCOUNT_FIELDS[field].kind === "timestamp",
);
export const TEXT_FIELDS: readonly TextField[] = FIELDS.filter(isTextField);

/** Whether an account is active. A row with an unknown status counts as active. */
export function isActive(row: Row): boolean {
  return row["status"] !== "DEACTIVATED";
}

/** Whether an entry of `mfaMethods` is a second factor, and not a word for none. */
export function isSecondFactor(method: string): boolean {
  return method !== "UNSUPPORTED" && method !== "DISABLED";
}

/** The required fields that a row has no value of. */
export function missingFields(row: Row): readonly Field[] {
  return REQUIRED_FIELDS.filter((field) => row[field] === undefined || row[field] === null);
}

/** Whether a name is that of a field. */
export function isField(name: string): name is Field {
  return Object.hasOwn(ACCOUNT_FIELDS, name);
}

/** Whether every account must have the field. */
export function isRequired(field: Field): field is RequiredField {
  return ACCOUNT_FIELDS[field].required;
}

/** Whether the value of a field is a single text. */
export function isTextField(field: Field): field is TextField {
  return TEXT_KINDS.some((kind) => kind === ACCOUNT_FIELDS[field].kind);
}

/** Whether a change of the field is a change of what someone may do, or how they sign in. */
export function isAccessField(name: string): boolean {
  return isField(name) && ACCOUNT_FIELDS[name].access;
}

/** Whether the field says something about a person. A field that is not known may, so it counts. */
export function isPersonalField(name: string): boolean {
  return isField(name) ? ACCOUNT_FIELDS[name].personal : !SERVER_FIELDS.has(name);
}

/** What only Vanta sets. */
const SERVER_FIELDS: ReadonlySet<string> = new Set(["createdAt", "updatedAt", "deletedAt"]);
