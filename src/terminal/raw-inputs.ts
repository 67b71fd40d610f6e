// The call and the credentials → the inputs as the runner would pass them, so that both shells check
// them by the same rules.
import type { Env, RawInputs } from "../settings/inputs.js";
import { INPUT_DEFAULTS } from "../settings/inputs.js";
import type { Call } from "./call.js";
import type { FoundCredentials } from "./credentials.js";
import { toPattern } from "./patterns.js";

/** The inputs of this call. */
export function toRawInputs(
  { verb, patterns, inputs }: Call,
  { id, secret }: FoundCredentials,
  env: Env,
  workspace: string,
): RawInputs {
  // With one of the two missing, the message is about the variable, not about the input.
  const areComplete = verb !== "validate" && id !== undefined && secret !== undefined;
  const given: Readonly<Record<string, string | undefined>> = {
    ...inputs,
    roster: patterns.map((one) => toPattern(one, workspace)).join("\n"),
    mode: verb,
    redact: redactFor(inputs["redact"]?.trim() || "auto", env),
    ...(areComplete && { "client-id": id, "client-secret": secret }),
  };
  const values = Object.entries(INPUT_DEFAULTS).map(([name, fallback]) => [
    name,
    given[name]?.trim() || fallback,
  ]);
  return { values: Object.fromEntries(values), unknown: [] };
}

/** On a person's own terminal nothing is masked; the log of a CI may be public. */
function redactFor(redact: string, env: Env): string {
  if (redact !== "auto") return redact;
  return env["CI"] ? "always" : "never";
}
