// The one network door to Vanta: a deadline for every attempt, retries, no redirects, a bound on every answer.
// It knows HTTP and nothing of Vanta; what an answer means is the client's business.
import type { IncomingHttpHeaders, IncomingMessage, RequestOptions } from "node:http";
import { HttpClient } from "@actions/http-client";
import { Cancelled, type Clock, type Progress } from "../model/ports.js";

/** How often a request is sent at most. */
export const ATTEMPTS = 5;
/** The longest wait before the next attempt, in milliseconds. */
export const LONGEST_WAIT_MS = 60_000;
/** The largest answer that is read, in bytes. */
export const ANSWER_LIMIT = 256 * 2 ** 20;

/** A timer beyond this fires at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;
/** How much of a large answer is read between two lines of progress. */
const PROGRESS_BYTES = 8 * 2 ** 20;
const PROGRESS_MS = 5_000;

export interface HttpRequest {
  readonly method: "POST" | "GET" | "PUT";
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A whole answer, of any status. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Uint8Array;
  readonly attempts: number;
  /** Some attempt got no answer or a 408 or 5xx: the request may have taken effect, whatever this answer says. */
  readonly unsettled: boolean;
}

/**
 * Why there is no answer.
 * - `timeout`: the deadline passed before the last byte.
 * - `cut`: the connection ended in the middle of the answer.
 * - `too-large`: the answer exceeds the limit.
 * - `network`: everything before the answer: no such host, refused, reset, TLS, the proxy.
 * - `cancelled`: the run was cancelled; then it is the cause of a {@link Cancelled}.
 */
export type NoAnswer = "timeout" | "cut" | "too-large" | "network" | "cancelled";

interface HttpErrorFacts {
  readonly method: string;
  /** With its query. */
  readonly url: string;
  readonly reason: NoAnswer;
  /** Of the last answer, if an earlier attempt got one. */
  readonly status?: number | undefined;
  readonly attempts: number;
  readonly unsettled: boolean;
  readonly cause?: unknown;
}

/** A request that got no answer. Holds neither the headers nor the body that were sent. */
export class HttpError extends Error {
  override readonly name = "HttpError";
  readonly method: string;
  /** Without its query. */
  readonly url: string;
  readonly reason: NoAnswer;
  /** Of the last answer, if an earlier attempt got one. */
  readonly status: number | undefined;
  readonly attempts: number;
  /** As in {@link HttpAnswer}. */
  readonly unsettled: boolean;

  constructor(facts: HttpErrorFacts) {
    const url = facts.url.replace(/\?.*$/s, "");
    super(`${facts.method} ${url}: no answer (${facts.reason}) in ${facts.attempts} attempts`, {
      cause: facts.cause,
    });
    this.method = facts.method;
    this.url = url;
    this.reason = facts.reason;
    this.status = facts.status;
    this.attempts = facts.attempts;
    this.unsettled = facts.unsettled;
  }
}

export interface HttpOptions {
  /** Sent as it is. */
  readonly userAgent: string;
  /** Deadline of one attempt, to the last byte of its answer. */
  readonly timeoutSeconds: number;
  readonly clock: Clock;
  readonly progress: Progress;
  readonly signal: AbortSignal;
  /** In bytes; {@link ANSWER_LIMIT} unless a test wants less. */
  readonly answerLimit?: number;
}

export interface Http {
  /**
   * Sends the request until there is an answer worth keeping, at most {@link ATTEMPTS} times. Resolves with an answer of any
   * status: a redirect too, and a 429 or 503 if all attempts met one. Throws {@link HttpError} where the last attempt got no
   * answer, and {@link Cancelled}, with an HttpError as its cause, where the run was cancelled.
   */
  send(request: HttpRequest): Promise<HttpAnswer>;
}

/** Opens the door. Proxies are taken from the environment; every attempt has a connection of its own. */
export function openHttp(options: HttpOptions): Http {
  const client = newClient(options);
  return {
    async send(request) {
      const tally: Tally = { attempts: 0, status: undefined, unsettled: false };
      while (true) {
        if (options.signal.aborted) throw cancelled(request, tally);
        const result = await attempt(client, request, options);
        count(tally, result);
        if (tally.attempts === ATTEMPTS || !isTransient(result))
          return conclude(request, result, tally);
        await pause(request, result, tally, options);
      }
    },
  };
}

