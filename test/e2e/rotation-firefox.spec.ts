import type { DevServer } from '../../dev-server/create-server';
import { isCreate, isRevoke } from '../../dev-server/requests';
import { users } from '../../dev-server/tenant';
import { expect, type Firefox, POPUP, soon, test } from './firefox-fixtures';
import { END_BACKGROUND } from './firefox-itself';

const DAY = 86_400_000;

/** Whether each token of such a name works. */
const ofName = ({ ledger }: DevServer, name: string) =>
  ledger
    .ofUser(users.normal.id)
    .filter(({ token }) => token.displayName?.startsWith(name))
    .map(({ token }) => token.isValid);

const HELD = 'return JSON.stringify(await browser.storage.session.get())';

/** Begins to rotate ci-build, and takes the new secret, which is forgotten then: not before that may the background be ended. */
async function rotate(server: DevServer, popup: Firefox, keep: string): Promise<void> {
  await popup.press('Actions for ci-build');
  await popup.press('Rotate…');
  await popup.choose('Keep the old token', keep);
  await popup.press('Rotate');
  await soon(popup.text).toContain('Token created');
  const { secret } = server.ledger.ofUser(users.normal.id).at(-1) ?? {};
  expect(await popup.evaluate(HELD)).toContain(secret);
  await popup.press('Done');
  await soon(() => popup.evaluate(HELD)).not.toContain(secret);
}

test('Firefox: Cancel rotation revokes the new token; else both work, with the background ended between, until I have replaced it', async ({
  server,
  popup,
}) => {
  await rotate(server, popup, 'For 7 days');
  await popup.press('Review');
  await soon(popup.text).toContain('ci-build is revoked in 7 days, or when you');
  await popup.press('Cancel rotation');
  await soon(popup.text).toMatch(/is cancelled\. ci-build works as before/);
  expect(ofName(server, 'ci-build')).toEqual([true, false]);

  await popup.goto(POPUP);
  const before = server.requests.filter(isRevoke).length;
  await rotate(server, popup, 'Until I confirm');
  await popup.asBrowser(END_BACKGROUND);
  await popup.goto(POPUP);
  await popup.press('Review');
  await soon(popup.text).toMatch(/ci-build is being replaced by ci-build 20\d\d-\d\d-\d\d \w{5}\. Both work\./);
  expect(server.requests.filter(isRevoke)).toHaveLength(before);
  await popup.press('I have replaced it');
  await soon(popup.text).toContain('Revoked ci-build');
  expect(ofName(server, 'ci-build')).toEqual([false, false, true]);
});

/** Sets the stored times back, as if that much time had gone by, and has the alarm ring at once. */
const LET_TIME_PASS = `
  const { rotations } = await browser.storage.local.get('rotations');
  for (const { progress } of rotations.value.flatMap(({ parts }) => parts)) progress.handedAt -= given[0];
  await browser.storage.local.set({ rotations });
  await browser.alarms.create('run-rotations', { when: Date.now() });`;

const DUE = `return (await browser.alarms.get('run-rotations')).scheduledTime - Date.now()`;

test('Firefox: after 24 hours the old token is revoked by an alarm, with the popup closed and the background ended', async ({
  server,
  popup,
}) => {
  await rotate(server, popup, 'For 24 hours');
  await soon(async () => Math.abs(Number(await popup.evaluate(DUE)) - DAY)).toBeLessThan(60_000);
  await popup.asBrowser(END_BACKGROUND);
  await popup.evaluate(LET_TIME_PASS, DAY);
  await popup.goto('about:blank');
  await soon(() => ofName(server, 'ci-build')).toEqual([false, true]);
  await popup.goto(POPUP);
  await popup.press('Review');
  await soon(popup.text).toMatch(/ci-build is revoked\. ci-build .* has taken its place\./);
});

test('Firefox: a background that is ended while it rotates leaves the old token alone, and tells what became of the new one', async ({
  server,
  popup,
}) => {
  await popup.press('Actions for ci-build');
  await popup.press('Rotate…');
  server.faults.set('slow', { path: 'HierarchyQuery', seconds: 60 });
  await popup.press('Rotate');
  await soon(() => server.requests.filter(isCreate).length).toBe(1);
  await popup.asBrowser(END_BACKGROUND);
  await soon(popup.text).toContain('interrupted while making the token');
  server.faults.clear();
  await soon(() => ofName(server, 'ci-build').length).toBe(2);
  await popup.goto(POPUP);
  await popup.press('Review');
  await soon(popup.text).toContain('its secret was lost. ci-build works as before');
  await popup.press('Cancel rotation');
  await soon(popup.text).toContain('The rotation of ci-build is cancelled.');
  expect(ofName(server, 'ci-build')).toEqual([true, false]);
  expect(server.requests.filter(isCreate)).toHaveLength(1);
});
