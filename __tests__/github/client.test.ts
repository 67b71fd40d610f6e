// The questions to GitHub, asked of a stand-in over real sockets.
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { connectGitHub } from "../../src/github/client.js";
import { toPlainText } from "../../src/model/message.js";
import { GitHubError } from "../../src/model/ports.js";
import { commentMarker } from "../../src/report/comment-marker.js";
import type { RunContext } from "../../src/settings/context.js";
import { parsePatterns } from "../../src/settings/patterns.js";
import {
  type FakeFile,
  type FakeGitHub,
  type FakeRepository,
  startFakeGitHub,
} from "../support/fake-github.js";

const TOKEN = "ghs_stand_in";
const ROSTER = parsePatterns(["people/*.yml", "!people/draft.yml"]);
const MARKER = commentMarker(ROSTER.written, "65f0");

let github: FakeGitHub;
let remote: FakeRepository;

beforeEach(async () => {
  github = await startFakeGitHub({ token: TOKEN });
  remote = github.repository("acme/users");
});

afterEach(async () => {
  await github.close();
});

function connect(
  facts: Partial<RunContext> = {},
  options: { token?: string | undefined; signal?: AbortSignal; timeoutSeconds?: number } = {},
) {
  const context: RunContext = {
    workspace: "/",
    isPublic: false,
    repository: "acme/users",
    apiUrl: github.url,
    ref: "refs/heads/main",
    ...facts,
  };
  return connectGitHub({
    token: TOKEN,
    timeoutSeconds: 10,
    signal: new AbortController().signal,
    ...options,
    context,
  });
}

/** What the user is told of the failure. */
async function explanation(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => undefined,
    (reason) => reason,
  );
  if (!(error instanceof GitHubError)) throw new Error(`no GitHubError but ${String(error)}`);
  return toPlainText(error.explanation);
}

function asked(): string[] {
  return github.requests.map(({ method, path }) => `${method} ${path}`);
}

