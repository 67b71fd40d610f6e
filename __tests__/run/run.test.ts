// The straight line from files to outcome, over in-memory ports: each early end, and what was sent by then.
import { describe, expect, test } from "@jest/globals";
import type { Row, UserAccount } from "../../src/model/account.js";
import { msg, toPlainText } from "../../src/model/message.js";
import type { Outcome } from "../../src/model/outcome.js";
import { Cancelled, type Freshness, GitHubError, type RosterFile } from "../../src/model/ports.js";
import { makeProblem } from "../../src/model/problem.js";
import { buildOutcome } from "../../src/run/build-outcome.js";
import { type Environment, run, type Settings, type Task } from "../../src/run/run.js";
import { newState, type RunState } from "../../src/run/state.js";
import { account, leaver, NOW, people, RESOURCE, rowsOf } from "../support/accounts.js";
import { type MemoryVanta, memoryVanta, stillClock, vantaError } from "../support/memory-vanta.js";

const SETTINGS: Settings = {
  onRemoval: "deactivate",
  retainDeactivatedDays: 400,
  allowEmpty: false,
  maxRemovals: [{ kind: "percent", value: 20 }],
  maxAccessChanges: [{ kind: "percent", value: 50 }],
  expectNoChanges: false,
  failOnWarnings: false,
};
const OPEN: Partial<Settings> = {
  maxRemovals: [{ kind: "percent", value: 100 }],
  maxAccessChanges: [{ kind: "percent", value: 100 }],
};

const FACTS = {
  run: { version: "1.0.0", startedAt: NOW.toISOString(), finishedAt: NOW.toISOString() },
  requests: [],
};

const bytesOf = (content: string) => new TextEncoder().encode(content);
const file = (
  accounts: readonly UserAccount[],
  more: object = {},
  path = "roster.json",
): RosterFile => ({
  path,
  bytes: bytesOf(JSON.stringify({ resourceId: RESOURCE, ...more, resources: accounts })),
});

interface Stage {
  readonly files: readonly RosterFile[];
  readonly mode: Task["mode"];
  readonly vanta?: MemoryVanta;
  readonly settings?: Partial<Settings>;
  readonly world?: Partial<Environment>;
  readonly texts?: Readonly<Record<string, string>>;
  readonly state?: RunState;
}

interface Played {
  readonly ending: Awaited<ReturnType<typeof run>>;
  /** What is known at the end. */
  readonly findings: Outcome;
  readonly calls: readonly string[];
  /** Calls to Vanta and backups, in order. */
  readonly steps: readonly string[];
  readonly backups: ReadonlyMap<string, string>;
  readonly lines: readonly string[];
}

async function play(stage: Stage): Promise<Played> {
  const prepared = prepare(stage);
  const ending = await prepared.ending;
  return { ...prepared, ending };
}

function prepare({
  files,
  mode,
  vanta = memoryVanta(),
  settings = {},
  world = {},
  texts = {},
  state = newState(),
}: Stage) {
  const backups = new Map<string, string>();
  const lines: string[] = [];
  const steps: string[] = [];
  const logged = async <T>(step: string, doing: () => Promise<T>): Promise<T> => {
    steps.push(step);
    return doing();
  };
  const reader = { list: (id: string) => logged(`GET ${id}`, () => vanta.reader.list(id)) };
  const task: Task =
    mode === "sync"
      ? {
          mode,
          reader,
          writer: {
            replace: (approved) =>
              logged(`PUT ${approved.resourceId}`, () => vanta.writer.replace(approved)),
          },
        }
      : mode === "plan"
        ? { mode, reader }
        : { mode };
  const whole: Environment = {
    readRoster: async () => files,
    readText: async (path, input, problems) => {
      const content = texts[path];
      if (content === undefined)
        problems.add({
          severity: "error",
          code: "invalid-input",
          message: msg`${input}: no such file.`,
        });
      return content;
    },
    isRerun: false,
    saveBackup: (resourceId, content) =>
      logged(`BACKUP ${resourceId}`, async () => {
        backups.set(resourceId, content);
        return "/tmp/backup-*.json";
      }),
    clock: stillClock(),
    progress: { info: (line) => void lines.push(line), debug: () => undefined },
    signal: new AbortController().signal,
    ...world,
  };
  return {
    ending: run(task, { ...SETTINGS, ...settings }, whole, state),
    get findings() {
      return buildOutcome(state, { outcome: "valid" }, FACTS);
    },
    calls: vanta.calls,
    steps,
    backups,
    lines,
  };
}

