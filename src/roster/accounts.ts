// Reads one account: its own fields, the defaults for the others, templates filled in. Or every
// reason why it is not valid.
import {
  FIELDS,
  type Field,
  isRequired,
  REQUIRED_FIELDS,
  type TextField,
  type UserAccount,
} from "../model/account.js";
import { type Message, msg } from "../model/message.js";
import { type Default, type Defaults, encodeFor, flawOfMade, type Pending } from "./defaults.js";
import {
  describe,
  type FieldState,
  type FieldValue,
  NONE,
  readField,
  reportFlaw,
  textsAsWritten,
  UNKNOWN,
} from "./fields.js";
import { readKeys } from "./keys.js";
import { lintAccount } from "./lint.js";
import type { Item, MapNode, ReportAt } from "./syntax/node.js";
import { expand, MADE_LIMIT, referencesIn } from "./template.js";

/** What is known of one field of an account. */
interface Slot {
  readonly state: FieldState<string>;
  readonly offset: number;
  /** Whether the account has it itself, rather than from the defaults. */
  readonly own: boolean;
}

/** An account as far as it could be read. */
export interface ReadAccount {
  /** Where it is in its list, also if it is an alias. */
  readonly offset: number;
  readonly uniqueId: { readonly value: string; readonly offset: number } | undefined;
  readonly fullName: string | undefined;
  /** The complete account; undefined where anything is wrong with it. */
  readonly account: UserAccount | undefined;
  /** Required fields that are neither in it nor in the defaults; unknown where a part is lost. */
  readonly missing: readonly Field[] | undefined;
}

/** Reads one account, and reports all that is wrong with it. Undefined if it is not a mapping. */
export type AccountReader = (item: Item) => ReadAccount | undefined;

/** Makes the reader for the accounts of a file. Timestamps after `now` are in the future. */
export function createAccountReader(
  defaults: Defaults,
  now: Date,
  report: ReportAt,
): AccountReader {
  return ({ node, offset }) => {
    if (node.kind === "broken") return undefined;
    if (node.kind === "map") return readAccount(node, offset, { defaults, now, report });
    report(
      "wrong-type",
      node.offset,
      msg`An account must be a mapping of fields to values, but is ${describe(node)}.`,
    );
    return undefined;
  };
}

interface Context {
  readonly defaults: Defaults;
  readonly now: Date;
  readonly report: ReportAt;
}

function readAccount(node: MapNode, offset: number, context: Context): ReadAccount {
  const { defaults, now, report } = context;
  // What is not there may be in the part that could not be read.
  const absent = node.damaged || !defaults.isWhole ? UNKNOWN : NONE;
  const slots = readOwnFields(node, report);
  new DefaultFiller(slots, defaults, absent, node.offset, report).fillAll();
  const stateOf = (field: Field) =>
    slots.get(field)?.state ?? (isRequired(field) ? UNKNOWN : absent);
  for (const { code, message, fields } of lintAccount(stateOf, now)) {
    report(code, warningOffset(slots, fields) ?? offset, message, fields.join());
  }
  const uniqueId = slots.get("uniqueId");
  const value = textOf(uniqueId);
  return {
    offset,
    uniqueId: uniqueId && value !== undefined ? { value, offset: uniqueId.offset } : undefined,
    fullName: textOf(slots.get("fullName")),
    account: node.damaged ? undefined : assemble(slots),
    missing: absent === NONE ? missingIn(slots, defaults) : undefined,
  };
}

function textOf(slot: Slot | undefined): string | undefined {
  if (slot?.state.state !== "value") return undefined;
  return typeof slot.state.value === "string" ? slot.state.value : undefined;
}

/** A contradiction is where the account itself has one side of it; else where the defaults have. */
function warningOffset(
  slots: ReadonlyMap<Field, Slot>,
  fields: readonly Field[],
): number | undefined {
  const known = fields.map((field) => slots.get(field)).filter((slot) => slot !== undefined);
  return (known.find(({ own }) => own) ?? known[0])?.offset;
}

function readOwnFields(node: MapNode, report: ReportAt): Map<Field, Slot> {
  const reading = textsAsWritten(report);
  const slots = new Map<Field, Slot>();
  for (const [field, member] of readKeys(node, FIELDS, "field", report)) {
    const state = readField(field, member.node, reading);
    slots.set(field, { state, offset: member.node.offset, own: true });
  }
  return slots;
}

function missingIn(slots: ReadonlyMap<Field, Slot>, { byField }: Defaults): readonly Field[] {
  return REQUIRED_FIELDS.filter((field) => !slots.has(field) && !byField.has(field));
}

