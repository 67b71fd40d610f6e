// Runs the `run:` steps of a workflow with bash, as the runner does, and puts commands on the PATH
// that only record how they were called.
import { spawn } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** How a command was called. */
export interface Call {
  readonly command: string;
  readonly args: readonly string[];
  /** The content of the file that `--body-file` names. */
  readonly body?: string;
}

/**
 * What a command prints, by the beginning of its arguments; nothing by default. `--jq` is applied
 * to it by the real jq.
 */
export type Replies = Readonly<Record<string, string>>;

const COMMAND = `#!${process.execPath}
const { spawnSync } = require("node:child_process");
const { appendFileSync, readFileSync, writeFileSync } = require("node:fs");
const { basename, dirname, join } = require("node:path");
const [, self, ...args] = process.argv;
const after = (name) => args[args.indexOf(name) + 1];
const body = args.includes("--body-file") ? { body: readFileSync(after("--body-file"), "utf8") } : {};
const call = { command: basename(self), args, ...body };
appendFileSync(join(dirname(self), "calls.jsonl"), JSON.stringify(call) + "\\n");
const replies = JSON.parse(readFileSync(self + ".json", "utf8"));
const [, reply = ""] = Object.entries(replies).find(([start]) => args.join(" ").startsWith(start)) ?? [];
if (args.includes("--output")) writeFileSync(after("--output"), reply);
else if (args.includes("--jq"))
  process.stdout.write(spawnSync("jq", ["--raw-output", after("--jq")], { input: reply }).stdout);
else process.stdout.write(reply);
`;

/** Writes the commands into a folder; returns how they are called from then on. */
export function writeCommands(folder: string, commands: Readonly<Record<string, Replies>>) {
  mkdirSync(folder, { recursive: true });
  const log = join(folder, "calls.jsonl");
  writeFileSync(log, "");
  // What they are written in is CommonJS, whatever is around them.
  writeFileSync(join(folder, "package.json"), "{}");
  for (const [name, replies] of Object.entries(commands)) {
    writeFileSync(join(folder, name), COMMAND);
    chmodSync(join(folder, name), 0o755);
    writeFileSync(join(folder, `${name}.json`), JSON.stringify(replies));
  }
  return (): readonly Call[] =>
    readFileSync(log, "utf8")
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line));
}

export interface ScriptResult {
  readonly exitCode: number | null;
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

export interface ScriptPlace {
  /** For the script and the files that it writes to. */
  readonly folder: string;
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
}

/** `bash -e`, as for a step that names no shell. */
export async function runScript(script: string, place: ScriptPlace): Promise<ScriptResult> {
  mkdirSync(place.folder, { recursive: true });
  const file = (name: string, content = "") => {
    writeFileSync(join(place.folder, name), content);
    return join(place.folder, name);
  };
  const output = file("output");
  const summary = file("summary");
  const env = { ...place.env, GITHUB_OUTPUT: output, GITHUB_STEP_SUMMARY: summary };
  const child = spawn("bash", ["-e", file("script.sh", script)], {
    cwd: place.cwd,
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let log = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8");
    stream.on("data", (chunk: string) => {
      log += chunk;
    });
  }
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  const lines = readFileSync(output, "utf8").matchAll(/^([\w-]+)=(.*)$/gm);
  return {
    exitCode,
    log,
    outputs: Object.fromEntries([...lines].map(([, name, value]) => [name, value])),
    summary: readFileSync(summary, "utf8"),
  };
}
