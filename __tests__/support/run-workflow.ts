// Runs a workflow as GitHub does, as far as the examples depend on it: conditions and `needs`, a
// matrix, environments with secrets and reviewers, concurrency groups. Steps with this action run
// the built bundle, `run:` steps run in bash, all other actions are only recorded.
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { REPOSITORY, type Job as Runner, type Step, startJob } from "./run-action.js";
import { type Call, type Replies, runScript, writeCommands } from "./run-script.js";
import {
  entries,
  get,
  items,
  plainOf,
  readWorkflow,
  type Scope,
  type TemplateToken,
  textOf,
  textsOf,
  type WorkflowFile,
} from "./workflow-file.js";

export type Result = "success" | "failure" | "cancelled" | "skipped";
type Texts = Readonly<Record<string, string>>;

export interface RunOptions {
  readonly event: string;
  /** Of a run by hand. */
  readonly inputs?: Texts;
  /** Over the usual event. */
  readonly payload?: Readonly<Record<string, unknown>>;
  /** What actions/checkout puts into the workspace, and what it then does there. */
  readonly files?: Texts;
  readonly onCheckout?: (workspace: string) => unknown;
  /** By the name of the environment; those of the repository have the name "". */
  readonly secrets?: Readonly<Record<string, Texts>>;
  readonly vars?: Readonly<Record<string, Texts>>;
  /** The answer of an environment's reviewers. Environments that are not here have none. */
  readonly reviewers?: Readonly<Record<string, () => Promise<"success" | "failure">>>;
  /** Inputs of this action that lead it to the stand-ins, where the workflow sets none. */
  readonly inputsOfAction?: Texts;
  /** Of the runner, such as GITHUB_API_URL. */
  readonly env?: Texts;
  readonly commands?: Readonly<Record<string, Replies>>;
  /** Changes the text of the workflow first. */
  readonly edit?: (content: string) => string;
  /** Called when a job has its place in the concurrency group, or is to wait for one. */
  readonly onGroup?: (job: string, group: string, state: "runs" | "waits") => unknown;
}

/** A step that ran. */
export interface RanStep {
  readonly name: string;
  readonly outcome: Result;
  readonly uses?: string;
  readonly with?: Texts;
  /** Of a step with this action. */
  readonly ours?: Step;
  readonly log: string;
  readonly summary: string;
}

/** A job, or one of a matrix. */
export interface Leg {
  readonly result: Result;
  readonly outputs: Texts;
  readonly steps: readonly RanStep[];
  readonly calls: readonly Call[];
  readonly group: string | undefined;
  readonly environment: string;
}

export interface Run {
  readonly results: Readonly<Record<string, Result>>;
  readonly legs: Readonly<Record<string, readonly Leg[]>>;
  /** The steps with this action, of all jobs, in the order of the file. */
  readonly ours: readonly Step[];
  readonly calls: readonly Call[];
}

/** A repository: its concurrency groups are shared by all runs. */
export interface WorkflowHost {
  run(path: string, options: RunOptions): Promise<Run>;
  close(): void;
}

const OURS = "vanta-roster-sync/vanta-roster-sync@";
const ACTION: { readonly inputs: Readonly<Record<string, { readonly default?: string }>> } = parse(
  readFileSync(new URL("../../action.yml", import.meta.url), "utf8"),
);

export function startWorkflowHost(): WorkflowHost {
  const host: Host = { groups: new Map(), runners: [] };
  return {
    run: (path, options) => runWorkflow(host, readWorkflow(path, options.edit), options),
    close() {
      for (const runner of host.runners) runner.close();
    },
  };
}

interface Host {
  readonly groups: Map<string, Group>;
  readonly runners: Runner[];
}

// ----- Jobs

interface RunState {
  readonly host: Host;
  readonly file: WorkflowFile;
  readonly options: RunOptions;
  readonly legs: Map<string, Promise<readonly Leg[]>>;
}

async function runWorkflow(host: Host, file: WorkflowFile, options: RunOptions): Promise<Run> {
  if (file.errors.length > 0) throw new Error(file.errors.join("\n"));
  const state: RunState = { host, file, options, legs: new Map() };
  const jobs = entries(get(file.root, "jobs"));
  // A job may be before those that it needs.
  for (const [id] of jobs) void startOnce(state, id);
  const legs = Object.fromEntries(
    await Promise.all(jobs.map(async ([id]) => [id, await startOnce(state, id)] as const)),
  );
  const all = Object.values(legs).flat();
  return {
    legs,
    results: Object.fromEntries(Object.entries(legs).map(([id, of]) => [id, resultOf(of)])),
    ours: all.flatMap(({ steps }) => steps.flatMap(({ ours }) => ours ?? [])),
    calls: all.flatMap(({ calls }) => calls),
  };
}

function startOnce(state: RunState, id: string): Promise<readonly Leg[]> {
  const known = state.legs.get(id);
  if (known !== undefined) return known;
  const started = runJob(state, id);
  state.legs.set(id, started);
  return started;
}

