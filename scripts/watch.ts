import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { build, type Plugin } from 'vite';

type Watcher = Extract<Awaited<ReturnType<typeof build>>, { on: unknown }>;

/** Words and pictures are copied and imported by nobody, so nobody else looks whether they change. */
const watchingCopies: Plugin = {
  name: 'watch-copies',
  async buildStart() {
    const entries = await readdir('public', { recursive: true, withFileTypes: true });
    for (const each of entries) if (each.isFile()) this.addWatchFile(path.resolve(each.parentPath, each.name));
  },
};

/** Resolves when the first build is whole; each later one is told. One that fails is said and changes nothing. */
async function watchOne(mode: string, onBuilt: () => void): Promise<Watcher> {
  const watcher = (await build({
    mode,
    logLevel: 'silent',
    plugins: [watchingCopies],
    build: { watch: {} },
  })) as Watcher; // it watches
  await new Promise<void>((resolve) => {
    let built = 0;
    watcher.on('event', (event) => {
      if (event.code === 'ERROR') console.error(`Not built for ${mode}: ${event.error.message}`);
      if (event.code !== 'BUNDLE_END') return;
      if (++built === 1) resolve();
      else onBuilt();
    });
  });
  return watcher;
}

/** Builds for both browsers now and at each change, just as `npm run build` does. */
export async function watchBuilds(onChange: (mode: string) => void) {
  const watchers = await Promise.all(['chrome', 'firefox'].map((mode) => watchOne(mode, () => onChange(mode))));
  return { close: () => Promise.all(watchers.map((watcher) => watcher.close())) };
}
