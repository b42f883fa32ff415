import { beforeAll, expect, test } from 'vitest';
import { bundleWorker, type Start } from './bundle';
import { toTheEnd } from './ends';
import { begin, DAY, many, readied } from './setting';
import type { Simulation } from './world';

let start: Start;
beforeAll(async () => {
  start = await bundleWorker();
}, 120_000);

const HOUR = DAY / 24;

/** A browser in which a list was read and nothing is under way, a moment after its worker was ended. */
async function settled(): Promise<Simulation> {
  const simulation = readied(start, { names: many(3) });
  simulation.store('settings', { showNamesInNotifications: false });
  await simulation.ask('tokens.refresh', { hostId: 'services:fabrikam' });
  await simulation.clock.runUntil(() => false, HOUR / 60);
  simulation.kill();
  return simulation;
}

/** What a worker that starts now asks of storage until it rests. */
async function startOf(simulation: Simulation) {
  simulation.world.calls = [];
  simulation.wake();
  await simulation.clock.runUntil(() => false, HOUR / 60);
  return simulation.world.calls;
}

const LOOK = ['alarms.get', 'alarms.get', 'local.get', 'session.get'];
const isLookAlone = (calls: string[]) => JSON.stringify(calls.toSorted()) === JSON.stringify(LOOK);

/** What zod leaves where it was evaluated: no schema can be made without it. */
const trace = globalThis as { __zod_globalConfig?: unknown };

test('a start with nothing due reads once from each area, makes no schema and writes nothing', async () => {
  const simulation = await settled();
  delete trace.__zod_globalConfig;
  expect((await startOf(simulation)).toSorted()).toEqual(LOOK);
  expect(trace.__zod_globalConfig).toBe(undefined);
  expect(simulation.warnings).toEqual([]);
});

test('the first message after it makes what it needs, and is answered', async () => {
  const simulation = await settled();
  expect(await simulation.ask('tokens.refresh', { hostId: 'services:fabrikam' })).toMatchObject({ ok: true });
  expect(trace.__zod_globalConfig).not.toBe(undefined);
});

test('the origin that a worker had set for its requests, and left, is gone before the next one answers', async () => {
  const simulation = await settled();
  simulation.rules.set(1, { id: 1, condition: { urlFilter: '|https://dev.azure.com/' } } as never); // of no matter else
  await simulation.ask('hosts.choose', { hostId: 'services:fabrikam' });
  expect([...simulation.rules.keys()]).toEqual([]);
});

test('a start within a revoke-all goes on with it', async () => {
  const simulation = await settled();
  await simulation.ask('tokens.refresh', { hostId: 'services:fabrikam' });
  await begin(simulation);
  simulation.kill();
  simulation.wake();
  await toTheEnd(simulation, HOUR / 60);
  expect(simulation.service.ids.filter(simulation.service.works)).toEqual([]);
});

type Spoil = (simulation: Simulation) => unknown;
const value = (simulation: Simulation, key: string) => simulation.stored<Record<string, unknown>>(key);
const put =
  (key: string, stored: unknown): Spoil =>
  (simulation) =>
    simulation.store(key, stored);

test.each<[string, Spoil]>([
  ['the browser was started anew', ({ forgetSession }) => forgetSession()],
  ['an older version had begun this session', ({ store }) => store('started', 'older', 'session')],
  ['a secret waits', ({ store }) => store('minted', [{}], 'session')],
  ['a secret is on the clipboard', ({ store }) => store('copied', { clearsAt: 1 }, 'session')],
  ['a secret was on the clipboard', put('clipboardDue', 1)],
  ['a tab was left open', ({ store }) => store('borrowedTabs', [1_000], 'session')],
  ['a revoke waits', put('revokes', [{}])],
  ['a rotation is open', put('rotations', [{}])],
  ['a revoke-all is running', put('revocation', { phase: 'running' })],
  ['a revoke-all cannot be read', put('revocation', 7)],
  ['there is no agenda', put('agenda', null)],
  ['the agenda is damaged', put('agenda', { from: 'once' })],
  [
    'the clock was set back',
    (simulation) => simulation.store('agenda', { ...value(simulation, 'agenda'), from: simulation.clock.now() + DAY }),
  ],
  ['the agenda is over', (simulation) => simulation.store('agenda', { ...value(simulation, 'agenda'), until: 1 })],
  ['its alarm is lost', ({ loseAlarm }) => loseAlarm('remind')],
  ['the alarm for the next list is lost', ({ loseAlarm }) => loseAlarm('check')],
  ['a host has no turn', put('turns', [])],
  ['a turn is due', put('turns', [{ hostId: 'services:fabrikam', at: 1, failures: 0 }])],
  ['a turn is damaged', put('turns', [{ hostId: 'services:fabrikam' }])],
  [
    'a turn is later than any can be',
    (simulation) =>
      simulation.store('turns', [{ hostId: 'services:fabrikam', at: simulation.clock.now() + 9 * DAY, failures: 0 }]),
  ],
  ['lists are not to be read, and an alarm is set', put('settings', { checkEveryHours: null })],
  [
    'the browser does not answer',
    ({ world }) => {
      world.rejects = 'alarms.get';
    },
  ],
])('a start does every job where %s', async (_, spoil) => {
  const simulation = await settled();
  spoil(simulation);
  expect(isLookAlone(await startOf(simulation))).toBe(false);
});
