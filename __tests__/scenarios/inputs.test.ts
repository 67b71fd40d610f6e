// Inputs and the runner's own files through the built bundle: every problem in one run, and a
// report for every outcome.
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { type FakeVanta, startFakeVanta } from "../support/fake-vanta.js";
import { type Job, type Step, startJob } from "../support/run-action.js";
import { ADA, credentials, GRACE, NO_LIMITS, RESOURCE, roster, rows } from "./setting.js";

const ajv = new Ajv({ allErrors: true });
addFormats.default(ajv);
const checkReport = ajv.compile(JSON.parse(readFileSync("report.schema.json", "utf8")));

let vanta: FakeVanta;
let job: Job;

beforeEach(async () => {
  vanta = await startFakeVanta({
    resources: { [RESOURCE]: { rows: rows(ADA, GRACE) } },
    tokensPerMinute: Number.POSITIVE_INFINITY,
  });
  job = startJob();
  job.write({ "users.json": roster([ADA]) });
});

afterEach(async () => {
  job.close();
  await vanta.close();
});

const inputs = () => ({ roster: "users.json", ...credentials(vanta), ...NO_LIMITS });

describe("problems with inputs", () => {
  test("are told together, each by its input, before anything is read or sent", async () => {
    const wrong = {
      roster: "missing.yml\n../outside.yml",
      mode: "snyc",
      "client-id": vanta.clientId,
      "client-secret": "",
      "api-url": "https://api.eu.vanta.com",
      "on-removal": "delete",
      "max-removals": "20 %%",
      "max-removal": "5",
      "allow-empty": "yes",
      "approved-plan": "sha256:1234",
      redact: "Always",
      "request-timeout-seconds": "0",
    };
    const step = await job.step({ inputs: wrong, event: "push" });
    expect(step.exitCode).toBe(1);
    const told: readonly string[] = step.report.problems.map(
      ({ message }: { message: string }) => message,
    );
    const named = told.map((message) => message.split(":")[0]);
    const expected = Object.keys(wrong).filter((name) => name !== "client-id");
    expect([...new Set(named)].sort()).toEqual(expected.sort());
    expect(step.outputs).toMatchObject({ outcome: "invalid", errors: String(told.length) });
    for (const hint of [
      "sync",
      "https://api.vanta.com",
      "max-removals?",
      "deactivate",
      "write true or false",
    ])
      expect(told.join("\n")).toContain(hint);
    expect(told.join("\n")).not.toContain("missing.yml");
    expect(vanta.requests).toEqual([]);
  });

  test("an explicit sync on a pull request is one of them", async () => {
    const step = await job.step({ inputs: { ...inputs(), mode: "sync" }, event: "pull_request" });
    expect(step.outputs).toMatchObject({ outcome: "invalid", errors: "1" });
    expect(step.annotations.error.join("\n")).toContain('is refused on "pull_request"');
    expect(vanta.requests).toEqual([]);
  });
});

