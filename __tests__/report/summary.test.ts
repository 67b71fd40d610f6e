// What the summary says, and in which order; what counts as news for a comment; the outputs.
import { describe, expect, test } from "@jest/globals";
import { formatCount } from "../../src/model/format.js";
import { msg } from "../../src/model/message.js";
import type { ChangedAccount, Outcome } from "../../src/model/outcome.js";
import { accessChanges, otherChanges, shownChange } from "../../src/report/change.js";
import { duration } from "../../src/report/phrases.js";
import { SUMMARY_LIMIT } from "../../src/report/summary.js";
import {
  known,
  LISTED,
  OUTCOMES,
  person,
  problems,
  resource,
  SENT,
  VIOLATION,
} from "./outcomes.js";
import { hasNews, renderComment, renderOutputs, renderSummary } from "./render.js";

const summary = (outcome: Outcome) => renderSummary(outcome, { limitBytes: SUMMARY_LIMIT });
const outcomeOf = (name: string): Outcome => OUTCOMES[name] ?? { ...known(), outcome: "valid" };
const headings = (markdown: string) => markdown.split("\n").filter((line) => line.startsWith("#"));
const firstLine = (outcome: Outcome) => summary(outcome).split("\n", 1)[0];

describe("verdict, in the first line", () => {
  test.each([
    ["invalid", "## ❌ Invalid: 2 errors. Nothing was sent to Vanta."],
    [
      "invalid-by-warnings",
      "## ❌ Invalid: 1 warning, and fail-on-warnings is set. Nothing was sent to Vanta.",
    ],
    ["failed-before-sending", "## ❌ Failed: nothing was changed in Vanta."],
    ["failed-half-way", "## ❌ Failed: of 3 resources, 1 synced, 1 not synced and 1 not known."],
    [
      "blocked",
      "## ⛔ Blocked by max-removals: a sync would mean 2 removed, 3 changed, 1 added. Nothing was sent to Vanta.",
    ],
    [
      "drifted",
      "## ❌ Drifted: Vanta is not what the roster says: a sync would mean 2 removed, 3 changed, 1 added. Nothing was sent to Vanta.",
    ],
    [
      "superseded",
      "## ⏭️ Superseded: the branch has moved on since this commit. Nothing was sent to Vanta.",
    ],
    [
      "valid",
      "## ✅ Valid: the roster's 40 accounts can be sent, with 1 warning. Vanta was not asked.",
    ],
    [
      "planned",
      "## 📋 Planned: a sync would mean 2 removed, 3 changed, 1 added. Nothing was sent to Vanta.",
    ],
    [
      "planned-nothing",
      "## ✅ Planned: nothing to change, Vanta holds what the roster says. Nothing was sent to Vanta.",
    ],
    ["synced", "## ✅ Synced: 2 removed, 3 changed, 1 added. Read back and verified."],
    [
      "synced-nothing",
      "## ✅ Synced: nothing to change, 40 accounts sent again as they are. Read back and verified.",
    ],
    [
      "synced-unverified",
      "## ⚠️ Synced: 2 removed, 3 changed, 1 added. Vanta accepted it, but the read-back did not verify it: see the warnings.",
    ],
  ])("%s", (name, line) => {
    expect(firstLine(outcomeOf(name))).toBe(line);
  });

  test.each([
    ["yes", "Vanta holds what was sent, but the run did not end well."],
    ["no", "Vanta does not hold what was sent."],
    ["unknown", "it is not known whether Vanta holds what was sent."],
  ] as const)("failed after a PUT, synced %s", (synced, words) => {
    const failed: Outcome = {
      ...known({ resources: [resource({ synced })], requests: SENT }),
      outcome: "failed",
      failures: [],
    };
    expect(firstLine(failed)).toBe(`## ❌ Failed: ${words}`);
  });
});

