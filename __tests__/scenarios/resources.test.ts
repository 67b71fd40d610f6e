// Several resources and files, refusals, waivers and the limits on annotations, through the built
// bundle.
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { type FakeVanta, type FakeVantaOptions, startFakeVanta } from "../support/fake-vanta.js";
import { type Job, type StepOptions, startJob } from "../support/run-action.js";
import {
  ADA,
  ALAN,
  credentials,
  GRACE,
  NO_LIMITS,
  person,
  RESOURCE,
  roster,
  rows,
  SECOND,
} from "./setting.js";

let vanta: FakeVanta;
let job: Job;

async function start(options: Partial<FakeVantaOptions> = {}): Promise<void> {
  vanta = await startFakeVanta({
    resources: { [RESOURCE]: { rows: rows(ADA) }, [SECOND]: { rows: rows(GRACE) } },
    ...options,
  });
}

beforeEach(() => {
  job = startJob();
});

afterEach(async () => {
  job.close();
  await vanta?.close();
});

function push(more: Readonly<Record<string, string>> = {}, options: Partial<StepOptions> = {}) {
  return job.step({
    event: "push",
    ...options,
    inputs: { roster: "access/**", ...credentials(vanta), ...NO_LIMITS, ...more },
  });
}

const ids = (accounts: readonly { readonly uniqueId: string }[]) =>
  accounts.map(({ uniqueId }) => uniqueId).sort();

describe("several resources", () => {
  test("are one run: files with one resource ID make one PUT, and each resource is read back", async () => {
    await start();
    job.write({
      "access/a.json": roster([ADA]),
      "access/team/b.json": roster([GRACE], { resourceId: SECOND }),
      "access/team/c.yml": `- ${JSON.stringify(ALAN)}\n`,
    });
    const step = await push({ "resource-id": RESOURCE });
    expect(step.outputs).toMatchObject({
      outcome: "synced",
      verified: "true",
      accounts: "3",
      added: "1",
      unchanged: "2",
    });
    expect(vanta.calls()).toEqual(["TOKEN", "GET", "GET", "PUT", "PUT", "GET", "GET"]);
    expect(vanta.puts().map(({ resourceId, resources }) => [resourceId, ids(resources)])).toEqual([
      [RESOURCE, ["u-1", "u-3"]],
      [SECOND, ["u-2"]],
    ]);
    expect(step.outputs["backup"]).toMatch(/vanta-roster-report\.backup-\d{8}T\d{6}Z-\*\.json$/);
  });

  test("one refused by an element: an error at the account's line, the other synced, and the report says which", async () => {
    await start();
    const extra = { ...ALAN, customProperties: { team: "blue" } };
    job.write({
      "access/a.json": roster([ADA]),
      "access/b.json": roster([extra]),
      "access/c.json": roster([GRACE], { resourceId: SECOND }),
    });
    const step = await push();
    expect(step.exitCode).toBe(1);
    expect(step.outputs).toMatchObject({ outcome: "failed", verified: "false" });
    expect(step.report.resources).toMatchObject([
      { resourceId: RESOURCE, synced: "no", verified: false },
      { resourceId: SECOND, synced: "yes", verified: true },
    ]);
    expect(step.outputs["errors"]).toBe("1");
    expect(step.report.problems).toContainEqual(
      expect.objectContaining({ code: "refused-by-vanta", file: "access/b.json", line: 4 }),
    );
    expect(step.annotations.error.join("\n")).toContain("file=access/b.json,line=4");
    expect(step.log).toContain("Extra keys: customProperties");
    expect(step.summary).toContain("Failed: 1 of 2 resources synced, 1 not changed.");
    expect(ids(vanta.live(RESOURCE))).toEqual(["u-1"]);
  });

  test("a 403 stops the next", async () => {
    await start();
    job.write({
      "access/a.json": roster([ADA]),
      "access/b.json": roster([GRACE], { resourceId: SECOND }),
    });
    vanta.fault({ on: "put", status: 403, body: { error: "forbidden" } });
    const step = await push();
    expect(step.outputs).toMatchObject({ outcome: "failed" });
    expect(step.report.resources.map(({ synced }: { synced: string }) => synced)).toEqual([
      "no",
      "no",
    ]);
    expect(step.report.failures.join("\n")).toMatch(
      /Developer Console[\s\S]*was not sent: Vanta had refused the credentials/,
    );
    expect(vanta.puts()).toHaveLength(1);
  });

  test("of an application whose PUT replaces all of them: a failure, with the advice of one application for each", async () => {
    await start({ replaces: "application" });
    job.write({
      "access/a.json": roster([ADA]),
      "access/b.json": roster([GRACE], { resourceId: SECOND }),
    });
    const step = await push();
    expect(step.exitCode).toBe(1);
    expect(step.report.resources).toMatchObject([
      { synced: "unknown" },
      { synced: "yes", verified: true },
    ]);
    for (const shown of [step.summary, step.log, step.annotations.error.join("\n")])
      expect(shown).toContain("create one Vanta application for each resource");
  });
});

