// The main job through the built bundle: pull request, default branch, second run, and what it does
// to Vanta.
import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { type FakeVanta, startFakeVanta } from "../support/fake-vanta.js";
import { type Job, startJob } from "../support/run-action.js";

const RESOURCE = "65f0c0ffee65f0c0ffee65f0";
const ROSTER = `resourceId: ${RESOURCE}
defaults:
  status: ACTIVE
  authMethod: SSO
  mfaEnabled: false
  mfaMethods: []
  permissionLevel: BASE
  displayName: "{fullName}"
  accountName: "{email}"
  externalUrl: "https://admin.example.com/users/{uniqueId}"
resources:
  - uniqueId: u-1
    fullName: Ada Lovelace
    email: ada@example.com
    permissionLevel: ADMIN
    createdTimestamp: 2024-03-01T09:00:00Z
  - uniqueId: u-3
    fullName: Alan Turing
    email: alan@example.com
    createdTimestamp: 2024-03-02T09:00:00Z
`;

/** u-1 as the roster has it but for the level, and u-2, who is not in the roster. */
function row(
  uniqueId: string,
  fullName: string,
  email: string,
  more: Record<string, unknown> = {},
) {
  return {
    uniqueId,
    fullName,
    email,
    displayName: fullName,
    accountName: email,
    externalUrl: `https://admin.example.com/users/${uniqueId}`,
    permissionLevel: "BASE",
    createdTimestamp: "2024-03-01T09:00:00.000Z",
    status: "ACTIVE",
    mfaEnabled: false,
    mfaMethods: [],
    authMethod: "SSO",
    ...more,
  };
}

let vanta: FakeVanta;
let job: Job;

beforeEach(async () => {
  vanta = await startFakeVanta({
    resources: {
      [RESOURCE]: {
        rows: [
          row("u-1", "Ada Lovelace", "ada@example.com"),
          row("u-2", "Grace Hopper", "grace@example.com"),
        ],
      },
    },
  });
  job = startJob();
  job.write({ "access/roster.yml": ROSTER });
});

afterEach(async () => {
  job.close();
  await vanta.close();
});

const credentials = () => ({
  "client-id": vanta.clientId,
  "client-secret": vanta.clientSecret,
  "api-url": vanta.url,
});
const roster = { roster: "access/*.yml" };
const limits = { "max-removals": "50%" };

describe("on a pull request", () => {
  test("without credentials it validates, and asks Vanta nothing", async () => {
    const step = await job.step({ inputs: roster, event: "pull_request" });
    expect(step.outputs).toMatchObject({
      mode: "validate",
      outcome: "valid",
      accounts: "2",
      errors: "0",
    });
    expect(step.exitCode).toBe(0);
    expect(vanta.calls()).toEqual([]);
  });

  test("with credentials it plans, with the read scope, and cannot write", async () => {
    const step = await job.step({
      inputs: { ...roster, ...credentials(), ...limits },
      event: "pull_request",
    });
    expect(step.outputs).toMatchObject({
      mode: "plan",
      outcome: "planned",
      accounts: "2",
      added: "1",
      removed: "1",
      changed: "1",
      unchanged: "0",
      "has-changes": "true",
    });
    expect(step.outputs["plan-digest"]).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(step.outputs).not.toHaveProperty("verified");
    expect(step.exitCode).toBe(0);
    expect(vanta.calls()).toEqual(["TOKEN", "GET"]);
    expect(vanta.requests[0]?.body).toMatchObject({
      scope: "connectors.self:read-resource",
      grant_type: "client_credentials",
    });
    expect(vanta.requests[1]).toMatchObject({ text: "", query: { resourceId: RESOURCE } });
    expect(step.report).toMatchObject({
      version: 1,
      mode: "plan",
      outcome: "planned",
      resources: [
        {
          resourceId: RESOURCE,
          current: 2,
          desired: 2,
          added: [{ uniqueId: "u-3" }],
          removed: [{ uniqueId: "u-2", how: "deactivate" }],
          changed: [
            {
              uniqueId: "u-1",
              fields: [{ field: "permissionLevel", before: "BASE", after: "ADMIN" }],
            },
          ],
          synced: "no",
          verified: false,
        },
      ],
    });
    for (const line of ["- u-2", "~ u-1", "+ u-3"]) expect(step.log).toContain(line);
  });
});

