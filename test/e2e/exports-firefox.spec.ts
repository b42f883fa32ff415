import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { isRevoke } from '../../dev-server/requests';
import { FIREFOX_PAGES } from '../../scripts/firefox';
import { expect, type Firefox, soon, test } from './firefox-fixtures';

const PAGE = `${FIREFOX_PAGES}/src/page/index.html`;
const ID = /[0-9a-f]{8}-[0-9a-f]{4}-/;

/** What Firefox saves when that button is pressed. */
async function saved(firefox: Firefox, button: string, name: RegExp): Promise<string> {
  const find = async () => (await readdir(firefox.downloads).catch(() => [])).find((each) => name.test(each));
  expect(await find()).toBeUndefined();
  await firefox.press(button);
  const read = async () => readFile(path.join(firefox.downloads, (await find()) ?? ''), 'utf8').catch(() => '');
  await soon(read).not.toBe('');
  return await read();
}

test.afterEach(({ firefox }) => rm(firefox.downloads, { recursive: true, force: true }));

test('Firefox: list, calendar and history are saved as files, with ids only if asked; what is erased asks before, and leaves nothing but the tokens', async ({
  server,
  popup,
}) => {
  await popup.press('Clone and fetch');
  await soon(popup.text).toContain('Token created');
  await popup.goto(`${PAGE}#history`);
  await soon(popup.text).toMatch(/Made Clone and fetch 20/);
  const history = await saved(popup, 'Export history', /^patina-history-.*\.csv$/);
  expect(history).toContain('Normal Paulk');
  expect(history).not.toMatch(ID);
  await popup.press('Erase history');
  await popup.press('Erase history');
  await soon(popup.text).toContain('The history is erased.');
  await soon(popup.text).not.toMatch(/Made Clone and fetch 20/);

  await popup.goto(`${PAGE}#settings`);
  const csv = await saved(popup, 'Export list', /^patina-tokens-20\d\d-\d\d-\d\d\.csv$/);
  await soon(popup.text).toMatch(/patina-tokens-[\d-]+\.csv is written\./);
  expect(csv).toContain('ci-build');
  expect(csv).toContain('<b>“Größe” & 日本語</b>');
  expect(csv).not.toMatch(ID);
  const calendar = await saved(popup, 'Export calendar', /^patina-calendar-20\d\d-\d\d-\d\d\.ics$/);
  expect(calendar).toMatch(/^BEGIN:VCALENDAR\r\n/);
  expect(calendar).not.toMatch(ID);
  await popup.tick('Include token ids');
  await popup.choose('Format', 'JSON');
  const json = await saved(popup, 'Export list', /^patina-tokens-.*\.json$/);
  expect(JSON.parse(json)).toContainEqual(expect.objectContaining({ name: 'ci-build', id: expect.stringMatching(ID) }));

  // The new token waits to be taken.
  await popup.goto(`${PAGE}#erase`);
  await popup.press('Erase everything');
  await soon(popup.text).toContain('Your tokens stay');
  await popup.press('Erase everything');
  await soon(popup.text).toContain('A new token waits to be copied');
  await popup.press('Erase everything');
  await soon(popup.text).toContain('is erased. Your tokens stay.');
  const left = `return JSON.stringify([await browser.storage.local.get(), await browser.storage.session.get()])`;
  expect(await popup.evaluate(left)).not.toMatch(/fabrikam|Paulk|ci-build/);
  expect(server.requests.filter(isRevoke)).toEqual([]);
});
