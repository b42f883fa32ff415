import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { FaultName } from '../../dev-server/faults';
import { isThorough } from '../thorough';
import { bundleManyWorkers, type Start } from './bundle';
import { expectAgreement, toTheEnd } from './ends';
import { begin, DAY, deletions, journalOf, many, readied } from './setting';
import type { Plan, Simulation } from './world';

/** How many stories are told. */
const SCHEDULES = isThorough ? 10_000 : 25;
/** Each moment, and after it each of the later ones, or as many of them as there is time for. */
const FIRSTS = isThorough ? 1 : 3;
const SECONDS = isThorough ? 1 : 24;

let start: Start;
beforeAll(async () => {
  start = await bundleManyWorkers();
}, 60_000);

/** Runs one plan; where the worker was ended before it began, nothing may have been sent. */
async function runThrough(given: Partial<Plan>): Promise<Simulation> {
  const simulation = readied(start, { names: ['one', 'two', 'three'], ...given });
  const answer = await begin(simulation);
  if (journalOf(simulation) === undefined) {
    expect(answer).toBeUndefined();
    expect(deletions(simulation)).toEqual([]);
    return simulation;
  }
  await toTheEnd(simulation);
  expectAgreement(simulation);
  expect(journalOf(simulation)).toMatchObject({ phase: 'done', summary: { revoked: 3, failed: 0, left: 0 } });
  expect(deletions(simulation).length).toBeLessThanOrEqual(3 * 3);
  return simulation;
}

/** How many effects there are after each of which the worker can be ended. */
async function effectsOf(given: Partial<Plan>): Promise<number> {
  return (await runThrough(given)).world.effects;
}

describe('the worker is ended', () => {
  // All that outlives it is what it has written and what has reached the server, so these are all the moments there are.
  test.each(['lost', 'late'] as const)('at any moment, and what was on its way is %s', async (onTheWay) => {
    const moments = await effectsOf({ onTheWay });
    expect(moments).toBeGreaterThan(20);
    const first = onTheWay === 'lost' ? 1 : 2;
    for (let moment = first; moment <= moments; moment += isThorough ? 1 : 2)
      await runThrough({ killsAfter: [moment], onTheWay });
  });

  test('and within a minute it goes on, though nothing else wakes it', async () => {
    const simulation = readied(start, { names: many(40) });
    await begin(simulation);
    await simulation.clock.runUntil(() => deletions(simulation).length >= 8, DAY);
    for (const name of simulation.alarmNames().filter((each) => each !== 'revoke-all')) simulation.loseAlarm(name);
    simulation.kill();
    await toTheEnd(simulation, 60_000);
    expectAgreement(simulation);
  });

  test('while it is told to go on: within a minute it does, or it is still stopped', async () => {
    const ends: string[] = [];
    for (let moment = 1; moment <= 4; moment++) {
      const simulation = readied(start, { names: many(12) });
      await begin(simulation);
      await simulation.clock.runUntil(() => deletions(simulation).length >= 4, DAY);
      await simulation.ask('revoke-all.stop', {});
      await simulation.clock.runUntil(() => false, 5_000);
      simulation.world.killsAfter.push(simulation.world.effects + moment);
      await simulation.ask('revoke-all.resume', {});
      for (const name of simulation.alarmNames().filter((each) => each !== 'revoke-all')) simulation.loseAlarm(name);
      await toTheEnd(simulation, 60_000);
      ends.push(journalOf(simulation)?.phase ?? 'none');
    }
    expect(new Set(ends)).toEqual(new Set(['stopped', 'done']));
  });

  test('at any two moments', async () => {
    let pairs = 0;
    const moments = await effectsOf({});
    for (let first = 1; first <= moments; first += FIRSTS) {
      const after = await effectsOf({ killsAfter: [first] });
      // Where it begins differs, so that each distance between two moments is among them.
      for (let second = first + 1 + (first % SECONDS); second <= after; second += SECONDS, pairs++) {
        await runThrough({ killsAfter: [first, second], onTheWay: pairs % 2 === 0 ? 'lost' : 'late' });
      }
    }
    expect(pairs).toBeGreaterThan(moments / 10);
  }, 120_000);

  test('and with it the browser: its next start goes on', async () => {
    const simulation = readied(start, { names: many(60) });
    await begin(simulation);
    await simulation.clock.runUntil(() => deletions(simulation).length >= 24, DAY);
    simulation.restart();
    await toTheEnd(simulation, 60_000);
    expectAgreement(simulation);
  });
});

