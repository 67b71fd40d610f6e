// An export whose new files would not mean what Vanta has: it fails, and nothing is written.
import { describe, expect, test } from "@jest/globals";
import { findBreach } from "../../src/export/law.js";
import { type ExportRequest, planExport } from "../../src/export/plan-export.js";
import { renderExport } from "../../src/export/render.js";
import type { Row } from "../../src/model/account.js";
import { msg, toPlainText } from "../../src/model/message.js";
import { NotWritten, type RosterFile, type RosterWriter } from "../../src/model/ports.js";
import { type ExportTask, runExport } from "../../src/run/export.js";
import { newState } from "../../src/run/state.js";
import { account, leaver, policy, RESOURCE, row } from "../support/accounts.js";
import { NOW, stillClock } from "../support/clock.js";
import { listener } from "../support/progress.js";
import { file } from "./in-process.js";

/** An export into a roster of these accounts. */
function requestOf(ids: readonly string[], rows: readonly Row[]): ExportRequest {
  return {
    files: [file(ids.map((id) => account(id)))],
    resourceId: undefined,
    resources: [{ resourceId: RESOURCE, rows }],
    exportFile: "roster.json",
    now: NOW,
  };
}

/** What is wrong where the new text is changed. */
async function breachOf(
  request: ExportRequest,
  change: (text: string) => string,
): Promise<string | undefined> {
  const plan = await planExport(request);
  const files = renderExport(plan, "all", () => undefined);
  const changed = files.map((one) => ({
    ...one,
    bytes: Buffer.from(change(Buffer.from(one.bytes).toString())),
  }));
  const found = await findBreach(request, plan, changed, policy());
  return found && toPlainText(found);
}

/** A roster of these accounts in block YAML, with CRLF. */
function yaml(ids: readonly string[]): string {
  const lines = ids.flatMap((id) =>
    Object.entries(account(id)).map(
      ([field, value], index) =>
        `${index === 0 ? "- " : "  "}${field}: ${field === "fullName" ? value : JSON.stringify(value)}`,
    ),
  );
  return `resourceId: ${RESOURCE}\nresources:\n${lines.join("\n")}\n`.replaceAll("\n", "\r\n");
}

describe("the law is broken", () => {
  const request = requestOf(["u-1"], [row("u-1", { email: "new@example.com" }), row("u-2")]);
  const breach = (change: (text: string) => string) => breachOf(request, change);

  test.each([
    [
      "an account is lost",
      (text: string) => text.replace(/,\{"uniqueId":"u-2".*?\}/, ""),
      /^"u-2"/,
    ],
    ["a value is wrong", (text: string) => text.replace("new@", "other@"), /^"u-1" would still/],
    [
      "the text is broken",
      (text: string) => `${text}}`,
      /^they would not be a valid roster: .*[^.]$/,
    ],
    ["it is of another resource", (text: string) => text.replace(RESOURCE, "r"), /have no roster$/],
  ])("where %s", async (_, change, expected) => {
    expect(await breach(change)).toMatch(expected);
    expect(await breach((text) => text)).toBeUndefined();
  });

  describe("in what is written, where a row is in it that no roster may have", () => {
    const odd = [row("u-1", { email: "nobody" }), row("u-2", { status: "\ud800" })];

    test.each([
      [
        "an account is lost",
        (text: string) => text.replace(/,\{"uniqueId":"u-2".*?\}/, ""),
        /^"roster.json" would not have "u-2"/,
      ],
      [
        "an account is twice",
        (text: string) => text.replace(/,\{"uniqueId":"u-2".*?\}/, "$&$&"),
        /^"roster.json" would have more accounts/,
      ],
      ["a value is wrong", (text: string) => text.replace("nobody", "body"), /^"u-1" would still/],
      ["a field is more", (text: string) => text.replace('"email"', '"a":1,$&'), /^"u-1" would/],
      [
        "an account that may stay is wrong",
        (text: string) => text.replace("User u-3", "User u-4"),
        /^"u-3" would still/,
      ],
      ["the text is broken", (text: string) => `${text}}`, /^"roster.json" could not be read/],
    ])("where %s", async (_, change, expected) => {
      const request = requestOf(["u-1", "u-3"], [...odd, row("u-3")]);
      expect(await breachOf(request, change)).toMatch(expected);
      expect(await breachOf(request, (text) => text)).toBeUndefined();
    });

    test("in a new file too", async () => {
      const request = { ...requestOf([], odd), files: [], exportFile: "new.yml" };
      const lose = (text: string) => text.slice(0, text.indexOf("  - uniqueId: u-2"));
      expect(await breachOf(request, lose)).toMatch(/^"new.yml" would not have "u-2"/);
      expect(await breachOf(request, (text) => text)).toBeUndefined();
    });
  });

  describe("in the text beside the accounts that change", () => {
    const bytes = Buffer.from(
      `# head\r\nx-a:   1\r\n${yaml(["u-1", "u-2", "u-3"]).replace('- displayName: "User u-2', "# of u-2\r\n$&")}# end\r\n`,
    );
    const request = {
      ...requestOf([], [row("u-1", { email: "new@example.com" }), row("u-2"), row("u-4")]),
      files: [{ path: "a.yml", bytes }],
    };

    test.each([
      ["a comment is lost", "# head\r\n", ""],
      ["a comment moves", "# head\r\nx-a:   1\r\n", "x-a:   1\r\n# head\r\n"],
      ["a comment of another account is lost", "# of u-2\r\n", ""],
      ["white space is another", "x-a:   1", "x-a: 1"],
      ["a line end is another", "# end\r\n", "# end\n"],
      ["another account is written in another way", "fullName: User u-2", "fullName:  User u-2"],
    ])("where %s", async (_, from, to) => {
      expect(await breachOf(request, (text) => text.replace(from, to))).toBe(
        '"a.yml" would change where no account does',
      );
      expect(await breachOf(request, (text) => text)).toBeUndefined();
    });

    test("in JSON without lines", async () => {
      const short = requestOf(["u-1", "u-2"], [row("u-1", { email: "new@example.com" })]);
      for (const [from, to] of [
        ["{", "{ "],
        [/}$/, " }"],
      ] as const) {
        expect(await breachOf(short, (text) => text.replace(from, to))).toMatch(/no account does$/);
      }
      expect(await breachOf(short, (text) => text)).toBeUndefined();
    });

    test("in an account on the line of one that changes", async () => {
      const rows = [row("u-1", { email: "new@example.com" }), row("u-2")];
      const short = requestOf(["u-1", "u-2"], rows);
      expect(await breachOf(short, (text) => text.replace(/:(?="User u-2")/, ": "))).toMatch(
        /no account does$/,
      );
      expect(await breachOf(short, (text) => text)).toBeUndefined();
    });

    test("where the byte order mark is lost", async () => {
      const marked = { path: "a.yml", bytes: Buffer.from(`\uFEFF${yaml(["u-1"])}`) };
      const more = { ...requestOf([], [row("u-1"), row("u-2")]), files: [marked] };
      expect(await breachOf(more, (text) => text.replace("\uFEFF", ""))).toMatch(
        /no account does$/,
      );
      expect(await breachOf(more, (text) => text)).toBeUndefined();
    });

    test("not by the line end that a last line gets", async () => {
      const unended = { path: "a.yml", bytes: Buffer.from(yaml(["u-1"]).trimEnd()) };
      const rows = [row("u-1"), row("u-2", { authMethod: "TOKEN" })];
      const more = { ...requestOf([], rows), files: [unended] };
      expect(await breachOf(more, (text) => text)).toBeUndefined();
    });
  });

  test("not by people in forget, leavers, and rows that cannot be sent", async () => {
    const rows = [row("u-1"), row("u-8"), leaver("u-9", 3), leaver("u-7", 3, { email: null })];
    const kept = { ...requestOf([], rows), files: [file([account("u-1")], { forget: ["u-8"] })] };
    const plan = await planExport(kept);
    expect(renderExport(plan, "all", () => undefined)).toEqual([]);
    expect(await findBreach(kept, plan, [], policy())).toBeUndefined();
  });
});