describe("on the default branch", () => {
  test("it syncs, deactivates the leaver, reads back, and a second run finds nothing to change and still sends", async () => {
    const before = Date.now();
    const first = await job.step({
      inputs: { ...roster, ...credentials(), ...limits },
      event: "push",
    });
    expect(first.exitCode).toBe(0);
    expect(first.outputs).toMatchObject({
      mode: "sync",
      outcome: "synced",
      verified: "true",
      added: "1",
      removed: "1",
      changed: "1",
    });
    expect(vanta.calls()).toEqual(["TOKEN", "GET", "PUT", "GET"]);

    const [sent] = vanta.puts();
    expect(Object.keys(sent).sort()).toEqual(["resourceId", "resources"]);
    expect(sent.resources.map(({ uniqueId }: { uniqueId: string }) => uniqueId)).toEqual([
      "u-1",
      "u-3",
      "u-2",
    ]);
    expect(sent.resources[2]).toMatchObject({
      uniqueId: "u-2",
      fullName: "Grace Hopper",
      status: "DEACTIVATED",
    });
    const left = Date.parse(sent.resources[2].deactivatedTimestamp);
    expect(left).toBeGreaterThanOrEqual(before);
    expect(left).toBeLessThanOrEqual(Date.now());

    const second = await job.step({ inputs: { ...roster, ...credentials() }, event: "push" });
    expect(second.outputs).toMatchObject({
      outcome: "synced",
      added: "0",
      removed: "0",
      changed: "0",
      unchanged: "2",
      "has-changes": "false",
    });
    expect(vanta.calls().slice(4)).toEqual(["TOKEN", "GET", "PUT", "GET"]);
    expect(second.outputs["report-file"]).toMatch(/vanta-roster-report-2\.json$/);
    expect(
      vanta
        .live(RESOURCE)
        .map(({ uniqueId }) => uniqueId)
        .sort(),
    ).toEqual(["u-1", "u-2", "u-3"]);
  });

  test("on-removal: omit leaves the leaver out, and Vanta deletes it", async () => {
    const step = await job.step({
      inputs: { ...roster, ...credentials(), ...limits, "on-removal": "omit" },
      event: "push",
    });
    expect(step.outputs).toMatchObject({ outcome: "synced", removed: "1", verified: "true" });
    expect(
      vanta
        .live(RESOURCE)
        .map(({ uniqueId }) => uniqueId)
        .sort(),
    ).toEqual(["u-1", "u-3"]);
  });

  test("the backup, synced, restores what was there", async () => {
    const before = vanta.live(RESOURCE);
    const step = await job.step({
      inputs: { ...roster, ...credentials(), ...limits },
      event: "push",
    });
    const file = step.outputs["backup"]?.replace("*", RESOURCE) ?? "";
    job.write({ "undo/backup.json": readFileSync(file) });
    const undo = await job.step({
      inputs: { roster: "undo/*.json", ...credentials(), ...limits },
      event: "push",
    });
    expect(undo.outputs).toMatchObject({ outcome: "synced", verified: "true" });
    const plain = (rows: readonly Record<string, unknown>[]) =>
      rows
        .map(({ updatedAt: _u, createdAt: _c, deletedAt: _d, ...fields }) => fields)
        .sort((a, b) => (String(a["uniqueId"]) < String(b["uniqueId"]) ? -1 : 1));
    expect(plain(vanta.live(RESOURCE))).toEqual(plain(before));
  });

  test("credentials missing is an error, before anything is read", async () => {
    const step = await job.step({ inputs: roster, event: "push" });
    expect(step.exitCode).toBe(1);
    expect(step.outputs).toMatchObject({ outcome: "invalid", errors: "2" });
  });

  test("a guard that trips stops everything, and its digest lets exactly this plan pass", async () => {
    const inputs = { ...roster, ...credentials(), "max-removals": "0" };
    const refused = await job.step({ inputs, event: "push" });
    expect(refused.exitCode).toBe(1);
    expect(refused.outputs).toMatchObject({ mode: "sync", outcome: "blocked", removed: "1" });
    expect(vanta.calls()).toEqual(["TOKEN", "GET"]);
    const digest = refused.outputs["plan-digest"] ?? "";
    for (const place of [refused.summary, refused.log]) expect(place).toContain(digest);
    expect(refused.report.violations).toMatchObject([{ code: "max-removals", accounts: ["u-2"] }]);

    const other = await job.step({
      inputs: { ...inputs, "approved-plan": `sha256:${"0".repeat(64)}` },
      event: "push",
    });
    expect(other.report.violations.map(({ code }: { code: string }) => code).sort()).toEqual([
      "max-removals",
      "plan-changed",
    ]);

    const approved = await job.step({
      inputs: { ...inputs, "approved-plan": digest },
      event: "push",
    });
    expect(approved.outputs).toMatchObject({ outcome: "synced", verified: "true" });
    expect(approved.report.resources[0].violations).toMatchObject([
      { code: "max-removals", waivedBy: "approved-plan" },
    ]);
  });

  test("expect-no-changes finds drift and sends nothing", async () => {
    const step = await job.step({
      inputs: { ...roster, ...credentials(), ...limits, "expect-no-changes": "true" },
      event: "schedule",
    });
    expect(step.exitCode).toBe(1);
    expect(step.outputs).toMatchObject({ outcome: "drifted", "has-changes": "true" });
    expect(vanta.calls()).toEqual(["TOKEN", "GET"]);
  });
});

