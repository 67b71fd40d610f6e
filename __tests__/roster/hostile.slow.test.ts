// Input that is made to break the reader ends in one clear problem. Nothing here is timed: without
// its limit each would take minutes, or the memory of the machine.
import { describe, expect, test } from "@jest/globals";
import { refuseTotal } from "../../src/roster/syntax/document.js";
import { json, read, yaml } from "./check.js";

const MiB = 1024 * 1024;
/** Only the general parser reads it. */
const ANCHORED = "x-a: &a {}\nx-b: {<<: *a}\nresources: []\n";
const CONFLICT = "<<<<<<< a\n=======\n>>>>>>> b\n";

/** The code of the first problem, and how many there are. */
async function summary(
  text: string | Uint8Array,
  path = "a.yml",
): Promise<readonly [string | undefined, number]> {
  const { found } = await read(text, path);
  return [found[0]?.split(" ")[0], found.length];
}

test.each<[file: string, opening: string]>([
  ["a.json", "["],
  ["a.json", '{"a":'],
  ["a.yml", "["],
  ["a.yml", "{"],
  ["a.yml", "- "],
  ["a.yml", "? "],
  ["a.yml", "{a: "],
  ["a.yml", "&a ["],
])("%s: nesting by %j", async (file, opening) => {
  expect(await summary(opening.repeat(100_000), file)).toEqual(["nested-too-deep", 1]);
});

test("nesting by indentation", async () => {
  const lines = Array.from({ length: 3000 }, (_, depth) => `${" ".repeat(depth)}a:\n`);
  expect(await summary(lines.join(""))).toEqual(["nested-too-deep", 1]);
});

test("many keys in one mapping", async () => {
  const keys = Array.from({ length: 60_000 }, (_, index) => `key${index}`);
  const members = keys.map((key) => `"${key}": 1`).join(",\n");
  for (const file of ["a.yml", "a.json"]) {
    expect((await read(`{"x-a": {\n${members}\n}, "resources": []}`, file)).accounts).toEqual([]);
  }
  const unknown = keys.slice(0, 20_000).map((key) => `${key}: 1\n`);
  expect(await summary(`${unknown.join("")}resources: []\n`)).toEqual(["unknown-key", 10_000]);
});

describe("aliases", () => {
  const level = (name: string, of: string) =>
    `x-${name}: &${name} [${Array(10).fill(`*${of}`).join(",")}]\n`;
  const many = `x-a: &a [${"x,".repeat(9)}x]\n${level("b", "a")}${level("c", "b")}${level("d", "c")}${level("e", "d")}`;

  test("of aliases may have 10 million values", async () => {
    expect((await read(`${many}${level("f", "e")}resources: []\n`)).found).toEqual([]);
    const bomb = `${many}${level("f", "e")}${level("g", "f")}resources: []\n`;
    expect((await read(bomb)).found).toEqual([expect.stringMatching(/^alias-bomb 7:/)]);
  });

  test("of large mappings that are merged again and again", async () => {
    const map = Array.from({ length: 3000 }, (_, index) => `k${index}: 1`).join(", ");
    const merges = `  - <<: [${Array(1000).fill("*a").join(",")}]\n`.repeat(50);
    const text = `x-a: &a {${map}}\nx-b:\n${merges}resources: []\n`;
    expect((await read(text)).found).toEqual([expect.stringMatching(/^alias-bomb 4:/)]);
  });

  test("of one account 1,000 times are 999 duplicates", async () => {
    const text = `resources:\n${yaml().replace("-", "- &a\n ")}${"- *a\n".repeat(999)}`;
    expect(await summary(text)).toEqual(["duplicate-unique-id", 999]);
  });

  test("that are unknown: the nearest anchor is looked for a few times only", async () => {
    const anchors = Array.from({ length: 1000 }, (_, index) => `&anchor${index} 1`);
    const aliases = Array.from({ length: 20_000 }, (_, index) => `- *ancohr${index}\n`);
    const text = `x-a: [${anchors}]\nx-b:\n${aliases.join("")}resources: []\n`;
    const { messages } = await read(text);
    expect(messages).toHaveLength(10_000);
    expect(messages.filter((message) => message.includes("Did you mean"))).toHaveLength(20);
  });
});

describe("defaults", () => {
  test("whose templates name each other over and over", async () => {
    const times = (name: string) => `"${`{${name}}`.repeat(100)}"`;
    const defaults = `defaults:
  displayName: ${times("fullName")}
  fullName: ${times("accountName")}
  accountName: ${times("roleDescription")}
  roleDescription: ${times("email")}
resources:\n`;
    const without = { displayName: null, fullName: null, accountName: null };
    const accounts = yaml({ ...without, uniqueId: "a" }, { ...without, uniqueId: "b" });
    expect((await read(defaults + accounts)).found).toEqual(["template-too-long 4:16"]);
  });

  test("that add more to the file than can be sent", async () => {
    const list = `groupIds: [${"a,".repeat(10_000)}a]`;
    const accounts = Array.from({ length: 3000 }, (_, index) => `- {uniqueId: u${index}}\n`);
    const { found, messages } = await read(
      `defaults:\n  ${list}\nresources:\n${accounts.join("")}`,
    );
    expect(found[0]).toBe("template-too-long 2:3");
    expect(messages[0]).toContain("more than 268435456 characters");
    expect(found.slice(1).every((one) => one.startsWith("missing-field"))).toBe(true);
  });
});

