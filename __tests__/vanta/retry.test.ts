// Requests over real sockets: attempts, waits, deadlines, limits, proxies, cancellation.
import { connect as connectSocket } from "node:net";
import { afterEach, describe, expect, test } from "@jest/globals";
import { Cancelled } from "../../src/model/ports.js";
import { invalidProxyVariable } from "../../src/model/proxy.js";
import type { HttpOptions, HttpRequest } from "../../src/vanta/http.js";
import { createHttp, HttpError, parseRetryAfter } from "../../src/vanta/retry.js";
import { NOW, stillClock } from "../support/clock.js";
import { listener } from "../support/progress.js";
import {
  type Answer,
  type Connect,
  type RawServer,
  startRawServer,
} from "../support/raw-server.js";
import { rejection } from "./connection.js";

const servers: RawServer[] = [];
const environment = { ...process.env };

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
  process.env = { ...environment };
});

async function serve(answer?: Answer, connect?: Connect): Promise<RawServer> {
  const server = await startRawServer(answer, connect);
  servers.push(server);
  return server;
}

function open(changed: Partial<HttpOptions> = {}) {
  const clock = stillClock();
  const progress = listener();
  const controller = new AbortController();
  const { signal } = controller;
  const options = { userAgent: "tester/1", timeoutSeconds: 20, clock, progress, signal };
  const http = createHttp({ ...options, ...changed });
  return { ...http, clock, progress, abort: () => controller.abort(new Error("stopped")) };
}

function get({ url }: { readonly url: string }, path = "/a?resourceId=r"): HttpRequest {
  return { method: "GET", url: `${url}${path}`, headers: {} };
}

function put(
  { url }: { readonly url: string },
  body: readonly string[] = ["the ", "body"],
): HttpRequest {
  const headers = { authorization: "Bearer vat_hush" };
  return { method: "PUT", url: `${url}/a`, headers, body: body.map((part) => Buffer.from(part)) };
}

/** 40 MB in 400 parts: more than sockets take at once. */
const LARGE = Array.from({ length: 400 }, (_, index) => `${index}`.padEnd(100_000, "é"));

const text = ({ body }: { readonly body: Uint8Array }) => new TextDecoder().decode(body);

async function httpError(promise: Promise<unknown>): Promise<HttpError> {
  const error = await rejection(promise);
  if (error instanceof HttpError) return error;
  throw error;
}

/** The cause of the {@link Cancelled} that the promise is rejected with. */
async function cancellation(promise: Promise<unknown>): Promise<HttpError> {
  const error = await rejection(promise);
  if (error instanceof Cancelled && error.cause instanceof HttpError) return error.cause;
  throw error;
}

describe("a response", () => {
  test("comes as it was sent; every request has our name and its own connection", async () => {
    process.env["ACTIONS_ORCHESTRATION_ID"] = "orchestra";
    const received: unknown[] = [];
    const server = await serve(({ headers }, outgoing) => {
      received.push([headers["user-agent"], headers.authorization, headers["content-length"]]);
      outgoing.writeHead(200, { "x-one": "1" }).end("yes");
    });
    const { send, progress } = open();
    const settled = { status: 200, headers: { "x-one": "1" }, attempts: 1, unsettled: false };
    expect(await send(get(server))).toMatchObject(settled);
    expect(text(await send(put(server)))).toBe("yes");
    expect(received).toEqual([
      ["tester/1", undefined, undefined],
      ["tester/1", "Bearer vat_hush", "8"],
    ]);
    expect(server.seen).toEqual(["GET /a?resourceId=r", "PUT /a"]);
    expect({ connections: server.connections(), lines: progress.lines }).toEqual({
      connections: 2,
      lines: [],
    });
  });

  test.each([
    ...[200, 204, 301, 302, 303, 304, 307, 308, 400, 401, 403, 404, 407, 409, 413, 418, 422, 425],
    ...[431, 499],
  ])("%i is final", async (status) => {
    const headers = { location: "/elsewhere", "retry-after": "1" };
    const server = await serve((_, outgoing) => outgoing.writeHead(status, headers).end());
    const { send, clock } = open();
    // A redirect does not say whether something happened before it.
    const unsettled = status >= 300 && status < 400;
    expect(await send(get(server))).toMatchObject({ status, attempts: 1, unsettled });
    expect([server.seen.length, clock.waits]).toEqual([1, []]);
  });

  test.each([408, 429, 500, 501, 502, 503, 504, 599])("%i: five attempts", async (status) => {
    const server = await serve((_, outgoing, count) =>
      outgoing.writeHead(count === 5 ? 200 : status).end("why"),
    );
    const unsettled = status !== 429;
    const { send } = open();
    expect(await send(get(server))).toMatchObject({ status: 200, attempts: 5, unsettled });
    const last = await send(get(server));
    expect(last).toMatchObject({ status, attempts: 5, unsettled });
    expect([text(last), server.seen.length]).toEqual(["why", 10]);
  });

  test("an earlier attempt stays in doubt after a refusal", async () => {
    const server = await serve((_, outgoing, count) =>
      outgoing.writeHead(count === 1 ? 504 : 400).end(),
    );
    const expected = { status: 400, attempts: 2, unsettled: true };
    expect(await open().send(put(server))).toMatchObject(expected);
  });
});