const codes = ({ problems }: Outcome) =>
  problems.kept.map(({ severity, code }) => `${severity} ${code}`);
const wordsOf = ({ problems }: Outcome) => problems.kept.map(({ message }) => toPlainText(message));
/** One leaves, one changes, one comes. */
const SMALL = {
  files: [
    file(
      [...people(9), account("u-new")].map((one, index) =>
        index === 0 ? { ...one, fullName: "Ada" } : one,
      ),
    ),
  ],
  rows: rowsOf(people(10)),
};
const held = (rows: readonly Row[] = SMALL.rows) => memoryVanta({ [RESOURCE]: rows });

describe("validate", () => {
  test("asks nothing of Vanta, and needs no resource ID", async () => {
    const files = [{ path: "roster.json", bytes: bytesOf(JSON.stringify(people(3))) }];
    const { ending, findings, calls, lines } = await play({ files, mode: "validate" });
    expect(ending).toEqual({ outcome: "valid" });
    expect(calls).toEqual([]);
    expect(findings).toMatchObject({ accounts: 3, overview: { withoutMfa: 0 }, violations: [] });
    expect(findings.resources).toBeUndefined();
    expect(findings.digest).toBeUndefined();
    expect(lines).toEqual(["Read 3 accounts from 1 file."]);
  });

  test("refuses an empty roster, unless allowed", async () => {
    const blocked = await play({ files: [file([])], mode: "validate" });
    expect(blocked.ending).toEqual({ outcome: "blocked" });
    expect(blocked.findings.violations).toMatchObject([
      { code: "empty-roster", resourceId: RESOURCE, accounts: [] },
    ]);
    const allowed = await play({
      files: [file([])],
      mode: "validate",
      settings: { allowEmpty: true },
    });
    expect(allowed.ending).toEqual({ outcome: "valid" });
  });
});

