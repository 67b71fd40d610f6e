// The cells of tables: a person, values, changes. Every text is inert HTML.
import type { FieldChange } from "../model/outcome.js";
import type { SourceLocation } from "../model/problem.js";
import { firstOf, leaves, shownChange, textOf } from "./change.js";
import { type AccountEffect, isAdmin } from "./classes.js";
import { anchor, inert, path, urlOfLine } from "./html.js";

/** Who it is: the name in bold, below it `uniqueId · email`. */
export function personCell({
  uniqueId,
  account,
}: Pick<AccountEffect, "uniqueId" | "account">): string {
  const name = textOf(account, "fullName") || textOf(account, "displayName");
  const email = textOf(account, "email");
  const small = [name === "" ? "" : uniqueId, email === uniqueId ? "" : email]
    .filter((text) => text !== "")
    .map((text) => inert(text));
  const bold = `<b>${inert(name === "" ? uniqueId : name)}</b>`;
  return small.length === 0 ? bold : `${bold}<br><sub>${small.join(" · ")}</sub>`;
}

/** What an account may do and how it signs in: `BASE, PASSWORD, ⚠️ no MFA`. */
export function accessCell({ account }: Pick<AccountEffect, "account">): string {
  const status = leaves(account["status"]).filter((value) => value !== "ACTIVE");
  const method = leaves(account["authMethod"]);
  const words = [...leaves(account["permissionLevel"]), ...status, ...method].map((one) =>
    inert(one),
  );
  return [...words, ...(hasNoMfa(account) ? ["⚠️ no MFA"] : [])].join(", ");
}

/** Whether someone signs in with a password and without MFA. */
export function hasNoMfa(account: AccountEffect["account"]): boolean {
  return account["authMethod"] === "PASSWORD" && account["mfaEnabled"] === false;
}

/** All changes of an account, one per line. */
export function changeCell(effect: AccountEffect, isDrift = false): string {
  switch (effect.kind) {
    case "changed":
      return fieldsCell(effect.fields);
    case "rekeyed":
      return [formerId(effect, isDrift), ...effect.fields.map(fieldLine)].join("<br>");
    case "added":
      return isDrift ? `not in it${ARROW}${strong(effect)}` : `new account, ${strong(effect)}`;
    default:
      return "";
  }
}

/** Changes of fields, one per line. */
export function fieldsCell(fields: readonly FieldChange[]): string {
  return fields.map(fieldLine).join("<br>");
}

function formerId(
  { from, uniqueId }: AccountEffect & { readonly kind: "rekeyed" },
  isDrift: boolean,
): string {
  return isDrift ? `uniqueId: ${inert(from)}${ARROW}${inert(uniqueId)}` : `was ${inert(from)}`;
}

function strong(effect: AccountEffect): string {
  const access = accessCell(effect);
  return isAdmin(effect.account) ? access.replace("ADMIN", "<b>ADMIN</b>") : access;
}

/** `field: before → after`; of a list with elements that stay, what is added and removed. */
function fieldLine(change: FieldChange): string {
  const name = inert(change.field);
  const { before, after, same } = shownChange(change);
  if (same > 0) {
    const parts = [
      ...after.map((one) => `+ ${inert(one)}`),
      ...before.map((one) => `− ${inert(one)}`),
    ];
    return `${name}: ${firstOf(parts, SHOWN_ELEMENTS).join(", ")}`;
  }
  const shownAfter = values(after);
  const isGrant = change.field === "permissionLevel" && change.after === "ADMIN";
  return `${name}: ${values(before)}${ARROW}${isGrant ? `<b>${shownAfter}</b>` : shownAfter}`;
}

// The marks keep a value written from right to left from swapping the two sides.
const ARROW = " &lrm;→ ";

/** How many elements of a list are shown. */
const SHOWN_ELEMENTS = 20;

function values(texts: readonly string[]): string {
  if (texts.length === 0) return "<i>none</i>";
  const shown = texts.map((text) => inert(text));
  return firstOf(shown, SHOWN_ELEMENTS).join(", ");
}

/** The line in the roster, as a link. The file is named too where the table has several. */
export function lineCell(
  location: SourceLocation | undefined,
  linkBase: string | undefined,
  namesFile: boolean,
): string {
  if (location === undefined) return "";
  const { file, line } = location;
  const words = namesFile ? `${path(file)}:${line}` : `${line}`;
  return anchor(urlOfLine(linkBase, location), words);
}
