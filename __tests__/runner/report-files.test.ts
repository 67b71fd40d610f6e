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
import { reserveReportFile, writeBackup, writeReportFile } from "../../src/runner/report-files.js";

let root: string;
let places: { readonly workspace: string; readonly temp: string };

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "artifacts-"));
  places = { workspace: join(root, "workspace"), temp: join(root, "temp") };
  mkdirSync(places.workspace);
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

describe("the report file", () => {
  test("has a default name, with a number where that is taken", () => {
    const names = [1, 2, 3].map(() => reserveReportFile(undefined, places));
    expect(names).toEqual(
      ["vanta-roster-report.json", "vanta-roster-report-2.json", "vanta-roster-report-3.json"].map(
        (name) => join(places.temp, name),
      ),
    );
  });

  test("is the one that was named, from the workspace, and keeps what it holds until there is a report", () => {
    const path = join(places.workspace, "out", "report.json");
    expect(reserveReportFile("out/report.json", places)).toBe(path);
    writeReportFile(path, "first");
    expect(reserveReportFile(path, places)).toBe(path);
    expect(readFileSync(path, "utf8")).toBe("first");
    writeReportFile(path, "2nd");
    expect(readFileSync(path, "utf8")).toBe("2nd");
  });

  test("that is a folder is refused", () => {
    expect(() => reserveReportFile(".", places)).toThrow();
  });
});

describe("backups", () => {
  test("stand beside the report, for the runner's user only, one for each resource ID however odd", () => {
    const report = reserveReportFile(undefined, places);
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
    const report = reserveReportFile("out/report.json", places);
    writeBackup(report, "old", "old");
    const others = ["report.json.txt", "other.backup-x.json", "report.backup-note.txt"];
    for (const name of others) writeFileSync(join(places.workspace, "out", name), "");
    reserveReportFile("out/report.json", places);
    writeBackup(report, "new", "new");
    expect(readdirSync(join(places.workspace, "out")).sort()).toEqual(
      [...others, "report.backup-new.json", "report.json"].sort(),
    );
  });

  test("are matched by their glob, whatever the folder is called", () => {
    const report = reserveReportFile("o[1]{a,b}/(r)*!.json", places);
    const matches = picomatch(writeBackup(report, "res", "{}"));
    const folder = join(places.workspace, "o[1]{a,b}");
    const [file = ""] = readdirSync(folder).filter((name) => name.includes("backup"));
    expect(matches(join(folder, file))).toBe(true);
    expect(matches(report)).toBe(false);
  });
});
