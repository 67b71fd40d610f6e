// Room, on both sides of each limit: 1 MiB for the summary, 65,536 characters for the comment, ten annotations, 1,000 lines of log.
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { msg, reply } from "../../src/model/message.js";
import type { Outcome } from "../../src/model/outcome.js";
import { PROBLEM_LIMIT, type Problem } from "../../src/model/problem.js";
import type { Severity } from "../../src/model/problem-codes.js";
import { block, fitInto, type Part } from "../../src/report/markdown.js";
import { SUMMARY_LIMIT } from "../../src/report/summary.js";
import { toLogLine } from "../../src/runner/commands.js";
import { crowd, DIGEST, known, OUTCOMES, problems, resource } from "./outcomes.js";
import {
  chooseAnnotations,
  renderComment,
  renderLog,
  renderLogClosing,
  renderSummary,
} from "./render.js";

const LONG_NAME = "Żółć 龍馬 😀 ".repeat(12);
const bytes = (markdown: string) => Buffer.byteLength(markdown, "utf8");
const planned = (count: number, name = LONG_NAME): Outcome => ({
  ...known({ mode: "plan", digest: DIGEST, resources: [crowd(count, name)] }),
  outcome: "planned",
});
const rows = (markdown: string, id: RegExp) =>
  markdown.match(new RegExp(`<tr><td(?: rowspan="\\d")?><code>${id.source}`, "g"))?.length ?? 0;

describe("summary", () => {
  test("20,000 changes with long multi-byte names fit into 1 MiB, removals first", () => {
    const summary = renderSummary(planned(6667), {
      limitBytes: SUMMARY_LIMIT,
      reportFile: "/tmp/report.json",
    });
    expect(bytes(summary)).toBeLessThanOrEqual(SUMMARY_LIMIT);
    expect(bytes(summary)).toBeGreaterThan(SUMMARY_LIMIT - 2000);
    expect(rows(summary, /left-u-/)).toBeGreaterThan(1000);
    expect(rows(summary, /new-u-/)).toBe(0);
    expect(summary).toMatch(
      /Cut to fit\.<\/strong> Shown are only [\d,]+ of 6,667 removals, 0 of 6,667 access changes.*0 of 6,667 additions/,
    );
    expect(summary).toContain("<code>/tmp/report.json</code>");
    expect(summary).toContain("uses: actions/upload-artifact@");
    expect(summary.split("\n", 1)).toEqual([
      "## 📋 Planned: a sync would mean 6,667 removed, 6,667 changed, 6,667 added. Nothing was sent to Vanta.",
    ]);
    expect(summary).toContain(DIGEST);
  });

  test("whole at exactly its size, cut one byte below", () => {
    const outcome = planned(40);
    const whole = renderSummary(outcome, { limitBytes: SUMMARY_LIMIT });
    expect(renderSummary(outcome, { limitBytes: bytes(whole) })).toBe(whole);
    const cut = renderSummary(outcome, { limitBytes: bytes(whole) - 1 });
    expect(bytes(cut)).toBeLessThan(bytes(whole));
    expect(cut).toContain("Cut to fit");
    expect(rows(cut, /left-u-/)).toBe(40);
    expect(rows(cut, /new-u-/)).toBeLessThan(40);
  });

  test("at any limit it fits, and shows no addition where a removal is cut", () => {
    const outcome = planned(25, "Ünï 😀");
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000 }), (limitBytes) => {
        const summary = renderSummary(outcome, { limitBytes });
        expect(bytes(summary)).toBeLessThanOrEqual(limitBytes);
        const [removed, added] = [rows(summary, /left-u-/), rows(summary, /new-u-/)];
        if (added > 0) expect(removed).toBe(25);
        expect(summary.match(/<table>/g)?.length ?? 0).toBe(
          summary.match(/<\/table>/g)?.length ?? 0,
        );
        expect(summary.match(/<details>/g)?.length ?? 0).toBe(
          summary.match(/<\/details>/g)?.length ?? 0,
        );
      }),
      { numRuns: 300 },
    );
  });

  test("what is said to be shown is what is shown", () => {
    const summary = renderSummary(planned(300, "Ada"), { limitBytes: 100_000 });
    const said = /([\d,]+) of 300 access changes/.exec(summary)?.[1];
    expect(rows(summary, /left-u-/)).toBe(300);
    expect(rows(summary, /u-/)).toBe(Number(said));
    expect(summary).toMatch(new RegExp(`… and ${300 - Number(said)} more`));
  });

  test("a thousand resources do not break the limit by their headings", () => {
    const resources = Array.from({ length: 1000 }, (_, index) =>
      resource({ resourceId: `resource-${index}` }),
    );
    const outcome: Outcome = { ...known({ resources, digest: DIGEST }), outcome: "planned" };
    const summary = renderSummary(outcome, { limitBytes: SUMMARY_LIMIT });
    expect(bytes(summary)).toBeLessThanOrEqual(SUMMARY_LIMIT);
    expect(rows(summary, /u-1003/)).toBe(1000);
  });
});

