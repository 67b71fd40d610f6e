// Nothing that people write into a roster, or that Vanta answers, becomes markup, a link, a mention
// or a command: asserted on what a browser and the runner would get.
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { toLogLine } from "../../src/model/format.js";
import { msg, quote, quoteExternal, reply } from "../../src/model/message.js";
import type { ChangedAccount, Changes, Outcome } from "../../src/model/outcome.js";
import { DIGEST, known, person, problems, resource, SENT } from "./outcomes.js";
import {
  chooseAnnotations,
  logLines,
  MARKER,
  renderComment,
  renderSummary,
  shown,
} from "./render.js";

/** As GitHub renders it, but with nothing taken out, so that whatever comes through is seen. */
function toHtml(markdown: string): string {
  return micromark(markdown, {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });
}

/** Every tag that is ours, to the letter. */
const OUR_TAG =
  /^<(\/?(table|tr|td|p|h2|h3|details|summary|sub|b|i|pre|code)|\/th|br|wbr|th align="left"|td colspan="\d"|code class="language-text"|a href="https:\/\/github\.com\/example-corp\/access\/(blob\/[0-9a-f]{40}\/[A-Za-z0-9%._~!*'()&#;/-]+#L\d+|actions\/(runs\/\d+|workflows\/roster\.yml))"|\/a)>$/;

/** What GitHub makes links, mentions, references and emoji of. */
const MADE_BY_GITHUB =
  /(^|[^A-Za-z0-9_])@[A-Za-z0-9]|(^|\W)#\d|\bGH-\d|\b(CVE-\d|GHSA-)|(?<![A-Za-z0-9])[0-9a-f]{7,40}(?![A-Za-z0-9])|https?:|www\.|:[a-z0-9_+-]+:|\S@[0-9a-f]{7,40}(?![A-Za-z0-9])|\/\S+#\d/i;

interface Seen {
  /** Tags that are not ours. */
  readonly foreign: readonly string[];
  /** The texts outside of code, which GitHub looks at. */
  readonly open: readonly string[];
}

function look(html: string): Seen {
  const foreign: string[] = [];
  const open: string[] = [];
  let depth = 0;
  for (const [piece] of html.replace(MARKER, "").matchAll(/<[^>]*>?|[^<]+/g)) {
    if (!piece.startsWith("<")) {
      if (depth === 0) open.push(decoded(piece));
    } else if (!OUR_TAG.test(piece)) foreign.push(piece);
    else if (piece.startsWith("<code")) depth += 1;
    else if (piece === "</code>") depth -= 1;
  }
  return { foreign, open };
}

function decoded(text: string): string {
  return text.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
}

/** What a browser gets of summary and comment. */
function rendered(outcome: Outcome): readonly string[] {
  return [renderSummary(outcome, { reportFile: "/tmp/report.json" }), renderComment(outcome)].map(
    toHtml,
  );
}

