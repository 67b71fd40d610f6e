// The known name that a mistyped one most likely means.
import { expect, test } from "@jest/globals";
import { nearest } from "../../src/model/nearest.js";

test.each<[word: string, name: string | undefined]>([
  ["fulName", "fullName"],
  ["FULLNAME", "fullName"],
  ["full-name", "fullName"],
  ["fullNmae", "fullName"],
  ["emial", "email"],
  ["mail", "email"],
  ["group_ids", "groupIds"],
  ["mfaMethds", "mfaMethods"],
  ["mafMethdos", "mfaMethods"],
  ["mfaMethodsabc", "mfaMethods"],
  ["mfaMethodsabcd", undefined],
  // A third of the letters of a short name may differ.
  ["emaxx", undefined],
  // No name is longer than 60.
  [`em-ail${"-".repeat(54)}`, "email"],
  [`em-ail${"-".repeat(55)}`, undefined],
  ["x", undefined],
  ["", undefined],
  ["foo", undefined],
  ["constructor", undefined],
  ["a".repeat(1000), undefined],
])("%j: %j", (word, name) => {
  expect(nearest(word, ["fullName", "email", "groupIds", "mfaMethods"])).toBe(name);
});
