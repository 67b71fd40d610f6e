// What is known after which fault: of each resource whether Vanta holds what was sent, and never more than was seen.
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Row } from "../../src/model/account.js";
import { toPlainText } from "../../src/model/message.js";
import { Cancelled } from "../../src/model/ports.js";
import { type Approved, approve } from "../../src/plan/guards.js";
import { combinePlans, planResource } from "../../src/plan/plan.js";
import { compareWithSent, isExact } from "../../src/sync/read-back.js";
import { type SyncResult, type SyncWorld, syncResources } from "../../src/sync/sync.js";
import { account, desired, leaver, retention, row } from "../support/accounts.js";
import {
  type Fault,
  type MemoryVanta,
  memoryVanta,
  stillClock,
  vantaError,
} from "../support/memory-vanta.js";

/** Vanta before the sync: u-1 changes, u-2 leaves, u-8 was DEACTIVATED, u-9 comes. */
const BEFORE: readonly Row[] = [row("u-1"), row("u-2"), leaver("u-8", 1)];
const ROSTER = desired([account("u-9"), account("u-1", { fullName: "Ada" })]);

function approvedFor(
  resourceIds: readonly string[],
  rows: readonly Row[] = BEFORE,
): readonly Approved[] {
  const plan = combinePlans(resourceIds.map((id) => planResource(id, rows, ROSTER, retention())));
  const open = { allowEmpty: true, maxRemovals: [], maxAccessChanges: [] };
  return approve(plan, open, { approvalsFile: new Set() }).approved ?? [];
}

interface Bench extends SyncWorld, MemoryVanta {
  readonly clock: ReturnType<typeof stillClock>;
  readonly lines: readonly string[];
  readonly controller: AbortController;
  sync(): Promise<readonly SyncResult[]>;
}

function bench(
  resourceIds: readonly string[],
  behaviour: { wide?: boolean; rows?: readonly Row[] } = {},
): Bench {
  const rows = behaviour.rows ?? BEFORE;
  const vanta = memoryVanta(Object.fromEntries(resourceIds.map((id) => [id, rows])), behaviour);
  const controller = new AbortController();
  const lines: string[] = [];
  const world = {
    ...vanta,
    clock: stillClock(),
    lines,
    progress: { info: (line: string) => void lines.push(line), debug: () => undefined },
    signal: controller.signal,
    controller,
  };
  return { ...world, sync: () => syncResources(approvedFor(resourceIds, rows), world) };
}

const fails = (error: Error, applies = false): Fault => ({ kind: "error", error, applies });
const NONE: Fault = { kind: "none" };
const said = (result: SyncResult | undefined) =>
  result?.failure === undefined ? undefined : toPlainText(result.failure);
const told = (result: SyncResult | undefined) =>
  result?.problems.map(
    ({ severity, code, message }) => `${severity} ${code}: ${toPlainText(message)}`,
  );

/** Whether Vanta holds exactly what was sent, looked up behind the back of the code under test. */
function holds(vanta: MemoryVanta, resourceId: string): "old" | "new" | "other" {
  const [approved] = approvedFor([resourceId]);
  const rows = vanta.rows(resourceId);
  if (
    isExact(
      compareWithSent(
        (approved?.resources ?? []).map((one) => ({ ...one })),
        rows,
      ),
    )
  )
    return "new";
  return isExact(compareWithSent(BEFORE, rows)) ? "old" : "other";
}

