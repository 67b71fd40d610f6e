// The fast reader against the general parsers: whatever it reads, they read the same, with the same
// offsets, and report nothing. Where it cannot be certain it gives up.
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { type FastRead, readFastJson, readFastYaml } from "../../src/roster/syntax/fast-reader.js";
import { parseJson } from "../../src/roster/syntax/json.js";
import { type Node, type ReportAt, UnreadableDocument } from "../../src/roster/syntax/node.js";
import { parseYaml } from "../../src/roster/syntax/yaml.js";

/** A tree as plain values; without what is below `x-` keys of the roster, which no one reads. */
function plain(node: Node, depth = 0): unknown {
  switch (node.kind) {
    case "list":
      return [
        node.offset,
        Array.from(node.items, (item) => [item.offset, plain(item.node, depth + 1)]),
      ];
    case "map":
      return {
        at: node.offset,
        damaged: node.damaged,
        members: [...node.members].map(([name, member]) => [
          name,
          member.keyOffset,
          member.isText,
          node.members.get(name)?.keyOffset,
          depth === 0 && name.startsWith("x-") ? "unread" : plain(member.node, depth + 1),
        ]),
      };
    default:
      return node;
  }
}

type Parse = (text: string, report: ReportAt) => Node | undefined;

/** What a general parser makes of a text: its tree, or what it reports. */
function generally(parse: Parse, text: string): unknown {
  const reports: string[] = [];
  try {
    const root = parse(text, (code, offset) => void reports.push(`${code} ${offset}`));
    return reports.length > 0 || root === undefined ? reports : plain(root);
  } catch (error) {
    if (error instanceof UnreadableDocument) return error.code;
    throw error;
  }
}

/** Whether the fast reader has read the text; then the general parser must agree. */
function agrees(fast: FastRead, parse: Parse, text: string): boolean {
  if (!("root" in fast)) {
    expect(fast.gaveUpAt).toBeGreaterThanOrEqual(0);
    expect(fast.gaveUpAt).toBeLessThanOrEqual(text.length);
    return false;
  }
  expect(plain(fast.root)).toEqual(generally(parse, text));
  return true;
}

const name = fc.constantFrom(
  "uniqueId",
  "email",
  "a",
  "x-a",
  "k_1",
  "null",
  "no",
  "$schema",
  "a-b",
);
const ordinary = fc.constantFrom(
  "ada",
  "Ada Lovelace",
  "u-1",
  "2024-03-01T09:00:00Z",
  "https://a.example.com/u?a=1",
  "ada@example.com",
  "true",
  "12",
  "null",
);
const odd = fc.constantFrom(
  "False",
  "~",
  "007",
  "-3",
  "1.5",
  "0x1f",
  "1e3",
  ".5",
  ".inf",
  ".",
  "a\ufeffb",
  "--",
  "-",
  "- a",
  "a:b",
  "a: b",
  "a #b",
  "a#b",
  "#a",
  "*a",
  "&a b",
  "!t a",
  "|",
  "> ",
  "é ü",
  "😀",
  "a\u2028b",
  "a  b",
  "@a",
  "`a",
  "%a",
  "a'b",
  'a"b',
  "?",
  "? a",
  "...",
  "---",
  "a\tb",
  "\ud800",
);
const word = fc.oneof({ weight: 12, arbitrary: ordinary }, { weight: 1, arbitrary: odd });
const quoted = fc.oneof(
  word.map((text) => `'${text.replaceAll("'", "''")}'`),
  word.map((text) => `"${text.replaceAll('"', '\\"')}"`),
  fc.constantFrom("'a", '"a', "'a''", '"\\n"', '"\\x41"', '"\\ud83d\\ude00"', '"\\u00e9"', "''"),
);
const scalar = fc.oneof({ weight: 3, arbitrary: word }, { weight: 1, arbitrary: quoted });
const flow: fc.Arbitrary<string> = fc.letrec<{ flow: string; entry: string; colon: string }>(
  (tie) => ({
    entry: fc.oneof({ maxDepth: 2 }, scalar, tie("flow")),
    colon: fc.constantFrom(": ", ": ", ": ", ":"),
    flow: fc.oneof(
      fc.array(tie("entry"), { maxLength: 3 }).map((all) => `[${all.join(", ")}]`),
      fc
        .array(fc.tuple(name, tie("colon"), tie("entry")), { maxLength: 3 })
        .map((all) => `{ ${all.map((parts) => parts.join("")).join(", ")} }`),
    ),
  }),
).flow;
const comment = fc.constantFrom("", "", "", " # why", "# glued", "  ");

/** What follows a colon or a dash, at this indentation: a value on the line, or lines below it. */
type Print = (indent: number) => string;

const spaces = (count: number) => " ".repeat(count);

