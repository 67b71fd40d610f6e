// Measures the built action beside other tools, in one run: node scripts/bench.mjs [runs]
// Makes its own rosters in a temporary folder, installs ajv-cli and v8r there, and runs each command
// in turn; where curl and jq are installed, also the script that people write with them. Prints
// medians of the CPU time, ratios and the largest memory as a table. Linux only: it reads the memory
// of a child from GNU time.
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadStandIn } from "./load-stand-in.mjs";

const RESOURCE_ID = "65f0c0ffee65f0c0ffee65f0";
const RUNS = Number(process.argv[2] ?? 5);
const root = fileURLToPath(new URL("..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "bench-"));
const schema = join(root, "roster.schema.json");

const accountOf = (index) => ({
  uniqueId: `u-${index}`,
  displayName: `User Number ${index}`,
  externalUrl: `https://admin.example.com/users/${index}`,
  fullName: `User Number ${index}`,
  accountName: `user.${index}`,
  email: `user.${index}@example.com`,
  permissionLevel: ["ADMIN", "EDITOR", "BASE"][index % 3],
  createdTimestamp: "2024-03-01T09:00:00Z",
  status: "ACTIVE",
  mfaEnabled: true,
  mfaMethods: ["OTP", "SMS"],
  authMethod: "PASSWORD",
  roleDescription: "Engineer, on call",
  updatedTimestamp: "2025-03-01T09:00:00Z",
  lastLoginTimestamp: "2025-06-01T09:00:00Z",
  groupIds: ["engineering", "oncall"],
});

/** Block YAML as people write it: comments, blank lines, and strings in several styles. */
function toYaml(accounts) {
  const blocks = accounts.map((account, index) => {
    const heading = index % 20 === 0 ? `\n  # Team ${index / 20}\n` : "\n";
    const lines = Object.entries(account).map(([field, value]) => {
      if (field === "mfaMethods")
        return `${field}:\n${value.map((one) => `      - ${one}`).join("\n")}`;
      if (field === "groupIds") return `${field}: [${value.join(", ")}]`;
      if (field === "roleDescription") return `${field}: '${value}'`;
      if (field === "permissionLevel") return `${field}: ${value} # reviewed`;
      return `${field}: ${typeof value === "string" ? JSON.stringify(value) : value}`;
    });
    return `${heading}  - ${lines.join("\n    ")}\n`;
  });
  return `# The users of the admin panel\nresourceId: ${RESOURCE_ID}\nresources:\n${blocks.join("")}`;
}

const toJson = (accounts) =>
  JSON.stringify({ resourceId: RESOURCE_ID, resources: accounts }, null, 2);

function write(name, content) {
  writeFileSync(join(folder, name), content);
  return name;
}

const accounts = (count) => Array.from({ length: count }, (_, index) => accountOf(index));
const few = write("3.yml", toYaml(accounts(3)));
const yaml = toYaml(accounts(10_000));
const tenThousand = write("10k.yml", yaml);
const broken = write("10k-error.yml", yaml.replace(/(u-9990"[\s\S]*?status: )"ACTIVE"/, "$1ACTIV"));
const json = write("10k.json", toJson(accounts(10_000)));
const largeYaml = write("100k.yml", toYaml(accounts(100_000)));
const largeJson = write("100k.json", toJson(accounts(100_000)));

/** Of a private repository, as those with a company's users are. Nothing is masked there. */
const event = write(
  "event.json",
  JSON.stringify({ repository: { private: true, visibility: "private" } }),
);

const { startFakeVanta } = await loadStandIn();

/** Runs a command under GNU time. Resolves with its CPU time in ms and its memory in MiB. */
async function measure(command, args, { env = {}, expected = 0 } = {}) {
  const report = join(folder, "time.txt");
  const timed = ["-f", "%U %S %M", "-o", report, command, ...args];
  const child = spawn("/usr/bin/time", timed, {
    cwd: folder,
    env: { PATH: process.env.PATH, ...env },
    stdio: "ignore",
  });
  const status = await new Promise((resolve) => child.on("close", resolve));
  if (status !== expected) throw new Error(`${command} ${args.join(" ")} ended with ${status}`);
  const [user, system, kib] = readFileSync(report, "utf8").trim().split("\n").at(-1).split(" ");
  return { ms: (Number(user) + Number(system)) * 1000, mib: Number(kib) / 1024 };
}

/** Runs the action on a roster. */
function action(file, { inputs = {}, expected = 0 } = {}) {
  const temp = join(folder, "temp");
  rmSync(temp, { recursive: true, force: true });
  mkdirSync(temp);
  const all = { roster: file, mode: "validate", ...inputs };
  const env = {
    ...Object.fromEntries(
      Object.entries(all).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
    ),
    GITHUB_WORKSPACE: folder,
    RUNNER_TEMP: temp,
    GITHUB_EVENT_NAME: "workflow_dispatch",
    GITHUB_EVENT_PATH: join(folder, event),
    GITHUB_REF: "refs/heads/other",
    GITHUB_OUTPUT: join(temp, "out"),
    GITHUB_STEP_SUMMARY: join(temp, "summary"),
  };
  for (const name of ["out", "summary"]) writeFileSync(join(temp, name), "");
  return measure(process.execPath, [join(root, "dist/index.js")], { env, expected });
}

/** Starts a stand-in that has another role for every `nth` account, and stops it after the work. */
async function withVanta(count, nth, work) {
  const rows = accounts(count).map((one, index) =>
    index % nth === 0 ? { ...one, roleDescription: "Another" } : one,
  );
  const vanta = await startFakeVanta({
    resources: { [RESOURCE_ID]: { rows } },
    tokensPerMinute: Number.POSITIVE_INFINITY,
  });
  try {
    return await work(vanta);
  } finally {
    await vanta.close();
  }
}

/** Plans or syncs a roster. */
function planOrSync(mode, file, count, nth) {
  return withVanta(count, nth, ({ clientId, clientSecret, url }) => {
    const inputs = { mode, "client-id": clientId, "client-secret": clientSecret, "api-url": url };
    return action(file, { inputs });
  });
}

/** The sync that people write themselves: without guards, backup and read-back. */
const CURL_SYNC = `set -eu -o pipefail
post() { curl -fsS -H 'content-type: application/json' "$@"; }
token=$(jq -n '{grant_type: "client_credentials", client_id: env.ID, client_secret: env.SECRET,
  scope: "connectors.self:write-resource connectors.self:read-resource"}' |
  post -d @- "$URL/oauth/token" | jq -er .access_token)
jq '{resourceId, resources}' "$FILE" |
  post -X PUT -H "authorization: Bearer $token" --data-binary @- "$URL/v1/resources/user_account" |
  jq -e .success`;

function syncWithCurl(file, count, nth) {
  return withVanta(count, nth, ({ clientId, clientSecret, url }) =>
    measure("bash", ["-c", CURL_SYNC], {
      env: { ID: clientId, SECRET: clientSecret, URL: url, FILE: file },
    }),
  );
}

const isInstalled = (tool) => spawnSync(tool, ["--version"]).status === 0;

/** Installs a tool that only the bench needs; undefined without a registry. */
function install(name) {
  const { status } = spawnSync("npm", ["install", "--prefix", folder, "--no-audit", name], {
    stdio: "ignore",
  });
  return status === 0 ? join(folder, "node_modules", ".bin") : undefined;
}

const bin = install("ajv-cli@5.0.0") && install("v8r@6.1.0");
const ajv = bin && join(bin, "ajv");
const v8r = bin && join(bin, "v8r");

const WORK = [
  ["node -e 0", () => measure(process.execPath, ["-e", "0"])],
  ["validate 3 accounts", () => action(few)],
  ["validate 10,000, YAML", () => action(tenThousand)],
  ["validate 10,000, YAML, one error near the end", () => action(broken, { expected: 1 })],
  ["validate 10,000, JSON", () => action(json)],
  ["validate 100,000, YAML", () => action(largeYaml)],
  ["validate 100,000, JSON", () => action(largeJson)],
  ["sync 10,000, 1,000 changed", () => planOrSync("sync", tenThousand, 10_000, 10)],
  ["plan 100,000, 1,000 changed", () => planOrSync("plan", largeJson, 100_000, 100)],
  ["sync 100,000, 1,000 changed", () => planOrSync("sync", largeJson, 100_000, 100)],
  ...(["curl", "jq"].every(isInstalled)
    ? [
        [
          "sync 10,000 with curl and jq (no guards, backup, read-back)",
          () => syncWithCurl(json, 10_000, 10),
        ],
      ]
    : []),
  ...(ajv === undefined
    ? []
    : [
        [
          "ajv-cli 10,000, YAML (no lines)",
          () => measure(ajv, ["validate", "--strict=false", "-s", schema, "-d", tenThousand]),
        ],
      ]),
  ...(v8r === undefined
    ? []
    : [["v8r 10,000, YAML (no lines)", () => measure(v8r, ["--schema", schema, tenThousand])]]),
];

const median = (numbers) => numbers.sort((one, other) => one - other)[numbers.length >> 1];
const results = new Map(WORK.map(([name]) => [name, []]));
for (let run = 0; run < RUNS; run += 1) {
  for (const [name, work] of WORK) results.get(name).push(await work());
}
rmSync(folder, { recursive: true, force: true });

const of = (name) => {
  const all = results.get(name) ?? [];
  return all.length === 0
    ? undefined
    : { ms: median(all.map(({ ms }) => ms)), mib: Math.max(...all.map(({ mib }) => mib)) };
};
const base = of("ajv-cli 10,000, YAML (no lines)")?.ms;
const lines = WORK.map(([name]) => {
  const { ms, mib } = of(name);
  const ratio = base === undefined ? "–" : (ms / base).toFixed(2);
  return `| ${name} | ${Math.round(ms)} | ${ratio} | ${Math.round(mib)} |`;
});
process.stdout.write(
  `Node.js ${process.version}, ${cpus().length} × ${cpus()[0]?.model}, ${new Date().toISOString().slice(0, 10)}, medians of ${RUNS} runs\n\n| Work | CPU ms | ÷ ajv-cli | MiB |\n| --- | --- | --- | --- |\n${lines.join("\n")}\n`,
);
