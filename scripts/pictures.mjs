// Makes docs/pictures/ from real runs of the built action against the stand-in for Vanta: a plan, a
// blocked run and an invalid roster, light and dark. Then checks that no summary of the tests
// scrolls sideways. Needs Chromium (CHROMIUM=path): node scripts/pictures.mjs
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { loadStandIn } from "./load-stand-in.mjs";
import { toPage } from "./render-summary.mjs";
import { runAction } from "./run-action.mjs";

const RESOURCE_ID = "65f0c0ffee65f0c0ffee65f0";
const root = fileURLToPath(new URL("..", import.meta.url));
const pictures = join(root, "docs", "pictures");
const goldens = join(root, "__tests__", "report", "golden");
const folder = mkdtempSync(join(tmpdir(), "pictures-"));
const workspace = join(folder, "workspace");

const NAMES =
  `Ada Lovelace, Grace Hopper, Alan Turing, Barbara Liskov, Edsger Dijkstra, Charles Babbage,
  Donald Knuth, Frances Allen, John Backus, Margaret Hamilton, Tony Hoare, Radia Perlman,
  Ken Thompson, Dennis Ritchie, Adele Goldberg, Niklaus Wirth, Shafi Goldwasser, Vint Cerf,
  Hedy Lamarr, Joan Clarke, Whitfield Diffie, Katherine Johnson, Leslie Lamport, Mary Jackson,
  Karen Sparck Jones, Peter Naur, Robin Milner, Jean Bartik, Kathleen Booth, Tim Berners-Lee`
    .split(",")
    .map((name) => name.trim());

const people = NAMES.map((fullName, index) => ({
  uniqueId: `u-${1001 + index}`,
  fullName,
  email: `${fullName.toLowerCase().replaceAll(" ", ".")}@example.com`,
  permissionLevel: ["ADMIN", "BASE", "EDITOR", "BASE", "BASE"][index % 5],
  createdTimestamp: "2024-03-01T09:00:00Z",
}));
const DEFAULTS = {
  status: "ACTIVE",
  authMethod: "SSO",
  mfaEnabled: false,
  mfaMethods: [],
  displayName: "{fullName}",
  accountName: "{email}",
  externalUrl: "https://admin.example.com/users/{uniqueId}",
};

/** The roster with some accounts changed, some left out, and some more. */
function roster(changes = {}, left = [], more = []) {
  const resources = people
    .filter(({ uniqueId }) => !left.includes(uniqueId))
    .map((one) => ({ ...one, ...changes[one.uniqueId] }));
  return JSON.stringify(
    { resourceId: RESOURCE_ID, defaults: DEFAULTS, resources: [...resources, ...more] },
    null,
    2,
  );
}

const joins = (uniqueId, fullName, more) => ({
  uniqueId,
  fullName,
  email: `${fullName.toLowerCase().replaceAll(" ", ".")}@example.com`,
  permissionLevel: "BASE",
  createdTimestamp: "2026-11-02T09:00:00Z",
  ...more,
});

const SCENES = {
  plan: {
    mode: "plan",
    roster: roster(
      {
        "u-1002": { permissionLevel: "ADMIN" },
        "u-1003": { authMethod: "PASSWORD", mfaEnabled: true, mfaMethods: ["OTP"] },
        "u-1008": { roleDescription: "Exports the statements", groupIds: ["finance"] },
        "u-1014": { status: "DEACTIVATED", deactivatedTimestamp: "2026-11-20T16:00:00Z" },
      },
      ["u-1006", "u-1016", "u-1020"],
      [
        joins("u-1041", "Lynn Conway", { permissionLevel: "ADMIN" }),
        joins("u-1042", "Stephanie Shirley", { authMethod: "PASSWORD", mfaMethods: ["DISABLED"] }),
        joins("u-2001", "Joan Clarke", {}),
      ],
    ),
  },
  blocked: {
    mode: "sync",
    roster: roster(
      {},
      people.slice(5, 18).map((one) => one.uniqueId),
    ),
  },
  invalid: {
    mode: "validate",
    roster: roster(
      {
        "u-1001": { permissionLevel: "admin" },
        "u-1002": { createdTimestamp: "2024-02-30T09:00:00Z" },
        "u-1004": { fulName: "Barbara Liskov", fullName: undefined },
        "u-1007": { uniqueId: 1007 },
        "u-1009": { email: undefined },
        "u-1010": { status: "DEACTIVATED" },
      },
      [],
      [joins("u-1003", "Alan Turing", {})],
    ),
  },
};

