// Each rule of the inputs on both of its sides, and that all problems come at once.
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { toPlainText } from "../../src/model/message.js";
import {
  INPUT_DEFAULTS,
  INPUT_NAMES,
  type InputName,
  type Inputs,
  parseInputs,
  readInputs,
  reportFileIn,
  secretsIn,
} from "../../src/settings/inputs.js";

type Given = Partial<Record<InputName, string>> | Readonly<Record<string, string>>;

/** As the runner sets them. */
function envOf(given: Given): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [
      `INPUT_${name.replaceAll(" ", "_").toUpperCase()}`,
      value,
    ]),
  );
}

function parse(given: Given) {
  const parsed = parseInputs(readInputs(envOf({ roster: "users.yml", ...given })));
  if (!parsed.ok)
    throw new Error(parsed.problems.map(({ message }) => toPlainText(message)).join("\n"));
  const { roster, ...inputs } = parsed.inputs;
  expect(Object.isFrozen(parsed.inputs)).toBe(true);
  return { ...inputs, roster: roster.written };
}

function refuse(given: Given): string[] {
  const parsed = parseInputs(readInputs(envOf({ roster: "users.yml", ...given })));
  if (parsed.ok) throw new Error("no problem was found");
  expect(new Set(parsed.problems.map(({ severity }) => severity))).toEqual(new Set(["error"]));
  return parsed.problems.map(({ message }) => toPlainText(message));
}

const DEFAULTS: Omit<Inputs, "roster"> & { roster: readonly string[] } = {
  roster: ["users.yml"],
  mode: "auto",
  apiUrl: "https://api.vanta.com",
  onRemoval: "deactivate",
  retainDeactivatedDays: 400,
  maxRemovals: [{ kind: "percent", value: 20 }],
  maxAccessChanges: [{ kind: "percent", value: 50 }],
  allowEmpty: false,
  expectNoChanges: false,
  failOnWarnings: false,
  redact: "auto",
  prComment: "never",
  requestTimeoutSeconds: 120,
};

test("with a roster alone, the rest are defaults", () => {
  expect(parse({})).toEqual(DEFAULTS);
});

test("an empty or blank input is its default, as an unset variable passes ''", () => {
  expect(
    parse({ ...Object.fromEntries(INPUT_NAMES.map((name) => [name, ""])), roster: "users.yml" }),
  ).toEqual(DEFAULTS);
  expect(
    parse({
      ...Object.fromEntries(INPUT_NAMES.map((name) => [name, " \n\t "])),
      roster: "users.yml",
    }),
  ).toEqual(DEFAULTS);
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
    "max-access-changes": " 7 ",
    "allow-empty": " true ",
    "approved-plan": ` sha256:${"0a".repeat(32)} `,
    "approvals-file": " .vanta/approvals.txt ",
    "expect-no-changes": " true ",
    "fail-on-warnings": " true ",
    redact: " always ",
    "pr-comment": " changes ",
    "github-token": " ghs_1 ",
    "report-file": " out/report.json ",
    "request-timeout-seconds": " 1.5 ",
  };
  expect(Object.keys(given)).toEqual(INPUT_NAMES);
  expect(parse(given)).toEqual({
    roster: ["people/*.yml"],
    mode: "plan",
    credentials: { clientId: "vci_1", clientSecret: "vcs_1" },
    resourceId: "65f0c0ffee",
    apiUrl: "https://api.vanta-gov.com",
    onRemoval: "omit",
    retainDeactivatedDays: 30,
    maxRemovals: [
      { kind: "count", value: 50 },
      { kind: "percent", value: 20 },
    ],
    maxAccessChanges: [{ kind: "count", value: 7 }],
    allowEmpty: true,
    approvedPlan: `sha256:${"0a".repeat(32)}`,
    approvalsFile: ".vanta/approvals.txt",
    expectNoChanges: true,
    failOnWarnings: true,
    redact: "always",
    prComment: "changes",
    githubToken: "ghs_1",
    reportFile: "out/report.json",
    requestTimeoutSeconds: 1.5,
  });
});

