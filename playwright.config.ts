import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'test/e2e',
  // One browser at a time: two were measured to be no faster on two cores.
  workers: 1,
  retries: 0,
  timeout: 30_000,
  // A revoke waits five seconds for an Undo.
  expect: { timeout: 10_000 },
  reporter: 'list',
  forbidOnly: process.env.CI !== undefined,
  use: { headless: true },
});
