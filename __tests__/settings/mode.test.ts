// The table of modes, row by row: every event, with and without credentials, on the default branch and off it.
import { describe, expect, test } from "@jest/globals";
import { toPlainText } from "../../src/model/message.js";
import type { Problem } from "../../src/model/problem.js";
import type { RunContext } from "../../src/settings/context.js";
import { type ModeInputs, readInputs } from "../../src/settings/inputs.js";
import { chooseMode, isOnDefaultBranch, parseSettings } from "../../src/settings/mode.js";

const ON_MAIN = { ref: "refs/heads/main", defaultBranch: "main" };
const OFF_MAIN = { ref: "refs/heads/topic", defaultBranch: "main" };

function contextOf(facts: Partial<RunContext>): RunContext {
  return { workspace: "/", isPublic: false, ...facts };
}

function inputsOf(given: Partial<ModeInputs> & { readonly withCredentials?: boolean }): ModeInputs {
  const { withCredentials = true, ...rest } = given;
  return {
    mode: "auto",
    expectNoChanges: false,
    ...(withCredentials && { credentials: {} }),
    ...rest,
  };
}

/** The mode and the codes of what is said about it, or the messages of the refusal. */
function choose(given: Parameters<typeof inputsOf>[0], facts: Partial<RunContext>): string {
  const chosen = chooseMode(inputsOf(given), contextOf(facts));
  if (!chosen.ok) return `refused: ${messages(chosen.problems).join(" | ")}`;
  return [chosen.mode, ...chosen.notices.map(({ severity, code }) => `${severity} ${code}`)].join(
    ", ",
  );
}

function messages(problems: readonly Problem[]): string[] {
  return problems.map(({ message }) => toPlainText(message));
}

const BOTH_MISSING =
  "refused: client-id: is missing or empty, and sync needs it (on the default branch, mode auto is sync); pass the secret, or set mode to validate" +
  " | client-secret: is missing or empty, and sync needs it (on the default branch, mode auto is sync); pass the secret, or set mode to validate";

describe("auto", () => {
  const validate = "validate, notice untrusted-event";
  const validateWithout = "validate, notice no-credentials";

  test.each<[string, Partial<RunContext>, string, string]>([
    ["pull_request_target", ON_MAIN, validate, validate],
    [
      "workflow_run",
      { ...ON_MAIN, workflowRun: { event: "push", headBranch: "main", ofThisRepository: true } },
      validate,
      validate,
    ],
    ["issue_comment", ON_MAIN, validate, validate],
    ["issues", ON_MAIN, validate, validate],
    ["discussion", ON_MAIN, validate, validate],
    ["discussion_comment", ON_MAIN, validate, validate],
    ["commit_comment", ON_MAIN, validate, validate],
    ["push", ON_MAIN, "sync", BOTH_MISSING],
    ["push", OFF_MAIN, "plan", validateWithout],
    ["push", { ref: "refs/tags/main", defaultBranch: "main" }, "plan", validateWithout],
    ["push", { ref: "refs/heads/feature/main", defaultBranch: "main" }, "plan", validateWithout],
    ["push", { ref: "refs/heads/main" }, "plan", validateWithout],
    ["push", { ref: "refs/heads/", defaultBranch: "" }, "sync", BOTH_MISSING],
    ["push", { ref: "refs/heads/release/1", defaultBranch: "release/1" }, "sync", BOTH_MISSING],
    ["workflow_dispatch", ON_MAIN, "sync", BOTH_MISSING],
    ["workflow_dispatch", OFF_MAIN, "plan", validateWithout],
    ["schedule", {}, "sync", BOTH_MISSING],
    ["schedule", OFF_MAIN, "sync", BOTH_MISSING],
    ["repository_dispatch", {}, "sync", BOTH_MISSING],
    ["pull_request", { ref: "refs/pull/1/merge", defaultBranch: "main" }, "plan", validateWithout],
    ["pull_request", ON_MAIN, "plan", validateWithout],
    ["pull_request_review", ON_MAIN, "plan", validateWithout],
    ["merge_group", ON_MAIN, "plan", validateWithout],
    ["release", ON_MAIN, "plan", validateWithout],
    ["", ON_MAIN, "plan", validateWithout],
  ])("%s %j: %s; without credentials: %s", (event, facts, withCredentials, without) => {
    expect(choose({}, { ...facts, event })).toBe(withCredentials);
    expect(choose({ withCredentials: false }, { ...facts, event })).toBe(without);
  });

  test("without any event it plans", () => {
    expect(choose({}, {})).toBe("plan");
  });

  test("where it came to validate, a warning names the checks that were not made", () => {
    const approvedPlan = `sha256:${"0".repeat(64)}`;
    const warned = chooseMode(
      inputsOf({ withCredentials: false, expectNoChanges: true, approvedPlan }),
      contextOf({ event: "pull_request" }),
    );
    expect(warned.ok && messages(warned.notices)[1]).toBe(
      "expect-no-changes and approved-plan: not checked, since mode auto came to validate here, which makes no plan",
    );
    expect(choose({ approvedPlan }, { event: "issue_comment" })).toBe(
      "validate, notice untrusted-event, warning not-checked",
    );
    expect(choose({ withCredentials: false, expectNoChanges: true }, {})).toBe(
      "validate, notice no-credentials, warning not-checked",
    );
    expect(choose({ expectNoChanges: true, approvedPlan }, { event: "pull_request" })).toBe("plan");
    expect(choose({ expectNoChanges: true, approvedPlan }, { event: "schedule" })).toBe("sync");
  });
});

