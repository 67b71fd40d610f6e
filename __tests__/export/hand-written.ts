// Rosters as people write them: every style of YAML and JSON, comments everywhere, anchors, merge
// keys, templates, any line end.
import fc from "fast-check";
import { FIELDS, type Field, type UserAccount } from "../../src/model/account.js";
import { anyRoster } from "../support/arbitraries.js";

/** A part of a text. */
export interface Segment {
  /**
   * Of the account that it is about, with the comment directly above it; undefined for what is
   * about none. "" for what belongs to the list: the line of its key, and commas.
   */
  readonly uniqueId: string | undefined;
  readonly text: string;
}

export interface HandWritten {
  readonly path: string;
  readonly text: string;
  readonly segments: readonly Segment[];
  /** Whether a segment may be a part of a line. */
  readonly hasParts: boolean;
}

/** A number below the limit. */
type Choose = (limit: number) => number;

/** Any roster that someone may have written, in one to three files. */
export const anyHandWritten: fc.Arbitrary<readonly HandWritten[]> = fc
  .tuple(anyRoster, fc.array(fc.nat(999), { minLength: 300, maxLength: 300 }))
  .map(([accounts, tape]) => {
    let at = 0;
    const choose: Choose = (limit) => {
      at += 1;
      return (tape[at % tape.length] ?? 0) % limit;
    };
    const count = choose(3) === 0 ? 2 + choose(2) : 1;
    const size = Math.ceil(accounts.length / count);
    return Array.from({ length: count }, (_, index) => {
      const own = accounts.slice(index * size, (index + 1) * size);
      const file = choose(4) === 0 ? inJson(own, choose) : inYaml(own, choose);
      return { ...file, path: `${index}${file.path}` };
    });
  });

function shuffled(fields: readonly Field[], choose: Choose): readonly Field[] {
  if (choose(2) === 0) return fields;
  return fields
    .map((field) => ({ field, key: choose(100) }))
    .sort((one, other) => one.key - other.key)
    .map(({ field }) => field);
}

/** A default for some fields: what the first account has, or a template. */
function defaultsFor(accounts: readonly UserAccount[], choose: Choose): Map<Field, unknown> {
  const defaults = new Map<Field, unknown>();
  const [first] = accounts;
  if (first === undefined || choose(3) === 0) return defaults;
  for (const field of FIELDS) {
    const value = first[field];
    if (field === "uniqueId" || value === undefined || choose(3) > 0) continue;
    defaults.set(field, typeof value === "string" ? escapeBraces(value) : value);
  }
  // The values in them have braces that would be read as a template.
  for (const field of ["customProperties", "groupIds"] as const) defaults.delete(field);
  if (choose(2) === 0) defaults.set("displayName", "{fullName}");
  if (choose(3) === 0) defaults.set("roleDescription", "Role of {accountName}");
  if (choose(3) === 0) defaults.set("externalUrl", "https://example.com/{uniqueId}");
  return defaults;
}

function escapeBraces(value: string): string {
  return value.replace(/[{}]/g, "$&$&");
}

/** The fields that an account writes itself. The others become those of the defaults. */
function ownFields(one: UserAccount, defaults: Map<Field, unknown>, choose: Choose) {
  const fields = FIELDS.filter((field) => {
    if (field === "uniqueId") return true;
    return defaults.has(field) ? choose(2) === 0 : one[field] !== undefined;
  });
  return shuffled(fields, choose).map((field): readonly [Field, unknown] => {
    const value = one[field] ?? null;
    return [field, value];
  });
}

function inJson(accounts: readonly UserAccount[], choose: Choose): HandWritten {
  const defaults = defaultsFor(accounts, choose);
  const isCompact = choose(4) === 0;
  const lineBreak = choose(3) === 0 ? "\r\n" : "\n";
  const indent = [2, 4, "\t"][choose(3)];
  const written = accounts.map((one) => {
    const fields = ownFields(one, defaults, choose);
    const style = isCompact || choose(4) === 0 ? undefined : indent;
    const text = JSON.stringify(Object.fromEntries(fields), undefined, style);
    return { uniqueId: one.uniqueId, text: text.replaceAll("\n", lineBreak) };
  });
  const mark = choose(4) === 0 ? "\uFEFF" : "";
  const space = isCompact ? "" : lineBreak;
  const head = choose(2) === 0 && defaults.size === 0 ? "[" : undefined;
  const open =
    head ??
    `{"x-a":[1 ,2],${space}"defaults":${JSON.stringify(Object.fromEntries(defaults))},"resources":${isCompact ? "" : " "}[`;
  const close = head === undefined ? `${space}] ${space}, "forget" : [ ]}` : `${space}]`;
  const segments: Segment[] = [{ uniqueId: undefined, text: mark + open }];
  for (const [index, { uniqueId, text }] of written.entries()) {
    segments.push({ uniqueId: "", text: `${index === 0 ? "" : ","}${space}` }, { uniqueId, text });
  }
  segments.push({ uniqueId: undefined, text: close + (choose(2) === 0 ? lineBreak : "") });
  const text = segments.map((one) => one.text).join("");
  return { path: "a.json", text, segments, hasParts: true };
}

