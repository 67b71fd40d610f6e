// Bundles src/ into an empty dist/: tsc strips the types, ncc bundles. With --if-stale only if a
// source is newer than the bundle.
import { execFileSync } from "node:child_process";
import { readdirSync, rmSync, statSync } from "node:fs";
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
  run(
    "@vercel/ncc/dist/ncc/cli.js",
    ...["build", "build/index.js", "--out", "dist", "--license", "licenses.txt", "--quiet"],
  );
}

function run(script, ...options) {
  execFileSync(process.execPath, [resolve(script), ...options], { cwd: root, stdio: "inherit" });
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
