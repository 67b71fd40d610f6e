// Nothing that people write into a roster, or that Vanta answers, becomes markup: asserted on what a browser would get.
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { msg, quote, quoteExternal, reply } from "../../src/model/message.js";
import type { ChangedAccount, Outcome } from "../../src/model/outcome.js";
import { code, link, richText } from "../../src/report/markdown.js";
import { SUMMARY_LIMIT } from "../../src/report/summary.js";
import { DIGEST, known, person, problems, resource, SENT } from "./outcomes.js";
import { renderComment, renderSummary } from "./render.js";

/** As GitHub renders it, but with nothing taken out, so that whatever would come through is seen. */
function toHtml(markdown: string): string {
  return micromark(markdown, {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml({})],
  });
}

/** Every tag that is ours, to the letter; links apart. */
const OUR_TAG =
  /^<(\/?(table|tr|td|th|thead|tbody|p|ul|ol|li|h2|h3|h4|details|summary|sub|em|strong|pre|code)|br|th align="left"|td rowspan="\d+"|td colspan="\d+"|code class="language-yaml"|a href="https:\/\/github\.com\/example-corp\/access\/blob\/[0-9a-f]{40}\/[A-Za-z0-9%._~!*'()&#;/-]+#L\d+"|\/a)>$/;
const MARKER = /^<!-- ours -->/;

interface Seen {
  /** Tags that are not ours. */
  readonly foreign: readonly string[];
  /** The text outside of <code>, where GitHub looks for mentions and references. */
  readonly open: string;
}

function look(html: string): Seen {
  const foreign: string[] = [];
  let open = "";
  let depth = 0;
  for (const [piece] of html.replace(MARKER, "").matchAll(/<[^>]*>?|[^<]+/g)) {
    if (!piece.startsWith("<")) open += depth === 0 ? piece : "";
    else if (!OUR_TAG.test(piece)) foreign.push(piece);
    else if (piece.startsWith("<code")) depth += 1;
    else if (piece === "</code>") depth -= 1;
  }
  return { foreign, open };
}

/** An outcome in which every place that can hold the text of others holds this one. */
function poisoned(bad: string): Outcome {
  const everyField = {
    ...person("u-1", "X"),
    displayName: bad,
    uniqueId: bad,
    externalUrl: bad,
    fullName: bad,
    accountName: bad,
    email: bad,
    permissionLevel: bad,
    createdTimestamp: bad,
    status: bad,
    authMethod: bad,
    mfaMethods: [bad],
    groupIds: [bad],
    customProperties: { [bad]: bad },
    [bad]: bad,
  };
  const location = { file: bad, line: 1, column: 1 };
  const changed: ChangedAccount = {
    uniqueId: bad,
    account: everyField,
    location,
    fields: [
      { field: "permissionLevel", before: bad, after: "ADMIN" },
      { field: "email", before: bad },
      { field: "groupIds", before: [bad], after: [bad, `${bad}2`] },
      { field: "customProperties", before: { [bad]: bad }, after: { a: { b: bad } } },
      { field: bad, before: bad, after: bad },
    ],
  };
  const changes = {
    removed: [{ uniqueId: bad, how: "deactivate", account: everyField } as const],
    changed: [changed],
    added: [{ uniqueId: bad, account: everyField, location }],
    rekeyed: [{ from: bad, to: bad }],
  };
  const message = msg`${quote(bad, "email")} and ${quoteExternal(bad)}: ${reply(bad)}`;
  const violation = { code: "max-removals", resourceId: bad, message, accounts: [bad] } as const;
  const one = resource({
    resourceId: bad,
    ...changes,
    expired: [bad],
    violations: [{ ...violation, waivedBy: "approved-plan" }],
    synced: "unknown",
  });
  return {
    ...known({
      mode: "sync",
      digest: DIGEST,
      requests: SENT,
      backup: bad,
      resources: [one, { ...one, resourceId: `${bad}2` }],
      effect: [changes],
      violations: [violation],
      problems: problems(
        { severity: "error", code: "wrong-type", message, location },
        { severity: "notice", code: "base-unreadable", message: [reply(bad)] },
      ),
    }),
    outcome: "failed",
    failures: [message, [reply(bad)]],
  };
}

