// The network door over real sockets: attempts, waits, deadlines, bounds, redirects, proxies, cancellation.
import { connect as connectSocket } from "node:net";
import { Worker } from "node:worker_threads";
import { afterEach, describe, expect, test } from "@jest/globals";
import { Cancelled } from "../../src/model/ports.js";
import type { HttpOptions, HttpRequest } from "../../src/vanta/http.js";
import { createHttp, HttpError, MAX_ATTEMPTS, parseRetryAfter } from "../../src/vanta/retry.js";
import { type RawServer, startRawServer } from "../support/raw-server.js";
import { listener, NOW, rejection, stillClock } from "./connection.js";

const servers: RawServer[] = [];
const PROXY_VARIABLES = [
  "http_proxy",
  "https_proxy",
  "no_proxy",
  "HTTP_PROXY",
  "HTTPS_PROXY",
  "NO_PROXY",
  "ACTIONS_ORCHESTRATION_ID",
];
const environment = Object.fromEntries(PROXY_VARIABLES.map((name) => [name, process.env[name]]));

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
  for (const name of PROXY_VARIABLES) {
    if (environment[name] === undefined) delete process.env[name];
    else process.env[name] = environment[name];
  }
});

async function serve(...handlers: Parameters<typeof startRawServer>): Promise<RawServer> {
  const server = await startRawServer(...handlers);
  servers.push(server);
  return server;
}

function open(changed: Partial<HttpOptions> = {}) {
  const clock = stillClock();
  const progress = listener();
  const controller = new AbortController();
  const http = createHttp({
    userAgent: "tester/1",
    timeoutSeconds: 20,
    clock,
    progress,
    signal: controller.signal,
    ...changed,
  });
  return { http, clock, progress, abort: () => controller.abort(new Error("stopped")) };
}

function get(server: { readonly url: string }, path = "/a?resourceId=r"): HttpRequest {
  return { method: "GET", url: `${server.url}${path}`, headers: {} };
}

function put(server: { readonly url: string }): HttpRequest {
  return {
    method: "PUT",
    url: `${server.url}/a`,
    headers: { authorization: "Bearer vat_hush" },
    body: "the body",
  };
}

async function httpError(promise: Promise<unknown>): Promise<HttpError> {
  const error = await rejection(promise);
  if (error instanceof HttpError) return error;
  throw error;
}

/** Why and after how many attempts there was no answer to a request whose run was cancelled. */
async function cancellation(promise: Promise<unknown>): Promise<HttpError> {
  const error = await rejection(promise);
  if (error instanceof Cancelled && error.cause instanceof HttpError) return error.cause;
  throw error;
}

describe("a request and its answer", () => {
  test("go as they are, under our name alone, each over a connection of its own", async () => {
    process.env["ACTIONS_ORCHESTRATION_ID"] = "orchestra";
    const names: (string | undefined)[] = [];
    const bodies: (string | undefined)[] = [];
    const server = await serve((incoming, outgoing) => {
      names.push(incoming.headers["user-agent"]);
      bodies.push(incoming.headers["content-length"] ?? incoming.headers["transfer-encoding"]);
      incoming.resume().on("end", () => outgoing.writeHead(200, { "x-one": "1" }).end("yes"));
    });
    const { http, progress } = open();
    expect(await http.send(get(server))).toMatchObject({
      status: 200,
      headers: { "x-one": "1" },
      attempts: 1,
      unsettled: false,
    });
    const answer = await http.send(put(server));
    expect(new TextDecoder().decode(answer.body)).toBe("yes");
    expect({
      names,
      bodies,
      seen: server.seen,
      connections: server.connections(),
      lines: progress.lines,
    }).toEqual({
      names: ["tester/1", "tester/1"],
      bodies: [undefined, "8"],
      seen: ["GET /a?resourceId=r", "PUT /a"],
      connections: 2,
      lines: [],
    });
  });

  test("find no stale connection after a long computation, during which the other side closed what was idle", async () => {
    const worker = new Worker(
      `const { createServer } = require("node:http"); const { parentPort } = require("node:worker_threads");
       const server = createServer((incoming, outgoing) => outgoing.end("yes", () => setTimeout(() => incoming.socket.end(), 20)));
       server.listen(0, "127.0.0.1", () => parentPort.postMessage(server.address().port));`,
      { eval: true },
    );
    const port = await new Promise((resolve) => worker.once("message", resolve));
    const { http } = open();
    await http.send(get({ url: `http://127.0.0.1:${port}` }));
    const until = performance.now() + 200;
    while (performance.now() < until);
    const answer = await http.send(put({ url: `http://127.0.0.1:${port}` }));
    await worker.terminate();
    expect(answer).toMatchObject({ status: 200, attempts: 1, unsettled: false });
  });

  test.each([
    200, 204, 301, 302, 303, 307, 308, 304, 400, 401, 403, 404, 407, 409, 413, 418, 422, 425, 431,
    499,
  ])("%i is an answer, asked for once", async (status) => {
    const server = await serve((_, outgoing) =>
      outgoing.writeHead(status, { location: "/elsewhere", "retry-after": "1" }).end(),
    );
    const { http, clock } = open();
    expect(await http.send(get(server))).toMatchObject({ status, attempts: 1, unsettled: false });
    expect({ seen: server.seen.length, waits: clock.waits }).toEqual({ seen: 1, waits: [] });
  });
});

