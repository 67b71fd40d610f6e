// Explains a failed request to Vanta to the user: what happened, the likely cause, what to check.
// Vanta's own error text comes last, as a reply, without secrets.
import { systemCode } from "../model/errors.js";
import { shorten } from "../model/format.js";
import { type Message, msg, quote, quoteExternal, reply } from "../model/message.js";
import { parseUrl } from "../model/url.js";
import type { HttpResponse } from "./http.js";
import type { FinalResponse, HttpError } from "./retry.js";
import { type ErrorBody, type ListFlaw, parseErrorBody } from "./wire.js";

/** A request to Vanta, as far as explanations need to know it. */
export type Call =
  | { readonly kind: "token" }
  | { readonly kind: "list"; readonly resourceId: string }
  | {
      readonly kind: "put";
      readonly resourceId: string;
      /** The accounts in the order in which they are sent: a response may name one by its index. */
      readonly sent: readonly { readonly uniqueId: string }[];
    };

/** The facts about the connection that explanations use. */
export interface ConnectionFacts {
  /** An origin. */
  readonly apiUrl: string;
  /** The requested scopes, separated by spaces. */
  readonly scope: string;
  readonly timeoutSeconds: number;
  /** Removes secrets from what Vanta sent. */
  readonly scrub: (words: string) => string;
}

/** How much of a response is quoted, in UTF-16 units. */
const QUOTE_LIMIT = 300;

/**
 * Explains a response that is not a 2xx: a redirect or an error. `element`: the index, in what was
 * sent, of the account that it names.
 */
export function explainResponse(
  call: Call,
  response: FinalResponse,
  facts: ConnectionFacts,
  element?: number,
): Message {
  const body = parseErrorBody(response);
  const isRejection = response.status === 400 || response.status === 422;
  if (call.kind === "put" && isRejection && !response.unsettled) {
    return explainRejection(call, response, facts, element);
  }
  const cause = isRedirect(response.status)
    ? explainRedirect(response, facts)
    : explainStatus(call, response.status, body, facts);
  return msg`${describeFailure(call, response)}: ${cause}${describeAttempts(response)}${quoteResponse(response.status, body, facts)}`;
}

/** Explains that Vanta rejected an account; `element` is its index in what was sent. */
function explainRejection(
  { resourceId, sent }: Extract<Call, { kind: "put" }>,
  response: FinalResponse,
  facts: ConnectionFacts,
  element: number | undefined,
): Message {
  const { status } = response;
  const account = element === undefined ? undefined : sent[element];
  const which =
    account === undefined
      ? msg`the account that its response names`
      : msg`${quoteExternal(account.uniqueId, "uniqueId")}`;
  return msg`Vanta rejected the roster for resource ${quote(resourceId)} (${status}); nothing changed. Fix ${which} and run again.${describeAttempts(response)}${quoteResponse(status, parseErrorBody(response), facts)}`;
}

/** Explains why there was no response. */
export function explainNoResponse(call: Call, error: HttpError, facts: ConnectionFacts): Message {
  return msg`${describeFailure(call, error)}: ${explainReason(error, facts)}${describeAttempts(error)}`;
}

/** Explains why a list response cannot be used. */
export function explainFlaw(
  call: Call,
  found: ListFlaw,
  response: HttpResponse,
  { apiUrl }: ConnectionFacts,
): Message {
  return msg`${describeFailure(call)}: ${describeFlaw(found, parseErrorBody(response).form, apiUrl)} It is not treated as an empty list.`;
}

function describeFlaw(found: ListFlaw, form: ErrorBody["form"], apiUrl: string): Message {
  switch (found.flaw) {
    case "not-json":
      return msg`the response is not JSON${form === "html" ? " but an HTML page" : ""}. Check that api-url (${apiUrl}) is Vanta's, and that no proxy or firewall responds in its place.`;
    case "no-list":
      return msg`the response has no list "resources". Vanta's API may have changed: look for a newer version of this action.`;
    case "no-unique-id":
      return msg`row ${found.index + 1} of the response has no uniqueId. Vanta's API may have changed: look for a newer version of this action.`;
    case "too-deep":
      return msg`row ${found.index + 1} of the response is nested too deep. Vanta's API may have changed: look for a newer version of this action.`;
    case "more-pages":
      return msg`the response announces more pages, or more rows than it contains. This version cannot read them, and accounts on them would look as if they had left. Look for a newer version of this action.`;
  }
}

/** Explains a 2xx of the token endpoint without a token. It is not quoted: it may be secret. */
export function explainNoToken(response: HttpResponse, facts: ConnectionFacts): Message {
  const form =
    parseErrorBody(response).form === "html"
      ? "an HTML page"
      : "a response without a usable access_token";
  return msg`${describeFailure({ kind: "token" })}: ${facts.apiUrl} returned ${form}. Check that api-url is Vanta's, and that no proxy or firewall responds in its place.`;
}