describe("roster", () => {
  test.each([
    [
      "a.yml\n\n  b/*.yaml  \r\n!b/draft.yaml\r#c.json",
      ["a.yml", "b/*.yaml", "!b/draft.yaml", "#c.json"],
    ],
    ["# not a comment.yml", ["# not a comment.yml"]],
    [
      "a..b.yml\n...\n~a.yml\n{a,b}.yml\n./c.yml",
      ["a..b.yml", "...", "~a.yml", "{a,b}.yml", "./c.yml"],
    ],
    ["d/../a.yml", ["d/../a.yml"]],
  ])("%j", (roster, patterns) => {
    expect(parse({ roster }).roster).toEqual(patterns);
  });

  test.each([
    ["", "roster: is missing; write the path of the roster file, or glob patterns, one a line"],
    [
      "*/../b.yml",
      'roster: "*/../b.yml" leads out of the workspace, or may do so; write a pattern without ".."',
    ],
    ["!a.yml", 'roster: "!a.yml" names no file, only files to leave out; add a pattern without !'],
    ["a.yml\n!", 'roster: "!" leaves nothing out; write a pattern after the !'],
    [
      "a.yml\n/etc/*.yml",
      'roster: "/etc/*.yml" is an absolute path; write it from the root of the workspace',
    ],
    [
      "C:\\users.yml",
      'roster: "C:\\users.yml" is an absolute path; write it from the root of the workspace',
    ],
    [
      "~/users.yml",
      'roster: "~/users.yml" is an absolute path; write it from the root of the workspace',
    ],
    [
      "a.yml\n!/etc/*.yml",
      'roster: "!/etc/*.yml" is an absolute path; write it from the root of the workspace',
    ],
    [
      "../users.yml",
      'roster: "../users.yml" leads out of the workspace, or may do so; write a pattern without ".."',
    ],
    [
      "a/../../b.yml",
      'roster: "a/../../b.yml" leads out of the workspace, or may do so; write a pattern without ".."',
    ],
    [
      "{..,a}/b.yml",
      'roster: "{..,a}/b.yml" leads out of the workspace, or may do so; write a pattern without ".."',
    ],
    ["a.yml\u0007", 'roster: "a.yml\\u0007" holds a control character; write one pattern a line'],
  ])("%j is refused", (roster, message) => {
    expect(refuse({ roster })).toEqual([message]);
  });
});

describe("booleans", () => {
  test.each(["true", "True", "TRUE"])("%s", (word) => {
    expect(
      parse({ "allow-empty": word, "expect-no-changes": word, "fail-on-warnings": word }),
    ).toMatchObject({
      allowEmpty: true,
      expectNoChanges: true,
      failOnWarnings: true,
    });
  });

  test.each(["false", "False", "FALSE"])("%s", (word) => {
    expect(parse({ "allow-empty": word })).toMatchObject({ allowEmpty: false });
  });

  test.each(["yes", "no", "on", "1", "0", "tRUE", "TrUe", "trues", "true false", "null"])(
    "%s is neither",
    (word) => {
      expect(refuse({ "allow-empty": word })).toEqual([
        `allow-empty: "${word}" is neither true nor false; write true or false`,
      ]);
    },
  );
});

describe("words of a list", () => {
  test.each([
    ["mode", "synk", "did you mean sync?"],
    ["mode", "Sync", "did you mean sync?"],
    ["mode", "dry-run", "write auto, validate, plan or sync"],
    ["on-removal", "deactivated", "did you mean deactivate?"],
    ["on-removal", "delete", "write deactivate or omit"],
    ["redact", "allways", "did you mean always?"],
    ["pr-comment", "change", "did you mean changes?"],
  ])("%s: %s", (name, value, hint) => {
    expect(refuse({ [name]: value })).toEqual([`${name}: "${value}" is not known; ${hint}`]);
  });

  test("export is to come", () => {
    expect(refuse({ mode: "export" })).toEqual([
      'mode: "export" is not there yet; choose auto, validate, plan or sync',
    ]);
  });

  test.each([
    ["mode", ["auto", "validate", "plan", "sync"]],
    ["on-removal", ["deactivate", "omit"]],
    ["redact", ["auto", "always", "never"]],
    ["pr-comment", ["never", "changes", "always"]],
  ])("%s takes %j", (name, words) => {
    for (const word of words) expect(Object.values(parse({ [name]: word }))).toContain(word);
  });
});

