export const id = 205;
export const ids = [205];
export const modules = {

/***/ 8869:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ jsonInParts)
/* harmony export */ });
/** How many accounts are in a part. */
const ACCOUNTS = 100;
/**
 * The text of `JSON.stringify({ ...head, resources }, null, indent)` in parts, and a line feed where
 * it is indented. The head must have a member.
 */
function* jsonInParts(head, resources, { indent, select = (account) => account }) {
    const [line, margin, space] = indent === 0 ? ["", "", ""] : ["\n", "\n  ", " "];
    const open = `${margin}"resources":${space}[`;
    const close = `${resources.length === 0 ? "" : margin}]${line}}`;
    const others = JSON.stringify(head, null, indent).slice(0, -1 - line.length);
    yield `${others},${open}`;
    for (let from = 0; from < resources.length; from += ACCOUNTS) {
        const part = resources.slice(from, from + ACCOUNTS).map(select);
        // In an object, so that it is indented as deep as it will be.
        const inner = JSON.stringify({ resources: part }, null, indent).slice(1 + open.length, -close.length);
        yield from === 0 ? inner : `,${inner}`;
    }
    yield `${close}${line}`;
}


/***/ }),

/***/ 594:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ invalidProxyVariable)
/* harmony export */ });
/* harmony import */ var _url_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6895);
// The proxy variables of the environment. http-client ignores one that is not a URL, and would then
// send the request past the proxy.

/**
 * The name of the variable that applies to this URL but is not an http or https URL; undefined
 * where there is none. Its value may have a password, so no message quotes it.
 */
function invalidProxyVariable(url, env = process.env) {
    const scheme = new URL(url).protocol === "https:" ? "https_proxy" : "http_proxy";
    const name = [scheme, scheme.toUpperCase()].find((one) => env[one]);
    return name === undefined || isHttpUrl(env[name] ?? "") ? undefined : name;
}
function isHttpUrl(value) {
    return /^https?:\/\/[^/]/i.test(value) && (0,_url_js__WEBPACK_IMPORTED_MODULE_0__/* .parseUrl */ .D)(value) !== undefined;
}


/***/ }),

/***/ 7205:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  connectReader: () => (/* binding */ connectReader),
  connectWriter: () => (/* binding */ connectWriter)
});

// EXTERNAL MODULE: ./build/model/json-parts.js
var json_parts = __webpack_require__(8869);
// EXTERNAL MODULE: ./build/model/ports.js
var ports = __webpack_require__(1954);
// EXTERNAL MODULE: ./build/model/version.js
var version = __webpack_require__(178);
// EXTERNAL MODULE: ./build/model/errors.js
var errors = __webpack_require__(2011);
// EXTERNAL MODULE: ./build/model/format.js
var format = __webpack_require__(2359);
// EXTERNAL MODULE: ./build/model/message.js
var message = __webpack_require__(497);
// EXTERNAL MODULE: ./build/model/url.js
var url = __webpack_require__(6895);
// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js + 5 modules
var schemas = __webpack_require__(8395);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/api.js + 1 modules
var api = __webpack_require__(3305);
// EXTERNAL MODULE: ./build/model/utf8.js
var utf8 = __webpack_require__(8183);
;// CONCATENATED MODULE: ./build/vanta/paging.js
// Names in lower case, without `_` and `-`. An `endCursor` is no sign: the last page has one too.
const MORE = /^(?:hasnext(?:page)?|hasmore(?:pages|results|items)?|more(?:available|results|pages)?|(?:is)?(?:truncated|partial|incomplete)|incompleteresults)$/;
const NEXT = /^(?:next(?:page)?(?:cursor|link|url|uri|href|token|offset|number)?|(?:next)?continuation(?:token)?|odatanextlink)$/;
/** Says of the last page that it is the last. */
const LAST = /^(?:is)?last(?:page)?$/;
const REMAINING = /^remaining(?:pages|items|results|rows|records)?$/;
const PAGES = /^(?:pages|(?:total|num(?:berof)?)pages|pagecount|lastpage|pagetotal)$/;
const TOTAL = /^(?:count|totals?|total(?:count|items|results|rows|records|elements|entries|resources|accounts|size|hits)|(?:item|result|row|record)count)$/;
/** Whether the body, anywhere but in its rows, or a header announces more than these `rows`. */
function announcesMore(body, headers, rows) {
    return headersAnnounceMore(headers, rows) || bodyAnnouncesMore(body, rows);
}
function headersAnnounceMore(headers, rows) {
    const link = [headers["link"] ?? ""].flat().join(", ");
    if (/;\s*rel\s*=\s*"?(?:[^";,]*\s)?next\b/i.test(link))
        return true;
    const total = /\/\s*(\d+|\*)\s*$/.exec(headers["content-range"] ?? "")?.[1];
    if (total !== undefined && (total === "*" || Number(total) > rows))
        return true;
    return Object.entries(headers).some(([name, value]) => {
        const sign = /^x-(.+)$/.exec(name)?.[1];
        return sign !== undefined && isSign(sign, [value ?? ""].flat().join(""), rows);
    });
}
function bodyAnnouncesMore(body, rows) {
    // Not recursive: a response may be nested deeper than the stack.
    const rest = isObject(body) ? [{ ...body, resources: undefined }] : [];
    for (let value = rest.pop(); value !== undefined; value = rest.pop()) {
        if (objectAnnouncesMore(value, rows))
            return true;
        for (const inner of Object.values(value).filter(isObject))
            rest.push(inner);
    }
    return false;
}
/** Whether the object itself, not what is in it, announces more. */
function objectAnnouncesMore(value, rows) {
    if (Array.isArray(value))
        return value.some(isNextLink);
    return Object.entries(value).some(([name, inner]) => isSign(name, inner, rows));
}
/** Whether a value of this name, as a boolean, a number or text, announces more. */
function isSign(name, value, rows) {
    const plain = name.replace(/[-_.@]/g, "").toLowerCase();
    if (isObject(value)) {
        // A count by something else, such as `{ ACTIVE: 2 }`, is no sign.
        const isCount = PAGES.test(plain) || TOTAL.test(plain);
        return Object.entries(value).some(([key, inner]) => (!isCount || key === "value") && isSignIn(plain, inner, rows));
    }
    return isSignIn(plain, value, rows);
}
/** The same for a value that is no collection; `plain` is the name in its plain form. */
function isSignIn(plain, value, rows) {
    if (isObject(value))
        return false;
    if (MORE.test(plain))
        return isSet(value) && toText(value) !== "0";
    // The next page may well have the number 0.
    if (NEXT.test(plain))
        return isSet(value);
    if (LAST.test(plain) && toText(value) === "false")
        return true;
    const [isPages, isTotal] = [PAGES.test(plain), TOTAL.test(plain)];
    if (!isPages && !isTotal && !REMAINING.test(plain))
        return false;
    const number = toNumber(toText(value));
    if (isPages)
        return number > 1;
    return number > (isTotal ? rows : 0);
}
/** The number in a text, with separators or from several headers: the largest; else 0. */
function toNumber(text) {
    const numbers = text.split(/[,;]\s+/).map((part) => Number(part.replace(/[,_ ]/g, "")));
    return Math.max(0, ...numbers.filter((number) => !Number.isNaN(number)));
}
function isSet(value) {
    return !["", "false", "null", "none", "no"].includes(toText(value));
}
function toText(value) {
    return isObject(value)
        ? ""
        : String(value ?? "")
            .trim()
            .toLowerCase();
}
function isNextLink(item) {
    return isObject(item) && "rel" in item && item.rel === "next";
}
function isObject(value) {
    return typeof value === "object" && value !== null;
}

