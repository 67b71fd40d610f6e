// The guards that tripped: which accounts count, and how to approve exactly this plan.
import { describe, expect, test } from "@jest/globals";
import { msg } from "../../src/model/message.js";
import type { Outcome, OutcomeFacts, Violation } from "../../src/model/outcome.js";
import { collectProblems } from "../../src/model/problem.js";
import { parseApprovals } from "../../src/plan/approvals.js";
import { approvalWays } from "../../src/report/guard-parts.js";
import { crowd, DIGEST, known, NO_CHANGES, resource, runOn, VIOLATION } from "./outcomes.js";
import { logLines, renderSummary, shown } from "./render.js";

const URL = known().run.url;
const CHANGED: Violation = { code: "plan-changed", message: msg`x`, accounts: [] };
const EMPTY: Violation = { code: "empty-roster", message: msg`x`, accounts: [] };
const file = "access/approvals.txt";

const blocked = (event: string, more: Partial<OutcomeFacts> = {}): Outcome => ({
  ...known({
    run: runOn(event),
    mode: "sync",
    digest: DIGEST,
    resources: [resource(NO_CHANGES)],
    violations: [VIOLATION],
    ...more,
  }),
  outcome: "blocked",
});

const byRun = { kind: "run", line: DIGEST };
const byFile = { kind: "file", line: `${DIGEST} # 1 expired, ${URL}` };

describe("the ways to approve a plan that work in this run", () => {
  test.each([
    ["push", undefined, [byRun]],
    ["push", file, [byRun, byFile]],
    ["schedule", file, [byRun, byFile]],
    ["workflow_dispatch", undefined, [byRun]],
    ["workflow_dispatch", file, [byRun, byFile]],
    ["pull_request", undefined, []],
    ["pull_request", file, [byFile]],
    ["pull_request_target", undefined, []],
    ["merge_group", undefined, []],
    ["merge_group", file, [byFile]],
  ])("on %s, approvals-file %s", (event, path, ways) => {
    expect(approvalWays(blocked(event, { approvals: { file: path } }))).toEqual(ways);
  });

  test("another plan than the approved one: never the file", () => {
    const approvals = { plan: DIGEST, file };
    const of = (event: string) =>
      approvalWays(blocked(event, { approvals, violations: [VIOLATION, CHANGED] }));
    expect(of("workflow_dispatch")).toEqual([byRun]);
    expect(of("pull_request")).toEqual([]);
  });

  test.each([
    ["validate", { mode: "validate" as const }],
    ["no mode", { mode: undefined }],
    ["no plan", { digest: undefined }],
  ])("%s: none", (_what, more) => {
    expect(approvalWays(blocked("push", more))).toEqual([]);
  });

  test.each([
    [resource(), `${DIGEST} # 3 lose access (1 ADMIN), 2 become ADMIN`],
    [crowd(1234, "Ada"), `${DIGEST} # 1,234 lose access`],
  ])("the line for the file is one that the file takes %#", (one, start) => {
    const outcome = blocked("pull_request", { approvals: { file }, resources: [one] });
    const [way] = approvalWays(outcome);
    expect(way?.line.startsWith(start)).toBe(true);
    const problems = collectProblems();
    expect([...parseApprovals(file, `# old\n${way?.line}\n`, problems)]).toEqual([[DIGEST, 2]]);
    expect(problems.kept).toEqual([]);
  });

  test("a plan of a run that has no page and no changes has no comment", () => {
    const { url: _, ...run } = runOn("pull_request");
    const nothing = [resource({ ...NO_CHANGES, expired: [] })];
    const outcome = blocked("pull_request", { run, approvals: { file }, resources: nothing });
    expect(approvalWays(outcome)).toEqual([{ kind: "file", line: DIGEST }]);
  });
});

