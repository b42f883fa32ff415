import { resolve } from 'node:path';
import { crx } from '@crxjs/vite-plugin';
import { defineConfig } from 'vitest/config';
import shared from './manifest.json' with { type: 'json' };

type Target = 'chrome' | 'firefox';

/** One manifest is the source; each browser gets it without the keys that only the other one knows. */
function manifestFor(target: Target) {
  const { browser_specific_settings, externally_connectable, minimum_chrome_version, permissions, ...common } = shared;
  return target === 'chrome'
    ? { ...common, permissions, externally_connectable, minimum_chrome_version }
    : { ...common, permissions: permissions.filter((each) => each !== 'offscreen'), browser_specific_settings };
}

export default defineConfig(({ mode }) => {
  const target: Target = mode === 'firefox' ? 'firefox' : 'chrome';
  const testing = process.env.VITEST !== undefined;
  return {
    plugins: testing ? [] : [crx({ manifest: manifestFor(target) as never, browser: target })],
    build: {
      outDir: `dist/${target}`,
      target: 'es2023',
      // The page that clears the clipboard is opened by the worker, and named in no manifest.
      ...(target === 'chrome' && { rolldownOptions: { input: { offscreen: 'src/offscreen/index.html' } } }),
      // The polyfill for module preloading calls `fetch`, which our policy forbids and no supported browser needs.
      modulePreload: { polyfill: false },
    },
    // Unit tests run outside a browser; a fake one takes the place of the polyfill.
    ...(testing && { resolve: { alias: { 'webextension-polyfill': resolve('test/fakes/browser.ts') } } }),
    // Three files at a time also on two cores: one of them only waits.
    test: {
      include: ['src/**/*.test.{ts,tsx}', 'test/*.test.ts', 'test/simulation/*.test.ts'],
      // Long enough for a machine that does other things as well: only what hangs is ended by it.
      testTimeout: 60_000,
      hookTimeout: 60_000,
      maxWorkers: 3,
    },
  };
});
