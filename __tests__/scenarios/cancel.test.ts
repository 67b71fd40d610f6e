// A job that is cancelled, through the built bundle: no new request, and the report says what was
// sent. GitHub sends SIGINT first, then SIGTERM; a person's runner may send either.
import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { type FakeVanta, startFakeVanta } from "../support/fake-vanta.js";
import { type Job, type Step, startJob } from "../support/run-action.js";
import {
  ADA,
  ALAN,
  credentials,
  GRACE,
  NO_LIMITS,
  RESOURCE,
  roster,
  rows,
  SECOND,
  until,
} from "./setting.js";

let vanta: FakeVanta;
let job: Job;

beforeEach(async () => {
  vanta = await startFakeVanta({
    resources: { [RESOURCE]: { rows: rows(ADA) }, [SECOND]: { rows: rows(GRACE) } },
  });
  job = startJob();
  job.write({ "users.json": roster([ADA, ALAN]) });
});

afterEach(async () => {
  job.close();
  await vanta.close();
});

type When = (log: string) => boolean;

/** Runs a sync and sends it each signal as soon as it has come so far. */
async function cancelled(...signals: readonly (readonly [NodeJS.Signals, When])[]): Promise<Step> {
  let ended = false;
  const step = await job.step({
    inputs: { roster: "*.json", ...credentials(vanta), ...NO_LIMITS },
    event: "push",
    async onStart(kill, log) {
      for (const [signal, when] of signals) {
        await until(() => ended || when(log()));
        kill(signal);
      }
    },
  });
  ended = true;
  return step;
}

const received =
  (call: string, count = 1) =>
  () =>
    vanta.calls().filter((one) => one === call).length >= count;

function expectFailed(step: Step): void {
  expect(step.exitCode).toBe(1);
  expect(step.outputs).toMatchObject({ mode: "sync", outcome: "failed" });
  for (const shown of [
    step.summary,
    step.log,
    step.report.failures.join("\n"),
    step.annotations.error.join("\n"),
  ])
    expect(shown).toContain("The run was cancelled");
}

describe("before anything was sent", () => {
  test("while Vanta is slow to answer: nothing was sent", async () => {
    vanta.fault({ on: "list", hang: true });
    const step = await cancelled(["SIGTERM", received("GET")]);
    expectFailed(step);
    expect(step.report.failures).toEqual(["The run was cancelled. Nothing was sent."]);
    expect(step.summary).toContain("Nothing was sent.");
    expect(vanta.calls()).toEqual(["TOKEN", "GET"]);
  });

  test("while it waits to try again: it does not", async () => {
    vanta.fault({ on: "list", status: 429, headers: { "retry-after": "50" } });
    const step = await cancelled(["SIGINT", (log) => log.includes("trying again in 50.0 s")]);
    expectFailed(step);
    expect(vanta.calls()).toEqual(["TOKEN", "GET"]);
    expect(step.report.requests).toMatchObject([
      { method: "POST" },
      { method: "GET", attempts: 1, status: 429 },
    ]);
  });
});

describe("in the middle of a sync", () => {
  test("while a PUT is under way: whether it took effect is not known, and there is the backup", async () => {
    vanta.fault({ on: "put", hang: true, applied: true });
    const step = await cancelled(["SIGTERM", received("PUT")]);
    expectFailed(step);
    expect(step.report.resources).toMatchObject([
      { resourceId: RESOURCE, synced: "unknown", verified: false },
    ]);
    expect(step.outputs["verified"]).toBe("false");
    expect(step.summary).toContain("It may still take effect.");
    expect(vanta.calls()).toEqual(["TOKEN", "GET", "PUT"]);
    const backup = readFileSync(step.outputs["backup"]?.replace("*", RESOURCE) ?? "", "utf8");
    expect(JSON.parse(backup)).toMatchObject({ resources: [{ uniqueId: "u-1" }] });
  });

  test("between two resources: the second is not sent, and the report says so of each", async () => {
    job.write({ "second.json": roster([GRACE], { resourceId: SECOND }) });
    vanta.fault({ on: "put", hang: true, applied: true });
    const step = await cancelled(["SIGINT", received("PUT")]);
    expectFailed(step);
    expect(step.report.resources).toMatchObject([
      { resourceId: RESOURCE, synced: "unknown" },
      { resourceId: SECOND, synced: "no" },
    ]);
    expect(step.report.failures.join("\n")).toContain(`Resource "${SECOND}" was not sent`);
    expect(vanta.puts()).toHaveLength(1);
  });

  test("while it waits to send again: the answer before it was a server's error, so it is not known", async () => {
    vanta.fault({ on: "put", status: 503, headers: { "retry-after": "50" }, times: 5 });
    const step = await cancelled(["SIGTERM", (log) => log.includes("trying again in 50.0 s")]);
    expectFailed(step);
    expect(step.report.resources).toMatchObject([{ synced: "unknown" }]);
    expect(vanta.puts()).toHaveLength(1);
  });

  test("while it reads back: everything was sent, and the report says so", async () => {
    vanta.fault({ on: "readback", hang: true });
    const step = await cancelled(["SIGINT", received("GET", 2)]);
    expectFailed(step);
    expect(step.report.resources).toMatchObject([{ synced: "yes", verified: false }]);
    expect(step.summary).toContain("The sync took effect.");
    expect(vanta.calls()).toEqual(["TOKEN", "GET", "PUT", "GET"]);
    expect(vanta.live(RESOURCE)).toHaveLength(2);
  });
});

test("a second signal, as GitHub sends it, changes nothing: the report is written", async () => {
  vanta.fault({ on: "put", hang: true });
  const step = await cancelled(
    ["SIGINT", received("PUT")],
    ["SIGTERM", (log) => log.includes("Plan, resource")],
  );
  expectFailed(step);
  expect(step.report.resources).toMatchObject([{ synced: "unknown" }]);
});