describe("explicit", () => {
  test.each(["validate", "plan"] as const)("%s runs on any event", (mode) => {
    for (const event of [
      "push",
      "pull_request",
      "pull_request_target",
      "merge_group",
      "issue_comment",
      "workflow_run",
      "",
      "schedule",
    ]) {
      expect(choose({ mode }, { event })).toBe(mode);
    }
  });

  test("validate needs no credentials, and says nothing of it", () => {
    expect(choose({ mode: "validate", withCredentials: false }, {})).toBe("validate");
  });

  test("validate cannot check what needs a plan", () => {
    expect(choose({ mode: "validate", expectNoChanges: true, approvedPlan: "x" }, {})).toBe(
      "refused: expect-no-changes: needs a plan, which mode validate does not make; set mode to plan or sync" +
        " | approved-plan: needs a plan, which mode validate does not make; set mode to plan or sync",
    );
    expect(choose({ mode: "validate", expectNoChanges: true }, {})).toMatch(
      /^refused: expect-no-changes: [^|]*$/,
    );
    expect(choose({ mode: "plan", expectNoChanges: true, approvedPlan: "x" }, {})).toBe("plan");
  });

  test.each(["plan", "sync"] as const)("%s needs credentials", (mode) => {
    expect(choose({ mode, withCredentials: false }, { event: "push" })).toBe(
      `refused: client-id: is missing or empty, and ${mode} needs it (mode is ${mode}); pass the secret, or set mode to validate` +
        ` | client-secret: is missing or empty, and ${mode} needs it (mode is ${mode}); pass the secret, or set mode to validate`,
    );
  });

  test.each([
    "pull_request",
    "pull_request_target",
    "pull_request_review",
    "pull_request_review_comment",
    "merge_group",
    "issue_comment",
    "workflow_run",
  ])("sync is refused on %s", (event) => {
    expect(choose({ mode: "sync" }, { ...ON_MAIN, event })).toMatch(
      new RegExp(`^refused: mode: sync is refused on "${event}"[^|]*$`),
    );
    expect(
      choose({ mode: "sync", withCredentials: false }, { ...ON_MAIN, event }).split(" | "),
    ).toHaveLength(3);
  });

  test.each([
    "push",
    "schedule",
    "workflow_dispatch",
    "repository_dispatch",
    "release",
    "workflow_call",
    "",
  ])("sync runs on %s", (event) => {
    expect(choose({ mode: "sync" }, { ...OFF_MAIN, event })).toBe("sync");
  });

  const good = { event: "push", headBranch: "main", ofThisRepository: true };
  test.each([
    ["a push to this repository's default branch", good, "main", "sync"],
    ["a pull request", { ...good, event: "pull_request" }, "main", "refused"],
    ["a schedule", { ...good, event: "schedule" }, "main", "refused"],
    ["another branch", { ...good, headBranch: "topic" }, "main", "refused"],
    ["a fork's branch of that name", { ...good, ofThisRepository: false }, "main", "refused"],
    ["an unknown event", { headBranch: "main", ofThisRepository: true }, "main", "refused"],
    ["an unknown branch", { event: "push", ofThisRepository: true }, undefined, "refused"],
  ])("sync on a workflow_run after %s: %#", (_, workflowRun, defaultBranch, verdict) => {
    const facts = {
      event: "workflow_run",
      workflowRun,
      ...(defaultBranch !== undefined && { defaultBranch }),
    };
    expect(choose({ mode: "sync" }, facts).split(":")[0]).toBe(verdict);
  });
});

