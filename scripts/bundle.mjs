// Bundles src/ into an empty dist/: tsc strips the types, ncc bundles. The action is dist/index.js
// with its chunks, the command line dist/cli/index.js with its own. With --if-stale only if a source
// is newer than the bundles.
import { execFileSync } from "node:child_process";
import { cpSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { minifySync } from "@swc/core";

const root = fileURLToPath(new URL("..", import.meta.url));
const { resolve } = createRequire(import.meta.url);

if (!process.argv.includes("--if-stale") || isStale()) {
  // ncc does not empty its output folder, so files of an older build would stay.
  for (const folder of ["build", "dist"]) {
    rmSync(join(root, folder), { recursive: true, force: true });
  }
  run("typescript/bin/tsc", "--project", "tsconfig.build.json");
  declarePure("@actions/core");
  bundle("build/index.js", "dist", "build/stats.json");
  bundle("build/cli.js", "dist/cli", "build/stats-cli.json");
  // The one in the folder above says the same.
  rmSync(join(root, "dist/cli/package.json"));
  minify("dist/cli");
  for (const folder of ["dist", "dist/cli"]) escapeNonAscii(folder);
  const packages = bundledPackages("build/stats.json", "build/stats-cli.json");
  writeFileSync(join(root, "dist/licenses.txt"), licensesOf(packages));
}

function bundle(entry, folder, stats) {
  const options = ["--out", folder, "--stats-out", stats, "--quiet"];
  run("@vercel/ncc/dist/ncc/cli.js", "build", entry, ...options);
}

/** Minifies a bundle, which people download for each use. That of the action stays readable. */
function minify(folder) {
  for (const name of readdirSync(join(root, folder))) {
    const path = join(root, folder, name);
    const options = { module: true, compress: true, mangle: true, format: { comments: false } };
    const { code } = minifySync(readFileSync(path, "utf8"), options);
    writeFileSync(path, `${code}\n`);
  }
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
 * files in less time, and no invisible character can be in it.
 */
function escapeNonAscii(folder) {
  const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
  for (const name of readdirSync(join(root, folder)).filter((one) => one.endsWith(".js"))) {
    const path = join(root, folder, name);
    writeFileSync(path, readFileSync(path, "utf8").replace(/[^\0-\x7f]/g, escaped));
  }
}

/** The folder of each package that is in one of the bundles, by name, sorted. */
function bundledPackages(...stats) {
  const paths = stats
    .flatMap((path) => JSON.parse(readFileSync(join(root, path), "utf8")).modules)
    .flatMap((module) => [module, ...(module.modules ?? [])]);
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
  const bundleTime = Math.min(modifiedAt("dist/index.js"), modifiedAt("dist/cli/index.js"));
  return inputs.some((path) => modifiedAt(path) > bundleTime);
}

/** Milliseconds since 1970; 0 if the file does not exist. */
function modifiedAt(path) {
  return statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
