// A request to Vanta that failed, told for the person who has to mend it: what happened, the likely cause, where to look.
// Vanta's own words come last, as a reply, with every secret taken out.

import { systemCode } from "../model/errors.js";
import { shorten } from "../model/format.js";
import { type Message, msg, quote, quoteExternal, reply } from "../model/message.js";
import type { HttpResponse } from "./http.js";
import type { FinalResponse, HttpError } from "./retry.js";
import { type ErrorBody, type ListFlaw, parseErrorBody } from "./wire.js";

/** Which request it was. */
export type Call =
  | { readonly kind: "token" }
  | { readonly kind: "list"; readonly resourceId: string }
  | {
      readonly kind: "put";
      readonly resourceId: string;
      /** What is sent, in order: a response may name an element by its index. */
      readonly sent: readonly { readonly uniqueId: string }[];
    };

/** What the explanations need to know of the connection. */
export interface ConnectionFacts {
  /** An origin. */
  readonly apiUrl: string;
  /** The scopes asked for, with spaces between. */
  readonly scope: string;
  readonly timeoutSeconds: number;
  /** Takes secrets out of another's words. */
  readonly scrub: (words: string) => string;
}

/** The longest piece of an answer that is repeated, in UTF-16 units. */
const WORDS_LIMIT = 300;

/** Explains an answer that is no success: a redirect or a refusal. */
export function explainResponse(
  call: Call,
  answer: FinalResponse,
  facts: ConnectionFacts,
): Message {
  const refusal = parseErrorBody(answer);
  const cause = isRedirect(answer.status)
    ? explainRedirect(answer, facts)
    : explainStatus(call, answer.status, refusal, facts);
  return msg`${subject(call, answer)}: ${cause}${tries(answer)}${lastWords(answer.status, refusal, facts)}`;
}

/** Explains why there was no answer. */
export function explainNoResponse(call: Call, error: HttpError, facts: ConnectionFacts): Message {
  return msg`${subject(call, error)}: ${explainMissing(error, facts)}${tries(error)}`;
}

/** Explains a list that cannot be believed. */
export function explainFlaw(
  call: Call,
  found: ListFlaw,
  answer: HttpResponse,
  { apiUrl }: ConnectionFacts,
): Message {
  return msg`${subject(call)}: ${tellFlaw(found, parseErrorBody(answer).form, apiUrl)} It was not taken for an empty list.`;
}

function tellFlaw(found: ListFlaw, form: ErrorBody["form"], apiUrl: string): Message {
  switch (found.flaw) {
    case "not-json":
      return msg`the answer is not JSON${form === "html" ? " but an HTML page" : ""}. Check that api-url (${apiUrl}) is Vanta's, and that no proxy or firewall answers in its place.`;
    case "no-list":
      return msg`the answer has no list "resources". Vanta's API may have changed: look for a newer version of this action.`;
    case "no-unique-id":
      return msg`row ${found.index + 1} of the answer has no uniqueId. Vanta's API may have changed: look for a newer version of this action.`;
    case "more-pages":
      return msg`the answer announces more pages, or more rows than it holds, which this version cannot read; whoever stands there would look as if they had left. Look for a newer version of this action.`;
  }
}

/** Explains a 2xx from the token endpoint that holds no token; its words are not repeated. */
export function explainNoToken(answer: HttpResponse, facts: ConnectionFacts): Message {
  const form =
    parseErrorBody(answer).form === "html"
      ? "an HTML page"
      : "an answer without a usable access_token";
  return msg`${subject({ kind: "token" })}: ${facts.apiUrl} gave ${form}. Check that api-url is Vanta's, and that no proxy or firewall answers in its place.`;
}

/** Explains a 2xx to a PUT that is not `success: true`. */
export function explainUnconfirmed(
  call: Call,
  said: "no" | "unclear",
  answer: HttpResponse,
  facts: ConnectionFacts,
): Message {
  const { status } = answer;
  const words = lastWords(status, parseErrorBody(answer), facts);
  return said === "no"
    ? msg`${subject(call)}: it answered ${status}, but with success: false, or with accounts that it rejected.${words}`
    : msg`${subject(call, { unsettled: true })}: it answered ${status}, but without success: true.${words}`;
}

