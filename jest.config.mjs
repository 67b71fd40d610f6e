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
  setupFilesAfterEnv: ["<rootDir>/__tests__/support/seed.ts"],
  testTimeout: 60_000,
  // A worker that ran a hundred files needs more than half a second to give its memory back.
  workerGracefulExitTimeout: 10_000,
  // npm test -- --coverage. What decides who loses access is covered to the last branch.
  collectCoverageFrom: ["src/**/*.ts", "!src/index.ts"],
  coverageReporters: ["text-summary"],
  coverageThreshold: {
    "./src/plan/": { statements: 100, branches: 100, functions: 100, lines: 100 },
    "./src/sync/": { statements: 100, branches: 100, functions: 100, lines: 100 },
    "./src/report/redaction.ts": { statements: 100, branches: 100, functions: 100, lines: 100 },
    global: { statements: 95, branches: 90, functions: 95, lines: 95 },
  },
};
