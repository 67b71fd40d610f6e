// Runs the built action as a runner does, against a local stand-in for Vanta, in three steps: a
// first sync, a change, a broken roster. Needs no Vanta account, and only the loopback network.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { loadStandIn } from "./load-stand-in.mjs";
import { runAction } from "./run-action.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const output = join(root, "demo-output");
const workspace = join(output, "workspace");
const RESOURCE_ID = "65f0c0ffee65f0c0ffee65f0";

const first = readFileSync(join(root, "examples", "roster.yml"), "utf8");

// Grace Hopper leaves, Alan Turing becomes ADMIN, Katherine Johnson joins.
const changed = first
  .replace(/ {2}- uniqueId: u-1002\n(?: {4}.*\n)+/, "")
  .replace("permissionLevel: EDITOR", "permissionLevel: ADMIN")
  .concat(
    '\n  - uniqueId: u-1004\n    fullName: Katherine Johnson\n    email: katherine@example.com\n    createdTimestamp: "2024-05-02T09:00:00Z"\n',
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
    await runStep("1-first-sync", "A first sync: every account of the roster is added", first),
    await runStep("2-change", "A change: one leaves, one becomes ADMIN, one joins", changed),
    await runStep("3-broken", "A broken roster: nothing is sent", broken),
  ];
  const expected = ["0 synced", "0 synced", "1 invalid"];
  const actual = steps.map(({ code, outcome }) => `${code} ${outcome}`);
  if (actual.join() !== expected.join()) {
    throw new Error(`The demo ended with ${actual.join(", ")} instead of ${expected.join(", ")}`);
  }
} finally {
  await vanta.close();
}

/** Runs the action once with this roster, and prints its log and its summary. */
async function runStep(name, title, content) {
  writeFileSync(join(workspace, "access", "roster.yml"), content);
  const before = vanta.calls().length;
  const inputs = {
    roster: "access/*.yml",
    mode: "sync",
    "client-id": vanta.clientId,
    "client-secret": vanta.clientSecret,
    "api-url": vanta.url,
  };
  const step = await runAction({ folder: join(output, name), workspace, inputs });
  const requests = vanta.calls().slice(before).join(" ") || "none";
  print(`\n${"=".repeat(80)}\n${title}\n${"=".repeat(80)}\n`);
  print(`The log:\n\n${indent(toTerminal(step.log))}\n`);
  print(`The job summary:\n\n${indent(toText(readFileSync(step.summary, "utf8")))}\n`);
  print(`Exit code ${step.code}, outcome ${step.outcome}, requests to the stand-in: ${requests}`);
  print(`Files: ${relative(root, step.summary)}, ${relative(root, step.report)}`);
  return step;
}

/** The log as GitHub shows it: without workflow commands. */
function toTerminal(log) {
  return log
    .replace(/^::group::/gm, "")
    .split("\n")
    .filter((line) => !line.startsWith("::"))
    .join("\n")
    .trim();
}

/** Markdown with HTML tables as plain text, a line for each row. */
function toText(markdown) {
  return markdown
    .replace(/<br>/g, " ")
    .replace(/<\/t[dh]><t[dh][^>]*>/g, " | ")
    .replace(/<[^>]*>/g, "")
    .replace(/&lrm;/g, "")
    .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
    .replace(/\n{2,}/g, "\n\n")
    .trim();
}

function indent(text) {
  return text.replace(/^(?=.)/gm, "  ");
}

function print(text) {
  process.stdout.write(`${text}\n`);
}
