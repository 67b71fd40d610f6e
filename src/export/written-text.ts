// The law of an export for the texts that are written, as they are written: they hold every row, also
// those that no roster may have, and nothing in them changes where no account does.
import { isField } from "../model/account.js";
import { type Message, msg, quote } from "../model/message.js";
import type { Defaults } from "../roster/defaults.js";
import { listOf } from "./account-list.js";
import { defaultsOf } from "./compare.js";
import { findHeldFlaw, memberOf } from "./held.js";
import { keepsText } from "./kept-text.js";
import { defaultsFrom } from "./lift.js";
import { type ExportPlan, type FilePlan, isChanged } from "./plan-export.js";
import { decode, type WrittenFile } from "./render.js";
import { type Target, targetBeside, targetOf } from "./target.js";
import { CannotEdit, TextEditor } from "./text-editor.js";

/** How the texts break the law; undefined if they do not. */
export function findTextFlaw(
  { files, newFiles }: ExportPlan,
  written: readonly WrittenFile[],
): Message | undefined {
  const bytesOf = new Map(written.map(({ path, bytes }) => [path, bytes]));
  for (const plan of files.filter(isChanged)) {
    const bytes = bytesOf.get(plan.file.path) ?? plan.file.bytes;
    const flaw = flawOfEdited(plan, bytes);
    if (flaw !== undefined) return flaw;
  }
  for (const { path, rows } of newFiles) {
    const text = read(path, decode({ bytes: bytesOf.get(path) ?? new Uint8Array() }).text);
    const flaw =
      text === undefined
        ? unreadable(path)
        : flawOfHeld(text, rows.map(targetOf), writtenDefaults(text));
    if (flaw !== undefined) return flaw;
  }
  return undefined;
}

function flawOfEdited(plan: FilePlan, bytes: Uint8Array): Message | undefined {
  const { file, source, difference, appended } = plan;
  const { path } = file;
  const old = decode(file);
  const now = decode({ bytes });
  const before = new TextEditor(path, old.text);
  const after = read(path, now.text, before.ranges.hasErrors);
  if (after === undefined) return unreadable(path);
  const flaw = flawOfHeld(after, targetsOf(plan), defaultsOf(source));
  if (flaw !== undefined) return flaw;
  const touched = {
    changed: new Set(difference.changed.map(({ index }) => index)),
    takenOut: new Set(difference.takenOut.map(({ index }) => index)),
    appended: appended.length,
  };
  if (old.mark === now.mark && keepsText(before, after, touched)) return undefined;
  return msg`${quote(path)} would change where no account does`;
}

/** Undefined where it is no list of accounts in JSON or YAML. */
function read(path: string, text: string, mayHaveErrors = false): TextEditor | undefined {
  if (text.trim() === "") return undefined;
  const editor = new TextEditor(path, text);
  if (editor.ranges.hasErrors && !mayHaveErrors) return undefined;
  try {
    listOf(editor);
    return editor;
  } catch (error) {
    if (error instanceof CannotEdit) return undefined;
    throw error;
  }
}

function unreadable(path: string): Message {
  return msg`${quote(path)} could not be read`;
}

function flawOfHeld(
  editor: TextEditor,
  targets: readonly Target[],
  defaults: Pick<Defaults, "byField">,
): Message | undefined {
  const flaw = findHeldFlaw(editor, targets, defaults);
  if (flaw === undefined) return undefined;
  if (flaw.kind === "excess") {
    return msg`${quote(editor.path)} would have more accounts than it should`;
  }
  const id = quote(flaw.uniqueId, "uniqueId");
  return flaw.kind === "missing"
    ? msg`${quote(editor.path)} would not have ${id} where it should`
    : msg`${id} would still differ from Vanta`;
}

/** What the accounts of a file are to mean, in order. */
function targetsOf({ source, difference, appended }: FilePlan): readonly Target[] {
  const changed = new Map(difference.changed.map(({ index, target }) => [index, target]));
  const takenOut = new Set(difference.takenOut.map(({ index }) => index));
  const kept = source.accounts.flatMap(({ account }, index) => {
    if (account === undefined || takenOut.has(index)) return [];
    return [changed.get(index) ?? targetBeside(account, account)];
  });
  return [...kept, ...appended.map(targetOf)];
}

/** The defaults of a new file, which has none but what was lifted. */
function writtenDefaults({ ranges: { root } }: TextEditor): Pick<Defaults, "byField"> {
  const lifted = Object.entries(memberOf(root, "defaults") ?? {});
  return defaultsFrom(
    lifted.flatMap(([field, value]) => (isField(field) ? [[field, value] as const] : [])),
  );
}
