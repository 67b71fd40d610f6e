// Text → inert HTML: what is plain text, what is code, and what links lead to.
import { describe, expect, test } from "@jest/globals";
import { msg, quote, reply } from "../../src/model/message.js";
import { anchor, code, inert, path, richText, urlOfLine } from "../../src/report/html.js";

describe("inert", () => {
  test.each([
    "Ada Lovelace",
    "Karen Spärck-Jones (née O'Neil), Jr.",
    "Жанна 龍馬 عمر",
    "u-1001",
    "snake_case_name",
    "PASSWORD",
    "ada@example.com",
    "ada.lovelace+ci@mail-1.example.com",
    "o'neil@example.com",
    "ada@bücher.example",
    "GH",
    "abcdef",
    "123456",
    "A•••",
  ])("plain: %j", (text) => {
    expect(inert(text)).toBe(text.replaceAll("'", "&#39;"));
  });

  test.each([
    ["a mention", "@octocat"],
    ["a mention after a space", "Ada @octocat"],
    ["a mention after a letter that GitHub does not take for one", "ü@octocat"],
    ["a mention after a dot", "ada.@octocat"],
    ["two at signs", "ada@octocat@github"],
    ["a reference", "#12"],
    ["a reference with a prefix", "see GH-12"],
    ["the same in lower case, after a letter", "üGH-1"],
    ["the same in lower case", "gh-1"],
    ["an advisory", "CVE-2021-44228"],
    ["an advisory of GitHub", "GHSA-jfh8-c2jp-5v3q"],
    ["a commit", "8c1f0a7"],
    ["a commit in a sentence", "reverts 8C1F0A7BE1."],
    ["a commit after a letter that GitHub does not take for one", "é8c1f0a7é"],
    ["a commit of a user", "octocat@8c1f0a7be1"],
    ["seven digits", "1234567"],
    ["an address of the web", "https://evil.example"],
    ["one without a scheme", "www.evil.example"],
    ["one in capitals", "WWW.evil.example"],
    ["a masked address", "a•••@e•••"],
    ["an emoji's name", ":tada:"],
    ["markup", "<b>"],
    ["an entity", "&amp;"],
    ["a path", "a/b"],
    ["a link", "[a](b)"],
    ["emphasis", "**a**"],
    ["a table", "a | b"],
    ["math", "$a$"],
    ["a line end", "a\nb"],
    ["a tab", "a\tb"],
    ["a space that gets lost before", " Ada"],
    ["a space that gets lost after", "Ada "],
    ["spaces that become one", "Ada  Lovelace"],
    ["a space that is none", "Ada\u00a0Lovelace"],
    ["text from right to left", "\u202eadA"],
    ["half a character", "\ud800"],
    ["an emoji", "😀"],
  ])("code: %s, %j", (_what, text) => {
    expect(inert(text)).toMatch(/^<code>[^<]*<\/code>$/);
  });

  test("nothing at all is said in words", () => {
    expect(inert("")).toBe("<i>empty</i>");
  });

  test("plain text is cut like code", () => {
    expect(inert("a b ".repeat(60), 10)).toMatch(/^<code>a b a b a…<\/code>$/);
    expect(inert("x".repeat(201))).toBe(`${"x".repeat(199)}…`);
    expect(inert("x".repeat(200))).toBe("x".repeat(200));
  });
});

describe("code", () => {
  test("is one line, cut at 200 UTF-16 units, never inside a character", () => {
    expect(code("a\nb<")).toBe("<code>a\\u000ab&#60;</code>");
    expect(code("a".repeat(200))).toBe(`<code>${"a".repeat(200)}</code>`);
    expect(code("a".repeat(201))).toBe(`<code>${"a".repeat(199)}…</code>`);
    expect(code(`${"a".repeat(198)}😀😀`)).toBe(`<code>${"a".repeat(198)}…</code>`);
  });
});

describe("a message", () => {
  test("backquotes are ours only in words of ours", () => {
    expect(richText(msg`Use \`a<b\` for ${quote("`x` <b>")}.`)).toBe(
      "Use <code>a&#60;b</code> for <code>`x` &#60;b&#62;</code>.",
    );
  });

  test("values are cut at 200 units, replies at 1,000", () => {
    const long = "x".repeat(1001);
    expect(richText(msg`${quote(long)} ${reply(long)}`)).toBe(
      `<code>${"x".repeat(199)}…</code> <code>${"x".repeat(999)}…</code>`,
    );
  });
});

describe("a path", () => {
  test("may break after each slash", () => {
    expect(path("access/build server/x.yml")).toBe("access/<wbr>build server/<wbr>x.yml");
    expect(path("/tmp/#1")).toBe("/<wbr>tmp/<wbr><code>#1</code>");
  });
});

describe("a link", () => {
  const base = "https://github.com/o/r/blob/c";

  test("to a line encodes each part of the path", () => {
    expect(urlOfLine(base, { file: 'a b/c?d#e"f/ü.yml', line: 3 })).toBe(
      `${base}/a%20b/c%3Fd%23e%22f/%C3%BC.yml#L3`,
    );
  });

  test.each([
    ["out of the commit", base, "../../evil/x.yml"],
    ["to the same folder", base, "./x.yml"],
    ["through an empty name", base, "a//x.yml"],
    ["to half a character", base, "\ud800.yml"],
    ["where the commit is not known", undefined, "a.yml"],
    ["of another scheme", "javascript:alert(1)", "a.yml"],
  ])("is none %s", (_what, where, file) => {
    expect(urlOfLine(where, { file, line: 3 })).toBeUndefined();
  });

  test("without a URL is only its words, and its URL cannot end the attribute", () => {
    expect(anchor(undefined, "words")).toBe("words");
    expect(anchor('https://x/"><b>', "words")).toBe(
      '<a href="https://x/&#34;&#62;&#60;b&#62;">words</a>',
    );
  });
});
