// Whether the branch has moved on since the commit of this run, so that its roster is no longer the
// newest one.
import { z } from "zod";
import { type Message, msg, quote } from "../model/message.js";
import { type Freshness, GitHubError } from "../model/ports.js";
import type { RunContext } from "../settings/context.js";
import type { RosterPatterns } from "../settings/patterns.js";
import { ask, type Connection, known } from "./api.js";
import { listTree, type TreeEntry } from "./tree.js";

/** GitHub lists at most so many files of a comparison, all on the first page. */
const MAX_COMPARED_FILES = 300;

const comparisonSchema = z.object({
  status: z.enum(["identical", "ahead", "behind", "diverged"]),
  files: z
    .array(z.object({ filename: z.string(), previous_filename: z.string().optional() }))
    .optional(),
});

/**
 * Compares this commit with the head of its branch. Superseded if a file that matches `patterns`
 * has changed since, or if history diverged. Throws {@link GitHubError}.
 */
export async function checkFreshness(
  connection: Connection,
  patterns: RosterPatterns,
): Promise<Freshness> {
  const commit = known(commitToCompare(connection.context), "the commit of this run");
  const branch = known(branchToCompare(connection.context), "the branch of this run");
  const { data } = await ask(
    connection,
    "GET /repos/{owner}/{repo}/compare/{basehead}",
    // Only commits have further pages, and they do not matter here.
    { basehead: `${commit}...${branch}`, per_page: 1 },
    { schema: comparisonSchema, what: "a comparison of this commit with its branch" },
  );
  if (data.status === "identical") return { superseded: false };
  if (data.status !== "ahead") {
    const how = data.status === "behind" ? "was set back behind it" : "went another way";
    return superseded(
      msg`this commit is no longer part of ${quote(branch)}: the branch ${how} (a force push?)`,
    );
  }
  const { files } = data;
  if (files === undefined) {
    throw new GitHubError(
      msg`GitHub compared this commit with its branch, but did not say which files differ`,
    );
  }
  const changed = files.flatMap(({ filename, previous_filename: previous }) =>
    previous === undefined ? [filename] : [filename, previous],
  );
  if (changed.some((path) => patterns.matches(path))) return rosterChanged(branch);
  if (files.length < MAX_COMPARED_FILES) return { superseded: false };
  const [before, after] = [await listTree(connection, commit), await listTree(connection, branch)];
  return fingerprint(before, patterns) === fingerprint(after, patterns)
    ? { superseded: false }
    : rosterChanged(branch);
}

function rosterChanged(branch: string): Freshness {
  return superseded(msg`the roster has changed on ${quote(branch)} since this commit`);
}

function superseded(reason: Message): Freshness {
  return { superseded: true, reason };
}

/** After a `workflow_run` the roster may be that of the older commit that triggered it. */
function commitToCompare({ workflowRun, commit }: RunContext): string | undefined {
  return workflowRun?.headSha ?? commit;
}

function branchToCompare({ ref, defaultBranch }: RunContext): string | undefined {
  return ref?.startsWith("refs/heads/") ? ref.slice("refs/heads/".length) : defaultBranch;
}

/** Path, mode and content of every file that matches. */
function fingerprint(tree: readonly TreeEntry[], patterns: RosterPatterns): string {
  const files = tree.filter(({ type, path }) => type === "blob" && patterns.matches(path));
  return JSON.stringify(files.map(({ path, mode, sha }) => [path, mode, sha]).sort());
}
