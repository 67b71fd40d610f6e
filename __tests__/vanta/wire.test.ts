// What is read into Vanta's answers, and what is not.
import { describe, expect, test } from "@jest/globals";
import type { HttpResponse } from "../../src/vanta/http.js";
import {
  parseElement,
  parseErrorBody,
  parseList,
  parseReplaceResponse,
  parseToken,
} from "../../src/vanta/wire.js";

function answer(
  body: string | Uint8Array,
  headers: HttpResponse["headers"] = {},
  status = 200,
): HttpResponse {
  const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
  return { status, headers, body: bytes };
}

const json = (value: unknown, headers: HttpResponse["headers"] = {}) =>
  answer(JSON.stringify(value), headers);
const ROWS = [{ uniqueId: "a" }];

describe("a list", () => {
  test.each([
    { pageInfo: { hasNextPage: true } },
    { results: { pageInfo: { hasNextPage: true, endCursor: "x" } } },
    { results: { data: [], page_info: { has_next_page: true } } },
    { hasMore: true },
    { has_more: "true" },
    { meta: { pagination: { hasMore: true } } },
    { nextPageToken: "x" },
    { next_page_token: "x" },
    { nextCursor: "x" },
    { next_cursor: 0 },
    { next: "https://api.vanta.com/v1/resources/user_account?page=2" },
    { links: { next: "/x" } },
    { _links: { next: { href: "/x" } } },
    { links: [{ rel: "self" }, { rel: "next", href: "/x" }] },
    { nextPage: 2 },
    { nextUrl: "/x" },
    { paging: { NextLink: "/x" } },
    { continuationToken: "x" },
    { meta: { continuation: "x" } },
    { continuation_token: 7 },
    { totalPages: 2 },
    { total_pages: 2 },
    { meta: { pageCount: 3 } },
    { page_count: 2 },
    { lastPage: 2 },
    { total: 2 },
    { meta: { pagination: { totalCount: 500 } } },
    { total_count: 2 },
    { totalItems: 2 },
    { total_results: 2 },
    { total_rows: 2 },
    { count: 2 },
    { truncated: true },
    { meta: { isTruncated: true } },
    { is_truncated: "true" },
    { partial: true },
    { incomplete: true },
    { incomplete_results: true },
  ])("with %j announces more pages", (more) => {
    expect(parseList(json({ resources: ROWS, ...more }))).toEqual({ flaw: "more-pages" });
  });

  test.each([
    {},
    { pageInfo: { hasNextPage: false, endCursor: "x" } },
    { nextPageToken: "" },
    { nextCursor: null },
    { next: false },
    { hasMore: 0 },
    { links: { self: "/x", prev: "/y" } },
    { links: [{ rel: "self" }] },
    { nextOfKin: "Bob" },
    { endCursor: "x" },
    { continuationToken: null },
    { continuation: "" },
    { total: 1, totalCount: 0, count: 1 },
    { total: "many", totalItems: null, count: { ACTIVE: 2 } },
    { totalPages: 1, page_count: 0, lastPage: true },
    { page: 2, pageSize: 100, limit: 100 },
    { totalMilliseconds: 12, country: 7, account: 7 },
    { truncated: false, isTruncated: null, partial: 0, incomplete: "" },
    { a: { b: { c: { d: { e: { hasMore: true } } } } } },
  ])("with %j does not", (more) => {
    expect(parseList(json({ resources: ROWS, ...more }))).toEqual({ rows: ROWS });
  });

  test("a total is held against all rows, deleted ones too", () => {
    const resources = [...ROWS, { uniqueId: "b", deletedAt: "2026-01-01T00:00:00Z" }];
    expect(parseList(json({ resources, total: 2 }))).toEqual({ rows: resources });
    expect(parseList(json({ resources, total: 3 }))).toEqual({ flaw: "more-pages" });
    expect(parseList(json({ resources: [], total: 0 }))).toEqual({ rows: [] });
    expect(parseList(json({ resources: [], total: 1 }))).toEqual({ flaw: "more-pages" });
  });

  test("what rows hold is theirs", () => {
    const resources = [
      {
        uniqueId: "a",
        next: "b",
        hasMore: true,
        total: 9,
        partial: true,
        links: [{ rel: "next" }],
      },
    ];
    expect(parseList(json({ resources }))).toEqual({ rows: resources });
  });

  test.each<[string, boolean]>([
    ['<https://x/?p=2>; rel="next"', true],
    ["</x>; rel=next", true],
    ['</a>; rel="prev", </b>; title="b"; REL="NEXT"', true],
    ['</b>; rel="last next"', true],
    ['</a>; rel="prev"', false],
    ['</next>; rel="nextish"', false],
    ["", false],
  ])("Link: %s", (link, more) => {
    expect("flaw" in parseList(json({ resources: ROWS }, { link }))).toBe(more);
  });

  test("a part (206) is not the whole", () => {
    expect(parseList({ ...json({ resources: ROWS }), status: 206 })).toEqual({
      flaw: "more-pages",
    });
  });

  test("bytes that are no UTF-8 are refused; a byte order mark is not", () => {
    const bytes = new TextEncoder().encode('{"resources":[{"uniqueId":"aé"}]}');
    expect(parseList(answer(bytes))).toEqual({ rows: [{ uniqueId: "aé" }] });
    expect(parseList(answer(new Uint8Array([0xef, 0xbb, 0xbf, ...bytes])))).toEqual({
      rows: [{ uniqueId: "aé" }],
    });
    expect(parseList(answer(bytes.map((byte) => (byte === 0xc3 ? 0xff : byte))))).toEqual({
      flaw: "not-json",
    });
  });

  test("the first row without uniqueId is named", () => {
    expect(parseList(json({ resources: [...ROWS, {}, {}] }))).toEqual({
      flaw: "no-unique-id",
      index: 1,
    });
  });

  test("JSON of any depth is no trouble", () => {
    const deep = `${"[".repeat(50_000)}${"]".repeat(50_000)}`;
    expect(
      parseList(answer(`{"resources":[{"uniqueId":"a","x":${deep}}],"more":${deep}}`)),
    ).toHaveProperty("rows");
    expect(parseList(answer(deep))).toEqual({ flaw: "no-list" });
  });
});

