// How Stryker works for main.ts, which says where, and keeps what is known of each room.
export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'test/score/vitest.config.ts' },
  coverageAnalysis: 'perTest',
  // What is evaluated once for all tests, as tables and schemas are, would need all tests anew for each change.
  ignoreStatic: true,
  incremental: true,
  tempDirName: 'out/score/copy',
  ignorePatterns: ['/*', '!/src', '!/test', '!/gallery', '!/dev-server', '!/public', '!/docs', '!/*.json'],
  // Stryker would mend its paths by a TypeScript that has a programming interface; they need no mending.
  tsconfigFile: 'none',
  // What has no end is told by how often it goes round, and by this only where that does not count, in milliseconds.
  timeoutMS: 30_000,
  concurrency: 1,
  reporters: ['progress-append-only'],
  logLevel: 'warn',
  allowEmpty: true,
};