describe("no whole response", () => {
  const cut =
    (headers: Record<string, string>): Answer =>
    (_, outgoing) =>
      outgoing.writeHead(200, headers).write("who", () => outgoing.destroy());
  const trickle: Answer = (_, outgoing) => {
    outgoing.writeHead(200, { "content-length": "1000" });
    const timer = setInterval(() => outgoing.write("."), 10);
    outgoing.on("close", () => clearInterval(timer));
  };

  test.each<[string, Answer, string, string | undefined, string]>([
    ["a reset", ({ socket }) => socket.resetAndDestroy(), "network", "ECONNRESET", "no connection"],
    ["no HTTP", ({ socket }) => socket.end("hi\n\n"), "network", "HPE_INVALID_CONSTANT", "no conn"],
    ["a cut body", cut({ "content-length": "9" }), "cut", "ECONNRESET", "the response was cut off"],
    ["a cut chunk", cut({}), "cut", "ECONNRESET", "the response was cut off"],
    ["silence", () => undefined, "timeout", undefined, "no complete response in time"],
    ["a trickle", trickle, "timeout", undefined, "no complete response in time"],
  ])("%s: five attempts, all connections closed", async (_, fail, reason, code, line) => {
    const server = await serve((incoming, outgoing, count) =>
      count === 7 ? outgoing.end("whole") : fail(incoming, outgoing, count),
    );
    const isTimeout = reason === "timeout";
    const first = open(isTimeout ? { timeoutSeconds: 0.05 } : {});
    const error = await httpError(first.send(get(server)));
    expect(error).toMatchObject({ reason, attempts: 5, unsettled: true, status: undefined });
    expect(error.cause).toEqual(code && expect.objectContaining({ code }));
    expect(first.progress.lines[0]).toContain(`GET /a: ${line}`);
    await server.drained();
    // Each attempt has its own deadline.
    const second = await open(isTimeout ? { timeoutSeconds: 0.4 } : {}).send(get(server));
    expect(second).toMatchObject({ status: 200, attempts: 2, unsettled: true });
    expect(server.connections()).toBe(7);
  });

  test("an answer that comes before the body is sent: only a refusal counts", async () => {
    const server = await serve((_, outgoing, count) => {
      outgoing.writeHead(count === 6 ? 413 : 200).end("early");
    });
    const error = await httpError(open().send(put(server, LARGE)));
    expect(error).toMatchObject({ reason: "cut", attempts: 5, unsettled: true });
    expect(await open().send(put(server, LARGE))).toMatchObject({ status: 413, attempts: 1 });
    expect(await open().send(put(server))).toMatchObject({ status: 200, attempts: 1 });
  });

  test("a large body is sent whole in each attempt", async () => {
    const received: Buffer[] = [];
    const server = await serve(async (incoming, outgoing, count) => {
      received.push(Buffer.concat(await incoming.toArray()));
      outgoing.writeHead(count === 2 ? 200 : 503).end();
    });
    const whole = Buffer.from(LARGE.join(""));
    expect(await open().send(put(server, LARGE))).toMatchObject({ status: 200, attempts: 2 });
    expect(received.map((body) => body.equals(whole))).toEqual([true, true]);
  });

  test("the error has the last status, and neither headers nor body of the request", async () => {
    const server = await serve(({ socket }, outgoing, count) => {
      if (count === 2) outgoing.writeHead(503).end();
      else socket.resetAndDestroy();
    });
    const error = await httpError(open().send(put(server)));
    const facts = { reason: "network", status: 503, attempts: 5, unsettled: true };
    expect({ ...error }).toEqual({ name: "HttpError", ...facts });
    expect(JSON.stringify(error) + error.message + error.stack).not.toMatch(/hush|the body/);
    expect((await httpError(open().send(get(server)))).message).not.toContain("resourceId");
  });

  test("no one accepts connections", async () => {
    const server = await serve();
    await server.close();
    const error = await httpError(open().send(get(server)));
    expect(error).toMatchObject({ attempts: 5, cause: { code: "ECONNREFUSED" } });
  });

  test("a timeout may be longer than a timer can be", async () => {
    const server = await serve((_, outgoing) => setTimeout(() => outgoing.end(), 20));
    expect((await open({ timeoutSeconds: 10_000_000 }).send(get(server))).status).toBe(200);
  });
});

