// The order in which accounts, files and resources are listed and sent.

/** Compares by UTF-16 code units, so that the order does not depend on the machine's locale. */
export function compareText(one: string, other: string): number {
  if (one < other) return -1;
  return one > other ? 1 : 0;
}

/** Compares accounts or rows by `uniqueId`, in code units. */
export function byUniqueId(
  one: { readonly uniqueId: string },
  other: { readonly uniqueId: string },
): number {
  return compareText(one.uniqueId, other.uniqueId);
}
