// Cutting: at any size a document fits, the least important rows go first, and what is left out is
// said. Both sides of the limits of summary and comment.
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { msg } from "../../src/model/message.js";
import type { Outcome } from "../../src/model/outcome.js";
import type { Problem } from "../../src/model/problem.js";
import { block, fitInto, type Part } from "../../src/report/fit.js";
import { SUMMARY_LIMIT } from "../../src/report/summary.js";
import { crowd, known, OUTCOMES, planOf, problems, resource, VIOLATION } from "./outcomes.js";
import { renderComment, renderSummary } from "./render.js";

describe("fitInto", () => {
  const list = (keep: number, noun: string, count: number, maxRows?: number): Part => ({
    keep,
    heading: `#${noun}:`,
    open: "<",
    count,
    maxRows,
    row: (index) => `${noun}${index};`,
    more: (cut, isAlone) => `${isAlone ? "all " : ""}+${cut}`,
    close: ">",
  });
  const size = (text: string) => text.length;
  const fitted = (limit: number, ...parts: readonly Part[]) =>
    fitInto({ top: "T", parts, bottom: "B", note: "!" }, limit, size);

  test("keeps the order of the parts, whatever is cut first", () => {
    const parts = [list(1, "a", 3), list(2, "b", 3)];
    const whole = "T#a:<a0;a1;a2;>#b:<b0;b1;b2;>B";
    expect(fitted(whole.length, ...parts)).toBe(whole);
    expect(fitted(whole.length - 1, ...parts)).toBe("T!#a:<a0;+2>#b:<b0;b1;b2;>B");
  });

  test("a part without room for a row says how many there are", () => {
    const part = list(1, "a", 3);
    expect(fitted(13, part)).toBe("T!#a:<a0;+2>B");
    expect(fitted(12, part)).toBe("T!#a:all +3B");
    expect(fitted(11, part)).toBe("T!B");
  });

  test("a part after a cut one is cut too, even where one of its rows would fit", () => {
    const long = { ...list(2, "a", 3), row: () => "x".repeat(20) };
    expect(fitted(50, long, list(1, "b", 1))).toBe(`T!#a:<${"x".repeat(20)}+2>#b:all +1B`);
  });

  test("where no row has to be cut, a part still ends after its own limit", () => {
    expect(fitted(100, list(1, "a", 3, 3))).toBe("T#a:<a0;a1;a2;>B");
    expect(fitted(100, list(1, "a", 3, 2))).toBe("T#a:<a0;a1;+1>B");
  });

  test("an empty part is not there", () => {
    expect(fitted(100, list(1, "a", 0), block(2, "x"))).toBe("TxB");
  });

  test("gives up the bottom, then the note, then the end of the top", () => {
    const document = { top: "TOP", parts: [block(1, "xxxxx")], bottom: "BOTTOM", note: "!" };
    expect([10, 9, 4, 3, 2, 0].map((limit) => fitInto(document, limit, size))).toEqual([
      "TOP!BOTTOM",
      "TOP!",
      "TOP!",
      "TOP",
      "TO",
      "",
    ]);
  });

  test("half a character is never shown", () => {
    expect(fitInto({ top: "😀", parts: [], bottom: "", note: "" }, 1, size)).toBe("");
  });
});

const LONG_NAME = "Żółć 龍馬 😀 ".repeat(12);
const bytes = (text: string) => Buffer.byteLength(text, "utf8");
const rows = (text: string, prefix: string) =>
  text.match(new RegExp(`^<tr><td><b>.*<sub>${prefix}-\\d+ `, "gm"))?.length ?? 0;
const problemRows = (text: string) => text.match(/ is wrong\. /g)?.length ?? 0;

const WRONG = (count: number): readonly Problem[] =>
  Array.from({ length: count }, (_, index) => ({
    severity: "warning",
    code: "wrong-type",
    message: msg`Value ${index} is wrong.`,
    location: { file: "a.yml", line: index + 1, column: 1 },
  }));

/** A plan with `count` accounts of each class that may be long, and as many warnings. */
const crowded = (count: number, name = LONG_NAME): Outcome => ({
  ...planOf(crowd(count, name)),
  problems: problems(...WRONG(count)),
});

/** What is cut first comes first. */
const CUT = ["new", "other", "problems", "access", "admin", "left"] as const;

const shownOf = (text: string) =>
  CUT.map((what) => (what === "problems" ? problemRows(text) : rows(text, what)));

/** Whether nothing less important is shown where something is cut. */
function isInOrder(counts: readonly number[], all: number): boolean {
  return counts.every(
    (count, index) => count === 0 || counts.slice(index + 1).every((other) => other === all),
  );
}

const tagsMatch = (text: string) =>
  ["table", "details", "tr", "td", "p"].every(
    (tag) =>
      text.match(new RegExp(`<${tag}[ >]`, "g"))?.length ===
      text.match(new RegExp(`</${tag}>`, "g"))?.length,
  );

