// A stand-in for Vanta on 127.0.0.1: stateful, as strict as Vanta is known to be, with faults on
// order. For the tests, and for the demo, which loads it with its types stripped: so it is one file
// and imports only modules of Node.js.
import { randomBytes } from "node:crypto";
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from "node:http";
import { pipeline, Readable } from "node:stream";
import { buffer } from "node:stream/consumers";

/** A row as Vanta keeps it: an account, and the fields that only the server sets. */
export interface StoredRow {
  readonly uniqueId: string;
  readonly [field: string]: unknown;
}

/** A resource that is declared in the Developer Console. */
export interface ResourceSeed {
  /** What it has at first; a row with a `deletedAt` is a deleted one. */
  readonly rows?: readonly { readonly uniqueId: string }[];
  /** The custom properties that it defines; without any, `customProperties` is an extra key. */
  readonly customProperties?: readonly string[];
}

/** Credentials, and what they give access to. */
export interface Application {
  readonly clientId: string;
  readonly clientSecret: string;
  /** The scopes that it may have; both by default. */
  readonly scopes?: readonly string[];
  /** The IDs of its resources. */
  readonly resources: readonly string[];
}

export interface FakeVantaOptions {
  readonly resources: Readonly<Record<string, ResourceSeed>>;
  readonly clientId?: string;
  readonly clientSecret?: string;
  /** The scopes that the application may have; both by default. */
  readonly scopes?: readonly string[];
  /** Further applications. Their resources are not those of the first one. */
  readonly applications?: readonly Application[];
  /** Whether a PUT replaces the rows of its resource (default) or of the whole application. */
  readonly replaces?: "resource" | "application";
  /** Whether a list has timestamps as they were written (default), or in UTC with milliseconds. */
  readonly timestamps?: "written" | "normalized";
  /** What a list has for an absent optional field: nothing (default), null, or `[]` and `{}`. */
  readonly absent?: "absent" | "null" | "empty";
  /** The order of a list: as the rows were first sent (default), or backwards. */
  readonly order?: "sent" | "reversed";
  /** How many lists after a PUT still show the rows before it; 0 by default. */
  readonly lag?: number;
  /** 3600 by default. */
  readonly tokenSeconds?: number;
  /** 5 by default, as Vanta has it; Infinity for none. */
  readonly tokensPerMinute?: number;
  /** Of GET and PUT; unlimited by default, Vanta has about 20. */
  readonly requestsPerMinute?: number;
  /** Time of the server; the real one by default. */
  readonly now?: () => Date;
}

/**
 * `list` is a GET before the run's first PUT, `readback` one after it. A run begins with a token
 * that no 401 made necessary.
 */
export type CallKind = "token" | "list" | "put" | "readback";

/**
 * What goes wrong. `applied`: the request takes effect all the same, or `later`: once
 * {@link FakeVanta.land} is called.
 */
export type Trouble =
  /** This answer in place of the true one; a body that is no string is sent as JSON. */
  | {
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: unknown;
      readonly applied?: boolean | "later";
    }
  /** An HTML page of this status, as from a firewall. */
  | { readonly html: number; readonly applied?: boolean | "later" }
  /** To this address, with status 308 or another. */
  | { readonly redirect: string; readonly status?: number }
  /** The connection is reset: before the request, within it, or when it has taken effect. */
  | { readonly reset: "before" | "during" | "after" }
  /** The true answer, cut in its middle. */
  | { readonly cut: true }
  /** No answer. */
  | { readonly hang: true; readonly applied?: boolean | "later" }
  /** The true answer, one byte every so many milliseconds. */
  | { readonly trickle: number }
  /** A list of this many bytes. */
  | { readonly huge: number }
  /** Another program fetches a token just before. */
  | { readonly revoke: true }
  /** The true answer, but this account is not stored. */
  | { readonly lose: string };

export type Fault = Trouble & {
  readonly on: CallKind;
  /** Counted among the requests of this kind from now on; 1 (the next) by default. */
  readonly nth?: number;
  /** How often in a row; once by default. */
  readonly times?: number;
};

