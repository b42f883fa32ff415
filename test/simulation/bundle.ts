import { build } from 'vite';

/** What the worker finds around it, in place of the browser's own. */
const SURROUNDINGS = ['browser', 'fetch', 'setTimeout', 'clearTimeout', 'Date', 'AbortSignal', 'console', 'navigator'];

export type Start = (...surroundings: unknown[]) => void;

/** A script that leaves in `worker` what the entry exports, and finds the browser's APIs in `browser`. */
export async function bundle(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      target: 'es2023',
      lib: { entry, formats: ['iife'], name: 'worker' },
    },
  });
  const [output] = [built].flat() as unknown as { output: [{ code: string }] }[]; // it does not watch, and writes nothing
  return output?.output[0].code ?? '';
}

/** The worker of the extension as one function: each call is a worker with a memory of its own. */
export async function bundleWorker(): Promise<Start> {
  return new Function(...SURROUNDINGS, await bundle('src/background/index.ts')) as Start;
}
