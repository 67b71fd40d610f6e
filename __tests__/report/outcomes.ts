// One outcome of every kind, as a small company would see it; and makers for odd ones.
import type { Row, UserAccount } from "../../src/model/account.js";
import { msg, quote, quoteExternal, reply } from "../../src/model/message.js";
import type {
  ChangedAccount,
  Changes,
  ExportOutcome,
  FieldChange,
  Outcome,
  OutcomeFacts,
  ResourceEffect,
  ResourceOutcome,
  RestOfPlan,
  RunFacts,
  Violation,
} from "../../src/model/outcome.js";
import type { RequestRecord } from "../../src/model/ports.js";
import type { Problem } from "../../src/model/problem.js";
import { type RedactionPolicy, redactionPolicy } from "../../src/report/redaction.js";

export const DIGEST = `sha256:${"0123456789abcdef".repeat(4)}`;
export const RESOURCE = "65f0c0ffee65f0c0ffee65f0";
const BILLING = "65f0c0ffee65f0c0ffee65f1";
const CRM = "65f0c0ffee65f0c0ffee65f2";

/** A valid account of one person. */
export function person(
  uniqueId: string,
  fullName: string,
  more: Partial<UserAccount> = {},
): UserAccount {
  const email = `${fullName.toLowerCase().replaceAll(" ", ".")}@example.com`;
  return {
    displayName: fullName,
    uniqueId,
    externalUrl: `https://admin.example.com/users/${uniqueId}`,
    fullName,
    accountName: email,
    email,
    permissionLevel: "BASE",
    createdTimestamp: "2024-03-01T09:00:00Z",
    status: "ACTIVE",
    mfaEnabled: false,
    mfaMethods: [],
    authMethod: "SSO",
    ...more,
  };
}

export const NO_CHANGES: Changes = {
  added: [],
  removed: [],
  changed: [],
  rekeyed: [],
  deleted: [],
};

const file = "access/admin-panel.yml";
const at = (line: number) => ({ file, line, column: 3 });

const removedAs = (account: UserAccount) =>
  ({ uniqueId: account.uniqueId, how: "deactivate", account: { ...account } }) as const;

/** The account changed in these fields, with its line in the roster. */
function changedTo(
  account: UserAccount,
  line: number,
  ...fields: readonly FieldChange[]
): ChangedAccount {
  return { uniqueId: account.uniqueId, account: { ...account }, fields, location: at(line) };
}

const hedy = person("u-1019", "Hedy Lamarr", { permissionLevel: "ADMIN" });
const charles = person("u-1006", "Charles Babbage");
const joan = person("u-1020", "Joan Clarke", { permissionLevel: "EDITOR" });
const joanAgain = person("u-2001", "Joan Clarke", { permissionLevel: "EDITOR" });
const lynn = person("u-1041", "Lynn Conway", { permissionLevel: "ADMIN" });
const stephanie = person("u-1042", "Stephanie Shirley", { authMethod: "PASSWORD" });
const adele = person("u-0009", "Adele Goldberg", { status: "DEACTIVATED" });
const ivan = person("u-0007", "Ivan Sutherland", {
  status: "DEACTIVATED",
  deactivatedTimestamp: "2025-09-01T09:00:00Z",
});

const grace = person("u-1002", "Grace Hopper", { permissionLevel: "ADMIN" });
const dennis = person("u-1014", "Dennis Ritchie", {
  status: "DEACTIVATED",
  deactivatedTimestamp: "2026-11-01T09:00:00Z",
});
const ken = person("u-1013", "Ken Thompson");
const alan = person("u-1003", "Alan Turing", {
  authMethod: "PASSWORD",
  mfaEnabled: true,
  mfaMethods: ["OTP"],
});
const barbara = person("u-1008", "Barbara Liskov", {
  roleDescription: "Reads the billing pages and exports monthly statements",
  groupIds: ["eng", "finance", "reviewers"],
});
const karen = person("u-1025", "Karen Spärck Jones");

