// The table of modes: every event, with and without credentials, on the default branch and off it.
import { describe, expect, test } from "@jest/globals";
import { toPlainText } from "../../src/model/message.js";
import type { Mode } from "../../src/model/outcome.js";
import type { Problem } from "../../src/model/problem.js";
import type { RunContext } from "../../src/settings/context.js";
import { type ModeInputs, readInputs } from "../../src/settings/inputs.js";
import {
  chooseMode,
  isOnDefaultBranch,
  maySupersede,
  parseSettings,
} from "../../src/settings/mode.js";

type Facts = Partial<RunContext>;
type Given = Partial<ModeInputs>;

const ON_MAIN = { ref: "refs/heads/main", defaultBranch: "main" };
const OFF_MAIN = { ref: "refs/heads/topic", defaultBranch: "main" };
const NO_CREDENTIALS = { credentials: undefined };
const DIGEST = `sha256:${"0".repeat(64)}`;

function contextOf(facts: Facts): RunContext {
  return { workspace: "/", isPublic: false, ...facts };
}

function messages(problems: readonly Problem[]): string[] {
  return problems.map(({ message }) => toPlainText(message));
}

/** The mode, why, and the warnings; or the messages of the refusal. */
function choose(given: Given, facts: Facts): string {
  const inputs = {
    mode: "auto",
    expectNoChanges: false,
    credentials: {},
    resourceIds: [],
  } as const;
  const chosen = chooseMode({ ...inputs, ...given }, contextOf(facts));
  if (!chosen.ok) return `refused: ${messages(chosen.problems).join(" | ")}`;
  const { mode, reason, warnings } = chosen;
  expect(warnings.every(({ severity }) => severity === "warning")).toBe(true);
  return [`${mode}: ${reason}`, ...messages(warnings)].join(" | ");
}

const missing = (mode: string, why: string) =>
  `refused: ${["client-id", "client-secret"]
    .map((name) => `${name}: is missing or empty, and ${mode} needs it (${why}); `)
    .map((message) => `${message}pass the secret, or set mode to validate`)
    .join(" | ")}`;

const words = (text: string) => text.split(" ");

describe("auto", () => {
  test.each([
    ...words("pull_request_target workflow_run issue_comment commit_comment issues"),
    ...words("discussion discussion_comment"),
  ])("%s: validate", (event) => {
    const workflowRun = { event: "push", headBranch: "main", ofThisRepository: true };
    const expected = `validate: on ${event}, someone else's content may be checked out`;
    for (const given of [{}, NO_CREDENTIALS])
      expect(choose(given, { ...ON_MAIN, workflowRun, event })).toBe(expected);
  });

  test.each<[string, Facts]>([
    ["push", ON_MAIN],
    ["push", { ref: "refs/heads/", defaultBranch: "" }],
    ["push", { ref: "refs/heads/release/1", defaultBranch: "release/1" }],
    ["workflow_dispatch", ON_MAIN],
    ["schedule", {}],
    ["schedule", OFF_MAIN],
    ["repository_dispatch", {}],
  ])("%s %j: sync", (event, facts) => {
    expect(choose({}, { ...facts, event })).toBe(`sync: ${event} on the default branch`);
    const refusal = missing("sync", "on the default branch, mode auto is sync");
    expect(choose(NO_CREDENTIALS, { ...facts, event })).toBe(refusal);
  });

  test.each<[string, Facts]>([
    ["push", OFF_MAIN],
    ["push", { ref: "refs/tags/main", defaultBranch: "main" }],
    ["push", { ref: "refs/heads/feature/main", defaultBranch: "main" }],
    ["push", { ref: "refs/heads/main" }],
    ["workflow_dispatch", OFF_MAIN],
    ["pull_request", { ref: "refs/pull/1/merge", defaultBranch: "main" }],
    ["pull_request", ON_MAIN],
    ["pull_request_review", ON_MAIN],
    ["merge_group", ON_MAIN],
    ["release", ON_MAIN],
    ["deployment", ON_MAIN],
  ])("%s %j: plan, or validate without credentials", (event, facts) => {
    expect(choose({}, { ...facts, event })).toBe(`plan: ${event} with credentials`);
    expect(choose(NO_CREDENTIALS, { ...facts, event })).toBe("validate: no credentials");
  });

  test("no event: plan", () => {
    expect(choose({}, ON_MAIN)).toBe("plan: a run with credentials");
  });

  const NOT_CHECKED = "not checked, since mode auto is validate here, which makes no plan";

  test.each<[Given, string]>([
    [{ approvedPlan: DIGEST }, `approved-plan: ${NOT_CHECKED}`],
    [{ expectNoChanges: true }, `expect-no-changes: ${NOT_CHECKED}`],
    [
      { approvedPlan: DIGEST, expectNoChanges: true },
      `expect-no-changes and approved-plan: ${NOT_CHECKED}`,
    ],
  ])("where it is validate, a warning says what is not checked: %j", (given, warning) => {
    expect(choose(given, { event: "issues" }).split(" | ").slice(1)).toEqual([warning]);
    const noCredentials = { ...given, ...NO_CREDENTIALS };
    expect(choose(noCredentials, { event: "release" }).split(" | ").slice(1)).toEqual([warning]);
    for (const event of ["pull_request", "schedule"])
      expect(choose(given, { event })).not.toContain("|");
  });
});