/** A request as it came in. */
export interface SeenRequest {
  readonly kind: CallKind | "other";
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: IncomingHttpHeaders;
  /** As it came. */
  readonly text: string;
  /** The JSON value, or undefined where it is none. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into it
  readonly body: any;
  /** Of the answer; undefined where there was none. */
  readonly status: number | undefined;
  /** Of the answer, where it is JSON. */
  readonly answer: unknown;
  /** Whether an ordered fault met it. */
  readonly faulty: boolean;
}

export interface FakeVanta {
  /** An origin. */
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly requests: readonly SeenRequest[];
  /** The requests in short: `TOKEN`, `GET`, `PUT`; anything else with its path. */
  calls(): readonly string[];
  /** The bodies of the PUTs, in order. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into them
  puts(): readonly any[];
  /**
   * The accounts that are not deleted, without what only the server sets, in the order they came.
   */
  live(resourceId: string): readonly StoredRow[];
  /** The `uniqueId`s of the deleted ones. */
  deleted(resourceId: string): readonly string[];
  /** Everything that a list returns. */
  rows(resourceId: string): readonly StoredRow[];
  /** Replaces what a resource has, or declares a new one. */
  seed(resourceId: string, seed: ResourceSeed): void;
  /** Lets every request take effect that was to do so `later`. */
  land(): void;
  /** Orders a fault; several are met in the order they were ordered. */
  fault(fault: Fault): void;
  /** Another program fetches a token: the one in use is revoked. */
  revoke(): void;
  /** The client secret and every token so far: they must never be shown. */
  secrets(): readonly string[];
  close(): Promise<void>;
}

const ACCOUNTS = "/v1/resources/user_account";
const READ = "connectors.self:read-resource";
const WRITE = "connectors.self:write-resource";

