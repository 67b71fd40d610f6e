// The PUTs of a sync: each resource once, in order, until something says to stop.
import { describe, expect, test } from "@jest/globals";
import { msg } from "../../src/model/message.js";
import { Cancelled } from "../../src/model/ports.js";
import { type SendEnvironment, type Stop, sendAll } from "../../src/sync/send.js";
import { approvedFor, vantaError } from "./puts.js";

/** What a PUT does, by resource ID; nothing for one that succeeds. */
type Puts = Readonly<
  Record<string, (beforeRepeat: () => Promise<void>, abort: () => void) => Promise<void> | void>
>;

/** Sends a, b and c. `newest`: what the check returns, each time it is asked. */
async function send(puts: Puts, newest: readonly (Stop | undefined)[] = [], aborted = false) {
  const steps: string[] = [];
  const controller = new AbortController();
  if (aborted) controller.abort();
  const answers = [...newest];
  const environment: SendEnvironment = {
    writer: {
      replace: async ({ resourceId }, beforeRepeat) => {
        steps.push(`PUT ${resourceId}`);
        await puts[resourceId]?.(beforeRepeat, () => controller.abort());
      },
    },
    signal: controller.signal,
    checkNewest: async () => {
      steps.push("NEWEST");
      return answers.shift();
    },
  };
  const { puts: sent, stop } = await sendAll(approvedFor(["a", "b", "c"]), environment);
  return { steps, stop, kinds: sent.map(({ state }) => state.kind), sent };
}

const SUPERSEDED: Stop = { kind: "superseded", reason: msg`The branch has moved on.` };
const throws = (error: Error) => () => {
  throw error;
};

test("asks whether the commit is the newest once, then sends each resource", async () => {
  expect(await send({})).toMatchObject({
    steps: ["NEWEST", "PUT a", "PUT b", "PUT c"],
    stop: undefined,
    kinds: ["accepted", "accepted", "accepted"],
  });
});

test("a newer commit before the first PUT: nothing is sent, and GitHub is not asked", async () => {
  expect(await send({}, [SUPERSEDED])).toMatchObject({
    steps: ["NEWEST"],
    stop: SUPERSEDED,
    kinds: ["skipped", "skipped", "skipped"],
  });
});

describe("a renewed token", () => {
  test("asks again, and goes on", async () => {
    const result = await send({ b: (beforeRepeat) => beforeRepeat() });
    expect(result.steps).toEqual(["NEWEST", "PUT a", "PUT b", "NEWEST", "PUT c"]);
    expect(result.kinds).toEqual(["accepted", "accepted", "accepted"]);
  });

  test("and a newer commit: that PUT and all later ones are not sent", async () => {
    const result = await send({ b: (beforeRepeat) => beforeRepeat() }, [undefined, SUPERSEDED]);
    expect(result).toMatchObject({ stop: SUPERSEDED, kinds: ["accepted", "skipped", "skipped"] });
    expect(result.steps).toEqual(["NEWEST", "PUT a", "PUT b", "NEWEST"]);
  });
});

describe("a PUT that fails", () => {
  test.each([
    ["none", "refused"],
    ["denied", "denied"],
    ["unknown", "unclear"],
  ] as const)("with effect %s is %s, and the next is sent", async (effect, kind) => {
    const error = vantaError(effect, { status: 400 });
    const { sent, kinds, stop } = await send({ a: throws(error) });
    expect(kinds).toEqual([kind, "accepted", "accepted"]);
    expect(sent[0]?.state).toEqual({ kind, error });
    expect(stop).toBeUndefined();
  });

  test.each([401, 403])("by a %d stops the others, and says why", async (status) => {
    const { sent, steps } = await send({ b: throws(vantaError("none", { status })) });
    expect(steps).toEqual(["NEWEST", "PUT a", "PUT b"]);
    expect(sent[2]?.state).toEqual({
      kind: "skipped",
      why: ["Vanta had refused the credentials before it was sent"],
    });
  });
});

describe("a signal", () => {
  const why = ["the run was cancelled before it was sent"];

  test("before the first PUT: nothing is sent, and GitHub is not asked", async () => {
    const { steps, sent } = await send({}, [], true);
    expect(steps).toEqual([]);
    expect(sent.map(({ state }) => state)).toEqual(
      ["a", "b", "c"].map(() => ({ kind: "skipped", why })),
    );
  });

  test("before a PUT is repeated with a new token: GitHub is not asked", async () => {
    const result = await send({
      a: async (beforeRepeat, abort) => {
        abort();
        await beforeRepeat();
        throw new Cancelled();
      },
    });
    expect(result.steps).toEqual(["NEWEST", "PUT a"]);
    expect(result.kinds).toEqual(["skipped", "skipped", "skipped"]);
  });

  test("while a PUT waits for its first attempt: it and the others are not sent", async () => {
    const { kinds, sent } = await send({ b: throws(new Cancelled()) });
    expect(kinds).toEqual(["accepted", "skipped", "skipped"]);
    expect(sent[1]?.state).toEqual({ kind: "skipped", why });
  });
});

test("an unexpected error is thrown on", async () => {
  await expect(send({ b: throws(new TypeError("a bug")) })).rejects.toThrow("a bug");
});
