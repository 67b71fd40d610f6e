// Every fault at every call, over real sockets: how the run ends, what it asked for, what Vanta has
// afterwards, and what the report says of it. The last two must agree, whatever happens.
import { isDeepStrictEqual } from "node:util";
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from "@jest/globals";
import { type Outcome, passes } from "../../src/model/outcome.js";
import type { VantaOptions } from "../../src/vanta/client.js";
import { account, row } from "../support/accounts.js";
import { NOW } from "../support/clock.js";
import {
  type CallKind,
  type FakeVanta,
  type FakeVantaOptions,
  type Fault,
  startFakeVanta,
  type Trouble,
} from "../support/fake-vanta.js";
import { type RawServer, startRawServer } from "../support/raw-server.js";
import { file, NO_LIMITS, type Ran, runOnce, type Setup } from "./in-process.js";

/** The roster changes u-1, adds u-3, and no longer has u-2, who is sent as DEACTIVATED. */
const BEFORE = [row("u-1"), row("u-2")];
const ROSTER = [account("u-1", { permissionLevel: "ADMIN" }), account("u-3")];
const AFTER = [
  account("u-1", { permissionLevel: "ADMIN" }),
  account("u-2", { status: "DEACTIVATED", deactivatedTimestamp: NOW.toISOString() }),
  account("u-3"),
];

// ----- The table

/** How a run ends, what Vanta has then, and what the report says of the resource. */
interface Verdict {
  readonly outcome: "synced" | "failed";
  readonly has: "old" | "new" | "other";
  /** Absent where the run ended before there was a plan: the report claims nothing. */
  readonly synced?: "yes" | "no" | "unknown";
  readonly verified?: boolean;
  readonly problems?: readonly string[];
  /** How often the read-back paused before it read again. */
  readonly pauses?: number;
}

const SYNCED = { outcome: "synced", has: "new", synced: "yes", verified: true } as const;
const UNVERIFIED = { ...SYNCED, verified: false } as const;
const FAILED = { outcome: "failed", has: "old", synced: "no", verified: false } as const;
const UNKNOWN = { ...FAILED, synced: "unknown" } as const;

const VERDICTS = {
  synced: SYNCED,
  "synced, shown late": { ...SYNCED, pauses: 1 },
  "synced, as the read-back shows": { ...SYNCED, problems: ["put-unclear"] },
  "synced, not read back": { ...UNVERIFIED, problems: ["read-back-failed"] },
  "synced, not as sent": {
    ...UNVERIFIED,
    has: "other",
    problems: ["read-back-differs"],
    pauses: 2,
  },
  "synced, shown otherwise": { ...UNVERIFIED, problems: ["read-back-differs"], pauses: 2 },
  "failed, nothing sent": { outcome: "failed", has: "old" },
  refused: FAILED,
  "failed, but in effect": { ...FAILED, has: "new", synced: "yes", pauses: 2 },
  "unknown, in truth old": UNKNOWN,
  "unknown, in truth new": { ...UNKNOWN, has: "new" },
  "unknown, shown as before": { ...UNKNOWN, pauses: 2 },
  "unknown, shown as neither": { ...UNKNOWN, has: "new", pauses: 2 },
} as const satisfies Record<string, Verdict>;

/** The whole list of requests, and the verdict. */
type End = readonly [requests: string, verdict: keyof typeof VERDICTS];
/** By the call that the fault meets. */
type Ends = { readonly [Call in CallKind]?: End | undefined };

/** Met once: the next attempt succeeds. */
const ONCE: Ends = {
  token: ["TOKEN×2 GET PUT GET", "synced"],
  list: ["TOKEN GET×2 PUT GET", "synced"],
  put: ["TOKEN GET PUT×2 GET", "synced"],
  readback: ["TOKEN GET PUT GET×2", "synced"],
};
const TWICE: Ends = {
  token: ["TOKEN×3 GET PUT GET", "synced"],
  list: ["TOKEN GET×3 PUT GET", "synced"],
  put: ["TOKEN GET PUT×3 GET", "synced"],
  readback: ["TOKEN GET PUT GET×3", "synced"],
};
/** Met by all five attempts, none of which has an effect; a PUT may still have one later. */
const ALWAYS: Ends = {
  token: ["TOKEN×5", "failed, nothing sent"],
  list: ["TOKEN GET×5", "failed, nothing sent"],
  put: ["TOKEN GET PUT×5 GET×3", "unknown, shown as before"],
  readback: ["TOKEN GET PUT GET×5", "synced, not read back"],
};
/** The same, but a PUT takes effect each time. */
const ALWAYS_IN_EFFECT: Ends = {
  ...ALWAYS,
  put: ["TOKEN GET PUT×5 GET", "synced, as the read-back shows"],
};
/** All five attempts are refused, which leaves no doubt. */
const ALWAYS_REFUSED: Ends = { ...ALWAYS, put: ["TOKEN GET PUT×5 GET", "refused"] };
/** A refusal that is final. */
const REFUSED: Ends = {
  token: ["TOKEN", "failed, nothing sent"],
  list: ["TOKEN GET", "failed, nothing sent"],
  put: ["TOKEN GET PUT GET", "refused"],
  readback: ["TOKEN GET PUT GET", "synced, not read back"],
};
/** A redirect, which does not say whether something happened before it. */
const REDIRECTED: Ends = { ...REFUSED, put: ["TOKEN GET PUT GET×3", "unknown, shown as before"] };
/** A success that says nothing. */
const MEANINGLESS: Ends = {
  ...REFUSED,
  put: ["TOKEN GET PUT GET×3", "unknown, shown as before"],
};
const IN_EFFECT: Ends = { put: ["TOKEN GET PUT GET", "synced, as the read-back shows"] };
const DENIED: Ends = { put: ["TOKEN GET PUT GET", "refused"] };
const DENIED_IN_EFFECT: Ends = { put: ["TOKEN GET PUT GET×3", "failed, but in effect"] };

