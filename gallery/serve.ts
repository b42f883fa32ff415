import { type Browser, chromium } from '@playwright/test';
import { build, preview } from 'vite';
import { ensureBrowser } from '../scripts/find-browser.mjs';

const CONFIG = 'gallery/vite.config.ts';

/** The gallery, built and served, and a browser to look at it with: until `use` has ended. */
export async function withGallery<T>(use: (browser: Browser, base: string) => Promise<T>): Promise<T> {
  await build({ configFile: CONFIG, logLevel: 'error' });
  const server = await preview({ configFile: CONFIG, logLevel: 'error', preview: { port: 0, open: false } });
  const browser = await chromium.launch({ executablePath: ensureBrowser(), chromiumSandbox: false });
  try {
    return await use(browser, server.resolvedUrls?.local[0]?.replace(/\/$/, '') ?? '');
  } finally {
    await browser.close();
    await server.close();
  }
}
