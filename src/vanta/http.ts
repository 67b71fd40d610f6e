// One HTTP attempt: a deadline to the last byte, no redirects, a bound on the response.
// It knows nothing of Vanta. The only import of @actions/http-client, used for its proxy support.
import type { IncomingHttpHeaders, IncomingMessage, RequestOptions } from "node:http";
import { Readable } from "node:stream";
import { HttpClient } from "@actions/http-client";
import type { Clock, Progress } from "../model/ports.js";
import { invalidProxyVariable } from "../model/proxy.js";
import { ByteCollector } from "./byte-collector.js";

/** The largest response that is read, in bytes. */
export const RESPONSE_LIMIT = 256 * 2 ** 20;

/** A longer timer would fire at once. */
const MAX_TIMER_MS = 2 ** 31 - 1;
/** How much of a large response is read between two lines of progress. */
const PROGRESS_BYTES = 8 * 2 ** 20;
const PROGRESS_MS = 5_000;

export interface HttpRequest {
  readonly method: "POST" | "GET" | "PUT";
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** In parts, which are sent one after the other. */
  readonly body?: readonly Uint8Array[];
}

/** A response that arrived in full, of any status. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Uint8Array;
}

/**
 * Why there is no response.
 * - `timeout`: the deadline passed before the last byte.
 * - `cut`: the connection ended in the middle of the response.
 * - `too-large`: the response exceeds the limit.
 * - `network`: anything before the response: DNS, refused, reset, TLS, the proxy.
 * - `proxy`: a proxy variable is not a URL; its name is the cause.
 * - `cancelled`: the run was cancelled.
 */
export type NoResponseReason = "timeout" | "cut" | "too-large" | "network" | "proxy" | "cancelled";

export interface NoResponse {
  readonly reason: NoResponseReason;
  readonly cause?: unknown;
}

export interface HttpOptions {
  /** Sent as it is. */
  readonly userAgent: string;
  /** Timeout of one attempt, up to the last byte of the response. */
  readonly timeoutSeconds: number;
  readonly clock: Clock;
  readonly progress: Progress;
  readonly signal: AbortSignal;
  /** In bytes; {@link RESPONSE_LIMIT} unless a test wants less. */
  readonly responseLimit?: number;
}

/** Sends a request once. Never rejects: what went wrong is in the result. */
export type SendOnce = (request: HttpRequest) => Promise<HttpResponse | NoResponse>;

/** Makes a client. Proxies come from the environment; every attempt has its own connection. */
export function createSendOnce(options: HttpOptions): SendOnce {
  const client = createClient(options);
  const { signal, timeoutSeconds } = options;
  return (request) => {
    const attempt = new AbortController();
    return new Promise((resolve) => {
      const finish = (result: HttpResponse | NoResponse): void => {
        clearTimeout(timer);
        signal.removeEventListener("abort", cancel);
        resolve(result);
      };
      const abort = (reason: NoResponseReason): void => {
        finish({ reason });
        attempt.abort();
      };
      const cancel = (): void => abort("cancelled");
      const timer = setTimeout(
        () => abort("timeout"),
        Math.min(timeoutSeconds * 1000, MAX_TIMER_MS),
      );
      signal.addEventListener("abort", cancel);
      exchange(client, request, attempt.signal, options).then(finish, (cause: unknown) =>
        finish({ reason: "network", cause }),
      );
    });
  };
}

function createClient({ userAgent, timeoutSeconds }: HttpOptions): HttpClient {
  // The client's own timer only notices silence. It must not fire before our deadline.
  const socketTimeout = Math.min(timeoutSeconds * 1000 + 60_000, MAX_TIMER_MS);
  const client = new HttpClient(userAgent, [], {
    allowRedirects: false,
    allowRetries: false,
    // While a large plan is computed, the server may close a kept connection unnoticed. The PUT
    // would then fail, and whether it took effect would be unknown.
    keepAlive: false,
    socketTimeout,
  });
  // The constructor appends an ID of the runner to the name.
  client.userAgent = userAgent;
  return client;
}

async function exchange(
  client: HttpClient,
  request: HttpRequest,
  signal: AbortSignal,
  options: HttpOptions,
): Promise<HttpResponse | NoResponse> {
  const proxyVariable = invalidProxyVariable(request.url);
  if (proxyVariable !== undefined) return { reason: "proxy", cause: proxyVariable };
  // A handler is http-client's only way to the request options, also behind a proxy.
  client.handlers = [
    {
      prepareRequest: (prepared: RequestOptions) => {
        prepared.signal = signal;
        // Node.js takes an IPv6 address without its brackets.
        prepared.host = prepared.host?.replace(/^\[(.*)\]$/, "$1");
      },
      canHandleAuthentication: () => false,
      handleAuthentication: () => Promise.reject(new Error("not used")),
    },
  ];
  const { method, url, headers, body: parts } = request;
  const sent = parts === undefined ? null : Readable.from(parts);
  const { message } = await client.request(method, url, sent, {
    ...headers,
    // Without a length, the body of a stream is sent in chunks, which not every proxy takes.
    ...(parts !== undefined && { "content-length": sizeOf(parts) }),
  });
  try {
    const body = await readBody(message, options);
    if (body === undefined) return { reason: "too-large" };
    // An early answer closes the connection. It cannot confirm a body that was not sent whole.
    const { statusCode: status = 0, headers: received } = message;
    const isEarly = sent !== null && !sent.readableEnded;
    if (isEarly && status < 300) return { reason: "cut" };
    return { status, headers: received, body };
  } catch (cause) {
    return { reason: "cut", cause };
  }
}

/** Reads to the end; undefined where the response exceeds the limit. Throws where it is cut. */
async function readBody(
  message: IncomingMessage,
  options: HttpOptions,
): Promise<Uint8Array | undefined> {
  const { progress, clock, responseLimit = RESPONSE_LIMIT } = options;
  const body = new ByteCollector(announcedSize(message), responseLimit);
  let reported = { size: 0, time: clock.now().getTime() };
  // Not `for await`: leaving that loop at the limit would wait for the end of the stream.
  const isWhole = await new Promise<boolean>((resolve, reject) => {
    message.on("data", (chunk: Buffer) => {
      const size = body.size + chunk.length;
      if (size > responseLimit) return resolve(false);
      body.add(chunk);
      const time = clock.now().getTime();
      if (size - reported.size < PROGRESS_BYTES && time - reported.time < PROGRESS_MS) return;
      reported = { size, time };
      progress.info(`Reading Vanta's response: ${mebibytes(size)} so far${ofTotal(message)}.`);
    });
    message.on("end", () => resolve(true));
    message.on("error", reject);
  });
  if (isWhole) return body.bytes;
  message.destroy();
  return undefined;
}

/** In bytes; 0 where the response does not say it. */
function announcedSize({ headers }: IncomingMessage): number {
  return Number(headers["content-length"]) || 0;
}

function ofTotal(message: IncomingMessage): string {
  const total = announcedSize(message);
  return total > 0 ? ` of ${mebibytes(total)}` : "";
}

/** In bytes. */
export function sizeOf(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, { length }) => sum + length, 0);
}

/** A size for people, such as `8.0 MiB`. */
export function mebibytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(1)} MiB`;
}
