// What is known of Vanta's API, as JSON Schemas: the third party that both the client and the
// stand-in are checked against, so that a mistake is not made twice. From
// https://developer.vanta.com/reference/put-useraccount, and stricter where tenants were seen to
// be: no unknown fields, no nulls, no parameters.
import { Ajv, type ValidateFunction } from "ajv";
import addFormats from "ajv-formats";
import type { SeenRequest } from "./fake-vanta.js";

const text = { type: "string" };
const timestamp = { type: "string", format: "date-time" };
const choice = (...values: readonly string[]) => ({ type: "string", enum: values });

const required = {
  displayName: text,
  uniqueId: text,
  externalUrl: { type: "string", format: "uri", pattern: "^[Hh][Tt][Tt][Pp][Ss]://" },
  fullName: text,
  accountName: text,
  email: text,
  permissionLevel: choice("ADMIN", "EDITOR", "BASE"),
  createdTimestamp: timestamp,
  status: choice("ACTIVE", "DEACTIVATED"),
  mfaEnabled: { type: "boolean" },
  mfaMethods: {
    type: "array",
    items: choice(
      "UNSUPPORTED",
      "DISABLED",
      "SMS",
      "EMAIL",
      "OTP",
      "HARDWARE_TOKEN",
      "PUSH_PROMPT",
    ),
  },
  authMethod: choice("SSO", "PASSWORD", "TOKEN", "BIOMETRIC"),
};

const optional = {
  roleDescription: text,
  updatedTimestamp: timestamp,
  deactivatedTimestamp: timestamp,
  lastLoginTimestamp: timestamp,
  lastPasswordResetTimestamp: timestamp,
  groupIds: { type: "array", items: text },
};

const orNull = (schema: object) => ({ anyOf: [schema, { type: "null" }] });

/** An object with exactly these properties; `optional` ones may lack. */
const exactly = (properties: object, more: object = {}) => ({
  type: "object",
  required: Object.keys(properties),
  additionalProperties: false,
  properties: { ...properties, ...more },
});

/** A row as it comes back: optional fields may be null, and more may be added any day. */
const row = {
  type: "object",
  required: Object.keys(required),
  properties: {
    ...required,
    ...Object.fromEntries(
      Object.entries(optional).map(([field, schema]) => [field, orNull(schema)]),
    ),
    customProperties: orNull({ type: "object" }),
    createdAt: timestamp,
    updatedAt: timestamp,
    deletedAt: orNull(timestamp),
  },
};

const error = {
  type: "object",
  required: ["error"],
  properties: { error: { type: "string", minLength: 1 }, error_description: text },
};
const READ = "connectors.self:read-resource";
const WRITE = "connectors.self:write-resource";

/** The three calls that the action makes: the body, the query, and the answer to a 200. */
const CALLS: Readonly<
  Record<string, { readonly body?: object; readonly query: object; readonly answer: object }>
> = {
  "POST /oauth/token": {
    query: exactly({}),
    body: exactly({
      client_id: { type: "string", pattern: "^vci_" },
      client_secret: { type: "string", pattern: "^vcs_" },
      scope: choice(READ, `${WRITE} ${READ}`),
      grant_type: choice("client_credentials"),
    }),
    answer: exactly({
      access_token: { type: "string", pattern: "^vat_" },
      expires_in: { type: "integer", minimum: 1 },
      token_type: choice("Bearer"),
    }),
  },
  "GET /v1/resources/user_account": {
    query: exactly({ resourceId: { type: "string", minLength: 1 } }),
    answer: exactly({ resources: { type: "array", items: row } }),
  },
  "PUT /v1/resources/user_account": {
    query: exactly({}),
    body: exactly({
      resourceId: { type: "string", minLength: 1 },
      resources: { type: "array", items: exactly(required, optional) },
    }),
    answer: exactly({ success: { type: "boolean" } }),
  },
};

const ajv = new Ajv({ strict: false });
addFormats.default(ajv);
const compiled = new Map<object, ValidateFunction>();

function flawsOf(schema: object, value: unknown): readonly string[] {
  const validate = compiled.get(schema) ?? ajv.compile(schema);
  compiled.set(schema, validate);
  return validate(value)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/**
 * What the schemas have against an exchange; a refusal without JSON was answered before the API.
 */
export function checkExchange({ method, path, query, body, status, answer }: SeenRequest): {
  readonly request: readonly string[];
  readonly answer: readonly string[];
} {
  const call = CALLS[`${method} ${path}`];
  if (call === undefined) return { request: ["no such call"], answer: [] };
  const request = [
    ...flawsOf(call.query, query),
    ...(call.body === undefined ? [] : flawsOf(call.body, body)),
  ];
  if (status === 200) return { request, answer: flawsOf(call.answer, answer) };
  return { request, answer: answer === undefined ? [] : flawsOf(error, answer) };
}
