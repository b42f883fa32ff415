import { readFile } from 'node:fs/promises';
import { build, type Plugin } from 'vite';
import { withPlainStrings } from './plain-strings.ts';

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

/** A file of a build before it is one script: what it imports, it asks `require` for. */
type Chunk = { type: 'chunk'; fileName: string; code: string; isEntry: boolean; moduleIds: string[] };

/**
 * The chunks of a build as one script. One alone is run; of several each is a function, called when it is first asked for.
 * So an `import()`, which the worker of an extension may not do, asks for a part over which the engine has only read until
 * then, without making a single one of the functions in it.
 */
function joined(chunks: Chunk[]): string {
  const [first, ...others] = chunks.toSorted((a, b) => Number(b.isEntry) - Number(a.isEntry));
  if (!first || others.length === 0) return `(function(){${first?.code}\n})();\n`;
  const parts = chunks.map(({ fileName, code }) => `"./${fileName}"(exports,require){${code}\n}`);
  return `(function(){
const made={},parts={${parts.join(',')}};
function require(name){if(!made[name])parts[name](made[name]={},require);return made[name]}
require("./${first.fileName}");
})();\n`;
}

/** Builds a script that needs no other file. */
async function bundle(entry: string) {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      copyPublicDir: false,
      target: 'es2023',
      lib: { entry, formats: ['cjs'], fileName: 'entry' },
      rolldownOptions: {
        // One letter beyond ASCII, and the engine keeps, and reads, two bytes for each sign of a script.
        output: { chunkFileNames: '[name].js', minify: { codegen: { asciiOnly: true } } },
      },
    },
  });
  const chunks = [built].flat().flatMap((each) => ('output' in each ? each.output : [])) as Chunk[];
  return { code: withPlainStrings(joined(chunks)), moduleIds: chunks.flatMap(({ moduleIds }) => moduleIds) };
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
