// Asks GitHub, by the REST API: has the branch moved on, which roster did the pull request start from, where is our comment.
// The only import of @actions/github; main loads this file late, since many runs need none of it.
import { posix } from "node:path";
import { getOctokit } from "@actions/github";
import { z } from "zod";
import { quote, reply, type Text, text } from "../model/message.js";
import { type Freshness, GitHubError, type Repository, type RosterFile } from "../model/ports.js";
import type { RunContext } from "../settings/context.js";

/** Whether a path (from the root, with forward slashes) is one that the patterns name. */
export type MatchesPatterns = (path: string, patterns: readonly string[]) => boolean;

export interface Connection {
  /** Absent: every call throws {@link GitHubError}. */
  readonly token: string | undefined;
  readonly context: RunContext;
  readonly matchesPatterns: MatchesPatterns;
  /** Deadline for one request, to the last byte of the answer. */
  readonly timeoutSeconds: number;
  /** Ends every request when the run is cancelled; then the calls throw its reason. */
  readonly signal: AbortSignal;
}

/** A comment to keep on a pull request. */
export interface PullRequestComment {
  readonly number: number;
  /** Made by `commentMarker`; it is put in front of a body that does not start with it. */
  readonly marker: string;
  /** Markdown. Undefined: nothing to say, so no new comment; an old one is edited to say so. */
  readonly body: string | undefined;
}

export interface ConnectedRepository {
  readonly repository: Repository;
  /** Writes our one comment: edits the one that starts with the marker, else adds it. Throws {@link GitHubError}. */
  upsertComment(comment: PullRequestComment): Promise<void>;
}

/** GitHub lists at most so many files of a comparison, all on its first page. */
const COMPARED_FILES_LIMIT = 300;
/** Every file of the base is a request of its own, of the thousand that a token has an hour. */
const BASE_FILES_LIMIT = 500;
/** The files of the base together, in bytes. */
const BASE_BYTES_LIMIT = 256 * 1024 * 1024;
const PARALLEL_REQUESTS = 6;
const COMMENTS_PER_PAGE = 100;
/** Ten times what GitHub lets a pull request have. */
const COMMENT_PAGES_LIMIT = 250;
const NOTHING_TO_SAY = "**Vanta roster:** this pull request changes nothing in Vanta any more.";

const REGULAR_FILE = /^100(644|755|664)$/;
const SYMBOLIC_LINK = "120000";

const comparisonSchema = z.object({
  status: z.enum(["identical", "ahead", "behind", "diverged"]),
  files: z
    .array(z.object({ filename: z.string(), previous_filename: z.string().optional() }))
    .optional(),
});
const commitSchema = z.object({ parents: z.array(z.object({ sha: z.string() })) });
const treeSchema = z.object({
  truncated: z.boolean(),
  tree: z.array(
    z.object({
      path: z.string(),
      mode: z.string(),
      type: z.string(),
      sha: z.string(),
      size: z.number().optional(),
    }),
  ),
});
const blobSchema = z.object({
  content: z.string(),
  encoding: z.literal("base64"),
  size: z.number().int(),
});
const commentsSchema = z.array(
  z.object({
    id: z.number().int(),
    body: z.string().nullish(),
    user: z.object({ type: z.string().optional() }).nullish(),
  }),
);

type TreeEntry = z.output<typeof treeSchema>["tree"][number];

/** Prepares the questions to GitHub about the repository of this run. Asks nothing yet, and never throws. */
export function connectRepository(connection: Connection): ConnectedRepository {
  return {
    repository: {
      freshness: (patterns) => freshness(connection, patterns),
      baseFiles: (patterns) => baseFiles(connection, patterns),
    },
    upsertComment: (comment) => upsertComment(connection, comment),
  };
}