describe("a clear success", () => {
  test("sends every resource once and whole, in order, then reads each back", async () => {
    const world = bench(["a", "b"]);
    expect(await world.sync()).toEqual([
      { resourceId: "a", synced: "yes", verified: true, problems: [] },
      { resourceId: "b", synced: "yes", verified: true, problems: [] },
    ]);
    expect(world.calls).toEqual(["PUT a", "PUT b", "GET a", "GET b"]);
    expect(world.clock.sleeps).toEqual([]);
    expect(holds(world, "a")).toBe("new");
  });

  test("that shows late is read three times at most, 2 s apart", async () => {
    const stale: Fault = { kind: "answer", rows: () => BEFORE };
    const world = bench(["a"]);
    world.order("GET a", stale, stale);
    expect(await world.sync()).toMatchObject([{ synced: "yes", verified: true, problems: [] }]);
    expect(world.calls).toEqual(["PUT a", "GET a", "GET a", "GET a"]);
    expect(world.clock.sleeps).toEqual([2000, 2000]);
    expect(world.lines).toContain(
      "Resource a does not show everything that was sent yet; reading again in 2 s.",
    );
  });

  test("that never shows is a warning that names what is missing, deleted, different and extra", async () => {
    const odd: Fault = {
      kind: "answer",
      rows: () => [
        row("u-1"),
        row("u-2", { deletedAt: "2026-01-01T00:00:00Z" }),
        leaver("u-8", 1),
        row("u-0"),
      ],
    };
    const world = bench(["a"]);
    world.order("GET a", odd, odd, odd);
    const [result] = await world.sync();
    expect(result).toMatchObject({ synced: "yes", verified: false });
    expect(said(result)).toBeUndefined();
    expect(told(result)).toEqual([
      'warning read-back-differs: Vanta accepted the accounts of resource "a", but the read-back is not exactly what was sent: 1 missing: "u-9"; 1 deleted: "u-2"; 1 different: "u-1" (fullName); 1 there but not sent: "u-0". Another writer to this resource, or Vanta itself, may have changed them.',
    ]);
    expect(world.calls).toEqual(["PUT a", "GET a", "GET a", "GET a"]);
    expect(world.clock.sleeps).toEqual([2000, 2000]);
  });

  test("whose read-back fails is only a warning", async () => {
    const world = bench(["a"]);
    world.order("GET a", fails(vantaError("none", { words: "No answer." })));
    const [result] = await world.sync();
    expect(result).toMatchObject({ synced: "yes", verified: false });
    expect(said(result)).toBeUndefined();
    expect(told(result)).toEqual([
      'warning read-back-failed: Resource "a" was synced, but could not be read back: No answer.',
    ]);
  });

  test("one failed read-back does not keep the next from being read", async () => {
    const world = bench(["a", "b"]);
    world.order("GET a", fails(vantaError("none")));
    expect(await world.sync()).toMatchObject([{ verified: false }, { verified: true }]);
  });
});

