// Each rule of the inputs on both of its sides, and that all problems are reported at once.
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { quote, toPlainText } from "../../src/model/message.js";
import {
  INPUT_DEFAULTS,
  INPUT_NAMES,
  type Inputs,
  parseInputs,
  readInputs,
  reportInputsIn,
  secretsIn,
} from "../../src/settings/inputs.js";

type Given = Readonly<Record<string, string | undefined>>;

/** As the runner sets them. */
function raw(given: Given) {
  const variables = Object.entries(given).map(([name, value]) => [
    `INPUT_${name.replaceAll(" ", "_").toUpperCase()}`,
    value,
  ]);
  return readInputs(Object.fromEntries(variables));
}

function parse(given: Given) {
  const parsed = parseInputs(raw({ roster: "users.yml", ...given }));
  if (!parsed.ok)
    throw new Error(parsed.problems.map(({ message }) => toPlainText(message)).join("\n"));
  const { roster, ...inputs } = parsed.inputs;
  expect(Object.isFrozen(parsed.inputs)).toBe(true);
  return { ...inputs, roster: roster.written };
}

function refuse(given: Given): string[] {
  const parsed = parseInputs(raw({ roster: "users.yml", ...given }));
  if (parsed.ok) throw new Error("no problem was found");
  expect(new Set(parsed.problems.map(({ severity }) => severity))).toEqual(new Set(["error"]));
  return parsed.problems.map(({ message }) => toPlainText(message));
}

/** One row per value, of a list with `|` between the values. */
function each(input: string, values: string, expected: unknown) {
  return values.split("|").map((value) => [input, value, expected] as const);
}

/** Values that arrive as they are. */
function same(input: string, values: string) {
  return values.split("|").map((value) => [input, value, value] as const);
}

const count = (value: number) => ({ kind: "count", value });
const percent = (value: number) => ({ kind: "percent", value });
const DIGEST = "0123456789abcdef".repeat(4);

const DEFAULTS: Omit<Inputs, "roster"> & { roster: readonly string[] } = {
  roster: ["users.yml"],
  mode: "auto",
  resourceIds: [],
  apiUrl: "https://api.vanta.com",
  onRemoval: "deactivate",
  retainDeactivatedDays: 400,
  maxRemovals: [{ kind: "percent", value: 20 }],
  maxRemovalsPerDay: [{ kind: "percent", value: 50 }],
  maxAccessChanges: [{ kind: "percent", value: 50 }],
  allowEmpty: false,
  expectNoChanges: false,
  failOnWarnings: false,
  redact: "auto",
  prComment: "never",
  requestTimeoutSeconds: 120,
};

test("an input that is missing, empty or blank is its default", () => {
  expect(parse({})).toEqual(DEFAULTS);
  for (const blank of ["", " \n\t "]) {
    const all = Object.fromEntries(INPUT_NAMES.map((name) => [name, blank]));
    expect(parse({ ...all, roster: "users.yml" })).toEqual(DEFAULTS);
  }
});

test("the defaults pass their own rules", () => {
  expect(parse({ ...INPUT_DEFAULTS, roster: "users.yml" })).toEqual(DEFAULTS);
});

test("every input arrives, trimmed", () => {
  const given = {
    roster: " people/*.yml \n",
    mode: " plan ",
    "client-id": " vci_1 ",
    "client-secret": " vcs_1\n",
    "resource-id": " 65f0c0ffee ",
    "api-url": " https://api.vanta-gov.com ",
    "on-removal": " omit ",
    "retain-deactivated-days": " 30 ",
    "max-removals": " 50, 20% ",
    "max-removals-per-day": " 9% ",
    "max-access-changes": " 7 ",
    "allow-empty": " true ",
    "approved-plan": ` sha256:${DIGEST} `,
    "approvals-file": " .vanta/approvals.txt ",
    "expect-no-changes": " true ",
    "fail-on-warnings": " true ",
    redact: " always ",
    "pr-comment": " changes ",
    "github-token": " ghs_1 ",
    "report-file": " out/report.json ",
    "export-file": " ./access/people.yml ",
    "request-timeout-seconds": " 1.5 ",
  };
  expect(Object.keys(given)).toEqual(INPUT_NAMES);
  expect(parse(given)).toEqual({
    roster: ["people/*.yml"],
    mode: "plan",
    credentials: { clientId: "vci_1", clientSecret: "vcs_1" },
    resourceIds: ["65f0c0ffee"],
    apiUrl: "https://api.vanta-gov.com",
    onRemoval: "omit",
    retainDeactivatedDays: 30,
    maxRemovals: [count(50), percent(20)],
    maxRemovalsPerDay: [percent(9)],
    maxAccessChanges: [count(7)],
    allowEmpty: true,
    approvedPlan: `sha256:${DIGEST}`,
    approvalsFile: ".vanta/approvals.txt",
    expectNoChanges: true,
    failOnWarnings: true,
    redact: "always",
    prComment: "changes",
    githubToken: "ghs_1",
    reportFile: "out/report.json",
    exportFile: "access/people.yml",
    requestTimeoutSeconds: 1.5,
  });
});

