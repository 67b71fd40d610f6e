// Runs the built bundle as the runner runs it: a child process with INPUT_* and GITHUB_* variables,
// command files and an event.
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const BUNDLE = fileURLToPath(new URL("../../dist/index.js", import.meta.url));

/**
 * A runner's folders for one job: a workspace, a temporary folder, and what the steps leave there.
 */
export interface Job {
  readonly workspace: string;
  readonly temp: string;
  /** Writes (or with undefined removes) files of the workspace. */
  write(files: Readonly<Record<string, string | Uint8Array | undefined>>): void;
  /** Runs the action as one step. */
  step(options: StepOptions): Promise<Step>;
  close(): void;
}

export interface StepOptions {
  /** By the names of action.yml. */
  readonly inputs: Readonly<Record<string, string>>;
  /** GITHUB_EVENT_NAME; `pull_request` sets a ref of its own. */
  readonly event?: string;
  readonly ref?: string;
  readonly payload?: unknown;
  /** Over the usual variables; undefined takes one away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /**
   * Called as soon as the process runs, with the way to signal it and what it has logged so far.
   */
  readonly onStart?: (kill: (signal: NodeJS.Signals) => void, log: () => string) => unknown;
}

/** What a step left behind. */
export interface Step {
  /** null where a signal killed it. */
  readonly exitCode: number | null;
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  /** The report file as text and as JSON; undefined where there is none. */
  readonly reportText: string | undefined;
  // biome-ignore lint/suspicious/noExplicitAny: a report is asserted on, field by field
  readonly report: any;
  /** The `::error::` lines of the log, then the `::warning::` and `::notice::` ones, in order. */
  readonly annotations: {
    readonly error: readonly string[];
    readonly warning: readonly string[];
    readonly notice: readonly string[];
  };
  /** Everything that anybody could see, in one string. */
  readonly everything: string;
}

export const REPOSITORY = {
  full_name: "acme/access",
  default_branch: "main",
  visibility: "private",
  private: true,
};

export function startJob(): Job {
  const root = mkdtempSync(join(tmpdir(), "roster-"));
  const workspace = join(root, "workspace");
  const temp = join(root, "temp");
  for (const folder of [workspace, temp]) mkdirSync(folder);
  const running = new Set<ChildProcess>();
  let steps = 0;
  return {
    workspace,
    temp,
    write(files) {
      for (const [path, content] of Object.entries(files)) {
        const whole = join(workspace, path);
        mkdirSync(dirname(whole), { recursive: true });
        if (content === undefined) rmSync(whole);
        else writeFileSync(whole, content);
      }
    },
    step(options) {
      steps += 1;
      return runStep(options, { root, workspace, temp, running, step: steps });
    },
    close() {
      // A step that a test gave up on must not keep the tests alive.
      for (const child of running) child.kill("SIGKILL");
      rmSync(root, { recursive: true, force: true });
    },
  };
}

interface Place {
  readonly root: string;
  readonly workspace: string;
  readonly temp: string;
  readonly running: Set<ChildProcess>;
  readonly step: number;
}

async function runStep(
  options: StepOptions,
  { root, workspace, temp, running, step }: Place,
): Promise<Step> {
  const file = (name: string, content = "") => {
    const path = join(root, `${step}-${name}`);
    writeFileSync(path, content);
    return path;
  };
  const { event = "workflow_dispatch" } = options;
  const ref = options.ref ?? (event === "pull_request" ? "refs/pull/7/merge" : "refs/heads/main");
  const outputFile = file("output");
  const summaryFile = file("summary");
  const env = {
    PATH: process.env["PATH"],
    ...Object.fromEntries(
      Object.entries(options.inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
    ),
    GITHUB_ACTIONS: "true",
    GITHUB_WORKSPACE: workspace,
    RUNNER_TEMP: temp,
    GITHUB_OUTPUT: outputFile,
    GITHUB_STEP_SUMMARY: summaryFile,
    GITHUB_EVENT_PATH: file(
      "event.json",
      JSON.stringify(options.payload ?? { repository: REPOSITORY }),
    ),
    GITHUB_EVENT_NAME: event,
    GITHUB_REF: ref,
    GITHUB_REPOSITORY: REPOSITORY.full_name,
    GITHUB_SHA: "0123456789abcdef0123456789abcdef01234567",
    GITHUB_RUN_ID: "42",
    GITHUB_RUN_ATTEMPT: "1",
    GITHUB_ACTOR: "octocat",
    GITHUB_SERVER_URL: "https://github.com",
    GITHUB_API_URL: "http://127.0.0.1:9", // nobody listens there: what asks GitHub in a test brings a stand-in
    ...options.env,
  };
  const { exitCode, log } = await runBundle(env, root, running, options.onStart);
  const outputs = parseOutputs(readFileSync(outputFile, "utf8"));
  const summary = readFileSync(summaryFile, "utf8");
  const reportFile = outputs["report-file"];
  const reportText =
    reportFile !== undefined && existsSync(reportFile)
      ? readFileSync(reportFile, "utf8")
      : undefined;
  return {
    exitCode,
    log,
    outputs,
    summary,
    reportText,
    report: reportText === undefined || reportText === "" ? undefined : JSON.parse(reportText),
    annotations: {
      error: annotations(log, "error"),
      warning: annotations(log, "warning"),
      notice: annotations(log, "notice"),
    },
    everything: [withoutMasks(log), summary, readFileSync(outputFile, "utf8"), reportText].join(
      "\n",
    ),
  };
}

/** Another folder than the workspace, so that nothing depends on where the process starts. */
function runBundle(
  env: NodeJS.ProcessEnv,
  cwd: string,
  running: Set<ChildProcess>,
  onStart: StepOptions["onStart"],
): Promise<{ exitCode: number | null; log: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [BUNDLE], {
      env,
      cwd,
      stdio: ["ignore", "pipe", "pipe"],
    });
    running.add(child);
    let log = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8");
      stream.on("data", (chunk: string) => {
        log += chunk;
      });
    }
    child.on("error", reject);
    child.on("close", (exitCode) => {
      running.delete(child);
      resolve({ exitCode, log });
    });
    onStart?.(
      (signal) => child.kill(signal),
      () => log,
    );
  });
}

/** `name<<delimiter`, the value, the delimiter: the form that the runner reads. */
function parseOutputs(content: string): Readonly<Record<string, string>> {
  const outputs = content.matchAll(
    /^(?<name>[\w-]+)<<(?<delimiter>\S+)\r?\n(?<value>[\s\S]*?)\r?\n\k<delimiter>$/gm,
  );
  return Object.fromEntries(
    [...outputs].map(({ groups }) => [groups?.["name"], groups?.["value"]]),
  );
}

function annotations(log: string, kind: string): readonly string[] {
  return log
    .split("\n")
    .filter((line) => line.startsWith(`::${kind} `) || line.startsWith(`::${kind}::`));
}

/** The lines by which a step tells the runner what to mask never reach the log that people see. */
function withoutMasks(log: string): string {
  return log
    .split("\n")
    .filter((line) => !line.startsWith("::add-mask::"))
    .join("\n");
}
