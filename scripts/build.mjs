// Builds dist/ from nothing: tsc strips the types, ncc bundles. ncc does not empty its folder, and a chunk left over from an older
// build would stay in it.
import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const { resolve } = createRequire(import.meta.url);
const run = (script, ...options) =>
  execFileSync(process.execPath, [script, ...options], { cwd: root, stdio: "inherit" });

for (const folder of ["build", "dist"])
  rmSync(`${root}/${folder}`, { recursive: true, force: true });
run(resolve("typescript/bin/tsc"), "--project", "tsconfig.build.json");
run(
  resolve("@vercel/ncc/dist/ncc/cli.js"),
  "build",
  "build/index.js",
  "--out",
  "dist",
  "--license",
  "licenses.txt",
  "--quiet",
);
