// An update changes the text of each account where it is, and nothing else.
import { describe, expect, test } from "@jest/globals";
import type { Row } from "../../src/model/account.js";
import { account, leaver, RESOURCE, row } from "../support/accounts.js";
import { exportInto } from "./exporting.js";

const DEFAULTS = `defaults:
  status: ACTIVE
  authMethod: SSO
  mfaEnabled: false
  mfaMethods: []
  permissionLevel: BASE
  displayName: "{fullName}"
  accountName: "{email}"
  externalUrl: "https://admin.example.com/users/{uniqueId}"
`;
const CREATED = 'createdTimestamp: "2024-03-01T09:00:00Z"';

/** An account in block style, two spaces before its dash. */
function person(id: string, ...lines: readonly string[]): string {
  const fields = [`fullName: User ${id}`, `email: ${id}@example.com`, CREATED, ...lines];
  return `  - uniqueId: ${id}\n${fields.map((line) => `    ${line}\n`).join("")}`;
}

/** Exports into one file, and returns what it says after its defaults. */
async function update(text: string, rows: readonly Row[], path = "people.yml"): Promise<string> {
  const exported = await exportInto({ [path]: DEFAULTS + text }, rows, { exportFile: path });
  expect(exported).toMatchObject({ problems: [], breach: undefined });
  const after = exported.texts[path] ?? "";
  expect(after.startsWith(DEFAULTS)).toBe(true);
  return after.slice(DEFAULTS.length);
}

/** The same for what comes under `resources:`. */
async function updateList(text: string, rows: readonly Row[]): Promise<string> {
  return (await update(`resources:\n${text}`, rows)).replace(/^resources:\n?/, "");
}

describe("a changed field", () => {
  test("changes in its own characters, in its own quotes", async () => {
    const text = `${person("u-1", "roleDescription:   'Boss'   # since May")}${person("u-2")}`;
    expect(await updateList(text, [row("u-1", { roleDescription: "It's me" }), row("u-2")])).toBe(
      text.replace("'Boss'", "'It''s me'"),
    );
  });

  test("is a line after the account's last where it is new", async () => {
    const text = `${person("u-1", "# deep")}\n${person("u-2")}`;
    expect(await updateList(text, [row("u-1", { permissionLevel: "ADMIN" }), row("u-2")])).toBe(
      text.replace(`${CREATED}\n    # deep`, `${CREATED}\n    permissionLevel: ADMIN\n    # deep`),
    );
  });

  test("goes with its line where Vanta has no value, and is null where a default would fill it", async () => {
    expect(await updateList(person("u-1", "roleDescription: Boss # x"), [row("u-1")])).toBe(
      person("u-1"),
    );
    const text = "  roleDescription: Staff\nresources:\n";
    expect(await update(text + person("u-1"), [row("u-1")])).toBe(
      `${text}${person("u-1")}    roleDescription: null\n`,
    );
  });

  test("stays as it is written where it means the same", async () => {
    const text = person("u-1", "groupIds: [b, a]").replace(
      CREATED,
      "createdTimestamp: 2024-03-01T10:00:00+01:00",
    );
    expect(await updateList(text, [row("u-1", { groupIds: ["a", "b"] })])).toBe(text);
  });

  test("is written once where a template makes the others of it", async () => {
    const changed = { fullName: "Ada", displayName: "Ada" };
    expect(await updateList(person("u-1"), [row("u-1", changed)])).toBe(
      person("u-1").replace("User u-1", "Ada"),
    );
  });

  test("leaves activity fields alone", async () => {
    const text = person("u-1", 'lastLoginTimestamp: "2025-01-01T00:00:00Z"');
    const lastLoginTimestamp = "2026-01-01T00:00:00Z";
    expect(await updateList(text, [row("u-1", { lastLoginTimestamp })])).toBe(text);
    expect(
      await updateList(text, [row("u-1", { lastLoginTimestamp, roleDescription: "Boss" })]),
    ).toBe(`${text}    roleDescription: Boss\n`);
  });

  test("in braces stays in braces, with the comma that it needs", async () => {
    const tall = `  - {\n      uniqueId: u-2,\n      fullName: User u-2, # name\n      email: u-2@example.com,\n      ${CREATED} # last\n    }\n`;
    const flow = `  - {uniqueId: u-1, fullName: User u-1, email: u-1@example.com, ${CREATED}}\n`;
    const boss = { roleDescription: "A, b" };
    expect(await updateList(flow + tall, [row("u-1", boss), row("u-2", boss)])).toBe(
      flow.replace("}", ', roleDescription: "A, b"}') +
        tall.replace(" # last\n", ', # last\n      roleDescription: "A, b"\n'),
    );
  });

  test("changes lists by element and mappings by key", async () => {
    const lines = [
      "groupIds: # teams",
      "  - a # first",
      "  - b",
      "customProperties:",
      "  x: 1 # x",
      "  y: on",
    ];
    expect(
      await updateList(person("u-1", ...lines), [
        row("u-1", { groupIds: ["c", "b", "d"], customProperties: { x: 2, z: true } }),
      ]),
    ).toBe(
      person(
        "u-1",
        "groupIds: # teams",
        "  - c # first",
        "  - b",
        "  - d",
        "customProperties:",
        "  x: 2 # x",
        "  z: true",
      ),
    );
  });

  test("is quoted where YAML 1.1 reads something else", async () => {
    const texts = [
      "yes",
      "12:30",
      "2024-03-01",
      "1e3",
      "null",
      "~",
      "0x1",
      "a: b",
      "- a",
      "a #b",
      "\u2028x",
    ];
    for (const roleDescription of texts) {
      expect(await updateList(person("u-1"), [row("u-1", { roleDescription })])).toBe(
        `${person("u-1")}    roleDescription: ${JSON.stringify(roleDescription).replace("\u2028", "\\u2028")}\n`,
      );
    }
  });
});