describe("order", () => {
  test("verdict, guards, removed, re-keyed, expired, access, other, added, problems, glance", () => {
    const outcome: Outcome = { ...outcomeOf("blocked"), problems: outcomeOf("synced").problems };
    expect(headings(summary(outcome))).toEqual([
      firstLine(outcome),
      "#### Guards that tripped",
      "#### Removed (2)",
      "#### Re-keyed: same e-mail address, new uniqueId (1)",
      "#### No longer sent: expired, forgotten, or not fit to be sent on (1)",
      "#### Access changes (2)",
      "#### Other changes (2)",
      "#### Added (1)",
      "#### 1 warning",
      "#### The roster at a glance",
    ]);
  });

  test("the pull request's own effect stands apart from what a sync would change", () => {
    const lines = headings(summary(outcomeOf("planned-on-a-pull-request")));
    expect(lines.filter((line) => line.startsWith("### "))).toEqual([
      "### This pull request changes the roster: 1 removed, 1 added",
      "### What a sync would change in Vanta: 2 removed, 3 changed, 1 added",
    ]);
    expect(lines.indexOf("#### Removed (1)")).toBeLessThan(lines.indexOf("#### Removed (2)"));
  });

  test("where both are the same, one line says so", () => {
    const lines = headings(summary(outcomeOf("planned-without-drift")));
    expect(lines).toContain("### A sync would change exactly this in Vanta, and nothing else");
    expect(lines.filter((line) => line.includes("Removed"))).toHaveLength(1);
  });

  test("several resources: each section by resource, with one heading", () => {
    const outcome: Outcome = {
      ...known({ resources: [resource({ resourceId: "one" }), resource({ resourceId: "two" })] }),
      outcome: "planned",
    };
    const markdown = summary(outcome);
    expect(headings(markdown)).toContain("#### Removed (4)");
    const order = [
      "#### Removed (4)",
      "Resource <code>one</code>",
      "Resource <code>two</code>",
      "#### Re-keyed",
      "#### Added",
    ];
    const places = order.map((words) => markdown.indexOf(words));
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(places).not.toContain(-1);
    expect(headings(markdown)).toContain("#### Resources");
  });

  test("nothing changed: no table of changes", () => {
    expect(headings(summary(outcomeOf("planned-nothing"))).slice(1)).toEqual([
      "#### The roster at a glance",
    ]);
  });
});

describe("guards", () => {
  test("which accounts, the digest, and both ways to approve it", () => {
    const markdown = summary(outcomeOf("blocked"));
    expect(markdown).toMatch(
      /Which 2 accounts count<\/summary>[\s\S]*<code>u-1002<\/code><\/td><td><code>Grace Hopper<\/code>/,
    );
    expect(markdown).toMatch(/```yaml\napproved-plan: sha256:[0-9a-f]{64}\n```/);
    expect(markdown).toMatch(/approvals-file[\s\S]*```\nsha256:[0-9a-f]{64}\n```/);
  });

  test("what an approval let pass is told, without a way to approve", () => {
    const markdown = summary(outcomeOf("synced-with-approval"));
    expect(markdown).toContain("Guards that an approval let pass");
    expect(markdown).toContain("Let pass by <code>approvals-file</code>.");
    expect(markdown).not.toContain("approved-plan:");
  });

  test("without a plan there is nothing to approve", () => {
    const empty = { ...VIOLATION, code: "empty-roster", accounts: [] } as const;
    const markdown = summary({
      ...known({ mode: "validate", violations: [empty] }),
      outcome: "blocked",
    });
    expect(markdown).toContain("<code>empty-roster</code>");
    expect(markdown).not.toContain("How to go on");
  });
});

