// The digest of a plan: what a person approves. It covers the effect of the plan, not its causes.
import { createHash } from "node:crypto";
import { COMPARED_FIELDS } from "../model/account.js";
import { canonicalJson, normalForm } from "../model/equality.js";
import type { Changes, FieldChange } from "../model/outcome.js";

/**
 * `sha256:` and 64 hex digits over resource IDs, added accounts, removed ones and how, deleted ones
 * and why, and changed fields with before and after. The activity of added accounts is left out: in
 * a generated roster a login would otherwise void an approval.
 */
export function digestOf(
  resources: readonly (Changes & { readonly resourceId: string })[],
): string {
  const effect = resources.map(({ resourceId, added, removed, deleted, changed }) => ({
    resourceId,
    added: added.map(({ account }) =>
      COMPARED_FIELDS.map((field) => normalForm(field, account[field])),
    ),
    removed: removed.map(({ uniqueId, how }) => [uniqueId, how]),
    deleted: deleted.map(({ uniqueId, why }) => [uniqueId, why]),
    changed: changed.map(({ uniqueId, fields }) => [uniqueId, fields.map(meaningOf)]),
  }));
  return `sha256:${createHash("sha256").update(canonicalJson(effect)).digest("hex")}`;
}

function meaningOf({ field, before, after }: FieldChange): readonly string[] {
  return [field, normalForm(field, before), normalForm(field, after)];
}