async function freshness(connection: Connection, patterns: readonly string[]): Promise<Freshness> {
  const { context, matchesPatterns } = connection;
  const commit = needed(commitToCompare(context), "the commit of this run");
  const branch = needed(branchToCompare(context), "the branch of this run");
  const { data } = await ask(connection, "GET /repos/{owner}/{repo}/compare/{basehead}", {
    basehead: `${commit}...${branch}`,
    per_page: 1, // of the commits, which nobody needs; the files all stand on the first page
  });
  const { status, files } = understand(
    comparisonSchema,
    data,
    "a comparison of this commit with its branch",
  );
  if (status === "identical") return { superseded: false };
  if (status !== "ahead") {
    const how = status === "behind" ? "was set back behind it" : "went another way";
    return superseded(
      text`this commit is no longer part of ${quote(branch)}: the branch ${how} (a force push?)`,
    );
  }
  if (files === undefined)
    throw new GitHubError(
      text`GitHub compared this commit with its branch, but did not say which files differ`,
    );
  const paths = files.flatMap(({ filename, previous_filename: previous }) =>
    previous === undefined ? [filename] : [filename, previous],
  );
  if (paths.some((path) => matchesPatterns(path, patterns)))
    return superseded(text`the roster has changed on ${quote(branch)} since this commit`);
  if (files.length < COMPARED_FILES_LIMIT) return { superseded: false };
  const [old, now] = [await listTree(connection, commit), await listTree(connection, branch)];
  const same = fingerprint(old, connection, patterns) === fingerprint(now, connection, patterns);
  return same
    ? { superseded: false }
    : superseded(text`the roster has changed on ${quote(branch)} since this commit`);
}

function superseded(reason: Text): Freshness {
  return { superseded: true, reason };
}

/** After a `workflow_run` the roster may be that of the older commit that triggered it, so that one counts. */
function commitToCompare({ workflowRun, commit }: RunContext): string | undefined {
  return workflowRun?.headSha ?? commit;
}

function branchToCompare({ ref, defaultBranch }: RunContext): string | undefined {
  return ref?.startsWith("refs/heads/") ? ref.slice("refs/heads/".length) : defaultBranch;
}

/** Path, kind and content of every file that matches, in one string. */
function fingerprint(
  tree: readonly TreeEntry[],
  { matchesPatterns }: Connection,
  patterns: readonly string[],
): string {
  const files = tree.filter(({ type, path }) => type === "blob" && matchesPatterns(path, patterns));
  return JSON.stringify(files.map(({ path, mode, sha }) => [path, mode, sha]).sort());
}

async function baseFiles(
  connection: Connection,
  patterns: readonly string[],
): Promise<readonly RosterFile[]> {
  const tree = await listTree(connection, await findBase(connection));
  const byPath = new Map(tree.map((entry) => [entry.path, entry]));
  const files = tree
    .filter(
      ({ path, mode }) =>
        (REGULAR_FILE.test(mode) || mode === SYMBOLIC_LINK) &&
        connection.matchesPatterns(path, patterns),
    )
    .sort((one, other) => (one.path < other.path ? -1 : 1));
  const bytes = files.reduce((sum, { size = 0 }) => sum + size, 0);
  if (files.length > BASE_FILES_LIMIT) {
    throw new GitHubError(
      text`the base of this pull request has ${files.length} roster files; more than ${BASE_FILES_LIMIT} are not fetched`,
    );
  }
  if (bytes > BASE_BYTES_LIMIT)
    throw new GitHubError(text`the roster files in the base of this pull request are over 256 MiB`);
  return inParallel(files, async (entry) => ({
    path: entry.path,
    bytes: await readEntry(connection, entry, byPath),
  }));
}

/** The commit that the change of this pull request is measured from. */
async function findBase(connection: Connection): Promise<string> {
  const { event, commit, pullRequestBase, mergeGroupBase } = connection.context;
  if (event === "merge_group") return needed(mergeGroupBase, "the base of the merge group");
  const sha = needed(commit, "the commit of this run");
  const { data } = await ask(connection, "GET /repos/{owner}/{repo}/commits/{ref}", {
    ref: sha,
    per_page: 1,
  });
  const { parents } = understand(commitSchema, data, "a commit");
  const [first] = parents;
  return first !== undefined && parents.length > 1
    ? first.sha
    : needed(pullRequestBase, "the base of the pull request");
}

