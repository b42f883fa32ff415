import { beforeAll, describe, expect, test } from 'vitest';
import type { FaultName } from '../../dev-server/faults';
import { seedToken } from '../../dev-server/seed';
import { organizations, users } from '../../dev-server/tenant';
import type { Entry } from '../../src/core/history';
import type { Kept } from '../../src/core/kept';
import { DEFAULT_SETTINGS } from '../../src/core/settings';
import { isThorough } from '../thorough';
import { bundleManyWorkers, type Start } from './bundle';
import { expectAgreement, toTheEnd } from './ends';
import { begin, DAY, deletions, endOf, entriesOf, journalOf, many, placed, readied } from './setting';
import type { Simulation } from './world';

const THREE = ['one', 'two', 'three'];

let start: Start;
beforeAll(async () => {
  start = await bundleManyWorkers();
}, 60_000);

const faulty: [FaultName, object, string][] = [
  ['throttled429', { seconds: 40, times: 3 }, '3 revoked, 0 failed'],
  ['unavailable503', { seconds: 40, times: 2 }, '3 revoked, 0 failed'],
  ['delayed200', { seconds: 40, times: 2 }, '3 revoked, 0 failed'],
  ['lostReply', {}, '3 revoked, 0 failed'],
  ['reset', { times: 4 }, '3 revoked, 0 failed'],
  ['reset', {}, '0 revoked, 3 failed: offline'],
  ['error500', { times: 2 }, '3 revoked, 0 failed'],
  ['error500', {}, '0 revoked, 3 failed: unexpected'],
  ['html200', {}, '0 revoked, 3 failed: signed-out'],
  ['notFound404', {}, '0 revoked, 3 failed: not-found'],
  ['forbidden403', { bare: true }, '0 revoked, 3 failed: refused'],
  ['forbidden403', {}, '0 revoked, 3 failed: forbidden'],
  ['gateway403', {}, '0 revoked, 3 failed: refused'],
  ['originRefused403', {}, '3 revoked, 0 failed'],
  ['conditionalAccess', {}, '0 revoked, 3 failed: policy'],
  ['revokeIgnored', {}, '0 revoked, 3 failed: still-active'],
  ['revokeIgnored', { times: 3 }, '3 revoked, 0 failed'],
  ['truncatedJson', {}, '3 revoked, 0 failed'],
];

describe('a server that answers a revoke with', () => {
  test.each(faulty)('%s %j: in the end %s', async (fault, options, end) => {
    const simulation = readied(start, { names: THREE });
    await begin(simulation);
    simulation.service.faults.set(fault, { method: 'DELETE', ...options });
    await toTheEnd(simulation);
    expectAgreement(simulation);
    expect(endOf(simulation)).toBe(end);
    simulation.service.faults.clear();
    await simulation.ask('revoke-all.retry', {});
    await toTheEnd(simulation);
    expect(endOf(simulation)).toBe('3 revoked, 0 failed');
  });

  test('many errors is not asked for each of many tokens', async () => {
    const simulation = readied(start, { names: many(200) });
    await begin(simulation);
    simulation.service.faults.set('error500', { method: 'DELETE' });
    await toTheEnd(simulation);
    expectAgreement(simulation);
    expect(endOf(simulation)).toBe('0 revoked, 200 failed: unexpected, given-up');
    expect(deletions(simulation).length).toBeLessThanOrEqual(16);
  });

  test.each(['throttled429', 'unavailable503', 'delayed200'] as const)(
    '%s is not asked before its time, whenever the worker is ended after it has heard that',
    async (fault) => {
      for (let later = 0; later < 6; later += isThorough ? 1 : 3) {
        const simulation = readied(start, { names: THREE });
        const { requests, faults } = simulation.service;
        await begin(simulation);
        faults.set(fault, { method: 'DELETE', seconds: 70, times: 1 });
        const isNoted = () => (journalOf(simulation)?.hosts[0]?.pausedUntil ?? 0) > simulation.clock.now() + 60_000;
        expect(await simulation.clock.runUntil(isNoted, DAY)).toBe(true);
        await simulation.clock.runUntil(() => false, later * 20);
        simulation.kill();
        await toTheEnd(simulation);
        expectAgreement(simulation);
        const asked = requests.find((request) => request.faults.length > 0)?.at ?? 0;
        // What was on its way already comes within these 100 ms.
        expect(requests.filter(({ at }) => at > asked + 100 && at < asked + 70_000)).toEqual([]);
      }
    },
  );
});

