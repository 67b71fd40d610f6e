// The one comment that a run keeps on its pull request.
import * as z from "zod/mini";
import { msg } from "../model/message.js";
import { GitHubError } from "../model/ports.js";
import { ask, baseUrlOf, type Connection, send } from "./api.js";

const COMMENTS_PER_PAGE = 100;
/** Ten times what GitHub lets a pull request have. */
const MAX_PAGES = 250;
const NOTHING_TO_SAY = "**Vanta roster:** this pull request no longer changes anything in Vanta.";

const commentsSchema = z.array(
  z.object({
    id: z.int(),
    body: z.nullish(z.string()),
    user: z.nullish(z.object({ login: z.string() })),
  }),
);

export interface PullRequestComment {
  /** Of the pull request. */
  readonly number: number;
  /** The hidden first line by which the comment is found again. */
  readonly marker: string;
  /** Markdown. Undefined: no new comment is needed, and an old one is edited to say so. */
  readonly body: string | undefined;
}

/** Edits the comment that starts with the marker, else adds it. Throws {@link GitHubError}. */
export async function upsertComment(
  connection: Connection,
  { number, marker, body }: PullRequestComment,
): Promise<void> {
  const id = await findComment(connection, number, marker);
  if (id === undefined && body === undefined) return;
  const whole = body?.startsWith(marker) ? body : `${marker}\n${body ?? NOTHING_TO_SAY}`;
  if (id === undefined) {
    await send(connection, "POST /repos/{owner}/{repo}/issues/{issue_number}/comments", {
      issue_number: number,
      body: whole,
    });
  } else {
    await send(connection, "PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}", {
      comment_id: id,
      body: whole,
    });
  }
}

/** The ID of the oldest comment of ours that starts with the marker. */
async function findComment(
  connection: Connection,
  number: number,
  marker: string,
): Promise<number | undefined> {
  let login: string | undefined;
  for (let page = 1; page <= MAX_PAGES; page += 1) {
    const { data: comments, link } = await ask(
      connection,
      "GET /repos/{owner}/{repo}/issues/{issue_number}/comments",
      { issue_number: number, per_page: COMMENTS_PER_PAGE, page },
      { schema: commentsSchema, what: "the comments of the pull request" },
    );
    // Anyone can write our marker: only a comment of the token's own user is ours.
    const candidates = comments.filter(({ body }) => body?.startsWith(marker));
    if (candidates.length > 0) login ??= await findLogin(connection);
    const ours = candidates.find(({ user }) => user?.login === login);
    if (ours !== undefined) return ours.id;
    if (!/rel="?next"?/.test(link)) return undefined;
  }
  throw new GitHubError(msg`the pull request has more comments than can be looked through`);
}

const userSchema = z.object({ login: z.string() });
const viewerSchema = z.object({ data: z.object({ viewer: userSchema }) });

/** The login of the token's own user; where GitHub does not say it, the one of workflows. */
async function findLogin(connection: Connection): Promise<string> {
  const what = "the user of the token";
  try {
    if (connection.token?.startsWith("ghs_") !== true) {
      const { data } = await ask(connection, "GET /user", {}, { schema: userSchema, what });
      return data.login;
    }
    // The token of an app or of a workflow may not ask for its user by REST.
    const route = `POST ${baseUrlOf(connection.context).replace(/\/v3$/, "")}/graphql`;
    const parameters = { query: "query { viewer { login } }" };
    const { data } = await ask(connection, route, parameters, { schema: viewerSchema, what });
    return data.data.viewer.login;
  } catch (error) {
    if (error instanceof GitHubError) return WORKFLOW_BOT;
    throw error;
  }
}

/** The user of the token that every workflow gets. */
const WORKFLOW_BOT = "github-actions[bot]";