/** The waits after an error of the server or the network, and after a 429 that names none. */
const DOUBLING = [1_000, 2_000, 4_000, 8_000];
const BY_THE_MINUTE = [10_000, 20_000, 40_000, 60_000];

interface TableRow {
  readonly fault: string;
  readonly trouble: Trouble | ((elsewhere: string) => Trouble);
  readonly times?: number;
  readonly ends: Ends;
  readonly waits?: readonly number[];
  readonly timesOut?: boolean;
  readonly options?: Partial<VantaOptions>;
}

const retryAfter = (value: string): Trouble => ({ status: 429, headers: { "retry-after": value } });
const BOUNDED = { responseLimit: 100_000 };

const TABLE: readonly TableRow[] = [
  { fault: "408", trouble: { status: 408 }, ends: ONCE, waits: [1_000] },
  { fault: "408 ×5", trouble: { status: 408 }, times: 5, ends: ALWAYS, waits: DOUBLING },
  { fault: "429", trouble: { status: 429 }, ends: ONCE, waits: [10_000] },
  { fault: "429, seconds", trouble: retryAfter("7"), ends: ONCE, waits: [7_000] },
  {
    fault: "429, a date",
    trouble: retryAfter("Mon, 23 Nov 2026 12:00:05 GMT"),
    ends: ONCE,
    waits: [5_000],
  },
  {
    fault: "429, a past date",
    trouble: retryAfter("Mon, 23 Nov 2026 11:59:55 GMT"),
    ends: ONCE,
    waits: [10_000],
  },
  { fault: "429, absurd", trouble: retryAfter("99999999999"), ends: ONCE, waits: [60_000] },
  {
    fault: "429, a date in years",
    trouble: retryAfter("Mon, 23 Nov 2099 12:00:05 GMT"),
    ends: ONCE,
    waits: [60_000],
  },
  { fault: "429, negative", trouble: retryAfter("-5"), ends: ONCE, waits: [10_000] },
  {
    fault: "429 ×5",
    trouble: { status: 429 },
    times: 5,
    ends: ALWAYS_REFUSED,
    waits: BY_THE_MINUTE,
  },
  { fault: "500", trouble: { status: 500 }, ends: ONCE, waits: [1_000] },
  {
    fault: "503 ×2",
    trouble: { status: 503, body: { error: "Service temporarily unavailable" } },
    times: 2,
    ends: TWICE,
    waits: [1_000, 2_000],
  },
  {
    fault: "504 ×5",
    trouble: { status: 504, body: { error: "Endpoint request timed out" } },
    times: 5,
    ends: ALWAYS,
    waits: DOUBLING,
  },
  { fault: "502 as HTML ×5", trouble: { html: 502 }, times: 5, ends: ALWAYS, waits: DOUBLING },
  {
    fault: "504 ×5, in effect",
    trouble: { status: 504, applied: true },
    times: 5,
    ends: { put: ALWAYS_IN_EFFECT.put },
    waits: DOUBLING,
  },
  { fault: "a reset before the request", trouble: { reset: "before" }, ends: ONCE, waits: [1_000] },
  {
    fault: "a reset before the request ×5",
    trouble: { reset: "before" },
    times: 5,
    ends: ALWAYS,
    waits: DOUBLING,
  },
  { fault: "a reset during the request", trouble: { reset: "during" }, ends: ONCE, waits: [1_000] },
  {
    fault: "a reset during the request ×5",
    trouble: { reset: "during" },
    times: 5,
    ends: ALWAYS,
    waits: DOUBLING,
  },
  { fault: "a reset after the request", trouble: { reset: "after" }, ends: ONCE, waits: [1_000] },
  {
    fault: "a reset after the request ×5",
    trouble: { reset: "after" },
    times: 5,
    ends: ALWAYS_IN_EFFECT,
    waits: DOUBLING,
  },
  { fault: "a cut answer", trouble: { cut: true }, ends: ONCE, waits: [1_000] },
  {
    fault: "a cut answer ×5",
    trouble: { cut: true },
    times: 5,
    ends: ALWAYS_IN_EFFECT,
    waits: DOUBLING,
  },
  { fault: "a hang", trouble: { hang: true }, ends: ONCE, waits: [1_000], timesOut: true },
  {
    fault: "a hang ×5",
    trouble: { hang: true },
    times: 5,
    ends: ALWAYS,
    waits: DOUBLING,
    timesOut: true,
  },
  {
    fault: "a hang ×5, in effect",
    trouble: { hang: true, applied: true },
    times: 5,
    ends: { put: ALWAYS_IN_EFFECT.put },
    waits: DOUBLING,
    timesOut: true,
  },
  { fault: "a trickle", trouble: { trickle: 50 }, ends: ONCE, waits: [1_000], timesOut: true },
  {
    fault: "a trickle ×5",
    trouble: { trickle: 50 },
    times: 5,
    ends: { list: ALWAYS.list, put: ALWAYS_IN_EFFECT.put },
    waits: DOUBLING,
    timesOut: true,
  },
  { fault: "HTML", trouble: { html: 200 }, ends: MEANINGLESS },
  { fault: "HTML, in effect", trouble: { html: 200, applied: true }, ends: IN_EFFECT },
  {
    fault: "half a JSON text",
    trouble: { status: 200, body: '{"resources":[' },
    ends: MEANINGLESS,
  },
  { fault: "null", trouble: { status: 200, body: "null" }, ends: MEANINGLESS },
  { fault: "an empty object", trouble: { status: 200, body: {} }, ends: MEANINGLESS },
  { fault: "an empty list", trouble: { status: 200, body: [] }, ends: MEANINGLESS },
  { fault: "nothing (204)", trouble: { status: 204 }, ends: MEANINGLESS },
  { fault: "nothing (204), in effect", trouble: { status: 204, applied: true }, ends: IN_EFFECT },
  {
    fault: "resources that are no list",
    trouble: { status: 200, body: { resources: {} } },
    ends: MEANINGLESS,
  },
  {
    fault: "rows without uniqueId",
    trouble: { status: 200, body: { resources: [{ id: "u-1" }] } },
    ends: MEANINGLESS,
  },
  {
    fault: "more pages",
    trouble: { status: 200, body: { resources: [], nextCursor: "x" } },
    ends: MEANINGLESS,
  },
  { fault: "a huge answer", trouble: { huge: 100_001 }, ends: MEANINGLESS, options: BOUNDED },
  { fault: "400", trouble: { status: 400, body: { error: "bad request" } }, ends: REFUSED },
  { fault: "403", trouble: { status: 403, body: { error: "forbidden" } }, ends: REFUSED },
  { fault: "403 as HTML", trouble: { html: 403 }, ends: REFUSED },
  { fault: "404", trouble: { status: 404, body: { error: "Resource not found" } }, ends: REFUSED },
  { fault: "404 as HTML", trouble: { html: 404 }, ends: REFUSED },
  { fault: "413", trouble: { html: 413 }, ends: REFUSED },
  ...[301, 302, 303, 307, 308].map((status): TableRow => {
    return {
      fault: `a redirect (${status})`,
      trouble: (elsewhere) => ({ redirect: `${elsewhere}/oauth/token`, status }),
      ends: REDIRECTED,
    };
  }),
  {
    fault: "invalid_client",
    trouble: { status: 401, body: { error: "invalid_client" } },
    ends: { token: REFUSED.token },
  },
  {
    fault: "invalid_scope",
    trouble: { status: 400, body: { error: "invalid_scope" } },
    ends: { token: REFUSED.token },
  },
  {
    fault: "a revoked token",
    trouble: { revoke: true },
    ends: {
      list: ["TOKEN GET TOKEN GET PUT GET", "synced"],
      put: ["TOKEN GET PUT TOKEN PUT GET", "synced"],
      readback: ["TOKEN GET PUT GET TOKEN GET", "synced"],
    },
  },
  {
    fault: "a revoked token ×2",
    trouble: { revoke: true },
    times: 2,
    ends: {
      list: ["TOKEN GET TOKEN GET", "failed, nothing sent"],
      put: ["TOKEN GET PUT TOKEN PUT GET", "unknown, in truth old"],
      readback: ["TOKEN GET PUT GET TOKEN GET", "synced, not read back"],
    },
  },
  { fault: "success: false", trouble: { status: 200, body: { success: false } }, ends: DENIED },
  {
    fault: "success: false, in effect",
    trouble: { status: 200, body: { success: false }, applied: true },
    ends: DENIED_IN_EFFECT,
  },
  {
    fault: "rejected: 1",
    trouble: { status: 200, body: { results: { accepted: 2, rejected: 1 } } },
    ends: DENIED,
  },
  {
    fault: "rejected: 1, in effect",
    trouble: { status: 200, body: { success: true, results: { rejected: 1 } }, applied: true },
    ends: DENIED_IN_EFFECT,
  },
  {
    fault: "accepted: 3",
    trouble: { status: 202, body: { results: { accepted: 3, rejected: 0 } } },
    ends: { put: MEANINGLESS.put },
  },
  {
    fault: "accepted: 3, in effect",
    trouble: { status: 202, body: { results: { accepted: 3, rejected: 0 } }, applied: true },
    ends: IN_EFFECT,
  },
  {
    fault: "a dropped row",
    trouble: { lose: "u-3" },
    ends: { put: ["TOKEN GET PUT GET×3", "synced, not as sent"] },
  },
];

