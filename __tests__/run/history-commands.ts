// The steps of a history: commits, runs, faults, approvals, changes by hand, days that pass.
import fc from "fast-check";
import { PERMISSION_LEVELS, type Row, type UserAccount } from "../../src/model/account.js";
import type { CallKind, Fault, Trouble } from "../support/fake-vanta.js";
import {
  type Commit,
  changed,
  type Moment,
  numberOf,
  PASTED_SECRET,
  PATHS,
  type Path,
  person,
  RESOURCES,
  type RunOrder,
  resourceIdOf,
  rosterOf,
  type Stage,
  type World,
} from "./history-model.js";

// ----- Commits

/** One change of a commit; each kind uses what it needs. */
interface Edit {
  readonly edit: keyof typeof EDITS;
  readonly who: number;
  readonly path: Path;
  readonly level: UserAccount["permissionLevel"];
}

type Details = Edit & { readonly now: string };
type Entries = Commit["entries"];

const EDITS = {
  hire: (commit: Commit, { who, path, level }: Details) => {
    const roster = rosterOf(commit, resourceIdOf(path));
    if (roster.some((one) => numberOf(one) === who)) return commit;
    const account = { ...person(who), permissionLevel: level };
    const forget = commit.forget.filter((id) => id !== account.uniqueId);
    return { ...commit, forget, entries: [...commit.entries, { path, account }] };
  },
  leave: (commit: Commit, { who }: Details) => without(commit, who),
  "leave, half of a file": (commit: Commit, { path }: Details) =>
    withEntries(commit, (entries) =>
      entries.filter((one, index) => one.path !== path || index % 2 === 0),
    ),
  forget: (commit: Commit, { who }: Details) => ({
    ...without(commit, who),
    forget: [...new Set([...commit.forget, person(who).uniqueId])],
  }),
  suspend: (commit: Commit, { who, now }: Details) =>
    withPerson(commit, who, (one) => ({
      ...one,
      status: "DEACTIVATED",
      deactivatedTimestamp: now,
    })),
  "come back": (commit: Commit, { who }: Details) =>
    withPerson(commit, who, ({ deactivatedTimestamp, ...one }) => ({ ...one, status: "ACTIVE" })),
  "re-key": (commit: Commit, { who }: Details) =>
    withPerson(commit, who, (one) => ({ ...one, uniqueId: changed(one.uniqueId) })),
  rename: (commit: Commit, { who }: Details) =>
    withPerson(commit, who, (one) => ({ ...one, fullName: changed(one.fullName) })),
  "new address": (commit: Commit, { who }: Details) =>
    withPerson(commit, who, (one) => ({ ...one, email: changed(one.email) })),
  level: (commit: Commit, { who, level }: Details) =>
    withPerson(commit, who, (one) => ({ ...one, permissionLevel: level })),
  "level of all": (commit: Commit, { level }: Details) =>
    withEntries(commit, (entries) =>
      entries.map((one) => ({ ...one, account: { ...one.account, permissionLevel: level } })),
    ),
  password: (commit: Commit, { who }: Details) =>
    withPerson(commit, who, (one) => ({
      ...one,
      authMethod: "PASSWORD",
      mfaEnabled: true,
      mfaMethods: ["OTP"],
    })),
  login: (commit: Commit, { who, now }: Details) =>
    withPerson(commit, who, (one) => ({ ...one, lastLoginTimestamp: now })),
  move: (commit: Commit, { who, path }: Details) =>
    withEntries(commit, (entries) =>
      entries.map((one) => (numberOf(one.account) === who ? { ...one, path } : one)),
    ),
  paste: (commit: Commit, { who }: Details) =>
    withPerson(commit, who, (one) => ({ ...one, roleDescription: PASTED_SECRET })),
  link: (commit: Commit) => ({ ...commit, isLinked: !commit.isLinked }),
  typo: (commit: Commit) => ({ ...commit, hasTypo: true }),
  readme: (commit: Commit) => ({ ...commit, readme: commit.readme + 1 }),
} satisfies Record<string, (commit: Commit, details: Details) => Commit>;

