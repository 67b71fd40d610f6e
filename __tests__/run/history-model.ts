// What a history happens in: a repository with its commits, the stand-in for Vanta, and a clock;
// and what the laws need to know of each run.
import type { Row, UserAccount } from "../../src/model/account.js";
import type { Limit } from "../../src/model/limits.js";
import { msg } from "../../src/model/message.js";
import { type Freshness, GitHubError, type RosterFile } from "../../src/model/ports.js";
import { chooseAnnotations } from "../../src/report/annotations.js";
import { renderClosing, renderPlan, renderProblems } from "../../src/report/log.js";
import { renderOutputs } from "../../src/report/outputs.js";
import { redactionPolicy, show } from "../../src/report/redaction.js";
import { renderReport } from "../../src/report/report-file.js";
import { renderComment, renderSummary } from "../../src/report/summary.js";
import { newState, type RunState } from "../../src/run/state.js";
import { account } from "../support/accounts.js";
import { NOW, type StillClock } from "../support/clock.js";
import {
  type FakeVanta,
  type FakeVantaOptions,
  type Fault,
  type SeenRequest,
  startFakeVanta,
} from "../support/fake-vanta.js";
import { fileOf, type Ran, runOnce } from "./in-process.js";

// ----- People

/** Every personal value of a history is of this form, and is another one once it is changed. */
export const PERSONAL_VALUE = /\b(?:uid|show|name|login|mail|url|role|group)\d\dv\d\b/g;
/** What someone once pasted into the roster. */
export const PASTED_SECRET = "vcs_pasted_by_mistake";

export function person(number: number, version = 0): UserAccount {
  const key = `${String(number).padStart(2, "0")}v${version}`;
  return account(`uid${key}`, {
    displayName: `show${key}`,
    externalUrl: `https://people.example/url${key}`,
    fullName: `name${key}`,
    accountName: `login${key}`,
    email: `mail${key}@people.example`,
    roleDescription: `role${key}`,
    groupIds: [`group${key}`],
  });
}

export function numberOf({ uniqueId }: { readonly uniqueId: string }): number {
  return Number(/^uid(\d\d)/.exec(uniqueId)?.[1]);
}

/** The next version of a personal value. */
export function changed(value: string): string {
  return value.replace(/v(\d)/, (_, version) => `v${(Number(version) + 1) % 10}`);
}

// ----- The repository

export const RESOURCES = ["res-a", "res-b"] as const;
export const PATHS = ["a1.json", "a2.json", "b1.json"] as const;
export type Path = (typeof PATHS)[number];
const LINK_TARGET = "people/a1.json";
const APPROVALS = "approvals.txt";

export interface Commit {
  readonly entries: readonly { readonly path: Path; readonly account: UserAccount }[];
  /** In a1.json. */
  readonly forget: readonly string[];
  /** a1.json is a link to a file that no pattern matches. */
  readonly isLinked: boolean;
  /** A key of a1.json is misspelled. */
  readonly hasTypo: boolean;
  /** The lines of the approvals file, which is not there without any. */
  readonly approvals: readonly string[];
  /** What no run looks at. */
  readonly readme: number;
}

export function resourceIdOf(path: string): string {
  return path.startsWith("a") ? "res-a" : "res-b";
}

export function rosterOf({ entries }: Commit, resourceId: string): readonly UserAccount[] {
  return entries
    .filter(({ path }) => resourceIdOf(path) === resourceId)
    .map((entry) => entry.account);
}

/** Whether both commits ask for the same accounts. */
export function isSameRoster(one: Commit, other: Commit, resourceId: string): boolean {
  const [first, second] = [one, other].map((commit) => {
    const forget = resourceId === "res-a" ? commit.forget : [];
    return [inOrder(rosterOf(commit, resourceId)), [...forget].sort()];
  });
  return JSON.stringify(first) === JSON.stringify(second);
}

export function inOrder<Account extends { readonly uniqueId: string }>(
  accounts: readonly Account[],
): readonly Account[] {
  return [...accounts].sort((one, other) => (one.uniqueId < other.uniqueId ? -1 : 1));
}

/** The roster files of a commit for these resources. */
export function filesOf(commit: Commit, resourceIds: readonly string[]): readonly RosterFile[] {
  const paths = new Set<Path>(["a1.json", "b1.json", ...commit.entries.map(({ path }) => path)]);
  return [...paths]
    .filter((path) => resourceIds.includes(resourceIdOf(path)))
    .sort()
    .map((path) => renderFile(commit, path));
}