;// CONCATENATED MODULE: ./build/vanta/wire.js
// Parses Vanta's responses. Sources: Vanta's API reference (PUT and GET user_account, client
// credentials; https://developer.vanta.com/reference), and public reports of real responses.




const tokenSchema = schemas/* looseObject */._H3({
    // The characters that an HTTP header may have.
    access_token: schemas/* string */.YjP().check(api/* _regex */.Fk(/^[\x21-\x7e]+$/)),
});
/** The token in a response of the token endpoint; undefined if there is none. */
function parseToken(body) {
    return tokenSchema.safeParse(parseJson(body)).data?.access_token;
}
// There may be 100,000 rows, so they are checked without a schema for each.
const listSchema = schemas/* object */.Ikc({ resources: schemas/* custom */.IeY(Array.isArray) });
function isRow(row) {
    return (typeof row === "object" &&
        row !== null &&
        "uniqueId" in row &&
        typeof row.uniqueId === "string" &&
        row.uniqueId !== "");
}
/**
 * Parses the response to a list request. One that may be incomplete is a flaw: accounts that it
 * lacks would count as removed.
 */
function parseList({ status, headers, body, }) {
    const value = parseJson(body);
    if (value === undefined)
        return { flaw: "not-json" };
    const rows = listSchema.safeParse(value).data?.resources;
    if (rows === undefined)
        return { flaw: "no-list" };
    if (!rows.every(isRow)) {
        return { flaw: "no-unique-id", index: rows.findIndex((row) => !isRow(row)) };
    }
    if (status === 206 || announcesMore(value, headers, rows.length))
        return { flaw: "more-pages" };
    const index = rows.findIndex((row) => isDeeper(row, MAX_DEPTH));
    return index === -1 ? { rows } : { flaw: "too-deep", index };
}
/** How deep a row may be nested. Vanta's have two levels; what works on rows is recursive. */
const MAX_DEPTH = 50;
/** Whether there are objects or lists on more levels than these. */
function isDeeper(value, levels) {
    if (levels < 0)
        return true;
    return Object.values(value).some((inner) => wire_isObject(inner) && isDeeper(inner, levels - 1));
}
function wire_isObject(value) {
    return typeof value === "object" && value !== null;
}
/** The same schema, but what it does not fit counts as missing, and the rest is still read. */
function ifRight(schema) {
    return schemas/* catch */.MfU(schemas/* optional */.lqM(schema), undefined);
}
const replaceSchema = schemas/* looseObject */._H3({
    success: schemas/* optional */.lqM(schemas/* unknown */.L5J()),
    results: ifRight(schemas/* looseObject */._H3({ rejected: schemas/* optional */.lqM(schemas/* unknown */.L5J()) })),
});
/** Whether the 2xx response to a PUT confirms it. */
function parseReplaceResponse(body) {
    const { data } = replaceSchema.safeParse(parseJson(body));
    if (data === undefined)
        return "unclear";
    if (data.success === false || isAboveZero(data.results?.rejected))
        return "no";
    return data.success === true ? "yes" : "unclear";
}
/** Whether a count is above 0, or a list is not empty. */
function isAboveZero(count) {
    return Array.isArray(count) ? count.length > 0 : Number(count ?? 0) > 0;
}
/** The value of a JSON text in UTF-8; undefined if it is not one. */
function parseJson(body) {
    // A byte that is not UTF-8 would become U+FFFD, and could be sent back in a row.
    if (!(0,external_node_buffer_.isUtf8)(body))
        return undefined;
    try {
        return JSON.parse((0,utf8/* decodeUtf8 */._)(body));
    }
    catch {
        return undefined;
    }
}
/** How much of an error response is read, in bytes. A useful error text is not longer. */
const ERROR_BYTES = 64 * 1024;
const errorSchema = schemas/* looseObject */._H3({
    error: ifRight(schemas/* union */.KCZ([
        schemas/* string */.YjP(),
        schemas/* pipe */.FsL(schemas/* looseObject */._H3({ message: schemas/* string */.YjP() }), schemas/* transform */.pdi(({ message }) => message)),
    ])),
    error_description: ifRight(schemas/* string */.YjP()),
    message: ifRight(schemas/* string */.YjP()),
    errors: ifRight(schemas/* array */.YOg(schemas/* unknown */.L5J())),
});
/** Parses the body of an error response, from Vanta or from a proxy in front of it. */
function parseErrorBody({ headers, body }) {
    const start = body.subarray(0, ERROR_BYTES);
    const text = new TextDecoder().decode(start).trim();
    if (text === "")
        return { form: "nothing", words: "" };
    if (/^text\/html|xml/i.test(headers["content-type"] ?? "") || text.startsWith("<"))
        return { form: "html", words: "" };
    const value = parseJson(start);
    if (typeof value === "string")
        return { form: "json", words: value };
    const { data } = errorSchema.safeParse(value);
    if (data === undefined)
        return { form: "text", words: text };
    const words = [data.error, data.error_description, data.message].filter((part) => part !== undefined);
    return { form: "json", words: words.length > 0 ? words.join(": ") : text };
}
/**
 * The index, among the accounts sent, of the one that an error text of Vanta's names: `/3: \u2026`, or
 * `uniqueId X (element 3)`. Undefined if it names none.
 */
