// What may be seen, through the built bundle: personal data where it is to be hidden, secrets
// nowhere, and no text of a roster or of Vanta's that the runner takes for a command.
import { readFileSync, statSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { type FakeGitHub, startFakeGitHub } from "../support/fake-github.js";
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
  COMMIT,
  credentials,
  NO_LIMITS,
  person,
  RESOURCE,
  roster,
  rows,
} from "./setting.js";

const TOKEN = "ghs_stand_in";
const PATH = "access/users.json";
const PUBLIC = { ...REPOSITORY, visibility: "public", private: false };

/**
 * In Vanta, and neither in the roster of this commit nor in the base: with something of their own
 * in every personal field.
 */
const LEAVER = person("leaver-4711", "Grace Hopper", {
  roleDescription: "Secret Agent",
  groupIds: ["moonbase"],
  customProperties: { badge: "Zeppelin" },
});
const FORMER = person("former-4712", "Konrad Zuse", {
  status: "DEACTIVATED",
  deactivatedTimestamp: "2010-01-01T00:00:00Z",
});
/** What Vanta holds of Ada; the roster has her under another name. */
const BYRON = {
  ...ADA,
  displayName: "Augusta Byron",
  roleDescription: "Countess",
  groupIds: ["poets"],
};
const HIDDEN = [
  "leaver-4711",
  "Hopper",
  "grace.hopper",
  "Secret Agent",
  "moonbase",
  "Zeppelin",
  "former-4712",
  "Byron",
  "Countess",
  "poets",
];
const OWN = ["u-1", "Ada Lovelace", "u-3", "Alan Turing", "alan.turing@example.com"];

let github: FakeGitHub;
let vanta: FakeVanta;
let job: Job;

beforeEach(async () => {
  github = await startFakeGitHub({ token: TOKEN });
  vanta = await startFakeVanta({
    resources: { [RESOURCE]: { rows: rows(BYRON, LEAVER, FORMER), customProperties: ["badge"] } },
    tokensPerMinute: Number.POSITIVE_INFINITY,
  });
  job = startJob();
  job.write({ [PATH]: roster([ADA, ALAN]) });
});

afterEach(async () => {
  job.close();
  await vanta.close();
  await github.close();
});

function step(redact: string, options: Partial<StepOptions> = {}) {
  const inputs = {
    roster: PATH,
    redact,
    "github-token": TOKEN,
    "pr-comment": "always",
    ...credentials(vanta),
    ...NO_LIMITS,
  };
  const env = { RUNNER_DEBUG: "1", GITHUB_API_URL: github.url, ...options.env };
  return job.step({
    event: "push",
    payload: { repository: PUBLIC },
    ...options,
    inputs: { ...inputs, ...options.inputs },
    env,
  });
}

function pullRequest(redact: string, options: Partial<StepOptions> = {}, base = [ADA]) {
  const repository = github.repository(REPOSITORY.full_name);
  const parent = repository.commit({ files: { [PATH]: roster(base) } });
  repository.commit({ sha: COMMIT, parents: [parent, parent], files: {} });
  return step(redact, {
    event: "pull_request",
    payload: { repository: PUBLIC, pull_request: { number: 7 } },
    ...options,
  });
}

/** Everything that anybody could see, the comment included. */
function seen({ everything }: Step): string {
  const comments = github.repository(REPOSITORY.full_name).comments(7);
  return [everything, ...comments.map(({ body }) => body)].join("\n");
}

function expectNowhere(step: Step, words: readonly string[]): void {
  const all = seen(step).toLowerCase();
  expect(words.filter((word) => all.includes(word.toLowerCase()))).toEqual([]);
}

