// Runs the built command line as a person or a script does: a child process with arguments, in a
// folder with a space in its name; on pipes, or on a pseudo-terminal.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { FakeVanta } from "./fake-vanta.js";

export const CLI = fileURLToPath(new URL("../../dist/cli/index.js", import.meta.url));
const PTY = fileURLToPath(new URL("on-terminal.py", import.meta.url));

export interface CliRun {
  readonly exitCode: number | null;
  /** On a pseudo-terminal: both streams, as they appear. */
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Called at once, with the process and what it has written to both streams so far. */
  readonly onStart?: (child: ChildProcess, written: () => string) => unknown;
}

export interface PtyOptions extends CliOptions {
  readonly columns?: number;
  /** A file that stdout goes to; stdin and stderr stay on the terminal. */
  readonly stdoutFile?: string;
  /** A command of the shell that stdout is piped to. */
  readonly reader?: string;
}

/** Why tests on a pseudo-terminal are skipped; undefined where they can run. */
export const NO_TERMINAL =
  spawnSync("python3", ["--version"]).status === 0
    ? undefined
    : "python3, which makes the pseudo-terminal, is not installed";

/** A person's folder, and their temporary folder. */
export interface Desk {
  readonly workspace: string;
  readonly temp: string;
  write(files: Readonly<Record<string, string>>): void;
  run(args: readonly string[], options?: CliOptions): Promise<CliRun>;
  /** The same, with stdout piped to a command of the shell. Exits with 0 if both do. */
  pipe(args: readonly string[], reader: string, options?: CliOptions): Promise<CliRun>;
  /** The same on a pseudo-terminal. */
  runOnTerminal(args: readonly string[], options?: PtyOptions): Promise<CliRun>;
  /** Every file below the temporary folder. */
  leftBehind(): readonly string[];
  close(): void;
}

export function startDesk(): Desk {
  const root = mkdtempSync(join(tmpdir(), "desk-"));
  const workspace = join(root, "my rosters");
  const temp = join(root, "temp");
  for (const folder of [workspace, temp]) mkdirSync(folder);
  const running = new Set<ChildProcess>();
  const start = (command: readonly string[], { env = {}, onStart }: CliOptions) => {
    const [program = "", ...args] = command;
    const child = spawn(program, args, {
      cwd: workspace,
      env: { PATH: process.env["PATH"], HOME: root, TMPDIR: temp, TERM: "xterm-256color", ...env },
    });
    running.add(child);
    return finish(child, onStart).finally(() => running.delete(child));
  };
  const cli = (args: readonly string[]) => [process.execPath, CLI, ...args];
  const piped = (args: readonly string[], reader: string) => {
    return ["bash", "-c", `set -o pipefail; "$@" | ${reader}`, "bash", ...cli(args)];
  };
  return {
    workspace,
    temp,
    write(files) {
      for (const [path, content] of Object.entries(files)) {
        mkdirSync(dirname(join(workspace, path)), { recursive: true });
        writeFileSync(join(workspace, path), content);
      }
    },
    run: (args, options = {}) => start(cli(args), options),
    pipe: (args, reader, options = {}) => start(piped(args, reader), options),
    runOnTerminal: (args, { columns = 80, stdoutFile = "", reader, ...options } = {}) => {
      const command = reader === undefined ? cli(args) : piped(args, reader);
      return start(["python3", PTY, String(columns), stdoutFile, ...command], options);
    },
    leftBehind: () =>
      readdirSync(temp, { recursive: true, encoding: "utf8" }).filter((path) => /\./.test(path)),
    close() {
      // A run that a test gave up on must not keep the tests alive.
      for (const child of running) child.kill("SIGKILL");
      rmSync(root, { recursive: true, force: true });
    },
  };
}

function finish(child: ChildProcess, onStart: CliOptions["onStart"]): Promise<CliRun> {
  return new Promise((resolve, reject) => {
    const written = { stdout: "", stderr: "" };
    for (const name of ["stdout", "stderr"] as const) {
      child[name]?.setEncoding("utf8");
      child[name]?.on("data", (chunk: string) => {
        written[name] += chunk;
      });
    }
    // The process may end before it has read everything.
    child.stdin?.on("error", () => undefined);
    child.on("error", reject);
    child.on("close", (exitCode) => resolve({ exitCode, ...written }));
    onStart?.(child, () => written.stdout + written.stderr);
  });
}

/** The variables and flags that lead to the stand-in for Vanta. */
export function connection({ clientId, clientSecret, url }: FakeVanta) {
  return {
    env: { VANTA_CLIENT_ID: clientId, VANTA_CLIENT_SECRET: clientSecret },
    flags: ["--api-url", url],
  };
}

/** The report that a run has named on stderr. */
// biome-ignore lint/suspicious/noExplicitAny: a report is asserted on, field by field
export function reportOf({ stdout, stderr }: CliRun): any {
  const [, path = ""] = /^Report: (.*?)\r?$/m.exec(stdout + stderr) ?? [];
  return JSON.parse(readFileSync(path, "utf8"));
}