const WORDS = /^(?:y|n|yes|no|on|off|true|false|null)$/i;

function scalar(value: unknown, choose: Choose, mayFold = false): string {
  if (typeof value !== "string") return JSON.stringify(value) ?? "null";
  const style = choose(mayFold ? 5 : 4);
  const isPlain = /^[A-Za-z][\w-]*$/.test(value) && !WORDS.test(value);
  if (isPlain && style < 2) return value;
  const isSimple = /^[ -~]*$/.test(value);
  if (style === 2 && isSimple) return `'${value.replaceAll("'", "''")}'`;
  if (style === 4 && isSimple && !/^[ -]/.test(value)) return "fold";
  return JSON.stringify(value);
}

/** The field of an account that a value is of. */
interface Place {
  readonly uniqueId: string;
  readonly field: string;
}

/** A comment about one element or key of a field, which stays as long as that does. */
export interface Note {
  readonly field: string;
  /** An element, or the name of a key. */
  readonly element: unknown;
  readonly text: string;
}

const NOTE = /# (?:of|above) (\[.*\])$/;

/** The notes in the text of an account. */
export function notesIn(text: string): readonly Note[] {
  return text.split(/[\r\n]+/).flatMap((line): readonly Note[] => {
    const [note, place] = NOTE.exec(line) ?? [];
    if (note === undefined || place === undefined) return [];
    const [, field, element] = JSON.parse(place);
    return [{ field, element, text: note }];
  });
}

