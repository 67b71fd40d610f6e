// The redaction pass: after it nothing hidden is left, in any report, and what is left still fits together.
import { createHash } from "node:crypto";
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
import type { ChangedAccount, Changes, Outcome } from "../../src/model/outcome.js";
import { mask, type RedactionPolicy, redactionPolicy, show } from "../../src/report/redaction.js";
import { SUMMARY_LIMIT } from "../../src/report/summary.js";
import { DIGEST, known, OUTCOMES, person, problems, resource, SENT } from "./outcomes.js";
import {
  chooseAnnotations,
  renderComment,
  renderLog,
  renderLogClosing,
  renderOutputs,
  renderReport,
  renderSummary,
} from "./render.js";

const ALL: RedactionPolicy = { kind: "all" };
const foreign = (...accounts: readonly UserAccount[]) => redactionPolicy("auto", true, accounts);

/** Everything that the action shows of an outcome, in one string. */
function everythingShown(outcome: Outcome): string {
  return [
    renderSummary(outcome, { limitBytes: SUMMARY_LIMIT }),
    renderComment(outcome, { marker: "<!-- m -->" }),
    ...renderLog(outcome).flatMap(({ title, lines }) => [title, ...lines]),
    ...renderLogClosing(outcome),
    JSON.stringify(chooseAnnotations(outcome)),
    renderReport(outcome),
    JSON.stringify(renderOutputs(outcome)),
  ].join("\n");
}

describe("mask", () => {
  const hash = (value: string) => createHash("sha256").update(value).digest("hex").slice(0, 8);

  test.each([
    ["fullName", "Ada Lovelace", "A•••"],
    ["email", "ada@example.com", "a•••@e•••"],
    ["accountName", "ada@example.com", "a•••@e•••"],
    ["accountName", "ada", "a•••"],
    ["uniqueId", "u-1001", `u•••#${hash("u-1001")}`],
    ["uniqueId", "ada@example.com", `a•••#${hash("ada@example.com")}`],
    ["fullName", "😀 Ada", "😀•••"],
    ["fullName", "龍馬", "龍•••"],
    ["email", "ü@ö.example", "ü•••@ö•••"],
    ["roleDescription", "x@y z", "x•••"],
    ["externalUrl", "https://admin.example.com/users/ada@example.com", "h•••"],
    ["fullName", "", "•••"],
  ])("%s %j is %s", (field, value, hidden) => {
    expect(mask(field, value)).toBe(hidden);
  });

  test("different ids look different", () => {
    expect(mask("uniqueId", "u-1")).not.toBe(mask("uniqueId", "u-2"));
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
    expect(redactionPolicy(redact, isPublic, [ada]).kind).toBe(kind);
  });

  test("a public roster's own personal values are known, each element and value of them; no others", () => {
    const policy = foreign(ada);
    expect(policy.kind === "foreign" && [...policy.known].sort()).toEqual(
      [
        "Ada Lovelace",
        "u-1",
        "https://admin.example.com/users/u-1",
        "ada@example.com",
        "eng",
        "emea",
        "3",
      ].sort(),
    );
  });
});

/** The outcome under a policy, without secrets. */
const shownUnder = (outcome: Outcome, policy: RedactionPolicy) => show(outcome, policy, []);

/** A message as a report shows it under a policy. */
function shownMessage(message: Message, policy: RedactionPolicy): string {
  const outcome: Outcome = { ...known({}), outcome: "failed", failures: [message] };
  const shown = shownUnder(outcome, policy);
  return shown.outcome === "failed" ? shown.failures.map(toPlainText).join() : "";
}

