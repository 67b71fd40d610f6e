// A stand-in for GitHub's API on 127.0.0.1, in the shapes of docs.github.com/rest: small
// repositories with commits, comparisons, trees, files and comments, and refusals. Of GraphQL it
// answers the one question who the token's user is.
import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text as readText } from "node:stream/consumers";

/** The content of a file: text or bytes; or a symbolic link; or the commit of a submodule. */
export type FakeFile =
  | string
  | Uint8Array
  | { readonly link: string }
  | { readonly submodule: string };

export interface FakeCommit {
  /** By default made up from the content. */
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

export interface FakeRepository {
  private: boolean;
  /** What the token may do. Without a permission: 403, or 404 in a private repository. */
  permissions: { contents: "read" | "none"; pullRequests: "write" | "read" };
  /** Adds a commit and returns its sha. */
  commit(commit: FakeCommit): string;
  /** Points the branch at a commit, new or not, as a (force) push would. */
  branch(name: string, sha: string): void;
  /** Drops a commit, as GitHub does some time after a force push. */
  forget(sha: string): void;
  /** The comments of a pull request, oldest first; change them at will. */
  comments(number: number): FakeComment[];
  /** Writes a comment as someone else. */
  say(number: number, body: string, user?: FakeComment["user"]): FakeComment;
}

/** What goes wrong. The first fault that fits a request is taken. */
export interface FakeFault {
  /** Only requests whose `METHOD /path?query` includes this; default: every one. */
  readonly at?: string;
  /** How often; default: always. */
  readonly times?: number;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** A string is sent as it is, as HTML; all else as JSON. */
  readonly body?: unknown;
  /** Cuts the connection: before the response, or in the middle of it. */
  readonly cut?: "before" | "inside";
  /** Never responds, or stops in the middle of the response. */
  readonly hang?: "before" | "inside";
}

export interface FakeRequest {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly authorization: string | undefined;
}

export interface FakeGitHub {
  /** The base URL of the API, for GITHUB_API_URL. */
  readonly url: string;
  readonly requests: FakeRequest[];
  /** The repository `owner/name`, created by the first call. */
  repository(fullName: string): FakeRepository;
  fail(fault: FakeFault): void;
  /** From now on every request is over the rate limit. */
  exhaust(): void;
  /** Lists at most so many entries of a tree, and marks it as truncated. */
  truncateTreesAt(entries: number): void;
  close(): Promise<void>;
}

interface Entry {
  readonly path: string;
  readonly mode: string;
  readonly type: "blob" | "tree" | "commit";
  readonly sha: string;
  readonly size?: number;
}

interface StoredCommit {
  readonly sha: string;
  readonly parents: readonly string[];
  readonly files: ReadonlyMap<string, Entry>;
}

interface Store extends FakeRepository {
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
  readonly user: FakeComment["user"];
  readonly prefix: string;
  readonly stores: Map<string, Store>;
  readonly requests: FakeRequest[];
  readonly faults: { readonly fault: FakeFault; left: number }[];
  treeLimit: number;
  url: string;
}

const COMPARED_FILES = 300;
const BOT = { login: "github-actions[bot]", type: "Bot" };
const OCTOCAT = { login: "octocat", type: "User" };

/**
 * Takes `token` only. One that begins with `ghs_`, as an app or a workflow gets it, belongs to a
 * bot and may not ask for its user by REST. `prefix` is `/api/v3` for an Enterprise Server.
 */
export async function startFakeGitHub({
  token = "ghs_stand_in",
  user = isOfBot(token) ? BOT : OCTOCAT,
  prefix = "",
} = {}): Promise<FakeGitHub> {
  const world: World = {
    token,
    user,
    prefix,
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
  world.url = `http://127.0.0.1:${address.port}${prefix}`;
  const fail = (fault: FakeFault) =>
    void world.faults.push({ fault, left: fault.times ?? Number.POSITIVE_INFINITY });
  return {
    url: world.url,
    requests: world.requests,
    repository(fullName) {
      const store = world.stores.get(fullName) ?? createStore();
      world.stores.set(fullName, store);
      return store;
    },
    fail,
    exhaust: () =>
      fail({
        ...refuse(403, "API rate limit exceeded for installation ID 1."),
        headers: { "x-ratelimit-remaining": "0" },
      }),
    truncateTreesAt(entries) {
      world.treeLimit = entries;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function isOfBot(token: string): boolean {
  return token.startsWith("ghs_");
}

function createStore(): Store {
  let lastComment = 1000;
  const store: Store = {
    private: true,
    permissions: { contents: "read", pullRequests: "write" },
    commits: new Map(),
    blobs: new Map(),
    branches: new Map(),
    threads: new Map(),
    commit({ sha: given, parents = [], files }) {
      const entries = Object.entries(files).map(([path, file]) => storeBlob(store, path, file));
      for (const parent of parents)
        if (!store.commits.has(parent)) throw new Error(`no commit ${parent} to be a parent`);
      const content = JSON.stringify([parents, entries, store.commits.size]);
      const sha = given ?? gitHash("commit", Buffer.from(content));
      const byPath = new Map(entries.map((entry) => [entry.path, entry]));
      store.commits.set(sha, { sha, parents, files: byPath });
      return sha;
    },
    branch(name, sha) {
      if (!store.commits.has(sha)) throw new Error(`no commit ${sha} for the branch ${name}`);
      store.branches.set(name, sha);
    },
    forget: (sha) => void store.commits.delete(sha),
    comments(number) {
      const thread = store.threads.get(number) ?? [];
      store.threads.set(number, thread);
      return thread;
    },
    say(number, body, user = OCTOCAT) {
      lastComment += 1;
      const comment = { id: lastComment, body, user };
      store.comments(number).push(comment);
      return comment;
    },
  };
  return store;
}

function storeBlob(store: Store, path: string, file: FakeFile): Entry {
  const isPlain = typeof file === "string" || file instanceof Uint8Array;
  if (!isPlain && "submodule" in file)
    return { path, mode: "160000", type: "commit", sha: file.submodule };
  const bytes = Buffer.from(isPlain ? file : file.link);
  const sha = gitHash("blob", bytes);
  store.blobs.set(sha, bytes);
  return { path, mode: isPlain ? "100644" : "120000", type: "blob", sha, size: bytes.length };
}

function gitHash(kind: string, bytes: Buffer): string {
  return createHash("sha1").update(`${kind} ${bytes.length}\0`).update(bytes).digest("hex");
}

async function serve(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method = "", url: path = "", headers } = request;
  const text = await readText(request);
  world.requests.push({ method, path, authorization: headers.authorization });
  const fault = takeFault(world, `${method} ${path}`);
  if (fault?.hang === "before") return;
  if (fault?.cut === "before") return void request.socket.destroy();
  const isHalf = fault?.cut === "inside" || fault?.hang === "inside";
  const reply =
    fault === undefined || isHalf
      ? answer(world, request, text)
      : { status: 500, body: "", ...fault };
  const isText = typeof reply.body === "string";
  const body = isText ? String(reply.body) : JSON.stringify(reply.body);
  response.writeHead(reply.status, {
    "content-type": `${isText ? "text/html" : "application/json"}; charset=utf-8`,
    "content-length": Buffer.byteLength(body),
    ...reply.headers,
  });
  if (!isHalf) return void response.end(body);
  response.write(body.slice(0, body.length / 2), () => {
    if (fault.cut === "inside") request.socket.destroy();
  });
}

function takeFault(world: World, line: string): FakeFault | undefined {
  const found = world.faults.find(({ fault, left }) => left > 0 && line.includes(fault.at ?? ""));
  if (found !== undefined) found.left -= 1;
  return found?.fault;
}

function refuse(status: number, message: string): Reply {
  const documentation_url = "https://docs.github.com/rest";
  return { status, body: { message, documentation_url, status: String(status) } };
}

const NOT_FOUND = refuse(404, "Not Found");
const NO_PERMISSION = refuse(403, "Resource not accessible by integration");
const INVALID_BODY = refuse(422, "Validation Failed: body is missing or is too long");

function answer(world: World, request: IncomingMessage, text: string): Reply {
  const url = new URL(request.url ?? "", "http://127.0.0.1");
  const token = /^(?:token|bearer) (.*)$/i.exec(request.headers.authorization ?? "")?.[1];
  if (token === undefined) return refuse(401, "Requires authentication");
  if (token !== world.token) return refuse(401, "Bad credentials");
  const line = `${request.method} ${url.pathname}`;
  // An Enterprise Server has GraphQL beside REST, not below it.
  if (line === `POST ${world.prefix.replace(/\/v3$/, "")}/graphql`) return showViewer(world, text);
  if (line === `GET ${world.prefix}/user`) return showUser(world);
  return answerOfRepository(world, url, { method: request.method ?? "", text });
}

function answerOfRepository(world: World, url: URL, asked: Pick<Asked, "method" | "text">): Reply {
  const path = url.pathname.startsWith(world.prefix) ? url.pathname.slice(world.prefix.length) : "";
  const [, fullName = "", rest = ""] = /^\/repos\/([^/]+\/[^/]+)\/(.+)$/.exec(path) ?? [];
  const store = world.stores.get(decodeURIComponent(fullName));
  if (store === undefined) return NOT_FOUND;
  for (const [method, pattern, respond] of ROUTES) {
    const found = pattern.exec(rest);
    if (found !== null && method === asked.method)
      return respond(store, decodeURIComponent(found[1] ?? ""), { world, url, ...asked });
  }
  return NOT_FOUND;
}

function showUser({ token, user }: World): Reply {
  return isOfBot(token) ? NO_PERMISSION : { status: 200, body: user };
}

function showViewer({ user }: World, text: string): Reply {
  const { query }: { readonly query?: unknown } = JSON.parse(text);
  const isKnown =
    typeof query === "string" && /^query\s*\{\s*viewer\s*\{\s*login\s*\}\s*\}$/.test(query);
  // GraphQL reports errors with status 200.
  const body = isKnown
    ? { data: { viewer: { login: user.login } } }
    : { errors: [{ message: "Parse error" }] };
  return { status: 200, body };
}

interface Asked {
  readonly world: World;
  readonly method: string;
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
  ["POST", /^issues\/(\d+)\/comments$/, writable(addComment)],
  ["PATCH", /^issues\/comments\/(\d+)$/, writable(editComment)],
];

function readable(respond: Respond): Respond {
  return (store, key, asked) => {
    if (store.permissions.contents === "read") return respond(store, key, asked);
    return store.private ? NOT_FOUND : NO_PERMISSION;
  };
}

type Write = (store: Store, key: string, body: string, user: World["user"]) => Reply;

function writable(respond: Write): Respond {
  return (store, key, { text, world }) => {
    if (store.permissions.pullRequests !== "write") return NO_PERMISSION;
    const { body }: { readonly body?: unknown } = JSON.parse(text);
    const isValid = typeof body === "string" && body.length > 0 && body.length <= 65_536;
    return isValid ? respond(store, key, body, world.user) : INVALID_BODY;
  };
}

function resolve(store: Store, ref: string): StoredCommit | undefined {
  const branch = ref.replace(/^(refs\/)?heads\//, "");
  return store.commits.get(store.branches.get(branch) ?? ref);
}

function compare(store: Store, basehead: string, { url }: Asked): Reply {
  const [from = "", to = ""] = basehead.split("...");
  const [base, head] = [resolve(store, from), resolve(store, to)];
  if (base === undefined || head === undefined) return NOT_FOUND;
  const [ofBase, ofHead] = [history(store, base.sha), history(store, head.sha)];
  const mergeBase = [...ofHead].find((sha) => ofBase.has(sha));
  if (mergeBase === undefined) return refuse(404, `No common ancestor between ${from} and ${to}.`);
  const ahead = [...ofHead].some((sha) => !ofBase.has(sha));
  const behind = [...ofBase].some((sha) => !ofHead.has(sha));
  const files = changedFiles(store.commits.get(mergeBase), head).slice(0, COMPARED_FILES);
  // All files are on the first page; only commits have further ones.
  const isFirst = (url.searchParams.get("page") ?? "1") === "1";
  return { status: 200, body: { status: compareStatus(ahead, behind), ...(isFirst && { files }) } };
}

function compareStatus(ahead: boolean, behind: boolean): string {
  if (ahead) return behind ? "diverged" : "ahead";
  return behind ? "behind" : "identical";
}

/** The commit and all before it, newest first. */
function history(store: Store, sha: string): Set<string> {
  const seen = new Set([sha]);
  for (const one of seen)
    for (const parent of store.commits.get(one)?.parents ?? []) seen.add(parent);
  return seen;
}

/** Every file that differs. A removed and an added one with the same content are one renamed. */
function changedFiles(base: StoredCommit | undefined, head: StoredCommit) {
  const old = base?.files ?? new Map<string, Entry>();
  const removed = [...old.values()].filter(({ path }) => !head.files.has(path));
  const changes: { filename: string; status: string; previous_filename?: string }[] = [];
  for (const { path: filename, mode, sha } of head.files.values()) {
    const before = old.get(filename);
    if (before?.sha === sha && before.mode === mode) continue;
    const source = before === undefined ? removed.findIndex((entry) => entry.sha === sha) : -1;
    const [moved] = source === -1 ? [] : removed.splice(source, 1);
    if (moved !== undefined)
      changes.push({ filename, status: "renamed", previous_filename: moved.path });
    else changes.push({ filename, status: before === undefined ? "added" : "modified" });
  }
  changes.push(...removed.map(({ path }) => ({ filename: path, status: "removed" })));
  return changes.sort((one, other) => (one.filename < other.filename ? -1 : 1));
}

function showCommit(store: Store, ref: string): Reply {
  const commit = resolve(store, ref);
  // Unlike for a missing path, this is what GitHub responds for a missing commit.
  if (commit === undefined) return refuse(422, `No commit found for SHA: ${ref}`);
  const parents = commit.parents.map((sha) => ({ sha }));
  return { status: 200, body: { sha: commit.sha, parents } };
}

function showTree(store: Store, ref: string, { world, url }: Asked): Reply {
  const commit = resolve(store, ref);
  if (commit === undefined) return NOT_FOUND;
  const files = [...commit.files.values()];
  const entries = [...files, ...foldersOf(files)].sort((one, other) =>
    one.path < other.path ? -1 : 1,
  );
  const listed = url.searchParams.has("recursive")
    ? entries
    : entries.filter(({ path }) => !path.includes("/"));
  const tree = listed.slice(0, world.treeLimit);
  return {
    status: 200,
    body: { sha: commit.sha, tree, truncated: listed.length > tree.length },
  };
}

function foldersOf(files: readonly Entry[]): readonly Entry[] {
  const paths = files.flatMap(({ path }) => {
    const names = path.split("/").slice(0, -1);
    return names.map((_, index) => names.slice(0, index + 1).join("/"));
  });
  return [...new Set(paths)].map((path) => {
    const inside = files.filter((file) => file.path.startsWith(`${path}/`));
    const sha = gitHash("tree", Buffer.from(JSON.stringify(inside)));
    return { path, mode: "040000", type: "tree", sha };
  });
}

function showBlob(store: Store, sha: string): Reply {
  const bytes = store.blobs.get(sha);
  if (bytes === undefined) return NOT_FOUND;
  // GitHub breaks the lines of base64 after 60 characters.
  const content = bytes.toString("base64").replace(/.{1,60}/g, "$&\n");
  return { status: 200, body: { sha, size: bytes.length, content, encoding: "base64" } };
}

function listComments(store: Store, key: string, { world, url }: Asked): Reply {
  const all = store.comments(Number(key));
  const page = Number(url.searchParams.get("page") ?? 1);
  // At most 100 per page, whatever is asked for.
  const size = Math.min(100, Number(url.searchParams.get("per_page") ?? 30));
  const last = Math.max(1, Math.ceil(all.length / size));
  const link = (rel: string, number: number) => {
    const target = new URL(`${url.pathname}${url.search}`, world.url);
    target.searchParams.set("page", String(number));
    return `<${target}>; rel="${rel}"`;
  };
  const links = [
    ...(page > 1 ? [link("prev", page - 1), link("first", 1)] : []),
    ...(page < last ? [link("next", page + 1), link("last", last)] : []),
  ];
  const headers: Reply["headers"] = links.length === 0 ? {} : { link: links.join(", ") };
  return { status: 200, headers, body: all.slice((page - 1) * size, page * size) };
}

function addComment(...[store, key, body, user]: Parameters<Write>): Reply {
  return { status: 201, body: store.say(Number(key), body, user) };
}

function editComment(...[store, key, body]: Parameters<Write>): Reply {
  const comment = [...store.threads.values()].flat().find(({ id }) => id === Number(key));
  if (comment === undefined) return NOT_FOUND;
  comment.body = body;
  return { status: 200, body: comment };
}
