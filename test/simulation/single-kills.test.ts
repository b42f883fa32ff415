import { beforeAll, expect, test } from 'vitest';
import { isRevoke } from '../../dev-server/requests';
import { users } from '../../dev-server/tenant';
import type { Copied } from '../../src/core/clipboard';
import { HOUR, MINUTE, SECOND } from '../../src/core/duration';
import type { Entry } from '../../src/core/history';
import type { Intent } from '../../src/core/minting/intent';
import type { Rotation } from '../../src/core/rotation/state';
import { isThorough } from '../thorough';
import { bundleManyWorkers, type Start } from './bundle';
import { readied } from './setting';
import type { Plan, Simulation } from './world';

let start: Start;
beforeAll(async () => {
  start = await bundleManyWorkers();
}, 60_000);

/** One token is revoked, and three minutes go by; answers whether the press was written down before the worker was ended. */
async function revokeOne(plan: Partial<Plan>): Promise<{ simulation: Simulation; wasNoted: boolean }> {
  const simulation = readied(start, { names: ['one'], ...plan });
  const [tokenId] = simulation.service.ids;
  await simulation.ask('tokens.refresh', { hostId: 'services:fabrikam' });
  await simulation.ask('tokens.revoke', { hostId: 'services:fabrikam', identityId: users.normal.id, tokenId });
  const wasNoted = simulation.stored<unknown[] | undefined>('revokes') !== undefined;
  await simulation.clock.runUntil(() => false, 180_000);
  return { simulation, wasNoted };
}

/** A revoke that was written down is done, and told once. */
async function isTold(plan: Partial<Plan>): Promise<void> {
  const { simulation, wasNoted } = await revokeOne(plan);
  const history = simulation.stored<Entry[] | undefined>('history') ?? [];
  const told = history.map(({ deed, outcome }) => `${deed}: ${outcome}`);
  const ofWhich = `ended after ${plan.killsAfter}`;
  expect(simulation.service.works(simulation.service.ids[0] ?? ''), ofWhich).toBe(!wasNoted);
  expect(told, ofWhich).toEqual(wasNoted ? ['revoked: done'] : []);
}

/** Each moment is tried with what was on its way lost, and each other one with that late. */
const EVERY_OTHER = { lost: 1, late: isThorough ? 1 : 2 };

type Kept = { token: { id: string } };

/**
 * A token is minted, and three minutes go by: one whose secret waits for a popup is told once, and one that nobody has is found.
 * After ten more no secret waits. Answers after how many effects the worker can be ended before them.
 */
async function mintOne(plan: Partial<Plan>): Promise<number> {
  const simulation = readied(start, { names: [], ...plan });
  const hostId = 'services:fabrikam';
  await simulation.ask('tokens.refresh', { hostId });
  await simulation.ask('tokens.mint', { hostId, identityId: users.normal.id, purpose: 'push' });
  const kept = (simulation.stored<Kept[] | undefined>('minted', 'session') ?? []).map(({ token }) => token.id);
  await simulation.clock.runUntil(() => false, 180_000);
  await simulation.ask('tokens.refresh', { hostId });
  const ofWhich = `ended after ${plan.killsAfter}`;
  const history = simulation.stored<Entry[] | undefined>('history') ?? [];
  expect(
    history.flatMap(({ deed, tokenId, outcome }) => (outcome === 'done' && deed === 'made' ? tokenId : [])),
    ofWhich,
  ).toEqual(kept);
  const made = simulation.service.ledger.ofUser(users.normal.id).map(({ token }) => token.authorizationId);
  const intents = simulation.stored<Intent[] | undefined>('intents') ?? [];
  expect([...kept, ...intents.flatMap(({ strayIds }) => strayIds)], ofWhich).toEqual(made);
  const { effects } = simulation.world;
  await simulation.clock.runUntil(() => false, 10 * MINUTE);
  expect(simulation.stored<Kept[] | undefined>('minted', 'session') ?? [], ofWhich).toEqual([]);
  return effects;
}

test.each(['lost', 'late'] as const)(
  'a token that is minted is told once, or found, at whatever moment the worker is ended, and what was on its way is %s',
  async (onTheWay) => {
    const effects = await mintOne({ onTheWay });
    expect(effects).toBeGreaterThan(8);
    for (let moment = 1; moment <= effects; moment += EVERY_OTHER[onTheWay])
      await mintOne({ killsAfter: [moment], onTheWay });
  },
);