describe("waits", () => {
  const doubling = [1_000, 2_000, 4_000, 8_000];
  const four = (ms: number) => [ms, ms, ms, ms];

  test.each<[number, string | undefined, number, readonly number[]]>([
    [500, undefined, 0.5, doubling],
    [429, undefined, 0.5, [10_000, 20_000, 40_000, 60_000]],
    [429, undefined, 0, [8_000, 16_000, 32_000, 48_000]],
    [429, undefined, 0.999999, [12_000, 24_000, 48_000, 60_000]],
    [503, "soon", 0.5, doubling],
    [503, "0", 0.5, four(0)],
    [429, "7", 0, four(7_000)],
    [503, "61", 0.5, four(60_000)],
    [503, "Mon, 23 Nov 2026 12:00:05 GMT", 0.5, [5_000, 2_000, 4_000, 8_000]],
    [503, "Mon, 23 Nov 2099 12:00:05 GMT", 0.5, four(60_000)],
  ])("after %i, Retry-After %j, jitter %d: %j", async (status, header, random, waits) => {
    const headers = header === undefined ? {} : { "retry-after": header };
    const server = await serve((_, outgoing) => outgoing.writeHead(status, headers).end());
    const clock = stillClock({ random, moves: true });
    const { send, progress } = open({ clock });
    await send(get(server));
    expect(clock.waits).toEqual(waits);
    expect(progress.lines).toEqual(
      waits.map((ms, index) => {
        const next = `in ${(ms / 1000).toFixed(1)} s (attempt ${index + 2} of 5)`;
        return `GET /a: Vanta responded ${status}; trying again ${next}.`;
      }),
    );
  });

  test.each<[string | undefined, number | undefined]>([
    [undefined, undefined],
    ["", undefined],
    [" 3 ", 3_000],
    ["2099", 2_099_000],
    ["-5", undefined],
    ["1.5", undefined],
    ["1e3", undefined],
    ["0x10", undefined],
    ["3 seconds", undefined],
    ["wait until 2099", undefined],
    ["Monday, 23-Nov-26 12:00:05 GMT", 5_000],
    ["Mon Nov 23 12:00:05 2026", 5_000],
    ["Mon, 23 Nov 2026 12:00:00 GMT", undefined],
    ["Mon, 23 Nov 2026 11:59:59 GMT", undefined],
    ["Mon, 99 Nov 2026 12:00:05 GMT", undefined],
    ["23 Nov 2026 12:00:05 GMT", undefined],
    ["2026-11-23T12:00:05Z", undefined],
  ])("Retry-After %j asks for %j ms", (value, ms) => {
    expect(parseRetryAfter(value, NOW)).toBe(ms);
  });
});