describe("invalid", () => {
  const broken = {
    path: "roster.json",
    bytes: bytesOf('{"resourceId": "x", "resources": [{"uniqueId": 1}]}'),
  };

  test.each(["validate", "plan", "sync"] as const)(
    "in %s: nothing is asked of Vanta or GitHub",
    async (mode) => {
      const vanta = held();
      const asked: string[] = [];
      const world = {
        checkFreshness: async (): Promise<Freshness> => {
          asked.push("freshness");
          return { superseded: false };
        },
        readBase: async () => {
          asked.push("base");
          return [];
        },
      };
      const { ending, findings, steps } = await play({ files: [broken], mode, vanta, world });
      expect(ending).toEqual({ outcome: "invalid" });
      expect(findings.problems.errors).toBeGreaterThan(0);
      expect(findings.accounts).toBeUndefined();
      expect([...steps, ...asked]).toEqual([]);
    },
  );

  test("one bad account among good ones stops all", async () => {
    const bad = {
      path: "b.json",
      bytes: bytesOf(
        JSON.stringify({
          resourceId: RESOURCE,
          resources: [{ ...account("u-x"), status: "GONE" }],
        }),
      ),
    };
    const { ending, calls } = await play({
      files: [...SMALL.files, bad],
      mode: "sync",
      vanta: held(),
    });
    expect(ending).toEqual({ outcome: "invalid" });
    expect(calls).toEqual([]);
  });

  test("without a resource ID where one is needed", async () => {
    const files = [{ path: "roster.json", bytes: bytesOf(JSON.stringify(people(1))) }];
    expect((await play({ files, mode: "plan" })).ending).toEqual({ outcome: "invalid" });
    const { ending, calls } = await play({ files, mode: "plan", settings: { resourceId: "r-1" } });
    expect(ending).toEqual({ outcome: "planned" });
    expect(calls).toEqual(["GET r-1"]);
  });

  test("by the approvals file too, in the same run as the roster's errors", async () => {
    const settings = { approvalsFile: "approvals.txt" };
    const lines = await play({
      files: SMALL.files,
      mode: "sync",
      vanta: held(),
      settings,
      texts: { "approvals.txt": "yes please" },
    });
    expect([lines.ending, codes(lines.findings), lines.calls]).toEqual([
      { outcome: "invalid" },
      ["error invalid-approval"],
      [],
    ]);
    const absent = await play({ files: SMALL.files, mode: "sync", vanta: held(), settings });
    expect([absent.ending, codes(absent.findings), absent.calls]).toEqual([
      { outcome: "invalid" },
      ["error invalid-input"],
      [],
    ]);
    const both = await play({
      files: [broken],
      mode: "validate",
      settings,
      texts: { "approvals.txt": "yes please" },
    });
    expect(codes(both.findings)).toContain("error invalid-approval");
    expect(both.findings.problems.errors).toBeGreaterThan(1);
  });

  test("by what reading the files found, though they hold a roster", async () => {
    const world: Partial<Environment> = {
      readRoster: async (problems) => {
        problems.add({ severity: "error", code: "pattern-unmatched", message: msg`No match.` });
        return SMALL.files;
      },
    };
    const { ending, calls } = await play({ files: [], mode: "sync", vanta: held(), world });
    expect(ending).toEqual({ outcome: "invalid" });
    expect(calls).toEqual([]);
  });

  describe("by fail-on-warnings", () => {
    /** A warning: DEACTIVATED without deactivatedTimestamp. */
    const files = [file([...people(9), account("u-010", { status: "DEACTIVATED" })])];

    test("a warning about the roster is enough", async () => {
      const strict = await play({
        files,
        mode: "sync",
        vanta: held(),
        settings: { failOnWarnings: true },
      });
      expect(strict.ending).toEqual({ outcome: "invalid" });
      expect(strict.calls).toEqual([]);
      expect(strict.findings.problems).toMatchObject({ errors: 0, warnings: 1 });
      expect((await play({ files, mode: "validate" })).ending).toEqual({ outcome: "valid" });
    });

    test("other warnings are not: of the inputs, or of what Vanta holds", async () => {
      const state = newState();
      state.problems.add(makeProblem("not-checked", msg`x`));
      const vanta = held([...SMALL.rows, leaver("u-0", 1, { email: null })]);
      const played = await play({
        files: SMALL.files,
        mode: "sync",
        vanta,
        settings: { failOnWarnings: true },
        state,
      });
      expect(played.ending).toEqual({ outcome: "synced" });
      expect(played.findings.problems.warnings).toBeGreaterThan(1);
    });
  });
});

describe("plan", () => {
  test("reads, shows, and writes nothing", async () => {
    const { ending, findings, steps, lines } = await play({
      files: SMALL.files,
      mode: "plan",
      vanta: held(),
    });
    expect(ending).toEqual({ outcome: "planned" });
    expect(steps).toEqual([`GET ${RESOURCE}`]);
    expect(findings.digest).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(findings.backup).toBeUndefined();
    expect(findings.resources).toMatchObject([
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
        rekeyed: [],
        unchanged: 8,
        refreshed: 0,
        carried: 0,
        expired: [],
        sent: 11,
        violations: [],
        synced: "no",
        verified: false,
      },
    ]);
    expect(lines).toContain(`Vanta returned 10 rows for resource ${RESOURCE}.`);
  });

  test("lists resources in order of their IDs, and plans each", async () => {
    const files = ["b", "a", "B"].map((resourceId) =>
      file(people(1), { resourceId }, `${resourceId}${resourceId.charCodeAt(0)}.json`),
    );
    const { findings, calls } = await play({ files, mode: "plan", vanta: memoryVanta() });
    expect(calls).toEqual(["GET B", "GET a", "GET b"]);
    expect(findings.resources?.map(({ resourceId }) => resourceId)).toEqual(["B", "a", "b"]);
    expect(findings.accounts).toBe(3);
  });

  test("names those that cannot be carried", async () => {
    const vanta = held([...SMALL.rows, leaver("u-0", 1, { email: null })]);
    const { findings } = await play({ files: SMALL.files, mode: "plan", vanta });
    expect(codes(findings)).toEqual(["warning cannot-carry"]);
    expect(wordsOf(findings)).toEqual([
      `"u-0" is not in the roster and cannot be sent on: what Vanta holds of it (resource "${RESOURCE}") lacks a required field. It is left out.`,
    ]);
    expect(findings.resources?.[0]?.expired).toEqual(["u-0"]);
  });

  test("an answer of Vanta's that fails ends the run by its error, with what was known", async () => {
    const vanta = memoryVanta({ a: [], b: [] });
    vanta.order("GET b", { kind: "error", error: vantaError("none", { status: 500 }) });
    const files = ["a", "b"].map((resourceId) =>
      file(people(1), { resourceId }, `${resourceId}.json`),
    );
    const stage = prepare({ files, mode: "plan", vanta });
    await expect(stage.ending).rejects.toThrow("a request to Vanta failed");
    expect(stage.findings).toMatchObject({ accounts: 2 });
    expect(stage.findings.resources).toBeUndefined();
  });
});