test('a pause that a server asked the worker before for is kept by a list that somebody looks at, too', async () => {
  const simulation = readied(start, { names: THREE });
  const { requests, faults } = simulation.service;
  await begin(simulation);
  faults.set('throttled429', { method: 'DELETE', seconds: 300, times: 1 });
  const isNoted = () => (journalOf(simulation)?.hosts[0]?.pausedUntil ?? 0) > simulation.clock.now() + 60_000;
  expect(await simulation.clock.runUntil(isNoted, DAY)).toBe(true);
  await simulation.clock.runUntil(() => false, 1_000);
  simulation.kill();
  simulation.wake();
  await simulation.clock.runUntil(() => false, 1_000);
  const before = requests.length;
  const read = await simulation.ask('tokens.refresh', { hostId: placed([''])[0]?.hostId });
  expect(read).toMatchObject({ ok: false, failure: { kind: 'throttled' } });
  expect(requests).toHaveLength(before);
  await toTheEnd(simulation);
  expectAgreement(simulation);
});

describe('the network is lost', () => {
  test.each([5, 400])('for %i seconds: it goes on within a minute', async (seconds) => {
    const simulation = readied(start, { names: many(40) });
    await begin(simulation);
    await simulation.clock.runUntil(() => deletions(simulation).length >= 12, DAY);
    simulation.wire.online = false;
    await simulation.clock.runUntil(() => false, seconds * 1_000);
    expect(journalOf(simulation)).toMatchObject({ phase: 'running', hosts: [{ trouble: { kind: 'offline' } }] });
    simulation.wire.online = true;
    await toTheEnd(simulation, 60_000);
    expectAgreement(simulation);
    expect(endOf(simulation)).toBe('40 revoked, 0 failed');
  });
});

/** What is waited for and passes by nothing of ours, and how it passes. */
const lasting: Record<string, [begins: (simulation: Simulation) => void, ends: (simulation: Simulation) => void]> = {
  'leave to reach the host': [({ allow }) => allow(false), ({ allow }) => allow(true)],
  'the network': [
    ({ wire }) => Object.assign(wire, { online: false }),
    ({ wire }) => Object.assign(wire, { online: true }),
  ],
  'somebody to sign in': [({ service }) => service.faults.set('signedOut401'), ({ service }) => service.faults.clear()],
  'a server that asks for pauses': [
    ({ service }) => service.faults.set('throttled429', { seconds: 70 }),
    ({ service }) => service.faults.clear(),
  ],
};

