// A stand-in for GitHub's REST API on 127.0.0.1: repositories of small commits, comparisons, trees, files, comments and refusals,
// in the shapes of docs.github.com/rest. One file, only node: imports and erasable types, so that the demo can run it too.
import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";

/** The content of a file: text, bytes, or a symbolic link. */
export type FakeFile = string | Uint8Array | { readonly link: string };

export interface FakeCommit {
  /** Made up from the content where it is absent. */
  readonly sha?: string;
  readonly parents?: readonly string[];
  /** The whole tree of the commit, by path. */
  readonly files: Readonly<Record<string, FakeFile>>;
}

export interface FakeComment {
  id: number;
  body: string;
  user: { login: string; type: string };
}

/** What the token may do; `none` gives a 403 (a 404 in a private repository), as GitHub does. */
export interface FakePermissions {
  contents: "read" | "none";
  pullRequests: "write" | "read" | "none";
}

export interface FakeRepository {
  private: boolean;
  permissions: FakePermissions;
  /** Adds a commit and answers its sha. */
  commit(commit: FakeCommit): string;
  /** Points the branch at a commit, new or not, as a (force) push would. */
  branch(name: string, sha: string): void;
  /** Drops a commit, as GitHub does some time after a force push. */
  forget(sha: string): void;
  /** The comments of a pull request, oldest first; change them at will. */
  comments(number: number): FakeComment[];
  /** Writes a comment as somebody else. */
  say(number: number, body: string, user?: { login: string; type: string }): FakeComment;
}

/** A refusal to order. */
export interface FakeFault {
  /** Only requests whose `METHOD /path?query` holds this; default: every one. */
  readonly at?: string;
  /** How often; default: always. */
  readonly times?: number;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object is sent as JSON, a string as it is. */
  readonly body?: unknown;
  /** Cuts the connection: before the answer, or in the middle of it. */
  readonly cut?: "before" | "inside";
  /** Never answers, or stops in the middle of its answer. */
  readonly hang?: "before" | "inside";
}

export interface FakeRequest {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: unknown;
}

export interface FakeGitHub {
  /** The base URL of the API, for GITHUB_API_URL. */
  readonly url: string;
  readonly requests: FakeRequest[];
  /** The repository `owner/name`; made when it is first asked for. */
  repository(fullName: string): FakeRepository;
  /** Orders a fault; the first that fits is taken. */
  fail(fault: FakeFault): void;
  /** Every request is refused as over the rate limit. */
  exhaust(kind?: "primary" | "secondary"): void;
  /** Lists at most so many entries of a tree, and says that it is truncated. */
  truncateTreesAt(entries: number): void;
  close(): Promise<void>;
}

interface Entry {
  readonly path: string;
  readonly mode: string;
  readonly type: "blob" | "tree";
  readonly sha: string;
  readonly size?: number;
}

interface Changed {
  readonly sha: string;
  readonly filename: string;
  readonly status: "added" | "removed" | "modified" | "renamed";
  readonly previous_filename?: string;
}

interface StoredCommit {
  readonly sha: string;
  readonly parents: readonly string[];
  readonly files: ReadonlyMap<string, Entry>;
}

interface Store extends FakeRepository {
  readonly fullName: string;
  readonly commits: Map<string, StoredCommit>;
  readonly blobs: Map<string, Buffer>;
  readonly branches: Map<string, string>;
  readonly threads: Map<number, FakeComment[]>;
}