function resultOf(legs: readonly Leg[]): Result {
  const worst = ["failure", "cancelled", "success"] as const;
  return worst.find((one) => legs.some(({ result }) => result === one)) ?? "skipped";
}

async function runJob(state: RunState, id: string): Promise<readonly Leg[]> {
  const job = get(get(state.file.root, "jobs"), id);
  const needs = await waitForNeeds(state, get(job, "needs"));
  const results = Object.values(needs).map(({ result }) => result);
  const scope: Scope = {
    contexts: { ...contextsOf(state, ""), needs },
    status: {
      success: results.every((one) => one === "success"),
      failure: results.includes("failure"),
      cancelled: results.includes("cancelled"),
    },
  };
  if (!state.file.runs(get(job, "if"), scope)) return [unstarted("skipped")];
  const isFast = textOf(get(get(job, "strategy"), "fail-fast"), scope) !== "false";
  const running = combinations(plainOf(get(get(job, "strategy"), "matrix"), scope)).map((matrix) =>
    runLeg(state, id, { ...scope, contexts: { ...scope.contexts, matrix } }),
  );
  const legs = await Promise.all(running);
  // By default the first that fails cancels the others. They have run here, so only say so.
  const failed = legs.some(({ result }) => result === "failure");
  return isFast && failed && legs.length > 1
    ? legs.map((leg) => (leg.result === "failure" ? leg : { ...leg, result: "cancelled" }))
    : legs;
}

async function waitForNeeds(state: RunState, needs: TemplateToken | undefined) {
  const scope: Scope = {
    contexts: {},
    status: { success: true, failure: false, cancelled: false },
  };
  const ids = [plainOf(needs, scope) ?? []].flat().map(String);
  const found = await Promise.all(
    ids.map(async (id) => {
      const legs = await startOnce(state, id);
      const outputs = Object.assign({}, ...legs.map((leg) => leg.outputs));
      return [id, { result: resultOf(legs), outputs }] as const;
    }),
  );
  return Object.fromEntries(found);
}

/** `{ a: [1, 2] }` → `{ a: 1 }`, `{ a: 2 }`. Without a matrix: one, empty. */
function combinations(matrix: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Object.entries(matrix ?? {}).reduce<readonly Readonly<Record<string, unknown>>[]>(
    (found, [key, values]) =>
      found.flatMap((one) => [values].flat().map((value) => ({ ...one, [key]: value }))),
    [{}],
  );
}

function unstarted(result: Result, more: Partial<Leg> = {}): Leg {
  const nothing = { outputs: {}, steps: [], calls: [] };
  return { result, group: undefined, environment: "", ...nothing, ...more };
}

function contextsOf({ options }: RunState, environment: string) {
  const { event, env = {}, inputs = {} } = options;
  const of = (all: Readonly<Record<string, Texts>> = {}) => ({ ...all[""], ...all[environment] });
  const payload = { repository: REPOSITORY, ...options.payload };
  const github = {
    event_name: event,
    event: payload,
    ref: "refs/heads/main",
    ref_name: "main",
    repository: REPOSITORY.full_name,
    server_url: env["GITHUB_SERVER_URL"] ?? "https://github.com",
    run_id: "42",
    run_attempt: "1",
    token: "ghs_stand_in",
  };
  return {
    ...{ github, inputs, matrix: {}, needs: {}, steps: {}, env: {} },
    vars: of(options.vars),
    secrets: of(options.secrets),
  };
}

// ----- One job, on a runner

async function runLeg(state: RunState, id: string, jobScope: Scope): Promise<Leg> {
  const job = get(get(state.file.root, "jobs"), id);
  const environment = environmentOf(job, jobScope);
  const scope: Scope = {
    ...jobScope,
    contexts: {
      ...contextsOf(state, environment),
      needs: jobScope.contexts["needs"],
      matrix: jobScope.contexts["matrix"],
    },
  };
  const concurrency = get(job, "concurrency");
  const group = concurrency && textOf(get(concurrency, "group"), scope);
  const about = { group, environment };
  const queue = textOf(get(concurrency, "queue"), scope);
  const leave = await enter(state, id, group, queue);
  if (leave === undefined) return unstarted("cancelled", about);
  try {
    // A job that waits for reviewers has its place in the group already.
    const answer = await state.options.reviewers?.[environment]?.();
    if (answer === "failure") return unstarted("failure", about);
    return { ...(await runSteps(state, job, scope)), ...about };
  } finally {
    leave();
  }
}

function environmentOf(job: TemplateToken | undefined, scope: Scope): string {
  const environment = get(job, "environment");
  const name = get(environment, "name") ?? environment;
  return textOf(name, scope);
}

interface LegState {
  readonly state: RunState;
  readonly runner: Runner;
  readonly env: Texts;
  readonly steps: RanStep[];
  /** What expressions see of the steps with an ID. */
  readonly known: Record<string, unknown>;
  status: { success: boolean; failure: boolean; cancelled: boolean };
}