/** Runs an export of rows into files, which this writes. */
async function runOn(
  files: readonly RosterFile[],
  rows: readonly Row[],
  writeAll: RosterWriter["writeAll"],
  task: Partial<ExportTask> = {},
) {
  const state = newState();
  const ending = await runExport(
    {
      mode: "export",
      reader: { list: async () => rows },
      files: { refuse: async () => undefined, writeAll },
      exportFile: "roster.json",
      resourceIds: [],
      matches: () => true,
      isTooPublic: false,
      ...task,
    },
    { ...policy(), maxRemovals: [], failOnWarnings: false },
    { readRoster: async () => files, clock: stillClock(), progress: listener() },
    state,
  );
  return { ending, state };
}

test("a run that cannot put a file back says which", async () => {
  const old = [file([account("u-1")], {}, "a.json"), file([account("u-2")], {}, "b.json")];
  const rows = ["u-1", "u-2"].map((id) => row(id, { email: `new-${id}@example.com` }));
  let before: readonly unknown[] = [];
  const { ending, state } = await runOn(old, rows, async (all) => {
    before = all.map((one) => one.before);
    throw new NotWritten(msg`No space.`, ["b.json"]);
  });
  expect(ending).toEqual({ outcome: "failed", failures: [msg`No space.`] });
  expect(before).toEqual(old.map(({ bytes }) => bytes));
  expect(state.exported).toMatchObject({ isWritten: true, files: [{ path: "b.json" }] });
  expect(state.exported?.files).toHaveLength(1);
});

test("a run that a guard blocks edits no text", async () => {
  const link = { ...file([account("u-1"), account("u-2")]), links: ["roster.json"] };
  const { ending, state } = await runOn([link], [], async () => undefined);
  expect(ending).toEqual({ outcome: "blocked" });
  expect(state.problems.kept).toEqual([]);
  expect(state.exported?.files).toMatchObject([{ takenOut: [{ uniqueId: "u-1" }, {}] }]);
});

test.each([
  [["r-2"], 1],
  [[RESOURCE], 0],
  [[RESOURCE, "r-2"], 1],
])("warns of a resource that no file names: %j", async (resourceIds, warnings) => {
  const files = [file([account("u-1")])];
  const { state } = await runOn(files, [row("u-1")], async () => undefined, { resourceIds });
  expect(state.problems.kept.map(({ code }) => code)).toEqual(
    Array.from({ length: warnings }, () => "export-unmatched"),
  );
});

test("a run in which the law does not hold fails, and writes nothing", async () => {
  let reads = 0;
  const moving: Row = Object.defineProperty({ ...row("u-1") }, "email", {
    enumerable: true,
    get: () => `user${++reads}@example.com`,
  });
  const written: string[] = [];
  const { ending, state } = await runOn([file([account("u-1")])], [moving], async (all) => {
    written.push(...all.map(({ path }) => path));
  });
  expect(ending).toMatchObject({ outcome: "failed" });
  const [failure] = ending.outcome === "failed" ? ending.failures : [];
  expect(toPlainText(failure ?? [])).toMatch(
    /^The new files do not mean what Vanta has: "u-1" would still differ from Vanta\./,
  );
  expect(written).toEqual([]);
  expect(state.exported?.isWritten).toBe(false);
});