describe("comment", () => {
  const marker = "<!-- vanta-roster-sync 0123 -->";

  test("65,536 characters at most, marker first, then the verdict", () => {
    const comment = renderComment(planned(6667), { marker });
    expect(comment.length).toBeLessThanOrEqual(65_536);
    expect(comment.length).toBeGreaterThan(64_000);
    expect(comment.split("\n", 2)).toEqual([marker, expect.stringContaining("## 📋 Planned")]);
  });

  test("whole at exactly its length, cut one character below", () => {
    const outcome = planned(10);
    const whole = renderComment(outcome, { marker });
    expect(whole).not.toContain("Cut to fit");
    expect(renderComment(outcome, { marker, limitCharacters: whole.length })).toBe(whole);
    const cut = renderComment(outcome, { marker, limitCharacters: whole.length - 1 });
    expect(cut.length).toBeLessThan(whole.length);
    expect(cut).toContain("Cut to fit");
  });
});

describe("fitInto", () => {
  const list = (keep: number, noun: string, count: number): Part => ({
    keep,
    noun,
    open: `<${noun}>`,
    count,
    row: (index) => `${noun}${index};`,
    more: (cut) => `+${cut}`,
    close: `</${noun}>`,
  });
  const size = (markdown: string) => markdown.length;
  const note = () => "!";

  test("keeps the order of the parts, whatever is cut first", () => {
    const parts = [list(1, "a", 3), list(2, "b", 3)];
    expect(fitInto({ top: "T", parts, bottom: "B", note }, 100, size)).toBe(
      "T<a>a0;a1;a2;</a><b>b0;b1;b2;</b>B",
    );
    expect(fitInto({ top: "T", parts, bottom: "B", note }, 33, size)).toBe(
      "T!<a>a0;+2</a><b>b0;b1;b2;</b>B",
    );
  });

  test("a cut list says how many more, and is not there without a row", () => {
    const document = { top: "T", parts: [list(1, "a", 3)], bottom: "B", note };
    expect(fitInto(document, 18, size)).toBe("T<a>a0;a1;a2;</a>B");
    expect(fitInto(document, 17, size)).toBe("T!<a>a0;+2</a>B");
    expect(fitInto(document, 14, size)).toBe("T!B");
  });

  test("gives up the bottom, then the note, then the end of the top", () => {
    const document = { top: "TOP", parts: [block(1, "x", "xxxx")], bottom: "BOTTOM", note };
    expect(fitInto(document, 9, size)).toBe("TOP!");
    expect(fitInto(document, 3, size)).toBe("TOP");
    expect(fitInto(document, 2, size)).toBe("TO");
  });
});

