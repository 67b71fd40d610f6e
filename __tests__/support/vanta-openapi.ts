// What is known of Vanta's API, in our words, as an OpenAPI 3 document: the third party that both the client and the stand-in are
// checked against, so that a mistake is not made twice. From https://developer.vanta.com/reference/put-useraccount, and stricter
// where tenants were seen to be: no unknown fields, no nulls, no parameters.

const error = {
  type: "object",
  required: ["error"],
  properties: { error: { type: "string", minLength: 1 }, error_description: { type: "string" } },
};
const asJson = (schema: object) => ({ "application/json": { schema } });
const asHtml = { "text/html": { schema: { type: "string" } } };
const refused = (description: string) => ({ description, content: asJson(error) });
const blocked = (description: string) => ({
  description,
  content: { ...asJson(error), ...asHtml },
});

const timestamp = { type: "string", format: "date-time" };
const text = { type: "string" };
const mfaMethod = {
  type: "string",
  enum: ["UNSUPPORTED", "DISABLED", "SMS", "EMAIL", "OTP", "HARDWARE_TOKEN", "PUSH_PROMPT"],
};

const accountFields = {
  displayName: text,
  uniqueId: text,
  externalUrl: { type: "string", format: "uri", pattern: "^[Hh][Tt][Tt][Pp][Ss]://" },
  fullName: text,
  accountName: text,
  email: text,
  permissionLevel: { type: "string", enum: ["ADMIN", "EDITOR", "BASE"] },
  createdTimestamp: timestamp,
  status: { type: "string", enum: ["ACTIVE", "DEACTIVATED"] },
  mfaEnabled: { type: "boolean" },
  mfaMethods: { type: "array", items: mfaMethod },
  authMethod: { type: "string", enum: ["SSO", "PASSWORD", "TOKEN", "BIOMETRIC"] },
};

const optionalFields = {
  roleDescription: text,
  updatedTimestamp: timestamp,
  deactivatedTimestamp: timestamp,
  lastLoginTimestamp: timestamp,
  lastPasswordResetTimestamp: timestamp,
  groupIds: { type: "array", items: text },
};

/** An account as it may be sent to a resource without custom properties. */
const account = {
  type: "object",
  required: Object.keys(accountFields),
  additionalProperties: false,
  properties: { ...accountFields, ...optionalFields },
};

/** A row as it comes back: an optional field may be null or empty, a deleted row says so, and more may be added any day. */
const row = {
  type: "object",
  required: Object.keys(accountFields),
  properties: {
    ...accountFields,
    ...Object.fromEntries(
      Object.entries(optionalFields).map(([field, schema]) => [
        field,
        { ...schema, nullable: true },
      ]),
    ),
    customProperties: { type: "object", nullable: true },
    createdAt: timestamp,
    updatedAt: timestamp,
    deletedAt: { ...timestamp, nullable: true },
  },
};

const clientCredentials = {
  type: "object",
  required: ["client_id", "client_secret", "scope", "grant_type"],
  additionalProperties: false,
  properties: {
    client_id: { type: "string", pattern: "^vci_" },
    client_secret: { type: "string", pattern: "^vcs_" },
    scope: {
      type: "string",
      enum: [
        "connectors.self:read-resource",
        "connectors.self:write-resource connectors.self:read-resource",
      ],
    },
    grant_type: { type: "string", enum: ["client_credentials"] },
  },
};

const tokenAnswer = {
  type: "object",
  required: ["access_token", "expires_in", "token_type"],
  properties: {
    access_token: { type: "string", pattern: "^vat_" },
    expires_in: { type: "integer", minimum: 1 },
    token_type: { type: "string", enum: ["Bearer"] },
  },
};

/** The three calls that the action makes. */
export const VANTA_OPENAPI = {
  openapi: "3.0.3" as const,
  info: { title: "Vanta's API, as far as this action uses it", version: "1" },
  paths: {
    "/oauth/token": {
      post: {
        operationId: "token",
        summary:
          "One live token for an application: a new one voids the one before. Five a minute.",
        requestBody: { required: true, content: asJson(clientCredentials) },
        responses: {
          "200": { description: "A token for an hour.", content: asJson(tokenAnswer) },
          "400": refused(
            "Not these four strings, or a scope that the application lacks (invalid_scope).",
          ),
          "401": refused("No such pair of client and secret (invalid_client)."),
          "415": refused("Form encoding is not taken."),
          "429": refused("More than five a minute."),
        },
      },
    },
    "/v1/resources/user_account": {
      get: {
        operationId: "list",
        summary:
          "All rows of a resource, deleted ones too, on one page. A body is refused before the API is reached.",
        security: [{ token: ["connectors.self:read-resource"] }],
        parameters: [
          {
            name: "resourceId",
            in: "query",
            required: true,
            schema: { type: "string", minLength: 1 },
          },
        ],
        responses: {
          "200": {
            description: "The rows.",
            content: asJson({
              type: "object",
              required: ["resources"],
              properties: { resources: { type: "array", items: row } },
            }),
          },
          "400": refused("No resourceId, or another parameter."),
          "401": refused("No token, or one that is void."),
          "403": blocked("The scope is missing; as HTML, the request never reached the API."),
          "404": blocked("No such resource; as HTML, no such path."),
          "429": refused("More than about twenty a minute."),
        },
      },
      put: {
        operationId: "replace",
        summary: "Replaces every row of a resource, all or nothing. Who is not sent is deleted.",
        security: [{ token: ["connectors.self:write-resource"] }],
        requestBody: {
          required: true,
          content: asJson({
            type: "object",
            required: ["resourceId", "resources"],
            additionalProperties: false,
            properties: {
              resourceId: { type: "string", minLength: 1 },
              resources: { type: "array", items: account },
            },
          }),
        },
        responses: {
          "200": {
            description: "Taken.",
            content: asJson({
              type: "object",
              required: ["success"],
              properties: { success: { type: "boolean" } },
            }),
          },
          "400": refused("The first flaw that was found, with the index of its account."),
          "401": refused("No token, or one that is void."),
          "403": blocked("The scope is missing; as HTML, the request never reached the API."),
          "404": blocked("No such resource; as HTML, no such path."),
          "415": refused("Only JSON is taken."),
          "429": refused("More than about twenty a minute."),
        },
      },
    },
  },
  components: { securitySchemes: { token: { type: "http" as const, scheme: "bearer" } } },
};