describe("attempts", () => {
  test.each([408, 429, 500, 501, 502, 503, 504, 599])(
    "%i: the answer of the fifth attempt counts",
    async (status) => {
      const server = await serve((_, outgoing, count) =>
        outgoing.writeHead(count < MAX_ATTEMPTS ? status : 200).end(),
      );
      expect(await open().http.send(get(server))).toMatchObject({
        status: 200,
        attempts: 5,
        unsettled: status !== 429,
      });
    },
  );

  test.each([408, 429, 503])("%i five times: there is no sixth", async (status) => {
    const server = await serve((_, outgoing) => outgoing.writeHead(status).end("why"));
    const answer = await open().http.send(get(server));
    expect({ ...answer, body: new TextDecoder().decode(answer.body) }).toMatchObject({
      status,
      attempts: 5,
      body: "why",
    });
    expect(server.seen).toHaveLength(5);
  });

  test("reset four times, then answered; reset five times: an error that names all but headers and body", async () => {
    const server = await serve((incoming, outgoing, count) => {
      if (count === 5) outgoing.writeHead(200).end();
      else if (count === 7) outgoing.writeHead(503).end();
      else incoming.socket.resetAndDestroy();
    });
    const { http } = open();
    expect(await http.send(put(server))).toMatchObject({
      status: 200,
      attempts: 5,
      unsettled: true,
    });
    const error = await httpError(http.send(put(server)));
    expect({ ...error }).toEqual({
      name: "HttpError",
      reason: "network",
      status: 503,
      attempts: 5,
      unsettled: true,
    });
    expect(error.cause).toMatchObject({ code: "ECONNRESET" });
    expect(JSON.stringify(error) + error.message + error.stack).not.toMatch(/hush|the body/);
  });

  test("an answer that is cut, by its length or in a chunk, is asked for again", async () => {
    const server = await serve((_, outgoing, count) => {
      if (count === 3) return outgoing.end("whole");
      outgoing.writeHead(200, count === 1 ? { "content-length": "9" } : {});
      return outgoing.write("who", () => outgoing.destroy());
    });
    const { http, progress } = open();
    expect(await http.send(get(server))).toMatchObject({ attempts: 3, unsettled: true });
    expect(progress.lines[0]).toBe(
      "GET /a: the answer was cut off; trying again in 1.0 s (attempt 2 of 5).",
    );
  });

  test("nobody listening, and an answer that is not HTTP, are network errors", async () => {
    const server = await serve((incoming) => incoming.socket.end("hello\r\n\r\n"));
    expect(await httpError(open().http.send(get(server)))).toMatchObject({
      reason: "network",
      attempts: 5,
      cause: { code: "HPE_INVALID_CONSTANT" },
    });
    await server.close();
    expect(await httpError(open().http.send(get(server)))).toMatchObject({
      reason: "network",
      attempts: 5,
      cause: { code: "ECONNREFUSED" },
    });
  });

  test("after a refusal that is final, an earlier attempt stays in doubt", async () => {
    const server = await serve((_, outgoing, count) =>
      outgoing.writeHead(count === 1 ? 504 : 400).end(),
    );
    expect(await open().http.send(put(server))).toMatchObject({
      status: 400,
      attempts: 2,
      unsettled: true,
    });
  });
});