test.each([
  [
    "in braces",
    `  - {uniqueId: u-1, roleDescription, fullName: User u-1, email: u-1@example.com, ${CREATED}}\n`,
    "11:21",
  ],
  ["in a block", person("u-1", "? roleDescription"), "15:5"],
])("a key without a colon %s is an error where it is", async (_, text, at) => {
  const files = { "a.yml": `${DEFAULTS}resources:\n${text}` };
  const unchanged = await exportInto(files, [row("u-1")]);
  expect(unchanged).toMatchObject({ problems: [], written: [], breach: undefined });
  const { problems } = await exportInto(files, [row("u-1", { roleDescription: "Boss" })]);
  expect(problems).toEqual([expect.stringMatching(`^cannot-update a.yml:${at} .*has no colon`)]);
});

describe("anchors, aliases and merge keys", () => {
  test("are overridden in the account that uses them", async () => {
    const text = `x-time: &time "2024-03-01T09:00:00Z"
x-token: &token {authMethod: TOKEN}
x-ada: &ada {uniqueId: u-3, fullName: User u-3, email: u-3@example.com, createdTimestamp: *time}
resources:
${person("u-1").replace(/"2024.*/, "*time")}${person("u-2")}    <<: *token
  - *ada # whole
`;
    const rows = [
      row("u-1", { createdTimestamp: "2025-01-01T00:00:00Z" }),
      row("u-2", { authMethod: "PASSWORD" }),
      row("u-3", { permissionLevel: "ADMIN" }),
    ];
    expect(await update(text, rows)).toBe(
      text
        .replace("*time\n  - uniqueId: u-2", '"2025-01-01T00:00:00Z"\n  - uniqueId: u-2')
        .replace("<<: *token\n", "<<: *token\n    authMethod: PASSWORD\n")
        .replace("*ada # whole\n", "<<: *ada # whole\n    permissionLevel: ADMIN\n"),
    );
  });

  test("are an error at the value where a change would reach another account", async () => {
    const text = `resources:
  - &first
    uniqueId: u-1
    fullName: User u-1
    email: u-1@example.com
    createdTimestamp: &time "2024-03-01T09:00:00Z"
    roleDescription: Boss
${person("u-2").replace(/"2024.*/, "*time")}  - <<: *first
    uniqueId: u-3
    email: u-3@example.com
    fullName: User u-3
`;
    const rows = [
      row("u-1", { createdTimestamp: "2025-01-01T00:00:00Z", authMethod: "TOKEN" }),
      row("u-2"),
      row("u-3", { roleDescription: "Boss" }),
    ];
    const { problems } = await exportInto({ "a.yml": DEFAULTS + text }, rows);
    expect(problems).toEqual([expect.stringMatching(/^cannot-update a\.yml:15:29 "u-1"/)]);
    const gone = await exportInto({ "a.yml": DEFAULTS + text }, rows.slice(1));
    expect(gone.problems).toEqual([expect.stringMatching(/^cannot-update a\.yml:12:5 .*anchor/)]);
  });
});

