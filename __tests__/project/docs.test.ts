// The documentation agrees with the code: every code and every message is explained, every roster
// shown is valid, every link leads somewhere, and the workflow to copy does what the README says.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { Ajv } from "ajv";
import ts from "typescript";
import { parse } from "yaml";
import { z } from "zod";
import { FIELDS, isField } from "../../src/model/account.js";
import { GUARD_CODES } from "../../src/model/outcome.js";
import { PROBLEM_CODES } from "../../src/model/problem-codes.js";
import { rosterJsonSchema } from "../../src/roster/schema.js";
import { parsePatterns } from "../../src/settings/patterns.js";
import { ACCOUNT, check } from "../roster/check.js";

const root = new URL("../../", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), "utf8");
const list = (folder: string) => readdirSync(new URL(folder, root));

const PAGES = [
  ...["README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md"],
  ...list("docs").flatMap((name) => pageIn("docs", name)),
];

function pageIn(folder: string, name: string): readonly string[] {
  return name.endsWith(".md") ? [`${folder}/${name}`] : [];
}

interface Block {
  readonly page: string;
  readonly language: string;
  readonly text: string;
}

const BLOCKS: readonly Block[] = PAGES.flatMap((page) =>
  [...read(page).matchAll(/^( *)```(\w*)\n([\s\S]*?)^\1```$/gm)].map(
    ([, , language = "", text = ""]) => ({ page, language, text }),
  ),
);

/** A mapping of a roster: an account, or the body of a file. */
const mapping = z.record(z.string(), z.unknown());
const BODY_KEYS = ["resourceId", "defaults", "forget", "resources"];

describe("docs/problems.md", () => {
  /** The rows of each section that begins so: a code, and the severity where a column has it. */
  const rows = (start: string) =>
    read("docs/problems.md")
      .split(/^## /m)
      .filter((section) => section.startsWith(start))
      .flatMap((section) => [...section.matchAll(/^\| `([a-z0-9-]+)` \| (\w*)/gm)])
      .map(([, code = "", severity = ""]) => ({ code, severity }));
  const guards = rows("Guards").map(({ code }) => code);

  test("explains every code of a problem, each once", () => {
    const listed = [...rows("Rosters"), ...rows("Inputs")].map(({ code }) => code);
    // The limits are guards; only on a pull request are they warnings.
    const codes = Object.keys(PROBLEM_CODES).filter((code) => !guards.includes(code));
    expect(listed.sort()).toEqual(codes.sort());
  });

  test("gives each code its severity", () => {
    const severities = Object.fromEntries([
      ...rows("Rosters").map(({ code }) => [code, "error"]),
      ...rows("Rosters: warnings").map(({ code }) => [code, "warning"]),
      ...rows("Inputs").map(({ code, severity }) => [code, severity]),
    ]);
    expect(PROBLEM_CODES).toMatchObject(severities);
  });

  test("explains every guard", () => {
    expect(guards.sort()).toEqual([...GUARD_CODES].sort());
  });
});

describe("docs/troubleshooting.md has the words of every message in", () => {
  const page = inOneLine(read("docs/troubleshooting.md"));

  test.each([
    "src/vanta/error-messages.ts",
    ...list("src/github").map((name) => `src/github/${name}`),
    ...list("src/settings").map((name) => `src/settings/${name}`),
    "src/runner/report-files.ts",
    "src/runner/text-file.ts",
    "src/plan/guards.ts",
    "src/plan/approvals.ts",
    "src/run/attempt.ts",
    "src/run/export.ts",
    "src/runner/roster-writer.ts",
    ...list("src/export").map((name) => `src/export/${name}`),
    "src/terminal/call.ts",
    "src/terminal/credentials.ts",
    "src/terminal/git.ts",
  ])("%s", (path) => {
    expect(messagesIn(path).filter((words) => !page.includes(words))).toEqual([]);
  });

  test("and they are found in the source", () => {
    expect(messagesIn("src/vanta/error-messages.ts")).toEqual(
      expect.arrayContaining([
        "Vanta rejected client-id and client-secret",
        'the response has no list "resources"',
      ]),
    );
  });

  test("every guard", () => {
    for (const code of GUARD_CODES) expect(page).toContain(`| \`${code}\` |`);
  });
});

function inOneLine(text: string): string {
  return text.replace(/\s+/g, " ");
}

/**
 * The words by which a reader can look up each message of a module: the longest run without a value
 * in it, in the sentence that says what is wrong.
 */
function messagesIn(path: string): readonly string[] {
  const source = ts.createSourceFile(path, read(path), ts.ScriptTarget.Latest, true);
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node) || isInternalError(node)) return;
    if (ts.isStringLiteralLike(node)) add(found, [node.text]);
    if (ts.isTemplateExpression(node)) {
      add(found, [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)]);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return [...found];
}

