// Requests to GitHub, against the stand-in for it.
import { inspect } from "node:util";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import type { Connection } from "../../src/github/api.js";
import { connectGitHub } from "../../src/github/client.js";
import { toPlainText } from "../../src/model/message.js";
import { type Freshness, GitHubError } from "../../src/model/ports.js";
import { commentMarker } from "../../src/report/comment-marker.js";
import type { RunContext } from "../../src/settings/context.js";
import { parsePatterns } from "../../src/settings/patterns.js";
import {
  type FakeFault,
  type FakeFile,
  type FakeGitHub,
  type FakeRepository,
  startFakeGitHub,
} from "../support/fake-github.js";
import { rejection } from "../vanta/connection.js";

const TOKEN = "ghs_stand_in";
const ROSTER = parsePatterns(["people/*.yml", "!people/draft.yml"]);
const MARKER = commentMarker(ROSTER.written, "65f0");
const UNKNOWN = "0".repeat(40);

type Files = Readonly<Record<string, FakeFile>>;

let github: FakeGitHub;
let remote: FakeRepository;

const environment = { ...process.env };

beforeEach(() => start());
afterEach(async () => {
  process.env = { ...environment };
  await github.close();
});

async function start(options: Parameters<typeof startFakeGitHub>[0] = {}): Promise<void> {
  await github?.close();
  github = await startFakeGitHub({ token: TOKEN, ...options });
  remote = github.repository("acme/users");
}

function connect(facts: Partial<RunContext> = {}, options: Partial<Connection> = {}) {
  const context: RunContext = {
    workspace: "/",
    isPublic: false,
    repository: "acme/users",
    apiUrl: github.url,
    ref: "refs/heads/main",
    ...facts,
  };
  const { signal } = new AbortController();
  return connectGitHub({ token: TOKEN, timeoutSeconds: 10, signal, ...options, context });
}

/** What the user sees of a failure. */
async function explanation(work: Promise<unknown>): Promise<string> {
  const error = await rejection(work);
  if (!(error instanceof GitHubError)) throw error;
  return toPlainText(error.explanation);
}

const requests = () => github.requests.map(({ method, path }) => `${method} ${path}`);

/** Adds a commit and points the branch at it. */
function push(files: Files, { on = "main", parents = [] as readonly string[] } = {}): string {
  const sha = remote.commit({ files, parents });
  remote.branch(on, sha);
  return sha;
}

const numbered = (count: number, name: (index: number) => string, content: string): Files =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [name(index), content]));