/** Explains a 2xx to a PUT that is not `success: true`. */
export function explainUnconfirmed(
  call: Call,
  confirmed: "no" | "unclear",
  response: HttpResponse,
  facts: ConnectionFacts,
): Message {
  const { status } = response;
  const words = quoteResponse(status, parseErrorBody(response), facts);
  return confirmed === "no"
    ? msg`${describeFailure(call)}: it responded ${status} with success: false, or with rejected accounts.${words}`
    : msg`${describeFailure(call, { unsettled: true })}: it responded ${status} without success: true.${words}`;
}

/** Explains a PUT that was under way, or might be in effect, when the run was cancelled. */
export function explainUnanswered(call: Call): Message {
  return msg`${describeFailure(call, { unsettled: true })}: the run ended before it responded.`;
}

/** What failed. A PUT whose effect is unknown is not called a failure: the read-back decides. */
function describeFailure(
  call: Call,
  { unsettled }: Pick<FinalResponse, "unsettled"> = { unsettled: false },
): Message {
  if (call.kind === "token") return msg`Vanta returned no access token`;
  const resource = quote(call.resourceId);
  if (call.kind === "list")
    return msg`The accounts of resource ${resource} could not be read from Vanta`;
  return unsettled
    ? msg`Vanta did not confirm the accounts of resource ${resource}`
    : msg`Vanta did not accept the accounts of resource ${resource}`;
}

function describeAttempts({ attempts }: { readonly attempts: number }): string {
  return attempts > 1 ? ` (${attempts} attempts.)` : "";
}

function quoteResponse(
  status: number,
  { form, words }: ErrorBody,
  { scrub }: ConnectionFacts,
): Message {
  if (form === "nothing") return [];
  if (form === "html") return msg` The response (${status}) was an HTML page.`;
  // Secrets are removed before the text is shortened, which could leave a part of one.
  return msg` Vanta's response: ${reply(shorten(scrub(words).replace(/\s+/g, " "), QUOTE_LIMIT))}.`;
}

function isRedirect(status: number): boolean {
  return status >= 300 && status < 400;
}

function explainRedirect({ status, headers }: HttpResponse, { apiUrl }: ConnectionFacts): Message {
  const advice =
    "Set api-url to https://api.vanta.com (for tenants in the US, the EU and Australia) or https://api.vanta-gov.com (Vanta Gov), and check for a proxy on the way.";
  const host = redirectHost(headers.location, apiUrl);
  const to = host === undefined ? msg`to another address` : msg`to ${quoteExternal(host)}`;
  return msg`${apiUrl} redirects ${to} (${status}). Redirects are not followed. ${advice}`;
}

function redirectHost(location: string | undefined, apiUrl: string): string | undefined {
  return location === undefined ? undefined : parseUrl(location, apiUrl)?.host;
}

function explainStatus(
  call: Call,
  status: number,
  body: ErrorBody,
  facts: ConnectionFacts,
): Message {
  if (status === 429) return explainTooMany(call);
  if (status === 408 || status >= 500) {
    return msg`Vanta or a proxy in front of it returned ${status}. Run the workflow again later, and see https://status.vanta.com.`;
  }
  if (status === 407)
    return msg`the proxy requires credentials (407). Add them to https_proxy, or add Vanta's host to no_proxy.`;
  return call.kind === "token"
    ? explainTokenStatus(status, body, facts)
    : explainResourceStatus(call, status, body, facts);
}

function explainTooMany({ kind }: Call): Message {
  const limit =
    kind === "token"
      ? "Vanta allows an application 5 tokens per minute, over everything that uses it"
      : "Vanta allows an application about 20 of these requests per minute, over everything that uses it";
  return msg`too many requests (429). ${limit}. Give this workflow its own Vanta application and a \`concurrency:\` group, and run it less often.`;
}

function explainTokenStatus(status: number, body: ErrorBody, facts: ConnectionFacts): Message {
  const developerConsole = consoleOf(facts);
  if (body.words.includes("invalid_scope")) {
    return msg`the application may not have the scope "${facts.scope}" (invalid_scope). In Vanta's Developer Console (${developerConsole}) open the application; it must be of the type "Build Integrations", whose scopes are ${scopesOf(facts)}.`;
  }
  if (status === 401 || body.words.includes("invalid_client")) {
    return msg`Vanta rejected client-id and client-secret (${status}). Check that both are of the same application in Vanta's Developer Console (${developerConsole}) and were copied in full, and that the secret was not regenerated. Vanta Gov has its own credentials, and needs api-url https://api.vanta-gov.com.`;
  }
  if (status === 404) return explainWrongUrl(facts);
  if (status === 403) return body.form === "html" ? explainFirewall() : explainForbidden(facts);
  return msg`${facts.apiUrl} refused the request (${status}).`;
}