describe("changes", () => {
  const changed = (uniqueId: string, ...fields: ChangedAccount["fields"]): ChangedAccount => ({
    uniqueId,
    fields,
    account: { ...person(uniqueId, "X Y") },
  });

  test("grants of ADMIN and re-activations come first; every account stands with its fields of each kind", () => {
    const accounts = [
      changed(
        "email",
        { field: "email", before: "a", after: "b" },
        { field: "fullName", before: "a", after: "b" },
      ),
      changed("gone", { field: "status", before: "ACTIVE", after: "DEACTIVATED" }),
      changed("back", { field: "status", before: "DEACTIVATED", after: "ACTIVE" }),
      changed("admin", { field: "permissionLevel", before: "BASE", after: "ADMIN" }),
      changed("demoted", { field: "permissionLevel", before: "ADMIN", after: "BASE" }),
      changed("name", { field: "displayName", before: "a", after: "b" }),
    ];
    expect(accessChanges(accounts).map(({ uniqueId }) => uniqueId)).toEqual([
      "back",
      "admin",
      "email",
      "gone",
      "demoted",
    ]);
    expect(otherChanges(accounts).map(({ uniqueId, fields }) => [uniqueId, fields.length])).toEqual(
      [
        ["email", 1],
        ["name", 1],
      ],
    );
  });

  test.each([
    ["absent", { after: "x" }, { before: [], after: ["x"], same: 0 }],
    ["null and []", { before: null, after: [] }, { before: [], after: [], same: 0 }],
    ["booleans", { before: false, after: true }, { before: ["false"], after: ["true"], same: 0 }],
    [
      "short lists whole",
      { before: ["a", "b"], after: ["b"] },
      { before: ["a", "b"], after: ["b"], same: 0 },
    ],
    [
      "maps by key",
      { before: { a: 1 }, after: { a: "1", b: true } },
      { before: ["a: 1"], after: ["a: 1", "b: true"], same: 0 },
    ],
  ])("shows %s", (_what, change, shown) => {
    expect(shownChange({ field: "f", ...change })).toEqual(shown);
  });

  test("of long lists only what differs is shown", () => {
    const many = Array.from({ length: 11 }, (_, index) => `g${index}`);
    expect(
      shownChange({ field: "groupIds", before: many, after: [...many.slice(1), "new"] }),
    ).toEqual({
      before: ["g0"],
      after: ["new"],
      same: 10,
    });
  });

  test("a difference behind a long common beginning is brought to the front", () => {
    const { before, after } = shownChange({
      field: "f",
      before: `${"x".repeat(500)}A`,
      after: `${"x".repeat(500)}B`,
    });
    expect([before, after]).toEqual([[`…${"x".repeat(30)}A`], [`…${"x".repeat(30)}B`]]);
  });

  test("more than 25 additions are folded, 25 are not; ADMINs come first and are counted", () => {
    const added = (count: number) =>
      Array.from({ length: count }, (_, index) => ({
        uniqueId: `n-${index}`,
        account: {
          ...person(`n-${index}`, "X Y", { permissionLevel: index === 20 ? "ADMIN" : "BASE" }),
        },
      }));
    const of = (count: number) =>
      summary({
        ...known({ resources: [resource({ added: added(count), rekeyed: [] })] }),
        outcome: "planned",
      });
    expect(of(26)).toContain("<summary>Show all 26</summary>");
    expect(of(25)).not.toContain("<summary>");
    expect(of(25)).toContain("#### Added, 1 of them ADMIN (25)");
    expect(of(25).indexOf("n-20")).toBeLessThan(of(25).indexOf("n-0<"));
  });
});

describe("links", () => {
  test("to the roster's line at this commit, where that is known", () => {
    expect(summary(outcomeOf("planned"))).toContain(
      'href="https://github.com/example-corp/access/blob/8c1f0a7be1d5a3f4f25a0b6cdd0c5a1f7c9d2e34/access/admin-panel.yml#L35"',
    );
    const { serverUrl: _, ...run } = known().run;
    expect(summary({ ...outcomeOf("planned"), run })).not.toContain("href");
  });
});

