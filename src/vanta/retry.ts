// Repeats an attempt while that may help, and remembers whether any attempt may have taken effect.
import { systemCode } from "../model/errors.js";
import { Cancelled, type Clock } from "../model/ports.js";
import {
  createSendOnce,
  type HttpOptions,
  type HttpRequest,
  type HttpResponse,
  type NoResponse,
  type NoResponseReason,
} from "./http.js";

/** How often a request is sent at most. */
export const MAX_ATTEMPTS = 5;
/** The longest wait before the next attempt, in milliseconds. */
export const MAX_WAIT_MS = 60_000;

/** What all attempts at one request came to. */
interface Tally {
  readonly attempts: number;
  /** Of the last response. */
  readonly status: number | undefined;
  /** Some attempt got no response, a 408 or a 5xx: the request may have taken effect. */
  readonly unsettled: boolean;
}

/** The last response, of any status. */
export interface FinalResponse extends HttpResponse, Omit<Tally, "status"> {}

/** A request that got no response. Contains neither headers nor body of the request. */
export class HttpError extends Error implements Tally {
  override readonly name = "HttpError";
  readonly reason: NoResponseReason;
  readonly attempts: number;
  readonly status: number | undefined;
  readonly unsettled: boolean;

  constructor({ method, url }: HttpRequest, tally: Tally, { reason, cause }: NoResponse) {
    const path = url.replace(/\?.*$/s, "");
    super(`${method} ${path}: no answer (${reason}) in ${tally.attempts} attempts`, { cause });
    this.reason = reason;
    this.attempts = tally.attempts;
    this.status = tally.status;
    this.unsettled = tally.unsettled;
  }
}

export interface Http {
  /**
   * Sends the request, at most {@link MAX_ATTEMPTS} times. Resolves with a response of any status:
   * also a redirect, and a 429 or 503 if every attempt got one. Throws {@link HttpError} where the
   * last attempt got no response, and {@link Cancelled} (its cause: an HttpError) where the run was
   * cancelled.
   */
  send(request: HttpRequest): Promise<FinalResponse>;
}

/** Makes a client that retries. */
export function createHttp(options: HttpOptions): Http {
  const sendOnce = createSendOnce(options);
  return {
    async send(request) {
      let tally: Tally = { attempts: 0, status: undefined, unsettled: false };
      while (true) {
        if (options.signal.aborted) throw cancelled(request, tally);
        const result = await sendOnce(request);
        tally = count(tally, result);
        if (tally.attempts === MAX_ATTEMPTS || !isTransient(result)) {
          return conclude(request, result, tally);
        }
        await pause(request, result, tally, options);
      }
    },
  };
}

function count({ attempts, status, unsettled }: Tally, result: HttpResponse | NoResponse): Tally {
  return {
    attempts: attempts + 1,
    status: isResponse(result) ? result.status : status,
    unsettled: unsettled || !isSettled(result),
  };
}

function conclude(
  request: HttpRequest,
  result: HttpResponse | NoResponse,
  tally: Tally,
): FinalResponse {
  if (isResponse(result)) {
    return { ...result, attempts: tally.attempts, unsettled: tally.unsettled };
  }
  if (result.reason === "cancelled") throw cancelled(request, tally);
  throw new HttpError(request, tally, result);
}

function cancelled(request: HttpRequest, tally: Tally): Cancelled {
  const cause = new HttpError(request, tally, { reason: "cancelled" });
  return new Cancelled("the run was cancelled", { cause });
}

function isResponse(result: HttpResponse | NoResponse): result is HttpResponse {
  return "body" in result;
}

/** Whether it is certain what the attempt did: nothing, or what the response says. */
function isSettled(result: HttpResponse | NoResponse): boolean {
  if (!isResponse(result)) return result.reason === "proxy";
  const { status } = result;
  return status < 500 && status !== 408 && !(status >= 300 && status < 400);
}

function isTransient(result: HttpResponse | NoResponse): boolean {
  if (isResponse(result)) return [408, 429].includes(result.status) || result.status >= 500;
  // Node refused to send it, as with a proxy that is not a URL. The next attempt ends the same way.
  if (result.reason === "network")
    return systemCode(result.cause)?.startsWith("ERR_INVALID_") !== true;
  return result.reason === "timeout" || result.reason === "cut";
}

async function pause(
  request: HttpRequest,
  result: HttpResponse | NoResponse,
  tally: Tally,
  { clock, progress, signal }: HttpOptions,
): Promise<void> {
  const ms = waitAfter(tally.attempts, result, clock);
  const what = `${request.method} ${new URL(request.url).pathname}: ${describeResult(result)}`;
  const next = `attempt ${tally.attempts + 1} of ${MAX_ATTEMPTS}`;
  progress.info(`${what}; trying again in ${(ms / 1000).toFixed(1)} s (${next}).`);
  try {
    await clock.sleep(ms, signal);
  } catch (error) {
    throw signal.aborted ? cancelled(request, tally) : error;
  }
}

function describeResult(result: HttpResponse | NoResponse): string {
  if (isResponse(result)) return `Vanta responded ${result.status}`;
  if (result.reason === "timeout") return "no complete response in time";
  if (result.reason === "cut") return "the response was cut off";
  return `no connection (${systemCode(result.cause) ?? "network error"})`;
}

/**
 * Milliseconds to wait after so many attempts. A Retry-After is kept exactly; our own waits vary by
 * 20%, so that runs that failed together do not come back together.
 */
function waitAfter(attempts: number, result: HttpResponse | NoResponse, clock: Clock): number {
  const status = isResponse(result) ? result.status : undefined;
  const retryAfter = isResponse(result)
    ? parseRetryAfter(result.headers["retry-after"], clock.now())
    : undefined;
  if (retryAfter !== undefined) return Math.min(retryAfter, MAX_WAIT_MS);
  // Vanta counts requests per minute, so waiting a second after a 429 would not help.
  const first = status === 429 ? 10_000 : 1_000;
  const wait = Math.min(first * 2 ** (attempts - 1), MAX_WAIT_MS);
  const jitter = 0.8 + 0.4 * clock.random();
  return Math.round(Math.min(wait * jitter, MAX_WAIT_MS));
}

/**
 * Milliseconds that a Retry-After header asks for (RFC 9110, section 10.2.3: seconds or an HTTP
 * date). Undefined where it is past, negative or unreadable.
 */
export function parseRetryAfter(value: string | undefined, now: Date): number | undefined {
  const trimmed = value?.trim() ?? "";
  if (/^\d+$/.test(trimmed)) return Number(trimmed) * 1000;
  // Date.parse accepts almost anything. All three forms of an HTTP date begin with a weekday.
  if (!/^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? .*\d\d:\d\d:\d\d/.test(trimmed)) return undefined;
  const ms = Date.parse(trimmed.endsWith("GMT") ? trimmed : `${trimmed} GMT`) - now.getTime();
  return ms > 0 ? ms : undefined;
}
