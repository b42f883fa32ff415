import { mkdir, readFile, rm } from 'node:fs/promises';
import { chromium, type Page } from '@playwright/test';
import { ensureBrowser } from '../scripts/find-browser.mjs';

// What the stores show, made of the pictures of the showcase: `npm run screenshots` makes both.

const FROM = 'docs/screenshots';
const PICTURES = 'docs/store/pictures';

/** Each has one picture of the popup, or of a page, and what it shows. */
const pictures = [
  {
    name: '1-list',
    of: 'home',
    frame: 'popup',
    title: 'All your tokens, soonest end first',
    text: 'And four buttons that make one for its purpose, with the least scope.',
  },
  {
    name: '2-created',
    of: 'token-created',
    frame: 'popup',
    title: 'Made, copied, handed over',
    text: 'To git, npm, NuGet, pip, Maven, agents and more. Never in a command line.',
  },
  {
    name: '3-new-token',
    of: 'new-token',
    frame: 'popup',
    title: 'No more than it needs',
    text: 'Every scope in words, the lifetime your organization grants, and full access asked twice.',
  },
  {
    name: '4-overview',
    of: 'overview',
    frame: 'page',
    title: 'What ends when, and what can do too much',
    text: 'Over all of your organizations and servers.',
  },
  {
    name: '5-revoke-all',
    of: 'revoke-all',
    frame: 'page',
    title: 'Revoke all of them, and be sure',
    text: 'It goes on after a closed browser, and a fresh list proves how it ended.',
  },
] as const;

type Picture = (typeof pictures)[number];

const dataOf = async (file: string, type: string) => `data:${type};base64,${(await readFile(file)).toString('base64')}`;

const LOOK = `
  body { margin: 0; height: 100vh; box-sizing: border-box; overflow: hidden; background: #e3f2ee; color: #16201d;
    font: 24px/34px system-ui, "Segoe UI", "Noto Sans", sans-serif; }
  h1 { margin: 0; font-size: 44px; line-height: 54px; font-weight: 600; text-wrap: balance; }
  p { margin: 16px 0 0; color: #0a5a4f; text-wrap: balance; }
  .shown { display: block; border: 1px solid #c4d6d0; border-radius: 12px; box-shadow: 0 16px 40px rgb(0 0 0 / 18%); }
  .popup { display: grid; grid-template-columns: 1fr auto; align-items: center; gap: 64px; padding: 0 96px; }
  .popup .shown { height: 700px; }
  .page { display: grid; justify-items: center; align-content: center; gap: 28px; text-align: center; }
  .page p { margin-top: 8px; }
  .page .shown { height: 584px; }
  .tile { display: grid; grid-template-columns: auto 1fr; align-items: center; gap: 24px; padding: 0 32px; }
  .tile h1 { font-size: 40px; line-height: 46px; }
  .tile p { margin-top: 4px; font-size: 19px; line-height: 26px; }`;

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const words = (title: string, text: string) => `<div><h1>${escaped(title)}</h1><p>${escaped(text)}</p></div>`;

async function draw(page: Page, at: { name: string; width: number; height: number }, body: string): Promise<void> {
  const { name, ...viewport } = at;
  await page.setViewportSize(viewport);
  await page.setContent(`<!doctype html><html lang="en"><style>${LOOK}</style>${body}</html>`);
  await page.screenshot({ path: `${PICTURES}/${name}.png`, animations: 'disabled' });
}

async function drawShown(page: Page, { name, of, frame, title, text }: Picture): Promise<void> {
  const shown = `<img class="shown" alt="" src="${await dataOf(`${FROM}/${of}-light.png`, 'image/png')}">`;
  await draw(page, { name, width: 1280, height: 800 }, `<body class="${frame}">${words(title, text)}${shown}</body>`);
}

async function drawTile(page: Page): Promise<void> {
  const mark = `<img width="112" height="112" alt="" src="${await dataOf('docs/icons/mark.svg', 'image/svg+xml')}">`;
  const said = words('Patina', 'Personal access tokens for Azure DevOps');
  await draw(page, { name: 'promo-440x280', width: 440, height: 280 }, `<body class="tile">${mark}${said}</body>`);
}

await rm(PICTURES, { recursive: true, force: true });
await mkdir(PICTURES, { recursive: true });
const browser = await chromium.launch({ executablePath: ensureBrowser(), chromiumSandbox: false });
try {
  const page = await browser.newPage({ deviceScaleFactor: 1, locale: 'en-US' });
  for (const each of pictures) await drawShown(page, each);
  await drawTile(page);
} finally {
  await browser.close();
}
