// Input that is made to break the reader: each ends in one clear error, without a crash, a hang, or a partial roster. None of
// these is timed; without its bound each would take minutes, or the memory of the machine.
import { describe, expect, test } from "@jest/globals";
import { check, yamlAccount } from "./check.js";

const MiB = 1024 * 1024;

describe("nesting of any depth", () => {
  test.each([
    ["a.json", "["],
    ["a.json", '{"a":'],
    ["a.yml", "["],
    ["a.yml", "{"],
    ["a.yml", "- "],
    ["a.yml", "? "],
    ["a.yml", "{a: "],
    ["a.yml", "&a ["],
  ])("%s of %j", (path, opening) => {
    const { rosters, found } = check({ [path]: opening.repeat(100_000) });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^nested-too-deep 1:/);
    expect(rosters).toBeUndefined();
  });

  test("by indentation", () => {
    const text = Array.from({ length: 3000 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n");
    expect(check({ "a.yml": text }).found).toEqual([expect.stringMatching(/^nested-too-deep /)]);
  });

  test.each(["a.json", "a.yml"])("100 levels are read in %s, 101 are not", (path) => {
    const nested = (depth: number) =>
      `{"x-a": ${"[".repeat(depth - 1)}${"]".repeat(depth - 1)}, "resources": []}`;
    expect(check({ [path]: nested(100) }).found).toEqual([]);
    expect(check({ [path]: nested(101) }).found).toEqual([
      expect.stringMatching(/^nested-too-deep /),
    ]);
  });
});

describe("many keys in one map", () => {
  const names = Array.from({ length: 60_000 }, (_, index) => `key${index}`);

  test("60,000 in YAML", () => {
    const text = `x-a:\n${names.map((name) => `  ${name}: 1\n`).join("")}resources: []\n`;
    expect(check({ "a.yml": text })).toMatchObject({ found: [], rosters: [{ entries: [] }] });
  });

  test("60,000 in JSON", () => {
    const text = JSON.stringify({
      "x-a": Object.fromEntries(names.map((name) => [name, 1])),
      resources: [],
    });
    expect(check({ "a.json": text })).toMatchObject({ found: [], rosters: [{ entries: [] }] });
  });

  test("60,000 unknown ones: 10,000 problems are kept", () => {
    const text = `- ${names.map((name) => `${name}: 1\n  `).join("")}`;
    const { found, rosters } = check({ "a.yml": text });
    expect(found).toHaveLength(10_000);
    expect(rosters).toBeUndefined();
  });
});

describe("aliases", () => {
  const level = (name: string, of: string) =>
    `x-${name}: &${name} [${Array(10).fill(`*${of}`).join(",")}]\n`;
  const bomb = `x-a: &a [${Array(10).fill("x").join(",")}]\n${level("b", "a")}${level("c", "b")}${level("d", "c")}${level("e", "d")}`;

  test("a bomb of them is refused", () => {
    const text = `${bomb}${level("f", "e")}${level("g", "f")}${level("h", "g")}resources: []\n`;
    expect(check({ "a.yml": text }).found).toEqual([expect.stringMatching(/^alias-bomb 7:/)]);
  });

  test("a small one is not", () =>
    expect(check({ "a.yml": `${bomb}resources: []\n` }).found).toEqual([]));

  test("a bomb of merge keys is refused", () => {
    const map = Array.from({ length: 3000 }, (_, index) => `k${index}: 1`).join(", ");
    const merges = `  - <<: [${Array(1000).fill("*a").join(",")}]\n`.repeat(50);
    expect(check({ "a.yml": `x-a: &a {${map}}\nx-b:\n${merges}resources: []\n` }).found).toEqual([
      expect.stringMatching(/^alias-bomb 4:/),
    ]);
  });

  test("as accounts: the same account 1,000 times is 999 duplicates", () => {
    const text = `resources:\n${yamlAccount().replace("- ", "- &a\n  ")}${"- *a\n".repeat(999)}`;
    const { found } = check({ "a.yml": text });
    expect(found).toHaveLength(999);
    expect(found.at(-1)).toBe("duplicate-unique-id 1013:3");
  });
});

describe("many unknown aliases", () => {
  test("beside many anchors: the nearest is looked for a few times only", () => {
    const anchors = Array.from({ length: 1000 }, (_, index) => `&anchor${index} 1`);
    const aliases = Array.from({ length: 20_000 }, (_, index) => `- *ancohr${index}\n`);
    const { found, messages } = check({
      "a.yml": `x-a: [${anchors.join(", ")}]\nx-b:\n${aliases.join("")}resources: []\n`,
    });
    expect(found).toHaveLength(10_000);
    expect(messages.filter((message) => message.includes("Did you mean"))).toHaveLength(20);
  });
});

describe("templates", () => {
  const ACCOUNT = `${yamlAccount({ displayName: null, fullName: null, accountName: null, roleDescription: null })}`;
  const times = (count: number, name: string) => `"${`{${name}}`.repeat(count)}"`;

  test("that name each other over and over are one error, in defaults", () => {
    const bomb = `defaults:\n  displayName: ${times(100, "fullName")}\n  fullName: ${times(100, "accountName")}\n  accountName: ${times(100, "roleDescription")}\n  roleDescription: ${times(100, "email")}\nresources:\n`;
    const accounts = ["a", "b"].map((id) => ACCOUNT.replace("u-1001", id)).join("");
    expect(check({ "a.yml": bomb + accounts }).found).toEqual(["template-too-long 4:16"]);
  });

  test("may make 10,000 characters, and not one more", () => {
    const verdict = (length: number) =>
      check({
        "a.yml": `defaults:\n  displayName: "{fullName}${"x".repeat(9_000)}"\nresources:\n${yamlAccount({ displayName: null, fullName: "y".repeat(length) })}`,
      }).found;
    expect(verdict(1000)).toEqual([]);
    expect(verdict(1001)).toEqual(["template-too-long 2:16"]);
  });

  test("that are too long whatever they name are told without any account", () => {
    expect(
      check({ "a.yml": `defaults: {displayName: ${times(100_000, "email")}}\nresources: []\n` })
        .found,
    ).toEqual(["template-too-long 1:25"]);
  });

  test("and lists that add too much to the file as a whole", () => {
    const accounts = Array.from({ length: 3000 }, (_, index) => `- {uniqueId: u${index}}\n`).join(
      "",
    );
    const text = `defaults:\n  groupIds: [${"a,".repeat(10_000)}a]\nresources:\n${accounts}`;
    const { found, messages } = check({ "a.yml": text });
    expect(found[0]).toBe("template-too-long 2:3");
    expect(messages[0]).toContain("more than 268435456 characters");
    expect(found.slice(1).every((one) => one.startsWith("missing-field"))).toBe(true);
  });
});

describe("too much of anything", () => {
  test.each([
    ["a.yml", "["],
    ["a.yml", "a"],
  ])("more than 16 MiB in %s", (path, byte) => {
    expect(check({ [path]: Buffer.alloc(16 * MiB + 1, byte) }).found).toEqual([
      "file-too-large 1:1",
    ]);
  });

  test("more than 128 MiB in JSON", () => {
    expect(check({ "a.json": Buffer.alloc(128 * MiB + 1, "[") }).found).toEqual([
      "file-too-large 1:1",
    ]);
  });

  test("values in YAML", () => {
    expect(check({ "a.yml": `[${"1,".repeat(2 * MiB)}1]` }).found).toEqual([
      expect.stringMatching(/^too-many-values 1:/),
    ]);
  });

  test("values in JSON", () => {
    expect(check({ "a.json": `[${"[],".repeat(13_000_000)}1]` }).found).toEqual([
      expect.stringMatching(/^too-many-values 1:/),
    ]);
  });

  test("errors", () => {
    const { found, messages, rosters } = check({ "a.json": `[${"{},".repeat(30_000)}{}]` });
    expect(found).toHaveLength(10_000);
    expect([found[0], messages[0]]).toEqual([
      "too-many-errors",
      expect.stringContaining("more than 250000 errors"),
    ]);
    expect(rosters).toBeUndefined();
  });

  test("syntax errors", () => {
    expect(check({ "a.json": "[\n,".repeat(90) + ",\n".repeat(20_000) }).found).toHaveLength(
      10_000,
    );
    expect(check({ "a.yml": '- "a\n'.repeat(20_000) }).found).toHaveLength(10_000);
    expect(check({ "a.yml": "%a\n".repeat(100_000) }).found.length).toBeLessThan(2_000);
    expect(check({ "a.yml": "]}".repeat(100_000) }).found.length).toBeLessThan(10);
  });

  test("blank lines and comments", () => {
    expect(check({ "a.yml": "\n".repeat(MiB) }).found).toEqual(["empty-file 1:1"]);
    expect(check({ "a.yml": `${"# a\n".repeat(100_000)}[]` }).found).toEqual([]);
    expect(check({ "a.json": `${"\n".repeat(MiB)}[5]` }).found).toEqual([
      `wrong-type ${MiB + 1}:2`,
    ]);
  });
});

describe("text of others stays text", () => {
  test("in messages: no line ends, no control characters", () => {
    const evil = '"::error::x\\u001b[31m\\r\\n##[group]\\u202e\\ud83d\\ude00"';
    const { messages } = check({
      "a.yml": yamlAccount({ email: evil, [evil]: "1", uniqueId: evil }),
    });
    expect(messages.length).toBeGreaterThan(2);
    for (const message of messages) {
      expect(message).not.toMatch(/\p{Cc}|\u202e/u);
      expect(message.startsWith("::")).toBe(false);
    }
  });

  test("in messages: cut where it is long", () => {
    const { messages } = check({ "a.yml": yamlAccount({ email: "x".repeat(100_000) }) });
    expect(messages[0]?.length).toBeLessThan(500);
  });
});
