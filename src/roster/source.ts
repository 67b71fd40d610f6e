// One document → what it says: a resource ID, accounts, and whom to forget.
import { FIELDS } from "../model/account.js";
import { msg } from "../model/message.js";
import type { SourceLocation } from "../model/problem.js";
import { type ReadAccount, readAccount } from "./accounts.js";
import { type Defaults, NO_DEFAULTS, readDefaults, UNKNOWN_DEFAULTS } from "./defaults.js";
import { describe, readLeaf, type TextRule, textsAsWritten } from "./fields.js";
import { type Flaw, flawOfText, RESOURCE_ID } from "./formats.js";
import { readKeys } from "./keys.js";
import type { RosterDocument } from "./syntax/document.js";
import { type ListNode, type MapNode, type Node, Refusal, type ReportAt } from "./syntax/node.js";
import { quoteValue, ROSTER_KEYS } from "./syntax/quotes.js";

/** A `uniqueId` to be forgotten, and where that is said. */
export interface Forgotten {
  readonly uniqueId: string;
  readonly location: SourceLocation;
}

/** What one file says, as far as it is right. */
export interface Source {
  readonly document: RosterDocument;
  /** null: the file names none. Undefined: what it names is wrong, which is reported. */
  readonly resourceId: string | null | undefined;
  readonly accounts: readonly ReadAccount[];
  /** Whether every account of the file is among `accounts`. */
  readonly isComplete: boolean;
  readonly forget: readonly Forgotten[];
}

/** Reads what a document says, and reports all that is wrong in it. */
export function readSource(document: RosterDocument): Source {
  const told = new Set<string>();
  const report: ReportAt = (code, offset, message, about = "") => {
    const mistake = `${code} ${offset} ${about}`;
    if (told.has(mistake)) return;
    told.add(mistake);
    document.report(code, offset, message);
  };
  try {
    return readRoot(document, report);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    report(error.code, error.offset, error.explanation);
    return { document, resourceId: undefined, accounts: [], isComplete: false, forget: [] };
  }
}

function readRoot(document: RosterDocument, report: ReportAt): Source {
  const { root } = document;
  if (root.kind === "map") return readBody(document, root, report);
  if (root.kind === "list")
    return { document, resourceId: null, ...readAccounts(root, NO_DEFAULTS, report), forget: [] };
  if (root.kind === "scalar") {
    report(
      "wrong-type",
      root.offset,
      msg`A roster is a list of accounts, or a map with resources, and this is ${describe(root)}.`,
    );
  }
  return { document, resourceId: undefined, accounts: [], isComplete: false, forget: [] };
}

function readBody(document: RosterDocument, root: MapNode, report: ReportAt): Source {
  if (isSingleAccount(root)) {
    report(
      "wrong-type",
      root.offset,
      msg`This is a single account. A roster is a list of them: put "- " before it, or brackets around it in JSON.`,
    );
    return { document, resourceId: undefined, accounts: [], isComplete: false, forget: [] };
  }
  const members = new Map(
    [...root.members].filter(([key]) => key !== "$schema" && !key.startsWith("x-")),
  );
  const keys = readKeys({ ...root, members }, ROSTER_KEYS, "key of a roster", report);
  const resourceId = keys.get("resourceId");
  const defaults = keys.get("defaults");
  const forget = keys.get("forget");
  const resources = keys.get("resources");
  if (resources === undefined && !root.damaged) {
    report(
      "missing-field",
      root.offset,
      msg`resources is missing: the list of the accounts. A roster without any is written resources: [].`,
    );
  }
  const absent = root.damaged ? UNKNOWN_DEFAULTS : NO_DEFAULTS;
  const presets = defaults === undefined ? absent : readDefaults(defaults.node, report);
  return {
    document,
    resourceId:
      resourceId === undefined
        ? null
        : readLeaf(RESOURCE_ID_RULE, resourceId.node, textsAsWritten(report)),
    ...(resources === undefined ? NO_ACCOUNTS : readResources(resources.node, presets, report)),
    forget: forget === undefined ? [] : readForget(document, forget.node, report),
  };
}

/** Whether somebody wrote one account where a list of them belongs. */
function isSingleAccount({ members }: MapNode): boolean {
  return !members.has("resources") && FIELDS.some((field) => members.has(field));
}

const RESOURCE_ID_RULE: TextRule = {
  field: undefined,
  name: "resourceId",
  flawOf: (value): Flaw | undefined => {
    if (RESOURCE_ID.test(value)) return undefined;
    const advice = "Copy the Resource ID from Vanta's Developer Console, without spaces.";
    return (
      flawOfText("resourceId", value) ?? {
        code: "bad-resource-id",
        message: msg`resourceId has a space in it: ${quoteValue(value)}. ${advice}`,
      }
    );
  },
  examples: [],
};

const FORGET_RULE: TextRule = {
  field: "uniqueId",
  name: "An entry of forget",
  flawOf: (value) => flawOfText("An entry of forget", value, "uniqueId"),
  examples: [],
};

type Accounts = Pick<Source, "accounts" | "isComplete">;

const NO_ACCOUNTS: Accounts = { accounts: [], isComplete: false };

function readResources(node: Node, defaults: Defaults, report: ReportAt): Accounts {
  if (node.kind === "list") return readAccounts(node, defaults, report);
  if (node.kind !== "broken") {
    report(
      "wrong-type",
      node.offset,
      msg`resources must be a list of accounts, and this is ${describe(node)}. Write [] for none.`,
    );
  }
  return NO_ACCOUNTS;
}

function readAccounts(
  { items, damaged }: ListNode,
  defaults: Defaults,
  report: ReportAt,
): Accounts {
  const accounts = items
    .map((item) => readAccount(item, defaults, report))
    .filter((account) => account !== undefined);
  return { accounts, isComplete: accounts.length === items.length && !damaged };
}

function readForget(document: RosterDocument, node: Node, report: ReportAt): readonly Forgotten[] {
  if (node.kind === "list") {
    return node.items.flatMap(({ node: entry, offset }) => {
      const uniqueId = readLeaf(FORGET_RULE, entry, textsAsWritten(report));
      return uniqueId === undefined ? [] : [{ uniqueId, location: document.locationAt(offset) }];
    });
  }
  const isEmpty = node.kind === "scalar" && node.value === null;
  if (node.kind !== "broken" && !isEmpty) {
    report(
      "wrong-type",
      node.offset,
      msg`forget must be a list of uniqueIds, and this is ${describe(node)}. Write [] for none.`,
    );
  }
  return [];
}
