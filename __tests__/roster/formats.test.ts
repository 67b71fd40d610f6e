// The forms of timestamps, URLs, e-mail addresses and templates, each on both sides of every limit.
import { describe, expect, test } from "@jest/globals";
import { toPlainText } from "../../src/model/message.js";
import { nearest } from "../../src/model/nearest.js";
import {
  EMAIL,
  flawOfTimestamp,
  flawOfUrl,
  isHttpsUrl,
  isTimestamp,
} from "../../src/roster/formats.js";
import {
  isTemplate,
  parseTemplate,
  TEMPLATE,
  TEMPLATE_WITH_BRACES,
} from "../../src/roster/template.js";

const TIMESTAMPS = [
  "2024-03-01T09:00:00Z",
  "2024-03-01t09:00:00z",
  "2024-03-01T09:00:00+00:00",
  "2024-03-01T09:00:00-00:00",
  "2024-03-01T23:59:59.999999999-23:59",
  "2024-03-01T00:00:00+23:59",
  "0000-01-01T00:00:00Z",
  "0000-02-29T00:00:00Z",
  "9999-12-31T23:59:59Z",
  "2000-02-29T00:00:00Z",
  "2024-02-29T00:00:00Z",
  "2024-04-30T00:00:00Z",
  "2016-12-31T23:59:60Z",
  "1990-12-31T15:59:60-08:00",
  "2017-01-01T05:29:60+05:30",
  "2015-06-30T23:59:60.5Z",
];

const NO_TIMESTAMPS = [
  "",
  "2024-03-01",
  "2024-03-01T09:00:00",
  "2024-03-01T09:00Z",
  "2024-03-01 09:00:00Z",
  "2024-03-01T09:00:00 Z",
  "2024-03-01T09:00:00+0000",
  "2024-03-01T09:00:00+01",
  "2024-03-01T09:00:00+24:00",
  "2024-03-01T09:00:00+01:60",
  "2024-03-01T24:00:00Z",
  "2024-03-01T09:60:00Z",
  "2024-03-01T09:00:61Z",
  "2024-03-01T09:00:60Z",
  "2016-12-31T23:58:60Z",
  "2016-12-30T23:59:60Z",
  "2016-12-31T23:59:60+01:00",
  "2024-03-01T09:00:00.Z",
  "2024-03-01T09:00:00,5Z",
  "2024-00-01T00:00:00Z",
  "2024-13-01T00:00:00Z",
  "2024-01-00T00:00:00Z",
  "2024-01-32T00:00:00Z",
  "2024-04-31T00:00:00Z",
  "2023-02-29T00:00:00Z",
  "1900-02-29T00:00:00Z",
  "2100-02-29T00:00:00Z",
  "2024-02-30T00:00:00Z",
  "24-03-01T09:00:00Z",
  "12024-03-01T09:00:00Z",
  "+2024-03-01T09:00:00Z",
  "2024-3-1T09:00:00Z",
  "2024-W09-5T09:00:00Z",
  "20240301T090000Z",
  "２０24-03-01T09:00:00Z",
  "2024-03-01T09:00:00Z\n",
  " 2024-03-01T09:00:00Z",
];

describe("timestamps are RFC 3339 to the letter", () => {
  test.each(TIMESTAMPS)("%j is one", (value) => expect(isTimestamp(value)).toBe(true));
  test.each(NO_TIMESTAMPS)("%j is none", (value) => expect(isTimestamp(value)).toBe(false));

  test.each([
    ["2024-03-01", 'Add a time and an offset, as in "2024-03-01T09:00:00Z".'],
    ["2024-03-01T09:00:00", "Add an offset"],
    ["2024-03-01 09:00:00", "Write a T"],
    ["2024-03-01T09:00Z", "Add the seconds"],
    ["2024-03-01T09:00:00+0100", "offset with a colon"],
    ["2024-02-30T09:00:00Z", "no such day"],
    ["2024-03-01T24:00:00Z", "no such day or time"],
    ["2024-03-01T09:00:60Z", "leap second"],
    ["yesterday", "RFC 3339"],
  ])("%j: %s", (value, advice) =>
    expect(toPlainText(flawOfTimestamp("createdTimestamp", value)?.message ?? [])).toContain(
      advice,
    ),
  );
});

const URLS = [
  "https://example.com",
  "https://example.com/",
  "HTTPS://EXAMPLE.COM/users/1",
  "https://example.com:8443/a?b=c&d[]=e#f",
  "https://example.com?a",
  "https://example.com#a",
  "https://localhost/x",
  "https://192.0.2.1/",
  "https://[2001:db8::1]:443/x",
  "https://ada@example.com/",
  "https://bücher.example/ä/%20",
  "https://example.com:65535/",
];

