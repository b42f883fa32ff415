import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import type { Browser, Page } from '@playwright/test';
import { isData } from './data';
import { LANGUAGE_MODES, MODES, type Mode } from './modes';
import { withGallery } from './serve';
import type { Frame } from './story';

const PICTURES = 'out/gallery';

type Story = { id: string; frame: Frame; isPart: boolean };

type Walk = {
  base: string;
  frame: Frame;
  mode: Mode;
  name: string;
  only: string;
  pictures: boolean;
  thenDark: boolean;
};

/** All stories of one frame in one mode, one after the other in a page that is loaded once. Answers what is wrong. */
async function walk(browser: Browser, { base, frame, mode, name, only, pictures, thenDark }: Walk) {
  const context = await browser.newContext({
    viewport: mode.sizes[frame],
    deviceScaleFactor: mode.scale ?? 1,
    locale: 'en-US',
    timezoneId: 'UTC',
    colorScheme: mode.theme ?? 'light',
    forcedColors: mode.forced ? 'active' : 'none',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const wrong: string[] = [];
  page.on('pageerror', (error) => wrong.push(`${name}: ${error.message}`));
  await page.goto(`${base}/src/${frame}/index.html?language=${mode.language ?? 'en'}`);
  const stories = ((await page.evaluate('gallery.stories')) as Story[]).filter(
    (story) => story.frame === frame && story.id.startsWith(only),
  );
  for (const story of stories) {
    const asked = JSON.stringify({ isPart: story.isPart, dir: mode.dir ?? '', rules: mode.rules ?? null });
    const found = (await page.evaluate(`gallery.look('${story.id}', ${asked})`)) as string[];
    const said = mode.language ? await wordsOn(page, mode.language) : [];
    wrong.push(...[...found, ...said].map((each) => `${name}: ${story.id}: ${each}`));
    if (thenDark) {
      const darkly = (await page.evaluate('gallery.lookInDark()')) as string[];
      wrong.push(...darkly.map((each) => `dark: ${story.id}: ${each}`));
    }
    if (pictures) await picture(page, name, story.id);
  }
  await context.close();
  return { wrong, count: stories.length * (thenDark ? 2 : 1) };
}

type Words = { wrong: string[]; outside: string[] };

/** What is wrong with the words on the screen. In the language that nobody speaks, all that is not in it is forgotten. */
async function wordsOn(page: Page, language: string): Promise<string[]> {
  const { wrong, outside } = (await page.evaluate('gallery.words()')) as Words;
  const forgotten = language === 'pseudo' ? outside.filter((text) => !isData(text)) : [];
  return [...wrong, ...forgotten.map((text) => `no message: ${text}`)];
}

async function picture(page: Page, mode: string, id: string): Promise<void> {
  const file = path.join(PICTURES, mode, `${id}.png`);
  await page.screenshot({ path: file, animations: 'disabled', caret: 'hide' });
}

async function main(args: string[]): Promise<number> {
  const pictures = args.includes('--pictures');
  const only = args.find((each) => each.startsWith('--only='))?.slice('--only='.length) ?? '';
  const modes: Readonly<Record<string, Mode>> = { ...MODES, ...LANGUAGE_MODES };
  const some = Object.keys(modes).filter((name) => args.includes(name));
  const asked = some.length > 0 ? some : Object.keys(modes);
  // What is drawn in light needs only other colours to be looked at in dark. A picture is of one mode.
  const thenDark = !pictures && asked.includes('light') && asked.includes('dark');
  const walks = asked.filter((name) => !thenDark || name !== 'dark');
  if (pictures) await rm(PICTURES, { recursive: true, force: true }).then(() => mkdir(PICTURES, { recursive: true }));
  const wrong: string[] = [];
  let count = 0;
  await withGallery(async (browser, base) => {
    for (const name of walks) {
      for (const frame of ['popup', 'page'] as const) {
        const at = { base, frame, mode: modes[name] ?? MODES.light, name, only, pictures };
        const walked = await walk(browser, { ...at, thenDark: thenDark && name === 'light' });
        wrong.push(...walked.wrong);
        count += walked.count;
      }
    }
  });
  console.log([...wrong, `${count} looks at stories, ${wrong.length} faults.`].join('\n'));
  return wrong.length > 0 || count === 0 ? 1 : 0;
}

process.exitCode = await main(process.argv.slice(2));
