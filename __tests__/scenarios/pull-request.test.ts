// A pull request through the built bundle: its own effect by GitHub's API, the comment, and what
// stands when GitHub refuses.
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { type FakeGitHub, startFakeGitHub } from "../support/fake-github.js";
import { startFakeVanta } from "../support/fake-vanta.js";
import { type Job, REPOSITORY, type StepOptions, startJob } from "../support/run-action.js";
import {
  ADA,
  ALAN,
  COMMIT,
  credentials,
  GRACE,
  NO_LIMITS,
  person,
  RESOURCE,
  roster,
  rows,
} from "./setting.js";

const TOKEN = "ghs_stand_in";
const PATH = "access/users.json";
const OWN = roster([{ ...ADA, permissionLevel: "ADMIN" }, ALAN]);
const PULL_REQUEST = {
  repository: REPOSITORY,
  pull_request: { number: 7, base: { sha: "f".repeat(40) } },
};

let github: FakeGitHub;
let job: Job;
/** What a single test starts besides. */
let others: { close(): Promise<void> }[];

beforeEach(async () => {
  github = await startFakeGitHub({ token: TOKEN });
  job = startJob();
  others = [];
  job.write({ [PATH]: OWN });
});

afterEach(async () => {
  job.close();
  await github.close();
  for (const other of others) await other.close();
});

/** The test merge of a pull request whose base has these files. */
function mergeOnto(files: Readonly<Record<string, string>>, on: FakeGitHub = github): void {
  const repository = on.repository(REPOSITORY.full_name);
  const base = repository.commit({ files });
  const head = repository.commit({ parents: [base], files: { [PATH]: OWN } });
  repository.commit({ sha: COMMIT, parents: [base, head], files: { [PATH]: OWN } });
}

const inputs = { roster: "access/*.json", "github-token": TOKEN };

function step(more: Readonly<Record<string, string>> = {}, options: Partial<StepOptions> = {}) {
  const event = {
    event: "pull_request",
    payload: PULL_REQUEST,
    env: { GITHUB_API_URL: github.url },
  };
  return job.step({ ...event, ...options, inputs: { ...inputs, ...more } });
}

const comments = () => github.repository(REPOSITORY.full_name).comments(7);
const writes = () =>
  github.requests
    .filter(({ method, path }) => method !== "GET" && !path.endsWith("/graphql"))
    .map(({ method }) => method);

describe("the effect of a pull request", () => {
  test("is shown to a fork without secrets, whose token may not comment: the refusal is a warning, the verdict stands", async () => {
    mergeOnto({ [PATH]: roster([ADA, GRACE]) });
    github.repository(REPOSITORY.full_name).permissions.pullRequests = "read";
    const seen = await step({ "pr-comment": "changes", "max-removals": "0" });

    expect(seen.exitCode).toBe(0);
    expect(seen.outputs).toMatchObject({
      mode: "validate",
      outcome: "valid",
      errors: "0",
      warnings: "2",
    });
    expect(seen.outputs).not.toHaveProperty("added");
    expect(seen.report.effect).toMatchObject({
      added: [{ uniqueId: "u-3", account: { fullName: "Alan Turing" } }],
      removed: [{ uniqueId: "u-2", how: "deactivate", account: { fullName: "Grace Hopper" } }],
      changed: [
        { uniqueId: "u-1", fields: [{ field: "permissionLevel", before: "BASE", after: "ADMIN" }] },
      ],
    });
    expect(seen.summary).toContain(
      "Valid, but a sync would be blocked: max-removals (1 of 2 loses access, limit 0).",
    );
    for (const line of ["- u-2 Grace Hopper", "~ u-1 Ada Lovelace", "+ u-3 Alan Turing"])
      expect(seen.log).toContain(line);

    const [limit, comment] = seen.report.problems.filter(
      ({ severity }: { severity: string }) => severity === "warning",
    );
    expect(limit).toMatchObject({
      code: "max-removals",
      message: expect.stringContaining("1 of 2 ACTIVE accounts would be removed"),
    });
    expect(comment).toMatchObject({
      code: "comment-failed",
      message: expect.stringContaining("pull-requests: write"),
    });
    expect(seen.annotations.warning).toHaveLength(2);
    expect(comments()).toEqual([]);
  });

  test("is shown apart from the drift that was there before", async () => {
    mergeOnto({ [PATH]: roster([ADA, ALAN]) });
    const vanta = await startFakeVanta({ resources: { [RESOURCE]: { rows: rows(ADA, GRACE) } } });
    others.push(vanta);
    const seen = await step({ ...credentials(vanta), ...NO_LIMITS });
    expect(seen.outputs).toMatchObject({
      mode: "plan",
      outcome: "planned",
      added: "1",
      removed: "1",
      changed: "1",
    });
    expect(seen.report.effect).toMatchObject({
      added: [],
      removed: [],
      changed: [{ uniqueId: "u-1" }],
    });
    expect(seen.summary).toMatch(
      /Plan: 1 becomes ADMIN\. A sync would also change 2 accounts that are not in this pull request\.[\s\S]*Not in this pull request: 1 loses access, 1 added/,
    );
    expect(vanta.calls()).toEqual(["TOKEN", "GET"]);
  });

  test("of a merge group is measured from its base", async () => {
    const base = github
      .repository(REPOSITORY.full_name)
      .commit({ files: { [PATH]: roster([ADA, GRACE]) } });
    const seen = await step(
      { "pr-comment": "always" },
      {
        event: "merge_group",
        ref: "refs/heads/gh-readonly-queue/main/pr-7",
        payload: { repository: REPOSITORY, merge_group: { base_sha: base } },
      },
    );
    expect(seen.outputs).toMatchObject({ mode: "validate", outcome: "valid" });
    expect(seen.report.effect).toMatchObject({
      added: [{ uniqueId: "u-3" }],
      removed: [{ uniqueId: "u-2" }],
      changed: [{ uniqueId: "u-1" }],
    });
    expect(writes()).toEqual([]);
  });

  test.each([
    ["of a base whose roster is broken", () => mergeOnto({ [PATH]: "{" }), {}, "is not valid"],
    [
      "of a base that GitHub does not give away",
      () => github.fail({ status: 502 }),
      {},
      "status 502",
    ],
    ["without a token", () => undefined, { "github-token": "" }, "github-token is empty"],
  ])("%s is a notice, and the step passes", async (_what, prepare, more, why) => {
    prepare();
    const seen = await step(more);
    expect(seen.exitCode).toBe(0);
    expect(seen.outputs).toMatchObject({ outcome: "valid", errors: "0", warnings: "0" });
    expect(seen.report).not.toHaveProperty("effect");
    expect(seen.annotations.notice.join("\n")).toContain(why);
  });
});