function noteText(word: "of" | "above", { uniqueId, field }: Place, element: unknown): string {
  const place = JSON.stringify([uniqueId, field, element]);
  const ascii = place.replace(
    /[^ -~]/g,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return `# ${word} ${ascii}`;
}

/** A comment after an element, in some cases. */
function note(place: Place, element: unknown, choose: Choose): string {
  return choose(3) === 0 ? ` ${noteText("of", place, element)}` : "";
}

/** A value on the line of its key, or on lines below it. */
function valueLines(
  value: unknown,
  indent: string,
  anchor: string | undefined,
  place: Place,
  choose: Choose,
): readonly string[] {
  if (typeof value === "object" && value !== null) {
    const form = Object.keys(value).length > 0 ? choose(3) : 2;
    if (form === 0) {
      return Array.isArray(value)
        ? blockListLines(value, indent, place, choose)
        : [comment(choose), ...blockMapLines(value, `${indent}  `, place, choose)];
    }
    if (form === 1) return tallValue(value, `${indent}  `, place, comment(choose), choose);
    return [` ${flow(value, choose)}${comment(choose)}`];
  }
  const written = scalar(value, choose, true);
  if (written === "fold") {
    const header = [">-", "|-", ">2-"][choose(3)] ?? ">-";
    return [` ${header}`, `${indent}  ${String(value)}`, ...oneIn(3, choose, "")];
  }
  const tag = typeof value === "string" ? oneIn(12, choose, "!!str ").join("") : "";
  return [` ${anchor === undefined ? "" : `&${anchor} `}${tag}${written}${comment(choose)}`];
}

/** A list or mapping in brackets over several lines, with comments beside and above its parts. */
function tallValue(
  value: object,
  indent: string,
  place: Place,
  after: string,
  choose: Choose,
): readonly string[] {
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  const parts = Object.entries(value);
  const commas = parts.length - choose(2);
  const lines = [` ${open}`];
  let isOpen = true;
  for (const [index, [name, one]] of parts.entries()) {
    const element = Array.isArray(value) ? one : name;
    if (!isOpen || choose(2) === 0) {
      lines.push(...oneIn(4, choose, `${indent}${noteText("above", place, element)}`), indent);
    }
    const text = Array.isArray(value) ? "" : `${JSON.stringify(name)}: `;
    const beside = note(place, element, choose);
    const [head = "", ...rest] = withComma(index < commas, beside, choose);
    lines.push(`${lines.pop()} ${text}${scalar(one, choose)}${head}`);
    lines.push(...rest.map((line) => indent + line));
    isOpen = beside === "" || rest.length > 0;
  }
  if (isOpen && choose(2) === 0) lines.push(`${lines.pop()} ${close}${after}`);
  else lines.push(`${indent}${close}${after}`);
  return lines;
}

/** A comma and a comment after a value, on one line, or the comma on the next one. */
function withComma(hasComma: boolean, beside: string, choose: Choose): readonly string[] {
  if (!hasComma) return [beside];
  return beside !== "" && choose(3) === 0 ? [beside, ","] : [`,${beside}`];
}

function blockListLines(
  value: readonly unknown[],
  indent: string,
  place: Place,
  choose: Choose,
): readonly string[] {
  const deeper = choose(2) === 0 ? indent : `${indent}  `;
  const items = value.map((one) => `${deeper}- ${scalar(one, choose)}${note(place, one, choose)}`);
  return [comment(choose), ...oneIn(6, choose, `${deeper}# in the list`), ...items];
}

function blockMapLines(
  value: object,
  indent: string,
  place: Place,
  choose: Choose,
): readonly string[] {
  return Object.entries(value).map(
    ([name, one]) =>
      `${indent}${JSON.stringify(name)}: ${scalar(one, choose)}${note(place, name, choose)}`,
  );
}

function flow(value: unknown, choose: Choose): string {
  if (Array.isArray(value)) {
    const items = value.map((one) => scalar(one, choose));
    const trailing = items.length > 0 && choose(5) === 0 ? "," : "";
    return choose(2) === 0
      ? `[${items.join(", ")}${trailing}]`
      : `[ ${items.join(" ,")}${trailing} ]`;
  }
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value).map(
      ([name, one]) => `${JSON.stringify(name)}: ${scalar(one, choose)}`,
    );
    return `{${members.join(", ")}}`;
  }
  return scalar(value, choose);
}

function comment(choose: Choose): string {
  return choose(6) === 0 ? `${choose(2) === 0 ? " " : "   "}# note ${choose(9)}: "x" [y` : "";
}

/** The lines in one of `n` cases, else none. */
function oneIn(n: number, choose: Choose, ...lines: readonly string[]): readonly string[] {
  return choose(n) === 0 ? lines : [];
}

function inYaml(accounts: readonly UserAccount[], choose: Choose): HandWritten {
  const lineBreak = ["\n", "\n", "\r\n", "\r"][choose(4)] ?? "\n";
  const ended = (lines: readonly string[]) => lines.map((line) => line + lineBreak).join("");
  const defaults = defaultsFor(accounts, choose);
  const isList = choose(4) === 0 && defaults.size === 0;
  const bases = isList ? [] : basesFor(accounts, choose);
  const times = isList || choose(2) === 0 ? [] : accounts.slice(0, 2);
  const wholes = isList || choose(3) > 0 ? [] : accounts.slice(0, 1 + choose(2));
  const mark = oneIn(5, choose, "\uFEFF").join("");
  const indent = isList ? "" : (["", "  ", "    "][choose(3)] ?? "");
  const segments: Segment[] = [
    {
      uniqueId: undefined,
      text:
        mark +
        ended(headLines(defaults, bases, choose)) +
        ended(
          times.map(
            ({ createdTimestamp }, index) => `x-time${index}: &time${index} "${createdTimestamp}"`,
          ),
        ) +
        ended(
          wholes.map(
            (one, index) => `x-whole${index}: &whole${index} ${wholeAccount(one, choose)}`,
          ),
        ),
    },
    { uniqueId: "", text: ended(keyLines(isList, accounts.length === 0, choose)) },
  ];
  const isFlow = accounts.length > 0 && choose(3) === 0;
  const context = { defaults, bases, times: times.length, wholes: wholes.length, indent };
  const listSegments = isFlow ? flowSegments : blockSegments;
  segments.push(...listSegments(accounts, { ...context, choose, ended }));
  const tail = [
    ...oneIn(3, choose, "", "# The end"),
    ...(isList ? [] : oneIn(2, choose, "forget: []")),
  ];
  segments.push({ uniqueId: undefined, text: ended(tail) });
  const text = segments.map((one) => one.text).join("");
  const isCut = choose(4) === 0 && tail.length === 0;
  return {
    path: "a.yml",
    text: isCut ? text.slice(0, -lineBreak.length) : text,
    segments,
    hasParts: isFlow,
  };
}

