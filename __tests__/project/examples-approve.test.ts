// The three examples that approve a plan, run with the trap provoked that each avoids; and what
// happens where a reader takes out the line that avoids it.
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { rowsOf } from "../support/accounts.js";
import type { RunOptions } from "../support/run-workflow.js";
import {
  deactivated,
  type Example,
  FIVE,
  RESOURCE,
  startExample,
  TEN,
  without,
  withRoster,
} from "./example.js";

let example: Example;

beforeEach(async () => {
  example = await startExample();
});

afterEach(() => example.close());

const LEAVERS = ["u-006", "u-007", "u-008", "u-009", "u-010"];
const waived = (by: string) => [{ code: "max-removals", waivedBy: by }];

describe("approve-by-environment.yml", () => {
  let asked: number;
  const run = (event: string, options: Partial<RunOptions> = {}, answer = "success") =>
    example.run("approve-by-environment.yml", {
      event,
      files: withRoster(FIVE),
      reviewers: {
        "vanta-review": async () => {
          asked += 1;
          return answer === "success" ? "success" : "failure";
        },
      },
      ...options,
    });

  beforeEach(() => {
    asked = 0;
  });

  test("a blocked plan is reviewed, and what was reviewed is sent", async () => {
    const { results, ours } = await run("push");
    expect(results).toMatchObject({ plan: "success", review: "success", sync: "success" });
    expect(ours.map(({ outputs }) => outputs["outcome"])).toEqual(["blocked", "synced"]);
    expect(ours[1]?.outputs["plan-digest"]).toBe(ours[0]?.outputs["plan-digest"]);
    expect(ours[1]?.report.resources[0].violations).toMatchObject(waived("approved-plan"));
    expect(deactivated(example)).toEqual(LEAVERS);
  });

  test("without continue-on-error, no one is asked, and nothing is sent", async () => {
    const { results } = await run("push", { edit: without("continue-on-error: true") });
    expect(results).toMatchObject({ plan: "failure", review: "skipped", sync: "skipped" });
    expect(asked).toBe(0);
  });

  test("a plan that the reviewers reject is not sent", async () => {
    const { results } = await run("push", {}, "failure");
    expect(results).toMatchObject({ plan: "success", review: "failure", sync: "skipped" });
    expect(example.vanta.puts()).toEqual([]);
  });

  test("a plan within the limits is reviewed too", async () => {
    const { results } = await run("push", { files: withRoster(TEN.slice(1)) }, "failure");
    expect(results).toMatchObject({ review: "failure", sync: "skipped" });
  });

  test("what changed since the review is not sent", async () => {
    const reviewers = {
      "vanta-review": async () => {
        example.vanta.seed(RESOURCE, { rows: rowsOf(TEN.slice(1)) });
        return "success" as const;
      },
    };
    const { results, ours } = await run("push", { reviewers });
    expect(results).toMatchObject({ sync: "failure" });
    expect(ours[1]?.report.violations).toMatchObject([{}, { code: "plan-changed" }]);
    expect(example.vanta.puts()).toEqual([]);
  });

  test("a schedule without changes sends fresh data, and asks no one", async () => {
    const { results } = await run("schedule", { files: withRoster(TEN) });
    expect(results).toMatchObject({ plan: "success", review: "skipped", sync: "success" });
    expect([asked, example.vanta.puts().length]).toEqual([0, 1]);
  });

  test.each([
    ["blocked", FIVE],
    ["planned", TEN.slice(1)],
  ])(
    "a schedule whose plan is %s with changes fails, asks no one, and sends nothing",
    async (outcome, accounts) => {
      const { results, ours, legs } = await run("schedule", { files: withRoster(accounts) });
      expect(ours.map(({ outputs }) => outputs["outcome"])).toEqual([outcome]);
      expect(results).toMatchObject({ plan: "failure", review: "skipped", sync: "skipped" });
      expect(legs["plan"]?.[0]?.steps.at(-1)?.log).toMatch(/^::error::This plan has changes/);
      expect(asked).toBe(0);
    },
  );

  test("a schedule does not wait for the reviewers of a push", async () => {
    let approve = (): unknown => undefined;
    const approval = new Promise<"success">((resolve) => {
      approve = () => resolve("success");
    });
    let isWaiting = (): unknown => undefined;
    const waiting = new Promise<void>((resolve) => {
      isWaiting = () => resolve();
    });
    const reviewers = {
      "vanta-review": () => {
        isWaiting();
        return approval;
      },
    };
    const push = run("push", { reviewers });
    await waiting;
    const schedule = await run("schedule", { files: withRoster(TEN) });
    expect(schedule.results).toMatchObject({ sync: "success" });
    approve();
    expect((await push).results).toMatchObject({ sync: "success" });
  }, 20_000);

  test("an invalid roster fails the plan, although its step may fail", async () => {
    const { results, ours } = await run("push", { files: withRoster([{ uniqueId: 1 }]) });
    expect(ours.map(({ outputs }) => outputs["outcome"])).toEqual(["invalid"]);
    expect(results).toMatchObject({ plan: "failure", review: "skipped", sync: "skipped" });
  });
});

