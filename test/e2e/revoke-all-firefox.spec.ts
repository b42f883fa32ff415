import { isRevoke } from '../../dev-server/requests';
import { seedToken, seedWith } from '../../dev-server/seed';
import { users } from '../../dev-server/tenant';
import { FIREFOX_PAGES } from '../../scripts/firefox';
import { expect, type Firefox, soon, test } from './firefox-fixtures';
import { END_BACKGROUND } from './firefox-itself';

const FIELD = 'Type fabrikam to confirm';
const PAGE = `${FIREFOX_PAGES}/src/page/index.html#revoke-all`;

async function openPage(firefox: Firefox): Promise<void> {
  await firefox.goto(PAGE);
  await soon(firefox.text).toContain('Signed in as Normal Paulk');
}

test('Firefox: all but what is to stay are revoked, once it is typed, and the list says so', async ({
  server,
  popup,
}) => {
  const revokes = () => server.requests.filter(isRevoke);
  await openPage(popup);
  await popup.press('Always keep ci-build');
  await popup.tick('full access');
  await popup.press('Dry run');
  await soon(popup.text).toMatch(/Would revoke 6 tokens in about \d/);
  await popup.fill(FIELD, 'fabrika');
  expect(revokes()).toEqual([]);
  await popup.fill(FIELD, 'fabrikam');
  await popup.press('Revoke 6 tokens');
  await soon(popup.text).toContain('6 revoked, 2 kept, 0 failed, 0 left');
  const left = server.ledger.ofUser(users.normal.id).filter(({ token }) => token.isValid && !token.isPublic);
  const names = left.map(({ token }) => token.displayName);
  for (const name of ['ci-build', 'full access']) expect(names).toContain(name);
  expect(revokes()).toHaveLength(6);
});

function seedOf(length: number) {
  const validTo = new Date(Date.now() + 90 * 86_400_000).toISOString();
  const tokens = Array.from({ length }, (_, index) => ({ token: seedToken(`token ${index}`, { validTo }) }));
  return { ...seedWith(0, Date.now()), tokens };
}

test.describe('enough tokens for many ends', () => {
  test.use({ serverOptions: { seed: seedOf(60) } });

  test('Firefox: the background is ended five times in the middle of it: all are revoked, and none twice', async ({
    server,
    popup,
  }) => {
    const revokes = () => server.requests.filter(isRevoke);
    await openPage(popup);
    server.faults.set('slow', { method: 'DELETE', seconds: 0.1 });
    await popup.fill(FIELD, 'fabrikam');
    await popup.press('Revoke 60 tokens');
    for (let ended = 0; ended < 5; ended++) {
      const before = revokes().length;
      await expect.poll(() => revokes().length, { intervals: [20] }).toBeGreaterThan(before);
      await popup.asBrowser(END_BACKGROUND);
      await popup.evaluate(
        `await browser.runtime.sendMessage({ name: 'revoke-all.continue', input: {} }).catch(() => undefined)`,
      );
    }
    server.faults.clear(); // enough was in the middle of it
    await soon(popup.text).toContain('60 revoked, 0 kept, 0 failed, 0 left');
    expect(server.ledger.ofUser(users.normal.id).filter(({ token }) => token.isValid)).toEqual([]);
    const workers = new Set(revokes().map(({ headers }) => headers['x-tfs-session']));
    expect(workers.size, 'event pages that had a part in it').toBeGreaterThanOrEqual(5);
  });
});

test.describe('many tokens', () => {
  test.use({ serverOptions: { seed: seedOf(30) } });

  test('Firefox: it is stopped and goes on; what failed is told with its reason, and tried again', async ({
    server,
    popup,
  }) => {
    const revokes = () => server.requests.filter(isRevoke);
    await openPage(popup);
    server.faults.set('slow', { method: 'DELETE', seconds: 60 });
    server.faults.set('conditionalAccess', { method: 'DELETE', times: 2 });
    await popup.fill(FIELD, 'fabrikam');
    await popup.press('Revoke 30 tokens');
    await popup.press('Stop');
    await soon(popup.text).toMatch(/^Stopped$/m);
    server.faults.clear('slow');
    await soon(() => revokes().every(({ status }) => status !== undefined)).toBe(true);
    expect(revokes().length).toBeLessThan(30);
    await popup.press('Resume');
    await soon(popup.text).toContain('28 revoked, 0 kept, 2 failed, 2 left');
    expect(await popup.text()).toContain('A policy of the organization forbids it.');
    await popup.press('Retry failed');
    await soon(popup.text).toContain('30 revoked, 0 kept, 0 failed, 0 left');
  });
});
