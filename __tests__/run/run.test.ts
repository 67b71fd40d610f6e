// The pipeline from files to outcome: every way in which it ends, and what was sent by then.
import { afterEach, describe, expect, test } from "@jest/globals";
import type { Row, UserAccount } from "../../src/model/account.js";
import { msg } from "../../src/model/message.js";
import { Cancelled, type Freshness, GitHubError, type RosterFile } from "../../src/model/ports.js";
import type { Environment } from "../../src/run/run.js";
import { newState } from "../../src/run/state.js";
import { account, leaver, people, RESOURCE, row, rowsOf } from "../support/accounts.js";
import { NOW, stillClock } from "../support/clock.js";
import { type FakeVanta, type FakeVantaOptions, startFakeVanta } from "../support/fake-vanta.js";
import {
  codesOf,
  failuresOf,
  file,
  fileOf,
  messagesOf,
  NO_LIMITS,
  report,
  runOnce,
  type Setup,
} from "./in-process.js";

let vanta: FakeVanta | undefined;
afterEach(async () => {
  await vanta?.close();
  vanta = undefined;
});

/** Starts a stand-in with these rows of each resource. */
async function start(
  rows: Readonly<Record<string, readonly Row[]>>,
  options: Partial<FakeVantaOptions> = {},
): Promise<FakeVanta> {
  const resources = Object.entries(rows).map(([id, some]) => [id, { rows: some }]);
  vanta = await startFakeVanta({
    resources: Object.fromEntries(resources),
    tokensPerMinute: 100,
    ...options,
  });
  return vanta;
}

/** One leaves, one changes, one is added. */
const FILES = [
  file(
    [...people(9), account("u-new")].map((one, index) =>
      index === 0 ? { ...one, fullName: "Ada" } : one,
    ),
  ),
];
const ROWS = rowsOf(people(10));

/** Runs against a stand-in that has these rows. */
async function runWith(setup: Partial<Setup>, rows: readonly Row[] = ROWS) {
  await start({ [RESOURCE]: rows });
  return runOnce(vanta, { files: FILES, ...setup });
}

/** A file of one account for each resource. */
const filesOf = (...ids: readonly string[]) =>
  ids.map((resourceId) => file(people(1), { resourceId }, `${resourceId}.json`));

describe("validate", () => {
  test("asks nothing of Vanta, and needs no resource ID", async () => {
    const files = [fileOf(JSON.stringify(people(3)))];
    const { outcome, log } = await runOnce(undefined, { files, mode: "validate" });
    expect(outcome).toMatchObject({
      outcome: "valid",
      accounts: 3,
      overview: { withoutMfa: 0 },
      violations: [],
      requests: [],
    });
    expect([outcome.resources, outcome.digest]).toEqual([undefined, undefined]);
    expect(log).toEqual(["Read 3 accounts from 1 file."]);
  });

  test("refuses an empty roster, unless that is allowed", async () => {
    const files = [file([])];
    const blocked = await runOnce(undefined, { files, mode: "validate" });
    expect(blocked.outcome).toMatchObject({
      outcome: "blocked",
      violations: [{ code: "empty-roster", resourceId: RESOURCE, accounts: [] }],
    });
    const settings = { allowEmpty: true };
    const allowed = await runOnce(undefined, { files, mode: "validate", settings });
    expect(allowed.outcome.outcome).toBe("valid");
  });
});

