import { createHash } from 'node:crypto';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { createServer } from '../../dev-server/create-server';
import { ensureBrowser, findFirefox, whyNoFirefox } from '../../scripts/find-browser.mjs';
import { FIREFOX_PAGES, launchFirefox } from '../../scripts/firefox';
import { launchWithExtension } from '../../scripts/launch';
import { connectProxy } from '../connect-proxy';

// A real policy file, read by the real browser: what no fake can promise.

const POLICY = {
  organizations: ['fabrikam'],
  longestLifetimeDays: 7,
  forbidFullAccess: true,
  clearClipboardSeconds: 30,
  checkEveryHours: 5,
};
/** What the worker has to say of it. */
const REPORTED =
  'Policy: clearClipboardSeconds, forbidFullAccess, longestLifetimeDays, organizations; ignored: checkEveryHours';

const drafts = [
  { name: 'too long', scopes: ['vso.code'], lifetime: { days: 30 } },
  { name: 'too much', scopes: ['app_token'], lifetime: { days: 1 } },
];
const decided = ['lifetime', 'full-access'];

/** Where each browser on Linux looks for policies. */
const FOLDERS: Record<string, string> = {
  chromium: '/etc/chromium/policies/managed',
  'google-chrome': '/etc/opt/chrome/policies/managed',
  'microsoft-edge': '/etc/opt/edge/policies/managed',
};

/** An extension that is loaded from a folder is named after it. */
function idOf(folder: string): string {
  const hex = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  return [...hex].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}

/** Puts a policy for this extension alone where the browser finds it; `undefined` where that is not allowed. */
function decideFor(id: string): { decide: (policy: object) => void; remove: () => void } | undefined {
  const folder = FOLDERS[path.basename(ensureBrowser())];
  if (folder === undefined || process.getuid?.() !== 0) return undefined;
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `patina-test-${id}.json`);
  const decide = (policy: object) =>
    writeFileSync(file, JSON.stringify({ '3rdparty': { extensions: { [id]: policy } } }));
  return { decide, remove: () => rmSync(file, { force: true }) };
}

test('Chrome: what a policy file says is there from the start, shown as decided, and held', async ({ headless }) => {
  const extension = realpathSync(mkdtempSync(path.join(tmpdir(), 'patina-managed-')));
  const policy = decideFor(idOf(extension));
  test.skip(
    policy === undefined,
    'a policy file can be written by root alone, and for a browser whose folder is known',
  );
  cpSync('dist/chrome', extension, { recursive: true });
  const server = await createServer();
  let session: Awaited<ReturnType<typeof launchWithExtension>> | undefined;
  try {
    policy?.decide(POLICY);
    session = await launchWithExtension({ port: server.port, headless, extension });
    const page = await session.context.newPage();
    await page.goto(`chrome-extension://${session.extensionId}/src/page/index.html#settings`);
    const settings = page.getByRole('region', { name: 'Set by your organization' });
    await expect(
      settings.getByText('Patina ignores parts of the policy that do not fit: checkEveryHours.'),
    ).toBeVisible();
    const clear = page.getByLabel('Clear clipboard after');
    await expect(clear).toBeDisabled();
    await expect(clear).toHaveValue('30');
    const organizations = page.getByRole('region', { name: 'Organizations and servers' });
    await expect(organizations.getByRole('listitem')).toContainText(['fabrikam']);
    await expect(organizations.getByRole('button', { name: /Remove/ })).toHaveCount(0);
    const ask = (name: string, input: object) =>
      page.evaluate<{ value?: unknown }>(`chrome.runtime.sendMessage(${JSON.stringify({ name, input })})`);
    const identityId = crypto.randomUUID();
    for (const [index, draft] of drafts.entries())
      expect(await ask('tokens.create', { hostId: 'services:fabrikam', identityId, draft })).toMatchObject({
        ok: false,
        failure: { field: 'decided', reason: decided[index] },
      });
    expect((await ask('diagnostics.read', {})).value).toContain(REPORTED);
    policy?.decide({ ...POLICY, clearClipboardSeconds: 300 });
    await expect(clear).toHaveValue('300');
  } finally {
    policy?.remove(); // also where the browser did not take the extension: it is the whole machine's
    await session?.close();
    await server.close();
    rmSync(extension, { recursive: true, force: true });
  }
});

/** A Firefox of our own with a policy beside it, made of the system's: what is beside that one is everybody's. */
function firefoxWith(policy: object): { program: string; remove: () => void } | undefined {
  const program = realpathSync(findFirefox() ?? '/');
  const from = path.dirname(program);
  if (!existsSync(path.join(from, 'libxul.so'))) return undefined;
  const folder = mkdtempSync(path.join(tmpdir(), 'patina-managed-'));
  const own = path.join(folder, path.basename(program));
  for (const name of readdirSync(from))
    if (name !== 'distribution' && name !== path.basename(program))
      symlinkSync(path.join(from, name), path.join(folder, name));
  copyFileSync(program, own); // it looks beside itself, wherever a link leads
  mkdirSync(path.join(folder, 'distribution'));
  const policies = { '3rdparty': { Extensions: { 'patina@patina.example': policy } } };
  writeFileSync(path.join(folder, 'distribution', 'policies.json'), JSON.stringify({ policies }));
  return { program: own, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

test('Firefox: what its policies.json says is there, shown as decided, and held', async () => {
  test.skip(findFirefox() === undefined, whyNoFirefox());
  const own = firefoxWith(POLICY);
  test.skip(own === undefined, 'this Firefox does not let a policy be put beside a copy of it');
  const server = await createServer();
  const proxy = await connectProxy(server.port);
  const firefox = await launchFirefox({ proxyPort: proxy.port, ...(own && { program: own.program }) });
  try {
    await firefox.install('dist/firefox');
    await firefox.goto(`${FIREFOX_PAGES}/src/page/index.html#settings`);
    await expect.poll(firefox.text).toContain('do not fit: checkEveryHours.');
    const clear = `document.querySelector('#clipboard select')`;
    // The page asks by itself what is decided; the worker has put it into settings and hosts a moment later.
    await expect.poll(() => firefox.evaluate(`return [${clear}.disabled, ${clear}.value]`)).toEqual([true, '30']);
    await expect
      .poll(() => firefox.evaluate(`return document.querySelector('ul.hosts')?.innerText`))
      .toContain('fabrikam');
    const ask = (name: string, input: object) =>
      firefox.evaluate('return await browser.runtime.sendMessage(given[0])', { name, input });
    const identityId = crypto.randomUUID();
    for (const [index, draft] of drafts.entries())
      expect(await ask('tokens.create', { hostId: 'services:fabrikam', identityId, draft })).toMatchObject({
        failure: { field: 'decided', reason: decided[index] },
      });
    expect(await ask('diagnostics.read', {})).toMatchObject({ value: expect.stringContaining(REPORTED) });
  } finally {
    await firefox.close();
    own?.remove();
    await proxy.close();
    await server.close();
  }
});
