// How a run ended, in one line: every row of the table that users are promised, to the letter.
import { describe, expect, test } from "@jest/globals";
import { type Message, msg, quote, reply, toPlainText } from "../../src/model/message.js";
import type {
  Changes,
  GuardCode,
  Outcome,
  OutcomeFacts,
  ResourceOutcome,
  Violation,
} from "../../src/model/outcome.js";
import { verdict } from "../../src/report/verdict.js";
import { DIGEST, known, LISTED, NO_CHANGES, person, RESOURCE, resource, SENT } from "./outcomes.js";

/** Symbol and words, as all reports show them. */
function lineOf(outcome: Outcome): string {
  const { symbol, message } = verdict(outcome);
  return `${symbol} ${toPlainText(message)}`;
}

const quiet = { ...NO_CHANGES, expired: [], deferred: 0, sent: 40 };
const still = (more: Partial<ResourceOutcome> = {}) => resource({ ...quiet, ...more });

/** `count` accounts that are added. */
function added(count: number, more: Parameters<typeof person>[2] = {}): Changes["added"] {
  return Array.from({ length: count }, (_, index) => {
    const uniqueId = `new-${index}`;
    return { uniqueId, account: { ...person(uniqueId, "Ada Lovelace", more) } };
  });
}

/** `count` accounts that are removed. */
function removed(count: number): Changes["removed"] {
  return added(count).map(({ account }) => ({
    uniqueId: account.uniqueId,
    how: "deactivate",
    account,
  }));
}

/** `count` accounts whose name changes. */
function renamed(count: number): Changes["changed"] {
  const fields = [{ field: "fullName", before: "Ada Byron", after: "Ada Lovelace" }];
  return added(count).map(({ uniqueId, account }) => ({ uniqueId, account, fields }));
}

const violation = (code: GuardCode, ...counted: readonly number[]): Violation => {
  const [accounts = 0, whole = 0, limit = 0] = counted;
  return {
    code,
    message: msg`x`,
    accounts: [],
    counted: counted.length === 0 ? undefined : { accounts, whole, limit },
  };
};

describe("invalid", () => {
  test.each([
    [6, 1, "6 errors, 1 warning"],
    [1, 0, "1 error"],
    [0, 2, "2 warnings"],
    [1234, 0, "1,234 errors"],
  ])("%i errors, %i warnings", (errors, warnings, words) => {
    const outcome: Outcome = {
      ...known({ problems: { kept: [], errors, warnings } }),
      outcome: "invalid",
    };
    expect(lineOf(outcome)).toBe(`❌ Invalid: ${words}. Nothing was sent.`);
  });
});

describe("valid", () => {
  const valid = (more: Partial<OutcomeFacts>) => lineOf({ ...known(more), outcome: "valid" });

  test.each([
    [41, "41 accounts"],
    [1, "1 account"],
    [0, "0 accounts"],
  ])("%i accounts", (accounts, words) => {
    expect(valid({ accounts })).toBe(`✅ Valid: ${words}. Not compared with Vanta.`);
  });

  test("a pull request: its own effect, over all resources", () => {
    const effect = [
      { ...NO_CHANGES, removed: removed(1) },
      { ...NO_CHANGES, added: added(1, { permissionLevel: "ADMIN" }) },
    ];
    expect(valid({ accounts: 40, effect })).toBe(
      "✅ Valid: 1 loses access, 1 becomes ADMIN (1 new) in this pull request. Not compared with Vanta.",
    );
    expect(valid({ accounts: 40, effect: [NO_CHANGES] })).toBe(
      "✅ Valid: no changes in this pull request. Not compared with Vanta.",
    );
  });

  test.each([
    [violation("max-removals", 13, 30, 6), "max-removals (13 of 30 lose access, limit 6)"],
    [violation("max-removals", 1, 3, 0), "max-removals (1 of 3 loses access, limit 0)"],
    [
      violation("max-removals-per-day", 2, 3, 1),
      "max-removals-per-day (2 of 3 lose access within 24 hours, limit 1)",
    ],
    [
      violation("max-access-changes", 1, 3, 0),
      "max-access-changes (1 of 3 changes access, limit 0)",
    ],
  ])("over a limit: $code", (one, words) => {
    expect(valid({ effect: [NO_CHANGES], effectViolations: [one] })).toBe(
      `⚠️ Valid, but a sync would be blocked: ${words}.`,
    );
  });

  test("over two limits", () => {
    const effectViolations = [
      violation("max-removals", 13, 30, 6),
      violation("max-access-changes", 9, 30, 6),
    ];
    expect(valid({ effectViolations })).toBe(
      "⚠️ Valid, but a sync would be blocked: max-removals (13 of 30 lose access, limit 6), max-access-changes (9 of 30 change access, limit 6).",
    );
  });
});