describe("invalid", () => {
  const broken = fileOf('{"resourceId": "x", "resources": [{"uniqueId": 1}]}');

  test.each(["validate", "plan", "sync"] as const)(
    "in %s: nothing is asked of Vanta or GitHub",
    async (mode) => {
      const asked: string[] = [];
      const environment: Partial<Environment> = {
        checkFreshness: async () => {
          asked.push("freshness");
          return { superseded: false };
        },
        readBase: async () => {
          asked.push("base");
          return [];
        },
      };
      const { outcome } = await runOnce(undefined, { files: [broken], mode, environment });
      expect(outcome.outcome).toBe("invalid");
      expect(outcome.problems.errors).toBeGreaterThan(0);
      expect([outcome.accounts, outcome.requests, asked]).toEqual([undefined, [], []]);
    },
  );

  test("by one bad account among good ones", async () => {
    const bad = file([{ ...account("u-x"), email: "x" }], {}, "b.json");
    const { outcome } = await runOnce(undefined, { files: [...FILES, bad] });
    expect(outcome).toMatchObject({ outcome: "invalid", requests: [] });
  });

  test("by what reading the files found, though they have a roster", async () => {
    const environment: Partial<Environment> = {
      readRoster: async (problems) => {
        report(problems, "file-unreadable");
        return FILES;
      },
    };
    const { outcome } = await runOnce(undefined, { files: [], environment });
    expect(outcome).toMatchObject({ outcome: "invalid", requests: [] });
  });

  describe("by fail-on-warnings", () => {
    const settings = { failOnWarnings: true };

    test("a warning about the roster is enough", async () => {
      const files = [file([...people(9), account("u-010", { status: "DEACTIVATED" })])];
      const strict = await runOnce(undefined, { files, settings });
      expect(strict.outcome).toMatchObject({
        outcome: "invalid",
        problems: { errors: 0, warnings: 1 },
        requests: [],
      });
      expect((await runOnce(undefined, { files, mode: "validate" })).outcome.outcome).toBe("valid");
    });

    test("other warnings are not: of the inputs, or about Vanta's rows", async () => {
      const state = newState();
      report(state.problems, "not-checked");
      const rows = [...ROWS, row("u-0", { email: undefined })];
      const { outcome } = await runWith({ settings: { ...settings, ...NO_LIMITS }, state }, rows);
      expect(outcome.outcome).toBe("synced");
      expect(codesOf(outcome)).toEqual([
        "warning not-checked",
        "warning cannot-carry",
        "warning backup-invalid",
      ]);
    });
  });
});

describe("plan", () => {
  test("reads, shows, and sends nothing", async () => {
    const { outcome, steps, log } = await runWith({ mode: "plan" });
    expect(steps).toEqual([`GET ${RESOURCE}`]);
    expect(outcome).toMatchObject({
      outcome: "planned",
      digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      resources: [
        {
          resourceId: RESOURCE,
          current: 10,
          desired: 10,
          added: [{ uniqueId: "u-new", location: { file: "roster.json", line: 1 } }],
          removed: [{ uniqueId: "u-010", how: "deactivate" }],
          changed: [
            {
              uniqueId: "u-001",
              fields: [{ field: "fullName", before: "User u-001", after: "Ada" }],
            },
          ],
          unchanged: 8,
          refreshed: 0,
          carried: 0,
          expired: [],
          deleted: [],
          deferred: 0,
          sent: 11,
          violations: [],
          synced: "no",
          verified: false,
        },
      ],
    });
    expect(outcome.backup).toBeUndefined();
    expect(log).toContain(`Vanta returned 10 rows for resource ${RESOURCE}.`);
  });

  test("lists resources in order of their IDs, and plans each", async () => {
    await start({ a: [], b: [], B: [] });
    const { outcome, steps } = await runOnce(vanta, {
      files: filesOf("b", "a", "B"),
      mode: "plan",
    });
    expect(steps).toEqual(["GET B", "GET a", "GET b"]);
    expect(outcome.resources?.map(({ resourceId }) => resourceId)).toEqual(["B", "a", "b"]);
    expect(outcome.accounts).toBe(3);
  });

  test("warns of each row that cannot be sent", async () => {
    const rows = [
      ...ROWS,
      leaver("u-0", 9, { email: undefined }),
      row("u-1", { email: undefined }),
      leaver("u-2", 9, { email: undefined }),
    ];
    const files = [file(people(10), { forget: ["u-2"] })];
    const { outcome } = await runWith({ mode: "plan", files, settings: NO_LIMITS }, rows);
    expect(codesOf(outcome)).toEqual(["warning cannot-carry", "warning cannot-carry"]);
    expect(messagesOf(outcome)).toEqual(
      ["u-1", "u-0"].map(
        (uniqueId) =>
          `"${uniqueId}" is not in the roster and cannot be sent as DEACTIVATED: Vanta's row (resource "${RESOURCE}") lacks a required field. It is left out.`,
      ),
    );
    expect(outcome.resources).toMatchObject([
      {
        removed: [{ uniqueId: "u-1", how: "omit" }],
        deleted: [
          { uniqueId: "u-0", why: "cannot-carry" },
          { uniqueId: "u-2", why: "forget" },
        ],
      },
    ]);
  });

  test("warns of someone who leaves one resource and is ACTIVE in another", async () => {
    await start({ a: rowsOf(people(2)), b: [] });
    const { outcome } = await runOnce(vanta, {
      files: [
        file(people(1), { resourceId: "a" }, "a.json"),
        file([account("x", { email: "U-002@example.com" })], { resourceId: "b" }, "b.json"),
      ],
      mode: "plan",
      settings: { failOnWarnings: true, ...NO_LIMITS },
    });
    expect(outcome.outcome).toBe("planned");
    expect(codesOf(outcome)).toEqual(["warning active-elsewhere"]);
    expect(messagesOf(outcome)).toEqual([
      '"u-002" leaves resource "a", but the same email is ACTIVE in the roster of resource "b". Check that this person should leave only one of the two.',
    ]);
  });

  test("fails where a list fails, with what was known", async () => {
    await start({ a: [], b: [] });
    vanta?.fault({ on: "list", nth: 2, status: 404 });
    const { outcome } = await runOnce(vanta, { files: filesOf("a", "b"), mode: "plan" });
    expect(outcome).toMatchObject({ outcome: "failed", accounts: 2 });
    expect(outcome.resources).toBeUndefined();
    expect(failuresOf(outcome)[0]).toMatch(/ Nothing was sent\.$/);
  });
});

