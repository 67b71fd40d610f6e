// Builds dist/ from nothing: ncc does not empty the folder, and a chunk left over from an older build would stay in it.
import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const ncc = createRequire(import.meta.url).resolve("@vercel/ncc/dist/ncc/cli.js");

rmSync(`${root}/dist`, { recursive: true, force: true });
execFileSync(process.execPath, [ncc, "build", "src/index.ts", "--out", "dist", "--license", "licenses.txt"], {
  cwd: root,
  stdio: "inherit",
});
