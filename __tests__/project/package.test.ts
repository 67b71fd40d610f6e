// The npm package: what is in it, and that installing it runs and needs nothing else.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "@jest/globals";
import { parse } from "yaml";
import { z } from "zod";

const root = new URL("../../", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), "utf8");
const manifest = z
  .looseObject({ bin: z.record(z.string(), z.string()), scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(read("package.json")));

/** Scripts that npm runs, or installs the development dependencies for, when it installs from git. */
const RUN_BY_INSTALL = [
  ...["preinstall", "install", "postinstall", "prepublish", "preprepare", "prepare"],
  ...["postprepare", "prepack", "postpack", "build"],
];

test("has at most 15 files and one megabyte, unpacked", () => {
  const packed = z
    .tuple([
      z.object({
        files: z.array(z.object({ path: z.string() })),
        unpackedSize: z.number(),
      }),
    ])
    .parse(JSON.parse(npm("pack", "--dry-run", "--json")));
  const [{ files, unpackedSize }] = packed;
  const paths = files.map(({ path }) => path);
  expect(paths.length).toBeLessThanOrEqual(15);
  expect(paths).toEqual(
    expect.arrayContaining(["LICENSE", "README.md", "dist/licenses.txt", "package.json"]),
  );
  const ours = /^(LICENSE|README\.md|package\.json|dist\/licenses\.txt|dist\/cli\/[\w.]+\.js)$/;
  expect(paths.filter((path) => !ours.test(path))).toEqual([]);
  expect(paths).toContain(manifest.bin["vanta-roster-sync"]);
  const command = paths.filter((path) => path.startsWith("dist/cli/")).sort();
  const built = readdirSync(new URL("dist/cli/", root)).sort();
  expect(command).toEqual(built.map((name) => `dist/cli/${name}`));
  expect(unpackedSize).toBeLessThanOrEqual(1_000_000);
});

test("can be published, and is a command and nothing else", () => {
  for (const key of ["private", "dependencies", "exports", "main"])
    expect(manifest).not.toHaveProperty(key);
  expect(Object.keys(manifest.bin)).toEqual([manifest["name"]]);
  expect(manifest).toMatchObject({ repository: { type: "git" }, engines: {} });
});

test("has no script that an install from git runs", () => {
  expect(Object.keys(manifest.scripts).filter((name) => RUN_BY_INSTALL.includes(name))).toEqual([]);
});

test("every package of the lock file has its hash, so that npm installs no other bytes", () => {
  const { version, packages } = z
    .object({
      version: z.string(),
      packages: z.record(z.string(), z.looseObject({ integrity: z.string().optional() })),
    })
    .parse(JSON.parse(read("package-lock.json")));
  expect(version).toBe(manifest["version"]);
  const installed = Object.entries(packages).filter(([path]) => path !== "");
  expect(installed.length).toBeGreaterThan(Object.keys(manifest["devDependencies"] ?? {}).length);
  const open = installed.filter(([, { integrity = "" }]) => !integrity.startsWith("sha512-"));
  expect(open.map(([path]) => path)).toEqual([]);
});

test("the hook of pre-commit calls the command, with all files of the patterns", () => {
  expect(parse(read(".pre-commit-hooks.yaml"))).toEqual([
    expect.objectContaining({
      id: "vanta-roster",
      language: "node",
      entry: `${Object.keys(manifest.bin)} validate`,
      pass_filenames: false,
    }),
  ]);
});

function npm(...args: readonly string[]): string {
  return execFileSync("npm", args, {
    cwd: fileURLToPath(root),
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
}