describe("blocked", () => {
  const half: Partial<Setup> = { files: [file(people(5))] };

  test.each(["plan", "sync"] as const)(
    "in %s: the plan is known, and nothing is sent or saved",
    async (mode) => {
      const { outcome, steps } = await runWith({ ...half, mode });
      expect(steps).toEqual([`GET ${RESOURCE}`]);
      expect(outcome).toMatchObject({
        outcome: "blocked",
        digest: expect.any(String),
        violations: [{ code: "max-removals", resourceId: RESOURCE }],
        resources: [
          {
            removed: Array(5).fill({ how: "deactivate" }),
            violations: [{ code: "max-removals" }],
            synced: "no",
          },
        ],
      });
    },
  );

  test("one resource stops all", async () => {
    await start({ a: [], b: ROWS });
    const files = [
      file(people(5), { resourceId: "b" }, "b.json"),
      file(people(1), { resourceId: "a" }, "a.json"),
    ];
    const { outcome, steps } = await runOnce(vanta, { files });
    expect(outcome.outcome).toBe("blocked");
    expect(steps).toEqual(["GET a", "GET b"]);
    expect(outcome.resources?.map(({ violations }) => violations.length)).toEqual([0, 1]);
  });

  test("19% an hour is stopped within the day", async () => {
    const world = await start({ [RESOURCE]: rowsOf(people(100)) });
    const ended: string[] = [];
    let left = 100;
    for (let hour = 0; hour < 5; hour += 1) {
      const next = Math.ceil(left * 0.81);
      const start = new Date(NOW.getTime() + hour * 3_600_000);
      const files = [file(people(next))];
      const { outcome } = await runOnce(world, { files, clock: stillClock({ start }) });
      const [violation] = outcome.violations;
      if (violation === undefined) left = next;
      ended.push(violation?.code ?? outcome.outcome);
    }
    expect(ended).toEqual([
      "synced",
      "synced",
      "synced",
      "max-removals-per-day",
      "max-removals-per-day",
    ]);
  });
});