describe.each(Object.entries(lasting))('for hours it waits for %s', (what, [begins, ends]) => {
  async function waiting(hours: number, count = 3): Promise<Simulation> {
    const simulation = readied(start, { names: many(count) });
    await begin(simulation);
    await simulation.clock.runUntil(() => deletions(simulation).length >= 3, DAY);
    begins(simulation);
    await simulation.clock.runUntil(() => false, (hours * DAY) / 24);
    const hasJustAsked = () => (journalOf(simulation)?.hosts[0]?.pausedUntil ?? 0) > simulation.clock.now() + 290_000;
    await simulation.clock.runUntil(hasJustAsked, DAY);
    expect(journalOf(simulation)).toMatchObject({ phase: 'running', hosts: [{ trouble: expect.anything() }] });
    return simulation;
  }

  test.each([
    ['last list', 3],
    ['next revoke', 40],
  ])('for its %s, and wakes the worker the more rarely the longer that lasts', async (_, count) => {
    const { clock, world } = await waiting(4, count);
    const before = world.calls.length;
    await clock.runUntil(() => false, DAY / 24);
    // Each half minute it was some 8,500.
    const most = what === 'leave to reach the host' ? 500 : what === 'somebody to sign in' ? 1_000 : 2_500;
    expect(world.calls.length - before).toBeLessThan(most);
  });

  test('and goes on by itself once that is over', async () => {
    const simulation = await waiting(1);
    ends(simulation);
    await toTheEnd(
      simulation,
      what === 'leave to reach the host' ? 10_000 : what === 'somebody to sign in' ? 1_900_000 : 310_000,
    );
    expectAgreement(simulation);
  });

  test.each<[string, (simulation: Simulation) => unknown]>([
    ['the browser is started', ({ restart }) => restart()],
    ['somebody looks at it', ({ ask }) => ask('revoke-all.again', {})],
    ['a list is read', ({ ask }) => ask('tokens.refresh', { hostId: placed([''])[0]?.hostId })],
  ])('and goes on at once when %s', async (_, happens) => {
    const simulation = await waiting(1);
    const { clock, wire, service, world } = simulation;
    // Nothing tells the worker of it.
    Object.assign(world, { isAllowed: true });
    Object.assign(wire, { online: true });
    service.faults.clear();
    await clock.runUntil(() => false, 71_000); // the last pause that a server asked for is over then
    expect(journalOf(simulation)?.phase, 'it waits').toBe('running');
    await happens(simulation);
    await toTheEnd(simulation, 10_000);
    expectAgreement(simulation);
  });
});

test('somebody who has signed in is not made to wait for the end of a wait of seconds, either', async () => {
  const simulation = readied(start, { names: THREE });
  const { service, clock } = simulation;
  await begin(simulation);
  await clock.runUntil(() => deletions(simulation).length >= 3, DAY);
  service.faults.set('signedOut401');
  const isLongWait = () => (journalOf(simulation)?.hosts[0]?.pausedUntil ?? 0) > clock.now() + 15_000;
  expect(await clock.runUntil(isLongWait, DAY)).toBe(true);
  service.faults.clear();
  await simulation.ask('revoke-all.again', {});
  await toTheEnd(simulation, 8_000);
  expectAgreement(simulation);
});

test('a host that asks for an hour is not asked before, whatever is seen meanwhile', async () => {
  const simulation = readied(start, { names: many(60) });
  const { service, clock, allow } = simulation;
  await begin(simulation);
  await clock.runUntil(() => deletions(simulation).length >= 8, DAY);
  service.faults.set('unavailable503', { method: 'GET', seconds: 3_000, times: 1 });
  await clock.runUntil(() => journalOf(simulation)?.hosts[0]?.trouble?.kind === 'throttled', DAY);
  await clock.runUntil(() => false, 1_000);
  const asked = service.requests.length;
  allow(false);
  for (const happens of [() => allow(true), () => simulation.ask('revoke-all.again', {}), simulation.restart]) {
    await happens();
    await clock.runUntil(() => false, 600_000);
  }
  expect(service.requests).toHaveLength(asked);
  await toTheEnd(simulation);
  expectAgreement(simulation);
});

test('where no disk takes what comes next, nobody is asked all day long, and it goes on when one does', async () => {
  const simulation = readied(start, { names: many(60) });
  const { service, clock, world } = simulation;
  await begin(simulation);
  await clock.runUntil(() => deletions(simulation).length >= 8, DAY);
  world.rejects = 'local.set';
  const before = service.requests.length;
  await clock.runUntil(() => false, 6 * 3_600_000);
  // Each half minute it was some 720.
  expect(service.requests.length - before).toBeLessThan(30);
  world.rejects = '';
  await toTheEnd(simulation, 3_700_000);
  expectAgreement(simulation);
});

test('after a night of sleep it goes on as soon as the network is there, which comes a moment later', async () => {
  const simulation = readied(start, { names: THREE });
  const { wire, clock } = simulation;
  await begin(simulation);
  wire.online = false;
  await clock.runUntil(() => false, 3_600_000);
  clock.sleep(8 * 3_600_000);
  await clock.runUntil(() => false, 10_000);
  wire.online = true;
  await toTheEnd(simulation, 30_000);
  expectAgreement(simulation);
});