/** The list in brackets, with a comment above and after each account. */
function flowSegments(
  accounts: readonly UserAccount[],
  { defaults, indent, choose, ended }: ListContext,
): readonly Segment[] {
  const inner = `${indent}  `;
  const isOpen = choose(3) === 0;
  const isClosedBeside = choose(2) === 0;
  const trailing = choose(2) === 0 ? "," : "";
  const last = accounts.length - 1;
  const note = (index: number) => ended([choose(2) === 0 ? ` # of ${index}` : ""]);
  const list = accounts.flatMap((one, index): readonly Segment[] => {
    const isOnBracketLine = index === 0 && !isOpen;
    const above = isOnBracketLine ? "" : ended(oneIn(2, choose, `${inner}# about ${index}`));
    const lead = isOnBracketLine ? "" : above + inner;
    const heading = isOnBracketLine ? [] : oneIn(4, choose, `${inner}# Section`, "");
    return [
      { uniqueId: undefined, text: ended(heading) },
      {
        uniqueId: one.uniqueId,
        text: lead + flowAccount(ownFields(one, defaults, choose), choose),
      },
      { uniqueId: "", text: index < last ? "," : trailing },
      { uniqueId: one.uniqueId, text: index === last && isClosedBeside ? "" : note(index) },
    ];
  });
  return [
    { uniqueId: "", text: isOpen ? ended([`${inner}[`]) : `${inner}[ ` },
    ...list,
    { uniqueId: "", text: ended([isClosedBeside ? " ]" : `${inner}]`]) },
  ];
}

interface ListContext {
  readonly defaults: Map<Field, unknown>;
  readonly bases: readonly Base[];
  /** How many anchors of times there are. */
  readonly times: number;
  /** How many anchors of accounts there are. */
  readonly wholes: number;
  readonly indent: string;
  readonly choose: Choose;
  readonly ended: (lines: readonly string[]) => string;
}

function blockSegments(
  accounts: readonly UserAccount[],
  { defaults, bases, times, wholes, indent, choose, ended }: ListContext,
): readonly Segment[] {
  return accounts.flatMap((one, index) => {
    const heading = [...oneIn(5, choose, `${indent}# Section`, ""), ...oneIn(5, choose, "")];
    const base = bases[choose(bases.length + 2)];
    const lines =
      index < wholes
        ? [`${indent}- *whole${index}${comment(choose)}`]
        : accountLines(one, { defaults, base, indent, choose, index, times });
    const above = oneIn(5, choose, `${indent}# about the next`);
    return [
      { uniqueId: undefined, text: ended(heading) },
      { uniqueId: one.uniqueId, text: ended([...above, ...lines]) },
    ];
  });
}

function headLines(
  defaults: Map<Field, unknown>,
  bases: readonly Base[],
  choose: Choose,
): readonly string[] {
  const lines = [...defaults].map(
    ([field, value]) => `  ${field}: ${flow(value, choose)}${comment(choose)}`,
  );
  return [
    ...oneIn(3, choose, "# The people", ""),
    ...oneIn(5, choose, "---"),
    ...bases.map(({ anchor, fields }) => `x-${anchor}: &${anchor} ${flowAccount(fields, choose)}`),
    ...(defaults.size === 0 ? [] : ["defaults:", ...lines]),
  ];
}

function keyLines(isList: boolean, isEmpty: boolean, choose: Choose): readonly string[] {
  if (isList) return isEmpty ? ["[]"] : [];
  return [`resources:${isEmpty ? " []" : comment(choose)}`];
}

interface Base {
  readonly anchor: string;
  readonly fields: readonly (readonly [Field, unknown])[];
}

/** Anchors with some fields, for `<<`. */
function basesFor(accounts: readonly UserAccount[], choose: Choose): readonly Base[] {
  return accounts.slice(0, choose(3)).map((one, index) => ({
    anchor: `base${index}`,
    fields: FIELDS.filter((field) => field !== "uniqueId" && one[field] !== undefined)
      .filter(() => choose(3) === 0)
      .map((field) => [field, one[field]] as const),
  }));
}

