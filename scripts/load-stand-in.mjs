// Loads the stand-in for Vanta that the tests use into a plain script: its types are stripped with swc, since Node.js 20 cannot.
import { readFileSync } from "node:fs";
import { transformSync } from "@swc/core";

/** The exports of __tests__/support/fake-vanta.ts, which imports nothing but Node.js's own modules. */
export async function loadStandIn() {
  const source = readFileSync(
    new URL("../__tests__/support/fake-vanta.ts", import.meta.url),
    "utf8",
  );
  const { code } = transformSync(source, {
    jsc: { parser: { syntax: "typescript" }, target: "es2022" },
    module: { type: "es6" },
  });
  return import(`data:text/javascript;base64,${Buffer.from(code).toString("base64")}`);
}
