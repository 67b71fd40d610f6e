// What is known of a resource after its PUT and its read-back: every state with every reading.
import { describe, expect, test } from "@jest/globals";
import type { Row } from "../../src/model/account.js";
import { msg, toPlainText } from "../../src/model/message.js";
import type { PutState } from "../../src/sync/send.js";
import { type ReadBack, type SyncResult, settle, toReadBack } from "../../src/sync/settle.js";
import { account, leaver, row, tombstone } from "../support/accounts.js";
import { approvedOne, BEFORE, vantaError } from "./puts.js";

const ACCEPTED: PutState = { kind: "accepted" };
const REFUSED: PutState = { kind: "refused", error: vantaError("none", { status: 400 }) };
const DENIED: PutState = { kind: "denied", error: vantaError("denied", { status: 200 }) };
const UNCLEAR: PutState = { kind: "unclear", error: vantaError("unknown", { status: 503 }) };

const APPROVED = approvedOne();
/** The rows once the PUT took effect. */
const AFTER: readonly Row[] = APPROVED.resources.map((one) => row(one.uniqueId, { ...one }));
const NEITHER: readonly Row[] = [...AFTER.slice(1), row("u-0")];
const GONE: readonly Row[] = BEFORE.map((one) => tombstone(one.uniqueId, 0));
const unread: ReadBack = { unread: msg`No answer.` };

/** `yes verified`, and what is told. */
function told({ synced, verified, failure, problems }: SyncResult) {
  return {
    known: verified ? `${synced} verified` : synced,
    failure: failure === undefined ? undefined : toPlainText(failure),
    problems: problems.map(
      ({ severity, code, message }) => `${severity} ${code}: ${toPlainText(message)}`,
    ),
  };
}

const settleRows = (state: PutState, rows: readonly Row[], isOverwritten = false) =>
  told(settle({ approved: APPROVED, state }, toReadBack(APPROVED, rows), isOverwritten));

const NO = "Vanta said no.";
const FOUND_NEITHER =
  'The read-back found neither the old accounts nor those sent: 1 missing: "u-9"; 1 there but not sent: "u-0".';
const TAKEN = (what: string) =>
  `The PUT to another resource of this run took accounts of resource "a" away (${what}). Vanta replaces all accounts of one application: create one Vanta application for each resource, and sync each with its own credentials.`;
const ALL_GONE = '1 missing: "u-9"; 3 deleted: "u-1", "u-2", "u-8"';

describe("accepted", () => {
  test("as sent: verified", () => {
    expect(settleRows(ACCEPTED, AFTER)).toEqual({ known: "yes verified", problems: [] });
  });

  test("not as sent: synced, with a warning that names what differs", () => {
    const rows = [row("u-1"), tombstone("u-2", 9), leaver("u-8", 9), row("u-0")];
    expect(settleRows(ACCEPTED, rows)).toEqual({
      known: "yes",
      problems: [
        'warning read-back-differs: Vanta accepted the accounts of resource "a", but the read-back is not exactly what was sent: 1 missing: "u-9"; 1 deleted: "u-2"; 1 different: "u-1" (fullName); 1 there but not sent: "u-0". Another writer to this resource, or Vanta itself, may have changed them.',
      ],
    });
  });

  test.each<[ReadBack | undefined, string]>([
    [unread, "No answer."],
    [undefined, "it was not read."],
  ])("not read: synced, with a warning (%j)", (readBack, why) => {
    expect(told(settle({ approved: APPROVED, state: ACCEPTED }, readBack, true))).toEqual({
      known: "yes",
      problems: [
        `warning read-back-failed: Resource "a" was synced, but could not be read back: ${why}`,
      ],
    });
  });

  test("taken away by the PUT to another resource: a failure with advice", () => {
    expect(settleRows(ACCEPTED, GONE, true)).toEqual({
      known: "unknown",
      failure: `Vanta accepted the accounts of resource "a". ${TAKEN(ALL_GONE)}`,
      problems: [],
    });
  });

  test("rows as before, or some that are gone, are not blamed on another resource", () => {
    for (const rows of [BEFORE, AFTER.slice(1)]) {
      expect(settleRows(ACCEPTED, rows, true)).toMatchObject({ known: "yes", failure: undefined });
    }
  });

  test("other values are not blamed on another resource", () => {
    const rows = AFTER.map((one) => ({ ...one, fullName: "X" }));
    expect(settleRows(ACCEPTED, rows, true)).toMatchObject({ known: "yes", failure: undefined });
    expect(settleRows(ACCEPTED, GONE, false)).toMatchObject({ known: "yes", failure: undefined });
  });

  test("a field that Vanta never returns is told once", () => {
    const rows = AFTER.map(({ deactivatedTimestamp, ...one }): Row => one as Row);
    expect(settleRows(ACCEPTED, rows)).toEqual({
      known: "yes verified",
      problems: [
        'notice not-compared: Vanta returns no value of deactivatedTimestamp for any account of resource "a", so the read-back could not compare it.',
      ],
    });
  });
});