/** Explains a PUT that was under way, or might be in effect, when the run was cancelled. */
export function explainCancelledPut(call: Call): Message {
  return msg`${subject(call, { unsettled: true })}: the run was cancelled before it answered.`;
}

/** Whether some attempt may have had an effect, as in {@link HttpResponse}. */
interface Doubt {
  readonly unsettled: boolean;
}

/** Whether an unconfirmed PUT is in effect is for the read-back to say. */
function subject(call: Call, { unsettled }: Doubt = { unsettled: false }): Message {
  if (call.kind === "token") return msg`Vanta gave no access token`;
  const resource = quote(call.resourceId);
  if (call.kind === "list")
    return msg`The accounts of resource ${resource} could not be read from Vanta`;
  return unsettled
    ? msg`Vanta did not confirm the accounts that were sent for resource ${resource}`
    : msg`Vanta did not take the accounts that were sent for resource ${resource}`;
}

function tries({ attempts }: { readonly attempts: number }): string {
  return attempts > 1 ? ` (${attempts} attempts.)` : "";
}

function lastWords(
  status: number,
  { form, words }: ErrorBody,
  { scrub }: ConnectionFacts,
): Message {
  if (form === "nothing") return [];
  if (form === "html") return msg` The answer (${status}) was an HTML page.`;
  // Secrets go before the cut, which could leave half of one.
  return msg` Vanta's words: ${reply(shorten(scrub(words).replace(/\s+/g, " "), WORDS_LIMIT))}.`;
}

function isRedirect(status: number): boolean {
  return status >= 300 && status < 400;
}

function explainRedirect({ status, headers }: HttpResponse, { apiUrl }: ConnectionFacts): Message {
  const advice =
    "Set api-url to https://api.vanta.com (for tenants in the US, the EU and Australia) or https://api.vanta-gov.com (Vanta Gov), and check for a proxy in between.";
  const host = targetHost(headers.location, apiUrl);
  const to = host === undefined ? msg`elsewhere` : msg`to ${quoteExternal(host)}`;
  return msg`${apiUrl} redirects ${to} (${status}). Redirects are not followed, and nothing was sent there. ${advice}`;
}

function targetHost(location: string | undefined, apiUrl: string): string | undefined {
  if (location === undefined) return undefined;
  // Not URL.canParse, which errs on Latin letters in Node.js 20.
  try {
    return new URL(location, apiUrl).host;
  } catch {
    return undefined;
  }
}

function explainStatus(
  call: Call,
  status: number,
  refusal: ErrorBody,
  facts: ConnectionFacts,
): Message {
  if (status === 429) return explainTooMany(call);
  if (status === 408 || status >= 500) {
    return msg`Vanta, or something before it, had trouble (${status}). Run the workflow again later, and see https://status.vanta.com.`;
  }
  if (status === 407)
    return msg`the proxy wants credentials (407). Put them into https_proxy, or add Vanta's host to no_proxy.`;
  return call.kind === "token"
    ? explainTokenStatus(status, refusal, facts)
    : explainResourceStatus(call, status, refusal, facts);
}

function explainTooMany({ kind }: Call): Message {
  const limit =
    kind === "token"
      ? "Vanta gives an application 5 tokens a minute, over everything that uses it"
      : "Vanta answers about 20 of these requests a minute for an application, over everything that uses it";
  return msg`too many requests (429). ${limit}. Give this workflow a Vanta application of its own and a \`concurrency:\` group, and run it less often.`;
}

function explainTokenStatus(status: number, refusal: ErrorBody, facts: ConnectionFacts): Message {
  const developerConsole = consoleOf(facts);
  if (refusal.words.includes("invalid_scope")) {
    return msg`the application may not have the scope "${facts.scope}" (invalid_scope). In Vanta's Developer Console (${developerConsole}) open the application; it must be of the kind "Build Integrations" with ${scopesToTick(facts)} ticked.`;
  }
  if (status === 401 || refusal.words.includes("invalid_client")) {
    return msg`it does not know this client-id and client-secret together (${status}). Check that both come from the same application in Vanta's Developer Console (${developerConsole}), that its secret has not been generated anew since, and that the repository's secrets hold no part too little or too much. Vanta Gov has credentials of its own, and needs api-url https://api.vanta-gov.com.`;
  }
  if (status === 404) return notTheApi(facts);
  if (status === 403) return refusal.form === "html" ? blocked() : wrongApplication(facts);
  return msg`${facts.apiUrl} refused the request (${status}).`;
}