describe("the summary", () => {
  test("20,000 changes with long names fit into 1 MiB, removals last", () => {
    const summary = renderSummary(crowded(4000), { reportFile: "/tmp/report.json" });
    expect(bytes(summary)).toBeLessThanOrEqual(SUMMARY_LIMIT);
    expect(bytes(summary)).toBeGreaterThan(SUMMARY_LIMIT - 2000);
    expect(shownOf(summary)).toEqual([0, 0, 0, 0, 0, expect.any(Number)]);
    expect(rows(summary, "left")).toBeGreaterThan(2000);
    expect(summary).toContain("Cut to the size that GitHub shows");
    expect(summary).toContain("<code>/tmp/report.json</code>");
    for (const title of ["Lose access", "Become ADMIN", "Other changes", "Added"]) {
      expect(summary).toContain(`### ${title} (4,000)\n`);
    }
    expect(summary.match(/… and 4,000 more in the report file/g)).toHaveLength(4);
    expect(summary).toContain("<p>… and 4,000 more problems in the report file</p>");
  });

  test("whole at exactly its size, cut one byte below", () => {
    const outcome = crowded(40);
    const whole = renderSummary(outcome);
    expect(shownOf(whole)).toEqual(CUT.map(() => 40));
    expect(renderSummary(outcome, { limitBytes: bytes(whole) })).toBe(whole);
    const cut = renderSummary(outcome, { limitBytes: bytes(whole) - 1 });
    expect(bytes(cut)).toBeLessThan(bytes(whole));
    expect(cut).toContain("Cut to the size");
    expect(shownOf(cut)).toEqual([expect.any(Number), 40, 40, 40, 40, 40]);
    expect(rows(cut, "new")).toBeLessThan(40);
  });

  test("at any limit it fits, in order, and what is left out is said", () => {
    const outcome = crowded(25, "Ünï 😀");
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000 }), (limitBytes) => {
        const summary = renderSummary(outcome, { limitBytes });
        expect(bytes(summary)).toBeLessThanOrEqual(limitBytes);
        const counts = shownOf(summary);
        expect(isInOrder(counts, 25)).toBe(true);
        if (limitBytes < 5000) return;
        expect(tagsMatch(summary)).toBe(true);
        const said = [...summary.matchAll(/… and (\d+) more/g)].map(([, cut]) => Number(cut));
        const missing = counts.map((count) => 25 - count).filter((count) => count > 0);
        expect(said.sort()).toEqual(missing.sort());
      }),
      { numRuns: 200 },
    );
  });

  test("problems that were not kept are counted apart", () => {
    const outcome: Outcome = {
      ...known({ problems: { kept: WRONG(30), errors: 0, warnings: 40 } }),
      outcome: "invalid",
    };
    const notKept = "10 more problems were counted, but not kept";
    expect(renderSummary(outcome)).toContain(`${notKept}</td></tr>\n</table>`);
    expect(renderSummary(outcome)).not.toContain("…");
    const cut = renderSummary(outcome, { limitBytes: 4000 });
    expect(cut).toContain(`… and ${30 - problemRows(cut)} more problems in the report file</td>`);
    expect(cut).toContain(notKept);
    const all = renderSummary(outcome, { limitBytes: 800 });
    expect(all).toContain(`<p>… and 30 more problems in the report file. ${notKept}</p>`);
  });

  test("a thousand resources fit, and a cut table of them says how many more", () => {
    const resources = Array.from({ length: 1000 }, (_, index) =>
      resource({ resourceId: `resource-${index}` }),
    );
    const summary = renderSummary(planOf(...resources), { limitBytes: 100_000 });
    expect(bytes(summary)).toBeLessThanOrEqual(100_000);
    expect(summary).toMatch(/… and \d+ more resources<\/td>/);
  });
});

describe("the comment", () => {
  test("has ten rows of a guard's accounts too, so that they cut nothing else", () => {
    const accounts = Array.from({ length: 5000 }, (_, index) => `u-${index}`);
    const outcome: Outcome = {
      ...crowded(10),
      violations: [{ ...VIOLATION, accounts }],
      outcome: "blocked",
    };
    const comment = renderComment(outcome);
    expect(comment.match(/^<tr><td>u-\d+<\/td>/gm)).toHaveLength(10);
    expect(comment).toContain("… and 4,990 more, in ");
    expect(shownOf(comment)).toEqual([10, 10, 10, 10, 10, 10]);
  });

  test("whole at exactly its length, cut one character below", () => {
    const outcome = crowded(10);
    const whole = renderComment(outcome);
    expect(shownOf(whole)).toEqual(CUT.map(() => 10));
    expect(renderComment(outcome, whole.length)).toBe(whole);
    const cut = renderComment(outcome, whole.length - 1);
    expect(cut.length).toBeLessThan(whole.length);
    expect(shownOf(cut)).toEqual([expect.any(Number), 10, 10, 10, 10, 10]);
    expect(rows(cut, "new")).toBeLessThan(10);
  });

  test.each(Object.entries(OUTCOMES))("of %s is whole by itself", (_name, outcome) => {
    expect(tagsMatch(renderComment(outcome))).toBe(true);
    expect(tagsMatch(renderSummary(outcome))).toBe(true);
  });
});