/** The part of a document from the guards to what follows. */
function guardsIn(markdown: string): string {
  const start = markdown.search(/<p><b>(max-|empty-|plan-)/);
  const end = markdown.slice(start).search(/^### |^<p><sub>/m);
  return markdown.slice(start, start + end);
}

const START =
  "<p><b>If this is a mistake</b>, fix the roster. <b>If it is intended</b>, approve exactly this plan";
const LINK = "https://github.com/example-corp/access/actions/workflows/roster.yml";

describe("in the summary", () => {
  const of = (event: string, more: Partial<OutcomeFacts> = {}) =>
    guardsIn(renderSummary(blocked(event, more)));

  test("each guard, its accounts with their names, then every way to approve", () => {
    const resources = [resource()];
    const more = { approvals: { file }, resources, violations: [VIOLATION, CHANGED] };
    expect(
      of("push", { ...more, violations: [VIOLATION] }),
    ).toBe(`<p><b>max-removals</b>: 3 of 38 ACTIVE accounts would be removed (2 left the roster, 1 set to DEACTIVATED), and max-removals allows 2.</p>

<details><summary>The 3 accounts</summary>
<table>
<tr><th align="left">uniqueId</th><th align="left">Name</th></tr>
<tr><td>u-1006</td><td>Charles Babbage</td></tr>
<tr><td>u-1019</td><td>Hedy Lamarr</td></tr>
<tr><td>u-1014</td><td>Dennis Ritchie</td></tr>
</table>
</details>

${START}: <a href="${LINK}">run the workflow</a> with <code>approved-plan</code>:</p>

\`\`\`text
${DIGEST}
\`\`\`

<p>Or merge a pull request that adds this line to <code>access/approvals.txt</code>:</p>

\`\`\`text
${DIGEST} # 3 lose access (1 ADMIN), 2 become ADMIN (1 new), 1 comes back, 1 other access change, 1 re-keyed, 2 other changes, 1 added, 1 deleted, 1 expired, ${URL}
\`\`\`

`);
    expect(of("push", more)).toContain("<p><b>plan-changed</b>: x</p>");
    expect(of("push", more)).not.toContain("approvals.txt");
  });

  test("a guard without accounts has no list; who left before this plan has no name", () => {
    const listed = (...accounts: readonly string[]) =>
      of("push", { violations: [{ ...VIOLATION, accounts }] });
    expect(listed()).not.toContain("<details>");
    expect(listed("u-9")).toContain("<summary>The 1 account</summary>");
    expect(listed("u-9")).toContain("<tr><td>u-9</td><td></td></tr>");
  });

  test("on a pull request without the file: no approval works before the merge", () => {
    expect(of("pull_request")).toContain(
      "<b>If it is intended</b>: this run cannot be approved. Merge the change: the sync then stops, and its summary shows the digest to approve.</p>",
    );
    expect(of("pull_request")).not.toContain("run the workflow");
  });

  test("on a pull request with the file: its line only", () => {
    const markdown = of("pull_request", { approvals: { file } });
    expect(markdown).toContain(`${START}: merge a pull request that adds this line to `);
    expect(markdown).not.toContain("run the workflow");
  });

  test("where the workflow has no page, no link", () => {
    const { workflowUrl: _, ...run } = runOn("push");
    expect(of("push", { run })).toContain(`${START}: run the workflow with `);
  });

  test("an empty roster: allow-empty, in validate too", () => {
    const intended = "<b>If it is intended</b>, set <code>allow-empty: true</code>";
    expect(of("push", { violations: [EMPTY] })).toContain(
      `${intended}, or approve this plan: <a href="${LINK}">run the workflow</a>`,
    );
    expect(of("push", { mode: "validate", violations: [EMPTY] })).toContain(`${intended}.</p>`);
    expect(of("pull_request", { violations: [EMPTY] })).toContain(`${intended}.</p>`);
  });

  test("a guard that was waived: by what, and on whose start or line; once for all resources", () => {
    const synced = (waivedBy: Violation["waivedBy"], more: Partial<OutcomeFacts>) => {
      const one = resource({ violations: [{ ...VIOLATION, waivedBy }], synced: "yes" });
      const facts = known({ mode: "sync", digest: DIGEST, resources: [one, one], ...more });
      return guardsIn(renderSummary({ ...facts, outcome: "synced" }));
    };
    const { actor: _, ...run } = known().run;
    const words = `: 3 of 38 ACTIVE accounts would be removed (2 left the roster, 1 set to DEACTIVATED), and max-removals allows 2.</p>\n\n`;
    const start = "<p><b>max-removals</b>, approved by ";
    expect(synced("approved-plan", {})).toBe(
      `${start}approved-plan, in the run that <code>ada</code> started${words}`,
    );
    expect(synced("approved-plan", { run })).toBe(`${start}approved-plan${words}`);
    expect(synced("approvals-file", { approvals: { file, line: 3 } })).toBe(
      `${start}approvals-file, line 3${words}`,
    );
    expect(synced("approvals-file", {})).toBe(`${start}approvals-file${words}`);
  });
});

describe("in the log", () => {
  const of = (event: string, more: Partial<OutcomeFacts> = {}) =>
    logLines(shown(blocked(event, more)));

  test("each way, with what to paste", () => {
    expect(of("push", { approvals: { file } })).toEqual(
      expect.arrayContaining([
        `To approve exactly this plan, run the workflow with approved-plan: ${DIGEST}`,
        `Or add this line to access/approvals.txt: ${byFile.line}`,
      ]),
    );
    expect(of("pull_request", { approvals: { file } })).toContain(
      `To approve exactly this plan, add this line to access/approvals.txt: ${byFile.line}`,
    );
    expect(of("pull_request")).toContain(
      "If it is intended: this run cannot be approved. Merge the change: the sync then stops, and its summary shows the digest to approve.",
    );
  });

  test.each([
    [{ violations: [] }, "Guards: passed"],
    [{}, "Guards: blocked"],
    [
      {
        violations: [],
        resources: [resource({ violations: [{ ...VIOLATION, waivedBy: "approved-plan" }] })],
      },
      "Guards: passed with an approval",
    ],
  ] as const)("a title says whether they passed %#", (more, title) => {
    expect(of("push", more).filter((line) => line.startsWith("Guards:"))).toEqual([title]);
  });

  test("a guard names ten accounts, then how many more", () => {
    const named = (count: number) => {
      const accounts = Array.from({ length: count }, (_, index) => `u-${index}`);
      const line = of("push", { violations: [{ ...VIOLATION, accounts }] }).find((one) =>
        one.startsWith("max-removals: "),
      );
      return line?.split(" Accounts: ")[1];
    };
    expect(named(10)).toBe("u-0, u-1, u-2, u-3, u-4, u-5, u-6, u-7, u-8, u-9.");
    expect(named(12)).toBe("u-0, u-1, u-2, u-3, u-4, u-5, u-6, u-7, u-8, u-9, 2 more.");
    expect(named(0)).toBeUndefined();
  });
});
