// The order in which accounts, files and resources are listed and sent.
import type { SourceLocation } from "./problem.js";

/** Compares by UTF-16 code units, so that the order does not depend on the machine's locale. */
export function compareText(one: string, other: string): number {
  if (one < other) return -1;
  return one > other ? 1 : 0;
}

/** Compares places by file, then by position in it. */
export function compareLocations(one: SourceLocation, other: SourceLocation): number {
  return compareText(one.file, other.file) || one.line - other.line || one.column - other.column;
}

/** Compares accounts or rows by `uniqueId`, in code units. */
export function byUniqueId(
  one: { readonly uniqueId: string },
  other: { readonly uniqueId: string },
): number {
  return compareText(one.uniqueId, other.uniqueId);
}