const MIXED = "a.yml\n\n  b/*.yaml  \r\n!b/draft.yaml\r#c.json";

describe("valid", () => {
  test.each<readonly [string, string, unknown]>([
    ["roster", MIXED, ["a.yml", "b/*.yaml", "!b/draft.yaml", "#c.json"]],
    ["roster", "# not a comment.yml\n./c.yml", ["# not a comment.yml", "./c.yml"]],
    ["roster", "a..b.yml\n...\n~a.yml\n{a,b}.yml", ["a..b.yml", "...", "~a.yml", "{a,b}.yml"]],
    ["roster", "d/../a.yml", ["d/../a.yml"]],
    ...["allow-empty", "expect-no-changes", "fail-on-warnings"].flatMap((name) => [
      ...each(name, "true|True|TRUE", true),
      ...each(name, "false|False|FALSE", false),
    ]),
    ...same("mode", "auto|validate|plan|sync|export"),
    ...same("on-removal", "deactivate|omit"),
    ...same("redact", "auto|always|never"),
    ...same("pr-comment", "never|changes|always"),
    ["max-removals", "0", [count(0)]],
    ["max-removals", "007", [count(7)]],
    ["max-removals", "999999999999999", [count(999_999_999_999_999)]],
    ["max-removals", "0%", [percent(0)]],
    ...each("max-removals", "100%|100.00%", [percent(100)]),
    ["max-removals", "12.5%", [percent(12.5)]],
    ["max-removals", "0.25%", [percent(0.25)]],
    ...each("max-access-changes", "50,20%|50, 20%", [count(50), percent(20)]),
    ["max-access-changes", "20%,50", [percent(20), count(50)]],
    ["retain-deactivated-days", "0", 0],
    ["retain-deactivated-days", "36500", 36_500],
    ["request-timeout-seconds", "0.001", 0.001],
    ["request-timeout-seconds", "3600", 3600],
    ["max-removals-per-day", "50, 20%", [count(50), percent(20)]],
    ...["", "approved-plan:", "approved-plan: ", "Approved-Plan:"].flatMap((before) =>
      each("approved-plan", `${before}sha256:${DIGEST}`, `sha256:${DIGEST}`),
    ),
    ["approved-plan", `SHA256:${DIGEST.toUpperCase()}`, `sha256:${DIGEST}`],
    ...same("approvals-file", "approvals.txt|.github/plan..approvals"),
    ...each("approvals-file", "./approvals.txt|a/../approvals.txt", "approvals.txt"),
    ...same("report-file", "/tmp/report.json|../report.json|C:\\temp\\report.json"),
    ...each("api-url", "https://api.vanta.com|https://api.vanta.com/", "https://api.vanta.com"),
    ...each("api-url", "HTTPS://API.VANTA.COM|https://api.vanta.com:443", "https://api.vanta.com"),
    ...same("api-url", "https://api.vanta.com:8443|https://vanta.com|https://a.b.vanta-gov.com"),
    ...same("api-url", "http://localhost:4010|https://localhost|http://127.255.255.254:1"),
    ...same("api-url", "http://[::1]:4010"),
    ["api-url", "http://127.0.0.1:80", "http://127.0.0.1"],
  ])("%s: %j is %j", (name, value, expected) => {
    const property = name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
    expect(Object.entries(parse({ [name]: value }))).toContainEqual([property, expected]);
  });
});