describe("blocked", () => {
  const exodus = { files: [file(people(5))], rows: rowsOf(people(10)) };

  test.each(["plan", "sync"] as const)(
    "in %s: the plan is known, and nothing is sent or saved",
    async (mode) => {
      const { ending, findings, steps } = await play({
        files: exodus.files,
        mode,
        vanta: held(exodus.rows),
      });
      expect(ending).toEqual({ outcome: "blocked" });
      expect(steps).toEqual([`GET ${RESOURCE}`]);
      expect(findings.violations).toMatchObject([{ code: "max-removals", resourceId: RESOURCE }]);
      expect(findings.resources).toMatchObject([
        {
          removed: Array(5).fill({ how: "deactivate" }),
          violations: [{ code: "max-removals" }],
          synced: "no",
        },
      ]);
      expect(findings.digest).toBeDefined();
    },
  );

  test("for one resource holds back all", async () => {
    const files = [
      file(people(5), { resourceId: "b" }, "b.json"),
      file(people(1), { resourceId: "a" }, "a.json"),
    ];
    const { ending, findings, steps } = await play({
      files,
      mode: "sync",
      vanta: memoryVanta({ b: exodus.rows }),
    });
    expect(ending).toEqual({ outcome: "blocked" });
    expect(steps).toEqual(["GET a", "GET b"]);
    expect(findings.resources?.map(({ violations }) => violations.length)).toEqual([0, 1]);
  });

  test("is lifted by approved-plan or the approvals file for that plan alone", async () => {
    const { findings } = await play({
      files: exodus.files,
      mode: "plan",
      vanta: held(exodus.rows),
    });
    const { digest = "" } = findings;
    const stage = { files: exodus.files, mode: "sync" as const };
    const texts = { "ok.txt": `# big move\n${digest}\n` };
    const byInput = await play({
      ...stage,
      vanta: held(exodus.rows),
      settings: { approvedPlan: digest },
    });
    const byFile = await play({
      ...stage,
      vanta: held(exodus.rows),
      settings: { approvalsFile: "ok.txt" },
      texts,
    });
    for (const [played, waivedBy] of [
      [byInput, "approved-plan"],
      [byFile, "approvals-file"],
    ] as const) {
      expect(played.ending).toEqual({ outcome: "synced" });
      expect(played.findings.violations).toEqual([]);
      expect(played.findings.resources).toMatchObject([
        { violations: [{ code: "max-removals", waivedBy }], synced: "yes", verified: true },
      ]);
    }
    const other = await play({
      ...stage,
      vanta: held(exodus.rows.slice(1)),
      settings: { approvalsFile: "ok.txt" },
      texts,
    });
    expect(other.ending).toEqual({ outcome: "blocked" });
    const changed = await play({
      ...stage,
      vanta: held(exodus.rows.slice(1)),
      settings: { approvedPlan: digest, ...OPEN },
    });
    expect(changed.ending).toEqual({ outcome: "blocked" });
    expect(changed.findings.violations.map(({ code, resourceId }) => [code, resourceId])).toEqual([
      ["plan-changed", undefined],
    ]);
    expect(changed.steps).toEqual([`GET ${RESOURCE}`]);
  });

  test("by an empty roster, before anybody is lost", async () => {
    const { ending, findings, steps } = await play({
      files: [file([])],
      mode: "sync",
      vanta: held(),
    });
    expect(ending).toEqual({ outcome: "blocked" });
    expect(findings.violations.map(({ code }) => code)).toEqual(["empty-roster", "max-removals"]);
    expect(steps).toEqual([`GET ${RESOURCE}`]);
  });
});

