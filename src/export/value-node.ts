// A value of a row → the node that the reader of rosters would have of it.
import { DEPTH_LIMIT, hasLoneSurrogate, type Member, type Node } from "../roster/syntax/node.js";

/** The node of a value. `onFlaw`: no file can have it. */
export function toNode(value: unknown, onFlaw: () => void, depth = 1): Node {
  const offset = 0;
  if (typeof value === "object" && value !== null) {
    if (depth > DEPTH_LIMIT) {
      onFlaw();
      return { kind: "broken", offset };
    }
    if (Array.isArray(value)) {
      const items = value.map((one) => ({ offset, node: toNode(one, onFlaw, depth + 1) }));
      return { kind: "list", offset, items };
    }
    const members = Object.entries(value).map(([name, one]): [string, Member] => {
      if (hasLoneSurrogate(name)) onFlaw();
      return [name, { keyOffset: offset, isText: true, node: toNode(one, onFlaw, depth + 1) }];
    });
    return { kind: "map", offset, members: new Map(members), damaged: false };
  }
  if (typeof value === "string" && hasLoneSurrogate(value)) onFlaw();
  if (typeof value === "string") return { kind: "scalar", offset, value };
  const isPlain = typeof value === "number" || typeof value === "boolean";
  return isPlain
    ? { kind: "scalar", offset, value, source: String(value) }
    : { kind: "scalar", offset, value: null };
}
