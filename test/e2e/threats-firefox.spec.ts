import type { FaultOptions } from '../../dev-server/fault';
import type { FaultName } from '../../dev-server/faults';
import { isCreate, isRevoke } from '../../dev-server/requests';
import { users } from '../../dev-server/tenant';
import { FIREFOX_PAGES } from '../../scripts/firefox';
import { ask, expect, ORGANIZATION, POPUP, soon, test } from './firefox-fixtures';
import { END_BACKGROUND } from './firefox-itself';
import { askPatina, otherExtension } from './other-extension';

// What pages, other extensions and servers try against Patina, in Firefox: docs/threat-model.md.

/** Has the page itself run a script, not the debugger; what it says comes back. */
const BY_PAGE = `
  delete window.said;
  const script = document.createElement('script');
  script.textContent = '(async () => { globalThis.said = JSON.stringify(await (async () => {' + given[0] + '})()); })()';
  document.head.append(script);
  for (let turn = 0; turn < 300 && window.said === undefined; turn++)
    await new Promise((go) => setTimeout(go, 20));
  return JSON.parse(window.said);`;

/** The addresses of what is in the tab in front, its frames included. */
const DOCUMENTS = `
  const { gBrowser } = Services.wm.getMostRecentWindow('navigator:browser');
  const all = (context) => [context.currentWindowGlobal?.documentURI?.spec, ...context.children.flatMap(all)];
  return all(gBrowser.selectedBrowser.browsingContext);`;

test('Firefox: a page of the organization finds no Patina: no messages, no file, no frame', async ({ popup }) => {
  await popup.goto(ORGANIZATION);
  const got = await popup.evaluate(
    BY_PAGE,
    `const nothing = () => 'nothing';
    return [
      typeof globalThis.browser, typeof globalThis.chrome?.runtime,
      await fetch('${FIREFOX_PAGES}/manifest.json').then(({ status }) => status, nothing),
      await import('${FIREFOX_PAGES}/guard.js').then(() => 'run', nothing),
      await new Promise((resolve) => Object.assign(new Image(), { src: '${FIREFOX_PAGES}/icons/16.png', onload: () => resolve('shown'), onerror: () => resolve('nothing') })),
    ];`,
  );
  expect(got).toEqual(['undefined', 'undefined', 'nothing', 'nothing', 'nothing']);
  await popup.evaluate(
    BY_PAGE,
    `document.body.append(Object.assign(document.createElement('iframe'), { src: '${POPUP}' }));
    document.body.append(Object.assign(document.createElement('iframe'), { src: '${ORGANIZATION}/frame' }));
    return 'there';`,
  );
  // The control: a frame of its own is there.
  await soon(() => popup.asBrowser(DOCUMENTS)).toContain(`${ORGANIZATION}/frame`);
  expect(await popup.asBrowser(DOCUMENTS)).not.toContain(POPUP);
});

const INSTALL = `
  const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
  const { FileUtils } = ChromeUtils.importESModule('resource://gre/modules/FileUtils.sys.mjs');
  await AddonManager.installTemporaryAddon(new FileUtils.File(given[0]));`;
const UNINSTALL = `
  const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
  await (await AddonManager.getAddonByID('another@another.example'))?.uninstall();`;
/** What the other extension says, in the address of its page. */
const SAID = `
  const { gBrowser } = Services.wm.getMostRecentWindow('navigator:browser');
  const addresses = gBrowser.tabs.map(({ linkedBrowser }) => linkedBrowser.currentURI.spec);
  return decodeURIComponent(addresses.find((each) => each.includes('said.html#'))?.split('#')[1] ?? '');`;

test('Firefox: another extension gets no answer from Patina', async ({ firefox }) => {
  const another = await otherExtension(
    `${askPatina('patina@patina.example')}.then((all) => browser.tabs.create({ active: false, url: '/said.html#' + encodeURIComponent(JSON.stringify(all)) }));`,
  );
  try {
    await firefox.asBrowser(INSTALL, another.folder);
    await soon(() => firefox.asBrowser(SAID)).toContain('refused');
    const got = JSON.parse(String(await firefox.asBrowser(SAID))) as string[];
    expect(got).toHaveLength(4);
    for (const each of got) expect(each).toMatch(/^refused: /);
  } finally {
    await firefox.asBrowser(UNINSTALL);
    await another.remove();
  }
});

/** A page of the extension has its policy in each script, also in one that a debugger has put into it. */
const ESCAPES = `
  const tried = {
    markup: () => { document.body.innerHTML = '<b>bold</b>'; },
    text: () => { window.eval('1'); },
    inline: () => { const script = document.createElement('script'); script.textContent = 'globalThis.ran = 1'; document.head.append(script); if (!window.ran) throw 0; },
    picture: () => new Promise((resolve, reject) => Object.assign(new Image(), { src: 'https://evil.visualstudio.com/x.png', onload: resolve, onerror: reject })),
    socket: () => new Promise((resolve, reject) => Object.assign(new WebSocket('wss://evil.visualstudio.com'), { onopen: resolve, onerror: reject })),
  };
  const ends = {};
  for (const [name, attempt] of Object.entries(tried))
    ends[name] = await (async () => attempt())().then(() => 'done', () => 'stopped');
  return ends;`;