describe("api-url", () => {
  test.each([
    ["https://api.vanta.com", "https://api.vanta.com"],
    ["https://api.vanta.com/", "https://api.vanta.com"],
    ["HTTPS://API.VANTA.COM", "https://api.vanta.com"],
    ["https://api.vanta.com:443", "https://api.vanta.com"],
    ["https://api.vanta.com:8443", "https://api.vanta.com:8443"],
    ["https://vanta.com", "https://vanta.com"],
    ["https://api.vanta-gov.com", "https://api.vanta-gov.com"],
    ["https://a.b.vanta-gov.com", "https://a.b.vanta-gov.com"],
    ["http://localhost:4010", "http://localhost:4010"],
    ["https://localhost", "https://localhost"],
    ["http://127.0.0.1:80", "http://127.0.0.1"],
    ["http://127.255.255.254:1", "http://127.255.255.254:1"],
    ["http://[::1]:4010", "http://[::1]:4010"],
  ])("%s", (value, origin) => {
    expect(parse({ "api-url": value }).apiUrl).toBe(origin);
  });

  test.each([
    ["api.vanta.com", "is not a URL"],
    ["https://", "is not a URL"],
    ["ftp://api.vanta.com", "is not an https URL"],
    ["http://api.vanta.com", "would send the client secret unencrypted"],
    ["https://vanta.com.evil.example", "is not a host of Vanta's"],
    ["https://evilvanta.com", "is not a host of Vanta's"],
    ["https://vanta.com.", "is not a host of Vanta's"],
    ["https://vanta-gov.co", "is not a host of Vanta's"],
    ["https://.vanta.org", "is not a host of Vanta's"],
    ["https://128.0.0.1", "is not a host of Vanta's"],
    ["https://0.0.0.0", "is not a host of Vanta's"],
    ["https://[::2]", "is not a host of Vanta's"],
    ["http://localhost.evil.example", "is not a host of Vanta's"],
    ["http://127.0.0.1.evil.example", "is not a host of Vanta's"],
    ["https://api.vanta.com/v1", "is more than an origin"],
    ["https://api.vanta.com//", "is more than an origin"],
    ["https://api.vanta.com?", "is more than an origin"],
    ["https://api.vanta.com?a=b", "is more than an origin"],
    ["https://api.vanta.com#a", "is more than an origin"],
    ["https:api.vanta.com", "is more than an origin"],
    ["https:\\\\api.vanta.com", "is more than an origin"],
    ["https://api.van\nta.com", "is more than an origin"],
    ["http://localhost/v1", "is more than an origin"],
  ])("%j is refused", (value, reason) => {
    const [message, ...more] = refuse({ "api-url": value });
    expect(message).toContain(reason);
    expect(message).toMatch(/^api-url: .*https:\/\/api\.vanta\.com/);
    expect(more).toEqual([]);
  });

  test.each([
    "https://me@api.vanta.com",
    "https://me:hunter2@api.vanta.com",
    "https://:hunter2@localhost",
    "ftp://:hunter2@localhost",
  ])("%s may hold a password, so it is not quoted", (value) => {
    const [message, ...more] = refuse({ "api-url": value });
    expect(message).toMatch(/^api-url: (holds a user or a password|is not an https URL)/);
    expect(message).not.toContain("hunter2");
    expect(more).toEqual([]);
  });

  test.each([
    "https://api.eu.vanta.com",
    "https://api.aus.vanta.com",
    "http://API.EU.vanta.com/v1",
    "https://api.eu.vanta.com/",
  ])("%s is told the right host", (value) => {
    expect(refuse({ "api-url": value })).toEqual([
      `api-url: "${value}" only redirects, and loses the token on the way; write https://api.vanta.com, which serves every region`,
    ]);
  });
});

describe("limits", () => {
  const count = (value: number) => ({ kind: "count", value });
  const percent = (value: number) => ({ kind: "percent", value });

  test.each([
    ["0", [count(0)]],
    ["50", [count(50)]],
    ["007", [count(7)]],
    ["999999999999999", [count(999_999_999_999_999)]],
    ["0%", [percent(0)]],
    ["20%", [percent(20)]],
    ["100%", [percent(100)]],
    ["100.00%", [percent(100)]],
    ["12.5%", [percent(12.5)]],
    ["0.25%", [percent(0.25)]],
    ["50, 20%", [count(50), percent(20)]],
    ["20%,50", [percent(20), count(50)]],
  ])("%s", (value, limits) => {
    expect(parse({ "max-removals": value }).maxRemovals).toEqual(limits);
    expect(parse({ "max-access-changes": value }).maxAccessChanges).toEqual(limits);
  });

  test.each([
    ["101%", "is more than 100%"],
    ["100.01%", "is more than 100%"],
    ["50, 101%", "is more than 100%"],
    ["50, 60", "has two limits of one kind"],
    ["5%, 6%", "has two limits of one kind"],
    ["1, 2%, 3", "has two limits of one kind"],
    ["1.5", "is not a limit"],
    ["-1", "is not a limit"],
    ["+1", "is not a limit"],
    ["1e3", "is not a limit"],
    ["1_000", "is not a limit"],
    ["1.123%", "is not a limit"],
    [".5%", "is not a limit"],
    ["5.%", "is not a limit"],
    ["%", "is not a limit"],
    ["20 %", "is not a limit"],
    ["20%%", "is not a limit"],
    ["50,", "is not a limit"],
    [",", "is not a limit"],
    ["50 20%", "is not a limit"],
    ["none", "is not a limit"],
    ["1000000000000000", "is not a limit"],
  ])("%s is refused", (value, reason) => {
    const [message, ...more] = refuse({ "max-access-changes": value });
    expect(message).toContain(`max-access-changes: "${value}" ${reason}`);
    expect(more).toEqual([]);
  });
});

