// Vanta in memory, behind the ports of a run: keeps deleted rows, refuses what Vanta refuses, and fails as ordered.
import { FIELDS, REQUIRED_FIELDS, type Row } from "../../src/model/account.js";
import { msg } from "../../src/model/message.js";
import {
  type Clock,
  type Effect,
  VantaError,
  type VantaReader,
  type VantaWriter,
} from "../../src/model/ports.js";
import type { Approved } from "../../src/plan/guards.js";
import { NOW } from "./accounts.js";

/** What one call meets. `applies`: a PUT takes effect before its error is thrown. */
export type Fault =
  | { readonly kind: "error"; readonly error: Error; readonly applies?: boolean }
  | { readonly kind: "answer"; readonly rows: (held: readonly Row[]) => readonly Row[] }
  | { readonly kind: "before"; readonly act: () => void }
  | { readonly kind: "none" };

export interface MemoryVanta {
  readonly reader: VantaReader;
  readonly writer: VantaWriter<Approved>;
  /** `GET r-1`, `PUT r-1`, in order. */
  readonly calls: readonly string[];
  /** All rows of a resource, deleted ones included. */
  rows(resourceId: string): readonly Row[];
  /** What the next calls of a kind (`PUT r-1`) meet, in order; then none. */
  order(call: string, ...faults: readonly Fault[]): void;
}

export interface Behaviour {
  /** Each PUT deletes the accounts of all other resources too, as for one application. */
  readonly wide?: boolean;
}

/** Vanta with these rows by resource ID. */
export function memoryVanta(
  held: Readonly<Record<string, readonly Row[]>> = {},
  { wide = false }: Behaviour = {},
): MemoryVanta {
  const store = new Map(Object.entries(held));
  const faults = new Map<string, Fault[]>();
  const calls: string[] = [];
  const rows = (resourceId: string) => store.get(resourceId) ?? [];
  const next = (call: string): Fault => {
    calls.push(call);
    const fault = faults.get(call)?.shift() ?? { kind: "none" };
    if (fault.kind === "before") fault.act();
    return fault;
  };
  const put = ({ resourceId, resources }: Approved) => {
    const sent = resources.map((one) => JSON.parse(JSON.stringify(one)));
    sent.forEach(refuseInvalid);
    if (wide)
      for (const [other, all] of store)
        if (other !== resourceId) store.set(other, all.map(deleted));
    const ids = new Set(sent.map(({ uniqueId }) => uniqueId));
    const left = rows(resourceId).filter(({ uniqueId }) => !ids.has(uniqueId));
    store.set(resourceId, [
      ...sent.map((one) => ({ ...one, createdAt: NOW.toISOString(), deletedAt: null })),
      ...left.map(deleted),
    ]);
  };
  return {
    calls,
    rows,
    order: (call, ...ordered) => faults.set(call, [...ordered]),
    reader: {
      list: async (resourceId) => {
        const fault = next(`GET ${resourceId}`);
        if (fault.kind === "error") throw fault.error;
        return fault.kind === "answer" ? fault.rows(rows(resourceId)) : rows(resourceId);
      },
    },
    writer: {
      replace: async (approved) => {
        const fault = next(`PUT ${approved.resourceId}`);
        if (fault.kind !== "error" || fault.applies === true) put(approved);
        if (fault.kind === "error") throw fault.error;
      },
    },
  };
}

function deleted(row: Row): Row {
  return { ...row, deletedAt: row["deletedAt"] ?? NOW.toISOString() };
}

const KNOWN: ReadonlySet<string> = new Set(FIELDS);

function refuseInvalid(sent: Row, index: number): void {
  const bad =
    REQUIRED_FIELDS.find((field) => sent[field] === undefined || sent[field] === null) ??
    Object.keys(sent).find((field) => !KNOWN.has(field) || sent[field] === null);
  if (bad !== undefined)
    throw vantaError("none", { status: 400, element: index, words: `/${index}: ${bad}` });
}

/** A request that did not succeed. */
export function vantaError(
  effect: Effect,
  {
    words = "Vanta said no.",
    ...facts
  }: { status?: number; element?: number; words?: string } = {},
): VantaError {
  return new VantaError(msg`${words}`, { effect, ...facts });
}

/** A clock that stands still but for its sleeps, which take no time and are written down, in milliseconds. */
export function stillClock(): Clock & { readonly sleeps: readonly number[] } {
  const sleeps: number[] = [];
  let now = NOW.getTime();
  return {
    sleeps,
    now: () => new Date(now),
    sleep: async (ms, signal) => {
      signal.throwIfAborted();
      sleeps.push(ms);
      now += ms;
    },
    random: () => 0.5,
  };
}