describe("too much of anything:", () => {
  test.each<
    [
      what: string,
      file: string,
      text: () => string | Uint8Array,
      ...Awaited<ReturnType<typeof summary>>,
    ]
  >([
    ["16 MiB with an anchor", "a.yml", () => ANCHORED.padEnd(16 * MiB, "#"), undefined, 0],
    ["more than that", "a.yml", () => ANCHORED.padEnd(16 * MiB + 1, "#"), "file-too-large", 1],
    ["128 MiB of JSON", "a.json", () => Buffer.alloc(128 * MiB, " "), "empty-file", 1],
    ["more than 128 MiB", "a.json", () => Buffer.alloc(128 * MiB + 1, " "), "file-too-large", 1],
    ["values", "a.yml", () => `[${"1,".repeat(4 * MiB)}&a 1]`, "too-many-values", 1],
    [
      "values that are no accounts",
      "a.yml",
      () => `[${"1,".repeat(MiB)}1]`,
      "too-many-errors",
      10_000,
    ],
    ["values", "a.json", () => `[${"[],".repeat(13_000_000)}x]`, "json-syntax", 1],
    ["lists", "a.json", () => `[${"[],".repeat(11_999_998)}1]`, "too-many-errors", 10_000],
    ["more lists", "a.json", () => `[${"[],".repeat(12_000_000)}1]`, "too-many-values", 1],
    ["errors", "a.json", () => `[${"5,".repeat(249_999)}5]`, "wrong-type", 10_000],
    ["more errors", "a.json", () => `[${"5,".repeat(250_000)}5]`, "too-many-errors", 10_000],
    ["empty accounts", "a.json", () => `[${"{},".repeat(30_000)}{}]`, "missing-field", 1],
    ["commas", "a.json", () => "[\n,".repeat(90) + ",\n".repeat(20_000), "json-syntax", 1],
    ["words", "a.json", () => `[${"x,".repeat(20_000)}x]`, "json-syntax", 1],
    ["open quotes", "a.yml", () => '- "a\n'.repeat(20_000), "yaml-syntax", 1],
    ["blank lines", "a.yml", () => "\n".repeat(MiB), "empty-file", 1],
    ["comments", "a.yml", () => `${"# a\n".repeat(100_000)}[5]`, "wrong-type", 1],
    ["space", "a.json", () => `[${" ".repeat(MiB / 2 - 1)}5]`, "wrong-type", 1],
    ["more space", "a.json", () => `[${"\n".repeat(MiB)}5]`, "wrong-type", 1],
    ["more space and a mistake", "a.json", () => `[${"\n".repeat(MiB)}x]`, "too-many-values", 1],
    ["space at the end", "a.json", () => `[]${" ".repeat(MiB)}`, undefined, 0],
    ["conflicts", "a.yml", () => CONFLICT.repeat(300), "merge-conflict", 300],
  ])("%s in %s", async (_, file, text, ...expected) => {
    expect(await summary(text(), file)).toEqual(expected);
  });

  test("directives and closing brackets in YAML", async () => {
    expect((await read("%a\n".repeat(100_000))).found.length).toBeLessThan(2000);
    expect((await read("]}".repeat(100_000))).found.length).toBeLessThan(10);
  });
});

test("all files together may have 256 MiB", () => {
  expect(refuseTotal(256 * MiB)).toBeUndefined();
  expect(refuseTotal(256 * MiB + 1)?.join("")).toContain("larger than 256 MiB");
});

describe("what no one reads is accepted, however much it is:", () => {
  test.each<[what: string, file: string, text: () => string]>([
    ["84 MiB of lists", "a.json", () => `{"x-a": [${"[],".repeat(28 * MiB)}1], "resources": []}`],
    ["8 MiB of text", "a.json", () => `{"x-a": "${"x".repeat(8 * MiB)}", "resources": []}`],
    ["8 MiB of text", "a.yml", () => `x-a: "${"x".repeat(8 * MiB)}"\nresources: []\n`],
    ["8 MiB of block text", "a.yml", () => `x-a: |\n${" abc\n".repeat(1.6 * MiB)}resources: []\n`],
  ])("%s in %s", async (_, file, text) => {
    expect((await read(text(), file)).found).toEqual([]);
  });

  test.each(["a.json", "a.yml"])("a field may have 8 MiB in %s", async (file) => {
    const text = JSON.stringify("x".repeat(8 * MiB));
    const roster = file === "a.json" ? json({ fullName: text }) : yaml({ fullName: text });
    expect((await read(roster, file)).accounts?.[0]?.fullName).toHaveLength(8 * MiB);
  });
});
