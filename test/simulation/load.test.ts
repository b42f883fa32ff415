import { beforeAll, expect, test } from 'vitest';
import { users } from '../../dev-server/tenant';
import { isProof } from '../thorough';
import { bundleManyWorkers, type Start } from './bundle';
import { expectAgreement, toTheEnd } from './ends';
import { begin, DAY, deletions, endOf, many, readied } from './setting';

// As much as anybody has: `npm run prove:load`. In `npm test` little of it.

const TOKENS = isProof ? 10_000 : 100;
const ORGANIZATIONS = isProof ? 250 : 10;
const HOUR = DAY / 24;
const LONG = 2 ** 31 - 1;

let start: Start;
beforeAll(async () => {
  start = await bundleManyWorkers();
}, 120_000);

test(
  `a revoke-all of ${TOKENS} comes to its end, each revoke sent once`,
  async () => {
    const simulation = readied(start, { names: many(TOKENS) });
    expect(await simulation.ask('tokens.refresh', { hostId: 'services:fabrikam' })).toMatchObject({ ok: true });
    await begin(simulation);
    await toTheEnd(simulation);
    expectAgreement(simulation);
    expect(endOf(simulation)).toBe(`${TOKENS} revoked, 0 failed`);
    expect(deletions(simulation)).toHaveLength(TOKENS);
  },
  LONG,
);

test(
  `${ORGANIZATIONS} organizations are each checked within a day, four requests at a time, and the one that is looked at at once`,
  async () => {
    const names = Array.from({ length: ORGANIZATIONS }, (_, number) => `organization-${number}`);
    const simulation = readied(start, { names: many(40), organizations: names });
    const { clock, service, wire } = simulation;
    const identity = { id: users.normal.id, name: users.normal.name };
    const known = names.map((name) => ({
      id: `services:${name}`,
      kind: 'services',
      name,
      domain: 'dev.azure.com',
      identity,
    }));
    simulation.store('hosts', known);
    simulation.restart();
    await clock.runUntil(() => false, HOUR / 60);
    const asked = clock.now();
    const last = known.at(-1)?.id;
    expect(await simulation.ask('tokens.refresh', { hostId: last })).toMatchObject({ ok: true });
    expect(clock.now() - asked, 'nobody waits for all the others').toBeLessThan(HOUR / 60);
    await clock.runUntil(() => false, DAY);
    const unread = known.filter(({ id }) => !simulation.stored<object | undefined>(`tokens:${id}`));
    expect(unread.map(({ id }) => id)).toEqual([]);
    expect([service.alarms, simulation.warnings]).toEqual([[], []]);
    expect(wire.most).toBeLessThanOrEqual(4);
  },
  LONG,
);
