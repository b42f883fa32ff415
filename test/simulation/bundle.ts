import { build, type Rolldown } from 'vite';
import { remembering } from './remembered';

/** What the worker finds around it, in place of the browser's own. */
export const SURROUNDINGS = [
  ...['browser', 'fetch', 'setTimeout', 'clearTimeout', 'Date', 'AbortSignal', 'console', 'navigator'],
  ...['crypto', 'Math'],
];

export type Start = (...surroundings: unknown[]) => void;

/** Modules that remember nothing and know no browser: `sharing.test.ts` holds them to it. */
export const REMEMBERS_NOTHING =
  /\/node_modules\/|\/src\/(core\/(?!cleanup\/(?!spared))|azure\/([a-z]+\/)?(wire|row|date|cut|identity|token-error)\.ts$|platform\/versions\.ts$|contract\/contract\.ts$)/;

async function built(entry: string, format: 'iife' | 'cjs', output: Rolldown.OutputOptions = {}) {
  const made = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      target: 'es2023',
      lib: { entry, formats: [format], name: 'worker' },
      rolldownOptions: { output, preserveEntrySignatures: 'allow-extension' },
    },
  });
  const outputs = [made].flat() as Rolldown.RolldownOutput[]; // it does not watch
  return outputs.flatMap((each) => each.output).filter((file) => file.type === 'chunk');
}

/** A script that leaves in `worker` what the entry exports, and finds the browser's APIs in `browser`. */
export async function bundle(entry: string): Promise<string> {
  const [script] = await built(entry, 'iife');
  return script?.code ?? '';
}

/** The worker of the extension as one function: each call is a worker with a memory of its own. */
export async function bundleWorker(): Promise<Start> {
  return new Function(...SURROUNDINGS, await bundle('src/background/index.ts')) as Start;
}

type Exports = Record<string, unknown>;
type Part = (require: (path: string) => Exports, exports: Exports, ...surroundings: unknown[]) => void;

/** A calendar without a clock. */
class Timeless extends Date {
  static override now = () => {
    throw new Error('Who remembers nothing is told the time.');
  };
}

/**
 * The same for thousands of workers: what remembers nothing is evaluated once for all of them. A fifth of a story was to
 * make the same schemas again, and code that is made anew each time never becomes quick. Each start answers what the entry exports.
 */
export async function bundleManyWorkers(
  entry = 'src/background/index.ts',
): Promise<(...surroundings: unknown[]) => Exports> {
  const groups = [{ name: 'shared', test: REMEMBERS_NOTHING, includeDependenciesRecursively: false }];
  const files = await built(entry, 'cjs', { codeSplitting: { groups } });
  const parts = new Map(
    files.map(({ fileName, code }) => [
      `./${fileName}`,
      new Function('require', 'exports', ...SURROUNDINGS, code) as Part,
    ]),
  );
  const named = (isIt: (file: Rolldown.OutputChunk) => boolean) => `./${files.find(isIt)?.fileName}`;
  const [main, shared] = [named(({ isEntry }) => isEntry), named(({ name }) => name === 'shared')];

  /** Evaluates a part, and first what it asks for, each once. */
  function evaluate(path: string, known: Map<string, Exports>, surroundings: unknown[]): Exports {
    const before = known.get(path);
    if (before) return before;
    const [part, exports]: [Part | undefined, Exports] = [parts.get(path), {}];
    if (!part) throw new Error(`${path} is no part of the worker.`);
    known.set(path, exports);
    part((asked) => evaluate(asked, known, surroundings), exports, ...surroundings);
    return exports;
  }

  const once: Exports = {};
  const nothing = SURROUNDINGS.map((name) =>
    new Map<string, unknown>([
      ['Date', Timeless],
      ['Math', Math],
    ]).get(name),
  );
  const alone = (asked: string) => {
    throw new Error(`Who remembers nothing asks for ${asked}, which does.`);
  };
  parts.get(shared)?.(alone, once, ...nothing);
  const known = { ...once, ...remembering(once as never) }; // `versions.ts` is among what is shared
  return (...surroundings) => evaluate(main, new Map([[shared, known]]), surroundings);
}