async function runSteps(state: RunState, job: TemplateToken | undefined, scope: Scope) {
  const runner = startJob();
  state.host.runners.push(runner);
  const commands = join(runner.temp, "..", "commands");
  const calls = writeCommands(commands, state.options.commands ?? {});
  const env = {
    PATH: `${commands}:${process.env["PATH"]}`,
    ...state.options.env,
    ...textsOf(get(state.file.root, "env"), scope),
    ...textsOf(get(job, "env"), scope),
  };
  const leg: LegState = {
    ...{ state, runner, env, steps: [], known: {} },
    status: { success: true, failure: false, cancelled: false },
  };
  const scopeNow = (): Scope => ({
    contexts: { ...scope.contexts, steps: leg.known },
    status: leg.status,
  });
  for (const step of items(get(job, "steps"))) await runStep(leg, step, scopeNow());
  const result: Result = leg.status.failure ? "failure" : "success";
  const outputs = textsOf(get(job, "outputs"), scopeNow());
  return { result, outputs, steps: leg.steps, calls: calls() };
}

async function runStep(leg: LegState, step: TemplateToken, scope: Scope): Promise<void> {
  const id = textOf(get(step, "id"), scope);
  if (!leg.state.file.runs(get(step, "if"), scope)) {
    leg.known[id] = { outcome: "skipped", conclusion: "skipped", outputs: {} };
    return;
  }
  const { outputs, ...ran } = await perform(leg, step, scope);
  const isIgnored = textOf(get(step, "continue-on-error"), scope) === "true";
  const conclusion = isIgnored ? "success" : ran.outcome;
  if (conclusion === "failure") leg.status = { success: false, failure: true, cancelled: false };
  leg.known[id] = { outcome: ran.outcome, conclusion, outputs };
  leg.steps.push(ran);
}

async function perform(
  leg: LegState,
  step: TemplateToken,
  scope: Scope,
): Promise<RanStep & { readonly outputs: Texts }> {
  const env = { ...leg.env, ...textsOf(get(step, "env"), scope) };
  const uses = textOf(get(step, "uses"), scope);
  const name = textOf(get(step, "name"), scope) || uses;
  const inputs = textsOf(get(step, "with"), scope);
  if (uses === "") {
    const script = textOf(get(step, "run"), scope);
    const ran = await runInBash(leg, script, env);
    return { name, outcome: ran.exitCode === 0 ? "success" : "failure", ...ran };
  }
  const action = { name, uses, with: inputs };
  if (uses.startsWith(OURS)) {
    const ours = await runOurs(leg, inputs, env);
    const outcome = ours.exitCode === 0 ? "success" : "failure";
    return { ...action, outcome, ours, ...ours };
  }
  if (uses.startsWith("actions/checkout@")) checkOut(leg);
  return { ...action, outcome: "success", log: "", summary: "", outputs: {} };
}

function checkOut({ runner, state: { options } }: LegState): void {
  runner.write(options.files ?? {});
  options.onCheckout?.(runner.workspace);
}

function runInBash({ runner, steps }: LegState, script: string, env: Texts) {
  const folder = join(runner.temp, "..", `script-${steps.length}`);
  mkdirSync(folder, { recursive: true });
  return runScript(script, {
    folder,
    cwd: runner.workspace,
    env: { GITHUB_REPOSITORY: REPOSITORY.full_name, RUNNER_TEMP: runner.temp, ...env },
  });
}

function runOurs({ state, runner }: LegState, inputs: Texts, env: Texts): Promise<Step> {
  const { token } = contextsOf(state, "").github;
  const defaults = Object.entries(ACTION.inputs).map(([name, { default: value = "" }]) => [
    name,
    value.includes("github.token") ? token : value,
  ]);
  return runner.step({
    event: state.options.event,
    inputs: { ...Object.fromEntries(defaults), ...state.options.inputsOfAction, ...inputs },
    payload: { repository: REPOSITORY, ...state.options.payload },
    env,
  });
}

// ----- Concurrency groups

interface Group {
  isTaken: boolean;
  /** Each is told whether it has its place now (true), or is cancelled. */
  waiting: ((isIn: boolean) => void)[];
}

/** Waits for a place; the way to leave it, or undefined where a newer job took it. */
async function enter(
  { host, options }: RunState,
  job: string,
  name: string | undefined,
  queue: string,
): Promise<(() => void) | undefined> {
  if (name === undefined) return () => undefined;
  const group = host.groups.get(name) ?? { isTaken: false, waiting: [] };
  host.groups.set(name, group);
  options.onGroup?.(job, name, group.isTaken ? "waits" : "runs");
  if (group.isTaken) {
    if (queue !== "max") for (const cancel of group.waiting.splice(0)) cancel(false);
    if (!(await new Promise<boolean>((resolve) => group.waiting.push(resolve)))) return undefined;
  }
  group.isTaken = true;
  return () => {
    const next = group.waiting.shift();
    if (next === undefined) group.isTaken = false;
    else next(true);
  };
}
