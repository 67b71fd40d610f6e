// Vanta as the run sees it: a reader for the plan, and a writer for who may sync. Fetches one token for a run, and turns every
// answer that is no clear success into a VantaError. Source: https://developer.vanta.com/reference/put-useraccount

import { counted, type Text } from "../model/message.js";
import {
  Cancelled,
  type Clock,
  type Effectiveness,
  type Progress,
  type Replacement,
  type RequestRecord,
  VantaError,
  type VantaReader,
  type VantaWriter,
} from "../model/ports.js";
import { scrub } from "../model/secrets.js";
import {
  type Call,
  explainAnswer,
  explainCancelledPut,
  explainFlaw,
  explainNoAnswer,
  explainNoToken,
  explainUnconfirmed,
  type Setting,
} from "./error-messages.js";
import {
  type Http,
  type HttpAnswer,
  HttpError,
  type HttpRequest,
  mebibytes,
  openHttp,
} from "./http.js";
import { parseElement, parseList, parseRefusal, parseReplaceAnswer, parseToken } from "./wire.js";

export const READ_SCOPE = "connectors.self:read-resource";
export const WRITE_SCOPE = "connectors.self:write-resource connectors.self:read-resource";

const ACCOUNTS_PATH = "/v1/resources/user_account";

export interface VantaOptions {
  /** An origin, such as `https://api.vanta.com`. */
  readonly apiUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Deadline of one attempt, to the last byte of its answer. */
  readonly timeoutSeconds: number;
  /** Of this action, for the User-Agent. */
  readonly version: string;
  readonly clock: Clock;
  readonly progress: Progress;
  readonly signal: AbortSignal;
  /** Hides a secret in the log; called before the secret is first used. */
  readonly mask: (secret: string) => void;
  /** Every request is added here as it ends. */
  readonly requests: RequestRecord[];
  /** In bytes; the limit of http.ts unless a test wants less. */
  readonly answerLimit?: number;
}

/** Connects with the scope to read only. Nothing is sent before the first call. */
export function connectReader(options: VantaOptions): { readonly reader: VantaReader } {
  const session = openSession(options, READ_SCOPE);
  return { reader: { list: (resourceId) => list(session, resourceId) } };
}

/** Connects with the scopes to write and read. The type parameter is the proof that the writer demands. */
export function connectWriter<Approved extends Replacement>(
  options: VantaOptions,
): { readonly reader: VantaReader; readonly writer: VantaWriter<Approved> } {
  const session = openSession(options, WRITE_SCOPE);
  return {
    reader: { list: (resourceId) => list(session, resourceId) },
    writer: { replace: (replacement) => replace(session, replacement) },
  };
}

async function list(session: Session, resourceId: string): ReturnType<VantaReader["list"]> {
  const call: Call = { kind: "list", resourceId };
  const url = `${session.accountsUrl}?resourceId=${encodeURIComponent(resourceId)}`;
  const answer = await session.request(call, { method: "GET", url });
  const parsed = parseList(answer);
  if ("rows" in parsed) return parsed.rows;
  throw new VantaError(explainFlaw(call, parsed, answer, session.setting), {
    effect: "none",
    status: answer.status,
  });
}

async function replace(session: Session, { resourceId, resources }: Replacement): Promise<void> {
  const call: Call = { kind: "put", resourceId };
  const body = JSON.stringify({ resourceId, resources });
  session.progress.info(
    `Sending ${counted(resources.length, "account")} to Vanta (${mebibytes(Buffer.byteLength(body))}).`,
  );
  const findElement = (words: string): number | undefined => parseElement(words, resources);
  const answer = await session.request(
    call,
    { method: "PUT", url: session.accountsUrl, body },
    findElement,
  );
  const said = parseReplaceAnswer(answer.body);
  if (said === "yes") return;
  const effect = said === "no" ? "denied" : "unknown";
  throw new VantaError(explainUnconfirmed(call, said, answer, session.setting), {
    effect,
    status: answer.status,
  });
}

