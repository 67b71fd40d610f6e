// What counts as equal, field by field, and what an instant is.
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  canonicalJson,
  isEmptyValue,
  normalForm,
  parseInstant,
  sameValue,
} from "../../src/model/equality.js";
import { anyTimestamp } from "../support/arbitraries.js";

describe("equal", () => {
  test.each<[string, unknown, unknown]>([
    ["createdTimestamp", "2024-03-01T09:00:00Z", "2024-03-01T10:00:00+01:00"],
    ["createdTimestamp", "2024-03-01T09:00:00Z", "2024-03-01t09:00:00.000z"],
    ["createdTimestamp", "2024-03-01T09:00:00.1234Z", "2024-03-01T09:00:00.123Z"],
    ["createdTimestamp", "2024-03-01T09:00:00.1239999Z", "2024-03-01T09:00:00.123Z"],
    ["createdTimestamp", "2024-03-01T09:00:00.1Z", "2024-03-01T09:00:00.100Z"],
    ["createdTimestamp", "2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z"],
    ["mfaMethods", ["SMS", "OTP"], ["OTP", "SMS", "OTP"]],
    ["mfaMethods", [], []],
    ["groupIds", ["a"], ["a", "a"]],
    ["customProperties", { a: 1, b: "x" }, { b: "x", a: 1 }],
    ["roleDescription", undefined, null],
    ["groupIds", undefined, []],
    ["groupIds", null, {}],
    ["customProperties", {}, undefined],
    ["lastLoginTimestamp", [], null],
    ["email", undefined, undefined],
    ["fullName", 7, 7],
  ])("%s: %p and %p", (field, one, other) => {
    expect(sameValue(field, one, other)).toBe(true);
    expect(sameValue(field, other, one)).toBe(true);
  });
});

describe("not equal", () => {
  test.each<[string, unknown, unknown]>([
    ["createdTimestamp", "2024-03-01T09:00:00Z", "2024-03-01T09:00:00.001Z"],
    ["createdTimestamp", "2024-03-01T09:00:00Z", "2024-03-01T09:00:00"],
    ["createdTimestamp", "yesterday", "Yesterday"],
    ["createdTimestamp", "2024-03-01T09:00:00Z", Date.parse("2024-03-01T09:00:00Z")],
    ["createdTimestamp", "2024-03-01T09:00:00Z", undefined],
    ["email", "a@example.com", "A@example.com"],
    ["email", "", undefined],
    ["email", null, undefined],
    ["mfaMethods", [], undefined],
    ["mfaMethods", [], null],
    ["mfaMethods", ["SMS"], "SMS"],
    ["mfaMethods", ["SMS", "OTP"], ["SMS,OTP"]],
    ["mfaEnabled", false, undefined],
    ["mfaEnabled", "true", true],
    ["groupIds", ["1"], [1]],
    ["groupIds", [""], []],
    ["groupIds", [null], []],
    ["roleDescription", "", undefined],
    ["customProperties", { a: 1 }, { a: "1" }],
    ["customProperties", { a: 1 }, { b: 1 }],
    ["customProperties", { a: null }, {}],
    ["fullName", "2024-03-01T09:00:00Z", "2024-03-01T10:00:00+01:00"],
  ])("%s: %p and %p", (field, one, other) => {
    expect(sameValue(field, one, other)).toBe(false);
    expect(sameValue(field, other, one)).toBe(false);
  });
});

test("the normal form of a list does not depend on where its elements stand; nor on the order of keys", () => {
  fc.assert(
    fc.property(
      fc
        .array(fc.jsonValue())
        .chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
        ),
      ([list, other]) => {
        expect(normalForm("groupIds", list)).toBe(normalForm("groupIds", [...other, ...list]));
      },
    ),
  );
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (map) => {
      const turned = Object.fromEntries(Object.entries(map).reverse());
      expect(normalForm("customProperties", turned)).toBe(normalForm("customProperties", map));
    }),
  );
});

test("canonical JSON is JSON of the same value", () => {
  expect(canonicalJson({ b: [2, { d: 1, c: null }], a: "\u0000" })).toBe(
    '{"a":"\\u0000","b":[2,{"c":null,"d":1}]}',
  );
  expect([canonicalJson(undefined), canonicalJson(null), canonicalJson(Number.NaN)]).toEqual([
    "null",
    "null",
    "null",
  ]);
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test("nothing is absent, null, [] or {}; falsy values are something", () => {
  expect([undefined, null, [], {}].map(isEmptyValue)).toEqual([true, true, true, true]);
  expect(["", 0, false, [null], { a: undefined }, "[]"].map(isEmptyValue)).toEqual([
    false,
    false,
    false,
    false,
    false,
    false,
  ]);
});

describe("an instant", () => {
  test.each<[string, string]>([
    ["2024-03-01T09:00:00Z", "2024-03-01T09:00:00.000Z"],
    ["2024-03-01t09:00:00z", "2024-03-01T09:00:00.000Z"],
    ["2024-03-01 09:00:00Z", "2024-03-01T09:00:00.000Z"],
    ["2024-03-01T09:00:00+05:30", "2024-03-01T03:30:00.000Z"],
    ["2024-03-01T09:00:00.5-00:00", "2024-03-01T09:00:00.500Z"],
    ["2024-02-29T23:59:59.999999Z", "2024-02-29T23:59:59.999Z"],
    ["2016-12-31T23:59:60.25Z", "2017-01-01T00:00:00.250Z"],
    ["2017-01-01T05:29:60+05:30", "2017-01-01T00:00:00.000Z"],
    ["0001-01-01T00:00:00Z", "0001-01-01T00:00:00.000Z"],
  ])("%s is %s", (written, instant) => {
    expect(parseInstant(written)).toBe(Date.parse(instant));
  });

  test.each([
    "",
    "2024-03-01",
    "2024-03-01T09:00:00",
    "2024-03-01T09:00Z",
    "2024-13-01T09:00:00Z",
    "2024-03-32T09:00:00Z",
    "2024-03-01T25:00:00Z",
    "2024-03-01T09:61:00Z",
    "2024-03-01T09:00:61Z",
    "2024-03-01T09:00:00+0100",
    "2024-03-01T09:00:00+25:00",
    "2024-03-01T09:00:00.Z",
    " 2024-03-01T09:00:00Z",
    "2024-03-01T09:00:00Z ",
    "x2024-03-01T09:00:00Z",
    "1709283600000",
    "12024-03-01T09:00:00Z",
  ])("%p is none", (written) => {
    expect(parseInstant(written)).toBeUndefined();
  });

  test("is that of the standard's own parser, in any offset and either case", () => {
    fc.assert(
      fc.property(anyTimestamp, (written) => {
        expect(parseInstant(written)).toBe(Date.parse(written.toUpperCase()));
      }),
    );
  });
});
