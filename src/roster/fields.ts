// One field of an account: from a node to its value, or to the reasons why it has none.
import {
  AUTH_METHODS,
  type Field,
  MFA_METHODS,
  OPTIONAL_FIELDS,
  PERMISSION_LEVELS,
  STATUSES,
} from "../model/account.js";
import { type Message, msg } from "../model/message.js";
import {
  type Flaw,
  flawOfEmail,
  flawOfText,
  flawOfTimestamp,
  flawOfUrl,
  PROPERTY_NAME,
} from "./formats.js";
import { meantValue } from "./synonyms.js";
import type { Node, ReportAt } from "./syntax/node.js";
import { quoteValue } from "./syntax/quotes.js";

/** A place where text stands, and what text may stand there. */
export interface TextSlot {
  /** Undefined where it is no field of an account. */
  readonly field: Field | undefined;
  /** How a message names it. */
  readonly name: string;
  readonly flawOf: (value: string) => Flaw | undefined;
  /** Examples of what may stand there, besides any words. */
  readonly examples: readonly string[];
}

/** A value of a field; `Leaf` is what text became. null: there is none. */
export type FieldValue<Leaf> =
  | Leaf
  | boolean
  | number
  | null
  | readonly Leaf[]
  | ReadonlyMap<string, Leaf | boolean | number>;

/** Makes of a text what is to be kept; undefined where it is wrong, which is reported. */
export type ReadText<Leaf> = (slot: TextSlot, value: string, offset: number) => Leaf | undefined;

type Kind = "text" | "truth" | "list" | "properties";

interface Shape {
  readonly kind: Kind;
  readonly slot: TextSlot;
}

const OPTIONAL: ReadonlySet<string> = new Set(OPTIONAL_FIELDS);

function words(field: Field): TextSlot {
  return { field, name: field, flawOf: (value) => flawOfText(field, value, field), examples: [] };
}

function timestamp(field: Field): Shape {
  const slot = {
    field,
    name: field,
    flawOf: (value: string) => flawOfTimestamp(field, value),
    examples: ["2024-03-01T09:00:00Z"],
  };
  return { kind: "text", slot };
}

function choice(field: Field, name: string, values: readonly string[]): TextSlot {
  const flawOf = (value: string): Flaw | undefined => {
    if (values.includes(value)) return undefined;
    const near = meantValue(field, value, values);
    const advice = near === undefined ? "" : ` Did you mean ${near}?`;
    return {
      code: "unknown-value",
      message: msg`${name} cannot be ${quoteValue(value)}.${advice} Allowed: ${values.join(", ")}.`,
    };
  };
  return { field, name, flawOf, examples: values };
}

const SHAPES: Readonly<Record<Field, Shape>> = {
  displayName: { kind: "text", slot: words("displayName") },
  uniqueId: { kind: "text", slot: words("uniqueId") },
  externalUrl: {
    kind: "text",
    slot: {
      field: "externalUrl",
      name: "externalUrl",
      flawOf: (value) => flawOfUrl("externalUrl", value, "externalUrl"),
      examples: ["https://example.com/"],
    },
  },
  fullName: { kind: "text", slot: words("fullName") },
  accountName: { kind: "text", slot: words("accountName") },
  email: {
    kind: "text",
    slot: {
      field: "email",
      name: "email",
      flawOf: (value) => flawOfEmail("email", value, "email"),
      examples: ["a@example.com"],
    },
  },
  permissionLevel: {
    kind: "text",
    slot: choice("permissionLevel", "permissionLevel", PERMISSION_LEVELS),
  },
  createdTimestamp: timestamp("createdTimestamp"),
  status: { kind: "text", slot: choice("status", "status", STATUSES) },
  mfaEnabled: { kind: "truth", slot: words("mfaEnabled") },
  mfaMethods: { kind: "list", slot: choice("mfaMethods", "An entry of mfaMethods", MFA_METHODS) },
  authMethod: { kind: "text", slot: choice("authMethod", "authMethod", AUTH_METHODS) },
  roleDescription: { kind: "text", slot: words("roleDescription") },
  updatedTimestamp: timestamp("updatedTimestamp"),
  deactivatedTimestamp: timestamp("deactivatedTimestamp"),
  lastLoginTimestamp: timestamp("lastLoginTimestamp"),
  lastPasswordResetTimestamp: timestamp("lastPasswordResetTimestamp"),
  groupIds: {
    kind: "list",
    slot: {
      ...words("groupIds"),
      name: "An entry of groupIds",
      flawOf: (value) => flawOfText("An entry of groupIds", value, "groupIds"),
    },
  },
  customProperties: {
    kind: "properties",
    slot: {
      ...words("customProperties"),
      name: "A custom property",
      flawOf: (value) => flawOfText("A custom property", value, "customProperties"),
    },
  },
};

/** Reads the value of a field. Undefined where it is wrong, which is reported at its own place. */
export function readField<Leaf>(
  field: Field,
  node: Node,
  readText: ReadText<Leaf>,
  report: ReportAt,
): FieldValue<Leaf> | undefined {
  const { kind, slot } = SHAPES[field];
  if (node.kind === "broken") return undefined;
  if (node.kind === "scalar" && node.value === null) {
    if (OPTIONAL.has(field)) return null;
    report(
      "null-value",
      node.offset,
      msg`${field} has no value, and every account needs it. Write one.`,
    );
    return undefined;
  }
  if (kind === "truth") return readTruth(field, node, report);
  if (kind === "list") return readList(field, slot, node, readText, report);
  if (kind === "properties") return readProperties(slot, node, readText, report);
  return readLeaf(slot, node, readText, report);
}