describe("freshness", () => {
  const before = { "people/a.yml": "a", "people/draft.yml": "d", "README.md": "r" };

  async function ask(after: Readonly<Record<string, string>>, facts: Partial<RunContext> = {}) {
    const old = remote.commit({ files: before });
    remote.branch("main", remote.commit({ parents: [old], files: after }));
    const answer = await connect({ commit: old, ...facts }).checkFreshness(ROSTER);
    return answer.superseded ? toPlainText(answer.reason) : "fresh";
  }

  test.each([
    ["nothing", {}, "fresh"],
    ["another file", { "README.md": "R" }, "fresh"],
    ["a file that a pattern leaves out", { "people/draft.yml": "D" }, "fresh"],
    [
      "a roster file",
      { "people/a.yml": "A" },
      'the roster has changed on "main" since this commit',
    ],
    [
      "one more roster file",
      { "people/b.yml": "b" },
      'the roster has changed on "main" since this commit',
    ],
  ])("a push that changed %s", async (_, change, verdict) => {
    expect(await ask({ ...before, ...change })).toBe(verdict);
  });

  test("a roster file that was removed, or renamed out of the pattern, counts", async () => {
    expect(await ask({ "people/draft.yml": "d", "README.md": "r" })).toContain(
      "the roster has changed",
    );
    expect(await ask({ "old/a.yml": "a", "people/draft.yml": "d", "README.md": "r" })).toContain(
      "the roster has changed",
    );
  });

  test("the head of the branch is fresh, and one small request says so", async () => {
    const head = remote.commit({ files: before });
    remote.branch("main", head);
    expect(await connect({ commit: head }).checkFreshness(ROSTER)).toEqual({
      superseded: false,
    });
    expect(asked()).toEqual([`GET /repos/acme/users/compare/${head}...main?per_page=1`]);
    expect(github.requests[0]?.authorization).toBe(`token ${TOKEN}`);
  });

  test("a branch with a slash in its name is the run's own branch, not the default one", async () => {
    const old = remote.commit({ files: before });
    remote.branch("main", old);
    remote.branch(
      "release/1",
      remote.commit({ parents: [old], files: { ...before, "people/a.yml": "A" } }),
    );
    const answer = await connect({
      commit: old,
      ref: "refs/heads/release/1",
      defaultBranch: "main",
    }).checkFreshness(ROSTER);
    expect(answer.superseded).toBe(true);
  });

  test("without a branch of its own, a run is held against the default branch", async () => {
    const old = remote.commit({ files: before });
    remote.branch(
      "trunk",
      remote.commit({ parents: [old], files: { ...before, "people/a.yml": "A" } }),
    );
    const answer = await connect({
      commit: old,
      ref: "refs/tags/v1",
      defaultBranch: "trunk",
    }).checkFreshness(ROSTER);
    expect(answer.superseded).toBe(true);
  });

  test("history that was set back, or went another way, supersedes, whatever changed", async () => {
    const root = remote.commit({ files: before });
    const ours = remote.commit({ parents: [root], files: before });
    remote.branch("main", root);
    const back = await connect({ commit: ours }).checkFreshness(ROSTER);
    expect(back.superseded && toPlainText(back.reason)).toContain("was set back behind it");
    remote.branch("main", remote.commit({ parents: [root], files: before }));
    const apart = await connect({ commit: ours }).checkFreshness(ROSTER);
    expect(apart.superseded && toPlainText(apart.reason)).toContain("went another way");
  });

  test("after a workflow_run the commit that triggered it counts, if it is older", async () => {
    const old = remote.commit({ files: before });
    const head = remote.commit({ parents: [old], files: { ...before, "people/a.yml": "A" } });
    remote.branch("main", head);
    const workflowRun = { headSha: old, ofThisRepository: true };
    expect((await connect({ commit: head, workflowRun }).checkFreshness(ROSTER)).superseded).toBe(
      true,
    );
  });

  describe("where GitHub cuts the list of files", () => {
    const many = (count: number, content: string) =>
      Object.fromEntries(
        Array.from({ length: count }, (_, index) => [`docs/${1000 + index}`, content]),
      );

    test.each([
      [299, "the same", 1, false],
      [300, "the same", 3, false],
      [301, "the same", 3, false],
      [301, "another", 3, true],
    ])("%i other files and %s roster: %i requests", async (count, roster, requests, superseded) => {
      const old = remote.commit({ files: { ...many(count, "old"), "people/z.yml": "the same" } });
      remote.branch(
        "main",
        remote.commit({ parents: [old], files: { ...many(count, "new"), "people/z.yml": roster } }),
      );
      expect((await connect({ commit: old }).checkFreshness(ROSTER)).superseded).toBe(superseded);
      expect(asked()).toHaveLength(requests);
    });

    test("a roster file among those listed needs no trees", async () => {
      const later = Object.fromEntries(
        Object.keys(many(400, "")).map((path) => [path.replace("docs", "zoo"), "old"]),
      );
      const old = remote.commit({ files: { ...later, "people/a.yml": "a" } });
      remote.branch("main", remote.commit({ parents: [old], files: { "people/a.yml": "A" } }));
      github.truncateTreesAt(1);
      expect((await connect({ commit: old }).checkFreshness(ROSTER)).superseded).toBe(true);
      expect(asked()).toHaveLength(1);
    });

    test.each<[string, Record<string, FakeFile>, Record<string, FakeFile>, boolean]>([
      [
        "a folder with a roster's name",
        { "people/z.yml/readme": "old" },
        { "people/z.yml/readme": "new" },
        false,
      ],
      [
        "a roster that became a link",
        { "people/z.yml": "z2.txt" },
        { "people/z.yml": { link: "z2.txt" } },
        true,
      ],
    ])("%s", async (_, before, after, verdict) => {
      const old = remote.commit({ files: { ...many(301, "old"), ...before } });
      remote.branch(
        "main",
        remote.commit({ parents: [old], files: { ...many(301, "new"), ...after } }),
      );
      expect((await connect({ commit: old }).checkFreshness(ROSTER)).superseded).toBe(verdict);
      expect(asked()).toHaveLength(3);
    });

    test("trees that are cut too cannot be asked", async () => {
      const old = remote.commit({ files: many(301, "old") });
      remote.branch("main", remote.commit({ parents: [old], files: many(301, "new") }));
      github.truncateTreesAt(302);
      expect((await connect({ commit: old }).checkFreshness(ROSTER)).superseded).toBe(false);
      github.truncateTreesAt(301);
      expect(await explanation(connect({ commit: old }).checkFreshness(ROSTER))).toContain(
        "more files than GitHub lists",
      );
    });
  });

  test("a commit that is gone cannot be asked about", async () => {
    const old = remote.commit({ files: before });
    remote.branch("main", remote.commit({ files: before }));
    remote.forget(old);
    expect(await explanation(connect({ commit: old }).checkFreshness(ROSTER))).toContain(
      "a force push may have removed it",
    );
  });

  test.each([
    ["the commit of this run", { ref: "refs/heads/main" }],
    ["the branch of this run", { ref: "refs/pull/1/merge", commit: "0".repeat(40) }],
  ])("%s is needed", async (what, facts) => {
    expect(await explanation(connect(facts).checkFreshness(ROSTER))).toBe(`${what} is not known`);
    expect(asked()).toEqual([]);
  });
});

