// The event file, as GitHub writes it and broken: what cannot be read is absent.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { readContext } from "../../src/settings/context.js";

const folder = mkdtempSync(join(tmpdir(), "context-"));
const path = join(folder, "event.json");
const NOTHING = { workspace: "/work", isPublic: true };

afterAll(() => rmSync(folder, { recursive: true }));

function read(event: unknown, env: Readonly<Record<string, string>> = {}) {
  writeFileSync(path, typeof event === "string" ? event : JSON.stringify(event));
  return readContext({ GITHUB_WORKSPACE: "/work", GITHUB_EVENT_PATH: path, ...env });
}

test("the runner's variables", () => {
  const env = {
    GITHUB_REPOSITORY: "acme/users",
    GITHUB_SHA: "0123",
    GITHUB_REF: "refs/heads/main",
    GITHUB_EVENT_NAME: "push",
    GITHUB_RUN_ID: "42",
    GITHUB_RUN_ATTEMPT: "2",
    GITHUB_ACTOR: "octocat",
    GITHUB_WORKFLOW_REF: "acme/users/.github/workflows/roster.yml@refs/heads/main",
    GITHUB_SERVER_URL: "https://github.example.com/",
    GITHUB_API_URL: "https://github.example.com/api/v3/",
  };
  expect(read({ repository: { full_name: "acme/other" } }, env)).toEqual({
    ...NOTHING,
    repository: "acme/users",
    commit: "0123",
    ref: "refs/heads/main",
    event: "push",
    runId: "42",
    attempt: 2,
    actor: "octocat",
    serverUrl: "https://github.example.com",
    apiUrl: "https://github.example.com/api/v3",
    url: "https://github.example.com/acme/users/actions/runs/42/attempts/2",
    workflowUrl: "https://github.example.com/acme/users/actions/workflows/roster.yml",
  });
  const empty = Object.fromEntries(Object.keys(env).map((name) => [name, ""]));
  for (const none of [{}, { ...empty, GITHUB_WORKSPACE: "", GITHUB_EVENT_PATH: "" }])
    expect(readContext(none)).toEqual({ workspace: process.cwd(), isPublic: true });
});

test("the page of a first attempt is that of the run", () => {
  const env = { GITHUB_SERVER_URL: "https://x", GITHUB_REPOSITORY: "a/b", GITHUB_RUN_ID: "7" };
  expect(read({}, env).url).toBe("https://x/a/b/actions/runs/7");
});

test.each<[string, unknown, boolean | undefined]>([
  ["a pull request to it", { pull_request: { base: { ref: "main" } } }, true],
  ["a pull request to another branch", { pull_request: { base: { ref: "next" } } }, false],
  ["a merge group of it", { merge_group: { base_ref: "refs/heads/main" } }, true],
  ["a push", {}, undefined],
])("whether it goes into the default branch: %s", (_, payload, expected) => {
  const { mergesToDefaultBranch } = read({
    repository: { default_branch: "main" },
    ...Object(payload),
  });
  expect(mergesToDefaultBranch).toBe(expected);
});

test.each(["0", "-1", "1.5", "x", "99999999999"])("attempt %s is unknown", (attempt) => {
  expect(read({}, { GITHUB_RUN_ATTEMPT: attempt }).attempt).toBeUndefined();
});

describe("a broken event file", () => {
  test.each([
    ...["", "{", "null", "[]", "7", '"push"', "\u0000", '{"repository": 1}'],
    '{"pull_request": {"number": "1"}}',
  ])("%j is like none", (content) => {
    expect(read(content)).toEqual(NOTHING);
  });

  test.each([join(folder, "none.json"), folder])("that cannot be read is like none: %s", (file) => {
    const env = { GITHUB_WORKSPACE: "/work", GITHUB_EVENT_PATH: file };
    expect(readContext(env)).toEqual(NOTHING);
  });

  test.each([
    [{ visibility: 7, private: true, full_name: null }, false],
    [{ private: "yes", id: "1" }, true],
  ])("with bad fields (%j) still has the others", (bad, isPublic) => {
    const repository = { default_branch: "main", ...bad };
    expect(read({ repository, pull_request: { number: 3, base: 9 } })).toEqual({
      workspace: "/work",
      isPublic,
      defaultBranch: "main",
      pullRequestNumber: 3,
    });
  });

  test("of any JSON is read", () => {
    const keys = ["repository", "pull_request", "issue", "merge_group", "workflow_run"];
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const event = Object.fromEntries(keys.map((key) => [key, value]));
        expect(read(event)).toHaveProperty("isPublic");
      }),
      { numRuns: 50 },
    );
  });
});

test.each([
  [{ visibility: "public" }, true],
  [{ visibility: "private" }, false],
  [{ visibility: "internal" }, false],
  [{ visibility: "public", private: true }, true],
  [{ visibility: "private", private: false }, false],
  [{ visibility: "unheard-of", private: true }, true],
  [{ private: true }, false],
  [{ private: false }, true],
  [{ private: "true" }, true],
  [{}, true],
  [undefined, true],
])("the repository %j is public: %s", (repository, verdict) => {
  expect(read({ repository }).isPublic).toBe(verdict);
});

test.each([
  [
    { pull_request: { number: 5, base: { sha: "abc" } } },
    { pullRequestNumber: 5, pullRequestBase: "abc" },
  ],
  [{ issue: { number: 6, pull_request: { url: "" } } }, { pullRequestNumber: 6 }],
  [{ issue: { number: 6 } }, {}],
  [{ issue: { number: 6, pull_request: null } }, {}],
  [{ merge_group: { base_sha: "def" } }, { mergeGroupBase: "def" }],
])("of %j: %j", (event, facts) => {
  expect(read(event)).toEqual({ ...NOTHING, ...facts });
});

const USERS = { id: 1, full_name: "acme/users" };

test.each<[string, unknown, unknown, string, boolean]>([
  ["the same ID", USERS, USERS, "", true],
  ["the same ID, renamed since", { id: 1, full_name: "acme/old" }, USERS, "", true],
  ["another ID with the same name", { id: 2, full_name: "acme/users" }, USERS, "", false],
  ["the same name", { full_name: "Acme/Users" }, { full_name: "acme/users" }, "", true],
  ["a fork", { full_name: "mallory/users" }, { full_name: "acme/users" }, "", false],
  ["a fork that is gone", null, USERS, "", false],
  ["nothing known", {}, {}, "", false],
  ["the name that the runner has", USERS, undefined, "acme/users", true],
  ["another name than the runner has", USERS, undefined, "acme/other", false],
])("the triggering run is of this repository: %s", (_, head, repository, name, verdict) => {
  const run = { event: "push", head_branch: "main", head_sha: "abc", head_repository: head };
  const { workflowRun } = read({ workflow_run: run, repository }, { GITHUB_REPOSITORY: name });
  expect(workflowRun).toEqual({
    event: "push",
    headBranch: "main",
    headSha: "abc",
    ofThisRepository: verdict,
  });
});