describe("planned", () => {
  const planned = (more: Partial<OutcomeFacts>) => lineOf({ ...known(more), outcome: "planned" });

  test("the changes of all resources; none", () => {
    const resources = [still({ added: added(2) }), still({ resourceId: "b", added: added(1) })];
    expect(planned({ resources })).toBe("📋 Plan: 3 added.");
    expect(planned({ resources: [still()] })).toBe("✅ Plan: no changes.");
  });

  const of = (changes: Partial<Changes>) => ({
    resourceId: RESOURCE,
    ...NO_CHANGES,
    expired: [],
    ...changes,
  });
  const own = [of({ removed: removed(1) })];
  test.each([
    ["nothing else", own, [of({})], "📋 Plan: 1 loses access."],
    ["nothing at all", [of({})], [of({})], "✅ Plan: no changes."],
    [
      "other accounts",
      own,
      [of({ changed: renamed(16) })],
      "📋 Plan: 1 loses access. A sync would also change 15 accounts that are not in this pull request. It would also change other fields of 1 account in it.",
    ],
    [
      "one other account",
      [of({})],
      [of({ added: added(1) })],
      "📋 Plan: no changes. A sync would also change 1 account that is not in this pull request.",
    ],
    [
      "other fields of the same accounts",
      [of({ changed: renamed(2) })],
      [of({ changed: renamed(2) })],
      "📋 Plan: 2 other changes. A sync would also change other fields of 2 accounts in this pull request.",
    ],
    [
      "the same uniqueId in another resource",
      own,
      [of({}), { ...of({ changed: renamed(1) }), resourceId: "other" }],
      "📋 Plan: 1 loses access. A sync would also change 1 account that is not in this pull request.",
    ],
  ])("a pull request, and %s", (_what, effect, beyond, words) => {
    // The plan itself is not what a pull request counts.
    expect(planned({ resources: [resource()], effect, beyond })).toBe(words);
  });
});

describe("synced", () => {
  const synced = (...resources: readonly ResourceOutcome[]) =>
    lineOf({ ...known({ resources, requests: SENT }), outcome: "synced" });

  test("verified", () => {
    const verified = { synced: "yes", verified: true } as const;
    expect(synced(still({ ...verified, added: added(1) }))).toBe(
      "✅ Synced: 1 added. Read back and verified.",
    );
    expect(synced(still(verified))).toBe(
      "✅ Synced: no changes, 40 accounts sent. Read back and verified.",
    );
    expect(synced(still({ ...verified, sent: 1 }))).toBe(
      "✅ Synced: no changes, 1 account sent. Read back and verified.",
    );
  });

  test.each([
    [[still({ notAsSent: 2 })], "2 accounts in Vanta are not as sent"],
    [[still({ notAsSent: 1 })], "1 account in Vanta is not as sent"],
    [[still({ notAsSent: 1 }), still({ notAsSent: 2 })], "3 accounts in Vanta are not as sent"],
    [[still()], "Vanta could not be read back"],
    [[still(), still()], "2 resources could not be read back"],
    [
      [still(), still({ notAsSent: 2 }), still({ verified: true })],
      "2 accounts in Vanta are not as sent, 1 resource could not be read back",
    ],
  ])("not verified %#", (resources, words) => {
    expect(synced(...resources)).toMatch(
      /^⚠️ Synced: no changes, \d+ accounts sent\. Not verified: /u,
    );
    expect(synced(...resources).split("Not verified: ")[1]).toBe(`${words}.`);
  });
});

describe("blocked", () => {
  const blocked = (...violations: readonly Violation[]) =>
    lineOf({ ...known({ violations }), outcome: "blocked" });

  test.each([
    [
      violation("max-removals", 15, 40, 8),
      "max-removals: 15 of 40 accounts would be removed, limit 8",
    ],
    [
      violation("max-removals-per-day", 15, 40, 8),
      "max-removals-per-day: 15 of 40 accounts would be removed within 24 hours, limit 8",
    ],
    [
      violation("max-access-changes", 1, 1, 0),
      "max-access-changes: 1 of 1 account would change access, limit 0",
    ],
    [violation("empty-roster"), "empty-roster: the roster has no accounts"],
    [violation("plan-changed"), "plan-changed: this is not the plan that was approved"],
  ])("by $code", (one, words) => {
    expect(blocked(one)).toBe(`⛔ Blocked by ${words}. Nothing was sent.`);
  });

  test("by several: four are named, the others counted", () => {
    const one = violation("max-removals", 15, 40, 8);
    const other = violation("plan-changed");
    const also = " Also: plan-changed: this is not the plan that was approved.";
    const start = "⛔ Blocked by max-removals: 15 of 40 accounts would be removed, limit 8.";
    expect(blocked(one, other)).toBe(`${start}${also} Nothing was sent.`);
    expect(blocked(one, other, other, other)).toBe(`${start}${also.repeat(3)} Nothing was sent.`);
    expect(blocked(one, other, other, other, other)).toBe(
      `${start}${also.repeat(3)} And 1 more. Nothing was sent.`,
    );
  });
});