describe("baseFiles", () => {
  async function read(facts: Partial<RunContext>) {
    const files = await connect(facts).readBase(ROSTER);
    return Object.fromEntries(
      files.map(({ path, bytes }) => [path, Buffer.from(bytes).toString("utf8")]),
    );
  }

  test("a pull request starts from the first parent of its test merge", async () => {
    const stale = remote.commit({ files: { "people/a.yml": "stale" } });
    const base = remote.commit({
      parents: [stale],
      files: {
        "people/b.yml": "ü".repeat(100),
        "people/a.yml": "base",
        "people/draft.yml": "d",
        x: "",
      },
    });
    const head = remote.commit({ parents: [stale], files: { "people/a.yml": "head" } });
    const merge = remote.commit({ parents: [base, head], files: { "people/a.yml": "head" } });
    const facts = { event: "pull_request", commit: merge, pullRequestBase: stale };
    expect(await read(facts)).toEqual({ "people/a.yml": "base", "people/b.yml": "ü".repeat(100) });
    const files = await connect(facts).readBase(ROSTER);
    expect(files.map(({ path }) => path)).toEqual(["people/a.yml", "people/b.yml"]);
  });

  test("without a test merge, from the base that the event names", async () => {
    const base = remote.commit({ files: { "people/a.yml": "base" } });
    const head = remote.commit({
      parents: [remote.commit({ files: {} })],
      files: { "people/a.yml": "head" },
    });
    expect(await read({ event: "pull_request", commit: head, pullRequestBase: base })).toEqual({
      "people/a.yml": "base",
    });
    expect(
      await explanation(connect({ event: "pull_request", commit: head }).readBase(ROSTER)),
    ).toBe("the base of the pull request is not known");
  });

  test("a merge group names its base", async () => {
    const base = remote.commit({ files: { "people/a.yml": "base" } });
    expect(
      await read({ event: "merge_group", commit: "0".repeat(40), mergeGroupBase: base }),
    ).toEqual({ "people/a.yml": "base" });
    expect(
      await explanation(connect({ event: "merge_group", pullRequestBase: base }).readBase(ROSTER)),
    ).toBe("the base of the merge group is not known");
  });

  const fromBase = (files: Parameters<FakeRepository["commit"]>[0]["files"]) => ({
    event: "merge_group",
    mergeGroupBase: remote.commit({ files }),
  });

  test("no roster yet is no file, an empty one is an empty file", async () => {
    expect(await read(fromBase({ "README.md": "r" }))).toEqual({});
    expect(await read(fromBase({ "people/a.yml": "" }))).toEqual({ "people/a.yml": "" });
  });

  test("bytes arrive as they are", async () => {
    const bytes = Uint8Array.from({ length: 1000 }, (_, index) => index % 256);
    const [file] = await connect(fromBase({ "people/a.yml": bytes })).readBase(ROSTER);
    expect(Buffer.from(file?.bytes ?? []).equals(Buffer.from(bytes))).toBe(true);
  });

  test("a link is followed inside the repository", async () => {
    expect(
      await read(
        fromBase({
          "people/a.yml": { link: "../all/a.yml" },
          "all/a.yml": { link: "b.yml" },
          "all/b.yml": "b",
        }),
      ),
    ).toEqual({
      "people/a.yml": "b",
    });
  });

  test.each([
    ["../nowhere.yml"],
    ["../../outside.yml"],
    ["/etc/passwd"],
    ["/all"],
    ["a.yml"],
    ["../all"],
  ])("a link to %s is refused", async (link) => {
    const facts = fromBase({
      "people/a.yml": { link },
      "all/b.yml": "b",
      "people/all": "not at the root",
    });
    expect(await explanation(connect(facts).readBase(ROSTER))).toContain(
      "a link that leads to no file of the repository",
    );
  });

  test("500 files are fetched, 501 are not", async () => {
    const files = (count: number) =>
      Object.fromEntries(
        Array.from({ length: count }, (_, index) => [`people/${index}.yml`, String(index)]),
      );
    const fetched = await read(fromBase(files(500)));
    expect(fetched).toEqual(files(500));
    expect(await explanation(connect(fromBase(files(501))).readBase(ROSTER))).toContain(
      "501 roster files",
    );
  });

  test("files of 256 MiB together are fetched, more are not", async () => {
    const facts = fromBase({});
    const listing = (size: number) => ({
      status: 200,
      body: {
        truncated: false,
        tree: [0, 1].map((index) => ({
          path: `people/${index}.yml`,
          mode: "100644",
          type: "blob",
          sha: "ab",
          size,
        })),
      },
    });
    github.fail({ at: "/git/trees/", times: 1, ...listing(128 * 1024 * 1024) });
    expect(await explanation(connect(facts).readBase(ROSTER))).toContain("status 404");
    github.fail({ at: "/git/trees/", times: 1, ...listing(128 * 1024 * 1024 + 1) });
    expect(await explanation(connect(facts).readBase(ROSTER))).toContain("over 256 MiB");
  });

  test.each([
    [{ content: "YWJj\n", encoding: "base64", size: 3 }, "abc"],
    [{ content: "YWJj", encoding: "base64", size: 4 }, "GitHub sent 3 bytes of a file of 4"],
    [{ content: "abc", encoding: "utf-8", size: 3 }, "GitHub sent something else than a file"],
  ])("a file sent as %j", async (body, verdict) => {
    const facts = fromBase({ "people/a.yml": "abc" });
    github.fail({ at: "/git/blobs/", status: 200, body });
    const reading = read(facts);
    if (verdict === "abc") expect(await reading).toEqual({ "people/a.yml": verdict });
    else expect(await explanation(reading)).toBe(verdict);
  });

  test("a tree that is cut cannot be asked", async () => {
    const facts = fromBase({ "people/a.yml": "a", "people/b.yml": "b" });
    github.truncateTreesAt(2);
    expect(await explanation(connect(facts).readBase(ROSTER))).toContain(
      "more files than GitHub lists",
    );
  });
});

