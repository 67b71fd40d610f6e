// One token for a run, and every call that is made with it. Any response except a 2xx becomes a
// VantaError.
import { pluralize } from "../model/format.js";
import { Cancelled, type Effect, type RequestRecord, VantaError } from "../model/ports.js";
import { scrub } from "../model/secrets.js";
import {
  type Call,
  type ConnectionFacts,
  explainNoResponse,
  explainNoToken,
  explainResponse,
  explainUnanswered,
} from "./error-messages.js";
import { type HttpOptions, type HttpRequest, mebibytes, sizeOf } from "./http.js";
import { createHttp, type FinalResponse, HttpError } from "./retry.js";
import { parseElement, parseErrorBody, parseToken } from "./wire.js";

export interface SessionOptions extends HttpOptions {
  /** An origin, such as `https://api.vanta.com`. */
  readonly apiUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Masks a secret in the log; called before the secret is first used. */
  readonly mask: (secret: string) => void;
  /** Every request is added here as it ends. */
  readonly requests: RequestRecord[];
}

export interface Session {
  readonly facts: ConnectionFacts;
  /**
   * Sends a call with the token. After a first 401, once in a run, the token is renewed,
   * `beforeRepeat` is awaited, and the call is sent again; what it throws ends the call. Resolves
   * with a 2xx. Throws {@link VantaError}, or {@link Cancelled} where the call cannot have taken
   * effect.
   */
  send(
    call: Call,
    request: Omit<HttpRequest, "headers">,
    beforeRepeat?: BeforeRepeat,
  ): Promise<FinalResponse>;
}

type BeforeRepeat = () => Promise<void>;

/** Starts a session. Nothing is sent before the first call. */
export function openSession(options: SessionOptions, scope: string): Session {
  const secrets = new Set([options.clientSecret]);
  const facts: ConnectionFacts = {
    apiUrl: options.apiUrl,
    scope,
    timeoutSeconds: options.timeoutSeconds,
    scrub: (words) => scrub(words, secrets),
  };
  const sendRecorded = createRecordedSend(options);
  const tokens = createTokenSource(async () => {
    options.mask(options.clientSecret);
    const token = await requestToken(sendRecorded, options, facts);
    options.mask(token);
    secrets.add(token);
    return token;
  });
  return {
    facts,
    async send(call, request, beforeRepeat) {
      const attempted: Attempted = { unsettled: false, status: undefined };
      try {
        const token = await tokens.current();
        let response = await sendRecorded(call, withToken(request, token), attempted);
        if (response.status === 401 && tokens.canRenew()) {
          const renewed = await tokens.renew();
          // Only now: a newer run that starts after this revokes the new token.
          await beforeRepeat?.();
          response = await sendRecorded(call, withToken(request, renewed), attempted);
        }
        if (isSuccess(response)) return { ...response, unsettled: attempted.unsettled };
        throw refused(call, response, attempted, facts);
      } catch (error) {
        throw asCallError(call, error, attempted, facts);
      }
    },
  };
}

/** What is about to be asked, for the log. */
function describeCall(call: Call, { body = [] }: HttpRequest): string {
  switch (call.kind) {
    case "token":
      return "Asking Vanta for an access token.";
    case "list":
      return `Reading the accounts of resource ${call.resourceId} from Vanta.`;
    case "put": {
      const size = mebibytes(sizeOf(body));
      return `Sending ${pluralize(call.sent.length, "account")} to Vanta, resource ${call.resourceId} (${size}).`;
    }
  }
}

/** What is known of one call over all its attempts, with the old token and with the new one. */
interface Attempted {
  /** Some attempt may have taken effect. */
  unsettled: boolean;
  /** Of the last response to the call itself. */
  status: number | undefined;
}

/** Sends a request, records it, and notes in `attempted` what came of it. */
type RecordedSend = (
  call: Call,
  request: HttpRequest,
  attempted: Attempted,
) => Promise<FinalResponse>;

function createRecordedSend(options: SessionOptions): RecordedSend {
  const http = createHttp(options);
  return async (call, request, attempted) => {
    options.progress.info(describeCall(call, request));
    const record = (attempts: number, status: number | undefined): void => {
      if (attempts === 0) return;
      const { method, url } = request;
      const path = new URL(url).pathname;
      options.requests.push({
        method,
        path,
        ...(call.kind !== "token" && { resourceId: call.resourceId }),
        attempts,
        ...(status !== undefined && { status }),
      });
      options.progress.debug(`${method} ${path}: ${status ?? "no answer"} (attempts: ${attempts})`);
    };
    try {
      const response = await http.send(request);
      attempted.unsettled ||= response.unsettled;
      attempted.status = response.status;
      record(response.attempts, response.status);
      return response;
    } catch (error) {
      const failure = error instanceof Cancelled ? error.cause : error;
      if (failure instanceof HttpError) {
        attempted.unsettled ||= failure.unsettled;
        record(failure.attempts, failure.status);
      }
      throw error;
    }
  };
}