function renderFile({ entries, forget, isLinked, hasTypo }: Commit, path: Path): RosterFile {
  const isFirst = path === "a1.json";
  const roster = {
    resourceId: resourceIdOf(path),
    ...(isFirst && { forget }),
    resources: entries.filter((one) => one.path === path).map((one) => one.account),
  };
  const text = JSON.stringify(roster, undefined, 1);
  const file = fileOf(isFirst && hasTypo ? text.replace('"email"', '"emial"') : text, path);
  return isFirst && isLinked ? { ...file, links: [LINK_TARGET] } : file;
}

/** Every file of a commit. */
function treeOf(commit: Commit): ReadonlyMap<string, string> {
  const tree = new Map([
    [APPROVALS, commit.approvals.join("\n")],
    ["README.md", String(commit.readme)],
  ]);
  for (const { path, bytes, links = [] } of filesOf(commit, RESOURCES)) {
    const text = new TextDecoder().decode(bytes);
    tree.set(links[0] ?? path, text);
    for (const target of links) tree.set(path, `link to ${target}`);
  }
  return tree;
}

/** What GitHub says: whether a file that matches, or that was read, differs between the commits. */
function isSuperseded(
  commit: Commit,
  head: Commit,
  resourceIds: readonly string[],
  read: readonly string[],
): boolean {
  const [before, after] = [treeOf(commit), treeOf(head)];
  const isRoster = (path: string) =>
    /^[ab]\d\.json$/.test(path) && resourceIds.includes(resourceIdOf(path));
  return [...before.keys(), ...after.keys()].some(
    (path) => before.get(path) !== after.get(path) && (isRoster(path) || read.includes(path)),
  );
}

// ----- The stage

/** What stays the same in a history. */
export interface Stage {
  readonly people: number;
  readonly isPublic: boolean;
  readonly redact: "auto" | "always";
  /** Whether both resources are of one Vanta application, and are synced together. */
  readonly isOneApplication: boolean;
  readonly onRemoval: "deactivate" | "omit";
  readonly retainDeactivatedDays: number;
  readonly maxRemovals: readonly Limit[];
  readonly vanta: Partial<FakeVantaOptions>;
}

/** Where something else happens while a run is under way. */
export interface Moment {
  readonly at: "before a check" | "after a check" | "in a pause";
  readonly nth: number;
}

/**
 * A run of the workflow on the default branch: by default the first attempt of its newest commit.
 */
export interface RunOrder {
  /** How many commits behind the branch. */
  readonly age?: number;
  readonly isRerun?: boolean;
  /** Where each resource has its own application: which is synced; res-a by default. */
  readonly resource?: (typeof RESOURCES)[number];
  readonly faults?: readonly Fault[];
  readonly isGitHubDown?: boolean;
  /** A dispatch with the digest that was shown last. */
  readonly isDispatched?: boolean;
  readonly expectNoChanges?: boolean;
  readonly cancel?: Moment;
  readonly meanwhile?: Moment;
}

/** A plan that was shown, and what it means for each resource. */
export interface ShownPlan {
  readonly digest: string;
  readonly effect: ReadonlyMap<string, string>;
}

/** A run, with all that is known of it beside its report. */
export interface Run {
  readonly order: RunOrder;
  readonly mode: "validate" | "plan" | "sync";
  readonly commit: Commit;
  /** Of the commit, on the default branch. */
  readonly number: number;
  /** Where a pull request started. */
  readonly base?: Commit | undefined;
  readonly resourceIds: readonly string[];
  /** By the input of a dispatch. */
  readonly approved: ShownPlan | undefined;
  /** The client secret and every token, as they were masked. */
  readonly secrets: Set<string>;
  readonly state: RunState;
  readonly rowsBefore: ReadonlyMap<string, readonly Row[]>;
  wasFreshnessUnknown: boolean;
  wasInterrupted: boolean;
}

/** A run that has ended. */
export interface EndedRun extends Run {
  readonly ran: Ran;
  readonly endedAt: number;
  /** The live rows of each resource at its end. */
  readonly liveAfter: ReadonlyMap<string, readonly Row[]>;
  /** The first line of the summary. */
  readonly verdict: string;
  readonly outputs: Readonly<Record<string, string>>;
  /** Everything that people see. */
  readonly shown: string;
  readonly requests: readonly SeenRequest[];
}