test.each<[Partial<RunContext>, boolean]>([
  [{ event: "push", ...ON_MAIN }, true],
  [{ event: "push", ...OFF_MAIN }, false],
  [{ event: "push", ref: "refs/heads/main" }, false],
  [{ event: "schedule" }, true],
  [{ event: "repository_dispatch", ...OFF_MAIN }, true],
  [{ defaultBranch: "main" }, false],
])("on the default branch: %j %s", (facts, verdict) => {
  expect(isOnDefaultBranch(contextOf(facts))).toBe(verdict);
});

describe("settings", () => {
  const push = contextOf({ event: "push", ...ON_MAIN });

  function problemsOf(env: Readonly<Record<string, string>>, context = push): string[] {
    const settings = parseSettings(readInputs({ INPUT_ROSTER: "a.yml", ...env }), context);
    if (settings.ok) throw new Error("no problem was found");
    return messages(settings.problems).map((message) => message.slice(0, message.indexOf(":")));
  }

  test("inputs and mode", () => {
    const env = { INPUT_ROSTER: "a.yml", "INPUT_CLIENT-ID": "i", "INPUT_CLIENT-SECRET": "s" };
    expect(parseSettings(readInputs(env), push)).toMatchObject({
      ok: true,
      mode: "sync",
      notices: [],
      inputs: { roster: { written: ["a.yml"] } },
    });
  });

  test("problems with the mode come together with those of the inputs", () => {
    expect(problemsOf({ "INPUT_MAX-REMOVALS": "x" })).toEqual([
      "max-removals",
      "client-id",
      "client-secret",
    ]);
    expect(
      problemsOf(
        { "INPUT_MAX-REMOVALS": "x", INPUT_MODE: "sync" },
        contextOf({ event: "pull_request" }),
      ),
    ).toEqual(["max-removals", "mode", "client-id", "client-secret"]);
    expect(
      problemsOf({ INPUT_MODE: "validate", "INPUT_EXPECT-NO-CHANGES": "true", INPUT_REDACT: "x" }),
    ).toEqual(["redact", "expect-no-changes"]);
  });

  test("one mistake is one problem", () => {
    expect(problemsOf({ "INPUT_CLIENT-ID": "i" })).toEqual(["client-secret"]);
    expect(problemsOf({ "INPUT_CLIENT-SECRET": "s" })).toEqual(["client-id"]);
    expect(problemsOf({ "INPUT_CLIENT-ID": "i", INPUT_MODE: "plan" })).toEqual(["client-secret"]);
    expect(problemsOf({ INPUT_MODE: "synk" })).toEqual(["mode"]);
    expect(problemsOf({ INPUT_MODE: "validate", "INPUT_EXPECT-NO-CHANGES": "yes" })).toEqual([
      "expect-no-changes",
    ]);
  });

  test("the mode is told although an input is invalid, where it can be", () => {
    const env = { INPUT_ROSTER: "a.yml", INPUT_REDACT: "x" };
    expect(parseSettings(readInputs({ ...env, INPUT_MODE: "validate" }), push)).toMatchObject({
      ok: false,
      mode: "validate",
    });
    expect(parseSettings(readInputs({ ...env, INPUT_MODE: "x" }), push).mode).toBeUndefined();
  });
});