// ----- One run

let vanta: FakeVanta;
let elsewhere: RawServer;

beforeAll(async () => {
  elsewhere = await startRawServer((_, outgoing) =>
    outgoing.end('{"access_token":"vat_stolen","success":true,"resources":[]}'),
  );
});
afterAll(() => elsewhere.close());

const proxy = process.env["https_proxy"];
afterEach(async () => {
  await vanta.close();
  if (proxy === undefined) delete process.env["https_proxy"];
  else process.env["https_proxy"] = proxy;
  // No request, and so no secret, ever reaches another host.
  expect({ seen: elsewhere.seen, connections: elsewhere.connections() }).toEqual({
    seen: [],
    connections: 0,
  });
});

interface Stage {
  readonly resourceIds?: readonly string[];
  readonly faults?: readonly Fault[];
  readonly stand?: Partial<FakeVantaOptions>;
  /** Which requests time out, counted from 0. */
  readonly timeouts?: { readonly first: number; readonly times: number };
  readonly options?: Partial<VantaOptions>;
  readonly environment?: Setup["environment"];
}

/**
 * Lets requests time out as soon as the stand-in keeps them waiting. By a short timeout, honest ones
 * would time out too where the machine is busy.
 */
function endDeadlines({ first, times }: NonNullable<Stage["timeouts"]>): () => void {
  const timeoutSeconds = 20;
  const start = globalThis.setTimeout;
  let deadline = (): void => undefined;
  let ended = 0;
  const timers = jest.spyOn(globalThis, "setTimeout").mockImplementation(((
    run: () => void,
    ms?: number,
  ) => {
    if (ms === timeoutSeconds * 1000) deadline = run;
    return start(run, ms);
  }) as typeof setTimeout);
  const watch = setInterval(() => {
    if (ended === times || vanta.calls().length !== first + ended + 1) return;
    ended += 1;
    // Time for a few bytes of an answer that trickles.
    start(deadline, 120);
  }, 5);
  return () => {
    clearInterval(watch);
    timers.mockRestore();
  };
}

