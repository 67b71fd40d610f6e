// The other examples, run with the trap provoked that each avoids; and what happens where a reader
// takes out the line that avoids it.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { account, people, rowsOf } from "../support/accounts.js";
import { startFakeGitHub } from "../support/fake-github.js";
import { startFakeVanta } from "../support/fake-vanta.js";
import type { Call } from "../support/run-script.js";
import type { RunOptions } from "../support/run-workflow.js";
import { startTlsProxy } from "../support/tls-proxy.js";
import {
  COMMIT,
  type Example,
  FIVE,
  pushFiles,
  RESOURCE,
  rosterOf,
  startExample,
  TEN,
  without,
  withRoster,
} from "./example.js";

let example: Example;

beforeEach(async () => {
  example = await startExample();
});

afterEach(() => example.close());

const outcomes = ({ ours }: Awaited<ReturnType<Example["run"]>>) =>
  ours.map(({ outputs }) => outputs["outcome"]);

describe("roster.yml", () => {
  const run = (event: string, options: Partial<RunOptions> = {}) =>
    example.run("roster.yml", { event, files: withRoster(TEN), ...options });

  test.each(["pull_request", "merge_group"])("%s is checked, without secrets", async (event) => {
    const ran = await run(event);
    expect(ran.results).toEqual({ check: "success", sync: "skipped" });
    expect([outcomes(ran), example.vanta.calls()]).toEqual([["valid"], []]);
  });

  test.each(["push", "schedule", "workflow_dispatch"])("%s syncs", async (event) => {
    const ran = await run(event, { inputs: { mode: "auto", "approved-plan": "" } });
    expect(ran.results).toEqual({ check: "skipped", sync: "success" });
    expect(outcomes(ran)).toEqual(["synced"]);
  });

  test("a run by hand, or the variable, makes it a dry run", async () => {
    const vars = { "": { VANTA_RESOURCE_ID: RESOURCE, VANTA_ROSTER_MODE: "plan" } };
    expect(outcomes(await run("push", { vars }))).toEqual(["planned"]);
    expect(outcomes(await run("workflow_dispatch", { inputs: { mode: "plan" } }))).toEqual([
      "planned",
    ]);
    expect(example.vanta.puts()).toEqual([]);
  });

  test("outside of its environment, the sync has no secrets", async () => {
    const edit = without("environment:", "name: vanta", "deployment: false");
    expect(outcomes(await run("push", { edit }))).toEqual(["invalid"]);
  });
});