describe("a refusal (nothing changed)", () => {
  test("is a failure, and the next resource is sent all the same", async () => {
    const world = bench(["a", "b"]);
    world.order("PUT a", fails(vantaError("none", { status: 400, words: "Bad request." })));
    const [a, b] = await world.sync();
    expect(a).toMatchObject({ synced: "no", verified: false, problems: [] });
    expect(said(a)).toBe("Bad request.");
    expect(b).toEqual({ resourceId: "b", synced: "yes", verified: true, problems: [] });
    expect(holds(world, "a")).toBe("old");
  });

  test("of the only resource is not read back: there is nothing to learn", async () => {
    const world = bench(["a"]);
    world.order("PUT a", fails(vantaError("none", { status: 400 })));
    await world.sync();
    expect(world.calls).toEqual(["PUT a"]);
  });

  test.each([401, 403])("of the credentials (%d) stops the rest", async (status) => {
    const world = bench(["a", "b", "c"]);
    world.order("PUT b", fails(vantaError("none", { status, words: "No access." })));
    const results = await world.sync();
    expect(results).toMatchObject([{ synced: "yes" }, { synced: "no" }, { synced: "no" }]);
    expect(said(results[1])).toBe("No access.");
    expect(said(results[2])).toBe(
      'Resource "c" was not sent: Vanta had refused the credentials before it was sent.',
    );
    expect(world.calls.filter((call) => call.startsWith("PUT"))).toEqual(["PUT a", "PUT b"]);
    expect(world.calls).not.toContain("GET c");
    expect([holds(world, "a"), holds(world, "b"), holds(world, "c")]).toEqual([
      "new",
      "old",
      "old",
    ]);
  });

  test.each([401, 403])(
    "of the credentials (%d) after an attempt in doubt stops the rest too",
    async (status) => {
      const world = bench(["a", "b"]);
      world.order("PUT a", fails(vantaError("unknown", { status }), true));
      expect(await world.sync()).toMatchObject([
        { synced: "yes", verified: true },
        { synced: "no" },
      ]);
      expect(world.calls).toEqual(["PUT a", "GET a"]);
    },
  );

  test.each([400, 402, 404, 429, 500, undefined])(
    "of another kind (%p) does not",
    async (status) => {
      const world = bench(["a", "b"]);
      world.order("PUT a", fails(vantaError("none", status === undefined ? {} : { status })));
      expect(await world.sync()).toMatchObject([{ synced: "no" }, { synced: "yes" }]);
    },
  );

  test("that names an element is an error at that account's line", async () => {
    const world = bench(["a"]);
    world.order("PUT a", fails(vantaError("none", { status: 400, element: 1, words: "/1: bad" })));
    const [result] = await world.sync();
    expect(result?.problems).toEqual([
      {
        severity: "error",
        code: "refused-by-vanta",
        message: ["/1: bad"],
        location: { file: "roster.yml", line: 2, column: 3 },
      },
    ]);
  });

  test.each([
    [2, "u-2"],
    [3, "u-8"],
  ])(
    "that names a kept row (element %d) is an error without a place that names %s",
    async (element, uniqueId) => {
      const world = bench(["a"]);
      world.order("PUT a", fails(vantaError("none", { status: 400, element, words: "Bad." })));
      const [result] = await world.sync();
      expect(result?.problems[0]).not.toHaveProperty("place");
      expect(told(result)).toEqual([
        `error refused-by-vanta: Vanta refused the account "${uniqueId}", which is not in the roster and was sent on as Vanta had it. Bad.`,
      ]);
      expect(result?.problems[0]?.message).toContainEqual({
        quoted: uniqueId,
        field: "uniqueId",
        origin: "external",
      });
    },
  );

  test.each([4, 99, -1])(
    "that names an element beyond what was sent (%d) is a failure without a place",
    async (element) => {
      const world = bench(["a"]);
      world.order("PUT a", fails(vantaError("none", { status: 400, element })));
      expect(await world.sync()).toMatchObject([{ synced: "no", problems: [] }]);
    },
  );
});

describe("a 2xx that says no", () => {
  test.each<[string, boolean, readonly Fault[], SyncResult["synced"], string]>([
    ["and left all as it was", false, [], "no", "Vanta said no."],
    [
      "and did it",
      true,
      [],
      "yes",
      "Vanta said no. The read-back found everything that was sent all the same.",
    ],
    [
      "and cannot be read",
      true,
      [fails(vantaError("none", { words: "No answer." }))],
      "unknown",
      "Vanta said no. It could not be read back: No answer.",
    ],
    [
      "and did half",
      false,
      Array.from(
        { length: 3 },
        (): Fault => ({ kind: "answer", rows: () => [row("u-1"), row("u-2")] }),
      ),
      "unknown",
      'Vanta said no. The read-back found neither the old accounts nor those sent: 2 missing: "u-8", "u-9"; 2 different: "u-1" (fullName), "u-2" (status, deactivatedTimestamp).',
    ],
  ])("%s is a failure", async (_, applies, reads, synced, words) => {
    const world = bench(["a"]);
    world.order("PUT a", fails(vantaError("denied", { status: 200 }), applies));
    world.order("GET a", ...reads);
    const [result] = await world.sync();
    expect(result).toMatchObject({ synced, verified: false, problems: [] });
    expect(said(result)).toBe(words);
  });
});

