// The files that a run leaves on the runner, in real folders.
import * as fs from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import picomatch from "picomatch";
import { toPlainText } from "../../src/model/message.js";
import type { Problem } from "../../src/model/problem.js";
import {
  checkReportFile,
  createBackupWriter,
  type ReportPlaces,
  reserveReport,
  tempFolder,
  writeReport,
} from "../../src/runner/report-files.js";
import { parsePatterns } from "../../src/settings/patterns.js";
import { NOW } from "../support/clock.js";

let root: string;
let workspace: string;
let temp: string;

beforeEach(() => {
  root = fs.mkdtempSync(join(tmpdir(), "report-files-"));
  workspace = join(root, "workspace");
  temp = join(root, "temp");
  fs.mkdirSync(workspace);
});

afterEach(() => fs.rmSync(root, { recursive: true, force: true }));

/** Writes a file below the root, with its folders. */
function write(path: string, content = ""): void {
  fs.mkdirSync(join(root, path, ".."), { recursive: true });
  fs.writeFileSync(join(root, path), content);
}

function link(path: string, target: string): void {
  fs.mkdirSync(join(root, path, ".."), { recursive: true });
  fs.symlinkSync(target, join(root, path));
}

const read = (path: string) => fs.readFileSync(join(root, path), "utf8");
const modeOf = (path: string) => fs.statSync(path).mode & 0o777;
const words = (problem: Problem | undefined) => problem && toPlainText(problem.message);

function places(changed: Partial<ReportPlaces> = {}): ReportPlaces {
  const roster = parsePatterns(["access/*.json", "!access/draft.json"]);
  return {
    workspace,
    temp,
    roster,
    approvalsFile: ".vanta/../approvals.txt",
    exportFiles: ["p.json", "p-r-1.json"],
    ...changed,
  };
}

/** The path of a report that could be reserved. */
function reserve(named?: string): string {
  const { path, problem } = reserveReport(named, places());
  expect(problem).toBeUndefined();
  return path ?? "";
}