describe("approval", () => {
  const files = [file(people(5))];
  const approvalsFile = "approvals.txt";

  async function digestOfPlan(): Promise<string> {
    const { outcome } = await runWith({ files, mode: "plan" });
    await vanta?.close();
    return outcome.digest ?? "";
  }

  test("by approved-plan or the approvals file", async () => {
    const approvedPlan = await digestOfPlan();
    const ways: readonly Partial<Setup>[] = [
      { settings: { approvedPlan } },
      { settings: { approvalsFile }, approvals: `# big move\n${approvedPlan}\n` },
    ];
    for (const way of ways) {
      const waivedBy = way.approvals === undefined ? "approved-plan" : "approvals-file";
      const { outcome } = await runWith({ files, ...way });
      expect(outcome).toMatchObject({
        outcome: "synced",
        violations: [],
        resources: [
          { violations: [{ code: "max-removals", waivedBy }], synced: "yes", verified: true },
        ],
      });
      await vanta?.close();
    }
  });

  test("has no effect on another plan", async () => {
    const approvedPlan = await digestOfPlan();
    const rows = ROWS.slice(1);
    const listed = await runWith(
      { files, settings: { approvalsFile }, approvals: approvedPlan },
      rows,
    );
    expect(listed.outcome.outcome).toBe("blocked");
    await vanta?.close();
    const other = await runWith({ files, settings: { approvedPlan, ...NO_LIMITS } }, rows);
    expect(other.outcome).toMatchObject({
      outcome: "blocked",
      violations: [{ code: "plan-changed" }],
    });
    expect(other.outcome.violations[0]?.resourceId).toBeUndefined();
    expect(other.steps).toEqual([`GET ${RESOURCE}`]);
  });

  test("of a plan that has been applied: a notice, and the sync goes on", async () => {
    const approvedPlan = await digestOfPlan();
    const rows = rowsOf(people(5));
    const { outcome } = await runWith({ files, settings: { approvedPlan } }, rows);
    expect(outcome.outcome).toBe("synced");
    expect(codesOf(outcome)).toEqual(["notice nothing-to-apply"]);
  });

  test("of the empty plan does not cover one in which people expire", async () => {
    const settings = { retainDeactivatedDays: 1 };
    const gone = Array.from({ length: 4 }, (_, index) => leaver(`x-${index}`, 0));
    const empty = await runWith({ mode: "plan", files, settings }, [...rowsOf(people(5)), ...gone]);
    const approvedPlan = empty.outcome.digest ?? "";
    await vanta?.close();
    const later = new Date(NOW.getTime() + 2 * 86_400_000);
    const { outcome } = await runWith(
      { files, settings: { ...settings, approvedPlan }, clock: stillClock({ start: later }) },
      [...rowsOf(people(5)), ...gone],
    );
    expect(outcome).toMatchObject({
      outcome: "synced",
      resources: [{ expired: [{}, {}], deferred: 2 }],
    });
  });

  test("a missing approvals file is an empty one, with a notice", async () => {
    const { outcome } = await runWith({ settings: { approvalsFile } });
    expect(outcome.outcome).toBe("synced");
    expect(codesOf(outcome)).toEqual(["notice no-approvals-file"]);
    expect(messagesOf(outcome)).toEqual([
      'approvals-file: "approvals.txt" does not exist, so no plan is approved by it.',
    ]);
  });

  test("an approvals file that is not valid, or may not be read, makes the run invalid", async () => {
    const broken = fileOf('{"resources": [{"uniqueId": 1}]}');
    const settings = { approvalsFile };
    const lines = await runOnce(undefined, { files: [broken], settings, approvals: "yes please" });
    expect(lines.outcome).toMatchObject({ outcome: "invalid", requests: [] });
    expect(codesOf(lines.outcome)).toContain("error invalid-approval");
    expect(lines.outcome.problems.errors).toBeGreaterThan(1);
    const environment: Partial<Environment> = {
      readText: async (path, input, problems) => {
        expect([path, input]).toEqual([approvalsFile, "approvals-file"]);
        report(problems, "invalid-input");
        return { kind: "refused" };
      },
    };
    const refused = await runOnce(undefined, { files: FILES, settings, environment });
    expect(refused.outcome).toMatchObject({ outcome: "invalid", requests: [] });
  });
});

