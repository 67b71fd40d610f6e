// Which account of a file a problem is about, by its position: reports name it beside the line.
import type { Problem, ProblemAccount } from "../model/problem.js";
import type { ReadAccount } from "./read-account.js";
import type { Node } from "./syntax/node.js";
import { lastAtMost } from "./syntax/positions.js";

/** The label of a problem at an offset. Undefined outside of accounts and defaults. */
export type Labeler = (offset: number) => Problem["account"];

/** A part of the file, up to the start of the next one. */
interface Part {
  readonly start: number;
  readonly label: Problem["account"];
}

/** Makes the labeler of a file; `itemOffsets`: where each entry of its list of accounts is. */
export function createLabeler(
  root: Node,
  itemOffsets: readonly number[],
  accounts: readonly ReadAccount[],
): Labeler {
  const labels = new Map(accounts.map((account) => [account.offset, toLabel(account)]));
  const items = itemOffsets.map((start): Part => ({ start, label: labels.get(start) }));
  const parts = [...keysOf(root), ...items].sort((one, other) => one.start - other.start);
  const starts = parts.map(({ start }) => start);
  return (offset) => {
    const part = parts[lastAtMost(starts, offset)];
    return part !== undefined && part.start <= offset ? part.label : undefined;
  };
}

function toLabel({ uniqueId, fullName }: ReadAccount): ProblemAccount | undefined {
  if (uniqueId === undefined && fullName === undefined) return undefined;
  return { uniqueId, fullName };
}

function keysOf(root: Node): readonly Part[] {
  if (root.kind !== "map") return [];
  return [...root.members].map(([key, { keyOffset }]) => ({
    start: keyOffset,
    label: key === "defaults" ? "defaults" : undefined,
  }));
}
