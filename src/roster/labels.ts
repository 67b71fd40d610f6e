// Which account of a file a problem is about, by its position: reports name it beside the line.
import type { Problem, ProblemAccount } from "../model/problem.js";
import type { ReadAccount } from "./accounts.js";
import type { Node } from "./syntax/node.js";

/** The label of a problem at an offset. Undefined outside of accounts and defaults. */
export type Labeler = (offset: number) => Problem["account"];

/** A part of the file, up to the start of the next one. */
interface Part {
  readonly start: number;
  readonly label: Problem["account"];
}

/** Makes the labeler of a file. */
export function createLabeler(root: Node, accounts: readonly ReadAccount[]): Labeler {
  const byOffset = new Map(accounts.map((account) => [account.offset, toLabel(account)]));
  const parts = partsOf(root, byOffset).sort((one, other) => one.start - other.start);
  return (offset) => parts[indexAt(parts, offset)]?.label;
}

function toLabel({ uniqueId, fullName }: ReadAccount): ProblemAccount | undefined {
  if (uniqueId === undefined && fullName === undefined) return undefined;
  return { uniqueId: uniqueId?.value, fullName };
}

function partsOf(root: Node, labels: ReadonlyMap<number, ProblemAccount | undefined>): Part[] {
  const accountsOf = (list: Node | undefined): Part[] =>
    list?.kind === "list"
      ? list.items.map(({ offset }) => ({ start: offset, label: labels.get(offset) }))
      : [];
  if (root.kind !== "map") return accountsOf(root);
  const keys = [...root.members].map(
    ([key, { keyOffset }]): Part => ({
      start: keyOffset,
      label: key === "defaults" ? "defaults" : undefined,
    }),
  );
  return [...keys, ...accountsOf(root.members.get("resources")?.node)];
}

/** The index of the last part that starts at or before an offset; -1 without one. */
function indexAt(parts: readonly Part[], offset: number): number {
  let [low, high] = [0, parts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((parts[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