/** A token, and what is sent with it. */
interface Session {
  readonly accountsUrl: string;
  readonly setting: Setting;
  readonly progress: Progress;
  /**
   * Sends one call with the token; after a first 401, once in a run, again with a new one. Resolves with a 2xx; all else is a
   * VantaError, or Cancelled where the call cannot have had an effect.
   */
  request(
    call: Call,
    request: Bare,
    findElement?: (words: string) => number | undefined,
  ): Promise<HttpAnswer>;
}

type Bare = Omit<HttpRequest, "headers">;

function openSession(options: VantaOptions, scope: string): Session {
  const { apiUrl, timeoutSeconds, progress, requests } = options;
  const http = recording(
    openHttp({ ...options, userAgent: `vanta-roster-sync/${options.version}` }),
    requests,
    progress,
  );
  const secrets = new Set([options.clientSecret]);
  const setting: Setting = {
    apiUrl,
    scope,
    timeoutSeconds,
    scrub: (words) => scrub(words, secrets),
  };
  const tokens = tokenSource(http, options, setting, secrets);
  return {
    accountsUrl: new URL(ACCOUNTS_PATH, apiUrl).href,
    setting,
    progress,
    async request(call, bare, findElement) {
      const trace: Trace = { unsettled: false, status: undefined };
      try {
        const answer = await sendWithToken(http, tokens, call, bare, trace);
        if (isSuccess(answer)) return answer;
        throw refused(call, answer, trace, setting, findElement);
      } catch (error) {
        throw toldAs(call, error, trace, setting);
      }
    },
  };
}

function isSuccess({ status }: HttpAnswer): boolean {
  return status >= 200 && status < 300;
}

/** What is in doubt of one call over all its attempts, with the old token and with the new one. */
interface Trace {
  unsettled: boolean;
  /** Of the last answer to the call itself, whatever became of the token. */
  status: number | undefined;
}

async function sendWithToken(
  http: Recorder,
  tokens: TokenSource,
  call: Call,
  bare: Bare,
  trace: Trace,
): Promise<HttpAnswer> {
  const token = await tokens.current();
  const answer = await http.send(call, withToken(bare, token), trace);
  if (answer.status !== 401 || !tokens.mayRenew()) return answer;
  return http.send(call, withToken(bare, await tokens.renew()), trace);
}

function withToken(bare: Bare, token: string): HttpRequest {
  const type: Record<string, string> =
    bare.body === undefined ? {} : { "content-type": "application/json" };
  return {
    ...bare,
    headers: { accept: "application/json", authorization: `Bearer ${token}`, ...type },
  };
}

function refused(
  call: Call,
  answer: HttpAnswer,
  { unsettled }: Trace,
  setting: Setting,
  find: ElementFinder,
): VantaError {
  const { status } = answer;
  const element = status === 400 || status === 422 ? find?.(parseRefusal(answer).words) : undefined;
  const explanation = explainAnswer(call, { ...answer, unsettled }, setting);
  return new VantaError(explanation, {
    effect: effectOf(call, unsettled),
    status,
    ...(element !== undefined && { element }),
  });
}

type ElementFinder = ((words: string) => number | undefined) | undefined;

function effectOf(call: Call, unsettled: boolean): Effectiveness {
  return call.kind === "put" && unsettled ? "unknown" : "none";
}

/** The error as the caller is to see it: what came of the call itself outweighs what came of a new token for it. */
function toldAs(
  call: Call,
  error: unknown,
  { unsettled, status }: Trace,
  setting: Setting,
): unknown {
  const effect = effectOf(call, unsettled);
  if (error instanceof HttpError) {
    return withStatus(explainNoAnswer(call, error, setting), effect, error.status, error);
  }
  if (error instanceof Cancelled && effect === "unknown") {
    return withStatus(explainCancelledPut(call), effect, undefined, error);
  }
  if (
    error instanceof VantaError &&
    status !== undefined &&
    (error.effect !== effect || error.status !== status)
  ) {
    return withStatus(error.explanation, effect, status, error);
  }
  return error;
}

