import { readFile } from 'node:fs/promises';
import { build, type Plugin } from 'vite';

type Target = 'chrome' | 'firefox';
type Manifest = { background?: { service_worker?: string; scripts?: string[]; type?: string } };

/** Scripts that share no file with the popup and the tab: who shares one evaluates all of it. */
const WORKER = { entry: 'src/background/index.ts', file: 'worker.js' };
const OFFSCREEN = { entry: 'src/offscreen/main.ts', file: 'offscreen.js' };
/** The paste guard, in pages of sites that the user names; registered by the worker, and named in no manifest. */
const GUARD = { entry: 'src/guard/index.ts', file: 'guard.js' };
const scriptsFor = { chrome: [WORKER, OFFSCREEN, GUARD], firefox: [WORKER, GUARD] };

/** The page that clears the clipboard is opened by the worker, and named in no manifest. */
const PAGE = 'src/offscreen/index.html';

/**
 * Builds a script as one function. An `import()` in it, which the worker of an extension may not do, becomes a part that
 * is evaluated when it is first asked for.
 */
async function bundle(entry: string) {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      copyPublicDir: false,
      target: 'es2023',
      lib: { entry, formats: ['iife'], name: 'script' },
      // As hints they would have the engine compile every part at the start, which is what the parts are there to avoid.
      rolldownOptions: { optimization: { pifeForModuleWrappers: false } },
    },
  });
  const [output] = [built].flat().flatMap((each) => ('output' in each ? each.output : []));
  if (output?.type !== 'chunk') throw new Error(`${entry} is no script.`);
  return output;
}

/** Puts them into the build, and the worker into the manifest: a service worker, or Firefox's event page. */
export function builtApart(target: Target): Plugin & { renderCrxManifest(manifest: Manifest): Manifest } {
  const background = target === 'chrome' ? { service_worker: WORKER.file } : { scripts: [WORKER.file] };
  const built = new Map<string, string>();
  return {
    name: 'built-apart',
    apply: 'build',
    enforce: 'post', // after crxjs, which would load the worker by one file more
    async buildStart() {
      for (const { entry, file } of scriptsFor[target]) {
        const { code, moduleIds } = await bundle(entry);
        for (const id of moduleIds) if (!id.startsWith('\0')) this.addWatchFile(id);
        built.set(file, code);
      }
    },
    async generateBundle() {
      for (const [fileName, source] of built) this.emitFile({ type: 'asset', fileName, source });
      if (target === 'firefox') return;
      const page = (await readFile(PAGE, 'utf8')).replace('./main.ts', `/${OFFSCREEN.file}`);
      this.emitFile({ type: 'asset', fileName: PAGE, source: page });
    },
    renderCrxManifest: (manifest) => ({ ...manifest, background: { ...background, type: 'module' } }),
  };
}
