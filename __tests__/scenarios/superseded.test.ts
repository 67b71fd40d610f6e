// An old run that is run again, or a push that the next one overtook, through the built bundle: it
// must not bring leavers back.
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { type FakeGitHub, type FakeRepository, startFakeGitHub } from "../support/fake-github.js";
import { type FakeVanta, startFakeVanta } from "../support/fake-vanta.js";
import { type Job, REPOSITORY, startJob } from "../support/run-action.js";
import { ADA, COMMIT, credentials, GRACE, NO_LIMITS, RESOURCE, roster, rows } from "./setting.js";

const TOKEN = "ghs_stand_in";
const OLD = { "access/users.json": roster([ADA, GRACE]) };

let github: FakeGitHub;
let vanta: FakeVanta;
let job: Job;

beforeEach(async () => {
  github = await startFakeGitHub({ token: TOKEN });
  vanta = await startFakeVanta({ resources: { [RESOURCE]: { rows: rows(ADA) } } });
  job = startJob();
  job.write(OLD);
});

afterEach(async () => {
  job.close();
  await vanta.close();
  await github.close();
});

/** A run of the old commit; `attempt` above 1 is a re-run. */
function push({ attempt = 1, token = TOKEN }: { attempt?: number; token?: string } = {}) {
  return job.step({
    inputs: { roster: "access/*.json", "github-token": token, ...credentials(vanta), ...NO_LIMITS },
    event: "push",
    env: { GITHUB_API_URL: github.url, GITHUB_RUN_ATTEMPT: String(attempt) },
  });
}

/** The old commit, and where `main` stands now. */
function history(moveOn: (repository: FakeRepository, base: string) => string): void {
  const repository = github.repository(REPOSITORY.full_name);
  const base = repository.commit({ files: {} });
  repository.commit({ sha: COMMIT, parents: [base], files: OLD });
  repository.branch("main", moveOn(repository, base));
}

describe("a commit that is still the newest roster is synced", () => {
  test("as the head of its branch, in a re-run too", async () => {
    history(() => COMMIT);
    const step = await push({ attempt: 2 });
    expect(step.outputs).toMatchObject({
      mode: "sync",
      outcome: "synced",
      added: "1",
      verified: "true",
      warnings: "0",
    });
  });

  test("when only other files changed since", async () => {
    history((repository) =>
      repository.commit({
        parents: [COMMIT],
        files: { ...OLD, "README.md": "new", "access/notes.md": "" },
      }),
    );
    expect((await push()).outputs["outcome"]).toBe("synced");
  });
});

describe("a commit that is no longer the newest roster passes, and nothing is asked of Vanta", () => {
  test.each<[string, Parameters<typeof history>[0], string]>([
    [
      "when a matching file changed since",
      (repository) =>
        repository.commit({ parents: [COMMIT], files: { "access/users.json": roster([ADA]) } }),
      "the roster has changed",
    ],
    [
      "when the branch was pushed over it",
      (repository, base) => repository.commit({ parents: [base], files: OLD }),
      "went another way",
    ],
    ["when the branch was set back", (_repository, base) => base, "was set back"],
  ])("%s", async (_what, moveOn, why) => {
    history(moveOn);
    const step = await push();
    expect(step.exitCode).toBe(0);
    expect(step.outputs).toMatchObject({
      mode: "sync",
      outcome: "superseded",
      accounts: "2",
      errors: "0",
    });
    expect(step.outputs).not.toHaveProperty("verified");
    expect(step.report.reason).toContain(why);
    for (const shown of [step.summary, step.log, step.annotations.notice.join()])
      expect(shown).toContain(why);
    expect(vanta.requests).toEqual([]);
  });
});

describe("where GitHub cannot be asked", () => {
  test("a re-run refuses, and nothing is asked of Vanta", async () => {
    github.fail({ cut: "before" });
    const step = await push({ attempt: 2 });
    expect(step.exitCode).toBe(1);
    expect(step.outputs).toMatchObject({ outcome: "failed" });
    expect(step.summary).toContain("nothing more is sent on a re-run");
    expect(step.annotations.error[0]).toContain("Start a new run instead");
    expect(vanta.requests).toEqual([]);
  });

  test("so does a re-run without a token", async () => {
    const step = await push({ attempt: 2, token: "" });
    expect(step.outputs["outcome"]).toBe("failed");
    expect(step.report.failures[0]).toContain("github-token is empty");
    expect(vanta.requests).toEqual([]);
  });

  test("the first attempt warns, and syncs", async () => {
    github.exhaust();
    const step = await push();
    expect(step.exitCode).toBe(0);
    expect(step.outputs).toMatchObject({ outcome: "synced", warnings: "1" });
    expect(step.annotations.warning.join("\n")).toContain("rate limit");
    expect(vanta.calls()).toEqual(["TOKEN", "GET", "PUT", "GET"]);
  });
});