describe("redact", () => {
  test("auto in a public repository hides what the roster at this commit does not hold, everywhere, in debug too", async () => {
    const shown = await pullRequest("auto", { inputs: { "max-removals": "0" } });
    expect(shown.outputs).toMatchObject({
      mode: "plan",
      outcome: "blocked",
      added: "1",
      removed: "1",
      changed: "1",
    });
    expectNowhere(shown, HIDDEN);
    for (const place of [
      shown.summary,
      shown.log,
      shown.reportText ?? "",
      github.repository(REPOSITORY.full_name).comments(7)[0]?.body ?? "",
    ])
      for (const word of [...OWN, "l•••#", "g•••@e•••"]) expect(place).toContain(word);
    const [resource] = shown.report.resources;
    expect(resource.removed[0]).toMatchObject({
      account: { fullName: "G•••", email: "g•••@e•••", groupIds: ["m•••"], status: "ACTIVE" },
    });
    // The same person is the same wherever they stand.
    const { uniqueId } = resource.removed[0];
    expect(uniqueId).toMatch(/^l•••#[0-9a-f]{8}$/);
    expect(shown.report.violations[0].accounts).toContain(uniqueId);
  });

  test("auto in a public repository shows whom the pull request takes out: the base holds them", async () => {
    const shown = await pullRequest("auto", {}, [ADA, person("u-9", "Emmy Noether")]);
    expect(shown.report.effect.removed).toMatchObject([
      { uniqueId: "u-9", account: { fullName: "Emmy Noether" } },
    ]);
    expectNowhere(shown, ["leaver-4711", "Secret Agent", "Byron"]);
  });

  test("auto in a private repository hides nothing, nor does never in a public one", async () => {
    const payload = { repository: REPOSITORY, pull_request: { number: 7 } };
    expect(seen(await pullRequest("auto", { payload }))).toContain("Grace Hopper");
    expect((await step("never", { inputs: { mode: "plan" } })).summary).toContain("Grace Hopper");
  });

  test("always hides all; Vanta's words are not quoted; the backup is whole, and for the runner's user only", async () => {
    vanta.fault({
      on: "put",
      status: 400,
      body: {
        error: "Too many fields on resource with uniqueId u-3 (element 1). Extra keys: Zeppelin",
      },
    });
    const shown = await step("always");
    expect(shown.outputs).toMatchObject({ mode: "sync", outcome: "failed" });
    expectNowhere(shown, [...HIDDEN, "Zuse", "Lovelace", "Turing", "ada.lovelace", '"u-1"', "u-3"]);
    expect(shown.report.failures[0]).toContain("(not quoted: personal data is hidden)");
    expect(shown.annotations.error.join("\n")).toContain(`file=${PATH}`);

    const backup = shown.outputs["backup"]?.replace("*", RESOURCE) ?? "";
    expect(JSON.parse(readFileSync(backup, "utf8")).resources).toContainEqual(
      expect.objectContaining({ uniqueId: "leaver-4711" }),
    );
    for (const file of [backup, shown.outputs["report-file"] ?? ""])
      expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test("always hides the roster's own values in its errors too", async () => {
    const wrong = person("wrong-4713", "Wanda Wrong", {
      email: "wanda at example",
      externalUrl: "http://wanda",
      groupIds: [" wandas "],
    });
    job.write({
      [PATH]: roster([
        wrong,
        { ...wrong, uniqueId: "WRONG-4713" },
        { ...ALAN, uniqueId: 31415 },
        ALAN,
        ALAN,
      ]),
    });
    const shown = await step("always");
    expect(shown.outputs).toMatchObject({ outcome: "invalid" });
    expect(Number(shown.outputs["errors"])).toBeGreaterThanOrEqual(6);
    expectNowhere(shown, ["wrong-4713", "wanda", "31415", '"u-3"']);
  });

  test("a backup that cannot be written: nothing is sent, and no path of the runner is shown", async () => {
    // A name that the report may have, and that with the resource's is too long for a backup.
    const named = { "report-file": `${"r".repeat(230)}.json` };
    const shown = await step("always", { inputs: named });
    expect(shown.outputs).toMatchObject({ outcome: "failed" });
    expect(shown.summary).toContain("could not be written (ENAMETOOLONG)");
    expect(shown.summary).not.toContain("rrrr");
    expect(vanta.puts()).toEqual([]);
    expect((await step("never")).summary).toContain("Synced");
  });
});

describe("secrets", () => {
  test("are nowhere, though Vanta and GitHub repeat them in their errors", async () => {
    github.fail({ status: 403, body: { message: `Bad token ${TOKEN}` } });
    vanta.fault({
      on: "token",
      status: 401,
      body: { error: "invalid_client", error_description: `No such secret: ${vanta.clientSecret}` },
    });
    const refused = await step("never");
    expect(refused.outputs).toMatchObject({ outcome: "failed", warnings: "1" });
    expect(refused.everything).toContain("No such secret: ***");
    expectNowhere(refused, [TOKEN, ...vanta.secrets()]);

    const odd = "an.odd/token=";
    vanta.fault({
      on: "token",
      status: 200,
      body: { access_token: odd, expires_in: 3600, token_type: "Bearer" },
    });
    vanta.fault({
      on: "list",
      status: 400,
      body: `The header was: Bearer ${odd} (${encodeURIComponent(odd)})`,
    });
    const listed = await step("never");
    expect(listed.log).toContain(`::add-mask::${odd}`);
    expect(listed.everything).toContain("The header was: Bearer ***");
    expectNowhere(listed, [TOKEN, ...vanta.secrets(), odd, encodeURIComponent(odd)]);
  });

  test("that someone pasted into the roster or the wrong input are not quoted", async () => {
    const secret = vanta.clientSecret;
    job.write({
      "pasted.yml": `- uniqueId: ${secret}\n  email: ${secret}\n  vcs_of_another_application: 1\n  fullName: 7\n`,
    });
    const pasted = await step("never", { inputs: { roster: "pasted.yml", "resource-id": secret } });
    expect(pasted.outputs["outcome"]).toBe("invalid");
    expect(pasted.report.problems.map(({ code }: { code: string }) => code)).toContain("bad-email");
    expectNowhere(pasted, [secret, "vcs_of_another_application"]);
  });
});

describe("text that would be a command", () => {
  const EVIL = [
    "::error::owned",
    "##[error]owned",
    "x\n::error::owned",
    "x\r\n##[group]owned",
    "\u001b[31m::error::owned\u001b[0m",
    "%0A::stop-commands::x",
  ];

  // biome-ignore lint/suspicious/noControlCharactersInRegex: every control character but the line feed
  const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/;

  /** The lines that the runner takes for a command, and that are none of ours. */
  function foreignCommands({ log }: Step): readonly string[] {
    const ours = /^::(add-mask|debug|group|endgroup|notice|warning|error)( [^:]*)?::(?!owned)/;
    return log
      .split(/[\r\n]/)
      .filter((line) => line.includes("##[") || (/^\s*::/.test(line) && !ours.test(line)));
  }

  function expectHarmless(shown: Step): void {
    expect(shown.log).toContain("owned");
    expect(foreignCommands(shown)).toEqual([]);
    for (const text of [shown.log, shown.summary]) expect(text).not.toMatch(CONTROL);
  }

  test("is only text, from a roster that is valid, from the base and from Vanta", async () => {
    const printable = EVIL.filter((text) => !CONTROL.test(text) && !text.includes("\n"));
    const own = printable.map((text, index) =>
      person(`${text}-${index}`, text, {
        email: "a@example.com",
        externalUrl: "https://example.com/",
        groupIds: [text],
      }),
    );
    const odd = EVIL.map((text, index) => ({
      ...person(`${text}-v${index}`, text),
      status: text,
      permissionLevel: text,
      groupIds: [text],
      [text]: text,
    }));
    vanta.seed(RESOURCE, {
      rows: rows(...odd, ...own.map((one) => ({ ...one, fullName: "\u001b[31m::error::owned" }))),
    });
    job.write({ [PATH]: roster(own.slice(1)) });
    const shown = await pullRequest("never");
    expect(shown.outputs).toMatchObject({ mode: "plan", outcome: "planned" });
    expect(shown.report.resources[0].removed).toHaveLength(odd.length + 1);
    expectHarmless(shown);
  });

  test("is only text, from a roster that is broken", async () => {
    const wrong = EVIL.map((text, index) => ({
      ...person(text, text),
      permissionLevel: text,
      createdTimestamp: text,
      [text]: index,
    }));
    job.write({
      [PATH]: roster(wrong, { [EVIL[0] ?? ""]: 1 }),
      "access/::error::owned.yml": '- ##[error]owned: "\\e[31m\\n::error::owned"\n  *',
    });
    const shown = await step("never", {
      inputs: { roster: `${PATH}\naccess/*.yml\n::error::owned\n##[error]owned` },
    });
    expect(shown.outputs).toMatchObject({ outcome: "invalid" });
    expect(shown.annotations.error).toHaveLength(10);
    expectHarmless(shown);
  });

  test("is only text, from an error of Vanta's", async () => {
    vanta.fault({ on: "list", status: 400, body: EVIL.join("\n") });
    const shown = await step("never");
    expect(shown.report.failures[0]).toContain("owned");
    expectHarmless(shown);
  });
});
