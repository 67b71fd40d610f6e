// The stand-in and the client against the JSON Schemas of the API: what the schemas refuse the
// stand-in refuses, what it responds they allow, and what the client sends is valid.
import { request } from "node:http";
import { afterEach, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { connect } from "../vanta/connection.js";
import { account } from "./accounts.js";
import { anyRoster } from "./arbitraries.js";
import {
  type FakeVanta,
  type FakeVantaOptions,
  type ResourceSeed,
  type SeenRequest,
  startFakeVanta,
} from "./fake-vanta.js";
import { checkExchange } from "./vanta-schemas.js";

const READ = "connectors.self:read-resource";
const WRITE = "connectors.self:write-resource";
const ACCOUNTS = "/v1/resources/user_account";

let vanta: FakeVanta;
/** Every response in this file that was not ordered as a fault. */
const answered: SeenRequest[] = [];

afterEach(async () => {
  answered.push(...vanta.requests.filter(({ faulty }) => !faulty));
  await vanta.close();
});

async function start(options: Partial<FakeVantaOptions> = {}): Promise<FakeVanta> {
  const tokensPerMinute = Number.POSITIVE_INFINITY;
  vanta = await startFakeVanta({ resources: { r: { rows: [] } }, tokensPerMinute, ...options });
  return vanta;
}

interface Call {
  readonly token?: string | undefined;
  readonly type?: string;
  readonly body?: unknown;
}

/** Sends one request, and returns what came back in short: `400 application/json`. */
async function call(method: string, path: string, { token, type, body }: Call = {}) {
  const response = await fetch(`${vanta.url}${path}`, {
    method,
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { "content-type": type ?? "application/json" }),
    },
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  await response.arrayBuffer();
  const { status, headers } = response;
  return `${status} ${headers.get("content-type")?.split(";")[0]?.replace(/^.*\//, "")}`;
}

const requestToken = (changed: object = {}) => {
  const { clientId: client_id, clientSecret: client_secret } = vanta;
  const whole = { client_id, client_secret, scope: READ, grant_type: "client_credentials" };
  return call("POST", "/oauth/token", { body: { ...whole, ...changed } });
};

async function fetchToken(scope = `${WRITE} ${READ}`): Promise<string | undefined> {
  await requestToken({ scope });
  return vanta.secrets().at(-1);
}

const put = (token: string | undefined, body: unknown) => call("PUT", ACCOUNTS, { token, body });
const list = (token: string | undefined, query = "resourceId=r") =>
  call("GET", `${ACCOUNTS}?${query}`, { token });

function last(): SeenRequest {
  const seen = vanta.requests.at(-1);
  if (seen === undefined) throw new Error("nothing was sent");
  return seen;
}

describe("the schemas", () => {
  test("find no flaw in what the client sends and the stand-in responds", async () => {
    const sent: SeenRequest[] = [];
    for (const timestamps of ["written", "normalized"] as const) {
      for (const absent of ["absent", "null", "empty"] as const) {
        await start({ timestamps, absent });
        await fc.assert(
          fc.asyncProperty(anyRoster, async (accounts) => {
            const { reader, replace, readOnly } = connect(vanta);
            const resources = accounts.map(({ customProperties: _, ...rest }) => rest);
            await replace({ resourceId: "r", resources });
            await reader.list("r");
            await readOnly.list("r");
            expect(vanta.live("r")).toHaveLength(resources.length);
          }),
          { numRuns: 10 },
        );
        sent.push(...vanta.requests);
        await vanta.close();
      }
    }
    expect(sent).toHaveLength(6 * 10 * 5);
    const flaws = sent.map(checkExchange).flatMap(({ request, answer }) => [...request, ...answer]);
    expect(flaws).toEqual([]);
  });

  test("refuse the same requests as the stand-in", async () => {
    await start();
    const token = await fetchToken();
    const odd = fc.constantFrom<unknown>(
      ...[null, undefined, "", "x", "ADMIN", 7, true, [], ["SMS"], ["nope"], [1], {}],
      ...["2026-02-01T00:00:00Z", "2026-02-01", "http://example.com/", "https://example.com/"],
    );
    const field = fc.constantFrom(
      ...Object.keys(account("u")),
      ...["groupIds", "roleDescription", "lastLoginTimestamp", "customProperties", "extra"],
    );
    const bodies = [
      ...[{}, [], { resourceId: "r" }, { resourceId: 1, resources: [] }],
      ...[{}, [null], ["u"], []].map((resources) => ({ resourceId: "r", resources })),
      { resourceId: "r", resources: [], more: 1 },
      ...fc.sample(fc.dictionary(field, odd, { maxKeys: 2 }), 500).map((changed) => ({
        resourceId: "r",
        resources: [account("u-0"), { ...account("u-1"), ...changed }],
      })),
    ];
    for (const body of bodies) await put(token, body);
    const exchanges = vanta.requests.filter(({ kind }) => kind === "put");
    const flaws = exchanges.map(checkExchange);
    const disagreements = exchanges.filter(
      ({ status }, index) => (status === 400) !== (flaws[index]?.request ?? []).length > 0,
    );
    expect(disagreements.map(({ body, status }) => ({ body, status }))).toEqual([]);
    expect(flaws.flatMap(({ answer }) => answer)).toEqual([]);
    for (const expected of [200, 400])
      expect(exchanges.filter(({ status }) => status === expected).length).toBeGreaterThan(50);
  });

  test("find flaws where there are some", async () => {
    await start();
    await put(await fetchToken(), { resourceId: "r", resources: [account("u")] });
    const seen = last();
    const body = { resourceId: "r", resources: [{ ...account("u"), status: "GONE" }] };
    const broken = [
      { ...seen, body },
      { ...seen, answer: {} },
      { ...seen, path: "/v2" },
    ];
    expect([seen, ...broken].map(checkExchange)).toEqual([
      { request: [], answer: [] },
      { request: ["/resources/0/status must be equal to one of the allowed values"], answer: [] },
      { request: [], answer: [" must have required property 'success'"] },
      { request: ["no such call"], answer: [] },
    ]);
  });
});

describe("the token endpoint", () => {
  test.each<[number, object]>([
    [200, {}],
    [401, { client_secret: "vcs_other" }],
    [401, { client_id: "vci_other" }],
    [400, { scope: "admin" }],
    [400, { scope: undefined }],
    [400, { scope: [READ] }],
    [400, { grant_type: "authorization_code" }],
  ])("%i for %j", async (status, changed) => {
    await start();
    expect(await requestToken(changed)).toBe(`${status} json`);
  });

  test("takes JSON only, and gives five tokens per minute", async () => {
    let now = Date.parse("2026-01-01T00:00:00Z");
    await start({ tokensPerMinute: 5, now: () => new Date(now) });
    const type = "application/x-www-form-urlencoded";
    expect(await call("POST", "/oauth/token", { type, body: "client_id=x" })).toBe("415 json");
    expect(await call("POST", "/oauth/token", { body: "{" })).toBe("400 json");
    for (let count = 0; count < 5; count += 1) expect(await requestToken()).toBe("200 json");
    now += 59_999;
    expect(await requestToken()).toBe("429 json");
    now += 1;
    expect(await requestToken()).toBe("200 json");
  });

  test("revokes the token before", async () => {
    await start();
    const first = await fetchToken();
    expect(await list(first)).toBe("200 json");
    const second = await fetchToken();
    expect([await list(first), await list(second)]).toEqual(["401 json", "200 json"]);
    vanta.revoke();
    expect([await list(second), await list(undefined)]).toEqual(["401 json", "401 json"]);
  });
});

describe("the accounts", () => {
  const body = { resourceId: "r", resources: [] };

  test.each<[string, string, string, string, object]>([
    ["403 json", "PUT", ACCOUNTS, READ, { body }],
    ["403 json", "GET", `${ACCOUNTS}?resourceId=r`, WRITE, {}],
    ["404 json", "PUT", ACCOUNTS, WRITE, { body: { ...body, resourceId: "other" } }],
    ["415 json", "PUT", ACCOUNTS, WRITE, { type: "text/plain", body: "{}" }],
    ["404 json", "GET", `${ACCOUNTS}?resourceId=other`, READ, {}],
    ["400 json", "GET", ACCOUNTS, READ, {}],
    ["400 json", "GET", `${ACCOUNTS}?resourceId=r&pageCursor=1`, READ, {}],
    ["404 html", "GET", `${ACCOUNTS}s`, READ, {}],
    ["404 html", "GET", "/resources/user_account", READ, {}],
    ["404 html", "GET", "/", READ, {}],
    ["404 html", "GET", "/v1/oauth/token", READ, {}],
    ["404 html", "POST", ACCOUNTS, `${WRITE} ${READ}`, { body: {} }],
  ])("%s for %s %s with %s %j", async (expected, method, path, scope, more) => {
    await start();
    expect(await call(method, path, { token: await fetchToken(scope), ...more })).toBe(expected);
  });

  test("a GET with a body never reaches the API", async () => {
    await start();
    const status = await new Promise((resolve) => {
      const headers = { "content-type": "application/json", "content-length": "2" };
      const url = `${vanta.url}${ACCOUNTS}?resourceId=r`;
      request(url, { headers }, (incoming) => resolve(incoming.resume().statusCode)).end("{}");
    });
    expect([status, last().answer]).toEqual([403, undefined]);
  });

  test("requests per minute are limited", async () => {
    await start({ requestsPerMinute: 2 });
    const token = await fetchToken();
    const answers = [await list(token), await list(token), await list(token)];
    expect(answers).toEqual(["200 json", "200 json", "429 json"]);
  });

  const one = account("u-1");
  const tier = { customProperties: ["tier"] };
  test.each<[string, ResourceSeed, readonly object[]]>([
    ["/1: must have property 'fullName'", {}, [one, { ...account("u-2"), fullName: undefined }]],
    [
      "Too many fields on resource with uniqueId u-1 (element 0). Extra keys: a, b",
      {},
      [{ ...one, a: 1, b: 2 }],
    ],
    [
      "Too many fields on resource with uniqueId u-1 (element 0). Extra keys: customProperties",
      {},
      [{ ...one, customProperties: { tier: 1 } }],
    ],
    [
      "/0/customProperties: unknown property 'team'",
      tier,
      [{ ...one, customProperties: { team: 1 } }],
    ],
    [
      "/0/customProperties: 'tier' must be boolean, integer or string",
      tier,
      [{ ...one, customProperties: { tier: 2 ** 31 } }],
    ],
    ["/0/status: must be equal to one of the allowed values", {}, [{ ...one, status: "active" }]],
    ["/0/groupIds: must be array", {}, [{ ...one, groupIds: null }]],
    ["/0/externalUrl: must be a HTTPS URL", {}, [{ ...one, externalUrl: "http://a.example" }]],
    ["/1: duplicate uniqueId", {}, [one, one]],
  ])("a PUT is refused with %s", async (error, seed, resources) => {
    await start({ resources: { r: { rows: [account("u-0")], ...seed } } });
    expect(await put(await fetchToken(), { resourceId: "r", resources })).toBe("400 json");
    expect(last().answer).toEqual({ error });
    expect(vanta.live("r")).toEqual([account("u-0")]);
  });

  test("a PUT replaces all: others are listed as deleted until they are sent again", async () => {
    let now = Date.parse("2026-01-01T00:00:00Z");
    const rows = [account("u-1"), account("u-2")];
    const resources = { r: { rows, ...tier }, other: { rows: [account("o-1")] } };
    await start({ now: () => new Date(now), resources });
    const [before, after] = ["2026-01-01T00:00:00.000Z", "2026-01-01T00:00:01.000Z"];
    const token = await fetchToken();
    now += 1_000;
    const sent = [account("u-2", { customProperties: { tier: 1 } }), account("u-3")];
    await put(token, { resourceId: "r", resources: sent });
    expect(last().answer).toEqual({ success: true });
    expect([vanta.live("r"), vanta.live("other")]).toEqual([sent, [account("o-1")]]);
    expect(vanta.rows("r")).toMatchObject([
      { uniqueId: "u-1", createdAt: before, deletedAt: after },
      { uniqueId: "u-2", createdAt: before, updatedAt: after },
      { uniqueId: "u-3", createdAt: after },
    ]);
    await put(token, { resourceId: "r", resources: [account("u-1")] });
    expect([vanta.live("r"), vanta.deleted("r")]).toEqual([[account("u-1")], ["u-2", "u-3"]]);
  });

  test("a PUT may replace the accounts of the whole application", async () => {
    const resources = { r: { rows: [] }, other: { rows: [account("o-1")] } };
    await start({ replaces: "application", resources });
    await put(await fetchToken(), { resourceId: "r", resources: [one] });
    expect([vanta.live("r"), vanta.live("other")]).toEqual([[one], []]);
    expect(vanta.deleted("other")).toEqual(["o-1"]);
  });

  test("the resources of another application are not found, and its token lives beside", async () => {
    const other = { clientId: "vci_other", clientSecret: "vcs_other", resources: ["o"] };
    const resources = { r: { rows: [] }, o: { rows: [] } };
    await start({ resources, applications: [{ ...other, scopes: [READ] }] });
    const token = await fetchToken();
    const credentials = { client_id: other.clientId, client_secret: other.clientSecret };
    expect(await requestToken({ ...credentials, scope: WRITE })).toBe("400 json");
    expect(await requestToken(credentials)).toBe("200 json");
    const answers = [
      list(token),
      list(token, "resourceId=o"),
      put(token, { ...body, resourceId: "o" }),
    ];
    expect(await Promise.all(answers)).toEqual(["200 json", "404 json", "404 json"]);
    const otherToken = vanta.secrets().at(-1);
    const otherAnswers = [list(otherToken), list(otherToken, "resourceId=o")];
    expect(await Promise.all(otherAnswers)).toEqual(["404 json", "200 json"]);
  });

  test("a token expires", async () => {
    let now = Date.parse("2026-01-01T00:00:00Z");
    await start({ tokenSeconds: 60, now: () => new Date(now) });
    const token = await fetchToken();
    expect(last().answer).toMatchObject({ expires_in: 60 });
    now += 59_999;
    expect(await list(token)).toBe("200 json");
    now += 1;
    expect(await list(token)).toBe("401 json");
  });

  const listedIds = () => vanta.rows("r").map(({ uniqueId }) => uniqueId);

  test.each([
    ["sent", ["u-2", "u-1", "u-3"]],
    ["reversed", ["u-3", "u-1", "u-2"]],
  ] as const)("the order of a list is as %s", async (order, expected) => {
    await start({ order, resources: { r: { rows: [account("u-2"), one] } } });
    await put(await fetchToken(), { ...body, resources: [one, account("u-3"), account("u-2")] });
    expect(listedIds()).toEqual(expected);
  });

  test.each([
    ["written", "2026-01-01T02:00:00+02:00"],
    ["normalized", "2026-01-01T00:00:00.000Z"],
  ] as const)("timestamps are listed as %s", async (timestamps, expected) => {
    const rows = [account("u-1", { createdTimestamp: "2026-01-01T02:00:00+02:00" })];
    await start({ timestamps, resources: { r: { rows } } });
    expect(vanta.rows("r")).toMatchObject([{ createdTimestamp: expected }]);
  });

  test("lists after a PUT may lag behind it", async () => {
    await start({ lag: 2, resources: { r: { rows: [one] } } });
    const token = await fetchToken();
    await put(token, { ...body, resources: [account("u-2")] });
    const seen: unknown[] = [];
    for (let count = 0; count < 3; count += 1) {
      await list(token);
      seen.push(last().answer);
    }
    const before = { resources: [expect.objectContaining(one)] };
    const after = { resources: vanta.rows("r") };
    expect(seen).toEqual([before, before, after]);
  });

  test.each([
    { status: 504, applied: "later" },
    { html: 504, applied: "later" },
  ] as const)("a PUT that met %j takes effect when it lands", async (trouble) => {
    await start();
    vanta.fault({ on: "put", ...trouble });
    await put(await fetchToken(), { ...body, resources: [one] });
    expect([last().status, vanta.live("r")]).toEqual([504, []]);
    vanta.land();
    expect(vanta.live("r")).toEqual([one]);
  });

  test("a PUT that would be refused never takes effect", async () => {
    await start();
    vanta.fault({ on: "put", status: 504, applied: "later" });
    await put(await fetchToken(), { ...body, resources: [{}] });
    vanta.land();
    expect(vanta.live("r")).toEqual([]);
  });

  test("an account can be lost silently", async () => {
    await start();
    vanta.fault({ on: "put", lose: "u-2" });
    await put(await fetchToken(), { resourceId: "r", resources: [one, account("u-2")] });
    expect([last().answer, vanta.live("r")]).toEqual([{ success: true }, [one]]);
  });

  test("faults meet the requests that they were ordered for", async () => {
    await start();
    vanta.fault({ on: "list", nth: 2, status: 500 });
    vanta.fault({ on: "readback", status: 502, times: 2 });
    const token = await fetchToken();
    for (let count = 0; count < 3; count += 1) await list(token);
    await put(token, body);
    for (let count = 0; count < 3; count += 1) await list(token);
    await list(await fetchToken());
    expect(vanta.requests.map(({ kind, status }) => `${kind} ${status}`)).toEqual([
      ...["token 200", "list 200", "list 500", "list 200", "put 200"],
      ...["readback 502", "readback 502", "readback 200", "token 200", "list 200"],
    ]);
  });
});

test("every response in this file is valid", async () => {
  await start();
  expect(answered.map(checkExchange).flatMap(({ answer }) => answer)).toEqual([]);
  const statuses = new Set(answered.map(({ status }) => status));
  expect([...statuses].sort()).toEqual([200, 400, 401, 403, 404, 415, 429]);
});
