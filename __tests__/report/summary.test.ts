// What the summary says, and in which order.
import { describe, expect, test } from "@jest/globals";
import type { Row } from "../../src/model/account.js";
import { msg } from "../../src/model/message.js";
import type {
  FieldChange,
  Outcome,
  OutcomeFacts,
  ResourceOutcome,
} from "../../src/model/outcome.js";
import {
  known,
  NO_CHANGES,
  OUTCOMES,
  person,
  planOf,
  problems,
  resource,
  runOn,
  SENT,
  VIOLATION,
} from "./outcomes.js";
import { renderSummary } from "./render.js";

/** The verdict, the titles, and whatever else begins a part, in order. */
const outline = (markdown: string): readonly string[] =>
  [...markdown.matchAll(/^(?:#+ |<h3>|<p><b>|<p>⚠️ <b>|<details><summary>)([\w-]+[^:<(]*)/gm)].map(
    ([, words = ""]) => words.trim(),
  );

/** The rows of a section, without the one with the titles. */
function rowsOf(markdown: string, title: string): readonly string[] {
  const start = markdown.indexOf(`### ${title} (`);
  const end = markdown.indexOf("</table>", start);
  return start < 0 ? [] : (markdown.slice(start, end).match(/^<tr><td.*$/gm) ?? []);
}

const none = { ...NO_CHANGES, expired: [], deferred: 0 };
const row = (uniqueId: string, fields: Readonly<Record<string, unknown>> = {}): Row => ({
  ...person(uniqueId, "Ada Lovelace"),
  ...fields,
  uniqueId,
});
const summaryOf = (more: Partial<ResourceOutcome>) =>
  renderSummary(planOf(resource({ ...none, ...more })));

describe("order", () => {
  test("verdict, resources, risk, guards, the verdict's classes, problems, glance, small print", () => {
    const markdown = renderSummary({
      ...OUTCOMES["blocked-by-several"],
      problems: OUTCOMES.synced.problems,
    });
    expect(outline(markdown)).toEqual([
      expect.stringMatching(/^2 accounts become ADMIN/),
      "max-removals",
      "The 3 accounts",
      "max-access-changes",
      "The 3 accounts",
      "If this is a mistake",
      "Lose access",
      "Become ADMIN",
      "Come back",
      "Other access changes",
      "Re-keyed",
      "Other changes",
      "Added",
      "Deleted",
      "Expired",
      "access/",
      "The roster at a glance",
    ]);
    expect(markdown).toMatch(/^## ⛔ Blocked by .*\n\n<table>\n<tr><th align="left">Resource</);
    expect(markdown).toMatch(/<\/details>\n\n<p><sub>.*<\/sub><\/p>\n$/);
  });

  test("no change: no section", () => {
    expect(outline(summaryOf({}))).toEqual([]);
  });

  test("a pull request's own changes, then what else a sync would change", () => {
    const { beyond, ...alone } = OUTCOMES["planned-on-a-pull-request"];
    const markdown = renderSummary(OUTCOMES["planned-on-a-pull-request"]);
    const split = markdown.indexOf(
      "\n## Not in this pull request: 2 lose access, 1 comes back, 1 other access change, 1 re-keyed, 2 other changes, 1 added, 1 deleted, 1 expired\n",
    );
    expect(markdown.indexOf("Hedy Lamarr</b>")).toBeLessThan(split);
    expect(markdown.indexOf("Alan Turing</b>")).toBeGreaterThan(split);
    expect(markdown.indexOf("Hedy Lamarr</b>", split)).toBe(-1);
    expect(renderSummary(alone)).not.toContain("Not in this pull request");
  });

  test.each([
    ["failed", [], "## What this run planned, not sent"],
    ["failed", SENT, "## What this run planned"],
    ["superseded", [], "## What this run planned, not sent"],
  ] as const)("%s: the plan is only a plan %#", (outcome, requests, title) => {
    const facts = { ...known({ resources: [resource()], requests }) };
    const ended: Outcome =
      outcome === "failed"
        ? { ...facts, outcome, failures: [] }
        : { ...facts, outcome, reason: msg`x` };
    expect(renderSummary(ended)).toContain(`\n${title}\n\n### Lose access (3)\n`);
  });
});

describe("the lines after the verdict", () => {
  const planned = (more: Partial<OutcomeFacts>): Outcome => ({
    ...known({ resources: [resource()], mergesToDefaultBranch: true, ...more }),
    outcome: "planned",
  });
  const added = resource().added.slice(0, 1);
  const expiring = resource(NO_CHANGES);

  test.each<[string, Outcome, boolean]>([
    ["a plan", planned({}), true],
    ["one with drift only", planned({ effect: [NO_CHANGES] }), true],
    ["no change", planned({ resources: [resource(none)] }), false],
    ["only expired accounts", planned({ resources: [expiring], effect: [NO_CHANGES] }), false],
    ["into another branch", planned({ mergesToDefaultBranch: false }), false],
    ["no pull request", planned({ mergesToDefaultBranch: undefined }), false],
    ["a blocked plan", { ...planned({ violations: [VIOLATION] }), outcome: "blocked" }, false],
    ["drift", { ...planned({}), outcome: "drifted" }, false],
    [
      "only checked",
      { ...planned({ effect: [{ ...NO_CHANGES, added }] }), outcome: "valid" },
      false,
    ],
  ])("merging applies it: %s", (_what, outcome, applies) => {
    expect(renderSummary(outcome).includes("<b>Merging applies this.</b>")).toBe(applies);
  });

  test("the run, and the roster where it is one file", () => {
    const run = "https://github.com/example-corp/access/actions/runs/1234567890";
    const file = `https://github.com/example-corp/access/blob/8c1f0a7be1d5a3f4f25a0b6cdd0c5a1f7c9d2e34/access/admin-panel.yml#L1`;
    expect(summaryOf({})).toContain(
      `<p><a href="${run}">Run and full report</a> · roster <a href="${file}">access/<wbr>admin-panel.yml</a></p>`,
    );
    expect(summaryOf({ files: ["a.yml", "b.yml"] })).toContain(
      `<p><a href="${run}">Run and full report</a></p>`,
    );
    const { url: _, ...elsewhere } = known().run;
    expect(renderSummary({ ...planOf(resource(none)), run: elsewhere })).toContain(
      `<p>roster <a href="${file}">access/<wbr>admin-panel.yml</a></p>`,
    );
  });

  test("a risk names three accounts, then how many more", () => {
    const admins = (count: number) =>
      Array.from({ length: count }, (_, index) => {
        const uniqueId = `u-${index}`;
        const fields = { fullName: `Ada ${index}`, permissionLevel: "ADMIN" };
        return { uniqueId, account: row(uniqueId, fields) };
      });
    expect(summaryOf({ added: admins(1) })).toContain(
      "<p>⚠️ <b>1 account becomes ADMIN: Ada 0 (new).</b></p>",
    );
    expect(summaryOf({ added: admins(3) })).toContain(
      "3 accounts become ADMIN: Ada 0 (new), Ada 1 (new), Ada 2 (new).</b>",
    );
    expect(summaryOf({ added: admins(5) })).toContain("Ada 2 (new) and 2 more.</b>");
  });

  test("a password without MFA is a risk of new accounts; SSO, MFA and old accounts are none", () => {
    const weak = { authMethod: "PASSWORD", mfaEnabled: false };
    const of = (fields: Readonly<Record<string, unknown>>) =>
      summaryOf({ added: [{ uniqueId: "u", account: row("u", fields) }] });
    expect(of(weak)).toContain(
      "<b>1 new account signs in with a password and without MFA: Ada Lovelace.</b>",
    );
    expect(of({ ...weak, mfaEnabled: true })).not.toContain("<b>1 ");
    expect(of({ ...weak, authMethod: "SSO" })).not.toContain("<b>1 ");
    const fields = [{ field: "mfaEnabled", before: true, after: false }];
    expect(
      summaryOf({ changed: [{ uniqueId: "u", account: row("u", weak), fields }] }),
    ).not.toContain("<b>1 ");
  });

  test("why a run failed: every cause that the verdict does not say in full", () => {
    const failures = [msg`No answer.`, msg`Another <b> cause.`];
    const markdown = renderSummary({ ...known(), outcome: "failed", failures });
    expect(markdown).toContain("<p>Another &#60;b&#62; cause.</p>");
    expect(markdown.match(/No answer\./g)).toHaveLength(1);
  });
});

describe("resources", () => {
  const line = /^<tr><td>[^<]*<\/td><td>(.*)<\/td><td>(.*)<\/td><\/tr>$/gm;
  const states = (outcome: Outcome) =>
    [...(renderSummary(outcome).split("</table>")[0]?.matchAll(line) ?? [])].map(
      ([, state]) => state,
    );
  const failed = (requests: typeof SENT, ...resources: readonly ResourceOutcome[]): Outcome => ({
    ...known({ mode: "sync", resources, requests }),
    outcome: "failed",
    failures: [msg`x.`],
  });
  const synced = { ...none, synced: "yes", sent: 1200 } as const;

  test("a line for each of several, with its name, state and changes", () => {
    expect(renderSummary(planOf(resource(none), resource({ resourceId: "b" })))).toContain(
      "<tr><td>admin-panel b</td><td>Compared.</td><td>3 lose access (1 ADMIN), ",
    );
    expect(states(planOf(resource()))).toEqual([]);
  });

  test("where a sync was sent, what became of each", () => {
    const resources = [
      resource({ ...synced, verified: true }),
      resource(synced),
      resource(none),
      resource({ ...none, synced: "unknown" }),
    ];
    expect(states(failed(SENT, ...resources))).toEqual([
      "Synced, 1,200 sent, read back and verified.",
      "Synced, 1,200 sent, not verified.",
      "Not changed.",
      "Unknown: it may still take effect. Run again: a sync replaces everything.",
    ]);
  });

  test("of a failed run also a single one", () => {
    expect(states(failed(SENT, resource(none)))).toEqual(["Not changed."]);
    expect(states(failed([], resource(none)))).toEqual(["Not sent."]);
  });

  test("accounts of several resources share a section, and each says where it is", () => {
    const [removed] = resource().removed;
    const one = resource({ ...none, removed: removed ? [removed] : [] });
    const rows = rowsOf(
      renderSummary(planOf(one, { ...one, resourceId: "other", files: [] })),
      "Lose access",
    );
    expect(rows.map((text) => /<sub>in (.*?)<\/sub>/.exec(text)?.[1])).toEqual([
      "admin-panel 65f0…f0",
      "other",
    ]);
  });
});

describe("a row", () => {
  test("every account has one, with all its changes, in natural order", () => {
    const fields = [
      { field: "fullName", before: "Ada Byron", after: "Ada Lovelace" },
      { field: "email", before: "a@example.com", after: "b@example.com" },
    ];
    const changed = ["u-10", "u-2"].map((uniqueId) => ({
      uniqueId,
      account: row(uniqueId),
      fields,
    }));
    const rows = rowsOf(summaryOf({ changed }), "Other access changes");
    expect(rows.map((text) => /<sub>(u-\d+)/.exec(text)?.[1])).toEqual(["u-2", "u-10"]);
    expect(rows[0]).toContain(
      "fullName: Ada Byron &lrm;→ Ada Lovelace<br>email: a@example.com &lrm;→ b@example.com",
    );
    expect(summaryOf({ changed })).not.toContain("Other changes");
  });

  test.each<[string, Readonly<Record<string, unknown>>, string]>([
    [
      "name, then ID and address",
      { email: "a@example.com" },
      "<b>Ada Lovelace</b><br><sub>u-1 · a@example.com</sub>",
    ],
    [
      "no full name",
      { fullName: undefined, displayName: "Ada", email: "" },
      "<b>Ada</b><br><sub>u-1</sub>",
    ],
    [
      "no name at all",
      { fullName: 1, displayName: null, email: "a@example.com" },
      "<b>u-1</b><br><sub>a@example.com</sub>",
    ],
    ["an address as ID", { fullName: "", displayName: "", email: "u-1" }, "<b>u-1</b>"],
  ])("who it is: %s", (_what, fields, cell) => {
    const added = [{ uniqueId: "u-1", account: row("u-1", fields) }];
    expect(rowsOf(summaryOf({ added }), "Added")[0]).toContain(`<td>${cell}</td>`);
  });

  test.each<[Readonly<Record<string, unknown>>, string]>([
    [{}, "BASE, SSO"],
    [{ authMethod: "PASSWORD" }, "BASE, PASSWORD, ⚠️ no MFA"],
    [{ authMethod: "PASSWORD", mfaEnabled: true }, "BASE, PASSWORD"],
    [{ status: "DEACTIVATED", permissionLevel: "ADMIN" }, "ADMIN, DEACTIVATED, SSO"],
  ])("what a new account may do: %j", (fields, cell) => {
    const added = [{ uniqueId: "u-1", account: row("u-1", fields) }];
    expect(rowsOf(summaryOf({ added }), "Added")[0]).toContain(`<td>${cell}</td>`);
  });

  const many = Array.from({ length: 25 }, (_, index) => `g${index}`);
  test.each<[FieldChange, string]>([
    [{ field: "roleDescription", after: "x" }, "roleDescription: <i>none</i> &lrm;→ x"],
    [{ field: "roleDescription", before: "x" }, "roleDescription: x &lrm;→ <i>none</i>"],
    [{ field: "groupIds", before: ["a", "b"], after: ["b", "c"] }, "groupIds: + c, − a"],
    [{ field: "groupIds", before: ["a"], after: ["b"] }, "groupIds: a &lrm;→ b"],
    [
      { field: "groupIds", after: many },
      `groupIds: <i>none</i> &lrm;→ ${many.slice(0, 20).join(", ")}, 5 more`,
    ],
    [
      { field: "groupIds", before: ["x"], after: ["x", ...many.slice(0, 20)] },
      `groupIds: ${many
        .slice(0, 20)
        .map((one) => `+ ${one}`)
        .join(", ")}`,
    ],
    [
      { field: "permissionLevel", before: "ADMIN", after: "BASE" },
      "permissionLevel: ADMIN &lrm;→ BASE",
    ],
    [
      { field: "permissionLevel", before: "BASE", after: "ADMIN" },
      "permissionLevel: BASE &lrm;→ <b>ADMIN</b>",
    ],
  ])("a change: %j", (change, cell) => {
    const account = row("u-1", { [change.field]: change.after });
    const markdown = summaryOf({ changed: [{ uniqueId: "u-1", account, fields: [change] }] });
    expect(markdown).toContain(`<td>${cell}</td>`);
  });

  test("a re-keyed pair says what it was, and what else differs", () => {
    const fields = [{ field: "displayName", before: "Ada B", after: "Ada L" }];
    const markdown = summaryOf({
      removed: [{ uniqueId: "old", how: "deactivate", account: row("old") }],
      added: [{ uniqueId: "new", account: row("new") }],
      rekeyed: [{ from: "old", to: "new", fields }],
    });
    expect(rowsOf(markdown, "Re-keyed")[0]).toContain(
      "<td>was old<br>displayName: Ada B &lrm;→ Ada L</td>",
    );
  });

  test.each<[string, Partial<ResourceOutcome>, string]>([
    [
      "left",
      { removed: [{ uniqueId: "u", how: "deactivate", account: row("u") }] },
      "DEACTIVATED (left the roster)",
    ],
    [
      "omit",
      { removed: [{ uniqueId: "u", how: "omit", account: row("u") }] },
      "deleted from Vanta (on-removal: omit)",
    ],
    [
      "forget",
      { removed: [{ uniqueId: "u", how: "omit", why: "forget", account: row("u") }] },
      "deleted from Vanta (forget)",
    ],
    [
      "cannot be sent",
      {
        removed: [
          {
            uniqueId: "u",
            how: "omit",
            why: "cannot-carry",
            account: row("u", { email: null, mfaEnabled: undefined }),
          },
        ],
      },
      "deleted from Vanta (cannot be sent: no email, mfaEnabled)",
    ],
    [
      "deleted, forgotten",
      { deleted: [{ uniqueId: "u", why: "forget", account: row("u") }] },
      "deleted from Vanta (forget)",
    ],
    [
      "deleted, cannot be sent",
      { deleted: [{ uniqueId: "u", why: "cannot-carry", account: row("u") }] },
      "deleted from Vanta (cannot be sent)",
    ],
  ])("the result: %s", (_what, changes, cell) => {
    expect(summaryOf(changes)).toContain(`<td>BASE</td><td>${cell}</td>`);
  });

  test("set to DEACTIVATED: the access so far, and the line", () => {
    const fields = [
      { field: "permissionLevel", before: "EDITOR", after: "BASE" },
      { field: "status", before: "ACTIVE", after: "DEACTIVATED" },
    ];
    const gone = {
      uniqueId: "u",
      account: row("u", { status: "DEACTIVATED" }),
      fields,
      location: { file: "a b.yml", line: 7, column: 1 },
    };
    const left = { uniqueId: "v", how: "deactivate", account: row("v") } as const;
    const markdown = summaryOf({ changed: [gone], removed: [left] });
    expect(markdown).toMatch(
      /<td>EDITOR<\/td><td>DEACTIVATED in the roster, line <a href="[^"]*\/a%20b\.yml#L7">7<\/a><\/td>/,
    );
  });

  test("the line names its file only where a section has several", () => {
    const added = (file: string, line: number) => ({
      uniqueId: `u-${line}`,
      account: row(`u-${line}`),
      location: { file, line, column: 1 },
    });
    const lines = (...all: readonly ReturnType<typeof added>[]) =>
      rowsOf(summaryOf({ added: all }), "Added").map(
        (text) => />([^<>]*(?:<wbr>)?[^<>]*)<\/a><\/td><\/tr>/.exec(text)?.[1],
      );
    expect(lines(added("x/a.yml", 1), added("x/a.yml", 2))).toEqual(["1", "2"]);
    expect(lines(added("x/a.yml", 1), added("x/b.yml", 2))).toEqual([
      "x/<wbr>a.yml:1",
      "x/<wbr>b.yml:2",
    ]);
  });

  test.each(["serverUrl", "repository", "commit"])("without %s, the line is no link", (name) => {
    const run = { ...known().run, [name]: undefined };
    const [text] = rowsOf(renderSummary({ ...planOf(resource()), run }), "Added");
    expect(text).toMatch(/<td>357<\/td><\/tr>$/);
  });

  test("an expired account says since when it was DEACTIVATED", () => {
    const expired = [
      { uniqueId: "u-1", account: row("u-1", { deactivatedTimestamp: "2025-01-01T00:00:00Z" }) },
      { uniqueId: "u-2", account: row("u-2") },
    ];
    const rows = rowsOf(summaryOf({ expired }), "Expired");
    expect(rows[0]).toContain("<td><code>2025-01-01T00:00:00Z</code></td>");
    expect(rows[1]).toContain("<td>unknown</td>");
  });
});

describe("drift", () => {
  test("sections and columns say what is where, not what happens", () => {
    const markdown = renderSummary(OUTCOMES.drifted);
    expect(markdown.match(/^### .*/gm)).toEqual([
      "### ACTIVE in Vanta, not ACTIVE in the roster (3)",
      "### ADMIN in the roster, not in Vanta (2)",
      "### DEACTIVATED in Vanta, ACTIVE in the roster (1)",
      "### Access differs (1)",
      "### Under another uniqueId in Vanta (1)",
      "### Other fields differ (2)",
      "### Missing in Vanta (1)",
      "### DEACTIVATED in Vanta, to be deleted (1)",
      "### Expired in Vanta (1)",
    ]);
    expect(markdown.match(/>In Vanta → In the roster</g)).toHaveLength(5);
    expect(markdown).not.toContain(">Change<");
  });

  test("a pull request's own changes are no drift", () => {
    const { effect, beyond, resources } = OUTCOMES["planned-on-a-pull-request"];
    const markdown = renderSummary({
      ...known({ run: runOn("pull_request"), effect, beyond, resources }),
      outcome: "drifted",
    });
    const [own = "", others = ""] = markdown.split("\n## Not in this pull request");
    expect(own).toContain("### Lose access (1)");
    expect(own).not.toContain("In Vanta");
    expect(others).toContain("### Access differs (1)");
  });
});

describe("folding", () => {
  const ids = (count: number) => Array.from({ length: count }, (_, index) => `u-${index}`);
  const changed = (count: number, field: string, before: string, after: string) => ({
    changed: ids(count).map((uniqueId) => ({
      uniqueId,
      account: row(uniqueId, { [field]: after }),
      fields: [{ field, before, after }],
    })),
  });
  const SECTIONS: readonly (readonly [
    string,
    boolean,
    (count: number) => Partial<ResourceOutcome>,
  ])[] = [
    [
      "Lose access",
      false,
      (count) => ({
        removed: ids(count).map((uniqueId) => ({
          uniqueId,
          how: "omit",
          account: row(uniqueId),
        })),
      }),
    ],
    ["Become ADMIN", false, (count) => changed(count, "permissionLevel", "BASE", "ADMIN")],
    ["Come back", false, (count) => changed(count, "status", "DEACTIVATED", "ACTIVE")],
    ["Other access changes", false, (count) => changed(count, "authMethod", "SSO", "TOKEN")],
    ["Other changes", true, (count) => changed(count, "displayName", "a", "b")],
    [
      "Added",
      true,
      (count) => ({ added: ids(count).map((uniqueId) => ({ uniqueId, account: row(uniqueId) })) }),
    ],
    [
      "Expired",
      true,
      (count) => ({
        expired: ids(count).map((uniqueId) => ({ uniqueId, account: row(uniqueId) })),
      }),
    ],
  ];

  test.each(SECTIONS)("of more than 25 rows of %s: %s", (title, folds, of) => {
    const start = `### ${title} (26)\n\n<details><summary>Show all 26</summary>\n<table>\n`;
    expect(summaryOf(of(26)).includes(start)).toBe(folds);
    expect(summaryOf(of(25))).toContain(`### ${title} (25)\n\n<table>\n`);
  });
});

describe("the small print", () => {
  const sentence = "This changes what Vanta shows, not access in the system itself.";

  test("says once what a sync does not do, where Vanta was read", () => {
    expect(renderSummary(OUTCOMES.synced).split(sentence)).toHaveLength(2);
    expect(renderSummary(OUTCOMES.invalid)).not.toContain(sentence);
  });

  test("what is not known is not said", () => {
    const { commit: _, ...run } = known().run;
    const lines = renderSummary({ ...known({ run }), outcome: "invalid" })
      .trimEnd()
      .split("\n");
    expect(lines.at(-1)).toBe(
      "<p><sub>No request to Vanta, 3.4 s. vanta-roster-sync 1.0.0.</sub></p>",
    );
  });
});

describe("the roster at a glance", () => {
  test("accounts by level and status, folded, with what matters in its title", () => {
    expect(
      renderSummary(OUTCOMES.synced),
    ).toContain(`<details><summary>The roster at a glance: 40 accounts, 3 ADMIN, 2 without MFA or SSO</summary>
<table>
<tr><th align="left"></th><th align="left">ACTIVE</th><th align="left">DEACTIVATED</th></tr>
<tr><td>ADMIN</td><td>3</td><td>0</td></tr>
<tr><td>EDITOR</td><td>9</td><td>1</td></tr>
<tr><td>BASE</td><td>25</td><td>2</td></tr>
</table>
</details>
`);
  });
});

describe("problems", () => {
  test("those without a file first, then file by file in order of lines, with line and account", () => {
    const problemRows = renderSummary(OUTCOMES.invalid)
      .split("\n")
      .filter((line) => /^(### |<h3>|<tr><td>)/.test(line))
      .map((line) => line.replace(/<a [^>]*>/g, "").replace(/<\/a>/g, ""));
    expect(problemRows).toEqual([
      "### About the run",
      "<tr><td>Unknown input <code>max-removal</code>. Did you mean max-removals? <sub>unknown-input</sub></td></tr>",
      "<h3>access/<wbr>admin-panel.yml</h3>",
      "<tr><td>3</td><td><i>defaults</i></td><td>status cannot be <code>active</code>. Did you mean ACTIVE? Allowed: ACTIVE, DEACTIVATED. <sub>unknown-value</sub></td></tr>",
      "<tr><td>17</td><td>u-1002</td><td>Unknown field <code>fulName</code>. Did you mean fullName? <sub>unknown-key</sub></td></tr>",
      "<tr><td>113</td><td>u-1017 Radia Perlman</td><td>⚠️ An ADMIN who signs in by PASSWORD without MFA. Set up MFA, or use <code>authMethod: SSO</code>. <sub>admin-without-mfa</sub></td></tr>",
      "<h3>access/<wbr>build server.yml</h3>",
      "<tr><td>12</td><td>CI Bot</td><td>createdTimestamp <code>2024-02-30T09:00:00Z</code>: there is no such day. <sub>bad-timestamp</sub></td></tr>",
    ]);
  });

  test("errors, warnings and notices of the run, the worst first", () => {
    const of = (severity: "error" | "warning" | "notice") =>
      ({ severity, code: "wrong-type", message: msg`x` }) as const;
    const all = problems(of("notice"), of("warning"), of("error"));
    const markdown = renderSummary({ ...known({ problems: all }), outcome: "invalid" });
    expect(markdown.match(/^<tr><td>.*x/gm)).toEqual(["<tr><td>x", "<tr><td>⚠️ x", "<tr><td>ℹ️ x"]);
  });
});
