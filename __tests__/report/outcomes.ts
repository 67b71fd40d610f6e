// One outcome of every kind, as a small company would see it; and makers for odd ones.
import type { Row, UserAccount } from "../../src/model/account.js";
import { msg, quote, quoteExternal, reply } from "../../src/model/message.js";
import type {
  ChangedAccount,
  Outcome,
  OutcomeFacts,
  ResourceEffect,
  ResourceOutcome,
  Violation,
} from "../../src/model/outcome.js";
import type { RequestRecord } from "../../src/model/ports.js";
import type { Problem } from "../../src/model/problem.js";

export const DIGEST = `sha256:${"0123456789abcdef".repeat(4)}`;
export const RESOURCE = "65f0c0ffee65f0c0ffee65f0";

/** A valid account of one person. */
export function person(
  uniqueId: string,
  fullName: string,
  more: Partial<UserAccount> = {},
): UserAccount {
  const name = fullName.split(" ")[0]?.toLowerCase() ?? "";
  return {
    displayName: fullName,
    uniqueId,
    externalUrl: `https://admin.example.com/users/${uniqueId}`,
    fullName,
    accountName: `${name}@example.com`,
    email: `${name}@example.com`,
    permissionLevel: "BASE",
    createdTimestamp: "2024-03-01T09:00:00Z",
    status: "ACTIVE",
    mfaEnabled: false,
    mfaMethods: [],
    authMethod: "SSO",
    ...more,
  };
}

const ada = person("u-1001", "Ada Lovelace", { permissionLevel: "ADMIN" });
const grace = person("u-1002", "Grace Hopper", { permissionLevel: "EDITOR" });
const alan = person("u-1003", "Alan Turing");
const edsger = person("u-1004", "Edsger Dijkstra", {
  roleDescription: "On-call engineer",
  groupIds: ["eng", "oncall"],
});
const barbara = person("u-1005", "Barbara Liskov", {
  authMethod: "PASSWORD",
  mfaEnabled: true,
  mfaMethods: ["OTP"],
});
const graceAgain = person("u-2002", "Grace Hopper", { permissionLevel: "EDITOR" });

const rekeyedRemoval = {
  uniqueId: grace.uniqueId,
  how: "deactivate",
  account: grace,
} as const;
const removal = { uniqueId: alan.uniqueId, how: "deactivate", account: alan } as const;
const file = "access/admin-panel.yml";

const CHANGED: readonly ChangedAccount[] = [
  {
    uniqueId: edsger.uniqueId,
    account: edsger,
    location: { file, line: 23, column: 3 },
    fields: [
      { field: "roleDescription", after: "On-call engineer" },
      { field: "groupIds", before: ["eng"], after: ["eng", "oncall"] },
    ],
  },
  {
    uniqueId: barbara.uniqueId,
    account: barbara,
    location: { file, line: 29, column: 3 },
    fields: [
      { field: "mfaEnabled", before: false, after: true },
      { field: "mfaMethods", before: ["DISABLED"], after: ["OTP"] },
    ],
  },
  {
    uniqueId: ada.uniqueId,
    account: ada,
    location: { file, line: 11, column: 3 },
    fields: [
      { field: "displayName", before: "Ada Byron", after: "Ada Lovelace" },
      { field: "permissionLevel", before: "BASE", after: "ADMIN" },
    ],
  },
];

const CHANGES = {
  removed: [rekeyedRemoval, removal],
  changed: CHANGED,
  added: [
    {
      uniqueId: graceAgain.uniqueId,
      account: graceAgain,
      location: { file, line: 35, column: 3 },
    },
  ],
  rekeyed: [{ from: grace.uniqueId, to: graceAgain.uniqueId }],
};

const NO_CHANGES = { added: [], removed: [], changed: [], rekeyed: [] };

/** A resource whose plan touches everybody in some way. */
export function resource(more: Partial<ResourceOutcome> = {}): ResourceOutcome {
  return {
    resourceId: RESOURCE,
    current: 41,
    desired: 40,
    unchanged: 36,
    refreshed: 4,
    carried: 1,
    expired: ["u-0007"],
    sent: 43,
    violations: [],
    synced: "no",
    verified: false,
    ...CHANGES,
    ...more,
  };
}

