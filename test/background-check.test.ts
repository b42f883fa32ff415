import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import '../src/background/index';
import { call } from '../src/contract/call';
import { DAY, HOUR, MINUTE } from '../src/core/duration';
import { stored } from '../src/platform/stored';
import browser from './fakes/browser';
import { added, eachOnAServiceOfItsOwn } from './fakes/service';

// What docs/requests.md promises of the time between two looks of the user.
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

const at = eachOnAServiceOfItsOwn();

const lists = () => at.server.requests.filter(({ path }) => /SessionTokens$/i.test(path));
const identities = () => at.server.requests.filter(({ path }) => /connectionData$/i.test(path));
const probes = () => at.server.requests.filter(({ path }) => /tokens\/pats$/i.test(path));

let underWay = 0;

beforeEach(() => {
  underWay = 0;
  const sent = fetch;
  vi.stubGlobal('fetch', (...given: Parameters<typeof fetch>) => {
    underWay += 1;
    return sent(...given).finally(() => {
      underWay -= 1;
    });
  });
});

/** Waits until nothing happens any more: all that the worker waits for, beside the network, comes within one round of events. */
async function idle(): Promise<void> {
  for (let quiet = 0; quiet < 50; quiet++) {
    await new Promise((resolve) => setImmediate(resolve));
    if (underWay > 0) quiet = 0;
  }
}

/** The worker wakes by an alarm. */
async function wake(name: string): Promise<void> {
  await browser.alarms.clear(name);
  browser.alarms.onAlarm.fire({ name });
  await idle();
}

/** Lives through a time with the popup closed: whatever alarm is next wakes the worker. */
async function live(time: number): Promise<void> {
  const end = Date.now() + time;
  for (;;) {
    const [next] = (await browser.alarms.getAll()).toSorted((a, b) => a.scheduledTime - b.scheduledTime);
    if (!next || next.scheduledTime > end) break;
    vi.setSystemTime(Math.max(Date.now(), next.scheduledTime));
    await wake(next.name);
  }
  vi.setSystemTime(end);
}

async function begin(checkEveryHours: 1 | 6 | 24 | null) {
  await call('settings.save', { settings: { ...(await stored.settings.get()), checkEveryHours } });
  const by = await added('fabrikam');
  await call('tokens.refresh', { hostId: by.hostId });
  await idle();
  at.server.requests.length = 0;
  return by;
}

describe('in a week with two organizations', () => {
  test.each([
    [6, 24, 28],
    [24, 6, 7],
  ] as const)(
    'checked every %s hours, each list is read %s to %s times',
    async (hours, least, most) => {
      await begin(hours);
      await live(7 * DAY);
      expect(lists().length).toBeGreaterThanOrEqual(2 * least);
      expect(lists().length).toBeLessThanOrEqual(2 * most + 1); // contoso is read for the first time within the hour
      expect(identities()).toHaveLength(lists().length);
      expect(probes().length).toBeLessThanOrEqual(2 * 8);
      expect(at.server.requests).toHaveLength(lists().length + identities().length + probes().length);
    },
    60_000,
  );

  test('checked only when they are looked at, nothing is asked', async () => {
    await begin(null);
    await live(7 * DAY);
    expect(at.server.requests).toEqual([]);
    expect(await browser.alarms.get('check')).toBeUndefined();
  });

  test('signed out, one question each time is all, and nothing is opened or told', async () => {
    await begin(24);
    at.cookie = '';
    const told = browser.notifications.log.length;
    await live(2 * DAY);
    expect(lists()).toEqual([]);
    expect(identities().length).toBeLessThanOrEqual(5);
    expect(browser.tabs.open).toEqual([]);
    expect(browser.notifications.log.slice(told).every(({ name }) => name.startsWith('reminder'))).toBe(true);
  });
});

test('without a network it is tried again sooner, and more and more seldom', async () => {
  await begin(6);
  at.server.faults.set('reset');
  await live(6.7 * HOUR);
  const tries = identities().length;
  expect(tries).toBeGreaterThan(1);
  await live(12 * HOUR);
  expect(identities().length - tries).toBeLessThan(16);
});

test('after a sleep of days the lists are read at once, four at a time', async () => {
  await begin(6);
  const hosts = await stored.hosts.get();
  await stored.turns.set([]);
  const many = Array.from({ length: 9 }, (_, index) => ({
    ...hosts[0],
    id: `services:many-${index}`,
    name: `many-${index}`,
  }));
  await stored.hosts.set([...hosts, ...many] as typeof hosts);
  await wake('check');
  vi.setSystemTime(Date.now() + 10 * DAY);
  at.server.requests.length = 0;
  browser.alarms.onAlarm.fire({ name: 'check' });
  await wake('check');
  expect(new Set(identities().map(({ path }) => path)).size).toBe(4);
  await live(5 * MINUTE);
  expect(new Set(identities().map(({ path }) => path)).size).toBe(11);
});

test('who looks saves the next check', async () => {
  const { hostId } = await begin(6);
  await live(5 * HOUR);
  await call('tokens.refresh', { hostId });
  await idle();
  at.server.requests.length = 0;
  await live(5 * HOUR);
  expect(lists().filter(({ path }) => path.includes('fabrikam'))).toEqual([]);
});

// Last, because the worker remembers the pause.
test('a server that asks for a pause is left alone until it is over, and longer each time', async () => {
  await begin(1);
  at.server.faults.set('throttled429', { seconds: 50 * 60 });
  while (at.server.requests.length === 0) await live(MINUTE);
  await live(49 * MINUTE);
  expect(at.server.requests).toHaveLength(1);
  await live(2 * DAY);
  expect(at.server.requests.length).toBeLessThan(2 * 7);
});