describe('another account signs in', () => {
  test('at any moment: nothing is sent after it was seen, and the rest is left', async () => {
    for (let moment = 12; moment < 28; moment += isThorough ? 1 : 3) {
      const simulation = readied(start, { names: THREE });
      await begin(simulation);
      await simulation.clock.runUntil(() => simulation.world.effects >= moment, DAY);
      simulation.service.signInAs('raisa');
      await toTheEnd(simulation);
      if (journalOf(simulation)?.phase === 'done') continue; // the last list was read already
      expect(journalOf(simulation)).toMatchObject({ phase: 'stopped', stoppedBy: { found: 'Raisa Pokrovskaya' } });
      const sent = deletions(simulation).length;
      await simulation.clock.runUntil(() => false, DAY);
      expect(deletions(simulation), 'nothing more').toHaveLength(sent);
      await simulation.ask('revoke-all.resume', {});
      await toTheEnd(simulation);
      expect(deletions(simulation), 'nothing more').toHaveLength(sent);
      simulation.service.signInAs('normal');
      await simulation.ask('revoke-all.resume', {});
      await toTheEnd(simulation);
      expectAgreement(simulation);
      expect(endOf(simulation)).toBe('3 revoked, 0 failed');
    }
  });

  test('while a revoke waits for its place behind other requests: it is not sent', async () => {
    const simulation = readied(start, { names: many(30) });
    const { clock, wire, service } = simulation;
    await begin(simulation);
    await clock.runUntil(() => deletions(simulation).length >= 8, DAY);
    wire.oneWay = 3_000;
    for (const address of ['one', 'two', 'three', 'four']) simulation.post('hosts.add', { address });
    await clock.runUntil(() => false, 500);
    const sent = deletions(simulation).length;
    expect(sent, 'it waits').toBeLessThan(30);
    service.signInAs('raisa');
    wire.oneWay = 25;
    await toTheEnd(simulation);
    expect(journalOf(simulation)).toMatchObject({ phase: 'stopped', stoppedBy: { found: 'Raisa Pokrovskaya' } });
    expect(deletions(simulation)).toHaveLength(sent);
  });

  test('while the last list is read: its list proves nothing', async () => {
    const simulation = readied(start, { names: THREE });
    const { faults } = simulation.service;
    await begin(simulation);
    faults.set('revokeIgnored', { method: 'DELETE' });
    await simulation.clock.runUntil(() => deletions(simulation).length >= 3, DAY);
    faults.set('identitySwitch', { path: /\/(SessionTokens|pats)\b/i, method: 'GET', times: 1 });
    await toTheEnd(simulation);
    expect(journalOf(simulation)).toMatchObject({ phase: 'stopped', stoppedBy: { found: 'Raisa Pokrovskaya' } });
  });

  test('is not asked for more than what was on its way', async () => {
    const simulation = readied(start, { names: many(60) });
    await begin(simulation);
    await simulation.clock.runUntil(() => deletions(simulation).length >= 10, DAY);
    simulation.service.signInAs('raisa');
    const before = deletions(simulation).length;
    await toTheEnd(simulation);
    expect(deletions(simulation).length - before).toBeLessThanOrEqual(8);
  });

  test('signed out is waited for', async () => {
    const simulation = readied(start, { names: THREE });
    await begin(simulation);
    simulation.service.faults.set('signedOut401');
    await simulation.clock.runUntil(() => false, 300_000);
    expect(journalOf(simulation)).toMatchObject({ phase: 'running', hosts: [{ trouble: { kind: 'signed-out' } }] });
    simulation.service.faults.clear();
    await toTheEnd(simulation, 60_000);
    expectAgreement(simulation);
  });
});

