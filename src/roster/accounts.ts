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
  isValue,
  NONE,
  type Reading,
  readField,
  reportFlaw,
  textsAsWritten,
  toPlainValue,
  UNKNOWN,
} from "./fields.js";
import { FIELD_NAMES, readKeys } from "./keys.js";
import { lintAccount } from "./lint.js";
import { ReadAccount } from "./read-account.js";
import type { RosterDocument } from "./syntax/document.js";
import type { Item, MapNode, Members, ReportAt } from "./syntax/node.js";
import { expand, MADE_LIMIT, referencesIn } from "./template.js";

const NUMBERS: ReadonlyMap<Field, number> = new Map(FIELDS.map((field, index) => [field, index]));

const NOTHING_KNOWN = FIELDS.map((): FieldState<string> | undefined => undefined);

/** What is known of the fields of an account. An array is smaller than a Map, and there are many. */
class FieldStates {
  readonly #states = NOTHING_KNOWN.slice();

  /** Undefined where neither the account nor the defaults have the field. */
  get(field: Field): FieldState<string> | undefined {
    return this.#states[NUMBERS.get(field) ?? -1];
  }

  has(field: Field): boolean {
    return this.get(field) !== undefined;
  }

  set(field: Field, state: FieldState<string>): void {
    this.#states[NUMBERS.get(field) ?? -1] = state;
  }

  /** The account, if every field is right. Its fields are in the order of the table. */
  assemble(): UserAccount | undefined {
    const account: Record<string, unknown> = {};
    let index = 0;
    for (const field of FIELDS) {
      const state = this.#states[index];
      index += 1;
      if (state === undefined || state === NONE) continue;
      if (state === UNKNOWN) return undefined;
      account[field] = toPlainValue(state);
    }
    return isWhole(account) ? account : undefined;
  }
}

/** Reads one account, and reports all that is wrong with it. Undefined if it is not a mapping. */
export type AccountReader = (item: Item) => ReadAccount | undefined;

/** Makes the reader for the accounts of a file. Timestamps after `now` are in the future. */
export function createAccountReader(
  { locationAt }: RosterDocument,
  defaults: Defaults,
  now: Date,
  report: ReportAt,
): AccountReader {
  const context = { defaults, now, reading: textsAsWritten(report), locationAt };
  return ({ node, offset }) => {
    if (node.kind === "broken") return undefined;
    if (node.kind === "map") return readAccount(node, offset, context);
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
  readonly reading: Reading<string>;
  readonly locationAt: RosterDocument["locationAt"];
}

function readAccount(node: MapNode, offset: number, context: Context): ReadAccount {
  const { defaults, now, reading, locationAt } = context;
  const { report } = reading;
  const own = readKeys(node, FIELD_NAMES, "field", report);
  const states = new FieldStates();
  own.forEach((member, field) => {
    states.set(field, readField(field, member.node, reading));
  });
  // What is not there may be in the part that could not be read.
  const absent = node.damaged || !defaults.isWhole ? UNKNOWN : NONE;
  const missing = absent === NONE ? missingIn(states, defaults) : undefined;
  if (defaults.byField.size > 0) {
    new DefaultFiller(states, defaults, absent, node.offset, report).fillAll();
  }
  const stateOf = (field: Field) => states.get(field) ?? (isRequired(field) ? UNKNOWN : absent);
  lintAccount(stateOf, now, (code, message, fields) => {
    report(code, warningOffset(own, defaults, fields) ?? offset, message, fields.join());
  });
  const uniqueId = textOf(states.get("uniqueId"));
  const parts = {
    offset,
    uniqueId,
    // It has no default, so it is the account's own.
    idOffset: uniqueId === undefined ? undefined : own.get("uniqueId")?.node.offset,
    fullName: textOf(states.get("fullName")),
    account: node.damaged ? undefined : states.assemble(),
    missing,
  };
  return new ReadAccount(parts, locationAt);
}

function textOf(state: FieldState<string> | undefined): string | undefined {
  return typeof state === "string" ? state : undefined;
}

/** A contradiction is where the account itself has one side of it; else where the defaults have. */
function warningOffset(
  own: Members<Field>,
  { byField }: Defaults,
  fields: readonly Field[],
): number | undefined {
  const field = fields.find((one) => own.has(one));
  if (field !== undefined) return own.get(field)?.node.offset;
  return fields.map((one) => byField.get(one)?.offset).find((at) => at !== undefined);
}

const NOTHING_MISSING: readonly Field[] = [];

function missingIn(states: FieldStates, { byField }: Defaults): readonly Field[] {
  const isMissing = (field: Field) => !states.has(field) && !byField.has(field);
  return REQUIRED_FIELDS.some(isMissing) ? REQUIRED_FIELDS.filter(isMissing) : NOTHING_MISSING;
}

/** What an entry of a list or map counts, in UTF-16 units: what it takes to write and check it. */
const ENTRY_SIZE = 10;

/** Fills in from the defaults what an account leaves out. Templates may name filled-in fields. */
class DefaultFiller {
  readonly #states: FieldStates;
  readonly #defaults: Defaults;
  /** The state of a field that is nowhere. */
  readonly #absent: FieldState<string>;
  /** Of the account. */
  readonly #offset: number;
  readonly #report: ReportAt;

  constructor(
    states: FieldStates,
    defaults: Defaults,
    absent: FieldState<string>,
    offset: number,
    report: ReportAt,
  ) {
    this.#states = states;
    this.#defaults = defaults;
    this.#absent = absent;
    this.#offset = offset;
    this.#report = report;
  }

  fillAll(): void {
    for (const field of this.#defaults.byField.keys()) this.#resolve(field);
  }

  #resolve(field: Field): FieldState<string> {
    const known = this.#states.get(field);
    if (known !== undefined) return known;
    const preset = this.#defaults.byField.get(field);
    if (preset === undefined) return isRequired(field) ? UNKNOWN : this.#absent;
    const state = this.#fill(preset);
    this.#states.set(field, state);
    return state;
  }

  #fill({ state: preset, offset }: Default): FieldState<string> {
    return isValue(preset) ? (this.#fillValue(preset, offset) ?? UNKNOWN) : preset;
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
    for (const [field, state] of values) {
      if (state !== NONE) continue;
      this.#report(
        "template-unset",
        this.#offset,
        unset(rule.name, field),
        `${rule.name} ${field}`,
      );
    }
    const made = expand(template, (field) => {
      const text = values.get(field);
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

/** Each value has been read by the rule of its field, so an account is valid if none is missing. */
function isWhole(account: Readonly<Record<string, unknown>>): account is UserAccount {
  return REQUIRED_FIELDS.every((field) => field in account);
}
