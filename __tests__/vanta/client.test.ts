// The client against the stand-in for Vanta: what it sends, and how it explains each failure. How a
// run ends after each fault is in run/faults.test.ts, attempts and waits are in retry.test.ts.
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { toPlainText } from "../../src/model/message.js";
import { Cancelled, type Effect, VantaError } from "../../src/model/ports.js";
import { VERSION } from "../../src/model/version.js";
import type { VantaOptions } from "../../src/vanta/client.js";
import { explainResponse } from "../../src/vanta/error-messages.js";
import { account, row } from "../support/accounts.js";
import { stillClock } from "../support/clock.js";
import {
  type FakeVanta,
  type FakeVantaOptions,
  startFakeVanta,
  type Trouble,
} from "../support/fake-vanta.js";
import { startRawServer } from "../support/raw-server.js";
import { connect, rejection } from "./connection.js";

const BEFORE = [account("u-1"), account("u-2")];
const AFTER = [account("u-1", { permissionLevel: "ADMIN" }), account("u-3")];
const REPLACEMENT = { resourceId: "res-1", resources: AFTER };
const WRITE = "connectors.self:write-resource";
const READ = "connectors.self:read-resource";
const ACCOUNTS = "/v1/resources/user_account";

let vanta: FakeVanta;
const environment = { ...process.env };

beforeEach(() => start());

afterEach(async () => {
  await vanta.close();
  process.env = { ...environment };
});

async function start(options: Partial<FakeVantaOptions> = {}): Promise<void> {
  await vanta?.close();
  vanta = await startFakeVanta({ resources: { "res-1": { rows: BEFORE } }, ...options });
}

