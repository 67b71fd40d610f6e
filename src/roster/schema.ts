// The shape of a roster file as zod schemas. What JSON Schema can state is stated here, and roster.schema.json is printed from
// it for editors; the rules beyond that (leap seconds, ports of URLs) are refinements.
import { z } from "zod";
import { AUTH_METHODS, MFA_METHODS, PERMISSION_LEVELS, STATUSES } from "../model/account.js";
import {
  EMAIL,
  HTTPS_URL,
  isHttpsUrl,
  isTimestamp,
  PROPERTY_NAME,
  RESOURCE_ID,
  TEXT,
  TIMESTAMP,
} from "./formats.js";
import { TEMPLATE, TEMPLATE_WITH_BRACES } from "./template.js";

const words = z.string().regex(TEXT);
const timestamp = z.string().regex(TIMESTAMP).refine(isTimestamp);
const url = z.string().regex(HTTPS_URL).refine(isHttpsUrl);
const email = z.string().regex(EMAIL);
const permissionLevel = z.enum(PERMISSION_LEVELS);
const status = z.enum(STATUSES);
const mfaMethods = z.array(z.enum(MFA_METHODS));
const authMethod = z.enum(AUTH_METHODS);
const propertyName = z.string().regex(PROPERTY_NAME);
const integer = z.int().min(-2_147_483_648).max(2_147_483_647);
const customProperties = z.record(propertyName, z.union([z.boolean(), integer, words]));

/** A whole account, as it goes to Vanta. */
export const accountSchema = z.strictObject({
  displayName: words,
  uniqueId: words,
  externalUrl: url,
  fullName: words,
  accountName: words,
  email,
  permissionLevel,
  createdTimestamp: timestamp,
  status,
  mfaEnabled: z.boolean(),
  mfaMethods,
  authMethod,
  roleDescription: words.exactOptional(),
  updatedTimestamp: timestamp.exactOptional(),
  deactivatedTimestamp: timestamp.exactOptional(),
  lastLoginTimestamp: timestamp.exactOptional(),
  lastPasswordResetTimestamp: timestamp.exactOptional(),
  groupIds: z.array(words).exactOptional(),
  customProperties: customProperties.exactOptional(),
});

/** Whether a value is a whole and valid account. */
export function isAccount(value: unknown): boolean {
  return accountSchema.safeParse(value).success;
}

const DESCRIPTIONS = {
  displayName:
    "How the account is called on Vanta's pages: the person's name, or the name of a service account.",
  uniqueId:
    "What identifies the account for good, most often the primary key in your system. A new one is a new account.",
  externalUrl: "An https link to this account in your system, for whoever reviews access.",
  fullName:
    "The person's full name, given name and family name with a space between. For a service account, its name.",
  accountName:
    "What one logs in with: the user name, often the e-mail address. For a service account, its name.",
  email:
    "The e-mail address by which Vanta links the account to a person. For a service account, that of its owner.",
  permissionLevel:
    "The nearest of three levels: ADMIN may manage the system, EDITOR may change things, BASE is everybody else.",
  createdTimestamp:
    "When the account was created: RFC 3339 with an offset, such as 2024-03-01T09:00:00Z.",
  status: "ACTIVE can log in; DEACTIVATED cannot any more.",
  mfaEnabled:
    "Whether a second factor is needed to log in. Vanta ignores it where authMethod is SSO.",
  mfaMethods:
    "The second factors. [] for SSO; [DISABLED] where there could be one and is not; [UNSUPPORTED] where there cannot.",
  authMethod: "How one logs in: SSO, PASSWORD, TOKEN (an API or service account), or BIOMETRIC.",
  roleDescription: "The role in your system's own words, since permissionLevel knows only three.",
  updatedTimestamp:
    "When the account was last changed in your system. A change of this alone is no change of the roster.",
  deactivatedTimestamp: "When the account was deactivated.",
  lastLoginTimestamp:
    "When the account last logged in. A change of this alone is no change of the roster.",
  lastPasswordResetTimestamp:
    "When the password was last set. A change of this alone is no change of the roster.",
  groupIds: "The IDs of the groups or teams that the account belongs to.",
  customProperties:
    "Values for the properties that the resource in Vanta defines itself; leave it out if it defines none.",
} as const;

/** `null` says that there is none, also where the defaults have one. */
const optional = {
  roleDescription: words.nullable().describe(DESCRIPTIONS.roleDescription).optional(),
  updatedTimestamp: timestamp.nullable().describe(DESCRIPTIONS.updatedTimestamp).optional(),
  deactivatedTimestamp: timestamp.nullable().describe(DESCRIPTIONS.deactivatedTimestamp).optional(),
  lastLoginTimestamp: timestamp.nullable().describe(DESCRIPTIONS.lastLoginTimestamp).optional(),
  lastPasswordResetTimestamp: timestamp
    .nullable()
    .describe(DESCRIPTIONS.lastPasswordResetTimestamp)
    .optional(),
  groupIds: z.array(words).nullable().describe(DESCRIPTIONS.groupIds).optional(),
  customProperties: customProperties.nullable().describe(DESCRIPTIONS.customProperties).optional(),
};