describe("pr-comment", () => {
  test("changes: one comment for each roster, made when there is news, found among hundreds, edited when the news is gone", async () => {
    mergeOnto({ [PATH]: OWN, "other/users.json": roster([ADA]) });
    const repository = github.repository(REPOSITORY.full_name);
    for (let number = 1; number <= 150; number += 1) repository.say(7, `Nice ${number}`);

    await step({ "pr-comment": "never" });
    await step({ "pr-comment": "changes" });
    expect(writes()).toEqual([]);

    job.write({ [PATH]: roster([GRACE]), "other/users.json": roster([ADA, ALAN]) });
    await step({ "pr-comment": "changes" });
    for (let number = 1; number <= 150; number += 1) repository.say(7, `Nice again ${number}`);
    await step({ "pr-comment": "changes", roster: "other/*.json" });
    const [first, second] = comments().filter(({ user }) => user.type === "Bot");
    expect(first?.body).toMatch(/^<!-- vanta-roster-sync:[0-9a-f]{16} -->\n[\s\S]*Grace Hopper/);
    expect(second?.body).toContain("Alan Turing");
    expect(second?.body).not.toContain("Grace Hopper");

    job.write({ [PATH]: OWN });
    await step({ "pr-comment": "changes" });
    expect(writes()).toEqual(["POST", "POST", "PATCH"]);
    expect(first?.body).toContain("no longer changes anything in Vanta");
    expect(second?.body).toContain("Alan Turing");
  });

  test("always: written without news too, and edited by the next run; on an Enterprise Server as well", async () => {
    const server = await startFakeGitHub({ token: TOKEN, prefix: "/api/v3" });
    others.push(server);
    mergeOnto({ [PATH]: OWN }, server);
    const env = {
      env: { GITHUB_API_URL: `${server.url}/`, GITHUB_SERVER_URL: "https://github.acme.example" },
    };
    const seen = await step({ "pr-comment": "always" }, env);
    expect(seen.report.effect).toEqual({
      added: [],
      removed: [],
      changed: [],
      rekeyed: [],
      deleted: [],
    });
    const [comment, ...more] = server.repository(REPOSITORY.full_name).comments(7);
    expect(more).toEqual([]);
    expect(comment?.body).toContain(
      "Valid: no changes in this pull request. Not compared with Vanta.",
    );

    job.write({
      [PATH]: roster([{ ...ADA, permissionLevel: "ADMIN" }, ALAN, person("u-4", "Barbara Liskov")]),
    });
    await step({ "pr-comment": "always" }, env);
    expect(server.repository(REPOSITORY.full_name).comments(7)).toHaveLength(1);
    expect(comment?.body).toContain("Barbara Liskov");
    expect(comment?.body).toContain("https://github.acme.example/acme/access/blob/");
    expect(github.requests).toEqual([]);
  });
});