describe("waits", () => {
  const flaky = (status: number, headers: Record<string, string> = {}) =>
    serve((_, outgoing) => outgoing.writeHead(status, headers).end());

  test("one second doubling, ten after a 429 but never more than sixty; each is said", async () => {
    const five = open();
    await five.http.send(get(await flaky(500)));
    expect(five.clock.waits).toEqual([1_000, 2_000, 4_000, 8_000]);
    expect(five.progress.lines).toEqual([
      "GET /a: Vanta answered 500; trying again in 1.0 s (attempt 2 of 5).",
      "GET /a: Vanta answered 500; trying again in 2.0 s (attempt 3 of 5).",
      "GET /a: Vanta answered 500; trying again in 4.0 s (attempt 4 of 5).",
      "GET /a: Vanta answered 500; trying again in 8.0 s (attempt 5 of 5).",
    ]);
    const four = open();
    await four.http.send(get(await flaky(429)));
    expect(four.clock.waits).toEqual([10_000, 20_000, 40_000, 60_000]);
  });

  test("are spread by a fifth either way, but not beyond sixty seconds", async () => {
    const server = await flaky(429);
    for (const [random, waits] of [
      [0, [8_000, 16_000, 32_000, 48_000]],
      [0.999999, [12_000, 24_000, 48_000, 60_000]],
    ] as const) {
      const clock = stillClock({ random });
      await open({ clock }).http.send(get(server));
      expect(clock.waits).toEqual(waits);
    }
  });

  test.each([
    ["7", [7_000, 7_000, 7_000, 7_000]],
    ["0", [0, 0, 0, 0]],
    ["60", [60_000, 60_000, 60_000, 60_000]],
    ["61", [60_000, 60_000, 60_000, 60_000]],
    ["99999999999999999999999", [60_000, 60_000, 60_000, 60_000]],
    ["Mon, 23 Nov 2026 12:00:05 GMT", [5_000, 5_000, 5_000, 5_000]],
    ["Mon, 23 Nov 2099 12:00:05 GMT", [60_000, 60_000, 60_000, 60_000]],
    ["Mon, 23 Nov 2026 11:59:59 GMT", [1_000, 2_000, 4_000, 8_000]],
    ["-5", [1_000, 2_000, 4_000, 8_000]],
    ["soon", [1_000, 2_000, 4_000, 8_000]],
    ["", [1_000, 2_000, 4_000, 8_000]],
  ])("Retry-After: %s", async (value, waits) => {
    const { http, clock } = open();
    await http.send(get(await flaky(503, { "retry-after": value })));
    expect(clock.waits).toEqual(waits);
  });

  test.each<[string | undefined, number | undefined]>([
    [undefined, undefined],
    [" 3 ", 3_000],
    ["1.5", undefined],
    ["1e3", undefined],
    ["0x10", undefined],
    ["3 seconds", undefined],
    ["Monday, 23-Nov-26 12:00:05 GMT", 5_000],
    ["Mon Nov 23 12:00:05 2026", 5_000],
    ["Mon, 23 Nov 2026 12:00:00 GMT", undefined],
    ["Mon, 99 Nov 2026 12:00:05 GMT", undefined],
    ["2099", 2_099_000],
    ["2026-11-23T12:00:05Z", undefined],
    ["wait until 2099", undefined],
  ])("Retry-After %j asks for %j ms", (value, ms) => {
    expect(parseRetryAfter(value, NOW)).toBe(ms);
  });
});