describe("numbers", () => {
  test.each([
    ["retain-deactivated-days", "0", 0],
    ["retain-deactivated-days", "36500", 36_500],
    ["request-timeout-seconds", "0.001", 0.001],
    ["request-timeout-seconds", "120", 120],
    ["request-timeout-seconds", "3600", 3600],
  ])("%s: %s", (name, value, number) => {
    expect(Object.values(parse({ [name]: value }))).toContain(number);
  });

  test.each([
    ["retain-deactivated-days", "36501", "is more than 36500 days"],
    ["retain-deactivated-days", "-1", "is not a whole number of days"],
    ["retain-deactivated-days", "1.5", "is not a whole number of days"],
    ["retain-deactivated-days", "400d", "is not a whole number of days"],
    ["retain-deactivated-days", "Infinity", "is not a whole number of days"],
    ["retain-deactivated-days", "0x10", "is not a whole number of days"],
    ["request-timeout-seconds", "0", "leaves no time for an answer"],
    ["request-timeout-seconds", "0.0", "leaves no time for an answer"],
    ["request-timeout-seconds", "3600.1", "is more than 3600 seconds"],
    ["request-timeout-seconds", "-5", "is not a number of seconds"],
    ["request-timeout-seconds", "2m", "is not a number of seconds"],
    ["request-timeout-seconds", "NaN", "is not a number of seconds"],
  ])("%s: %s is refused", (name, value, reason) => {
    const [message, ...more] = refuse({ [name]: value });
    expect(message).toContain(`${name}: "${value}" ${reason}`);
    expect(more).toEqual([]);
  });
});

describe("approved-plan", () => {
  test.each([
    [`sha256:${"a".repeat(64)}`, true],
    [`sha256:${"0123456789abcdef".repeat(4)}`, true],
    [`sha256:${"a".repeat(63)}`, false],
    [`sha256:${"a".repeat(65)}`, false],
    [`sha256:${"A".repeat(64)}`, false],
    [`sha256:${"g".repeat(64)}`, false],
    ["a".repeat(64), false],
    [`sha256: ${"a".repeat(64)}`, false],
    [`sha512:${"a".repeat(64)}`, false],
  ])("%s: %s", (value, good) => {
    if (good) expect(parse({ "approved-plan": value }).approvedPlan).toBe(value);
    else
      expect(refuse({ "approved-plan": value })).toEqual([
        expect.stringMatching(/^approved-plan: .* is not a plan digest/),
      ]);
  });
});

describe("paths and names", () => {
  test.each([
    ["approvals-file", "approvals.txt"],
    ["approvals-file", ".github/plan..approvals"],
    ["approvals-file", "a/../approvals.txt"],
    ["report-file", "/tmp/report.json"],
    ["report-file", "../report.json"],
    ["report-file", "C:\\temp\\report.json"],
    ["resource-id", "65f0c0ffee65f0c0ffee65f0"],
  ])("%s: %s", (name, value) => {
    expect(Object.values(parse({ [name]: value }))).toContain(value);
  });

  test.each([
    ["approvals-file", "/etc/passwd", "is an absolute path"],
    ["approvals-file", "a/../../b", "leads out of the workspace"],
    ["approvals-file", "approvals/", "is a folder"],
    ["approvals-file", "a\u0000b", "holds a control character"],
    ["report-file", "out/", "is a folder"],
    ["report-file", "a\nb", "holds a control character"],
    ["resource-id", "65f0 c0ffee", "holds white space"],
    ["resource-id", "65f0\u0007", "holds white space or a control character"],
  ])("%s: %j is refused", (name, value, reason) => {
    const [message, ...more] = refuse({ [name]: value });
    expect(message).toMatch(new RegExp(`^${name}: .*${reason}`));
    expect(more).toEqual([]);
  });
});