describe("drifted", () => {
  const settings = { expectNoChanges: true };

  test.each(["plan", "sync"] as const)(
    "in %s: the plan is known, and nothing is sent or saved",
    async (mode) => {
      const { outcome, steps } = await runWith({ mode, settings });
      expect(outcome).toMatchObject({ outcome: "drifted", resources: [{}] });
      expect(steps).toEqual([`GET ${RESOURCE}`]);
    },
  );

  test.each<[string, readonly UserAccount[], readonly Row[], readonly string[]]>([
    ["an addition", people(2), rowsOf(people(1)), []],
    ["a removal", people(9), ROWS, []],
    ["a change", people(2, { fullName: "New" }), rowsOf(people(2)), []],
    ["a deletion", people(2), [...rowsOf(people(2)), leaver("x", 9)], ["x"]],
  ])("by %s alone", async (_, accounts, rows, forget) => {
    const files = [file(accounts, { forget })];
    const { outcome } = await runWith({ files, mode: "plan", settings }, rows);
    expect(outcome.outcome).toBe("drifted");
  });

  test("in one of two resources", async () => {
    await start({ a: rowsOf(people(1)), b: [] });
    const { outcome } = await runOnce(vanta, { files: filesOf("a", "b"), settings });
    expect(outcome.outcome).toBe("drifted");
  });

  test("not by carried or expired accounts, or by a login", async () => {
    const rows = [...rowsOf(people(9)), leaver("x-1", 1), leaver("x-2", 500)];
    const files = [file(people(9, { lastLoginTimestamp: "2026-01-01T00:00:00Z" }))];
    const planned = await runWith({ files, mode: "plan", settings }, rows);
    expect(planned.outcome).toMatchObject({
      outcome: "planned",
      resources: [{ carried: 1, expired: [{ uniqueId: "x-2" }], refreshed: 9, unchanged: 9 }],
    });
  });

  test("also where a guard would stop the plan, which is shown", async () => {
    const { outcome } = await runWith({ files: [file(people(5))], settings });
    expect(outcome).toMatchObject({
      outcome: "drifted",
      resources: [{ violations: [{ code: "max-removals" }] }],
    });
  });
});

describe("superseded", () => {
  const NEWER: Freshness = { superseded: true, reason: msg`The branch has moved on.` };
  const FRESH: Freshness = { superseded: false };

  /** A check that returns these answers in turn, and what had been asked of Vanta each time. */
  function newest(...answers: readonly (Freshness | Error)[]) {
    const asked: string[] = [];
    const left = [...answers];
    const checkFreshness = async (): Promise<Freshness> => {
      asked.push(vanta?.calls().join(" ") ?? "");
      const answer = left.shift() ?? FRESH;
      if (answer instanceof Error) throw answer;
      return answer;
    };
    return { asked, environment: { checkFreshness } };
  }

  test("before anything is read from Vanta", async () => {
    const { asked, environment } = newest(NEWER);
    const { outcome, steps } = await runWith({ environment });
    expect(outcome).toMatchObject({ outcome: "superseded", reason: ["The branch has moved on."] });
    expect([asked, steps]).toEqual([[""], []]);
  });

  test("with an approved plan: a warning says that it was not sent", async () => {
    const settings = { approvedPlan: `sha256:${"a".repeat(64)}` };
    const { outcome } = await runWith({ ...newest(NEWER), settings });
    expect(codesOf(outcome)).toEqual(["warning approved-plan-not-sent"]);
  });

  test("right before the first PUT", async () => {
    const { asked, environment } = newest(FRESH, NEWER);
    const { outcome, steps } = await runWith({ environment });
    expect(outcome).toMatchObject({ outcome: "superseded", resources: [{ synced: "no" }] });
    expect(asked).toEqual(["", "TOKEN GET"]);
    expect(steps).toEqual([`GET ${RESOURCE}`, `BACKUP ${RESOURCE}`]);
  });

  test("after a token had to be renewed: the report says what was sent before", async () => {
    const { asked, environment } = newest(FRESH, FRESH, NEWER);
    await start({ a: [], b: [], c: [] });
    vanta?.fault({ on: "put", nth: 2, revoke: true });
    const { outcome, steps } = await runOnce(vanta, { files: filesOf("a", "b", "c"), environment });
    expect(outcome.outcome).toBe("superseded");
    expect(outcome.resources?.map(({ synced, verified }) => [synced, verified])).toEqual([
      ["yes", true],
      ["no", false],
      ["no", false],
    ]);
    expect(asked[2]).toBe("TOKEN GET GET GET PUT PUT TOKEN");
    expect(steps.filter((step) => step.startsWith("PUT"))).toEqual(["PUT a", "PUT b"]);
    expect(vanta?.live("b")).toEqual([]);
  });

  test("is not asked in plan, and not where the commit cannot be superseded", async () => {
    const { asked, environment } = newest(NEWER);
    expect((await runWith({ mode: "plan", environment })).outcome.outcome).toBe("planned");
    expect(asked).toEqual([]);
  });

  test("is asked with every path that was read", async () => {
    const seen: (readonly string[])[] = [];
    const checkFreshness = async (paths: readonly string[]): Promise<Freshness> => {
      seen.push(paths);
      return NEWER;
    };
    const [one, ...rest] = FILES.map((file) => ({ ...file, links: ["real/people.json"] }));
    expect(rest).toEqual([]);
    const files = one === undefined ? [] : [one];
    const settings = { approvalsFile: "approvals.txt" };
    await runWith({ files, environment: { checkFreshness }, settings, approvals: "" });
    expect(seen).toEqual([["roster.json", "real/people.json", "approvals.txt"]]);
  });

  describe("where GitHub cannot be asked", () => {
    const silent = new GitHubError(msg`Rate limited`);
    const UNKNOWN = "Whether this commit is still the newest roster is not known: Rate limited";

    test("a first attempt goes on, with one warning", async () => {
      const { environment } = newest(silent, silent);
      const { outcome } = await runWith({ environment });
      expect(outcome.outcome).toBe("synced");
      expect(messagesOf(outcome)).toEqual([UNKNOWN]);
      expect(codesOf(outcome)).toEqual(["warning freshness-unknown"]);
    });

    test.each([0, 1])("a run that must be the newest fails (at check %d)", async (index) => {
      const { environment } = newest(...[FRESH, FRESH].slice(0, index), silent);
      const { outcome, steps } = await runWith({
        environment: { ...environment, mustBeNewest: true },
      });
      expect(failuresOf(outcome)).toEqual([
        `Whether this commit is still the newest roster is not known (Rate limited). An old roster could bring leavers back, so nothing more is sent on a re-run or after a workflow_run. Start a new run instead.`,
      ]);
      expect(steps.filter((step) => step.startsWith("PUT"))).toEqual([]);
    });
  });
});

