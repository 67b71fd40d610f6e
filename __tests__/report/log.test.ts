// The log: the plan before anything is sent, the problems, and the verdict as the last line.
import { describe, expect, test } from "@jest/globals";
import type { Row } from "../../src/model/account.js";
import { msg } from "../../src/model/message.js";
import type { Outcome, ResourceOutcome } from "../../src/model/outcome.js";
import { PROBLEM_LIMIT, type Problem } from "../../src/model/problem.js";
import { LOG_LIMIT } from "../../src/report/log.js";
import {
  crowd,
  known,
  NO_CHANGES,
  OUTCOMES,
  person,
  planOf,
  problems,
  resource,
} from "./outcomes.js";
import { logLines, renderClosing, renderPlan, renderProblems, shown } from "./render.js";

const row = (uniqueId: string, fields: Readonly<Record<string, unknown>> = {}): Row => ({
  ...person(uniqueId, "Ada Lovelace"),
  ...fields,
  uniqueId,
});

/** The lines of a plan. */
const planLines = (...resources: readonly ResourceOutcome[]) =>
  renderPlan(planOf(...resources)).flatMap(({ lines }) => lines);

describe("the plan", () => {
  const who = "Ada Lovelace, ada.lovelace@example.com";
  const none = { ...NO_CHANGES, expired: [] };

  test.each<[string, Partial<ResourceOutcome>, readonly string[]]>([
    [
      "removed",
      { removed: [{ uniqueId: "u-2", how: "deactivate", account: row("u-2") }] },
      [`- u-2 ${who}: set to DEACTIVATED`],
    ],
    [
      "removed for good",
      { removed: [{ uniqueId: "u-2", how: "omit", account: row("u-2") }] },
      [`- u-2 ${who}: deleted from Vanta`],
    ],
    [
      "changed",
      {
        changed: [
          {
            uniqueId: "u-1",
            account: row("u-1"),
            fields: [
              { field: "permissionLevel", before: "ADMIN", after: "BASE" },
              { field: "roleDescription", before: "x" },
              { field: "groupIds", before: ["a", "b"], after: ["b", "c"] },
            ],
          },
        ],
      },
      [
        `~ u-1 ${who}: permissionLevel "ADMIN" → "BASE"; roleDescription "x" → none; groupIds + "c", - "a"`,
      ],
    ],
    [
      "added",
      { added: [{ uniqueId: "u-3", account: row("u-3") }] },
      [`+ u-3 ${who}: BASE, ACTIVE, SSO`],
    ],
    [
      "re-keyed",
      {
        removed: [{ uniqueId: "u-1", how: "deactivate", account: row("u-1") }],
        added: [{ uniqueId: "u-2", account: row("u-2") }],
        rekeyed: [
          { from: "u-1", to: "u-2", fields: [{ field: "fullName", before: "A", after: "B" }] },
        ],
      },
      [`- u-1 ${who}: re-keyed to u-2`, `+ u-2 ${who}: re-keyed from u-1; fullName "A" → "B"`],
    ],
    [
      "deleted",
      {
        deleted: [
          { uniqueId: "u-4", why: "forget", account: { uniqueId: "u-4", email: "a@b.example" } },
          { uniqueId: "u-5", why: "cannot-carry", account: { uniqueId: "u-5" } },
        ],
      },
      [
        "x u-4 a@b.example: deleted from Vanta (forget)",
        "x u-5: deleted from Vanta (cannot be sent)",
      ],
    ],
    [
      "expired",
      { expired: [{ uniqueId: "u-6", account: row("u-6") }] },
      [`x u-6 ${who}: expired, no longer sent`],
    ],
  ])("an account that is %s", (_what, changes, lines) => {
    expect(planLines(resource({ ...none, ...changes }))).toEqual(lines);
  });

  test("long lists are cut after ten elements", () => {
    const after = Array.from({ length: 12 }, (_, index) => `g${index}`);
    const [line] = planLines(
      resource({
        ...none,
        changed: [{ uniqueId: "u", account: row("u"), fields: [{ field: "groupIds", after }] }],
      }),
    );
    expect(line).toMatch(/"g8", "g9", 2 more$/);
  });

  test("a group for each resource by its name; of a pull request, its own effect first", () => {
    const titles = (outcome: Outcome) => renderPlan(outcome).map(({ title }) => title);
    const [one, other] = [resource(none), resource({ ...none, resourceId: "other", files: [] })];
    expect(titles(planOf(one))).toEqual(["Plan: no changes", "Guards: passed"]);
    expect(titles(planOf(one, other))).toEqual([
      "Plan in admin-panel 65f0…f0: no changes",
      "Plan in other: no changes",
      "Guards: passed",
    ]);
    expect(titles({ ...known({ effect: [one, other] }), outcome: "valid" })).toEqual([
      "This pull request in 65f0…f0: no changes",
      "This pull request in other: no changes",
    ]);
    expect(titles(OUTCOMES["planned-on-a-pull-request"]).map((one) => one.split(":")[0])).toEqual([
      "This pull request",
      "A sync would also change",
      "Guards",
    ]);
  });

  test("1,000 lines are whole, then one says how many more", () => {
    const lines = planLines(crowd(200, "Ada"));
    expect(lines).toHaveLength(LOG_LIMIT);
    const over = planLines(crowd(201, "Ada"));
    expect(over).toHaveLength(LOG_LIMIT + 1);
    expect(over.at(-1)).toBe("… and 5 more, in the report file");
    const signs = (sign: string) => over.filter((line) => line.startsWith(`${sign} `)).length;
    expect([signs("-"), signs("~"), signs("+")]).toEqual([201, 603, 196]);
  });

  test("the lines of all resources count together", () => {
    const groups = renderPlan(planOf(crowd(150, "Ada"), crowd(150, "Ada")));
    expect(groups.map(({ lines }) => lines.length)).toEqual([750, 251, 0]);
    expect(groups[1]?.lines.at(-1)).toBe("… and 500 more, in the report file");
  });
});

