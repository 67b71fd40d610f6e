// The shape of a roster file as zod schemas, derived from the table of fields. roster.schema.json
// is printed from it for editors. Rules that JSON Schema cannot state (leap seconds, ports of URLs,
// invisible characters) are refinements.
import * as z from "zod/mini";
import {
  ACCOUNT_FIELDS,
  FIELDS,
  type Field,
  type FieldSpec,
  OPTIONAL_FIELDS,
  REQUIRED_FIELDS,
  type UserAccount,
} from "../model/account.js";
import { EMAIL, HTTPS_URL, isEmail, isHttpsUrl, isTimestamp, TIMESTAMP } from "./formats.js";
import { TEMPLATE, TEMPLATE_WITH_BRACES } from "./template.js";
import { invisibleIn, invisibleInName, PROPERTY_NAME, RESOURCE_ID, TEXT } from "./text.js";

const text = z.string().check(z.regex(TEXT));
const identifier = text.check(z.refine((value) => invisibleIn(value) === undefined));
const name = text.check(z.refine((value) => invisibleInName(value) === undefined));
const propertyName = z.string().check(z.regex(PROPERTY_NAME));
const integer = z.int().check(z.minimum(-2_147_483_648), z.maximum(2_147_483_647));

/** The value of a field as it goes to Vanta. */
function valueSchema(spec: FieldSpec): z.ZodMiniType {
  switch (spec.kind) {
    case "name":
      return name;
    case "identifier":
      return identifier;
    case "identifiers":
      return z.array(identifier);
    case "url":
      return z.string().check(z.regex(HTTPS_URL), z.refine(isHttpsUrl));
    case "email":
      return z.string().check(z.regex(EMAIL), z.refine(isEmail));
    case "timestamp":
      return z.string().check(z.regex(TIMESTAMP), z.refine(isTimestamp));
    case "boolean":
      return z.boolean();
    case "choice":
      return z.enum(spec.values);
    case "choices":
      return z.array(z.enum(spec.values));
    case "properties":
      return z.record(propertyName, z.union([z.boolean(), integer, text]));
  }
}

/** `{field}` in it is replaced. What comes of it must fit its field, which only the action sees. */
const template = z.string().check(z.regex(TEMPLATE_WITH_BRACES));
const textOrTemplate = z.string().check(z.regex(TEXT), z.regex(TEMPLATE));

/** The default of a field: the same, but strings may be templates. */
function defaultSchema(spec: FieldSpec): z.ZodMiniType {
  switch (spec.kind) {
    case "name":
    case "identifier":
      return textOrTemplate;
    case "boolean":
      return valueSchema(spec);
    case "choices":
      return z.array(z.union([z.enum(spec.values), template]));
    case "identifiers":
      return z.array(textOrTemplate);
    case "properties":
      return z.record(propertyName, z.union([z.boolean(), integer, textOrTemplate]));
    default:
      return z.union([valueSchema(spec), template]);
  }
}

/** The same schema, with what editors show. */
function describe<Schema extends z.ZodMiniType>(schema: Schema, description: string): Schema {
  return schema.check(z.describe(description));
}

/** A schema for each of the fields. */
function shapeOf(
  fields: readonly Field[],
  schemaFor: (spec: FieldSpec) => z.ZodMiniType,
): Record<string, z.ZodMiniType> {
  return Object.fromEntries(fields.map((field) => [field, schemaFor(ACCOUNT_FIELDS[field])]));
}

const accountSchema = z.strictObject(
  shapeOf(FIELDS, (spec) => (spec.required ? valueSchema(spec) : z.optional(valueSchema(spec)))),
);

/** Whether a value is a complete and valid account, as it goes to Vanta. */
export function isAccount(value: unknown): value is UserAccount {
  return accountSchema.safeParse(value).success;
}