describe("matrix.yml", () => {
  const SYSTEMS = ["admin", "billing"];
  const broken = { "access/admin/people.json": rosterOf([{ uniqueId: 1 }]) };
  const files = Object.fromEntries(
    SYSTEMS.map((system) => [`access/${system}/people.json`, rosterOf(people(3))]),
  );
  /** Each system has its own environment, resource and application. */
  const settings = () => {
    const named = (of: (system: string) => Readonly<Record<string, string>>) =>
      Object.fromEntries(SYSTEMS.map((system) => [`vanta-${system}`, of(system)]));
    return {
      secrets: named((system) => ({
        VANTA_CLIENT_ID: `vci_${system}`,
        VANTA_CLIENT_SECRET: `vcs_${system}_secret`,
      })),
      vars: named((system) => ({ VANTA_RESOURCE_ID: `resource-${system}` })),
    };
  };
  let vanta: Awaited<ReturnType<typeof startFakeVanta>>;
  const run = (event: string, options: Partial<RunOptions> = {}) =>
    example.run("matrix.yml", {
      event,
      files,
      ...settings(),
      inputsOfAction: { "api-url": vanta.url },
      ...options,
    });

  beforeEach(async () => {
    vanta = await startFakeVanta({
      resources: Object.fromEntries(SYSTEMS.map((system) => [`resource-${system}`, {}])),
      applications: SYSTEMS.map((system) => ({
        clientId: `vci_${system}`,
        clientSecret: `vcs_${system}_secret`,
        resources: [`resource-${system}`],
      })),
      tokensPerMinute: Number.POSITIVE_INFINITY,
    });
  });

  afterEach(() => vanta.close());

  test("each folder is synced by its own job, to its own application", async () => {
    const ran = await run("push");
    expect(ran.results).toMatchObject({ sync: "success" });
    expect(ran.legs["sync"]).toMatchObject(
      SYSTEMS.map((system) => ({ environment: `vanta-${system}`, group: `vanta-${system}` })),
    );
    for (const system of SYSTEMS) expect(vanta.live(`resource-${system}`)).toHaveLength(3);
  });

  test("a blocked plan of one system is approved by a line in the file", async () => {
    await run("push");
    const fewer = { ...files, "access/admin/people.json": rosterOf(people(1)) };
    const blocked = await run("push", { files: fewer });
    expect(outcomes(blocked)).toEqual(["blocked", "synced"]);
    const approvals = { "access/approvals.txt": `${blocked.ours[0]?.outputs["plan-digest"]}\n` };
    const ran = await run("push", { files: { ...fewer, ...approvals } });
    expect(outcomes(ran)).toEqual(["synced", "synced"]);
  });

  test("a mistake in one system does not cancel the others", async () => {
    const { legs } = await run("push", { files: { ...files, ...broken } });
    expect(legs["sync"]?.map(({ result }) => result)).toEqual(["failure", "success"]);
  });

  test("without fail-fast: false, it does", async () => {
    const edit = without("fail-fast: false");
    const { legs } = await run("push", { files: { ...files, ...broken }, edit });
    expect(legs["sync"]?.map(({ result }) => result)).toEqual(["failure", "cancelled"]);
  });

  test("two runs at a time: systems side by side, and no token of a system is revoked", async () => {
    const groups: string[] = [];
    const onGroup = (_job: string, group: string, state: string) =>
      groups.push(`${group} ${state}`);
    const runs = await Promise.all([run("push", { onGroup }), run("schedule", { onGroup })]);
    expect(runs.map(({ results }) => results["sync"])).toEqual(["success", "success"]);
    expect(groups.sort()).toEqual([
      "vanta-admin runs",
      "vanta-admin waits",
      "vanta-billing runs",
      "vanta-billing waits",
    ]);
    expect(vanta.requests.map(({ status }) => status)).not.toContain(401);
  });

  test("the required check has one name, and fails with any of the systems", async () => {
    expect((await run("pull_request")).results).toMatchObject({
      checked: "success",
      sync: "skipped",
    });
    const ran = await run("pull_request", { files: { ...files, ...broken } });
    expect(ran.results).toMatchObject({ check: "failure", checked: "failure" });
    expect(vanta.calls()).toEqual([]);
  });

  test("without always(), the required check would be skipped, which counts as passed", async () => {
    const edit = (content: string) => content.replace("always() && ", "");
    const ran = await run("pull_request", { files: { ...files, ...broken }, edit });
    expect(ran.results).toMatchObject({ checked: "skipped" });
  });
});

describe("matrix.yml stops, and syncs nothing, at", () => {
  test.each([
    ["a roster outside of the folders", "access/people.json", "directly in access/"],
    ["a folder whose name is a pattern", "access/{a,b}/people.json", "other characters"],
  ])("%s", async (_, path, reason) => {
    const files = { "access/admin/people.json": rosterOf(people(3)), [path]: rosterOf(people(1)) };
    const ran = await example.run("matrix.yml", { event: "push", files });
    expect(ran.results).toMatchObject({ systems: "failure", sync: "skipped" });
    expect(ran.legs["systems"]?.[0]?.steps.at(-1)?.log).toContain(reason);
  });
});

