// Makes the release of a tag in two steps, by GitHub's command line. `draft` makes a draft with all
// files of a folder. `publish` publishes it, if it has exactly those: where releases are immutable,
// none can be added later, and the tag cannot be used again. Both can be run again after a failure.
// Usage: node scripts/publish-release.mjs draft v1.2.3 FOLDER NOTES_FILE
//        node scripts/publish-release.mjs publish v1.2.3 FOLDER
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const [step, tag, folder, notesFile] = process.argv.slice(2);
const files = readdirSync(folder).sort();
const release = find();

if (step === "draft") {
  if (release?.isDraft === false) fail(`The release ${tag} is published already.`);
  // A draft of a run that failed may lack files.
  if (release !== undefined) gh("release", "delete", tag, "--yes");
  const options = ["--draft", "--verify-tag", "--title", tag, "--notes-file", notesFile];
  gh("release", "create", tag, ...options, ...files.map((name) => join(folder, name)));
  requireAllFiles(find());
} else if (step === "publish") {
  requireAllFiles(release);
  if (release.isDraft) gh("release", "edit", tag, "--draft=false", "--latest");
  else console.log(`The release ${tag} is published already.`);
} else fail(`Unknown step "${step}".`);

/** The release of the tag, a draft or not; undefined if there is none. */
function find() {
  const list = gh("release", "list", "--limit", "1000", "--json", "tagName");
  if (!JSON.parse(list).some(({ tagName }) => tagName === tag)) return undefined;
  return JSON.parse(gh("release", "view", tag, "--json", "isDraft,assets"));
}

function requireAllFiles(found) {
  const expected = files.map((name) => `${name} ${digestOf(join(folder, name))}`);
  const assets = (found?.assets ?? [])
    .filter(({ state }) => state === "uploaded")
    .map(({ name, digest }) => `${name} ${digest}`);
  if (assets.sort().join("\n") !== expected.join("\n"))
    fail(`The release ${tag} has [${assets.join("; ")}], not [${expected.join("; ")}].`);
}

/** As GitHub computes it of what was uploaded. */
function digestOf(path) {
  return `sha256:${createHash("sha256").update(readFileSync(path)).digest("hex")}`;
}

function gh(...args) {
  return execFileSync("gh", args, { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
}

function fail(message) {
  console.error(`::error title=Release::${message}`);
  process.exit(1);
}