describe("a named place", () => {
  const check = (named: string, changed: Partial<ReportPlaces> = {}) =>
    words(checkReportFile(named, places(changed)));
  const absolute = (path: string) => path.replace(/^ROOT/, root);

  beforeEach(() => {
    for (const path of ["old.json", "folder/a.txt"]) write(`workspace/${path}`);
    for (const path of ["elsewhere/a.json", "temp/folder/a.json"]) write(path);
    link("workspace/link.json", "old.json");
    link("workspace/broken.json", "none.json");
    link("workspace/linked", "folder");
    link("temp/linked", "folder");
    link("elsewhere/link.json", "a.json");
    link("alias", ".");
  });

  test.each([
    "out/report.json",
    "out/../report.json",
    "..report.json",
    "old.json",
    "access/report.txt",
    "access/draft.json",
    "ROOT/workspace/out/report.json",
    "ROOT/temp/report.json",
    "ROOT/elsewhere/a.json",
    "ROOT/alias/elsewhere/report.json",
    "ROOT/none/report.json",
  ])("%s is accepted, and nothing is written", (named) => {
    const everything = () => [root, workspace, temp].flatMap((folder) => fs.readdirSync(folder));
    const before = everything();
    expect(check(absolute(named))).toBeUndefined();
    expect(everything()).toEqual(before);
  });

  const OUT = "leads out of the workspace";
  const THROUGH = /leads through a link, ".*\/linked", and the report is not written through one/;
  const ROSTER = "is a file that the roster's patterns match";
  const APPROVALS = "is the approvals-file";

  test.each<[string, string | RegExp]>([
    ["../report.json", OUT],
    ["out/../../temp/report.json", OUT],
    ["..", OUT],
    [".", "is not a file"],
    ["folder", "is not a file"],
    ["ROOT/temp/folder", "is not a file"],
    ["link.json", "is a link"],
    ["broken.json", "is a link"],
    ["ROOT/elsewhere/link.json", "is a link"],
    [".git/config", "is in git's own folder"],
    ["linked/report.json", THROUGH],
    ["linked/none/report.json", THROUGH],
    ["ROOT/workspace/linked/report.json", THROUGH],
    ["ROOT/temp/linked/report.json", THROUGH],
    ["access/a.json", ROSTER],
    ["out/../access/a.json", ROSTER],
    ["ROOT/workspace/access/a.json", ROSTER],
    ["ROOT/alias/workspace/access/a.json", ROSTER],
    ["approvals.txt", APPROVALS],
    ["p.json", "is the export-file"],
    ["ROOT/workspace/p-r-1.json", "is the export-file"],
    ["ROOT/alias/workspace/approvals.txt", APPROVALS],
  ])("%s is refused", (named, why) => {
    const refusal = check(absolute(named));
    expect(refusal).toMatch(why);
    expect(refusal?.startsWith(`report-file: "${absolute(named)}" `)).toBe(true);
  });

  test.each([
    ["behind a file", "old.json/report.json"],
    ["with a name that is too long", `${"x".repeat(300)}.json`],
  ])("%s cannot be looked at, which is a problem like any other", (_, named) => {
    expect(check(named)).toMatch(/^report-file: ".*" cannot be written \(E[A-Z]+\); name a file/);
  });

  test("may be in a workspace or a temporary folder that is given as a link", () => {
    const given = { workspace: join(root, "alias/workspace"), temp: join(root, "alias/temp") };
    expect(check("out/report.json", given)).toBeUndefined();
    expect(check(join(given.temp, "report.json"), given)).toBeUndefined();
    expect(check(join(workspace, "access/a.json"), given)).toMatch(ROSTER);
    expect(check("linked/report.json", given)).toMatch(THROUGH);
  });

  test("is checked as far as the other inputs are valid", () => {
    const unknown = { roster: undefined, approvalsFile: undefined };
    expect(check("access/a.json", unknown)).toBeUndefined();
    expect(check("link.json", unknown)).toMatch("is a link");
    expect(check("access/a.json", { approvalsFile: undefined })).toMatch(ROSTER);
    expect(check("approvals.txt", { roster: undefined })).toMatch(APPROVALS);
  });
});

describe("the report file", () => {
  test("has a default name, with a number where that is taken", () => {
    expect([1, 2, 3].map(() => reserve())).toEqual([
      join(temp, "vanta-roster-report.json"),
      join(temp, "vanta-roster-report-2.json"),
      join(temp, "vanta-roster-report-3.json"),
    ]);
  });

  test("is the named one in the workspace, and keeps its content until there is a report", () => {
    const path = join(workspace, "out", "report.json");
    expect(reserve("out/report.json")).toBe(path);
    expect(fs.readdirSync(join(workspace, "out"))).toEqual([]);
    write("workspace/out/report.json", "old");
    expect(reserve(path)).toBe(path);
    expect(read("workspace/out/report.json")).toBe("old");
  });

  test("that cannot be written goes to the default place", () => {
    write("workspace/file");
    const { path, problem } = reserveReport("file/report.json", places());
    expect(path).toBe(join(temp, "vanta-roster-report.json"));
    expect(words(problem)).toMatch(
      /^report-file: "file\/report.json" cannot be written \((EEXIST|ENOTDIR)\); name/,
    );
  });

  test("is nowhere if not even the default place can be written", () => {
    write("file");
    const { path, problem } = reserveReport(undefined, places({ temp: join(root, "file") }));
    expect([path, problem?.code]).toEqual([undefined, "invalid-input"]);
  });

  test("replaces what is there, and is for the runner's user only", () => {
    const path = join(temp, "report.json");
    write("temp/report.json", "old");
    fs.chmodSync(path, 0o644);
    writeReport(path, "new");
    expect([read("temp/report.json"), modeOf(path)]).toEqual(["new", 0o600]);
    fs.rmSync(path);
    link("temp/report.json", "../file");
    write("file", "not the report");
    writeReport(path, "newer");
    expect([read("temp/report.json"), read("file")]).toEqual(["newer", "not the report"]);
    expect(fs.readdirSync(temp)).toEqual(["report.json"]);
  });

  test("that fails leaves no other file", () => {
    write("temp/report.json/a.txt");
    expect(() => writeReport(join(temp, "report.json"), "new")).toThrow();
    expect(fs.readdirSync(temp)).toEqual(["report.json"]);
  });

  test.each([
    ["/run/temp", "/run/temp"],
    ["a/../temp", resolve("temp")],
    ["", resolve(tmpdir())],
    [undefined, resolve(tmpdir())],
  ])("with RUNNER_TEMP %j is in %s", (given, folder) => {
    expect(tempFolder(given)).toBe(folder);
  });
});

