// The one comment that a run keeps on its pull request.
import { z } from "zod";
import { msg } from "../model/message.js";
import { GitHubError } from "../model/ports.js";
import { ask, type Connection, send } from "./api.js";

const COMMENTS_PER_PAGE = 100;
/** Ten times what GitHub lets a pull request have. */
const MAX_PAGES = 250;
const NOTHING_TO_SAY = "**Vanta roster:** this pull request changes nothing in Vanta any more.";

const commentsSchema = z.array(
  z.object({
    id: z.number().int(),
    body: z.string().nullish(),
    user: z.object({ type: z.string().optional() }).nullish(),
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

/** The ID of the oldest comment that starts with the marker. */
async function findComment(
  connection: Connection,
  number: number,
  marker: string,
): Promise<number | undefined> {
  // An app's token writes as a bot. A person's comment with our marker is then not ours.
  const writesAsBot = connection.token?.startsWith("ghs_") === true;
  for (let page = 1; page <= MAX_PAGES; page += 1) {
    const { data: comments, link } = await ask(
      connection,
      "GET /repos/{owner}/{repo}/issues/{issue_number}/comments",
      { issue_number: number, per_page: COMMENTS_PER_PAGE, page },
      { schema: commentsSchema, what: "the comments of the pull request" },
    );
    const ours = comments.find(
      ({ body, user }) => body?.startsWith(marker) && !(writesAsBot && user?.type === "User"),
    );
    if (ours !== undefined) return ours.id;
    if (!/rel="?next"?/.test(link)) return undefined;
  }
  throw new GitHubError(msg`the pull request has more comments than can be looked through`);
}
