// What can be said of an error that anything may have thrown. By its form, not by its class: errors
// of the system may come from another realm.

/** The system's name for an error, such as `ECONNREFUSED`; undefined where it has none. */
export function systemCode(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null || !("code" in error)) return undefined;
  const code = String(error.code);
  return /^[A-Z][A-Z0-9_]*$/.test(code) ? code : undefined;
}

/** Its message. It may quote anything, secrets too. */
export function errorMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