test('Firefox: a script that got into a page of Patina can make no markup, run no text and load nothing', async ({
  server,
  popup,
}) => {
  const stopped = { markup: 'stopped', text: 'stopped', inline: 'stopped', picture: 'stopped', socket: 'stopped' };
  expect(await popup.evaluate(ESCAPES)).toEqual(stopped);
  expect(server.requests.filter(({ host }) => host.startsWith('evil'))).toEqual([]);
  // The control: where there is no such policy, the same is done.
  await popup.goto('about:blank');
  expect(await popup.evaluate(ESCAPES)).toMatchObject({ markup: 'done', text: 'done', inline: 'done' });
});

/** It is there, and would be asked. */
const EVIL = 'https://evil.visualstudio.com/_apis/connectionData';
const KIND = `
  const kept = await browser.storage.local.get();
  const [key] = Object.keys(kept).filter((each) => each.startsWith('reading:') && each.includes('fabrikam'));
  return kept[key]?.value?.failure?.kind ?? 'fine';`;

/** Each way to lead an answer astray, with what is known of it. */
const ASTRAY: [FaultName, FaultOptions, string][] = [
  ['ledAway', { to: EVIL }, 'signed-out'],
  ['hugeBody', {}, 'misfit'],
  ['ledAway', { status: 307, to: EVIL }, 'signed-out'],
  ['pressed', {}, 'misfit'],
  ['ledAway', { to: 'http://dev.azure.com/fabrikam/_apis/connectionData' }, 'signed-out'],
  ['deepJson', {}, 'misfit'],
  ['ledAway', { status: 308, to: 'https://dev.azure.com/fabrikam/_apis/connectionData' }, 'signed-out'],
];

test('Firefox: whoever leads away, floods or nests an answer is told of, and nobody is followed', async ({
  server,
  popup,
}) => {
  const refresh = () => ask(popup, 'tokens.refresh', { hostId: 'services:fabrikam' });
  await refresh(); // the first waits for the reading that the popup has begun
  for (const [fault, options, kind] of ASTRAY) {
    server.requests.length = 0;
    server.faults.clear();
    server.faults.set(fault, options);
    await refresh();
    expect(await popup.evaluate(KIND), `${fault} ${JSON.stringify(options)}`).toBe(kind);
    // The browser's own questions come the same way.
    const ours = server.requests.filter(({ host, headers }) => 'x-tfs-session' in headers || host.startsWith('evil'));
    const asked = new Set(ours.map(({ host, path }) => `${host}${path.toLowerCase()}`));
    expect([...asked], JSON.stringify(options)).toEqual(['dev.azure.com/fabrikam/_apis/connectiondata']);
  }
});

/** A press on an item of the menu, as Firefox tells it. */
const PRESS_MENU = `
  const { extension } = WebExtensionPolicy.getByID('patina@patina.example');
  const { gBrowser } = Services.wm.getMostRecentWindow('navigator:browser');
  extension.emit('webext-menu-menuitem-click', { menuItemId: given[0], modifiers: [], editable: false }, gBrowser.selectedTab);`;
const ADDRESSES = `return (await browser.tabs.query({})).map(({ url }) => url)`;

test('Firefox: nothing is sent by the menu, an address or the page itself', async ({ server, popup }) => {
  await soon(popup.text).toContain('ci-build');
  await popup.asBrowser(PRESS_MENU, 'revoke-all');
  await soon(() => popup.evaluate(ADDRESSES)).toContain(`${FIREFOX_PAGES}/src/page/index.html#revoke-all`);
  for (const hash of ['#revoke-all?confirm=1', '#revoke-all?go&typed=fabrikam', '?confirm=1&go#revoke-all']) {
    await popup.goto(`${FIREFOX_PAGES}/src/page/index.html${hash}`);
    await soon(popup.text).toMatch(/Revoke \d+ tokens/);
    await soon(popup.text).not.toContain('The whole list must be read first.');
  }
  expect(server.requests.filter(isRevoke)).toEqual([]);
});

const EVERYTHING = `
  const fields = [...document.querySelectorAll('input, textarea')].map(({ value }) => value);
  return [document.title, document.documentElement.outerHTML, ...fields].join();`;

test('Firefox: a secret waits in memory alone, with the popup closed and the background ended; hidden again it is nowhere in the page, and Done forgets it', async ({
  server,
  popup,
}) => {
  const kept = (where: string) => popup.evaluate(`return JSON.stringify(await browser.storage.${where}.get())`);
  await popup.press('Push code');
  await soon(popup.text).toContain('Token created');
  const secret = server.ledger.ofUser(users.normal.id).at(-1)?.secret ?? 'none';
  expect(await kept('local')).not.toContain(secret);
  await popup.goto('about:blank');
  await popup.asBrowser(END_BACKGROUND);
  await popup.goto(POPUP);
  await popup.press('Show token');
  const everything = () => popup.evaluate(EVERYTHING);
  await soon(everything, 'the control: a secret that is shown is found').toContain(secret);
  await popup.press('Hide token');
  await soon(everything).not.toContain(secret);
  await popup.press('Done');
  await soon(popup.text).toContain('ci-build');
  expect(await everything()).not.toContain(secret);
  await soon(() => kept('session')).not.toContain(secret);
  expect(await kept('local')).not.toContain(secret);
  expect(server.requests.filter(isCreate)).toHaveLength(1);
});