function withEntries(commit: Commit, change: (entries: Entries) => Entries): Commit {
  return { ...commit, entries: change(commit.entries) };
}

function without(commit: Commit, who: number): Commit {
  return withEntries(commit, (entries) =>
    entries.filter(({ account }) => numberOf(account) !== who),
  );
}

function withPerson(
  commit: Commit,
  who: number,
  change: (account: UserAccount) => UserAccount,
): Commit {
  return withEntries(commit, (entries) =>
    entries.map((one) =>
      numberOf(one.account) === who ? { ...one, account: change(one.account) } : one,
    ),
  );
}

/** The next commit. A typo is mended by it. */
function edited(world: World, edits: readonly Edit[]): Commit {
  const now = world.now.toISOString();
  const mended: Commit = { ...world.head, hasTypo: false };
  return edits.reduce<Commit>((commit, edit) => EDITS[edit.edit](commit, { ...edit, now }), mended);
}

// ----- By hand in Vanta

const HANDS = {
  add: (rows: readonly Row[], who: number) => [...rows, person(who, 9)],
  "make ADMIN": (rows: readonly Row[], who: number) =>
    withRow(rows, who, { permissionLevel: "ADMIN" }),
  deactivate: (rows: readonly Row[], who: number, now: string) =>
    withRow(rows, who, { status: "DEACTIVATED", deactivatedTimestamp: now }),
  activate: (rows: readonly Row[], who: number) => withRow(rows, who, { status: "ACTIVE" }),
  delete: (rows: readonly Row[], who: number, now: string) =>
    withRow(rows, who, { deletedAt: now }),
  erase: (rows: readonly Row[], who: number) => rows.filter((row) => numberOf(row) !== who),
  // The rest leaves what no roster may have.
  "spoil the email": (rows: readonly Row[], who: number) => withRow(rows, who, { email: null }),
  "spoil the status": (rows: readonly Row[], who: number) => withRow(rows, who, { status: "AWAY" }),
  "unknown field": (rows: readonly Row[], who: number) =>
    withRow(rows, who, { nickname: `name${String(who).padStart(2, "0")}v8` }),
} satisfies Record<string, (rows: readonly Row[], who: number, now: string) => readonly Row[]>;

function withRow(rows: readonly Row[], who: number, fields: object): readonly Row[] {
  return rows.map((row) => (numberOf(row) === who ? { ...row, ...fields } : row));
}

// ----- Steps

export type Step =
  | { readonly do: "commit"; readonly edits: readonly Edit[] }
  | { readonly do: "revert" }
  | { readonly do: "push"; readonly edits: readonly Edit[]; readonly order: RunOrder }
  | {
      readonly do: "run";
      readonly order: RunOrder;
      readonly meanwhile: { readonly edits: readonly Edit[]; readonly order: RunOrder };
    }
  | {
      readonly do: "look";
      readonly mode: "validate" | "plan";
      readonly edits: readonly Edit[];
      readonly order: RunOrder;
    }
  | { readonly do: "approve"; readonly by: "a commit" | "the input"; readonly order: RunOrder }
  | {
      readonly do: "by hand";
      readonly hand: keyof typeof HANDS;
      readonly who: number;
      readonly resourceId: (typeof RESOURCES)[number];
    }
  | { readonly do: "wait"; readonly hours: number }
  | { readonly do: "late requests arrive" };

/** Makes a step happen. */
export async function perform(world: World, step: Step): Promise<void> {
  world.wait(5 * 60_000);
  switch (step.do) {
    case "commit":
      world.commits.push(edited(world, step.edits));
      return;
    case "revert":
      world.commits.push(world.commits.at(-2) ?? world.head);
      return;
    case "push":
      world.commits.push(edited(world, step.edits));
      return world.sync(step.order, async () => undefined);
    case "run":
      return world.sync(step.order, async () => {
        world.commits.push(edited(world, step.meanwhile.edits));
        await world.sync(step.meanwhile.order, async () => undefined);
      });
    case "look":
      return world.look(step.order, step.mode, edited(world, step.edits));
    case "approve":
      return approve(world, step.by, step.order);
    case "by hand":
      return changeByHand(world, step);
    case "wait":
      return world.wait(step.hours * 3_600_000);
    case "late requests arrive":
      world.vanta.land();
      world.observe("a late request");
  }
}

