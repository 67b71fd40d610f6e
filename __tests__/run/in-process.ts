// One run in process: files in memory, the stand-in for Vanta over loopback, a clock without waits.
import type { UserAccount } from "../../src/model/account.js";
import { toPlainText } from "../../src/model/message.js";
import type { Outcome } from "../../src/model/outcome.js";
import type { RequestRecord, RosterFile } from "../../src/model/ports.js";
import { makeProblem, type ProblemCollector } from "../../src/model/problem.js";
import type { Approved } from "../../src/plan/guards.js";
import { attempt } from "../../src/run/attempt.js";
import { buildOutcome } from "../../src/run/build-outcome.js";
import { type Environment, run, type Settings, type Task } from "../../src/run/run.js";
import { newState, type RunState } from "../../src/run/state.js";
import { connectReader, connectWriter, type VantaOptions } from "../../src/vanta/client.js";
import { renderReport } from "../report/render.js";
import { RESOURCE } from "../support/accounts.js";
import { NOW, type StillClock, stillClock } from "../support/clock.js";
import type { FakeVanta } from "../support/fake-vanta.js";
import { listener } from "../support/progress.js";

/** The defaults of the inputs. */
const SETTINGS: Settings = {
  onRemoval: "deactivate",
  retainDeactivatedDays: 400,
  allowEmpty: false,
  maxRemovals: [{ kind: "percent", value: 20 }],
  maxRemovalsPerDay: [{ kind: "percent", value: 50 }],
  maxAccessChanges: [{ kind: "percent", value: 50 }],
  expectNoChanges: false,
  failOnWarnings: false,
};

/** Limits that nothing exceeds. */
export const NO_LIMITS: Partial<Settings> = {
  maxRemovals: [],
  maxRemovalsPerDay: [],
  maxAccessChanges: [],
};

/** A roster file in JSON, all in line 1. */
export function file(
  accounts: readonly UserAccount[],
  more: object = {},
  path = "roster.json",
): RosterFile {
  return fileOf(JSON.stringify({ resourceId: RESOURCE, ...more, resources: accounts }), path);
}

export function fileOf(text: string, path = "roster.json"): RosterFile {
  return { path, bytes: new TextEncoder().encode(text) };
}

export interface Setup {
  readonly files: readonly RosterFile[];
  readonly mode?: Mode;
  readonly settings?: Partial<Settings>;
  readonly environment?: Partial<Environment>;
  readonly connection?: Partial<VantaOptions>;
  /** The approvals file, if the workspace has it. */
  readonly approvals?: string;
  readonly clock?: StillClock;
  readonly state?: RunState;
}

export interface Ran {
  readonly outcome: Outcome;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into it
  readonly report: any;
  /** Backups as they were written, and requests to Vanta: `GET a`, `BACKUP a`, `PUT a`. */
  readonly steps: readonly string[];
  /** The backup of each resource. */
  readonly backups: ReadonlyMap<string, string>;
  /** Milliseconds. */
  readonly waits: readonly number[];
  readonly log: readonly string[];
  readonly debugLog: readonly string[];
}

/** Runs once against this stand-in. Without one, no request may be made. */
export async function runOnce(vanta: FakeVanta | undefined, setup: Setup): Promise<Ran> {
  const { files, mode = "sync", settings = {}, state = newState() } = setup;
  const { clock = stillClock(), environment = {}, connection = {} } = setup;
  const progress = listener();
  const { signal = new AbortController().signal } = environment;
  const requests: RequestRecord[] = [];
  const seen = vanta?.requests.length ?? 0;
  const backups = new Map<string, string>();
  const written: { readonly id: string; readonly at: number }[] = [];
  const options: VantaOptions = {
    apiUrl: vanta?.url ?? "http://127.0.0.1:9",
    clientId: vanta?.clientId ?? "",
    clientSecret: vanta?.clientSecret ?? "vcs_none",
    timeoutSeconds: 20,
    clock,
    progress,
    signal,
    mask: () => undefined,
    requests,
    ...connection,
  };
  const whole: Environment = {
    readRoster: async () => files,
    readText: async () => readApprovals(setup),
    mustBeNewest: false,
    saveBackup: (resourceId, parts) => {
      backups.set(resourceId, [...parts].join(""));
      written.push({ id: resourceId, at: vanta?.requests.length ?? 0 });
      return "/tmp/backup-*.json";
    },
    showPlan: () => undefined,
    clock,
    progress,
    signal,
    ...environment,
  };
  state.mode ??= mode;
  const ending = await attempt(
    () => run(taskOf(mode, options), { ...SETTINGS, ...settings }, whole, state),
    progress,
  );
  const time = clock.now().toISOString();
  const facts = { version: "1.0.0", startedAt: NOW.toISOString(), finishedAt: time };
  const outcome = buildOutcome(state, ending, { run: facts, requests });
  return {
    outcome,
    report: JSON.parse(renderReport(outcome)),
    steps: stepsOf(vanta, seen, written),
    backups,
    waits: clock.waits,
    log: progress.lines,
    debugLog: progress.debugLines,
  };
}

type Mode = Exclude<Task["mode"], "export">;

function taskOf(mode: Mode, options: VantaOptions): Task {
  if (mode === "validate") return { mode };
  return mode === "plan"
    ? { mode, ...connectReader(options) }
    : { mode, ...connectWriter<Approved>(options) };
}

function readApprovals({ approvals }: Setup) {
  return approvals === undefined
    ? ({ kind: "missing" } as const)
    : ({ kind: "text", text: approvals } as const);
}

function stepsOf(
  vanta: FakeVanta | undefined,
  seen: number,
  written: readonly { readonly id: string; readonly at: number }[],
): readonly string[] {
  const requests = vanta?.requests.slice(seen) ?? [];
  return [...requests, undefined].flatMap((request, index) => {
    const backups = written.filter(({ at }) => at === seen + index).map(({ id }) => `BACKUP ${id}`);
    if (request === undefined || request.kind === "token") return backups;
    const { method, query, body } = request;
    return [...backups, `${method} ${query["resourceId"] ?? body?.resourceId}`];
  });
}

/** `warning cannot-carry` */
export function codesOf({ problems }: Outcome): readonly string[] {
  return problems.kept.map(({ severity, code }) => `${severity} ${code}`);
}

export function messagesOf({ problems }: Outcome): readonly string[] {
  return problems.kept.map(({ message }) => toPlainText(message));
}

export function failuresOf(outcome: Outcome): readonly string[] {
  return outcome.outcome === "failed" ? outcome.failures.map(toPlainText) : [];
}

/** A problem that a part of the environment reports. */
export function report(problems: ProblemCollector, code: Parameters<typeof makeProblem>[0]): void {
  problems.add(makeProblem(code, ["x"]));
}
