// A sync against the stand-in: the order of requests, the pauses, and what each resource comes to.
import { afterEach, describe, expect, test } from "@jest/globals";
import { Cancelled } from "../../src/model/ports.js";
import type { Approved } from "../../src/plan/guards.js";
import { type SyncEnvironment, syncResources } from "../../src/sync/sync.js";
import { connectWriter } from "../../src/vanta/client.js";
import { account, row } from "../support/accounts.js";
import { type StillClock, stillClock } from "../support/clock.js";
import { type FakeVanta, type FakeVantaOptions, startFakeVanta } from "../support/fake-vanta.js";
import { listener } from "../support/progress.js";
import { approvedFor, BEFORE } from "./puts.js";

let vanta: FakeVanta;
afterEach(() => vanta.close());

interface Setup {
  readonly resourceIds?: readonly string[];
  readonly vanta?: Partial<FakeVantaOptions>;
  readonly order?: (vanta: FakeVanta) => void;
  readonly environment?: Partial<SyncEnvironment>;
  readonly clock?: StillClock;
  readonly approved?: readonly Approved[];
}

async function sync({ resourceIds = ["a"], environment = {}, ...setup }: Setup) {
  const resources = Object.fromEntries(resourceIds.map((id) => [id, { rows: BEFORE }]));
  vanta = await startFakeVanta({ resources, ...setup.vanta });
  setup.order?.(vanta);
  const { clock = stillClock(), approved = approvedFor(resourceIds) } = setup;
  const progress = listener();
  const { signal } = new AbortController();
  const shared = { clock, progress, signal, ...environment };
  const options = {
    apiUrl: vanta.url,
    clientId: vanta.clientId,
    clientSecret: vanta.clientSecret,
    timeoutSeconds: 20,
    mask: () => undefined,
    requests: [],
    ...shared,
  };
  const { results } = await syncResources(approved, {
    checkNewest: async () => undefined,
    ...connectWriter<Approved>(options),
    ...shared,
  });
  return {
    known: results.map(({ synced, verified }) => (verified ? `${synced} verified` : synced)),
    codes: results.flatMap(({ problems }) => problems.map(({ code }) => code)),
    calls: vanta.requests
      .filter(({ kind }) => kind !== "token")
      .map(({ method, query, body }) => `${method} ${query["resourceId"] ?? body.resourceId}`),
    waits: clock.waits,
    lines: progress.lines,
  };
}

test("sends every resource, in order, then reads each back", async () => {
  expect(await sync({ resourceIds: ["a", "b"] })).toMatchObject({
    known: ["yes verified", "yes verified"],
    codes: [],
    calls: ["PUT a", "PUT b", "GET a", "GET b"],
    waits: [],
  });
});

describe("a read-back that lags", () => {
  test.each([
    [1, ["PUT a", "GET a", "GET a"], [2000], "yes verified"],
    [2, ["PUT a", "GET a", "GET a", "GET a"], [2000, 2000], "yes verified"],
    [3, ["PUT a", "GET a", "GET a", "GET a"], [2000, 2000], "yes"],
  ])("by %d reads", async (lag, calls, waits, known) => {
    const result = await sync({ vanta: { lag } });
    expect(result).toMatchObject({ calls, waits, known: [known] });
    expect(result.lines).toContain("Resource a is not as expected yet; reading again in 2 s.");
    expect(result.codes).toEqual(known === "yes" ? ["read-back-differs"] : []);
  });

  test("after a PUT with an unclear answer: read until it shows", async () => {
    const order = (one: FakeVanta) => one.fault({ on: "put", html: 200, applied: true });
    expect(await sync({ vanta: { lag: 1 }, order })).toMatchObject({
      known: ["yes verified"],
      codes: ["put-unclear"],
      waits: [2000],
    });
  });

  test("after a refusal: read until it is as before", async () => {
    const order = (one: FakeVanta) => one.fault({ on: "put", status: 400, body: { error: "no" } });
    expect(await sync({ order })).toMatchObject({ known: ["no"], calls: ["PUT a", "GET a"] });
  });
});

describe("where nothing would change, and a PUT gets no answer", () => {
  const same = () => [row("u-1", { updatedAt: "2026-11-01T00:00:00Z" })];
  const setup = (applied: boolean): Setup => ({
    vanta: { resources: { a: { rows: same() } }, now: () => new Date("2026-11-23T12:00:00Z") },
    approved: approvedFor(["a"], same(), [account("u-1")]),
    order: (one) => one.fault({ on: "put", status: 503, times: 5, applied }),
  });

  test("not applied: unknown", async () => {
    expect(await sync(setup(false))).toMatchObject({ known: ["unknown"], codes: [] });
  });

  test("applied, which a newer updatedAt shows: verified", async () => {
    expect(await sync(setup(true))).toMatchObject({
      known: ["yes verified"],
      codes: ["put-unclear"],
    });
  });
});

describe("where a PUT replaces the accounts of the whole application", () => {
  const application: Setup = {
    resourceIds: ["a", "b", "c"],
    vanta: { replaces: "application" },
  };

  test("the last resource is verified, the others are not known", async () => {
    expect(await sync(application)).toMatchObject({
      known: ["unknown", "unknown", "yes verified"],
      codes: [],
    });
  });

  test("also where the last PUT may have been refused, or was denied", async () => {
    const refuse = (one: FakeVanta) => one.fault({ on: "put", nth: 3, status: 400 });
    expect(await sync({ ...application, order: refuse })).toMatchObject({
      known: ["unknown", "yes verified", "unknown"],
    });
    await vanta.close();
    const deny = (one: FakeVanta) =>
      one.fault({ on: "put", nth: 3, status: 200, body: { success: false }, applied: true });
    expect(await sync({ ...application, order: deny })).toMatchObject({
      known: ["unknown", "unknown", "yes"],
    });
  });

  test("a refused PUT takes nothing from another", async () => {
    const order = (one: FakeVanta) => one.fault({ on: "put", nth: 2, status: 400 });
    expect(await sync({ resourceIds: ["a", "b"], order })).toMatchObject({
      known: ["yes verified", "no"],
    });
  });
});

describe("a signal", () => {
  test("between two PUTs: the first is not read back, the second is not sent", async () => {
    const controller = new AbortController();
    const checkNewest = async () => {
      vanta.fault({ on: "put", status: 429 });
      return undefined;
    };
    const clock = stillClock({ onSleep: () => controller.abort(new Cancelled()) });
    const environment = { signal: controller.signal, checkNewest };
    expect(await sync({ resourceIds: ["a", "b"], environment, clock })).toMatchObject({
      known: ["no", "no"],
      calls: ["PUT a"],
    });
  });

  test("while the read-back waits: no further read", async () => {
    const controller = new AbortController();
    const clock = stillClock({ onSleep: () => controller.abort(new Cancelled()) });
    const environment = { signal: controller.signal };
    expect(
      await sync({ resourceIds: ["a", "b"], vanta: { lag: 1 }, environment, clock }),
    ).toMatchObject({
      known: ["yes", "yes"],
      codes: ["read-back-failed", "read-back-failed"],
      calls: ["PUT a", "PUT b", "GET a"],
    });
  });
});

test("an unexpected error of the read-back is thrown on", async () => {
  const reader = {
    list: async () => {
      throw new TypeError("a bug");
    },
  };
  await expect(
    syncResources(approvedFor(["a"]), {
      reader,
      writer: { replace: async () => undefined },
      checkNewest: async () => undefined,
      clock: stillClock(),
      progress: listener(),
      signal: new AbortController().signal,
    }),
  ).rejects.toThrow("a bug");
});