/** A run with the plan that was shown last in its input, or in the approvals file. */
async function approve(world: World, by: "a commit" | "the input", order: RunOrder): Promise<void> {
  const { lastShown: shown, head } = world;
  if (shown === undefined) return;
  if (by === "the input") {
    return world.sync({ ...order, isDispatched: true }, async () => undefined);
  }
  world.approvals.push(shown);
  world.commits.push({ ...head, approvals: [...head.approvals, `${shown.digest} # approved`] });
  await world.sync(order, async () => undefined);
}

function changeByHand(
  world: World,
  { hand, who, resourceId }: Extract<Step, { readonly do: "by hand" }>,
): void {
  world.vanta.land();
  world.observe("a late request");
  if (/spoil|unknown/.test(hand)) world.hasOddRow = true;
  const rows = HANDS[hand](world.vanta.rows(resourceId), who, world.now.toISOString());
  world.vanta.seed(resourceId, { rows });
  world.observe("hand");
}

// ----- Arbitraries

/** A record that is short where it is printed. */
function record<Value>(fields: { [Key in keyof Value]: fc.Arbitrary<Value[Key]> }) {
  return fc.record(fields, { noNullPrototype: true });
}

const NO_ANSWER: readonly Trouble[] = [
  { status: 500 },
  { status: 503 },
  { html: 502 },
  { status: 408 },
  { reset: "before" },
  { reset: "during" },
  { reset: "after" },
  { cut: true },
];
const REFUSALS: readonly Trouble[] = [
  { status: 429 },
  { status: 429, headers: { "retry-after": "7" } },
  { html: 403 },
  { status: 404, body: { error: "no such resource" } },
  { redirect: "https://api.vanta-gov.com/" },
  { status: 400, body: { error: `/1: uid00v7 has ${PASTED_SECRET}` } },
];
const IN_EFFECT = ([true, "later"] as const).flatMap((applied): readonly Trouble[] => [
  { status: 504, applied },
  { html: 200, applied },
  { status: 204, applied },
  { status: 202, body: { results: { accepted: 3 } }, applied },
  { hang: true, applied },
]);
const TROUBLES: Readonly<Record<CallKind, readonly Trouble[]>> = {
  token: [...NO_ANSWER, ...REFUSALS],
  list: [...NO_ANSWER, ...REFUSALS, { html: 200 }, { revoke: true }],
  put: [
    ...NO_ANSWER,
    ...REFUSALS,
    ...IN_EFFECT,
    ...IN_EFFECT,
    { revoke: true },
    { status: 200, body: { success: false } },
    { status: 200, body: { success: true, results: { rejected: 1 } } },
    { lose: person(1).uniqueId },
  ],
  readback: [...NO_ANSWER, ...REFUSALS, { html: 200 }, { revoke: true }],
};

function times(one: Trouble): readonly number[] {
  return "hang" in one || "lose" in one ? [1] : [1, 2, 5];
}

const anyFault: fc.Arbitrary<Fault> = fc
  .oneof(
    ...(["put", "put", "readback", "list", "token"] as const).map((on) =>
      record({ on: fc.constant(on), trouble: fc.constantFrom(...TROUBLES[on]) }),
    ),
  )
  .chain(({ on, trouble }) =>
    fc
      .record({ nth: fc.constantFrom(1, 1, 2), times: fc.constantFrom(...times(trouble)) })
      .map((when): Fault => ({ ...trouble, on, ...when })),
  );

const anyMoment: fc.Arbitrary<Moment> = record({
  at: fc.constantFrom("before a check", "after a check", "in a pause"),
  nth: fc.constantFrom(1, 2, 3),
});

const rarely = fc.constantFrom(true, ...Array<boolean>(9).fill(false));
const plainly = { resource: fc.constantFrom(...RESOURCES), isRerun: fc.boolean() };