/** Starts a stand-in, orders its faults, and syncs. */
async function sync(stage: Stage) {
  const { resourceIds = ["res-a"], faults = [] } = stage;
  vanta = await startFakeVanta({
    resources: Object.fromEntries(resourceIds.map((id) => [id, { rows: BEFORE }])),
    ...stage.stand,
  });
  for (const fault of faults) vanta.fault(fault);
  const before = new Map(resourceIds.map((id) => [id, vanta.rows(id)]));
  const stop = stage.timeouts && endDeadlines(stage.timeouts);
  const ran = await runOnce(vanta, {
    files: resourceIds.map((resourceId) => file(ROSTER, { resourceId }, `${resourceId}.json`)),
    settings: NO_LIMITS,
    environment: stage.environment ?? {},
    connection: stage.options ?? {},
  }).finally(stop);
  const shown = [JSON.stringify(ran.report), ...ran.log, ...ran.debugLog].join("\n");
  for (const secret of vanta.secrets()) expect(shown).not.toContain(secret);
  const result = { ...ran, stateOf: (id = "res-a") => stateOf(id, before.get(id)) };
  expectTruth(result, resourceIds, stage.stand);
  return result;
}

function stateOf(resourceId: string, before: unknown): Verdict["has"] {
  if (isDeepStrictEqual(vanta.rows(resourceId), before)) return "old";
  const live = [...vanta.live(resourceId)].sort((one, other) =>
    one.uniqueId < other.uniqueId ? -1 : 1,
  );
  return isDeepStrictEqual(live, AFTER) ? "new" : "other";
}