function explainResourceStatus(
  call: Call,
  status: number,
  refusal: ErrorBody,
  facts: ConnectionFacts,
): Message {
  if (status === 401) {
    return msg`the access token is no longer valid (401), and a new one was refused too. A Vanta application has one live token: most likely another run or program fetched a token of its own meanwhile. Give this workflow a Vanta application of its own, and a \`concurrency:\` group so that two runs never overlap.`;
  }
  if (status === 403) return refusal.form === "html" ? blocked() : wrongApplication(facts);
  if (status === 404) return refusal.form === "html" ? notTheApi(facts) : noSuchResource(facts);
  if (status === 413 && call.kind === "put")
    return msg`they are more than it, or a proxy in between, accepts in one request (413).`;
  if (status === 400 && call.kind === "put") {
    return msg`it refused them (400). It takes all accounts or none, and names one problem at a time: mend that account and run again.`;
  }
  return msg`${facts.apiUrl} refused the request (${status}).`;
}

function blocked(): Message {
  return msg`something before Vanta's API, such as a firewall or a content delivery network, refused the request (403). Check the proxy of a self-hosted runner, and whether Vanta limits access to certain addresses.`;
}

function wrongApplication(facts: ConnectionFacts): Message {
  return msg`this application may not do that (403). In Vanta's Developer Console (${consoleOf(facts)}) check that it is of the kind "Build Integrations", that it may use ${scopesToTick(facts)}, and that the resource is one of its own.`;
}

function noSuchResource(facts: ConnectionFacts): Message {
  return msg`Vanta knows no such resource for this application (404). In Vanta's Developer Console (${consoleOf(facts)}) open the application, tab Resources: create a resource of the base type UserAccount if there is none, and copy its Resource ID to resource-id, or to resourceId in the roster.`;
}

function notTheApi({ apiUrl }: ConnectionFacts): Message {
  return msg`there is no Vanta API at ${apiUrl} (404). Set api-url to https://api.vanta.com, or to https://api.vanta-gov.com for Vanta Gov.`;
}

function consoleOf({ apiUrl }: ConnectionFacts): string {
  const gov = new URL(apiUrl).hostname.endsWith("vanta-gov.com");
  return `https://app.${gov ? "vanta-gov" : "vanta"}.com/settings/developer-console`;
}

function scopesToTick({ scope }: ConnectionFacts): string {
  return scope.split(" ").join(" and ");
}

function explainMissing({ reason, cause }: HttpError, facts: ConnectionFacts): Message {
  switch (reason) {
    case "timeout":
      return msg`no whole answer from ${facts.apiUrl} within ${facts.timeoutSeconds} seconds. If Vanta needs longer for so many accounts, raise request-timeout-seconds.`;
    case "cut":
      return msg`the connection to ${facts.apiUrl} was cut in the middle of the answer. Run the workflow again; if it goes on, look at proxies and firewalls in between.`;
    case "too-large":
      return msg`the answer of ${facts.apiUrl} is larger than this action reads (256 MiB).`;
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
    case "ERR_INVALID_URL":
      return msg`the address of the proxy in https_proxy or http_proxy is not a URL.`;
    case "ECONNREFUSED":
      return msg`nobody accepts connections at ${apiUrl} (${code}). Check api-url, and the firewall of a self-hosted runner.`;
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return msg`the name of ${apiUrl} could not be resolved (${code}). Check api-url, and the DNS of a self-hosted runner.`;
  }
  if (isTls(code)) {
    return msg`there is no trustworthy TLS connection to ${apiUrl} (${code}). If a proxy of yours inspects TLS, give its certificate to Node.js by NODE_EXTRA_CA_CERTS.`;
  }
  return msg`the connection to ${apiUrl} failed before an answer (${code}). Run the workflow again; if it goes on, look at proxies and firewalls in between.`;
}

function explainProxy(status: string | undefined, apiUrl: string): Message {
  const failure =
    status === undefined ? "cannot be reached" : `refuses to connect to ${apiUrl} (${status})`;
  return msg`the proxy that https_proxy or http_proxy names ${failure}. Let it pass Vanta's host, or add that host to no_proxy.`;
}

function isTls(code: string): boolean {
  return /CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO_|^EPROTO$/.test(code);
}