describe("invalid", () => {
  const LEADS_OUT = 'leads out of the workspace, or may do so; write a pattern without ".."';
  const ABSOLUTE = "is an absolute path; write it from the root of the workspace";
  const NOT_VANTA = "is not a host of Vanta's";
  const NOT_ORIGIN = "is more than an origin";
  const REDIRECTS = "only redirects, and loses the token on the way; write https://api.vanta.com,";
  const NO_LIMIT = "is not a limit";
  const NO_DAYS = "is not a whole number of days";

  test.each<readonly [string, string, unknown]>([
    ...each("roster", "*/../b.yml|../users.yml|a/../../b.yml|{..,a}/b.yml", LEADS_OUT),
    ...each("roster", "/etc/*.yml|C:\\users.yml|~/users.yml|!/etc/*.yml", ABSOLUTE),
    ["roster", "!a.yml", "only has patterns that exclude files; add one without !"],
    ["roster", "!", "is empty; write a pattern after the !"],
    ["roster", "a.yml\u0007", "has a control character; write one pattern per line"],
    ...each("allow-empty", "yes|no|on|1|0|tRUE|TrUe|trues|true false|null", "is neither true nor"),
    ...each("mode", "synk|Sync", "is not known; did you mean sync?"),
    ["mode", "dry-run", "is not known; write auto, validate, plan, sync or export"],
    ["mode", "exports", "is not known; did you mean export?"],
    ["on-removal", "deactivated", "is not known; did you mean deactivate?"],
    ["on-removal", "delete", "is not known; write deactivate or omit"],
    ["redact", "allways", "is not known; did you mean always?"],
    ["pr-comment", "change", "is not known; did you mean changes?"],
    ...each("api-url", "api.vanta.com|https://", "is not a URL"),
    ["api-url", "ftp://api.vanta.com", "is not an https URL"],
    ["api-url", "http://api.vanta.com", "would send the client secret unencrypted"],
    ...each("api-url", "https://vanta.com.evil.example|https://evilvanta.com", NOT_VANTA),
    ...each("api-url", "https://vanta.com.|https://vanta-gov.co|https://.vanta.org", NOT_VANTA),
    ...each("api-url", "https://128.0.0.1|https://0.0.0.0|https://[::2]", NOT_VANTA),
    ...each("api-url", "http://localhost.evil.example|http://127.0.0.1.evil.example", NOT_VANTA),
    ...each("api-url", "https://api.vanta.com/v1|https://api.vanta.com//", NOT_ORIGIN),
    ...each("api-url", "https://api.vanta.com?|https://api.vanta.com?a=b", NOT_ORIGIN),
    ...each("api-url", "https://api.vanta.com#a|https:api.vanta.com", NOT_ORIGIN),
    ...each("api-url", "https:\\\\api.vanta.com|https://api.van\nta.com", NOT_ORIGIN),
    ["api-url", "http://localhost/v1", NOT_ORIGIN],
    ...each("api-url", "https://api.eu.vanta.com|https://api.aus.vanta.com", REDIRECTS),
    ...each("api-url", "http://API.EU.vanta.com/v1|https://api.eu.vanta.com/", REDIRECTS),
    ...each("max-removals", "101%|100.01%|50, 101%", "is more than 100%"),
    ...each("max-removals", "50, 60|5%, 6%|1, 2%, 3", "has two limits of one kind"),
    ...each("max-removals", "1.5|-1|+1|1e3|1_000|none|1000000000000000", NO_LIMIT),
    ...each("max-removals", "1.123%|.5%|5.%|%|20 %|20%%|50,|,|50 20%", NO_LIMIT),
    ["retain-deactivated-days", "36501", "is more than 36500 days"],
    ...each("retain-deactivated-days", "-1|1.5|400d|Infinity|0x10", NO_DAYS),
    ...each("request-timeout-seconds", "0|0.0", "leaves no time for a response"),
    ["request-timeout-seconds", "3600.1", "is more than 3600 seconds"],
    ...each("request-timeout-seconds", "-5|2m|NaN", "is not a number of seconds"),
    ...[63, 65].flatMap((length) =>
      each("approved-plan", `sha256:${"a".repeat(length)}`, "is not a plan digest"),
    ),
    ...["sha256: ", "sha512:", "", "plan:sha256:", "approved-plan:approved-plan:sha256:"].flatMap(
      (prefix) => each("approved-plan", `${prefix}${DIGEST}`, "is not a plan digest"),
    ),
    ["approved-plan", `sha256:${"g".repeat(64)}`, "is not a plan digest"],
    ["max-removals-per-day", "some", NO_LIMIT],
    ["approvals-file", "/etc/passwd", "is an absolute path"],
    ["approvals-file", "a/../../b", "leads out of the workspace"],
    ["approvals-file", "approvals/", "is a folder"],
    ["approvals-file", "a\u0000b", "has a control character"],
    ["report-file", "out/", "is a folder"],
    ["report-file", "a\nb", "has a control character"],
    ["resource-id", "65f0 c0ffee", "has white space"],
    ["resource-id", "65f0\u0007", "has white space or a control character"],
    ...each("export-file", "people|people.yml.txt|.yml/people", "is not a roster file"),
    ["export-file", "/people.yml", "is an absolute path"],
    ["export-file", "../people.yml", "leads out of the workspace"],
    ["export-file", ".git/people.yml", "is in git's own folder"],
  ])("%s: %j %s", (name, value, reason) => {
    const shown = toPlainText([quote(value)]);
    expect(refuse({ [name]: value })).toEqual([
      expect.stringContaining(`${name}: ${shown} ${reason}`),
    ]);
  });
});