const DANGEROUS = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  '"><a href="https://evil.example">x</a>',
  "</code></td></tr></table>\n\n# evil",
  "</details><details open>evil",
  "<!-- evil",
  "<![CDATA[evil",
  "![evil](https://evil.example/x.png)",
  "[evil](https://evil.example)",
  "[evil]: https://evil.example",
  "https://evil.example",
  "www.evil.example",
  "<https://evil.example>",
  "evil@evil.example",
  "@octocat and @github/evil",
  "#12 and GH-1 and evil/evil#1",
  "8c1f0a7be1d5a3f4f25a0b6cdd0c5a1f7c9d2e34",
  ":tada: $\\evil$ evil^2^",
  "a | evil | b",
  "`evil` ``evil`` `",
  "```\nevil\n```",
  "~~~\nevil",
  "evil\n\nevil\r\n\r\n- evil",
  "evil\u2028\u2029\u0085\u000b\u000c evil",
  "\u202eevil\u2066evil\u200b",
  "evil\u0000\u001b[31m\ud800",
  "**evil** _evil_ ~~evil~~ \\*evil\\*",
  "- [ ] evil\n1. evil\n> evil",
  "&lt;evil&gt; &amp; &#64;octocat &commat;octocat",
  "::error::evil",
  "##[error]evil",
  "[^1]\n\n[^1]: evil",
  "javascript:evil",
  "../../evil?a=b&c#d",
  " ",
  "",
];

function rendered(outcome: Outcome): readonly string[] {
  const summary = renderSummary(outcome, {
    limitBytes: SUMMARY_LIMIT,
    reportFile: "/tmp/report.json",
  });
  return [summary, renderComment(outcome, { marker: "<!-- ours -->" })].map(toHtml);
}

describe("text of others", () => {
  test.each(DANGEROUS)("is inert: %j", (bad) => {
    for (const html of rendered(poisoned(bad))) {
      const { foreign, open } = look(html);
      expect(foreign).toEqual([]);
      expect(open).not.toMatch(/evil|octocat|alert|8c1f0a7b/);
    }
  });

  test("is inert, whatever it is", () => {
    const fragment = fc.oneof(
      fc.constantFrom(...DANGEROUS),
      fc.string({ unit: "grapheme", maxLength: 8 }),
      fc.string({ unit: "binary", maxLength: 4 }),
    );
    const anything = fc
      .array(fragment, { minLength: 1, maxLength: 5 })
      .map((fragments) => fragments.join(""));
    fc.assert(
      fc.property(anything, (bad) => {
        for (const html of rendered(poisoned(bad))) {
          const { foreign, open } = look(html);
          expect(foreign).toEqual([]);
          expect(open).not.toMatch(/evil|octocat|alert/);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("changes nothing in the structure", () => {
    const tags = (bad: string) =>
      rendered(poisoned(bad)).map((html) =>
        (html.match(/<[a-z/][^>]*>/g) ?? []).map((tag) => tag.replace(/".*"/, "")),
      );
    const harmless = tags("harmless");
    for (const bad of DANGEROUS.filter((one) => one !== "" && !/\/\/|\.\.|\/>|\ud800/.test(one)))
      expect(tags(bad)).toEqual(harmless);
  });
});

describe("pieces", () => {
  test("a value is one line, cut at 200 UTF-16 units, never inside a character", () => {
    expect(code("a\nb")).toBe("<code>a\\u000ab</code>");
    expect(code("a".repeat(200))).toBe(`<code>${"a".repeat(200)}</code>`);
    expect(code("a".repeat(201))).toBe(`<code>${"a".repeat(199)}…</code>`);
    expect(code(`${"a".repeat(198)}😀😀`)).toBe(`<code>${"a".repeat(198)}…</code>`);
    expect(code("")).toBe("<em>empty</em>");
  });

  test("backquotes are ours only in words of ours", () => {
    expect(richText(msg`Use \`a<b\` for ${quote("`x` <b>")}.`)).toBe(
      "Use <code>a&#60;b</code> for <code>`x` &#60;b&#62;</code>.",
    );
  });

  test("a link encodes each part of the path", () => {
    expect(link("https://github.com/o/r/blob/c", 'a b/c?d#e"f/ü.yml', 3)).toContain(
      'href="https://github.com/o/r/blob/c/a%20b/c%3Fd%23e%22f/%C3%BC.yml#L3"',
    );
    expect(link("https://github.com/o/r/blob/c", "../../evil/x.yml", 3)).toBe(
      "<code>../../evil/x.yml:3</code>",
    );
    expect(link(undefined, "a.yml", 3)).toBe("<code>a.yml:3</code>");
    expect(link("javascript:alert(1)", "a.yml", 3)).toBe("<code>a.yml:3</code>");
    expect(link("https://github.com/o/r/blob/c", "\ud800.yml", 3)).toBe(
      "<code>\\ud800.yml:3</code>",
    );
  });
});
