// Bundles src/ into an empty dist/: tsc strips the types, ncc bundles. With --if-stale only if a
// source is newer than the bundle.
import { execFileSync } from "node:child_process";
import { cpSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const { resolve } = createRequire(import.meta.url);

if (!process.argv.includes("--if-stale") || isStale()) {
  // ncc does not empty its output folder, so files of an older build would stay.
  for (const folder of ["build", "dist"]) {
    rmSync(join(root, folder), { recursive: true, force: true });
  }
  run("typescript/bin/tsc", "--project", "tsconfig.build.json");
  declarePure("@actions/core");
  run(
    "@vercel/ncc/dist/ncc/cli.js",
    ...["build", "build/index.js", "--out", "dist", "--stats-out", "build/stats.json", "--quiet"],
  );
  for (const file of readdirSync(join(root, "dist"))) {
    if (file.endsWith(".js")) escapeNonAscii(join(root, "dist", file));
  }
  writeFileSync(join(root, "dist/licenses.txt"), licensesOf(bundledPackages()));
}

function run(script, ...options) {
  execFileSync(process.execPath, [resolve(script), ...options], { cwd: root, stdio: "inherit" });
}

/**
 * Lets ncc leave out what the bundle does not use of a package that does nothing when it is loaded,
 * but does not declare so. @actions/core asks for OIDC tokens with an HTTP client, which would take
 * half of the time that a run needs to start.
 */
function declarePure(name) {
  const copy = join(root, "build/node_modules", name);
  cpSync(join(root, "node_modules", name), copy, { recursive: true });
  const manifest = join(copy, "package.json");
  const declared = { ...JSON.parse(readFileSync(manifest, "utf8")), sideEffects: false };
  writeFileSync(manifest, JSON.stringify(declared));
}

/**
 * Writes all but ASCII as escapes, which mean the same in texts and expressions. Node.js loads such
 * a file in less time, and no invisible character can be in it.
 */
function escapeNonAscii(path) {
  const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
  writeFileSync(path, readFileSync(path, "utf8").replace(/[^\0-\x7f]/g, escaped));
}

/** The folder of each package that is in the bundle, by name, sorted. */
function bundledPackages() {
  const { modules } = JSON.parse(readFileSync(join(root, "build/stats.json"), "utf8"));
  const paths = modules.flatMap((module) => [module, ...(module.modules ?? [])]);
  const folders = new Map();
  for (const { nameForCondition: path } of paths) {
    const [folder, name] = /^.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path ?? "") ?? [];
    if (folder !== undefined) folders.set(name, folder);
  }
  return [...folders].sort();
}

/** The licenses of all packages. The option of ncc keeps only those of one file of the bundle. */
function licensesOf(packages) {
  const texts = packages.map(([name, folder]) => {
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    if (file === undefined) throw new Error(`${name} has no license file`);
    const { license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const text = readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n").trim();
    return `${name}\n${license}\n${text}\n`;
  });
  return texts.join("\n");
}

function isStale() {
  const sources = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" });
  const inputs = [...sources.map((path) => join("src", path)), "package-lock.json"];
  const bundleTime = modifiedAt("dist/index.js");
  return inputs.some((path) => modifiedAt(path) > bundleTime);
}

/** Milliseconds since 1970; 0 if the file does not exist. */
function modifiedAt(path) {
  return statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
