import type { Browser } from '@playwright/test';
import { MODES } from './modes';
import { withGallery } from './serve';
import type { Frame } from './story';

// `npm run prove:hostile`: two hundred hostile texts in the place of every text that a server can send, on every story.
// `ROUNDS=3` puts three of them into each place instead of all.

type Story = { id: string; frame: Frame };

const TEXTS = 200;
const rounds = Array.from({ length: Math.min(TEXTS, Number(process.env.ROUNDS ?? TEXTS)) }, (_, round) => round);

/** A list of ten thousand draws dozens of texts in each round, and is slow to reckon. */
const roundsOf = ({ id }: Story) => (id.includes('ten-thousand') ? rounds.filter((round) => round % 10 === 0) : rounds);

async function walk(browser: Browser, base: string, frame: Frame) {
  const context = await browser.newContext({ viewport: MODES.light.sizes[frame], locale: 'en-US', timezoneId: 'UTC' });
  const page = await context.newPage();
  const wrong: string[] = [];
  page.on('pageerror', ({ message }) => wrong.push(message));
  page.on('dialog', (dialog) => wrong.push(`a dialog: ${dialog.message()}`));
  page.on('request', (request) => {
    if (/^https?:/.test(request.url()) && !request.url().startsWith(base)) wrong.push(`asked ${request.url()}`);
  });
  await page.goto(`${base}/src/${frame}/index.html?language=en`);
  const unseen = (await page.evaluate('gallery.unseenHarm()')) as string[];
  wrong.push(...unseen.map((kind) => `is not seen where it is planted: ${kind}`));
  const stories = ((await page.evaluate('gallery.stories')) as Story[]).filter((story) => story.frame === frame);
  let count = 0;
  for (const story of stories) {
    const asked = roundsOf(story);
    const found = (await page.evaluate(`gallery.hostile('${story.id}', ${JSON.stringify(asked)})`)) as string[];
    wrong.push(...found.map((each) => `${story.id}: ${each}`));
    count += asked.length;
  }
  await context.close();
  return { wrong, count };
}

await withGallery(async (browser, base) => {
  const walks = await Promise.all((['popup', 'page'] as const).map((frame) => walk(browser, base, frame)));
  const wrong = walks.flatMap((each) => each.wrong);
  const count = walks.reduce((sum, each) => sum + each.count, 0);
  console.log([...wrong, `${count} looks at stories, ${wrong.length} faults.`].join('\n'));
  process.exitCode = wrong.length > 0 || count === 0 ? 1 : 0;
});
