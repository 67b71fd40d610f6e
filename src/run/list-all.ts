// Asks Vanta for the accounts of every resource of a run.
import type { Row } from "../model/account.js";
import { pluralize } from "../model/format.js";
import type { Progress, VantaReader } from "../model/ports.js";

/** Lists every resource, in this order. Throws what the reader throws. */
export async function listAll<Resource extends { readonly resourceId: string }>(
  resources: readonly Resource[],
  reader: VantaReader,
  progress: Progress,
): Promise<readonly (Resource & { readonly rows: readonly Row[] })[]> {
  const listed: (Resource & { readonly rows: readonly Row[] })[] = [];
  for (const resource of resources) {
    const { resourceId } = resource;
    const rows = await reader.list(resourceId);
    progress.info(`Vanta returned ${pluralize(rows.length, "row")} for resource ${resourceId}.`);
    listed.push({ ...resource, rows });
  }
  return listed;
}
