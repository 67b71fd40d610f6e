// What a resource is called.
import { describe, expect, test } from "@jest/globals";
import { resourceName, shortId } from "../../src/report/resources.js";
import { RESOURCE, resource } from "./outcomes.js";

describe("the name of a resource", () => {
  test.each<[string, readonly string[], string]>([
    ["the stem of its file", ["access/billing.yml"], "billing"],
    ["up to the last dot only", ["billing.eu.json"], "billing.eu"],
    ["the folder of all files", ["crm/eu.yml", "crm/us.yml"], "crm"],
    ["the last folder that all files are in", ["access/crm/eu.yml", "access/crm/us/x.yml"], "crm"],
    ["how all files begin", ["crm-eu.yml", "crm-us.yml"], "crm"],
    ["the first file, and how many more", ["a.yml", "b.yml", "c.yml"], "a and 2 more"],
    ["the same where one letter is all they share", ["ab.yml", "ac.yml"], "ab and 1 more"],
    ["nothing where the files are not known", [], ""],
  ])("%s", (_what, files, name) => {
    expect(resourceName(resource({ files }))).toBe(`${name} 65f0…f0`.trim());
  });

  test("an ID of 10 characters is whole, a longer one is short", () => {
    expect(shortId("0123456789")).toBe("0123456789");
    expect(shortId("0123456789a")).toBe("0123…9a");
    expect(shortId(RESOURCE)).toBe("65f0…f0");
  });
});
