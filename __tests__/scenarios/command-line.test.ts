// The command line on pipes, through its built bundle: what goes to which stream, every exit code,
// and that only its own arguments and variables count.
import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { INPUT_NAMES } from "../../src/settings/inputs.js";
import { type FakeVanta, startFakeVanta } from "../support/fake-vanta.js";
import { connection, type Desk, reportOf, startDesk } from "../support/run-cli.js";
import { ADA, ALAN, GRACE, RESOURCE, roster, rows, SECOND, untilOrEnd } from "./setting.js";

let vanta: FakeVanta;
let desk: Desk;
let env: Record<string, string>;
let flags: string[];

beforeEach(async () => {
  vanta = await startFakeVanta({ resources: { [RESOURCE]: { rows: rows(ADA) } } });
  ({ env, flags } = connection(vanta));
  desk = startDesk();
  desk.write({ "users.json": roster([ADA, ALAN]) });
});

afterEach(async () => {
  desk.close();
  await vanta.close();
});

describe("validate", () => {
  test("needs nothing but the files, and writes nothing beside them", async () => {
    const run = await desk.run(["validate", "*.json"]);
    expect(run).toMatchObject({ exitCode: 0, stdout: "" });
    expect(run.stderr).toMatch(/✅ Valid: 2 accounts\. Not compared with Vanta\.\n$/);
    expect(readdirSync(desk.workspace)).toEqual(["users.json"]);
    expect(desk.leftBehind()).toHaveLength(1);
  });

  test("problems are as compilers write them, and the exit code is 1", async () => {
    desk.write({ "bad.yml": "- uniqueId: 1001\n  email: ada\n" });
    const run = await desk.run(["validate", "bad.yml", "users.json"]);
    expect(run).toMatchObject({ exitCode: 1, stdout: "" });
    const lines = run.stderr.split("\n").filter((line) => line.startsWith("bad.yml:"));
    expect(lines).toContain(
      'bad.yml:2:10: error: email is not an email address: "ada". Write one address, as in ada@example.com. [bad-email]',
    );
    expect(lines.map((line) => line.replace(/: error: .* \[/, " ["))).toEqual(
      reportOf(run).problems.map(
        ({ line, column, code }: Record<string, string>) => `bad.yml:${line}:${column} [${code}]`,
      ),
    );
  });

  test("a text of the roster cannot be a command of the runner's, nor of the terminal's", async () => {
    const path = "::error::x.json";
    desk.write({ [path]: '[{"##[error]\\u001b[31m": 1}]' });
    const run = await desk.run(["validate", path, "--json"]);
    expect(run.exitCode).toBe(1);
    expect(run.stderr).toContain("\n\\u003a:error::x.json:1:3: error: ");
    const { problems } = JSON.parse(run.stdout);
    expect(problems.map(({ message }: { message: string }) => message).join()).toContain(
      "##[error]",
    );
    for (const text of [run.stdout, run.stderr]) {
      expect(text).not.toMatch(/^\s*::|##\[/m);
      expect(text).not.toContain("\u001b");
    }
  });
});

describe("plan", () => {
  test("stdout is the plan, stderr the rest, and the read scope is enough", async () => {
    const run = await desk.run(["plan", "users.json", ...flags], { env });
    expect(run.exitCode).toBe(0);
    expect(run.stdout).toBe(
      [
        "Plan: 1 added",
        "  + u-3 Alan Turing, alan.turing@example.com: BASE, ACTIVE, SSO",
        "Guards: passed",
        "",
      ].join("\n"),
    );
    expect(run.stderr).toMatch(/\n📋 Plan: 1 added\.\n$/);
    expect(vanta.requests[0]?.body.scope).toBe("connectors.self:read-resource");
    expect(readdirSync(desk.workspace)).toEqual(["users.json"]);
  });

  test("with --json stdout is the report alone, which is also in a folder of its own", async () => {
    const run = await desk.run(["plan", "users.json", "--json", ...flags], { env });
    const report = JSON.parse(run.stdout);
    expect(report).toMatchObject({
      mode: "plan",
      outcome: "planned",
      digest: expect.stringMatching(/^sha256:/),
    });
    expect(run.stderr).toContain("\nPlan: 1 added\n  + u-3 Alan Turing");
    expect(reportOf(run)).toEqual(report);
    const [, path = ""] = /^Report: (.*)$/m.exec(run.stderr) ?? [];
    expect(dirname(dirname(path))).toBe(desk.temp);
    expect([statSync(dirname(path)).mode & 0o777, statSync(path).mode & 0o777]).toEqual([
      0o700, 0o600,
    ]);
  });

  const hasJq = spawnSync("jq", ["--version"]).status === 0;
  (hasJq ? test : test.skip)(
    "the report can be piped to jq (skipped where it is missing)",
    async () => {
      const filter = ".resources[].added[].uniqueId";
      const args = ["plan", "users.json", "--json", ...flags];
      const report = await desk.pipe(args, `jq -r '${filter}'`, { env });
      expect(report).toMatchObject({ exitCode: 0, stdout: "u-3\n" });
    },
  );

  test("the plan can be piped to a reader that stops early", async () => {
    const run = await desk.pipe(["plan", "users.json", ...flags], "head -n 1", { env });
    expect(run).toMatchObject({ exitCode: 0, stdout: "Plan: 1 added\n" });
    expect(run.stderr).toMatch(/\n📋 Plan: 1 added\.\n$/);
  });

  test("--report-file is where the report goes, and no folder is made", async () => {
    const run = await desk.run(["plan", "*.json", "--report-file", "out/r.json", ...flags], {
      env,
    });
    expect(run.exitCode).toBe(0);
    expect(JSON.parse(readFileSync(join(desk.workspace, "out/r.json"), "utf8"))).toMatchObject({
      outcome: "planned",
    });
    expect(desk.leftBehind()).toEqual([]);
  });

  test.each([
    ["blocked", ["--max-access-changes", "0", "--max-removals=0"], "⛔ Blocked by max-removals"],
    ["drifted", ["--expect-no-changes"], "❌ Drift: "],
  ])("%s: exit code 1", async (outcome, more, verdict) => {
    desk.write({ "users.json": roster([ALAN]) });
    const run = await desk.run(["plan", "users.json", "--json", ...more, ...flags], { env });
    expect([run.exitCode, JSON.parse(run.stdout).outcome]).toEqual([1, outcome]);
    expect(run.stderr).toContain(`\n${verdict}`);
  });

  test("a refusal names the flag that approves exactly this plan, and it works", async () => {
    desk.write({ "users.json": roster([ALAN]) });
    const args = ["users.json", "--max-removals", "0", ...flags];
    const plan = await desk.run(["plan", ...args], { env });
    const [, digest = ""] =
      /^To approve exactly this plan, run sync with --approved-plan: (\S+)$/m.exec(plan.stderr) ??
      [];
    const sync = await desk.run(["sync", ...args, "--approved-plan", digest], { env });
    expect(sync.exitCode).toBe(0);
    expect(vanta.puts()).toHaveLength(1);
  });

  test("Vanta refuses the secret: exit code 1", async () => {
    const wrong = { ...env, VANTA_CLIENT_SECRET: "vcs_not_this_one" };
    const run = await desk.run(["plan", "users.json", ...flags], { env: wrong });
    expect([run.exitCode, reportOf(run).outcome]).toEqual([1, "failed"]);
    expect(run.stderr).toContain("Vanta rejected client-id and client-secret");
  });
});

describe("export", () => {
  const text = (path: string) => readFileSync(join(desk.workspace, path), "utf8");

  test("from nothing: a file for each --resource-id, and the report with --json", async () => {
    await vanta.close();
    const resources = { [RESOURCE]: { rows: rows(ADA) }, [SECOND]: { rows: rows(GRACE, ALAN) } };
    vanta = await startFakeVanta({ resources });
    const to = connection(vanta);
    const ids = ["--resource-id", RESOURCE, "--resource-id", SECOND];
    const args = ["export", "access/*.yml", "--export-file", "access/people.yml", ...ids];
    const run = await desk.run([...args, "--json", ...to.flags], { env: to.env });
    expect(run.exitCode).toBe(0);
    expect(run.stderr).toMatch(/\n✅ Exported: 3 accounts added, in 2 files\.\n$/);
    expect(JSON.parse(run.stdout)).toMatchObject({
      mode: "export",
      outcome: "exported",
      export: { written: true, files: [{ resourceId: RESOURCE }, { resourceId: SECOND }] },
    });
    const files = readdirSync(join(desk.workspace, "access"));
    expect(files).toEqual([`people-${RESOURCE}.yml`, `people-${SECOND}.yml`]);
    const plan = await desk.run(["plan", "access/*.yml", ...to.flags], { env: to.env });
    expect(plan.stdout.match(/: no changes$/gm)).toHaveLength(2);
    expect(vanta.puts()).toEqual([]);
  });

  test("an update changes the files; behind its guards: exit code 1", async () => {
    desk.write({ "users.json": roster([GRACE, ALAN]) });
    const before = text("users.json");
    const args = ["export", "users.json", "--export-file", "users.json", ...flags];
    const blocked = await desk.run([...args, "--max-removals", "0"], { env });
    expect(blocked.exitCode).toBe(1);
    expect(blocked.stderr).toMatch(/\n⛔ Blocked by [^\n]*\n$/);
    expect(text("users.json")).toBe(before);
    const run = await desk.run([...args, "--max-removals", "100%"], { env });
    expect([run.exitCode, JSON.parse(text("users.json")).resources]).toEqual([
      0,
      [expect.objectContaining({ uniqueId: ADA.uniqueId })],
    ]);
    expect(vanta.puts()).toEqual([]);
  });

  test("a wrong call: exit code 2, named by its flags, and nothing is written", async () => {
    const none = await desk.run(["export", "users.json", ...flags], { env });
    expect(none.exitCode).toBe(2);
    expect(none.stderr).toContain("error: --export-file: is missing or empty");
    const args = ["export", "new/*.yml", "--export-file", "new/people.yml", ...flags];
    const nameless = await desk.run(args, { env });
    expect(nameless.exitCode).toBe(2);
    expect(nameless.stderr).toContain("error: --resource-id: is missing or empty");
    expect(readdirSync(desk.workspace)).toEqual(["users.json"]);
    expect(vanta.calls()).toEqual([]);
  });
});

describe("sync without a terminal", () => {
  test("and without an approval: exit code 2, before any request", async () => {
    const run = await desk.run(["sync", "users.json", ...flags], { env });
    expect(run).toMatchObject({ exitCode: 2, stdout: "" });
    expect(run.stderr).toContain("error: --yes: is missing, and there is no terminal to ask on; ");
    expect(vanta.calls()).toEqual([]);
  });

  test("--yes sends, behind the guards; the backup is beside the report", async () => {
    const run = await desk.run(["sync", "users.json", "--yes", ...flags], { env });
    expect(run.exitCode).toBe(0);
    expect(run.stderr).toMatch(/\n✅ Synced: .*Read back and verified\.\n$/);
    expect(vanta.live(RESOURCE)).toHaveLength(2);
    const [, backup = ""] = /^Backup: (.*)$/m.exec(run.stderr) ?? [];
    expect(desk.leftBehind().map((path) => dirname(join(desk.temp, path)))).toEqual([
      dirname(backup),
      dirname(backup),
    ]);
    desk.write({ "users.json": roster([ALAN]) });
    const blocked = await desk.run(
      ["sync", "users.json", "--yes", "--max-removals", "0", ...flags],
      { env },
    );
    expect(blocked.exitCode).toBe(1);
    expect(vanta.puts()).toHaveLength(1);
  });

  test("a reader that closes stdout early changes nothing", async () => {
    const run = await desk.run(["sync", "users.json", "--yes", "--json", ...flags], {
      env,
      onStart: (child) => child.stdout?.destroy(),
    });
    expect(run.exitCode).toBe(0);
    expect(run.stderr).toMatch(/\n✅ Synced: .*\n$/);
    expect(reportOf(run)).toMatchObject({ outcome: "synced" });
  });

  test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
    "%s after the PUT: exit code 130, and what was sent",
    async (signal) => {
      vanta.fault({ on: "readback", hang: true });
      const run = await desk.run(["sync", "users.json", "--yes", ...flags], {
        env,
        onStart: async (child) => {
          await untilOrEnd(child, () => vanta.calls().length === 4);
          child.kill(signal);
        },
      });
      expect(run.exitCode).toBe(130);
      expect(run.stderr).toContain("The run was cancelled. ");
      expect(reportOf(run)).toMatchObject({ resources: [{ synced: "yes", verified: false }] });
    },
  );
});

describe("the call", () => {
  test("every wrong flag is told at once, with the nearest name, and no value of a secret", async () => {
    const run = await desk.run(
      [
        ...["plann", "users.json", "--max-removal", "5", "--client-secret", "hunter2hunter2"],
        ...["--pr-comment=always", "--mode", "sync", "-q", "--redact", "sometimes", "--json=1"],
        ...["--on-removal", "omit", "--on-removal", "omit", "--frobnicate", "--api-url"],
      ],
      { env },
    );
    expect(run).toMatchObject({ exitCode: 2, stdout: "" });
    const errors = run.stderr.split("\n").filter((line) => line.startsWith("error: "));
    expect(
      errors
        .map((line) => line.slice("error: ".length).replace(/;.*?(did you mean.*)? \[/, " $1 ["))
        .sort(),
    ).toEqual(
      [
        '"plann" is not a verb did you mean plan? [invalid-input]',
        "--api-url: needs a value [invalid-input]",
        "--client-secret: is not a flag  [unknown-input]",
        "--frobnicate: is not a flag  [unknown-input]",
        "--json: takes no value [invalid-input]",
        "--max-removal: is not a flag did you mean --max-removals? [unknown-input]",
        "--mode: is not a flag  [unknown-input]",
        "--on-removal: is given twice  [invalid-input]",
        "--pr-comment: is not a flag  [unknown-input]",
        "-q: is not a flag  [unknown-input]",
        '--redact: "sometimes" is not known  [invalid-input]',
      ].sort(),
    );
    expect(run.stderr).toContain("VANTA_CLIENT_SECRET");
    expect(run.stderr).not.toContain("hunter2");
  });

  test("without arguments: exit code 2, and where the help is", async () => {
    const run = await desk.run([]);
    expect(run).toMatchObject({ exitCode: 2, stdout: "" });
    expect(run.stderr).toContain("The verb is missing; ");
    expect(run.stderr).toContain(
      "error: pattern: is missing; write the path of the roster file, or glob patterns, after the verb [",
    );
    expect(run.stderr).toMatch(/\nvanta-roster-sync --help [\s\S]*\n❌ Invalid[^\n]*\n$/);
  });

  test.each(["plan", "sync", "export"])(
    "%s without credentials names the variables",
    async (verb) => {
      const run = await desk.run([verb, "users.json", ...flags], {
        env: { VANTA_CLIENT_ID: "id" },
      });
      expect(run.exitCode).toBe(2);
      expect(run.stderr).toContain(
        `error: VANTA_CLIENT_SECRET: is not set, and ${verb} needs it; `,
      );
      expect(run.stderr).not.toContain("client-secret");
      expect(vanta.calls()).toEqual([]);
    },
  );

  test("what is wrong with it is called as in a call, wherever it is found: exit code 2", async () => {
    desk.write({ "nameless.json": JSON.stringify({ resources: [ADA] }), "bad.json": "[" });
    const run = await desk.run(["plan", "nameless.json", "--json", ...flags], { env });
    expect(run.exitCode).toBe(2);
    expect(run.stderr).toContain("\nerror: --resource-id: is missing or empty, but needed for ");
    expect(JSON.parse(run.stdout)).toMatchObject({ outcome: "invalid", errors: 1 });
    const both = ["plan", "bad.json", "users.json", "--approvals-file", "users.json/x"];
    expect(await desk.run([...both, ...flags], { env })).toMatchObject({ exitCode: 1 });
    const blank = { ...env, VANTA_CLIENT_SECRET: "vcs_one two" };
    const secret = await desk.run(["plan", "users.json", ...flags], { env: blank });
    expect(secret.exitCode).toBe(2);
    expect(secret.stderr).toContain("error: VANTA_CLIENT_SECRET: has white space");
    const unchecked = await desk.run(["validate", "users.json", "--expect-no-changes"]);
    expect(unchecked.stderr).toContain("mode validate does not make; use mode plan or sync");
  });

  test("it has the words of a call where the action has those of a workflow", async () => {
    const outside = await desk.run(["validate", "/a.yml", "../a.yml"]);
    expect(outside.stderr).toContain(
      '"/a.yml" is an absolute path; write it from the current folder [',
    );
    expect(outside.stderr).toContain('"../a.yml" leads out of the current folder, or may do so; ');
    rmSync(join(desk.workspace, "users.json"));
    const empty = await desk.run(["validate", "*.yml"]);
    expect(empty.stderr).toContain(
      "The current folder has no files, so there is no roster in it. Run the command in the folder of the roster. [",
    );
  });

  test("a wrong one is reported at the default place, whatever --report-file says", async () => {
    desk.write({ "r.json": "of an earlier run" });
    const args = ["plan", "users.json", "--report-file", "r.json", "--max-removal", "5"];
    const run = await desk.run([...args, ...flags], { env });
    expect(run.exitCode).toBe(2);
    expect(reportOf(run)).toMatchObject({
      outcome: "invalid",
      problems: [{ code: "unknown-input" }],
    });
    expect(desk.leftBehind()).toHaveLength(1);
    expect(readFileSync(join(desk.workspace, "r.json"), "utf8")).toBe("of an earlier run");
  });

  const OUT = ["--export-file", "out.json"];
  test.each([
    [
      ["validate", "users.json", ...OUT],
      "--export-file: is only for mode export; remove it, or use mode export",
    ],
    [
      ["plan", "users.json", "--resource-id", "a", "--resource-id", "b"],
      "--resource-id: names several",
    ],
    [
      ["plan", "users.json", "--approvals-file=a.txt", "--report-file=a.txt"],
      "is the --approvals-file",
    ],
    [["export", "none.json", ...OUT, "--report-file=out.json"], "is the --export-file"],
    [["export", "none.json", ...OUT, "--approvals-file=out.json"], "is the --export-file"],
    [
      ["export", "none.json", ...OUT, "--resource-id", RESOURCE],
      "no pattern of the roster matches it",
    ],
    [
      ["export", "none.json", "--export-file", "new.json", "--resource-id", RESOURCE],
      "matched by no pattern",
    ],
    [
      ["export", "users.json", ...OUT, "--resource-id", RESOURCE, "--resource-id", SECOND],
      "with a pattern",
    ],
  ])("%j: no input has its name of the action", async (args, words) => {
    desk.write({ "out.json": "[]" });
    const run = await desk.run([...args, ...flags], { env });
    const messages = run.stderr.split("\n").filter((line) => /^(error|warning): /.test(line));
    expect(messages.join("\n")).toContain(words);
    const bare = new RegExp(`(?<![\\w-])(${INPUT_NAMES.join("|")})(?![\\w-])`, "g");
    const names = messages.flatMap((line) => line.match(bare) ?? []);
    // Words of the language, too.
    expect(names.filter((name) => !["mode", "roster"].includes(name))).toEqual([]);
  });

  test.each(["--env-file", "--credentials-file"])(
    "%s has the credentials; the environment wins over it",
    async (flag) => {
      const file = `VANTA_CLIENT_ID=${vanta.clientId}\nVANTA_CLIENT_SECRET="${vanta.clientSecret}"\n`;
      // The byte order mark is of an editor on Windows.
      desk.write({ "vanta.env": `\uFEFF${file}` });
      const args = ["plan", "users.json", flag, "vanta.env", ...flags];
      expect(await desk.run(args)).toMatchObject({ exitCode: 0 });
      const wrong = await desk.run(args, { env: { VANTA_CLIENT_ID: "another" } });
      expect(wrong.stderr).toContain("Vanta rejected client-id and client-secret");
    },
  );

  test("a file of credentials that is missing: exit code 2 where Node.js does not look itself", async () => {
    const run = await desk.run(["plan", "users.json", "--credentials-file", "none.env", ...flags]);
    expect(run).toMatchObject({ exitCode: 2, stdout: "" });
    expect(run.stderr).toContain('error: --credentials-file: "none.env" cannot be read (ENOENT); ');
    expect(run.stderr).toContain("❌ Invalid: 1 error.");
    // Node.js looks for --env-file too, and ends with 9 before anything of ours runs.
    const early = await desk.run(["validate", "users.json", "--env-file", "none.env"]);
    expect([2, 9]).toContain(early.exitCode);
    expect(early.stderr).toContain("none.env");
  });

  test("the inputs and files of a runner do not count", async () => {
    mkdirSync(join(desk.temp, "runner"));
    const file = (name: string) => {
      writeFileSync(join(desk.temp, "runner", name), "");
      return join(desk.temp, "runner", name);
    };
    const runner = {
      "INPUT_EXPECT-NO-CHANGES": "maybe",
      "INPUT_CLIENT-ID": vanta.clientId,
      GITHUB_WORKSPACE: desk.temp,
      GITHUB_EVENT_NAME: "pull_request",
      GITHUB_OUTPUT: file("output"),
      GITHUB_STEP_SUMMARY: file("summary"),
      RUNNER_TEMP: join(desk.temp, "runner"),
    };
    const run = await desk.run(["sync", "users.json", "--yes", ...flags], {
      env: { ...env, ...runner },
    });
    expect(run.exitCode).toBe(0);
    for (const name of ["output", "summary"])
      expect(readFileSync(join(desk.temp, "runner", name), "utf8")).toBe("");
    expect(readdirSync(join(desk.temp, "runner"))).toHaveLength(2);
    expect(reportOf(run).run).not.toHaveProperty("event");
  });

  test("personal data is masked where CI is set, and says why", async () => {
    const args = ["plan", "users.json", ...flags];
    const inCi = await desk.run(args, { env: { ...env, CI: "true" } });
    expect(inCi.stdout + inCi.stderr + JSON.stringify(reportOf(inCi))).not.toContain("Alan");
    expect(inCi.stderr).toContain("Personal data is masked, since CI is set (redact: auto).");
    const asked = await desk.run([...args, "--redact", "never"], { env: { ...env, CI: "true" } });
    expect(asked.stdout).toContain("Alan");
  });

  test("--help and --version go to stdout, whatever else is wrong", async () => {
    const help = await desk.run(["sink", "--help", "--nonsense"]);
    expect(help).toMatchObject({ exitCode: 0, stderr: "" });
    for (const name of ["--max-removals LIMIT", "--yes", "VANTA_CLIENT_SECRET", "130"])
      expect(help.stdout).toContain(name);
    const { version } = JSON.parse(
      readFileSync(new URL("../../package.json", import.meta.url), "utf8"),
    );
    expect(await desk.run(["--version"])).toEqual({
      exitCode: 0,
      stdout: `${version}\n`,
      stderr: "",
    });
  });
});

describe("what cannot be written or read", () => {
  test("a --report-file that is gone at the end is not named: exit code 1", async () => {
    vanta.fault({ on: "list", status: 503, body: {} });
    const args = ["plan", "users.json", "--report-file", "out/r.json", ...flags];
    const run = await desk.run(args, {
      env,
      onStart: async (child) => {
        await untilOrEnd(child, () => vanta.calls().length > 0);
        rmSync(join(desk.workspace, "out"), { recursive: true });
      },
    });
    expect(run.exitCode).toBe(1);
    expect(run.stderr).toContain("\nThe report file could not be written (ENOENT).\n");
    expect(run.stderr).not.toContain("Report: ");
    expect(run.stderr).toMatch(/\n📋 Plan: 1 added\.\n$/);
  });

  const hasProc = existsSync("/proc/self");
  (hasProc ? test : test.skip)(
    "a --report-file in a file system without new folders: exit code 2",
    async () => {
      const args = ["validate", "users.json", "--report-file", "/proc/none/r.json"];
      const run = await desk.run(args);
      expect(run).toMatchObject({ exitCode: 2, stdout: "" });
      expect(run.stderr).toContain(
        'error: --report-file: "/proc/none/r.json" cannot be written (ENOENT); ',
      );
    },
  );

  test("a current folder that is gone: exit code 1, and --json is still a report", async () => {
    const run = await desk.run(["validate", "users.json", "--json"], {
      onStart: () => rmSync(desk.workspace, { recursive: true }),
    });
    expect(run.exitCode).toBe(1);
    expect(JSON.parse(run.stdout)).toMatchObject({
      outcome: "failed",
      failures: ["Unexpected error before the run. Please report it."],
    });
    expect(run.stderr).toMatch(/❌ Failed: Unexpected error before the run\. .*\n$/);
  });

  test("the report does not overwrite the file with the credentials, by whatever name: exit code 2", async () => {
    desk.write({ "vanta.env": "VANTA_CLIENT_ID=x\n" });
    symlinkSync("vanta.env", join(desk.workspace, "link.env"));
    for (const file of ["vanta.env", "./vanta.env", "link.env"]) {
      const args = ["validate", "users.json", "--env-file", file];
      const run = await desk.run([...args, "--report-file", join(desk.workspace, "vanta.env")]);
      expect(run.exitCode).toBe(2);
      expect(run.stderr).toContain("is the file with the credentials, and would be overwritten");
    }
    expect(readFileSync(join(desk.workspace, "vanta.env"), "utf8")).toBe("VANTA_CLIENT_ID=x\n");
  });
});

describe("patterns", () => {
  test.each([
    "a[1].json",
    "{a,b}.json",
    "@(x)+.json",
    "what?.json",
    "star*.json",
    "(x).json",
    "!no.json",
    "sp ace.json",
  ])("%s is that file, and no other", async (name) => {
    desk.write({ [name]: roster([GRACE]), "a1.json": "[", "stars.json": "[", "no.json": "[" });
    const run = await desk.run(["validate", name]);
    expect([run.exitCode, run.stderr]).toEqual([0, expect.stringContaining("Valid: 1 account.")]);
  });

  test("by its absolute path, and with an exclusion of a file", async () => {
    desk.write({ "more/[x].json": "[", "more/y.json": roster([GRACE]) });
    const path = join(desk.workspace, "users.json");
    const run = await desk.run(["validate", path, "more/*.json", "!more/[x].json"]);
    expect([run.exitCode, run.stderr]).toEqual([0, expect.stringContaining("Valid: 3 accounts.")]);
  });
});