describe("a PUT that may have taken effect", () => {
  test("and did: synced, with a warning", async () => {
    const world = bench(["a"]);
    world.order("PUT a", fails(vantaError("unknown", { words: "No answer." }), true));
    const [result] = await world.sync();
    expect(result).toMatchObject({ synced: "yes", verified: true });
    expect(said(result)).toBeUndefined();
    expect(told(result)).toEqual([
      "warning put-unclear: No answer. The read-back found everything that was sent, so the sync took place.",
    ]);
  });

  test("and did late: the read-back waits for it", async () => {
    const world = bench(["a"]);
    world.order("PUT a", fails(vantaError("unknown"), true));
    world.order("GET a", { kind: "answer", rows: () => BEFORE });
    expect(await world.sync()).toMatchObject([{ synced: "yes", verified: true }]);
    expect(world.clock.sleeps).toEqual([2000]);
  });

  test("and did not: failed, and Vanta holds what it held", async () => {
    const world = bench(["a"]);
    world.order("PUT a", fails(vantaError("unknown", { words: "No answer." })));
    const [result] = await world.sync();
    expect(result).toMatchObject({ synced: "no", verified: false, problems: [] });
    expect(said(result)).toBe("No answer. The read-back found the accounts as they were before.");
    expect(world.calls).toEqual(["PUT a", "GET a", "GET a", "GET a"]);
  });

  test("and of which neither can be said: failed, unknown", async () => {
    const half: Fault = {
      kind: "answer",
      rows: () => [row("u-9"), row("u-1", { fullName: "Ada" }), row("u-2"), leaver("u-8", 1)],
    };
    const world = bench(["a"]);
    world.order("PUT a", fails(vantaError("unknown", { words: "No answer." })));
    world.order("GET a", half, half, half);
    const [result] = await world.sync();
    expect(result).toMatchObject({ synced: "unknown", verified: false, problems: [] });
    expect(said(result)).toBe(
      'No answer. The read-back found neither the old accounts nor those sent: 1 different: "u-2" (status, deactivatedTimestamp).',
    );
  });

  test("and that cannot be read back: failed, unknown", async () => {
    const world = bench(["a"]);
    world.order("PUT a", fails(vantaError("unknown", { words: "No answer." }), true));
    world.order("GET a", fails(vantaError("none", { words: "Nor now." })));
    const [result] = await world.sync();
    expect(result).toMatchObject({ synced: "unknown", verified: false, problems: [] });
    expect(said(result)).toBe(
      "No answer. Whether it took effect is not known: the read-back failed too. Nor now.",
    );
  });

  test("is never taken as done because nothing is missing: who should be gone still stands there", async () => {
    const rows = [row("u-1"), row("u-2")];
    const plan = combinePlans([
      planResource("a", rows, desired([account("u-1")]), retention({ onRemoval: "omit" })),
    ]);
    const { approved = [] } = approve(
      plan,
      { allowEmpty: false, maxRemovals: [], maxAccessChanges: [] },
      { approvalsFile: new Set() },
    );
    const world = bench(["a"], { rows });
    world.order("PUT a", fails(vantaError("unknown")));
    const [result] = await syncResources(approved, world);
    expect(result).toMatchObject({ synced: "no" });
    expect(said(result)).toMatch(/as they were before/);
  });

  test("law: the report is true, whatever became of the PUT and of the reads", async () => {
    const anyFault = fc.oneof(
      fc.constant(NONE),
      fc
        .record({
          effect: fc.constantFrom("unknown" as const, "denied" as const),
          applies: fc.boolean(),
        })
        .map(({ effect, applies }) => fails(vantaError(effect), applies)),
      fc.constantFrom(400, 401, 404).map((status) => fails(vantaError("none", { status }))),
    );
    const anyRead = fc.constantFrom<Fault>(
      NONE,
      NONE,
      { kind: "answer", rows: () => BEFORE },
      fails(vantaError("none")),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyFault, { minLength: 2, maxLength: 2 }),
        fc.array(anyRead, { maxLength: 4 }),
        async (puts, reads) => {
          const world = bench(["a", "b"]);
          for (const [index, id] of ["a", "b"].entries())
            world.order(`PUT ${id}`, puts[index] ?? NONE);
          world.order("GET a", ...reads);
          const results = await world.sync();
          // A read that shows the old state three times over cannot be told from the old state.
          const isHonest = reads.every(({ kind }) => kind !== "answer");
          for (const result of results)
            expectTruth(result, holds(world, result.resourceId), isHonest);
          expect(world.calls.filter((call) => call === "PUT a")).toHaveLength(1);
        },
      ),
    );
  });
});