describe('the user', () => {
  const refused = (reason: string) => ({ ok: false, failure: { kind: 'invalid', field: 'revoke-all', reason } });

  test.each([
    ['the wrong word', { typed: 'Fabrikam' }, 'word'],
    ['no word', { typed: '' }, 'word'],
    ['the words for all of several', { typed: 'all organizations' }, 'word'],
    ['nothing to revoke', { tokens: [] }, 'empty'],
    ['a token that is not there', { tokens: placed(['00000000-1111-4222-8333-444444444444']) }, 'changed'],
  ])('confirms with %s: nothing is sent', async (_, change, reason) => {
    const simulation = readied(start, { names: THREE });
    expect(await begin(simulation, change)).toMatchObject(refused(reason));
    await simulation.clock.runUntil(() => false, DAY);
    expect(deletions(simulation)).toEqual([]);
  });

  test('confirms as somebody else: nothing is sent', async () => {
    const simulation = readied(start, { names: THREE });
    simulation.service.signInAs('raisa');
    expect(await begin(simulation)).toMatchObject({ ok: false, failure: { kind: 'wrong-identity' } });
    expect(deletions(simulation)).toEqual([]);
  });

  test('confirms a list that cannot be read whole: nothing is sent', async () => {
    const simulation = readied(start, { names: THREE });
    simulation.service.ledger.add(seedToken('odd', { authorizationId: 'not an id' }));
    expect(await begin(simulation)).toMatchObject(refused('incomplete'));
    expect(deletions(simulation)).toEqual([]);
  });

  test('stops where the last list cannot be read whole: it proves nothing', async () => {
    const simulation = readied(start, { names: THREE });
    await begin(simulation);
    simulation.service.ledger.add(seedToken('odd', { authorizationId: 'not an id' }));
    await simulation.clock.runUntil(() => false, DAY / 24);
    expect(journalOf(simulation)).toMatchObject({ phase: 'stopped', summary: null, stoppedBy: { kind: 'misfit' } });
  });

  test('wants one never to be revoked: it cannot be', async () => {
    const simulation = readied(start, { names: THREE });
    const [first] = simulation.service.ids;
    simulation.store('settings', { neverRevoke: [first] });
    expect(await begin(simulation)).toMatchObject(refused('protected'));
    expect(deletions(simulation)).toEqual([]);
  });

  test.each([
    ['', false],
    [', and the worker is ended', true],
  ])('keeps one, and names another while it is under way%s', async (_, isEnded) => {
    const simulation = readied(start, { names: many(30) });
    const [kept = '', ...tokenIds] = simulation.service.ids;
    await begin(simulation, { tokens: placed(tokenIds), kept: placed([kept]) });
    await simulation.clock.runUntil(() => deletions(simulation).length >= 8, DAY);
    const later = entriesOf(simulation).at(-1)?.id ?? '';
    await simulation.ask('settings.save', {
      settings: { ...DEFAULT_SETTINGS, neverRevoke: placed([later]) as Kept[] },
    });
    if (isEnded) simulation.kill();
    await toTheEnd(simulation);
    expect(journalOf(simulation)?.summary).toMatchObject({ revoked: 28, kept: 2, failed: 0, left: 0 });
    expect([kept, later].map(simulation.service.works)).toEqual([true, true]);
  });

  test('stops, and goes on', async () => {
    const simulation = readied(start, { names: many(30) });
    await begin(simulation);
    await simulation.clock.runUntil(() => deletions(simulation).length >= 8, DAY);
    await simulation.ask('revoke-all.stop', {});
    const sent = deletions(simulation).length;
    await simulation.clock.runUntil(() => false, DAY);
    expect(journalOf(simulation)?.phase).toBe('stopped');
    expect(deletions(simulation)).toHaveLength(sent);
    expect(await begin(simulation)).toMatchObject(refused('running'));
    await simulation.ask('revoke-all.resume', {});
    await toTheEnd(simulation);
    expectAgreement(simulation);
  });

  test('puts it away when it is stopped: the history has what was sent, and calls revoked what a list has shown', async () => {
    const simulation = readied(start, { names: many(30) });
    await begin(simulation);
    expect(await simulation.ask('revoke-all.close', {})).toMatchObject(refused('running'));
    await simulation.clock.runUntil(() => deletions(simulation).length >= 8, DAY);
    simulation.service.faults.set('revokeIgnored', { method: 'DELETE' });
    await simulation.clock.runUntil(() => deletions(simulation).length >= 16, DAY);
    await simulation.ask('revoke-all.stop', {});
    await simulation.ask('revoke-all.close', {});
    expect(journalOf(simulation)).toBeUndefined();
    const told = simulation.stored<Entry[]>('history').map(({ tokenId, outcome }) => `${tokenId} ${outcome}`);
    const sent = simulation.service.ids.filter((id) => deletions(simulation).some(({ path }) => path.endsWith(id)));
    expect(told.toSorted()).toEqual(sent.map((id) => `${id} unknown`).toSorted());
  });

  test('puts it away, and lets it go on before what was under way has ended: it goes on', async () => {
    const simulation = readied(start, { names: many(30) });
    await begin(simulation);
    await simulation.clock.runUntil(() => deletions(simulation).length >= 8, DAY);
    await simulation.ask('revoke-all.stop', {});
    const closed = simulation.post('revoke-all.close', {});
    await simulation.ask('revoke-all.resume', {});
    simulation.wire.online = false;
    await simulation.clock.runUntil(() => closed.hasEnded, DAY);
    expect(closed.answer).toMatchObject(refused('running'));
    simulation.wire.online = true;
    await toTheEnd(simulation);
    expectAgreement(simulation);
  });

  test('removes the organization meanwhile: nothing more is sent', async () => {
    const simulation = readied(start, { names: many(30) });
    await begin(simulation);
    await simulation.clock.runUntil(() => deletions(simulation).length >= 8, DAY);
    await simulation.ask('hosts.remove', { hostId: placed(simulation.service.ids)[0]?.hostId });
    const sent = deletions(simulation).length;
    await simulation.clock.runUntil(() => false, DAY);
    expect(deletions(simulation)).toHaveLength(sent);
    const given = entriesOf(simulation)
      .filter(({ attempts }) => attempts > 0)
      .map(({ id }) => id);
    const asked = simulation.service.ids.filter((id) => deletions(simulation).some(({ path }) => path.endsWith(id)));
    expect(given.toSorted(), 'and nothing else is said to be').toEqual(asked.toSorted());
  });

  test('removes another organization meanwhile: nothing is told of this one before its end, and then once', async () => {
    const simulation = readied(start, { names: many(30) });
    await begin(simulation);
    await simulation.clock.runUntil(() => deletions(simulation).length >= 8, DAY);
    await simulation.ask('hosts.remove', { hostId: 'services:contoso' });
    expect(simulation.stored<Entry[] | undefined>('history') ?? []).toEqual([]);
    await toTheEnd(simulation);
    expect(simulation.stored<Entry[]>('history').map(({ outcome }) => outcome)).toEqual(Array(30).fill('done'));
  });

  test('erases the history after it, and removes the organization: nothing of it comes back', async () => {
    const simulation = readied(start, { names: THREE });
    await begin(simulation);
    await toTheEnd(simulation);
    await simulation.ask('history.erase', {});
    await simulation.ask('hosts.remove', { hostId: placed(simulation.service.ids)[0]?.hostId });
    expect(simulation.stored('history')).toEqual([]);
  });

  test('begins a smaller one in its place, and puts that away: nothing is left of either', async () => {
    const simulation = readied(start, { names: many(130) });
    const { ids } = simulation.service;
    await begin(simulation, { tokens: placed(ids.slice(3)), kept: placed(ids.slice(0, 3)) });
    await toTheEnd(simulation);
    const parts = () => [...simulation.all().keys()].filter((key) => key.startsWith('revocation')).length;
    expect(parts()).toBe(5); // with its head, and what is kept
    await begin(simulation, { tokens: placed(ids.slice(0, 3)) });
    await toTheEnd(simulation);
    expect(parts()).toBe(3);
    await simulation.ask('revoke-all.close', {});
    expect(parts()).toBe(0);
  });

  test('confirms in two pages at once: one of them begins', async () => {
    const simulation = readied(start, { names: THREE });
    const answers = await Promise.all([begin(simulation), begin(simulation)]);
    expect(answers.filter((answer) => answer?.ok)).toHaveLength(1);
    await toTheEnd(simulation);
    expectAgreement(simulation);
    expect(deletions(simulation)).toHaveLength(3);
  });
});