describe("a message", () => {
  const message = msg`Account ${quote("u-1", "uniqueId")}: ${quoteExternal("ada@example.com", "email")} is ${quote("Admin", "permissionLevel")}, key ${quote("fulName")}; ${reply("ada said")}`;

  test("all: every personal value, and what a server said", () => {
    expect(shownMessage(message, ALL)).toBe(
      `Account "${mask("uniqueId", "u-1")}": "a•••@e•••" is "Admin", key "fulName"; (not quoted: personal data is hidden)`,
    );
  });

  test("foreign: what stands in the roster is shown, what comes from elsewhere only where the roster holds it too", () => {
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

describe("an outcome", () => {
  test("without a policy nothing is masked", () => {
    const outcome = OUTCOMES["synced"];
    if (outcome === undefined) throw new Error("no such outcome");
    expect(shownUnder(outcome, { kind: "none" })).toMatchObject(outcome);
  });

  test.each(Object.entries(OUTCOMES))("all: %s shows nobody", (_name, outcome) => {
    const shown = everythingShown(shownUnder(outcome, ALL));
    expect(shown).not.toMatch(
      /Lovelace|Hopper|Turing|Dijkstra|Liskov|@example\.com|admin\.example|u-\d{4}|oncall|On-call/,
    );
  });

  test("foreign: people of this roster are shown, people who left it are not", () => {
    const outcome = OUTCOMES["synced"];
    if (outcome === undefined) throw new Error("no such outcome");
    const shown = everythingShown(shownUnder(outcome, foreign(person("u-2002", "Grace Hopper"))));
    expect(shown).toMatch(/Grace Hopper/);
    expect(shown).toMatch(/u-2002/);
    expect(shown).not.toMatch(/Turing|u-1003|u-1002|u-0007/);
  });

  test("re-keyed accounts still find their removal and their addition", () => {
    const [one] =
      shownUnder({ ...known({ resources: [resource()] }), outcome: "planned" }, ALL).resources ??
      [];
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
    const [one] =
      shownUnder({ ...known({ resources: [changes] }), outcome: "planned" }, ALL).resources ?? [];
    expect(one?.removed[0]?.account).toEqual({
      ...account,
      uniqueId: mask("uniqueId", "u-1"),
      displayName: "A•••",
      fullName: "A•••",
      accountName: "a•••@e•••",
      email: "a•••@e•••",
      externalUrl: "h•••",
      groupIds: ["e•••", "o•••"],
      customProperties: { region: "e•••", on: "•••", level: "•••" },
    });
  });

  test("fields that are not ours may hold anything, so they count as personal; Vanta's own times do not", () => {
    const account = {
      uniqueId: "u-1",
      createdAt: "2026-01-01T00:00:00Z",
      owner: { mail: "ada@example.com" },
      id: "6789",
    };
    const changes = resource({
      removed: [{ uniqueId: "u-1", how: "omit", account }],
      added: [],
      changed: [],
      rekeyed: [],
    });
    const [one] =
      shownUnder({ ...known({ resources: [changes] }), outcome: "planned" }, ALL).resources ?? [];
    expect(one?.removed[0]?.account).toEqual({
      uniqueId: mask("uniqueId", "u-1"),
      createdAt: "2026-01-01T00:00:00Z",
      owner: { mail: "a•••@e•••" },
      id: "6•••",
    });
  });

  test("a side of a change that was absent stays absent", () => {
    const changed = [
      {
        uniqueId: "u-1",
        account: person("u-1", "Ada"),
        fields: [{ field: "roleDescription", after: "boss" }],
      },
    ];
    const rows = changed.map((one): ChangedAccount => ({ ...one, account: { ...one.account } }));
    const [one] =
      shownUnder(
        { ...known({ resources: [resource({ changed: rows })] }), outcome: "planned" },
        ALL,
      ).resources ?? [];
    expect(one?.changed[0]?.fields).toEqual([{ field: "roleDescription", after: "b•••" }]);
  });
});

describe("no raw personal value is left under `all`", () => {
  // A secret that can stand nowhere by chance: it is looked for in all that is shown.
  const secret = fc.string({
    minLength: 6,
    maxLength: 20,
    unit: fc.constantFrom(..."QZXJKWVqzxjkwv"),
  });
  const shape = fc
    .tuple(fc.constantFrom("", "@", "龍", "<b>", "::", "##["), secret)
    .map(([before, core]) => ({ value: `a${before}${core}`, core }));

  test("in any report of any kind", () => {
    fc.assert(
      fc.property(
        shape,
        fc.constantFrom(...FIELDS.filter(isPersonalField)),
        ({ value, core }, field) => {
          const shown = everythingShown(shownUnder(leaky(value, field), ALL));
          expect(shown).not.toContain(core);
          expect(everythingShown(leaky(value, field))).toContain(core);
        },
      ),
      { numRuns: 200 },
    );
  });

  /** An outcome that holds the value wherever a personal value may stand. */
  function leaky(value: string, field: string): Outcome {
    const mapped = {
      uniqueId: value,
      [field]: field === "groupIds" ? [value] : field === "customProperties" ? { a: value } : value,
    };
    const account: Row = { ...person("u-1", "X"), ...mapped, unknown: [value] };
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
      rekeyed: [{ from: value, to: value }],
    };
    const violation = { code: "max-removals", message, accounts: [value] } as const;
    return {
      ...known({
        mode: "sync",
        digest: DIGEST,
        requests: SENT,
        problems: problems(
          { severity: "error", code: "wrong-type", message },
          { severity: "warning", code: "cannot-carry", message },
        ),
        resources: [
          resource({
            ...changes,
            expired: [value],
            violations: [{ ...violation, waivedBy: "approved-plan" }],
          }),
        ],
        effect: [changes],
        violations: [violation],
      }),
      outcome: "failed",
      failures: [message],
    };
  }
});
