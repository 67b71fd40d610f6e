// One account: its own fields, the defaults for the others, templates made whole. Or every reason why it is none.
import { FIELDS, type Field, REQUIRED_FIELDS, type UserAccount } from "../model/account.js";
import { type Message, msg } from "../model/message.js";
import { type Default, type Defaults, encodeFor, flawOfMade, type Pending } from "./defaults.js";
import { describe, type FieldValue, type ReadText, readField } from "./fields.js";
import { readKeys } from "./keys.js";
import { accountSchema } from "./schema.js";
import type { Item, ReportAt } from "./syntax/node.js";
import { expand, MADE_LIMIT, referencesIn, type TextField } from "./template.js";

/** What is known of one field of an account. */
interface Slot {
  /** Undefined where it is wrong, which is reported; null where there is none. */
  readonly value: FieldValue<string> | undefined;
  readonly offset: number;
  /** Whether the account says it itself, rather than the defaults. */
  readonly own: boolean;
}

/** An account as far as it could be read. */
export interface ReadAccount {
  /** Where it stands in its list, also if it is an alias. */
  readonly offset: number;
  readonly uniqueId?: string;
  /** Offset of the value of a field; undefined where there is none. */
  readonly offsetOf: (field: Field) => number | undefined;
  /** What the account has in a field, also by default. null: nothing; undefined: that is not known, or it is wrong. */
  readonly valueIn: (field: Field) => FieldValue<string> | undefined;
  /** Whether the account itself says this field. */
  readonly says: (field: Field) => boolean;
  /** The whole account; absent where anything is wrong with it. */
  readonly account?: UserAccount;
}

const REQUIRED: ReadonlySet<string> = new Set(REQUIRED_FIELDS);

/** Reads one account and reports all that is wrong with it. Undefined where it is not even a map. */
export function readAccount(
  { node, offset }: Item,
  defaults: Defaults,
  report: ReportAt,
): ReadAccount | undefined {
  if (node.kind === "broken") return undefined;
  if (node.kind !== "map") {
    report(
      "wrong-type",
      node.offset,
      msg`An account must be a map of fields to values, and this is ${describe(node)}.`,
    );
    return undefined;
  }
  const slots = new Map<Field, Slot>();
  // What is not there may stand in the part that could not be read.
  const absent = node.damaged || !defaults.isWhole ? undefined : null;
  const members = readKeys(node, FIELDS, "field of an account", report);
  for (const field of FIELDS) {
    const member = members.get(field);
    if (member !== undefined) {
      slots.set(field, {
        value: readField(field, member.node, plainText(report), report),
        offset: member.node.offset,
        own: true,
      });
    } else if (!defaults.byField.has(field) && REQUIRED.has(field)) {
      slots.set(field, { value: undefined, offset: node.offset, own: false });
      if (absent === null) report("missing-field", node.offset, missing(field), field);
    }
  }
  fillIn(slots, { defaults, absent, offset: node.offset }, report);
  const uniqueId = slots.get("uniqueId")?.value;
  const account = node.damaged ? undefined : assemble(slots, node.offset, report);
  return {
    offset,
    offsetOf: (field) => slots.get(field)?.offset,
    valueIn: (field) => {
      const slot = slots.get(field);
      return slot === undefined ? absent : slot.value;
    },
    says: (field) => slots.get(field)?.own === true,
    ...(typeof uniqueId === "string" && { uniqueId }),
    ...(account !== undefined && { account }),
  };
}

function missing(field: Field): Message {
  const advice =
    field === "uniqueId" ? "" : ", or to defaults if it is the same for the whole file";
  return msg`${field} is missing. Add it to this account${advice}.`;
}

function plainText(report: ReportAt): ReadText<string> {
  return (slot, value, offset) => {
    const flaw = slot.flawOf(value);
    if (flaw === undefined) return value;
    report(flaw.code, offset, flaw.message);
    return undefined;
  };
}

/** What an account is filled in with; `absent` is the value of a field that is nowhere. */
interface Filling {
  readonly defaults: Defaults;
  readonly absent: null | undefined;
  /** Of the account. */
  readonly offset: number;
}

/** Fills in from the defaults what the account leaves out. Defaults may name fields that are themselves filled in. */
function fillIn(
  slots: Map<Field, Slot>,
  { defaults, absent, offset }: Filling,
  report: ReportAt,
): void {
  const { byField, spend } = defaults;
  for (const field of byField.keys()) resolve(field);

  function resolve(field: Field): FieldValue<string> | undefined {
    const known = slots.get(field);
    if (known !== undefined) return known.value;
    const preset = byField.get(field);
    if (preset === undefined) return absent;
    const value = fill(preset);
    slots.set(field, { value, offset: preset.offset, own: false });
    return value;
  }

  function fill({ value, offset: at }: Default): FieldValue<string> | undefined {
    if (value === undefined || value === null || typeof value !== "object") return value;
    const fillText = (pending: Pending) => make(pending, at);
    if ("template" in value) return fillText(value);
    if ("size" in value) {
      spend(value.size * ENTRY_SIZE);
      const filled = [...value].flatMap(([name, one]): [string, string | number | boolean][] => {
        const whole = typeof one === "object" ? fillText(one) : one;
        return whole === undefined ? [] : [[name, whole]];
      });
      return filled.length === value.size ? new Map(filled) : undefined;
    }
    spend(value.length * ENTRY_SIZE);
    const filled = value
      .map((one) => (typeof one === "string" ? one : fillText(one)))
      .filter((one) => one !== undefined);
    return filled.length === value.length ? filled : undefined;
  }

  /** `at`: where the default stands. */
  function make({ template, slot }: Pending, at: number): string | undefined {
    const values = new Map(referencesIn(template).map((field) => [field, resolve(field)]));
    for (const [field, value] of values)
      if (value === null)
        report("template-unset", offset, unset(slot.name, field), `${slot.name} ${field}`);
    const whole = expand(template, (field) => {
      const value = values.get(field);
      return typeof value === "string" ? encodeFor(slot, value) : undefined;
    });
    if (whole === undefined) return undefined;
    spend(whole.length);
    const flaw = flawOfMade(slot, whole);
    if (flaw === undefined) return whole;
    if (whole.length > MADE_LIMIT) report(flaw.code, at, flaw.message);
    else
      report(
        flaw.code,
        offset,
        msg`${flaw.message} It was made from the defaults of this file and this account.`,
        slot.name,
      );
    return undefined;
  }
}

/** What an entry of a list or map counts, in UTF-16 units: what it takes to write and check it. */
const ENTRY_SIZE = 10;

function unset(name: string, field: TextField): Message {
  return msg`The default of ${name} names {${field}}, which this account does not have. Set ${field} here, or the field itself.`;
}

/** The account, if every field is right. The schema has the last word. */
function assemble(
  slots: ReadonlyMap<Field, Slot>,
  offset: number,
  report: ReportAt,
): UserAccount | undefined {
  const values: [string, unknown][] = [];
  for (const [field, { value }] of slots) {
    if (value === undefined) return undefined;
    if (value !== null)
      values.push([
        field,
        typeof value === "object" && "size" in value ? Object.fromEntries(value) : value,
      ]);
  }
  const parsed = accountSchema.safeParse(Object.fromEntries(values));
  if (parsed.success) return parsed.data;
  report(
    "wrong-type",
    offset,
    msg`This account is not valid in ${parsed.error.issues.map(({ path }) => path.map(String).join(".")).join(", ")}.`,
  );
  return undefined;
}
