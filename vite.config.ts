import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { crx } from '@crxjs/vite-plugin';
import { defineConfig } from 'vitest/config';
import shared from './manifest.json' with { type: 'json' };
import { builtApart } from './scripts/apart.ts';
import { chunksAround } from './scripts/chunks.ts';
import { guardWords } from './scripts/guard-words.ts';
import { leanMessages } from './scripts/lean-messages.ts';
import { plainStrings } from './scripts/plain-strings.ts';
import { smallPreload } from './scripts/preload.ts';

type Target = 'chrome' | 'firefox';

/** One manifest is the source; each browser gets it without the keys that only the other one knows. */
function manifestFor(target: Target) {
  const { browser_specific_settings, externally_connectable, minimum_chrome_version, permissions, storage, ...common } =
    shared;
  return target === 'chrome'
    ? { ...common, permissions, externally_connectable, minimum_chrome_version, storage }
    : { ...common, permissions: permissions.filter((each) => each !== 'offscreen'), browser_specific_settings };
}

/** Tests that start no worker and change no store: files share what they import. Every other file has its own. */
const WITHOUT_MEMORY = [
  'architecture',
  'contrast',
  'dev-server*',
  'exports',
  'hostile-strings',
  'languages',
  'messages',
  'mutations',
  'names',
  'packages',
  'planted',
  'playground',
  'prose',
  'samples',
  'sheets',
  'store',
  'supply-chain',
  'threat-model',
  'stored-shapes',
].map((name) => `test/${name}.test.ts`);

/** What asks a server remembers the pause that it was asked for, by a clock that may be the test's own. */
const WITH_MEMORY = 'src/azure/**/*.test.ts';

/** A process each: what was under way ends with it. */
const APART = ['erase-under-way', 'every-failure', 'rotation-kills'].map((name) => `test/${name}.test.ts`);

/**
 * Tests make much that is soon forgotten: with more room for it a tenth less of the processor goes into that. And they run
 * most of what they run too seldom for V8 to be repaid for its optimizing: a twelfth less, by an option that not each Node
 * need know.
 */
const ENGINE = ['--max-semi-space-size=64', '--interrupt-budget=800000'].filter(
  (option) => spawnSync(process.execPath, [option, '--version']).status === 0,
);

/** Of the command line: projects have a mode of their own, which is always "test". */
const askedMode = / --mode[ =](\w+)/.exec(process.argv.join(' '))?.[1] ?? 'test';

export default defineConfig(({ mode }) => {
  const target: Target = mode === 'firefox' ? 'firefox' : 'chrome';
  const testing = process.env.VITEST !== undefined;
  return {
    plugins: testing
      ? []
      : [
          crx({ manifest: manifestFor(target) as never, browser: target }),
          builtApart(target),
          guardWords(),
          smallPreload(),
          plainStrings(),
          leanMessages(`dist/${target}`),
        ],
    build: {
      outDir: `dist/${target}`,
      target: 'es2023',
      rolldownOptions: {
        // A file that holds more than its entry may show more: nobody imports an entry of ours.
        preserveEntrySignatures: 'allow-extension',
        output: { codeSplitting: chunksAround(resolve('src/popup/main.tsx'), resolve('src/popup/first-card.tsx')) },
      },
    },
    // Three files at a time also on two cores: they wait for tools and for answers, too.
    test: {
      // Long enough for a machine that does other things as well: only what hangs is ended by it.
      testTimeout: 60_000,
      hookTimeout: 60_000,
      maxWorkers: 3,
      env: { MODE: askedMode },
      // A process for each file costs half a second of a processor.
      isolate: false,
      execArgv: ENGINE,
      // Unit tests run outside a browser, with a fake one.
      projects: [
        {
          extends: true,
          test: {
            name: 'rooms',
            include: ['src/**/*.test.{ts,tsx}', ...WITHOUT_MEMORY],
            exclude: [WITH_MEMORY],
            setupFiles: ['test/fakes/install-browser.ts', 'test/fakes/patience.ts', 'test/fakes/same-chance.ts'],
          },
        },
        {
          extends: true,
          test: {
            name: 'house',
            include: ['test/*.test.ts', 'test/simulation/**/*.test.ts', WITH_MEMORY],
            exclude: [...WITHOUT_MEMORY, ...APART],
            setupFiles: ['test/fakes/own-modules.ts', 'test/fakes/patience.ts', 'test/fakes/same-chance.ts'],
          },
        },
        {
          extends: true,
          test: {
            name: 'apart',
            include: APART,
            isolate: true,
            setupFiles: ['test/fakes/install-browser.ts', 'test/fakes/patience.ts', 'test/fakes/same-chance.ts'],
          },
        },
      ],
    },
  };
});
