// What whole files become: rosters, one for each resource, or all that is wrong with them.
import { describe, expect, test } from "@jest/globals";
import { ACCOUNT, type Changes, check, json, read, yaml } from "./check.js";

test("a body has a resource ID, accounts with their places, and uniqueIds to forget", async () => {
  const text = `resourceId: r-1\nforget: [u-0007]\nresources:\n${yaml()}`;
  expect((await read(text)).rosters).toEqual([
    {
      resourceId: "r-1",
      files: ["a.yml"],
      entries: [{ account: ACCOUNT, location: { file: "a.yml", line: 4, column: 3 } }],
      forget: new Set(["u-0007"]),
    },
  ]);
});

test("a list of accounts is a roster too", async () => {
  const location = { file: "a.json", line: 2, column: 3 };
  expect((await read(json(), "a.json")).rosters).toEqual([
    {
      resourceId: undefined,
      files: ["a.json"],
      entries: [{ account: ACCOUNT, location }],
      forget: new Set(),
    },
  ]);
});

describe("anchors", () => {
  test("with aliases and merge keys: an account's own fields win, then the first merged", async () => {
    const text = `x-base: &base {status: ACTIVE, mfaEnabled: false, mfaMethods: &none []}
x-more: &more {mfaEnabled: true, authMethod: SSO, roleDescription: &role Boss}
resources:
  - <<: [*base, *more]
    "status": DEACTIVATED
    deactivatedTimestamp: 2025-01-01T00:00:00Z
    groupIds: [*role]
${yaml({ status: null, mfaEnabled: null, mfaMethods: "*none", authMethod: null }).replace("-", " ").replace(/^/gm, "  ")}`;
    expect((await read(text)).found).toEqual([]);
    expect((await read(text)).accounts).toEqual([
      {
        ...ACCOUNT,
        status: "DEACTIVATED",
        deactivatedTimestamp: "2025-01-01T00:00:00Z",
        roleDescription: "Boss",
        groupIds: ["Boss"],
      },
    ]);
  });

  test("may be used any number of times", async () => {
    const accounts = Array.from(
      { length: 1000 },
      (_, index) => `- {<<: *a, uniqueId: u${index}}\n`,
    );
    const anchor = yaml({ uniqueId: null }).replace("-", " ");
    const text = `x-a: &a\n${anchor}resources:\n${accounts.join("")}`;
    expect((await read(text)).accounts).toHaveLength(1000);
  });
});

describe("one mistake is one problem", () => {
  const twice = (changes: Changes) =>
    yaml({ ...changes, uniqueId: "a" }, { ...changes, uniqueId: "b" });
  test.each<[what: string, text: string, ...found: string[]]>([
    [
      "a value that several accounts share",
      `x-a: {email: &e x}\nresources:\n${twice({ email: "*e" })}`,
      "bad-email 1:17",
    ],
    [
      "a value that several fields share",
      yaml({ displayName: "&n 1004", fullName: "*n", groupIds: "[*n]" }),
      "wrong-type 1:19",
    ],
    [
      "a name that several accounts share",
      `x-a: &a {stauts: GONE}\nresources:\n${twice({ status: null, "<<": "*a" })}`,
      "unknown-key 1:10",
      "unknown-value 1:18",
    ],
    [
      "an alias that is unknown, whatever its field is",
      yaml({ mfaEnabled: "*a", mfaMethods: "*b", groupIds: "[*c]", customProperties: "{a: *d}" }),
      "unknown-alias 10:15",
      "unknown-alias 11:15",
      "unknown-alias 13:14",
      "unknown-alias 14:25",
    ],
    ["a key twice", yaml({ groupIds: "[]" }).replace("groupIds", "email"), "duplicate-key 13:3"],
    ["a key of YAML", yaml({ email: null, '"em\\ud800"': "x" }), "lone-surrogate 12:3"],
  ])("%s", async (_, text, ...found) => {
    expect((await read(text)).found).toEqual(found);
  });

  test("a key of JSON", async () => {
    const text = json({ email: null, "em\ud800": '"x"' });
    expect((await read(text, "a.json")).found).toEqual(["lone-surrogate 14:5"]);
  });

  test.each(["resuorces", "accounts", "users", "members", "people"])(
    "%s is read as resources",
    async (key) => {
      const found = ["unknown-key 1:1", "bad-email 7:10"];
      expect((await read(`${key}:\n${yaml({ email: "x" })}`)).found).toEqual(found);
    },
  );

  test("defualts is read as defaults", async () => {
    const text = `defualts: {status: GONE}\nresources:\n${yaml({ status: null })}`;
    expect((await read(text)).found).toEqual(["unknown-key 1:1", "unknown-value 1:20"]);
  });
});

