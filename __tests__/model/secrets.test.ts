// What counts as a secret in another's words, and what is left of an outcome that holds one.
import { describe, expect, test } from "@jest/globals";
import { scrub } from "../../src/model/secrets.js";

describe("scrub", () => {
  test.each([
    ["as it is", "my-own-secret", "it is my-own-secret here", "it is *** here"],
    ["in a URL", "a b&c/d=e+f", "?x=a%20b%26c%2Fd%3De%2Bf", "?x=***"],
    ["in JSON", 'quo"ted\\secret', '{"a":"quo\\"ted\\\\secret"}', '{"a":"***"}'],
    ["every time", "12345678", "12345678 12345678", "*** ***"],
  ])("finds a secret %s", (_, secret, words, clean) => {
    expect(scrub(words, [secret])).toBe(clean);
  });

  test("removes the longer of two secrets whole, in any order", () => {
    for (const secrets of [
      ["abcdefgh", "abcdefgh1234"],
      ["abcdefgh1234", "abcdefgh"],
    ])
      expect(scrub("abcdefgh1234 abcdefgh", secrets)).toBe("*** ***");
  });

  test("leaves what is shorter than eight characters, which may be in our own words", () => {
    expect(scrub("client-secret", ["secret"])).toBe("client-secret");
    expect(scrub("1234567 12345678", ["1234567", "12345678"])).toBe("1234567 ***");
  });

  test("finds what looks like Vanta's, anyone's it is", () => {
    expect(scrub("vcs_abcd vat_ab.cd-ef= vcs_ab vci_abcdef", [])).toBe("*** *** vcs_ab vci_abcdef");
  });
});
