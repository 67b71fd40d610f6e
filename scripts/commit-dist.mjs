// Makes a commit that replaces dist/ by the files of a folder, and prints it; nothing if dist/ is the
// same already. The folder comes from code that is not trusted. So only regular files with the names
// of a build are taken, by their content, and the parent is never checked out: nothing of it runs.
// Usage: node scripts/commit-dist.mjs FOLDER PARENT_COMMIT
import { execFileSync } from "node:child_process";
import { lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";

const NAME = /^(?:cli\/)?(?:\d+\.)?index\.js$|^(?:licenses\.txt|package\.json)$/;
const NEEDED = ["index.js", "cli/index.js"];
/** What the build makes executable. An artifact does not keep modes. */
const COMMAND = "cli/index.js";
const MAX_FILES = 100;
const MAX_BYTES = 10_000_000;

const [folder = "", parent = ""] = process.argv.slice(2);
const temporary = mkdtempSync(join(tmpdir(), "commit-dist-"));
try {
  const names = namesIn(folder);
  requireBuild(names);
  const commit = commitOf(names);
  if (commit !== undefined) console.log(commit);
} catch (error) {
  console.error(`::error title=dist/ is not committed::${error.message}`);
  process.exitCode = 1;
} finally {
  rmSync(temporary, { recursive: true });
}

/** The names of all files below a folder. Anything else than files and the folder cli/ is refused. */
function namesIn(path) {
  if (!lstatSync(path).isDirectory()) throw new Error("It is not a folder.");
  const entries = readdirSync(path, { recursive: true, withFileTypes: true });
  const found = entries.map((entry) => ({
    entry,
    name: relative(path, join(entry.parentPath, entry.name)),
  }));
  const isWanted = ({ entry, name }) =>
    entry.isFile() ? NAME.test(name) : entry.isDirectory() && name === "cli";
  const refused = found.filter((one) => !isWanted(one)).map(({ name }) => printable(name));
  if (refused.length > 0) throw new Error(`Not a file of a build: ${refused.join(", ")}`);
  return found.filter(({ entry }) => entry.isFile()).map(({ name }) => name);
}

/** A name that cannot be a command to the runner. */
function printable(name) {
  return name.replace(/[^\w./-]/g, "?");
}

function requireBuild(names) {
  for (const name of NEEDED) if (!names.includes(name)) throw new Error(`${name} is missing.`);
  const bytes = names.reduce((sum, name) => sum + lstatSync(join(folder, name)).size, 0);
  if (names.length > MAX_FILES || bytes > MAX_BYTES)
    throw new Error(`It has ${names.length} files and ${bytes} bytes, which is too much.`);
}

/** The commit with the new dist/, made in an index of its own; undefined if nothing changes. */
function commitOf(names) {
  if (!/^[0-9a-f]{40}$/.test(parent)) throw new Error("The parent is not the hash of a commit.");
  git(["read-tree", parent]);
  git(["rm", "-r", "--cached", "--force", "--quiet", "--ignore-unmatch", "--", "dist"]);
  const entries = names.map((name) => {
    const blob = git(["hash-object", "-w", "--stdin"], readFileSync(join(folder, name)));
    return `${name === COMMAND ? "100755" : "100644"} ${blob}\tdist/${name}\n`;
  });
  git(["update-index", "--add", "--index-info"], entries.join(""));
  const tree = git(["write-tree"]);
  if (tree === git(["rev-parse", `${parent}^{tree}`])) return undefined;
  // Dependabot goes on to update a branch if all commits of others say that it may drop them.
  const message = "Rebuild dist/\n\n[dependabot skip]";
  return git(["commit-tree", tree, "-p", parent, "-m", message]);
}

function git(args, input) {
  const author = "github-actions[bot]";
  const email = "41898282+github-actions[bot]@users.noreply.github.com";
  const env = {
    ...process.env,
    GIT_INDEX_FILE: join(temporary, "index"),
    ...{ GIT_AUTHOR_NAME: author, GIT_AUTHOR_EMAIL: email },
    ...{ GIT_COMMITTER_NAME: author, GIT_COMMITTER_EMAIL: email },
  };
  return execFileSync("git", args, { encoding: "utf8", env, input: input ?? "" }).trim();
}
