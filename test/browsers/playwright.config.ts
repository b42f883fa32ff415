import { defineConfig } from '@playwright/test';

// What takes minutes in a browser, and so is no part of `npm test`.
export default defineConfig({
  testDir: '.',
  workers: 2,
  retries: 0,
  timeout: 6 * 3_600_000,
  expect: { timeout: 60_000 },
  reporter: 'list',
  use: { headless: true, actionTimeout: 180_000, navigationTimeout: 180_000 },
});
