import { isCreate } from '../../dev-server/requests';
import { users } from '../../dev-server/tenant';
import { expect, type Firefox, ORGANIZATION, soon, test } from './firefox-fixtures';
import { HOSTILE, HOSTILE_WORKER } from './hostile-page';

const OPEN_PAGES = `return (await browser.tabs.query({ url: 'https://dev.azure.com/*' })).length`;
const SHOWN_TOKEN = `return document.querySelector('textarea[readonly]')?.value`;
const SEEN = `return window.seen.join('\\n')`;
const WORKER_COMES = `
  await navigator.serviceWorker.register('/hostile.js', { scope: '/' });
  await navigator.serviceWorker.ready;`;

test.use({ scripts: { '/hostile.js': HOSTILE_WORKER } });

/** Runs a script as one of the page's own. */
async function runInPage(firefox: Firefox, script: string): Promise<void> {
  await firefox.evaluate(
    `const script = document.createElement('script'); script.textContent = given[0]; document.head.append(script);`,
    script,
  );
}

test('Firefox: where changes are taken from pages only, a tab sends them, and what runs in its page sees and forges nothing', async ({
  server,
  popup: firefox,
}) => {
  const made = () => server.requests.filter(isCreate).filter(({ status }) => status === 200);
  // To Firefox's own name for where a request comes from, one that has the page's origin is as good as the page's.
  server.faults.set('pageOnly', { by: 'cookie', form: '401', method: 'POST' });
  await firefox.press('Clone and fetch');
  await soon(firefox.text).toContain('Token created');
  expect(made()).toHaveLength(1);
  expect(made()[0]?.headers).toMatchObject({ origin: 'https://dev.azure.com', 'sec-fetch-site': 'same-origin' });
  await firefox.press('Done');
  await soon(() => firefox.evaluate(OPEN_PAGES)).toBe(0);

  const popup = await firefox.here();
  const page = await firefox.openTab();
  await firefox.goto(ORGANIZATION);
  await runInPage(firefox, HOSTILE);
  await firefox.switchTo(popup);
  await firefox.press('Push code');
  await soon(firefox.text).toContain('Token created');
  expect(made()).toHaveLength(2);
  const secret = server.ledger.ofUser(users.normal.id).at(-1)?.secret ?? 'none';
  await firefox.press('Show token');
  await soon(() => firefox.evaluate(SHOWN_TOKEN)).toBe(secret);
  await firefox.press('Done');

  await firefox.switchTo(page);
  await runInPage(firefox, `fetch('/noticed')`);
  const seen = String(await firefox.evaluate(SEEN));
  expect(seen).toContain('/noticed');
  for (const hidden of [secret, 'HierarchyQuery', 'Push code']) expect(seen).not.toContain(hidden);

  // In Firefox a service worker of the page takes part in what is sent from it: there nothing is.
  await firefox.evaluate(WORKER_COMES);
  await firefox.goto(ORGANIZATION);
  expect(await firefox.evaluate('return Boolean(navigator.serviceWorker.controller)')).toBe(true);
  await firefox.switchTo(popup);
  await firefox.press('Restore packages');
  await soon(firefox.text).toContain('refused this change without a reason. Nothing was changed.');
  expect(made()).toHaveLength(2);
  expect(server.requests.filter(({ path }) => path === '/stolen')).toEqual([]);
});
