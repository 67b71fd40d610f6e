// Vanta's API as a run uses it: a reader of accounts, and a writer for runs that may sync.
// Source: https://developer.vanta.com/reference/put-useraccount

import { jsonInParts } from "../model/json-parts.js";
import {
  type Replacement,
  VantaError,
  type VantaReader,
  type VantaWriter,
} from "../model/ports.js";
import { VERSION } from "../model/version.js";
import { type Call, explainFlaw, explainUnconfirmed } from "./error-messages.js";
import { openSession, type Session, type SessionOptions } from "./session.js";
import { parseList, parseReplaceResponse } from "./wire.js";

const READ_SCOPE = "connectors.self:read-resource";
const WRITE_SCOPE = "connectors.self:write-resource";

export type VantaOptions = Omit<SessionOptions, "userAgent">;

/** Connects with the scope to read only. Nothing is sent before the first call. */
export function connectReader(options: VantaOptions): { readonly reader: VantaReader } {
  return { reader: createReader(connect(options, READ_SCOPE), options) };
}

/** Connects with the scopes to write and read. The type parameter is the proof of approval. */
export function connectWriter<Approved extends Replacement>(
  options: VantaOptions,
): { readonly reader: VantaReader; readonly writer: VantaWriter<Approved> } {
  const session = connect(options, `${WRITE_SCOPE} ${READ_SCOPE}`);
  return {
    reader: createReader(session, options),
    writer: {
      replace: (replacement, beforeRepeat) => replace(session, replacement, options, beforeRepeat),
    },
  };
}

function connect(options: VantaOptions, scope: string): Session {
  return openSession({ ...options, userAgent: `vanta-roster-sync/${VERSION}` }, scope);
}

function accountsUrl({ apiUrl }: VantaOptions): string {
  return new URL("/v1/resources/user_account", apiUrl).href;
}

function createReader(session: Session, options: VantaOptions): VantaReader {
  return {
    async list(resourceId) {
      const call: Call = { kind: "list", resourceId };
      const url = `${accountsUrl(options)}?resourceId=${encodeURIComponent(resourceId)}`;
      const response = await session.send(call, { method: "GET", url });
      const parsed = parseList(response);
      if ("rows" in parsed) return parsed.rows;
      throw new VantaError(explainFlaw(call, parsed, response, session.facts), {
        effect: "none",
        status: response.status,
      });
    },
  };
}

async function replace(
  session: Session,
  { resourceId, resources }: Replacement,
  options: VantaOptions,
  beforeRepeat: () => Promise<void>,
): Promise<void> {
  const call: Call = { kind: "put", resourceId, sent: resources };
  const texts = jsonInParts({ resourceId }, resources, { indent: 0 });
  const body = Array.from(texts, (text) => Buffer.from(text));
  const request = { method: "PUT", url: accountsUrl(options), body } as const;
  const response = await session.send(call, request, beforeRepeat);
  const answer = parseReplaceResponse(response.body);
  if (answer === "yes") return;
  throw new VantaError(explainUnconfirmed(call, answer, response, session.facts), {
    // An earlier attempt that was not answered may still take effect.
    effect: answer === "no" && !response.unsettled ? "denied" : "unknown",
    status: response.status,
  });
}