async function listTree(connection: Connection, commit: string): Promise<readonly TreeEntry[]> {
  const { data } = await ask(connection, "GET /repos/{owner}/{repo}/git/trees/{tree_sha}", {
    tree_sha: commit,
    recursive: "1",
  });
  const { tree, truncated } = understand(treeSchema, data, "the files of a commit");
  if (truncated)
    throw new GitHubError(text`the repository has more files than GitHub lists in one answer`);
  return tree;
}

/** How many links to links are followed. */
const LINK_LIMIT = 8;

/** The content of a file, or of the file that a link leads to, as the workspace is read: inside of the repository only. */
async function readEntry(
  connection: Connection,
  entry: TreeEntry,
  byPath: ReadonlyMap<string, TreeEntry>,
): Promise<Uint8Array> {
  let file = entry;
  for (let links = 0; file.mode === SYMBOLIC_LINK; links += 1) {
    const link = Buffer.from(await readBlob(connection, file.sha)).toString("utf8");
    const next = posix.isAbsolute(link)
      ? undefined
      : byPath.get(posix.join(posix.dirname(file.path), link));
    if (next === undefined || next.type !== "blob" || links === LINK_LIMIT) {
      throw new GitHubError(
        text`a roster file in the base of this pull request is a link that leads to no file of the repository`,
      );
    }
    file = next;
  }
  return readBlob(connection, file.sha);
}

async function readBlob(connection: Connection, sha: string): Promise<Uint8Array> {
  const { data } = await ask(connection, "GET /repos/{owner}/{repo}/git/blobs/{file_sha}", {
    file_sha: sha,
  });
  const { content, size } = understand(blobSchema, data, "a file");
  const bytes = Buffer.from(content, "base64");
  if (bytes.length !== size)
    throw new GitHubError(text`GitHub sent ${bytes.length} bytes of a file of ${size}`);
  return bytes;
}

async function upsertComment(
  connection: Connection,
  { number, marker, body }: PullRequestComment,
): Promise<void> {
  const id = await findComment(connection, number, marker);
  if (id === undefined && body === undefined) return;
  const whole = body?.startsWith(marker) ? body : `${marker}\n${body ?? NOTHING_TO_SAY}`;
  if (id === undefined) {
    await ask(connection, "POST /repos/{owner}/{repo}/issues/{issue_number}/comments", {
      issue_number: number,
      body: whole,
    });
  } else {
    await ask(connection, "PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}", {
      comment_id: id,
      body: whole,
    });
  }
}

/** The oldest comment that starts with the marker. */
async function findComment(
  connection: Connection,
  number: number,
  marker: string,
): Promise<number | undefined> {
  // An app's token writes as a bot: then a person's comment with our marker is a trap, as its author can edit it later.
  const writesAsBot = connection.token?.startsWith("ghs_") === true;
  for (let page = 1; page <= COMMENT_PAGES_LIMIT; page += 1) {
    const { data, link } = await ask(
      connection,
      "GET /repos/{owner}/{repo}/issues/{issue_number}/comments",
      {
        issue_number: number,
        per_page: COMMENTS_PER_PAGE,
        page,
      },
    );
    const comments = understand(commentsSchema, data, "the comments of the pull request");
    const ours = comments.find(
      ({ body, user }) => body?.startsWith(marker) && !(writesAsBot && user?.type === "User"),
    );
    if (ours !== undefined) return ours.id;
    if (!/rel="?next"?/.test(link)) return undefined;
  }
  throw new GitHubError(text`the pull request has more comments than can be looked through`);
}

interface Answer {
  readonly data: unknown;
  /** The header that tells of more pages. */
  readonly link: string;
}