type Result = Ran & { readonly stateOf: (id?: string) => Verdict["has"] };

/** Vanta has the old accounts or the new ones, and the report claims nothing else. */
function expectTruth(
  { outcome, report, stateOf }: Result,
  resourceIds: readonly string[],
  { replaces }: Partial<FakeVantaOptions> = {},
): void {
  expect(report.outcome).toBe(outcome.outcome);
  if (outcome.outcome === "failed") expect(report.failures.join(" ")).toMatch(/\S/);
  if (report.resources === undefined) expect(vanta.puts()).toEqual([]);
  if (replaces === "application") return;
  for (const [index, resourceId] of resourceIds.entries()) {
    const { synced, verified } = report.resources?.[index] ?? { synced: "no", verified: false };
    const truth = stateOf(resourceId);
    if (synced === "no") expect(truth).toBe("old");
    if (synced === "yes") expect(truth).not.toBe("old");
    if (verified) expect(truth).toBe("new");
    if (outcome.outcome === "failed") expect(truth).not.toBe("other");
  }
}

/** `TOKEN GET PUT×5 GET×3`: equal requests in a row are counted. */
function inShort(calls: readonly string[]): string {
  const runs: { call: string; count: number }[] = [];
  for (const call of calls) {
    const last = runs.at(-1);
    if (last?.call === call) last.count += 1;
    else runs.push({ call, count: 1 });
  }
  return runs.map(({ call, count }) => (count === 1 ? call : `${call}×${count}`)).join(" ");
}

/** Every attempt that the report counts, in the words of the stand-in. */
function reported({ requests }: Outcome): string {
  const name = { POST: "TOKEN", GET: "GET", PUT: "PUT" } as const;
  return inShort(
    requests.flatMap(({ method, attempts }) =>
      Array.from({ length: attempts }, () => name[method]),
    ),
  );
}

function verdictOf({ outcome, report, stateOf }: Result) {
  const [{ synced, verified } = { synced: undefined, verified: undefined }] =
    report.resources ?? [];
  return {
    requests: inShort(vanta.calls()),
    reported: reported(outcome),
    exitCode: passes(outcome) ? 0 : 1,
    outcome: outcome.outcome,
    has: stateOf(),
    synced,
    verified,
    problems: outcome.problems.kept.map(({ code }) => code),
  };
}

function expected([requests, verdict]: End) {
  const { outcome, has, synced, verified, problems = [] }: Verdict = VERDICTS[verdict];
  const exitCode = outcome === "synced" ? 0 : 1;
  return { requests, reported: requests, exitCode, outcome, has, synced, verified, problems };
}

function waitsOf([, verdict]: End, waits: readonly number[] = []): readonly number[] {
  const { pauses = 0 }: Verdict = VERDICTS[verdict];
  return [...waits, ...Array.from({ length: pauses }, () => 2_000)];
}

// ----- The tests

test("no fault", async () => {
  const result = await sync({});
  expect(verdictOf(result)).toEqual(expected(["TOKEN GET PUT GET", "synced"]));
  expect(result.waits).toEqual([]);
});

const CALLS = ["token", "list", "put", "readback"] as const;

describe.each(CALLS)("a fault at the call: %s", (on) => {
  const rows = TABLE.flatMap(({ ends, ...rest }) => {
    const end = ends[on];
    return end === undefined ? [] : [{ ...rest, end, requests: end[0], verdict: end[1] }];
  });

  test.each(rows)(
    "$fault → $verdict, by $requests",
    async ({ trouble, times = 1, timesOut, end, waits, options = {} }) => {
      const order = typeof trouble === "function" ? trouble(elsewhere.url) : trouble;
      const timeouts = { first: CALLS.indexOf(on), times };
      const faults = [{ ...order, on, times }];
      const result = await sync({ faults, options, ...(timesOut === true && { timeouts }) });
      expect(verdictOf(result)).toEqual(expected(end));
      expect(result.waits).toEqual(waitsOf(end, waits));
      if (end[1] === "failed, nothing sent") expect(vanta.puts()).toEqual([]);
    },
  );
});