describe("what must never be seen", () => {
  test("the token is masked before it is used, and no secret stands anywhere", async () => {
    const step = await job.step({
      inputs: { ...roster, ...credentials(), ...limits },
      event: "push",
      env: { RUNNER_DEBUG: "1" },
    });
    expect(step.outputs["outcome"]).toBe("synced");
    const token = vanta.requests[1]?.headers.authorization?.replace("Bearer ", "") ?? "";
    expect(token).not.toBe("");
    expect(step.log).toContain(`::add-mask::${token}`);
    expect(step.log).toContain(`::add-mask::${vanta.clientSecret}`);
    for (const secret of [token, vanta.clientSecret]) expect(step.everything).not.toContain(secret);
  });
});

describe("a broken roster", () => {
  test("names every mistake at its place, and sends nothing", async () => {
    const broken = ROSTER.replace("permissionLevel: ADMIN", "permissionLevel: admin")
      .replace("fullName: Alan", "fulName: Alan")
      .replace("uniqueId: u-3", "uniqueId: 1003");
    job.write({ "access/roster.yml": broken, "access/syntax.json": '[{"uniqueId": "u-9",}]' });
    const step = await job.step({
      inputs: { roster: "access/*", ...credentials() },
      event: "push",
    });
    expect(step.exitCode).toBe(1);
    expect(step.outputs).toMatchObject({ outcome: "invalid" });
    expect(vanta.calls()).toEqual([]);
    const places = step.report.problems.map(
      (one: { file: string; line: number; column: number }) =>
        `${one.file}:${one.line}:${one.column}`,
    );
    for (const place of [
      "access/roster.yml:15:22",
      "access/roster.yml:17:15",
      "access/roster.yml:18:5",
      "access/syntax.json:1:21",
    ])
      expect(places).toContain(place);
    expect(step.annotations.error.join("\n")).toContain("file=access/roster.yml,line=15,col=22");
    expect(step.summary).toContain("access/roster.yml#L15");
  });
});