const { startFakeVanta } = await loadStandIn();
const vanta = await startFakeVanta({ resources: { [RESOURCE_ID]: { rows: [] } } });
try {
  rmSync(pictures, { recursive: true, force: true });
  mkdirSync(pictures, { recursive: true });
  await run("first", { mode: "sync", roster: roster() });
  for (const [name, scene] of Object.entries(SCENES)) {
    const markdown = await run(name, scene);
    for (const theme of ["light", "dark"]) {
      takePicture(markdown, theme, join(pictures, `${name}-${theme}.png`));
    }
  }
  const wide = readdirSync(goldens)
    .filter((name) => name.endsWith(".md"))
    .flatMap((name) => [780, 960].map((width) => [name, width]))
    .filter(([name, width]) => measure(readFileSync(join(goldens, name), "utf8"), width).overflows);
  for (const [name, width] of wide) process.stdout.write(`${name} scrolls at ${width} px\n`);
  if (wide.length > 0) process.exitCode = 1;
} finally {
  await vanta.close();
  rmSync(folder, { recursive: true, force: true });
}

/** Runs the action on a roster. Resolves with its summary. */
async function run(name, { mode, roster: content }) {
  mkdirSync(join(workspace, "access"), { recursive: true });
  writeFileSync(join(workspace, "access", "admin-panel.json"), content);
  const credentials = {
    "client-id": vanta.clientId,
    "client-secret": vanta.clientSecret,
    "api-url": vanta.url,
  };
  const { summary } = await runAction({
    folder: join(folder, name),
    workspace,
    inputs: { roster: "access/*.json", mode, ...(mode === "validate" ? {} : credentials) },
    env: {
      GITHUB_REPOSITORY: "acme/access",
      GITHUB_SERVER_URL: "https://github.com",
      GITHUB_RUN_ID: "1",
      GITHUB_SHA: "1563bba8cdd0c5a1f7c9d2e348c1f0a7be1d5a3f",
      GITHUB_WORKFLOW_REF: "acme/access/.github/workflows/roster.yml@refs/heads/main",
    },
  });
  return readFileSync(summary, "utf8");
}

/** The height of a page at a width, and whether something in it is wider than its place. */
function measure(markdown, width, theme = "light") {
  const page = join(folder, "page.html");
  const script = `<script>
    const wide = [...document.querySelectorAll("body, table, pre")].some((one) => one.scrollWidth > one.clientWidth);
    document.title = JSON.stringify({ height: document.body.offsetHeight, overflows: wide });
  </script>`;
  writeFileSync(page, toPage(markdown, theme) + script);
  const html = chromium(page, width, 800, "--dump-dom").toString();
  return { page, ...JSON.parse(/<title>(.*)<\/title>/.exec(html)?.[1].replaceAll("&quot;", '"')) };
}

function takePicture(markdown, theme, path) {
  const width = 960;
  const { page, height } = measure(markdown, width, theme);
  chromium(page, width, height, `--screenshot=${path}`);
}

function chromium(page, width, height, task) {
  const program = process.env.CHROMIUM ?? "chromium";
  const options = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"];
  const url = pathToFileURL(page).href;
  return execFileSync(program, [...options, `--window-size=${width},${height}`, task, url], {
    stdio: ["ignore", "pipe", "ignore"],
  });
}