describe("drifted", () => {
  test.each(["plan", "sync"] as const)(
    "in %s: the plan is known, and nothing is sent or saved",
    async (mode) => {
      const { ending, findings, steps } = await play({
        files: SMALL.files,
        mode,
        vanta: held(),
        settings: { expectNoChanges: true },
      });
      expect(ending).toEqual({ outcome: "drifted" });
      expect(steps).toEqual([`GET ${RESOURCE}`]);
      expect(findings.resources).toHaveLength(1);
    },
  );

  test.each<[string, readonly UserAccount[], readonly Row[]]>([
    ["an addition", people(2), rowsOf(people(1))],
    ["a removal", people(9), rowsOf(people(10))],
    ["a change", people(2, { fullName: "New" }), rowsOf(people(2))],
  ])("by %s alone", async (_, accounts, rows) => {
    const { ending } = await play({
      files: [file(accounts)],
      mode: "plan",
      vanta: held(rows),
      settings: { expectNoChanges: true },
    });
    expect(ending).toEqual({ outcome: "drifted" });
  });

  test("not by former leavers, or by a login", async () => {
    const rows = [...rowsOf(people(9)), leaver("x-1", 1), leaver("x-2", 500)];
    const files = [file(people(9, { lastLoginTimestamp: "2026-01-01T00:00:00Z" }))];
    const planned = await play({
      files,
      mode: "plan",
      vanta: held(rows),
      settings: { expectNoChanges: true },
    });
    expect(planned.ending).toEqual({ outcome: "planned" });
    expect(planned.findings.resources).toMatchObject([
      { carried: 1, expired: ["x-2"], refreshed: 9, unchanged: 9 },
    ]);
    const synced = await play({
      files,
      mode: "sync",
      vanta: held(rows),
      settings: { expectNoChanges: true },
    });
    expect(synced.ending).toEqual({ outcome: "synced" });
  });

  test("comes after blocked", async () => {
    const { ending } = await play({
      files: [file(people(5))],
      mode: "plan",
      vanta: held(),
      settings: { expectNoChanges: true },
    });
    expect(ending).toEqual({ outcome: "blocked" });
  });
});