describe.each<[string, PutState]>([
  ["refused", REFUSED],
  ["denied by a 2xx", DENIED],
])("%s", (_, state) => {
  test.each<[string, readonly Row[], boolean, string, string]>([
    ["as before", BEFORE, false, "no", NO],
    ["as before, though another PUT followed", BEFORE, true, "no", NO],
    [
      "as sent",
      AFTER,
      false,
      "yes",
      `${NO} The read-back found everything that was sent nevertheless.`,
    ],
    ["as neither", NEITHER, false, "unknown", `${NO} ${FOUND_NEITHER}`],
    [
      "as neither, but nothing was taken",
      [...BEFORE, row("u-0")],
      true,
      "unknown",
      `${NO} The read-back found neither the old accounts nor those sent: 1 missing: "u-9"; 2 different: "u-1" (fullName), "u-2" (status, deactivatedTimestamp); 1 there but not sent: "u-0".`,
    ],
    [
      "taken away by another PUT",
      GONE,
      true,
      "unknown",
      `${NO} ${TAKEN('3 deleted: "u-1", "u-2", "u-8"')}`,
    ],
  ])("%s", (_case, rows, isOverwritten, known, failure) => {
    expect(settleRows(state, rows, isOverwritten)).toEqual({ known, failure, problems: [] });
  });

  test("not read because the read failed: unknown", () => {
    expect(told(settle({ approved: APPROVED, state }, unread, false))).toEqual({
      known: "unknown",
      failure: `${NO} It could not be read back: No answer.`,
      problems: [],
    });
  });

  test("not read at all: unknown", () => {
    expect(told(settle({ approved: APPROVED, state }, undefined, false))).toEqual({
      known: "unknown",
      failure: NO,
      problems: [],
    });
  });
});

describe("unclear", () => {
  const FOUND = "The read-back found everything that was sent, so the sync took place.";

  test("as sent, and not so before: verified, with a warning", () => {
    expect(settleRows(UNCLEAR, AFTER)).toEqual({
      known: "yes verified",
      problems: [`warning put-unclear: ${NO} ${FOUND}`],
    });
  });

  test.each<[string, readonly Row[], boolean, string]>([
    [
      "as before",
      BEFORE,
      false,
      "The read-back found the accounts as they were before. It may still take effect.",
    ],
    ["as neither", NEITHER, false, FOUND_NEITHER],
    [
      "as neither, though another PUT followed",
      [...AFTER, row("u-0")],
      true,
      'The read-back found neither the old accounts nor those sent: 1 there but not sent: "u-0".',
    ],
    ["taken away by another PUT", GONE, true, TAKEN(ALL_GONE)],
  ])("%s: unknown", (_, rows, isOverwritten, words) => {
    expect(settleRows(UNCLEAR, rows, isOverwritten)).toEqual({
      known: "unknown",
      failure: `${NO} ${words}`,
      problems: [],
    });
  });

  test("not read: unknown", () => {
    expect(told(settle({ approved: APPROVED, state: UNCLEAR }, unread, false))).toEqual({
      known: "unknown",
      failure: `${NO} Whether it took effect is not known: the read-back failed too. No answer.`,
      problems: [],
    });
    expect(told(settle({ approved: APPROVED, state: UNCLEAR }, undefined, false))).toEqual({
      known: "unknown",
      failure: NO,
      problems: [],
    });
  });

  describe("where nothing would change", () => {
    const same = approvedOne([row("u-1")], [account("u-1")]);
    const settleSame = (updatedAt: string) =>
      told(
        settle(
          { approved: same, state: UNCLEAR },
          toReadBack(same, [row("u-1", { updatedAt })]),
          false,
        ),
      );

    test("no newer updatedAt: unknown", () => {
      expect(settleSame("2025-01-02T00:00:00.000Z")).toEqual({
        known: "unknown",
        failure: `${NO} Vanta had these accounts before, so the read-back does not show whether they were written again.`,
        problems: [],
      });
    });

    test("a newer updatedAt: verified, with a warning", () => {
      expect(settleSame("2025-01-02T00:00:00.001Z")).toEqual({
        known: "yes verified",
        problems: [`warning put-unclear: ${NO} ${FOUND}`],
      });
    });
  });
});

describe("not sent", () => {
  test("no, with the reason where a stop does not give it", () => {
    const skipped = (why?: ReturnType<typeof msg>) =>
      told(settle({ approved: APPROVED, state: { kind: "skipped", why } }, undefined, true));
    expect(skipped(msg`it rained`)).toEqual({
      known: "no",
      failure: 'Resource "a" was not sent: it rained.',
      problems: [],
    });
    expect(skipped()).toEqual({ known: "no", failure: undefined, problems: [] });
  });
});

describe("the account that Vanta refused", () => {
  const refuse = (element: number) => {
    const error = vantaError("none", { status: 400, element });
    const state: PutState = { kind: "refused", error };
    return settle({ approved: APPROVED, state }, toReadBack(APPROVED, BEFORE), false);
  };

  test.each([
    [0, 1],
    [1, 2],
  ])("element %d is an error in the roster, in line %d", (element, line) => {
    expect(refuse(element).problems).toMatchObject([
      {
        severity: "error",
        code: "refused-by-vanta",
        location: { file: "roster.yml", line, column: 3 },
      },
    ]);
  });

  test.each([
    [2, "u-2"],
    [3, "u-8"],
  ])("element %d is named: it is not in the roster", (element, uniqueId) => {
    const { problems } = refuse(element);
    expect(problems.map(({ location }) => location)).toEqual([undefined]);
    expect(problems.map(({ message }) => toPlainText(message))).toEqual([
      `Vanta refused the account "${uniqueId}", which is not in the roster and was still sent as DEACTIVATED. ${NO}`,
    ]);
    expect(problems[0]?.message).toContainEqual({
      quoted: uniqueId,
      field: "uniqueId",
      origin: "external",
    });
  });

  test.each([4, 99, -1])("element %d does not exist: a failure only", (element) => {
    expect(refuse(element)).toMatchObject({ synced: "no", problems: [] });
  });
});