type Trouble = { after: number } & (
  | { fault: FaultName; method: string; seconds: number; times: number }
  | { offlineFor: number }
  | { signIn: 'raisa' | 'normal' }
  | { deed: 'revoke-all.stop' | 'revoke-all.resume' }
  | { restart: true }
);

const after = fc.nat(40);
const trouble: fc.Arbitrary<Trouble> = fc.oneof(
  fc.record({
    after,
    fault: fc.constantFrom<FaultName>('throttled429', 'unavailable503', 'delayed200', 'lostReply', 'reset', 'html200'),
    method: fc.constantFrom('DELETE', 'GET'),
    seconds: fc.constantFrom(1, 15, 70),
    times: fc.integer({ min: 1, max: 6 }),
  }),
  fc.record({
    after,
    fault: fc.constantFrom<FaultName>('error500', 'truncatedJson', 'notFound404', 'forbidden403', 'revokeIgnored'),
    method: fc.constant('DELETE'),
    seconds: fc.constant(0),
    times: fc.integer({ min: 1, max: 6 }),
  }),
  fc.record({ after, offlineFor: fc.integer({ min: 1, max: 200 }) }),
  fc.record({ after, signIn: fc.constantFrom<'raisa' | 'normal'>('raisa', 'normal') }),
  fc.record({
    after,
    deed: fc.constantFrom<'revoke-all.stop' | 'revoke-all.resume'>('revoke-all.stop', 'revoke-all.resume'),
  }),
  fc.record({ after, restart: fc.constant<true>(true) }),
);

/** Lets trouble come over a browser, one after the other. */
async function befall(simulation: Simulation, given: Trouble): Promise<void> {
  const { clock, world, wire, service } = simulation;
  const until = world.effects + given.after;
  await clock.runUntil(() => world.effects >= until || journalOf(simulation)?.phase !== 'running', 100_000);
  if ('fault' in given) service.faults.set(given.fault, given);
  if ('signIn' in given) {
    service.signInAs(given.signIn);
    // Nobody signs out and in again between two requests.
    await clock.runUntil(() => false, 5_000);
  }
  if ('deed' in given) await simulation.ask(given.deed, {});
  if ('restart' in given) simulation.restart();
  if (!('offlineFor' in given)) return;
  wire.online = false;
  await clock.runUntil(() => false, given.offlineFor * 1_000);
  wire.online = true;
}

test(
  'whatever comes over it, and whenever it is ended, it comes to the right end',
  async () => {
    const kills = fc.array(fc.integer({ min: 8, max: 90 }), { maxLength: 6 });
    const story = fc.record({
      count: fc.integer({ min: 1, max: 12 }),
      killsAfter: kills,
      onTheWay: fc.constantFrom<'lost' | 'late'>('lost', 'late'),
      troubles: fc.array(trouble, { maxLength: 5 }),
    });
    await fc.assert(
      fc.asyncProperty(story, async ({ count, killsAfter, onTheWay, troubles }) => {
        const simulation = readied(start, { names: many(count), killsAfter, onTheWay });
        await begin(simulation);
        if (journalOf(simulation) === undefined) {
          expect(deletions(simulation)).toEqual([]);
          return;
        }
        const hasRestart = troubles.some((each) => 'restart' in each);
        for (const each of troubles) await befall(simulation, each);
        simulation.service.faults.clear();
        simulation.service.signInAs('normal');
        // A worker can be ended in the middle of this, too; then the user presses again.
        for (let presses = 0; presses <= killsAfter.length; presses++) {
          if (journalOf(simulation)?.phase === 'stopped') await simulation.ask('revoke-all.resume', {});
          // A browser that lost its alarms, and whose first worker was ended at once, waits for somebody to look at it.
          if (hasRestart) await simulation.ask('revoke-all.continue', {});
          if (hasRestart) await simulation.clock.runUntil(() => false, 100_000);
          else await toTheEnd(simulation);
        }
        await toTheEnd(simulation);
        // A request of a dead worker can arrive after the end was told, and do what was told as failed: trying again settles it.
        if (onTheWay === 'late' && (journalOf(simulation)?.summary?.failed ?? 0) > 0) {
          await simulation.clock.runUntil(() => false, 100_000);
          await simulation.ask('revoke-all.retry', {});
          await toTheEnd(simulation);
        }
        expectAgreement(simulation);
        expect(deletions(simulation).length).toBeLessThanOrEqual(count * 20);
      }),
      { numRuns: SCHEDULES },
    );
  },
  SCHEDULES * 1_000,
);