describe("synced", () => {
  const STEPS = [`GET ${RESOURCE}`, `BACKUP ${RESOURCE}`, `PUT ${RESOURCE}`, `GET ${RESOURCE}`];

  test("reads, backs up, sends, reads back; who left is DEACTIVATED at the time of the run", async () => {
    const { outcome, steps, backups } = await runWith({});
    expect(steps).toEqual(STEPS);
    expect(outcome).toMatchObject({
      outcome: "synced",
      backup: "/tmp/backup-*.json",
      resources: [{ synced: "yes", verified: true, sent: 11 }],
    });
    expect(codesOf(outcome)).toEqual([]);
    expect(vanta?.live(RESOURCE).find(({ uniqueId }) => uniqueId === "u-010")).toMatchObject({
      status: "DEACTIVATED",
      deactivatedTimestamp: NOW.toISOString(),
    });
    expect(JSON.parse(backups.get(RESOURCE) ?? "")).toMatchObject({
      resourceId: RESOURCE,
      forget: ["u-new"],
      resources: people(10),
    });
  });

  test("a second run finds nothing to change, and sends all the same", async () => {
    const world = await start({ [RESOURCE]: ROWS });
    await runOnce(world, { files: FILES });
    const again = await runOnce(world, { files: FILES, settings: { expectNoChanges: true } });
    expect(again.outcome).toMatchObject({
      outcome: "synced",
      resources: [
        {
          added: [],
          removed: [],
          changed: [],
          unchanged: 10,
          carried: 1,
          synced: "yes",
          verified: true,
        },
      ],
    });
    expect(again.steps).toEqual(STEPS);
  });

  test("all resources: every list, every backup, every PUT, every read-back; backups undo it", async () => {
    const world = await start({ a: rowsOf(people(2)), b: [leaver("x", 9)] });
    const { steps, backups } = await runOnce(world, {
      files: filesOf("b", "a"),
      settings: NO_LIMITS,
    });
    expect(steps).toEqual(
      ["GET", "BACKUP", "PUT", "GET"].flatMap((step) => [`${step} a`, `${step} b`]),
    );
    const files = [...backups].map(([id, text]) => fileOf(text, `${id}.json`));
    const undone = await runOnce(world, { files, settings: NO_LIMITS });
    expect(undone.outcome.outcome).toBe("synced");
    expect(world.live("a")).toEqual(people(2));
    expect(world.live("b")).toMatchObject([{ uniqueId: "x", status: "DEACTIVATED" }]);
  });

  test("names each row that makes the backup invalid", async () => {
    const rows = [...ROWS, leaver("u-0", 1, { fullName: " " })];
    const { outcome, backups } = await runWith({}, rows);
    expect(outcome.outcome).toBe("synced");
    expect(codesOf(outcome)).toEqual(["warning backup-invalid"]);
    expect(messagesOf(outcome)).toEqual([
      `"u-0" (resource "${RESOURCE}") is in the backup as Vanta has it, but is not a valid account of a roster. Fix it there before you sync the backup.`,
    ]);
    const files = [fileOf(backups.get(RESOURCE) ?? "", "backup.json")];
    const undone = await runOnce(undefined, { files });
    expect(undone.outcome).toMatchObject({
      outcome: "invalid",
      problems: { kept: [{ location: { file: "backup.json" } }] },
    });
  });

  test("nothing is sent where the backup cannot be written", async () => {
    const saveBackup = () => {
      throw Object.assign(new Error("no space left in /home/ada"), { code: "ENOSPC" });
    };
    const { outcome, steps } = await runWith({ environment: { saveBackup } });
    expect(steps).toEqual([`GET ${RESOURCE}`]);
    expect(outcome.resources).toMatchObject([{ synced: "no" }]);
    expect(failuresOf(outcome)).toEqual([
      `The backup of resource "${RESOURCE}" could not be written (ENOSPC). Free space, or correct report-file, and run again.`,
    ]);
  });
});

