// The table of fields, against Vanta's page and the promises of the documentation.
import { expect, test } from "@jest/globals";
import {
  ACCOUNT_FIELDS,
  COMPARED_FIELDS,
  FIELDS,
  isAccessField,
  isPersonalField,
  OPTIONAL_FIELDS,
  REQUIRED_FIELDS,
  TEXT_FIELDS,
  TIMESTAMP_FIELDS,
} from "../../src/model/account.js";

test("12 fields are required and 7 optional", () => {
  expect(REQUIRED_FIELDS).toHaveLength(12);
  expect(OPTIONAL_FIELDS).toHaveLength(7);
  expect([...REQUIRED_FIELDS, ...OPTIONAL_FIELDS]).toEqual(FIELDS);
});

test("each kind of field is the documented one", () => {
  expect(TIMESTAMP_FIELDS).toEqual(FIELDS.filter((field) => field.endsWith("Timestamp")));
  expect(FIELDS.filter((field) => !COMPARED_FIELDS.includes(field))).toEqual([
    "updatedTimestamp",
    "lastLoginTimestamp",
    "lastPasswordResetTimestamp",
  ]);
  expect(FIELDS.filter(isAccessField)).toEqual([
    "email",
    "permissionLevel",
    "mfaEnabled",
    "mfaMethods",
    "authMethod",
  ]);
  expect(FIELDS.filter(isPersonalField)).toEqual([
    "displayName",
    "uniqueId",
    "externalUrl",
    "fullName",
    "accountName",
    "email",
    "roleDescription",
    "groupIds",
    "customProperties",
  ]);
  expect(FIELDS.filter((field) => !TEXT_FIELDS.some((one) => one === field))).toEqual([
    "mfaEnabled",
    "mfaMethods",
    "groupIds",
    "customProperties",
  ]);
});

test("a field that is not known counts as personal, but what only Vanta sets does not", () => {
  expect(["riskScore", "createdAt", "updatedAt", "deletedAt"].filter(isPersonalField)).toEqual([
    "riskScore",
  ]);
});

test("no synonym stands for two fields but id, and none is a field itself", () => {
  const words = FIELDS.flatMap((field) => ACCOUNT_FIELDS[field].synonyms.split(" "));
  expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
  const names = FIELDS.map((field) => field.toLowerCase());
  expect(words.filter((word) => names.includes(word))).toEqual([]);
});
