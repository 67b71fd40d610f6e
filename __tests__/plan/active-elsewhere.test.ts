// Who leaves one resource while being ACTIVE in the roster of another.
import { expect, test } from "@jest/globals";
import type { UserAccount } from "../../src/model/account.js";
import { findActiveElsewhere } from "../../src/plan/active-elsewhere.js";
import { planAll } from "../../src/plan/plan.js";
import { account, planInput, policy, row } from "../support/accounts.js";

const ADA = { email: "ada@example.com" };

/** u-1 leaves resource a; resource b has these accounts. */
function find(others: readonly UserAccount[], fields: Readonly<Record<string, unknown>> = ADA) {
  const inputs = [planInput("a", [row("u-1", fields)], []), planInput("b", [], others)];
  return findActiveElsewhere(planAll(inputs, policy()).resources);
}

test.each<[string, readonly UserAccount[], boolean]>([
  ["the same email", [account("x", ADA)], true],
  ["the same email in another case", [account("x", { email: "ADA@example.COM" })], true],
  ["the same email, but DEACTIVATED", [account("x", { ...ADA, status: "DEACTIVATED" })], false],
  ["another email under the same uniqueId", [account("u-1")], false],
])("%s", (_, others, isFound) => {
  expect(find(others)).toEqual(isFound ? [{ from: "a", uniqueId: "u-1", to: "b" }] : []);
});

test.each([null, "", 7, undefined])("not by an email of %p", (email) => {
  expect(find([account("x")], { email })).toEqual([]);
});

test("each account once, in the first other resource that has it; never in its own", () => {
  const inputs = ["c", "b", "a"].map((id) => planInput(id, [], [account("x", ADA)]));
  const leaving = planInput("b2", [row("u-1", ADA), row("u-2", ADA)], []);
  const { resources } = planAll([...inputs, leaving], policy());
  expect(findActiveElsewhere(resources)).toEqual([
    { from: "b2", uniqueId: "u-1", to: "a" },
    { from: "b2", uniqueId: "u-2", to: "a" },
  ]);
  const rekeyed = planAll([planInput("a", [row("u-1", ADA)], [account("u-9", ADA)])], policy());
  expect(findActiveElsewhere(rekeyed.resources)).toEqual([]);
});
