// Whether the branch has moved on since the commit of this run, so that its roster is no longer the
// newest one.
import * as z from "zod/mini";
import { type Message, msg, quote } from "../model/message.js";
import { type Freshness, GitHubError } from "../model/ports.js";
import type { RunContext } from "../settings/context.js";
import type { RosterPatterns } from "../settings/patterns.js";
import { ask, type Connection, known } from "./api.js";
import { isSubmodule, listTree, type TreeEntry } from "./tree.js";

/** What makes the roster of this commit. */
export interface RosterSources {
  readonly patterns: RosterPatterns;
  /** Every file that was read, and every link on the way to one, from the repository's root. */
  readonly paths: readonly string[];
}

/** GitHub lists at most so many files of a comparison, all on the first page. */
const MAX_COMPARED_FILES = 300;

const comparisonSchema = z.object({
  status: z.enum(["identical", "ahead", "behind", "diverged"]),
  files: z.optional(
    z.array(z.object({ filename: z.string(), previous_filename: z.optional(z.string()) })),
  ),
});

/**
 * Compares the commit of this run with the head of its branch. Superseded if the roster has changed
 * since, or if history diverged. Throws {@link GitHubError}.
 */
export async function checkFreshness(
  connection: Connection,
  sources: RosterSources,
): Promise<Freshness> {
  const { context } = connection;
  const branch = known(branchToCompare(context), "the branch of this run");
  // After a `workflow_run`, what is checked out may be the commit that triggered it, which is
  // older.
  const commits = new Set([known(context.commit, "the commit of this run")]);
  if (context.event === "workflow_run") {
    commits.add(
      known(context.workflowRun?.headSha, "the commit of the run that triggered this one"),
    );
  }
  for (const commit of commits) {
    const answer = await compareWithBranch(connection, commit, branch, sources);
    if (answer.superseded) return answer;
  }
  return FRESH;
}

const FRESH: Freshness = { superseded: false };

/** In full, as `refs/heads/main`: a tag may have the same name. */
function branchToCompare({ ref, defaultBranch }: RunContext): string | undefined {
  if (ref?.startsWith("refs/heads/")) return ref;
  return defaultBranch === undefined ? undefined : `refs/heads/${defaultBranch}`;
}

async function compareWithBranch(
  connection: Connection,
  commit: string,
  branch: string,
  sources: RosterSources,
): Promise<Freshness> {
  const { data } = await ask(
    connection,
    "GET /repos/{owner}/{repo}/compare/{basehead}",
    // Only commits have further pages, and they do not matter here.
    { basehead: `${commit}...${branch}`, per_page: 1 },
    { schema: comparisonSchema, what: "a comparison of this commit with its branch" },
  );
  const name = quote(branch.slice("refs/heads/".length));
  if (data.status === "identical") return FRESH;
  if (data.status !== "ahead") {
    const how = data.status === "behind" ? "was set back behind it" : "went another way";
    return superseded(
      msg`this commit is no longer part of ${name}: the branch ${how} (a force push?)`,
    );
  }
  if (data.files === undefined) {
    throw new GitHubError(
      msg`GitHub compared this commit with its branch, but did not say which files differ`,
    );
  }
  const changed = data.files.flatMap(({ filename, previous_filename: previous }) =>
    previous === undefined ? [filename] : [filename, previous],
  );
  const hasChanged =
    changed.some((path) => isSource(path, sources)) ||
    (needsTrees(changed, sources) &&
      fingerprint(await listTree(connection, commit), sources) !==
        fingerprint(await listTree(connection, branch), sources));
  return hasChanged ? superseded(msg`the roster has changed on ${name} since this commit`) : FRESH;
}

function superseded(reason: Message): Freshness {
  return { superseded: true, reason };
}

/** Whether a change of this path certainly changes the roster. */
function isSource(path: string, { patterns, paths }: RosterSources): boolean {
  return patterns.matches(path) || paths.some((one) => one === path || one.startsWith(`${path}/`));
}

/**
 * Whether the comparison alone does not show it: it is cut, or may have a submodule of the roster.
 */
function needsTrees(changed: readonly string[], { patterns }: RosterSources): boolean {
  return changed.length >= MAX_COMPARED_FILES || changed.some((path) => patterns.reaches(path));
}

/** Path, mode and content of everything in a commit that belongs to the roster. */
function fingerprint(tree: readonly TreeEntry[], sources: RosterSources): string {
  const entries = tree.filter((entry) => {
    const { path, type } = entry;
    if (isSubmodule(entry) && sources.patterns.reaches(path)) return true;
    return type !== "tree" && isSource(path, sources);
  });
  return JSON.stringify(entries.map(({ path, mode, sha }) => [path, mode, sha]).sort());
}