describe("backups", () => {
  const namesIn = (folder: string) => fs.readdirSync(folder).sort();
  const STEM = "report.backup-20261123T120000Z";

  /** The writer of a run that started at the same second as every other. */
  function newRun(named = join(temp, "report.json")) {
    const save = createBackupWriter(reserve(named), NOW);
    return (resourceId: string) => save(resourceId, ["{", "}"]);
  }

  test("are beside the report, for the runner's user only", () => {
    const save = newRun();
    expect([save("a"), save("b")]).toEqual(Array(2).fill(join(temp, `${STEM}-*.json`)));
    expect(namesIn(temp)).toEqual([`${STEM}-a.json`, `${STEM}-b.json`]);
    for (const name of namesIn(temp)) expect(modeOf(join(temp, name))).toBe(0o600);
    expect(() => save("a")).toThrow("EEXIST");
  });

  test("are there whole, or not at all", () => {
    const save = createBackupWriter(reserve(join(temp, "report.json")), NOW);
    const parts = function* () {
      yield "[";
      throw Object.assign(new Error("full"), { code: "ENOSPC" });
    };
    expect(() => save("a", parts())).toThrow("full");
    expect(namesIn(temp)).toEqual([]);
  });

  test("of each run are its own: those of an earlier one stay as they are", () => {
    const globs = [1, 2, 3].map(() => {
      const save = newRun();
      save("a");
      return save("b");
    });
    const stems = [STEM, `${STEM}_2`, `${STEM}_3`];
    expect(namesIn(temp)).toEqual(
      stems.flatMap((stem) => [`${stem}-a.json`, `${stem}-b.json`]).sort(),
    );
    const matched = globs.map((glob) =>
      namesIn(temp).filter((name) => picomatch(glob)(join(temp, name))),
    );
    expect(matched).toEqual(stems.map((stem) => [`${stem}-a.json`, `${stem}-b.json`]));
  });

  test.each([
    ["plain_1-A", /-plain_1-A\.json$/],
    ["x".repeat(100), /-x{100}\.json$/],
    ["x".repeat(101), /-x{80}-[0-9a-f]{12}\.json$/],
    ["a/b", /-a-b-[0-9a-f]{12}\.json$/],
    ["../../up", /Z--up-[0-9a-f]{12}\.json$/],
  ])("of resource %s have it in their names", (resourceId, name) => {
    newRun()(resourceId);
    expect(namesIn(temp)).toEqual([expect.stringMatching(name)]);
  });

  test("of resource IDs that look alike are different files", () => {
    const save = newRun();
    for (const resourceId of ["a/b", "a:b", "a-b"]) save(resourceId);
    expect(namesIn(temp)).toHaveLength(3);
  });

  test("match their glob, whatever the name of the folder", () => {
    const matches = picomatch(newRun("o[1]{a,b}/(r)*!.json")("res"));
    const folder = join(workspace, "o[1]{a,b}");
    write("workspace/o[1]{a,b}/(r)*!.json");
    const files = namesIn(folder).map((name) => [name, matches(join(folder, name))]);
    expect(files).toEqual([
      ["(r)*!.backup-20261123T120000Z-res.json", true],
      ["(r)*!.json", false],
    ]);
  });
});
