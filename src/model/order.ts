// The order in which accounts, files and resources are listed and sent.

/** Compares by code units: the same order on every machine, whatever its locale. */
export function compareText(one: string, other: string): number {
  if (one < other) return -1;
  return one > other ? 1 : 0;
}

/** Orders accounts and rows by `uniqueId`, in code units. */
export function byUniqueId(
  one: { readonly uniqueId: string },
  other: { readonly uniqueId: string },
): number {
  return compareText(one.uniqueId, other.uniqueId);
}
