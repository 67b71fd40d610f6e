// What is read from Vanta's responses, and what is refused.
import { describe, expect, test } from "@jest/globals";
import type { HttpResponse } from "../../src/vanta/http.js";
import * as wire from "../../src/vanta/wire.js";

function response(
  body: string | Uint8Array,
  headers: HttpResponse["headers"] = {},
  status = 200,
): HttpResponse {
  const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
  return { status, headers, body: bytes };
}

const json = (value: unknown, headers: HttpResponse["headers"] = {}) =>
  response(JSON.stringify(value), headers);

describe("a list", () => {
  const ROWS = [{ uniqueId: "a" }];
  const MORE = { flaw: "more-pages" };

  const announcesMore = (more: object, headers: HttpResponse["headers"] = {}) =>
    "flaw" in wire.parseList(json({ resources: ROWS, ...more }, headers));

  test.each<[string, readonly unknown[], readonly unknown[]]>([
    [
      "hasMore has_more HASMORE hasNext hasNextPage has_next_page hasMorePages hasMoreResults",
      [true, "true", "True", 1, "1", "yes", "x", [true]],
      [false, "false", " False ", 0, "0", "", " ", null, "null", "none", "no", [], {}],
    ],
    [
      "more moreAvailable more_results truncated isTruncated is-truncated partial incomplete",
      [true, "TRUE", 1],
      [false, "FALSE", 0],
    ],
    [
      "next nextPage next_page NEXTPAGE nextUrl nextUri nextLink nextHref nextCursor next-cursor",
      ["x", 2, 0, "0", true, ["x"], { href: "/x" }],
      [false, "false", "", null, "None", [], {}, { href: null }],
    ],
    [
      "nextToken nextPageToken nextOffset nextPageNumber continuation continuationToken",
      ["x", 7],
      ["", null],
    ],
    ["next_continuation_token @odata.nextLink", ["x"], [""]],
    [
      "pages Pages totalPages total_pages numPages numberOfPages pageCount lastPage page_total",
      [2, "2", " 2 "],
      [1, "1", 0, "", null, true, "many", [1, 2]],
    ],
    [
      "count total totals totalCount total_count TOTAL_COUNT totalItems totalResults totalRows",
      [2, "2", "0002"],
      [1, "1", 0, "", null, true, "many", { ACTIVE: 2 }],
    ],
    [
      "totalRecords totalElements totalEntries totalResources totalAccounts totalSize totalHits",
      [2],
      [1],
    ],
    ["itemCount resultCount row_count recordCount", [2, "1,100", "1e2", { value: 2 }], [1]],
    ["last isLast last_page", [false, "false"], [true, 1, ""]],
    ["remaining remainingItems", [1, "5"], [0, "0", null]],
    [
      "endCursor page pageSize limit offset nextOfKin totalMilliseconds country account",
      [],
      [7, "x", true],
    ],
  ])("announces more, or not, by %s", (names, cut, whole) => {
    for (const name of names.split(" ")) {
      const found = [...cut, ...whole].map((value) => [
        name,
        value,
        announcesMore({ [name]: value }),
      ]);
      expect(found).toEqual([
        ...cut.map((value) => [name, value, true]),
        ...whole.map((value) => [name, value, false]),
      ]);
    }
  });

  test.each<[object, boolean]>([
    [{ pageInfo: { hasNextPage: true, endCursor: "x" } }, true],
    [{ pageInfo: { hasNextPage: false, endCursor: "x" } }, false],
    [{ results: { data: [], page_info: { has_next_page: true } } }, true],
    [{ a: { b: { c: { d: { e: { hasMore: true } } } } } }, true],
    [{ a: [[{ meta: { pagination: { totalCount: 500 } } }]] }, true],
    [{ _links: { next: { href: "/x" } } }, true],
    [{ links: [{ rel: "self" }, { rel: "next", href: "/x" }] }, true],
    [{ links: [{ rel: "self" }, { rel: "prev" }, "next"] }, false],
    [{ links: { self: "/x", prev: "/y" } }, false],
  ])("with %j announces more: %s", (more, cut) => {
    expect(announcesMore(more)).toBe(cut);
  });

  test.each<[string, readonly object[], number, boolean]>([
    ["all rows, deleted ones too", [...ROWS, { uniqueId: "b", deletedAt: "2026" }], 2, false],
    ["one more", [...ROWS, { uniqueId: "b", deletedAt: "2026" }], 3, true],
    ["nothing", [], 0, false],
    ["one where there is none", [], 1, true],
  ])("with a total of %s", (_, resources, total, more) => {
    const expected = more ? MORE : { rows: resources };
    expect(wire.parseList(json({ resources, total }))).toEqual(expected);
  });

  test.each<[string, string, boolean]>([
    ["link", '<https://x/?p=2>; rel="next"', true],
    ["link", "</x>; rel=next", true],
    ["link", '</a>; rel="prev", </b>; title="b"; REL="NEXT"', true],
    ["link", '</b>; rel="last next"', true],
    ["link", '</a>; rel="prev"', false],
    ["link", '</next>; rel="nextish"', false],
    ["link", "", false],
    ["content-range", "rows 0-0/1", false],
    ["content-range", "rows 0-0/2", true],
    ["content-range", "rows 0-0/*", true],
    ["content-range", "rows 0-0", false],
    ["x-total-count", "1", false],
    ["x-total-count", "2", true],
    ["x-total", "2", true],
    ["x-total-pages", "1", false],
    ["x-total-pages", "2", true],
    ["x-next-page", "2", true],
    ["x-next-page", "", false],
    ["x-has-more", "false", false],
    ["x-has-more", "true", true],
    ["x-request-id", "2", false],
  ])("with the header %s: %s announces more: %s", (name, value, cut) => {
    expect(announcesMore({}, { [name]: value })).toBe(cut);
  });

  test("with status 206 is only a part", () => {
    expect(wire.parseList({ ...json({ resources: ROWS }), status: 206 })).toEqual(MORE);
  });

  const noId = (index: number): wire.ListFlaw => ({ flaw: "no-unique-id", index });

  test.each<[string, wire.ListFlaw | "not-json" | "no-list"]>([
    ["", "not-json"],
    ['{"resources": [', "not-json"],
    ["{}\u0000", "not-json"],
    ["null", "no-list"],
    ["[]", "no-list"],
    ["{}", "no-list"],
    ['{"error":"not now"}', "no-list"],
    ['{"resources":null}', "no-list"],
    ['{"resources":{}}', "no-list"],
    ['{"results":{"data":[]}}', "no-list"],
    ['{"resources":[{"uniqueId":"a"},{},{}]}', noId(1)],
    ['{"resources":[{"uniqueId":""}]}', noId(0)],
    ['{"resources":[{"uniqueId":7}]}', noId(0)],
    ['{"resources":[null]}', noId(0)],
  ])("%j is none", (body, flaw) => {
    const expected = typeof flaw === "string" ? { flaw } : flaw;
    expect(wire.parseList(response(body))).toEqual(expected);
  });

  test("keeps its rows as they are, whatever they contain", () => {
    const rows = `[{"uniqueId":"a","__proto__":{"a":1},"status":null,"next":"b","hasMore":true,
      "total":9,"partial":true,"links":[{"rel":"next"}]}]`;
    const parsed = wire.parseList(response(`{"resources":${rows}}`));
    expect("rows" in parsed && JSON.stringify(parsed.rows)).toBe(JSON.stringify(JSON.parse(rows)));
  });

  test("must be UTF-8, with or without a byte order mark", () => {
    const bytes = new TextEncoder().encode('{"resources":[{"uniqueId":"aé"}]}');
    const rows = [{ uniqueId: "aé" }];
    expect(wire.parseList(response(bytes))).toEqual({ rows });
    expect(wire.parseList(response(Uint8Array.of(0xef, 0xbb, 0xbf, ...bytes)))).toEqual({ rows });
    const broken = bytes.map((byte) => (byte === 0xc3 ? 0xff : byte));
    expect(wire.parseList(response(broken))).toEqual({ flaw: "not-json" });
  });

  const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth);

  test.each([
    [0, 50, "rows"],
    [0, 51, "too-deep"],
    [1, 51, "too-deep"],
    [0, 50_000, "too-deep"],
  ])("after %i rows has one that is nested %i deep: %s", (before, depth, result) => {
    const first = '{"uniqueId":"a"},'.repeat(before);
    const parsed = wire.parseList(
      response(`{"resources":[${first}{"uniqueId":"b","x":${nested(depth)}}]}`),
    );
    if (result === "rows") expect(parsed).toHaveProperty("rows");
    else expect(parsed).toEqual({ flaw: result, index: before });
  });

  test("may be nested anyhow outside of its rows", () => {
    const parsed = wire.parseList(response(`{"resources":[],"more":${nested(50_000)}}`));
    expect(parsed).toEqual({ rows: [] });
    expect(wire.parseList(response(nested(50_000)))).toEqual({ flaw: "no-list" });
  });
});

