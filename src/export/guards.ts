// What an export must not do: publish personal data, take an empty answer for "no one", or take too
// many accounts out of the roster. No approval waives these.
import type { Limit } from "../model/limits.js";
import { msg, quoteExternal } from "../model/message.js";
import type { Violation } from "../model/outcome.js";
import { allowance, ofKind } from "../plan/allowance.js";
import type { ExportPlan, ResourceTally } from "./plan-export.js";

/** In a public repository, everyone could read what an export writes. */
export const PUBLIC_REPOSITORY: Violation = {
  code: "public-repository",
  message: msg`This repository is public, or its visibility is not known, and an export writes personal data into its files. If everyone may read them, set redact: never.`,
  accounts: [],
};

/** Checks an export before anything is written. */
export function checkExport(
  { resources, newFiles }: ExportPlan,
  maxRemovals: readonly Limit[],
): readonly Violation[] {
  const isNew = newFiles.length > 0;
  return [
    ...resources.filter((one) => one.live === 0 && (isNew || one.inRoster > 0)).map(emptyVanta),
    ...resources.flatMap((one) =>
      ofKind(maxRemovals, "percent").flatMap((limit) => exceeds(limit, one, one.resourceId)),
    ),
    ...ofKind(maxRemovals, "count").flatMap((limit) => exceeds(limit, total(resources), undefined)),
  ];
}

function emptyVanta({ resourceId, inRoster }: ResourceTally): Violation {
  const id = quoteExternal(resourceId);
  const message =
    inRoster === 0
      ? msg`Vanta has no accounts for resource ${id}, so there is nothing to write. Check resource-id, or write the roster by hand.`
      : msg`Vanta has no accounts for resource ${id}, so all ${inRoster} in the roster would be taken out. Check the resource ID and the application; if Vanta is right, remove the accounts by hand.`;
  return { code: "empty-vanta", resourceId, message, accounts: [] };
}

type Counted = Pick<ResourceTally, "inRoster" | "takenOut">;

function total(resources: readonly ResourceTally[]): Counted {
  return {
    inRoster: resources.reduce((sum, { inRoster }) => sum + inRoster, 0),
    takenOut: resources.flatMap(({ takenOut }) => takenOut),
  };
}

/** A percentage is of each resource, a count of all resources together. */
function exceeds(
  limit: Limit,
  { inRoster, takenOut }: Counted,
  resourceId: string | undefined,
): readonly Violation[] {
  const allowed = allowance(limit, inRoster);
  if (takenOut.length <= allowed) return [];
  const inWords =
    limit.kind === "count"
      ? `${allowed}`
      : `${allowed} (${limit.value}% of ${inRoster}, rounded up)`;
  return [
    {
      code: "max-removals",
      resourceId,
      counted: { accounts: takenOut.length, whole: inRoster, limit: allowed },
      message: msg`${takenOut.length} of ${inRoster} accounts in the roster are not in Vanta and would be taken out, and max-removals allows ${inWords}. Check the list; if it is right, raise max-removals for this run.`,
      accounts: takenOut,
    },
  ];
}
