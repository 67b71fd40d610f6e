// Where and why the action runs: the runner's GITHUB_* variables and the event file → RunContext.
// The only file that knows the form of GitHub's events. It never fails: what it cannot read is
// absent.
import { readFileSync } from "node:fs";
import * as z from "zod/mini";
import type { RunFacts } from "../model/outcome.js";

/** The run that triggered a `workflow_run` event. */
export interface TriggeringRun {
  readonly event?: string | undefined;
  readonly headBranch?: string | undefined;
  readonly headSha?: string | undefined;
  /** Whether its head is in this repository, not in a fork. False if unknown. */
  readonly ofThisRepository: boolean;
}

/** What is known of the run from its environment. What is unknown is absent. */
export interface RunContext extends Omit<RunFacts, "version" | "startedAt" | "finishedAt"> {
  /** Absolute path of the checked out repository. */
  readonly workspace: string;
  /** The URL of the REST API, which differs on an Enterprise Server. */
  readonly apiUrl?: string | undefined;
  /** The short name, such as `main`. */
  readonly defaultBranch?: string | undefined;
  /** True if unknown. */
  readonly isPublic: boolean;
  /** Also set for a comment on a pull request. */
  readonly pullRequestNumber?: number | undefined;
  /** The head commit of the target branch at the time of the event. */
  readonly pullRequestBase?: string | undefined;
  /** The base commit of the merge group. */
  readonly mergeGroupBase?: string | undefined;
  /** Of a pull request or a merge group: whether it goes into the default branch. */
  readonly mergesToDefaultBranch?: boolean | undefined;
  readonly workflowRun?: TriggeringRun | undefined;
  /** Whether a person started the run at the command line: without an event, with a verb. */
  readonly isCommandLine?: boolean | undefined;
}

/** The same schema, but what it does not fit counts as missing, and the rest is still read. */
function ifRight<Schema extends z.ZodMiniType>(schema: Schema) {
  return z.catch(z.optional(schema), undefined);
}

const name = ifRight(z.string().check(z.minLength(1)));
const number = ifRight(z.int().check(z.positive()));
const boolean = ifRight(z.boolean());

function lenient<Shape extends z.core.$ZodShape>(shape: Shape) {
  return ifRight(z.object(shape));
}

const payloadSchema = lenient({
  repository: lenient({
    id: number,
    full_name: name,
    default_branch: name,
    visibility: name,
    private: boolean,
  }),
  pull_request: lenient({ number, base: lenient({ sha: name, ref: name }) }),
  issue: lenient({ number, pull_request: z.unknown() }),
  merge_group: lenient({ base_sha: name, base_ref: name }),
  workflow_run: lenient({
    event: name,
    head_branch: name,
    head_sha: name,
    head_repository: lenient({ id: number, full_name: name }),
  }),
});

type Payload = NonNullable<z.output<typeof payloadSchema>>;

/** Reads the runner's variables and the event file. Never throws. */
export function readContext(env: Readonly<Record<string, string | undefined>>): RunContext {
  const payload = readPayloadFile(env["GITHUB_EVENT_PATH"]);
  const repository = nonEmpty(env["GITHUB_REPOSITORY"]) ?? payload.repository?.full_name;
  const serverUrl = withoutSlash(env["GITHUB_SERVER_URL"]);
  const runId = nonEmpty(env["GITHUB_RUN_ID"]);
  const attempt = parseAttempt(env["GITHUB_RUN_ATTEMPT"]);
  return {
    workspace: nonEmpty(env["GITHUB_WORKSPACE"]) ?? process.cwd(),
    repository,
    commit: nonEmpty(env["GITHUB_SHA"]),
    ref: nonEmpty(env["GITHUB_REF"]),
    event: nonEmpty(env["GITHUB_EVENT_NAME"]),
    runId,
    attempt,
    actor: nonEmpty(env["GITHUB_ACTOR"]),
    serverUrl,
    url: runUrl(serverUrl, repository, runId, attempt),
    workflowUrl: workflowUrl(serverUrl, env["GITHUB_WORKFLOW_REF"]),
    apiUrl: withoutSlash(env["GITHUB_API_URL"]),
    defaultBranch: payload.repository?.default_branch,
    isPublic: isPublic(payload.repository),
    pullRequestNumber: pullRequestNumber(payload),
    pullRequestBase: payload.pull_request?.base?.sha,
    mergeGroupBase: payload.merge_group?.base_sha,
    mergesToDefaultBranch: mergesToDefaultBranch(payload),
    workflowRun: triggeringRun(payload, repository),
  };
}

