// The files of a commit, by GitHub's git API.
import { posix } from "node:path";
import * as z from "zod/mini";
import { msg } from "../model/message.js";
import { GitHubError } from "../model/ports.js";
import { ask, type Connection } from "./api.js";

const treeSchema = z.object({
  truncated: z.boolean(),
  tree: z.array(
    z.object({
      path: z.string(),
      mode: z.string(),
      type: z.string(),
      sha: z.string(),
      size: z.optional(z.number()),
    }),
  ),
});

/** A file, a link, a directory or a submodule of a commit. */
export type TreeEntry = z.output<typeof treeSchema>["tree"][number];

const blobSchema = z.object({
  content: z.string(),
  encoding: z.literal("base64"),
  size: z.int(),
});

const REGULAR_FILE = /^100(644|755|664)$/;
const SYMBOLIC_LINK = "120000";
/** How many links to links are followed. */
const MAX_LINKS = 8;

/** Whether the entry is a file or a symbolic link. */
export function isFileOrLink({ mode }: TreeEntry): boolean {
  return REGULAR_FILE.test(mode) || mode === SYMBOLIC_LINK;
}

/** Whether the entry is a commit of another repository. */
export function isSubmodule({ type }: TreeEntry): boolean {
  return type === "commit";
}

/** Everything in a commit. Throws {@link GitHubError} where GitHub does not list all of it. */
export async function listTree(
  connection: Connection,
  commit: string,
): Promise<readonly TreeEntry[]> {
  const { data } = await ask(
    connection,
    "GET /repos/{owner}/{repo}/git/trees/{tree_sha}",
    { tree_sha: commit, recursive: "1" },
    { schema: treeSchema, what: "the files of a commit" },
  );
  if (!data.truncated) return data.tree;
  throw new GitHubError(msg`the repository has more files than GitHub lists in one response`);
}

/**
 * The content of a file, or of the file that a link leads to. As in a workspace, a link that leaves
 * the repository is an error.
 */
export async function readEntry(
  connection: Connection,
  entry: TreeEntry,
  byPath: ReadonlyMap<string, TreeEntry>,
): Promise<Uint8Array> {
  let file = entry;
  for (let links = 0; file.mode === SYMBOLIC_LINK; links += 1) {
    const target = Buffer.from(await readBlob(connection, file.sha)).toString("utf8");
    const next = posix.isAbsolute(target)
      ? undefined
      : byPath.get(posix.join(posix.dirname(file.path), target));
    if (next === undefined || next.type !== "blob" || links === MAX_LINKS) {
      throw new GitHubError(
        msg`a roster file in the base of this pull request is a link that leads to no file of the repository`,
      );
    }
    file = next;
  }
  return readBlob(connection, file.sha);
}

async function readBlob(connection: Connection, sha: string): Promise<Uint8Array> {
  const { data } = await ask(
    connection,
    "GET /repos/{owner}/{repo}/git/blobs/{file_sha}",
    { file_sha: sha },
    { schema: blobSchema, what: "a file" },
  );
  const bytes = Buffer.from(data.content, "base64");
  if (bytes.length === data.size) return bytes;
  throw new GitHubError(msg`GitHub sent ${bytes.length} bytes of a file of ${data.size}`);
}
