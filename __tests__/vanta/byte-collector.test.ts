// The bytes of a response, however many were announced.
import { expect, test } from "@jest/globals";
import { ByteCollector } from "../../src/vanta/byte-collector.js";

test.each([0, 1, 5, 6, 7, 100])("6 bytes in parts where %i are expected", (expected) => {
  const collector = new ByteCollector(expected, 50);
  const parts = ["ab", "", "c", "def"];
  const seen = parts.map((part) => {
    collector.add(Buffer.from(part));
    return [collector.size, Buffer.from(collector.bytes).toString()];
  });
  expect(seen).toEqual([
    [2, "ab"],
    [2, "ab"],
    [3, "abc"],
    [6, "abcdef"],
  ]);
});