describe("hasNews", () => {
  test.each([
    ["planned-nothing", false],
    ["synced-nothing", false],
    ["superseded", false],
    ["planned", true],
    ["valid", true],
    ["invalid", true],
    ["failed-before-sending", true],
    ["blocked", true],
    ["planned-on-a-pull-request", true],
  ])("%s: %s", (name, news) => {
    expect(hasNews(outcomeOf(name))).toBe(news);
  });

  test("a valid roster that changes nobody is no news, a warning is, a notice is not", () => {
    const effect = [{ added: [], removed: [], changed: [], rekeyed: [] }];
    const valid = (severity: "warning" | "notice"): Outcome => ({
      ...known({ effect, problems: problems({ severity, code: "cannot-carry", message: msg`x` }) }),
      outcome: "valid",
    });
    expect(hasNews({ ...known({ effect }), outcome: "valid" })).toBe(false);
    expect(hasNews(valid("notice"))).toBe(false);
    expect(hasNews(valid("warning"))).toBe(true);
  });
});

describe("comment", () => {
  test("says what the summary says, behind the marker", () => {
    expect(renderComment(outcomeOf("planned"), { marker: "<!-- m -->" })).toBe(
      `<!-- m -->\n${summary(outcomeOf("planned"))}`,
    );
  });
});

describe("outputs", () => {
  test("all of a sync", () => {
    expect(renderOutputs(outcomeOf("synced"), "/tmp/report.json")).toEqual({
      mode: "sync",
      outcome: "synced",
      accounts: "40",
      added: "1",
      removed: "2",
      changed: "3",
      unchanged: "36",
      "has-changes": "true",
      "plan-digest": expect.stringMatching(/^sha256:/),
      verified: "true",
      errors: "0",
      warnings: "1",
      "report-file": "/tmp/report.json",
      backup: "/tmp/backup-*.yml",
    });
  });

  test("what is not known is not there", () => {
    expect(
      renderOutputs({
        ...known({ problems: { kept: [], errors: 2, warnings: 0 } }),
        outcome: "invalid",
      }),
    ).toEqual({
      outcome: "invalid",
      errors: "2",
      warnings: "0",
    });
  });

  test("verified only after a PUT, and true only where every resource is", () => {
    const of = (requests: typeof SENT, ...verified: readonly boolean[]) =>
      renderOutputs({
        ...known({ requests, resources: verified.map((one) => resource({ verified: one })) }),
        outcome: "synced",
      })["verified"];
    expect([of(LISTED, false), of(SENT, true, true), of(SENT, true, false)]).toEqual([
      undefined,
      "true",
      "false",
    ]);
  });
});

describe("closing", () => {
  test("what was sent, and what came of it", () => {
    const put = (resourceId: string) =>
      ({ method: "PUT", path: "/p", resourceId, attempts: 1 }) as const;
    const resources = [
      resource({ resourceId: "a", synced: "yes", sent: 10 }),
      resource({ resourceId: "b", synced: "unknown", sent: 20 }),
      resource({ resourceId: "c", synced: "no", sent: 30 }),
      resource({ resourceId: "d", synced: "no", sent: 40 }),
    ];
    const markdown = summary({
      ...known({ resources, requests: [put("a"), put("b"), put("c")] }),
      outcome: "failed",
      failures: [],
    });
    expect(markdown).toContain("10 sent, 20 sent with an unknown result, 30 sent in vain<br>");
    expect(summary(outcomeOf("planned"))).toContain("1 expired, nothing sent<br>");
  });

  test.each([
    ["2026-01-01T00:00:00Z", "2026-01-01T00:00:00.040Z", "0.0 s"],
    ["2026-01-01T00:00:00Z", "2026-01-01T00:01:59.940Z", "119.9 s"],
    ["2026-01-01T00:00:00Z", "2026-01-01T00:02:00Z", "2 min 0 s"],
    ["2026-01-01T00:00:00Z", "2025-01-01T00:00:00Z", undefined],
    ["?", "2025-01-01T00:00:00Z", undefined],
  ])("%s to %s took %s", (startedAt, finishedAt, words) => {
    expect(duration({ startedAt, finishedAt })).toBe(words);
  });

  test("counts are grouped by thousands", () => {
    expect([0, 999, 1000, 1234567].map(formatCount)).toEqual(["0", "999", "1,000", "1,234,567"]);
  });
});