describe("an anchor that only fields of the same account use", () => {
  const shared = (more = "") => `  - uniqueId: u-1
    fullName: &name 'Ada' # name
    displayName: *name # shown
    roleDescription: *name
    email: u-1@example.com
    ${CREATED}
${more}`;
  const ada = { fullName: "Ada", displayName: "Ada", roleDescription: "Ada" };

  test.each([
    ["fullName", { ...ada, fullName: "Bob" }, ["&name 'Bob' # name", "'Ada' # shown", "'Ada'\n"]],
    [
      "fullName and displayName",
      { ...ada, fullName: "Bob", displayName: "Bob" },
      ["&name 'Bob' # name", "Bob # shown", "'Ada'\n"],
    ],
    [
      "displayName",
      { ...ada, displayName: "Bob" },
      ["&name 'Ada' # name", "Bob # shown", "*name\n"],
    ],
  ])("leaves the others as they were where %s changes", async (_, fields, values) => {
    const [name = "", shown = "", role = ""] = values;
    expect(await updateList(shared(), [row("u-1", fields)])).toBe(
      shared()
        .replace("&name 'Ada' # name", name)
        .replace("*name # shown", shown)
        .replace("*name\n", role),
    );
  });

  test("is an error where a list has it too", async () => {
    const text = `${DEFAULTS}resources:\n${shared("    groupIds: [*name]\n")}`;
    const rows = [row("u-1", { ...ada, groupIds: ["Ada"], fullName: "Bob" })];
    const { problems } = await exportInto({ "a.yml": text }, rows);
    expect(problems).toEqual([expect.stringMatching(/^cannot-update a\.yml:12:21 .*anchor/)]);
  });
});

test("one cause is one problem of an account", async () => {
  const text = `${DEFAULTS}resources:
  - &first
    uniqueId: u-1
    fullName: User u-1
    email: u-1@example.com
    ${CREATED}
    roleDescription: Boss
  - <<: *first
    uniqueId: u-2
    fullName: User u-2
    email: u-2@example.com
`;
  const rows = [
    row("u-1", { roleDescription: "Staff", authMethod: "TOKEN" }),
    row("u-2", { roleDescription: "Boss" }),
  ];
  const { problems } = await exportInto({ "a.yml": text }, rows);
  expect(problems).toEqual([expect.stringMatching(/^cannot-update a\.yml:16:22 .*by <</)]);
});