/** What the attempts so far have come to. */
interface Tally {
  attempts: number;
  status: number | undefined;
  unsettled: boolean;
}

function count(tally: Tally, result: WholeAnswer | Missing): void {
  tally.attempts += 1;
  if ("body" in result) tally.status = result.status;
  tally.unsettled ||= !isSettled(result);
}

function conclude(request: HttpRequest, result: WholeAnswer | Missing, tally: Tally): HttpAnswer {
  const { attempts, unsettled } = tally;
  if ("body" in result) return { ...result, attempts, unsettled };
  if (result.reason === "cancelled") throw cancelled(request, tally);
  throw new HttpError({ ...request, ...tally, ...result });
}

function cancelled(request: HttpRequest, tally: Tally): Cancelled {
  return new Cancelled("the run was cancelled", {
    cause: new HttpError({ ...request, ...tally, reason: "cancelled" }),
  });
}

function newClient({ userAgent, timeoutSeconds }: HttpOptions): HttpClient {
  // The deadline is ours; the client's own timer only knows silence, and must not be faster.
  const socketTimeout = Math.min(timeoutSeconds * 1000 + 60_000, LONGEST_TIMER_MS);
  // A kept connection may be closed by the other side, unseen, while a large plan is computed; the PUT would fail on it, and be in doubt.
  const client = new HttpClient(userAgent, [], {
    allowRedirects: false,
    allowRetries: false,
    keepAlive: false,
    socketTimeout,
  });
  // The constructor appends an ID of the runner's to the name.
  client.userAgent = userAgent;
  return client;
}

type WholeAnswer = Omit<HttpAnswer, "attempts" | "unsettled">;
interface Missing {
  readonly reason: NoAnswer;
  readonly cause?: unknown;
}

function attempt(
  client: HttpClient,
  request: HttpRequest,
  options: HttpOptions,
): Promise<WholeAnswer | Missing> {
  const { signal, timeoutSeconds } = options;
  const scissors = new AbortController();
  return new Promise((resolve) => {
    const end = (result: WholeAnswer | Missing): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", cancel);
      resolve(result);
    };
    const cutOff = (reason: NoAnswer): void => {
      end({ reason });
      scissors.abort();
    };
    const cancel = (): void => cutOff("cancelled");
    const timer = setTimeout(
      () => cutOff("timeout"),
      Math.min(timeoutSeconds * 1000, LONGEST_TIMER_MS),
    );
    signal.addEventListener("abort", cancel);
    exchange(client, request, scissors.signal, options).then(end, (cause: unknown) =>
      end({ reason: "network", cause }),
    );
  });
}

async function exchange(
  client: HttpClient,
  request: HttpRequest,
  scissors: AbortSignal,
  options: HttpOptions,
): Promise<WholeAnswer | Missing> {
  // The only way to reach the socket through http-client, in front of a proxy too.
  client.handlers = [
    {
      prepareRequest: (prepared: RequestOptions) => {
        prepared.signal = scissors;
      },
      canHandleAuthentication: () => false,
      handleAuthentication: () => Promise.reject(new Error("not used")),
    },
  ];
  const { message } = await client.request(request.method, request.url, request.body ?? null, {
    ...request.headers,
  });
  try {
    const body = await readBody(message, options);
    if (body === undefined) return { reason: "too-large" };
    return { status: message.statusCode ?? 0, headers: message.headers, body };
  } catch (cause) {
    return { reason: "cut", cause };
  }
}

/** Reads to the end; undefined where the answer is larger than the limit. Throws where it is cut. */
async function readBody(
  message: IncomingMessage,
  options: HttpOptions,
): Promise<Uint8Array | undefined> {
  const { progress, clock, answerLimit = ANSWER_LIMIT } = options;
  const chunks: Buffer[] = [];
  let size = 0;
  let told = { size: 0, time: clock.now().getTime() };
  // Not for await: where the limit breaks the loop, it would wait for the stream's own end.
  await new Promise<void>((resolve, reject) => {
    message.on("data", (chunk: Buffer) => {
      chunks.push(chunk);
      size += chunk.length;
      if (size > answerLimit) return resolve();
      const time = clock.now().getTime();
      if (size - told.size < PROGRESS_BYTES && time - told.time < PROGRESS_MS) return;
      told = { size, time };
      progress.info(`Reading Vanta's answer: ${mebibytes(size)} so far${ofTotal(message)}.`);
    });
    message.on("end", resolve);
    message.on("error", reject);
  });
  if (size <= answerLimit) return Buffer.concat(chunks);
  message.destroy();
  return undefined;
}