/** Starts the stand-in on a free port of 127.0.0.1. */
export async function startFakeVanta(options: FakeVantaOptions): Promise<FakeVanta> {
  const world = newWorld(options);
  const server = createServer((incoming, outgoing) => {
    handle(world, incoming, outgoing).catch(() => outgoing.destroy());
  });
  server.requestTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    clientId: world.clientId,
    clientSecret: world.clientSecret,
    requests: world.requests,
    calls: () =>
      world.requests.map(({ kind, method, path }) =>
        kind === "other" ? `${method} ${path}` : callName(kind),
      ),
    puts: () => world.requests.filter(({ kind }) => kind === "put").map(({ body }) => body),
    live: (resourceId) =>
      [...resourceOf(world, resourceId).rows.values()].filter(isLive).map(withoutServerFields),
    deleted: (resourceId) =>
      [...resourceOf(world, resourceId).rows.values()]
        .filter((row) => !isLive(row))
        .map(({ uniqueId }) => uniqueId),
    rows: (resourceId) => listed(world, resourceOf(world, resourceId)),
    seed: (resourceId, seed) => {
      world.resources.set(resourceId, newResource(seed, world.now()));
    },
    land: () => {
      for (const take of world.pending.splice(0)) take();
    },
    fault: ({ nth = 1, times = 1, ...fault }) => {
      world.faults.push({ fault, skip: nth - 1, left: times });
    },
    revoke: () => revoke(world),
    secrets: () => [...world.applications.map((one) => one.clientSecret), ...world.tokens],
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function callName(kind: CallKind): string {
  return { token: "TOKEN", list: "GET", readback: "GET", put: "PUT" }[kind];
}

// ----- State

interface Resource {
  /** By `uniqueId`. */
  rows: Map<string, StoredRow>;
  /** The rows before the last PUT, and for how many lists they are still shown. */
  stale: { readonly rows: Resource["rows"]; left: number };
  readonly customProperties: ReadonlySet<string>;
}

interface Token {
  readonly value: string;
  readonly scopes: readonly string[];
  readonly application: Application;
  readonly expires: number;
}

interface World {
  readonly options: FakeVantaOptions;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly applications: readonly Application[];
  readonly resources: Map<string, Resource>;
  readonly requests: Entry[];
  readonly faults: {
    readonly fault: Trouble & { readonly on: CallKind };
    skip: number;
    left: number;
  }[];
  readonly now: () => Date;
  /** Every token so far. */
  readonly tokens: string[];
  /** The one live token of each application, by its client ID. */
  readonly live: Map<string, Token>;
  /** What takes effect later. */
  readonly pending: (() => void)[];
  /** Whether this run has sent a PUT. */
  written: boolean;
  readonly tokenTimes: number[];
  readonly requestTimes: number[];
}

type Entry = { -readonly [Key in keyof SeenRequest]: SeenRequest[Key] };

function newWorld(options: FakeVantaOptions): World {
  const now = options.now ?? (() => new Date());
  const { applications: others = [] } = options;
  const clientId = options.clientId ?? `vci_${randomBytes(8).toString("hex")}`;
  const clientSecret = options.clientSecret ?? `vcs_${randomBytes(16).toString("hex")}`;
  const resources: string[] = [];
  const first = { clientId, clientSecret, scopes: options.scopes ?? [READ, WRITE], resources };
  return {
    options,
    clientId,
    clientSecret,
    applications: [first, ...others],
    resources: new Map(
      Object.entries(options.resources).map(([id, seed]) => [id, newResource(seed, now())]),
    ),
    requests: [],
    faults: [],
    now,
    tokens: [],
    live: new Map(),
    pending: [],
    written: false,
    tokenTimes: [],
    requestTimes: [],
  };
}

function newResource({ rows = [], customProperties = [] }: ResourceSeed, now: Date): Resource {
  const time = now.toISOString();
  const stored = rows.map((row): [string, StoredRow] => [
    row.uniqueId,
    { createdAt: time, updatedAt: time, ...row },
  ]);
  return {
    rows: new Map(stored),
    stale: { rows: new Map(), left: 0 },
    customProperties: new Set(customProperties),
  };
}

function resourceOf({ resources }: World, resourceId: string): Resource {
  const resource = resources.get(resourceId);
  if (resource === undefined) throw new Error(`The stand-in has no resource ${resourceId}`);
  return resource;
}

/** The resource, if it belongs to this application. */
function findResource(world: World, resourceId: string, application: Application) {
  const owner = world.applications.find(({ resources }) => resources.includes(resourceId));
  const isOwn = application === (owner ?? world.applications[0]);
  return isOwn ? world.resources.get(resourceId) : undefined;
}

function isLive({ deletedAt }: StoredRow): boolean {
  return deletedAt === undefined || deletedAt === null;
}

function withoutServerFields({
  createdAt,
  updatedAt,
  deletedAt,
  ...account
}: StoredRow): StoredRow {
  return { ...account, uniqueId: account.uniqueId };
}

function listed({ options }: World, { rows }: Pick<Resource, "rows">): readonly StoredRow[] {
  const all = [...rows.values()].map((row) => ({
    ...absentFields(options.absent),
    ...normalize(row, options.timestamps),
  }));
  return options.order === "reversed" ? all.reverse() : all;
}

const OPTIONAL = [
  "roleDescription",
  "updatedTimestamp",
  "deactivatedTimestamp",
  "lastLoginTimestamp",
  "lastPasswordResetTimestamp",
  "groupIds",
  "customProperties",
  "deletedAt",
];

function absentFields(
  absent: FakeVantaOptions["absent"] = "absent",
): Readonly<Record<string, unknown>> {
  if (absent === "absent") return {};
  const empty: Readonly<Record<string, unknown>> =
    absent === "empty" ? { groupIds: [], customProperties: {} } : {};
  return { ...Object.fromEntries(OPTIONAL.map((field) => [field, null])), ...empty };
}

function normalize(
  row: StoredRow,
  timestamps: FakeVantaOptions["timestamps"] = "written",
): StoredRow {
  if (timestamps === "written") return row;
  const fields = Object.entries(row).map(([field, value]) => [
    field,
    field.endsWith("Timestamp") ? inUtc(value) : value,
  ]);
  return { ...Object.fromEntries(fields), uniqueId: row.uniqueId };
}

function inUtc(value: unknown): unknown {
  const time = typeof value === "string" ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? value : new Date(time).toISOString();
}

function revoke(world: World): void {
  world.live.clear();
}

// ----- The true answers

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** What the request does besides. */
  readonly effect?: () => void;
}

function json(status: number, value: unknown): Answer {
  return {
    status,
    headers: { "content-type": "application/json; charset=utf-8" },
    body: JSON.stringify(value),
  };
}

function html(status: number): Answer {
  const body = `<!DOCTYPE html>\n<html><head><title>${status}</title></head><body><h1>${status}</h1><p>The request could not be satisfied.</p></body></html>\n`;
  return { status, headers: { "content-type": "text/html; charset=utf-8" }, body };
}