/** Outcomes in which every place that can hold the text of others holds this one. */
function poisoned(bad: string): readonly Outcome[] {
  const account = {
    ...person("u-1", "X"),
    displayName: bad,
    uniqueId: bad,
    externalUrl: bad,
    fullName: bad,
    accountName: bad,
    email: bad,
    permissionLevel: bad,
    createdTimestamp: bad,
    deactivatedTimestamp: bad,
    status: bad,
    authMethod: bad,
    mfaMethods: [bad],
    groupIds: [bad],
    customProperties: { [bad]: bad },
    [bad]: bad,
  };
  const location = { file: bad, line: 1, column: 1 };
  const fields: ChangedAccount["fields"] = [
    { field: "permissionLevel", before: bad, after: "ADMIN" },
    { field: "email", before: bad },
    { field: "groupIds", before: [bad], after: [bad, `${bad}2`] },
    { field: "customProperties", before: { [bad]: bad }, after: { a: { b: bad } } },
    { field: bad, before: bad, after: bad },
  ];
  const id = (name: string) => ({ uniqueId: `${bad}${name}`, account });
  const changes: Changes = {
    removed: [
      { ...id("removed"), how: "deactivate" },
      { ...id("old"), how: "omit", why: "cannot-carry" },
    ],
    changed: [
      { ...id(""), location, fields },
      {
        uniqueId: bad,
        account: { ...account, status: "DEACTIVATED" },
        location: { ...location, file: `${bad}2` },
        fields: [{ field: "status", before: bad, after: "DEACTIVATED" }],
      },
    ],
    added: [
      { ...id("added"), location },
      { ...id("admin"), account: { ...account, permissionLevel: "ADMIN" }, location },
      { ...id("new"), location },
    ],
    rekeyed: [{ from: `${bad}old`, to: `${bad}new`, fields }],
    deleted: [{ ...id("deleted"), why: "forget" }],
  };
  const message = msg`${quote(bad, "email")} and ${quoteExternal(bad)}: ${reply(bad)}`;
  const violation = { code: "max-removals", resourceId: bad, message, accounts: [bad] } as const;
  const one = resource({
    resourceId: bad,
    files: [bad],
    ...changes,
    expired: [id("expired")],
    violations: [
      { ...violation, waivedBy: "approved-plan" },
      { ...violation, waivedBy: "approvals-file" },
    ],
    synced: "unknown",
  });
  const facts = {
    ...known({
      mode: "sync",
      digest: DIGEST,
      requests: SENT,
      backup: bad,
      resources: [one, { ...one, resourceId: `${bad}2`, files: [`${bad}/a.yml`, `${bad}/b.yml`] }],
      approvals: { file: bad, line: 1 },
      violations: [violation],
      problems: problems(
        { severity: "error", code: "wrong-type", message, location },
        {
          severity: "error",
          code: "wrong-type",
          message,
          location,
          account: { uniqueId: bad, fullName: bad },
        },
        { severity: "notice", code: "base-unreadable", message: [reply(bad)] },
      ),
    }),
  };
  const run = { ...facts.run, actor: bad };
  const effect = [
    { resourceId: bad, ...changes },
    { resourceId: `${bad}3`, ...changes },
  ];
  return [
    { ...facts, outcome: "failed", failures: [message, [reply(bad)]] },
    { ...facts, requests: [], outcome: "failed", failures: [[reply(bad)]] },
    { ...facts, run, outcome: "blocked" },
    { ...facts, outcome: "drifted" },
    {
      ...facts,
      effect,
      beyond: effect.map((one) => ({ ...one, expired: [] })),
      outcome: "planned",
    },
    { ...facts, resources: [one], outcome: "superseded", reason: message },
  ];
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
  "mailto:evil@evil.example",
  "@octocat and @github/evil",
  "ü@octocat",
  "octocat@8c1f0a7be1d5a3f4f25a0b6cdd0c5a1f7c9d2e34",
  "#12 and GH-1 and evil/evil#1",
  "GH-12",
  "CVE-2021-44228",
  "8c1f0a7be1d5a3f4f25a0b6cdd0c5a1f7c9d2e34",
  "8c1f0a7",
  ":tada:",
  "$\\evil$ evil^2^",
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
  "  ::stop-commands::evil",
  "##[error]evil",
  "::error::x ##[error]y\n::error::z",
  "[^1]\n\n[^1]: evil",
  "javascript:evil",
  "../../evil?a=b&c#d",
  " ",
  "",
];

/** Any mixture of such text and of any other characters. */
const ANYTHING = fc
  .array(
    fc.oneof(
      fc.constantFrom(...DANGEROUS),
      fc.string({ unit: "grapheme", maxLength: 8 }),
      fc.string({ unit: "binary", maxLength: 4 }),
      fc.constantFrom("a", "1", "@", ".", "-", "_", "GH-", "abcdef1", "/", ":", " "),
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((fragments) => fragments.join(""));

function expectInert(bad: string): void {
  for (const html of poisoned(bad).flatMap(rendered)) {
    const { foreign, open } = look(html);
    expect(foreign).toEqual([]);
    expect(open.filter((text) => MADE_BY_GITHUB.test(text))).toEqual([]);
  }
}

describe("in summary and comment, text of others", () => {
  test.each(DANGEROUS)("is inert: %j", expectInert);

  test("is inert, whatever it is", () => {
    fc.assert(fc.property(ANYTHING, expectInert), { numRuns: 40 });
  });

  test("changes nothing in the structure", () => {
    const tags = (bad: string) =>
      poisoned(bad)
        .flatMap(rendered)
        .map((html) =>
          html.match(/<\/?(table|t[rdh]|p|h[1-6]|details|summary|sub|pre|ul|li|em)\b/g),
        );
    const harmless = tags("harmless");
    for (const bad of DANGEROUS.filter((one) => one.trim() !== "" && !one.includes("/")))
      expect(tags(bad)).toEqual(harmless);
  });

  test("the rendering shows what would come through", () => {
    const { foreign, open } = look(toHtml("<b>@octocat</b> *x* www.evil.example"));
    expect(foreign).toEqual(["<em>", "</em>", '<a href="http://www.evil.example">']);
    expect(open.some((text) => MADE_BY_GITHUB.test(text))).toBe(true);
  });
});

describe("in the log, text of others", () => {
  // The border to the runner makes every line safe.
  const lines = (bad: string) =>
    poisoned(bad)
      .flatMap((outcome) => [
        ...logLines(shown(outcome)),
        ...chooseAnnotations(outcome).flatMap(({ message, title = "" }) => [message, title]),
      ])
      .map(toLogLine);

  const expectNoCommand = (bad: string) => {
    for (const line of lines(bad))
      expect(line).not.toMatch(/^\s*::|##\[|[\p{Cc}\p{Cs}\u2028\u2029]/u);
  };

  test.each(DANGEROUS)("starts no command and no line: %j", expectNoCommand);

  test("starts none, whatever it is", () => {
    fc.assert(fc.property(ANYTHING, expectNoCommand), { numRuns: 50 });
  });

  test("adds no line", () => {
    for (const bad of DANGEROUS) expect(lines(bad)).toHaveLength(lines("harmless").length);
  });
});
