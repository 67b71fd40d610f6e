// The shape of a roster file as zod schemas, derived from the table of fields. roster.schema.json
// is printed from it for editors. Rules that JSON Schema cannot state (leap seconds, ports of URLs)
// are refinements.
import { z } from "zod";
import {
  ACCOUNT_FIELDS,
  FIELDS,
  type Field,
  type FieldSpec,
  OPTIONAL_FIELDS,
  REQUIRED_FIELDS,
  type UserAccount,
} from "../model/account.js";
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

const text = z.string().regex(TEXT);
const propertyName = z.string().regex(PROPERTY_NAME);
const integer = z.int().min(-2_147_483_648).max(2_147_483_647);

/** The value of a field as it goes to Vanta. */
function valueSchema(spec: FieldSpec): z.ZodType {
  switch (spec.kind) {
    case "text":
      return text;
    case "url":
      return z.string().regex(HTTPS_URL).refine(isHttpsUrl);
    case "email":
      return z.string().regex(EMAIL);
    case "timestamp":
      return z.string().regex(TIMESTAMP).refine(isTimestamp);
    case "boolean":
      return z.boolean();
    case "choice":
      return z.enum(spec.values);
    case "choices":
      return z.array(z.enum(spec.values));
    case "texts":
      return z.array(text);
    case "properties":
      return z.record(propertyName, z.union([z.boolean(), integer, text]));
  }
}

/** `{field}` in it is replaced. What comes of it must fit its field, which only the action sees. */
const template = z.string().regex(TEMPLATE_WITH_BRACES);
const textOrTemplate = z.string().regex(TEXT).regex(TEMPLATE);

/** The default of a field: the same, but strings may be templates. */
function defaultSchema(spec: FieldSpec): z.ZodType {
  switch (spec.kind) {
    case "text":
      return textOrTemplate;
    case "boolean":
      return valueSchema(spec);
    case "choices":
      return z.array(z.union([z.enum(spec.values), template]));
    case "texts":
      return z.array(textOrTemplate);
    case "properties":
      return z.record(propertyName, z.union([z.boolean(), integer, textOrTemplate]));
    default:
      return z.union([valueSchema(spec), template]);
  }
}

/** A schema for each of the fields. */
function shapeOf(
  fields: readonly Field[],
  schemaFor: (spec: FieldSpec) => z.ZodType,
): Record<string, z.ZodType> {
  return Object.fromEntries(fields.map((field) => [field, schemaFor(ACCOUNT_FIELDS[field])]));
}

const accountSchema = z.strictObject(
  shapeOf(FIELDS, (spec) => (spec.required ? valueSchema(spec) : valueSchema(spec).optional())),
);

/** Whether a value is a complete and valid account, as it goes to Vanta. */
export function isAccount(value: unknown): value is UserAccount {
  return accountSchema.safeParse(value).success;
}

const required = shapeOf(REQUIRED_FIELDS, (spec) => valueSchema(spec).describe(spec.description));
/** `null` means that there is none, also where the defaults have one. */
const optional = shapeOf(OPTIONAL_FIELDS, (spec) =>
  valueSchema(spec).nullable().describe(spec.description).optional(),
);

/** An account in a file without defaults, which must be complete. */
const wholeAccount = z
  .strictObject({ ...required, ...optional })
  .meta({ id: "Account", description: "One user account." });

/** An account beside defaults, which may supply all but its uniqueId. */
const accountBesideDefaults = z
  .strictObject({
    ...z.strictObject(required).partial().shape,
    uniqueId: valueSchema(ACCOUNT_FIELDS.uniqueId).describe(ACCOUNT_FIELDS.uniqueId.description),
    ...optional,
  })
  .meta({
    id: "AccountBesideDefaults",
    description: "One user account; what it leaves out is taken from defaults.",
  });

const defaults = z
  .strictObject(
    shapeOf(
      FIELDS.filter((field) => field !== "uniqueId"),
      (spec) =>
        spec.required
          ? defaultSchema(spec).describe(spec.description)
          : defaultSchema(spec).nullable().describe(spec.description),
    ),
  )
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
      .array(text)
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