/** What Vanta has of a resource from some moment on, and why: the run that was under way then. */
export interface Effect {
  readonly resourceId: string;
  readonly by: Run | "a late request" | "hand";
  /** As they are stored, deleted ones included. */
  readonly rows: readonly Row[];
  /** The live ones, without what only Vanta sets. */
  readonly live: readonly Row[];
  /** Of the default branch at that moment. */
  readonly head: Commit;
}

/** What a run sent. */
export interface Put {
  readonly run: EndedRun;
  readonly resourceId: string;
  readonly accounts: readonly Row[];
  /** The live rows that the run had read. */
  readonly before: readonly Row[];
  /** What the run had read, deleted rows included. */
  readonly listed: readonly Row[];
}

// ----- A history

export class World {
  readonly stage: Stage;
  readonly vanta: FakeVanta;
  readonly commits: Commit[];
  readonly runs: EndedRun[] = [];
  readonly effects: Effect[] = [];
  /** Every plan that was ever approved. */
  readonly approvals: ShownPlan[] = [];
  /** The last plan that was blocked. */
  lastShown: ShownPlan | undefined;
  /** Accounts that Vanta may lose while it stores them. */
  readonly losable = new Set<string>();
  /** Whether someone has left a row in Vanta that no roster may have. */
  hasOddRow = false;
  readonly #seen = new Map<string, string>();
  readonly #second: { readonly clientId: string; readonly clientSecret: string };
  readonly #clock: { time: number };
  #isPatient = true;

  private constructor(stage: Stage, first: Commit, vanta: FakeVanta, clock: { time: number }) {
    this.stage = stage;
    this.vanta = vanta;
    this.commits = [first];
    this.#clock = clock;
    this.#second = SECOND;
    for (const id of RESOURCES) this.#seen.set(id, JSON.stringify(vanta.rows(id)));
  }

  /** Vanta has what the first commit asks for. */
  static async start(stage: Stage): Promise<World> {
    const first = firstCommit(stage.people);
    const clock = { time: NOW.getTime() };
    const vanta = await startFakeVanta({
      ...stage.vanta,
      resources: Object.fromEntries(RESOURCES.map((id) => [id, { rows: rosterOf(first, id) }])),
      applications: stage.isOneApplication ? [] : [{ ...SECOND, resources: ["res-b"] }],
      now: () => new Date(clock.time),
    });
    return new World(stage, first, vanta, clock);
  }

  get now(): Date {
    return new Date(this.#clock.time);
  }

  get head(): Commit {
    return this.commits.at(-1) ?? firstCommit(0);
  }

  wait(ms: number): void {
    this.#clock.time += ms;
  }

  /** Notes what has changed in Vanta, and who changed it. */
  observe(by: Effect["by"]): void {
    for (const resourceId of RESOURCES) {
      const rows = this.vanta.rows(resourceId);
      const text = JSON.stringify(rows);
      if (this.#seen.get(resourceId) === text) continue;
      this.#seen.set(resourceId, text);
      const live = inOrder(this.vanta.live(resourceId));
      this.effects.push({ resourceId, by, rows, live, head: this.head });
    }
  }

  /** Runs on the default branch; `meanwhile` happens at the moment that the order names. */
  async sync(order: RunOrder, meanwhile: () => Promise<void>): Promise<void> {
    const { age = 0, faults = [] } = order;
    const number = Math.max(0, this.commits.length - 1 - age);
    const commit = this.commits[number] ?? this.head;
    for (const fault of faults) this.#order(fault);
    const resourceIds = this.#resourcesOf(order);
    await this.#run({ order, mode: "sync", commit, number, resourceIds }, meanwhile);
  }

  /** Runs for a pull request, which only reads. */
  async look(order: RunOrder, mode: "validate" | "plan", commit: Commit): Promise<void> {
    const resourceIds = this.#resourcesOf(order);
    const number = this.commits.length;
    const base = this.head;
    await this.#run({ order, mode, commit, number, base, resourceIds }, async () => undefined);
  }

  #resourcesOf({ resource = "res-a" }: RunOrder): readonly string[] {
    return this.stage.isOneApplication ? RESOURCES : [resource];
  }

  get #isLate(): boolean {
    return this.stage.vanta.lag !== 0;
  }

  #order(fault: Fault): void {
    if ("lose" in fault) {
      // A list that is late does not show the loss.
      if (this.#isLate) return;
      this.losable.add(fault.lose);
    }
    if ("hang" in fault) this.#isPatient = false;
    this.vanta.fault(fault);
  }