function flowAccount(fields: readonly (readonly [string, unknown])[], choose: Choose): string {
  const quotes = choose(3) === 0;
  const members = fields.map(([name, value]) => {
    const key = quotes ? JSON.stringify(name) : name;
    return `${key}: ${flow(value, choose)}`;
  });
  return `{${members.join(", ")}}`;
}

/** All fields of an account, for an alias that is an account. */
function wholeAccount(one: UserAccount, choose: Choose): string {
  const fields = FIELDS.filter((field) => one[field] !== undefined);
  return flowAccount(
    fields.map((field) => [field, one[field]] as const),
    choose,
  );
}

interface AccountContext {
  readonly defaults: Map<Field, unknown>;
  readonly base: Base | undefined;
  readonly indent: string;
  readonly choose: Choose;
  readonly index: number;
  /** How many anchors of times there are. */
  readonly times: number;
}

function accountLines(
  one: UserAccount,
  { defaults, base, indent, choose, index, times }: AccountContext,
): readonly string[] {
  const inherited = new Set(base?.fields.map(([field]) => field));
  const own = ownFields(one, defaults, choose).filter(
    ([field]) => field === "uniqueId" || !inherited.has(field) || choose(2) === 0,
  );
  const fields: readonly (readonly [string, unknown])[] =
    base === undefined ? own : [...own, ["<<", base.anchor]];
  const form = choose(5);
  if (form === 0) return [`${indent}- ${flowWithMerge(fields, choose)}${comment(choose)}`];
  if (form === 1) return tallFlow(one.uniqueId, fields, indent, choose);
  const pad = ["- ", "-   "][choose(2)] ?? "- ";
  const inner = indent + " ".repeat(pad.length);
  const lines = fields.flatMap(([name, value], at) => [
    ...(at === 0 ? [] : oneIn(9, choose, `${inner}# between`)),
    ...(name === "createdTimestamp" && times > 0 && choose(2) === 0
      ? [`${inner}${name}: *time${choose(times)}${comment(choose)}`]
      : memberLines(one.uniqueId, name, value, inner, index, choose)),
  ]);
  lines.push(...oneIn(6, choose, `${inner}# deep`));
  const [first = "", ...rest] = lines;
  if (choose(9) === 0) return [`${indent}- &a${index}`, first, ...rest];
  return [indent + pad + first.slice(inner.length), ...rest];
}

function memberLines(
  uniqueId: string,
  name: string,
  value: unknown,
  inner: string,
  index: number,
  choose: Choose,
): readonly string[] {
  if (name === "<<") return [`${inner}<<: *${String(value)}`];
  const anchor = choose(9) === 0 ? `f${index}${name}` : undefined;
  const key = choose(12) === 0 ? JSON.stringify(name) : name;
  const [first = "", ...rest] = valueLines(value, inner, anchor, { uniqueId, field: name }, choose);
  return [`${inner}${key}:${first}`, ...rest];
}

function flowWithMerge(fields: readonly (readonly [string, unknown])[], choose: Choose): string {
  const members = fields.map(([name, value]) =>
    name === "<<" ? `<<: *${String(value)}` : `${name}: ${flow(value, choose)}`,
  );
  return `{${members.join(", ")}}`;
}

/** An account in braces, each field on its line. */
function tallFlow(
  uniqueId: string,
  fields: readonly (readonly [string, unknown])[],
  indent: string,
  choose: Choose,
): readonly string[] {
  const inner = `${indent}    `;
  const members = fields.map(([name, value]): readonly string[] => {
    if (name === "<<") return [`<<: *${String(value)}`];
    const isTall = typeof value === "object" && value !== null && choose(2) === 0;
    if (!isTall || Object.keys(value).length === 0) return [`${name}: ${flow(value, choose)}`];
    const place = { uniqueId, field: name };
    const [first = "", ...rest] = tallValue(value, `${inner}  `, place, "", choose);
    return [`${name}:${first}`, ...rest];
  });
  const last = members.length - 1;
  const trailing = choose(2) === 0 ? "," : "";
  const lines = members.flatMap((member, at) => [
    ...member.slice(0, -1).map((line, index) => (index === 0 ? inner + line : line)),
    `${member.length > 1 ? "" : inner}${member.at(-1)}${at < last ? "," : trailing}${comment(choose)}`,
  ]);
  return [`${indent}- {`, ...lines, `${indent}  }`];
}
