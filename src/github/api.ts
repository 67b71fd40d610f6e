// One request to GitHub's REST API, its response parsed, its failure explained.
// The only import of @actions/github. It loads late: many runs never ask GitHub.
import { getOctokit } from "@actions/github";
import * as z from "zod/mini";
import { type Message, msg, reply } from "../model/message.js";
import { GitHubError } from "../model/ports.js";
import { invalidProxyVariable } from "../model/proxy.js";
import type { RunContext } from "../settings/context.js";

export interface Connection {
  /** Absent: every call throws {@link GitHubError}. */
  readonly token: string | undefined;
  readonly context: RunContext;
  /** Timeout of one request, up to the last byte of the response. */
  readonly timeoutSeconds: number;
  /** Ends every request when the run is cancelled; the calls then throw its reason. */
  readonly signal: AbortSignal;
}

interface Response<Data> {
  readonly data: Data;
  /** The header that names further pages. */
  readonly link: string;
}

/** What a call expects: how GitHub's documentation has the response, and a name for it. */
export interface Expected<Schema extends z.ZodMiniType> {
  readonly schema: Schema;
  readonly what: string;
}

/**
 * Sends one request about this repository and parses its response. Throws {@link GitHubError}, or
 * the signal's reason where the run was cancelled.
 */
export async function ask<Schema extends z.ZodMiniType>(
  connection: Connection,
  route: string,
  parameters: Readonly<Record<string, unknown>>,
  { schema, what }: Expected<Schema>,
): Promise<Response<z.output<Schema>>> {
  const { data, link } = await send(connection, route, parameters);
  const parsed = schema.safeParse(data);
  if (parsed.success) return { data: parsed.data, link };
  throw new GitHubError(msg`GitHub did not return ${what} in the expected form`, parsed.error);
}

/** Sends a request whose response does not matter. Throws like {@link ask}. */
export async function send(
  { token, context, timeoutSeconds, signal }: Connection,
  route: string,
  parameters: Readonly<Record<string, unknown>>,
): Promise<Response<unknown>> {
  const [owner, repo] = known(context.repository, "the name of the repository").split("/");
  if (token === undefined) {
    throw new GitHubError(msg`there is no token to ask GitHub with; github-token is empty`);
  }
  const url = baseUrlOf(context);
  const proxyVariable = invalidProxyVariable(url);
  if (proxyVariable !== undefined) {
    throw new GitHubError(msg`${proxyVariable} is not an http or https URL`);
  }
  const octokit = getOctokit(token, { baseUrl: url, log: SILENT });
  const deadline = AbortSignal.timeout(timeoutSeconds * 1000);
  try {
    const response = await octokit.request(route, {
      ...parameters,
      owner,
      repo,
      request: { signal: AbortSignal.any([signal, deadline]) },
    });
    // The client takes a response that broke off for an empty one.
    if (signal.aborted || deadline.aborted) throw new Error("the response broke off");
    return { data: response.data, link: response.headers.link ?? "" };
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    if (deadline.aborted) {
      throw new GitHubError(msg`GitHub did not respond within ${timeoutSeconds} seconds`, error);
    }
    throw new GitHubError(explainFailure(failureSchema.parse(error), token), error);
  }
}

/** Where the REST API is, on GitHub.com or an Enterprise Server. */
export function baseUrlOf({ apiUrl = "https://api.github.com" }: RunContext): string {
  return apiUrl;
}

/** A value that GitHub or the event should have given. Throws {@link GitHubError} without it. */
export function known<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) throw new GitHubError(msg`${what} is not known`);
  return value;
}

/** The client would write deprecations to the console. */
const SILENT = { debug() {}, info() {}, warn() {}, error() {} };

/** With `response`, GitHub answered; without it, the network failed. */
const failureSchema = z.catch(
  z.object({
    message: z.catch(z.string(), ""),
    response: z.catch(
      z.optional(
        z.object({
          status: z.number(),
          headers: z.catch(z.record(z.string(), z.unknown()), {}),
          data: z.catch(z.optional(z.object({ message: z.string() })), undefined),
        }),
      ),
      undefined,
    ),
  }),
  { message: "" },
);

/** What happened, the likely cause, and where to look. */
function explainFailure(
  { message, response }: z.output<typeof failureSchema>,
  token: string,
): Message {
  const withoutToken = (words: string) => reply(words.replaceAll(token, "***"));
  if (response === undefined) return msg`GitHub could not be reached: ${withoutToken(message)}`;
  const { status, headers, data } = response;
  const words =
    data === undefined
      ? msg`status ${status}`
      : msg`status ${status}, ${withoutToken(data.message)}`;
  if (status === 401) {
    return msg`GitHub refused the token (${words}): github-token is wrong or has expired`;
  }
  if (isRateLimit(status, headers, data?.message)) {
    return msg`GitHub refuses further requests of this token for now (${words}): its rate limit is used up; run again later`;
  }
  if (status === 403) return msg`GitHub refused the request (${words}): ${PERMISSIONS}`;
  if (status === 404) {
    return msg`GitHub knows no such commit, branch or pull request, or does not show it to this token (${words}): a force push may have removed it, or a permission is missing; ${PERMISSIONS}`;
  }
  return msg`GitHub failed (${words})`;
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
