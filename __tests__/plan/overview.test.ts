// The glance: every level and status is there, and who signs in without MFA.
import { describe, expect, test } from "@jest/globals";
import { overviewOf } from "../../src/plan/overview.js";
import { account } from "../support/accounts.js";

describe("a glance", () => {
  test("at no one holds every level and status", () => {
    expect(overviewOf([])).toEqual({
      accounts: {
        ADMIN: { ACTIVE: 0, DEACTIVATED: 0 },
        EDITOR: { ACTIVE: 0, DEACTIVATED: 0 },
        BASE: { ACTIVE: 0, DEACTIVATED: 0 },
      },
      withoutMfa: 0,
    });
  });

  test("counts by level and status", () => {
    const accounts = [
      account("a", { permissionLevel: "ADMIN" }),
      account("b", { permissionLevel: "ADMIN", status: "DEACTIVATED" }),
      account("c", { permissionLevel: "ADMIN" }),
      account("d", { permissionLevel: "EDITOR" }),
      account("e", { status: "DEACTIVATED" }),
    ];
    expect(overviewOf(accounts).accounts).toEqual({
      ADMIN: { ACTIVE: 2, DEACTIVATED: 1 },
      EDITOR: { ACTIVE: 1, DEACTIVATED: 0 },
      BASE: { ACTIVE: 0, DEACTIVATED: 1 },
    });
  });

  test.each([
    ["PASSWORD without MFA", account("a", { authMethod: "PASSWORD" }), 1],
    ["TOKEN without MFA", account("a", { authMethod: "TOKEN", mfaMethods: ["UNSUPPORTED"] }), 1],
    [
      "MFA enabled without a real method",
      account("a", { authMethod: "PASSWORD", mfaEnabled: true, mfaMethods: ["DISABLED"] }),
      1,
    ],
    ["SSO", account("a", { authMethod: "SSO" }), 0],
    ["DEACTIVATED", account("a", { authMethod: "PASSWORD", status: "DEACTIVATED" }), 0],
    [
      "PASSWORD with MFA",
      account("a", { authMethod: "PASSWORD", mfaEnabled: true, mfaMethods: ["OTP"] }),
      0,
    ],
  ])("without MFA: %s", (_, one, count) => {
    expect(overviewOf([one]).withoutMfa).toBe(count);
  });

  test.each([
    [true, ["OTP"], true],
    [true, ["DISABLED", "SMS"], true],
    [true, ["UNSUPPORTED"], false],
    [true, ["DISABLED"], false],
    [true, [], false],
    [false, ["OTP"], false],
  ] as const)("MFA enabled %p with %p: %p", (mfaEnabled, mfaMethods, has) => {
    const one = account("a", { authMethod: "PASSWORD", mfaEnabled, mfaMethods });
    expect(overviewOf([one]).withoutMfa).toBe(has ? 0 : 1);
  });
});
