// What Vanta's answers look like on the wire, and how far they are believed.
// Sources: Vanta's API reference (PUT and GET user_account, client credentials), and what others saw on their tenants.
import { z } from "zod";
import type { Row } from "../model/account.js";
import type { HttpResponse } from "./http.js";

/** How deep a list answer is searched for signs of more pages. */
const PAGING_DEPTH = 4;

const tokenAnswer = z.looseObject({
  // What may stand in an HTTP header.
  access_token: z.string().regex(/^[\x21-\x7e]+$/),
});

/** The token of an answer of the token endpoint, or undefined where there is none. */
export function parseToken(body: Uint8Array): string | undefined {
  return tokenAnswer.safeParse(parseJson(body)).data?.access_token;
}

const rowSchema = z.custom<Row>(
  (row) =>
    typeof row === "object" &&
    row !== null &&
    "uniqueId" in row &&
    typeof row.uniqueId === "string" &&
    row.uniqueId !== "",
);
const listAnswer = z.object({ resources: z.array(rowSchema) });

/** What is wrong with a list. */
export type ListFlaw =
  | { readonly flaw: "not-json" | "no-list" | "more-pages" }
  | { readonly flaw: "no-unique-id"; readonly index: number };

/** Reads the answer to a list request. An answer that may be only a part is a flaw: it would remove people. */
export function parseList({
  status,
  headers,
  body,
}: HttpResponse): { readonly rows: readonly Row[] } | ListFlaw {
  const value = parseJson(body);
  if (value === undefined) return { flaw: "not-json" };
  const { data, error } = listAnswer.safeParse(value);
  if (data === undefined) {
    const [field, index] = error.issues[0]?.path ?? [];
    return field === "resources" && typeof index === "number"
      ? { flaw: "no-unique-id", index }
      : { flaw: "no-list" };
  }
  const partial =
    status === 206 ||
    linksToNext(headers["link"]) ||
    announcesMore(value, data.resources.length, PAGING_DEPTH);
  return partial ? { flaw: "more-pages" } : { rows: data.resources };
}

function linksToNext(link: string | readonly string[] | undefined): boolean {
  return /;\s*rel\s*=\s*"?(?:[^";,]*\s)?next\b/i.test([link ?? ""].flat().join(", "));
}

// Vanta's list has no pages today. Should it get some, nobody can say by which sign, so all the usual ones count, in lower case and
// without `_` or `-`. An `endCursor` is none: the last page has one too.
const MORE =
  /^(?:hasnext(?:page)?|hasmore|(?:is)?(?:truncated|partial|incomplete)|incompleteresults)$/;
const NEXT =
  /^(?:next(?:page)?(?:cursor|link|url|uri|href|token)?|(?:next)?continuation(?:token)?)$/;
const PAGES = /^(?:totalpages|pagecount|lastpage)$/;
const TOTAL =
  /^(?:count|total(?:count|items|results|rows|records|elements|entries|resources|accounts)?)$/;

/** Whether the answer speaks of another page, or of more than these `rows`, anywhere but in its rows. */
function announcesMore(value: unknown, rows: number, depth: number): boolean {
  if (typeof value !== "object" || value === null || depth === 0) return false;
  if (Array.isArray(value))
    return value.some((item) => isNextLink(item) || announcesMore(item, rows, depth - 1));
  return Object.entries(value).some(([key, inner]) => {
    if (key === "resources") return false;
    const name = key.replace(/[_-]/g, "").toLowerCase();
    if (MORE.test(name)) return inner === true || inner === "true";
    if (NEXT.test(name)) return inner !== null && inner !== "" && inner !== false;
    if (typeof inner === "number")
      return (PAGES.test(name) && inner > 1) || (TOTAL.test(name) && inner > rows);
    return announcesMore(inner, rows, depth - 1);
  });
}

function isNextLink(item: unknown): boolean {
  return typeof item === "object" && item !== null && "rel" in item && item.rel === "next";
}

const replaceAnswer = z.looseObject({
  success: z.unknown().optional(),
  results: z.looseObject({ rejected: z.unknown().optional() }).optional().catch(undefined),
});

/** What the 2xx answer to a PUT says: `yes`, `no`, or neither. */
export function parseReplaceResponse(body: Uint8Array): "yes" | "no" | "unclear" {
  const { data } = replaceAnswer.safeParse(parseJson(body));
  if (data === undefined) return "unclear";
  if (data.success === false || isSome(data.results?.rejected)) return "no";
  return data.success === true ? "yes" : "unclear";
}

/** Whether a count, or a list of what is counted, is above nothing. */
function isSome(count: unknown): boolean {
  return Array.isArray(count) ? count.length > 0 : Number(count ?? 0) > 0;
}

/** The value of a JSON text in UTF-8; undefined where it is none. */
export function parseJson(body: Uint8Array): unknown {
  try {
    // A byte that is no character would otherwise come back as another one, and be sent on with the row.
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
  } catch {
    return undefined;
  }
}

/** What a refusal says, cut to what a person reads. */
export interface ErrorBody {
  readonly form: "json" | "html" | "text" | "nothing";
  /** OAuth's error code or Vanta's error text, as JSON holds it; or the plain text; '' for HTML. */
  readonly words: string;
}

/** No error text that helps is longer. */
const REFUSAL_BYTES = 64 * 1024;

const errorAnswer = z.looseObject({
  error: z
    .union([z.string(), z.looseObject({ message: z.string() }).transform(({ message }) => message)])
    .optional()
    .catch(undefined),
  error_description: z.string().optional().catch(undefined),
  message: z.string().optional().catch(undefined),
  errors: z.array(z.unknown()).optional().catch(undefined),
});

/** Reads the answer to a request that Vanta, or something before it, refused. */
export function parseErrorBody({ headers, body }: HttpResponse): ErrorBody {
  const start = body.subarray(0, REFUSAL_BYTES);
  const text = new TextDecoder().decode(start).trim();
  if (text === "") return { form: "nothing", words: "" };
  if (/^text\/html|xml/i.test(headers["content-type"] ?? "") || text.startsWith("<"))
    return { form: "html", words: "" };
  const value = parseJson(start);
  if (typeof value === "string") return { form: "json", words: value };
  const { data } = errorAnswer.safeParse(value);
  if (data === undefined) return { form: "text", words: text };
  const words = [data.error, data.error_description, data.message].filter(
    (word) => word !== undefined,
  );
  return { form: "json", words: words.length > 0 ? words.join(": ") : text };
}

/** The index of the account that a 400 of Vanta's names (`/3: …`, `uniqueId X (element 3)`), among the accounts sent. */
export function parseElement(
  words: string,
  sent: readonly { readonly uniqueId: string }[],
): number | undefined {
  const pointed = /^\s*(?:body)?\/(?:resources\/)?(\d+)(?![\w.-])/.exec(words)?.[1];
  // A uniqueId may itself hold such words, so one that belongs to the account it names comes first.
  const named = [...words.matchAll(/\(element (\d+)\)/g)].map(([, index]) => Number(index));
  const certain = named.find((index) =>
    words.includes(`uniqueId ${sent[index]?.uniqueId} (element ${index})`),
  );
  const element = pointed === undefined ? (certain ?? named[0]) : Number(pointed);
  return element !== undefined && element < sent.length ? element : undefined;
}