/** The page of an attempt of a run. */
function runUrl(
  serverUrl: string | undefined,
  repository: string | undefined,
  runId: string | undefined,
  attempt = 1,
): string | undefined {
  if (serverUrl === undefined || repository === undefined || runId === undefined) return undefined;
  const page = `${serverUrl}/${repository}/actions/runs/${encodeURIComponent(runId)}`;
  return attempt === 1 ? page : `${page}/attempts/${attempt}`;
}

/** The page of a workflow, from `owner/name/.github/workflows/file.yml@ref`. */
function workflowUrl(
  serverUrl: string | undefined,
  workflow: string | undefined,
): string | undefined {
  const [, repository, file] =
    /^([^/]+\/[^/]+)\/\.github\/workflows\/([^/@]+)@/.exec(workflow ?? "") ?? [];
  if (serverUrl === undefined || repository === undefined || file === undefined) return undefined;
  return `${serverUrl}/${repository}/actions/workflows/${encodeURIComponent(file)}`;
}

function mergesToDefaultBranch({
  repository,
  pull_request,
  merge_group,
}: Payload): boolean | undefined {
  const branch = pull_request?.base?.ref ?? merge_group?.base_ref?.replace(/^refs\/heads\//, "");
  return branch === undefined ? undefined : branch === repository?.default_branch;
}

function readPayloadFile(path: string | undefined): Payload {
  if (path === undefined || path === "") return {};
  try {
    return payloadSchema.parse(JSON.parse(readFileSync(path, "utf8"))) ?? {};
  } catch {
    return {};
  }
}

function isPublic(repository: Payload["repository"]): boolean {
  if (repository?.visibility !== undefined)
    return !["private", "internal"].includes(repository.visibility);
  return repository?.private !== true;
}

function pullRequestNumber({ pull_request, issue }: Payload): number | undefined {
  if (pull_request?.number !== undefined) return pull_request.number;
  // In the event of a comment, a pull request is an issue with this key.
  return issue?.pull_request === undefined || issue.pull_request === null
    ? undefined
    : issue.number;
}

function triggeringRun(
  payload: Payload,
  repository: string | undefined,
): TriggeringRun | undefined {
  const run = payload.workflow_run;
  if (run === undefined) return undefined;
  return {
    event: run.event,
    headBranch: run.head_branch,
    headSha: run.head_sha,
    ofThisRepository: isSameRepository(run.head_repository, {
      id: payload.repository?.id,
      full_name: repository,
    }),
  };
}

type Identity = { readonly id?: number | undefined; readonly full_name?: string | undefined };

function isSameRepository(one: Identity | undefined, other: Identity): boolean {
  if (one?.id !== undefined && other.id !== undefined) return one.id === other.id;
  return (
    one?.full_name !== undefined && one.full_name.toLowerCase() === other.full_name?.toLowerCase()
  );
}

function parseAttempt(value: string | undefined): number | undefined {
  return value !== undefined && /^[1-9]\d{0,8}$/.test(value) ? Number(value) : undefined;
}

function withoutSlash(value: string | undefined): string | undefined {
  return nonEmpty(value?.replace(/\/+$/, ""));
}

function nonEmpty(value: string | undefined): string | undefined {
  return value === "" ? undefined : value;
}