/** `new Error(…)` and `super(…)`: words for developers. */
function isInternalError(node: ts.Node): boolean {
  if (ts.isNewExpression(node)) return node.expression.getText() === "Error";
  return ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.SuperKeyword;
}

function add(found: Set<string>, runs: readonly string[]): void {
  const sentence: string[] = [];
  for (const run of runs) {
    const end = run.search(SENTENCE_END);
    sentence.push(end === -1 ? run : run.slice(0, end));
    if (end !== -1) break;
  }
  const all = runs.flatMap((run) => run.split(SENTENCE_END));
  const words = [longest(sentence), longest(all)].find((one) => /\p{L} \S*\p{L}/u.test(one));
  if (words !== undefined && !/^(GET|POST|PATCH|query) /.test(words)) found.add(words);
}

const SENTENCE_END = /[.;](?=\s|$)/;

function longest(runs: readonly string[]): string {
  const trimmed = runs.map((run) => inOneLine(run).replace(/^[\s:,.)"(]+|[\s:,.("]+$/g, ""));
  // A word in quotes at the end keeps its quotes in pairs.
  const paired = trimmed.map((run) => (run.split('"').length % 2 === 0 ? `${run}"` : run));
  return paired.sort((one, other) => other.length - one.length)[0] ?? "";
}

describe("rosters in the documentation", () => {
  const data = BLOCKS.filter(({ language }) => language === "yaml" || language === "json");
  const shown = data.map((block) => ({ ...block, content: contentOf(block) }));
  const rosters = shown.filter(({ content }) => isRosterLike(content));
  const excerpts = rosters.filter(({ text }) => text.includes("# left out: "));
  const whole = rosters.filter((roster) => !excerpts.includes(roster));
  const validate = new Ajv({
    strict: true,
    allowUnionTypes: true,
    keywords: ["patternErrorMessage"],
  }).compile(rosterJsonSchema());

  test("are there", () => {
    expect(whole.length).toBeGreaterThanOrEqual(4);
    expect(excerpts.length).toBeGreaterThanOrEqual(5);
  });

  test.each(whole)("$page: a whole one is valid, without warnings", async ({ language, text }) => {
    expect(await check({ [`a.${language}`]: text })).toMatchObject({ found: [] });
  });

  test.each(excerpts)("$page: an excerpt is valid with what it leaves out", async ({ content }) => {
    expect(await check({ "a.json": JSON.stringify(completed(content)) })).toMatchObject({
      found: [],
    });
  });

  test.each([
    ...whole,
    ...examples().map((path) => ({ page: path, language: "yaml", text: read(path) })),
  ])("$page: JSON Schema agrees, also after a reader of YAML 1.1", ({ text }) => {
    for (const version of ["1.1", "1.2"] as const) {
      expect([validate(parse(text, { version })), validate.errors]).toEqual([true, null]);
    }
  });

  test("the examples are valid together, and without warnings", async () => {
    const files = Object.fromEntries(examples().map((path) => [path, read(path)]));
    expect(Object.keys(files).length).toBeGreaterThan(0);
    expect(await check(files)).toMatchObject({ found: [] });
  });

  test("docs/roster.md explains every field", () => {
    const page = read("docs/roster.md");
    for (const field of FIELDS) expect(page).toMatch(new RegExp(`^\\| \`${field}\` \\|`, "m"));
  });
});

