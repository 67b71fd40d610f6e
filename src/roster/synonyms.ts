// What people write who know another system: words that stand for a name or a value of ours, though they are not spelt like it.
import type { Field } from "../model/account.js";
import { nearest, normalizeWord } from "../model/nearest.js";
import type { ROSTER_KEYS } from "./syntax/quotes.js";

type Name = Field | (typeof ROSTER_KEYS)[number];

/** Words by what they mean; in small letters, without `_`, `-` and spaces. */
type Words<Meaning extends string> = Readonly<Partial<Record<Meaning, string>>>;

const NAMES: Words<Name> = {
  resources: "accounts users members people persons employees useraccounts roster",
  resourceId: "id",
  forget: "erase forgotten",
  uniqueId: "id userid accountid externalid memberid employeeid uid uuid guid",
  fullName: "name realname legalname",
  displayName: "nickname label",
  accountName: "username user login loginname userlogin handle account",
  email: "mail emailaddress mailaddress primaryemail useremail",
  externalUrl: "url link href profileurl weburl",
  permissionLevel:
    "role permission permissions level accesslevel access privilege privileges usertype",
  roleDescription: "title jobtitle description roletitle rolename job position",
  status: "state accountstatus userstatus",
  createdTimestamp:
    "created createdat createdon createdate createddate creationdate creationtime joined joinedat startdate",
  updatedTimestamp:
    "updated updatedat updatedon updatedate lastupdated modified modifiedat lastmodified",
  deactivatedTimestamp:
    "deactivated deactivatedat deactivatedon deactivationdate disabledat suspendedat terminatedat leftat enddate",
  lastLoginTimestamp:
    "lastlogin lastloginat lastlogindate lastsignin lastsigninat lastseen lastseenat lastactive lastactiveat",
  lastPasswordResetTimestamp:
    "lastpasswordreset lastpasswordresetat lastpasswordchange passwordchanged passwordchangedat passwordresetat",
  mfaEnabled: "mfa hasmfa mfaactive 2fa 2faenabled twofactor twofactorenabled",
  mfaMethods: "mfamethod mfatype mfatypes factors secondfactors 2famethods",
  authMethod: "auth authentication authenticationmethod authtype loginmethod signinmethod",
  groupIds: "groups group teams team groupid",
  customProperties: "custom properties attributes customattributes customfields",
};

const VALUES: Readonly<Partial<Record<Field, Words<string>>>> = {
  permissionLevel: {
    ADMIN: "administrator owner superuser superadmin superadministrator sysadmin root",
    EDITOR: "write writer edit readwrite contributor developer",
    BASE: "user member viewer view read readonly reader guest basic standard normal regular default",
  },
  status: {
    DEACTIVATED:
      "inactive inactivated deactive unactive nonactive notactive disabled disable suspended blocked locked banned deleted removed terminated archived revoked expired left former offboarded closed off",
    ACTIVE: "activated enabled enable current live on open",
  },
  mfaMethods: {
    OTP: "totp hotp authenticator authenticatorapp googleauthenticator app onetimepassword onetimepasscode",
    HARDWARE_TOKEN:
      "webauthn yubikey fido fido2 u2f passkey securitykey hardwarekey hardware key token",
    PUSH_PROMPT: "push pushnotification duo",
    SMS: "text textmessage phone",
    EMAIL: "mail",
    DISABLED: "none off no false",
    UNSUPPORTED: "unavailable notsupported",
  },
  authMethod: {
    SSO: "saml saml2 oidc openid openidconnect oauth oauth2 singlesignon google okta azuread entraid idp federated",
    PASSWORD: "pwd passwd local basic credentials usernamepassword",
    TOKEN: "apikey apitoken accesstoken key bearer pat serviceaccount",
    BIOMETRIC: "fingerprint faceid touchid",
  },
};

/** The meanings of every word. */
function byWord(words: Words<string>): ReadonlyMap<string, readonly string[]> {
  const meanings = new Map<string, string[]>();
  for (const [meaning, list] of Object.entries(words)) {
    for (const word of list?.split(" ") ?? [])
      meanings.set(word, [...(meanings.get(word) ?? []), meaning]);
  }
  return meanings;
}

const NAMES_BY_WORD = byWord(NAMES);
const VALUES_BY_WORD = new Map(
  Object.entries(VALUES).map(([field, words]) => [field, byWord(words ?? {})]),
);

/** The name of these that a key most likely stands for; undefined where none is near. */
export function meantName<Name extends string>(
  key: string,
  names: readonly Name[],
): Name | undefined {
  const meanings = NAMES_BY_WORD.get(normalizeWord(key)) ?? [];
  return names.find((name) => meanings.includes(name)) ?? nearest(key, names);
}

/** The allowed value of a field that another word most likely stands for; undefined where none is near. */
export function meantValue(
  field: Field,
  word: string,
  allowed: readonly string[],
): string | undefined {
  const words = VALUES_BY_WORD.get(field) ?? new Map<string, readonly string[]>();
  // A misspelt synonym too: INACTVE is nearer to "inactive" than to ACTIVE, which would be the wrong way round.
  const near = nearest(word, [...words.keys(), ...allowed]);
  const meanings = near === undefined ? [] : (words.get(near) ?? [near]);
  return allowed.find((value) => meanings.includes(value));
}
