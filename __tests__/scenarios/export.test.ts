// An export through the built bundle: from nothing to a roster, drift back into the files, and every
// case in which nothing is written. The stand-in shows that nothing is ever sent.
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { parse } from "yaml";
import { people, row, rowsOf } from "../support/accounts.js";
import { type FakeVanta, startFakeVanta } from "../support/fake-vanta.js";
import {
  type Job,
  REPOSITORY,
  type Step,
  type StepOptions,
  startJob,
} from "../support/run-action.js";
import {
  ADA,
  ALAN,
  credentials,
  GRACE,
  person,
  RESOURCE,
  roster,
  rows,
  SECOND,
} from "./setting.js";

let vanta: FakeVanta;
let job: Job;

interface Row {
  readonly uniqueId: string;
  readonly [field: string]: unknown;
}

type Rows = readonly Row[];

async function start(one: Rows, other: Rows = []): Promise<void> {
  await vanta?.close();
  vanta = await startFakeVanta({
    resources: { [RESOURCE]: { rows: one }, [SECOND]: { rows: other } },
    tokensPerMinute: Number.POSITIVE_INFINITY,
  });
}

beforeEach(() => {
  job = startJob();
});

afterEach(async () => {
  expect(vanta.puts()).toEqual([]);
  job.close();
  await vanta.close();
});

function exportTo(
  file: string,
  more: Readonly<Record<string, string>> = {},
  options: Partial<StepOptions> = {},
): Promise<Step> {
  const inputs = {
    mode: "export",
    roster: "access/**",
    "export-file": file,
    ...credentials(vanta),
  };
  return job.step({ ...options, inputs: { ...inputs, ...more } });
}

const readText = (path: string) => readFileSync(join(job.workspace, path), "utf8");
const verdictOf = ({ summary }: Step) => summary.split("\n")[0];
const firstOf = ({ annotations }: Step) => annotations.error[0];

const changed = (one: Row, fields: object): Row => ({ ...one, ...fields });

/** Every file of the workspace, with its content. */
function snapshot(): Readonly<Record<string, string>> {
  const paths = readdirSync(job.workspace, { recursive: true, encoding: "utf8" }).sort();
  const files = paths.filter((path) => lstatSync(join(job.workspace, path)).isFile());
  return Object.fromEntries(files.map((path) => [path, readText(path)]));
}

const LEAVER = person("u-9", "Ivan Sutherland", {
  status: "DEACTIVATED",
  deactivatedTimestamp: "2025-01-01T00:00:00Z",
});

