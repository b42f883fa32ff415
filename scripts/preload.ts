/** Where the bundler has its helper for `import()` in pages. */
const HELPER = '\0vite/preload-helper.js';

/**
 * What an `import()` needs here: the sheet of a part is there before the part. The bundler's own helper asks for scripts
 * ahead too, and is two kilobytes in the popup's first frame; files of an extension need no head start. So only sheets are
 * handed to this one.
 */
const code = `
const asked = new Map();
function sheet(file) {
  const href = '/' + file;
  if (document.querySelector('link[href="' + href + '"]')) return;
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
  return new Promise((resolve) => {
    link.onload = link.onerror = resolve;
    document.head.append(link);
  });
}
function once(file) {
  if (!asked.has(file)) asked.set(file, sheet(file));
  return asked.get(file);
}
export async function __vitePreload(load, files = []) {
  await Promise.all(files.map(once));
  return await load();
}
`;

export function smallPreload() {
  return {
    name: 'small-preload',
    enforce: 'pre' as const,
    apply: 'build' as const,
    config: () => ({
      build: {
        modulePreload: {
          // The bundler's polyfill calls `fetch`, which our policy forbids and no supported browser needs.
          polyfill: false,
          resolveDependencies: (_: string, scripts: string[], { hostType }: { hostType: 'html' | 'js' }) =>
            hostType === 'html' ? scripts : [],
        },
      },
    }),
    load: (id: string) => (id === HELPER ? code : null),
  };
}
