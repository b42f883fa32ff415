import { build } from 'vite';

/** What the worker finds around it, in place of the browser's own. */
const SURROUNDINGS = ['browser', 'fetch', 'setTimeout', 'clearTimeout', 'Date', 'AbortSignal', 'console', 'navigator'];

export type Start = (...surroundings: unknown[]) => void;

/** The worker of the extension as one function: each call is a worker with a memory of its own. */
export async function bundleWorker(): Promise<Start> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      target: 'es2023',
      lib: { entry: 'src/background/index.ts', formats: ['iife'], name: 'worker' },
      rollupOptions: {
        external: ['webextension-polyfill'],
        output: { globals: { 'webextension-polyfill': 'browser' } },
      },
    },
  });
  const [bundle] = [built].flat() as unknown as { output: [{ code: string }] }[]; // it does not watch, and writes nothing
  return new Function(...SURROUNDINGS, bundle?.output[0].code ?? '') as Start;
}