const body = (resourceId: string, ...accounts: readonly Changes[]) =>
  `resourceId: ${resourceId}\nresources:\n${yaml(...accounts)}`;

describe("a uniqueId twice", () => {
  test("is an error for each further one, and names both places", async () => {
    const { found, messages } = await read(yaml({}, { email: "x" }, {}));
    expect(found).toEqual([
      "duplicate-unique-id 14:13",
      "bad-email 18:10",
      "duplicate-unique-id 26:13",
    ]);
    expect(messages[2]).toContain("a.yml:2:13");
  });

  test("by an alias is reported at the alias", async () => {
    const text = `resources:\n${yaml().replace("-", "- &a\n ")}- *a\n`;
    expect((await read(text)).found).toEqual(["duplicate-unique-id 15:3"]);
  });

  test.each<[string, string, string | undefined, ...found: string[]]>([
    [body("r1"), body("r1"), undefined, "duplicate-unique-id b.yml:4:13"],
    [body("r1"), body("r2"), undefined],
    [body("r1"), yaml(), "r1", "duplicate-unique-id b.yml:2:13"],
    [body("r1"), yaml(), "r2"],
  ])("is an error across the files of one resource: %#", async (a, b, resourceId, ...found) => {
    expect((await check({ "a.yml": a, "b.yml": b }, { resourceId })).found).toEqual(found);
  });
});

describe("forget", () => {
  test.each<[text: string, ...found: string[]]>([
    ["forget: [a, b, a]\nresources: []\n", "duplicate-forget 1:16"],
    [`forget: [x, u-1001]\nresources:\n${yaml()}`, "forget-in-roster 1:13"],
  ])("%j", async (text, ...found) => {
    expect((await read(text)).found).toEqual(found);
  });

  test("is for all files of its resource, and for no others", async () => {
    const forget = (id: string) => `resourceId: ${id}\nforget: [u-1001]\nresources: []\n`;
    const { found } = await check({ "a.yml": forget("r1"), "b.yml": body("r1") });
    expect(found).toEqual(["forget-in-roster a.yml:2:10"]);
    expect((await check({ "a.yml": forget("r2"), "b.yml": body("r1") })).rosters).toMatchObject([
      { resourceId: "r1", forget: new Set() },
      { resourceId: "r2", files: [], forget: new Set(["u-1001"]), entries: [] },
    ]);
  });
});

test("a resource ID is needed for plan and sync: a problem of the input, which names the files", async () => {
  const files = { "a.yml": yaml({ uniqueId: "a" }), "b.yml": `# b\n${yaml()}` };
  const { found, messages } = await check({ ...files, "c.yml": body("r") }, { addressed: true });
  expect(found).toEqual(["missing-input"]);
  expect(messages[0]).toMatch(/^resource-id: .*"a\.yml", "b\.yml", which/);
  expect(messages[0]).not.toContain("c.yml");
  expect((await check(files, { addressed: true, resourceId: "r" })).rosters).toMatchObject([
    { resourceId: "r", files: ["a.yml", "b.yml"], entries: [{}, {}] },
  ]);
  const rosters = (await check({ ...files, "c.yml": body("r") })).rosters;
  expect(rosters).toMatchObject([
    { resourceId: undefined, entries: [{}, {}] },
    { resourceId: "r" },
  ]);
});

test("rosters are in order of resource ID, accounts in order of files and lines", async () => {
  const ids = (...list: readonly string[]) => list.map((id) => ({ uniqueId: `"${id}"` }));
  const { rosters } = await check({
    "c.yml": body("b", ...ids("1")),
    "b/x.yml": body("a", ...ids("3", "2")),
    "b.yml": body("a", ...ids("4")),
    "a.yml": body("B", ...ids("5")),
  });
  const order = rosters?.map(({ resourceId, entries }) => [
    resourceId,
    ...entries.map(({ account }) => account.uniqueId),
  ]);
  expect(order).toEqual([
    ["B", "5"],
    ["a", "4", "3", "2"],
    ["b", "1"],
  ]);
});
