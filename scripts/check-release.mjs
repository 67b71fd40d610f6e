// Decides whether a tag may be released, and prints its release notes: the entry of its version in
// CHANGELOG.md. It runs in a checkout of the tag, and reports every reason against it at once.
// Usage: node scripts/check-release.mjs v1.2.3
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

const MAIN = "origin/main";
const [tag = ""] = process.argv.slice(2);
const version = /^v((?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*)){2})$/.exec(tag)?.[1];

if (version === undefined) {
  refuse([`"${tag}" is not a tag of a release. It must be v1.2.3, without anything after it.`]);
} else {
  const { notes, reasons } = entryOf(version);
  const all = [...reasons, ...againstManifest(version), ...againstHistory(version)];
  if (all.length > 0) refuse(all);
  else process.stdout.write(`${notes}\n`);
}

function refuse(reasons) {
  for (const reason of reasons) console.error(`::error title=Release refused::${reason}`);
  process.exitCode = 1;
}

/** The text of the entry of a version, and why it is not one to publish. */
function entryOf(wanted) {
  const [, ...entries] = readFileSync("CHANGELOG.md", "utf8").split(/^## /m);
  const entry = entries.find((text) => text.startsWith(`[${wanted}]`));
  if (entry === undefined)
    return { notes: "", reasons: [`CHANGELOG.md has no entry "## [${wanted}] - YYYY-MM-DD".`] };

  const [heading = "", ...lines] = entry.split("\n");
  // The last entry of the file ends with the addresses of all headings.
  const notes = lines.filter((line) => !/^\[[^\]]+\]: /.test(line)).join("\n");
  const reasons = [];
  if (!isPast(/^\[[^\]]+\] - (\d{4}-\d{2}-\d{2})$/.exec(heading)?.[1]))
    reasons.push(`The entry of ${wanted} in CHANGELOG.md needs its date: "- YYYY-MM-DD".`);
  if (notes.trim() === "") reasons.push(`The entry of ${wanted} in CHANGELOG.md is empty.`);
  return { notes: notes.trim(), reasons };
}

/** Whether a text is a date that has come, anywhere on earth. */
function isPast(date) {
  const time = Date.parse(`${date}T00:00:00+14:00`);
  return !Number.isNaN(time) && time <= Date.now();
}

function againstManifest(wanted) {
  return ["package.json", "package-lock.json"].flatMap((path) => {
    const { version: found } = JSON.parse(readFileSync(path, "utf8"));
    return found === wanted ? [] : [`${path} has version ${found}, not ${wanted}.`];
  });
}

function againstHistory(wanted) {
  const commit = git("rev-parse", "--verify", "--quiet", `refs/tags/${tag}^{commit}`);
  if (commit === undefined) return [`There is no tag ${tag}.`];
  const reasons = [];
  if (commit !== git("rev-parse", "HEAD")) reasons.push(`${tag} is not what is checked out.`);
  if (git("merge-base", "--is-ancestor", commit, MAIN) === undefined)
    reasons.push(`${tag} is not on ${MAIN}. Merge first, then tag the merged commit.`);
  const newer = releasedVersions().find((other) => compare(other, wanted) > 0);
  // The tag of the major version would go back.
  if (newer !== undefined) reasons.push(`v${newer} is newer than ${tag}.`);
  return reasons;
}

function releasedVersions() {
  const tags = git("tag", "--list", "v*")?.split("\n") ?? [];
  return tags.filter((name) => /^v\d+\.\d+\.\d+$/.test(name)).map((name) => name.slice(1));
}

function compare(one, other) {
  return one.localeCompare(other, "en", { numeric: true });
}

/** What git prints; undefined if it fails. */
function git(...args) {
  try {
    return execFileSync("git", args, {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }).trim();
  } catch {
    return undefined;
  }
}