function parseElement(words, sent) {
    const pointer = /^\s*(?:body)?\/(?:resources\/)?(\d+)(?![\w.-])/.exec(words)?.[1];
    // A uniqueId may itself contain "(element 1)". An index counts first if the account at this index
    // has the uniqueId before it.
    const mentioned = [...words.matchAll(/\(element (\d+)\)/g)].map(([, index]) => Number(index));
    const certain = mentioned.find((index) => words.includes(`uniqueId ${sent[index]?.uniqueId} (element ${index})`));
    const element = pointer === undefined ? (certain ?? mentioned[0]) : Number(pointer);
    return element !== undefined && element < sent.length ? element : undefined;
}

;// CONCATENATED MODULE: ./build/vanta/error-messages.js
// Explains a failed request to Vanta to the user: what happened, the likely cause, what to check.
// Vanta's own error text comes last, as a reply, without secrets.





/** How much of a response is quoted, in UTF-16 units. */
const QUOTE_LIMIT = 300;
/**
 * Explains a response that is not a 2xx: a redirect or an error. `element`: the index, in what was
 * sent, of the account that it names.
 */
function explainResponse(call, response, facts, element) {
    const body = parseErrorBody(response);
    const isRejection = response.status === 400 || response.status === 422;
    if (call.kind === "put" && isRejection && !response.unsettled) {
        return explainRejection(call, response, facts, element);
    }
    const cause = isRedirect(response.status)
        ? explainRedirect(response, facts)
        : explainStatus(call, response.status, body, facts);
    return (0,message/* msg */.ab) `${describeFailure(call, response)}: ${cause}${describeAttempts(response)}${quoteResponse(response.status, body, facts)}`;
}
/** Explains that Vanta rejected an account; `element` is its index in what was sent. */
function explainRejection({ resourceId, sent }, response, facts, element) {
    const { status } = response;
    const account = element === undefined ? undefined : sent[element];
    const which = account === undefined
        ? (0,message/* msg */.ab) `the account that its response names`
        : (0,message/* msg */.ab) `${(0,message/* quoteExternal */.Qp)(account.uniqueId, "uniqueId")}`;
    return (0,message/* msg */.ab) `Vanta rejected the roster for resource ${(0,message/* quote */.hD)(resourceId)} (${status}); nothing changed. Fix ${which} and run again.${describeAttempts(response)}${quoteResponse(status, parseErrorBody(response), facts)}`;
}
/** Explains why there was no response. */
function explainNoResponse(call, error, facts) {
    return (0,message/* msg */.ab) `${describeFailure(call, error)}: ${explainReason(error, facts)}${describeAttempts(error)}`;
}
/** Explains why a list response cannot be used. */
function explainFlaw(call, found, response, { apiUrl }) {
    return (0,message/* msg */.ab) `${describeFailure(call)}: ${describeFlaw(found, parseErrorBody(response).form, apiUrl)} It is not treated as an empty list.`;
}
function describeFlaw(found, form, apiUrl) {
    switch (found.flaw) {
        case "not-json":
            return (0,message/* msg */.ab) `the response is not JSON${form === "html" ? " but an HTML page" : ""}. Check that api-url (${apiUrl}) is Vanta's, and that no proxy or firewall responds in its place.`;
        case "no-list":
            return (0,message/* msg */.ab) `the response has no list "resources". Vanta's API may have changed: look for a newer version of this action.`;
        case "no-unique-id":
            return (0,message/* msg */.ab) `row ${found.index + 1} of the response has no uniqueId. Vanta's API may have changed: look for a newer version of this action.`;
        case "too-deep":
            return (0,message/* msg */.ab) `row ${found.index + 1} of the response is nested too deep. Vanta's API may have changed: look for a newer version of this action.`;
        case "more-pages":
            return (0,message/* msg */.ab) `the response announces more pages, or more rows than it contains. This version cannot read them, and accounts on them would look as if they had left. Look for a newer version of this action.`;
    }
}
/** Explains a 2xx of the token endpoint without a token. It is not quoted: it may be secret. */
function explainNoToken(response, facts) {
    const form = parseErrorBody(response).form === "html"
        ? "an HTML page"
        : "a response without a usable access_token";
    return (0,message/* msg */.ab) `${describeFailure({ kind: "token" })}: ${facts.apiUrl} returned ${form}. Check that api-url is Vanta's, and that no proxy or firewall responds in its place.`;
}
/** Explains a 2xx to a PUT that is not `success: true`. */
function explainUnconfirmed(call, confirmed, response, facts) {
    const { status } = response;
    const words = quoteResponse(status, parseErrorBody(response), facts);
    return confirmed === "no"
        ? (0,message/* msg */.ab) `${describeFailure(call)}: it responded ${status} with success: false, or with rejected accounts.${words}`
        : (0,message/* msg */.ab) `${describeFailure(call, { unsettled: true })}: it responded ${status} without success: true.${words}`;
}
/** Explains a PUT that was under way, or might be in effect, when the run was cancelled. */
function explainUnanswered(call) {
    return (0,message/* msg */.ab) `${describeFailure(call, { unsettled: true })}: the run ended before it responded.`;
}
/** What failed. A PUT whose effect is unknown is not called a failure: the read-back decides. */
function describeFailure(call, { unsettled } = { unsettled: false }) {
    if (call.kind === "token")
        return (0,message/* msg */.ab) `Vanta returned no access token`;
    const resource = (0,message/* quote */.hD)(call.resourceId);
    if (call.kind === "list")
        return (0,message/* msg */.ab) `The accounts of resource ${resource} could not be read from Vanta`;
    return unsettled
        ? (0,message/* msg */.ab) `Vanta did not confirm the accounts of resource ${resource}`
        : (0,message/* msg */.ab) `Vanta did not accept the accounts of resource ${resource}`;
}
function describeAttempts({ attempts }) {
    return attempts > 1 ? ` (${attempts} attempts.)` : "";
}
function quoteResponse(status, { form, words }, { scrub }) {
    if (form === "nothing")
        return [];
    if (form === "html")
        return (0,message/* msg */.ab) ` The response (${status}) was an HTML page.`;
    // Secrets are removed before the text is shortened, which could leave a part of one.
    return (0,message/* msg */.ab) ` Vanta's response: ${(0,message/* reply */.Tm)((0,format/* shorten */.ml)(scrub(words).replace(/\s+/g, " "), QUOTE_LIMIT))}.`;
}
function isRedirect(status) {
    return status >= 300 && status < 400;
}
function explainRedirect({ status, headers }, { apiUrl }) {
    const advice = "Set api-url to https://api.vanta.com (for tenants in the US, the EU and Australia) or https://api.vanta-gov.com (Vanta Gov), and check for a proxy on the way.";
    const host = redirectHost(headers.location, apiUrl);
    const to = host === undefined ? (0,message/* msg */.ab) `to another address` : (0,message/* msg */.ab) `to ${(0,message/* quoteExternal */.Qp)(host)}`;
    return (0,message/* msg */.ab) `${apiUrl} redirects ${to} (${status}). Redirects are not followed. ${advice}`;
}
function redirectHost(location, apiUrl) {
    return location === undefined ? undefined : (0,url/* parseUrl */.D)(location, apiUrl)?.host;
}
function explainStatus(call, status, body, facts) {
    if (status === 429)
        return explainTooMany(call);
    if (status === 408 || status >= 500) {
        return (0,message/* msg */.ab) `Vanta or a proxy in front of it returned ${status}. Run the workflow again later, and see https://status.vanta.com.`;
    }
    if (status === 407)
        return (0,message/* msg */.ab) `the proxy requires credentials (407). Add them to https_proxy, or add Vanta's host to no_proxy.`;
    return call.kind === "token"
        ? explainTokenStatus(status, body, facts)
        : explainResourceStatus(call, status, body, facts);
}
function explainTooMany({ kind }) {
    const limit = kind === "token"
        ? "Vanta allows an application 5 tokens per minute, over everything that uses it"
        : "Vanta allows an application about 20 of these requests per minute, over everything that uses it";
    return (0,message/* msg */.ab) `too many requests (429). ${limit}. Give this workflow its own Vanta application and a \`concurrency:\` group, and run it less often.`;
}
function explainTokenStatus(status, body, facts) {
    const developerConsole = consoleOf(facts);
    if (body.words.includes("invalid_scope")) {
        return (0,message/* msg */.ab) `the application may not have the scope "${facts.scope}" (invalid_scope). In Vanta's Developer Console (${developerConsole}) open the application; it must be of the type "Build Integrations", whose scopes are ${scopesOf(facts)}.`;
    }
    if (status === 401 || body.words.includes("invalid_client")) {
        return (0,message/* msg */.ab) `Vanta rejected client-id and client-secret (${status}). Check that both are of the same application in Vanta's Developer Console (${developerConsole}) and were copied in full, and that the secret was not regenerated. Vanta Gov has its own credentials, and needs api-url https://api.vanta-gov.com.`;
    }
    if (status === 404)
        return explainWrongUrl(facts);
    if (status === 403)
        return body.form === "html" ? explainFirewall() : explainForbidden(facts);
    return (0,message/* msg */.ab) `${facts.apiUrl} refused the request (${status}).`;
}
function explainResourceStatus(call, status, body, facts) {
    if (status === 401) {
        return (0,message/* msg */.ab) `Vanta rejected the access token (401), and a new one too. An application has only one valid token: most likely another run or program requested its own token at the same time. In Vanta's Developer Console (${consoleOf(facts)}), check what else uses this application. Give this workflow its own Vanta application, and a \`concurrency:\` group so that two runs never overlap.`;
    }
    if (status === 403)
        return body.form === "html" ? explainFirewall() : explainForbidden(facts);
    if (status === 404)
        return body.form === "html" ? explainWrongUrl(facts) : explainUnknownResource(facts);
    if (status === 400 && call.kind === "put") {
        return (0,message/* msg */.ab) `Vanta rejected an account (400). Fix it and run again.`;
    }
    if (status === 413 && call.kind === "put")
        return (0,message/* msg */.ab) `Vanta or a proxy in front of it does not accept a request of this size (413).`;
    return (0,message/* msg */.ab) `${facts.apiUrl} refused the request (${status}).`;
}
function explainFirewall() {
    return (0,message/* msg */.ab) `something in front of Vanta's API, such as a firewall or a content delivery network, refused the request (403). Check the proxy of a self-hosted runner, and whether Vanta limits access to certain addresses.`;
}
function explainForbidden(facts) {
    return (0,message/* msg */.ab) `this application is not allowed to do this (403). In Vanta's Developer Console (${consoleOf(facts)}), check that it is of the type "Build Integrations", whose scopes are ${scopesOf(facts)}, and that the resource is one of this application.`;
}
function explainUnknownResource(facts) {
    return (0,message/* msg */.ab) `this application has no such resource (404). In Vanta's Developer Console (${consoleOf(facts)}), open the application, tab Resources: create a resource of the base type UserAccount if there is none, and copy its Resource ID to resource-id, or to resourceId in the roster.`;
}
function explainWrongUrl({ apiUrl }) {
    return (0,message/* msg */.ab) `there is no Vanta API at ${apiUrl} (404). Set api-url to https://api.vanta.com, or to https://api.vanta-gov.com for Vanta Gov.`;
}
function consoleOf({ apiUrl }) {
    const gov = new URL(apiUrl).hostname.endsWith("vanta-gov.com");
    return `https://app.${gov ? "vanta-gov" : "vanta"}.com/settings/developer-console`;
}
function scopesOf({ scope }) {
    return scope.split(" ").join(" and ");
}
function explainReason({ reason, cause }, facts) {
    switch (reason) {
        case "timeout":
            return (0,message/* msg */.ab) `no complete response from ${facts.apiUrl} within ${facts.timeoutSeconds} seconds. If Vanta needs longer for this many accounts, raise request-timeout-seconds.`;
        case "cut":
            return (0,message/* msg */.ab) `the connection to ${facts.apiUrl} was cut in the middle of the response. Run the workflow again; if it happens again, check proxies and firewalls on the way.`;
        case "too-large":
            return (0,message/* msg */.ab) `the response of ${facts.apiUrl} is larger than this action reads (256 MiB).`;
        case "proxy":
            return (0,message/* msg */.ab) `${String(cause)} is not an http or https URL, so nothing was sent. Write one, such as http://proxy.example.com:3128, or remove the variable.`;
        case "cancelled":
            return (0,message/* msg */.ab) `the run was cancelled.`;
        case "network":
            return explainNetwork(cause, facts);
    }
}
function explainNetwork(cause, { apiUrl }) {
    const code = (0,errors/* systemCode */.x)(cause) ?? "network error";
    const proxy = /tunneling socket could not be established, (?:statusCode=(\d{3})|cause=)/.exec(String(cause));
    if (proxy !== null)
        return explainProxy(proxy[1], apiUrl);
    switch (code) {
        case "ECONNREFUSED":
            return (0,message/* msg */.ab) `no server accepts connections at ${apiUrl} (${code}). Check api-url, and the firewall of a self-hosted runner.`;
        case "ENOTFOUND":
        case "EAI_AGAIN":
            return (0,message/* msg */.ab) `the name of ${apiUrl} could not be resolved (${code}). Check api-url, and the DNS of a self-hosted runner.`;
    }
    if (isTls(code)) {
        return (0,message/* msg */.ab) `the TLS certificate of ${apiUrl} is not trusted (${code}). If your proxy inspects TLS, pass its certificate to Node.js with NODE_EXTRA_CA_CERTS.`;
    }
    return (0,message/* msg */.ab) `the connection to ${apiUrl} failed before a response (${code}). Run the workflow again; if it happens again, check proxies and firewalls on the way.`;
}
function explainProxy(status, apiUrl) {
    const failure = status === undefined ? "cannot be reached" : `refuses to connect to ${apiUrl} (${status})`;
    return (0,message/* msg */.ab) `the proxy in https_proxy or http_proxy ${failure}. Allow Vanta's host on it, or add that host to no_proxy.`;
}
function isTls(code) {
    return /CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO_|^EPROTO$/.test(code);
}