describe("failed", () => {
  test("says of each resource whether it was synced, and why not", async () => {
    await start({ a: [], b: [], c: [] });
    vanta?.fault({ on: "put", nth: 2, status: 400, body: { error: "/0: bad" } });
    const { outcome } = await runOnce(vanta, { files: filesOf("a", "b", "c") });
    expect(failuresOf(outcome)).toEqual([expect.stringContaining("/0: bad")]);
    expect(outcome.resources?.map(({ synced, verified }) => [synced, verified])).toEqual([
      ["yes", true],
      ["no", false],
      ["yes", true],
    ]);
    expect(outcome.problems.kept).toMatchObject([
      { severity: "error", code: "refused-by-vanta", location: { file: "b.json", line: 1 } },
    ]);
  });

  test("a warning of the sync is no failure", async () => {
    await start({ [RESOURCE]: ROWS });
    vanta?.fault({ on: "put", html: 200, applied: true });
    const { outcome } = await runOnce(vanta, { files: FILES });
    expect(outcome.outcome).toBe("synced");
    expect(codesOf(outcome)).toEqual(["warning put-unclear"]);
  });

  test("by a signal during the sync: what was sent, and that the run was cancelled", async () => {
    await start({ a: [], b: [] });
    const controller = new AbortController();
    vanta?.fault({ on: "put", nth: 2, status: 429 });
    const clock = stillClock({ onSleep: () => controller.abort(new Cancelled()) });
    const { outcome } = await runOnce(vanta, {
      files: filesOf("a", "b"),
      environment: { signal: controller.signal },
      clock,
    });
    expect(failuresOf(outcome)).toEqual([
      "The run was cancelled.",
      'Resource "b" was not sent: the run was cancelled before it was sent.',
    ]);
    expect(outcome.resources?.map(({ synced, verified }) => [synced, verified])).toEqual([
      ["yes", false],
      ["no", false],
    ]);
  });

  test("by a signal before the first request", async () => {
    const signal = AbortSignal.abort(new Cancelled());
    const { outcome } = await runOnce(undefined, { files: FILES, environment: { signal } });
    expect(failuresOf(outcome)).toEqual(["The run was cancelled. Nothing was sent."]);
  });

  test("by an unexpected error: resources that may have been sent are unknown", async () => {
    await start({ a: [], b: [] });
    const clock = {
      ...stillClock(),
      sleep: async () => {
        throw new TypeError("a bug");
      },
    };
    vanta?.fault({ on: "put", nth: 2, status: 503 });
    const { outcome, debugLog } = await runOnce(vanta, { files: filesOf("a", "b"), clock });
    expect(outcome.resources?.map(({ synced }) => synced)).toEqual(["unknown", "unknown"]);
    expect(failuresOf(outcome)).toEqual([
      "Unexpected error: a bug. Run again with debug logging, and please report it.",
    ]);
    expect(debugLog.some((line) => /^\s+at /.test(line))).toBe(true);
    expect(debugLog.join("\n")).not.toContain("a bug");
  });
});

