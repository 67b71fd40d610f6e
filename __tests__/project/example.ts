// What the tests of the examples share: a company with ten people in Vanta, the stand-ins, and the
// settings that a reader makes in the repository.
import { people, rowsOf } from "../support/accounts.js";
import { type FakeGitHub, startFakeGitHub } from "../support/fake-github.js";
import { type FakeVanta, startFakeVanta } from "../support/fake-vanta.js";
import { REPOSITORY } from "../support/run-action.js";
import { type Run, type RunOptions, startWorkflowHost } from "../support/run-workflow.js";

export const RESOURCE = "65f0c0ffee65f0c0ffee65f0";
/** The commit that every step runs for. */
export const COMMIT = "0123456789abcdef0123456789abcdef01234567";

export const TEN = people(10);
/** Half of them leave, which the limits block. */
export const FIVE = people(5);

export interface Example {
  readonly vanta: FakeVanta;
  readonly github: FakeGitHub;
  /** Runs the workflow of this name, set up as its head says. */
  run(name: string, options: RunOptions): Promise<Run>;
  close(): Promise<void>;
}

export async function startExample(): Promise<Example> {
  const vanta = await startFakeVanta({
    resources: { [RESOURCE]: { rows: rowsOf(TEN) } },
    tokensPerMinute: Number.POSITIVE_INFINITY,
  });
  const github = await startFakeGitHub();
  const host = startWorkflowHost();
  pushFiles(github, { "README.md": "" });
  const { clientId, clientSecret } = vanta;
  const settings = {
    secrets: { vanta: { VANTA_CLIENT_ID: clientId, VANTA_CLIENT_SECRET: clientSecret } },
    vars: { "": { VANTA_RESOURCE_ID: RESOURCE } },
    inputsOfAction: { "api-url": vanta.url },
    env: { GITHUB_API_URL: github.url },
  };
  return {
    vanta,
    github,
    run: (name, options) => host.run(`examples/workflows/${name}`, { ...settings, ...options }),
    async close() {
      host.close();
      await Promise.all([vanta.close(), github.close()]);
    },
  };
}

/** The default branch has this commit and these files. */
export function pushFiles(github: FakeGitHub, files: Readonly<Record<string, string>>): void {
  const repository = github.repository(REPOSITORY.full_name);
  repository.branch("main", repository.commit({ sha: COMMIT, files }));
}

/** A roster file that leaves the resource to `resource-id`. */
export function rosterOf(accounts: readonly unknown[]): string {
  return JSON.stringify({ resources: accounts });
}

/** The workspace with this roster. */
export function withRoster(accounts: readonly unknown[]): Readonly<Record<string, string>> {
  return { "access/people.json": rosterOf(accounts) };
}

/** Takes the lines out that contain this. */
export function without(...parts: readonly string[]): (content: string) => string {
  return (content) =>
    content
      .split("\n")
      .filter((line) => !parts.some((part) => line.includes(part)))
      .join("\n");
}

/** The live accounts that are DEACTIVATED. */
export function deactivated({ vanta }: Example): readonly string[] {
  const leavers = vanta.live(RESOURCE).filter((row) => row["status"] === "DEACTIVATED");
  return leavers.map(({ uniqueId }) => uniqueId).sort();
}
