// The stand-in and the client against the JSON Schemas of the API: what the schemas refuse the
// stand-in refuses, what it answers they allow, and what the client sends is in order.
import { afterEach, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { connect } from "../vanta/connection.js";
import { account, anyRoster } from "./accounts.js";
import {
  type FakeVanta,
  type FakeVantaOptions,
  type SeenRequest,
  startFakeVanta,
} from "./fake-vanta.js";
import { checkExchange } from "./vanta-schemas.js";

let vanta: FakeVanta;
/** Every true answer in this file, for the document to judge at the end. */
const answered: SeenRequest[] = [];

afterEach(async () => {
  answered.push(...vanta.requests.filter(({ faulty }) => !faulty));
  await vanta.close();
});

async function start(options: Partial<FakeVantaOptions> = {}): Promise<FakeVanta> {
  vanta = await startFakeVanta({
    resources: { r: { rows: [] } },
    tokensPerMinute: Number.POSITIVE_INFINITY,
    ...options,
  });
  return vanta;
}

/** A call by hand; the token of the connection if there is one. */
async function call(
  method: string,
  path: string,
  {
    token,
    type = "application/json",
    body,
  }: { token?: string | undefined; type?: string; body?: unknown } = {},
) {
  const headers = {
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
    ...(body !== undefined && { "content-type": type }),
  };
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const response = await fetch(`${vanta.url}${path}`, {
    method,
    headers,
    redirect: "manual",
    ...(body !== undefined && { body: text }),
  });
  return {
    status: response.status,
    type: response.headers.get("content-type")?.split(";")[0],
    text: await response.text(),
  };
}

async function fetchToken(
  scope = "connectors.self:write-resource connectors.self:read-resource",
): Promise<string | undefined> {
  const body = {
    client_id: vanta.clientId,
    client_secret: vanta.clientSecret,
    scope,
    grant_type: "client_credentials",
  };
  await call("POST", "/oauth/token", { body });
  return vanta.secrets().at(-1);
}

const put = (token: string | undefined, body: unknown) =>
  call("PUT", "/v1/resources/user_account", { token, body });
const list = (token: string | undefined, query = "resourceId=r") =>
  call("GET", `/v1/resources/user_account?${query}`, { token });

/** The last of what was seen. */
function last(): SeenRequest {
  const seen = vanta.requests.at(-1);
  if (seen === undefined) throw new Error("nothing was sent");
  return seen;
}

describe("the schemas", () => {
  test("finds nothing against what the client sends, and against what the stand-in answers, whatever the roster", async () => {
    const sent: SeenRequest[] = [];
    for (const timestamps of ["written", "normalised"] as const) {
      for (const absent of ["absent", "null", "empty"] as const) {
        const { url, clientId, clientSecret } = await start({ timestamps, absent });
        await fc.assert(
          fc.asyncProperty(anyRoster, async (accounts) => {
            const { reader, writer, readOnly } = connect({ url, clientId, clientSecret });
            const resources = accounts.map(({ customProperties, ...rest }) => rest);
            await writer.replace({ resourceId: "r", resources });
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
    await start();
    const flaws = sent.map(checkExchange);
    expect(flaws).toHaveLength(sent.length);
    expect(flaws.filter(({ request, answer }) => request.length + answer.length > 0)).toEqual([]);
  });

  test("and the stand-in refuse the same requests", async () => {
    await start();
    const token = await fetchToken();
    const odd = fc.constantFrom<unknown>(
      null,
      undefined,
      "",
      "x",
      "ADMIN",
      7,
      true,
      [],
      ["SMS"],
      ["nope"],
      [1],
      {},
      "2026-02-01T00:00:00Z",
      "2026-02-01",
      "http://example.com/",
      "https://example.com/",
    );
    const field = fc.constantFrom(
      ...Object.keys(account("u")),
      "groupIds",
      "roleDescription",
      "lastLoginTimestamp",
      "customProperties",
      "extra",
    );
    const changes = fc.dictionary(field, odd, { maxKeys: 2 });
    const bodies = [
      {},
      [],
      { resourceId: "r" },
      { resourceId: 1, resources: [] },
      { resourceId: "r", resources: {} },
      { resourceId: "r", resources: [], more: 1 },
      { resourceId: "r", resources: [null] },
      { resourceId: "r", resources: ["u"] },
      { resourceId: "r", resources: [] },
      ...fc.sample(changes, 500).map((changed) => ({
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
    expect(exchanges.filter(({ status }) => status === 200).length).toBeGreaterThan(50);
    expect(exchanges.filter(({ status }) => status === 400).length).toBeGreaterThan(50);
  });

  test("find flaws where there are some", async () => {
    await start();
    await put(await fetchToken(), { resourceId: "r", resources: [account("u")] });
    const seen = last();
    const body = { resourceId: "r", resources: [{ ...account("u"), status: "GONE" }] };
    expect(
      [seen, { ...seen, body }, { ...seen, answer: {} }, { ...seen, path: "/v2" }].map(
        checkExchange,
      ),
    ).toEqual([
      { request: [], answer: [] },
      {
        request: ["/resources/0/status must be equal to one of the allowed values"],
        answer: [],
      },
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
    [400, { scope: ["connectors.self:read-resource"] }],
    [400, { grant_type: "authorization_code" }],
  ])("%i for %j", async (status, changed) => {
    await start();
    const whole = {
      client_id: vanta.clientId,
      client_secret: vanta.clientSecret,
      scope: "connectors.self:read-resource",
      grant_type: "client_credentials",
    };
    expect(await call("POST", "/oauth/token", { body: { ...whole, ...changed } })).toMatchObject({
      status,
      type: "application/json",
    });
  });

  test("takes JSON only, and gives five tokens a minute", async () => {
    let now = Date.parse("2026-01-01T00:00:00Z");
    await start({ tokensPerMinute: 5, now: () => new Date(now) });
    const form = new URLSearchParams({ client_id: vanta.clientId }).toString();
    expect(
      await call("POST", "/oauth/token", { type: "application/x-www-form-urlencoded", body: form }),
    ).toMatchObject({ status: 415 });
    expect(await call("POST", "/oauth/token", { body: "{" })).toMatchObject({ status: 400 });
    for (let count = 0; count < 5; count++) await fetchToken();
    expect(last().status).toBe(200);
    now += 59_999;
    await fetchToken();
    expect(last().status).toBe(429);
    now += 1;
    await fetchToken();
    expect(last().status).toBe(200);
  });

  test("voids the token before", async () => {
    await start();
    const first = await fetchToken();
    expect(await list(first)).toMatchObject({ status: 200 });
    const second = await fetchToken();
    expect(await list(first)).toMatchObject({ status: 401, text: '{"error":"unauthorized"}' });
    expect(await list(second)).toMatchObject({ status: 200 });
    vanta.revoke();
    expect(await list(second)).toMatchObject({ status: 401 });
    expect(await list(undefined)).toMatchObject({ status: 401 });
  });
});

describe("the resources", () => {
  test("scopes, paths, parameters and bodies are held to", async () => {
    await start();
    const reader = await fetchToken("connectors.self:read-resource");
    expect(await put(reader, { resourceId: "r", resources: [] })).toMatchObject({
      status: 403,
      type: "application/json",
    });
    const writer = await fetchToken("connectors.self:write-resource");
    expect(await list(writer)).toMatchObject({ status: 403 });
    expect(await put(writer, { resourceId: "other", resources: [] })).toMatchObject({
      status: 404,
      type: "application/json",
    });
    expect(
      await call("PUT", "/v1/resources/user_account", {
        token: writer,
        type: "text/plain",
        body: "{}",
      }),
    ).toMatchObject({
      status: 415,
    });
    const both = await fetchToken();
    expect(await list(both, "resourceId=other")).toMatchObject({
      status: 404,
      type: "application/json",
    });
    expect(await list(both, "")).toMatchObject({ status: 400 });
    expect(await list(both, "resourceId=r&pageCursor=1")).toMatchObject({ status: 400 });
    for (const path of [
      "/v1/resources/user_accounts",
      "/resources/user_account",
      "/",
      "/v1/oauth/token",
    ]) {
      expect(await call("GET", path, { token: both })).toMatchObject({
        status: 404,
        type: "text/html",
      });
    }
    expect(
      await call("POST", "/v1/resources/user_account", { token: both, body: {} }),
    ).toMatchObject({ status: 404, type: "text/html" });
  });

  test("a GET with a body never reaches the API", async () => {
    await start();
    vanta.fault({ on: "list", status: 200, body: {} });
    const { request } = await import("node:http");
    const status = await new Promise((resolve) => {
      const outgoing = request(
        `${vanta.url}/v1/resources/user_account?resourceId=r&x=1`,
        { method: "GET" },
        (incoming) => resolve(incoming.resume().statusCode),
      );
      outgoing.end();
    });
    expect(status).toBe(200);
    const second = await new Promise((resolve) => {
      const headers = { "content-type": "application/json", "content-length": "2" };
      const outgoing = request(
        `${vanta.url}/v1/resources/user_account?resourceId=r`,
        { method: "GET", headers },
        (incoming) => resolve(incoming.resume().statusCode),
      );
      outgoing.end("{}");
    });
    expect(second).toBe(403);
    expect(last().answer).toBeUndefined();
  });

  test.each<[string, object, readonly object[]]>([
    [
      "/1: must have property 'fullName'",
      {},
      [account("u-1"), { ...account("u-2"), fullName: undefined }],
    ],
    [
      "Too many fields on resource with uniqueId u-1 (element 0). Extra keys: a, b",
      {},
      [{ ...account("u-1"), a: 1, b: 2 }],
    ],
    [
      "Too many fields on resource with uniqueId u-1 (element 0). Extra keys: customProperties",
      {},
      [account("u-1", { customProperties: { tier: 1 } })],
    ],
    [
      "/0/customProperties: unknown property 'team'",
      { customProperties: ["tier"] },
      [account("u-1", { customProperties: { team: 1 } })],
    ],
    [
      "/0/customProperties: 'tier' must be boolean, integer or string",
      { customProperties: ["tier"] },
      [account("u-1", { customProperties: { tier: 2 ** 31 } })],
    ],
    [
      "/0/status: must be equal to one of the allowed values",
      {},
      [{ ...account("u-1"), status: "active" }],
    ],
    ["/0/groupIds: must be array", {}, [{ ...account("u-1"), groupIds: null }]],
    [
      "/0/externalUrl: must be a HTTPS URL",
      {},
      [account("u-1", { externalUrl: "http://example.com" })],
    ],
    ["/1: duplicate uniqueId", {}, [account("u-1"), account("u-1")]],
  ])("%s", async (error, seed, resources) => {
    await start({ resources: { r: { rows: [account("u-0")], ...seed } } });
    expect(await put(await fetchToken(), { resourceId: "r", resources })).toEqual({
      status: 400,
      type: "application/json",
      text: JSON.stringify({ error }),
    });
    expect(vanta.live("r")).toEqual([account("u-0")]);
  });

  test("a PUT replaces all: who is left out stays listed as deleted, and comes back when sent again", async () => {
    let now = Date.parse("2026-01-01T00:00:00Z");
    await start({
      now: () => new Date(now),
      resources: {
        r: { rows: [account("u-1"), account("u-2")], customProperties: ["tier"] },
        other: { rows: [account("o-1")] },
      },
    });
    const token = await fetchToken();
    now += 1_000;
    const kept = account("u-2", { customProperties: { tier: 1 } });
    expect(await put(token, { resourceId: "r", resources: [kept, account("u-3")] })).toMatchObject({
      status: 200,
      text: '{"success":true}',
    });
    expect({
      live: vanta.live("r"),
      deleted: vanta.deleted("r"),
      other: vanta.live("other"),
    }).toEqual({
      live: [kept, account("u-3")],
      deleted: ["u-1"],
      other: [account("o-1")],
    });
    expect(vanta.rows("r")).toMatchObject([
      {
        uniqueId: "u-1",
        createdAt: "2026-01-01T00:00:00.000Z",
        deletedAt: "2026-01-01T00:00:01.000Z",
      },
      {
        uniqueId: "u-2",
        createdAt: "2026-01-01T00:00:00.000Z",
        updatedAt: "2026-01-01T00:00:01.000Z",
      },
      { uniqueId: "u-3", createdAt: "2026-01-01T00:00:01.000Z" },
    ]);
    await put(token, { resourceId: "r", resources: [account("u-1")] });
    expect({ live: vanta.live("r"), deleted: vanta.deleted("r") }).toEqual({
      live: [account("u-1")],
      deleted: ["u-2", "u-3"],
    });
  });

  test("or all of the application, where it is told to", async () => {
    await start({
      replaces: "application",
      resources: { r: { rows: [] }, other: { rows: [account("o-1")] } },
    });
    await put(await fetchToken(), { resourceId: "r", resources: [account("u-1")] });
    expect({
      live: vanta.live("r"),
      other: vanta.live("other"),
      gone: vanta.deleted("other"),
    }).toEqual({
      live: [account("u-1")],
      other: [],
      gone: ["o-1"],
    });
  });

  test("an account can be lost in silence", async () => {
    await start();
    vanta.fault({ on: "put", lose: "u-2" });
    expect(
      await put(await fetchToken(), {
        resourceId: "r",
        resources: [account("u-1"), account("u-2")],
      }),
    ).toMatchObject({
      text: '{"success":true}',
    });
    expect(vanta.live("r")).toEqual([account("u-1")]);
  });

  test("faults meet the requests they were ordered for", async () => {
    await start();
    vanta.fault({ on: "list", nth: 2, status: 500 });
    vanta.fault({ on: "readback", status: 502, times: 2 });
    const token = await fetchToken();
    const seen = [await list(token), await list(token), await list(token)];
    await put(token, { resourceId: "r", resources: [] });
    seen.push(await list(token), await list(token), await list(token));
    expect(seen.map(({ status }) => status)).toEqual([200, 500, 200, 502, 502, 200]);
    expect(vanta.requests.map(({ kind }) => kind)).toEqual([
      "token",
      "list",
      "list",
      "list",
      "put",
      "readback",
      "readback",
      "readback",
    ]);
    await list(await fetchToken());
    expect(last().kind).toBe("list");
  });
});

test("no answer of the stand-in in all this was against the document", async () => {
  await start();
  expect(answered.map(checkExchange).flatMap(({ answer }) => answer)).toEqual([]);
  expect(new Set(answered.map(({ status }) => status))).toEqual(
    new Set([200, 400, 401, 403, 404, 415, 429]),
  );
});