const NO_URLS = [
  "",
  "http://example.com/",
  "https:/example.com",
  "https:example.com",
  "https://",
  "https:///users",
  "https://?a",
  "https://:443/",
  "https://@/",
  "https://example.com:65536/",
  "https://example.com:port/",
  "https://exa mple.com/",
  "https://example.com/a b",
  "https://example.com/\n",
  " https://example.com/",
  "https://example.com\\a",
  "https://[::1",
  "https://example.com/{uniqueId}",
  "https://example.com/<a>",
  "//example.com/",
  "example.com",
  "javascript:alert(1)//https://example.com",
  "ftp://example.com/",
];

describe("URLs are absolute and https", () => {
  test.each(URLS)("%j is one", (value) => expect(isHttpsUrl(value)).toBe(true));
  test.each(NO_URLS)("%j is none", (value) => expect(isHttpsUrl(value)).toBe(false));

  test("however often it is asked", () => {
    const answers = Array.from({ length: 50_000 }, () => isHttpsUrl("https://bücher.example/"));
    expect(answers.every((answer) => answer)).toBe(true);
  });

  test.each([
    ["http://example.com", "https://"],
    ["https://", "host is missing"],
    ["https://example.com/{id}", "Braces"],
    ["https://example.com/a b", "%20"],
    ["example.com/a", "https:// before it"],
    ["?", "whole address"],
  ])("%j: %s", (value, advice) =>
    expect(toPlainText(flawOfUrl("externalUrl", value)?.message ?? [])).toContain(advice),
  );
});

const EMAILS = [
  "ada@example.com",
  "a@b.c",
  "ada.lovelace+vanta@sub.example.co.uk",
  "o'hara_1!#$%&*/=?^`{|}~-@example.com",
  "ада@почта.рф",
  "阿达@例子.公司",
  "ada@bücher.example",
  "ada@xn--bcher-kva.example",
  "ada@1a.example",
  `${"a".repeat(64)}@example.com`,
  `ada@${"a".repeat(63)}.com`,
];

const NO_EMAILS = [
  "",
  "ada",
  "ada@",
  "@example.com",
  "ada@example",
  "ada@@example.com",
  "ada@a@example.com",
  ".ada@example.com",
  "ada.@example.com",
  "a..b@example.com",
  "ada@.example.com",
  "ada@example.com.",
  "ada@example..com",
  "ada@-example.com",
  "ada@example-.com",
  "ada@exa_mple.com",
  "ada@192.0.2.1",
  "ada@[192.0.2.1]",
  "ada lovelace@example.com",
  " ada@example.com",
  "ada@example.com\n",
  "Ada <ada@example.com>",
  "ada@example.com,bob@example.com",
  "mailto:ada@example.com",
  `${"a".repeat(65)}@example.com`,
  `ada@${"a".repeat(64)}.com`,
  `a@${"abcdefghi.".repeat(26)}com`,
  "ad\u202ea@example.com",
];

describe("e-mail addresses", () => {
  test.each(EMAILS)("%j is one", (value) => expect(EMAIL.test(value)).toBe(true));
  test.each(NO_EMAILS)("%j is none", (value) => expect(EMAIL.test(value)).toBe(false));
});

describe("templates", () => {
  test.each([
    ["plain", ["plain"]],
    ["{email}", [{ field: "email" }]],
    ["a {fullName}-{uniqueId}", ["a ", { field: "fullName" }, "-", { field: "uniqueId" }]],
    ["{{email}}", ["{", "email", "}"]],
    ["{{{email}}}", ["{", { field: "email" }, "}"]],
    ["", []],
  ])("%j", (value, pieces) => {
    expect(parseTemplate("displayName", value)).toEqual(pieces);
    expect(TEMPLATE.test(value)).toBe(true);
    expect(TEMPLATE_WITH_BRACES.test(value)).toBe(/[{}]/.test(value));
  });

  test.each([
    ["{", "template-syntax"],
    ["a}b", "template-syntax"],
    ["{{}", "template-syntax"],
    ["{}", "template-unknown-field"],
    ["{ email }", "template-unknown-field"],
    ["{emial}", "template-unknown-field"],
    ["{mfaMethods}", "template-not-text"],
    ["{customProperties}", "template-not-text"],
  ])("%j: %s", (value, code) => {
    const parsed = parseTemplate("displayName", value);
    expect(isTemplate(parsed) ? undefined : parsed.code).toBe(code);
    expect(TEMPLATE.test(value)).toBe(false);
    expect(TEMPLATE_WITH_BRACES.test(value)).toBe(false);
  });
});

test.each([
  ["fulName", "fullName"],
  ["FULLNAME", "fullName"],
  ["full-name", "fullName"],
  ["fullNmae", "fullName"],
  ["emial", "email"],
  ["mail", "email"],
  ["group_ids", "groupIds"],
  ["x", undefined],
  ["", undefined],
  ["foo", undefined],
  ["constructor", undefined],
  ["a".repeat(1000), undefined],
])("the nearest of %j is %j", (word, name) => {
  expect(nearest(word, ["fullName", "email", "groupIds", "mfaMethods"])).toBe(name);
});
