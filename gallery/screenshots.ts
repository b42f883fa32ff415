import { mkdir, rm } from 'node:fs/promises';
import type { Browser } from '@playwright/test';
import { withGallery } from './serve';
import type { Frame } from './story';

const PICTURES = 'docs/screenshots';

/** Sharper than one pixel for each of CSS, and still small files. */
const SIZES = {
  popup: { width: 380, height: 600, scale: 1.5 },
  page: { width: 960, height: 640, scale: 1.25 },
} satisfies Record<Frame, { width: number; height: number; scale: number }>;

type Story = { id: string; frame: Frame };

/** The stories of the showcase in one theme. */
async function photograph(browser: Browser, base: string, at: { frame: Frame; theme: 'light' | 'dark' }) {
  const { scale, ...viewport } = SIZES[at.frame];
  const context = await browser.newContext({
    viewport,
    deviceScaleFactor: scale,
    locale: 'en-US',
    timezoneId: 'UTC',
    colorScheme: at.theme,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(`${base}/src/${at.frame}/index.html`);
  const stories = ((await page.evaluate('gallery.stories')) as Story[]).filter(
    ({ id, frame }) => id.startsWith('showcase-') && frame === at.frame,
  );
  for (const { id } of stories) {
    const wrong = (await page.evaluate(`gallery.look('${id}', { isPart: false, dir: '', rules: null })`)) as string[];
    if (wrong.length > 0) throw new Error(`${id}: ${wrong.join('\n')}`);
    const name = id.replace(/^.*\//, '');
    await page.screenshot({ path: `${PICTURES}/${name}-${at.theme}.png`, animations: 'disabled', caret: 'hide' });
  }
  await context.close();
}

await rm(PICTURES, { recursive: true, force: true });
await mkdir(PICTURES, { recursive: true });
await withGallery(async (browser, base) => {
  for (const theme of ['light', 'dark'] as const) {
    for (const frame of ['popup', 'page'] as const) await photograph(browser, base, { frame, theme });
  }
});
