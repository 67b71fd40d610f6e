// What a run asks of GitHub, in one file to load late.
import type { Freshness, RosterFile } from "../model/ports.js";
import type { RosterPatterns } from "../settings/patterns.js";
import type { Connection } from "./api.js";
import { readBaseFiles } from "./base-roster.js";
import { type PullRequestComment, upsertComment } from "./comment.js";
import { checkFreshness, type RosterSources } from "./freshness.js";

/** Every call throws `GitHubError` where GitHub gives no usable answer. */
export interface GitHubClient {
  /** Whether the default branch has a newer roster than this commit. */
  checkFreshness(sources: RosterSources): Promise<Freshness>;
  /** The roster files that a pull request or a merge group started from. */
  readBase(patterns: RosterPatterns): Promise<readonly RosterFile[]>;
  /** Keeps the one comment of this action. */
  upsertComment(comment: PullRequestComment): Promise<void>;
}

/** Connects to the repository of this run. Nothing is sent before the first call. */
export function connectGitHub(connection: Connection): GitHubClient {
  return {
    checkFreshness: (sources) => checkFreshness(connection, sources),
    readBase: (patterns) => readBaseFiles(connection, patterns),
    upsertComment: (comment) => upsertComment(connection, comment),
  };
}