/** Answers, and takes effect at once. */
function answerTruly(world: World, request: Entry, lose?: string): Answer {
  const answer = findAnswer(world, request, lose);
  answer.effect?.();
  return answer;
}

function findAnswer(world: World, request: Entry, lose?: string): Answer {
  const { method, path, headers } = request;
  const hasBody = request.text !== "" || headers["transfer-encoding"] !== undefined;
  if (method === "GET" && hasBody) return html(403);
  if (method === "POST" && path === "/oauth/token") return answerToken(world, request);
  if (path !== ACCOUNTS || (method !== "GET" && method !== "PUT")) return html(404);
  const token = [...world.live.values()].find(
    ({ value, expires }) =>
      headers.authorization === `Bearer ${value}` && world.now().getTime() < expires,
  );
  if (token === undefined) return json(401, { error: "unauthorized" });
  const { requestsPerMinute = Number.POSITIVE_INFINITY } = world.options;
  if (isOver(world.requestTimes, requestsPerMinute, world.now())) {
    return json(429, { error: "Too many requests" });
  }
  const scope = method === "GET" ? READ : WRITE;
  if (!token.scopes.includes(scope)) return json(403, { error: `Missing scope ${scope}` });
  return method === "GET"
    ? answerList(world, request, token)
    : answerPut(world, request, token, lose);
}

/** Counts this request, and says whether it is beyond the limit of the last minute. */
function isOver(times: number[], limit: number, now: Date): boolean {
  const time = now.getTime();
  while (times[0] !== undefined && times[0] <= time - 60_000) times.shift();
  if (times.length >= limit) return true;
  times.push(time);
  return false;
}

function answerToken(world: World, { headers, body, text }: Entry): Answer {
  if (!isJson(headers))
    return json(415, {
      error: "invalid_request",
      error_description: "The body must be application/json",
    });
  if (typeof body !== "object" || body === null)
    return json(400, {
      error: "invalid_request",
      error_description: `Not JSON: ${text.length} characters`,
    });
  const missing = ["client_id", "client_secret", "scope", "grant_type"].find(
    (key) => typeof body[key] !== "string",
  );
  if (missing !== undefined)
    return json(400, {
      error: "invalid_request",
      error_description: `${missing} must be a string`,
    });
  if (isOver(world.tokenTimes, world.options.tokensPerMinute ?? 5, world.now()))
    return json(429, { error: "Too many requests" });
  if (body.grant_type !== "client_credentials")
    return json(400, { error: "unsupported_grant_type" });
  const application = world.applications.find(
    ({ clientId, clientSecret }) =>
      body.client_id === clientId && body.client_secret === clientSecret,
  );
  if (application === undefined) return json(401, { error: "invalid_client" });
  const { clientId, scopes: allowed = [READ, WRITE] } = application;
  const scopes: string[] = body.scope.split(" ");
  if (scopes.some((scope) => !allowed.includes(scope)))
    return json(400, { error: "invalid_scope" });
  const value = `vat_${randomBytes(24).toString("base64url")}`;
  world.tokens.push(value);
  const { tokenSeconds = 3600 } = world.options;
  const expires = world.now().getTime() + tokenSeconds * 1000;
  world.live.set(clientId, { value, scopes, application, expires });
  return json(200, { access_token: value, expires_in: tokenSeconds, token_type: "Bearer" });
}

function isJson(headers: IncomingHttpHeaders): boolean {
  return /^application\/json\s*(?:;|$)/i.test(headers["content-type"] ?? "");
}

function answerList(world: World, { query }: Entry, { application }: Token): Answer {
  const { resourceId, ...others } = query;
  if (resourceId === undefined) return json(400, { error: "resourceId is required" });
  const [other] = Object.keys(others);
  if (other !== undefined) return json(400, { error: `Unknown parameter ${other}` });
  const resource = findResource(world, resourceId, application);
  if (resource === undefined) return json(404, { error: "Resource not found" });
  const { stale } = resource;
  if (stale.left === 0) return json(200, { resources: listed(world, resource) });
  stale.left -= 1;
  return json(200, { resources: listed(world, stale) });
}

