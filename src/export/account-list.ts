// The list of accounts in the text of a roster.
import { msg } from "../model/message.js";
import { type RangeList, type RangeNode, resolveAlias } from "../roster/syntax/ranges.js";
import { CannotEdit, type TextEditor } from "./text-editor.js";

/** A list of accounts, and where its value may begin: after its key's colon. */
export interface AccountList {
  readonly list: RangeList;
  /** Undefined for a file that is a list. */
  readonly colonEnd: number | undefined;
}

const NO_LIST = msg`Its list of accounts is an alias of something else.`;

/** The list of accounts, also where it is an anchor's. */
export function listOf({ ranges: { root } }: TextEditor): AccountList {
  const whole = resolveAlias(root);
  const member =
    whole.kind === "map" ? whole.entries.find(({ name }) => name === "resources") : undefined;
  const node: RangeNode = member?.value ?? root;
  const list = resolveAlias(node);
  if (list.kind !== "list") throw new CannotEdit(list.start, NO_LIST);
  return { list, colonEnd: member?.colonEnd };
}

/** The list of accounts, where it is written under its key. */
export function ownList(editor: TextEditor): AccountList {
  const place = listOf(editor);
  const { list, colonEnd } = place;
  if (colonEnd !== undefined && colonEnd > list.start) throw new CannotEdit(list.start, NO_LIST);
  return place;
}
