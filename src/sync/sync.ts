// The approved plan → Vanta: one PUT for each resource, then the read-back. Returns what is known of each, never more than that.
import type { Row } from "../model/account.js";
import { joinMessages, type Message, msg, quoteExternal } from "../model/message.js";
import type { ResourceOutcome } from "../model/outcome.js";
import {
  Cancelled,
  type Clock,
  type Progress,
  VantaError,
  type VantaReader,
  type VantaWriter,
} from "../model/ports.js";
import { makeProblem, type Problem } from "../model/problem.js";
import type { Approved } from "../plan/guards.js";
import { compareWithSent, type Differences, describeDifferences, isExact } from "./read-back.js";

/** The ports that a sync needs. */
export interface SyncWorld {
  readonly reader: VantaReader;
  readonly writer: VantaWriter<Approved>;
  readonly clock: Clock;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

/** What became of one resource. */
export interface SyncResult extends Pick<ResourceOutcome, "resourceId" | "synced" | "verified"> {
  readonly problems: readonly Problem[];
  /** Why the run failed because of this resource. */
  readonly failure?: Message;
}

/** What is known of a PUT: `skipped` where it never went out. */
type PutState =
  | { readonly kind: "accepted" }
  | { readonly kind: "skipped"; readonly why: Message }
  | { readonly kind: "refused" | "denied" | "unclear"; readonly error: VantaError };

interface Put {
  readonly approved: Approved;
  readonly state: PutState;
}

/** Sends every resource, once and whole, then reads each back. Never throws for what Vanta or a signal does. */
export async function syncResources(
  approved: readonly Approved[],
  world: SyncWorld,
): Promise<readonly SyncResult[]> {
  const puts = await sendAll(approved, world);
  const results: SyncResult[] = [];
  for (const [index, put] of puts.entries()) {
    // What a later PUT took away; a PUT that was refused had not restored what an earlier one took either.
    const rivals = put.state.kind === "refused" ? puts : puts.slice(index + 1);
    const overwritten = rivals.some(({ state }) => reachedVanta(state));
    results.push(await settle(put, overwritten, world));
  }
  return results;
}

async function sendAll(approved: readonly Approved[], world: SyncWorld): Promise<readonly Put[]> {
  const puts: Put[] = [];
  let stopped: Message | undefined;
  for (const one of approved) {
    const state: PutState =
      stopped === undefined ? await send(one, world) : { kind: "skipped", why: stopped };
    puts.push({ approved: one, state });
    stopped ??= stops(state);
  }
  return puts;
}

async function send(approved: Approved, { writer, signal }: SyncWorld): Promise<PutState> {
  const cancelled: PutState = {
    kind: "skipped",
    why: msg`the run was cancelled before it was sent`,
  };
  if (signal.aborted) return cancelled;
  try {
    await writer.replace(approved);
    return { kind: "accepted" };
  } catch (error) {
    if (error instanceof Cancelled) return cancelled;
    if (!(error instanceof VantaError)) throw error;
    const kinds = { none: "refused", denied: "denied", unknown: "unclear" } as const;
    return { kind: kinds[error.effect], error };
  }
}

/** Whether the next resource may still be sent: not where the credentials themselves were refused. */
function stops(state: PutState): Message | undefined {
  if (state.kind === "accepted") return undefined;
  if (state.kind === "skipped") return state.why;
  const { status } = state.error;
  return status === 401 || status === 403
    ? msg`Vanta had refused the credentials before it was sent`
    : undefined;
}

function reachedVanta({ kind }: PutState): boolean {
  return kind === "accepted" || kind === "unclear" || kind === "denied";
}

/** What a read-back found: the differences from what was expected, whether all is as before, or why it could not be read. */
type ReadBack =
  | { readonly differences: Differences; readonly asBefore: () => boolean }
  | { readonly unread: Message };

/** Decides what is known of one resource, by reading it back where its PUT may have taken effect. */
async function settle(
  { approved, state }: Put,
  overwritten: boolean,
  world: SyncWorld,
): Promise<SyncResult> {
  if (state.kind === "skipped")
    return failed(approved, "no", msg`Resource ${id(approved)} was not sent: ${state.why}.`);
  if (state.kind === "refused") {
    const found = overwritten ? await readBack(approved, approved.plan.current, world) : undefined;
    return settleRefused(approved, state.error, found);
  }
  const found = await readBack(approved, approved.resources, world);
  if (state.kind === "accepted") return settleAccepted(approved, found, overwritten);
  return state.kind === "denied"
    ? settleDenied(approved, state.error, found, overwritten)
    : settleUnclear(approved, state.error, found, overwritten);
}

/** A refused PUT changed nothing; but another one of this run may have, which is `found` against what was there before. */
function settleRefused(
  approved: Approved,
  error: VantaError,
  found: ReadBack | undefined,
): SyncResult {
  const problems = refusedAccount(approved, error);
  if (found === undefined || "unread" in found || !isTaken(found.differences))
    return { ...failed(approved, "no", error.explanation), problems };
  return {
    ...failed(
      approved,
      "no",
      joinMessages([error.explanation, taken(approved, found.differences)], " "),
    ),
    problems,
  };
}

function settleAccepted(approved: Approved, found: ReadBack, overwritten: boolean): SyncResult {
  const { resourceId } = approved;
  if ("unread" in found) {
    return {
      resourceId,
      synced: "yes",
      verified: false,
      problems: [
        makeProblem(
          "read-back-failed",
          msg`Resource ${id(approved)} was synced, but could not be read back: ${found.unread}`,
        ),
      ],
    };
  }
  if (isExact(found.differences))
    return { resourceId, synced: "yes", verified: true, problems: [] };
  if (overwritten && isTaken(found.differences))
    return failed(
      approved,
      "no",
      joinMessages(
        [msg`Resource ${id(approved)} was synced.`, taken(approved, found.differences)],
        " ",
      ),
    );
  const message = msg`Vanta accepted the accounts of resource ${id(approved)}, but the read-back is not exactly what was sent: ${describeDifferences(found.differences)}. Another writer to this resource, or Vanta itself, may have changed them.`;
  return {
    resourceId,
    synced: "yes",
    verified: false,
    problems: [makeProblem("read-back-differs", message)],
  };
}

function settleDenied(
  approved: Approved,
  error: VantaError,
  found: ReadBack,
  overwritten: boolean,
): SyncResult {
  if ("unread" in found)
    return failed(
      approved,
      "unknown",
      joinMessages([error.explanation, msg`It could not be read back: ${found.unread}`], " "),
    );
  if (found.asBefore()) return failed(approved, "no", error.explanation);
  if (isExact(found.differences))
    return failed(
      approved,
      "yes",
      joinMessages(
        [error.explanation, msg`The read-back found everything that was sent all the same.`],
        " ",
      ),
    );
  return settleNeither(approved, error, found.differences, overwritten);
}

function settleUnclear(
  approved: Approved,
  error: VantaError,
  found: ReadBack,
  overwritten: boolean,
): SyncResult {
  const { resourceId } = approved;
  if ("unread" in found)
    return failed(
      approved,
      "unknown",
      joinMessages(
        [
          error.explanation,
          msg`Whether it took effect is not known: the read-back failed too. ${found.unread}`,
        ],
        " ",
      ),
    );
  if (isExact(found.differences)) {
    const message = joinMessages(
      [
        error.explanation,
        msg`The read-back found everything that was sent, so the sync took place.`,
      ],
      " ",
    );
    return {
      resourceId,
      synced: "yes",
      verified: true,
      problems: [makeProblem("put-unclear", message)],
    };
  }
  if (found.asBefore())
    return failed(
      approved,
      "no",
      joinMessages(
        [error.explanation, msg`The read-back found the accounts as they were before.`],
        " ",
      ),
    );
  return settleNeither(approved, error, found.differences, overwritten);
}

/** Neither what was there before nor what was sent. */
function settleNeither(
  approved: Approved,
  error: VantaError,
  differences: Differences,
  overwritten: boolean,
): SyncResult {
  const found =
    overwritten && isTaken(differences)
      ? taken(approved, differences)
      : msg`The read-back found neither the old accounts nor those sent: ${describeDifferences(differences)}.`;
  return failed(approved, "unknown", joinMessages([error.explanation, found], " "));
}

function isTaken({ missing, deleted }: Differences): boolean {
  return missing.length + deleted.length > 0;
}

function taken(approved: Approved, differences: Differences): Message {
  return msg`The PUT to another resource of this run took accounts of resource ${id(approved)} away (${describeDifferences(differences)}). Vanta replaces all accounts of one application: create one Vanta application for each resource, and sync each with its own credentials.`;
}

/** How often a resource is read back, and how long Vanta is given in between to show what it was sent. */
const READS = 3;
const READ_PAUSE_MS = 2_000;

/** Reads a resource until it holds exactly what is expected, or often enough. */
async function readBack(
  approved: Approved,
  expected: Approved["resources"],
  { reader, clock, progress, signal }: SyncWorld,
): Promise<ReadBack> {
  const expectedRows: readonly Row[] = expected.map((account) => ({ ...account }));
  try {
    for (let read = 1; ; read += 1) {
      if (signal.aborted) throw new Cancelled();
      const rows = await reader.list(approved.resourceId);
      const differences = compareWithSent(expectedRows, rows);
      // A comparison of 100,000 accounts takes a second, and only a PUT in doubt asks for the second one.
      if (isExact(differences) || read === READS)
        return {
          differences,
          asBefore: () => isExact(compareWithSent(approved.plan.current, rows)),
        };
      progress.info(
        `Resource ${approved.resourceId} does not show everything that was sent yet; reading again in 2 s.`,
      );
      await clock.sleep(READ_PAUSE_MS, signal);
    }
  } catch (error) {
    if (error instanceof Cancelled) return { unread: msg`The run was cancelled.` };
    if (error instanceof VantaError) return { unread: error.explanation };
    throw error;
  }
}

/** The account that Vanta named in its refusal: at its line in the roster, or by name where it is a kept row. */
function refusedAccount(
  approved: Approved,
  { element, explanation }: VantaError,
): readonly Problem[] {
  if (element === undefined) return [];
  const entry = approved.plan.entries[element];
  const row = approved.resources[element];
  if (entry !== undefined) return [makeProblem("refused-by-vanta", explanation, entry.location)];
  if (row === undefined) return [];
  const message = joinMessages(
    [
      msg`Vanta refused the account ${quoteExternal(row.uniqueId, "uniqueId")}, which is not in the roster and was sent on as Vanta had it.`,
      explanation,
    ],
    " ",
  );
  return [makeProblem("refused-by-vanta", message)];
}

function failed(
  { resourceId }: Approved,
  synced: SyncResult["synced"],
  failure: Message,
): SyncResult {
  return { resourceId, synced, verified: false, problems: [], failure };
}

function id({ resourceId }: Approved): Message {
  return msg`${quoteExternal(resourceId)}`;
}