test.each<[unknown, ReturnType<typeof wire.parseReplaceResponse>]>([
  [{ success: true }, "yes"],
  [{ success: true, results: { accepted: 3, rejected: 0 } }, "yes"],
  [{ success: true, results: { rejected: [] } }, "yes"],
  [{ success: true, results: { rejected: null } }, "yes"],
  [{ success: true, results: "fine" }, "yes"],
  [{ success: false }, "no"],
  [{ success: false, results: { accepted: 3, rejected: 0 } }, "no"],
  [{ success: true, results: { rejected: 1 } }, "no"],
  [{ success: true, results: { rejected: "1" } }, "no"],
  [{ success: true, results: { rejected: ["u-1"] } }, "no"],
  [{ results: { accepted: 3, rejected: 1 } }, "no"],
  [{ results: { accepted: 3, rejected: 0 } }, "unclear"],
  [{ success: 1 }, "unclear"],
  [{ success: "true" }, "unclear"],
  [{ success: null }, "unclear"],
  [{}, "unclear"],
  [[], "unclear"],
  [null, "unclear"],
  [true, "unclear"],
])("to a PUT, %j says %s", (value, answer) => {
  expect(wire.parseReplaceResponse(json(value).body)).toBe(answer);
});

test.each<[string, string | undefined]>([
  ['{"access_token":"vat_1.x~"}', "vat_1.x~"],
  ['{"access_token":"a b"}', undefined],
  ['{"access_token":"a\\r\\nb"}', undefined],
  ['{"access_token":"é"}', undefined],
  ['{"access_token":""}', undefined],
  ['{"access_token":7}', undefined],
  ['{"access_token":"vat_1', undefined],
  ['"vat_1"', undefined],
  ["null", undefined],
  ["", undefined],
])("the token of %s is %j", (body, token) => {
  expect(wire.parseToken(response(body).body)).toBe(token);
});