describe("generated.yml", () => {
  /** A run, when the database has these people. */
  const run = (accounts: readonly unknown[], options: Partial<RunOptions> = {}) =>
    example.run("generated.yml", {
      event: "schedule",
      files: { "access/people.sql": "select 1;" },
      commands: { psql: { "": JSON.stringify({ resourceId: RESOURCE, resources: accounts }) } },
      secrets: {
        vanta: {
          VANTA_CLIENT_ID: example.vanta.clientId,
          VANTA_CLIENT_SECRET: example.vanta.clientSecret,
          ROSTER_DB_PASSWORD: "pg-secret",
        },
      },
      ...options,
    });
  const raised = {
    event: "workflow_dispatch",
    inputs: { "max-removals": "60%", "max-removals-per-day": "60%" },
  };

  test("what the query returns is synced in the same run", async () => {
    const hired = [...TEN, account("u-011")];
    const ran = await run(hired);
    expect(outcomes(ran)).toEqual(["synced"]);
    expect(example.vanta.live(RESOURCE)).toHaveLength(11);
    expect(ran.calls).toMatchObject([
      { command: "psql", args: expect.arrayContaining(["access/people.sql"]) },
    ]);
    expect(JSON.stringify(ran.calls)).not.toContain("pg-secret");
  });

  test("one run by hand raises the limits, although someone was hired since; the next has them again", async () => {
    const four = people(4);
    const blocked = await run(four);
    expect(outcomes(blocked)).toEqual(["blocked"]);
    const hired = [...four, account("u-011")];
    const byHand = await run(hired, raised);
    expect(outcomes(byHand)).toEqual(["synced"]);
    // So the digest of the blocked run would have approved nothing.
    expect(byHand.ours[0]?.outputs["plan-digest"]).not.toBe(
      blocked.ours[0]?.outputs["plan-digest"],
    );
    expect(outcomes(await run(hired.slice(2)))).toEqual(["blocked"]);
  });

  test("one run by hand also raises the limit of access changes", async () => {
    const promoted = TEN.map((one) => ({ ...one, permissionLevel: "ADMIN" }));
    expect(outcomes(await run(promoted))).toEqual(["blocked"]);
    const inputs = { "max-access-changes": "100%" };
    expect(outcomes(await run(promoted, { ...raised, inputs }))).toEqual(["synced"]);
  });

  test("a query without people removes no one, also with the limits raised", async () => {
    expect(outcomes(await run([], raised))).toEqual(["blocked"]);
  });

  test("a query that fails ends the run before anything is asked", async () => {
    const ran = await run(TEN, { files: {} });
    expect([ran.results["sync"], ran.ours]).toEqual(["failure", []]);
  });

  test("if the roster were pushed first, the run would end as superseded", async () => {
    pushFiles(example.github, {});
    const repository = example.github.repository("acme/access");
    const files = { "access/people.json": rosterOf(TEN) };
    repository.branch("main", repository.commit({ parents: [COMMIT], files }));
    expect(outcomes(await run(TEN))).toEqual(["superseded"]);
  });
});