describe("a large response", () => {
  test("is read up to the limit and not a byte beyond, and not requested again", async () => {
    const server = await serve(({ url }, outgoing) => {
      if (url === "/at") outgoing.end("x".repeat(100_000));
      else if (url === "/above") outgoing.end("x".repeat(100_001));
      else outgoing.write("x".repeat(100_000), () => setTimeout(() => outgoing.write("x"), 20));
    });
    const { send } = open({ responseLimit: 100_000 });
    expect((await send(get(server, "/at"))).body).toHaveLength(100_000);
    for (const path of ["/above", "/endless"]) {
      const error = await httpError(send(get(server, path)));
      expect(error).toMatchObject({ reason: "too-large", attempts: 1, unsettled: true });
    }
    await server.drained();
  });

  test("logs its progress, every 8 MiB or 5 seconds", async () => {
    const body = Buffer.alloc(9 * 2 ** 20, "x");
    const server = await serve(({ url }, outgoing) => {
      if (url === "/known") outgoing.writeHead(200, { "content-length": body.length });
      outgoing.flushHeaders();
      outgoing.end(body);
    });
    const { send, progress } = open();
    for (const path of ["/known", "/unknown"]) await send(get(server, path));
    let time = NOW.getTime();
    const now = () => {
      time += 5_000;
      return new Date(time);
    };
    const slow = await serve((_, outgoing) => outgoing.end("x"));
    await open({ clock: { ...stillClock(), now }, progress }).send(get(slow));
    expect(progress.lines).toEqual([
      expect.stringMatching(/^Reading Vanta's response: 8\.\d MiB so far of 9\.0 MiB\.$/),
      expect.stringMatching(/^Reading Vanta's response: 8\.\d MiB so far\.$/),
      "Reading Vanta's response: 0.0 MiB so far of 0.0 MiB.",
    ]);
  });
});

describe("cancelled", () => {
  test("before the request: nothing is sent", async () => {
    const server = await serve();
    const { send, abort } = open();
    abort();
    const nothing = { reason: "cancelled", attempts: 0, unsettled: false };
    expect(await cancellation(send(get(server)))).toMatchObject(nothing);
    expect(server.seen).toEqual([]);
  });

  test("during a wait: no other attempt", async () => {
    const server = await serve((_, outgoing) => outgoing.writeHead(429).end());
    const controller = new AbortController();
    const clock = stillClock({ onSleep: () => controller.abort() });
    const { send } = open({ clock, signal: controller.signal });
    const refused = { attempts: 1, unsettled: false, status: 429 };
    expect(await cancellation(send(get(server)))).toMatchObject(refused);
    expect(server.seen).toHaveLength(1);
  });

  test.each<[string, (abort: () => void) => Answer]>([
    ["before", (abort) => abort],
    [
      "in the middle of",
      (abort) => (_, outgoing) =>
        outgoing.writeHead(200, { "content-length": "9" }).write(".", () => setTimeout(abort, 20)),
    ],
  ])("%s the response: the attempt ends, and is in doubt", async (_, answer) => {
    const { send, abort } = open();
    const server = await serve(answer(abort));
    const inDoubt = { reason: "cancelled", attempts: 1, unsettled: true };
    expect(await cancellation(send(put(server)))).toMatchObject(inDoubt);
    await server.drained();
    expect(server.seen).toHaveLength(1);
  });

  test("is not the reason when a clock fails", async () => {
    const server = await serve((_, outgoing) => outgoing.writeHead(503).end());
    const clock = { ...stillClock(), sleep: () => Promise.reject(new Error("no sleep")) };
    expect(await rejection(open({ clock }).send(get(server)))).toEqual(new Error("no sleep"));
  });
});

describe("a proxy", () => {
  const tunnelTo = (target: RawServer) =>
    serve(undefined, (_, socket) => {
      const tunnel = connectSocket(target.port, "127.0.0.1", () =>
        socket.write("HTTP/1.1 200 OK\r\n\r\n"),
      );
      tunnel.on("error", () => undefined).pipe(socket);
      socket.on("close", () => tunnel.destroy()).pipe(tunnel);
    });

  test("is used, except for loopback and hosts in no_proxy", async () => {
    const target = await serve((_, outgoing) => outgoing.end("reached"));
    const proxy = await tunnelTo(target);
    process.env["http_proxy"] = proxy.url;
    expect(text(await open().send(get({ url: "http://vanta.test" })))).toBe("reached");
    expect((await open().send(get(target))).status).toBe(200);
    // The resolver refuses such a long name without a request to the network.
    const unknown = `${"a".repeat(64)}.test`;
    process.env["no_proxy"] = unknown;
    const error = await httpError(open().send(get({ url: `http://${unknown}` })));
    expect(error).toMatchObject({ reason: "network", cause: { code: "ENOTFOUND" } });
    expect([proxy.seen, target.seen.length]).toEqual([["CONNECT vanta.test:80"], 2]);
  });

  test("closes its connection when the host behind it is silent", async () => {
    const target = await serve();
    process.env["http_proxy"] = (await tunnelTo(target)).url;
    const { send } = open({ timeoutSeconds: 0.2 });
    const error = await httpError(send(get({ url: "http://vanta.test" })));
    expect(error).toMatchObject({ reason: "timeout", attempts: 5 });
    await target.drained();
    expect(target.connections()).toBe(5);
  });

  test("that is silent meets the deadline", async () => {
    process.env["https_proxy"] = (await serve(undefined, () => undefined)).url;
    const { send } = open({ timeoutSeconds: 0.05 });
    const error = await httpError(send(get({ url: "https://vanta.test" })));
    expect(error).toMatchObject({ reason: "timeout", attempts: 5 });
  });

  test("that refuses is asked five times", async () => {
    const proxy = await serve(undefined, (_, socket) =>
      socket.end("HTTP/1.1 407 No\r\nContent-Length: 0\r\n\r\n"),
    );
    process.env["https_proxy"] = proxy.url;
    const error = await httpError(open().send(get({ url: "https://vanta.test" })));
    expect(error).toMatchObject({ reason: "network", attempts: 5 });
    expect(String(error.cause)).toContain("statusCode=407");
    expect(proxy.seen).toHaveLength(5);
  });

  test("that is not a URL is not tried, and not bypassed", async () => {
    process.env["http_proxy"] = "proxy.test:3128";
    const server = await serve((_, outgoing) => outgoing.end());
    const { send, clock, progress } = open();
    const error = await httpError(send(put(server)));
    const facts = { reason: "proxy", cause: "http_proxy", attempts: 1, unsettled: false };
    expect(error).toMatchObject(facts);
    expect([server.seen, clock.waits, progress.lines]).toEqual([[], [], []]);
  });

  const HTTPS = "https://a.test";
  test.each<[string, Readonly<Record<string, string>>, string | undefined]>([
    [HTTPS, {}, undefined],
    [HTTPS, { https_proxy: "" }, undefined],
    [HTTPS, { https_proxy: "http://p.test" }, undefined],
    [HTTPS, { https_proxy: "HTTPS://user:word@p.test:1/" }, undefined],
    [HTTPS, { https_proxy: "http://[::1]:1" }, undefined],
    [HTTPS, { https_proxy: "::::" }, "https_proxy"],
    [HTTPS, { https_proxy: "p.test:1" }, "https_proxy"],
    [HTTPS, { https_proxy: "socks5://p.test:1" }, "https_proxy"],
    [HTTPS, { https_proxy: "http:p.test" }, "https_proxy"],
    [HTTPS, { https_proxy: "http:///p.test" }, "https_proxy"],
    [HTTPS, { https_proxy: "http://" }, "https_proxy"],
    [HTTPS, { https_proxy: "http://p.test:port" }, "https_proxy"],
    [HTTPS, { HTTPS_PROXY: "p" }, "HTTPS_PROXY"],
    [HTTPS, { https_proxy: "http://p.test", HTTPS_PROXY: "p" }, undefined],
    [HTTPS, { https_proxy: "", HTTPS_PROXY: "p" }, "HTTPS_PROXY"],
    [HTTPS, { http_proxy: "p" }, undefined],
    ["http://a.test", { https_proxy: "p" }, undefined],
    ["http://a.test", { HTTP_PROXY: "p" }, "HTTP_PROXY"],
  ])("for %s of %j: %s is invalid", (url, env, name) => {
    expect(invalidProxyVariable(url, env)).toBe(name);
  });
});
