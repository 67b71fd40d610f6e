// Checks the api-url input: to which hosts the client secret may be sent.
import { parseUrl } from "../model/url.js";

const HOW_TO_HOST = "write https://api.vanta.com, or https://api.vanta-gov.com for Vanta Gov";

/** Why credentials are not sent to this URL, as a predicate; undefined if they are. */
export function refuseApiUrl(value: string): string | undefined {
  const url = parseUrl(value);
  if (url === undefined) return `is not a URL; ${HOW_TO_HOST}`;
  const { protocol, hostname, username, password } = url;
  if (/^api\.(eu|aus)\.vanta\.com$/.test(hostname)) {
    return "only redirects, and loses the token on the way; write https://api.vanta.com, which serves every region";
  }
  if (protocol !== "https:" && protocol !== "http:") return `is not an https URL; ${HOW_TO_HOST}`;
  if (username !== "" || password !== "") return `has a user or a password; ${HOW_TO_HOST}`;
  // The URL parser also accepts a missing slash, a backslash, or a line end within the URL.
  if (!/^https?:\/\/[^\s/\\?#@]+\/?$/i.test(value))
    return `is more than an origin: no path, query or user may follow the host; ${HOW_TO_HOST}`;
  if (isLoopback(hostname)) return undefined;
  if (!/^([^.]+\.)*(vanta|vanta-gov)\.com$/.test(hostname))
    return `is not a host of Vanta's, so the client secret is not sent there; ${HOW_TO_HOST}`;
  return protocol === "https:"
    ? undefined
    : `would send the client secret unencrypted; ${HOW_TO_HOST}`;
}

function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127(\.\d{1,3}){3}$/.test(hostname);
}
