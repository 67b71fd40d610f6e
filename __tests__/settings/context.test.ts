// The event file as GitHub writes it, and as nobody should: what cannot be read is absent, and nothing crashes.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { readContext } from "../../src/settings/context.js";

const folder = mkdtempSync(join(tmpdir(), "context-"));
const path = join(folder, "event.json");

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
    GITHUB_SERVER_URL: "https://github.example.com/",
    GITHUB_API_URL: "https://github.example.com/api/v3/",
  };
  expect(read({}, env)).toEqual({
    workspace: "/work",
    isPublic: true,
    repository: "acme/users",
    commit: "0123",
    ref: "refs/heads/main",
    event: "push",
    runId: "42",
    attempt: 2,
    actor: "octocat",
    serverUrl: "https://github.example.com",
    apiUrl: "https://github.example.com/api/v3",
  });
});

test("without a runner: the current folder, and all else unknown", () => {
  expect(readContext({})).toEqual({ workspace: process.cwd(), isPublic: true });
  expect(
    readContext({
      GITHUB_REPOSITORY: "",
      GITHUB_SHA: "",
      GITHUB_WORKSPACE: "",
      GITHUB_EVENT_PATH: "",
      GITHUB_RUN_ATTEMPT: "",
    }),
  ).toEqual({
    workspace: process.cwd(),
    isPublic: true,
  });
});

test.each(["0", "-1", "1.5", "x", "99999999999"])("attempt %s is unknown", (attempt) => {
  expect(read({}, { GITHUB_RUN_ATTEMPT: attempt }).attempt).toBeUndefined();
});

describe("a broken event file is as none", () => {
  test.each([
    "",
    "{",
    "null",
    "[]",
    "7",
    '"push"',
    "\u0000",
    '{"repository": 1}',
    '{"pull_request": {"number": "1"}}',
  ])("%s", (content) => {
    expect(read(content)).toEqual({ workspace: "/work", isPublic: true });
  });

  test("one that is not there", () => {
    expect(
      readContext({ GITHUB_WORKSPACE: "/work", GITHUB_EVENT_PATH: join(folder, "none.json") }),
    ).toEqual({
      workspace: "/work",
      isPublic: true,
    });
    expect(readContext({ GITHUB_WORKSPACE: "/work", GITHUB_EVENT_PATH: folder })).toEqual({
      workspace: "/work",
      isPublic: true,
    });
  });

  test("one bad field does not hide the others", () => {
    const event = {
      repository: { default_branch: "main", visibility: 7, private: true, full_name: null },
      pull_request: { number: 3, base: 9 },
    };
    expect(read(event)).toEqual({
      workspace: "/work",
      isPublic: false,
      defaultBranch: "main",
      pullRequestNumber: 3,
    });
  });

  test("any JSON", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(
          read({
            repository: value,
            pull_request: value,
            issue: value,
            merge_group: value,
            workflow_run: value,
          }),
        ).toHaveProperty("isPublic");
      }),
      { numRuns: 50 },
    );
  });
});

describe("is public", () => {
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
  ])("%j: %s", (repository, verdict) => {
    expect(read({ repository }).isPublic).toBe(verdict);
  });
});

describe("the numbers and bases of a pull request", () => {
  test.each([
    [
      { pull_request: { number: 5, base: { sha: "abc" } } },
      { pullRequestNumber: 5, pullRequestBase: "abc" },
    ],
    [{ issue: { number: 6, pull_request: { url: "" } } }, { pullRequestNumber: 6 }],
    [{ issue: { number: 6 } }, {}],
    [{ issue: { number: 6, pull_request: null } }, {}],
    [{ merge_group: { base_sha: "def" } }, { mergeGroupBase: "def" }],
  ])("%j", (event, facts) => {
    expect(read(event)).toEqual({ workspace: "/work", isPublic: true, ...facts });
  });
});

describe("the run that triggered this one is of this repository", () => {
  const run = { event: "push", head_branch: "main", head_sha: "abc" };
  const of = (head: unknown, repository: unknown, env: Readonly<Record<string, string>> = {}) =>
    read({ workflow_run: { ...run, head_repository: head }, repository }, env).workflowRun;

  test.each([
    ["the same id", { id: 1, full_name: "acme/users" }, { id: 1, full_name: "acme/users" }, true],
    [
      "the same id, renamed since",
      { id: 1, full_name: "acme/old" },
      { id: 1, full_name: "acme/users" },
      true,
    ],
    [
      "another id under the same name",
      { id: 2, full_name: "acme/users" },
      { id: 1, full_name: "acme/users" },
      false,
    ],
    ["the same name, no ids", { full_name: "Acme/Users" }, { full_name: "acme/users" }, true],
    ["a fork", { full_name: "mallory/users" }, { full_name: "acme/users" }, false],
    ["a fork that is gone", null, { id: 1, full_name: "acme/users" }, false],
    ["nothing known", {}, {}, false],
  ])("%s", (_, head, repository, verdict) => {
    expect(of(head, repository)).toEqual({
      event: "push",
      headBranch: "main",
      headSha: "abc",
      ofThisRepository: verdict,
    });
  });

  test("the runner's name of the repository counts too", () => {
    expect(
      of({ full_name: "acme/users" }, undefined, { GITHUB_REPOSITORY: "acme/users" })
        ?.ofThisRepository,
    ).toBe(true);
    expect(
      of({ full_name: "acme/users" }, undefined, { GITHUB_REPOSITORY: "acme/other" })
        ?.ofThisRepository,
    ).toBe(false);
  });
});
