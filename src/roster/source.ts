// One document → what it says: a resource ID, accounts, and whom to forget.
import { FIELDS } from "../model/account.js";
import { msg } from "../model/message.js";
import type { SourceLocation } from "../model/problem.js";
import { type AccountReader, createAccountReader } from "./accounts.js";
import { type Defaults, NO_DEFAULTS, readDefaults, UNKNOWN_DEFAULTS } from "./defaults.js";
import { describe, NONE, readLeaf, type TextRule, textsAsWritten, UNKNOWN } from "./fields.js";
import { readKeys } from "./keys.js";
import { createLabeler } from "./labels.js";
import { reportMissing } from "./missing-fields.js";
import type { ReadAccount } from "./read-account.js";
import type { RosterDocument } from "./syntax/document.js";
import {
  type ListNode,
  type MapNode,
  type Node,
  type ReportAt,
  UnreadableDocument,
} from "./syntax/node.js";
import { quoteValue, ROSTER_KEYS } from "./syntax/quotes.js";
import { type Flaw, flawOfIdentifier, flawOfText, RESOURCE_ID } from "./text.js";

/** What one file says, as far as it is right. */
export interface Source {
  readonly document: RosterDocument;
  /** NONE: the file names none. UNKNOWN: what it names is wrong, which is reported. */
  readonly resourceId: string | typeof NONE | typeof UNKNOWN;
  readonly accounts: readonly ReadAccount[];
  /** Whether every account of the file is among `accounts`. */
  readonly isComplete: boolean;
  /** `uniqueId`s to forget, and where each is. */
  readonly forget: readonly { readonly uniqueId: string; readonly location: SourceLocation }[];
}

interface Content extends Omit<Source, "document"> {
  /** Where each entry of the list of accounts is, also one that is not an account. */
  readonly itemOffsets: readonly number[];
}

const UNREADABLE: Content = {
  resourceId: UNKNOWN,
  accounts: [],
  itemOffsets: [],
  isComplete: false,
  forget: [],
};

/** How many errors of a run are counted. A file with more is not a roster. */
export const MAX_ERRORS = 250_000;

/** Thrown where a file alone has more errors than are counted. */
class TooManyMistakes extends Error {
  override readonly name = "TooManyMistakes";
}

/** Reads what a document says, and reports all that is wrong in it; `now` is for the warnings. */
export function readSource(document: RosterDocument, now: Date): Source {
  const found = new Map<string, Parameters<ReportAt>>();
  const report: ReportAt = (code, offset, message, about = "") => {
    const mistake = `${code} ${offset} ${about}`;
    if (found.has(mistake)) return;
    found.set(mistake, [code, offset, message]);
    if (found.size > MAX_ERRORS) throw new TooManyMistakes();
  };
  const { itemOffsets, ...source } = readContent(document, now, report);
  if (found.size > 0) {
    const labelAt = createLabeler(document.root, itemOffsets, source.accounts);
    for (const [code, offset, message] of found.values()) {
      document.report(code, offset, message, labelAt(offset));
    }
  }
  return { document, ...source };
}

function readContent(document: RosterDocument, now: Date, report: ReportAt): Content {
  try {
    return readRoot(document, now, report);
  } catch (error) {
    if (error instanceof UnreadableDocument) {
      report(error.code, error.offset, error.explanation);
    } else if (!(error instanceof TooManyMistakes)) throw error;
    return UNREADABLE;
  }
}

function readRoot(document: RosterDocument, now: Date, report: ReportAt): Content {
  const { root } = document;
  if (root.kind === "map") return readBody(document, root, now, report);
  if (root.kind === "list") {
    const read = createAccountReader(document, NO_DEFAULTS, now, report);
    return { resourceId: NONE, ...readAccounts(root, read, report), forget: [] };
  }
  if (root.kind === "scalar") {
    report(
      "wrong-type",
      root.offset,
      msg`A roster is a list of accounts, or a mapping with resources, but this is ${describe(root)}.`,
    );
  }
  return UNREADABLE;
}

const KEY_NAMES = new Set(ROSTER_KEYS);