describe("report-file", () => {
  test("is where it was named, from the workspace's root, with folders made on the way, and for the runner's user only", async () => {
    const step = await job.step({
      inputs: { ...inputs(), "report-file": "out/deep/report.json" },
      event: "push",
    });
    const path = join(job.workspace, "out/deep/report.json");
    expect(step.outputs["report-file"]).toBe(path);
    expect(JSON.parse(readFileSync(path, "utf8"))).toMatchObject({ version: 1, outcome: "synced" });
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(step.outputs["backup"]).toMatch(/\/out\/deep\/report\.backup-\d{8}T\d{6}Z-\*\.json$/);
  });

  test("has a number of its own in a second step, and is written for what is invalid too", async () => {
    const first = await job.step({ inputs: { roster: "users.json" }, event: "pull_request" });
    const second = await job.step({ inputs: { roster: "none.json" }, event: "pull_request" });
    const third = await job.step({
      inputs: { roster: "users.json", mode: "?" },
      event: "pull_request",
    });
    const names = [
      "vanta-roster-report.json",
      "vanta-roster-report-2.json",
      "vanta-roster-report-3.json",
    ];
    expect([first, second, third].map(({ outputs }) => outputs["report-file"])).toEqual(
      names.map((name) => join(job.temp, name)),
    );
    expect([first, second, third].map(({ report }) => report.outcome)).toEqual([
      "valid",
      "invalid",
      "invalid",
    ]);
  });

  test("that cannot be written ends the run before anything is sent", async () => {
    const step = await job.step({
      inputs: { ...inputs(), "report-file": "users.json/report.json" },
      event: "push",
    });
    expect(step.exitCode).toBe(1);
    expect(step.outputs).toMatchObject({ outcome: "invalid", errors: "1" });
    expect(step.annotations.error.join("\n")).toContain(
      'report-file: "users.json/report.json" cannot be written (ENOTDIR)',
    );
    expect(step.report).toMatchObject({ outcome: "invalid" }); // at the default place
    expect(vanta.requests).toEqual([]);
  });

  test("that is a roster file is refused, and the roster left as it is", async () => {
    const roster = readFileSync(join(job.workspace, "users.json"), "utf8");
    const step = await job.step({
      inputs: { ...inputs(), "report-file": "users.json" },
      event: "push",
    });
    expect(step.outputs).toMatchObject({ outcome: "invalid", errors: "1" });
    expect(step.annotations.error.join("\n")).toContain("would be overwritten");
    expect(readFileSync(join(job.workspace, "users.json"), "utf8")).toBe(roster);
    expect(vanta.requests).toEqual([]);
  });
});

describe("outputs", () => {
  /** The outputs that are set, in short. */
  const known = ({ outputs }: Step) => Object.keys(outputs).sort().join(" ");
  const PLAN =
    "accounts added changed deleted errors expired has-changes mode outcome plan-digest removed report-file unchanged warnings";

  test("are set for every outcome, as far as they are known, and the report has its documented form", async () => {
    const step = async (more: Readonly<Record<string, string>>) => {
      const one = await job.step({ inputs: { ...inputs(), ...more }, event: "push" });
      checkReport(one.report);
      expect(checkReport.errors).toBeNull();
      return one;
    };
    expect(known(await step({ mode: "validate" }))).toBe(
      "accounts errors mode outcome report-file warnings",
    );
    expect(known(await step({ mode: "plan" }))).toBe(PLAN);
    expect(known(await step({ "max-removals": "0" }))).toBe(PLAN);
    expect(known(await step({ "expect-no-changes": "true" }))).toBe(PLAN);
    vanta.fault({ on: "list", status: 404, body: { error: "Resource not found" } });
    expect(known(await step({}))).toBe("accounts errors mode outcome report-file warnings");
    vanta.fault({ on: "put", status: 400, body: { error: "no" } });
    const failed = await step({});
    expect(failed.outputs).toMatchObject({ outcome: "failed", verified: "false" });
    const synced = await step({});
    expect(synced.outputs).toMatchObject({ outcome: "synced", verified: "true" });
    for (const one of [failed, synced])
      expect(known(one)).toBe(
        "accounts added backup changed deleted errors expired has-changes mode outcome plan-digest removed report-file unchanged verified warnings",
      );
  });
});

describe("without a runner's files", () => {
  test("the run goes on, and the outputs stand in the log", async () => {
    const env = {
      GITHUB_OUTPUT: undefined,
      GITHUB_STEP_SUMMARY: undefined,
      GITHUB_EVENT_PATH: undefined,
      GITHUB_ACTIONS: undefined,
    };
    const step = await job.step({ inputs: { ...inputs(), mode: "plan" }, env });
    expect(step.exitCode).toBe(0);
    expect(step.log).toContain("outcome=planned");
    expect(step.log).not.toContain("::set-output");
  });

  test("a summary that cannot be written is a warning, and hides nothing else", async () => {
    const step = await job.step({
      inputs: { ...inputs(), mode: "plan" },
      env: { GITHUB_STEP_SUMMARY: job.workspace },
    });
    expect(step.exitCode).toBe(0);
    expect(step.outputs).toMatchObject({ outcome: "planned" });
    expect(step.report).toMatchObject({ outcome: "planned" });
    expect(step.annotations.warning.join("\n")).toContain("The job summary could not be written");
  });
});
