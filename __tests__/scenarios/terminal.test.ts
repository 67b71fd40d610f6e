// The command line on a terminal, a pseudo-terminal of Python's: the question and every answer,
// Ctrl-C, color.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { type FakeVanta, startFakeVanta } from "../support/fake-vanta.js";
import {
  connection,
  type Desk,
  NO_TERMINAL,
  type PtyOptions,
  reportOf,
  startDesk,
} from "../support/run-cli.js";
import { ADA, ALAN, RESOURCE, roster, rows, untilOrEnd } from "./setting.js";

let vanta: FakeVanta;
let desk: Desk;

beforeEach(async () => {
  vanta = await startFakeVanta({ resources: { [RESOURCE]: { rows: rows(ADA) } } });
  desk = startDesk();
  desk.write({ "users.json": roster([ADA, ALAN]) });
});

afterEach(async () => {
  desk.close();
  await vanta.close();
});

// The reason is the name of what is skipped.
const onTerminal = NO_TERMINAL === undefined ? describe : describe.skip;
const because = NO_TERMINAL === undefined ? "" : ` (skipped: ${NO_TERMINAL})`;

const QUESTION = 'Send this to Vanta? Only "yes" sends it: ';
const CTRL_C = "\u0003";
const CTRL_D = "\u0004";

/** Runs a sync on a terminal, and types as soon as it asks. */
function sync(typed: string, { env, ...options }: PtyOptions = {}, more: readonly string[] = []) {
  const { env: credentials, flags } = connection(vanta);
  return desk.runOnTerminal(["sync", "users.json", ...flags, ...more], {
    env: { ...credentials, NO_COLOR: "1", ...env },
    onStart: async (child, written) => {
      await untilOrEnd(child, () => written().includes(QUESTION));
      if (child.exitCode === null) child.stdin?.write(typed);
    },
    ...options,
  });
}