test.each<[string, string, wire.ErrorBody["form"], string]>([
  ['{"error":"unauthorized"}', "application/json", "json", "unauthorized"],
  [
    '{"error":"invalid","error_description":"No such client"}',
    "",
    "json",
    "invalid: No such client",
  ],
  ['{"error":{"message":"deep","code":7}}', "", "json", "deep"],
  ['{"message":"Endpoint request timed out"}', "", "json", "Endpoint request timed out"],
  ['{"errors":["x"]}', "", "json", '{"errors":["x"]}'],
  ['{"error":7}', "", "json", '{"error":7}'],
  ['"plain"', "", "json", "plain"],
  ["[1]", "", "text", "[1]"],
  ["  Bad gateway\n", "text/plain", "text", "Bad gateway"],
  ["<html>x</html>", "", "html", ""],
  ["Forbidden", "text/html; charset=utf-8", "html", ""],
  ["Error", "application/xml", "html", ""],
  [" \n", "text/html", "nothing", ""],
])("a refusal %j of type %j", (body, type, form, words) => {
  expect(wire.parseErrorBody(response(body, { "content-type": type }))).toEqual({ form, words });
});

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
  ["Too many on uniqueId a (element 1) (element 4). Extra keys: (element 2)", 4],
  ["Something about another (element 2)", 2],
  ["(element 9)", undefined],
  ["No index at /v1/resources/user_account", undefined],
  ["", undefined],
])("of 5 accounts, %j names %j", (words, element) => {
  const sent = ["u-0", "u-1", "u-2", "u-3", "a (element 1)"].map((uniqueId) => ({ uniqueId }));
  expect(wire.parseElement(words, sent)).toBe(element);
});