describe("guards", () => {
  test("a digest in the approvals file lets that plan pass, and no other", async () => {
    await start();
    vanta.seed(RESOURCE, { rows: rows(ADA, GRACE, ALAN) });
    job.write({ "access/a.json": roster([ADA]), "approvals.txt": "# nothing yet\n" });
    const limited = { "max-removals": "1", "approvals-file": "approvals.txt" };
    const refused = await push(limited);
    expect(refused.outputs).toMatchObject({ outcome: "blocked" });

    job.write({
      "approvals.txt": `# the reorganisation\n${refused.outputs["plan-digest"]}  # reviewed\n`,
    });
    const approved = await push(limited);
    expect(approved.outputs).toMatchObject({ outcome: "synced", removed: "2", verified: "true" });
    expect(approved.report.violations).toEqual([]);
    expect(approved.report.resources[0].violations).toMatchObject([
      { code: "max-removals", waivedBy: "approvals-file" },
    ]);
    expect(approved.summary).toContain("approvals-file");

    vanta.seed(RESOURCE, { rows: rows(ADA, GRACE, person("u-4", "Barbara Liskov")) });
    expect((await push(limited)).outputs).toMatchObject({ outcome: "blocked" });
    expect(vanta.puts()).toHaveLength(1);
  });

  test("an empty roster is refused, without Vanta too, and passes where it is allowed", async () => {
    await start();
    job.write({ "access/a.json": roster([]) });
    const unasked = await push({ "client-id": "", "client-secret": "" }, { event: "pull_request" });
    expect(unasked.exitCode).toBe(1);
    expect(unasked.outputs).toMatchObject({ mode: "validate", outcome: "blocked", accounts: "0" });
    expect(unasked.report.violations).toMatchObject([
      { code: "empty-roster", message: expect.stringContaining("allow-empty: true") },
    ]);
    expect((await push()).report.violations).toMatchObject([{ code: "empty-roster" }]);
    const allowed = await push({ "allow-empty": "true", "on-removal": "omit" });
    expect(allowed.outputs).toMatchObject({ outcome: "synced", removed: "1", verified: "true" });
    expect(vanta.live(RESOURCE)).toEqual([]);
  });

  test("forget: an ACTIVE one is left out, a DEACTIVATED one is deleted, and one in the roster is an error at its place", async () => {
    await start();
    const leaver = {
      ...ALAN,
      status: "DEACTIVATED",
      deactivatedTimestamp: new Date().toISOString(),
    };
    vanta.seed(RESOURCE, { rows: rows(ADA, GRACE, leaver) });
    job.write({ "access/a.json": roster([ADA], { forget: ["u-2", "u-3"] }) });
    const step = await push();
    expect(step.report.resources[0]).toMatchObject({
      removed: [{ uniqueId: "u-2", how: "omit" }],
      deleted: [{ uniqueId: "u-3", why: "forget" }],
      expired: [],
      carried: 0,
    });
    expect(ids(vanta.live(RESOURCE))).toEqual(["u-1"]);

    job.write({ "access/a.json": roster([ADA], { forget: ["u-1"] }) });
    const wrong = await push();
    expect(wrong.outputs).toMatchObject({ outcome: "invalid", errors: "1" });
    expect(wrong.report.problems[0]).toMatchObject({ file: "access/a.json" });
  });
});

describe("warnings and errors", () => {
  test("fail-on-warnings makes a warning about the roster a failure, and nothing is sent", async () => {
    await start();
    job.write({ "access/a.json": roster([ADA, { ...GRACE, status: "DEACTIVATED" }]) });
    const step = await push({ "fail-on-warnings": "true" });
    expect(step.exitCode).toBe(1);
    expect(step.outputs).toMatchObject({ outcome: "invalid", errors: "0", warnings: "1" });
    expect(step.annotations.warning.join("\n")).toContain("deactivatedTimestamp");
    expect(step.annotations.error).toHaveLength(1);
    expect(vanta.requests).toEqual([]);
  });

  test.each([
    [9, 9, undefined],
    [10, 9, "1 more"],
    [11, 9, "2 more"],
  ])("%i errors: %i of them and the verdict are annotations", async (errors, shown, more) => {
    await start();
    const wrong = Array.from({ length: errors }, (_, index) =>
      person(`w-${index}`, `Wrong ${index}`, { email: "nobody" }),
    );
    job.write({ "access/a.json": roster(wrong) });
    const step = await push();
    expect(step.outputs["errors"]).toBe(String(errors));
    expect(step.annotations.error).toHaveLength(shown + 1);
    const last = step.annotations.error.at(-1);
    expect(last).toContain(`Invalid: ${errors} errors`);
    if (more === undefined) expect(last).not.toContain("more");
    else expect(last).toContain(more);
    expect(step.report.problems).toHaveLength(errors);
    expect(step.summary.match(/access\/a\.json#L\d+/g)).toHaveLength(errors);
  });
});
