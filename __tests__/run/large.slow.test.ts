// A roster of 100,000 accounts, from file to read-back.
import { expect, test } from "@jest/globals";
import { people, RESOURCE } from "../support/accounts.js";
import { startFakeVanta } from "../support/fake-vanta.js";
import { file, runOnce } from "./in-process.js";

test("100,000 accounts are sent whole, and verified", async () => {
  const vanta = await startFakeVanta({ resources: { [RESOURCE]: {} } });
  const accounts = people(100_000);
  const { outcome, steps } = await runOnce(vanta, { files: [file(accounts)] });
  await vanta.close();
  expect(outcome).toMatchObject({
    outcome: "synced",
    accounts: 100_000,
    resources: [{ synced: "yes", verified: true }],
  });
  expect(steps.filter((step) => step.startsWith("PUT"))).toHaveLength(1);
  expect(vanta.live(RESOURCE)).toEqual(accounts);
}, 300_000);