/** What the user sees of a failure, and what is known of its effect. No part has a secret. */
async function failure(promise: Promise<unknown>) {
  const error = await rejection(promise);
  if (!(error instanceof VantaError)) throw error;
  const { explanation, effect, status, element } = error;
  const message = toPlainText(explanation);
  const causes = [error, error.cause].map((one) =>
    one instanceof Error ? `${one.message} ${one.stack} ${JSON.stringify(one)}` : "",
  );
  for (const secret of vanta.secrets()) expect([message, ...causes].join()).not.toContain(secret);
  expect(message).not.toMatch(/undefined|\[object|v[ca][st]_|\.\.$| {2}/);
  return { message, effect, status, element };
}

/** A list or a PUT, by a new client. */
function call(on: "list" | "put", options: Partial<VantaOptions> = {}) {
  const { reader, replace } = connect(vanta, options);
  return on === "put" ? replace(REPLACEMENT) : reader.list("res-1");
}

const holdsNew = () => JSON.stringify(vanta.live("res-1")) === JSON.stringify(AFTER);

describe("the requests", () => {
  test("token, list, PUT, read-back", async () => {
    const { reader, replace, requests, masked, progress } = connect(vanta);
    expect(vanta.calls()).toEqual([]);
    expect(await reader.list("res-1")).toMatchObject([{ uniqueId: "u-1" }, { uniqueId: "u-2" }]);
    await replace(REPLACEMENT);
    const readBack = await reader.list("res-1");
    expect(
      readBack.map(({ uniqueId, deletedAt }) => `${uniqueId} ${deletedAt !== undefined}`),
    ).toEqual(["u-1 false", "u-2 true", "u-3 false"]);
    expect(vanta.calls()).toEqual(["TOKEN", "GET", "PUT", "GET"]);
    const [token, list, put] = vanta.requests;
    expect(token?.body).toEqual({
      client_id: vanta.clientId,
      client_secret: vanta.clientSecret,
      scope: `${WRITE} ${READ}`,
      grant_type: "client_credentials",
    });
    expect(list).toMatchObject({ query: { resourceId: "res-1" }, text: "" });
    expect(list?.headers).not.toHaveProperty("content-type");
    expect(put?.body).toEqual(REPLACEMENT);
    const common = { "user-agent": `vanta-roster-sync/${VERSION}`, accept: "application/json" };
    for (const { headers } of vanta.requests) expect(headers).toMatchObject(common);
    const facts = { path: ACCOUNTS, resourceId: "res-1", attempts: 1, status: 200 };
    expect(requests).toEqual([
      { method: "POST", path: "/oauth/token", attempts: 1, status: 200 },
      { method: "GET", ...facts },
      { method: "PUT", ...facts },
      { method: "GET", ...facts },
    ]);
    expect(masked).toEqual(vanta.secrets());
    expect(progress.lines).toEqual([
      "Asking Vanta for an access token.",
      "Reading the accounts of resource res-1 from Vanta.",
      "Sending 2 accounts to Vanta, resource res-1 (0.0 MiB).",
      "Reading the accounts of resource res-1 from Vanta.",
    ]);
  });

  test("a reader only has the scope to read; calls at the same time share its token", async () => {
    const { readOnly } = connect(vanta);
    await Promise.all([readOnly.list("res-1"), readOnly.list("res-1")]);
    expect([...vanta.calls()].sort()).toEqual(["GET", "GET", "TOKEN"]);
    expect(vanta.requests[0]?.body.scope).toBe(READ);
  });

  test("secrets are masked before they are used", async () => {
    const seen: number[] = [];
    await call("list", { mask: () => void seen.push(vanta.requests.length) });
    expect(seen).toEqual([0, 1]);
  });

  test("a resource ID of any characters is one query parameter", async () => {
    const id = "a b/&c=d?é#%41";
    await start({ resources: { [id]: { rows: [] } } });
    expect(await connect(vanta).reader.list(id)).toEqual([]);
    expect(vanta.requests[1]?.query).toEqual({ resourceId: id });
  });

  test("any 2xx with success: true is success", async () => {
    vanta.fault({ on: "put", status: 202, body: { success: true, results: null, more: 1 } });
    expect(await call("put")).toBeUndefined();
  });
});

describe("the explanation", () => {
  const html = (status: number): Trouble => ({ html: status });
  const json = (status: number, body: unknown): Trouble => ({ status, body });
  const refused = (status: number, error: string) => json(status, { error });
  const elsewhere = (location?: string): Trouble => ({
    status: 302,
    headers: location === undefined ? {} : { location },
  });

  test.each<[Trouble, Effect, RegExp]>([
    [{ status: 408 }, "unknown", /^Vanta did not confirm .*returned 408\..* \(5 attempts\.\)/],
    [refused(500, "oh no"), "unknown", /returned 500\..*\(5 attempts\.\) .*response: oh no\.$/],
    [html(503), "unknown", /returned 503\..*The response \(503\) was an HTML page\.$/],
    [{ reset: "before" }, "unknown", /^Vanta did not confirm .* before a response \(ECONNRESET\)/],
    [{ cut: true }, "unknown", /^Vanta did not confirm .* cut in the middle of the response/],
    [
      { hang: true },
      "unknown",
      /no complete response .* within 0\.2 seconds.*request-timeout-seconds/,
    ],
    [{ huge: 2_000 }, "unknown", /larger than this action reads \(256 MiB\)\.$/],
    [
      { status: 429 },
      "none",
      /^Vanta did not accept .*\(429\)\. Vanta allows an application about 20 .*`concurr/,
    ],
    [
      refused(400, "bad"),
      "none",
      /^Vanta rejected the roster for resource "res-1" \(400\); nothing changed\..* response: bad\.$/,
    ],
    [html(413), "none", /does not accept a request of this size \(413\)/],
    [json(418, "teapot"), "none", /refused the request \(418\)\. Vanta's response: teapot\.$/],
    [{ status: 407 }, "none", /proxy requires credentials \(407\)/],
    [json(200, { success: false }), "denied", /^Vanta did not accept .* success: false/],
    [json(200, { results: {} }), "unknown", /^Vanta did not confirm .* without success: true\./],
    [html(200), "unknown", /^Vanta did not confirm .* without success: true\. .* HTML page\.$/],
  ])("when a PUT meets %j", async (trouble, effect, words) => {
    vanta.fault({ ...trouble, on: "put", times: 5 });
    const options = { timeoutSeconds: "hang" in trouble ? 0.2 : 20, responseLimit: 1_999 };
    const { message, ...facts } = await failure(call("put", options));
    expect(message).toMatch(words);
    expect(facts.effect).toBe(effect);
    expect(holdsNew()).toBe("cut" in trouble);
  });

  const listed = (resources: unknown, more = {}) => json(200, { resources, ...more });
  const deepRow = { uniqueId: "b", x: JSON.parse("[".repeat(60) + "]".repeat(60)) };

  test.each<[Trouble, RegExp]>([
    [{ status: 429 }, /^The accounts of resource "res-1" could not .* about 20 of these requests/],
    [refused(403, "forbidden"), /Developer Console.*"Build Integrations".*response: forbidden\.$/],
    [html(403), /firewall.*\(403\)/],
    [refused(404, "Resource not found"), /tab Resources.*base type UserAccount.*Resource ID/],
    [html(404), /no Vanta API at http:.*api\.vanta-gov\.com/],
    [html(413), /refused the request \(413\)/],
    [{ redirect: "https://api.eu.vanta.com/" }, /redirects to "api\.eu\.vanta\.com" \(308\)/],
    [
      elsewhere(),
      /redirects to another address \(302\).*Redirects are not followed.*https:\/\/api\.vanta\.com/,
    ],
    [elsewhere("http://["), /redirects to another address \(302\)/],
    [elsewhere("//"), /redirects to another address \(302\)/],
    [html(200), /is not JSON but an HTML page.* It is not treated as an empty list\.$/],
    [json(200, '{"resources": ['), /is not JSON\. .* It is not treated as an empty list\.$/],
    [json(200, {}), /no list "resources".* It is not treated as an empty list\.$/],
    [listed([{ uniqueId: "a" }, {}]), /row 2 of the response has no uniqueId/],
    [listed([{ uniqueId: "a" }, deepRow]), /row 2 of the response is nested too deep/],
    [listed([], { nextCursor: "x" }), /more pages, or more rows than it contains/],
  ])("when a list meets %j", async (trouble, words) => {
    vanta.fault({ ...trouble, on: "list", times: 5 });
    const { message, effect } = await failure(call("list"));
    expect(message).toMatch(words);
    expect(effect).toBe("none");
  });

  test.each<[Trouble, RegExp]>([
    [{ status: 503 }, /^Vanta returned no access token: .*503\..* \(5 attempts\.\)$/],
    [{ status: 429 }, /\(429\)\. Vanta allows an application 5 tokens per minute/],
    [refused(400, "invalid_client"), /rejected client-id and client-secret \(400\)/],
    [html(403), /firewall.*\(403\)/],
    [{ status: 403 }, /application is not allowed to do this \(403\)/],
    [html(404), /no Vanta API at/],
    [json(200, "<html>vat_leaked</html>"), /http:.* returned an HTML page/],
    [json(200, { token: "vat_leaked" }), /returned a response without a usable access_token/],
    [{ status: 204 }, /returned a response without a usable access_token/],
  ])("when a token request meets %j", async (trouble, words) => {
    vanta.fault({ ...trouble, on: "token", times: 5 });
    const { message, effect } = await failure(call("list"));
    expect(message).toMatch(words);
    expect(message).not.toContain("leaked");
    expect([effect, new Set(vanta.calls())]).toEqual(["none", new Set(["TOKEN"])]);
  });

  test.each([
    ["https://api.vanta.com", "(https://app.vanta.com/settings/developer-console)"],
    ["https://api.vanta-gov.com", "(https://app.vanta-gov.com/settings/developer-console)"],
  ])("of %s names its own console", (apiUrl, console) => {
    const response = { status: 403, headers: {}, body: Buffer.from("{}"), attempts: 1 };
    const facts = { apiUrl, scope: READ, timeoutSeconds: 20, scrub: (words: string) => words };
    const message = explainResponse({ kind: "token" }, { ...response, unsettled: false }, facts);
    expect(toPlainText(message)).toContain(console);
  });

  test("when the credentials do not fit", async () => {
    const wrong = connect({ ...vanta, clientSecret: "vcs_wrongwrongwrong" });
    const { status, message } = await failure(wrong.reader.list("res-1"));
    expect([status, message]).toEqual([
      401,
      expect.stringMatching(/client-secret \(401\).*Developer Console.*invalid_client\.$/),
    ]);
    await start({ scopes: [READ] });
    const scope = (await failure(call("list"))).message;
    expect(scope).toContain(`"${WRITE} ${READ}" (invalid_scope)`);
    expect(scope).toContain(`${WRITE} and ${READ}`);
    expect(await connect(vanta).readOnly.list("res-1")).toHaveLength(2);
  });

  test.each<[string, RegExp]>([
    // The resolver refuses such a long name without a request to the network.
    [`http://${"a".repeat(64)}.test`, /could not be resolved \(ENOTFOUND\)/],
    ["https://127.0.0.1", /certificate of .* is not trusted \(E[A-Z_]+\).*NODE_EXTRA_CA_CERTS/],
    ["http://127.0.0.1:1", /accepts connections at http:.* \(ECONNREFUSED\)\..* \(5 attempts\.\)$/],
  ])("when there is no way to %s", async (url, words) => {
    const apiUrl = url === "https://127.0.0.1" ? vanta.url.replace("http:", "https:") : url;
    const { reader, requests } = connect(vanta, { apiUrl });
    expect((await failure(reader.list("r"))).message).toMatch(words);
    expect(requests).toEqual([{ method: "POST", path: "/oauth/token", attempts: 5 }]);
  });

  test("when a proxy refuses, or is not there", async () => {
    const proxy = await startRawServer(undefined, (_, socket) =>
      socket.end("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n"),
    );
    process.env["https_proxy"] = proxy.url.replace("//", "//user:hunter2@");
    const list = () => failure(call("list", { apiUrl: "https://api.vanta.test" }));
    const refusal = (await list()).message;
    expect(refusal).toContain("http_proxy refuses to connect to https://api.vanta.test (403).");
    expect(refusal).not.toContain("hunter2");
    await proxy.close();
    expect((await list()).message).toContain("http_proxy cannot be reached");
  });

  test("when a proxy variable is not a URL: nothing is sent, and it is not quoted", async () => {
    process.env["http_proxy"] = "user:hunter2@proxy.test";
    const { message, ...facts } = await failure(call("put"));
    expect(message).toMatch(/http_proxy is not an http or https URL, so nothing was sent\. Write/);
    expect(message).not.toContain("hunter2");
    expect(facts).toMatchObject({ effect: "none", status: undefined });
    expect(vanta.calls()).toEqual([]);
  });

  test("when Vanta refuses an account has its index", async () => {
    const { replace } = connect(vanta);
    const { email: _, ...nameless } = account("u-4");
    const send = (resources: readonly { readonly uniqueId: string }[]) =>
      failure(replace({ resourceId: "res-1", resources: [...resources] }));
    const missing = await send([account("u-3"), nameless]);
    expect(missing).toMatchObject({ effect: "none", status: 400, element: 1 });
    expect(missing.message).toMatch(/Vanta's response: \/1: must have property 'email'\.$/);
    const odd = await send([...AFTER, row("u-4 (element 0)")]);
    expect(odd).toMatchObject({ element: 2, message: expect.stringContaining("createdAt") });
    const unnamed = [
      [400, "/2: too new"],
      [403, "/0: forbidden"],
    ] as const;
    for (const [status, error] of unnamed) {
      vanta.fault({ on: "put", status, body: { error } });
      expect((await send([account("u-1")])).element).toBeUndefined();
    }
  });
});

describe("the token", () => {
  test("is renewed once after a 401, and masked", async () => {
    vanta.fault({ on: "put", revoke: true });
    const { replace, requests, masked } = connect(vanta);
    await replace(REPLACEMENT);
    const [secret, first, second] = vanta.secrets();
    expect(masked).toEqual([secret, first, secret, second]);
    expect(requests.map(({ status }) => status)).toEqual([200, 401, 200, 200]);
    expect(holdsNew()).toBe(true);
  });

  test("is not renewed twice in a run, whichever call meets the second 401", async () => {
    vanta.fault({ on: "list", revoke: true });
    vanta.fault({ on: "put", revoke: true });
    const { reader, replace } = connect(vanta);
    await reader.list("res-1");
    const second = await failure(replace(REPLACEMENT));
    expect(second).toMatchObject({ effect: "none", status: 401 });
    expect(second.message).toMatch(
      /only one valid token.*its own Vanta application.*response: unauthorized\.$/,
    );
    expect(vanta.calls()).toEqual(["TOKEN", "GET", "TOKEN", "GET", "PUT"]);
  });

  const REFUSALS: readonly (readonly [string, Trouble, number, number])[] = [
    ["400", { status: 400 }, 1, 400],
    ["503 ×5", { status: 503 }, 5, 503],
    ["no token", { status: 200, body: {} }, 1, 200],
  ];

  test.each(REFUSALS)("is not requested again after %s", async (_, trouble, attempts, status) => {
    vanta.fault({ ...trouble, on: "token", times: attempts });
    const { reader, replace, requests } = connect(vanta);
    const first = await failure(reader.list("res-1"));
    expect(first).toMatchObject({ effect: "none", status });
    expect(await failure(reader.list("res-1"))).toEqual(first);
    expect(await failure(replace(REPLACEMENT))).toEqual(first);
    expect(requests).toEqual([{ method: "POST", path: "/oauth/token", attempts, status }]);
    expect(vanta.calls()).toHaveLength(attempts);
  });

  test.each(REFUSALS)("is not renewed again after %s", async (_, trouble, times) => {
    vanta.fault({ on: "put", revoke: true });
    vanta.fault({ ...trouble, on: "token", nth: 2, times });
    const { reader, replace, requests } = connect(vanta);
    const first = await failure(replace(REPLACEMENT));
    // The PUT itself got a 401, whatever kept the new token away.
    expect(first).toMatchObject({ effect: "none", status: 401 });
    expect(first.message).toMatch(/^Vanta returned no access token/);
    for (const later of [reader.list("res-1"), replace(REPLACEMENT)])
      expect(await failure(later)).toMatchObject({ effect: "none", message: first.message });
    expect([vanta.calls().length, requests.length]).toEqual([2 + times, 3]);
  });

  test("that is refused leaves a PUT in doubt that was in doubt", async () => {
    vanta.fault({ on: "put", reset: "after" });
    vanta.fault({ on: "put", revoke: true });
    vanta.fault({ on: "token", nth: 2, status: 403 });
    expect(await failure(call("put"))).toMatchObject({ effect: "unknown", status: 401 });
  });

  test("that is accepted leaves a PUT in doubt that was in doubt", async () => {
    vanta.fault({ on: "put", reset: "after" });
    vanta.fault({ on: "put", revoke: true });
    vanta.fault({ on: "put", status: 429 });
    vanta.fault({ on: "put", status: 400 });
    const { message, ...facts } = await failure(call("put"));
    expect(facts).toMatchObject({ effect: "unknown", status: 400 });
    expect(message).toMatch(/^Vanta did not confirm .* \(2 attempts\.\)/);
  });
});

describe("before a PUT is repeated with a new token", () => {
  /** A PUT, and what was sent at each time that the repetition was asked for. */
  async function send(options: { readonly stop?: Error } = {}) {
    const asked: (readonly string[])[] = [];
    const { reader, writer } = connect(vanta);
    const sent = writer.replace(REPLACEMENT, async () => {
      asked.push(vanta.calls());
      if (options.stop !== undefined) throw options.stop;
    });
    return { asked, reader, writer, sent };
  }

  test("the caller is asked once", async () => {
    vanta.fault({ on: "put", revoke: true });
    const { asked, sent } = await send();
    await sent;
    expect(asked).toEqual([["TOKEN", "PUT", "TOKEN"]]);
    expect(vanta.calls()).toEqual(["TOKEN", "PUT", "TOKEN", "PUT"]);
  });

  test("the caller may end the call: nothing more is sent", async () => {
    vanta.fault({ on: "put", revoke: true });
    const stop = new Error("superseded");
    const { sent } = await send({ stop });
    expect(await rejection(sent)).toBe(stop);
    expect(vanta.calls()).toEqual(["TOKEN", "PUT", "TOKEN"]);
  });

  test("an end of the call leaves it in doubt where it was in doubt", async () => {
    vanta.fault({ on: "put", reset: "after" });
    vanta.fault({ on: "put", revoke: true });
    const { sent } = await send({ stop: new Error("superseded") });
    const { message, effect } = await failure(sent);
    expect(message).toMatch(/^Vanta did not confirm .*: the run ended before it responded\.$/);
    expect(effect).toBe("unknown");
  });

  test("the caller is not asked where there is no repetition", async () => {
    vanta.fault({ on: "put", status: 503 });
    const transient = await send();
    await transient.sent;
    vanta.fault({ on: "put", status: 403 });
    const refused = await send();
    await failure(refused.sent);
    expect([transient.asked, refused.asked]).toEqual([[], []]);
  });

  test("the caller is not asked where the token was renewed before", async () => {
    vanta.fault({ on: "put", revoke: true, times: 2 });
    const { asked, sent } = await send();
    expect(await failure(sent)).toMatchObject({ effect: "none", status: 401 });
    expect(asked).toHaveLength(1);
  });
});

describe("cancelled", () => {
  const cancelling = () => {
    const controller = new AbortController();
    const clock = stillClock({ onSleep: () => controller.abort() });
    return { controller, ...connect(vanta, { clock, signal: controller.signal }) };
  };

  test("before the call: nothing is sent and nothing recorded", async () => {
    const { controller, reader, replace, requests } = cancelling();
    controller.abort();
    expect(await rejection(reader.list("res-1"))).toBeInstanceOf(Cancelled);
    expect(await rejection(replace(REPLACEMENT))).toBeInstanceOf(Cancelled);
    expect([vanta.calls(), requests]).toEqual([[], []]);
  });

  test("between two attempts: only a PUT that may have had an effect is a failure", async () => {
    const { reader, requests } = cancelling();
    vanta.fault({ on: "list", status: 503 });
    expect(await rejection(reader.list("res-1"))).toBeInstanceOf(Cancelled);
    expect(requests.at(-1)).toMatchObject({ method: "GET", attempts: 1, status: 503 });
    vanta.fault({ on: "put", status: 429 });
    expect(await rejection(cancelling().replace(REPLACEMENT))).toBeInstanceOf(Cancelled);
    vanta.fault({ on: "put", status: 503, applied: true });
    const { message, effect } = await failure(cancelling().replace(REPLACEMENT));
    expect([message, effect]).toEqual([
      expect.stringContaining("the run ended before it responded"),
      "unknown",
    ]);
  });

  test("during a PUT: its effect is unknown, and it is recorded", async () => {
    const { controller, replace, requests } = cancelling();
    vanta.fault({ on: "put", hang: true, applied: true });
    const cut = failure(replace(REPLACEMENT));
    while (!vanta.calls().includes("PUT")) await new Promise(setImmediate);
    controller.abort();
    expect(await cut).toMatchObject({ effect: "unknown" });
    const facts = { method: "PUT", path: ACCOUNTS, resourceId: "res-1", attempts: 1 };
    expect(requests.at(-1)).toEqual(facts);
  });
});

describe("secrets", () => {
  const SECRET = 'se"cret/+ value';

  test.each<[string, (token: string) => string]>([
    ["a token", (token) => token],
    ["a client secret", () => SECRET],
    ["one in a URL", () => encodeURIComponent(SECRET)],
    ["one in JSON", () => JSON.stringify(SECRET)],
    ["another client secret", () => "vcs_another"],
    ["another token", () => "Bearer vat_old.er-one"],
  ])("%s is taken out of Vanta's words before they are cut", async (_, spell) => {
    await start({ clientSecret: SECRET });
    const { reader } = connect(vanta);
    await reader.list("res-1");
    const spelling = spell(vanta.secrets()[1] ?? "");
    const error = `${"x".repeat(285)} ${spelling} end`;
    for (const body of [{ error }, `no JSON: ${spelling}`]) {
      vanta.fault({ on: "list", status: 400, body });
      const { message } = await failure(reader.list("res-1"));
      expect(message).toContain("***");
      expect(message).not.toMatch(/cret|another|er-one/);
    }
  });

  test("a token of another form is known too", async () => {
    vanta.fault({ on: "token", status: 200, body: { access_token: "opaque/token==" } });
    vanta.fault({ on: "list", status: 400, body: { error: "not opaque/token== today" } });
    const { message } = await failure(call("list"));
    expect(message).toMatch(/Vanta's response: not \*\*\* today\.$/);
  });

  test("words of any length or kind are cut to a line", async () => {
    vanta.fault({ on: "list", status: 400, body: `line\r\n::error::${"y".repeat(100_000)}` });
    const { message } = await failure(call("list"));
    expect(message.length).toBeLessThan(600);
    expect(message).toContain("Vanta's response: line ::error::yyy");
  });

  test("are in no log line", async () => {
    vanta.fault({ on: "put", status: 503, times: 5 });
    const { replace, progress } = connect(vanta);
    await failure(replace(REPLACEMENT));
    const log = [...progress.lines, ...progress.debugLines].join("\n");
    for (const secret of vanta.secrets()) expect(log).not.toContain(secret);
    expect(progress.debugLines).toEqual([
      "POST /oauth/token: 200 (attempts: 1)",
      `PUT ${ACCOUNTS}: 503 (attempts: 5)`,
    ]);
  });
});