describe("the answer to a PUT", () => {
  test.each<[unknown, ReturnType<typeof parseReplaceResponse>]>([
    [{ success: true }, "yes"],
    [{ success: true, results: { accepted: 3, rejected: 0 } }, "yes"],
    [{ success: true, results: { rejected: [] } }, "yes"],
    [{ success: true, results: { rejected: null } }, "yes"],
    [{ success: true, results: "fine" }, "yes"],
    [{ success: false }, "no"],
    [{ success: false, results: { accepted: 3, rejected: 0 } }, "no"],
    [{ success: true, results: { rejected: 1 } }, "no"],
    [{ success: true, results: { rejected: "1" } }, "no"],
    [{ results: { accepted: 3, rejected: 1 } }, "no"],
    [{ results: { accepted: 3, rejected: 0 } }, "unclear"],
    [{ success: 1 }, "unclear"],
    [{ success: null }, "unclear"],
    [{}, "unclear"],
    [[], "unclear"],
    [null, "unclear"],
    [true, "unclear"],
  ])("%j: %s", (value, said) => {
    expect(parseReplaceResponse(json(value).body)).toBe(said);
  });
});

test.each<[string, string | undefined]>([
  ['{"access_token":"vat_1.x~"}', "vat_1.x~"],
  ['{"access_token":"a b"}', undefined],
  ['{"access_token":"é"}', undefined],
  ['{"access_token":""}', undefined],
  ['"vat_1"', undefined],
  ["", undefined],
])("the token of %s is %j", (body, token) => {
  expect(parseToken(answer(body).body)).toBe(token);
});

describe("a refusal", () => {
  test.each<[string, string, ReturnType<typeof parseErrorBody>]>([
    ['{"error":"unauthorized"}', "application/json", { form: "json", words: "unauthorized" }],
    [
      '{"error":"invalid_client","error_description":"No such client"}',
      "",
      { form: "json", words: "invalid_client: No such client" },
    ],
    ['{"error":{"message":"deep","code":7}}', "", { form: "json", words: "deep" }],
    [
      '{"message":"Endpoint request timed out"}',
      "",
      { form: "json", words: "Endpoint request timed out" },
    ],
    ['{"errors":["x"]}', "", { form: "json", words: '{"errors":["x"]}' }],
    ['{"error":7}', "", { form: "json", words: '{"error":7}' }],
    ['"plain"', "", { form: "json", words: "plain" }],
    ["[1]", "", { form: "text", words: "[1]" }],
    ["  Bad gateway\n", "text/plain", { form: "text", words: "Bad gateway" }],
    ["<html>x</html>", "", { form: "html", words: "" }],
    ["Forbidden", "text/html; charset=utf-8", { form: "html", words: "" }],
    ["<?xml?><Error/>", "application/xml", { form: "html", words: "" }],
    [" \n", "text/html", { form: "nothing", words: "" }],
  ])("%s as %j", (body, type, expected) => {
    expect(parseErrorBody(answer(body, { "content-type": type }))).toEqual(expected);
  });
});

describe("the account that a 400 names", () => {
  const sent = ["u-0", "u-1", "u-2", "u-3", "a (element 1)"].map((uniqueId) => ({ uniqueId }));

  test.each<[string, number | undefined]>([
    ["/0: must have property 'fullName'", 0],
    ["/3/email: must be string", 3],
    ["/4", 4],
    ["/5: beyond what was sent", undefined],
    ["/resources/2/status must be equal to one of the allowed values", 2],
    ["body/resources/1: wrong", 1],
    ["/3rd: not an index", undefined],
    ["/99999999999999999999: far beyond", undefined],
    ["Too many fields on resource with uniqueId u-3 (element 3). Extra keys: a, b", 3],
    [
      "Too many fields on resource with uniqueId a (element 1) (element 4). Extra keys: (element 2)",
      4,
    ],
    ["Something about another (element 2)", 2],
    ["(element 9)", undefined],
    ["No index at /v1/resources/user_account", undefined],
    ["", undefined],
  ])("%s: %j", (words, element) => {
    expect(parseElement(words, sent)).toBe(element);
  });
});