describe("approve-by-dispatch.yml", () => {
  const run = (options: RunOptions) =>
    example.run("approve-by-dispatch.yml", { files: withRoster(FIVE), ...options });
  const approve = (digest = "", options: Partial<RunOptions> = {}) =>
    run({ event: "workflow_dispatch", inputs: { "approved-plan": digest }, ...options });

  test("the digest of a blocked run, given by hand, lets that plan pass", async () => {
    const blocked = await run({ event: "push" });
    expect(blocked.ours[0]?.outputs["outcome"]).toBe("blocked");
    const { ours } = await approve(blocked.ours[0]?.outputs["plan-digest"]);
    expect(ours[0]?.outputs["outcome"]).toBe("synced");
    expect(ours[0]?.report.resources[0].violations).toMatchObject(waived("approved-plan"));
    expect(deactivated(example)).toEqual(LEAVERS);
  });

  /** A push runs, the approved run waits, and another push comes. */
  async function pushWhileApprovedRunWaits(edit?: RunOptions["edit"]) {
    const blocked = await run({ event: "push" });
    const states: string[] = [];
    const onGroup = (_job: string, _group: string, state: string) => states.push(state);
    const more = { onGroup, ...(edit && { edit }) };
    const runs = [
      run({ event: "push", ...more }),
      approve(blocked.ours[0]?.outputs["plan-digest"], more),
      run({ event: "push", ...more }),
    ];
    const results = (await Promise.all(runs)).map((one) => one.results["sync"]);
    expect(states).toEqual(["runs", "waits", "waits"]);
    return results;
  }

  test("an approved run that waits is not thrown away by the next push", async () => {
    expect(await pushWhileApprovedRunWaits()).toEqual(["failure", "success", "success"]);
    expect(deactivated(example)).toEqual(LEAVERS);
  });

  test("without queue: max, it is", async () => {
    const results = await pushWhileApprovedRunWaits(without("queue: max"));
    expect(results).toEqual(["failure", "cancelled", "failure"]);
    expect(example.vanta.puts()).toEqual([]);
  });
});

describe("approve-by-codeowners.yml", () => {
  const OWNERS =
    "/access/ @acme/managers\n/.github/ @acme/a\n/access/approvals.txt @acme/approvers\n# End\n";
  const NO_ERRORS = { errors: [] };
  const ruleset = (needsCodeOwners: boolean) => [
    { type: "deletion", ruleset_id: 42 },
    { type: "pull_request", parameters: { require_code_owner_review: needsCodeOwners } },
  ];
  interface Settings {
    readonly approvals: string;
    readonly rules?: unknown;
    readonly owners?: string;
    readonly errors?: unknown;
    readonly edit?: (content: string) => string;
  }
  const run = ({ approvals, edit, ...settings }: Settings) =>
    example.run("approve-by-codeowners.yml", {
      event: "push",
      files: {
        ...withRoster(FIVE),
        "access/approvals.txt": approvals,
        ".github/CODEOWNERS": settings.owners ?? OWNERS,
      },
      commands: {
        gh: {
          "api repos/acme/access/rules/branches/main": JSON.stringify(
            settings.rules ?? ruleset(true),
          ),
          "api repos/acme/access/codeowners/errors": JSON.stringify(settings.errors ?? NO_ERRORS),
        },
      },
      ...(edit && { edit }),
    });
  const digest = async () =>
    (await run({ approvals: "" })).ours[0]?.outputs["plan-digest"] ?? "no digest";

  test("a line of the approvals file lets its plan pass", async () => {
    const { ours, calls } = await run({ approvals: `# who leaves\n${await digest()}\n` });
    expect(ours[0]?.outputs["outcome"]).toBe("synced");
    expect(ours[0]?.report.resources[0].violations).toMatchObject(waived("approvals-file"));
    expect(deactivated(example)).toEqual(LEAVERS);
    expect(calls.map(({ command }) => command)).toEqual(["gh", "gh"]);
  });

  const unknownOwner = { kind: "Unknown owner", line: 2, path: ".github/CODEOWNERS" };

  test.each<[string, Partial<Settings>, string]>([
    ["no ruleset", { rules: [] }, "No active ruleset of main"],
    ["a ruleset that asks no code owners", { rules: ruleset(false) }, "No active ruleset of main"],
    ["no owner of the file", { owners: "* @acme/all\n" }, "does not name the owners"],
    ["a later line for it", { owners: `${OWNERS}* @acme/all\n` }, "does not name the owners"],
    ["no owner in its last line", { owners: `${OWNERS}/access/approvals.txt\n` }, "not name the"],
    [
      "an owner that GitHub does not know",
      { errors: { errors: [unknownOwner, unknownOwner] } },
      "errors: .github/CODEOWNERS:2 Unknown owner;.github/CODEOWNERS:2 Unknown owner.",
    ],
  ])("with %s, it approves nothing, and says so", async (_, settings, message) => {
    const { results, legs, ours } = await run({ approvals: "", ...settings });
    expect([results["sync"], ours]).toEqual(["failure", []]);
    const log = legs["sync"]?.[0]?.steps.at(-1)?.log;
    expect(log).toMatch(/^::error::.* So a line in access\/approvals\.txt approves nothing\./m);
    expect(log).toContain(message);
    expect(example.vanta.calls()).toEqual([]);
  });

  test("without the check, everyone who can merge approves", async () => {
    const edit = (content: string) => content.replace("exit 1", "true");
    const { results } = await run({ approvals: await digest(), rules: [], edit });
    expect(results).toMatchObject({ sync: "success" });
  });
});