/** The worker is ended at each moment of a deed, and nobody asks anything after it; `isOver`: what it left in memory is dealt with. */
async function leftAlone(name: string, input: object, isOver: (simulation: Simulation) => boolean): Promise<void> {
  let isWithin = true;
  for (let moment = 1; isWithin; moment++) {
    const simulation = readied(start, { names: [] });
    await simulation.ask('tokens.refresh', { hostId: 'services:fabrikam' });
    simulation.world.killsAfter.push(simulation.world.effects + moment);
    await simulation.ask(name, input);
    await simulation.clock.runUntil(() => false, SECOND);
    isWithin = simulation.world.kills > 0;
    await simulation.clock.runUntil(() => false, 10 * MINUTE);
    if (isWithin) expect(isOver(simulation), `ended after ${moment}`).toBe(true);
    else expect(moment, 'moments').toBeGreaterThan(3);
  }
}

test('the secret of a new token is forgotten in time, at whatever moment the worker is ended, and whether anybody comes back or not', async () => {
  const isForgotten = ({ stored }: Simulation) => (stored<Kept[] | undefined>('minted', 'session') ?? []).length === 0;
  const by = { hostId: 'services:fabrikam', identityId: users.normal.id };
  await leftAlone('tokens.mint', { ...by, purpose: 'push' }, isForgotten);
});

test('a token whose secret session memory refuses is handed over, or found, at whatever moment the worker is ended', async () => {
  let isWithin = true;
  for (let moment = 1; isWithin; moment++) {
    const simulation = readied(start, { names: [] });
    const { world, service } = simulation;
    const hostId = 'services:fabrikam';
    await simulation.ask('tokens.refresh', { hostId });
    Object.assign(world, { rejects: 'session.set', killsAfter: [world.effects + moment] });
    const answer = await simulation.ask('tokens.mint', { hostId, identityId: users.normal.id, purpose: 'push' });
    await simulation.clock.runUntil(() => false, SECOND);
    isWithin = world.kills > 0;
    world.rejects = '';
    await simulation.clock.runUntil(() => false, 10 * MINUTE);
    await simulation.ask('tokens.refresh', { hostId });
    const handed = answer ? [(answer.value as Kept).token.id] : [];
    const found = (simulation.stored<Intent[] | undefined>('intents') ?? []).flatMap(({ strayIds }) => strayIds);
    const made = service.ledger.ofUser(users.normal.id).map(({ token }) => token.authorizationId);
    expect(new Set([...handed, ...found]), `ended after ${moment}`).toEqual(new Set(made));
    if (!isWithin)
      expect({ made: made.length, found, moments: moment > 3 }).toEqual({ made: 1, found: [], moments: true });
  }
});

test('a copy is cleared in time, or known to be there, at whatever moment the worker is ended', async () => {
  const isSettled = ({ stored }: Simulation) =>
    stored<Copied | null | undefined>('copied', 'session')?.failed !== false;
  await leftAlone('clipboard.note', { digest: '', of: '' }, isSettled);
});

test('a revoke that is pressed while its organization is removed is done, or refused', async () => {
  for (let later = 0; later < 60; later++) {
    const simulation = readied(start, { names: ['one'] });
    const [hostId, tokenId = ''] = ['services:fabrikam', ...simulation.service.ids];
    await simulation.ask('tokens.refresh', { hostId });
    simulation.post('hosts.remove', { hostId });
    await simulation.clock.runUntil(() => false, later);
    const asked = simulation.post('tokens.revoke', { hostId, identityId: users.normal.id, tokenId });
    await simulation.clock.runUntil(() => false, 180_000);
    expect(asked.answer?.ok, `${later} ms later`).toBe(!simulation.service.works(tokenId));
  }
});

/** What else is pressed right after it. */
type Beside = 'nothing else' | 'cancelled' | 'tokens.revoke';

/** A token is rotated, and the worker may be ended at a moment after somebody says that the new one, or the old one, is to go. */
async function rotateOne(
  by: 'confirmed' | 'cancelled',
  { killsAfter = [], ...plan }: Partial<Plan>,
  beside: Beside = 'nothing else',
) {
  const simulation = readied(start, { names: ['one'], ...plan });
  const [hostId, tokenId = ''] = ['services:fabrikam', ...simulation.service.ids];
  const on = { hostId, identityId: users.normal.id };
  await simulation.ask('tokens.refresh', { hostId });
  const made = await simulation.ask('rotations.start', {
    ...{ ...on, tokenId, keep: 'until-confirmed', lifetime: { days: 30 }, on: [on] },
  });
  const { id: newId } = (made as { value: Kept }).value.token;
  await simulation.ask('rotations.handed', { hostId, tokenId: newId });
  await simulation.clock.runUntil(() => false, SECOND);
  const [rotation] = simulation.stored<Rotation[]>('rotations');
  const before = simulation.world.effects;
  simulation.world.killsAfter.push(...killsAfter.map((moment) => before + moment));
  const ends = simulation.post('rotations.end', { ...on, rotationId: rotation?.id, by });
  if (beside === 'cancelled') {
    // While the revoke is on its way, if the worker is not ended before that.
    await simulation.clock.runUntil(() => ends.hasEnded || simulation.service.requests.some(isRevoke), SECOND);
    simulation.post('rotations.end', { ...on, rotationId: rotation?.id, by: beside });
  } else if (beside === 'tokens.revoke')
    simulation.post(beside, { ...on, tokenId: by === 'confirmed' ? tokenId : newId });
  await simulation.clock.runUntil(() => ends.hasEnded, 120 * SECOND);
  const wasNoted = simulation.stored<Rotation[]>('rotations')[0]?.stage.state !== 'open';
  await simulation.clock.runUntil(() => false, 15 * 60 * SECOND);
  const [goes, stays] = by === 'confirmed' ? [tokenId, newId] : [newId, tokenId];
  return { simulation, moments: simulation.world.effects - before, wasNoted, goes, stays, old: tokenId };
}

