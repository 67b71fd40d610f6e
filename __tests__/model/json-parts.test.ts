// JSON that is written in parts is the JSON of the whole.
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { jsonInParts } from "../../src/model/json-parts.js";
import { row } from "../support/accounts.js";
import { anyRows } from "../support/arbitraries.js";

const join = (parts: Iterable<string>) => [...parts].join("");

test.each([0, 1, 99, 100, 101, 200, 250])("%i accounts", (count) => {
  const resources = Array.from({ length: count }, (_, index) => row(`u-${index}`));
  const head = { resourceId: "r", forget: ["a\nb"] };
  const whole = { ...head, resources };
  expect(join(jsonInParts(head, resources, { indent: 0 }))).toBe(JSON.stringify(whole));
  expect(join(jsonInParts(head, resources, { indent: 2 }))).toBe(
    `${JSON.stringify(whole, null, 2)}\n`,
  );
});

test("any rows, as they are or as they are selected", () => {
  const head = { resourceId: "r" };
  fc.assert(
    fc.property(anyRows, (resources) => {
      const compact = join(jsonInParts(head, resources, { indent: 0 }));
      expect(compact).toBe(JSON.stringify({ ...head, resources }));
      const select = ({ uniqueId }: { readonly uniqueId: string }) => ({ uniqueId });
      const selected = join(jsonInParts(head, resources, { indent: 2, select }));
      expect(JSON.parse(selected)).toEqual({ ...head, resources: resources.map(select) });
    }),
  );
});