describe("explicit", () => {
  const SYNCS = words("push schedule workflow_dispatch repository_dispatch release deployment");
  const OTHERS = [
    ...words("pull_request pull_request_target pull_request_review pull_request_review_comment"),
    ...words("merge_group issue_comment issues discussion workflow_run workflow_call create"),
    ...words("deployment_status delete status check_run registry_package"),
    "",
  ];

  test.each([...SYNCS, ...OTHERS])("validate and plan run on %j", (event) => {
    for (const mode of ["validate", "plan"] as const)
      expect(choose({ mode }, { event })).toBe(`${mode}: as the input says`);
  });

  test.each(SYNCS)("sync runs on %s, of any branch", (event) => {
    for (const facts of [ON_MAIN, OFF_MAIN])
      expect(choose({ mode: "sync" }, { ...facts, event })).toBe("sync: as the input says");
  });

  test.each(OTHERS)("sync is refused on %j, with and without credentials", (event) => {
    const refusal = choose({ mode: "sync" }, { ...ON_MAIN, event });
    expect(refusal).toMatch(new RegExp(`^refused: mode: sync is refused on "${event}"[^|]*$`));
    const all = choose({ mode: "sync", ...NO_CREDENTIALS }, { ...ON_MAIN, event });
    expect(all.split(" | ")).toHaveLength(3);
  });

  test("the refusal names the events that are accepted", () => {
    const refusal = choose({ mode: "sync" }, { event: "pull_request" });
    expect(refusal).toContain(`it runs on ${SYNCS.join(", ")}, and on a workflow_run after a push`);
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
  ])("sync on a workflow_run after %s: %s", (_, workflowRun, defaultBranch, verdict) => {
    const facts = { event: "workflow_run", workflowRun, defaultBranch };
    expect(choose({ mode: "sync" }, facts).split(":")[0]).toBe(verdict);
  });

  test("validate needs no credentials", () => {
    const given = { mode: "validate", ...NO_CREDENTIALS } as const;
    expect(choose(given, {})).toBe("validate: as the input says");
  });

  test.each(["plan", "sync"] as const)("%s needs credentials", (mode) => {
    const refusal = choose({ mode, ...NO_CREDENTIALS }, { event: "push" });
    expect(refusal).toBe(missing(mode, `mode is ${mode}`));
  });

  test("validate cannot check what needs a plan", () => {
    const why = "needs a plan, which mode validate does not make; use mode plan or sync";
    const checks = { expectNoChanges: true, approvedPlan: DIGEST };
    expect(choose({ mode: "validate", ...checks }, {})).toBe(
      `refused: expect-no-changes: ${why} | approved-plan: ${why}`,
    );
    const one = choose({ mode: "validate", expectNoChanges: true }, {});
    expect(one).toBe(`refused: expect-no-changes: ${why}`);
    expect(choose({ mode: "plan", ...checks }, {})).toBe("plan: as the input says");
  });
});

describe("export", () => {
  const into = { mode: "export", exportFile: "people.yml" } as const;

  test("runs on every event, with one or several resources", () => {
    for (const event of words("push pull_request workflow_dispatch issues")) {
      expect(choose(into, { event })).toBe("export: as the input says");
      expect(choose({ ...into, resourceIds: ["a", "b"] }, { event })).toMatch(/^export:/);
    }
  });

  test("needs credentials and export-file, and cannot check what needs a plan", () => {
    expect(choose({ ...into, ...NO_CREDENTIALS }, {})).toBe(missing("export", "mode is export"));
    expect(choose({ mode: "export" }, {})).toMatch(/^refused: export-file: is missing or empty/);
    expect(choose({ ...into, expectNoChanges: true, approvedPlan: DIGEST }, {})).toMatch(
      /^refused: expect-no-changes: needs a plan, which mode export does[^|]* \| approved-plan: /,
    );
  });

  test.each(["auto", "validate", "plan", "sync"] as const)(
    "its inputs are refused in %s",
    (mode) => {
      const given = { mode, exportFile: "people.yml", resourceIds: ["a", "b"] };
      expect(choose(given, { event: "push", ...ON_MAIN })).toMatch(
        /^refused: export-file: is only for mode export[^|]* \| resource-id: names several resources/,
      );
      expect(choose({ mode, resourceIds: ["a"] }, { event: "push" })).not.toMatch(/^refused/);
    },
  );
});

