// Messages keep our words apart from others' words, and show both on one line.
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { escapeInvisible, shorten } from "../../src/model/format.js";
import {
  joinMessages,
  msg,
  quote,
  quoteExternal,
  reply,
  toPlainText,
} from "../../src/model/message.js";

describe("a text", () => {
  test("keeps words and quotes apart, and splices other texts in", () => {
    const inner = msg`(${3} of ${quoteExternal("u-2", "uniqueId")})`;
    expect(msg`The key ${quote("fulName")} is ${"unknown"} ${inner}${reply("no")}.`).toEqual([
      "The key ",
      { quoted: "fulName", origin: "roster" },
      " is ",
      "unknown",
      " ",
      "(",
      "3",
      " of ",
      { quoted: "u-2", field: "uniqueId", origin: "external" },
      ")",
      { reply: "no" },
      ".",
    ]);
    expect(msg``).toEqual([]);
    expect(msg`${0}`).toEqual(["0"]);
  });

  test("quotes without a field have none", () => {
    expect(quote("a")).toEqual({ quoted: "a", origin: "roster" });
    expect(quote("a", "email")).toEqual({ quoted: "a", field: "email", origin: "roster" });
    expect(quoteExternal("a")).toEqual({ quoted: "a", origin: "external" });
  });

  test("joins with words between", () => {
    expect(toPlainText(joinMessages([msg`a`, msg`${quote("b")}c`, msg`d`], ", "))).toBe(
      'a, "b"c, d',
    );
    expect(joinMessages([], ", ")).toEqual([]);
    expect(joinMessages([msg`a`], ", ")).toEqual(["a"]);
  });
});

describe("as one line", () => {
  test("quotes stand in double quotes, or in single ones around them; replies do not", () => {
    expect(toPlainText(msg`${quote("a b")} and ${reply("said no")}`)).toBe('"a b" and said no');
    expect(toPlainText(msg`${quote("it's")}, ${quote('a "b"')}`)).toBe(`"it's", 'a "b"'`);
  });

  test("a quote is cut at 200 units, a reply at 1000", () => {
    const inside = (count: number) => toPlainText([quote("x".repeat(count))]).length - 2;
    expect([inside(199), inside(200), inside(201), inside(9999)]).toEqual([199, 200, 200, 200]);
    expect(toPlainText([quote("x".repeat(201))])).toBe(`"${"x".repeat(199)}…"`);
    expect([1000, 1001].map((count) => toPlainText([reply("x".repeat(count))]).length)).toEqual([
      1000, 1000,
    ]);
    expect(toPlainText([reply("x".repeat(1001))]).endsWith("…")).toBe(true);
  });

  test("our own words are left as they are", () => {
    expect(toPlainText(["a\nb"])).toBe("a\nb");
  });

  test("law: nothing of a user's ends the line, controls the terminal, or is half a character", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (one, other) => {
        const line = toPlainText(msg`${quote(one, "email")}${reply(other)}`);
        expect(line).not.toMatch(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202E]/u);
      }),
    );
  });
});

describe("visible", () => {
  test.each<[string, string]>([
    ["a\nb\r\t", "a\\u000ab\\u000d\\u0009"],
    ["\u0000\u001f\u007f\u0080\u009f", "\\u0000\\u001f\\u007f\\u0080\\u009f"],
    ["\u202eabc\u2066\u200b\ufeff\u00ad", "\\u202eabc\\u2066\\u200b\\ufeff\\u00ad"],
    ["\u2028\u2029", "\\u2028\\u2029"],
    ["a\ud800b", "a\\ud800b"],
    ["\udc00", "\\udc00"],
    ["\ud83d\ude00", "\ud83d\ude00"],
    ["Zoë 漢字 ~é", "Zoë 漢字 ~é"],
  ])("%j", (value, shown) => {
    expect(escapeInvisible(value)).toBe(shown);
  });
});

describe("shorten", () => {
  test("cuts at the limit, marks the cut, and never cuts a character in two", () => {
    expect(shorten("abc", 3)).toBe("abc");
    expect(shorten("abcd", 3)).toBe("ab…");
    expect(shorten("a\ud83d\ude00b", 3)).toBe("a…");
    expect(shorten("a\ud83d\ude00bc", 4)).toBe("a\ud83d\ude00…");
    expect(shorten("x".repeat(201))).toHaveLength(200);
  });
});