/** Block YAML of every depth and style. */
const block: fc.Arbitrary<string> = fc
  .letrec<{ value: Print; list: Print; map: Print }>((tie) => {
    const inline = fc
      .tuple(fc.oneof({ weight: 4, arbitrary: scalar }, { weight: 1, arbitrary: flow }), comment)
      .map(
        ([text, end]): Print =>
          () =>
            ` ${text}${end}\n`,
      );
    const below = fc.constantFrom(false, false, false, true);
    const before = fc.constantFrom("", "", "", "", "\n", "# a comment\n", "   # deeper\n");
    return {
      value: fc.oneof({ maxDepth: 3 }, inline, inline, tie("list"), tie("map")),
      list: fc
        .tuple(
          fc.array(fc.tuple(before, fc.oneof(inline, tie("map")), below), {
            minLength: 1,
            maxLength: 3,
          }),
          fc.constantFrom(0, 2, 2),
          comment,
        )
        .map(
          ([items, extra, end]): Print =>
            (indent) => {
              const start = Math.max(0, indent + extra);
              const lines = items.map(([above, print, isBelow]) => {
                const text = print(start + 2);
                // A mapping as an entry most often begins on the line of its dash.
                const entry =
                  isBelow || /^\S|^ \S/.test(text)
                    ? text
                    : ` ${text.replace(/^.*\n(?: *#.*\n|\n)* */, "")}`;
                return `${above}${spaces(start)}-${entry}`;
              });
              return `${end}\n${lines.join("")}`;
            },
        ),
      map: fc
        .tuple(
          fc.array(fc.tuple(before, name, tie("value")), { minLength: 1, maxLength: 3 }),
          comment,
        )
        .map(
          ([entries, end]): Print =>
            (indent) => {
              const lines = entries.map(
                ([above, key, print]) =>
                  `${above}${spaces(Math.max(0, indent))}${key}:${print(indent + 2)}`,
              );
              return `${end}\n${lines.join("")}`;
            },
        ),
    };
  })
  .map.map((print) => print(0).replace(/^.*\n/, ""));