test.each<[Facts, boolean]>([
  [{ event: "push", ...ON_MAIN }, true],
  [{ event: "push", ...OFF_MAIN }, false],
  [{ event: "push", ref: "refs/heads/main" }, false],
  [{ event: "push", ref: "refs/tags/main", defaultBranch: "main" }, false],
  [{ event: "schedule" }, true],
  [{ event: "repository_dispatch", ...OFF_MAIN }, true],
  [{ defaultBranch: "main" }, false],
])("on the default branch: %j %s", (facts, verdict) => {
  expect(isOnDefaultBranch(contextOf(facts))).toBe(verdict);
});

test.each<[Mode, Facts, boolean]>([
  ["sync", { event: "push", ...ON_MAIN }, true],
  ["sync", { event: "release", ...OFF_MAIN }, false],
  ["sync", { event: "workflow_run" }, true],
  ["plan", { event: "push", ...ON_MAIN }, false],
  ["export", { event: "push", ...ON_MAIN }, false],
  ["validate", { event: "workflow_run" }, false],
])("a %s of %j may be superseded: %s", (mode, facts, verdict) => {
  expect(maySupersede(mode, contextOf(facts))).toBe(verdict);
});

describe("settings", () => {
  type Variables = Readonly<Record<string, string>>;
  const CREDENTIALS = { "INPUT_CLIENT-ID": "i", "INPUT_CLIENT-SECRET": "s" };
  const NO_CHANGES = { "INPUT_EXPECT-NO-CHANGES": "true" };

  const parse = (env: Variables, event = "push") =>
    parseSettings(readInputs({ INPUT_ROSTER: "a.yml", ...env }), contextOf({ event, ...ON_MAIN }));

  test("have the inputs and the mode", () => {
    const inputs = { roster: { written: ["a.yml"] } };
    const reason = "push on the default branch";
    expect(parse(CREDENTIALS)).toMatchObject({
      ok: true,
      mode: "sync",
      reason,
      problems: [],
      inputs,
    });
  });

  test("that are valid may still have a warning", () => {
    const problems = [{ code: "not-checked" }];
    expect(parse(NO_CHANGES, "issues")).toMatchObject({ ok: true, mode: "validate", problems });
  });

  const BOTH = ["client-id", "client-secret"];
  test.each<[Variables, string, readonly string[]]>([
    // All problems at once.
    [{ "INPUT_MAX-REMOVALS": "x" }, "push", ["max-removals", ...BOTH]],
    [
      { "INPUT_MAX-REMOVALS": "x", INPUT_MODE: "sync" },
      "pull_request",
      ["max-removals", "mode", ...BOTH],
    ],
    [
      { INPUT_MODE: "validate", ...NO_CHANGES, INPUT_REDACT: "x" },
      "push",
      ["redact", "expect-no-changes"],
    ],
    // One mistake is one problem.
    [{ "INPUT_CLIENT-ID": "i" }, "push", ["client-secret"]],
    [{ "INPUT_CLIENT-SECRET": "s" }, "push", ["client-id"]],
    [{ "INPUT_CLIENT-ID": "i", INPUT_MODE: "plan" }, "push", ["client-secret"]],
    [{ INPUT_MODE: "synk" }, "push", ["mode"]],
    [{ INPUT_MODE: "validate", "INPUT_EXPECT-NO-CHANGES": "yes" }, "push", ["expect-no-changes"]],
  ])("%j on %s: problems with %j", (env, event, names) => {
    const settings = parse(env, event);
    const found = settings.ok ? [] : messages(settings.problems);
    expect(found.map((message) => message.split(":")[0])).toEqual(names);
  });

  test("have the mode, and its warnings, although an input is invalid", () => {
    expect(parse({ INPUT_REDACT: "x", ...NO_CHANGES }, "issues")).toMatchObject({
      ok: false,
      mode: "validate",
      reason: "on issues, someone else's content may be checked out",
      problems: [{ code: "invalid-input" }, { code: "not-checked" }],
    });
    expect(parse({ INPUT_REDACT: "x", INPUT_MODE: "x" }).mode).toBeUndefined();
  });
});
