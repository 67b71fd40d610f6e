// Parses Vanta's responses. Sources: Vanta's API reference (PUT and GET user_account, client
// credentials; https://developer.vanta.com/reference), and public reports of real responses.
import { isUtf8 } from "node:buffer";
import * as z from "zod/mini";
import type { Row } from "../model/account.js";
import { decodeUtf8 } from "../model/utf8.js";
import type { HttpResponse } from "./http.js";
import { announcesMore } from "./paging.js";

const tokenSchema = z.looseObject({
  // The characters that an HTTP header may have.
  access_token: z.string().check(z.regex(/^[\x21-\x7e]+$/)),
});

/** The token in a response of the token endpoint; undefined if there is none. */
export function parseToken(body: Uint8Array): string | undefined {
  return tokenSchema.safeParse(parseJson(body)).data?.access_token;
}

// There may be 100,000 rows, so they are checked without a schema for each.
const listSchema = z.object({ resources: z.custom<readonly unknown[]>(Array.isArray) });

function isRow(row: unknown): row is Row {
  return (
    typeof row === "object" &&
    row !== null &&
    "uniqueId" in row &&
    typeof row.uniqueId === "string" &&
    row.uniqueId !== ""
  );
}

/** What is wrong with a list response. */
export type ListFlaw =
  | { readonly flaw: "not-json" | "no-list" | "more-pages" }
  | { readonly flaw: "no-unique-id" | "too-deep"; readonly index: number };

/**
 * Parses the response to a list request. One that may be incomplete is a flaw: accounts that it
 * lacks would count as removed.
 */
export function parseList({
  status,
  headers,
  body,
}: HttpResponse): { readonly rows: readonly Row[] } | ListFlaw {
  const value = parseJson(body);
  if (value === undefined) return { flaw: "not-json" };
  const rows = listSchema.safeParse(value).data?.resources;
  if (rows === undefined) return { flaw: "no-list" };
  if (!rows.every(isRow)) {
    return { flaw: "no-unique-id", index: rows.findIndex((row) => !isRow(row)) };
  }
  if (status === 206 || announcesMore(value, headers, rows.length)) return { flaw: "more-pages" };
  const index = rows.findIndex((row) => isDeeper(row, MAX_DEPTH));
  return index === -1 ? { rows } : { flaw: "too-deep", index };
}

/** How deep a row may be nested. Vanta's have two levels; what works on rows is recursive. */
const MAX_DEPTH = 50;

/** Whether there are objects or lists on more levels than these. */
function isDeeper(value: object, levels: number): boolean {
  if (levels < 0) return true;
  return Object.values(value).some((inner) => isObject(inner) && isDeeper(inner, levels - 1));
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

/** The same schema, but what it does not fit counts as missing, and the rest is still read. */
function ifRight<Schema extends z.ZodMiniType>(schema: Schema) {
  return z.catch(z.optional(schema), undefined);
}

const replaceSchema = z.looseObject({
  success: z.optional(z.unknown()),
  results: ifRight(z.looseObject({ rejected: z.optional(z.unknown()) })),
});

/** Whether the 2xx response to a PUT confirms it. */
export function parseReplaceResponse(body: Uint8Array): "yes" | "no" | "unclear" {
  const { data } = replaceSchema.safeParse(parseJson(body));
  if (data === undefined) return "unclear";
  if (data.success === false || isAboveZero(data.results?.rejected)) return "no";
  return data.success === true ? "yes" : "unclear";
}

/** Whether a count is above 0, or a list is not empty. */
function isAboveZero(count: unknown): boolean {
  return Array.isArray(count) ? count.length > 0 : Number(count ?? 0) > 0;
}

/** The value of a JSON text in UTF-8; undefined if it is not one. */
export function parseJson(body: Uint8Array): unknown {
  // A byte that is not UTF-8 would become U+FFFD, and could be sent back in a row.
  if (!isUtf8(body)) return undefined;
  try {
    return JSON.parse(decodeUtf8(body));
  } catch {
    return undefined;
  }
}

/** The body of an error response, reduced to the text that helps a person. */
export interface ErrorBody {
  readonly form: "json" | "html" | "text" | "nothing";
  /** OAuth's error code, or the error text in JSON, or the plain text; empty for HTML. */
  readonly words: string;
}

/** How much of an error response is read, in bytes. A useful error text is not longer. */
const ERROR_BYTES = 64 * 1024;

const errorSchema = z.looseObject({
  error: ifRight(
    z.union([
      z.string(),
      z.pipe(
        z.looseObject({ message: z.string() }),
        z.transform(({ message }) => message),
      ),
    ]),
  ),
  error_description: ifRight(z.string()),
  message: ifRight(z.string()),
  errors: ifRight(z.array(z.unknown())),
});

/** Parses the body of an error response, from Vanta or from a proxy in front of it. */
export function parseErrorBody({ headers, body }: HttpResponse): ErrorBody {
  const start = body.subarray(0, ERROR_BYTES);
  const text = new TextDecoder().decode(start).trim();
  if (text === "") return { form: "nothing", words: "" };
  if (/^text\/html|xml/i.test(headers["content-type"] ?? "") || text.startsWith("<"))
    return { form: "html", words: "" };
  const value = parseJson(start);
  if (typeof value === "string") return { form: "json", words: value };
  const { data } = errorSchema.safeParse(value);
  if (data === undefined) return { form: "text", words: text };
  const words = [data.error, data.error_description, data.message].filter(
    (part) => part !== undefined,
  );
  return { form: "json", words: words.length > 0 ? words.join(": ") : text };
}

/**
 * The index, among the accounts sent, of the one that an error text of Vanta's names: `/3: …`, or
 * `uniqueId X (element 3)`. Undefined if it names none.
 */
export function parseElement(
  words: string,
  sent: readonly { readonly uniqueId: string }[],
): number | undefined {
  const pointer = /^\s*(?:body)?\/(?:resources\/)?(\d+)(?![\w.-])/.exec(words)?.[1];
  // A uniqueId may itself contain "(element 1)". An index counts first if the account at this index
  // has the uniqueId before it.
  const mentioned = [...words.matchAll(/\(element (\d+)\)/g)].map(([, index]) => Number(index));
  const certain = mentioned.find((index) =>
    words.includes(`uniqueId ${sent[index]?.uniqueId} (element ${index})`),
  );
  const element = pointer === undefined ? (certain ?? mentioned[0]) : Number(pointer);
  return element !== undefined && element < sent.length ? element : undefined;
}