onTerminal(`the question${because}`, () => {
  test("comes after the plan, the guards and the warnings; yes sends", async () => {
    desk.write({ "users.json": roster([ADA, { ...ALAN, status: "DEACTIVATED" }]) });
    const run = await sync("yes\n");
    expect(run.exitCode).toBe(0);
    const shown = run.stdout.slice(0, run.stdout.indexOf(QUESTION));
    for (const words of [
      "  + u-3 Alan Turing",
      "Guards: passed",
      ": warning: This account is DEACTIVATED",
    ])
      expect(shown).toContain(words);
    expect(run.stdout.slice(shown.length)).not.toMatch(/Guards:|: warning:/);
    expect(run.stdout).toContain("✅ Synced: ");
    expect(vanta.live(RESOURCE)).toHaveLength(2);
  });

  test.each(["no\n", "y\n", "YES\n", "yes \n", " yes\n", "\n", CTRL_D])(
    "%j is no: nothing was sent",
    async (typed) => {
      const run = await sync(typed);
      expect(run.exitCode).toBe(3);
      expect(run.stdout).toMatch(
        /\nNothing was sent\.\r\nReport: [\s\S]*\n📋 Plan: 1 added\.\r\n$/,
      );
      expect(vanta.calls()).toEqual(["TOKEN", "GET"]);
      expect(reportOf(run)).toMatchObject({ mode: "sync", outcome: "planned" });
      expect(desk.leftBehind()).toHaveLength(1);
    },
  );

  test.each([
    ["yes\n", "no\n"],
    ["yes", "\n"],
  ])("%j before the question is no answer to it", async (before, typed) => {
    const run = await sync(typed, {
      onStart: async (child, written) => {
        child.stdin?.write(before);
        await untilOrEnd(child, () => written().includes(QUESTION));
        child.stdin?.write(typed);
      },
    });
    expect(run.stdout.indexOf("yes")).toBeLessThan(run.stdout.indexOf("Plan: 1 added"));
    expect(run.exitCode).toBe(3);
    expect(vanta.calls()).toEqual(["TOKEN", "GET"]);
  });

  test("Ctrl-C at the question: cancelled, and nothing was sent", async () => {
    const run = await sync(CTRL_C);
    expect(run.exitCode).toBe(130);
    expect(run.stdout).toContain("The run was cancelled. Nothing was sent.");
    expect(vanta.calls()).toEqual(["TOKEN", "GET"]);
  });

  test("Ctrl-C while it is sent: the report says what is known", async () => {
    vanta.fault({ on: "put", hang: true, applied: true });
    const run = await sync("yes\n", {
      onStart: async (child, written) => {
        await untilOrEnd(child, () => written().includes(QUESTION));
        child.stdin?.write("yes\n");
        await untilOrEnd(child, () => vanta.puts().length === 1);
        child.stdin?.write(CTRL_C);
      },
    });
    expect(run.exitCode).toBe(130);
    expect(run.stdout).toContain("The run was cancelled. It may still take effect.");
    expect(reportOf(run)).toMatchObject({ resources: [{ synced: "unknown" }] });
  });

  test("Ctrl-C after it was sent: the report says that it was", async () => {
    vanta.fault({ on: "readback", hang: true });
    const run = await sync("", {
      onStart: async (child, written) => {
        await untilOrEnd(child, () => written().includes(QUESTION));
        child.stdin?.write("yes\n");
        await untilOrEnd(child, () => vanta.calls().length === 4);
        child.stdin?.write(CTRL_C);
      },
    });
    expect(run.exitCode).toBe(130);
    expect(reportOf(run)).toMatchObject({ resources: [{ synced: "yes", verified: false }] });
  });

  test("is not asked where a guard blocks, nor with --yes", async () => {
    const blocked = await sync("yes\n", {}, [
      "--max-access-changes=0",
      "--approvals-file=none.txt",
    ]);
    expect(blocked.stdout.match(/no-approvals-file/g)).toHaveLength(1);
    desk.write({ "users.json": roster([{ ...ADA, permissionLevel: "ADMIN" }]) });
    for (const [flag, exitCode] of [
      ["--max-access-changes=0", 1],
      ["--yes", 0],
    ] as const) {
      const run = await sync("no\n", {}, [flag]);
      expect([run.exitCode, run.stdout.includes(QUESTION)]).toEqual([exitCode, false]);
    }
  });

  test("shows the plan on the terminal also where stdout is a file", async () => {
    const stdoutFile = join(desk.temp, "stdout.json");
    const run = await sync("yes\n", { stdoutFile }, ["--json"]);
    expect(run.exitCode).toBe(0);
    expect(run.stdout.indexOf("+ u-3 Alan Turing")).toBeLessThan(run.stdout.indexOf(QUESTION));
    expect(JSON.parse(readFileSync(stdoutFile, "utf8"))).toMatchObject({ outcome: "synced" });
    const plain = await sync("no\n", { stdoutFile });
    expect(plain.stdout).toContain("Plan: no changes");
    expect(readFileSync(stdoutFile, "utf8")).toContain("Plan: no changes");
  });

  test("is asked, and the answer counts, where the reader of stdout has gone", async () => {
    const run = await sync("yes\n", { reader: "true" });
    expect(run.exitCode).toBe(0);
    expect(run.stdout.indexOf("+ u-3 Alan Turing")).toBeLessThan(run.stdout.indexOf(QUESTION));
    expect(run.stdout).toContain("✅ Synced: ");
    expect(vanta.live(RESOURCE)).toHaveLength(2);
  });

  test("a terminal that is closed at the question is no: nothing was sent, exit code 3", async () => {
    const run = await sync("", {
      onStart: async (child, written) => {
        await untilOrEnd(child, () => written().includes(QUESTION));
        child.stdin?.end();
      },
    });
    expect(run.exitCode).toBe(3);
    expect(vanta.calls()).toEqual(["TOKEN", "GET"]);
    const [report = ""] = desk.leftBehind();
    expect(JSON.parse(readFileSync(join(desk.temp, report), "utf8"))).toMatchObject({
      mode: "sync",
      outcome: "planned",
    });
  });

  test("a terminal that is closed before the question: cancelled, and nothing was sent", async () => {
    vanta.fault({ on: "list", hang: true });
    const run = await sync("", {
      onStart: async (child) => {
        await untilOrEnd(child, () => vanta.calls().length === 2);
        child.stdin?.end();
      },
    });
    expect(run.exitCode).toBe(130);
    expect(desk.leftBehind()).toHaveLength(1);
  });
});

const hasFull = NO_TERMINAL === undefined && existsSync("/dev/full");
(hasFull ? test : test.skip)("a stdout that is full is said, and the exit code is 1", async () => {
  const { env, flags } = connection(vanta);
  for (const more of [[], ["--json"]]) {
    const args = ["plan", "users.json", ...flags, ...more];
    const run = await desk.runOnTerminal(args, { env, stdoutFile: "/dev/full" });
    expect(run.exitCode).toBe(1);
    expect(run.stdout).toMatch(/\nstdout cannot be written \(ENOSPC\)\.\r\n$/);
  }
});

