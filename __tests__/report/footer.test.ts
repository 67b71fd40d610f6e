// The small print: how long a run took, what it asked Vanta, what was read and sent.
import { describe, expect, test } from "@jest/globals";
import type { Outcome } from "../../src/model/outcome.js";
import type { RequestRecord } from "../../src/model/ports.js";
import { duration, readAndSent, requestsInWords } from "../../src/report/footer.js";
import { known, LISTED, NO_CHANGES, resource } from "./outcomes.js";

describe("duration", () => {
  test.each([
    ["2026-01-01T00:00:00Z", "2026-01-01T00:00:00.040Z", "0.0 s"],
    ["2026-01-01T00:00:00Z", "2026-01-01T00:01:59.940Z", "119.9 s"],
    ["2026-01-01T00:00:00Z", "2026-01-01T00:02:00Z", "2 min 0 s"],
    ["2026-01-01T00:00:00Z", "2026-01-01T01:01:01.900Z", "61 min 1 s"],
    ["2026-01-01T00:00:00Z", "2025-01-01T00:00:00Z", undefined],
    ["?", "2025-01-01T00:00:00Z", undefined],
  ])("%s to %s: %s", (startedAt, finishedAt, words) => {
    expect(duration({ startedAt, finishedAt })).toBe(words);
  });
});

describe("requests", () => {
  const of = (...requests: readonly RequestRecord[]) =>
    requestsInWords({ ...known({ requests }), outcome: "planned" });

  test("by purpose, and how many were tried again", () => {
    expect(of()).toBe("No request to Vanta");
    expect(of(...LISTED.slice(0, 1))).toBe("1 request to Vanta (1 for a token)");
    expect(of(...LISTED, ...LISTED)).toBe(
      "4 requests to Vanta (2 for a token, 2 to read), 2 of them tried more than once",
    );
  });
});

describe("what was read and sent", () => {
  const of = (more: Partial<Outcome>) => readAndSent({ ...known(more), outcome: "synced" });
  const none = { ...NO_CHANGES, current: 1, desired: 0, unchanged: 0, refreshed: 0, carried: 0 };

  test("only what is not zero", () => {
    const resources = [resource({ ...none, deferred: 0 })];
    expect(of({ resources, mode: "plan" })).toBe("1 account read from Vanta, 0 in the roster.");
    expect(of({ resources, mode: "sync" })).toBe(
      "1 account read from Vanta, 0 in the roster, nothing sent.",
    );
    expect(of({})).toBeUndefined();
  });

  test("a resource counts as sent where its PUT was sent, by what became of it", () => {
    const put = (resourceId: string) =>
      ({ method: "PUT", path: "/p", resourceId, attempts: 1 }) as const;
    const resources = [
      resource({ ...none, deferred: 0, resourceId: "a", synced: "yes", sent: 1000 }),
      resource({ ...none, deferred: 0, resourceId: "b", synced: "unknown", sent: 20 }),
      resource({ ...none, deferred: 0, resourceId: "c", synced: "no", sent: 30 }),
      resource({ ...none, deferred: 0, resourceId: "d", synced: "no", sent: 40 }),
    ];
    expect(of({ resources, mode: "sync", requests: [put("a"), put("b"), put("c")] })).toBe(
      "4 accounts read from Vanta, 0 in the roster, 1,000 sent, 20 sent with unknown result, 30 sent and not applied.",
    );
  });
});
