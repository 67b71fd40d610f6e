// Redaction: nothing that is to be hidden is left in any report, and what is left still matches.
import { createHmac } from "node:crypto";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { FIELDS, isPersonalField, type Row, type UserAccount } from "../../src/model/account.js";
import {
  type Message,
  msg,
  quote,
  quoteExternal,
  reply,
  toPlainText,
} from "../../src/model/message.js";
import type { Changes, Outcome } from "../../src/model/outcome.js";
import {
  mask,
  maskDistinct,
  type RedactionPolicy,
  redactionPolicy,
  show,
} from "../../src/report/redaction.js";
import { renderSummary } from "../../src/report/summary.js";
import { row } from "../support/accounts.js";
import {
  CASES,
  DIGEST,
  known,
  NO_CHANGES,
  OUTCOMES,
  person,
  planOf,
  problems,
  resource,
  SENT,
} from "./outcomes.js";
import { everythingShown, logLines, shown } from "./render.js";

const KEY = "vcs_key";
const ALL: RedactionPolicy = { kind: "all", key: KEY };
const foreign = (...accounts: readonly UserAccount[]) =>
  redactionPolicy("auto", true, accounts, KEY);
/** A masked `uniqueId`. */
const maskId = (uniqueId: string) => maskDistinct("uniqueId", uniqueId, KEY);

describe("a masked value", () => {
  test.each([
    ["fullName", "Ada Lovelace", "A•••"],
    ["email", "ada@example.com", "a•••@e•••"],
    ["accountName", "ada@example.com", "a•••@e•••"],
    ["accountName", "ada", "a•••"],
    ["uniqueId", "u-1001", "u•••"],
    ["uniqueId", "ada@example.com", "a•••"],
    ["fullName", "😀 Ada", "😀•••"],
    ["fullName", "龍馬", "龍•••"],
    ["email", "ü@ö.example", "ü•••@ö•••"],
    ["roleDescription", "x@y z", "x•••"],
    ["externalUrl", "https://admin.example.com/users/ada@example.com", "h•••"],
    ["fullName", "", "•••"],
  ])("%s %j is %s", (field, value, masked) => {
    expect(mask(field, value)).toBe(masked);
  });

  test("of a uniqueId has 8 hex digits of an HMAC-SHA-256, which depend on the key", () => {
    const digits = createHmac("sha256", KEY).update("u-1001").digest("hex").slice(0, 8);
    expect(maskId("u-1001")).toBe(`u•••#${digits}`);
    expect(maskId("u-1002")).not.toBe(maskId("u-1001"));
    expect(maskDistinct("uniqueId", "u-1001", "other")).not.toBe(maskId("u-1001"));
  });
});

describe("redactionPolicy", () => {
  const ada = person("u-1", "Ada Lovelace", {
    groupIds: ["eng"],
    customProperties: { region: "emea", level: 3 },
  });

  test.each([
    ["always", false, "all"],
    ["always", true, "all"],
    ["never", true, "none"],
    ["auto", false, "none"],
    ["auto", true, "foreign"],
  ] as const)("%s, public %s: %s", (redact, isPublic, kind) => {
    expect(redactionPolicy(redact, isPublic, [ada], KEY).kind).toBe(kind);
  });

  test("a public roster's own personal values are known, each element, key and value; no others", () => {
    const policy = foreign(ada);
    expect(policy.kind === "foreign" && [...policy.known()].sort()).toEqual(
      [
        "Ada Lovelace",
        "u-1",
        "https://admin.example.com/users/u-1",
        "ada.lovelace@example.com",
        "eng",
        "region",
        "emea",
        "level",
        "3",
      ].sort(),
    );
  });
});

/** A message as a report shows it under a policy. */
function shownMessage(message: Message, policy: RedactionPolicy): string {
  const outcome: Outcome = { ...known({}), outcome: "failed", failures: [message] };
  const masked = shown(outcome, policy);
  return masked.outcome === "failed" ? masked.failures.map(toPlainText).join() : "";
}