  async #run(
    about: Pick<Run, "order" | "mode" | "commit" | "number" | "base" | "resourceIds">,
    meanwhile: () => Promise<void>,
  ): Promise<void> {
    const { order, mode, commit, base, resourceIds } = about;
    const approved = order.isDispatched === true ? this.lastShown : undefined;
    if (approved !== undefined) this.approvals.push(approved);
    const run: Run = {
      ...about,
      approved,
      secrets: new Set(),
      state: newState(),
      rowsBefore: new Map(resourceIds.map((id) => [id, this.vanta.rows(id)])),
      wasFreshnessUnknown: false,
      wasInterrupted: false,
    };
    const controller = new AbortController();
    const { signal } = controller;
    const pass = this.#momentsOf(run, meanwhile, controller);
    const credentials =
      !this.stage.isOneApplication && order.resource === "res-b" ? this.#second : this.vanta;
    const { clientId, clientSecret } = credentials;
    const ran = await runOnce(this.vanta, {
      mode,
      files: filesOf(commit, resourceIds),
      state: run.state,
      clock: this.#clockOf(pass),
      ...(commit.approvals.length > 0 && { approvals: commit.approvals.join("\n") }),
      settings: this.#settingsOf(run),
      environment: {
        signal,
        mustBeNewest: order.isRerun === true,
        checkFreshness: (paths) => this.#checkFreshness(run, paths, pass),
        readBase: base && (async () => filesOf(base, resourceIds)),
      },
      connection: {
        clientId,
        clientSecret,
        mask: (secret) => void run.secrets.add(secret),
        ...(!this.#isPatient && { timeoutSeconds: 0.25 }),
      },
    });
    this.observe(run);
    this.#end(run, ran);
  }

  #settingsOf({ order, approved }: Run) {
    const { onRemoval, retainDeactivatedDays, maxRemovals } = this.stage;
    return {
      onRemoval,
      retainDeactivatedDays,
      maxRemovals,
      approvalsFile: APPROVALS,
      approvedPlan: approved?.digest,
      expectNoChanges: order.expectNoChanges === true,
    };
  }

  #clockOf(pass: (at: Moment["at"]) => Promise<void>): StillClock {
    const waits: number[] = [];
    return {
      waits,
      now: () => this.now,
      random: () => 0.5,
      sleep: async (ms, signal) => {
        signal.throwIfAborted();
        waits.push(ms);
        this.wait(ms);
        await pass("in a pause");
        signal.throwIfAborted();
      },
    };
  }

  /** What happens at each moment of a run. */
  #momentsOf(run: Run, meanwhile: () => Promise<void>, controller: AbortController) {
    const counts = { "before a check": 0, "after a check": 0, "in a pause": 0 };
    const { cancel, meanwhile: interruption } = run.order;
    return async (at: Moment["at"]): Promise<void> => {
      counts[at] += 1;
      const isNow = (moment: Moment | undefined) => moment?.at === at && moment.nth === counts[at];
      this.wait(1_000);
      if (isNow(cancel)) controller.abort();
      // Nor whose write it shows.
      if (!isNow(interruption) || this.#isLate) return;
      run.wasInterrupted = true;
      this.observe(run);
      await meanwhile();
    };
  }

  async #checkFreshness(
    run: Run,
    paths: readonly string[],
    pass: (at: Moment["at"]) => Promise<void>,
  ): Promise<Freshness> {
    await pass("before a check");
    if (run.order.isGitHubDown === true) {
      run.wasFreshnessUnknown = true;
      throw new GitHubError(msg`GitHub does not answer.`);
    }
    const superseded = isSuperseded(run.commit, this.head, run.resourceIds, paths);
    await pass("after a check");
    return superseded ? { superseded, reason: msg`the roster has changed` } : { superseded };
  }

  #end(run: Run, ran: Ran): void {
    const { outcome } = ran;
    const { isPublic, redact } = this.stage;
    const { rosters = [], base = [], plan } = run.state;
    const accounts = [...rosters, ...base].flatMap(({ entries }) => entries.map((e) => e.account));
    const policy = redactionPolicy(redact, isPublic, accounts, this.vanta.clientSecret);
    const shown = show(outcome, policy, run.secrets);
    const summary = renderSummary(shown);
    const outputs = renderOutputs(shown, "report.json");
    const all = [
      ...ran.log,
      ...ran.debugLog,
      ...renderPlan(shown).flatMap(({ title, lines }) => [title, ...lines]),
      ...renderProblems(shown),
      ...renderClosing(shown),
      summary,
      renderComment(shown, { marker: "<!-- ours -->" }),
      renderReport(shown),
      ...Object.values(outputs),
      ...chooseAnnotations(shown).map((one) => JSON.stringify(one)),
    ];
    this.runs.push(
      Object.assign(run, {
        ran,
        endedAt: this.now.getTime(),
        liveAfter: new Map(run.resourceIds.map((id) => [id, inOrder(this.vanta.live(id))])),
        verdict: summary.split("\n").find((line) => line.trim() !== "") ?? "",
        outputs,
        shown: all.join("\n"),
        requests: this.vanta.requests.filter(({ headers }) =>
          run.secrets.has(headers.authorization?.replace("Bearer ", "") ?? ""),
        ),
      }),
    );
    if (outcome.outcome !== "blocked" || outcome.digest === undefined) return;
    const effects = plan?.resources.map((one): [string, string] => [
      one.resourceId,
      accessEffect(one.current, one.resources),
    ]);
    this.lastShown = { digest: outcome.digest, effect: new Map(effects) };
  }
}