function withStatus(
  explanation: Text,
  effect: Effectiveness,
  status: number | undefined,
  cause: Error,
): VantaError {
  return new VantaError(explanation, { effect, cause, ...(status !== undefined && { status }) });
}

interface TokenSource {
  /** The token of this run, fetched on the first call. Where that, or its renewal, failed, every later call fails in the same way. */
  current(): Promise<string>;
  /** Whether no new token was fetched yet in this run. */
  mayRenew(): boolean;
  /** A new token in place of the one that is no longer valid. */
  renew(): Promise<string>;
}

function tokenSource(
  http: Recorder,
  options: VantaOptions,
  setting: Setting,
  secrets: Set<string>,
): TokenSource {
  let token: Promise<string> | undefined;
  let renewed = false;
  const fetchToken = async (): Promise<string> => {
    options.mask(options.clientSecret);
    const fresh = await requestToken(http, options, setting);
    options.mask(fresh);
    secrets.add(fresh);
    return fresh;
  };
  // The promise is kept, not the token: a second token would void the first, so calls at the same time wait for the same one. One
  // that failed is kept too: whoever asked again would ask once for every call, and Vanta gives 5 tokens a minute.
  return {
    current: () => {
      token ??= fetchToken();
      return token;
    },
    mayRenew: () => !renewed,
    renew: () => {
      renewed = true;
      token = fetchToken();
      return token;
    },
  };
}

async function requestToken(
  http: Recorder,
  { apiUrl, clientId, clientSecret }: VantaOptions,
  setting: Setting,
): Promise<string> {
  const call: Call = { kind: "token" };
  const { scope } = setting;
  const trace: Trace = { unsettled: false, status: undefined };
  try {
    const answer = await http.send(
      call,
      {
        method: "POST",
        url: new URL("/oauth/token", apiUrl).href,
        headers: { accept: "application/json", "content-type": "application/json" },
        body: JSON.stringify({
          client_id: clientId,
          client_secret: clientSecret,
          scope,
          grant_type: "client_credentials",
        }),
      },
      trace,
    );
    if (!isSuccess(answer)) throw refused(call, answer, trace, setting, undefined);
    const token = parseToken(answer.body);
    if (token !== undefined) return token;
    throw new VantaError(explainNoToken(answer, setting), {
      effect: "none",
      status: answer.status,
    });
  } catch (error) {
    throw toldAs(call, error, trace, setting);
  }
}

/** The door, with a book of what went through it. */
interface Recorder {
  send(call: Call, request: HttpRequest, trace: Trace): Promise<HttpAnswer>;
}

function recording(http: Http, requests: RequestRecord[], progress: Progress): Recorder {
  return {
    async send(call, request, trace) {
      const note = (attempts: number, status: number | undefined): void => {
        if (attempts === 0) return;
        const path = new URL(request.url).pathname;
        const resource = call.kind === "token" ? {} : { resourceId: call.resourceId };
        requests.push({
          method: request.method,
          path,
          ...resource,
          attempts,
          ...(status !== undefined && { status }),
        });
        progress.debug(
          `${request.method} ${path}: ${status ?? "no answer"} (attempts: ${attempts})`,
        );
      };
      try {
        const answer = await http.send(request);
        trace.unsettled ||= answer.unsettled;
        trace.status = answer.status;
        note(answer.attempts, answer.status);
        return answer;
      } catch (error) {
        const failure = error instanceof Cancelled ? error.cause : error;
        if (failure instanceof HttpError) {
          trace.unsettled ||= failure.unsettled;
          note(failure.attempts, failure.status);
        }
        throw error;
      }
    },
  };
}
