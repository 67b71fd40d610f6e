// Runs the built action as a runner does, for the demo and the pictures: INPUT_* and GITHUB_*
// variables, an event file, files for outputs and summary.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const BUNDLE = fileURLToPath(new URL("../dist/index.js", import.meta.url));
const REPOSITORY = { full_name: "acme/access", default_branch: "main", private: true };

/**
 * Runs one step in `workspace`; `folder` gets its files. `inputs` have the names of action.yml.
 * Resolves with the exit code, the outcome, the log, and the paths of summary and report.
 */
export async function runAction({ folder, workspace, inputs, event = "push", env = {} }) {
  mkdirSync(folder, { recursive: true });
  const path = (name) => join(folder, name);
  const [summary, report] = [path("summary.md"), path("report.json")];
  for (const file of [summary, path("outputs.txt")]) writeFileSync(file, "");
  writeFileSync(path("event.json"), JSON.stringify({ repository: REPOSITORY }));
  const all = { ...inputs, "report-file": report };
  const child = spawn(process.execPath, [BUNDLE], {
    env: {
      PATH: process.env.PATH,
      ...Object.fromEntries(
        Object.entries(all).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
      ),
      GITHUB_ACTIONS: "true",
      GITHUB_WORKSPACE: workspace,
      RUNNER_TEMP: folder,
      GITHUB_OUTPUT: path("outputs.txt"),
      GITHUB_STEP_SUMMARY: summary,
      GITHUB_EVENT_NAME: event,
      GITHUB_EVENT_PATH: path("event.json"),
      // On the default branch, the action would first ask GitHub for newer commits.
      GITHUB_REF: "refs/heads/demo",
      ...env,
    },
    cwd: workspace,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (text += chunk));
  const code = await new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  const log = text.replace(/^::add-mask::.*\n/gm, "");
  writeFileSync(path("log.txt"), log);
  const { outcome } = existsSync(report) ? JSON.parse(readFileSync(report, "utf8")) : {};
  return { code, outcome, log, summary, report };
}
