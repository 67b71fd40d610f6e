// Loads the tests' stand-in for Vanta into a plain script. swc strips its types, because Node.js 20
// cannot run TypeScript.
import { readFileSync } from "node:fs";
import { transformSync } from "@swc/core";

/** The exports of __tests__/support/fake-vanta.ts. It may only import modules of Node.js. */
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
