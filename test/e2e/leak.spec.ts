import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DevServer } from '../../dev-server/create-server';
import { users } from '../../dev-server/tenant';
import { launchWithExtension, type Session } from '../../scripts/launch';
import { signIn } from '../../scripts/sign-in';
import { findSecret } from '../leak-scan';
import { expect, test } from './fixtures';
import { killWorker } from './worker';

let profile: string;

test.beforeEach(async () => {
  profile = await mkdtemp(path.join(tmpdir(), 'patina-leak-'));
});

test.afterEach(async () => {
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

const launch = ({ port }: DevServer) =>
  launchWithExtension({ extension: 'dist/chrome', port, headless: true, userDataDir: profile });

/** Everything that touches a new secret: minted, shown, copied, handed over, tested, and its popup and worker gone. */
async function useSecret(session: Session, server: DevServer): Promise<string> {
  await signIn(session.context, 'fabrikam');
  const popup = await session.openPopup();
  await popup.getByRole('button', { name: 'Restore packages' }).click();
  await popup.getByRole('button', { name: 'Show token' }).click();
  await popup.getByRole('button', { name: 'Copy token' }).click();
  await popup.getByRole('button', { name: 'Test token' }).click();
  await expect(popup.getByText('fabrikam accepts this token, as Normal Paulk.')).toBeVisible();
  await popup.getByRole('combobox', { name: 'Use with' }).selectOption('npm, pnpm, Yarn 1: token in .npmrc');
  await popup.getByRole('textbox', { name: 'Feed', exact: true }).fill('tools');
  await popup.getByRole('button', { name: 'Copy snippet' }).click();
  await expect(popup.getByText(/^Clipboard clears in \d+ s$/)).toBeVisible();
  await killWorker(session);
  const again = await session.context.newPage();
  await again.goto(`chrome-extension://${session.extensionId}/src/popup/index.html`);
  await expect(again.getByRole('heading', { name: 'Token created' })).toBeVisible();
  const secret = server.ledger.ofUser(users.normal.id).at(-1)?.secret ?? '';
  expect(secret).toHaveLength(84);
  return secret;
}

/** Held out to the token doctor: what was minted here, and a token that nobody here has made. */
async function examine(session: Session, ...secrets: string[]): Promise<void> {
  const page = await session.context.newPage();
  await page.goto(`chrome-extension://${session.extensionId}/src/page/index.html#doctor`);
  const text = secrets.map((secret) => `token: ${secret}\n`).join('');
  await page.getByRole('textbox', { name: 'Tokens, or text with tokens in it' }).fill(text);
  await page.getByRole('button', { name: 'Examine' }).click();
  await expect(page.getByText(/: Patina made it\.$/)).toBeVisible();
  await expect(page.getByText(`${secrets.length} found.`)).toBeVisible();
}

async function processIdOf({ context }: Session): Promise<number> {
  const browser = await context.browser()?.newBrowserCDPSession();
  const { processInfo = [] } = (await browser?.send('SystemInfo.getProcessInfo')) ?? {};
  return processInfo.find(({ type }) => type === 'browser')?.id ?? Number.NaN;
}

test('a secret that was shown, copied, handed over, tested and examined is nowhere on the disk', async ({ server }) => {
  const session = await launch(server);
  const secret = await useSecret(session, server);
  const [older] = server.ledger.ofUser(users.normal.id);
  await examine(session, secret, older?.secret ?? '');
  await session.close();
  expect(findSecret(profile, secret)).toEqual([]);
  expect(findSecret(profile, older?.secret ?? '')).toEqual([]);

  // The control: a leak that is planted must be found, else the search above proves nothing.
  const again = await launch(server);
  for (const leaked of [secret, Buffer.from(`x${secret}`).toString('base64')])
    await again.worker.evaluate(`chrome.storage.local.set({ leak${leaked.length}: '${leaked}' })`);
  await again.close();
  const found = findSecret(profile, secret).join('\n');
  expect(found).toContain('plain');
  expect(found).toContain('base64');
});

test('nor after the browser was killed', async ({ server }) => {
  const session = await launch(server);
  const secret = await useSecret(session, server);
  process.kill(await processIdOf(session), 'SIGKILL');
  await session.closed;
  expect(findSecret(profile, secret)).toEqual([]);
});