function answerPut(
  world: World,
  { headers, body, query }: Entry,
  { application }: Token,
  lose?: string,
): Answer {
  if (!isJson(headers)) return json(415, { error: "The body must be application/json" });
  if (Object.keys(query).length > 0) return json(400, { error: "This call has no parameters" });
  if (typeof body !== "object" || body === null)
    return json(400, { error: "The body must be a JSON object" });
  const { resourceId, resources, ...others } = body;
  if (typeof resourceId !== "string")
    return json(400, { error: "must have property 'resourceId'" });
  if (!Array.isArray(resources)) return json(400, { error: "must have property 'resources'" });
  if (Object.keys(others).length > 0)
    return json(400, { error: `Extra keys: ${Object.keys(others).join(", ")}` });
  const resource = findResource(world, resourceId, application);
  if (resource === undefined) return json(404, { error: "Resource not found" });
  const flaw = findFlaw(resources, resource);
  if (flaw !== undefined) return json(400, { error: flaw });
  const effect = () => replace(world, resource, resources, lose);
  return { ...json(200, { success: true }), effect };
}

function replace(
  world: World,
  resource: Resource,
  sent: readonly StoredRow[],
  lose: string | undefined,
): void {
  const time = world.now().toISOString();
  const swept =
    world.options.replaces === "application" ? [...world.resources.values()] : [resource];
  for (const one of swept) {
    one.stale = { rows: one.rows, left: world.options.lag ?? 0 };
    one.rows = new Map(
      [...one.rows].map(([id, row]) => [id, isLive(row) ? { ...row, deletedAt: time } : row]),
    );
  }
  for (const account of sent) {
    if (account.uniqueId === lose) continue;
    const before = resource.rows.get(account.uniqueId);
    resource.rows.set(account.uniqueId, {
      ...account,
      createdAt: before?.["createdAt"] ?? time,
      updatedAt: time,
    });
  }
}

// ----- What a PUT may hold

type Check = (value: unknown) => string | undefined;

const isString: Check = (value) => (typeof value === "string" ? undefined : "must be string");
const isBoolean: Check = (value) => (typeof value === "boolean" ? undefined : "must be boolean");
const isUrl: Check = (value) =>
  isString(value) ??
  (typeof value === "string" && parsesAsUrl(value) && /^https:\/\//i.test(value)
    ? undefined
    : "must be a HTTPS URL");
// URL.canParse errs on Latin letters in Node.js 20 once it is called often.
function parsesAsUrl(value: string): boolean {
  try {
    return new URL(value) !== undefined;
  } catch {
    return false;
  }
}
/** The last day of a month: day 0 of the next one, in a year of the same length. */
function isDate(year: number, month: number, day: number): boolean {
  const last = new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
  return month >= 1 && month <= 12 && day >= 1 && day <= last;
}
const TIMESTAMP =
  /^(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/i;
function parsesAsTimestamp(value: string): boolean {
  const [, year, month, day] = TIMESTAMP.exec(value) ?? [];
  return isDate(Number(year), Number(month), Number(day));
}
const isTimestamp: Check = (value) =>
  isString(value) ??
  (typeof value === "string" && parsesAsTimestamp(value)
    ? undefined
    : 'must match format "date-time"');
const isOneOf =
  (...allowed: readonly string[]): Check =>
  (value) =>
    typeof value === "string" && allowed.includes(value)
      ? undefined
      : "must be equal to one of the allowed values";
const isListOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) ? value.map(check).find((flaw) => flaw !== undefined) : "must be array";

const REQUIRED: Readonly<Record<string, Check>> = {
  displayName: isString,
  uniqueId: isString,
  externalUrl: isUrl,
  fullName: isString,
  accountName: isString,
  email: isString,
  permissionLevel: isOneOf("ADMIN", "EDITOR", "BASE"),
  createdTimestamp: isTimestamp,
  status: isOneOf("ACTIVE", "DEACTIVATED"),
  mfaEnabled: isBoolean,
  mfaMethods: isListOf(
    isOneOf("UNSUPPORTED", "DISABLED", "SMS", "EMAIL", "OTP", "HARDWARE_TOKEN", "PUSH_PROMPT"),
  ),
  authMethod: isOneOf("SSO", "PASSWORD", "TOKEN", "BIOMETRIC"),
};

