import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'test/e2e',
  // Two browsers: one works while the other waits.
  workers: 2,
  retries: 0,
  // Long enough for a machine that does other things as well: only what hangs is ended by it.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: 'list',
  forbidOnly: process.env.CI !== undefined,
  use: { headless: true },
});