const GRACE = changedTo(grace, 18, { field: "permissionLevel", before: "BASE", after: "ADMIN" });
const CHANGED = [
  GRACE,
  changedTo(
    alan,
    31,
    { field: "mfaEnabled", before: false, after: true },
    { field: "mfaMethods", before: [], after: ["OTP"] },
    { field: "authMethod", before: "SSO", after: "PASSWORD" },
  ),
  changedTo(
    barbara,
    96,
    { field: "roleDescription", after: barbara.roleDescription },
    { field: "groupIds", before: ["eng", "sales"], after: barbara.groupIds },
  ),
  changedTo(
    ken,
    201,
    { field: "status", before: "DEACTIVATED", after: "ACTIVE" },
    { field: "deactivatedTimestamp", before: "2026-01-01T09:00:00Z" },
  ),
  changedTo(
    dennis,
    214,
    { field: "status", before: "ACTIVE", after: "DEACTIVATED" },
    { field: "deactivatedTimestamp", after: dennis.deactivatedTimestamp },
  ),
  changedTo(karen, 310, {
    field: "displayName",
    before: "Karen Spärck",
    after: "Karen Spärck Jones",
  }),
];

/** Every class of account, and more than one in some. */
const CHANGES: Changes = {
  removed: [
    { ...removedAs(charles), how: "omit", why: "forget" },
    removedAs(hedy),
    removedAs(joan),
  ],
  changed: CHANGED,
  added: [
    { uniqueId: lynn.uniqueId, account: { ...lynn }, location: at(345) },
    { uniqueId: stephanie.uniqueId, account: { ...stephanie }, location: at(357) },
    { uniqueId: joanAgain.uniqueId, account: { ...joanAgain }, location: at(333) },
  ],
  rekeyed: [{ from: joan.uniqueId, to: joanAgain.uniqueId, fields: [] }],
  deleted: [{ uniqueId: adele.uniqueId, why: "forget", account: { ...adele } }],
};

/** A resource whose plan touches everyone in some way. */
export function resource(more: Partial<ResourceOutcome> = {}): ResourceOutcome {
  return {
    resourceId: RESOURCE,
    files: [file],
    current: 41,
    desired: 40,
    unchanged: 30,
    refreshed: 4,
    carried: 1,
    expired: [{ uniqueId: ivan.uniqueId, account: { ...ivan } }],
    deferred: 2,
    sent: 45,
    violations: [],
    synced: "no",
    verified: false,
    ...CHANGES,
    ...more,
  };
}

const requestTo = (method: RequestRecord["method"], resourceId: string): RequestRecord => ({
  method,
  path: "/v1/resources/user_account",
  resourceId,
  attempts: 1,
  status: 200,
});

export const LISTED: readonly RequestRecord[] = [
  { method: "POST", path: "/oauth/token", attempts: 1, status: 200 },
  { ...requestTo("GET", RESOURCE), attempts: 2 },
];
export const SENT: readonly RequestRecord[] = [
  ...LISTED,
  requestTo("PUT", RESOURCE),
  requestTo("GET", RESOURCE),
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
      url: "https://github.com/example-corp/access/actions/runs/1234567890",
      workflowUrl: "https://github.com/example-corp/access/actions/workflows/roster.yml",
      startedAt: "2026-11-02T09:00:00.000Z",
      finishedAt: "2026-11-02T09:00:03.400Z",
    },
    problems: problems(),
    violations: [],
    requests: [],
    ...more,
  };
}