const ALLOWED: Readonly<Record<string, Check>> = {
  ...REQUIRED,
  roleDescription: isString,
  updatedTimestamp: isTimestamp,
  deactivatedTimestamp: isTimestamp,
  lastLoginTimestamp: isTimestamp,
  lastPasswordResetTimestamp: isTimestamp,
  groupIds: isListOf(isString),
};

/** The first flaw, in Vanta's words; undefined where all can be taken. */
function findFlaw(sent: readonly unknown[], resource: Resource): string | undefined {
  const seen = new Set<unknown>();
  for (const [index, account] of sent.entries()) {
    const flaw =
      findAccountFlaw(account, index, resource) ??
      (seen.has(uniqueIdOf(account)) ? `/${index}: duplicate uniqueId` : undefined);
    if (flaw !== undefined) return flaw;
    seen.add(uniqueIdOf(account));
  }
  return undefined;
}

function uniqueIdOf(account: unknown): unknown {
  return typeof account === "object" && account !== null && "uniqueId" in account
    ? account.uniqueId
    : undefined;
}

function findAccountFlaw(
  account: unknown,
  index: number,
  { customProperties }: Resource,
): string | undefined {
  if (typeof account !== "object" || account === null || Array.isArray(account))
    return `/${index}: must be object`;
  const fields = new Map<string, unknown>(Object.entries(account));
  const missing = Object.keys(REQUIRED).find((field) => !fields.has(field));
  if (missing !== undefined) return `/${index}: must have property '${missing}'`;
  const known = (field: string): boolean =>
    Object.hasOwn(ALLOWED, field) || (field === "customProperties" && customProperties.size > 0);
  const extra = [...fields.keys()].filter((field) => !known(field));
  if (extra.length > 0) {
    return `Too many fields on resource with uniqueId ${fields.get("uniqueId")} (element ${index}). Extra keys: ${extra.join(", ")}`;
  }
  for (const [field, value] of fields) {
    const flaw =
      field === "customProperties"
        ? findCustomFlaw(value, customProperties)
        : ALLOWED[field]?.(value);
    if (flaw !== undefined) return `/${index}/${field}: ${flaw}`;
  }
  return undefined;
}

function findCustomFlaw(value: unknown, defined: ReadonlySet<string>): string | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return "must be object";
  for (const [name, property] of Object.entries(value)) {
    if (!defined.has(name)) return `unknown property '${name}'`;
    const integer = typeof property === "number" && property === (property | 0);
    if (!integer && typeof property !== "boolean" && typeof property !== "string")
      return `'${name}' must be boolean, integer or string`;
  }
  return undefined;
}

// ----- Requests and faults

async function handle(
  world: World,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  outgoing.on("error", () => undefined);
  const entry = openEntry(world, incoming);
  const trouble = takeTrouble(world, entry);
  if (trouble !== undefined && "reset" in trouble && trouble.reset !== "after")
    return resetEarly(trouble.reset, incoming);
  const bytes = await buffer(incoming);
  entry.text = bytes.toString("utf8");
  entry.body = parse(entry.text);
  if (trouble === undefined) send(outgoing, entry, answerTruly(world, entry));
  else makeTrouble(world, entry, trouble, incoming, outgoing);
}

function openEntry(world: World, incoming: IncomingMessage): Entry {
  const { pathname, searchParams } = new URL(incoming.url ?? "/", "http://127.0.0.1");
  const method = incoming.method ?? "";
  const entry: Entry = {
    kind: kindOf(method, pathname, world.written),
    method,
    path: pathname,
    query: Object.fromEntries(searchParams),
    headers: incoming.headers,
    text: "",
    body: undefined,
    status: undefined,
    answer: undefined,
    faulty: false,
  };
  world.requests.push(entry);
  if (entry.kind === "put") world.written = true;
  if (entry.kind === "token" && !wasRefused(world)) world.written = false;
  return entry;
}

function kindOf(method: string, path: string, written: boolean): SeenRequest["kind"] {
  if (method === "POST" && path === "/oauth/token") return "token";
  if (path !== ACCOUNTS) return "other";
  if (method === "PUT") return "put";
  if (method === "GET") return written ? "readback" : "list";
  return "other";
}

/**
 * Whether the last request but this and other tokens was answered 401, so that a new token belongs
 * to the same run.
 */