test("a pattern that leads out and a list that only excludes are two mistakes", () => {
  expect(refuse({ roster: "!../a.yml" })).toEqual([
    expect.stringContaining("leads out of the workspace"),
    expect.stringContaining("only has patterns that exclude files"),
  ]);
});

test("resource-id may have several lines, each once", () => {
  expect(parse({ "resource-id": " a\n\n b \r\na" }).resourceIds).toEqual(["a", "b"]);
  expect(refuse({ "resource-id": "a\nb c" })[0]).toMatch(/^resource-id: "b c" has white space/);
});

test.each(["people.YML", "a/b.json", "a.yaml"])("export-file: %s", (path) => {
  expect(parse({ "export-file": path }).exportFile).toBe(path);
});

test.each([
  ["p.json", "r"],
  ["p-r-1.json", "r-1\nr-2"],
])("an approvals-file that an export would write: %s", (path, ids) => {
  const given = { "approvals-file": `./${path}`, "export-file": "p.json", "resource-id": ids };
  expect(refuse(given)).toEqual([
    `approvals-file: "${path}" is the export-file, or one of those that it stands for; name another file`,
  ]);
});

test("of several patterns, the message quotes the one that is wrong", () => {
  expect(refuse({ roster: "a.yml\n!/b.yml" })[0]).toMatch(/^roster: "!\/b\.yml" is an absolute/);
  expect(refuse({ roster: "" })[0]).toMatch(/^roster: is missing; write the path/);
});

describe("credentials", () => {
  test("both or neither", () => {
    const both = { clientId: "a", clientSecret: "b" };
    expect(parse({ "client-id": "a", "client-secret": "b" }).credentials).toEqual(both);
    expect(parse({}).credentials).toBeUndefined();
    expect(refuse({ "client-id": "a" })).toEqual([
      "client-secret: is missing or empty, but client-id is set; set both, or neither",
    ]);
    expect(refuse({ "client-secret": "b", "client-id": " " })).toEqual([
      "client-id: is missing or empty, but client-secret is set; set both, or neither",
    ]);
  });

  test("a value with white space inside is refused, and never quoted", () => {
    const names = ["client-id", "client-secret", "github-token"];
    const values = ["hunter2 x", "hunter2\nx", "hunter2\u0007x"];
    const given = Object.fromEntries(names.map((name, index) => [name, values[index]]));
    const why = "has white space or a control character";
    expect(refuse(given)).toEqual(
      names.map((name) => expect.stringMatching(new RegExp(`^${name}: ${why}`))),
    );
    expect(refuse(given).join()).not.toContain("hunter2");
  });

  test.each([
    ["https://me@api.vanta.com", "has a user or a password"],
    ["https://me:hunter2@api.vanta.com", "has a user or a password"],
    ["https://:hunter2@localhost", "has a user or a password"],
    ["ftp://:hunter2@localhost", "is not an https URL"],
  ])("a URL that may have a password is not quoted: %s", (value, reason) => {
    const messages = refuse({ "api-url": value });
    expect(messages).toEqual([expect.stringMatching(new RegExp(`^api-url: ${reason}`))]);
    expect(messages.join()).not.toContain("hunter2");
  });
});

