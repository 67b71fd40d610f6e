// Writes roster.schema.json from the schemas that the action uses. Editors use it to complete and
// check rosters.
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { transformSync } from "@swc/core";

const root = fileURLToPath(new URL("..", import.meta.url));

// Node.js 20 cannot run TypeScript, so swc strips the types of src/ into this folder. It is inside
// node_modules, so that imports of packages resolve.
const stripped = join(root, "node_modules", ".cache", "print-schema");
rmSync(stripped, { recursive: true, force: true });
for (const path of readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" }).filter(
  (name) => name.endsWith(".ts"),
)) {
  const { code } = transformSync(readFileSync(join(root, "src", path), "utf8"), {
    jsc: { parser: { syntax: "typescript" }, target: "es2022" },
    module: { type: "es6" },
  });
  const target = join(stripped, path.replace(/\.ts$/, ".js"));
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, code);
}
writeFileSync(join(stripped, "package.json"), '{"type":"module"}');

const { rosterJsonSchema } = await import(
  pathToFileURL(join(stripped, "roster", "schema.js")).href
);
const schemaFile = join(root, "roster.schema.json");
writeFileSync(schemaFile, JSON.stringify(rosterJsonSchema(), null, 2));
execFileSync(
  process.execPath,
  [
    join(root, "node_modules", "@biomejs", "biome", "bin", "biome"),
    "format",
    "--write",
    schemaFile,
  ],
  {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
  },
);
rmSync(stripped, { recursive: true, force: true });
