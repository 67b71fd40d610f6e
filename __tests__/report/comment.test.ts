// The comment on a pull request: what the summary says, short, with a link to all of it.
import { describe, expect, test } from "@jest/globals";
import { msg } from "../../src/model/message.js";
import type { Outcome } from "../../src/model/outcome.js";
import { commentMarker } from "../../src/report/comment-marker.js";
import { crowd, known, NO_CHANGES, OUTCOMES, planOf, problems, resource } from "./outcomes.js";
import { hasNews, MARKER, renderComment, renderSummary } from "./render.js";

const RUN = "https://github.com/example-corp/access/actions/runs/1234567890";

describe("comment", () => {
  test.each(Object.entries(OUTCOMES))(
    "of %s: what the summary says, without backup and glance",
    (_name, outcome) => {
      const summary = renderSummary(outcome)
        .replace(/<details><summary>The roster at a glance[\s\S]*?<\/details>\n\n/, "")
        .replace(/The accounts as they were before are in <code>.*?<\/code>\. /, "");
      expect(renderComment(outcome)).toBe(`${MARKER}\n${summary}`);
    },
  );

  const SECTIONS = [
    "Lose access",
    "Become ADMIN",
    "Other access changes",
    "Other changes",
    "Added",
  ];

  test("at most 10 rows of each section, then how many more, with the link", () => {
    const parts = (count: number) => renderComment(planOf(crowd(count, "Ada"))).split("### ");
    for (const part of parts(10).slice(1)) {
      expect(part.match(/^<tr><td>/gm)).toHaveLength(10);
      expect(part).not.toContain("…");
    }
    const eleven = parts(41).slice(1);
    expect(eleven.map((part) => part.split(" (41)")[0])).toEqual(SECTIONS);
    for (const part of eleven) {
      expect(part.match(/^<tr><td>/gm)).toHaveLength(10);
      expect(part).toContain(
        `<tr><td colspan="3">… and 31 more, in <a href="${RUN}">the summary of the run</a></td></tr>\n</table>\n`,
      );
      expect(part).not.toContain("<details>");
    }
  });

  test("where the run has no page, only how many more", () => {
    const { url: _, ...run } = known().run;
    const comment = renderComment({ ...planOf(crowd(11, "Ada")), run });
    expect(comment).toContain('<tr><td colspan="3">… and 1 more</td></tr>');
  });

  test("at most 10 problems", () => {
    const of = (count: number): Outcome => ({
      ...known({
        problems: problems(
          ...Array.from({ length: count }, (_, index) => ({
            severity: "error" as const,
            code: "wrong-type" as const,
            message: msg`Problem ${index}.`,
          })),
        ),
      }),
      outcome: "invalid",
    });
    expect(renderComment(of(10))).not.toContain("…");
    expect(renderComment(of(12)).match(/Problem \d+\./g)).toHaveLength(10);
    expect(renderComment(of(12))).toContain("… and 2 more problems, in <a");
  });
});

describe("what is news for a comment", () => {
  const quiet = { ...NO_CHANGES, expired: [] };
  const valid = (more: Partial<Outcome>): Outcome => ({
    ...known({ effect: [NO_CHANGES], ...more }),
    outcome: "valid",
  });
  const of = (severity: "warning" | "notice") =>
    problems({ severity, code: "cannot-carry", message: msg`x` });

  test.each<[string, Outcome, boolean]>([
    ["no change", planOf(resource(quiet)), false],
    ["changes", planOf(resource()), true],
    ["a valid roster", valid({}), false],
    ["a change of the pull request", valid({ effect: [resource()] }), true],
    ["a warning", valid({ problems: of("warning") }), true],
    ["a notice", valid({ problems: of("notice") }), false],
    ["an invalid roster", OUTCOMES.invalid, true],
    ["a failure", OUTCOMES["failed-before-sending"], true],
    ["a guard", { ...OUTCOMES.blocked, resources: [resource(quiet)] }, true],
    ["a newer commit", OUTCOMES.superseded, false],
  ])("%s", (_what, outcome, news) => {
    expect(hasNews(outcome)).toBe(news);
  });
});

describe("marker", () => {
  test("one line, hidden, another for another roster or resource", () => {
    const marker = commentMarker(["a.yml", "b.yml"], "r");
    expect(marker).toMatch(/^<!-- vanta-roster-sync:[0-9a-f]{16} -->$/);
    expect(commentMarker(["a.yml", "b.yml"], "r")).toBe(marker);
    const others = [
      commentMarker(["a.yml"], "r"),
      commentMarker(["a.yml\nb.yml"], "r"),
      commentMarker(["a.yml", "b.yml"], "s"),
      commentMarker(["a.yml", "b.yml"], undefined),
    ];
    expect(new Set([marker, ...others]).size).toBe(5);
  });
});