describe("credentials", () => {
  test("both or neither", () => {
    expect(parse({ "client-id": "a", "client-secret": "b" }).credentials).toEqual({
      clientId: "a",
      clientSecret: "b",
    });
    expect(parse({}).credentials).toBeUndefined();
    expect(refuse({ "client-id": "a" })).toEqual([
      "client-secret: is missing or empty, but client-id is set; set both, or neither",
    ]);
    expect(refuse({ "client-secret": "b", "client-id": " " })).toEqual([
      "client-id: is missing or empty, but client-secret is set; set both, or neither",
    ]);
  });

  test("a value with white space inside is refused, and never quoted", () => {
    const bad = {
      "client-id": "hunter2 x",
      "client-secret": "hunter2\nx",
      "github-token": "hunter2\u0007x",
    };
    const messages = refuse(bad);
    expect(messages).toHaveLength(3);
    for (const message of messages)
      expect(message).toMatch(
        /^(client-id|client-secret|github-token): holds white space or a control character/,
      );
    expect(messages.join()).not.toContain("hunter2");
  });
});

describe("unknown inputs", () => {
  test.each([
    ["max-removal", "did you mean max-removals?"],
    ["max_removals", "did you mean max-removals?"],
    ["rooster", "did you mean roster?"],
    ["client id", "did you mean client-id?"],
  ])("%s", (name, hint) => {
    const shown = name.replaceAll(" ", "_");
    expect(refuse({ [name]: "" })).toEqual([`${shown}: is not an input of this action; ${hint}`]);
  });

  test("one that is near to nothing is told all names", () => {
    expect(refuse({ frequency: "daily" })).toEqual([
      `frequency: is not an input of this action; write ${INPUT_NAMES.slice(0, -1).join(", ")} or request-timeout-seconds`,
    ]);
  });

  test("a name out of the ordinary is quoted", () => {
    expect(refuse({ "::error::x\n": "1" })[0]).toMatch(/^"::error::x\\u000a": is not an input/);
  });

  test("other variables are no inputs", () => {
    expect(
      parseInputs(
        readInputs({
          INPUT_ROSTER: "a.yml",
          INPUTS: "x",
          MY_INPUT_X: "x",
          input_x: "x",
          INPUT_GONE: undefined,
        }),
      ).ok,
    ).toBe(true);
  });
});

test("all problems come together, each naming its input", () => {
  const names: string[] = refuse({
    roster: "../a.yml\n/b.yml",
    mode: "plann",
    "client-id": "id",
    "api-url": "http://example.com",
    "on-removal": "x",
    "retain-deactivated-days": "x",
    "max-removals": "x",
    "max-access-changes": "x",
    "allow-empty": "x",
    "approved-plan": "x",
    "approvals-file": "/x",
    "expect-no-changes": "x",
    "fail-on-warnings": "x",
    redact: "x",
    "pr-comment": "x",
    "github-token": "x y",
    "report-file": "x/",
    "request-timeout-seconds": "x",
    "resource-id": "x y",
    "max-removal": "x",
  }).map((message) => message.split(":")[0] ?? "");
  expect(names.sort()).toEqual(
    [...INPUT_NAMES.filter((name) => name !== "client-id"), "roster", "max-removal"].sort(),
  );
});

test("the report's place and the secrets are known even if all else is wrong", () => {
  const raw = (given: Given) => readInputs(envOf(given));
  const wrong = raw({
    mode: "x",
    "report-file": " out.json ",
    "client-secret": " s ",
    "github-token": "t",
    nonsense: "1",
  });
  expect(reportFileIn(wrong)).toBe("out.json");
  expect(secretsIn(wrong)).toEqual(["s", "t"]);
  expect(reportFileIn(raw({ "report-file": "out/" }))).toBeUndefined();
  expect(reportFileIn(raw({}))).toBeUndefined();
  expect(secretsIn(raw({}))).toEqual([]);
});

test("any values: a verdict, no crash, and no secret in a message", () => {
  const value = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom("", "true", "50, 20%", "https://api.vanta.com", "a.yml"),
  );
  const given = fc.record(Object.fromEntries(INPUT_NAMES.map((name) => [name, value])), {
    requiredKeys: [],
  });
  fc.assert(
    fc.property(given, (values) => {
      const secret = `hunter2${values["client-secret"] ?? ""}`;
      const parsed = parseInputs(readInputs(envOf({ ...values, "client-secret": secret })));
      if (parsed.ok) return;
      expect(parsed.problems.length).toBeGreaterThan(0);
      for (const { message } of parsed.problems)
        expect(toPlainText(message)).not.toContain("hunter2");
    }),
  );
});

test("the defaults pass their own rules", () => {
  const given = Object.fromEntries(
    Object.entries(INPUT_DEFAULTS).filter(([, value]) => value !== undefined),
  );
  expect(parse({ ...given, roster: "users.yml" })).toEqual(DEFAULTS);
});
