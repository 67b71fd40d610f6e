// Runs the built action as the runner does, against a local stand-in for Vanta, in three steps: a
// first sync, a change, a broken roster. Needs no Vanta account, and only the loopback network.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { loadStandIn } from "./load-stand-in.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const output = join(root, "demo-output");
const workspace = join(output, "workspace");
const roster = join(workspace, "access", "roster.yml");
const RESOURCE_ID = "65f0c0ffee65f0c0ffee65f0";

const first = readFileSync(join(root, "examples", "roster.yml"), "utf8");

// Grace Hopper leaves, Alan Turing is made an admin, Katherine Johnson joins.
const changed = first
  .replace(/ {2}- uniqueId: u-1002\n(?: {4}.*\n)+/, "")
  .replace("permissionLevel: EDITOR", "permissionLevel: ADMIN")
  .concat(
    "\n  - uniqueId: u-1004\n    fullName: Katherine Johnson\n    email: katherine@example.com\n    createdTimestamp: 2024-05-02T09:00:00Z\n",
  );

const broken = changed
  .replace("permissionLevel: ADMIN", "permissionLevel: admin")
  .replace("fullName: Alan", "fulName: Alan")
  .replace("uniqueId: u-1004", "uniqueId: 1004")
  .replace("2024-05-02T09:00:00Z", "2024-05-02");

rmSync(output, { recursive: true, force: true });
mkdirSync(join(workspace, "access"), { recursive: true });
const { startFakeVanta } = await loadStandIn();
const vanta = await startFakeVanta({ resources: { [RESOURCE_ID]: { rows: [] } } });

try {
  const steps = [
    await runStep(1, "first-sync", "A first sync: everybody in the roster is new to Vanta", first),
    await runStep(
      2,
      "change",
      "A change: one person leaves, one is made an admin, one joins",
      changed,
    ),
    await runStep(3, "broken", "A broken roster: nothing is sent", broken),
  ];
  const expected = ["0 synced", "0 synced", "1 invalid"];
  const actual = steps.map(({ code, outcome }) => `${code} ${outcome}`);
  if (actual.join() !== expected.join())
    throw new Error(`The demo did not go as it should: ${actual.join(", ")}`);
} finally {
  await vanta.close();
}

/** Runs the action once with this roster, prints its log, and returns its exit code and outcome. */
async function runStep(number, name, title, content) {
  writeFileSync(roster, content);
  const folder = join(output, `${number}-${name}`);
  mkdirSync(folder);
  const summary = join(folder, "summary.md");
  const report = join(folder, "report.json");
  const outputs = join(folder, "outputs.txt");
  for (const file of [summary, outputs]) writeFileSync(file, "");
  const before = vanta.calls().length;
  const logFile = join(folder, "log.txt");
  const code = await runAction({ summary, outputs, report, log: logFile });
  const outcome = existsSync(report)
    ? JSON.parse(readFileSync(report, "utf8")).outcome
    : "no report";

  print(`\n${"=".repeat(100)}\n${number}. ${title}\n${"=".repeat(100)}\n`);
  print(toTerminal(readFileSync(logFile, "utf8")));
  print(`\n${"-".repeat(100)}`);
  print(
    `Exit code ${code}, outcome ${outcome}. Requests to the stand-in: ${vanta.calls().slice(before).join(" ") || "none"}.`,
  );
  print(
    `Summary (markdown): ${relative(root, summary)}   Report (JSON): ${relative(root, report)}   Log: ${relative(root, logFile)}`,
  );
  return { code, outcome };
}

/** Runs dist/index.js with the variables that a runner sets for a push. Returns the exit code. */
function runAction({ summary, outputs, report, log }) {
  const event = join(output, "event.json");
  writeFileSync(
    event,
    JSON.stringify({
      repository: { full_name: "acme/access", default_branch: "main", private: true },
    }),
  );
  const inputs = {
    ROSTER: "access/*.yml",
    MODE: "sync",
    "CLIENT-ID": vanta.clientId,
    "CLIENT-SECRET": vanta.clientSecret,
    "API-URL": vanta.url,
    "REPORT-FILE": report,
  };
  const env = {
    PATH: process.env.PATH,
    ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name}`, value])),
    GITHUB_ACTIONS: "true",
    GITHUB_WORKSPACE: workspace,
    RUNNER_TEMP: output,
    GITHUB_OUTPUT: outputs,
    GITHUB_STEP_SUMMARY: summary,
    GITHUB_EVENT_NAME: "push",
    GITHUB_EVENT_PATH: event,
    // On the default branch, the action would first ask GitHub for newer commits.
    GITHUB_REF: "refs/heads/demo",
  };
  const child = spawn(process.execPath, [join(root, "dist", "index.js")], {
    env,
    cwd: workspace,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (text += chunk));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      writeFileSync(log, text.replace(/^::add-mask::.*\n/gm, ""));
      resolve(code);
    });
  });
}

/** The log as GitHub shows it: without workflow commands, and with the lines of groups indented. */
function toTerminal(log) {
  let indent = "";
  const lines = log.split("\n").flatMap((line) => {
    if (line.startsWith("::endgroup::")) indent = "";
    const title = /^::group::(.*)/.exec(line)?.[1];
    if (title !== undefined) indent = "  ";
    if (title !== undefined) return [title];
    return line.startsWith("::") ? [] : [`${indent}${line}`];
  });
  return lines.join("\n").trim();
}

function print(text) {
  process.stdout.write(`${text}\n`);
}