/** A roster as people write it. */
const roster: fc.Arbitrary<string> = fc
  .array(fc.tuple(scalar, fc.oneof(scalar, flow), comment), { minLength: 1, maxLength: 4 })
  .chain((accounts) =>
    fc.constantFrom(
      accounts.map(([id, value, end]) => `- uniqueId: ${id}${end}\n  email: ${value}\n`).join(""),
      `---\nresourceId: r # the resource\nresources:\n${accounts
        .map(([id, value]) => `\n  # someone\n  - uniqueId: ${id}\n    groupIds: ${value}\n`)
        .join("")}`,
      `resources:\n${accounts.map(([id]) => `- uniqueId: ${id}\n  mfaMethods:\n  - OTP\n  - SMS\n`).join("")}forget: []\n`,
    ),
  );

/** A text with some characters cut out, doubled or replaced, or with other line ends. */
function mutated(texts: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const change = fc.tuple(
    fc.nat(),
    fc.constantFrom(0, 0, 1),
    fc.constantFrom(
      ...[
        "",
        "",
        " ",
        "\n",
        ":",
        "-",
        "--",
        "-\n",
        "0",
        "[",
        "{",
        "'",
        '"',
        "#",
        ",",
        "]",
        "}",
        "\\",
        "\r",
        "\t",
      ],
      ...["\\ud800", "\\udc00", "\ud800", "\u2028", "\ufeff", "\u0000"],
    ),
  );
  return fc
    .tuple(
      texts,
      fc.array(change, { maxLength: 2 }),
      fc.constantFrom("\n", "\n", "\r\n", "\r\n", "\r"),
    )
    .map(([text, changes, lineEnd]) => {
      const changed = changes.reduce((before, [where, cut, insert]) => {
        const at = before.length === 0 ? 0 : where % before.length;
        return before.slice(0, at) + insert + before.slice(at + cut);
      }, text);
      return changed.replaceAll("\n", lineEnd);
    });
}

const anyJson = fc
  .tuple(fc.json({ maxDepth: 4 }), fc.constantFrom(undefined, 1))
  .map(([text, indent]) => JSON.stringify({ resources: [JSON.parse(text)] }, undefined, indent));

const RUNS = Number(process.env["FAST_READER_RUNS"] ?? 3000);

describe("agrees with the general parser", () => {
  test.each([
    ["YAML lines", mutated(block), readFastYaml, parseYaml, 0.05],
    ["YAML rosters", mutated(roster), readFastYaml, parseYaml, 0.1],
    ["JSON", mutated(anyJson), readFastJson, parseJson, 0.2],
  ] as const)("on %s", (_, texts, readFast, parse, least) => {
    let known = 0;
    fc.assert(
      fc.property(texts, (text) => {
        if (agrees(readFast(text), parse, text)) known += 1;
      }),
      { numRuns: RUNS },
    );
    // It would also agree if it always gave up.
    expect(known / RUNS).toBeGreaterThan(least);
  });
});

const ACCOUNT = `- uniqueId: u-1 # the first
  fullName: "Ada \\"A\\" L."
  email: 'ada''s@example.com'
  customProperties: { team: blue, floor: 3, remote: true }
  mfaMethods: [OTP, "SMS"]
  groupIds:
    - a b
    - https://example.com/x?y=1
  roleDescription: null
`;

describe("reads at once", () => {
  test.each([
    ["an account in block YAML", ACCOUNT],
    ["a body with defaults", `defaults:\n  status: ACTIVE\n\nresources:\n${ACCOUNT}forget: []\n`],
    ["CRLF and a comment at the end", `${ACCOUNT.replaceAll("\n", "\r\n")}# end`],
    ["what is below x-, unread", `x-a:\n  - deep: { er: [1] }\nresources: []\n`],
    ["an empty list", "[]\n"],
  ])("%s", (_, text) => expect(agrees(readFastYaml(text), parseYaml, text)).toBe(true));

  test("JSON with white space, escapes and numbers", () => {
    const text = '\t{ "a" : [ -1.5e3 , "\\u00e9\\n" ,\r\n true ], "x-b": {"c": [1]} }\n';
    expect(agrees(readFastJson(text), parseJson, text)).toBe(true);
  });

  test("JSON with more names than are kept, and the empty one", () => {
    const names = [...Array.from({ length: 1500 }, (_, index) => `n${index}`), ""];
    const text = JSON.stringify(Object.fromEntries(names.map((one) => [one, one])));
    expect(agrees(readFastJson(text), parseJson, text)).toBe(true);
  });

  test.each([1, 30, 31, 40, 1100])("a duplicate of name %i is not", (number) => {
    const names = Array.from({ length: 1200 }, (_, index) => `n${index}`);
    const lines = [...names, `n${number}`].map((one) => `"${one}": 1`);
    const inJson = `{"a": {${lines.join(", ")}}}`;
    const inYaml = `a:\n  ${lines.join("\n  ").replaceAll('"', "")}\n`;
    const unread = `x-${inYaml}`;
    const last = (text: string) => text.lastIndexOf(`n${number}`);
    expect(readFastJson(inJson)).toEqual({ gaveUpAt: last(inJson) - 1 });
    expect(readFastYaml(inYaml)).toEqual({ gaveUpAt: last(inYaml) });
    expect(readFastYaml(unread)).toEqual({ gaveUpAt: last(unread) });
  });

  test.each([99, 100, 1000])("JSON texts with %i escapes", (count) => {
    const escapes = '\\"'.repeat(count);
    const text = `{"a": "${escapes}", "b": ["${escapes}x", "${"\\\\".repeat(count)}"]}`;
    expect(agrees(readFastJson(text), parseJson, text)).toBe(true);
  });

  test.each([99, 100, 101, 102])("lists in %i levels, if there are at most 100", (levels) => {
    const text = "[".repeat(levels) + "]".repeat(levels);
    expect(agrees(readFastJson(text), parseJson, text)).toBe(levels <= 100);
    expect(agrees(readFastYaml(text), parseYaml, text)).toBe(levels <= 100);
  });

  test("the end of the largest text", () => {
    const end = "a: b\nx-c: d\n";
    const comments = `${"#".repeat(1023)}\n`.repeat(2 ** 17 - 1);
    const text = `${comments}${"\n".repeat(1024 - end.length)}${end}`;
    const fast = readFastYaml(text);
    // What is below x- is not read: it has the place of what follows.
    expect("root" in fast && plain(fast.root, 1)).toEqual({
      at: 2 ** 27 - 12,
      damaged: false,
      members: [
        [
          "a",
          2 ** 27 - 12,
          true,
          2 ** 27 - 12,
          { kind: "scalar", offset: 2 ** 27 - 9, value: "b" },
        ],
        ["x-c", 2 ** 27 - 7, true, 2 ** 27 - 7, [2 ** 27, []]],
      ],
    });
  });

  test("a JSON text with twenty million escapes", () => {
    expect("root" in readFastJson(`["${"\\n".repeat(20_000_000)}"]`)).toBe(true);
  });
});

test.each([
  ["an anchor", "a: &b c\n", 3],
  ["an alias", "a: *b\n", 3],
  ["a tag", "a: !t b\n", 3],
  ["a block text", "a: |\n  b\n", 3],
  ["a text on two lines", "a: b\n  c\n", 7],
  ["a quoted key", '"a": b\n', 0],
  ["a duplicate key", "a: b\na: c\n", 5],
  ["a tab", "a: b\tc\n", 4],
  ["another spelling of true", "a: True\n", 3],
  ["a number of another kind", "a: 0x1f\n", 3],
  ["a second document", "a: b\n---\na: c\n", 5],
  ["an indented start of a document", " ---\na: b\n", 1],
  ["two dashes", "--\na: b\n", 0],
])("gives up at %s", (_, text, offset) => {
  expect(readFastYaml(text)).toEqual({ gaveUpAt: offset });
});