describe("upsertComment", () => {
  const write = (body: string | undefined) =>
    connect().upsertComment({ number: 7, marker: MARKER, body });
  const bodies = () => remote.comments(7).map(({ body }) => body);

  test("adds one comment, then edits it", async () => {
    await write("first");
    await write("second");
    expect(bodies()).toEqual([`${MARKER}\nsecond`]);
    await write(`${MARKER}\nwith its marker`);
    expect(bodies()).toEqual([`${MARKER}\nwith its marker`]);
  });

  test("finds it among hundreds", async () => {
    for (let index = 0; index < 250; index += 1) remote.say(7, `talk ${index}`);
    await write("first");
    for (let index = 0; index < 250; index += 1) remote.say(7, `talk ${index}`);
    await write("second");
    expect(bodies().filter((body) => body.startsWith(MARKER))).toEqual([`${MARKER}\nsecond`]);
    expect(asked().slice(-4)).toEqual([
      "GET /repos/acme/users/issues/7/comments?per_page=100&page=1",
      "GET /repos/acme/users/issues/7/comments?per_page=100&page=2",
      "GET /repos/acme/users/issues/7/comments?per_page=100&page=3",
      `PATCH /repos/acme/users/issues/comments/${remote.comments(7)[250]?.id}`,
    ]);
  });

  test("finds it where it is the last of a full page", async () => {
    for (let index = 0; index < 99; index += 1) remote.say(7, `talk ${index}`);
    await write("first");
    await write("second");
    expect(remote.comments(7)).toHaveLength(100);
  });

  test("takes no other comment for ours: one that quotes the marker, one of another roster, a person's", async () => {
    remote.say(7, `> ${MARKER}\n> quoted`, { login: "github-actions[bot]", type: "Bot" });
    remote.say(7, `${commentMarker(ROSTER.written, "other")}\nother`, {
      login: "github-actions[bot]",
      type: "Bot",
    });
    remote.say(7, `${MARKER}\na trap`);
    await write("ours");
    expect(bodies()).toHaveLength(4);
    expect(bodies()[3]).toBe(`${MARKER}\nours`);
  });

  test("with a person's token, a person's comment may be ours", async () => {
    await github.close();
    github = await startFakeGitHub({ token: "ghp_person" });
    remote = github.repository("acme/users");
    remote.say(7, `${MARKER}\nold`);
    await connect({}, { token: "ghp_person" }).upsertComment({
      number: 7,
      marker: MARKER,
      body: "new",
    });
    expect(bodies()).toEqual([`${MARKER}\nnew`]);
  });

  test("with nothing to say, an old comment is edited and no new one is added", async () => {
    await write(undefined);
    expect(bodies()).toEqual([]);
    await write("changes");
    await write(undefined);
    expect(bodies()).toEqual([
      `${MARKER}\n**Vanta roster:** this pull request changes nothing in Vanta any more.`,
    ]);
  });

  test("a token that only reads is told what it lacks", async () => {
    remote.permissions.pullRequests = "read";
    expect(await explanation(write("body"))).toContain("pull-requests: write for the comment");
  });

  test("an Enterprise Server has its API below a path", async () => {
    await github.close();
    github = await startFakeGitHub({ token: TOKEN, prefix: "/api/v3" });
    remote = github.repository("acme/users");
    for (let index = 0; index < 101; index += 1) remote.say(7, "talk");
    await write("first");
    expect(bodies()).toHaveLength(102);
    expect(asked()[1]).toBe("GET /api/v3/repos/acme/users/issues/7/comments?per_page=100&page=2");
  });
});