describe("several faults in one run", () => {
  const OLD_LIST: Trouble = { status: 200, body: { resources: BEFORE } };
  const ONE_MORE: Trouble = { status: 200, body: { resources: [...AFTER, row("u-4")] } };
  const EMPTY_LIST: Trouble = { status: 200, body: { resources: [] } };
  test.each<[string, readonly Fault[], End]>([
    [
      "no answer to the PUT, nor to the read-back",
      [
        { on: "put", reset: "before", times: 5 },
        { on: "readback", reset: "before", times: 5 },
      ],
      ["TOKEN GET PUT×5 GET×5", "unknown, in truth old"],
    ],
    [
      "no answer to the PUT that is in effect, nor to the read-back",
      [
        { on: "put", reset: "after", times: 5 },
        { on: "readback", status: 503, times: 5 },
      ],
      ["TOKEN GET PUT×5 GET×5", "unknown, in truth new"],
    ],
    [
      "success: false, and a read-back that is HTML",
      [
        { on: "put", status: 200, body: { success: false } },
        { on: "readback", html: 200 },
      ],
      ["TOKEN GET PUT GET", "unknown, in truth old"],
    ],
    [
      "a list that is late",
      [{ ...OLD_LIST, on: "readback" }],
      ["TOKEN GET PUT GET×2", "synced, shown late"],
    ],
    [
      "a read-back with one more",
      [{ ...ONE_MORE, on: "readback", times: 3 }],
      ["TOKEN GET PUT GET×3", "synced, shown otherwise"],
    ],
    [
      "no answer to the PUT, and a read-back with one more",
      [
        { on: "put", reset: "after", times: 5 },
        { ...ONE_MORE, on: "readback", times: 3 },
      ],
      ["TOKEN GET PUT×5 GET×3", "unknown, shown as neither"],
    ],
    [
      "a read-back of nobody",
      [{ ...EMPTY_LIST, on: "readback", times: 3 }],
      ["TOKEN GET PUT GET×3", "synced, shown otherwise"],
    ],
    [
      "no answer to the PUT, and a read-back of nobody",
      [
        { on: "put", reset: "after", times: 5 },
        { ...EMPTY_LIST, on: "readback", times: 3 },
      ],
      ["TOKEN GET PUT×5 GET×3", "unknown, shown as neither"],
    ],
    [
      "a PUT in effect without an answer, then a refusal",
      [
        { on: "put", status: 503, applied: true },
        { on: "put", status: 400, body: { error: "/0: bad" } },
      ],
      ["TOKEN GET PUT×2 GET", "synced, as the read-back shows"],
    ],
    [
      "a PUT in effect without an answer, then a revoked token, twice",
      [
        { on: "put", status: 503, applied: true },
        { on: "put", revoke: true, times: 2 },
      ],
      ["TOKEN GET PUT×2 TOKEN PUT GET", "unknown, in truth new"],
    ],
    [
      "tokens revoked at the list and at the PUT",
      [
        { on: "list", revoke: true },
        { on: "put", revoke: true },
      ],
      ["TOKEN GET TOKEN GET PUT GET", "unknown, in truth old"],
    ],
    [
      "tokens revoked at the PUT and at the read-back",
      [
        { on: "put", revoke: true },
        { on: "readback", revoke: true },
      ],
      ["TOKEN GET PUT TOKEN PUT GET", "synced, not read back"],
    ],
    [
      "a revoked token, and no other",
      [
        { on: "put", revoke: true },
        { on: "token", nth: 2, status: 401, body: { error: "invalid_client" } },
      ],
      ["TOKEN GET PUT TOKEN", "unknown, in truth old"],
    ],
    [
      "a token revoked at the read-back, and no other",
      [
        { on: "readback", revoke: true },
        { on: "token", nth: 2, status: 503, times: 5 },
      ],
      ["TOKEN GET PUT GET TOKEN×5", "synced, not read back"],
    ],
    [
      "a PUT in effect without an answer, then a revoked token, and no other",
      [
        { on: "put", status: 503, applied: true },
        { on: "put", revoke: true },
        { on: "token", nth: 2, status: 400, body: { error: "invalid_scope" } },
      ],
      ["TOKEN GET PUT×2 TOKEN", "unknown, in truth new"],
    ],
    [
      "a fault at every call",
      [
        { on: "token", status: 503 },
        { on: "list", reset: "before" },
        { on: "put", cut: true },
        { on: "readback", status: 429 },
      ],
      ["TOKEN×2 GET×2 PUT×2 GET×2", "synced"],
    ],
  ])("%s", async (_, faults, end) => {
    expect(verdictOf(await sync({ faults }))).toEqual(expected(end));
  });
});

describe("credentials that do not fit", () => {
  test("a wrong secret", async () => {
    const result = await sync({ options: { clientSecret: "vcs_wrong" } });
    expect(verdictOf(result)).toEqual(expected(["TOKEN", "failed, nothing sent"]));
    expect(result.report.failures[0]).toContain("client-id and client-secret");
  });

  test("a scope that the application lacks", async () => {
    const result = await sync({ stand: { scopes: ["connectors.self:read-resource"] } });
    expect(verdictOf(result)).toEqual(expected(["TOKEN", "failed, nothing sent"]));
    expect(result.report.failures[0]).toContain("invalid_scope");
  });

  test("a resource that Vanta does not know", async () => {
    const result = await sync({
      resourceIds: ["res-a", "res-b"],
      faults: [{ on: "list", nth: 2, status: 404, body: { error: "none" } }],
    });
    expect(verdictOf(result)).toEqual(expected(["TOKEN GET×2", "failed, nothing sent"]));
  });
});

