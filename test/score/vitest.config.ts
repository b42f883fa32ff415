import { defineConfig } from 'vitest/config';

// The unit tests of the project "rooms", as Stryker can run them: one project, a copy of the sources around it.
export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}'],
    isolate: false,
    setupFiles: ['test/fakes/install-browser.ts', 'test/fakes/patience.ts', 'test/score/first-failure.ts'],
    testTimeout: 60_000,
  },
});