describe("an account that Vanta does not have", () => {
  const head = "  # Sales\n\n";
  const about = "  # about Ada,\n  # who left\n";

  test("goes with the comment directly above it, but not with the heading", async () => {
    const text = `${head}${about}${person("u-1", "# todo")}\n  # Support\n\n${person("u-2")}`;
    expect(await updateList(text, [row("u-2")])).toBe(`${head}  # Support\n\n${person("u-2")}`);
  });

  test("leaves what belongs to the account before it, and what comes after the list", async () => {
    const text = `${person("u-1", "# of u-1")}${about}${person("u-2", "# of u-2")}\n# end\nforget: []\n`;
    expect(await updateList(text, [row("u-1")])).toBe(
      `${person("u-1", "# of u-1")}\n# end\nforget: []\n`,
    );
  });

  describe("in brackets", () => {
    const flow = (id: string) =>
      `{uniqueId: ${id}, fullName: User ${id}, email: ${id}@example.com, ${CREATED}}`;
    const [one, two, three] = [flow("u-1"), flow("u-2"), flow("u-3")];
    const JSON_U1 = `{"uniqueId": "u-1", "fullName": "User u-1", "email": "u-1@example.com", "createdTimestamp": "2024-03-01T09:00:00Z"}`;

    test.each([
      [
        "beside its bracket",
        `[ ${one}, # one\n  # about two\n  ${two}, # two\n  ${three} ]`,
        ["u-2", "u-3"],
        `[ \n  # about two\n  ${two}, # two\n  ${three} ]`,
      ],
      [
        "at the end, beside the bracket",
        `[ ${one}, # one\n  # about three\n  ${three} ]`,
        ["u-1"],
        `[ ${one} # one\n  ]`,
      ],
      [
        "on its own line",
        `[\n  # about one\n  ${one}, # one\n  # about two,\n  # who left\n  ${two}, # two\n\n  # Sales\n\n  ${three}, # three\n  ]`,
        ["u-1"],
        `[\n  # about one\n  ${one}, # one\n\n  # Sales\n\n  ]`,
      ],
      [
        "between others on one line",
        `[${one}, ${two}, ${three}] # all`,
        ["u-1", "u-3"],
        `[${one}, ${three}] # all`,
      ],
      [
        "before a comment and its comma",
        `[ ${one} # one\n  , ${two}, # two\n  ${three} # three\n  ]`,
        ["u-1", "u-3"],
        `[ ${one} # one\n  , # two\n  ${three} # three\n  ]`,
      ],
    ])("%s goes with its comments, and those of others stay", async (_, text, ids, expected) => {
      const rows = ids.map((id) => row(id));
      expect(await update(`resources: ${text}\n`, rows)).toBe(`resources: ${expected}\n`);
    });

    const heading = "  # Sales\n\n";

    test.each([
      ["on its own line", `[\n${heading}  # about one\n  ${one} # one\n  ]`, `[\n${heading}  ]`],
      [
        "beside its bracket",
        `[ ${one}, # one\n${heading}  ${two}, ${three} ]`,
        `[ \n${heading}   ]`,
      ],
    ])("%s goes as the last one, and a heading stays", async (_, text, expected) => {
      const resources = (list: string) => `resources: ${list}\nx-a: 1\n`;
      const empty = resources(expected);
      expect(await update(resources(text), [])).toBe(empty);
      expect(await update(empty, [row("u-1")])).toBe(empty.replace(/( *)\]/, `$1  ${JSON_U1}\n$&`));
    });

    test.each([
      ["alone", `  []\n`, ""],
      ["with an account that goes", `  [\n  ${one} ]\n`, ""],
      ["before a comment", `  [] # none\n`, "   # none\n"],
    ])("%s below its key, the comment of the key stays", async (_, list, rest) => {
      const added = person("u-2").replaceAll(/^ {2}/gm, "    ");
      expect(await update(`resources: # all\n${list}x-a: 1\n`, [row("u-2")])).toBe(
        `resources: # all\n${rest}${added}x-a: 1\n`,
      );
    });

    test("elements of a list leave the comments of those that stay", async () => {
      const text = person("u-1", "groupIds: [a, # A", "  b, c, # C", "  d]");
      const withGroups = async (...groupIds: readonly string[]) =>
        (await updateList(text, [row("u-1", { groupIds })])).slice(text.indexOf("groupIds"));
      expect(await withGroups("a")).toBe("groupIds: [a # A\n       # C\n      ]\n");
      expect(await withGroups("b", "c")).toBe("groupIds: [\n      b, c # C\n      ]\n");
      expect(await withGroups("a", "b", "d")).toBe("groupIds: [a, # A\n      b, # C\n      d]\n");
    });
  });

  test("leaves an empty list under the heading of a file that is a list", async () => {
    const files = {
      "a.yml": `# Staff\n\n- ${JSON.stringify(account("u-1"))}\n`,
      "b.yml": `${DEFAULTS}resources:\n${person("u-2")}`,
    };
    expect(await exportInto(files, [row("u-2")])).toMatchObject({
      texts: { "a.yml": "# Staff\n\n[]\n" },
      problems: [],
    });
  });

  test("in brackets that are the whole file and indented, makes room for another one", async () => {
    const text = `  [ ${JSON.stringify(account("u-1"))}\n  ]\n`;
    const exported = await exportInto({ "a.yml": text }, [row("u-2")]);
    expect(exported).toMatchObject({ breach: undefined, problems: [] });
    expect(exported.texts["a.yml"]).toMatch(/^ {2}- uniqueId: u-2\n {4}displayName/);
  });

  test("leaves an empty list where it was the only one of its file", async () => {
    const rows = [row("u-2")];
    const files = {
      "a.yml": `- {"uniqueId": "u-1", ${JSON.stringify(account("u-1")).slice(1)}\n`.replace(
        '"uniqueId": "u-1", ',
        "",
      ),
    };
    const both = await exportInto(
      { ...files, "b.yml": `${DEFAULTS}resources: # all\n${person("u-2")}` },
      rows,
    );
    expect(both).toMatchObject({ texts: { "a.yml": "[]\n" }, breach: undefined });
    const other = await exportInto(
      { "b.yml": `${DEFAULTS}resources: # all\n${person("u-1")}# end\n` },
      rows,
    );
    expect(other.texts["b.yml"]).toBe(`${DEFAULTS}resources: # all\n${person("u-2")}# end\n`);
  });
});