describe("no way to Vanta", () => {
  test("no one listening", async () => {
    const closed = await startRawServer(() => undefined);
    await closed.close();
    const result = await sync({ options: { apiUrl: closed.url } });
    expect(verdictOf(result)).toEqual({
      ...expected(["", "failed, nothing sent"]),
      reported: "TOKEN×5",
    });
    expect(result.waits).toEqual(DOUBLING);
  });

  test("no one listening any more once the list is read", async () => {
    const saveBackup = () => {
      void vanta.close();
      return "/backup-*.json";
    };
    const result = await sync({ environment: { saveBackup } });
    expect(verdictOf(result)).toEqual({
      ...expected(["TOKEN GET", "unknown, in truth old"]),
      reported: "TOKEN GET PUT×5 GET×5",
    });
    expect(result.waits).toEqual([...DOUBLING, ...DOUBLING]);
  });

  test("a proxy that refuses", async () => {
    const refusing = await startRawServer(
      () => undefined,
      (_, socket) => socket.end("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n"),
    );
    process.env["https_proxy"] = refusing.url;
    const result = await sync({ options: { apiUrl: "https://api.vanta.test" } });
    await refusing.close();
    expect(verdictOf(result)).toEqual({
      ...expected(["", "failed, nothing sent"]),
      reported: "TOKEN×5",
    });
    expect(refusing.seen).toEqual(Array.from({ length: 5 }, () => "CONNECT api.vanta.test:443"));
    expect(result.report.failures[0]).toContain("the proxy");
  });
});

