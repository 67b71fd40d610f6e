// Signs that a list response is only a part. Vanta's list has no pages today. Should it get some,
// no one can say how it will announce them, so all the usual ways count: who is on another page
// would look as if they had left.
import type { IncomingHttpHeaders } from "node:http";

// Names in lower case, without `_` and `-`. An `endCursor` is no sign: the last page has one too.
const MORE =
  /^(?:hasnext(?:page)?|hasmore(?:pages|results|items)?|more(?:available|results|pages)?|(?:is)?(?:truncated|partial|incomplete)|incompleteresults)$/;
const NEXT =
  /^(?:next(?:page)?(?:cursor|link|url|uri|href|token|offset|number)?|(?:next)?continuation(?:token)?|odatanextlink)$/;
/** Says of the last page that it is the last. */
const LAST = /^(?:is)?last(?:page)?$/;
const REMAINING = /^remaining(?:pages|items|results|rows|records)?$/;
const PAGES = /^(?:pages|(?:total|num(?:berof)?)pages|pagecount|lastpage|pagetotal)$/;
const TOTAL =
  /^(?:count|totals?|total(?:count|items|results|rows|records|elements|entries|resources|accounts|size|hits)|(?:item|result|row|record)count)$/;

/** Whether the body, anywhere but in its rows, or a header announces more than these `rows`. */
export function announcesMore(body: unknown, headers: IncomingHttpHeaders, rows: number): boolean {
  return headersAnnounceMore(headers, rows) || bodyAnnouncesMore(body, rows);
}

function headersAnnounceMore(headers: IncomingHttpHeaders, rows: number): boolean {
  const link = [headers["link"] ?? ""].flat().join(", ");
  if (/;\s*rel\s*=\s*"?(?:[^";,]*\s)?next\b/i.test(link)) return true;
  const total = /\/\s*(\d+|\*)\s*$/.exec(headers["content-range"] ?? "")?.[1];
  if (total !== undefined && (total === "*" || Number(total) > rows)) return true;
  return Object.entries(headers).some(([name, value]) => {
    const sign = /^x-(.+)$/.exec(name)?.[1];
    return sign !== undefined && isSign(sign, [value ?? ""].flat().join(""), rows);
  });
}

function bodyAnnouncesMore(body: unknown, rows: number): boolean {
  // Not recursive: a response may be nested deeper than the stack.
  const rest: object[] = isObject(body) ? [{ ...body, resources: undefined }] : [];
  for (let value = rest.pop(); value !== undefined; value = rest.pop()) {
    if (objectAnnouncesMore(value, rows)) return true;
    for (const inner of Object.values(value).filter(isObject)) rest.push(inner);
  }
  return false;
}

/** Whether the object itself, not what is in it, announces more. */
function objectAnnouncesMore(value: object, rows: number): boolean {
  if (Array.isArray(value)) return value.some(isNextLink);
  return Object.entries(value).some(([name, inner]) => isSign(name, inner, rows));
}

/** Whether a value of this name, as a boolean, a number or text, announces more. */
function isSign(name: string, value: unknown, rows: number): boolean {
  const plain = name.replace(/[-_.@]/g, "").toLowerCase();
  if (isObject(value)) {
    // A count by something else, such as `{ ACTIVE: 2 }`, is no sign.
    const isCount = PAGES.test(plain) || TOTAL.test(plain);
    return Object.entries(value).some(
      ([key, inner]) => (!isCount || key === "value") && isSignIn(plain, inner, rows),
    );
  }
  return isSignIn(plain, value, rows);
}

/** The same for a value that is no collection; `plain` is the name in its plain form. */
function isSignIn(plain: string, value: unknown, rows: number): boolean {
  if (isObject(value)) return false;
  if (MORE.test(plain)) return isSet(value) && toText(value) !== "0";
  // The next page may well have the number 0.
  if (NEXT.test(plain)) return isSet(value);
  if (LAST.test(plain) && toText(value) === "false") return true;
  const [isPages, isTotal] = [PAGES.test(plain), TOTAL.test(plain)];
  if (!isPages && !isTotal && !REMAINING.test(plain)) return false;
  const number = toNumber(toText(value));
  if (isPages) return number > 1;
  return number > (isTotal ? rows : 0);
}

/** The number in a text, with separators or from several headers: the largest; else 0. */
function toNumber(text: string): number {
  const numbers = text.split(/[,;]\s+/).map((part) => Number(part.replace(/[,_ ]/g, "")));
  return Math.max(0, ...numbers.filter((number) => !Number.isNaN(number)));
}

function isSet(value: unknown): boolean {
  return !["", "false", "null", "none", "no"].includes(toText(value));
}

function toText(value: unknown): string {
  return isObject(value)
    ? ""
    : String(value ?? "")
        .trim()
        .toLowerCase();
}

function isNextLink(item: unknown): boolean {
  return isObject(item) && "rel" in item && item.rel === "next";
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