const SECOND = { clientId: "vci_second", clientSecret: "vcs_second_application" };

function firstCommit(people: number): Commit {
  const numbers = Array.from({ length: people }, (_, index) => index);
  const inA = numbers.map((number) => ({
    path: PATHS[0],
    account: { ...person(number), ...(number === 0 && { permissionLevel: "ADMIN" as const }) },
  }));
  const inB = numbers.slice(0, 3).map((number) => ({ path: PATHS[2], account: person(number) }));
  return {
    entries: [...inA, ...inB],
    forget: [],
    isLinked: false,
    hasTypo: false,
    approvals: [],
    readme: 0,
  };
}

// ----- What a run read and sent

/** Everything that a run sent, in order. */
export function putsOf(run: EndedRun): readonly Put[] {
  return run.requests.flatMap(({ method, body }) => {
    // Without a body it was cut off before it had arrived.
    if (method !== "PUT" || body === undefined) return [];
    const resourceId = String(body.resourceId);
    const listed = listedIn(run, resourceId);
    const accounts = rowsIn(body) ?? [];
    return [{ run, resourceId, accounts, listed, before: listed.filter(isLive) }];
  });
}

/** What a run had read of a resource before it sent anything. */
export function listedIn({ requests }: EndedRun, resourceId: string): readonly Row[] {
  const first = requests.findIndex(({ method }) => method === "PUT");
  const lists = requests
    .slice(0, first === -1 ? requests.length : first)
    .filter(({ query, status }) => query["resourceId"] === resourceId && status === 200);
  return lists.map(({ answer }) => rowsIn(answer)).findLast((rows) => rows !== undefined) ?? [];
}

function rowsIn(answer: unknown): readonly Row[] | undefined {
  if (typeof answer !== "object" || answer === null || !("resources" in answer)) return undefined;
  return Array.isArray(answer.resources) ? answer.resources : undefined;
}

export function isLive({ deletedAt }: Row): boolean {
  return typeof deletedAt !== "string" || deletedAt === "";
}

export function isActive(row: Row | undefined): boolean {
  return row !== undefined && row["status"] !== "DEACTIVATED";
}

export const ACCESS = ["email", "permissionLevel", "authMethod", "mfaEnabled", "mfaMethods"];

/**
 * What a replacement does to the access of people, in a form that is the same for the same effect.
 */
export function accessEffect(before: readonly Row[], after: readonly Row[]): string {
  const [old, next] = [byId(before), byId(after)];
  const ids = [...new Set([...old.keys(), ...next.keys()])].sort();
  const changes = ids.flatMap((id) => {
    const [was, is] = [old.get(id), next.get(id)];
    // The end of the time for which a leaver is kept is not a change.
    if (is === undefined && !isActive(was)) return [];
    if (isActive(was) && !isActive(is)) return [[id, "loses access"]];
    return accessOf(was) === accessOf(is) ? [] : [[id, accessOf(was), accessOf(is)]];
  });
  return JSON.stringify(changes);
}

export const NO_EFFECT = "[]";

function accessOf(row: Row | undefined): string {
  if (row === undefined) return "none";
  return JSON.stringify(["status", ...ACCESS].map((field) => row[field]));
}

export function byId<Account extends { readonly uniqueId: string }>(
  rows: readonly Account[],
): ReadonlyMap<string, Account> {
  return new Map(rows.map((row) => [row.uniqueId, row]));
}