describe("annotations", () => {
  const many = (severity: Severity, count: number): Problem[] =>
    Array.from({ length: count }, (_, index) => ({
      severity,
      code: "wrong-type",
      message: msg`Problem ${index}`,
      location: { file: "a.yml", line: index + 1, column: 2 },
    }));
  const shown = (outcome: Outcome, severity: Severity) =>
    chooseAnnotations(outcome).filter((one) => one.severity === severity);
  const invalid = (errors: number, warnings: number): Outcome => ({
    ...known({ problems: problems(...many("error", errors), ...many("warning", warnings)) }),
    outcome: "invalid",
  });

  test("nine errors and the verdict are all shown", () => {
    const errors = shown(invalid(9, 0), "error");
    expect(errors).toHaveLength(10);
    expect(errors[8]).toEqual({
      severity: "error",
      message: "Problem 8",
      title: "wrong-type",
      file: "a.yml",
      line: 9,
      column: 2,
    });
    expect(errors[9]).toEqual({
      severity: "error",
      message: "Invalid: 9 errors. Nothing was sent to Vanta.",
    });
  });

  test("of ten errors the verdict counts the last", () => {
    const errors = shown(invalid(10, 0), "error");
    expect(errors).toHaveLength(10);
    expect(errors[9]?.message).toBe(
      "Invalid: 10 errors. Nothing was sent to Vanta. And 1 more of this kind (error): all stand in the job summary and in the report file.",
    );
  });

  test("ten warnings are shown, of eleven the last counts two", () => {
    expect(shown(invalid(1, 10), "warning").map(({ message }) => message)).toEqual(
      Array.from({ length: 10 }, (_, index) => `Problem ${index}`),
    );
    const eleven = shown(invalid(1, 11), "warning");
    expect(eleven).toHaveLength(10);
    expect(eleven[9]?.message).toMatch(/^2 more/);
  });

  test("problems that were not kept are counted", () => {
    const outcome: Outcome = {
      ...known({ problems: { kept: many("error", 20), errors: PROBLEM_LIMIT + 5, warnings: 0 } }),
      outcome: "invalid",
    };
    expect(shown(outcome, "error")[9]?.message).toContain("9,996 more");
  });

  test("failures and guards come before problems, and the verdict last; a pass has no error", () => {
    const failed = chooseAnnotations(OUTCOMES["failed-half-way"] ?? planned(1)).map(
      ({ title }) => title,
    );
    expect(failed).toEqual(["failed", undefined]);
    expect(chooseAnnotations(OUTCOMES["blocked"] ?? planned(1))[0]?.title).toBe("max-removals");
    for (const name of ["valid", "planned", "synced", "superseded"]) {
      expect(shown(OUTCOMES[name] ?? invalid(1, 1), "error")).toEqual([]);
    }
  });

  test("a message is one line of at most 4,000 units", () => {
    const failures = [[...Array.from({ length: 10 }, () => reply("x\n".repeat(2000)))]];
    const [first] = chooseAnnotations({ ...known(), outcome: "failed", failures });
    expect(first?.message.length).toBe(4000);
    expect(first?.message).not.toContain("\n");
  });
});

describe("log", () => {
  const lines = (outcome: Outcome) => renderLog(outcome).flatMap((group) => group.lines);
  const starting = (outcome: Outcome, sign: string) =>
    lines(outcome).filter((line) => line.startsWith(`${sign} `)).length;

  test("1,000 lines are whole, then one says how many more", () => {
    const exact: Outcome = {
      ...known({ resources: [{ ...crowd(500, "Ada"), changed: [] }] }),
      outcome: "planned",
    };
    expect(lines(exact)).toHaveLength(1000);
    const over = planned(334, "Ada");
    expect(lines(over)).toHaveLength(1001);
    expect([starting(over, "-"), starting(over, "~"), starting(over, "+")]).toEqual([
      334, 334, 332,
    ]);
    expect(lines(over).at(-1)).toBe("… and 2 more, which stand in the report file");
  });

  test("the removals of every resource come before the additions of any", () => {
    const outcome: Outcome = {
      ...known({
        resources: [
          { ...crowd(600, "Ada"), changed: [] },
          { ...crowd(600, "Bob"), added: [], changed: [] },
        ],
      }),
      outcome: "planned",
    };
    expect(starting(outcome, "-")).toBe(1000);
    expect(starting(outcome, "+")).toBe(0);
  });

  test("user text starts no command", () => {
    const bad = "::error::x ##[error]y\n::error::z";
    const one = crowd(1, bad);
    const failures = [[reply(bad)], msg`${reply("  ::stop-commands::x")}`];
    const outcome: Outcome = {
      ...known({
        resources: [{ ...one, resourceId: "##[group]" }],
        problems: problems({
          severity: "error",
          code: "wrong-type",
          message: [reply(bad)],
          location: { file: bad, line: 1, column: 1 },
        }),
      }),
      outcome: "failed",
      failures,
    };
    const all = [
      ...renderLog(outcome).flatMap(({ title, lines }) => [title, ...lines]),
      ...renderLogClosing(outcome),
      ...chooseAnnotations(outcome).flatMap(({ message, title = "" }) => [message, title]),
    ];
    expect(all.length).toBeGreaterThan(8);
    // The runner's border makes each safe: see runner/commands.
    for (const line of all.map(toLogLine)) expect(line).not.toMatch(/^\s*::|##\[|[\r\n]/);
  });
});
