// What a run asks of GitHub, in one file to load late.
import type { Repository } from "../model/ports.js";
import type { Connection } from "./api.js";
import { readBaseFiles } from "./base-roster.js";
import { type PullRequestComment, upsertComment } from "./comment.js";
import { checkFreshness } from "./freshness.js";

export interface GitHubClient extends Repository {
  /** Keeps the one comment of this action. Throws `GitHubError`. */
  upsertComment(comment: PullRequestComment): Promise<void>;
}

/** Connects to the repository of this run. Nothing is sent before the first call. */
export function connectGitHub(connection: Connection): GitHubClient {
  return {
    freshness: (patterns) => checkFreshness(connection, patterns),
    baseFiles: (patterns) => readBaseFiles(connection, patterns),
    upsertComment: (comment) => upsertComment(connection, comment),
  };
}
