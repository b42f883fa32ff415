import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';

for (const target of ['chrome', 'firefox']) {
  test(`the manifest for ${target} is the one that was reviewed`, () => {
    const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
    expect(read(`dist/${target}/manifest.json`)).toEqual(read(`test/manifests/${target}.json`));
  });

  test(`nothing in the build for ${target} comes from elsewhere`, () => {
    const files = readdirSync(`dist/${target}/assets`).filter((name) => name.endsWith('.js'));
    const scripts = files.map((name) => readFileSync(`dist/${target}/assets/${name}`, 'utf8')).join('\n');
    const hosts = new Set([...scripts.matchAll(/https?:\/\/([\w.-]+)/g)].map(([, host]) => host));
    // From the third on nobody asks for them: a name space of SVG, what stands in snippets for other tools, and where a
    // library's errors are explained.
    const snippets = ['pkgs.dev.azure.com', 'dev.azure.com.useHttpPath', 'maven.apache.org'];
    const known = ['dev.azure.com', 'vssps.dev.azure.com', 'www.w3.org', ...snippets, 'sebbo2002.github.io'];
    expect([...hosts].filter((host) => !known.includes(host ?? ''))).toEqual([]);
    expect(scripts).not.toMatch(/\beval\(/);
  });
}

/** The scripts that a page loads, by its HTML, gzipped. */
function scriptBytes(page: string): number {
  const html = readFileSync(`dist/chrome/${page}`, 'utf8');
  const files = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map(([, file = '']) => file);
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(`dist/chrome/${file}`)).byteLength, 0);
}

test('the popup loads no more script than it did', () => {
  const bytes = scriptBytes('src/popup/index.html');
  expect(bytes).toBeGreaterThan(5_000);
  expect(bytes).toBeLessThan(39_300);
});