/** One request about this repository. Throws {@link GitHubError}, or the signal's reason where the run was cancelled. */
async function ask(
  connection: Connection,
  route: string,
  parameters: Readonly<Record<string, unknown>>,
): Promise<Answer> {
  const { token, context, timeoutSeconds, signal } = connection;
  const [owner, repo] = needed(context.repository, "the name of the repository").split("/");
  if (token === undefined)
    throw new GitHubError(text`there is no token to ask GitHub with; github-token is empty`);
  const octokit = getOctokit(token, {
    ...(context.apiUrl !== undefined && { baseUrl: context.apiUrl }),
    log: SILENT,
  });
  const deadline = AbortSignal.timeout(timeoutSeconds * 1000);
  try {
    const answer = await octokit.request(route, {
      ...parameters,
      owner,
      repo,
      request: { signal: AbortSignal.any([signal, deadline]) },
    });
    // The client takes an answer that broke off for an empty one.
    if (signal.aborted || deadline.aborted) throw new Error("the answer broke off");
    const data: unknown = answer.data;
    return { data, link: answer.headers.link ?? "" };
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    if (deadline.aborted)
      throw new GitHubError(text`GitHub did not answer within ${timeoutSeconds} seconds`, error);
    throw new GitHubError(
      explain(failureSchema.parse(error), (words) => words.replaceAll(token, "***")),
      error,
    );
  }
}

/** The client would write deprecations to the console, past our own log. */
const SILENT = { debug() {}, info() {}, warn() {}, error() {} };

/** What can be known of a failure: with `response` GitHub answered, without it the network failed. */
const failureSchema = z
  .object({
    message: z.string().catch(""),
    response: z
      .object({
        status: z.number(),
        headers: z.record(z.string(), z.unknown()).catch({}),
        data: z.object({ message: z.string() }).optional().catch(undefined),
      })
      .optional()
      .catch(undefined),
  })
  .catch({ message: "" });

/** What happened, the likely cause, and where to look. `scrub` takes the token out of another's words. */
function explain(
  { message, response }: z.output<typeof failureSchema>,
  scrub: (words: string) => string,
): Text {
  if (response === undefined) return text`GitHub could not be reached: ${reply(scrub(message))}`;
  const { status, headers, data } = response;
  const words =
    data === undefined
      ? text`status ${status}`
      : text`status ${status}, ${reply(scrub(data.message))}`;
  if (status === 401)
    return text`GitHub refused the token (${words}): github-token is wrong or has expired`;
  if (isRateLimit(status, headers, data?.message)) {
    return text`GitHub answers no more requests of this token for now (${words}): its rate limit is used up; run again later`;
  }
  if (status === 403) return text`GitHub refused the request (${words}): ${PERMISSIONS}`;
  if (status === 404) {
    return text`GitHub knows no such commit, branch or pull request, or does not show it to this token (${words}): a force push may have removed it, or a permission is missing; ${PERMISSIONS}`;
  }
  return text`GitHub failed to answer (${words})`;
}

const PERMISSIONS =
  "the job needs permissions: contents: read, and pull-requests: write for the comment (pull requests from forks never get the latter)";

function isRateLimit(
  status: number,
  headers: Readonly<Record<string, unknown>>,
  message = "",
): boolean {
  if (status === 429) return true;
  if (status !== 403) return false;
  return (
    headers["x-ratelimit-remaining"] === "0" ||
    headers["retry-after"] !== undefined ||
    /rate limit/i.test(message)
  );
}

function understand<Schema extends z.ZodType>(
  schema: Schema,
  data: unknown,
  what: string,
): z.output<Schema> {
  const parsed = schema.safeParse(data);
  if (!parsed.success)
    throw new GitHubError(text`GitHub sent something else than ${what}`, parsed.error);
  return parsed.data;
}

function needed<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) throw new GitHubError(text`${what} is not known`);
  return value;
}

/** Maps in order, a few at a time; the first failure is thrown. */
async function inParallel<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  const queue = items.entries();
  const worker = async () => {
    for (const [index, item] of queue) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: PARALLEL_REQUESTS }, worker));
  return results;
}
