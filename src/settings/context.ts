// Where and why the action runs: the runner's GITHUB_* variables and the event file → RunContext.
// The only file that knows the shape of GitHub's events. Nothing here fails: what cannot be read is absent.
import { readFileSync } from "node:fs";
import { z } from "zod";
import type { RunFacts } from "../model/outcome.js";

/** The run that triggered a `workflow_run` event. */
export interface TriggeringRun {
  readonly event?: string;
  readonly headBranch?: string;
  readonly headSha?: string;
  /** Whether it ran for this very repository, and not for a fork. Unknown is false. */
  readonly ofThisRepository: boolean;
}

/** Unknown is absent, but for `isPublic`: unknown is public. */
export interface RunContext extends Omit<RunFacts, "version" | "startedAt" | "finishedAt"> {
  /** Absolute path of the checked out repository. */
  readonly workspace: string;
  /** Of the REST API; an Enterprise Server has one of its own. */
  readonly apiUrl?: string;
  /** The name alone, as `main`. */
  readonly defaultBranch?: string;
  readonly isPublic: boolean;
  /** Also of a comment on a pull request. */
  readonly pullRequestNumber?: number;
  /** The head of the branch that the pull request goes to, when the event happened. */
  readonly pullRequestBase?: string;
  /** The commit that the merge group started from. */
  readonly mergeGroupBase?: string;
  readonly workflowRun?: TriggeringRun;
}

// Every field may be missing or of another type; then it is undefined, and the rest is still read.
const name = z.string().min(1).optional().catch(undefined);
const number = z.number().int().positive().optional().catch(undefined);
const flag = z.boolean().optional().catch(undefined);

function lenient<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.object(shape).optional().catch(undefined);
}

const payloadSchema = lenient({
  repository: lenient({
    id: number,
    full_name: name,
    default_branch: name,
    visibility: name,
    private: flag,
  }),
  pull_request: lenient({ number, base: lenient({ sha: name }) }),
  issue: lenient({ number, pull_request: z.unknown() }),
  merge_group: lenient({ base_sha: name }),
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
  const repository = given(env["GITHUB_REPOSITORY"]) ?? payload.repository?.full_name;
  return {
    workspace: given(env["GITHUB_WORKSPACE"]) ?? process.cwd(),
    isPublic: isPublic(payload.repository),
    ...(repository !== undefined && { repository }),
    ...readVariables(env),
    ...readPayload(payload, repository),
  };
}

function readVariables(env: Readonly<Record<string, string | undefined>>): Partial<RunContext> {
  const commit = given(env["GITHUB_SHA"]);
  const ref = given(env["GITHUB_REF"]);
  const event = given(env["GITHUB_EVENT_NAME"]);
  const runId = given(env["GITHUB_RUN_ID"]);
  const attempt = parseAttempt(env["GITHUB_RUN_ATTEMPT"]);
  const actor = given(env["GITHUB_ACTOR"]);
  const serverUrl = withoutSlash(env["GITHUB_SERVER_URL"]);
  const apiUrl = withoutSlash(env["GITHUB_API_URL"]);
  return {
    ...(commit !== undefined && { commit }),
    ...(ref !== undefined && { ref }),
    ...(event !== undefined && { event }),
    ...(runId !== undefined && { runId }),
    ...(attempt !== undefined && { attempt }),
    ...(actor !== undefined && { actor }),
    ...(serverUrl !== undefined && { serverUrl }),
    ...(apiUrl !== undefined && { apiUrl }),
  };
}

function readPayload(payload: Payload, repository: string | undefined): Partial<RunContext> {
  const defaultBranch = payload.repository?.default_branch;
  const number = pullRequestNumber(payload);
  const pullRequestBase = payload.pull_request?.base?.sha;
  const mergeGroupBase = payload.merge_group?.base_sha;
  const workflowRun = triggeringRun(payload, repository);
  return {
    ...(defaultBranch !== undefined && { defaultBranch }),
    ...(number !== undefined && { pullRequestNumber: number }),
    ...(pullRequestBase !== undefined && { pullRequestBase }),
    ...(mergeGroupBase !== undefined && { mergeGroupBase }),
    ...(workflowRun !== undefined && { workflowRun }),
  };
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
  // GitHub marks the issues that are pull requests by this key.
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
    ...(run.event !== undefined && { event: run.event }),
    ...(run.head_branch !== undefined && { headBranch: run.head_branch }),
    ...(run.head_sha !== undefined && { headSha: run.head_sha }),
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
  return given(value?.replace(/\/+$/, ""));
}

function given(value: string | undefined): string | undefined {
  return value === "" ? undefined : value;
}