function examples(): readonly string[] {
  return list("examples")
    .filter((name) => /\.(ya?ml|json)$/.test(name))
    .map((name) => `examples/${name}`);
}

/** The value of a block; every block in YAML or JSON can be parsed. */
function contentOf({ language, text }: Block): unknown {
  return language === "json" ? JSON.parse(text) : parse(text, { merge: true, logLevel: "error" });
}

function isRosterLike(content: unknown): boolean {
  const items = Array.isArray(content) ? content : [content];
  return items.some((item) => {
    const keys = Object.keys(mapping.safeParse(item).data ?? {});
    return keys.some((key) => isField(key) || BODY_KEYS.includes(key));
  });
}

/** An excerpt as a whole roster: one account, a list of them, or a body. */
function completed(content: unknown): unknown {
  const complete = (item: unknown) => ({ ...ACCOUNT, ...mapping.parse(item) });
  if (Array.isArray(content)) return content.map(complete);
  const item = mapping.parse(content);
  if (Object.keys(item).some(isField)) return [complete(item)];
  const accounts = z.array(mapping).optional().parse(item["resources"]) ?? [{}];
  return { ...item, resources: accounts.map(complete) };
}

describe.each(PAGES)("%s", (page) => {
  const text = read(page);
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = ""]) => target);

  test("links to files and headings that are there", () => {
    const broken = links
      .filter((target) => !/^https?:/.test(target))
      .filter((target) => {
        const [path = "", anchor] = target.split("#");
        const file = path === "" ? page : posix.join(posix.dirname(page), path);
        if (!existsSync(new URL(file, root))) return true;
        return anchor !== undefined && !anchorsOf(read(file)).has(anchor);
      });
    expect(broken).toEqual([]);
  });

  test("lists its sections, if it lists any", () => {
    const contents = links.filter((target) => target.startsWith("#"));
    const listed = [...text.matchAll(/^- \[[^\]]*\]\((#[^)]*)\)$/gm)].map(([, target]) => target);
    const sections = [...anchorsOf(text.replace(/^#{3,} .*$/gm, ""))].slice(1);
    if (listed.length > 0) expect(listed).toEqual(sections.map((anchor) => `#${anchor}`));
    expect(new Set(contents).size).toBeGreaterThanOrEqual(listed.length);
  });

  test("is in plain English", () => {
    const prose = text.replace(/^```[\s\S]*?^```$/gm, "").replace(/`[^`\n]*`/g, "");
    expect(prose.match(DATED) ?? []).toEqual([]);
  });
});

test("action.yml is in plain English", () => {
  expect(read("action.yml").match(DATED) ?? []).toEqual([]);
});

/** Words that a reader whose first language is not English may stumble over. */
const DATED =
  /\b(stands?(?!-in)|mend(s|ed)?|remed(y|ies)|(some|no|every)body|lest|hence|thus|whereof|wherein|e-mail|misspelt|sent on|carried on|what becomes of|bears?|one a line|once a run|whoever)\b/gi;

/** The anchors that GitHub gives to the headings of a page. */
function anchorsOf(markdown: string): ReadonlySet<string> {
  const anchors = new Set<string>();
  const headings = markdown.replace(/^ *```[\s\S]*?^ *```$/gm, "").matchAll(/^#{1,6} (.*)$/gm);
  for (const [, heading = ""] of headings) {
    const plain = heading
      .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
      .trim()
      .toLowerCase();
    const slug = plain.replace(/[^\p{L}\p{N}\p{M}\p{Pc}\- ]/gu, "").replaceAll(" ", "-");
    let anchor = slug;
    for (let number = 1; anchors.has(anchor); number += 1) anchor = `${slug}-${number}`;
    anchors.add(anchor);
  }
  return anchors;
}

describe("the workflow to copy", () => {
  const text = read("examples/workflows/roster.yml");
  const step = z.object({
    uses: z.string(),
    with: z.record(z.string(), z.unknown()).default({}),
  });
  const job = z.looseObject({ steps: z.array(step) });
  const { on, jobs } = z
    .object({
      on: z.record(z.string(), z.unknown()),
      jobs: z.object({ check: job, sync: job }),
    })
    .parse(parse(text));
  const inputsOf = ({ steps }: z.output<typeof job>) =>
    steps.find(({ uses }) => uses.startsWith("vanta-roster-sync/"))?.with ?? {};
  const [checked, synced] = [inputsOf(jobs.check), inputsOf(jobs.sync)];
  const patterns = parsePatterns([z.string().parse(synced["roster"])]);

  test("runs for every pull request and merge group, so that it can be a required check", () => {
    expect(on).toMatchObject({ pull_request: null, merge_group: null });
  });

  test("reads the same files in both jobs, and has secrets in one", () => {
    for (const name of ["roster", "resource-id", "approvals-file"])
      expect(checked[name]).toBe(synced[name]);
    expect(Object.keys(checked).filter((name) => name.startsWith("client"))).toEqual([]);
    expect(text.slice(0, text.indexOf("  sync:"))).not.toContain("secrets.");
  });

  test("syncs in an environment, one run after the other, and drops none", () => {
    expect(jobs.sync).toMatchObject({
      environment: { name: "vanta", deployment: false },
      concurrency: { "cancel-in-progress": false, queue: "max" },
    });
  });

  test("takes approvals and dry runs from a run by hand, and approvals from a file", () => {
    expect(on["workflow_dispatch"]).toMatchObject({
      inputs: { mode: { options: ["auto", "plan"], default: "auto" }, "approved-plan": {} },
    });
    expect(synced["approved-plan"]).toBe("$" + "{{ inputs.approved-plan }}");
    expect(String(synced["mode"])).toContain("inputs.mode");
    const file = z.string().parse(synced["approvals-file"]);
    expect(patterns.matches(file)).toBe(false);
    // A push that changes only the approvals file starts the sync.
    const { paths } = z.object({ paths: z.array(z.string()) }).parse(on["push"]);
    expect(parsePatterns(paths).matches(file)).toBe(true);
  });

  test("reads a backup that is copied beside the rosters", () => {
    for (const name of [
      "admin-panel.yml",
      "teams/sales.yaml",
      "vanta-roster-report.backup-20260301T120000Z-65f0c0ffee65f0c0ffee65f0.json",
    ])
      expect(patterns.matches(`access/${name}`)).toBe(true);
  });
});

test("docs/design.md says of each folder what the linter lets it import", () => {
  const config: { overrides: readonly unknown[] } = JSON.parse(read("biome.json"));
  const allowed = config.overrides.flatMap((override) => {
    const found = /src\/([\w/]+)\/ may import ([^"]+?)\."/.exec(JSON.stringify(override));
    const [, folder = "", list = ""] = found ?? [];
    const folders = [...list.matchAll(/src\/(\w+\/)/g)].map(([, one = ""]) => `\`${one}\``);
    return found === null ? [] : [`| \`${folder}/\` | ${folders.join(", ")} |`];
  });
  const written = [...read("docs/design.md").matchAll(/^\| (`[\w/]+\/`) \| .* \| ([^|]*) \|$/gm)]
    .filter(([, , list]) => list !== "–")
    .map(([, folder, list]) => `| ${folder} | ${list} |`);
  expect(written.sort()).toEqual(allowed.sort());
});
