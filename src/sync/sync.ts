// The approved plan → Vanta: one PUT for each resource, then the read-back of each.
import { msg } from "../model/message.js";
import {
  Cancelled,
  type Clock,
  type Progress,
  VantaError,
  type VantaReader,
} from "../model/ports.js";
import type { Approved } from "../plan/guards.js";
import { isExact, isSame } from "./read-back.js";
import { type Put, type PutState, type SendEnvironment, type Stop, sendAll } from "./send.js";
import {
  isInEffect,
  type ReadBack,
  type ReadRows,
  type SyncResult,
  settle,
  toReadBack,
} from "./settle.js";

export interface SyncEnvironment extends SendEnvironment {
  readonly reader: VantaReader;
  readonly clock: Clock;
  readonly progress: Progress;
}

export interface Synced {
  /** One for each resource, in the order of the plan. */
  readonly results: readonly SyncResult[];
  /** Why not every resource was sent. */
  readonly stop: Stop | undefined;
}

/**
 * Sends every resource, once and whole, then reads each back. Never throws for what Vanta, GitHub
 * or a signal does.
 */
export async function syncResources(
  approved: readonly Approved[],
  environment: SyncEnvironment,
): Promise<Synced> {
  const { puts, stop } = await sendAll(approved, environment);
  const results: SyncResult[] = [];
  for (const [index, put] of puts.entries()) {
    // An accepted PUT can only be overwritten by later ones, a refused one by any.
    const others = isAnswered(put.state) ? puts.slice(index + 1) : puts;
    const isOverwritten = others.some(({ state }) => isAnswered(state));
    results.push(settle(put, await readBack(put, environment), isOverwritten));
  }
  return { results, stop };
}

/** Whether a PUT may have changed something. */
function isAnswered({ kind }: PutState): boolean {
  return kind === "accepted" || kind === "unclear" || kind === "denied";
}

/** How often a resource is read, and how long Vanta gets in between to show what it was sent. */
const MAX_READS = 3;
const PAUSE_MS = 2_000;

/** Reads a resource until it shows what its PUT should have led to, or often enough. */
async function readBack(
  { approved, state }: Put,
  { reader, clock, progress, signal }: SyncEnvironment,
): Promise<ReadBack | undefined> {
  if (state.kind === "skipped") return undefined;
  try {
    for (let read = 1; ; read += 1) {
      if (signal.aborted) throw new Cancelled();
      const found = toReadBack(approved, await reader.list(approved.resourceId));
      if (read === MAX_READS || isExpected(approved, state, found)) return found;
      progress.info(
        `Resource ${approved.resourceId} is not as expected yet; reading again in 2 s.`,
      );
      await clock.sleep(PAUSE_MS, signal);
    }
  } catch (error) {
    if (error instanceof Cancelled) return { unread: msg`The run was cancelled.` };
    if (error instanceof VantaError) return { unread: error.explanation };
    throw error;
  }
}

function isExpected(
  approved: Approved,
  { kind }: PutState,
  { rows, differences }: ReadRows,
): boolean {
  if (kind === "refused" || kind === "denied") return isSame(approved.plan.current, rows);
  return isExact(differences) && (kind === "accepted" || isInEffect(approved, rows));
}