const required = shapeOf(REQUIRED_FIELDS, (spec) => describe(valueSchema(spec), spec.description));
/** `null` means that there is none, also where the defaults have one. */
const optional = shapeOf(OPTIONAL_FIELDS, (spec) =>
  z.optional(describe(z.nullable(valueSchema(spec)), spec.description)),
);

/** An account in a file without defaults, which must be complete. */
const wholeAccount = z
  .strictObject({ ...required, ...optional })
  .check(z.meta({ id: "Account", description: "One user account." }));

/** An account beside defaults, which may supply all but its uniqueId. */
const accountBesideDefaults = z
  .strictObject({
    ...z.partial(z.strictObject(required)).shape,
    uniqueId: describe(valueSchema(ACCOUNT_FIELDS.uniqueId), ACCOUNT_FIELDS.uniqueId.description),
    ...optional,
  })
  .check(
    z.meta({
      id: "AccountBesideDefaults",
      description: "One user account; what it leaves out is taken from defaults.",
    }),
  );

const defaultShape = shapeOf(
  FIELDS.filter((field) => field !== "uniqueId"),
  (spec) =>
    describe(
      spec.required ? defaultSchema(spec) : z.nullable(defaultSchema(spec)),
      spec.description,
    ),
);

const defaults = z.partial(z.strictObject(defaultShape)).check(
  z.meta({
    id: "Defaults",
    description:
      "What every account of this file has unless it says otherwise. {field} in a string is replaced with that field of the account; {{ and }} are braces.",
  }),
);

const body = z
  .strictObject({
    $schema: z.optional(
      describe(z.string(), "Where an editor finds this schema. The action does not read it."),
    ),
    resourceId: z.optional(
      describe(
        z.string().check(z.regex(RESOURCE_ID)),
        "The Resource ID from Vanta's Developer Console. Files with the same one make one roster.",
      ),
    ),
    defaults: z.optional(z.nullable(defaults)),
    forget: z.optional(
      describe(
        z.nullable(z.array(identifier)),
        "uniqueIds that are never sent again, not even as DEACTIVATED: for a mistake, or a request for erasure.",
      ),
    ),
    resources: describe(
      z.array(accountBesideDefaults),
      "The accounts. An account that is not in the list is removed.",
    ),
  })
  .check(
    z.meta({
      id: "Roster",
      description: "The accounts of one resource, in the form of Vanta's API, with defaults.",
    }),
  );

// The body first: editors then report an unknown key in it, rather than that it is not a list.
const file = z.union([body, describe(z.array(wholeAccount), "A list of accounts.")]);

/** What editors show where a text does not match a pattern. */
const PATTERN_MESSAGES: ReadonlyMap<string, string> = new Map([
  [TEXT.source, "Write one line of text, without space before or after it."],
  [PROPERTY_NAME.source, "Write a name, without space before or after it."],
  [RESOURCE_ID.source, "Write the Resource ID from Vanta's Developer Console, without spaces."],
  [HTTPS_URL.source, "Write an https URL, such as https://admin.example.com/users/1001."],
  [EMAIL.source, "Write one email address, such as ada@example.com."],
  [TIMESTAMP.source, 'Write a date-time with an offset, such as "2024-03-01T09:00:00Z".'],
  [TEMPLATE.source, "Only names of fields can be in braces. Write literal braces as {{ and }}."],
  [TEMPLATE_WITH_BRACES.source, "Write a valid value, or one with {field} in it."],
]);

/** The JSON Schema (draft 7, which editors know best) of a roster file. */
export function rosterJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(file, {
    target: "draft-7",
    override: ({ zodSchema, jsonSchema }) => {
      // A place for anchors, which zod cannot express.
      if (zodSchema === body) jsonSchema.patternProperties = { "^x-": {} };
      for (const part of [jsonSchema, ...(jsonSchema.allOf ?? [])]) {
        const message = part.pattern && PATTERN_MESSAGES.get(part.pattern);
        if (message !== undefined && message !== "") part["patternErrorMessage"] = message;
      }
    },
  });
  return { title: "A roster of user accounts for Vanta", ...schema };
}