/** The same run on another event. */
export function runOn(event: string): RunFacts {
  return { ...known().run, event };
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
  message: msg`An ADMIN who signs in by PASSWORD without MFA. Set up MFA, or use \`authMethod: SSO\`.`,
  location: at(113),
  account: { uniqueId: "u-1017", fullName: "Radia Perlman" },
};
const IN_DEFAULTS: Problem = {
  severity: "error",
  code: "unknown-value",
  message: msg`status cannot be ${quote("active", "status")}. Did you mean ACTIVE? Allowed: ACTIVE, DEACTIVATED.`,
  location: at(3),
  account: "defaults",
};
const TYPO: Problem = {
  severity: "error",
  code: "unknown-key",
  message: msg`Unknown field ${quote("fulName")}. Did you mean fullName?`,
  location: { ...at(17), column: 5 },
  account: { uniqueId: "u-1002" },
};
const IN_OTHER_FILE: Problem = {
  severity: "error",
  code: "bad-timestamp",
  message: msg`createdTimestamp ${quote("2024-02-30T09:00:00Z", "createdTimestamp")}: there is no such day.`,
  location: { file: "access/build server.yml", line: 12, column: 22 },
  account: { fullName: "CI Bot" },
};
const INPUT: Problem = {
  severity: "error",
  code: "unknown-input",
  message: msg`Unknown input ${quote("max-removal")}. Did you mean max-removals?`,
};
const NOTICE: Problem = {
  severity: "notice",
  code: "base-unreadable",
  message: msg`What this pull request changes is not shown: GitHub answered 403.`,
};

export const VIOLATION: Violation = {
  code: "max-removals",
  resourceId: RESOURCE,
  message: msg`3 of 38 ACTIVE accounts would be removed (2 left the roster, 1 set to DEACTIVATED), and max-removals allows 2.`,
  counted: { accounts: 3, whole: 38, limit: 2 },
  accounts: [charles.uniqueId, hedy.uniqueId, dennis.uniqueId],
};
const TOO_MUCH_ACCESS: Violation = {
  code: "max-access-changes",
  message: msg`The access of 3 of 53 accounts would change (email, permission level, sign-in, MFA, or back to ACTIVE), and max-access-changes allows 1.`,
  counted: { accounts: 3, whole: 53, limit: 1 },
  accounts: [grace.uniqueId, alan.uniqueId, ken.uniqueId],
};

/** What a pull request does, and what else a sync would do. */
const EFFECT: ResourceEffect = {
  ...NO_CHANGES,
  resourceId: RESOURCE,
  removed: [removedAs(hedy)],
  changed: [GRACE],
  added: CHANGES.added.slice(0, 1),
};
const BEYOND: RestOfPlan = {
  ...CHANGES,
  expired: [{ uniqueId: "u-0007", account: person("u-0007", "Ivan Sutherland") }],
  resourceId: RESOURCE,
  removed: CHANGES.removed.filter(({ uniqueId }) => uniqueId !== hedy.uniqueId),
  changed: CHANGED.slice(1),
  added: CHANGES.added.slice(1),
};

const validated = (more: Partial<OutcomeFacts>) =>
  known({
    run: runOn("pull_request"),
    mode: "validate",
    modeReason: "no credentials",
    accounts: 40,
    overview: GLANCE,
    effect: [EFFECT],
    ...more,
  });
const planned = (more: Partial<OutcomeFacts>) =>
  known({
    run: runOn("pull_request"),
    mode: "plan",
    modeReason: "pull_request with credentials",
    accounts: 40,
    overview: GLANCE,
    digest: DIGEST,
    requests: LISTED,
    ...more,
  });
const synced = (more: Partial<OutcomeFacts>) =>
  known({
    mode: "sync",
    modeReason: "push on the default branch",
    accounts: 40,
    overview: GLANCE,
    digest: DIGEST,
    requests: SENT,
    backup: "/tmp/backup-*.yml",
    ...more,
  });

const none = { ...NO_CHANGES, expired: [], deferred: 0, carried: 0 };
const billing = {
  ...none,
  resourceId: BILLING,
  files: ["access/billing.yml"],
  ...{ current: 12, desired: 12, unchanged: 12, refreshed: 0, sent: 12 },
};
const crm = { ...billing, resourceId: CRM, files: ["access/crm/eu.yml", "access/crm/us.yml"] };

