// The roster files of the commit that a pull request or a merge group started from.
import * as z from "zod/mini";
import { msg } from "../model/message.js";
import { compareText } from "../model/order.js";
import { GitHubError, type RosterFile } from "../model/ports.js";
import type { RosterPatterns } from "../settings/patterns.js";
import { ask, type Connection, known } from "./api.js";
import { isFileOrLink, listTree, readEntry } from "./tree.js";

/** Every file is a request, and a token has a thousand of them an hour. */
const MAX_FILES = 500;
/** All files together, in bytes. */
const MAX_BYTES = 256 * 1024 * 1024;
const PARALLEL_REQUESTS = 6;

const commitSchema = z.object({ parents: z.array(z.object({ sha: z.string() })) });

/** The files that match `patterns`, in order of path. Throws {@link GitHubError}. */
export async function readBaseFiles(
  connection: Connection,
  patterns: RosterPatterns,
): Promise<readonly RosterFile[]> {
  const tree = await listTree(connection, await findBase(connection));
  const byPath = new Map(tree.map((entry) => [entry.path, entry]));
  const files = tree
    .filter((entry) => isFileOrLink(entry) && patterns.matches(entry.path))
    .sort((one, other) => compareText(one.path, other.path));
  if (files.length > MAX_FILES) {
    throw new GitHubError(
      msg`the base of this pull request has ${files.length} roster files; more than ${MAX_FILES} are not fetched`,
    );
  }
  if (files.reduce((sum, { size = 0 }) => sum + size, 0) > MAX_BYTES) {
    throw new GitHubError(msg`the roster files in the base of this pull request are over 256 MiB`);
  }
  return inParallel(files, async (entry) => ({
    path: entry.path,
    bytes: await readEntry(connection, entry, byPath),
  }));
}

/** The commit that the change is measured from: for a merge commit, its first parent. */
async function findBase(connection: Connection): Promise<string> {
  const { event, commit, pullRequestBase, mergeGroupBase } = connection.context;
  if (event === "merge_group") return known(mergeGroupBase, "the base of the merge group");
  const { data } = await ask(
    connection,
    "GET /repos/{owner}/{repo}/commits/{ref}",
    { ref: known(commit, "the commit of this run"), per_page: 1 },
    { schema: commitSchema, what: "a commit" },
  );
  const [first, second] = data.parents;
  if (first !== undefined && second !== undefined) return first.sha;
  return known(pullRequestBase, "the base of the pull request");
}

/** Maps in order, a few at a time. The first failure is thrown. */
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