describe("superseded", () => {
  const stale = async (): Promise<Freshness> => ({
    superseded: true,
    reason: msg`The branch has moved on.`,
  });
  const silent = async (): Promise<Freshness> => {
    throw new GitHubError(msg`Rate limited.`);
  };

  test("ends a sync before anything is asked of Vanta", async () => {
    const { ending, steps } = await play({
      files: SMALL.files,
      mode: "sync",
      vanta: held(),
      world: { checkFreshness: stale },
    });
    expect(ending).toEqual({ outcome: "superseded", reason: ["The branch has moved on."] });
    expect(steps).toEqual([]);
  });

  test("is not asked in plan", async () => {
    const { ending } = await play({
      files: SMALL.files,
      mode: "plan",
      vanta: held(),
      world: { checkFreshness: stale },
    });
    expect(ending).toEqual({ outcome: "planned" });
  });

  test("a fresh commit goes on", async () => {
    const { ending, findings } = await play({
      files: SMALL.files,
      mode: "sync",
      vanta: held(),
      world: { checkFreshness: async () => ({ superseded: false }), isRerun: true },
    });
    expect(ending).toEqual({ outcome: "synced" });
    expect(codes(findings)).toEqual([]);
  });

  test("where GitHub cannot be asked: a warning on the first attempt, a refusal on a re-run", async () => {
    const first = await play({
      files: SMALL.files,
      mode: "sync",
      vanta: held(),
      world: { checkFreshness: silent },
    });
    expect(first.ending).toEqual({ outcome: "synced" });
    expect(codes(first.findings)).toEqual(["warning freshness-unknown"]);
    expect(wordsOf(first.findings)).toEqual([
      "Whether this commit is still the newest roster is not known: Rate limited.",
    ]);
    const again = await play({
      files: SMALL.files,
      mode: "sync",
      vanta: held(),
      world: { checkFreshness: silent, isRerun: true },
    });
    expect(again.ending).toEqual({ outcome: "failed", failures: [expect.anything()] });
    expect(again.ending.outcome === "failed" ? again.ending.failures.map(toPlainText) : []).toEqual(
      [
        "This is a re-run, and whether its commit is still the newest roster is not known, so nothing was sent: an old roster could bring leavers back. Rate limited. Start a new run instead.",
      ],
    );
    expect(again.steps).toEqual([]);
  });

  test("an error nobody foresaw is thrown on", async () => {
    const { ending, steps } = prepare({
      files: SMALL.files,
      mode: "sync",
      vanta: held(),
      world: {
        checkFreshness: async () => {
          throw new TypeError("a bug");
        },
      },
    });
    await expect(ending).rejects.toThrow("a bug");
    expect(steps).toEqual([]);
  });
});

describe("synced", () => {
  test("reads, backs up, sends, reads back; the leaver is DEACTIVATED at the time of the run", async () => {
    const vanta = held();
    const { ending, findings, steps, backups } = await play({
      files: SMALL.files,
      mode: "sync",
      vanta,
    });
    expect(ending).toEqual({ outcome: "synced" });
    expect(steps).toEqual([
      `GET ${RESOURCE}`,
      `BACKUP ${RESOURCE}`,
      `PUT ${RESOURCE}`,
      `GET ${RESOURCE}`,
    ]);
    expect(findings).toMatchObject({
      backup: "/tmp/backup-*.json",
      resources: [{ synced: "yes", verified: true, sent: 11 }],
    });
    expect(codes(findings)).toEqual([]);
    expect(vanta.rows(RESOURCE).find(({ uniqueId }) => uniqueId === "u-010")).toMatchObject({
      status: "DEACTIVATED",
      deactivatedTimestamp: NOW.toISOString(),
      deletedAt: null,
    });
    expect(JSON.parse(backups.get(RESOURCE) ?? "")).toMatchObject({
      resourceId: RESOURCE,
      forget: ["u-new"],
      resources: people(10),
    });
  });

  test("a second run finds nothing to change, and sends all the same", async () => {
    const vanta = held();
    await play({ files: SMALL.files, mode: "sync", vanta });
    const { ending, findings, steps } = await play({
      files: SMALL.files,
      mode: "sync",
      vanta,
      settings: { expectNoChanges: true },
    });
    expect(ending).toEqual({ outcome: "synced" });
    expect(findings.resources).toMatchObject([
      {
        added: [],
        removed: [],
        changed: [],
        unchanged: 10,
        carried: 1,
        synced: "yes",
        verified: true,
      },
    ]);
    expect(steps).toEqual([
      `GET ${RESOURCE}`,
      `BACKUP ${RESOURCE}`,
      `PUT ${RESOURCE}`,
      `GET ${RESOURCE}`,
    ]);
  });

  test("the backup, synced, undoes it", async () => {
    const vanta = held();
    const { backups } = await play({ files: SMALL.files, mode: "sync", vanta });
    const files = [{ path: "backup.json", bytes: bytesOf(backups.get(RESOURCE) ?? "") }];
    const undone = await play({ files, mode: "sync", vanta });
    expect(undone.ending).toEqual({ outcome: "synced" });
    const compared = await play({
      files: [file(people(10))],
      mode: "plan",
      vanta,
      settings: { expectNoChanges: true },
    });
    expect(compared.ending).toEqual({ outcome: "planned" });
  });

  test("all resources: every list, then every backup, then every PUT, then every read-back", async () => {
    const files = ["b", "a"].map((resourceId) =>
      file(people(1), { resourceId }, `${resourceId}.json`),
    );
    const { steps } = await play({ files, mode: "sync", vanta: memoryVanta() });
    expect(steps).toEqual([
      "GET a",
      "GET b",
      "BACKUP a",
      "BACKUP b",
      "PUT a",
      "PUT b",
      "GET a",
      "GET b",
    ]);
  });

  test("names what the backup leaves out", async () => {
    const vanta = held([...SMALL.rows, leaver("u-0", 1, { permissionLevel: "OWNER" })]);
    const { ending, findings } = await play({ files: SMALL.files, mode: "sync", vanta });
    expect(ending).toEqual({ outcome: "synced" });
    expect(wordsOf(findings)).toEqual([
      `"u-0" (resource "${RESOURCE}") is not in the backup: what Vanta holds of it is no valid account of a roster.`,
    ]);
    expect(codes(findings)).toEqual(["warning backup-incomplete"]);
  });

  test("nothing is sent where the backup cannot be written", async () => {
    const vanta = held();
    const stage = prepare({
      files: SMALL.files,
      mode: "sync",
      vanta,
      world: {
        saveBackup: async () => {
          throw new Error("disk full");
        },
      },
    });
    await expect(stage.ending).rejects.toThrow("disk full");
    expect(vanta.calls).toEqual([`GET ${RESOURCE}`]);
    expect(stage.findings.resources).toMatchObject([{ synced: "no" }]);
  });
});