export const LISTED: readonly RequestRecord[] = [
  { method: "POST", path: "/oauth/token", attempts: 1, status: 200 },
  {
    method: "GET",
    path: "/v1/resources/user_account",
    resourceId: RESOURCE,
    attempts: 2,
    status: 200,
  },
];
export const SENT: readonly RequestRecord[] = [
  ...LISTED,
  {
    method: "PUT",
    path: "/v1/resources/user_account",
    resourceId: RESOURCE,
    attempts: 1,
    status: 200,
  },
  {
    method: "GET",
    path: "/v1/resources/user_account",
    resourceId: RESOURCE,
    attempts: 1,
    status: 200,
  },
];

/** What every outcome knows, of a run on the default branch. */
export function known(more: Partial<OutcomeFacts> = {}): OutcomeFacts {
  return {
    run: {
      version: "1.0.0",
      repository: "example-corp/access",
      commit: "8c1f0a7be1d5a3f4f25a0b6cdd0c5a1f7c9d2e34",
      ref: "refs/heads/main",
      event: "push",
      runId: "1234567890",
      attempt: 1,
      actor: "ada",
      serverUrl: "https://github.com",
      startedAt: "2026-11-02T09:00:00.000Z",
      finishedAt: "2026-11-02T09:00:03.400Z",
    },
    problems: problems(),
    violations: [],
    requests: [],
    ...more,
  };
}

/** The problems with their counts. */
export function problems(...kept: readonly Problem[]): OutcomeFacts["problems"] {
  const count = (severity: Problem["severity"]) =>
    kept.filter((problem) => problem.severity === severity).length;
  return { kept, errors: count("error"), warnings: count("warning") };
}

const GLANCE = {
  accounts: {
    ADMIN: { ACTIVE: 3, DEACTIVATED: 0 },
    EDITOR: { ACTIVE: 9, DEACTIVATED: 1 },
    BASE: { ACTIVE: 25, DEACTIVATED: 2 },
  },
  withoutMfa: 2,
};

const WARNING: Problem = {
  severity: "warning",
  code: "admin-without-mfa",
  message: msg`${quote("u-1017", "uniqueId")} is an ADMIN who logs in by PASSWORD without MFA. Set up MFA, or use \`authMethod: SSO\`.`,
  location: { file, line: 113, column: 3 },
};
const TYPO: Problem = {
  severity: "error",
  code: "unknown-key",
  message: msg`There is no field ${quote("fulName")}. Did you mean \`fullName\`?`,
  location: { file, line: 7, column: 5 },
};
const LEVEL: Problem = {
  severity: "error",
  code: "unknown-value",
  message: msg`permissionLevel is ${quote("Admin", "permissionLevel")}, and must be ADMIN, EDITOR or BASE. Did you mean \`ADMIN\`?`,
  location: { file: "access/build server.yml", line: 12, column: 22 },
};
const NOTICE: Problem = {
  severity: "notice",
  code: "base-unreadable",
  message: msg`What this change itself does is not shown: GitHub answered 403.`,
};

export const VIOLATION: Violation = {
  code: "max-removals",
  resourceId: RESOURCE,
  message: msg`2 of 7 ACTIVE accounts would lose access (2 left the roster, 0 set to DEACTIVATED), and max-removals allows 1.`,
  accounts: [grace.uniqueId, alan.uniqueId],
};

const EFFECT: readonly ResourceEffect[] = [
  {
    ...NO_CHANGES,
    resourceId: RESOURCE,
    added: CHANGES.added,
    removed: [rekeyedRemoval],
    rekeyed: CHANGES.rekeyed,
  },
];

const planned = (more: Partial<OutcomeFacts>) =>
  known({
    mode: "plan",
    accounts: 40,
    overview: GLANCE,
    digest: DIGEST,
    requests: LISTED,
    ...more,
  });
const synced = (more: Partial<OutcomeFacts>) =>
  known({
    mode: "sync",
    accounts: 40,
    overview: GLANCE,
    digest: DIGEST,
    requests: SENT,
    backup: "/tmp/backup-*.yml",
    ...more,
  });
const unchanged = { ...NO_CHANGES, expired: [], current: 40, unchanged: 40, carried: 0, sent: 40 };