interface Reply {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

interface World {
  readonly token: string;
  readonly prefix: string;
  readonly stores: Map<string, Store>;
  readonly requests: FakeRequest[];
  readonly faults: { readonly fault: FakeFault; left: number }[];
  treeLimit: number;
  url: string;
}

const COMPARED_FILES = 300;
const DOCS = "https://docs.github.com/rest";
const BOT = { login: "github-actions[bot]", type: "Bot" };
let lastComment = 1000;

/** Starts the stand-in on a free port. It takes `token` only; `prefix` is `/api/v3` for an Enterprise Server. */
export async function startFakeGitHub(
  options: { token?: string; prefix?: string } = {},
): Promise<FakeGitHub> {
  const world: World = {
    token: options.token ?? "ghs_stand_in",
    prefix: options.prefix ?? "",
    stores: new Map(),
    requests: [],
    faults: [],
    treeLimit: Number.POSITIVE_INFINITY,
    url: "",
  };
  const server = createServer((request, response) => void serve(world, request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  world.url = `http://127.0.0.1:${address.port}${world.prefix}`;
  return handle(world, server);
}

function handle(world: World, server: Server): FakeGitHub {
  const fail = (fault: FakeFault) =>
    void world.faults.push({ fault, left: fault.times ?? Number.POSITIVE_INFINITY });
  return {
    url: world.url,
    requests: world.requests,
    repository(fullName) {
      const store = world.stores.get(fullName) ?? createStore(fullName);
      world.stores.set(fullName, store);
      return store;
    },
    fail,
    exhaust(kind = "primary") {
      const reset = String(Math.floor(Date.now() / 1000) + 3600);
      if (kind === "primary") {
        const headers = {
          "x-ratelimit-limit": "1000",
          "x-ratelimit-remaining": "0",
          "x-ratelimit-reset": reset,
        };
        fail({
          status: 403,
          headers,
          body: message("API rate limit exceeded for installation ID 1.", 403),
        });
      } else {
        fail({
          status: 403,
          headers: { "retry-after": "60" },
          body: message("You have exceeded a secondary rate limit.", 403),
        });
      }
    },
    truncateTreesAt(entries) {
      world.treeLimit = entries;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function createStore(fullName: string): Store {
  const store: Store = {
    fullName,
    private: true,
    permissions: { contents: "read", pullRequests: "write" },
    commits: new Map(),
    blobs: new Map(),
    branches: new Map(),
    threads: new Map(),
    commit(commit) {
      const entries = Object.entries(commit.files).map(([path, file]) =>
        storeBlob(store, path, file),
      );
      const parents = commit.parents ?? [];
      for (const parent of parents)
        if (!store.commits.has(parent)) throw new Error(`no commit ${parent} to be a parent`);
      const sha =
        commit.sha ??
        gitHash("commit", Buffer.from(JSON.stringify([parents, entries, store.commits.size])));
      store.commits.set(sha, {
        sha,
        parents,
        files: new Map(entries.map((entry) => [entry.path, entry])),
      });
      return sha;
    },
    branch(name, sha) {
      if (!store.commits.has(sha)) throw new Error(`no commit ${sha} for the branch ${name}`);
      store.branches.set(name, sha);
    },
    forget(sha) {
      store.commits.delete(sha);
    },
    comments(number) {
      const thread = store.threads.get(number) ?? [];
      store.threads.set(number, thread);
      return thread;
    },
    say(number, body, user = { login: "octocat", type: "User" }) {
      lastComment += 1;
      const comment = { id: lastComment, body, user };
      store.comments(number).push(comment);
      return comment;
    },
  };
  return store;
}

function storeBlob(store: Store, path: string, file: FakeFile): Entry {
  const isLink = typeof file === "object" && "link" in file;
  const bytes = Buffer.from(isLink ? file.link : file);
  const sha = gitHash("blob", bytes);
  store.blobs.set(sha, bytes);
  return { path, mode: isLink ? "120000" : "100644", type: "blob", sha, size: bytes.length };
}

function gitHash(kind: string, bytes: Buffer): string {
  return createHash("sha1").update(`${kind} ${bytes.length}\0`).update(bytes).digest("hex");
}

async function serve(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const method = request.method ?? "";
  const path = request.url ?? "";
  const text = await readText(request);
  world.requests.push({
    method,
    path,
    authorization: request.headers.authorization,
    body: text === "" ? undefined : JSON.parse(text),
  });
  const fault = takeFault(world, `${method} ${path}`);
  if (fault?.hang === "before") return;
  if (fault?.cut === "before") return void request.socket.destroy();
  const reply =
    fault === undefined || isHalf(fault)
      ? answer(world, request, text)
      : { status: 500, body: "", ...fault };
  const body = typeof reply.body === "string" ? reply.body : JSON.stringify(reply.body);
  const type =
    typeof reply.body === "string" ? "text/html; charset=utf-8" : "application/json; charset=utf-8";
  response.writeHead(reply.status, {
    "content-type": type,
    "content-length": Buffer.byteLength(body),
    ...reply.headers,
  });
  if (fault === undefined || !isHalf(fault)) return void response.end(body);
  response.write(body.slice(0, body.length / 2), () => {
    if (fault.cut === "inside") request.socket.destroy();
  });
}

function isHalf({ cut, hang }: FakeFault): boolean {
  return cut === "inside" || hang === "inside";
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString("utf8");
}

function takeFault(world: World, line: string): FakeFault | undefined {
  const found = world.faults.find(({ fault, left }) => left > 0 && line.includes(fault.at ?? ""));
  if (found !== undefined) found.left -= 1;
  return found?.fault;
}

function message(words: string, status: number): Readonly<Record<string, string>> {
  return { message: words, documentation_url: DOCS, status: String(status) };
}

function refuse(status: number, words: string): Reply {
  return { status, body: message(words, status) };
}

const NOT_FOUND = refuse(404, "Not Found");
const NO_PERMISSION = refuse(403, "Resource not accessible by integration");

function answer(world: World, request: IncomingMessage, text: string): Reply {
  const url = new URL(request.url ?? "", "http://127.0.0.1");
  const token = /^(?:token|bearer) (.*)$/i.exec(request.headers.authorization ?? "")?.[1];
  if (token !== world.token)
    return refuse(401, token === undefined ? "Requires authentication" : "Bad credentials");
  const path = url.pathname.startsWith(world.prefix) ? url.pathname.slice(world.prefix.length) : "";
  const match = /^\/repos\/([^/]+\/[^/]+)\/(.+)$/.exec(path);
  const store = world.stores.get(decodeURIComponent(match?.[1] ?? ""));
  if (store === undefined) return NOT_FOUND;
  const rest = match?.[2] ?? "";
  for (const [method, pattern, respond] of ROUTES) {
    const found = pattern.exec(rest);
    if (found !== null && method === request.method)
      return respond(store, decodeURIComponent(found[1] ?? ""), { world, url, text });
  }
  return NOT_FOUND;
}

interface Asked {
  readonly world: World;
  readonly url: URL;
  readonly text: string;
}

type Respond = (store: Store, key: string, asked: Asked) => Reply;

const ROUTES: readonly (readonly [string, RegExp, Respond])[] = [
  ["GET", /^compare\/(.+)$/, readable(compare)],
  ["GET", /^commits\/(.+)$/, readable(showCommit)],
  ["GET", /^git\/trees\/(.+)$/, readable(showTree)],
  ["GET", /^git\/blobs\/([0-9a-f]+)$/, readable(showBlob)],
  ["GET", /^issues\/(\d+)\/comments$/, listComments],
  ["POST", /^issues\/(\d+)\/comments$/, addComment],
  ["PATCH", /^issues\/comments\/(\d+)$/, editComment],
];

function readable(respond: Respond): Respond {
  return (store, key, asked) => {
    if (store.permissions.contents === "read") return respond(store, key, asked);
    return store.private ? NOT_FOUND : NO_PERMISSION;
  };
}

function resolve(store: Store, ref: string): StoredCommit | undefined {
  const sha =
    store.branches.get(ref) ?? store.branches.get(ref.replace(/^(refs\/)?heads\//, "")) ?? ref;
  return store.commits.get(sha);
}

function compare(store: Store, basehead: string, { url }: Asked): Reply {
  const [from = "", to = ""] = basehead.split("...");
  const [base, head] = [resolve(store, from), resolve(store, to)];
  if (base === undefined || head === undefined) return NOT_FOUND;
  const [ofBase, ofHead] = [history(store, base.sha), history(store, head.sha)];
  const mergeBase = [...ofHead].find((sha) => ofBase.has(sha));
  if (mergeBase === undefined) return refuse(404, `No common ancestor between ${from} and ${to}.`);
  const ahead = [...ofHead].filter((sha) => !ofBase.has(sha)).reverse();
  const behind = [...ofBase].filter((sha) => !ofHead.has(sha));
  const page = pageOf(url, 250);
  const files =
    page.number === 1
      ? changedFiles(store.commits.get(mergeBase), head).slice(0, COMPARED_FILES)
      : undefined;
  const body = {
    status: compareStatus(ahead.length, behind.length),
    ahead_by: ahead.length,
    behind_by: behind.length,
    total_commits: ahead.length,
    merge_base_commit: commitBody(store, mergeBase),
    commits: ahead.slice(page.start, page.end).map((sha) => commitBody(store, sha)),
    ...(files !== undefined && { files }),
  };
  return { status: 200, body };
}

function compareStatus(ahead: number, behind: number): string {
  if (ahead > 0) return behind > 0 ? "diverged" : "ahead";
  return behind > 0 ? "behind" : "identical";
}

/** The commit and all before it, newest first. */
function history(store: Store, sha: string): Set<string> {
  const seen = new Set([sha]);
  for (const one of seen)
    for (const parent of store.commits.get(one)?.parents ?? []) seen.add(parent);
  return seen;
}

/** Every file that differs; a removed and an added one with the same content are one that was renamed. */
function changedFiles(base: StoredCommit | undefined, head: StoredCommit): readonly Changed[] {
  const old = base?.files ?? new Map<string, Entry>();
  const removed = [...old.values()].filter(({ path }) => !head.files.has(path));
  const changes: Changed[] = [];
  for (const entry of head.files.values()) {
    const before = old.get(entry.path);
    if (before?.sha === entry.sha && before.mode === entry.mode) continue;
    const source = before === undefined ? removed.findIndex(({ sha }) => sha === entry.sha) : -1;
    const [moved] = source === -1 ? [] : removed.splice(source, 1);
    if (moved !== undefined)
      changes.push({
        sha: entry.sha,
        filename: entry.path,
        status: "renamed",
        previous_filename: moved.path,
      });
    else
      changes.push({
        sha: entry.sha,
        filename: entry.path,
        status: before === undefined ? "added" : "modified",
      });
  }
  changes.push(
    ...removed.map(({ sha, path }) => ({ sha, filename: path, status: "removed" as const })),
  );
  return changes.sort((one, other) => (one.filename < other.filename ? -1 : 1));
}

function commitBody(store: Store, sha: string): unknown {
  const parents = store.commits.get(sha)?.parents ?? [];
  return { sha, commit: { message: "" }, parents: parents.map((parent) => ({ sha: parent })) };
}

function showCommit(store: Store, ref: string): Reply {
  const commit = resolve(store, ref);
  // So GitHub answers for a commit, unlike for a path, that is not there.
  if (commit === undefined) return refuse(422, `No commit found for SHA: ${ref}`);
  return { status: 200, body: commitBody(store, commit.sha) };
}

function showTree(store: Store, ref: string, { world, url }: Asked): Reply {
  const commit = resolve(store, ref);
  if (commit === undefined) return NOT_FOUND;
  const files = [...commit.files.values()];
  const folders = new Set(
    files.flatMap(({ path }) =>
      path
        .split("/")
        .slice(0, -1)
        .map((_, index, names) => names.slice(0, index + 1).join("/")),
    ),
  );
  const entries: readonly Entry[] = [
    ...files,
    ...[...folders].map((path) => treeEntry(path, files)),
  ].sort((one, other) => (one.path < other.path ? -1 : 1));
  const listed = url.searchParams.has("recursive")
    ? entries
    : entries.filter(({ path }) => !path.includes("/"));
  const body = {
    sha: commit.sha,
    tree: listed.slice(0, world.treeLimit),
    truncated: listed.length > world.treeLimit,
  };
  return { status: 200, body };
}

function treeEntry(path: string, files: readonly Entry[]): Entry {
  const inside = files.filter((file) => file.path.startsWith(`${path}/`));
  return {
    path,
    mode: "040000",
    type: "tree",
    sha: gitHash("tree", Buffer.from(JSON.stringify(inside))),
  };
}

function showBlob(store: Store, sha: string): Reply {
  const bytes = store.blobs.get(sha);
  if (bytes === undefined) return NOT_FOUND;
  // GitHub breaks the lines of base64 after 60 characters.
  const content = bytes.toString("base64").replace(/.{1,60}/g, "$&\n");
  return {
    status: 200,
    body: { sha, node_id: "", size: bytes.length, content, encoding: "base64" },
  };
}

function listComments(store: Store, key: string, { world, url }: Asked): Reply {
  if (store.permissions.pullRequests === "none") return store.private ? NOT_FOUND : NO_PERMISSION;
  const all = store.comments(Number(key));
  const page = pageOf(url, 30);
  const pages = Math.max(1, Math.ceil(all.length / page.size));
  const link = (number: number, rel: string) =>
    `<${world.url}${pathWithPage(world, url, number)}>; rel="${rel}"`;
  const links = [
    ...(page.number > 1 ? [link(page.number - 1, "prev"), link(1, "first")] : []),
    ...(page.number < pages ? [link(page.number + 1, "next"), link(pages, "last")] : []),
  ];
  const headers: Record<string, string> = links.length === 0 ? {} : { link: links.join(", ") };
  return { status: 200, headers, body: all.slice(page.start, page.end) };
}

function pathWithPage(world: World, url: URL, number: number): string {
  const next = new URL(url);
  next.searchParams.set("page", String(number));
  return `${next.pathname.slice(world.prefix.length)}${next.search}`;
}

/** GitHub gives at most 100 rows a page, whatever it is asked for. */
function pageOf(
  url: URL,
  usual: number,
): { number: number; size: number; start: number; end: number } {
  const number = Math.max(1, Number(url.searchParams.get("page") ?? 1));
  const size = Math.min(
    Math.max(usual, 100),
    Math.max(1, Number(url.searchParams.get("per_page") ?? usual)),
  );
  return { number, size, start: (number - 1) * size, end: number * size };
}

function addComment(store: Store, key: string, { text }: Asked): Reply {
  if (store.permissions.pullRequests !== "write") return NO_PERMISSION;
  const body = bodyOf(text);
  return body === undefined
    ? INVALID_BODY
    : { status: 201, body: store.say(Number(key), body, BOT) };
}

function editComment(store: Store, key: string, { text }: Asked): Reply {
  if (store.permissions.pullRequests !== "write") return NO_PERMISSION;
  const comment = [...store.threads.values()].flat().find(({ id }) => id === Number(key));
  if (comment === undefined) return NOT_FOUND;
  const body = bodyOf(text);
  if (body === undefined) return INVALID_BODY;
  comment.body = body;
  return { status: 200, body: comment };
}

const INVALID_BODY = refuse(
  422,
  "Validation Failed: body is missing or is too long (maximum is 65536 characters)",
);

function bodyOf(text: string): string | undefined {
  const value: unknown = JSON.parse(text);
  if (
    typeof value !== "object" ||
    value === null ||
    !("body" in value) ||
    typeof value.body !== "string"
  )
    return undefined;
  return value.body.length > 0 && value.body.length <= 65_536 ? value.body : undefined;
}