const required = {
  displayName: words.describe(DESCRIPTIONS.displayName),
  uniqueId: words.describe(DESCRIPTIONS.uniqueId),
  externalUrl: url.describe(DESCRIPTIONS.externalUrl),
  fullName: words.describe(DESCRIPTIONS.fullName),
  accountName: words.describe(DESCRIPTIONS.accountName),
  email: email.describe(DESCRIPTIONS.email),
  permissionLevel: permissionLevel.describe(DESCRIPTIONS.permissionLevel),
  createdTimestamp: timestamp.describe(DESCRIPTIONS.createdTimestamp),
  status: status.describe(DESCRIPTIONS.status),
  mfaEnabled: z.boolean().describe(DESCRIPTIONS.mfaEnabled),
  mfaMethods: mfaMethods.describe(DESCRIPTIONS.mfaMethods),
  authMethod: authMethod.describe(DESCRIPTIONS.authMethod),
};

/** An account in a file without defaults: everything stands in it. */
const wholeAccount = z
  .strictObject({ ...required, ...optional })
  .meta({ id: "Account", description: "One user account." });

/** An account beside defaults, which may fill in all but its uniqueId. */
const accountBesideDefaults = z
  .strictObject({
    ...z.strictObject(required).partial().shape,
    uniqueId: required.uniqueId,
    ...optional,
  })
  .meta({
    id: "AccountBesideDefaults",
    description: "One user account; what it leaves out is taken from defaults.",
  });

/** Text in defaults may hold `{field}`; what comes out must have the form of its own field, which only the action can see. */
const template = z.string().regex(TEMPLATE_WITH_BRACES);
const wordsOrTemplate = z.string().regex(TEXT).regex(TEMPLATE);
const customDefaults = z.record(propertyName, z.union([z.boolean(), integer, wordsOrTemplate]));

const defaults = z
  .strictObject({
    displayName: wordsOrTemplate.describe(DESCRIPTIONS.displayName),
    externalUrl: z.union([url, template]).describe(DESCRIPTIONS.externalUrl),
    fullName: wordsOrTemplate.describe(DESCRIPTIONS.fullName),
    accountName: wordsOrTemplate.describe(DESCRIPTIONS.accountName),
    email: z.union([email, template]).describe(DESCRIPTIONS.email),
    permissionLevel: z.union([permissionLevel, template]).describe(DESCRIPTIONS.permissionLevel),
    createdTimestamp: z.union([timestamp, template]).describe(DESCRIPTIONS.createdTimestamp),
    status: z.union([status, template]).describe(DESCRIPTIONS.status),
    mfaEnabled: z.boolean().describe(DESCRIPTIONS.mfaEnabled),
    mfaMethods: z.array(z.union([z.enum(MFA_METHODS), template])).describe(DESCRIPTIONS.mfaMethods),
    authMethod: z.union([authMethod, template]).describe(DESCRIPTIONS.authMethod),
    roleDescription: wordsOrTemplate.nullable().describe(DESCRIPTIONS.roleDescription),
    updatedTimestamp: z
      .union([timestamp, template])
      .nullable()
      .describe(DESCRIPTIONS.updatedTimestamp),
    deactivatedTimestamp: z
      .union([timestamp, template])
      .nullable()
      .describe(DESCRIPTIONS.deactivatedTimestamp),
    lastLoginTimestamp: z
      .union([timestamp, template])
      .nullable()
      .describe(DESCRIPTIONS.lastLoginTimestamp),
    lastPasswordResetTimestamp: z
      .union([timestamp, template])
      .nullable()
      .describe(DESCRIPTIONS.lastPasswordResetTimestamp),
    groupIds: z.array(wordsOrTemplate).nullable().describe(DESCRIPTIONS.groupIds),
    customProperties: customDefaults.nullable().describe(DESCRIPTIONS.customProperties),
  })
  .partial()
  .meta({
    id: "Defaults",
    description:
      "What every account of this file has unless it says otherwise. {field} in a text stands for that field of the account; {{ and }} are braces.",
  });

const body = z
  .strictObject({
    $schema: z
      .string()
      .describe("Where an editor finds this schema. The action does not read it.")
      .optional(),
    resourceId: z
      .string()
      .regex(RESOURCE_ID)
      .describe(
        "The Resource ID from Vanta's Developer Console. Files with the same one make one roster.",
      )
      .optional(),
    defaults: defaults
      .nullable()
      .describe("What every account of this file has unless it says otherwise.")
      .optional(),
    forget: z
      .array(words)
      .nullable()
      .describe(
        "uniqueIds that are never sent on, not even as DEACTIVATED: a mistake, or a request for erasure.",
      )
      .optional(),
    resources: z
      .array(accountBesideDefaults)
      .describe("The accounts: everybody who is to have one."),
  })
  .meta({
    id: "Roster",
    description: "The accounts of one resource, as Vanta's API takes them, with defaults.",
  });

const file = z.union([z.array(wholeAccount).describe("A list of accounts."), body]);

/** The JSON Schema (draft 7, which editors know best) of a roster file. */
export function rosterJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(file, {
    target: "draft-7",
    override: ({ zodSchema, jsonSchema }) => {
      // A place for anchors, which zod has no word for.
      if (zodSchema === body) jsonSchema.patternProperties = { "^x-": {} };
    },
  });
  return { title: "A roster of user accounts for Vanta", ...schema };
}