describe("failed", () => {
  test("says of each resource whether it was synced, and why not", async () => {
    const vanta = memoryVanta();
    vanta.order("PUT b", {
      kind: "error",
      error: vantaError("none", { status: 400, element: 0, words: "/0: bad" }),
    });
    const files = ["a", "b", "c"].map((resourceId) =>
      file(people(1), { resourceId }, `${resourceId}.json`),
    );
    const { ending, findings } = await play({ files, mode: "sync", vanta });
    expect(ending).toEqual({ outcome: "failed", failures: [["/0: bad"]] });
    expect(findings.resources?.map(({ synced, verified }) => [synced, verified])).toEqual([
      ["yes", true],
      ["no", false],
      ["yes", true],
    ]);
    expect(findings.problems.kept).toMatchObject([
      { severity: "error", code: "refused-by-vanta", location: { file: "b.json", line: 1 } },
    ]);
  });

  test("a warning of the sync is no failure", async () => {
    const vanta = held();
    vanta.order(`PUT ${RESOURCE}`, { kind: "error", error: vantaError("unknown"), applies: true });
    const { ending, findings } = await play({ files: SMALL.files, mode: "sync", vanta });
    expect(ending).toEqual({ outcome: "synced" });
    expect(codes(findings)).toEqual(["warning put-unclear"]);
  });

  test("a signal during the sync: what was sent, and that the run was cancelled", async () => {
    const controller = new AbortController();
    const vanta = memoryVanta();
    vanta.order("PUT a", { kind: "before", act: () => controller.abort(new Cancelled()) });
    const files = ["a", "b"].map((resourceId) =>
      file(people(1), { resourceId }, `${resourceId}.json`),
    );
    const { ending, findings } = await play({
      files,
      mode: "sync",
      vanta,
      world: { signal: controller.signal },
    });
    expect(ending.outcome === "failed" ? ending.failures.map(toPlainText) : ending).toEqual([
      "The run was cancelled.",
      'Resource "b" was not sent: the run was cancelled before it was sent.',
    ]);
    expect(findings.resources?.map(({ synced, verified }) => [synced, verified])).toEqual([
      ["yes", false],
      ["no", false],
    ]);
  });

  test("an error nobody foresaw in the middle of a sync leaves its resources unknown, not untouched", async () => {
    const vanta = memoryVanta();
    vanta.order("PUT b", { kind: "error", error: new TypeError("a bug") });
    const files = ["a", "b"].map((resourceId) =>
      file(people(1), { resourceId }, `${resourceId}.json`),
    );
    const stage = prepare({ files, mode: "sync", vanta });
    await expect(stage.ending).rejects.toThrow("a bug");
    expect(stage.findings.resources?.map(({ synced }) => synced)).toEqual(["unknown", "unknown"]);
  });
});