describe("an account that no file has", () => {
  test("is appended to the export file of its resource, else to the last file by path", async () => {
    const files = {
      "a.yml": `${DEFAULTS}resources:\n${person("u-1")}`,
      "b.yml": `${DEFAULTS}resources:\n${person("u-2")}`,
      "c.yml": `resourceId: other\nresources: []\n`,
    };
    const rows = [row("u-1"), row("u-2"), row("u-3")];
    const resources = [
      { resourceId: RESOURCE, rows },
      { resourceId: "other", rows: [] },
    ];
    const into = async (exportFile: string) =>
      (await exportInto(files, rows, { exportFile, resources })).written;
    expect([await into("a.yml"), await into("c.yml"), await into("new.yml")]).toEqual([
      ["a.yml"],
      ["b.yml"],
      ["b.yml"],
    ]);
  });

  test("has the form of the others, and only what the defaults do not give", async () => {
    const text = `${person("u-1")}\n${person("u-2")}# end\n`
      .replaceAll("- u", "-   u")
      .replaceAll("\n    ", "\n      ");
    const added = person("u-3").replaceAll("- u", "-   u").replaceAll("\n    ", "\n      ");
    const rows = ["u-1", "u-2", "u-3"].map((id) => row(id));
    expect(await updateList(text, rows)).toBe(text.replace("# end", `\n${added}# end`));
  });

  describe("has the quotes of the others", () => {
    const double = (id: string, more = "") =>
      `  - uniqueId: "${id}"\n    fullName: "User ${id}"\n    email: "${id}@example.com"\n    ${CREATED}\n${more}`;
    const groups = (id: string, group: string) => double(id, `    groupIds: [${group}]\n`);
    const single = (id: string) => double(id).replaceAll('"', "'");
    const flow = (id: string) =>
      `  {uniqueId: '${id}', fullName: 'User ${id}', email: '${id}@example.com', ${CREATED}}`;
    const byField = (id: string) => double(id).replace(`"User ${id}"`, `User ${id}`);

    test.each([
      ["double", double],
      ["single", single],
      ["by field", byField],
    ])("%s", async (_, write) => {
      const rows = ["u-1", "u-2", "u-3"].map((id) => row(id));
      const text = write("u-1") + write("u-2");
      expect(await updateList(text, rows)).toBe(text + write("u-3"));
    });

    test("in brackets", async () => {
      const own = (id: string) => flow(id).replaceAll('"', "'");
      const text = `  [\n${own("u-1")}\n  ]\n`;
      expect(await updateList(text, [row("u-1"), row("u-2")])).toBe(
        `  [\n${own("u-1")},\n${own("u-2")}\n  ]\n`,
      );
    });

    test("plain where they differ, and none that would change a text", async () => {
      const odd = { fullName: "User u-3", displayName: "User u-3", email: "u-3@example.com" };
      const rows = [row("u-1"), row("u-2"), row("u-3", odd)];
      const mixed = double("u-1") + person("u-2");
      expect(await updateList(mixed, rows)).toBe(mixed + person("u-3"));
      const text = single("u-1") + single("u-2");
      const name = { fullName: "It's\t\u2028", displayName: "It's\t\u2028" };
      expect(await updateList(text, [...rows.slice(0, 2), row("u-3", name)])).toBe(
        text + single("u-3").replace("'User u-3'", '"It\'s\\t\\u2028"'),
      );
    });

    test("and so do a new field and the elements of a list", async () => {
      const text = groups("u-1", '"a"');
      const changed = { roleDescription: "Boss", groupIds: ["a", "b"] };
      expect(await updateList(text, [row("u-1", changed)])).toBe(
        `${groups("u-1", '"a", "b"')}    roleDescription: "Boss"\n`,
      );
    });
  });

  test("is not one who left: carried, expired, or to be forgotten", async () => {
    const text = `forget: [u-9]\nresources:\n${person("u-1")}`;
    const rows = [
      row("u-1"),
      leaver("u-2", 3),
      leaver("u-3", 900),
      row("u-9"),
      leaver("u-4", 1, { email: null }),
    ];
    expect(await update(text, rows)).toBe(text);
  });

  test("is written in JSON as the others are", async () => {
    const compact = JSON.stringify([account("u-1")]);
    const tall = `${JSON.stringify({ resources: [account("u-1")] }, null, 4)}\r\n`.replaceAll(
      /\r?\n/g,
      "\r\n",
    );
    const rows = [row("u-1"), row("u-2")];
    const appended = async (text: string) =>
      (await exportInto({ "a.json": text }, rows)).texts["a.json"];
    expect(await appended(compact)).toBe(JSON.stringify([account("u-1"), inOrder("u-2")]));
    const expected = { resources: [account("u-1"), inOrder("u-2")] };
    expect(await appended(tall)).toBe(
      `${JSON.stringify(expected, null, 4).replaceAll("\n", "\r\n")}\r\n`,
    );
  });
});