onTerminal(`color${because}`, () => {
  const ESCAPE = "\u001b[";
  const plan = (columns: number, env: Readonly<Record<string, string>>) => {
    const { env: credentials, flags } = connection(vanta);
    const options = { columns, env: { ...credentials, ...env } };
    return desk.runOnTerminal(["plan", "users.json", ...flags], options);
  };

  test("is on a terminal only, and says nothing of its own; 40 columns cut nothing", async () => {
    const colored = await plan(40, {});
    const plain = await plan(80, { NO_COLOR: "1" });
    expect(colored.stdout).toContain(`${ESCAPE}32m+ u-3 Alan Turing, alan.turing@example.com`);
    expect(plain.stdout).not.toContain(ESCAPE);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it finds the escape sequences
    const bare = colored.stdout.replace(/\u001b\[\d+m/g, "");
    const lines = (text: string) =>
      text.split("\r\n").filter((line) => !line.startsWith("Report:"));
    expect(lines(bare)).toEqual(lines(plain.stdout));
  });

  test("FORCE_COLOR asks for it in a pipe", async () => {
    desk.write({ "bad.json": "[" });
    const bare = await desk.run(["validate", "bad.json"]);
    expect(bare.stderr).not.toContain(ESCAPE);
    const forced = await desk.run(["validate", "bad.json"], { env: { FORCE_COLOR: "1" } });
    expect(forced.stderr).toContain(`bad.json:1:2: ${ESCAPE}31merror:${ESCAPE}39m `);
  });
});

onTerminal(`what git knows${because}`, () => {
  const git = (...args: readonly string[]) =>
    execFileSync("git", ["-c", "user.name=A", "-c", "user.email=a@example.com", ...args], {
      cwd: desk.workspace,
      stdio: "pipe",
    });
  const warnings = ({ stdout }: { stdout: string }) =>
    stdout.split("\r\n").flatMap((line) => /^warning: (.*)/.exec(line)?.[1] ?? []);

  beforeEach(() => {
    git("init", "--quiet", "--initial-branch=main");
    desk.write({ "other.json": roster([ADA]), "notes.txt": "x" });
    git("add", ".");
    git("commit", "--quiet", "--message=x");
  });

  test("nothing to say where the roster is committed, and there is no remote", async () => {
    desk.write({ "notes.txt": "changed" });
    expect(warnings(await sync("no\n"))).toEqual([]);
  });

  test("files that differ from HEAD: changed, deleted, not committed", async () => {
    desk.write({ "users.json": roster([ADA]), "new.json": "[]" });
    git("rm", "--quiet", "other.json");
    const { env, flags } = connection(vanta);
    const options = { env: { ...env, NO_COLOR: "1" } };
    const args = ["*.json", "--yes", "--allow-empty", "--resource-id", RESOURCE, ...flags];
    const run = await desk.runOnTerminal(["sync", ...args], options);
    expect(warnings(run)).toEqual([
      '"new.json" and 2 more files of the roster differ from the commit that is checked out (HEAD). Commit the change, so that it is reviewed, or restore the file. [roster-not-committed]',
    ]);
    const plan = await desk.runOnTerminal(
      ["plan", ...args.filter((arg) => arg !== "--yes")],
      options,
    );
    expect(warnings(plan)).toEqual([]);
  });

  test("a HEAD that is not the remote's default branch, before the question", async () => {
    git("remote", "add", "origin", "https://127.0.0.1:9/none.git");
    expect(warnings(await sync("no\n"))).toEqual([
      expect.stringMatching(
        /^The default branch of "origin" is not known here, .*\[not-default-branch\]$/,
      ),
    ]);
    git("update-ref", "refs/remotes/origin/main", "HEAD");
    git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/main");
    expect(warnings(await sync("no\n"))).toEqual([]);
    git("commit", "--quiet", "--allow-empty", "--message=not pushed");
    const run = await sync("no\n");
    expect(warnings(run)).toEqual([
      expect.stringMatching(
        /^The commit that is checked out \(HEAD\) is not that of "origin\/main"/,
      ),
    ]);
    expect(run.stdout.indexOf("not-default-branch")).toBeLessThan(run.stdout.indexOf(QUESTION));
  });
});