/** What an entry of a list or map counts, in UTF-16 units: what it takes to write and check it. */
const ENTRY_SIZE = 10;

/** Fills in from the defaults what an account leaves out. Templates may name filled-in fields. */
class DefaultFiller {
  readonly #slots: Map<Field, Slot>;
  readonly #defaults: Defaults;
  /** The state of a field that is nowhere. */
  readonly #absent: FieldState<string>;
  /** Of the account. */
  readonly #offset: number;
  readonly #report: ReportAt;

  constructor(
    slots: Map<Field, Slot>,
    defaults: Defaults,
    absent: FieldState<string>,
    offset: number,
    report: ReportAt,
  ) {
    this.#slots = slots;
    this.#defaults = defaults;
    this.#absent = absent;
    this.#offset = offset;
    this.#report = report;
  }

  fillAll(): void {
    for (const field of this.#defaults.byField.keys()) this.#resolve(field);
  }

  #resolve(field: Field): FieldState<string> {
    const known = this.#slots.get(field);
    if (known !== undefined) return known.state;
    const preset = this.#defaults.byField.get(field);
    if (preset === undefined) return isRequired(field) ? UNKNOWN : this.#absent;
    const state = this.#fill(preset);
    this.#slots.set(field, { state, offset: preset.offset, own: false });
    return state;
  }

  #fill({ state: preset, offset }: Default): FieldState<string> {
    if (preset.state !== "value") return preset;
    const value = this.#fillValue(preset.value, offset);
    return value === undefined ? UNKNOWN : { state: "value", value };
  }

  /** `at`: where the default is. */
  #fillValue(value: FieldValue<string | Pending>, at: number): FieldValue<string> | undefined {
    if (typeof value !== "object") return value;
    if ("template" in value) return this.#make(value, at);
    if ("size" in value) return this.#fillMap(value, at);
    this.#defaults.spend(value.length * ENTRY_SIZE);
    const filled = value
      .map((one) => (typeof one === "string" ? one : this.#make(one, at)))
      .filter((one) => one !== undefined);
    return filled.length === value.length ? filled : undefined;
  }

  #fillMap(
    value: ReadonlyMap<string, string | Pending | boolean | number>,
    at: number,
  ): ReadonlyMap<string, string | boolean | number> | undefined {
    this.#defaults.spend(value.size * ENTRY_SIZE);
    const filled = new Map<string, string | boolean | number>();
    for (const [name, one] of value) {
      const made = typeof one === "object" ? this.#make(one, at) : one;
      if (made !== undefined) filled.set(name, made);
    }
    return filled.size === value.size ? filled : undefined;
  }

  #make({ template, rule }: Pending, at: number): string | undefined {
    const values = new Map(referencesIn(template).map((field) => [field, this.#resolve(field)]));
    for (const [field, { state }] of values) {
      if (state !== "none") continue;
      this.#report(
        "template-unset",
        this.#offset,
        unset(rule.name, field),
        `${rule.name} ${field}`,
      );
    }
    const made = expand(template, (field) => {
      const state = values.get(field);
      const text = state?.state === "value" ? state.value : undefined;
      return typeof text === "string" ? encodeFor(rule, text) : undefined;
    });
    if (made === undefined) return undefined;
    this.#defaults.spend(made.length);
    const flaw = flawOfMade(rule, made);
    if (flaw === undefined) return made;
    if (made.length > MADE_LIMIT) reportFlaw(flaw, at, this.#report);
    else {
      const message = msg`${flaw.problem} It comes from the defaults of this file and the fields of this account. ${flaw.advice}`;
      this.#report(flaw.code, this.#offset, message, rule.name);
    }
    return undefined;
  }
}

function unset(name: string, field: TextField): Message {
  return msg`The default of ${name} names {${field}}, which this account does not have. Set ${field} here, or the field itself.`;
}

/** The account, if every field is right. */
function assemble(slots: ReadonlyMap<Field, Slot>): UserAccount | undefined {
  const account: Record<string, unknown> = {};
  for (const [field, { state }] of slots) {
    if (state.state === "unknown") return undefined;
    if (state.state === "value") account[field] = toPlainValue(state.value);
  }
  return isWhole(account) ? account : undefined;
}

/** Each value has been read by the rule of its field, so an account is valid if none is missing. */
function isWhole(account: Readonly<Record<string, unknown>>): account is UserAccount {
  return REQUIRED_FIELDS.every((field) => field in account);
}

function toPlainValue(value: FieldValue<string>): unknown {
  return typeof value === "object" && "size" in value ? Object.fromEntries(value) : value;
}