describe("drifted", () => {
  test.each([
    [
      { changed: renamed(1), added: added(1), removed: removed(2) },
      "1 differs, 1 is missing in Vanta, 2 are in Vanta only",
    ],
    [
      { changed: renamed(2), added: added(2), removed: removed(1) },
      "2 differ, 2 are missing in Vanta, 1 is in Vanta only",
    ],
    [{ added: added(1000) }, "1,000 are missing in Vanta"],
    [{ deleted: resource().deleted }, "1 is in Vanta only"],
  ])("%#", (changes, words) => {
    const resources = [still(changes), still({ resourceId: "b" })];
    expect(lineOf({ ...known({ resources }), outcome: "drifted" })).toBe(
      `❌ Drift: ${words}. Nothing was sent.`,
    );
  });
});

describe("failed", () => {
  const failed = (more: Partial<OutcomeFacts>, ...failures: readonly Message[]) =>
    lineOf({ ...known(more), outcome: "failed", failures });

  test.each([
    [msg`Vanta rejected it (401). Check the secret.`, "Vanta rejected it (401)."],
    [
      msg`${quote("a.b. c")} is not at api.vanta.com. See docs.`,
      '"a.b. c" is not at api.vanta.com.',
    ],
    [msg`Vanta said ${reply("no. never")}`, "Vanta said no. never."],
  ])("before anything was sent: the first sentence of the cause %#", (cause, words) => {
    expect(failed({ requests: LISTED }, cause, msg`Another cause.`)).toBe(
      `❌ Failed: ${words} Nothing was sent.`,
    );
  });

  test.each([
    ["yes", "The sync took effect."],
    ["no", "Nothing changed."],
    ["unknown", "It may still take effect."],
  ] as const)("after a PUT, synced %s", (state, words) => {
    const facts = { requests: SENT, resources: [resource({ synced: state })] };
    expect(failed(facts, msg`No answer.`)).toBe(`❌ Failed: No answer. ${words}`);
  });

  test.each([
    [["yes", "no", "unknown"], "1 of 3 resources synced, 1 not changed, 1 unknown"],
    [["yes", "yes"], "2 of 2 resources synced"],
    [["no", "no"], "0 of 2 resources synced, 2 not changed"],
  ] as const)("several resources, %j", (states, words) => {
    const resources = states.map((state) => resource({ synced: state }));
    expect(failed({ requests: SENT, resources }, msg`x.`)).toBe(`❌ Failed: ${words}.`);
  });

  test("several resources, and nothing was sent", () => {
    const resources = [resource(), resource()];
    expect(failed({ requests: LISTED, resources }, msg`No answer.`)).toBe(
      "❌ Failed: No answer. Nothing was sent.",
    );
  });

  test("without a cause", () => {
    expect(failed({})).toBe("❌ Failed: an error. Nothing was sent.");
  });
});

describe("superseded", () => {
  const superseded = (more: Partial<OutcomeFacts>) =>
    lineOf({ ...known(more), outcome: "superseded", reason: msg`x` });
  const of = (...states: readonly ResourceOutcome["synced"][]) =>
    states.map((state) => resource({ synced: state }));

  test.each([
    [of(), "Nothing was sent."],
    [of("no", "no"), "Nothing was sent."],
    [of("yes", "no", "no"), "1 of 3 resources was sent before."],
    [of("yes", "unknown", "no"), "2 of 3 resources were sent before."],
  ])("%#", (resources, words) => {
    expect(superseded({ resources })).toBe(
      `⏭️ Superseded: a newer commit changed the roster. ${words}`,
    );
  });

  test("with approved-plan", () => {
    expect(superseded({ approvals: { plan: DIGEST } })).toBe(
      "⚠️ Superseded: a newer commit changed the roster. Nothing was sent. The approved plan was not sent.",
    );
  });

  test("an approval in the file is no reason to warn: the next run has it too", () => {
    expect(superseded({ approvals: { file: "approvals.txt", line: 1 } })).toMatch(/^⏭️/u);
  });
});
