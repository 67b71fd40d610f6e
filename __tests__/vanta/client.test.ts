// The client against the stand-in: what it sends, and what it makes of every answer and every fault, call by call.
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { toPlainText } from "../../src/model/message.js";
import { Cancelled, VantaError } from "../../src/model/ports.js";
import { VERSION } from "../../src/model/version.js";
import type { VantaOptions } from "../../src/vanta/client.js";
import { account, row } from "../support/accounts.js";
import {
  type FakeVanta,
  type FakeVantaOptions,
  startFakeVanta,
  type Trouble,
} from "../support/fake-vanta.js";
import { type RawServer, startRawServer } from "../support/raw-server.js";
import { connect, rejection, stillClock } from "./connection.js";

const BEFORE = [account("u-1"), account("u-2")];
const AFTER = {
  resourceId: "res-1",
  resources: [account("u-1", { permissionLevel: "ADMIN" }), account("u-3")],
};

let vanta: FakeVanta;
let extra: RawServer | undefined;
const proxies = { https_proxy: process.env["https_proxy"], http_proxy: process.env["http_proxy"] };

beforeEach(() => start());

afterEach(async () => {
  await vanta.close();
  await extra?.close();
  extra = undefined;
  for (const [name, value] of Object.entries(proxies)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
});

async function start(options: Partial<FakeVantaOptions> = {}): Promise<void> {
  await vanta?.close();
  vanta = await startFakeVanta({ resources: { "res-1": { rows: BEFORE } }, ...options });
}

/** What the user is told, and what is known of the effect. Holds no secret, whatever the test. */
async function told(promise: Promise<unknown>) {
  const error = await rejection(promise);
  if (!(error instanceof VantaError)) throw error;
  const message = toPlainText(error.explanation);
  const causes = [error, error.cause].map((one) =>
    one instanceof Error ? `${one.message} ${one.stack} ${JSON.stringify(one)}` : "",
  );
  for (const secret of vanta.secrets())
    expect([message, ...causes].join(" ")).not.toContain(secret);
  expect(message).not.toMatch(/undefined|\[object|v[ca][st]_|\.\.$| {2}/);
  return { message, effect: error.effect, status: error.status, element: error.element };
}

type Connection = ReturnType<typeof connect>;

/** One call of each kind, made so that the kind meets the fault that was ordered for it. */
const calls: Readonly<
  Record<"token" | "list" | "put" | "readback", (connection: Connection) => Promise<unknown>>
> = {
  token: ({ reader }) => reader.list("res-1"),
  list: ({ reader }) => reader.list("res-1"),
  put: ({ writer }) => writer.replace(AFTER),
  readback: async ({ reader, writer }) => {
    await writer.replace(AFTER);
    return reader.list("res-1");
  },
};
const KINDS = ["token", "list", "put", "readback"] as const;

/** Whether the stand-in holds what it held before, or what was sent. */
function state(): "old" | "new" | "mixed" {
  const live = JSON.stringify(vanta.live("res-1"));
  if (live === JSON.stringify(BEFORE)) return "old";
  return live === JSON.stringify(AFTER.resources) ? "new" : "mixed";
}

describe("the normal path", () => {
  test("token, list, put, read-back: as the API wants them", async () => {
    const { reader, writer, requests, masked, clock } = connect(vanta);
    expect(await reader.list("res-1")).toMatchObject([{ uniqueId: "u-1" }, { uniqueId: "u-2" }]);
    await writer.replace(AFTER);
    expect(
      (await reader.list("res-1")).map(({ uniqueId, deletedAt }) => [
        uniqueId,
        deletedAt === undefined,
      ]),
    ).toEqual([
      ["u-1", true],
      ["u-2", false],
      ["u-3", true],
    ]);
    expect(vanta.calls()).toEqual(["TOKEN", "GET", "PUT", "GET"]);
    const [token, list, put] = vanta.requests;
    expect(token?.body).toEqual({
      client_id: vanta.clientId,
      client_secret: vanta.clientSecret,
      scope: "connectors.self:write-resource connectors.self:read-resource",
      grant_type: "client_credentials",
    });
    expect(list).toMatchObject({ query: { resourceId: "res-1" }, text: "" });
    expect(list?.headers).not.toHaveProperty("content-type");
    expect(put?.body).toEqual(AFTER);
    for (const { headers } of vanta.requests)
      expect(headers).toMatchObject({
        "user-agent": `vanta-roster-sync/${VERSION}`,
        accept: "application/json",
      });
    expect(requests).toEqual([
      { method: "POST", path: "/oauth/token", attempts: 1, status: 200 },
      {
        method: "GET",
        path: "/v1/resources/user_account",
        resourceId: "res-1",
        attempts: 1,
        status: 200,
      },
      {
        method: "PUT",
        path: "/v1/resources/user_account",
        resourceId: "res-1",
        attempts: 1,
        status: 200,
      },
      {
        method: "GET",
        path: "/v1/resources/user_account",
        resourceId: "res-1",
        attempts: 1,
        status: 200,
      },
    ]);
    expect(masked).toEqual(vanta.secrets());
    expect(clock.waits).toEqual([]);
  });

  test("a reader asks for the read scope only", async () => {
    await connect(vanta).readOnly.list("res-1");
    expect(vanta.requests[0]?.body.scope).toBe("connectors.self:read-resource");
  });

  test("nothing is sent before the first call, and calls at the same time share the token", async () => {
    const { reader } = connect(vanta);
    expect(vanta.calls()).toEqual([]);
    await Promise.all([reader.list("res-1"), reader.list("res-1")]);
    expect([...vanta.calls()].sort()).toEqual(["GET", "GET", "TOKEN"]);
  });

  test("secrets are masked before they are used", async () => {
    const seen: number[] = [];
    const mask = () => {
      seen.push(vanta.requests.length);
    };
    await connect(vanta, { mask }).reader.list("res-1");
    expect(seen).toEqual([0, 1]);
  });

  test("a resource ID of any characters is one query parameter", async () => {
    const id = "a b/&c=d?é#%41";
    await start({ resources: { [id]: { rows: [] } } });
    expect(await connect(vanta).reader.list(id)).toEqual([]);
    expect(vanta.requests[1]?.query).toEqual({ resourceId: id });
  });

  test("rows come as Vanta has them, with unknown fields, nulls and names that a careless copy would lose", async () => {
    await start({ absent: "null" });
    vanta.seed("res-1", {
      rows: [JSON.parse('{"uniqueId":"u-1","__proto__":{"a":1},"status":null,"riskScore":[7]}')],
    });
    const [only] = await connect(vanta).reader.list("res-1");
    expect(Object.keys(only ?? {})).toEqual(
      expect.arrayContaining(["__proto__", "riskScore", "groupIds"]),
    );
    expect(only).toMatchObject({ status: null, riskScore: [7], groupIds: null });
  });

  test("100,000 accounts go out whole and come back, and it says so", async () => {
    const resources = Array.from({ length: 100_000 }, (_, index) => account(`u-${index}`));
    const { reader, writer, progress } = connect(vanta);
    await writer.replace({ resourceId: "res-1", resources });
    expect(vanta.puts()[0].resources).toHaveLength(100_000);
    expect(
      (await reader.list("res-1")).filter(({ deletedAt }) => deletedAt === undefined),
    ).toHaveLength(100_000);
    expect(progress.lines[0]).toMatch(/^Sending 100,000 accounts to Vanta \(\d\d\.\d MiB\)\.$/);
    expect(progress.lines[1]).toMatch(
      /^Reading Vanta's answer: 8\.\d MiB so far of \d\d\.\d MiB\.$/,
    );
  });
});

describe("faults that pass: the call succeeds on a later attempt", () => {
  const passing: readonly (readonly [string, Trouble, number])[] = [
    ["408", { status: 408 }, 1_000],
    ["429 that asks for 3 seconds", { status: 429, headers: { "retry-after": "3" } }, 3_000],
    ["429", { status: 429, body: { error: "Too many requests" } }, 10_000],
    ["503", { status: 503, body: { error: "Service temporarily unavailable" } }, 1_000],
    ["504 as HTML", { html: 504 }, 1_000],
    ["reset before", { reset: "before" }, 1_000],
    ["reset during", { reset: "during" }, 1_000],
    ["reset after", { reset: "after" }, 1_000],
    ["cut", { cut: true }, 1_000],
  ];

  describe.each(KINDS)("%s", (on) => {
    test.each(passing)("%s", async (_, trouble, wait) => {
      vanta.fault({ ...trouble, on });
      const connection = connect(vanta);
      await calls[on](connection);
      expect(connection.clock.waits).toEqual([wait]);
      expect(connection.requests.map(({ attempts }) => attempts).sort()).toEqual([
        ...Array(connection.requests.length - 1).fill(1),
        2,
      ]);
      expect(state()).toBe(on === "put" || on === "readback" ? "new" : "old");
    });

    test("two of five, and four of five", async () => {
      for (const times of [2, 4]) {
        vanta.fault({ on, status: 500, times });
        const connection = connect(vanta);
        await calls[on](connection);
        expect(Math.max(...connection.requests.map(({ attempts }) => attempts))).toBe(times + 1);
      }
    });

    test.each<[string, Trouble]>([
      ["a hang", { hang: true }],
      ["a hang after it took effect", { hang: true, applied: true }],
      ["a trickle", { trickle: 20 }],
    ])("%s", async (_, trouble) => {
      vanta.fault({ ...trouble, on });
      await calls[on](connect(vanta, { timeoutSeconds: 0.25 }));
    });
  });
});

describe("faults that stay: the call fails, and says what is known", () => {
  const lasting: readonly (readonly [string, Trouble, "none" | "unknown", RegExp])[] = [
    ["408", { status: 408 }, "unknown", /had trouble \(408\).* \(5 attempts\.\)/],
    [
      "429",
      { status: 429 },
      "none",
      /too many requests \(429\).*`concurrency:`.* \(5 attempts\.\)/,
    ],
    [
      "500",
      { status: 500, body: { error: "oh no" } },
      "unknown",
      /had trouble \(500\).*Vanta's words: oh no\.$/,
    ],
    [
      "503 as HTML",
      { html: 503 },
      "unknown",
      /had trouble \(503\).*The answer \(503\) was an HTML page\.$/,
    ],
    ["reset before", { reset: "before" }, "unknown", /failed before an answer \(ECONNRESET\)/],
    ["reset during", { reset: "during" }, "unknown", /failed before an answer \(ECONNRESET\)/],
    ["reset after", { reset: "after" }, "unknown", /failed before an answer \(ECONNRESET\)/],
    ["cut", { cut: true }, "unknown", /was cut in the middle of the answer/],
    ["400", { status: 400, body: { error: "bad" } }, "none", /400.*Vanta's words: bad\.$/],
    ["403 as HTML", { html: 403 }, "none", /firewall.*\(403\)/],
    [
      "403",
      { status: 403, body: { error: "forbidden" } },
      "none",
      /Developer Console.*"Build Integrations".*Vanta's words: forbidden\.$/,
    ],
    ["404 as HTML", { html: 404 }, "none", /no Vanta API at http:.*api\.vanta-gov\.com/],
    ["413", { status: 413 }, "none", /413/],
    [
      "418",
      { status: 418, body: "teapot" },
      "none",
      /refused the request \(418\)\. Vanta's words: teapot\.$/,
    ],
    ["407", { status: 407 }, "none", /proxy wants credentials/],
  ];

  describe.each(KINDS)("%s", (on) => {
    test.each(lasting)("%s", async (_, trouble, effect, words) => {
      vanta.fault({ ...trouble, on, times: 5 });
      const connection = connect(vanta);
      const failure = await told(calls[on](connection));
      expect(failure.message).toMatch(words);
      expect(failure.effect).toBe(on === "put" ? effect : "none");
      expect(failure.message.startsWith("Vanta did not confirm")).toBe(
        on === "put" && effect === "unknown",
      );
      expect(connection.requests.at(-1)?.attempts).toBe(connection.clock.waits.length + 1);
      expect(connection.clock.waits.length).toBe(/\(5 attempts/.test(failure.message) ? 4 : 0);
      // Nothing in between: Vanta holds exactly the old state or exactly the new one.
      const after = "reset" in trouble && trouble.reset === "after";
      expect(state()).toBe(
        on === "readback" || (on === "put" && (after || "cut" in trouble)) ? "new" : "old",
      );
    });

    test("a hang: the deadline, five times", async () => {
      vanta.fault({ on, hang: true, times: 5 });
      const failure = await told(calls[on](connect(vanta, { timeoutSeconds: 0.1 })));
      expect(failure.message).toMatch(
        /no whole answer .* within 0\.1 seconds\..*request-timeout-seconds/,
      );
      expect(failure.effect).toBe(on === "put" ? "unknown" : "none");
    });

    test("a redirect is not followed, and nothing reaches where it leads", async () => {
      extra = await startRawServer((_, outgoing) => outgoing.end("{}"));
      vanta.fault({ on, redirect: `${extra.url}/oauth/token?secret=1` });
      const failure = await told(calls[on](connect(vanta)));
      expect(failure.message).toContain(
        `redirects to "127.0.0.1:${extra.port}" (308). Redirects are not followed, and nothing was sent there.`,
      );
      expect(failure.message).toContain("https://api.vanta.com");
      expect(failure.effect).toBe("none");
      expect({ seen: extra.seen, connections: extra.connections() }).toEqual({
        seen: [],
        connections: 0,
      });
    });

    test("an earlier attempt in doubt outweighs a later refusal", async () => {
      vanta.fault({ on, reset: "after" });
      vanta.fault({ on, status: 400 });
      expect(await told(calls[on](connect(vanta)))).toMatchObject({
        effect: on === "put" ? "unknown" : "none",
        status: 400,
        message: expect.stringContaining(" (2 attempts.)"),
      });
    });
  });

  test.each([301, 302, 303, 307])("nor is a %i", async (status) => {
    vanta.fault({ on: "token", redirect: "https://api.eu.vanta.com/", status });
    expect((await told(calls.token(connect(vanta)))).message).toContain(
      `redirects to "api.eu.vanta.com" (${status})`,
    );
  });

  test.each([undefined, "http://[", "//"])(
    "a redirect to %j leads nowhere, which is said",
    async (location) => {
      vanta.fault({ on: "list", status: 302, headers: location === undefined ? {} : { location } });
      expect((await told(calls.list(connect(vanta)))).message).toContain(
        "redirects elsewhere (302)",
      );
    },
  );
});

describe("the token", () => {
  test("a wrong secret, a scope that the application lacks, another grant", async () => {
    const secret = "vcs_wrongwrongwrong";
    const wrong = await told(calls.list(connect({ ...vanta, clientSecret: secret })));
    expect(wrong).toMatchObject({ status: 401, effect: "none" });
    expect(wrong.message).toMatch(
      /does not know this client-id and client-secret together \(401\).*Developer Console.*invalid_client\.$/,
    );
    await start({ scopes: ["connectors.self:read-resource"] });
    const scope = await told(calls.list(connect(vanta)));
    expect(scope.message).toMatch(
      /"connectors\.self:write-resource connectors\.self:read-resource" \(invalid_scope\)/,
    );
    expect(scope.message).toContain(
      "connectors.self:write-resource and connectors.self:read-resource ticked",
    );
    expect(await connect(vanta).readOnly.list("res-1")).toHaveLength(2);
    expect(connect(vanta).requests).toEqual([]);
  });

  test.each<[string, Trouble]>([
    ["HTML", { status: 200, body: "<html>vat_leaked</html>" }],
    ["another shape", { status: 200, body: { token: "vat_leaked" } }],
    ["an empty token", { status: 200, body: { access_token: "" } }],
    ["a token that no header can hold", { status: 200, body: { access_token: "a\r\nb" } }],
    ["a number", { status: 200, body: { access_token: 7 } }],
    ["nothing", { status: 204 }],
    ["null", { status: 200, body: "null" }],
    ["JSON that breaks off", { status: 200, body: '{"access_token": "vat_leaked' }],
  ])("an answer with %s is no token, and is not repeated", async (_, trouble) => {
    vanta.fault({ ...trouble, on: "token" });
    const { message } = await told(calls.list(connect(vanta)));
    expect(message).toMatch(
      /^Vanta gave no access token: http:.* gave an(?: HTML page| answer without a usable access_token)/,
    );
    expect(message).not.toContain("leaked");
    expect(vanta.calls()).toEqual(["TOKEN"]);
  });

  test.each(["list", "put", "readback"] as const)(
    "revoked before a %s: one new token, and the call again",
    async (on) => {
      vanta.fault({ on, revoke: true });
      const { requests, masked, ...connection } = connect(vanta);
      await calls[on]({ requests, masked, ...connection });
      expect(vanta.calls().filter((call) => call === "TOKEN")).toHaveLength(2);
      expect(masked).toEqual([
        vanta.clientSecret,
        vanta.secrets()[1],
        vanta.clientSecret,
        vanta.secrets()[2],
      ]);
      expect(requests.map(({ status }) => status).slice(-3)).toEqual([401, 200, 200]);
      expect(state()).toBe(on === "list" ? "old" : "new");
    },
  );

  test("revoked twice in a run: the second 401 is an error, whichever call meets it", async () => {
    vanta.fault({ on: "list", revoke: true });
    vanta.fault({ on: "put", revoke: true });
    const { reader, writer } = connect(vanta);
    await reader.list("res-1");
    const failure = await told(writer.replace(AFTER));
    expect(failure).toMatchObject({ effect: "none", status: 401 });
    expect(failure.message).toMatch(
      /one live token.*application of its own.*`concurrency:`.*Vanta's words: unauthorized\.$/,
    );
    expect(vanta.calls()).toEqual(["TOKEN", "GET", "TOKEN", "GET", "PUT"]);
    expect(state()).toBe("old");
  });

  test("a second 401 on the same call", async () => {
    vanta.fault({ on: "list", status: 401, times: 2 });
    expect(await told(calls.list(connect(vanta)))).toMatchObject({ status: 401 });
    expect(vanta.calls()).toEqual(["TOKEN", "GET", "TOKEN", "GET"]);
  });

  test("a new token that is refused fails the call; a PUT that was in doubt stays so", async () => {
    vanta.fault({ on: "put", reset: "after" });
    vanta.fault({ on: "put", revoke: true });
    vanta.fault({ on: "token", nth: 2, status: 403 });
    expect(await told(calls.put(connect(vanta)))).toMatchObject({ effect: "unknown", status: 401 });
    expect(state()).toBe("new");
  });

  const refusals: readonly (readonly [string, Trouble, number, number])[] = [
    ["400", { status: 400 }, 1, 400],
    ["503 ×5", { status: 503 }, 5, 503],
    ["an answer without a token", { status: 200, body: {} }, 1, 200],
  ];

  test.each(refusals)(
    "that was not given at first (%s) is not asked for again in the run",
    async (_, trouble, times, status) => {
      vanta.fault({ ...trouble, on: "token", times });
      const { reader, writer, requests } = connect(vanta);
      const first = await told(reader.list("res-1"));
      expect(first).toMatchObject({ effect: "none", status });
      expect(await told(reader.list("res-1"))).toEqual(first);
      expect(await told(writer.replace(AFTER))).toEqual(first);
      expect(vanta.calls()).toEqual(Array.from({ length: times }, () => "TOKEN"));
      expect(requests).toEqual([{ method: "POST", path: "/oauth/token", attempts: times, status }]);
    },
  );

  test.each(refusals)(
    "that could not be renewed (%s) is not asked for again: later calls fail without a request",
    async (_, trouble, times) => {
      vanta.fault({ on: "put", revoke: true });
      vanta.fault({ ...trouble, on: "token", nth: 2, times });
      const { reader, writer, requests, clock } = connect(vanta);
      const first = await told(writer.replace(AFTER));
      // The PUT's own answer was a 401, whatever kept the new token away.
      expect(first).toMatchObject({ effect: "none", status: 401 });
      expect(first.message).toMatch(/^Vanta gave no access token/);
      const [sent, recorded, waits] = [vanta.calls(), [...requests], [...clock.waits]];
      expect(sent).toEqual(["TOKEN", "PUT", ...Array.from({ length: times }, () => "TOKEN")]);
      for (const call of [reader.list("res-1"), writer.replace(AFTER)])
        expect(await told(call)).toMatchObject({ effect: "none", message: first.message });
      expect({ sent: vanta.calls(), recorded: requests, waits: clock.waits }).toEqual({
        sent,
        recorded,
        waits,
      });
      expect(state()).toBe("old");
    },
  );

  test("more than five tokens a minute", async () => {
    for (let run = 0; run < 5; run++) await connect(vanta).reader.list("res-1");
    const sixth = connect(vanta);
    expect((await told(sixth.reader.list("res-1"))).message).toMatch(
      /\(429\)\. Vanta gives an application 5 tokens a minute/,
    );
    expect(sixth.clock.waits).toEqual([10_000, 20_000, 40_000, 60_000]);
  });

  test("twenty requests a minute", async () => {
    await start({ requestsPerMinute: 20 });
    const { reader } = connect(vanta);
    for (let count = 0; count < 20; count++) await reader.list("res-1");
    expect((await told(reader.list("res-1"))).message).toContain(
      "about 20 of these requests a minute",
    );
  });
});

describe("a list is never taken for nobody", () => {
  test.each<[string, unknown, RegExp]>([
    ["an HTML page", "<!doctype html><html></html>", /is not JSON but an HTML page/],
    ["nothing", "", /is not JSON/],
    ["JSON that breaks off", '{"resources": [', /is not JSON/],
    ["bytes that are no text", "{}\u0000", /is not JSON/],
    ["null", "null", /no list "resources"/],
    ["a list at the top", [], /no list "resources"/],
    ["an error", { error: "not now" }, /no list "resources"/],
    ["an empty object", {}, /no list "resources"/],
    ["no list in it", { resources: null }, /no list "resources"/],
    ["a map in its place", { resources: {} }, /no list "resources"/],
    [
      "the other API's shape",
      { results: { data: [], pageInfo: { hasNextPage: false } } },
      /no list "resources"/,
    ],
    [
      "a row without uniqueId",
      { resources: [{ uniqueId: "a" }, { email: "b" }] },
      /row 2 of the answer has no uniqueId/,
    ],
    ["an empty uniqueId", { resources: [{ uniqueId: "" }] }, /row 1/],
    ["a number for uniqueId", { resources: [{ uniqueId: 7 }] }, /row 1/],
    ["null for a row", { resources: [null] }, /row 1/],
    ["hasNextPage", { resources: [], pageInfo: { hasNextPage: true } }, /more pages/],
    ["nextCursor", { resources: [], nextCursor: "abc" }, /more pages/],
    [
      "a total above the rows",
      { resources: [], total: 1 },
      /more pages, or more rows than it holds/,
    ],
  ])("%s", async (_, body, words) => {
    vanta.fault({ on: "list", status: 200, body });
    const failure = await told(calls.list(connect(vanta)));
    expect(failure).toMatchObject({ effect: "none", status: 200 });
    expect(failure.message).toMatch(words);
    expect(failure.message).toMatch(/It was not taken for an empty list\.$/);
  });

  test.each([204, 205])("%i", async (status) => {
    vanta.fault({ on: "list", status });
    expect((await told(calls.list(connect(vanta)))).message).toMatch(/is not JSON/);
  });

  test("Link: rel=next", async () => {
    vanta.fault({
      on: "list",
      status: 200,
      headers: { link: '<https://api.vanta.com/x?page=2>; rel="next"' },
      body: { resources: [] },
    });
    expect((await told(calls.list(connect(vanta)))).message).toMatch(/more pages/);
  });

  test("a huge answer: read up to the limit, refused beyond", async () => {
    vanta.fault({ on: "list", huge: 1_000_000 });
    vanta.fault({ on: "list", huge: 1_000_001 });
    const { reader } = connect(vanta, { responseLimit: 1_000_000 });
    expect(await reader.list("res-1")).toEqual([]);
    expect((await told(reader.list("res-1"))).message).toMatch(
      /larger than this action reads \(256 MiB\)/,
    );
    expect(vanta.calls()).toHaveLength(3);
  });

  test("an unknown resource, and a wrong path", async () => {
    expect((await told(connect(vanta).reader.list("res-9"))).message).toMatch(
      /^The accounts of resource "res-9" could not be read from Vanta: .*tab Resources: .*base type UserAccount.*Resource ID.*Vanta's words: Resource not found\.$/,
    );
  });
});

describe("a PUT", () => {
  test.each<[string, Trouble, "denied" | "unknown"]>([
    ["success: false", { status: 200, body: { success: false } }, "denied"],
    [
      "success: false, but applied",
      { status: 200, body: { success: false }, applied: true },
      "denied",
    ],
    ["some rejected", { status: 200, body: { results: { accepted: 1, rejected: 1 } } }, "denied"],
    [
      "success, but some rejected",
      { status: 200, body: { success: true, results: { accepted: 1, rejected: 1 } } },
      "denied",
    ],
    [
      "rejected as a list",
      { status: 200, body: { success: true, results: { rejected: ["u-1"] } } },
      "denied",
    ],
    [
      "no word of success",
      { status: 200, body: { results: { accepted: 2, rejected: 0 } }, applied: true },
      "unknown",
    ],
    ["success in another type", { status: 200, body: { success: "true" } }, "unknown"],
    ["202 and nothing", { status: 202, applied: true }, "unknown"],
    ["204", { status: 204 }, "unknown"],
    ["HTML", { html: 200 }, "unknown"],
    ["null", { status: 200, body: "null" }, "unknown"],
    ["a list", { status: 200, body: [] }, "unknown"],
  ])("%s", async (_, trouble, effect) => {
    vanta.fault({ ...trouble, on: "put" });
    const failure = await told(calls.put(connect(vanta)));
    expect(failure.effect).toBe(effect);
    expect(failure.message).toMatch(
      effect === "denied"
        ? /^Vanta did not take the accounts .* success: false/
        : /^Vanta did not confirm .* without success: true\./,
    );
    expect(vanta.calls()).toEqual(["TOKEN", "PUT"]);
    expect(state()).toBe("applied" in trouble ? "new" : "old");
  });

  test.each<[number, unknown]>([
    [200, { success: true }],
    [201, { success: true, results: { accepted: 2, rejected: 0 } }],
    [202, { success: true, results: null, more: 1 }],
  ])("%i with %j is success", async (status, body) => {
    vanta.fault({ on: "put", status, body });
    expect(await calls.put(connect(vanta))).toBeUndefined();
  });

  test("that is too large for the other side says so", async () => {
    vanta.fault({ on: "put", html: 413 });
    expect((await told(calls.put(connect(vanta)))).message).toMatch(
      /they are more than it, or a proxy in between, accepts in one request \(413\)/,
    );
  });

  test("an answer that is too large leaves the effect unknown", async () => {
    vanta.fault({ on: "put", huge: 2_000 });
    expect(await told(calls.put(connect(vanta, { responseLimit: 1_000 })))).toMatchObject({
      effect: "unknown",
    });
  });

  test("a refused account is named by its index", async () => {
    const { writer } = connect(vanta);
    const { email, ...nameless } = row("u-4", {
      createdAt: undefined,
      updatedAt: undefined,
      deletedAt: undefined,
    });
    const send = (resources: readonly { readonly uniqueId: string }[]) =>
      told(
        writer.replace({ resourceId: "res-1", resources: resources.map((one) => ({ ...one })) }),
      );
    const missing = await send([account("u-3"), nameless]);
    expect(missing).toMatchObject({ effect: "none", status: 400, element: 1 });
    expect(missing.message).toMatch(
      /It takes all accounts or none.*Vanta's words: \/1: must have property 'email'\.$/,
    );
    expect(await send([account("u-1"), account("u-2"), row("u-3 (element 0)")])).toMatchObject({
      element: 2,
      message: expect.stringContaining("createdAt"),
    });
    vanta.fault({ on: "put", status: 400, body: { error: "/2: too new" } });
    expect(await send([account("u-1")])).toMatchObject({ element: undefined });
    vanta.fault({ on: "put", status: 403, body: { error: "/0: forbidden" } });
    expect(await send([account("u-1")])).toMatchObject({ element: undefined });
    expect(state()).toBe("old");
  });
});

describe("cancelled", () => {
  const cancelling = (options: Partial<VantaOptions> = {}) => {
    const controller = new AbortController();
    const clock = stillClock({ onSleep: () => controller.abort() });
    return { controller, ...connect(vanta, { clock, signal: controller.signal, ...options }) };
  };

  test("before the call: nothing is sent and nothing recorded", async () => {
    const { controller, reader, writer, requests } = cancelling();
    controller.abort();
    expect(await rejection(reader.list("res-1"))).toBeInstanceOf(Cancelled);
    expect(await rejection(writer.replace(AFTER))).toBeInstanceOf(Cancelled);
    expect({ calls: vanta.calls(), requests }).toEqual({ calls: [], requests: [] });
  });

  test("while a list waits to try again: no other request", async () => {
    vanta.fault({ on: "list", status: 503 });
    const { reader, requests } = cancelling();
    expect(await rejection(reader.list("res-1"))).toBeInstanceOf(Cancelled);
    expect(requests.at(-1)).toMatchObject({ method: "GET", attempts: 1, status: 503 });
  });

  test("while a PUT waits after a refusal: it had no effect; after a 503: that is not known", async () => {
    vanta.fault({ on: "put", status: 429 });
    expect(await rejection(calls.put(cancelling()))).toBeInstanceOf(Cancelled);
    vanta.fault({ on: "put", status: 503, applied: true });
    const failure = await told(calls.put(cancelling()));
    expect(failure).toMatchObject({
      effect: "unknown",
      message: expect.stringContaining("the run was cancelled before it answered"),
    });
  });

  test("while a PUT is under way: cut off at once, its effect unknown, and recorded", async () => {
    const { controller, writer, requests } = cancelling();
    vanta.fault({ on: "put", hang: true, applied: true });
    const call = told(writer.replace(AFTER));
    const watch = setInterval(() => {
      if (vanta.calls().includes("PUT")) controller.abort();
    }, 5);
    expect(await call).toMatchObject({ effect: "unknown" });
    clearInterval(watch);
    expect(requests.at(-1)).toEqual({
      method: "PUT",
      path: "/v1/resources/user_account",
      resourceId: "res-1",
      attempts: 1,
    });
  });
});

describe("the network", () => {
  test("nobody listening", async () => {
    extra = await startRawServer(() => undefined);
    const { url } = extra;
    await extra.close();
    const { requests, ...connection } = connect({ ...vanta, url });
    expect((await told(connection.reader.list("res-1"))).message).toMatch(
      /nobody accepts connections at http:\/\/127.* \(ECONNREFUSED\)\..* \(5 attempts\.\)$/,
    );
    expect(requests).toEqual([{ method: "POST", path: "/oauth/token", attempts: 5 }]);
  });

  test("no such host", async () => {
    delete process.env["http_proxy"];
    expect(
      (await told(connect({ ...vanta, url: "http://vanta.invalid" }).reader.list("r"))).message,
    ).toMatch(/could not be resolved \((?:ENOTFOUND|EAI_AGAIN)\)/);
  });

  test("no TLS at the other end", async () => {
    expect(
      (
        await told(
          connect({ ...vanta, url: vanta.url.replace("http:", "https:") }).reader.list("r"),
        )
      ).message,
    ).toMatch(/no trustworthy TLS connection .* \(E[A-Z_]+\).*NODE_EXTRA_CA_CERTS/);
  });

  test("a proxy that refuses, one that is not there, one that is no URL", async () => {
    extra = await startRawServer(
      () => undefined,
      (_, socket) => socket.end("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n"),
    );
    process.env["https_proxy"] = extra.url.replace("//", "//user:hunter2@");
    const list = () => told(connect({ ...vanta, url: "https://api.vanta.test" }).reader.list("r"));
    const refused = (await list()).message;
    expect(refused).toContain(
      "the proxy that https_proxy or http_proxy names refuses to connect to https://api.vanta.test (403).",
    );
    expect(refused).not.toContain("hunter2");
    await extra.close();
    expect((await list()).message).toContain("names cannot be reached");
    process.env["https_proxy"] = "::::";
    expect((await list()).message).toContain("is not a URL");
  });
});

describe("secrets", () => {
  test("are taken out of what Vanta repeats, in every spelling, before it is cut", async () => {
    const clientSecret = 'se"cret/+ value';
    await start({ clientSecret });
    const { reader } = connect(vanta);
    await reader.list("res-1");
    const [, token = ""] = vanta.secrets();
    const spellings = [
      token,
      clientSecret,
      encodeURIComponent(clientSecret),
      JSON.stringify(clientSecret),
      "vcs_another",
      "Bearer vat_old.er-one",
    ];
    for (const spelling of spellings) {
      vanta.fault({
        on: "list",
        status: 400,
        body: { error: `${"x".repeat(285)} ${spelling} end` },
      });
      vanta.fault({ on: "list", status: 400, body: `no JSON: ${spelling}` });
      for (let time = 0; time < 2; time++) {
        const { message } = await told(reader.list("res-1"));
        expect(message).toContain("***");
        expect(message).not.toMatch(/cret|another|er-one/);
      }
    }
  });

  test("a token of another look is known too", async () => {
    vanta.fault({ on: "token", status: 200, body: { access_token: "opaque/token==" } });
    vanta.fault({ on: "list", status: 400, body: { error: "not opaque/token== today" } });
    expect((await told(calls.list(connect(vanta)))).message).toMatch(
      /Vanta's words: not \*\*\* today\.$/,
    );
  });

  test("an answer of any length or kind is cut to a line", async () => {
    vanta.fault({ on: "list", status: 400, body: `line\r\n::error::${"y".repeat(100_000)}` });
    const { message } = await told(calls.list(connect(vanta)));
    expect(message.length).toBeLessThan(600);
    expect(message).toContain("Vanta's words: line ::error::yyy");
  });

  test("are in no log line", async () => {
    vanta.fault({ on: "put", status: 503, times: 5 });
    const { progress, ...connection } = connect(vanta);
    await told(calls.put({ progress, ...connection }));
    const log = [...progress.lines, ...progress.debugLines].join("\n");
    for (const secret of vanta.secrets()) expect(log).not.toContain(secret);
    expect(progress.debugLines).toEqual([
      "POST /oauth/token: 200 (attempts: 1)",
      "PUT /v1/resources/user_account: 503 (attempts: 5)",
    ]);
  });
});