describe("checkFreshness", () => {
  const BEFORE: Files = {
    "people/a.yml": { link: "../alias/a.yml" },
    "people/draft.yml": "d",
    alias: { link: "data" },
    "data/a.yml": "a",
    "data/b.yml": "b",
    "README.md": "r",
    "approvals.txt": "",
  };
  const READ = ["people/a.yml", "alias", "data/a.yml", "approvals.txt"];
  const CHANGED = 'the roster has changed on "main" since this commit';

  const check = (
    facts: Partial<RunContext> = {},
    options: Partial<Connection> = {},
    paths: readonly string[] = READ,
  ) => connect(facts, options).checkFreshness({ patterns: ROSTER, paths });

  const verdict = (answer: Freshness) => (answer.superseded ? toPlainText(answer.reason) : "fresh");

  const without = (path: string) =>
    Object.fromEntries(Object.entries(BEFORE).filter(([one]) => one !== path));

  test.each<[string, Files, string]>([
    ["nothing", BEFORE, "fresh"],
    ["another file", { ...BEFORE, "README.md": "R" }, "fresh"],
    ["a file beside one that was read", { ...BEFORE, "data/b.yml": "B" }, "fresh"],
    ["an excluded file", { ...BEFORE, "people/draft.yml": "D" }, "fresh"],
    ["a roster file", { ...BEFORE, "people/a.yml": "A" }, CHANGED],
    ["one more roster file", { ...BEFORE, "people/b.yml": "b" }, CHANGED],
    ["a roster file that is removed", without("people/a.yml"), CHANGED],
    [
      "a roster file that is renamed",
      { ...without("people/a.yml"), "old.yml": { link: "../alias/a.yml" } },
      CHANGED,
    ],
    [
      "a file that is renamed to a roster file",
      { ...without("README.md"), "people/c.yml": "r" },
      CHANGED,
    ],
    ["the file that a link leads to", { ...BEFORE, "data/a.yml": "A" }, CHANGED],
    ["a link on the way to it", { ...BEFORE, alias: { link: "other" } }, CHANGED],
    ["the approvals file", { ...BEFORE, "approvals.txt": "sha256:0" }, CHANGED],
  ])("after a push that changed %s", async (_, after, expected) => {
    const commit = push(BEFORE);
    push(after, { parents: [commit] });
    expect(verdict(await check({ commit }))).toBe(expected);
    expect(requests()).toHaveLength(1);
  });

  test.each<[string, Files, Files, readonly string[], string, number]>([
    ["that a read file is in", { lib: { submodule: "1" } }, {}, ["lib/a.yml"], CHANGED, 1],
    ["that a pattern reaches", { people: { submodule: "1" } }, {}, [], CHANGED, 3],
    ["that is new there", {}, { people: { submodule: "2" } }, [], CHANGED, 3],
    ["elsewhere", { lib: { submodule: "1" } }, {}, ["library/a.yml"], "fresh", 1],
    ["no longer, but a file that a pattern reaches", { people: "1" }, {}, [], "fresh", 3],
  ])("a changed submodule %s", async (_, before, after, paths, expected, sent) => {
    const renewed = Object.entries(before).map(([path, file]) => [
      path,
      typeof file === "string" ? "2" : { submodule: "2" },
    ]);
    const commit = push(before);
    push({ ...Object.fromEntries(renewed), ...after }, { parents: [commit] });
    expect(verdict(await check({ commit }, {}, paths))).toBe(expected);
    expect(requests()).toHaveLength(sent);
  });

  test("of the head of the branch takes one small request", async () => {
    const commit = push(BEFORE);
    expect(await check({ commit })).toEqual({ superseded: false });
    // In full, since a tag may have the branch's name.
    const compared = encodeURIComponent(`${commit}...refs/heads/main`);
    expect(requests()).toEqual([`GET /repos/acme/users/compare/${compared}?per_page=1`]);
    expect(github.requests[0]?.authorization).toBe(`token ${TOKEN}`);
  });

  test.each<[string, string, Partial<RunContext>]>([
    ["the run's own branch", "release/1", { ref: "refs/heads/release/1", defaultBranch: "main" }],
    ["the default branch, for a tag", "trunk", { ref: "refs/tags/v1", defaultBranch: "trunk" }],
  ])("compares with %s", async (_, on, facts) => {
    const commit = push(BEFORE);
    push({ ...BEFORE, "people/a.yml": "A" }, { on, parents: [commit] });
    const reason = CHANGED.replace("main", on);
    expect(verdict(await check({ commit, ...facts }))).toBe(reason);
  });

  describe("after a workflow_run, where the branch moved on twice since its commit", () => {
    const OTHER = { ...BEFORE, "README.md": "R" };
    const CHANGE = { ...BEFORE, "data/a.yml": "A" };

    test.each<[string, readonly [Files, Files, Files], string, number]>([
      ["that commit counts", [BEFORE, CHANGE, CHANGE], CHANGED, 2],
      ["the commit of the run counts too", [BEFORE, CHANGE, BEFORE], CHANGED, 1],
      ["neither has another roster", [BEFORE, OTHER, BEFORE], "fresh", 2],
    ])("%s", async (_, [first, second, third], expected, sent) => {
      const headSha = push(first);
      const commit = push(second, { parents: [headSha] });
      push(third, { parents: [commit] });
      const workflowRun = { headSha, ofThisRepository: true };
      const event = "workflow_run";
      expect(verdict(await check({ commit, event, workflowRun }))).toBe(expected);
      expect(requests()).toHaveLength(sent);
    });

    test("the same commit is compared once", async () => {
      const commit = push(BEFORE);
      const workflowRun = { headSha: commit, ofThisRepository: true };
      await check({ commit, event: "workflow_run", workflowRun });
      expect(requests()).toHaveLength(1);
    });

    test("an event that does not name that commit leaves it open", async () => {
      const asked = check({ commit: push(BEFORE), event: "workflow_run" });
      expect(await explanation(asked)).toContain("the commit of the run that triggered this one");
    });
  });

  test("a branch that was set back, or diverged, supersedes, whatever changed", async () => {
    const root = remote.commit({ files: BEFORE });
    const commit = remote.commit({ parents: [root], files: BEFORE });
    remote.branch("main", root);
    expect(verdict(await check({ commit }))).toContain("was set back behind it");
    push(BEFORE, { parents: [root] });
    expect(verdict(await check({ commit }))).toContain("went another way");
  });

  describe("where GitHub truncates the list of files", () => {
    const docs = (count: number, content: string) =>
      numbered(count, (index) => `docs/${1000 + index}`, content);
    const SAME: Files = { "people/z.yml": "z" };

    test.each<[number, Files, Files, number, boolean]>([
      [299, SAME, SAME, 1, false],
      [300, SAME, SAME, 3, false],
      [301, SAME, SAME, 3, false],
      [301, SAME, { "people/z.yml": "Z" }, 3, true],
      [301, { "people/z.yml": "z2" }, { "people/z.yml": { link: "z2" } }, 3, true],
      [301, { "zz.txt": "read" }, { "zz.txt": "changed" }, 3, true],
      [301, { zz: { submodule: "1" } }, { zz: { submodule: "2" } }, 3, true],
      [301, { "zz/b.txt": "not read" }, { "zz/b.txt": "changed" }, 3, false],
      // A folder with the name of a roster file.
      [301, { "people/z.yml/x": "old" }, { "people/z.yml/x": "new" }, 3, false],
    ])("%i other files, and %j → %j: %i requests", async (count, old, now, sent, superseded) => {
      const commit = push({ ...docs(count, "old"), ...old });
      push({ ...docs(count, "new"), ...now }, { parents: [commit] });
      const answer = await check({ commit }, {}, ["zz.txt", "zz/a.txt"]);
      expect(answer.superseded).toBe(superseded);
      expect(requests()).toHaveLength(sent);
    });

    test("a roster file among those listed needs no trees", async () => {
      const commit = push(numbered(400, (index) => `zoo/${index}`, "old"));
      push({ "people/a.yml": "A" }, { parents: [commit] });
      expect((await check({ commit })).superseded).toBe(true);
      expect(requests()).toHaveLength(1);
    });

    test("truncated trees are of no use", async () => {
      const commit = push(docs(301, "old"));
      push(docs(301, "new"), { parents: [commit] });
      github.truncateTreesAt(302);
      expect((await check({ commit })).superseded).toBe(false);
      github.truncateTreesAt(301);
      expect(await explanation(check({ commit }))).toContain("more files than GitHub lists");
    });
  });

  test("a commit that is gone is explained", async () => {
    const commit = push(BEFORE);
    push(BEFORE);
    remote.forget(commit);
    expect(await explanation(check({ commit }))).toContain("a force push may have removed it");
  });

  test.each<[string, Partial<RunContext>]>([
    ["the commit of this run", { ref: "refs/heads/main" }],
    ["the branch of this run", { ref: "refs/pull/1/merge", commit: UNKNOWN }],
    ["the name of the repository", { repository: undefined, commit: UNKNOWN }],
  ])("needs %s", async (what, facts) => {
    expect(await explanation(check(facts))).toBe(`${what} is not known`);
    expect(requests()).toEqual([]);
  });

  describe("without a usable response", () => {
    const ask = (options: Partial<Connection> = {}) => check({ commit: push({}) }, options);
    const forbidden = (headers: Readonly<Record<string, string>>, message = "no"): FakeFault => ({
      status: 403,
      headers,
      body: { message },
    });

    test.each<[FakeFault, string]>([
      [{ status: 200, body: "<html>sign in</html>" }, "did not return a comparison"],
      [{ status: 200, body: { status: "odd" } }, "did not return a comparison"],
      [{ status: 200, body: null }, "did not return a comparison"],
      [{ cut: "inside" }, "did not return a comparison"],
      [{ status: 200, body: { status: "ahead" } }, "did not say which files differ"],
      [{ status: 502, body: "<html>bad</html>" }, "GitHub failed (status 502)"],
      [{ status: 500, body: { message: "boom" } }, "GitHub failed (status 500, boom)"],
      [{ status: 500, body: { message: `of ${TOKEN}` } }, "(status 500, of ***)"],
      [{ status: 429, body: {} }, "its rate limit is used up"],
      [forbidden({ "x-ratelimit-remaining": "0" }), "its rate limit is used up"],
      [forbidden({ "retry-after": "60" }), "its rate limit is used up"],
      [forbidden({}, "You have exceeded a secondary rate limit."), "its rate limit is used up"],
      [forbidden({ "x-ratelimit-remaining": "1" }), "the job needs permissions"],
      [{ cut: "before" }, "GitHub could not be reached"],
      [{ hang: "before" }, "GitHub did not respond within 0.2 seconds"],
      [{ hang: "inside" }, "GitHub did not respond within 0.2 seconds"],
    ])("%j is explained", async (fault, words) => {
      github.fail(fault);
      const asked = ask({ timeoutSeconds: fault.hang === undefined ? 10 : 0.2 });
      expect(await explanation(asked)).toContain(words);
      expect(requests()).toHaveLength(1);
    });

    test("a token that is wrong, is missing, or may not read is explained", async () => {
      const wrong = await explanation(ask({ token: "ghs_other" }));
      expect(wrong).toContain("github-token is wrong or has expired");
      expect(await explanation(ask({ token: undefined }))).toContain("github-token is empty");
      remote.permissions.contents = "none";
      expect(await explanation(ask())).toContain("status 404");
      remote.private = false;
      expect(await explanation(ask())).toContain("the job needs permissions: contents: read");
    });

    test("a proxy variable that is not a URL is not bypassed, and not quoted", async () => {
      process.env["http_proxy"] = "user:hunter2@proxy.test";
      expect(await explanation(ask())).toBe("http_proxy is not an http or https URL");
      expect(requests()).toEqual([]);
    });

    test("no one accepts connections", async () => {
      const asked = check({ commit: UNKNOWN, apiUrl: "http://127.0.0.1:9" });
      expect(await explanation(asked)).toContain("GitHub could not be reached");
    });

    test("a cancelled run throws the reason of its signal", async () => {
      const reason = new Error("cancelled");
      const controller = new AbortController();
      github.fail({ hang: "before" });
      const asked = ask({ signal: controller.signal });
      controller.abort(reason);
      await expect(asked).rejects.toBe(reason);
    });

    test("no error has the token", async () => {
      github.fail({ status: 500, body: { message: "boom" } });
      const error = await rejection(ask());
      expect(inspect(error, { depth: 10, showHidden: true })).not.toContain(TOKEN);
    });
  });
});

