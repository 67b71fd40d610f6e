// Tests are ESM, as the action is; swc strips the types, tsc checks them in its own step.
export default {
  testEnvironment: "node",
  maxWorkers: "100%",
  testMatch: ["<rootDir>/__tests__/**/*.test.ts"],
  // Hostile input and 100,000 accounts: npm run test:slow
  testPathIgnorePatterns: ["/node_modules/", "\\.slow\\.test\\.ts$"],
  extensionsToTreatAsEsm: [".ts"],
  moduleNameMapper: { "^(\\.{1,2}/.*)\\.js$": "$1" },
  transform: {
    "^.+\\.ts$": ["@swc/jest", { jsc: { parser: { syntax: "typescript" }, target: "es2022" } }],
  },
  testTimeout: 60_000,
};
