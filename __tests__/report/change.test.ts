// What of a change is shown: only what differs.
import { describe, expect, test } from "@jest/globals";
import { shownChange } from "../../src/report/change.js";

describe("a change", () => {
  test.each([
    ["absent", { after: "x" }, { before: [], after: ["x"], same: 0 }],
    ["null and []", { before: null, after: [] }, { before: [], after: [], same: 0 }],
    ["booleans", { before: false, after: true }, { before: ["false"], after: ["true"], same: 0 }],
    [
      "of lists what differs",
      { before: ["a", "b"], after: ["b", "c"] },
      { before: ["a"], after: ["c"], same: 1 },
    ],
    [
      "maps by key",
      { before: { a: 1, c: 2 }, after: { a: "1", b: true, c: 3 } },
      { before: ["c: 2"], after: ["b: true", "c: 3"], same: 1 },
    ],
    [
      "what is not text as JSON",
      { before: [{ b: 1, a: null }], after: { a: [1] } },
      { before: ['{"a":null,"b":1}'], after: ["a: [1]"], same: 0 },
    ],
  ])("shows %s", (_what, change, shown) => {
    expect(shownChange({ field: "f", ...change })).toEqual(shown);
  });

  test("a difference behind a long common beginning is brought to the front", () => {
    const of = (common: number) => {
      const start = "x".repeat(common);
      return shownChange({ field: "f", before: `${start}A`, after: `${start}B` });
    };
    expect(of(120)).toEqual({
      before: [`${"x".repeat(120)}A`],
      after: [`${"x".repeat(120)}B`],
      same: 0,
    });
    const front = `…${"x".repeat(30)}`;
    expect(of(121)).toEqual({ before: [`${front}A`], after: [`${front}B`], same: 0 });
  });
});