/** Reads text that stands alone: an entry of a list, say. */
export function readLeaf<Leaf>(
  slot: TextSlot,
  node: Node,
  readText: ReadText<Leaf>,
  report: ReportAt,
): Leaf | undefined {
  if (node.kind === "broken") return undefined;
  if (node.kind === "scalar" && typeof node.value === "string")
    return readText(slot, node.value, node.offset);
  const advice = isBare(node)
    ? 'Put it in quotes: write " before and after it.'
    : "Write a single text.";
  report(
    "wrong-type",
    node.offset,
    msg`${slot.name} must be text, and this is ${describe(node, slot.field)}. ${advice}`,
  );
  return undefined;
}

/** Whether this is a number or a truth value that was most likely meant as text. */
function isBare(node: Node): boolean {
  return node.kind === "scalar" && node.value !== null;
}

/** What a node is, in words; `field` is the one whose value it is, if any. */
export function describe(node: Node, field?: Field): Message {
  if (node.kind === "list") return msg`a list`;
  if (node.kind !== "scalar") return msg`a map`;
  if (node.value === null) return msg`empty (null)`;
  if (typeof node.value === "boolean") return msg`${String(node.value)}`;
  const kind = typeof node.value === "number" ? "number" : "text";
  return msg`the ${kind} ${quoteValue(node.source ?? String(node.value), field)}`;
}

function readTruth(field: Field, node: Node, report: ReportAt): boolean | undefined {
  if (node.kind === "scalar" && typeof node.value === "boolean") return node.value;
  report(
    "wrong-type",
    node.offset,
    msg`${field} must be true or false, and this is ${describe(node, field)}. ${truthAdvice(node)}`,
  );
  return undefined;
}

function truthAdvice(node: Node): string {
  const word = node.kind === "scalar" ? String(node.value).toLowerCase() : "";
  if (word === "true" || word === "false")
    return `Write ${word} in small letters and without quotes.`;
  if (["yes", "y", "on", "1", "enabled"].includes(word)) return "Write true.";
  if (["no", "n", "off", "0", "disabled"].includes(word)) return "Write false.";
  return "Write one of the two, without quotes.";
}

function readList<Leaf>(
  field: Field,
  slot: TextSlot,
  node: Node,
  readText: ReadText<Leaf>,
  report: ReportAt,
): readonly Leaf[] | undefined {
  if (node.kind !== "list") {
    const advice =
      node.kind === "scalar" && typeof node.value === "string"
        ? msg`Put it in brackets: [${quoteValue(node.value, field)}].`
        : msg`Write a list in brackets, or [] for none.`;
    report(
      "wrong-type",
      node.offset,
      msg`${field} must be a list, and this is ${describe(node, field)}. ${advice}`,
    );
    return undefined;
  }
  const values = node.items.map((item) => readLeaf(slot, item.node, readText, report));
  const whole = values.filter((value) => value !== undefined);
  return whole.length === values.length && !node.damaged ? whole : undefined;
}

function readProperties<Leaf>(
  slot: TextSlot,
  node: Node,
  readText: ReadText<Leaf>,
  report: ReportAt,
): ReadonlyMap<string, Leaf | boolean | number> | undefined {
  if (node.kind !== "map") {
    report(
      "wrong-type",
      node.offset,
      msg`customProperties must be a map of names to values, and this is ${describe(node, slot.field)}.`,
    );
    return undefined;
  }
  const values = new Map<string, Leaf | boolean | number>();
  for (const [name, { keyOffset, node: value }] of node.members) {
    const read = readProperty(slot, value, readText, report);
    if (!PROPERTY_NAME.test(name)) {
      const message = msg`A custom property cannot be named ${quoteValue(name, slot.field)}: the name is empty, has space around it or a control character in it, or is __proto__.`;
      report("bad-property-name", keyOffset, message);
    } else if (read !== undefined) values.set(name, read);
  }
  return values.size === node.members.size && !node.damaged ? values : undefined;
}

function readProperty<Leaf>(
  slot: TextSlot,
  node: Node,
  readText: ReadText<Leaf>,
  report: ReportAt,
): Leaf | boolean | number | undefined {
  if (node.kind === "broken") return undefined;
  if (node.kind !== "scalar" || node.value === null) {
    report(
      "wrong-type",
      node.offset,
      msg`A custom property must be true, false, a whole number or text, and this is ${describe(node, slot.field)}.`,
    );
    return undefined;
  }
  if (typeof node.value === "string") return readText(slot, node.value, node.offset);
  if (typeof node.value === "boolean" || isInteger32(node.value)) return node.value;
  const advice = msg`Write a whole number from -2147483648 to 2147483647, or put it in quotes.`;
  report(
    "bad-integer",
    node.offset,
    msg`A custom property cannot be the number ${quoteValue(node.source ?? "", slot.field)}. ${advice}`,
  );
  return undefined;
}

function isInteger32(value: number): boolean {
  return (value | 0) === value;
}