describe("two resources", () => {
  const resourceIds = ["res-a", "res-b"];
  const calls = () =>
    vanta.requests.map(({ kind, method, query, body }) =>
      kind === "token" ? "TOKEN" : `${method} ${query["resourceId"] ?? body?.resourceId}`,
    );
  const told = ({ report }: Result) =>
    report.resources.map(
      ({ synced, verified }: { synced: string; verified: boolean }) => `${synced} ${verified}`,
    );
  const both = ({ stateOf }: Result) => resourceIds.map(stateOf);

  test.each<[string, Fault]>([
    ["a 400", { on: "put", status: 400, body: { error: "/0: bad" } }],
    ["a 404", { on: "put", html: 404 }],
    ["a 429 ×5", { on: "put", status: 429, times: 5 }],
  ])("%s for the first: the second goes on", async (_, fault) => {
    const result = await sync({ resourceIds, faults: [fault] });
    expect(result.outcome.outcome).toBe("failed");
    expect(told(result)).toEqual(["no false", "yes true"]);
    expect(both(result)).toEqual(["old", "new"]);
    // The first is read back too: the second PUT may have taken its accounts away.
    expect(inShort(calls())).toBe(
      `TOKEN GET res-a GET res-b PUT res-a${fault.times === undefined ? "" : "×5"} PUT res-b GET res-a GET res-b`,
    );
  });

  test.each<[string, Fault, string, string, string]>([
    ["no effect", { on: "put", status: 503, times: 5 }, "unknown false", "old", "GET res-a×3"],
    ["an effect", { on: "put", cut: true, times: 5 }, "yes true", "new", "GET res-a"],
  ])(
    "no answer for the first, with %s: the second goes on",
    async (_, fault, first, state, reads) => {
      const result = await sync({ resourceIds, faults: [fault] });
      expect(result.outcome.outcome).toBe(first === "yes true" ? "synced" : "failed");
      expect(told(result)).toEqual([first, "yes true"]);
      expect(both(result)).toEqual([state, "new"]);
      expect(inShort(calls())).toBe(
        `TOKEN GET res-a GET res-b PUT res-a×5 PUT res-b ${reads} GET res-b`,
      );
    },
  );

  test.each<[string, Fault, string, string]>([
    ["a 403", { on: "put", status: 403, body: { error: "forbidden" } }, "PUT res-a", "no false"],
    ["a 403 as HTML", { on: "put", html: 403 }, "PUT res-a", "no false"],
    [
      "a second 401",
      { on: "put", revoke: true, times: 2 },
      "PUT res-a TOKEN PUT res-a",
      "unknown false",
    ],
  ])("%s for the first: the second is not sent", async (_, fault, requests, first) => {
    const result = await sync({ resourceIds, faults: [fault] });
    expect(result.outcome.outcome).toBe("failed");
    expect(told(result)).toEqual([first, "no false"]);
    expect(both(result)).toEqual(["old", "old"]);
    expect(inShort(calls())).toBe(`TOKEN GET res-a GET res-b ${requests} GET res-a`);
    expect(result.report.failures[1]).toMatch(/"res-b" was not sent/);
  });

  test.each<[string, Trouble, number]>([
    ["a 400", { status: 400, body: { error: "invalid_scope" } }, 1],
    ["a 503 ×5", { status: 503 }, 5],
    ["no answer", { reset: "before" }, 5],
  ])(
    "a 401 for the first, and %s in place of a new token: no other is asked for, and the second is not sent",
    async (_, trouble, times) => {
      const revoked: Fault = { on: "put", revoke: true };
      const result = await sync({
        resourceIds,
        faults: [revoked, { ...trouble, on: "token", nth: 2, times }],
      });
      expect(result.outcome.outcome).toBe("failed");
      expect(told(result)).toEqual(["unknown false", "no false"]);
      expect(both(result)).toEqual(["old", "old"]);
      expect(inShort(calls())).toBe(
        `TOKEN GET res-a GET res-b PUT res-a TOKEN${times === 1 ? "" : `×${times}`}`,
      );
      expect(reported(result.outcome)).toBe(inShort(vanta.calls()));
      expect(result.report.failures).toEqual([
        expect.stringMatching(/^Vanta returned no access token.*It could not be read back/),
        'Resource "res-b" was not sent: Vanta had refused the credentials before it was sent.',
      ]);
    },
  );

  test("the same for the second: the first is synced, but cannot be read back, for which nothing is asked", async () => {
    const revoked: Fault = { on: "put", nth: 2, revoke: true };
    const result = await sync({
      resourceIds,
      faults: [revoked, { on: "token", nth: 2, status: 400 }],
    });
    expect(result.outcome.outcome).toBe("failed");
    expect(told(result)).toEqual(["yes false", "unknown false"]);
    expect(both(result)).toEqual(["new", "old"]);
    expect(inShort(calls())).toBe("TOKEN GET res-a GET res-b PUT res-a PUT res-b TOKEN");
    expect(reported(result.outcome)).toBe(inShort(vanta.calls()));
  });

  test("a 403 for the second: the first is synced, and the report says which is which", async () => {
    const result = await sync({
      resourceIds,
      faults: [{ on: "put", nth: 2, status: 403, body: { error: "forbidden" } }],
    });
    expect(result.outcome.outcome).toBe("failed");
    expect(told(result)).toEqual(["yes true", "no false"]);
    expect(both(result)).toEqual(["new", "old"]);
  });

  test("a fault at the second list: nothing is sent to either", async () => {
    const result = await sync({
      resourceIds,
      faults: [{ on: "list", nth: 2, status: 500, times: 5 }],
    });
    expect(result.outcome).toMatchObject({ outcome: "failed" });
    expect(inShort(calls())).toBe("TOKEN GET res-a GET res-b×5");
    expect(both(result)).toEqual(["old", "old"]);
  });

  test("a token that is revoked at the first PUT is renewed once for both", async () => {
    const result = await sync({ resourceIds, faults: [{ on: "put", revoke: true }] });
    expect(told(result)).toEqual(["yes true", "yes true"]);
    expect(inShort(calls())).toBe(
      "TOKEN GET res-a GET res-b PUT res-a TOKEN PUT res-a PUT res-b GET res-a GET res-b",
    );
  });

  test("where a PUT replaces the accounts of the whole application, the run fails and says so", async () => {
    const result = await sync({ resourceIds, stand: { replaces: "application" } });
    expect(result.outcome.outcome).toBe("failed");
    expect(told(result)).toEqual(["unknown false", "yes true"]);
    expect(vanta.live("res-a")).toEqual([]);
    expect(result.stateOf("res-b")).toBe("new");
    expect(inShort(calls())).toBe(
      "TOKEN GET res-a GET res-b PUT res-a PUT res-b GET res-a×3 GET res-b",
    );
    expect(result.report.failures).toEqual([
      expect.stringContaining("create one Vanta application for each resource"),
    ]);
  });

  test("the same, where the second PUT fails: the first has taken its accounts away", async () => {
    const result = await sync({
      resourceIds,
      stand: { replaces: "application" },
      faults: [{ on: "put", nth: 2, status: 400, body: { error: "bad" } }],
    });
    expect(told(result)).toEqual(["yes true", "unknown false"]);
    expect(vanta.live("res-b")).toEqual([]);
    expect(result.report.failures[0]).toMatch(/took accounts of resource "res-b" away/);
  });
});