describe("the effect of a pull request", () => {
  const base = async () => [file(people(10))];

  test("is found without Vanta, apart from drift, and in order", async () => {
    const { ending, findings, calls } = await play({
      files: SMALL.files,
      mode: "validate",
      world: { readBase: base },
    });
    expect(ending).toEqual({ outcome: "valid" });
    expect(calls).toEqual([]);
    expect(findings.effect).toMatchObject([
      {
        resourceId: RESOURCE,
        added: [{ uniqueId: "u-new" }],
        removed: [{ uniqueId: "u-010" }],
        changed: [{ uniqueId: "u-001" }],
      },
    ]);
    expect(codes(findings)).toEqual([]);
  });

  test("over a limit is a warning in validate, and only there: plan asks Vanta", async () => {
    const files = [file(people(5))];
    const { ending, findings } = await play({
      files,
      mode: "validate",
      world: { readBase: base },
      settings: { failOnWarnings: true },
    });
    expect(ending).toEqual({ outcome: "valid" });
    expect(codes(findings)).toEqual(["warning max-removals"]);
    expect(wordsOf(findings)[0]).toBe(
      "This change would be refused when it is synced: 5 of 10 ACTIVE accounts would lose access (5 left the roster, 0 set to DEACTIVATED), and max-removals allows 2 (20% of 10, rounded up).",
    );
    const planned = await play({
      files,
      mode: "plan",
      vanta: held(rowsOf(people(5))),
      world: { readBase: base },
    });
    expect(planned.ending).toEqual({ outcome: "planned" });
    expect(codes(planned.findings)).toEqual([]);
    expect(planned.findings.effect).toMatchObject([
      { removed: Array(5).fill({ how: "deactivate" }) },
    ]);
  });

  test("from a base without any roster adds everybody: it is the first one", async () => {
    const { ending, findings } = await play({
      files: [file(people(2))],
      mode: "validate",
      world: { readBase: async () => [] },
    });
    expect(ending).toEqual({ outcome: "valid" });
    expect(findings.effect).toMatchObject([{ added: [{}, {}], removed: [] }]);
    expect(codes(findings)).toEqual([]);
  });

  test("that empties the roster is refused once, by the guard itself", async () => {
    const { ending, findings } = await play({
      files: [file([])],
      mode: "validate",
      world: { readBase: async () => [file(people(1))] },
    });
    expect(ending).toEqual({ outcome: "blocked" });
    expect(findings.violations.map(({ code }) => code)).toEqual(["empty-roster"]);
    expect(codes(findings)).toEqual([]);
  });

  test.each<[string, () => Promise<readonly RosterFile[]>, string]>([
    [
      "is not valid",
      async () => [{ path: "roster.json", bytes: bytesOf("{") }],
      "The roster that this change started from is not valid, so what the change itself does is not shown.",
    ],
    [
      "cannot be read",
      async () => {
        throw new GitHubError(msg`No permission.`);
      },
      "What this change itself does is not shown: No permission.",
    ],
  ])("from a base that %s is a notice, and the run goes on", async (_, readBase, words) => {
    const { ending, findings } = await play({
      files: SMALL.files,
      mode: "plan",
      vanta: held(),
      world: { readBase },
      settings: { failOnWarnings: true },
    });
    expect(ending).toEqual({ outcome: "planned" });
    expect(codes(findings)).toEqual(["notice base-unreadable"]);
    expect(wordsOf(findings)).toEqual([words]);
    expect(findings.effect).toBeUndefined();
  });

  test("an error nobody foresaw is thrown on", async () => {
    const { ending } = prepare({
      files: SMALL.files,
      mode: "validate",
      world: {
        readBase: async () => {
          throw new TypeError("a bug");
        },
      },
    });
    await expect(ending).rejects.toThrow("a bug");
  });
});
