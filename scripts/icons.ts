import { readFile, writeFile } from 'node:fs/promises';
import { type Browser, chromium } from '@playwright/test';
import { ensureBrowser } from './find-browser.mjs';

/** Which drawing makes the icon of which size: the small ones are drawn for their pixels. */
const DRAWINGS: Readonly<Record<number, string>> = {
  16: '16',
  24: '24',
  32: '32',
  48: 'mark',
  96: 'mark',
  128: 'mark',
};
/** Of these there is a grey one too, for the toolbar of somebody who has no organization yet. */
const IN_TOOLBAR = [16, 24, 32];
const GROUND = '#0b6a5d';
const GREY = '#6f7b77';

async function render(browser: Browser, svg: string, size: number, file: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const image = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
  await page.setContent(
    `<body style="margin:0"><img src="${image}" style="display:block" width="${size}" height="${size}">`,
  );
  await page.locator('img').evaluate((img: HTMLImageElement) => img.decode());
  await writeFile(file, await page.screenshot({ omitBackground: true }));
  await page.close();
}

// The pictures are ours, so nothing is lost without the sandbox, which root cannot have.
const browser = await chromium.launch({ executablePath: ensureBrowser(), chromiumSandbox: false });
for (const [size, drawing] of Object.entries(DRAWINGS)) {
  const svg = await readFile(`docs/icons/${drawing}.svg`, 'utf8');
  await render(browser, svg, Number(size), `public/icons/${size}.png`);
  if (!IN_TOOLBAR.includes(Number(size))) continue;
  await render(browser, svg.replace(GROUND, GREY), Number(size), `public/icons/grey-${size}.png`);
}
await browser.close();