describe('of several organizations', () => {
  const NORMAL = users.normal.id;
  const hostOf = (name: string) => ({ hostId: `services:${name}`, identityId: NORMAL });
  const [fabrikam, contoso] = [hostOf('fabrikam'), hostOf('contoso')];

  /** A browser that knows them, and what each lists: a token of its own, and one that works in both. */
  function readiedFor(...names: string[]) {
    const simulation = readied(start, { names: ['own'] });
    const { ledger } = simulation.service;
    const validTo = new Date(simulation.clock.now() + 90 * DAY).toISOString();
    const add = (name: string, targetAccounts: string[] | null) =>
      ledger.add(seedToken(name, { validTo, targetAccounts })).token.authorizationId;
    const [theirs, shared] = [add('theirs', [organizations.contoso.id]), add('shared', null)];
    const identity = { id: NORMAL, name: 'Normal Paulk' };
    const host = { kind: 'services', domain: 'dev.azure.com', identity };
    simulation.store(
      'hosts',
      names.map((name) => ({ ...host, id: `services:${name}`, name })),
    );
    const [own = ''] = simulation.service.ids;
    const tokens = [...placed([own, shared]), { hostId: contoso.hostId, tokenId: theirs }];
    const confirm = (typed: string) => begin(simulation, { hosts: [fabrikam, contoso], tokens, typed });
    return { ...simulation, simulation, confirm, add, all: [own, shared, theirs] };
  }

  test.each(['all organizations', 'fabrikam', ''])(
    'is no "%s" where there is a third: nothing is sent',
    async (typed) => {
      const { simulation, confirm } = readiedFor('fabrikam', 'contoso', 'northwind');
      expect(await confirm(typed)).toMatchObject({ failure: { field: 'revoke-all', reason: 'word' } });
      expect(deletions(simulation)).toEqual([]);
    },
  );

  test('revokes once what both list, and ends when both lists were read, by what is left in either', async () => {
    const { simulation, confirm, clock, service, all, add } = readiedFor('fabrikam', 'contoso');
    expect(await confirm('fabrikam')).toMatchObject({ failure: { reason: 'word' } });
    expect(await confirm('all organizations')).toEqual({ ok: true });
    service.faults.set('revokeIgnored', { method: 'DELETE', times: 3 });
    await clock.runUntil(() => deletions(simulation).length === 3, DAY);
    service.faults.set('error500', { method: 'GET', path: /contoso\/_apis\/Token/i });
    await clock.runUntil(() => false, 60_000);
    expect(journalOf(simulation)).toMatchObject({ phase: 'running', summary: null });
    expect(deletions(simulation)).toHaveLength(3);
    add('made meanwhile', null);
    service.faults.clear();
    await toTheEnd(simulation);
    expect(deletions(simulation)).toHaveLength(6);
    expect(all.map(service.works)).toEqual([false, false, false]);
    expect(journalOf(simulation)?.summary).toMatchObject({ revoked: 3, kept: 0, failed: 0, left: 1 });
  });
});

const MANY = isThorough ? 1_000 : 300;

test('hundreds of tokens go at the pace of the server', async () => {
  const simulation = readied(start, { names: many(MANY) });
  await begin(simulation);
  const began = simulation.clock.now();
  await toTheEnd(simulation);
  expectAgreement(simulation);
  expect(deletions(simulation)).toHaveLength(MANY);
  expect(simulation.wire.most).toBe(4);
  expect(simulation.clock.now() - began, '50 ms each, 4 at a time').toBeLessThan((MANY / 4) * 50 * 1.2);
}, 60_000);