function expectTruth(
  { synced, verified, failure, problems }: SyncResult,
  truth: ReturnType<typeof holds>,
  isHonest: boolean,
): void {
  if (synced === "yes" || verified) expect(truth).toBe("new");
  if (synced === "no" && isHonest) expect(truth).toBe("old");
  if (failure === undefined) expect(verified || problems.length > 0).toBe(true);
}

describe("a PUT to another resource that took accounts away", () => {
  const ADVICE =
    "Vanta replaces all accounts of one application: create one Vanta application for each resource, and sync each with its own credentials.";

  test("is a failure with the advice, and the report says which is there", async () => {
    const world = bench(["a", "b", "c"], { wide: true });
    const [a, b, c] = await world.sync();
    expect(a).toMatchObject({ synced: "no", verified: false, problems: [] });
    expect(said(a)).toBe(
      `Resource "a" was synced. The PUT to another resource of this run took accounts of resource "a" away (4 deleted: "u-1", "u-2", "u-8", "u-9"). ${ADVICE}`,
    );
    expect(said(b)).toContain(ADVICE);
    expect(c).toEqual({ resourceId: "c", synced: "yes", verified: true, problems: [] });
  });

  test.each<[string, SyncResult["synced"], Fault]>([
    [
      "after one that is unclear",
      "unknown",
      fails(vantaError("unknown", { words: "No answer." }), true),
    ],
    [
      "after one that says no",
      "unknown",
      fails(vantaError("denied", { words: "No answer." }), true),
    ],
    [
      "after one that was refused",
      "no",
      fails(vantaError("none", { words: "No answer.", status: 400 })),
    ],
  ])("%s: the advice is there too", async (_, synced, fault) => {
    const world = bench(["a", "b"], { wide: true });
    world.order("PUT a", fault);
    const [a, b] = await world.sync();
    expect(a).toMatchObject({ synced, verified: false });
    expect(said(a)).toMatch(
      /^No answer\. The PUT to another resource of this run took accounts of resource "a" away \(/,
    );
    expect(said(a)).toContain(ADVICE);
    expect(b).toMatchObject({ synced: "yes", verified: true });
  });

  test("before one that was refused: the advice is there too", async () => {
    const world = bench(["a", "b"], { wide: true });
    world.order("PUT b", fails(vantaError("none", { status: 400, words: "Bad." })));
    const [a, b] = await world.sync();
    expect(a).toMatchObject({ synced: "yes", verified: true });
    expect(said(b)).toMatch(
      /^Bad\. The PUT to another resource of this run took accounts of resource "b" away/,
    );
  });

  test("is not blamed where nothing was taken: a refusal beside a success is just that", async () => {
    const world = bench(["a", "b"]);
    world.order("PUT a", fails(vantaError("none", { status: 400, words: "Bad." })));
    const [a] = await world.sync();
    expect(said(a)).toBe("Bad.");
    expect(world.calls).toEqual(["PUT a", "PUT b", "GET a", "GET b"]);
    expect(world.clock.sleeps).toEqual([]);
  });

  test("is not blamed where the refused one cannot be read", async () => {
    const world = bench(["a", "b"], { wide: true });
    world.order("PUT a", fails(vantaError("none", { status: 400, words: "Bad." })));
    world.order("GET a", fails(vantaError("none", { words: "No answer." })));
    const [a] = await world.sync();
    expect(said(a)).toBe("Bad.");
  });

  test.each<[string, Fault, readonly Row[]]>([
    ["the last: nothing came after it", NONE, [row("u-1")]],
    [
      "one before another that was refused",
      fails(vantaError("none", { status: 400 })),
      [row("u-1")],
    ],
  ])("is not blamed for a loss of %s", async (_, fault, rows) => {
    const lossy: Fault = { kind: "answer", rows: () => rows };
    const world = bench(["a", "b"]);
    const victim = fault === NONE ? "b" : "a";
    world.order("PUT b", fault);
    world.order(`GET ${victim}`, lossy, lossy, lossy);
    const result = (await world.sync()).find(({ resourceId }) => resourceId === victim);
    expect(result).toMatchObject({
      synced: "yes",
      verified: false,
      problems: [{ code: "read-back-differs" }],
    });
    expect(said(result)).toBeUndefined();
  });

  test.each(["unknown", "denied"] as const)(
    "is blamed where the other's effect is %s and the accounts are gone",
    async (effect) => {
      const world = bench(["a", "b"], { wide: true });
      world.order("PUT b", fails(vantaError(effect), true));
      expect(said((await world.sync())[0])).toContain(ADVICE);
    },
  );

  test("is not blamed for values that differ", async () => {
    const odd: Fault = {
      kind: "answer",
      rows: (held) => held.map((one) => ({ ...one, fullName: "X" })),
    };
    const world = bench(["a", "b"]);
    world.order("GET a", odd, odd, odd);
    expect(await world.sync()).toMatchObject([
      { synced: "yes", verified: false, problems: [{ code: "read-back-differs" }] },
      {},
    ]);
  });
});

describe("a signal", () => {
  test("before the first PUT: nothing is sent, nothing is read", async () => {
    const world = bench(["a", "b"]);
    world.controller.abort();
    const results = await world.sync();
    expect(results.map(({ synced, verified }) => [synced, verified])).toEqual([
      ["no", false],
      ["no", false],
    ]);
    expect(results.map(said)).toEqual([
      'Resource "a" was not sent: the run was cancelled before it was sent.',
      'Resource "b" was not sent: the run was cancelled before it was sent.',
    ]);
    expect(world.calls).toEqual([]);
    expect(world.lines).toEqual([]);
  });

  test("between two PUTs: the first is synced and not read back, the second is not sent", async () => {
    const world = bench(["a", "b"]);
    world.order("PUT a", { kind: "before", act: () => world.controller.abort() });
    const [a, b] = await world.sync();
    expect(a).toMatchObject({ synced: "yes", verified: false });
    expect(told(a)).toEqual([
      'warning read-back-failed: Resource "a" was synced, but could not be read back: The run was cancelled.',
    ]);
    expect(said(b)).toBe('Resource "b" was not sent: the run was cancelled before it was sent.');
    expect(world.calls).toEqual(["PUT a"]);
  });

  test("while a PUT waits for its first attempt: it was not sent", async () => {
    const world = bench(["a", "b"]);
    world.order("PUT a", fails(new Cancelled()));
    expect((await world.sync()).map(said)).toEqual([
      'Resource "a" was not sent: the run was cancelled before it was sent.',
      'Resource "b" was not sent: the run was cancelled before it was sent.',
    ]);
    expect(world.calls).toEqual(["PUT a"]);
  });

  test("after a PUT without an answer: unknown, and no further request", async () => {
    const world = bench(["a", "b"]);
    world.order("PUT a", { kind: "before", act: () => world.controller.abort() }, NONE);
    const unclear = {
      ...world.writer,
      replace: async (approved: Approved) => {
        await world.writer.replace(approved);
        throw vantaError("unknown", { words: "Cut." });
      },
    };
    const [a, b] = await syncResources(approvedFor(["a", "b"]), { ...world, writer: unclear });
    expect(a).toMatchObject({ synced: "unknown", verified: false });
    expect(said(a)).toBe(
      "Cut. Whether it took effect is not known: the read-back failed too. The run was cancelled.",
    );
    expect(b).toMatchObject({ synced: "no" });
    expect(world.calls).toEqual(["PUT a"]);
  });

  test("while the read-back waits: no further read", async () => {
    const world = bench(["a", "b"]);
    const stale: Fault = {
      kind: "answer",
      rows: () => {
        world.controller.abort(new Cancelled());
        return BEFORE;
      },
    };
    world.order("GET a", stale);
    expect(await world.sync()).toMatchObject([
      { synced: "yes", verified: false, problems: [{ code: "read-back-failed" }] },
      { synced: "yes", verified: false, problems: [{ code: "read-back-failed" }] },
    ]);
    expect(world.calls).toEqual(["PUT a", "PUT b", "GET a"]);
  });
});

describe("an error nobody foresaw", () => {
  test.each(["PUT a", "GET a"])("in %s is thrown on, not told as Vanta's", async (call) => {
    const world = bench(["a"]);
    world.order(call, fails(new TypeError("a bug")));
    await expect(world.sync()).rejects.toThrow("a bug");
  });
});