describe("unknown inputs", () => {
  test.each([
    ["max-removal", "max-removal", "did you mean max-removals?"],
    ["max_removals", "max_removals", "did you mean max-removals?"],
    ["rooster", "rooster", "did you mean roster?"],
    ["client id", "client_id", "did you mean client-id?"],
    ["frequency", "frequency", `write ${INPUT_NAMES.slice(0, -1).join(", ")} or request-timeout-s`],
    ["::error::x\n", '"::error::x\\u000a"', ""],
  ])("%j", (name, shown, hint) => {
    expect(refuse({ [name]: "" })).toEqual([
      expect.stringContaining(`${shown}: is not an input of this action; ${hint}`),
    ]);
  });

  test("other variables are not inputs", () => {
    const others = { INPUTS: "x", MY_INPUT_X: "x", input_x: "x", INPUT_GONE: undefined };
    expect(parseInputs(readInputs({ INPUT_ROSTER: "a.yml", ...others })).ok).toBe(true);
  });
});

test("all problems are reported at once, each with the name of its input", () => {
  const bad = INPUT_NAMES.map((name) => [name, name === "github-token" ? "x y" : "x/"]);
  const messages = refuse({
    ...Object.fromEntries(bad),
    roster: "../a.yml\n/b.yml",
    "client-id": "id",
    "client-secret": undefined,
    "approvals-file": "/x",
    "resource-id": "x y",
    "max-removal": "x",
  });
  expect(messages.map((message) => message.split(":")[0]).sort()).toEqual(
    [...INPUT_NAMES.filter((name) => name !== "client-id"), "roster", "max-removal"].sort(),
  );
});

describe("known although other inputs are wrong", () => {
  const wrong = { mode: "x", nonsense: "1" };

  test("are the secrets", () => {
    const given = { ...wrong, "client-secret": " s ", "github-token": "t y" };
    expect(secretsIn(raw(given))).toEqual(["s", "t y"]);
    expect(secretsIn(raw({}))).toEqual([]);
  });

  test("is what decides where the report may be written", () => {
    const given = { roster: "a.yml", "report-file": " out.json ", "approvals-file": "ok.txt" };
    const { roster, ...files } = reportInputsIn(raw({ ...wrong, ...given }));
    expect(roster?.written).toEqual(["a.yml"]);
    expect(files).toEqual({ reportFile: "out.json", approvalsFile: "ok.txt", exportFiles: [] });
  });

  test("is every file that export-file stands for", () => {
    const given = { "export-file": "a/p.json", "resource-id": "r-1\nr.2" };
    expect(reportInputsIn(raw(given)).exportFiles).toEqual([
      "a/p.json",
      "a/p-r-1.json",
      expect.stringMatching(/^a\/p-r-2-[0-9a-f]{12}\.json$/),
    ]);
  });

  test.each<[string, Given]>([
    ["are wrong", { roster: "/a", "report-file": "out/", "approvals-file": "../a" }],
    ["are missing", {}],
  ])("apart from those that %s themselves", (_, given) => {
    expect(reportInputsIn(raw({ ...wrong, ...given }))).toEqual({ exportFiles: [] });
  });
});

test("any values: no crash, and no secret in a message", () => {
  const value = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom("", "true", "50, 20%", "https://api.vanta.com", "a.yml"),
  );
  const values = fc.record(Object.fromEntries(INPUT_NAMES.map((name) => [name, value])), {
    requiredKeys: [],
  });
  fc.assert(
    fc.property(values, (given) => {
      const secret = `hunter2${given["client-secret"] ?? ""}`;
      const parsed = parseInputs(raw({ ...given, "client-secret": secret }));
      if (parsed.ok) return;
      expect(parsed.problems.length).toBeGreaterThan(0);
      for (const { message } of parsed.problems)
        expect(toPlainText(message)).not.toContain("hunter2");
    }),
  );
});
