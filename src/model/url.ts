// URLs, parsed without an exception.

/**
 * Parses a URL; undefined where it is none. `URL.canParse` of Node.js 20 errs when called often.
 */
export function parseUrl(value: string, base?: string): URL | undefined {
  try {
    return new URL(value, base);
  } catch {
    return undefined;
  }
}