function wasRefused({ requests }: World): boolean {
  return requests.filter(({ kind }) => kind !== "token").at(-1)?.status === 401;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function takeTrouble({ faults }: World, entry: Entry): Trouble | undefined {
  let taken: Trouble | undefined;
  for (const order of faults) {
    if (order.fault.on !== entry.kind || order.left === 0) continue;
    if (order.skip > 0) order.skip -= 1;
    else if (taken === undefined) {
      order.left -= 1;
      taken = order.fault;
      entry.faulty = true;
    }
  }
  return taken;
}

function resetEarly(when: "before" | "during", incoming: IncomingMessage): void {
  if (when === "before") incoming.socket.resetAndDestroy();
  else
    incoming
      .once("data", () => incoming.socket.resetAndDestroy())
      .once("end", () => incoming.socket.resetAndDestroy());
}

function makeTrouble(
  world: World,
  entry: Entry,
  trouble: Trouble,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): void {
  if ("applied" in trouble) {
    if (trouble.applied === true) answerTruly(world, entry);
    const { effect } = trouble.applied === "later" ? findAnswer(world, entry) : {};
    if (effect !== undefined) world.pending.push(effect);
  }
  if ("hang" in trouble) return;
  const instead = answerInstead(trouble);
  if ("huge" in trouble) sendHuge(outgoing, entry, trouble.huge);
  else if (instead !== undefined) send(outgoing, entry, instead);
  else spoilTruth(world, entry, trouble, incoming, outgoing);
}

function answerInstead(trouble: Trouble): Answer | undefined {
  if ("redirect" in trouble)
    return { status: trouble.status ?? 308, headers: { location: trouble.redirect }, body: "" };
  if ("html" in trouble) return html(trouble.html);
  return "status" in trouble ? ordered(trouble) : undefined;
}

function spoilTruth(
  world: World,
  entry: Entry,
  trouble: Trouble,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): void {
  if ("revoke" in trouble) revoke(world);
  const answer = answerTruly(world, entry, "lose" in trouble ? trouble.lose : undefined);
  if ("reset" in trouble) incoming.socket.resetAndDestroy();
  else if ("cut" in trouble) sendHalf(outgoing, answer);
  else if ("trickle" in trouble) sendSlowly(outgoing, answer, trouble.trickle);
  else send(outgoing, entry, answer);
}

function ordered({
  status,
  headers = {},
  body = "",
}: {
  status: number;
  headers?: Readonly<Record<string, string>>;
  body?: unknown;
}): Answer {
  const whole = typeof body === "string" ? { status, headers: {}, body } : json(status, body);
  return { ...whole, headers: { ...whole.headers, ...headers } };
}

function send(outgoing: ServerResponse, entry: Entry, { status, headers, body }: Answer): void {
  entry.status = status;
  entry.answer = parse(body);
  outgoing.writeHead(
    status,
    status === 204 ? headers : { ...headers, "content-length": String(Buffer.byteLength(body)) },
  );
  outgoing.end(body);
}

function sendHalf(outgoing: ServerResponse, { status, headers, body }: Answer): void {
  outgoing.writeHead(status, { ...headers, "content-length": String(Buffer.byteLength(body)) });
  outgoing.write(body.slice(0, Math.floor(body.length / 2)), () => outgoing.destroy());
}

function sendSlowly(outgoing: ServerResponse, { status, headers, body }: Answer, ms: number): void {
  outgoing.writeHead(status, { ...headers, "content-length": String(Buffer.byteLength(body)) });
  const bytes = Buffer.from(body);
  let sent = 0;
  const timer = setInterval(() => {
    outgoing.write(bytes.subarray(sent, sent + 1));
    sent += 1;
    if (sent < bytes.length) return;
    clearInterval(timer);
    outgoing.end();
  }, ms);
  outgoing.on("close", () => clearInterval(timer));
}

function sendHuge(outgoing: ServerResponse, entry: Entry, size: number): void {
  const start = '{"resources":[';
  const end = "]}";
  entry.status = 200;
  outgoing.writeHead(200, { "content-type": "application/json", "content-length": String(size) });
  const spaces = Buffer.alloc(2 ** 20, " ");
  const chunks = function* (): Generator<string | Buffer> {
    yield start;
    for (let left = size - start.length - end.length; left > 0; left -= spaces.length)
      yield spaces.subarray(0, left);
    yield end;
  };
  pipeline(Readable.from(chunks()), outgoing, () => undefined);
}