function inOrder(id: string) {
  const { uniqueId, ...others } = account(id);
  return { uniqueId, ...others };
}

describe("empty lines between accounts do not build up where the last one goes and comes", () => {
  const ids = (count: number) => Array.from({ length: count }, (_, index) => `u-${index + 1}`);
  const list = (count: number) =>
    `resources:\n${ids(count)
      .map((id) => person(id))
      .join("\n")}`;

  test.each([
    ["at the end", list(3), list(3)],
    ["without a line end", list(3).trimEnd(), list(3)],
    ["before another key", `${list(3)}\n\nforget: []\n`, `${list(3)}\n\nforget: []\n`],
    ["before a comment", `${list(3)}\n# The end\n`, `${list(3)}\n# The end\n`],
    ["with two accounts", list(2), list(2)],
    ["with one account", `${list(1)}\n# The end\n`, `${list(1)}\n# The end\n`],
  ])("%s", async (_, text, expected) => {
    const rows = ids(text.split("uniqueId").length - 1).map((id) => row(id));
    let after = text;
    for (let times = 0; times < 10; times += 1) {
      after = await update(after, rows.slice(0, -1).concat(row("u-0")));
      after = await update(after, rows);
    }
    expect(after).toBe(expected);
  });
});

test("a byte order mark and CRLF stay, and are used for what is new", async () => {
  const text = `\uFEFF${DEFAULTS}resources:\n${person("u-1")}`.replaceAll("\n", "\r\n");
  const { texts } = await exportInto({ "a.yml": text }, [
    row("u-1", { permissionLevel: "ADMIN" }),
    row("u-2"),
  ]);
  expect(texts["a.yml"]).toBe(
    `${text}    permissionLevel: ADMIN\r\n${person("u-2").replaceAll("\n", "\r\n")}`,
  );
});

test("a row that no roster may have is written as it is, and the rest keeps the law", async () => {
  const text = `${DEFAULTS}resources:\n${person("u-1")}`;
  const rows = [row("u-1", { email: "nobody" }), row("u-2", { status: "SUSPENDED" })];
  const exported = await exportInto({ "a.yml": text }, rows);
  expect(exported).toMatchObject({ problems: [], breach: undefined });
  expect(exported.texts["a.yml"]).toContain("email: nobody\n");
  expect(exported.texts["a.yml"]).toContain("status: SUSPENDED\n");
});
