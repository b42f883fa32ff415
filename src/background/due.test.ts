import { beforeEach, expect, test } from 'vitest';
import browser from '../../test/fakes/browser';
import { DAY, HOUR, MINUTE } from '../core/duration';
import { CHECK, REMIND } from './alarm-names';
import { isAnythingDue } from './due';

type Values = Record<string, unknown>;

const put = async (area: 'local' | 'session', values: Values) =>
  await browser.storage[area].set(
    Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { v: 1, value }])),
  );

/** A browser in which all is quiet: what the badge shows holds for a day, and the list is read in some hours. */
beforeEach(async () => {
  const now = Date.now();
  browser.reset();
  await put('local', {
    hosts: [{}],
    agenda: { from: now - MINUTE, until: now + DAY },
    turns: [{ at: now + HOUR }],
    settings: { checkEveryHours: 6 },
  });
  await put('session', { started: '0.0.0' });
  await browser.alarms.create(REMIND, { when: now + DAY });
  await browser.alarms.create(CHECK, { when: now + HOUR });
});

test('nothing is due while all is quiet', async () => {
  expect(await isAnythingDue()).toBe(false);
});

const since = (time: number) => Date.now() + time;

test.each<[string, () => Promise<unknown>]>([
  ['a browser that has just started', () => put('session', { started: null })],
  ['another version', () => put('session', { started: '0.0.1' })],
  ['a secret that waits', () => put('session', { minted: [{}] })],
  ['a secret on the clipboard', () => put('session', { copied: {} })],
  ['one on it when the browser was closed', () => put('local', { clipboardDue: since(-DAY) })],
  ['a tab that was opened for a request', () => put('session', { borrowedTabs: [1] })],
  ['a revoke', () => put('local', { revokes: [{}] })],
  ['a rotation', () => put('local', { rotations: [{}] })],
  ['a revoke-all under way', () => put('local', { revocation: { phase: 'revoking' } })],
  ['a look that was begun', () => put('local', { agenda: { from: since(-MINUTE), until: 0 } })],
  ['no agenda', () => put('local', { agenda: null })],
  ['a clock that was set back behind it', () => put('local', { agenda: { from: since(HOUR), until: since(DAY) } })],
  ['an agenda that is over', () => put('local', { agenda: { from: since(-DAY), until: since(-1) } })],
  ['a lost alarm for it', () => browser.alarms.clear(REMIND)],
  ['an alarm that comes after it', () => browser.alarms.create(REMIND, { when: since(DAY + HOUR) })],
  ['a turn that has come', () => put('local', { turns: [{ at: since(-1) }] })],
  ['a turn of before the clock was set back', () => put('local', { turns: [{ at: since(3 * DAY) }] })],
  ['a host without a turn', () => put('local', { hosts: [{}, {}] })],
  ['a lost alarm for the turns', () => browser.alarms.clear(CHECK)],
  ['an alarm for turns that nobody wants', () => put('local', { settings: { checkEveryHours: null } })],
])('due is %s', async (_, change) => {
  await change();
  expect(await isAnythingDue()).toBe(true);
});

test('what cannot be read is due', async () => {
  const { get } = browser.storage.local;
  browser.storage.local.get = () => Promise.reject(new Error('no'));
  expect(await isAnythingDue()).toBe(true);
  browser.storage.local.get = get;
});

test.each(['stopped', 'done'])('a revoke-all that is %s has nothing to do', async (phase) => {
  await put('local', { revocation: { phase } });
  expect(await isAnythingDue()).toBe(false);
});