describe("the deadline", () => {
  test("holds against silence and against a trickle; each attempt has its own", async () => {
    const silent = await serve(() => undefined);
    const error = await httpError(open({ timeoutSeconds: 0.05 }).http.send(get(silent)));
    expect(error).toMatchObject({
      reason: "timeout",
      attempts: 5,
      unsettled: true,
      status: undefined,
    });
    expect(silent.connections()).toBe(5);
    const slow = await serve((_, outgoing, count) => {
      if (count === 3) return outgoing.end("whole");
      outgoing.writeHead(200, { "content-length": "1000" });
      const timer = setInterval(() => outgoing.write("."), 10);
      return outgoing.on("close", () => clearInterval(timer));
    });
    const { http, progress } = open({ timeoutSeconds: 0.2 });
    expect(await http.send(get(slow))).toMatchObject({ status: 200, attempts: 3 });
    expect(progress.lines[0]).toBe(
      "GET /a: no whole answer in time; trying again in 1.0 s (attempt 2 of 5).",
    );
  });

  test("lets go of the stalled socket", async () => {
    let closed = 0;
    const server = await serve((incoming, outgoing, count) => {
      incoming.socket.on("close", () => {
        closed += 1;
      });
      if (count === 2) outgoing.end(`${closed}`);
    });
    const answer = await open({ timeoutSeconds: 0.2 }).http.send(get(server));
    expect(new TextDecoder().decode(answer.body)).toBe("1");
  });

  test("may be longer than a timer can be set to", async () => {
    const server = await serve((_, outgoing) => setTimeout(() => outgoing.end(), 20));
    expect(await open({ timeoutSeconds: 10_000_000 }).http.send(get(server))).toMatchObject({
      status: 200,
    });
  });
});