function readBody(document: RosterDocument, root: MapNode, now: Date, report: ReportAt): Content {
  if (isSingleAccount(root)) {
    report(
      "wrong-type",
      root.offset,
      msg`This is a single account. A roster is a list of them: put "- " before it, or brackets around it in JSON.`,
    );
    return UNREADABLE;
  }
  const members = new Map(
    [...root.members].filter(([key]) => key !== "$schema" && !key.startsWith("x-")),
  );
  const keys = readKeys({ ...root, members }, KEY_NAMES, "key", report);
  const resources = keys.get("resources");
  if (resources === undefined && !root.damaged) {
    report(
      "missing-field",
      root.offset,
      msg`resources is missing: the list of the accounts. Write resources: [] for none.`,
    );
  }
  const defaults = readDefaultsOf(root, keys.get("defaults")?.node, report);
  const read = createAccountReader(document, defaults, now, report);
  return {
    resourceId: readResourceId(keys.get("resourceId")?.node, report),
    ...readResources(resources?.node, read, report),
    forget: readForget(document, keys.get("forget")?.node, report),
  };
}

/** Whether someone wrote one account where a list of them belongs. */
function isSingleAccount({ members }: MapNode): boolean {
  return !members.has("resources") && FIELDS.some((field) => members.has(field));
}

function readDefaultsOf(root: MapNode, node: Node | undefined, report: ReportAt): Defaults {
  if (node !== undefined) return readDefaults(node, report);
  return root.damaged ? UNKNOWN_DEFAULTS : NO_DEFAULTS;
}

const RESOURCE_ID_RULE: TextRule = {
  field: undefined,
  name: "resourceId",
  flawOf: (value): Flaw | undefined => {
    if (RESOURCE_ID.test(value)) return undefined;
    return (
      flawOfText("resourceId", value) ?? {
        code: "bad-resource-id",
        problem: msg`resourceId has a space in it: ${quoteValue(value)}.`,
        advice: msg`Copy the Resource ID from Vanta's Developer Console, without spaces.`,
      }
    );
  },
  examples: [],
};

function readResourceId(node: Node | undefined, report: ReportAt): Source["resourceId"] {
  if (node === undefined) return NONE;
  return readLeaf(RESOURCE_ID_RULE, node, textsAsWritten(report)) ?? UNKNOWN;
}

type Accounts = Pick<Content, "accounts" | "itemOffsets" | "isComplete">;

const NO_ACCOUNTS: Accounts = { accounts: [], itemOffsets: [], isComplete: false };

function readResources(node: Node | undefined, read: AccountReader, report: ReportAt): Accounts {
  if (node === undefined) return NO_ACCOUNTS;
  if (node.kind === "list") return readAccounts(node, read, report);
  if (node.kind !== "broken") {
    report(
      "wrong-type",
      node.offset,
      msg`resources must be a list of accounts, but is ${describe(node)}. Write [] for none.`,
    );
  }
  return NO_ACCOUNTS;
}

function readAccounts({ items }: ListNode, read: AccountReader, report: ReportAt): Accounts {
  const accounts: ReadAccount[] = [];
  const itemOffsets: number[] = [];
  for (const item of items) {
    itemOffsets.push(item.offset);
    const account = read(item);
    if (account !== undefined) accounts.push(account);
  }
  reportMissing(accounts, report);
  return { accounts, itemOffsets, isComplete: accounts.length === itemOffsets.length };
}

const FORGET_RULE: TextRule = {
  field: "uniqueId",
  name: "An entry of forget",
  flawOf: (value) => flawOfIdentifier("An entry of forget", value, "uniqueId"),
  examples: [],
};

function readForget(
  document: RosterDocument,
  node: Node | undefined,
  report: ReportAt,
): Source["forget"] {
  if (node === undefined || node.kind === "broken") return [];
  if (node.kind === "list") {
    const reading = textsAsWritten(report);
    return [...node.items].flatMap((item) => {
      const uniqueId = readLeaf(FORGET_RULE, item.node, reading);
      return uniqueId === undefined
        ? []
        : [{ uniqueId, location: document.locationAt(item.offset) }];
    });
  }
  if (node.kind === "map" || node.value !== null) {
    report(
      "wrong-type",
      node.offset,
      msg`forget must be a list of uniqueIds, but is ${describe(node)}. Write [] for none.`,
    );
  }
  return [];
}