interface TokenSource {
  /** The token of this run, requested by the first call. */
  current(): Promise<string>;
  /** Whether this run has not renewed its token yet. */
  canRenew(): boolean;
  /** Replaces a token that is no longer valid. */
  renew(): Promise<string>;
}

function createTokenSource(request: () => Promise<string>): TokenSource {
  // The promise is kept, not the token: a second token would revoke the first, so calls at the same
  // time wait for the same one. A rejected one is kept too, since Vanta gives 5 tokens a minute.
  let token: Promise<string> | undefined;
  let renewed = false;
  return {
    current: () => {
      token ??= request();
      return token;
    },
    canRenew: () => !renewed,
    renew: () => {
      renewed = true;
      token = request();
      return token;
    },
  };
}

function withToken(request: Omit<HttpRequest, "headers">, token: string): HttpRequest {
  const headers = { accept: "application/json", authorization: `Bearer ${token}` };
  return {
    ...request,
    headers: request.body === undefined ? headers : { ...headers, ...JSON_BODY },
  };
}

const JSON_BODY = { "content-type": "application/json" };

async function requestToken(
  send: RecordedSend,
  { apiUrl, clientId, clientSecret }: SessionOptions,
  facts: ConnectionFacts,
): Promise<string> {
  const call: Call = { kind: "token" };
  const attempted: Attempted = { unsettled: false, status: undefined };
  const request: HttpRequest = {
    method: "POST",
    url: new URL("/oauth/token", apiUrl).href,
    headers: { accept: "application/json", ...JSON_BODY },
    body: [
      Buffer.from(
        JSON.stringify({
          client_id: clientId,
          client_secret: clientSecret,
          scope: facts.scope,
          grant_type: "client_credentials",
        }),
      ),
    ],
  };
  try {
    const response = await send(call, request, attempted);
    if (!isSuccess(response)) throw refused(call, response, attempted, facts);
    const token = parseToken(response.body);
    if (token !== undefined) return token;
    throw new VantaError(explainNoToken(response, facts), {
      effect: "none",
      status: response.status,
    });
  } catch (error) {
    throw asCallError(call, error, attempted, facts);
  }
}

function isSuccess({ status }: FinalResponse): boolean {
  return status >= 200 && status < 300;
}

function refused(
  call: Call,
  response: FinalResponse,
  { unsettled }: Attempted,
  facts: ConnectionFacts,
): VantaError {
  const { status } = response;
  const namesElement = call.kind === "put" && (status === 400 || status === 422);
  const element = namesElement
    ? parseElement(parseErrorBody(response).words, call.sent)
    : undefined;
  return new VantaError(explainResponse(call, { ...response, unsettled }, facts, element), {
    effect: effectOf(call, unsettled),
    status,
    ...(element !== undefined && { element }),
  });
}

function effectOf(call: Call, unsettled: boolean): Effect {
  return call.kind === "put" && unsettled ? "unknown" : "none";
}

/**
 * The error for the caller. What the call itself met counts more than what its new token met: a
 * PUT that may have taken effect stays in doubt, whatever became of the token.
 */
function asCallError(
  call: Call,
  error: unknown,
  { unsettled, status }: Attempted,
  facts: ConnectionFacts,
): unknown {
  const effect = effectOf(call, unsettled);
  const vantaError = (
    explanation: VantaError["explanation"],
    known: number | undefined,
    cause: Error,
  ) =>
    new VantaError(explanation, {
      effect,
      cause,
      ...(known !== undefined && { status: known }),
    });
  if (error instanceof HttpError) {
    return vantaError(explainNoResponse(call, error, facts), error.status, error);
  }
  if (error instanceof VantaError) {
    const isOfToken = error.effect !== effect || error.status !== status;
    return isOfToken && status !== undefined ? vantaError(error.explanation, status, error) : error;
  }
  // Cancelled, or not repeated: an earlier attempt may have taken effect all the same.
  if (error instanceof Error && effect === "unknown") {
    return vantaError(explainUnanswered(call), undefined, error);
  }
  return error;
}