describe("readBase", () => {
  async function read(facts: Partial<RunContext>) {
    const files = await connect(facts).readBase(ROSTER);
    return files.map(({ path, bytes }) => [path, Buffer.from(bytes).toString("utf8")]);
  }

  /** A merge group that starts from these files. */
  const from = (files: Files) => ({
    event: "merge_group",
    mergeGroupBase: remote.commit({ files }),
  });

  test("a pull request starts from the first parent of its test merge", async () => {
    const stale = remote.commit({ files: { "people/a.yml": "stale" } });
    const files = {
      "people/b.yml": "ü".repeat(100),
      "people/a.yml": "base",
      "people/draft.yml": "",
    };
    const base = remote.commit({ parents: [stale], files });
    const head = remote.commit({ parents: [stale], files: { "people/a.yml": "head" } });
    const commit = remote.commit({ parents: [base, head], files: { "people/a.yml": "head" } });
    expect(await read({ event: "pull_request", commit, pullRequestBase: stale })).toEqual([
      ["people/a.yml", "base"],
      ["people/b.yml", "ü".repeat(100)],
    ]);
  });

  test("without a test merge, from the base that the event names", async () => {
    const pullRequestBase = remote.commit({ files: { "people/a.yml": "base" } });
    const parents = [remote.commit({ files: {} })];
    const commit = remote.commit({ parents, files: { "people/a.yml": "head" } });
    const facts = { event: "pull_request", commit };
    expect(await read({ ...facts, pullRequestBase })).toEqual([["people/a.yml", "base"]]);
    expect(await explanation(read(facts))).toBe("the base of the pull request is not known");
  });

  test("a merge group starts from its own base", async () => {
    const facts = { ...from({ "people/a.yml": "base" }), commit: UNKNOWN };
    expect(await read(facts)).toEqual([["people/a.yml", "base"]]);
    const { mergeGroupBase: pullRequestBase, event } = facts;
    const unknown = await explanation(read({ event, pullRequestBase }));
    expect(unknown).toBe("the base of the merge group is not known");
  });

  test.each<[string, Files, readonly (readonly string[])[]]>([
    ["no roster", { "README.md": "r" }, []],
    ["an empty roster", { "people/a.yml": "" }, [["people/a.yml", ""]]],
    [
      "a link to a link in the repository",
      {
        "people/a.yml": { link: "../all/a.yml" },
        "all/a.yml": { link: "b.yml" },
        "all/b.yml": "b",
      },
      [["people/a.yml", "b"]],
    ],
  ])("reads %s", async (_, files, expected) => {
    expect(await read(from(files))).toEqual(expected);
  });

  test("reads bytes as they are", async () => {
    const bytes = Uint8Array.from({ length: 1000 }, (_, index) => index % 256);
    const [file] = await connect(from({ "people/a.yml": bytes })).readBase(ROSTER);
    expect(Buffer.from(file?.bytes ?? []).equals(Buffer.from(bytes))).toBe(true);
  });

  test.each(["../nowhere.yml", "../../outside.yml", "/etc/passwd", "/all", "a.yml", "../all"])(
    "refuses a link to %s",
    async (link) => {
      const facts = from({
        "people/a.yml": { link },
        "all/b.yml": "b",
        "people/all": "not at root",
      });
      expect(await explanation(read(facts))).toContain("leads to no file of the repository");
    },
  );

  test("reads 500 files, and not 501", async () => {
    const files = (count: number) => numbered(count, (index) => `people/${1000 + index}.yml`, "x");
    expect(await read(from(files(500)))).toEqual(Object.entries(files(500)));
    expect(await explanation(read(from(files(501))))).toContain("501 roster files");
  });

  test.each<[number, string]>([
    [0, "status 404"], // listed, but there is no such file
    [1, "over 256 MiB"],
  ])("of files of 256 MiB and %i bytes together: %s", async (more, words) => {
    const entry = { mode: "100644", type: "blob", sha: "ab", size: 128 * 1024 * 1024 };
    const tree = [
      { ...entry, path: "people/1.yml" },
      { ...entry, path: "people/2.yml", size: entry.size + more },
    ];
    github.fail({ at: "/git/trees/", status: 200, body: { truncated: false, tree } });
    expect(await explanation(read(from({})))).toContain(words);
  });

  test.each([
    [{ content: "YWJj", encoding: "base64", size: 4 }, "GitHub sent 3 bytes of a file of 4"],
    [
      { content: "abc", encoding: "utf-8", size: 3 },
      "GitHub did not return a file in the expected form",
    ],
  ])("refuses a file sent as %j", async (body, words) => {
    github.fail({ at: "/git/blobs/", status: 200, body });
    expect(await explanation(read(from({ "people/a.yml": "abc" })))).toBe(words);
  });

  test("refuses a truncated tree", async () => {
    const facts = from({ "people/a.yml": "a", "people/b.yml": "b" });
    github.truncateTreesAt(2);
    expect(await explanation(read(facts))).toContain("more files than GitHub lists");
  });
});

