// The PUTs of a sync: each resource once, whole, in order, until something says to stop.
import { type Message, msg } from "../model/message.js";
import { Cancelled, VantaError, type VantaWriter } from "../model/ports.js";
import type { Approved } from "../plan/guards.js";

/** Why no more PUT may be sent. */
export type Stop =
  | { readonly kind: "superseded"; readonly reason: Message }
  | { readonly kind: "failed"; readonly failure: Message };

export interface SendEnvironment {
  readonly writer: VantaWriter<Approved>;
  readonly signal: AbortSignal;
  /** Asked before the first PUT, and before one is repeated with a renewed token. */
  readonly checkNewest: () => Promise<Stop | undefined>;
}

/**
 * What is known of a PUT.
 * - `accepted`: Vanta confirmed it.
 * - `refused`: Vanta refused every attempt; nothing changed.
 * - `denied`: it was answered by a 2xx that says no.
 * - `unclear`: it may have taken effect, or still may.
 * - `skipped`: it was not sent; `why` is absent where a {@link Stop} says it.
 */
export type PutState =
  | { readonly kind: "accepted" }
  | { readonly kind: "refused" | "denied" | "unclear"; readonly error: VantaError }
  | { readonly kind: "skipped"; readonly why?: Message | undefined };

export interface Put {
  readonly approved: Approved;
  readonly state: PutState;
}

/** Thrown into a PUT that must not be repeated. */
class Stopped extends Error {
  override readonly name = "Stopped";
}

/** Sends every resource. Never throws for what Vanta, GitHub or a signal does. */
export async function sendAll(
  approved: readonly Approved[],
  environment: SendEnvironment,
): Promise<{ readonly puts: readonly Put[]; readonly stop: Stop | undefined }> {
  const { signal, checkNewest } = environment;
  const puts: Put[] = [];
  let stop = signal.aborted ? undefined : await checkNewest();
  let skipped: PutState | undefined;
  const beforeRepeat = async () => {
    stop = signal.aborted ? undefined : await checkNewest();
    if (stop !== undefined) throw new Stopped();
  };
  for (const one of approved) {
    if (stop !== undefined) skipped ??= { kind: "skipped" };
    const state = skipped ?? (await send(one, environment, beforeRepeat));
    puts.push({ approved: one, state });
    skipped ??= skipAfter(state);
  }
  return { puts, stop };
}

async function send(
  approved: Approved,
  { writer, signal }: SendEnvironment,
  beforeRepeat: () => Promise<void>,
): Promise<PutState> {
  const cancelled: PutState = {
    kind: "skipped",
    why: msg`the run was cancelled before it was sent`,
  };
  if (signal.aborted) return cancelled;
  try {
    await writer.replace(approved, beforeRepeat);
    return { kind: "accepted" };
  } catch (error) {
    if (error instanceof Stopped) return { kind: "skipped" };
    if (error instanceof Cancelled) return cancelled;
    if (!(error instanceof VantaError)) throw error;
    const kinds = { none: "refused", denied: "denied", unknown: "unclear" } as const;
    return { kind: kinds[error.effect], error };
  }
}

/** The state of all further PUTs, where the credentials were refused or this one was skipped. */
function skipAfter(state: PutState): PutState | undefined {
  if (state.kind === "accepted") return undefined;
  if (state.kind === "skipped") return state;
  if (!isAboutCredentials(state.error)) return undefined;
  return { kind: "skipped", why: msg`Vanta had refused the credentials before it was sent` };
}

/** Whether Vanta refused the credentials, so that no other request can succeed. */
function isAboutCredentials({ status }: VantaError): boolean {
  return status === 401 || status === 403;
}