describe("from nothing", () => {
  test("everyone is in export-file, and the second export, a plan and validate agree", async () => {
    await start(rows(GRACE, LEAVER, ADA, ALAN));
    const step = await exportTo("access/people.yml", { "resource-id": RESOURCE });
    expect(step).toMatchObject({
      exitCode: 0,
      annotations: { error: [], warning: [], notice: [] },
    });
    expect(step.outputs).toMatchObject({
      mode: "export",
      outcome: "exported",
      accounts: "4",
      added: "4",
      changed: "0",
      removed: "0",
      unchanged: "0",
      "has-changes": "true",
      "export-file": "access/people.yml",
      "changed-files": "access/people.yml",
    });
    expect(verdictOf(step)).toBe("## ✅ Exported: 4 accounts added, in 1 file.");
    expect(step.log.trim().split("\n").at(-1)).toBe("✅ Exported: 4 accounts added, in 1 file.");
    expect(vanta.calls()).toEqual(["TOKEN", "GET"]);
    expect(vanta.requests[0]?.body).toMatchObject({ scope: "connectors.self:read-resource" });
    const text = readText("access/people.yml");
    expect(text.split("\n").slice(0, 3)).toEqual([
      expect.stringMatching(/^# yaml-language-server: \$schema=https:.*roster\.schema\.json$/),
      `resourceId: "${RESOURCE}"`,
      "defaults:",
    ]);
    expect(parse(text).resources.map(({ uniqueId }: Row) => uniqueId)).toEqual([
      "u-1",
      "u-2",
      "u-3",
      "u-9",
    ]);
    expect(Object.keys(parse(text).resources[0])[0]).toBe("uniqueId");

    const again = await exportTo("access/people.yml", { "resource-id": RESOURCE });
    expect(again.outputs).toMatchObject({
      outcome: "exported",
      unchanged: "4",
      "has-changes": "false",
      "export-file": "",
      "changed-files": "",
    });
    expect(verdictOf(again)).toBe("## ✅ Exported: the files match Vanta. Nothing was written.");
    expect(readText("access/people.yml")).toBe(text);
    const plan = await job.step({
      inputs: { mode: "plan", roster: "access/**", ...credentials(vanta) },
    });
    expect(plan.outputs).toMatchObject({ outcome: "planned", "has-changes": "false" });
    expect(plan.outputs).not.toHaveProperty("changed-files");
    expect(readdirSync(join(job.workspace, "access"))).toEqual(["people.yml"]);
  });

  test("several resources get a file each, also in JSON", async () => {
    await start(rows(ADA), rows(GRACE, ALAN));
    const more = { "resource-id": `${SECOND}\n${RESOURCE}\n` };
    const step = await exportTo("access/people.json", more);
    const files = [`access/people-${RESOURCE}.json`, `access/people-${SECOND}.json`];
    expect(step.outputs).toMatchObject({
      outcome: "exported",
      "export-file": files.join("\n"),
      "changed-files": files.join("\n"),
    });
    expect(verdictOf(step)).toBe("## ✅ Exported: 3 accounts added, in 2 files.");
    expect(JSON.parse(readText(files[0] ?? ""))).toMatchObject({
      $schema: expect.stringMatching(/roster\.schema\.json$/),
      resourceId: RESOURCE,
    });
    expect((await exportTo("access/people.json", more)).outputs).toMatchObject({
      outcome: "exported",
      "changed-files": "",
    });
  });

  test("a file that roster does not match is written, with a warning", async () => {
    await start(rows(ADA));
    const step = await exportTo("people.yml", { "resource-id": RESOURCE });
    expect(step.outputs).toMatchObject({ outcome: "exported", "changed-files": "people.yml" });
    expect(step.annotations.warning[0]).toContain(
      'export-file: "people.yml" is matched by no pattern',
    );
  });
});

describe("an update", () => {
  const FIRST = `# The founders
defaults: {status: ACTIVE, authMethod: SSO, mfaEnabled: false, mfaMethods: [], permissionLevel: BASE}
resources:
  # Ada
  - {uniqueId: u-1, displayName: Ada Lovelace, fullName: Ada Lovelace, accountName: ada.lovelace@example.com, email: ada.lovelace@example.com, externalUrl: "https://admin.example.com/users/u-1", createdTimestamp: "2024-03-01T09:00:00Z"}
`;

  beforeEach(async () => {
    await start(
      rows(changed(ADA, { permissionLevel: "ADMIN" }), ALAN, LEAVER),
      rows(person("u-5", "Hedy Lamarr")),
    );
    job.write({
      "access/a.yml": FIRST,
      "access/b.json": roster([GRACE]),
      "access/c.json": roster([person("u-5", "Hedy Lamarr")], { resourceId: SECOND }),
    });
  });

  const LIMITS = { "max-removals": "50%", "resource-id": RESOURCE };

  test("changes each account where it is, adds and takes out, and leaves leavers alone", async () => {
    const step = await exportTo("access/a.yml", LIMITS);
    expect(verdictOf(step)).toBe(
      "## ✅ Exported: 1 account changed, 1 added, 1 taken out, in 2 files.",
    );
    expect(step.outputs).toMatchObject({
      outcome: "exported",
      accounts: "3",
      added: "1",
      changed: "1",
      removed: "1",
      unchanged: "1",
      "export-file": "access/a.yml",
      "changed-files": "access/a.yml\naccess/b.json",
    });
    const text = readText("access/a.yml");
    expect(text.startsWith(FIRST.replace('Z"}', 'Z", permissionLevel: ADMIN}'))).toBe(true);
    expect(text).toContain("uniqueId: u-3");
    expect(readText("access/b.json")).toBe(roster([]));
    expect(step.report.export).toMatchObject({
      written: true,
      unchanged: 1,
      files: [
        {
          path: "access/a.yml",
          resourceId: RESOURCE,
          new: false,
          added: [{ uniqueId: "u-3" }],
          changed: [
            {
              uniqueId: "u-1",
              fields: [{ field: "permissionLevel", before: "BASE", after: "ADMIN" }],
            },
          ],
          takenOut: [],
        },
        { path: "access/b.json", takenOut: [{ uniqueId: "u-2" }] },
      ],
    });
    expect(step.log).toContain("~ u-1 Ada Lovelace, ada.lovelace@example.com: permissionLevel");
    expect(step.log).toContain(
      "- u-2 Grace Hopper, grace.hopper@example.com: taken out of access/b.json",
    );
    expect((await exportTo("access/a.yml", LIMITS)).outputs["changed-files"]).toBe("");
  });

  test("keeps permissions, and appends to the last file of the resource", async () => {
    chmodSync(join(job.workspace, "access/b.json"), 0o640);
    const step = await exportTo("access/new.yml", LIMITS);
    expect(step.outputs).toMatchObject({
      "export-file": "",
      "changed-files": "access/a.yml\naccess/b.json",
    });
    expect(readText("access/b.json")).toContain('"u-3"');
    expect(existsSync(join(job.workspace, "access/new.yml"))).toBe(false);
    expect(statSync(join(job.workspace, "access/b.json")).mode & 0o777).toBe(0o640);
  });

  test("what cannot be edited is an error at its line, and no file is written", async () => {
    job.write({
      "access/d.yml": `- &base ${JSON.stringify({ ...ALAN, roleDescription: "x" })}
- {<<: *base, uniqueId: u-7}
`,
    });
    await start(
      rows(changed(ADA, { permissionLevel: "ADMIN" }), changed(ALAN, { email: "al@example.com" }), {
        ...ALAN,
        uniqueId: "u-7",
      }),
      rows(person("u-5", "Hedy Lamarr")),
    );
    const before = snapshot();
    const step = await exportTo("access/a.yml", LIMITS);
    expect(step).toMatchObject({
      exitCode: 1,
      outputs: { outcome: "invalid", "changed-files": "", errors: "1" },
    });
    expect(firstOf(step)).toMatch(/^::error title=cannot-update,file=access\/d\.yml,line=1,/);
    expect(verdictOf(step)).toBe("## ❌ Invalid: 1 error. Nothing was written.");
    expect(snapshot()).toEqual(before);
  });

  test("an unmatched pattern, or a file that is a link, stops it", async () => {
    const unmatched = await exportTo("access/a.yml", { ...LIMITS, roster: "access/*\nother/*" });
    expect(unmatched.outputs).toMatchObject({ outcome: "invalid", "changed-files": "" });
    job.write({ "shared/people.yml": FIRST, "access/a.yml": undefined });
    symlinkSync("../shared/people.yml", join(job.workspace, "access/a.yml"));
    const before = snapshot();
    const step = await exportTo("access/b.json", LIMITS);
    expect(firstOf(step)).toMatch(/title=cannot-update,file=access\/a\.yml,line=1,/);
    expect(snapshot()).toEqual(before);
  });

  test("warnings come once, at their new lines, and fail-on-warnings applies to them", async () => {
    const root = { ...ADA, permissionLevel: "ADMIN", authMethod: "PASSWORD" } as const;
    job.write({ "access/a.yml": "resources: []\n", "access/b.json": roster([root]) });
    await start(rows(person("u-0", "Joan Clarke"), root), rows(person("u-5", "Hedy Lamarr")));
    const step = await exportTo("access/b.json", LIMITS);
    expect(step.outputs).toMatchObject({ outcome: "exported", warnings: "1" });
    await start(rows(root), rows(person("u-5", "Hedy Lamarr")));
    const strict = await exportTo("access/b.json", { ...LIMITS, "fail-on-warnings": "true" });
    expect(strict.outputs).toMatchObject({
      outcome: "invalid",
      warnings: "1",
      "changed-files": "access/b.json",
    });
    expect(verdictOf(strict)).toBe(
      "## ❌ Invalid: 1 warning. Written: 1 account taken out, in 1 file.",
    );
  });

  test("an invalid roster is invalid before Vanta is asked", async () => {
    job.write({ "access/d.yml": "- uniqueId: 7\n" });
    const step = await exportTo("access/a.yml", LIMITS);
    expect(step.outputs["outcome"]).toBe("invalid");
    expect(vanta.calls()).toEqual([]);
  });

  test("several resource IDs are fine where all files name theirs; one without a file is named", async () => {
    job.write({ "access/a.yml": undefined });
    const more = { "resource-id": `${RESOURCE}\n${SECOND}\nother`, "max-removals": "100%" };
    const step = await exportTo("access/b.json", more);
    expect(step.outputs["outcome"]).toBe("exported");
    expect(step.annotations.warning.join()).toContain('resource-id: "other" is not exported');
    job.write({ "access/a.yml": FIRST });
    expect((await exportTo("access/b.json", more)).outputs["outcome"]).toBe("invalid");
  });
});

describe("a row that no roster may have", () => {
  const BAD = row("u-2", { ...GRACE, email: "grace", status: "SUSPENDED" });

  test("is written as it is from nothing: invalid, with the problems at its new lines", async () => {
    await start([...rows(ADA), BAD, row("u-4", { ...ALAN, email: undefined })]);
    const step = await exportTo("access/people.yml", { "resource-id": RESOURCE });
    expect(step).toMatchObject({
      exitCode: 1,
      outputs: { outcome: "invalid", "changed-files": "access/people.yml", errors: "3" },
    });
    const lines = readText("access/people.yml").split("\n");
    const at = (text: string) => lines.findIndex((line) => line.includes(text)) + 1;
    expect(step.report.problems).toMatchObject(
      [
        { code: "unknown-value", file: "access/people.yml", line: at("status: SUSPENDED") },
        { code: "bad-email", line: at("email: grace") },
        { code: "missing-field", line: at("uniqueId: u-4") },
      ].sort((one, other) => one.line - other.line),
    );
    expect(verdictOf(step)).toBe("## ❌ Invalid: 3 errors. Written: 3 accounts added, in 1 file.");
  });

  test("is written as it is in an update too", async () => {
    await start([...rows(ADA), BAD]);
    job.write({ "access/a.json": roster([ADA, GRACE]) });
    const step = await exportTo("access/a.json");
    expect(step.outputs).toMatchObject({ outcome: "invalid", "changed-files": "access/a.json" });
    expect(readText("access/a.json")).toBe(
      roster([ADA, { ...GRACE, email: "grace", status: "SUSPENDED" }]),
    );
  });
});

describe("blocked, and nothing is written", () => {
  async function expectBlocked(step: Step, verdict: string): Promise<void> {
    expect(step).toMatchObject({
      exitCode: 1,
      outputs: { outcome: "blocked", "export-file": "", "changed-files": "" },
    });
    expect(verdictOf(step)).toBe(`## ⛔ ${verdict} Nothing was written.`);
    expect(step.summary).not.toContain("approve");
  }

  test("where Vanta has no one and the roster someone", async () => {
    await start(rows({ ...ADA, deletedAt: "2025-01-01T00:00:00Z" } as Row));
    job.write({ "access/a.json": roster([ADA]) });
    const step = await exportTo("access/a.json", { "max-removals": "100%" });
    await expectBlocked(step, "Blocked by empty-vanta: Vanta has no accounts.");
    expect(readText("access/a.json")).toBe(roster([ADA]));
    job.write({ "access/a.json": roster([]) });
    expect((await exportTo("access/a.json")).outputs["outcome"]).toBe("exported");
  });

  test("where an export from nothing finds no one, in one of the resources", async () => {
    await start(rows(ADA), []);
    const ids = { "resource-id": `${RESOURCE}\n${SECOND}` };
    const step = await exportTo("access/people.yml", ids);
    await expectBlocked(step, "Blocked by empty-vanta: Vanta has no accounts.");
    expect(step.report.violations).toMatchObject([{ code: "empty-vanta", resourceId: SECOND }]);
    expect(snapshot()).toEqual({});
  });

  const TEN = people(10);
  const OF_OTHER = people(3).map((one) => ({ ...one, uniqueId: `x${one.uniqueId}` }));

  test.each([
    ["20%", 2, "exported"],
    ["20%", 3, "blocked"],
    ["15%", 2, "exported"],
    ["2", 2, "exported"],
    ["2", 3, "blocked"],
    ["0", 0, "exported"],
    ["0", 1, "blocked"],
    ["0%", 1, "blocked"],
    ["5, 20%", 3, "blocked"],
    ["2, 50%", 3, "blocked"],
  ])("max-removals %s with %i of 10 taken out: %s", async (limit, gone, outcome) => {
    // DEACTIVATED rows that are not in the roster do not count.
    await start([...rowsOf(TEN.slice(gone)), ...rows(LEAVER)]);
    job.write({ "access/a.json": roster(TEN) });
    const step = await exportTo("access/a.json", { "max-removals": limit });
    expect(step.outputs["outcome"]).toBe(outcome);
    if (outcome === "exported") return;
    await expectBlocked(
      step,
      `Blocked by max-removals: ${gone} of 10 accounts would be taken out, limit ${limit.startsWith("0") ? 0 : 2}.`,
    );
    expect(readText("access/a.json")).toBe(roster(TEN));
    expect(step.report.violations[0].accounts).toHaveLength(gone);
    expect(step.report.export).toMatchObject({ written: false });
  });

  test("a count is for all resources, a percentage for each", async () => {
    job.write({
      "access/a.json": roster(TEN),
      "access/b.json": roster(OF_OTHER, { resourceId: SECOND }),
    });
    await start(rowsOf(TEN.slice(1)), rowsOf(OF_OTHER.slice(1)));
    const blocked = await exportTo("access/a.json", { "max-removals": "1" });
    await expectBlocked(
      blocked,
      "Blocked by max-removals: 2 of 13 accounts would be taken out, limit 1.",
    );
    expect((await exportTo("access/a.json", { "max-removals": "10%" })).outputs["outcome"]).toBe(
      "exported",
    );
  });

  test.each([
    [{ ...REPOSITORY, visibility: "public", private: false }, "auto", "blocked"],
    [{ ...REPOSITORY, visibility: "public", private: false }, "always", "blocked"],
    [{ full_name: "acme/access", default_branch: "main" }, "auto", "blocked"],
    [{ ...REPOSITORY, visibility: "public", private: false }, "never", "exported"],
    [{ ...REPOSITORY, visibility: "internal" }, "auto", "exported"],
  ])("a repository %j with redact: %s: %s", async (repository, redact, outcome) => {
    await start(rows(ADA));
    const more = { "resource-id": RESOURCE, redact };
    const step = await exportTo("access/people.yml", more, { payload: { repository } });
    expect(step.outputs["outcome"]).toBe(outcome);
    if (outcome === "exported") return;
    expect(vanta.calls()).toEqual([]);
    await expectBlocked(
      step,
      "Blocked by public-repository: an export would publish personal data.",
    );
    expect(snapshot()).toEqual({});
  });
});

describe("invalid, and nothing is written", () => {
  async function expectInvalid(step: Step, message: string): Promise<void> {
    expect(step).toMatchObject({ exitCode: 1, outputs: { outcome: "invalid" } });
    expect(firstOf(step)).toContain(message);
    expect(vanta.calls()).toEqual([]);
  }

  beforeEach(() => start(rows(ADA)));

  test.each([
    ["../people.yml", 'export-file: "../people.yml" leads out of the workspace'],
    ["/tmp/people.yml", 'export-file: "/tmp/people.yml" is an absolute path'],
    ["people.txt", 'export-file: "people.txt" is not a roster file'],
    ["access", 'export-file: "access" is not a roster file'],
    ["", "export-file: is missing or empty"],
    [".git/people.yml", "is in git's own folder"],
    ["linked/people.yml", 'leads through a link, "linked"'],
    ["link.yml", "is a link"],
    ["broken.yml", "is a link"],
    ["there.yml", 'export-file: "there.yml" is there already'],
    ["folder.yml", 'export-file: "folder.yml" is not a file'],
    ["there.yml/people.yml", 'leads through "there.yml", which is not a directory'],
  ])("export-file: %j", async (file, message) => {
    job.write({ "there.yml": "x", "real/x.txt": "x" });
    mkdirSync(join(job.workspace, "folder.yml"));
    symlinkSync("real", join(job.workspace, "linked"));
    symlinkSync("there.yml", join(job.workspace, "link.yml"));
    symlinkSync("nowhere.yml", join(job.workspace, "broken.yml"));
    const before = snapshot();
    const more = { "resource-id": RESOURCE };
    await expectInvalid(await exportTo(file, more), message);
    expect(snapshot()).toEqual(before);
  });

  test("no resource-id, a pattern that names a folder, or one of several files that is there", async () => {
    await expectInvalid(await exportTo("access/people.yml"), "resource-id: is missing or empty");
    job.write({ "access/people-r-2.yml": "x", "other/a.txt": "x" });
    const two = { "resource-id": "r-1\nr-2", roster: "nothing/*.yml" };
    await expectInvalid(
      await exportTo("access/people.yml", two),
      'export-file: "access/people-r-2.yml" is there already',
    );
    const folder = await exportTo("people.yml", { "resource-id": RESOURCE, roster: "other" });
    await expectInvalid(folder, 'The pattern "other" names a directory');
  });

  test("export-file in another mode, and a report-file that is the export-file", async () => {
    const inputs = { roster: "access/**", "export-file": "access/people.yml" };
    await expectInvalid(
      await job.step({ inputs: { ...inputs, mode: "validate" } }),
      "export-file: is only for mode export",
    );
    const report = { "report-file": "people.json", "resource-id": RESOURCE };
    await expectInvalid(await exportTo("people.json", report), "is the export-file");
  });
});

describe("failed, and nothing is written", () => {
  beforeEach(async () => {
    await start(rows(changed(ADA, { permissionLevel: "ADMIN" })), rows(GRACE, ALAN));
    job.write({
      "access/a.json": roster([ADA]),
      "access/z/b.json": roster([GRACE], { resourceId: SECOND }),
    });
  });

  test("where Vanta cannot be read", async () => {
    vanta.fault({ on: "list", status: 403, body: {} });
    const before = snapshot();
    const step = await exportTo("access/a.json");
    expect(step).toMatchObject({
      exitCode: 1,
      outputs: { outcome: "failed", "changed-files": "" },
    });
    expect(verdictOf(step)).toMatch(/❌ Failed: .*\(403\)\. Nothing was written\./);
    expect(snapshot()).toEqual(before);
  });

  test("where the files cannot be written", async () => {
    const step = await exportTo(`new/${"x".repeat(300)}/people.yml`, {
      roster: "new/**",
      "resource-id": RESOURCE,
    });
    expect(step.outputs).toMatchObject({ outcome: "failed", "changed-files": "" });
    expect(verdictOf(step)).toMatch(
      /could not be written \(ENAMETOOLONG\)\. Nothing was written\.$/,
    );
  });
});

describe("personal data in the reports", () => {
  test("is masked with redact: always, and not in the files", async () => {
    await start(rows(changed(ADA, { fullName: "Ada King" }), ALAN));
    job.write({ "access/a.json": roster([ADA, GRACE]) });
    const step = await exportTo("access/a.json", { redact: "always", "max-removals": "50%" });
    expect(step.outputs["outcome"]).toBe("exported");
    expect(step.everything).not.toMatch(/Lovelace|King|Turing|Hopper|@example\.com|\bu-[123]\b/);
    expect(readText("access/a.json")).toContain("Ada King");
  });
});