describe("the effect of a pull request", () => {
  const base = (accounts: readonly UserAccount[] = people(10)): Partial<Environment> => ({
    readBase: async () => [file(accounts)],
  });

  test("is found without Vanta", async () => {
    const { outcome } = await runOnce(undefined, {
      files: FILES,
      mode: "validate",
      environment: base(),
    });
    expect(outcome).toMatchObject({
      outcome: "valid",
      requests: [],
      effect: [
        {
          resourceId: RESOURCE,
          added: [{ uniqueId: "u-new" }],
          removed: [{ uniqueId: "u-010" }],
          changed: [{ uniqueId: "u-001" }],
          deleted: [],
        },
      ],
    });
    expect(codesOf(outcome)).toEqual([]);
  });

  test("over a limit is a warning in validate, and only there: plan asks Vanta", async () => {
    const files = [file(people(5))];
    const { outcome } = await runOnce(undefined, {
      files,
      mode: "validate",
      environment: base(),
      settings: { failOnWarnings: true },
    });
    expect(outcome.outcome).toBe("valid");
    expect(codesOf(outcome)).toEqual(["warning max-removals"]);
    expect(messagesOf(outcome)).toEqual([
      "A sync of this change would be blocked: 5 of 10 ACTIVE accounts would be removed (5 left the roster, 0 set to DEACTIVATED), and max-removals allows 2 (20% of 10, rounded up).",
    ]);
    const planned = await runWith({ files, mode: "plan", environment: base() }, rowsOf(people(5)));
    expect(planned.outcome).toMatchObject({
      outcome: "planned",
      effect: [{ removed: Array(5).fill({ how: "deactivate" }) }],
    });
    expect(codesOf(planned.outcome)).toEqual([]);
  });

  test("from a base without any roster: everyone is added", async () => {
    const { outcome } = await runOnce(undefined, {
      files: [file(people(2))],
      mode: "validate",
      environment: { readBase: async () => [] },
    });
    expect(outcome).toMatchObject({ outcome: "valid", effect: [{ added: [{}, {}], removed: [] }] });
    expect(codesOf(outcome)).toEqual([]);
  });

  test("that empties the roster is refused once, by the guard itself", async () => {
    const { outcome } = await runOnce(undefined, {
      files: [file([])],
      mode: "validate",
      environment: base(people(1)),
    });
    expect(outcome).toMatchObject({ outcome: "blocked", violations: [{ code: "empty-roster" }] });
    expect(codesOf(outcome)).toEqual([]);
  });

  test.each<[string, () => Promise<readonly RosterFile[]>, string]>([
    [
      "is not valid",
      async () => [fileOf("{")],
      "The roster of the base commit is not valid, so the effect of this pull request is not shown.",
    ],
    [
      "cannot be read",
      async () => {
        throw new GitHubError(msg`No permission.`);
      },
      "The effect of this pull request is not shown: No permission.",
    ],
  ])("from a base that %s is a notice, and the run goes on", async (_, readBase, message) => {
    const { outcome } = await runWith({
      mode: "plan",
      environment: { readBase },
      settings: { failOnWarnings: true },
    });
    expect(outcome.outcome).toBe("planned");
    expect(outcome.effect).toBeUndefined();
    expect(codesOf(outcome)).toEqual(["notice base-unreadable"]);
    expect(messagesOf(outcome)).toEqual([message]);
  });
});

test.each<[string, Partial<Environment>]>([
  ["checkFreshness", { checkFreshness: () => Promise.reject(new TypeError("a bug")) }],
  ["readBase", { readBase: () => Promise.reject(new TypeError("a bug")) }],
])("an unexpected error of %s ends the run", async (_, environment) => {
  const { outcome, steps } = await runWith({ environment });
  expect(failuresOf(outcome)[0]).toContain("a bug");
  expect(steps).toEqual([]);
});