describe("a message", () => {
  const message = msg`Account ${quote("u-1", "uniqueId")}: ${quoteExternal("ada@example.com", "email")} is ${quote("Admin", "permissionLevel")}, key ${quote("fulName")}; ${reply("ada said")}`;

  test("all: every personal value, and what a server said", () => {
    expect(shownMessage(message, ALL)).toBe(
      `Account "${maskId("u-1")}": "a•••@e•••" is "Admin", key "fulName"; (not quoted: personal data is hidden)`,
    );
  });

  test("foreign: what is in the roster is shown, what comes from elsewhere only where the roster has it too", () => {
    const hidden = `Account "u-1": "a•••@e•••" is "Admin", key "fulName"; (not quoted: personal data is hidden)`;
    expect(shownMessage(message, foreign())).toBe(hidden);
    expect(shownMessage(message, foreign(person("u-9", "Ada")))).toBe(
      hidden.replace("a•••@e•••", "ada@example.com"),
    );
  });

  test("none: as it is", () => {
    expect(shownMessage(message, { kind: "none" })).toBe(toPlainText(message));
  });
});

const firstOf = (outcome: Outcome, policy: RedactionPolicy) =>
  shown(outcome, policy).resources?.[0];

describe("an outcome", () => {
  test("without a policy nothing is masked", () => {
    expect(shown(OUTCOMES.synced, { kind: "none" })).toMatchObject(OUTCOMES.synced);
  });

  test.each(CASES)("all: $name shows no one", ({ outcome }) => {
    const text = everythingShown(shown(outcome, ALL));
    expect(text).not.toMatch(
      /Lamarr|Babbage|Clarke|Conway|Shirley|Goldberg|Sutherland|Hopper|Ritchie|Thompson|Turing|Liskov|Spärck|Perlman|@example\.com|admin\.example|u-\d{4}|finance|billing pages/,
    );
  });

  test("foreign: people of this roster are shown, people who left it are not", () => {
    const text = everythingShown(shown(OUTCOMES.synced, foreign(person("u-1041", "Lynn Conway"))));
    expect(text).toMatch(/Lynn Conway/);
    expect(text).toMatch(/u-1041/);
    expect(text).not.toMatch(/Lamarr|u-1019|u-1020|u-0007/);
  });

  test("an account with a problem is one of this roster, so that only `all` masks it", () => {
    const rows = (policy: RedactionPolicy) =>
      renderSummary(shown(OUTCOMES.invalid, policy)).match(
        /<td>[^<]*(<code>.*?<\/code>)?[^<]*<\/td><td>⚠️/,
      );
    expect(rows(foreign())?.[0]).toContain("u-1017 Radia Perlman");
    expect(rows(ALL)?.[0]).toContain(`<code>${maskId("u-1017")}</code> R•••`);
    expect(renderSummary(shown(OUTCOMES.invalid, ALL))).toContain("<i>defaults</i>");
  });

  test.each([
    ["none", { kind: "none" }, undefined],
    ["foreign", foreign(), "this repository is public (redact: auto)"],
    ["all", ALL, "redact is always"],
  ] as const)("%s: one line says that it is masked, and why", (_kind, policy, why) => {
    const lines = renderSummary(shown(planOf(resource()), policy)).split("\n");
    expect(lines.filter((line) => line.includes("masked"))).toEqual(
      why === undefined ? [] : [`<p>🔒 Personal data is masked: ${why}.</p>`],
    );
  });

  test("re-keyed accounts still find their removal and their addition", () => {
    const one = firstOf(planOf(resource()), ALL);
    expect(one?.removed.map(({ uniqueId }) => uniqueId)).toContain(one?.rekeyed[0]?.from);
    expect(one?.added.map(({ uniqueId }) => uniqueId)).toContain(one?.rekeyed[0]?.to);
    expect(one?.rekeyed[0]?.from).toMatch(/^u•••#[0-9a-f]{8}$/);
  });

  test("keeps types and structure: lists by element, maps by value, not even a digit of a number", () => {
    const account = {
      ...person("u-1", "Ada Lovelace"),
      groupIds: ["eng", "ops"],
      customProperties: { region: "emea", on: true, level: 3 },
      roleDescription: null,
    };
    const changes = resource({
      removed: [{ uniqueId: "u-1", how: "omit", account }],
      added: [],
      changed: [],
      rekeyed: [],
    });
    const one = firstOf(planOf(changes), ALL);
    expect(one?.removed[0]?.account).toEqual({
      ...account,
      uniqueId: maskId("u-1"),
      displayName: "A•••",
      fullName: "A•••",
      accountName: "a•••@e•••",
      email: "a•••@e•••",
      externalUrl: "h•••",
      groupIds: ["e•••", "o•••"],
      customProperties: { "r•••": "e•••", "o•••": "•••", "l•••": "•••" },
    });
  });

  test("a field that we do not know is personal, with its name; Vanta's own times are not", () => {
    const account = {
      uniqueId: "u-1",
      createdAt: "2026-01-01T00:00:00Z",
      owner: { mail: "ada@example.com", more: true },
      id: "6789",
    };
    const changes = resource({
      removed: [{ uniqueId: "u-1", how: "omit", account }],
      added: [],
      changed: [],
      rekeyed: [],
    });
    const one = firstOf(planOf(changes), ALL);
    expect(one?.removed[0]?.account).toEqual({
      uniqueId: maskId("u-1"),
      createdAt: "2026-01-01T00:00:00Z",
      "o•••": { "m•••": "a•••@e•••", "m•••2": "•••" },
      "i•••": "6•••",
    });
  });

  /** The only change, as it is shown in outcome and log. */
  const shownChange = (field: string, before: unknown, after: unknown) => {
    const changed = [{ uniqueId: "u-1", account: row("u-1"), fields: [{ field, before, after }] }];
    const masked = shown(planOf(resource({ ...NO_CHANGES, changed, expired: [] })), ALL);
    const line = logLines(masked).find((one) => one.startsWith("~ "));
    return { change: masked.resources?.[0]?.changed[0]?.fields[0], line };
  };

  test.each<[string, unknown, unknown]>([
    ["fullName", "Ada Lovelace", "Ada King"],
    ["email", "ada@example.com", "amy@example.org"],
    ["groupIds", ["eng"], ["exec"]],
    ["customProperties", { level: 1 }, { level: 2 }],
    ["customProperties", { region: "emea" }, { role: "emea" }],
    ["customProperties", { on: true }, { on: false }],
  ])("values of %s that differ do not look equal: %j, %j", (field, before, after) => {
    const { change } = shownChange(field, before, after);
    expect(change?.before).not.toEqual(change?.after);
    const text = JSON.stringify(change);
    expect(text).not.toMatch(/Lovelace|King|ada@|exec|emea|true|[^0-9a-f#•]2[^0-9a-f]/);
  });

  test("nor does an element of a list look like one that stays", () => {
    const digits = maskDistinct("groupIds", "exec", KEY);
    expect(shownChange("groupIds", ["eng"], ["eng", "exec"]).line).toMatch(
      new RegExp(`: groupIds \\+ "${digits}"$`),
    );
    expect(shownChange("groupIds", ["eng", "exec"], ["eng"]).line).toMatch(
      new RegExp(`: groupIds - "${digits}"$`),
    );
    expect(shownChange("groupIds", ["eng"], ["eng", "ops"]).line).toMatch(/: groupIds \+ "o•••"$/);
  });

  test("and what stays in a map does not look as if it changed", () => {
    const { line } = shownChange("customProperties", { rank: "a", role: "b" }, { role: "b" });
    expect(line).toMatch(/: customProperties - "r•••#[0-9a-f]{8}: a•••#[0-9a-f]{8}"$/);
  });

  test("a side of a change that was absent stays absent", () => {
    expect(shownChange("roleDescription", undefined, "boss").change).toEqual({
      field: "roleDescription",
      after: "b•••",
    });
  });
});

describe("what is hidden is in no report", () => {
  // A secret that is nowhere by chance: it is looked for in all that is shown.
  const secret = fc.string({
    minLength: 6,
    maxLength: 20,
    unit: fc.constantFrom(..."QZXJKWVqzxjkwv"),
  });
  const shape = fc
    .tuple(fc.constantFrom("", "@", "龍", "<b>", "::", "##["), secret)
    .map(([before, core]) => ({ value: `a${before}${core}`, core }));

  test("a personal value under `all`", () => {
    fc.assert(
      fc.property(
        shape,
        fc.constantFrom(...FIELDS.filter(isPersonalField)),
        ({ value, core }, field) => {
          expect(everythingShown(shown(leaky(value, field), ALL))).not.toContain(core);
          expect(everythingShown(shown(leaky(value, field)))).toContain(core);
        },
      ),
      { numRuns: 200 },
    );
  });

  test.each(["s3cret-of-this-run", "vcs_0123456789"])("a secret, wherever it is: %s", (value) => {
    const outcome = leaky(value, "roleDescription");
    const { run, ...facts } = outcome;
    const everywhere: Outcome = {
      ...facts,
      run: { ...run, repository: value, ref: value, actor: value, url: `https://x/${value}` },
      backup: value,
      approvals: { file: value, line: 1 },
      resources: outcome.resources?.map((one) => ({
        ...one,
        resourceId: value,
        files: [value],
        violations: one.violations.map((violation) => ({ ...violation, resourceId: value })),
      })),
      problems: {
        ...outcome.problems,
        kept: outcome.problems.kept.map((one) => ({
          ...one,
          location: { file: value, line: 1, column: 1 },
        })),
      },
      requests: SENT.map((request) => ({ ...request, resourceId: value })),
    };
    expect(everythingShown(show(everywhere, { kind: "none" }, [value]))).not.toContain(value);
  });

  /** An outcome that has the value wherever a personal value may be. */
  function leaky(value: string, field: string): Outcome {
    const mapped = {
      uniqueId: value,
      [field]:
        field === "groupIds" ? [value] : field === "customProperties" ? { [value]: value } : value,
    };
    const account: Row = { ...person("u-1", "X"), ...mapped, unknown: [value], [value]: 1 };
    const message = msg`${quote(value, field)} ${quoteExternal(value, field)} ${reply(value)}`;
    const changes: Changes = {
      added: [{ uniqueId: value, account }],
      removed: [{ uniqueId: value, how: "omit", account }],
      changed: [
        {
          uniqueId: value,
          account,
          fields: [{ field, before: account[field], after: account[field] }],
        },
      ],
      rekeyed: [
        {
          from: value,
          to: value,
          fields: [{ field, before: account[field], after: account[field] }],
        },
      ],
      deleted: [{ uniqueId: value, why: "forget", account }],
    };
    const violation = { code: "max-removals", message, accounts: [value] } as const;
    return {
      ...known({
        mode: "sync",
        digest: DIGEST,
        requests: SENT,
        problems: problems(
          { severity: "error", code: "wrong-type", message },
          {
            severity: "warning",
            code: "cannot-carry",
            message,
            location: { file: "a.yml", line: 1, column: 1 },
            account: { uniqueId: value, fullName: value },
          },
        ),
        resources: [
          resource({
            ...changes,
            expired: [{ uniqueId: value, account }],
            violations: [{ ...violation, waivedBy: "approved-plan" }],
          }),
        ],
        effect: [changes],
        beyond: [{ ...changes, expired: [] }],
        effectViolations: [violation],
        violations: [violation],
      }),
      outcome: "failed",
      failures: [message],
    };
  }
});