function explainResourceStatus(
  call: Call,
  status: number,
  body: ErrorBody,
  facts: ConnectionFacts,
): Message {
  if (status === 401) {
    return msg`Vanta rejected the access token (401), and a new one too. An application has only one valid token: most likely another run or program requested its own token at the same time. In Vanta's Developer Console (${consoleOf(facts)}), check what else uses this application. Give this workflow its own Vanta application, and a \`concurrency:\` group so that two runs never overlap.`;
  }
  if (status === 403) return body.form === "html" ? explainFirewall() : explainForbidden(facts);
  if (status === 404)
    return body.form === "html" ? explainWrongUrl(facts) : explainUnknownResource(facts);
  if (status === 400 && call.kind === "put") {
    return msg`Vanta rejected an account (400). Fix it and run again.`;
  }
  if (status === 413 && call.kind === "put")
    return msg`Vanta or a proxy in front of it does not accept a request of this size (413).`;
  return msg`${facts.apiUrl} refused the request (${status}).`;
}

function explainFirewall(): Message {
  return msg`something in front of Vanta's API, such as a firewall or a content delivery network, refused the request (403). Check the proxy of a self-hosted runner, and whether Vanta limits access to certain addresses.`;
}

function explainForbidden(facts: ConnectionFacts): Message {
  return msg`this application is not allowed to do this (403). In Vanta's Developer Console (${consoleOf(facts)}), check that it is of the type "Build Integrations", whose scopes are ${scopesOf(facts)}, and that the resource is one of this application.`;
}

function explainUnknownResource(facts: ConnectionFacts): Message {
  return msg`this application has no such resource (404). In Vanta's Developer Console (${consoleOf(facts)}), open the application, tab Resources: create a resource of the base type UserAccount if there is none, and copy its Resource ID to resource-id, or to resourceId in the roster.`;
}

function explainWrongUrl({ apiUrl }: ConnectionFacts): Message {
  return msg`there is no Vanta API at ${apiUrl} (404). Set api-url to https://api.vanta.com, or to https://api.vanta-gov.com for Vanta Gov.`;
}

function consoleOf({ apiUrl }: ConnectionFacts): string {
  const gov = new URL(apiUrl).hostname.endsWith("vanta-gov.com");
  return `https://app.${gov ? "vanta-gov" : "vanta"}.com/settings/developer-console`;
}

function scopesOf({ scope }: ConnectionFacts): string {
  return scope.split(" ").join(" and ");
}

function explainReason({ reason, cause }: HttpError, facts: ConnectionFacts): Message {
  switch (reason) {
    case "timeout":
      return msg`no complete response from ${facts.apiUrl} within ${facts.timeoutSeconds} seconds. If Vanta needs longer for this many accounts, raise request-timeout-seconds.`;
    case "cut":
      return msg`the connection to ${facts.apiUrl} was cut in the middle of the response. Run the workflow again; if it happens again, check proxies and firewalls on the way.`;
    case "too-large":
      return msg`the response of ${facts.apiUrl} is larger than this action reads (256 MiB).`;
    case "proxy":
      return msg`${String(cause)} is not an http or https URL, so nothing was sent. Write one, such as http://proxy.example.com:3128, or remove the variable.`;
    case "cancelled":
      return msg`the run was cancelled.`;
    case "network":
      return explainNetwork(cause, facts);
  }
}

function explainNetwork(cause: unknown, { apiUrl }: ConnectionFacts): Message {
  const code = systemCode(cause) ?? "network error";
  const proxy = /tunneling socket could not be established, (?:statusCode=(\d{3})|cause=)/.exec(
    String(cause),
  );
  if (proxy !== null) return explainProxy(proxy[1], apiUrl);
  switch (code) {
    case "ECONNREFUSED":
      return msg`no server accepts connections at ${apiUrl} (${code}). Check api-url, and the firewall of a self-hosted runner.`;
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return msg`the name of ${apiUrl} could not be resolved (${code}). Check api-url, and the DNS of a self-hosted runner.`;
  }
  if (isTls(code)) {
    return msg`the TLS certificate of ${apiUrl} is not trusted (${code}). If your proxy inspects TLS, pass its certificate to Node.js with NODE_EXTRA_CA_CERTS.`;
  }
  return msg`the connection to ${apiUrl} failed before a response (${code}). Run the workflow again; if it happens again, check proxies and firewalls on the way.`;
}

function explainProxy(status: string | undefined, apiUrl: string): Message {
  const failure =
    status === undefined ? "cannot be reached" : `refuses to connect to ${apiUrl} (${status})`;
  return msg`the proxy in https_proxy or http_proxy ${failure}. Allow Vanta's host on it, or add that host to no_proxy.`;
}

function isTls(code: string): boolean {
  return /CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO_|^EPROTO$/.test(code);
}