// EXTERNAL MODULE: ./build/model/secrets.js
var model_secrets = __webpack_require__(2115);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: ./node_modules/@actions/http-client/lib/index.js + 1 modules
var lib = __webpack_require__(4942);
// EXTERNAL MODULE: ./build/model/proxy.js
var proxy = __webpack_require__(594);
;// CONCATENATED MODULE: ./build/vanta/byte-collector.js
// The bytes of a response, put together as they arrive. To keep the pieces until the last one has
// come would take twice the memory of one whose length is announced.
/** Collects bytes. */
class ByteCollector {
    size = 0;
    #limit;
    #buffer;
    /** `expected`: how many bytes are announced. `limit`: how many come at most. */
    constructor(expected, limit) {
        this.#limit = limit;
        this.#buffer = Buffer.allocUnsafe(Math.min(expected, limit));
    }
    /** All bytes so far. */
    get bytes() {
        return this.#buffer.subarray(0, this.size);
    }
    add(bytes) {
        const size = this.size + bytes.length;
        if (size > this.#buffer.length) {
            const larger = Buffer.allocUnsafe(Math.max(size, Math.min(2 * size, this.#limit)));
            larger.set(this.bytes);
            this.#buffer = larger;
        }
        this.#buffer.set(bytes, this.size);
        this.size = size;
    }
}

;// CONCATENATED MODULE: ./build/vanta/http.js




/** The largest response that is read, in bytes. */
const RESPONSE_LIMIT = 256 * 2 ** 20;
/** A longer timer would fire at once. */
const MAX_TIMER_MS = 2 ** 31 - 1;
/** How much of a large response is read between two lines of progress. */
const PROGRESS_BYTES = 8 * 2 ** 20;
const PROGRESS_MS = 5_000;
/** Makes a client. Proxies come from the environment; every attempt has its own connection. */
function createSendOnce(options) {
    const client = createClient(options);
    const { signal, timeoutSeconds } = options;
    return (request) => {
        const attempt = new AbortController();
        return new Promise((resolve) => {
            const finish = (result) => {
                clearTimeout(timer);
                signal.removeEventListener("abort", cancel);
                resolve(result);
            };
            const abort = (reason) => {
                finish({ reason });
                attempt.abort();
            };
            const cancel = () => abort("cancelled");
            const timer = setTimeout(() => abort("timeout"), Math.min(timeoutSeconds * 1000, MAX_TIMER_MS));
            signal.addEventListener("abort", cancel);
            exchange(client, request, attempt.signal, options).then(finish, (cause) => finish({ reason: "network", cause }));
        });
    };
}
function createClient({ userAgent, timeoutSeconds }) {
    // The client's own timer only notices silence. It must not fire before our deadline.
    const socketTimeout = Math.min(timeoutSeconds * 1000 + 60_000, MAX_TIMER_MS);
    const client = new lib/* HttpClient */.Qq(userAgent, [], {
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
async function exchange(client, request, signal, options) {
    const proxyVariable = (0,proxy/* invalidProxyVariable */.o)(request.url);
    if (proxyVariable !== undefined)
        return { reason: "proxy", cause: proxyVariable };
    // A handler is http-client's only way to the request options, also behind a proxy.
    client.handlers = [
        {
            prepareRequest: (prepared) => {
                prepared.signal = signal;
                // Node.js takes an IPv6 address without its brackets.
                prepared.host = prepared.host?.replace(/^\[(.*)\]$/, "$1");
            },
            canHandleAuthentication: () => false,
            handleAuthentication: () => Promise.reject(new Error("not used")),
        },
    ];
    const { method, url, headers, body: parts } = request;
    const sent = parts === undefined ? null : external_node_stream_.Readable.from(parts);
    const { message } = await client.request(method, url, sent, {
        ...headers,
        // Without a length, the body of a stream is sent in chunks, which not every proxy takes.
        ...(parts !== undefined && { "content-length": sizeOf(parts) }),
    });
    try {
        const body = await readBody(message, options);
        if (body === undefined)
            return { reason: "too-large" };
        // An early answer closes the connection. It cannot confirm a body that was not sent whole.
        const { statusCode: status = 0, headers: received } = message;
        const isEarly = sent !== null && !sent.readableEnded;
        if (isEarly && status < 300)
            return { reason: "cut" };
        return { status, headers: received, body };
    }
    catch (cause) {
        return { reason: "cut", cause };
    }
}
/** Reads to the end; undefined where the response exceeds the limit. Throws where it is cut. */
async function readBody(message, options) {
    const { progress, clock, responseLimit = RESPONSE_LIMIT } = options;
    const body = new ByteCollector(announcedSize(message), responseLimit);
    let reported = { size: 0, time: clock.now().getTime() };
    // Not `for await`: leaving that loop at the limit would wait for the end of the stream.
    const isWhole = await new Promise((resolve, reject) => {
        message.on("data", (chunk) => {
            const size = body.size + chunk.length;
            if (size > responseLimit)
                return resolve(false);
            body.add(chunk);
            const time = clock.now().getTime();
            if (size - reported.size < PROGRESS_BYTES && time - reported.time < PROGRESS_MS)
                return;
            reported = { size, time };
            progress.info(`Reading Vanta's response: ${mebibytes(size)} so far${ofTotal(message)}.`);
        });
        message.on("end", () => resolve(true));
        message.on("error", reject);
    });
    if (isWhole)
        return body.bytes;
    message.destroy();
    return undefined;
}
/** In bytes; 0 where the response does not say it. */
function announcedSize({ headers }) {
    return Number(headers["content-length"]) || 0;
}
function ofTotal(message) {
    const total = announcedSize(message);
    return total > 0 ? ` of ${mebibytes(total)}` : "";
}
/** In bytes. */
function sizeOf(parts) {
    return parts.reduce((sum, { length }) => sum + length, 0);
}
/** A size for people, such as `8.0 MiB`. */
function mebibytes(bytes) {
    return `${(bytes / 2 ** 20).toFixed(1)} MiB`;
}

;// CONCATENATED MODULE: ./build/vanta/retry.js
// Repeats an attempt while that may help, and remembers whether any attempt may have taken effect.



/** How often a request is sent at most. */
const MAX_ATTEMPTS = 5;
/** The longest wait before the next attempt, in milliseconds. */
const MAX_WAIT_MS = 60_000;
/** A request that got no response. Contains neither headers nor body of the request. */
class HttpError extends Error {
    name = "HttpError";
    reason;
    attempts;
    status;
    unsettled;
    constructor({ method, url }, tally, { reason, cause }) {
        const path = url.replace(/\?.*$/s, "");
        super(`${method} ${path}: no answer (${reason}) in ${tally.attempts} attempts`, { cause });
        this.reason = reason;
        this.attempts = tally.attempts;
        this.status = tally.status;
        this.unsettled = tally.unsettled;
    }
}
/** Makes a client that retries. */
function createHttp(options) {
    const sendOnce = createSendOnce(options);
    return {
        async send(request) {
            let tally = { attempts: 0, status: undefined, unsettled: false };
            while (true) {
                if (options.signal.aborted)
                    throw cancelled(request, tally);
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
function count({ attempts, status, unsettled }, result) {
    return {
        attempts: attempts + 1,
        status: isResponse(result) ? result.status : status,
        unsettled: unsettled || !isSettled(result),
    };
}
function conclude(request, result, tally) {
    if (isResponse(result)) {
        return { ...result, attempts: tally.attempts, unsettled: tally.unsettled };
    }
    if (result.reason === "cancelled")
        throw cancelled(request, tally);
    throw new HttpError(request, tally, result);
}
function cancelled(request, tally) {
    const cause = new HttpError(request, tally, { reason: "cancelled" });
    return new ports/* Cancelled */.cJ("the run was cancelled", { cause });
}
function isResponse(result) {
    return "body" in result;
}
/** Whether it is certain what the attempt did: nothing, or what the response says. */
function isSettled(result) {
    if (!isResponse(result))
        return result.reason === "proxy";
    const { status } = result;
    return status < 500 && status !== 408 && !(status >= 300 && status < 400);
}
function isTransient(result) {
    if (isResponse(result))
        return [408, 429].includes(result.status) || result.status >= 500;
    // Node refused to send it, as with a proxy that is not a URL. The next attempt ends the same way.
    if (result.reason === "network")
        return (0,errors/* systemCode */.x)(result.cause)?.startsWith("ERR_INVALID_") !== true;
    return result.reason === "timeout" || result.reason === "cut";
}
async function pause(request, result, tally, { clock, progress, signal }) {
    const ms = waitAfter(tally.attempts, result, clock);
    const what = `${request.method} ${new URL(request.url).pathname}: ${describeResult(result)}`;
    const next = `attempt ${tally.attempts + 1} of ${MAX_ATTEMPTS}`;
    progress.info(`${what}; trying again in ${(ms / 1000).toFixed(1)} s (${next}).`);
    try {
        await clock.sleep(ms, signal);
    }
    catch (error) {
        throw signal.aborted ? cancelled(request, tally) : error;
    }
}
function describeResult(result) {
    if (isResponse(result))
        return `Vanta responded ${result.status}`;
    if (result.reason === "timeout")
        return "no complete response in time";
    if (result.reason === "cut")
        return "the response was cut off";
    return `no connection (${(0,errors/* systemCode */.x)(result.cause) ?? "network error"})`;
}
/**
 * Milliseconds to wait after so many attempts. A Retry-After is kept exactly; our own waits vary by
 * 20%, so that runs that failed together do not come back together.
 */
function waitAfter(attempts, result, clock) {
    const status = isResponse(result) ? result.status : undefined;
    const retryAfter = isResponse(result)
        ? parseRetryAfter(result.headers["retry-after"], clock.now())
        : undefined;
    if (retryAfter !== undefined)
        return Math.min(retryAfter, MAX_WAIT_MS);
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
function parseRetryAfter(value, now) {
    const trimmed = value?.trim() ?? "";
    if (/^\d+$/.test(trimmed))
        return Number(trimmed) * 1000;
    // Date.parse accepts almost anything. All three forms of an HTTP date begin with a weekday.
    if (!/^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? .*\d\d:\d\d:\d\d/.test(trimmed))
        return undefined;
    const ms = Date.parse(trimmed.endsWith("GMT") ? trimmed : `${trimmed} GMT`) - now.getTime();
    return ms > 0 ? ms : undefined;
}

;// CONCATENATED MODULE: ./build/vanta/session.js
// One token for a run, and every call that is made with it. Any response except a 2xx becomes a
// VantaError.







/** Starts a session. Nothing is sent before the first call. */
function openSession(options, scope) {
    const secrets = new Set([options.clientSecret]);
    const facts = {
        apiUrl: options.apiUrl,
        scope,
        timeoutSeconds: options.timeoutSeconds,
        scrub: (words) => (0,model_secrets/* scrub */._)(words, secrets),
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
            const attempted = { unsettled: false, status: undefined };
            try {
                const token = await tokens.current();
                let response = await sendRecorded(call, withToken(request, token), attempted);
                if (response.status === 401 && tokens.canRenew()) {
                    const renewed = await tokens.renew();
                    // Only now: a newer run that starts after this revokes the new token.
                    await beforeRepeat?.();
                    response = await sendRecorded(call, withToken(request, renewed), attempted);
                }
                if (isSuccess(response))
                    return { ...response, unsettled: attempted.unsettled };
                throw refused(call, response, attempted, facts);
            }
            catch (error) {
                throw asCallError(call, error, attempted, facts);
            }
        },
    };
}
/** What is about to be asked, for the log. */
function describeCall(call, { body = [] }) {
    switch (call.kind) {
        case "token":
            return "Asking Vanta for an access token.";
        case "list":
            return `Reading the accounts of resource ${call.resourceId} from Vanta.`;
        case "put": {
            const size = mebibytes(sizeOf(body));
            return `Sending ${(0,format/* pluralize */.td)(call.sent.length, "account")} to Vanta, resource ${call.resourceId} (${size}).`;
        }
    }
}
function createRecordedSend(options) {
    const http = createHttp(options);
    return async (call, request, attempted) => {
        options.progress.info(describeCall(call, request));
        const record = (attempts, status) => {
            if (attempts === 0)
                return;
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
        }
        catch (error) {
            const failure = error instanceof ports/* Cancelled */.cJ ? error.cause : error;
            if (failure instanceof HttpError) {
                attempted.unsettled ||= failure.unsettled;
                record(failure.attempts, failure.status);
            }
            throw error;
        }
    };
}
function createTokenSource(request) {
    // The promise is kept, not the token: a second token would revoke the first, so calls at the same
    // time wait for the same one. A rejected one is kept too, since Vanta gives 5 tokens a minute.
    let token;
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
function withToken(request, token) {
    const headers = { accept: "application/json", authorization: `Bearer ${token}` };
    return {
        ...request,
        headers: request.body === undefined ? headers : { ...headers, ...JSON_BODY },
    };
}
const JSON_BODY = { "content-type": "application/json" };
async function requestToken(send, { apiUrl, clientId, clientSecret }, facts) {
    const call = { kind: "token" };
    const attempted = { unsettled: false, status: undefined };
    const request = {
        method: "POST",
        url: new URL("/oauth/token", apiUrl).href,
        headers: { accept: "application/json", ...JSON_BODY },
        body: [
            Buffer.from(JSON.stringify({
                client_id: clientId,
                client_secret: clientSecret,
                scope: facts.scope,
                grant_type: "client_credentials",
            })),
        ],
    };
    try {
        const response = await send(call, request, attempted);
        if (!isSuccess(response))
            throw refused(call, response, attempted, facts);
        const token = parseToken(response.body);
        if (token !== undefined)
            return token;
        throw new ports/* VantaError */.vd(explainNoToken(response, facts), {
            effect: "none",
            status: response.status,
        });
    }
    catch (error) {
        throw asCallError(call, error, attempted, facts);
    }
}
function isSuccess({ status }) {
    return status >= 200 && status < 300;
}
function refused(call, response, { unsettled }, facts) {
    const { status } = response;
    const namesElement = call.kind === "put" && (status === 400 || status === 422);
    const element = namesElement
        ? parseElement(parseErrorBody(response).words, call.sent)
        : undefined;
    return new ports/* VantaError */.vd(explainResponse(call, { ...response, unsettled }, facts, element), {
        effect: effectOf(call, unsettled),
        status,
        ...(element !== undefined && { element }),
    });
}
function effectOf(call, unsettled) {
    return call.kind === "put" && unsettled ? "unknown" : "none";
}
/**
 * The error for the caller. What the call itself met counts more than what its new token met: a
 * PUT that may have taken effect stays in doubt, whatever became of the token.
 */
function asCallError(call, error, { unsettled, status }, facts) {
    const effect = effectOf(call, unsettled);
    const vantaError = (explanation, known, cause) => new ports/* VantaError */.vd(explanation, {
        effect,
        cause,
        ...(known !== undefined && { status: known }),
    });
    if (error instanceof HttpError) {
        return vantaError(explainNoResponse(call, error, facts), error.status, error);
    }
    if (error instanceof ports/* VantaError */.vd) {
        const isOfToken = error.effect !== effect || error.status !== status;
        return isOfToken && status !== undefined ? vantaError(error.explanation, status, error) : error;
    }
    // Cancelled, or not repeated: an earlier attempt may have taken effect all the same.
    if (error instanceof Error && effect === "unknown") {
        return vantaError(explainUnanswered(call), undefined, error);
    }
    return error;
}

;// CONCATENATED MODULE: ./build/vanta/client.js
// Vanta's API as a run uses it: a reader of accounts, and a writer for runs that may sync.
// Source: https://developer.vanta.com/reference/put-useraccount






const READ_SCOPE = "connectors.self:read-resource";
const WRITE_SCOPE = "connectors.self:write-resource";
/** Connects with the scope to read only. Nothing is sent before the first call. */
function connectReader(options) {
    return { reader: createReader(connect(options, READ_SCOPE), options) };
}
/** Connects with the scopes to write and read. The type parameter is the proof of approval. */
function connectWriter(options) {
    const session = connect(options, `${WRITE_SCOPE} ${READ_SCOPE}`);
    return {
        reader: createReader(session, options),
        writer: {
            replace: (replacement, beforeRepeat) => replace(session, replacement, options, beforeRepeat),
        },
    };
}
function connect(options, scope) {
    return openSession({ ...options, userAgent: `vanta-roster-sync/${version/* VERSION */.x}` }, scope);
}
function accountsUrl({ apiUrl }) {
    return new URL("/v1/resources/user_account", apiUrl).href;
}
function createReader(session, options) {
    return {
        async list(resourceId) {
            const call = { kind: "list", resourceId };
            const url = `${accountsUrl(options)}?resourceId=${encodeURIComponent(resourceId)}`;
            const response = await session.send(call, { method: "GET", url });
            const parsed = parseList(response);
            if ("rows" in parsed)
                return parsed.rows;
            throw new ports/* VantaError */.vd(explainFlaw(call, parsed, response, session.facts), {
                effect: "none",
                status: response.status,
            });
        },
    };
}
async function replace(session, { resourceId, resources }, options, beforeRepeat) {
    const call = { kind: "put", resourceId, sent: resources };
    const texts = (0,json_parts/* jsonInParts */.s)({ resourceId }, resources, { indent: 0 });
    const body = Array.from(texts, (text) => Buffer.from(text));
    const request = { method: "PUT", url: accountsUrl(options), body };
    const response = await session.send(call, request, beforeRepeat);
    const answer = parseReplaceResponse(response.body);
    if (answer === "yes")
        return;
    throw new ports/* VantaError */.vd(explainUnconfirmed(call, answer, response, session.facts), {
        // An earlier attempt that was not answered may still take effect.
        effect: answer === "no" && !response.unsettled ? "denied" : "unknown",
        status: response.status,
    });
}


/***/ })

};