describe("drift.yml", () => {
  const HIRED = account("u-011", { fullName: "Mary Shelley", email: "mary@example.com" });
  const drifted = [...TEN.slice(1), HIRED];
  const LIST = "issue list";
  const run = (
    accounts: readonly unknown[],
    issues: readonly number[],
    edit?: RunOptions["edit"],
  ) =>
    example.run("drift.yml", {
      event: "schedule",
      files: withRoster(accounts),
      commands: { gh: { [LIST]: JSON.stringify(issues.map((number) => ({ number }))) } },
      ...(edit && { edit }),
    });
  const short = (calls: readonly Call[]) => calls.map(({ args }) => args.slice(0, 3).join(" "));

  test("no drift, no issue", async () => {
    const ran = await run(TEN, []);
    expect([ran.results["drift"], outcomes(ran)]).toEqual(["success", ["planned"]]);
    expect(short(ran.calls)).toEqual(["issue list --label"]);
  });

  test("drift fails the run, opens an issue, and sends nothing", async () => {
    const ran = await run(drifted, []);
    expect([ran.results["drift"], outcomes(ran)]).toEqual(["failure", ["drifted"]]);
    expect(short(ran.calls)).toEqual([
      "label create vanta-drift",
      "issue list --label",
      "issue create --title",
    ]);
    expect(example.vanta.puts()).toEqual([]);
  });

  test("drift that stays edits the issue, and closes it when it is gone", async () => {
    expect(short((await run(drifted, [7])).calls).at(-1)).toBe("issue edit 7");
    expect(short((await run(TEN, [7])).calls).at(-1)).toBe("issue close 7");
  });

  const bodyOf = (calls: readonly Call[]) => calls.map(({ body = "" }) => body).join("");

  test("the issue has no personal data, and what differs", async () => {
    const body = bodyOf((await run(drifted, [])).calls);
    expect(body).toContain("https://github.com/acme/access/actions/runs/42");
    expect(body).toMatch(/^\+ u•••#[0-9a-f]{8}: in the roster, not in Vanta$/m);
    expect(body).toMatch(/^- u•••#[0-9a-f]{8}: in Vanta, not in the roster$/m);
    expect(body).toContain("2 accounts.");
    expect(body).not.toMatch(/u-0|Mary|Shelley|example\.com/);
  });

  test("without redact: always, it has", async () => {
    const { calls } = await run(drifted, [], without("redact: always"));
    expect(bodyOf(calls)).toContain("+ u-011: in the roster");
  });

  test("the text of an account cannot leave the block that it is in", async () => {
    const email = "x@example.com";
    const named = ["```", "@acme"].map((id) => account(id, { accountName: email, email }));
    const body = bodyOf((await run([...TEN, ...named], [])).calls);
    expect(body.match(/^```/gm)).toHaveLength(2);
    expect(body.indexOf("+ @•••")).toBeLessThan(body.lastIndexOf("\n```"));
  });

  test("the issue has room for the drift of a large company", async () => {
    const body = bodyOf((await run(people(900), [])).calls);
    expect(body.match(/^\+ /gm)).toHaveLength(200);
    expect(body).toContain("890 accounts.");
  });

  test("what is no drift neither opens nor closes an issue", async () => {
    const ran = await run([{ uniqueId: 1 }], [7]);
    expect([ran.results["drift"], outcomes(ran), ran.calls]).toEqual(["failure", ["invalid"], []]);
  });
});

describe("export.yml", () => {
  let origin: string;
  const git = (cwd: string, ...args: readonly string[]) =>
    execFileSync("git", args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  const run = (files: Readonly<Record<string, string>>, pulls: readonly number[] = []) =>
    example.run("export.yml", {
      event: "schedule",
      files,
      onCheckout(workspace) {
        for (const args of [
          ["init", "--initial-branch=main"],
          ["remote", "add", "origin", origin],
          ["add", "."],
          [
            "-c",
            "user.name=a",
            "-c",
            "user.email=a@example.com",
            "commit",
            "--allow-empty",
            "-m",
            "a",
          ],
        ])
          git(workspace, ...args);
      },
      commands: { gh: { "pr list": JSON.stringify(pulls.map((number) => ({ number }))) } },
    });
  const pushed = (path: string) => git(origin, "show", `vanta-export:${path}`);
  const short = (calls: readonly Call[]) => calls.map(({ args }) => args.slice(0, 2).join(" "));

  beforeEach(() => {
    origin = mkdtempSync(join(tmpdir(), "origin-"));
    git(origin, "init", "--bare");
  });

  afterEach(() => rmSync(origin, { recursive: true }));

  test("what Vanta has becomes a branch with a pull request", async () => {
    const ran = await run({ "README.md": "" });
    expect([ran.results["export"], outcomes(ran)]).toEqual(["success", ["exported"]]);
    expect(pushed("access/people.yml")).toContain("u-010");
    expect(short(ran.calls)).toEqual(["auth setup-git", "pr list", "pr create"]);
    expect(example.vanta.puts()).toEqual([]);
  });

  test("the pull request that is open is updated, and no second one is opened", async () => {
    await run({ "README.md": "" });
    const { calls } = await run(withRoster(TEN.slice(1)), [3]);
    expect(pushed("access/people.json")).toContain("u-001");
    expect(short(calls)).toEqual(["auth setup-git", "pr list"]);
  });

  test("where the files match Vanta, nothing is pushed", async () => {
    const ran = await run(withRoster(TEN));
    expect([ran.results["export"], outcomes(ran), ran.calls]).toEqual([
      "success",
      ["exported"],
      [],
    ]);
  });

  test("a row that no roster may have fails the run, and is in the pull request to be fixed", async () => {
    const rows = rowsOf([...TEN.slice(1), { ...account("u-001"), email: "none" }]);
    example.vanta.seed(RESOURCE, { rows });
    const ran = await run({ "README.md": "" });
    expect([ran.results["export"], outcomes(ran)]).toEqual(["failure", ["invalid"]]);
    expect(short(ran.calls).at(-1)).toBe("pr create");
    expect(pushed("access/people.yml")).toContain("email: none");
  });
});

describe("evidence.yml", () => {
  const run = (accounts: readonly unknown[], attest: string, edit?: RunOptions["edit"]) =>
    example.run("evidence.yml", {
      event: "push",
      files: withRoster(accounts),
      vars: { "": { VANTA_RESOURCE_ID: RESOURCE, VANTA_ATTEST: attest } },
      ...(edit && { edit }),
    });
  const stepOf = (ran: Awaited<ReturnType<typeof run>>, job: string, uses: string) =>
    ran.legs[job]?.[0]?.steps.find((step) => step.uses?.startsWith(uses));

  test.each([
    ["synced", TEN],
    ["blocked", FIVE],
  ])(
    "of a run that %s, the report and its digest are kept and signed",
    async (outcome, accounts) => {
      const ran = await run(accounts, "true");
      expect(outcomes(ran)).toEqual([outcome]);
      const kept = stepOf(ran, "sync", "actions/upload-artifact@")?.with ?? {};
      expect(kept).toMatchObject({ name: "vanta-roster-evidence-42-1", "retention-days": "400" });
      const [report = "", digest = ""] = kept["path"]?.split("\n").map((line) => line.trim()) ?? [];
      const text = readFileSync(report);
      expect(JSON.parse(String(text))).toMatchObject({ outcome });
      const sha256 = createHash("sha256").update(text).digest("hex");
      expect(readFileSync(digest, "utf8")).toBe(`${sha256}  vanta-roster-report.json\n`);
      expect(ran.legs["sync"]?.[0]?.steps.map(({ summary }) => summary).join("")).toContain(sha256);
      expect(stepOf(ran, "attest", "actions/attest@")?.with).toEqual({
        "subject-name": "vanta-roster-report.json",
        "subject-digest": `sha256:${sha256}`,
      });
    },
  );

  test("without always(), nothing is kept of a run that was blocked", async () => {
    const edit = (content: string) => content.replaceAll("if: always() &&", "if: success() &&");
    const ran = await run(FIVE, "true", edit);
    expect(stepOf(ran, "sync", "actions/upload-artifact@")).toBeUndefined();
  });

  test("attestations are an option", async () => {
    expect((await run(TEN, "")).results).toMatchObject({ sync: "success", attest: "skipped" });
  });
});

describe("through a proxy that inspects TLS", () => {
  let proxy: Awaited<ReturnType<typeof startTlsProxy>>;

  beforeEach(async () => {
    proxy = await startTlsProxy(example.vanta.url);
  });

  afterEach(() => proxy.close());

  test("ghes.yml reads and syncs, and asks its own server", async () => {
    const server = await startFakeGitHub({ prefix: "/api/v3" });
    pushFiles(server, withRoster(TEN));
    const network = {
      ROSTER_HTTPS_PROXY: proxy.url,
      ROSTER_NO_PROXY: "ghes.example.com",
      ROSTER_CA_FILE: proxy.caFile,
    };
    const ran = await example.run("ghes.yml", {
      event: "push",
      files: withRoster(TEN),
      vars: { "": { VANTA_RESOURCE_ID: RESOURCE, ...network } },
      inputsOfAction: {},
      env: { GITHUB_API_URL: server.url, GITHUB_SERVER_URL: "https://ghes.example.com" },
    });
    expect(outcomes(ran)).toEqual(["synced"]);
    expect(ran.ours[0]?.annotations.warning).toEqual([]);
    expect(ran.ours[0]?.report.run.url).toBe(
      "https://ghes.example.com/acme/access/actions/runs/42",
    );
    expect(new Set(proxy.hosts)).toEqual(new Set(["api.vanta.com:443"]));
    expect(server.requests.map(({ path }) => path)).toContainEqual(
      expect.stringMatching(/^\/api\/v3\/.*compare/),
    );
    await server.close();
  });

  test.each([
    ["with no_proxy, ghes.yml asks its own server past the proxy", undefined, false],
    ["without no_proxy, it asks it through the proxy", without("no_proxy:"), true],
  ])("%s", async (_, edit, isThrough) => {
    const ran = await example.run("ghes.yml", {
      event: "push",
      files: withRoster(TEN),
      vars: {
        "": {
          VANTA_RESOURCE_ID: RESOURCE,
          ROSTER_HTTPS_PROXY: proxy.url,
          ROSTER_NO_PROXY: "ghes.invalid",
          ROSTER_CA_FILE: proxy.caFile,
        },
      },
      inputsOfAction: {},
      env: { GITHUB_API_URL: "https://ghes.invalid/api/v3" },
      ...(edit && { edit }),
    });
    expect(outcomes(ran)).toEqual(["synced"]);
    expect(proxy.hosts.includes("ghes.invalid:443")).toBe(isThrough);
  });

  test("ghes.yml needs no proxy and no certificate authority", async () => {
    const ran = await example.run("ghes.yml", { event: "push", files: withRoster(TEN) });
    expect(outcomes(ran)).toEqual(["synced"]);
  });

  test.each([
    ["gov.yml asks Vanta Gov", undefined, "api.vanta-gov.com:443"],
    ["without its line, it asks Vanta", without("api-url:"), "api.vanta.com:443"],
  ])("%s", async (_, edit, host) => {
    const ran = await example.run("gov.yml", {
      event: "push",
      files: withRoster(TEN),
      inputsOfAction: {},
      env: { https_proxy: proxy.url, NODE_EXTRA_CA_CERTS: proxy.caFile },
      ...(edit && { edit }),
    });
    expect(outcomes(ran)).toEqual(["synced"]);
    expect(new Set(proxy.hosts)).toEqual(new Set([host]));
  });
});
