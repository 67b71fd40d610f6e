// Names of files that several folders agree on: which are JSON, where a new roster goes, and how an
// ID is a part of a name.
import { createHash } from "node:crypto";
import { posix } from "node:path";

/** Whether a roster file is JSON; all others are YAML. */
export function isJson(path: string): boolean {
  return /\.json$/i.test(path);
}

/** The path of each resource's new file: `people.yml`, or of several `people-<resourceId>.yml`. */
export function newFiles(
  exportFile: string,
  resourceIds: readonly string[],
): ReadonlyMap<string, string> {
  if (resourceIds.length === 1) return new Map(resourceIds.map((id) => [id, exportFile]));
  const extension = posix.extname(exportFile);
  const stem = exportFile.slice(0, exportFile.length - extension.length);
  return new Map(resourceIds.map((id) => [id, `${stem}-${toFileName(id)}${extension}`]));
}

/** A resource ID as part of a file name: itself where it is plain, else with a hash. */
export function toFileName(resourceId: string): string {
  if (/^[\w-]{1,100}$/.test(resourceId)) return resourceId;
  const hash = createHash("sha256").update(resourceId).digest("hex").slice(0, 12);
  return `${resourceId.replace(/[^\w-]+/g, "-").slice(0, 80)}-${hash}`;
}