describe("problems", () => {
  const wrong = (index: number): Problem => ({
    severity: "warning",
    code: "wrong-type",
    message: msg`Problem ${index}.`,
    location: { file: "a\nb.yml", line: index, column: 2 },
  });
  const of = (count: number) =>
    problems(...Array.from({ length: count }, (_, index) => wrong(index + 1)));
  const linesOf = (all: Outcome["problems"]) =>
    renderProblems({ ...known({ problems: all }), outcome: "invalid" });

  test("each with its place, so that terminals and editors find it", () => {
    const { location: _, ...general } = wrong(2);
    expect(linesOf(problems(wrong(1), general))).toEqual([
      "a\\u000ab.yml:1:2 Problem 1. (warning wrong-type)",
      "Problem 2. (warning wrong-type)",
    ]);
  });

  test("1,000 are whole, then one line says how many more", () => {
    expect(linesOf(of(LOG_LIMIT))).toHaveLength(LOG_LIMIT);
    const over = linesOf(of(LOG_LIMIT + 1));
    expect(over).toHaveLength(LOG_LIMIT + 1);
    expect(over.at(-1)).toBe("… and 1 more problem");
  });

  test("those that were not kept count, and notices do not hide any of them", () => {
    const notice: Problem = { severity: "notice", code: "base-unreadable", message: msg`x` };
    const { kept } = of(LOG_LIMIT);
    const all = { kept: [...kept, notice], errors: 0, warnings: PROBLEM_LIMIT + 5 };
    expect(linesOf(all).at(-1)).toBe("… and 9,006 more problems");
  });
});

describe("the end", () => {
  test.each(Object.entries(OUTCOMES))("of %s is the verdict, once", (_name, outcome) => {
    const lines = logLines(shown(outcome));
    const isVerdict = (line: string) => /^(✅|⚠️|❌|⛔|⏭️|📋) /u.test(line);
    expect(lines.filter(isVerdict)).toEqual(lines.slice(-1));
  });

  test("whether merging applies it", () => {
    const outcome = OUTCOMES["planned-on-a-pull-request"];
    expect(renderClosing(outcome).at(-1)).toMatch(/ Merging applies this\.$/);
    expect(renderClosing({ ...outcome, mergesToDefaultBranch: false }).at(-1)).not.toContain(
      "Merging",
    );
  });

  test("before it, every cause, what was read and sent, and the digest", () => {
    const lines = renderClosing(OUTCOMES["failed-half-way"]);
    expect(lines.slice(0, 2)).toEqual([
      expect.stringMatching(/^Vanta rejected the roster for resource /),
      expect.stringMatching(/^Resource .* got no answer in 5 attempts/),
    ]);
    expect(lines.slice(2, 5)).toEqual([
      "admin-panel 65f0…f0: Synced, 45 sent, read back and verified.",
      "billing 65f0…f1: Not changed.",
      "crm 65f0…f2: Unknown: it may still take effect. Run again: a sync replaces everything.",
    ]);
    expect(lines.slice(5, -1)).toEqual([
      expect.stringMatching(/^65 accounts read from Vanta, /),
      "5 requests to Vanta (1 for a token, 1 to read, 3 to write), 2 of them tried more than once.",
      `Plan digest: ${OUTCOMES["failed-half-way"].digest}`,
    ]);
  });
});
