// The hidden first line of our comment on a pull request, by which the next run finds it again.
// Pure.
import { createHash } from "node:crypto";

/**
 * The marker for one roster and one default resource ID, so that two steps keep two comments: an
 * HTML comment on one line.
 */
export function commentMarker(patterns: readonly string[], resourceId: string | undefined): string {
  const identity = JSON.stringify([patterns, resourceId ?? null]);
  return `<!-- vanta-roster-sync:${createHash("sha256").update(identity).digest("hex").slice(0, 16)} -->`;
}