/** Mostly goes well. */
const plain: fc.Arbitrary<RunOrder> = fc.record(
  { ...plainly, isDispatched: rarely, expectNoChanges: rarely },
  { requiredKeys: [], noNullPrototype: true },
);
const trouble = {
  ...plainly,
  age: fc.constantFrom(0, 0, 1, 2, 3),
  faults: fc.array(anyFault, { minLength: 1, maxLength: 3 }),
  isGitHubDown: rarely,
  isDispatched: rarely,
  meanwhile: anyMoment,
};
/** All may happen to it. */
const troubled: fc.Arbitrary<RunOrder> = fc.oneof(
  { weight: 4, arbitrary: fc.record(trouble, { requiredKeys: [], noNullPrototype: true }) },
  {
    weight: 1,
    arbitrary: fc.record(
      { ...trouble, cancel: anyMoment },
      { requiredKeys: [], noNullPrototype: true },
    ),
  },
  { weight: 1, arbitrary: record({ age: trouble.age, meanwhile: anyMoment }) },
);

const anyEdits: fc.Arbitrary<readonly Edit[]> = fc.array(
  record({
    edit: fc.constantFrom<keyof typeof EDITS>(
      ...(["hire", "hire", "leave", "level", "new address", "re-key", "move", "rename"] as const),
      ...(["leave, half of a file", "forget", "suspend", "come back", "level of all"] as const),
      ...(["password", "login", "paste", "link", "typo", "readme"] as const),
    ),
    who: fc.nat(9),
    path: fc.constantFrom(...PATHS),
    level: fc.constantFrom(...PERMISSION_LEVELS),
  }),
  { minLength: 1, maxLength: 3 },
);

export const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: record({ do: fc.constant("push"), edits: anyEdits, order: plain }),
  },
  {
    weight: 7,
    arbitrary: record({
      do: fc.constant("run"),
      order: troubled,
      meanwhile: record({ edits: anyEdits, order: plain }),
    }),
  },
  { weight: 2, arbitrary: record({ do: fc.constant("commit"), edits: anyEdits }) },
  { weight: 1, arbitrary: record({ do: fc.constant("revert") }) },
  {
    weight: 4,
    arbitrary: record({
      do: fc.constant("approve"),
      by: fc.constantFrom("a commit", "the input"),
      order: plain,
    }),
  },
  {
    weight: 2,
    arbitrary: record({
      do: fc.constant("by hand"),
      hand: fc.constantFrom(...keysOf(HANDS)),
      who: fc.nat(9),
      resourceId: fc.constantFrom(...RESOURCES),
    }),
  },
  {
    weight: 1,
    arbitrary: record({
      do: fc.constant("look"),
      mode: fc.constantFrom("validate", "plan"),
      edits: anyEdits,
      order: plain,
    }),
  },
  {
    weight: 2,
    arbitrary: record({ do: fc.constant("wait"), hours: fc.constantFrom(1, 12, 24, 72, 168) }),
  },
  { weight: 1, arbitrary: record({ do: fc.constant("late requests arrive") }) },
);

export const anyStage: fc.Arbitrary<Stage> = record({
  people: fc.integer({ min: 3, max: 9 }),
  isPublic: fc.boolean(),
  redact: fc.constantFrom("auto", "auto", "always"),
  isOneApplication: fc.boolean(),
  onRemoval: fc.constantFrom("deactivate", "deactivate", "omit"),
  retainDeactivatedDays: fc.constantFrom(400, 5, 0),
  maxRemovals: fc.constantFrom(
    [{ kind: "percent" as const, value: 20 }],
    [{ kind: "count" as const, value: 1 }],
    [{ kind: "percent" as const, value: 60 }],
  ),
  vanta: record({
    order: fc.constantFrom("sent", "reversed"),
    lag: fc.constantFrom(0, 0, 1, 2, 4),
    timestamps: fc.constantFrom("written", "normalized"),
    absent: fc.constantFrom("absent", "null", "empty"),
    tokenSeconds: fc.constantFrom(3600, 4),
    requestsPerMinute: fc.constantFrom(Number.POSITIVE_INFINITY, 20),
  }),
});

function keysOf<Key extends string>(record: Readonly<Record<Key, unknown>>): readonly Key[] {
  const isKey = (name: string): name is Key => Object.hasOwn(record, name);
  return Object.keys(record).filter(isKey);
}