/** Each moment, or each third: another one for each. */
const EVERY = isThorough ? 1 : 3;

test.each([
  ['confirmed', 'lost', 'rotated: done', 1],
  ['confirmed', 'late', 'rotated: done', 2],
  ['cancelled', 'lost', 'rotated: failed', 3],
  ['cancelled', 'late', 'rotated: failed', 2],
] as const)(
  'a rotation that is %s tells its revoke and its end once, at whatever moment the worker is ended, and what was on its way is %s',
  async (by, onTheWay, end, first) => {
    const { moments } = await rotateOne(by, { onTheWay });
    expect(moments).toBeGreaterThan(8);
    for (let moment = EVERY === 1 ? 1 : first; moment <= moments; moment += EVERY) {
      const { simulation, wasNoted, goes, stays, old } = await rotateOne(by, { onTheWay, killsAfter: [moment] });
      const told = simulation.stored<Entry[]>('history').filter(({ deed }) => deed !== 'made');
      const words = told.map(({ deed, outcome, tokenId }) => `${tokenId} ${deed}: ${outcome}`);
      const { works } = simulation.service;
      expect([works(goes), works(stays)], `ended after ${moment}`).toEqual([!wasNoted, true]);
      const both = [`${goes} revoked: done`, `${old} ${end}`];
      expect(words.toSorted(), `ended after ${moment}`).toEqual(wasNoted ? both.toSorted() : []);
    }
  },
);

test.each([
  ['confirmed', 'cancelled', 'lost', 1],
  ['confirmed', 'cancelled', 'late', 4],
  ['confirmed', 'tokens.revoke', 'late', 7],
  ['cancelled', 'tokens.revoke', 'lost', 10],
] as const)(
  'what is revoked is told once where a rotation is %s and %s comes beside it, and what was on its way is %s',
  async (by, beside, onTheWay, first) => {
    const { moments } = await rotateOne(by, { onTheWay }, beside);
    for (let moment = isThorough ? 1 : first; moment <= moments; moment += isThorough ? 1 : 12) {
      const { simulation, goes, stays } = await rotateOne(by, { onTheWay, killsAfter: [moment] }, beside);
      const done = simulation
        .stored<Entry[]>('history')
        .filter((each) => each.deed === 'revoked' && each.outcome === 'done');
      const times = [goes, stays].map((id) => done.filter(({ tokenId }) => tokenId === id).length);
      const { works } = simulation.service;
      expect(times, `ended after ${moment}`).toEqual([goes, stays].map((id) => (works(id) ? 0 : 1)));
    }
  },
);

/** After each moment each of the later ones, or as many of them as there is time for. */
const [FIRSTS, SECONDS] = isThorough ? [1, 1] : [6, 4];
/** What a worker that goes on does more. */
const MORE = 4;

test.each(['lost', 'late'] as const)(
  'a revoke is done and told once, at whatever moment the worker is ended, and what was on its way is %s',
  async (onTheWay) => {
    const { simulation } = await revokeOne({ onTheWay });
    const moments = simulation.world.effects;
    expect(moments).toBeGreaterThan(8);
    for (let first = 1; first <= moments; first += EVERY_OTHER[onTheWay])
      await isTold({ killsAfter: [first], onTheWay });
    for (let first = onTheWay === 'lost' ? 1 : 3; first <= moments; first += FIRSTS)
      for (let second = first + 1; second <= moments + MORE; second += SECONDS)
        await isTold({ killsAfter: [first, second], onTheWay });
  },
);

test('an answer that does not come is given up before the browser ends the worker for waiting, after 30 seconds', async () => {
  const { clock, post, wire } = readied(start, { names: [] });
  wire.oneWay = HOUR;
  const asked = post('tokens.refresh', { hostId: 'services:fabrikam' });
  expect(await clock.runUntil(() => asked.hasEnded, 30 * SECOND)).toBe(true);
  expect(asked.answer).toMatchObject({ ok: false, failure: { kind: 'timeout' } });
});
