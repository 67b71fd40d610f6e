// The files that a run leaves on the runner, in real folders.
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import picomatch from "picomatch";
import { toPlainText } from "../../src/model/message.js";
import {
  type ReportPlaces,
  reserveReport,
  writeBackup,
  writeReport,
} from "../../src/runner/report-files.js";
import { parsePatterns } from "../../src/settings/patterns.js";

let root: string;
let places: ReportPlaces & { readonly temp: string };

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "artifacts-"));
  places = {
    workspace: join(root, "workspace"),
    temp: join(root, "temp"),
    roster: parsePatterns(["access/*.json"]),
    secrets: [],
  };
  mkdirSync(places.workspace);
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

/** The path of a report that could be reserved. */
function reserve(named: string | undefined, where: ReportPlaces): string {
  const { path, problem } = reserveReport(named, where);
  expect(problem).toBeUndefined();
  return path ?? "";
}

describe("the report file", () => {
  test("has a default name, with a number where that is taken", () => {
    const names = [1, 2, 3].map(() => reserve(undefined, places));
    expect(names).toEqual(
      ["vanta-roster-report.json", "vanta-roster-report-2.json", "vanta-roster-report-3.json"].map(
        (name) => join(places.temp, name),
      ),
    );
  });

  test("is the one that was named, from the workspace, and keeps what it holds until there is a report", () => {
    const path = join(places.workspace, "out", "report.json");
    expect(reserve("out/report.json", places)).toBe(path);
    writeReport(path, "first");
    expect(reserve(path, places)).toBe(path);
    expect(readFileSync(path, "utf8")).toBe("first");
    writeReport(path, "2nd");
    expect(readFileSync(path, "utf8")).toBe("2nd");
  });

  test.each([
    ["a folder", ".", /^report-file: cannot be written \(.*EISDIR/],
    [
      "a roster file",
      "out/../access/a.json",
      /^report-file: "out\/\.\.\/access\/a\.json" is a file that the roster's patterns match/,
    ],
  ])("that is %s is refused, and the report goes to the default place", (_, named, words) => {
    const { path, problem } = reserveReport(named, places);
    expect(path).toBe(join(places.temp, "vanta-roster-report.json"));
    expect(toPlainText(problem?.message ?? [])).toMatch(words);
  });

  test("is nowhere where not even the default place can be written", () => {
    writeFileSync(join(root, "file"), "");
    const { path, problem } = reserveReport(undefined, { ...places, temp: join(root, "file") });
    expect([path, problem?.code]).toEqual([undefined, "invalid-input"]);
  });
});

describe("backups", () => {
  test("stand beside the report, for the runner's user only, one for each resource ID however odd", () => {
    const report = reserve(undefined, places);
    const globs = ["plain-1", "a/b", "a:b", "../up"].map((resourceId) =>
      writeBackup(report, resourceId, `of ${resourceId}`),
    );
    expect(new Set(globs)).toEqual(
      new Set([join(places.temp, "vanta-roster-report.backup-*.json")]),
    );
    const files = readdirSync(places.temp).filter((name) => name.includes("backup"));
    expect(files).toHaveLength(4);
    expect(files).toContain("vanta-roster-report.backup-plain-1.json");
    for (const name of files) expect(statSync(join(places.temp, name)).mode & 0o777).toBe(0o600);
  });

  test("of an earlier run beside the same report are gone, and nothing else is", () => {
    const report = reserve("out/report.json", places);
    writeBackup(report, "old", "old");
    const others = ["report.json.txt", "other.backup-x.json", "report.backup-note.txt"];
    for (const name of others) writeFileSync(join(places.workspace, "out", name), "");
    reserve("out/report.json", places);
    writeBackup(report, "new", "new");
    expect(readdirSync(join(places.workspace, "out")).sort()).toEqual(
      [...others, "report.backup-new.json", "report.json"].sort(),
    );
  });

  test("are matched by their glob, whatever the folder is called", () => {
    const report = reserve("o[1]{a,b}/(r)*!.json", places);
    const matches = picomatch(writeBackup(report, "res", "{}"));
    const folder = join(places.workspace, "o[1]{a,b}");
    const [file = ""] = readdirSync(folder).filter((name) => name.includes("backup"));
    expect(matches(join(folder, file))).toBe(true);
    expect(matches(report)).toBe(false);
  });
});