describe("upsertComment", () => {
  const write = (body: string | undefined, options: Partial<Connection> = {}) =>
    connect({}, options).upsertComment({ number: 7, marker: MARKER, body });
  const bodies = () => remote.comments(7).map(({ body }) => body);
  const talk = (count: number) => {
    for (let index = 0; index < count; index += 1) remote.say(7, `talk ${index}`);
  };

  test("adds one comment, then edits it", async () => {
    for (const body of ["first", "second"]) await write(body);
    expect(bodies()).toEqual([`${MARKER}\nsecond`]);
    await write(`${MARKER}\nwith its marker`);
    expect(bodies()).toEqual([`${MARKER}\nwith its marker`]);
  });

  test("finds it among hundreds", async () => {
    talk(250);
    await write("first");
    talk(250);
    await write("second");
    expect(bodies().filter((body) => body.startsWith(MARKER))).toEqual([`${MARKER}\nsecond`]);
    expect(requests().slice(-5)).toEqual([
      ...[1, 2, 3].map((page) => {
        const query = `per_page=100&page=${page}`;
        return `GET /repos/acme/users/issues/7/comments?${query}`;
      }),
      "POST /graphql",
      `PATCH /repos/acme/users/issues/comments/${remote.comments(7)[250]?.id}`,
    ]);
  });

  test("edits the oldest of several", async () => {
    await write("first");
    remote.say(7, `${MARKER}\nanother`, remote.comments(7)[0]?.user);
    await write("second");
    expect(bodies()).toEqual([`${MARKER}\nsecond`, `${MARKER}\nanother`]);
  });

  const BOT = "github-actions[bot]";

  test.each<[string, string, string]>([
    ["one that quotes the marker", `> ${MARKER}\n> quoted`, BOT],
    ["one of another roster", `${commentMarker(ROSTER.written, "other")}\nother`, BOT],
    ["one of a person", `${MARKER}\na trap`, "mallory"],
    ["one of another bot", `${MARKER}\na trap`, "mallory[bot]"],
  ])("leaves %s alone, before and after ours", async (_, body, login) => {
    const other = () => remote.say(7, body, { login, type: "Bot" });
    other();
    await write("ours");
    other();
    await write("ours again");
    expect(bodies()).toEqual([body, `${MARKER}\nours again`, body]);
  });

  describe("asks who the token's user is", () => {
    const asked = () => requests().filter((line) => !line.includes("/issues/"));
    /** An old comment of each of these users. */
    const say = (...logins: readonly string[]) => {
      for (const login of logins) remote.say(7, `${MARKER}\n${login}`, { login, type: "User" });
    };

    test("only where a comment has the marker, and once", async () => {
      await write("ours");
      expect(asked()).toEqual([]);
      remote.comments(7).pop();
      for (const login of ["mallory", "eve"]) {
        say(login);
        talk(100);
      }
      await write("ours");
      expect(asked()).toEqual(["POST /graphql"]);
    });

    test.each<[string, string, string, RegExp]>([
      ["a workflow", "ghs_workflow", BOT, /^POST \/graphql/],
      ["an app", "ghs_app", "roster[bot]", /^POST \/graphql/],
      ["a person", "ghp_person", "octocat", /^GET \/user/],
      ["a person, of another form", "github_pat_1", "octocat", /^GET \/user/],
    ])("and edits the comment of %s", async (_, token, login, request) => {
      await start({ token, user: { login, type: "Bot" } });
      say("mallory", login, BOT);
      await write("ours", { token });
      expect(asked()).toEqual([expect.stringMatching(request)]);
      expect(bodies()).toEqual([`${MARKER}\nmallory`, `${MARKER}\nours`, `${MARKER}\n${BOT}`]);
    });

    test.each<[string, string, FakeFault]>([
      ["a refusal", TOKEN, { status: 403, body: { message: "no" } }],
      ["an error", TOKEN, { status: 200, body: { errors: [{ message: "no" }] } }],
      ["no answer", TOKEN, { cut: "before" }],
      ["a refusal of a token of another form", "v1.0", { status: 403, body: { message: "no" } }],
    ])("and takes it for the workflow's bot after %s", async (_, token, fault) => {
      await start({ token });
      github.fail({ at: token === TOKEN ? "/graphql" : "GET /user", ...fault });
      say("mallory", BOT);
      await write("ours", { token });
      expect(bodies()).toEqual([`${MARKER}\nmallory`, `${MARKER}\nours`]);
    });

    test("and writes nothing in a cancelled run", async () => {
      const reason = new Error("cancelled");
      const controller = new AbortController();
      github.fail({ at: "/graphql", hang: "before" });
      say(BOT);
      const written = write("ours", { signal: controller.signal });
      while (asked().length === 0) await new Promise(setImmediate);
      controller.abort(reason);
      await expect(written).rejects.toBe(reason);
      expect(bodies()).toEqual([`${MARKER}\n${BOT}`]);
    });
  });

  test.each([
    [249, "added"],
    [250, "the pull request has more comments than can be looked through"],
  ])("looks through 250 pages: after %i that name a next one: %s", async (times, result) => {
    const headers = { link: '<https://x.test/?page=2>; rel="next"' };
    github.fail({ at: "GET", times, status: 200, headers, body: [] });
    const written = write("ours");
    if (result === "added") await written;
    else expect(await explanation(written)).toBe(result);
    expect(bodies()).toHaveLength(result === "added" ? 1 : 0);
  });

  test("with nothing to say, edits an old comment and adds none", async () => {
    await write(undefined);
    expect(bodies()).toEqual([]);
    await write("changes");
    await write(undefined);
    expect(bodies()).toEqual([expect.stringContaining("no longer changes anything in Vanta.")]);
    expect(bodies()[0]).toContain(MARKER);
  });

  test("explains what a token that only reads lacks", async () => {
    remote.permissions.pullRequests = "read";
    expect(await explanation(write("body"))).toContain("pull-requests: write for the comment");
  });

  describe("on an Enterprise Server, whose API is below a path", () => {
    test("finds the comment of a workflow", async () => {
      await start({ prefix: "/api/v3" });
      talk(101);
      for (const body of ["first", "second"]) await write(body);
      expect(bodies()).toHaveLength(102);
      expect(bodies().at(-1)).toBe(`${MARKER}\nsecond`);
      expect(requests()[1]).toBe(
        "GET /api/v3/repos/acme/users/issues/7/comments?per_page=100&page=2",
      );
    });

    test("finds the comment of an app", async () => {
      await start({ prefix: "/api/v3", user: { login: "roster[bot]", type: "Bot" } });
      for (const body of ["first", "second"]) await write(body);
      expect(bodies()).toEqual([`${MARKER}\nsecond`]);
    });
  });
});

test("a comment marker is one HTML comment, different for each roster and resource ID", () => {
  expect(MARKER).toMatch(/^<!-- vanta-roster-sync:[0-9a-f]{16} -->$/);
  const markers = [
    MARKER,
    commentMarker(ROSTER.written, undefined),
    commentMarker(["people/*.yml"], "65f0"),
    commentMarker(["a.yml", "b.yml"], undefined),
    commentMarker(["a.yml,b.yml"], undefined),
  ];
  expect(new Set(markers).size).toBe(markers.length);
  expect(commentMarker([...ROSTER.written], "65f0")).toBe(MARKER);
});