function ofTotal(message: IncomingMessage): string {
  const total = Number(message.headers["content-length"]);
  return total > 0 ? ` of ${mebibytes(total)}` : "";
}

/** A size for a reader, such as `8.0 MiB`. */
export function mebibytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(1)} MiB`;
}

/** Whether the request can be said to have had no effect, or the one that the answer tells. */
function isSettled(result: WholeAnswer | Missing): boolean {
  if ("body" in result) return result.status < 500 && result.status !== 408;
  return false;
}

function isTransient(result: WholeAnswer | Missing): boolean {
  if ("body" in result)
    return result.status === 408 || result.status === 429 || result.status >= 500;
  if (result.reason === "network") return !isOurs(result.cause);
  return result.reason === "timeout" || result.reason === "cut";
}

/** Whether Node refused to send the request, as with a proxy that is no URL: the next attempt would end likewise. */
function isOurs(cause: unknown): boolean {
  return errorCode(cause).startsWith("ERR_INVALID_");
}

async function pause(
  request: HttpRequest,
  result: WholeAnswer | Missing,
  tally: Tally,
  options: HttpOptions,
): Promise<void> {
  const { clock, progress, signal } = options;
  const ms = waitAfter(tally.attempts, result, clock);
  const path = new URL(request.url).pathname;
  const next = `attempt ${tally.attempts + 1} of ${ATTEMPTS}`;
  progress.info(
    `${request.method} ${path}: ${tellResult(result)}; trying again in ${(ms / 1000).toFixed(1)} s (${next}).`,
  );
  try {
    await clock.sleep(ms, signal);
  } catch (error) {
    throw signal.aborted ? cancelled(request, tally) : error;
  }
}

function tellResult(result: WholeAnswer | Missing): string {
  if ("body" in result) return `Vanta answered ${result.status}`;
  if (result.reason === "timeout") return "no whole answer in time";
  if (result.reason === "cut") return "the answer was cut off";
  return `no connection (${errorCode(result.cause)})`;
}

/** The system's name for an error, such as `ECONNREFUSED`; never its message, which may quote what it failed on. */
export function errorCode(cause: unknown): string {
  const code =
    typeof cause === "object" && cause !== null && "code" in cause ? String(cause.code) : "";
  return /^[A-Z][A-Z0-9_]*$/.test(code) ? code : "network error";
}

/** Milliseconds to wait after so many attempts. What the server asks for is kept to the letter; ours is spread, lest runs that
 * failed together come back together. */
function waitAfter(attempts: number, result: WholeAnswer | Missing, clock: Clock): number {
  const asked =
    "body" in result ? parseRetryAfter(result.headers["retry-after"], clock.now()) : undefined;
  if (asked !== undefined) return Math.min(asked, LONGEST_WAIT_MS);
  // Vanta counts requests by the minute, so that a second is no use after a 429.
  const first = "body" in result && result.status === 429 ? 10_000 : 1_000;
  const spread = 0.8 + 0.4 * clock.random();
  const wait = Math.min(first * 2 ** (attempts - 1), LONGEST_WAIT_MS);
  return Math.round(Math.min(wait * spread, LONGEST_WAIT_MS));
}

/** Milliseconds that a Retry-After header (RFC 9110, section 10.2.3: seconds or an HTTP date) asks for; undefined where it is past,
 * negative or cannot be read. */
export function parseRetryAfter(value: string | undefined, now: Date): number | undefined {
  const trimmed = value?.trim() ?? "";
  if (/^\d+$/.test(trimmed)) return Number(trimmed) * 1000;
  // Date.parse alone reads a date into nearly anything; all three forms of an HTTP date begin with the day of the week.
  if (!/^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? .*\d\d:\d\d:\d\d/.test(trimmed)) return undefined;
  const ms = Date.parse(trimmed.endsWith("GMT") ? trimmed : `${trimmed} GMT`) - now.getTime();
  return ms > 0 ? ms : undefined;
}