describe("a large answer", () => {
  test("is read up to the limit and not a byte beyond; it is not asked for again", async () => {
    const server = await serve((incoming, outgoing) =>
      outgoing.end("x".repeat(Number(incoming.url?.slice(1)))),
    );
    const { http } = open({ responseLimit: 100_000 });
    expect((await http.send(get(server, "/100000"))).body).toHaveLength(100_000);
    expect(await httpError(http.send(get(server, "/100001")))).toMatchObject({
      reason: "too-large",
      attempts: 1,
      unsettled: true,
    });
  });

  test("that goes on at the limit is too large, and is let go of", async () => {
    let closed: () => void = () => undefined;
    const gone = new Promise<void>((resolve) => {
      closed = resolve;
    });
    const server = await serve((_, outgoing) => {
      outgoing.on("close", closed);
      outgoing.write("x".repeat(1_000), () => setTimeout(() => outgoing.write("x"), 20));
    });
    expect(await httpError(open({ responseLimit: 1_000 }).http.send(get(server)))).toMatchObject({
      reason: "too-large",
      attempts: 1,
    });
    await gone;
  });

  test("says how the reading goes", async () => {
    const server = await serve((incoming, outgoing) => {
      const body = Buffer.alloc(20 * 2 ** 20, "x");
      if (incoming.url === "/known")
        outgoing.writeHead(200, { "content-length": String(body.length) });
      outgoing.flushHeaders();
      outgoing.end(body);
    });
    const { http, progress } = open();
    await http.send(get(server, "/known"));
    await http.send(get(server, "/unknown"));
    expect(progress.lines).toHaveLength(4);
    expect(progress.lines[0]).toMatch(/^Reading Vanta's answer: 8\.\d MiB so far of 20\.0 MiB\.$/);
    expect(progress.lines[3]).toMatch(/^Reading Vanta's answer: 1[67]\.\d MiB so far\.$/);
  });
});

describe("cancellation", () => {
  test("before the request: nothing is sent", async () => {
    const server = await serve((_, outgoing) => outgoing.end());
    const { http, abort } = open();
    abort();
    expect(await cancellation(http.send(get(server)))).toMatchObject({
      reason: "cancelled",
      attempts: 0,
      unsettled: false,
    });
    expect(server.seen).toEqual([]);
  });

  test("while waiting: no other attempt", async () => {
    const server = await serve((_, outgoing) => outgoing.writeHead(429).end());
    const controller = new AbortController();
    const clock = stillClock({ onSleep: () => controller.abort() });
    const { http } = open({ clock, signal: controller.signal });
    expect(await cancellation(http.send(get(server)))).toMatchObject({
      attempts: 1,
      unsettled: false,
      status: 429,
    });
    expect(server.seen).toHaveLength(1);
  });

  test("while the answer is awaited or read: the attempt is cut off, and its effect is in doubt", async () => {
    const { http, abort } = open();
    const server = await serve((_, outgoing) => {
      outgoing.writeHead(200, { "content-length": "10" });
      outgoing.write("....", () => setTimeout(abort, 20));
    });
    expect(await cancellation(http.send(put(server)))).toMatchObject({
      reason: "cancelled",
      attempts: 1,
      unsettled: true,
    });
    expect(server.seen).toHaveLength(1);
    const other = open();
    const silent = await serve(() => other.abort());
    expect(await cancellation(other.http.send(put(silent)))).toMatchObject({
      reason: "cancelled",
      attempts: 1,
      unsettled: true,
    });
  });

  test("a clock that fails by itself is not a cancellation", async () => {
    const server = await serve((_, outgoing) => outgoing.writeHead(503).end());
    const clock = { ...stillClock(), sleep: () => Promise.reject(new Error("no sleep")) };
    expect(await rejection(open({ clock }).http.send(get(server)))).toEqual(new Error("no sleep"));
  });
});

describe("a proxy", () => {
  test("is used for a host of the net, and left out by no_proxy and for loopback", async () => {
    const target = await serve((_, outgoing) => outgoing.end("reached"));
    const proxy = await serve(
      () => undefined,
      (_, socket) => {
        const tunnel = connectSocket(target.port, "127.0.0.1", () =>
          socket.write("HTTP/1.1 200 OK\r\n\r\n"),
        );
        tunnel.on("error", () => undefined);
        tunnel.pipe(socket).pipe(tunnel);
      },
    );
    process.env["http_proxy"] = proxy.url;
    const answer = await open().http.send(get({ url: "http://vanta.test" }));
    expect(new TextDecoder().decode(answer.body)).toBe("reached");
    expect(await open().http.send(get(target))).toMatchObject({ status: 200 });
    expect({ proxy: proxy.seen, target: target.seen }).toEqual({
      proxy: ["CONNECT vanta.test:80"],
      target: ["GET /a?resourceId=r", "GET /a?resourceId=r"],
    });
    process.env["no_proxy"] = "vanta.invalid";
    expect(await httpError(open().http.send(get({ url: "http://vanta.invalid" })))).toMatchObject({
      reason: "network",
    });
    expect(proxy.seen).toHaveLength(1);
  });

  test("lets go of a target that stalls behind it", async () => {
    let closed = 0;
    const target = await serve((incoming, outgoing) => {
      incoming.socket.on("close", () => {
        closed += 1;
      });
      if (closed === 4) outgoing.end();
    });
    const proxy = await serve(
      () => undefined,
      (_, socket) => {
        const tunnel = connectSocket(target.port, "127.0.0.1", () =>
          socket.write("HTTP/1.1 200 OK\r\n\r\n"),
        );
        tunnel
          .on("error", () => undefined)
          .pipe(socket.on("close", () => tunnel.destroy()))
          .pipe(tunnel);
      },
    );
    process.env["http_proxy"] = proxy.url;
    expect(
      await open({ timeoutSeconds: 0.2 }).http.send(get({ url: "http://vanta.test" })),
    ).toMatchObject({ status: 200, attempts: 5 });
  });

  test.each([403, 407, 502])(
    "that refuses with %i is a network error, five times",
    async (status) => {
      const proxy = await serve(
        () => undefined,
        (_, socket) => socket.end(`HTTP/1.1 ${status} No\r\nContent-Length: 0\r\n\r\n`),
      );
      process.env["https_proxy"] = proxy.url;
      const error = await httpError(open().http.send(get({ url: "https://vanta.test" })));
      expect(error).toMatchObject({
        reason: "network",
        attempts: 5,
        cause: { message: expect.stringContaining(`statusCode=${status}`) },
      });
      expect(proxy.seen).toHaveLength(5);
    },
  );

  test("that stalls meets the deadline", async () => {
    const proxy = await serve(
      () => undefined,
      () => undefined,
    );
    process.env["https_proxy"] = proxy.url;
    expect(
      await httpError(open({ timeoutSeconds: 0.05 }).http.send(get({ url: "https://vanta.test" }))),
    ).toMatchObject({
      reason: "timeout",
      attempts: 5,
    });
  });

  test("whose address is no URL is tried once", async () => {
    process.env["https_proxy"] = "::::";
    expect(await httpError(open().http.send(get({ url: "https://vanta.test" })))).toMatchObject({
      reason: "network",
      attempts: 1,
      cause: { code: "ERR_INVALID_URL" },
    });
  });
});