/** Every kind of outcome, by the name of its golden files. */
export const OUTCOMES = {
  invalid: {
    ...known({
      mode: "validate",
      modeReason: "no credentials",
      problems: problems(WARNING, IN_OTHER_FILE, TYPO, IN_DEFAULTS, INPUT),
    }),
    outcome: "invalid",
  },
  valid: { ...validated({ problems: problems(WARNING, NOTICE) }), outcome: "valid" },
  "valid-but-would-be-blocked": {
    ...validated({
      effect: [{ ...EFFECT, ...CHANGES }],
      effectViolations: [VIOLATION, TOO_MUCH_ACCESS],
      problems: problems({ severity: "warning", code: "max-removals", message: VIOLATION.message }),
    }),
    outcome: "valid",
  },
  planned: {
    ...planned({ resources: [resource()], problems: problems(WARNING) }),
    outcome: "planned",
  },
  "planned-on-a-pull-request": {
    ...planned({
      resources: [resource()],
      effect: [EFFECT],
      beyond: [BEYOND],
      mergesToDefaultBranch: true,
    }),
    outcome: "planned",
  },
  "planned-masked": {
    ...planned({ resources: [resource()], problems: problems(WARNING) }),
    outcome: "planned",
  },
  blocked: {
    ...synced({
      requests: LISTED,
      backup: undefined,
      resources: [resource({ violations: [VIOLATION] })],
      violations: [VIOLATION],
      approvals: { file: "access/approvals.txt" },
    }),
    outcome: "blocked",
  },
  "blocked-by-several": {
    ...planned({
      resources: [resource({ violations: [VIOLATION, TOO_MUCH_ACCESS] }), resource(billing)],
      violations: [VIOLATION, TOO_MUCH_ACCESS],
      problems: problems(NOTICE),
    }),
    outcome: "blocked",
  },
  drifted: {
    ...planned({ run: runOn("schedule"), modeReason: undefined, resources: [resource()] }),
    outcome: "drifted",
  },
  synced: {
    ...synced({
      resources: [resource({ synced: "yes", verified: true })],
      problems: problems(WARNING),
    }),
    outcome: "synced",
  },
  "synced-unverified": {
    ...synced({
      resources: [resource({ ...none, synced: "yes", notAsSent: 2 })],
      problems: problems({
        severity: "warning",
        code: "read-back-differs",
        message: msg`Missing: ${quoteExternal("u-2001", "uniqueId")}. Different: ${quoteExternal("u-1002", "uniqueId")}.`,
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
      approvals: { file: "access/approvals.txt", line: 3 },
    }),
    outcome: "synced",
  },
  "failed-before-sending": {
    ...planned({ digest: undefined, requests: LISTED.slice(0, 1) }),
    outcome: "failed",
    failures: [
      msg`Vanta rejected client-id and client-secret (401). Check that both are of the same application. Vanta's words: ${reply('{"error":"invalid_client"}')}.`,
    ],
  },
  "failed-half-way": {
    ...synced({
      requests: [
        ...LISTED,
        requestTo("PUT", RESOURCE),
        { ...requestTo("PUT", BILLING), status: 400 },
        { ...requestTo("PUT", CRM), attempts: 5, status: 502 },
      ],
      resources: [
        resource({ synced: "yes", verified: true }),
        resource(billing),
        resource({ ...crm, synced: "unknown" }),
      ],
    }),
    outcome: "failed",
    failures: [
      msg`Vanta rejected the roster for resource ${quote(BILLING)} (400); nothing changed. Fix ${quote("u-1004", "uniqueId")} and run again.`,
      msg`Resource ${quote(CRM)} got no answer in 5 attempts. It may still take effect.`,
    ],
  },
  superseded: {
    ...synced({ requests: LISTED, backup: undefined, resources: [resource(none)] }),
    outcome: "superseded",
    reason: msg`${quoteExternal(file)} changed on the default branch after this commit.`,
  },
  "superseded-with-approved-plan": {
    ...synced({
      run: runOn("workflow_dispatch"),
      requests: LISTED,
      backup: undefined,
      resources: [resource({ violations: [{ ...VIOLATION, waivedBy: "approved-plan" }] })],
      approvals: { plan: DIGEST },
    }),
    outcome: "superseded",
    reason: msg`${quoteExternal(file)} changed on the default branch after this commit.`,
  },
  exported: { ...exportedWith(true), outcome: "exported" },
  "exported-nothing": {
    ...exportedWith(true),
    exported: { files: [], unchanged: 41, isWritten: false, exportFiles: [file] },
    outcome: "exported",
  },
  "export-blocked": {
    ...exportedWith(false),
    violations: [
      {
        code: "max-removals",
        resourceId: RESOURCE,
        message: msg`1 of 4 accounts in the roster are not in Vanta and would be taken out, and max-removals allows 0.`,
        counted: { accounts: 1, whole: 4, limit: 0 },
        accounts: [hedy.uniqueId],
      },
    ],
    outcome: "blocked",
  },
} satisfies Record<string, Outcome>;

/** An export with every kind of change, in two files. */
function exportedWith(isWritten: boolean): OutcomeFacts {
  const change = { field: "permissionLevel", before: "BASE", after: "ADMIN" };
  const other = "access/service-accounts.json";
  const placeAt = (line: number) => (isWritten ? at(line) : undefined);
  const files: ExportOutcome["files"] = [
    {
      path: file,
      resourceId: RESOURCE,
      isNew: false,
      added: [{ uniqueId: lynn.uniqueId, account: { ...lynn }, location: placeAt(345) }],
      changed: [{ ...changedTo(charles, 18, change), location: placeAt(18) }],
      takenOut: [],
    },
    {
      path: other,
      resourceId: RESOURCE,
      isNew: false,
      added: [],
      changed: [],
      takenOut: [
        { uniqueId: hedy.uniqueId, account: { ...hedy }, location: { ...at(7), file: other } },
      ],
    },
  ];
  return known({
    mode: "export",
    modeReason: "as the input says",
    accounts: 42,
    exported: { files, unchanged: 40, isWritten, exportFiles: [file] },
    requests: LISTED,
  });
}

/** How a public repository masks, whose roster has everyone who does not leave. */
const PUBLIC = redactionPolicy(
  "auto",
  true,
  [grace, dennis, ken, alan, barbara, karen, joanAgain, lynn, stephanie],
  "vcs_key",
);

/** Every kind of outcome, and how it is masked. */
export const CASES: readonly {
  readonly name: string;
  readonly outcome: Outcome;
  readonly policy: RedactionPolicy;
}[] = Object.entries(OUTCOMES).map(([name, outcome]) => ({
  name,
  outcome,
  policy: name === "planned-masked" ? PUBLIC : { kind: "none" },
}));

/** The outcome of a plan of these resources. */
export function planOf(...resources: readonly ResourceOutcome[]): Outcome {
  return { ...known({ mode: "plan", digest: DIGEST, resources }), outcome: "planned" };
}

/** A resource with `count` accounts of each class that may be long, all with the given name. */
export function crowd(count: number, name: string): ResourceOutcome {
  const rows = (prefix: string) =>
    Array.from({ length: count }, (_, index): Row => {
      const email = `${prefix}.${index}@example.com`;
      return { ...person(`${prefix}-${index}`, name, { email }) };
    });
  const changed = (prefix: string, field: string, before: string, after: string) =>
    rows(prefix).map((account, index) => ({
      uniqueId: account.uniqueId,
      account: { ...account, [field]: after },
      fields: [{ field, before, after }],
      location: { file, line: index + 1, column: 1 },
    }));
  return resource({
    removed: rows("left").map((account) => ({
      uniqueId: account.uniqueId,
      how: "deactivate",
      account,
    })),
    changed: [
      ...changed("admin", "permissionLevel", "BASE", "ADMIN"),
      ...changed("access", "authMethod", "SSO", "PASSWORD"),
      ...changed("other", "fullName", `${name} of old`, name),
    ],
    added: rows("new").map((account, index) => ({
      uniqueId: account.uniqueId,
      account,
      location: { file, line: index + 1, column: 1 },
    })),
    rekeyed: [],
    deleted: [],
    expired: [],
  });
}
