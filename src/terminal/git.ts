// What git knows of the files that a sync is about to send: whether they are committed, and whether
// the commit is the remote's default branch. It only reads, and never asks the remote.
import { execFileSync } from "node:child_process";
import { pluralize } from "../model/format.js";
import { msg, quote } from "../model/message.js";
import { makeProblem, type Problem } from "../model/problem.js";
import type { RosterPatterns } from "../settings/patterns.js";

/** The commit of the workspace; undefined outside of a repository, and before the first commit. */
export function headCommit(workspace: string): string | undefined {
  return git(workspace, "rev-parse", "--verify", "--quiet", "HEAD^{commit}");
}

/**
 * Warnings where the roster is not what the remote's default branch has. `paths`: the files that
 * were read, from the workspace.
 */
export function checkAgainstGit(
  workspace: string,
  patterns: RosterPatterns,
  paths: readonly string[],
): readonly Problem[] {
  if (git(workspace, "rev-parse", "--is-inside-work-tree") !== "true") return [];
  const head = headCommit(workspace);
  return [
    ...reportUncommitted(uncommitted(workspace, head, patterns, paths)),
    ...reportBranch(workspace, head),
  ];
}

/** Files of the roster that differ from HEAD: changed, deleted, or not in it. */
function uncommitted(
  workspace: string,
  head: string | undefined,
  patterns: RosterPatterns,
  paths: readonly string[],
): readonly string[] {
  if (head === undefined) return paths;
  // As far as it can be compared: git may refuse, and then says nothing.
  const changed = git(workspace, "diff", "--name-only", "--relative", "-z", head) ?? "";
  const tracked = git(workspace, "ls-tree", "-r", "--name-only", "-z", head);
  const committed = tracked === undefined ? undefined : new Set(tracked.split("\0"));
  const read = new Set(paths);
  const differ = changed.split("\0").filter((path) => read.has(path) || patterns.matches(path));
  const unknown = committed === undefined ? [] : paths.filter((path) => !committed.has(path));
  return [...new Set([...differ, ...unknown])].filter((path) => path !== "").sort();
}

function reportUncommitted(paths: readonly string[]): readonly Problem[] {
  const [first] = paths;
  if (first === undefined) return [];
  const more = paths.length === 1 ? "" : ` and ${pluralize(paths.length - 1, "more file")}`;
  const verb = paths.length === 1 ? "differs" : "differ";
  const message = msg`${quote(first)}${more} of the roster ${verb} from the commit that is checked out (HEAD). Commit the change, so that it is reviewed, or restore the file.`;
  return [makeProblem("roster-not-committed", message)];
}

/** Whether HEAD is the remote's default branch, as it was last fetched. */
function reportBranch(workspace: string, head: string | undefined): readonly Problem[] {
  const remotes = (git(workspace, "remote") ?? "").split("\n").filter((name) => name !== "");
  const remote = remotes.find((name) => name === "origin") ?? remotes[0];
  if (remote === undefined) return [];
  const branch = git(
    workspace,
    "symbolic-ref",
    "--quiet",
    "--short",
    `refs/remotes/${remote}/HEAD`,
  );
  if (branch === undefined) {
    const message = msg`The default branch of ${quote(remote)} is not known here, so the roster is not compared with it. Run git remote set-head ${remote} --auto.`;
    return [makeProblem("not-default-branch", message)];
  }
  const theirs = git(workspace, "rev-parse", "--verify", "--quiet", `refs/remotes/${branch}`);
  if (theirs !== undefined && theirs === head) return [];
  const message = msg`The commit that is checked out (HEAD) is not that of ${quote(branch)}, the remote's default branch, as it was last fetched: it may be old, or not reviewed. Fetch, and check out ${quote(branch)}.`;
  return [makeProblem("not-default-branch", message)];
}

/** What git prints, without the line end; undefined where it fails or is not installed. */
function git(cwd: string, ...args: readonly string[]): string | undefined {
  // No lock and no hook: nothing in the folder is written, and nothing of it runs.
  const options = ["--no-optional-locks", "-c", "core.fsmonitor=false", ...args];
  try {
    const printed = execFileSync("git", options, {
      cwd,
      encoding: "utf8",
      maxBuffer: 1024 ** 3,
      stdio: ["ignore", "pipe", "ignore"],
    });
    return printed.replace(/\n$/, "");
  } catch {
    return undefined;
  }
}