describe("where GitHub gives no usable answer", () => {
  function freshness(options: Parameters<typeof connect>[1] = {}) {
    const head = remote.commit({ files: {} });
    remote.branch("main", head);
    return connect({ commit: head }, options).checkFreshness(ROSTER);
  }

  test.each([
    ["primary", "its rate limit is used up"],
    ["secondary", "its rate limit is used up"],
  ] as const)("over the %s rate limit", async (kind, words) => {
    github.exhaust(kind);
    expect(await explanation(freshness())).toContain(words);
    expect(github.requests).toHaveLength(1);
  });

  test("the token is wrong, missing, or may not read", async () => {
    expect(await explanation(freshness({ token: "ghs_other" }))).toContain(
      "github-token is wrong or has expired",
    );
    expect(await explanation(freshness({ token: undefined }))).toContain("github-token is empty");
    remote.permissions.contents = "none";
    expect(await explanation(freshness())).toContain("status 404");
    remote.private = false;
    expect(await explanation(freshness())).toContain("the job needs permissions: contents: read");
  });

  test.each([
    [
      "an HTML page",
      { status: 200, body: "<html>sign in</html>" },
      "something else than a comparison",
    ],
    [
      "JSON of another shape",
      { status: 200, body: { status: "odd" } },
      "something else than a comparison",
    ],
    [
      "a comparison without its files",
      { status: 200, body: { status: "ahead" } },
      "did not say which files differ",
    ],
    ["null", { status: 200, body: null }, "something else than a comparison"],
    [
      "a server error in HTML",
      { status: 502, body: "<html>bad</html>" },
      "GitHub failed to answer (status 502)",
    ],
    [
      "a server error in JSON",
      { status: 500, body: { message: "boom" } },
      "GitHub failed to answer (status 500, boom)",
    ],
    ["too many requests", { status: 429, body: {} }, "its rate limit is used up"],
    ["no answer at all", { cut: "before" }, "GitHub could not be reached"],
    ["half an answer", { cut: "inside" }, "something else than a comparison"],
  ] as const)("%s", async (_, fault, words) => {
    github.fail(fault);
    expect(await explanation(freshness())).toContain(words);
  });

  test("nobody listens", async () => {
    const asking = connect({
      commit: "0".repeat(40),
      apiUrl: "http://127.0.0.1:9",
    }).checkFreshness(ROSTER);
    expect(await explanation(asking)).toContain("GitHub could not be reached");
  });

  test("half an answer, and then silence", async () => {
    github.fail({ hang: "inside" });
    expect(await explanation(freshness({ timeoutSeconds: 0.2 }))).toBe(
      "GitHub did not answer within 0.2 seconds",
    );
  });

  test.each([
    [
      "403 that says when to try again",
      { status: 403, headers: { "retry-after": "60" }, body: {} },
      "its rate limit is used up",
    ],
    [
      "403 with no requests left",
      { status: 403, headers: { "x-ratelimit-remaining": "0" }, body: {} },
      "its rate limit is used up",
    ],
    [
      "403 with requests left",
      { status: 403, headers: { "x-ratelimit-remaining": "1" }, body: {} },
      "the job needs permissions",
    ],
  ])("%s", async (_, fault, words) => {
    github.fail(fault);
    expect(await explanation(freshness())).toContain(words);
  });

  test("it does not answer in time", async () => {
    github.fail({ hang: "before" });
    expect(await explanation(freshness({ timeoutSeconds: 0.05 }))).toBe(
      "GitHub did not answer within 0.05 seconds",
    );
  });

  test("a cancelled run throws the reason of its signal", async () => {
    const reason = new Error("cancelled");
    const controller = new AbortController();
    github.fail({ hang: "before" });
    const asking = freshness({ signal: controller.signal });
    controller.abort(reason);
    await expect(asking).rejects.toBe(reason);
  });

  test("no error holds the token", async () => {
    github.fail({ status: 500, body: { message: "boom" } });
    const error: unknown = await freshness().catch((reason: unknown) => reason);
    const { inspect } = await import("node:util");
    expect(inspect(error, { depth: 10, showHidden: true })).not.toContain(TOKEN);
  });
});

describe("commentMarker", () => {
  test("is one HTML comment, of its own for each roster and resource ID", () => {
    expect(MARKER).toMatch(/^<!-- vanta-roster-sync:[0-9a-f]{16} -->$/);
    const markers = [
      commentMarker(ROSTER.written, "65f0"),
      commentMarker(ROSTER.written, undefined),
      commentMarker(["people/*.yml"], "65f0"),
      commentMarker(["a.yml", "b.yml"], undefined),
      commentMarker(["a.yml,b.yml"], undefined),
    ];
    expect(new Set(markers).size).toBe(markers.length);
    expect(commentMarker([...ROSTER.written], "65f0")).toBe(MARKER);
  });
});
