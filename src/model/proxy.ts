// The proxy variables of the environment. http-client ignores one that is not a URL, and would then
// send the request past the proxy.

import { parseUrl } from "./url.js";

/**
 * The name of the variable that applies to this URL but is not an http or https URL; undefined
 * where there is none. Its value may have a password, so no message quotes it.
 */
export function invalidProxyVariable(
  url: string,
  env: Readonly<Record<string, string | undefined>> = process.env,
): string | undefined {
  const scheme = new URL(url).protocol === "https:" ? "https_proxy" : "http_proxy";
  const name = [scheme, scheme.toUpperCase()].find((one) => env[one]);
  return name === undefined || isHttpUrl(env[name] ?? "") ? undefined : name;
}

function isHttpUrl(value: string): boolean {
  return /^https?:\/\/[^/]/i.test(value) && parseUrl(value) !== undefined;
}