/** Every kind of outcome, by the name of its golden files. */
export const OUTCOMES: Readonly<Record<string, Outcome>> = {
  invalid: {
    ...known({ mode: "validate", problems: problems(WARNING, TYPO, LEVEL) }),
    outcome: "invalid",
  },
  "invalid-by-warnings": {
    ...known({ mode: "validate", accounts: 40, problems: problems(WARNING) }),
    outcome: "invalid",
  },
  "failed-before-sending": {
    ...planned({ requests: LISTED.slice(0, 1) }),
    outcome: "failed",
    failures: [
      msg`Vanta refused the client: ${reply('{"error":"invalid_client"}')}. The secret is wrong or was rotated; see the Developer Console.`,
    ],
  },
  "failed-half-way": {
    ...synced({
      resources: [
        resource({ resourceId: "one", synced: "yes", verified: true }),
        resource({ resourceId: "two", synced: "unknown", ...NO_CHANGES }),
        resource({ resourceId: "three", ...NO_CHANGES }),
      ],
    }),
    outcome: "failed",
    failures: [
      msg`The PUT to resource ${quote("two")} got no answer in 5 attempts; whether it took effect is not known.`,
    ],
  },
  blocked: {
    ...planned({ resources: [resource({ violations: [VIOLATION] })], violations: [VIOLATION] }),
    outcome: "blocked",
  },
  drifted: { ...planned({ resources: [resource()] }), outcome: "drifted" },
  superseded: {
    ...known({ mode: "sync", accounts: 40 }),
    outcome: "superseded",
    reason: msg`${quoteExternal(file)} changed on the default branch after this commit.`,
  },
  valid: {
    ...known({
      mode: "validate",
      accounts: 40,
      overview: GLANCE,
      effect: EFFECT,
      problems: problems(WARNING, NOTICE),
    }),
    outcome: "valid",
  },
  planned: {
    ...planned({ resources: [resource()], problems: problems(WARNING) }),
    outcome: "planned",
  },
  "planned-on-a-pull-request": {
    ...planned({ resources: [resource()], effect: EFFECT }),
    outcome: "planned",
  },
  "planned-without-drift": {
    ...planned({
      resources: [resource({ ...EFFECT[0], resourceId: RESOURCE, expired: [] })],
      effect: EFFECT,
    }),
    outcome: "planned",
  },
  "planned-nothing": { ...planned({ resources: [resource(unchanged)] }), outcome: "planned" },
  synced: {
    ...synced({
      resources: [resource({ synced: "yes", verified: true })],
      problems: problems(WARNING),
    }),
    outcome: "synced",
  },
  "synced-nothing": {
    ...synced({ resources: [resource({ ...unchanged, synced: "yes", verified: true })] }),
    outcome: "synced",
  },
  "synced-unverified": {
    ...synced({
      resources: [resource({ synced: "yes", verified: false })],
      problems: problems({
        severity: "warning",
        code: "read-back-differs",
        message: msg`Missing: ${quoteExternal("u-2002", "uniqueId")}.`,
      }),
    }),
    outcome: "synced",
  },
  "synced-with-approval": {
    ...synced({
      resources: [
        resource({
          synced: "yes",
          verified: true,
          violations: [{ ...VIOLATION, waivedBy: "approvals-file" }],
        }),
      ],
    }),
    outcome: "synced",
  },
};

/** A resource in which `count` accounts are removed, as many changed and as many added, all with the given name. */
export function crowd(count: number, name: string): ResourceOutcome {
  const rows = Array.from({ length: count }, (_, index) =>
    person(`u-${index}`, name, { email: `someone.${index}@example.com` }),
  );
  const location = (index: number) => ({ file, line: index + 1, column: 1 });
  const fields = [
    { field: "fullName", before: `${name} of old`, after: name },
    { field: "permissionLevel", before: "BASE", after: "ADMIN" },
  ];
  const row = (one: UserAccount): Row => one;
  return resource({
    removed: rows.map((one) => ({
      uniqueId: `left-${one.uniqueId}`,
      how: "deactivate",
      account: { ...row(one), uniqueId: `left-${one.uniqueId}` },
    })),
    changed: rows.map((one, index) => ({
      uniqueId: one.uniqueId,
      account: row(one),
      fields,
      location: location(index),
    })),
    added: rows.map((one, index) => ({
      uniqueId: `new-${one.uniqueId}`,
      account: row(one),
      location: location(index),
    })),
    rekeyed: [],
    expired: [],
  });
}
