// What an export looks at grows with the roster, not with its square.
import { expect, test } from "@jest/globals";
import { sharingIn } from "../../src/export/sharing.js";
import { flawFinder } from "../../src/export/take-out.js";
import { TextEditor } from "../../src/export/text-editor.js";

const COUNT = 500;

test("each alias is looked at once, however many values are asked about", () => {
  const names = Array.from({ length: COUNT }, (_, index) => index);
  const anchors = names.map((index) => `- &a${index} x\n`).join("");
  const text = anchors + names.map((index) => `- *a${index}\n`).join("");
  const { ranges } = new TextEditor("a.yml", text);
  let looks = 0;
  const aliases = ranges.aliases.map((alias) => ({
    ...alias,
    get target() {
      looks += 1;
      return alias.target;
    },
  }));
  const { hasUsedAnchor } = sharingIn({ ...ranges, aliases });
  const items = ranges.root.kind === "list" ? ranges.root.entries : [];
  const used = items.filter((item) => hasUsedAnchor(item));
  expect(used).toEqual(items.slice(0, COUNT));
  expect(items.some((item) => hasUsedAnchor(item, items))).toBe(false);
  expect(looks).toBeLessThan(5 * COUNT);
});

test("each account that goes is looked up once, not once for each that goes", () => {
  const editor = new TextEditor(
    "a.json",
    JSON.stringify(Array.from({ length: COUNT }, () => ({}))),
  );
  const { root: list } = editor.ranges;
  if (list.kind !== "list") throw new Error("no list");
  let looks = 0;
  class Counted extends Set<number> {
    override has(index: number): boolean {
      looks += 1;
      return super.has(index);
    }
  }
  const removed = new Counted(list.entries.keys());
  const place = { list, colonEnd: undefined };
  const findFlaw = flawFinder(editor, place, removed, sharingIn(editor.ranges));
  expect([...removed].map(findFlaw).filter((flaw) => flaw !== undefined)).toEqual([]);
  expect(looks).toBeLessThan(5 * COUNT);
});
