import { beforeEach, describe, expect, test, vi } from 'vitest';
import '../src/background/index';
import { isCreate, isRevoke } from '../dev-server/requests';
import { organizations, users } from '../dev-server/tenant';
import { runAlarm, runAllJobs } from '../src/background/alarms';
import { call } from '../src/contract/call';
import type { HostId } from '../src/core/host';
import { daysToHopeFor, limitsAt } from '../src/core/minting/expectation';
import { placeOf } from '../src/core/minting/minted';
import { losesPlaces } from '../src/core/rotation/narrower';
import type { Keep, Part, Rotation } from '../src/core/rotation/state';
import type { Token, TokenId } from '../src/core/token';
import { message } from '../src/platform/message';
import { stored } from '../src/platform/stored';
import { endRotation } from '../src/ui/deeds/rotations';
import { hosts } from '../src/ui/stores/hosts';
import { notices } from '../src/ui/stores/notice';
import browser from './fakes/browser';
import { added, eachOnAServiceOfItsOwn } from './fakes/service';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const at = eachOnAServiceOfItsOwn();
const creates = () => at.server.requests.filter(isCreate);
const deletions = () => at.server.requests.filter(isRevoke);
const isValid = (id: string) => at.server.ledger.find(id)?.token.isValid;

type Who = { hostId: HostId; identityId: string };
let by: Who;

beforeEach(async () => {
  by = await added('fabrikam');
  await call('tokens.refresh', { hostId: by.hostId });
});

async function tokenNamed(name: string): Promise<Token> {
  const { snapshot } = await stored.reading(by.hostId).get();
  const token = snapshot?.tokens.find((each) => each.name === name);
  if (!token) throw new Error(`no token ${name}`);
  return token;
}

async function start(keep: Keep = 'until-confirmed', name = 'ci-build', on: Who[] = [by], days = 300) {
  const { id } = await tokenNamed(name);
  const started = await call('rotations.start', { ...by, tokenId: id, keep, lifetime: { days }, on });
  return { old: id, started, made: started.ok ? started.value : undefined };
}

/** A rotation whose new secret the user has taken. */
async function begun(keep: Keep = 'until-confirmed') {
  const { old, made } = await start(keep);
  if (!made) throw new Error('nothing was made');
  await call('secret.forget', placeOf(made));
  return { old, made: made.token, id: (await rotation()).id };
}

async function rotation(): Promise<Rotation> {
  const [only] = await stored.rotations.get();
  if (!only) throw new Error('there is no rotation');
  return only;
}

const end = (rotationId: string, how: 'confirmed' | 'cancelled' = 'confirmed') =>
  call('rotations.end', { ...by, rotationId, by: how });

/** Sets the stored times back, as if that much time had gone by, and does what the alarm asks for. */
async function letTimePass(time: number): Promise<void> {
  const back = (progress: Part['progress']): Part['progress'] => {
    if (progress.state === 'creating') return { ...progress, since: progress.since - time };
    if (progress.state !== 'made' || progress.handedAt === null) return progress;
    return { ...progress, handedAt: progress.handedAt - time };
  };
  await stored.rotations.update((all) =>
    all.map((each) => ({
      ...each,
      retry: each.retry && { ...each.retry, at: each.retry.at - time },
      ...(each.sent && { sent: each.sent.map((revoke) => ({ ...revoke, at: revoke.at - time })) }),
      parts: each.parts.map((part) => ({ ...part, progress: back(part.progress) })),
    })),
  );
  await runAlarm('run-rotations');
}

test('what takes a token’s place may be narrower, and never wider', async () => {
  const { id } = await tokenNamed('full access');
  const narrow = (tokenId: Token['id'], scopes: string[]) =>
    call('rotations.start', { ...by, tokenId, keep: 'until-confirmed', lifetime: { days: 20 }, scopes, on: [by] });
  const made = await narrow(id, ['vso.packaging']);
  expect(made).toMatchObject({ ok: true, value: { token: { scopes: ['vso.packaging'] } } });
  expect((await rotation()).scopes).toEqual(['vso.packaging']);
  at.server.requests.length = 0;
  const { id: other } = await tokenNamed('ci-build');
  for (const scopes of [['vso.build_execute', 'vso.code_write'], ['app_token'], ['vso.work']])
    expect(await narrow(other, scopes)).toMatchObject({ ok: false, failure: { kind: 'invalid', field: 'scopes' } });
  expect(creates()).toEqual([]);
});

describe('a new token in the place of an old one', () => {
  test('has its scopes, about its lifetime, its organization, and a name of its own', async () => {
    const old = await tokenNamed('ci-build');
    const { made } = await start();
    expect(made?.token).toMatchObject({ scopes: old.scopes, organizationIds: old.organizationIds });
    expect(made?.token.name).toMatch(/^ci-build 20\d\d-\d\d-\d\d [a-z0-9]{5}$/);
    const days = ((made?.token.expiresAt ?? 0) - Date.now()) / DAY;
    expect(Math.round(days)).toBe(300);
    expect(isValid(old.id)).toBe(true);
    expect((await rotation()).old.everywhere).toBe(false);
  });

  test.each(['clamped', 'refused'] as const)(
    'is made three times in a row where the organization allows 30 days, and a longer lifetime is %s',
    async (overlong) => {
      Object.assign(at.server.switches, { longestDays: 30, overlong });
      let name = 'ci-build';
      for (const round of [1, 2, 3]) {
        const token = await tokenNamed(name);
        const limits = limitsAt(await stored.limits(by.hostId).get(), by.identityId, Date.now());
        const refusals = at.server.requests.filter(isCreate).length;
        let { started } = await start('until-confirmed', name, [by], daysToHopeFor(token, [limits]));
        // What a refusal taught is what the dialog begins with next.
        while (!started.ok && at.server.requests.filter(isCreate).length < refusals + 5) {
          expect(started.failure.kind).toBe('policy');
          const learned = limitsAt(await stored.limits(by.hostId).get(), by.identityId, Date.now());
          ({ started } = await start('until-confirmed', name, [by], daysToHopeFor(token, [learned])));
        }
        if (!started.ok) throw new Error(`round ${round}: ${started.failure.kind}`);
        name = started.value.token.name;
        if (round > 1) expect(at.server.requests.filter(isCreate).length - refusals).toBe(1);
        await call('secret.forget', placeOf(started.value));
        expect(await end((await rotation()).id)).toEqual({ ok: true, value: true });
        await call('tokens.refresh', { hostId: by.hostId });
      }
    },
  );

  test('is asked for with scopes that nobody here knows, in their order', async () => {
    const row = at.server.ledger.ofUser(users.normal.id).find(({ token }) => token.displayName === 'ci-build');
    if (row) row.token.scope = 'vso.of_tomorrow vso.code vso.build_execute';
    await call('tokens.refresh', { hostId: by.hostId });
    const { started } = await start();
    expect(JSON.stringify(creates()[0]?.body)).toContain('"vso.of_tomorrow vso.code vso.build_execute"');
    // The server of today refuses it: then nothing was begun, and the answer says why.
    expect(started).toMatchObject({ ok: false, failure: { kind: 'invalid', field: 'scopes' } });
    expect(await stored.rotations.get()).toEqual([]);
  });

  test('is made once, however often it is asked for', async () => {
    const [first, second] = await Promise.all([start(), start()]);
    expect(first.made?.token.id).toBe(second.made?.token.id);
    expect(creates()).toHaveLength(1);
    expect((await start()).started).toMatchObject({ failure: { field: 'token', reason: 'rotating' } });
    expect(creates()).toHaveLength(1);
  });

  test('is not made for a token that is revoked or has expired', async () => {
    expect((await start('until-confirmed', 'old laptop')).started).toMatchObject({ failure: { reason: 'gone' } });
    expect((await start('until-confirmed', 'npm restore')).started).toMatchObject({ failure: { reason: 'gone' } });
    expect(creates()).toEqual([]);
  });

  test.each([
    ['is made', 'works', -2, -1, true],
    ['is not made', 'has expired', 2, 1, false],
  ])('%s for one that %s by its server’s clock alone', async (_, __, skew, end, isMade) => {
    const { id } = await tokenNamed('ci-build');
    const { snapshot, failure } = await stored.reading(by.hostId).get();
    if (!snapshot) throw new Error('there is no list');
    const expiresAt = Date.now() + end * DAY;
    const tokens = snapshot.tokens.map((each) => (each.id === id ? { ...each, expiresAt } : each));
    await stored.reading(by.hostId).set({ snapshot: { ...snapshot, clockSkew: skew * DAY, tokens }, failure });
    expect((await start()).started.ok).toBe(isMade);
  });

  test('is not made for one that has only just taken another one’s place', async () => {
    const { made } = await begun();
    await call('tokens.refresh', { hostId: by.hostId });
    const again = await start('until-confirmed', made.name);
    expect(again.started).toMatchObject({ failure: { field: 'token', reason: 'rotating' } });
    expect(creates()).toHaveLength(1);
  });

  test('leaves its secret in session memory only', async () => {
    const { made } = await start();
    const secret = made?.secret.reveal() ?? 'no secret';
    expect(browser.storage.session.dump()).toContain(secret);
    expect(browser.storage.local.dump()).not.toContain(secret);
  });

  test.each(['error500', 'signedOut401'] as const)(
    'that could not be asked for (%s) leaves no rotation',
    async (fault) => {
      at.server.faults.set(fault, { path: 'connectionData' });
      const { started } = await start();
      expect(started.ok).toBe(false);
      expect(await stored.rotations.get()).toEqual([]);
      at.server.faults.clear();
    },
  );

  test('whose answer was lost is told as lost, and a cancel revokes it', async () => {
    at.server.faults.set('lostReply', { path: 'HierarchyQuery' });
    const { old, started } = await start('for-a-day');
    expect(started).toMatchObject({ failure: { kind: 'uncertain', listed: 'found' } });
    const { id, parts } = await rotation();
    expect(parts[0]?.progress).toMatchObject({ state: 'lost' });
    await letTimePass(8 * DAY);
    expect(isValid(old)).toBe(true);
    expect(await end(id)).toEqual({ ok: true, value: false });
    expect(deletions()).toEqual([]);
    expect(await end(id, 'cancelled')).toEqual({ ok: true, value: true });
    expect(deletions()).toHaveLength(1);
    expect(isValid(old)).toBe(true);
  });

  test('that is still under way is not taken for a lost one', async () => {
    at.server.faults.set('slow', { path: 'HierarchyQuery', seconds: 1 });
    const starting = start();
    await vi.waitFor(async () => expect(await stored.intents.get()).toHaveLength(1));
    const [part] = (await rotation()).parts;
    const [other] = at.server.ledger.ofUser(users.normal.id);
    if (!part || !other) throw new Error('there is nothing to begin with');
    // The server has made it already, and only its answer is late.
    const early = { ...other.token, authorizationId: '00000000-1111-4222-8333-555555555555', displayName: part.name };
    at.server.ledger.add({ ...early, isValid: true });
    await call('tokens.refresh', { hostId: by.hostId });
    expect((await rotation()).parts[0]?.progress.state).toBe('creating');
    const { made } = await starting;
    expect((await rotation()).parts[0]?.progress).toMatchObject({ state: 'made', tokenId: made?.token.id });
  });

  test('whose secret is taken as soon as it is shown is not said to be left', async () => {
    const shown = new Promise<void>((resolve) => {
      const end = stored.minted.watch(([made]) => {
        if (!made) return;
        end();
        resolve(call('rotations.handed', placeOf(made)).then(() => undefined));
      });
    });
    await start();
    await shown;
    expect((await rotation()).parts[0]?.progress).toMatchObject({ state: 'made', handedAt: expect.any(Number) });
  });

  test('whose request was lost on the way is looked for until it is sure that there is none', async () => {
    at.server.faults.set('reset', { path: 'HierarchyQuery' });
    await start();
    expect((await rotation()).parts[0]?.progress.state).toBe('creating');
    expect(await browser.alarms.get('run-rotations'), 'it is looked for without a press').toBeDefined();
    await letTimePass(MINUTE);
    expect(await rotation()).toMatchObject({ retry: { tries: 1, failure: null } });
    const ago = (instant: number) => instant - 3 * MINUTE;
    await stored.intents.update((all) => all.map((each) => ({ ...each, startedAt: ago(each.startedAt) })));
    await letTimePass(10 * MINUTE);
    expect((await rotation()).stage).toMatchObject({ state: 'over', how: 'not-made' });
  });
});

test('a list that changes nothing of a rotation writes none, and sets no alarm anew', async () => {
  await begun();
  const [set, alarm] = [vi.spyOn(browser.storage.local, 'set'), vi.spyOn(browser.alarms, 'create')];
  const get = vi.spyOn(browser.storage.local, 'get');
  await call('tokens.refresh', { hostId: by.hostId });
  const done = {
    written: set.mock.calls.flatMap(([items]) => Object.keys(items)).filter((key) => key === 'rotations'),
    alarms: alarm.mock.calls.map(([name]) => name).filter((name) => name === 'run-rotations'),
    histories: get.mock.calls.filter(([keys]) => JSON.stringify(keys) === '["rotations","history"]'),
  };
  expect(done).toEqual({ written: [], alarms: [], histories: [] });
  vi.restoreAllMocks();
});

describe('I have replaced it', () => {
  test('revokes the old token, settled by a fresh list, and is written down', async () => {
    const { old, made, id } = await begun();
    expect(await end(id)).toEqual({ ok: true, value: true });
    expect([isValid(old), isValid(made.id)]).toEqual([false, true]);
    expect(await stored.rotations.get()).toEqual([]);
    const kept = async () => (await stored.history.get()).map(({ deed, outcome }) => `${deed} ${outcome}`);
    await vi.waitFor(async () =>
      expect((await kept()).toSorted()).toEqual(['made done', 'revoked done', 'rotated done']),
    );
    expect(await browser.alarms.get('run-rotations')).toBeUndefined();
  });

  test('pressed twice is one revoke', async () => {
    const { id } = await begun();
    await Promise.all([end(id), end(id)]);
    expect(deletions()).toHaveLength(1);
  });

  test('under another account sends nothing, says who is needed, and goes on when they are back', async () => {
    const { old, id } = await begun();
    at.server.faults.set('identitySwitch', { path: 'connectionData', times: 1 });
    expect(await end(id)).toMatchObject({ failure: { kind: 'wrong-identity', expected: 'Normal Paulk' } });
    expect((await rotation()).retry).toMatchObject({ failure: { kind: 'wrong-identity' } });
    expect(deletions()).toEqual([]);
    at.cookie = at.server.signIn();
    await letTimePass(2 * MINUTE);
    expect(isValid(old)).toBe(false);
  });

  test.each(['confirmed', 'cancelled'] as const)(
    'is not heard as another account than the one that was shown (%s)',
    async (how) => {
      const { old, made, id } = await begun();
      const asked = await call('rotations.end', { ...by, identityId: users.raisa.id, rotationId: id, by: how });
      expect(asked).toMatchObject({ failure: { kind: 'wrong-identity', expected: 'Normal Paulk' } });
      expect(await rotation()).toMatchObject({ stage: { state: 'open' }, retry: null });
      expect([isValid(old), isValid(made.id)]).toEqual([true, true]);
    },
  );

  test('says who is needed, and who is there, where another account has signed in since', async () => {
    const { id } = await begun();
    at.cookie = at.server.signIn(users.raisa.id);
    await call('tokens.refresh', { hostId: by.hostId });
    const raisa = { ...by, identityId: users.raisa.id };
    const failure = { kind: 'wrong-identity', expected: 'Normal Paulk', found: users.raisa.name };
    expect(await call('rotations.end', { ...raisa, rotationId: id, by: 'confirmed' })).toMatchObject({ failure });
  });

  test('that fails is tried again, and says meanwhile why', async () => {
    const { old, id } = await begun();
    at.server.faults.set('unavailable503', { method: 'DELETE', times: 1, seconds: 1 });
    expect(await end(id)).toMatchObject({ failure: { kind: 'unexpected' } });
    expect(await rotation()).toMatchObject({ stage: { state: 'replacing' }, retry: { tries: 1 } });
    expect((await browser.alarms.get('run-rotations'))?.when).toBeGreaterThan(Date.now() + 50_000);
    await letTimePass(2 * MINUTE);
    expect(isValid(old)).toBe(false);
    expect((await rotation()).stage).toMatchObject({ how: 'replaced' });
    const told = (await stored.history.get()).map(({ deed, outcome }) => `${deed} ${outcome}`);
    expect(told.filter((each) => each !== 'made done')).toEqual(['revoked failed', 'revoked done', 'rotated done']);
  });

  test.each([
    ['the server says yes and does nothing', 'revokeIgnored', null],
    ['the request is lost on the way', 'reset', { kind: 'offline' }],
  ] as const)('is not believed where %s', async (_, fault, failure) => {
    const { old, id } = await begun();
    at.server.faults.set(fault, { method: 'DELETE', times: 1 });
    await end(id);
    expect(await rotation()).toMatchObject({ stage: { state: 'replacing' }, retry: { failure } });
    expect(isValid(old)).toBe(true);
  });

  test('is done when only the answer was lost', async () => {
    const { old, id } = await begun();
    at.server.faults.set('lostReply', { method: 'DELETE', times: 1 });
    expect(await end(id)).toEqual({ ok: true, value: true });
    expect(isValid(old)).toBe(false);
  });

  test('waits for a list that is whole', async () => {
    const { old, id } = await begun();
    at.server.switches.pageCap = 5;
    at.server.faults.set('error500', { path: 'startRowNumber=6' });
    expect(await end(id)).toMatchObject({ failure: { kind: 'misfit' } });
    expect(deletions()).toEqual([]);
    expect(isValid(old)).toBe(true);
  });

  test('sends one revoke of a token that only a list of those made there lacks, and one more at a press', async () => {
    const { old, id } = await begun();
    Object.assign(at.server.ledger.find(old) ?? {}, { madeIn: organizations.contoso.id });
    Object.assign(at.server.switches, { patsMode: 'open', patsList: 'madeHere' });
    at.server.faults.set('notFound404', { path: 'SessionTokens', method: 'GET' });
    const told = async () =>
      (await stored.history.get()).filter(({ deed }) => deed === 'revoked').map(({ outcome }) => outcome);
    expect(await end(id)).toEqual({ ok: true, value: false });
    for (let hour = 0; hour < 6; hour++) await letTimePass(HOUR);
    expect(await rotation()).toMatchObject({ stage: { state: 'replacing' }, retry: { tries: 7, failure: null } });
    expect(deletions()).toHaveLength(1);
    expect(await told()).toEqual(['unknown']);
    await end(id);
    await letTimePass(HOUR);
    expect(deletions()).toHaveLength(2);
    at.server.faults.clear();
    await stored.doors(by.hostId).remove(); // a day later
    await letTimePass(HOUR);
    expect((await rotation()).stage).toMatchObject({ state: 'over', how: 'replaced' });
    expect(await told()).toEqual(['unknown', 'unknown', 'done']);
  });

  test('spares the old token when the new one was revoked elsewhere', async () => {
    const { old, made, id } = await begun();
    at.server.ledger.revoke(made.id);
    expect(await end(id)).toEqual({ ok: true, value: false });
    expect((await rotation()).stage).toMatchObject({ how: 'not-made' });
    expect(isValid(old)).toBe(true);
  });

  test('spares the old token when the user has revoked the new one, while that waits for an Undo and after it', async () => {
    const { old, made, id } = await begun();
    await call('tokens.revoke', { ...by, tokenId: made.id });
    expect(await end(id)).toEqual({ ok: true, value: false });
    await stored.revokes.update((all) => all.map((each) => ({ ...each, dueAt: Date.now() })));
    await runAlarm('run-revokes');
    await letTimePass(2 * MINUTE);
    expect([isValid(old), isValid(made.id)]).toEqual([true, false]);
  });
});

describe('Cancel rotation', () => {
  test('revokes the new token, forgets its secret, and keeps the old one', async () => {
    const { old, made } = await start();
    expect(await end((await rotation()).id, 'cancelled')).toEqual({ ok: true, value: true });
    expect([isValid(old), isValid(made?.token.id ?? '')]).toEqual([true, false]);
    expect(await stored.minted.get()).toEqual([]);
  });

  test('spares the new token when the old one was revoked elsewhere', async () => {
    const { old, made, id } = await begun();
    at.server.ledger.revoke(old);
    expect(await end(id, 'cancelled')).toEqual({ ok: true, value: false });
    expect((await rotation()).stage).toMatchObject({ how: 'old-gone' });
    expect(isValid(made.id)).toBe(true);
  });
});

describe('who ends a rotation is told', () => {
  beforeEach(async () => {
    hosts.value = await stored.hosts.get();
  });

  test.each([
    ['confirmed', 'revoked'],
    ['cancelled', 'rotation_cancelled'],
  ] as const)('that it is %s', async (by, ended) => {
    await begun();
    await endRotation(await rotation(), by);
    expect(notices.value).toEqual([{ role: 'status', text: message(ended, 'ci-build') }]);
  });

  test.each(['confirmed', 'cancelled'] as const)('that it is not %s, where the server does nothing', async (by) => {
    const { old, made } = await begun();
    at.server.faults.set('revokeIgnored', { method: 'DELETE' });
    await endRotation(await rotation(), by);
    expect([isValid(old), isValid(made.id)]).toEqual([true, true]);
    expect(notices.value).toEqual([{ role: 'alert', text: message('rotation_not_ended', 'ci-build') }]);
  });

  test('that it is not finished, where a token has to stay since the other one is gone', async () => {
    const { old, made } = await begun();
    at.server.ledger.revoke(made.id);
    await endRotation(await rotation(), 'confirmed');
    expect(isValid(old)).toBe(true);
    expect(notices.value).toEqual([{ role: 'alert', text: message('rotation_not_ended', 'ci-build') }]);
  });
});

describe('the history tells of a revoke', () => {
  const told = async (tokenId: string) =>
    (await stored.history.get()).filter((each) => each.tokenId === tokenId && each.deed === 'revoked');
  const outcomes = async (tokenId: string) => (await told(tokenId)).map(({ outcome }) => outcome);

  /** A rotation that cannot go on: nobody is signed in, so nothing is sent. */
  async function waiting(how: 'confirmed' | 'cancelled') {
    const { old, made, id } = await begun();
    const { cookie } = at;
    at.cookie = '';
    expect(await end(id, how)).toMatchObject({ failure: { kind: 'signed-out' } });
    expect(deletions()).toEqual([]);
    at.cookie = cookie;
    return how === 'confirmed' ? old : made.id;
  }

  /** A rotation whose revoke the server takes, and does not do. */
  async function ignored(how: 'confirmed' | 'cancelled') {
    const { old, made, id } = await begun();
    at.server.faults.set('revokeIgnored', { method: 'DELETE', times: 1 });
    await end(id, how);
    expect(deletions()).toHaveLength(1);
    return how === 'confirmed' ? old : made.id;
  }

  test.each([
    ['waits, and had the old one to revoke', waiting, 'confirmed', ['done']],
    ['waits, and had the new one to revoke', waiting, 'cancelled', ['done']],
    ['has sent one for the old one', ignored, 'confirmed', ['failed', 'done']],
    ['has sent one for the new one', ignored, 'cancelled', ['failed', 'done']],
  ] as const)('once, where it is pressed while a rotation %s', async (_, begin, how, words) => {
    const tokenId = await begin(how);
    await call('tokens.revoke', { ...by, tokenId });
    await stored.revokes.update((all) => all.map((each) => ({ ...each, dueAt: Date.now() })));
    await runAlarm('run-revokes');
    expect(isValid(tokenId)).toBe(false);
    expect(await outcomes(tokenId)).toEqual(words);
  });

  test.each(['confirmed', 'cancelled'] as const)('not where somebody else has sent it: %s', async (how) => {
    const tokenId = await waiting(how);
    at.server.ledger.revoke(tokenId);
    await letTimePass(2 * MINUTE);
    expect((await rotation()).stage.state).toBe('over');
    expect(await outcomes(tokenId)).toEqual([]);
  });

  test('not where somebody else has sent it after ours was refused', async () => {
    const { old, id } = await begun();
    at.server.faults.set('conflict409', { method: 'DELETE', times: 1 });
    await end(id);
    at.server.ledger.revoke(old);
    await letTimePass(2 * MINUTE);
    expect((await rotation()).stage).toMatchObject({ how: 'replaced' });
    expect(await outcomes(old)).toEqual(['failed']);
  });

  test('where somebody has cancelled while it was on its way, and a list still had the token', async () => {
    const { old, id } = await begun();
    at.server.faults.set('slow', { method: 'DELETE', seconds: 20 });
    const ends = [end(id)];
    await vi.waitFor(() => expect(deletions()).toHaveLength(1));
    ends.push(end(id, 'cancelled'));
    await vi.waitFor(async () => expect((await rotation()).stage.state).toBe('cancelling'));
    await call('tokens.refresh', { hostId: by.hostId });
    // Although the list shows that it works.
    expect((await rotation()).oldInDoubt).toBe(true);
    at.server.faults.clear();
    await Promise.all(ends);
    expect(isValid(old)).toBe(false);
    expect(await outcomes(old)).toEqual(['done']);
  });

  test('where its answer was given up, and it was cancelled before it arrived: one token is left', async () => {
    const { old, made, id } = await begun();
    const [limit, { timeout }] = [new AbortController(), AbortSignal];
    const limits = vi
      .spyOn(AbortSignal, 'timeout')
      .mockImplementation((after) => (limit.signal.aborted ? timeout.call(AbortSignal, after) : limit.signal));
    at.server.faults.set('slow', { method: 'DELETE', seconds: 600, times: 1 });
    const confirmed = end(id);
    await vi.waitFor(() => expect(deletions()).toHaveLength(1));
    limit.abort(new DOMException('', 'TimeoutError'));
    expect(await confirmed).toMatchObject({ failure: { kind: 'timeout' } });
    limits.mockRestore();
    await end(id, 'cancelled');
    expect(deletions()).toHaveLength(1);
    at.server.faults.clear();
    await vi.waitFor(() => expect(isValid(old)).toBe(false));
    await letTimePass(5 * MINUTE);
    expect(isValid(made.id)).toBe(true);
    expect((await rotation()).stage).toMatchObject({ how: 'old-gone' });
  });

  test('where nothing was left to cancel before it was done', async () => {
    const { old, made, id } = await begun();
    at.server.faults.set('slow', { method: 'DELETE', seconds: 20 });
    const ends = [end(id)];
    await vi.waitFor(() => expect(deletions()).toHaveLength(1));
    at.server.ledger.revoke(made.id);
    ends.push(end(id, 'cancelled'));
    await vi.waitFor(async () => expect((await rotation()).stage.state).toBe('cancelling'));
    await call('tokens.refresh', { hostId: by.hostId });
    expect((await rotation()).stage.state).toBe('cancelling');
    at.server.faults.clear();
    await Promise.all(ends);
    expect((await rotation()).stage).toMatchObject({ how: 'old-gone' });
    expect(isValid(old)).toBe(false);
    expect([await outcomes(old), await outcomes(made.id)]).toEqual([['done'], []]);
  });
});

describe('an old token that is kept for a time', () => {
  test('is not touched before the user has the new secret, however long that takes', async () => {
    const { old } = await start('for-a-day');
    await letTimePass(30 * DAY);
    expect(await browser.alarms.get('run-rotations')).toBeUndefined();
    expect(isValid(old)).toBe(true);
  });

  test.each([
    ['Copy', 'rotations.handed'],
    ['Done', 'secret.forget'],
  ] as const)('is revoked when its time is over, which begins with %s', async (_, deed) => {
    const { old, made } = await start('for-a-day');
    if (!made) throw new Error('nothing was made');
    await call(deed, placeOf(made));
    expect(Math.abs(((await browser.alarms.get('run-rotations'))?.when ?? 0) - Date.now() - DAY)).toBeLessThan(5_000);
    const looks = await browser.alarms.get('look-at-clock');
    expect(looks).toMatchObject({ periodInMinutes: 60 });
    expect(Math.abs((looks?.when ?? 0) - Date.now() - HOUR)).toBeLessThan(5_000);
    await letTimePass(DAY - MINUTE);
    expect(isValid(old)).toBe(true);
    await call('rotations.dismiss', { rotationId: (await rotation()).id });
    await letTimePass(MINUTE);
    expect(isValid(old)).toBe(false);
    expect(await browser.alarms.get('look-at-clock')).toBeUndefined();
    expect((await rotation()).stage).toMatchObject({ how: 'replaced' });
    await call('rotations.dismiss', { rotationId: (await rotation()).id });
    expect(await stored.rotations.get()).toEqual([]);
  });

  test('has its alarm again where the browser has lost it', async () => {
    await begun('for-a-day');
    const set = async () => (await browser.alarms.get('run-rotations'))?.when;
    const before = await set();
    await browser.alarms.clearAll();
    await runAllJobs();
    expect([await set(), typeof before]).toEqual([before, 'number']);
    expect(await browser.alarms.get('look-at-clock')).toBeDefined();
  });

  test('is revoked on a full disk, and what that cannot keep is tried again in an hour', async () => {
    const { old } = await begun('for-a-day');
    const { set } = browser.storage.local;
    at.cookie = '';
    await letTimePass(2 * DAY);
    expect(await rotation()).toMatchObject({ stage: { state: 'replacing' } });
    await stored.rotations.update((all) => all.map((each) => ({ ...each, retry: null })));
    at.cookie = at.server.signIn();
    browser.storage.local.set = () => Promise.reject(new Error('QUOTA_BYTES quota exceeded'));
    await expect(runAlarm('run-rotations')).rejects.toThrow('quota');
    browser.storage.local.set = set;
    expect(isValid(old)).toBe(false);
    const waits = ((await browser.alarms.get('run-rotations'))?.when ?? 0) - Date.now();
    expect(Math.round(waits / MINUTE)).toBe(60);
    await runAlarm('run-rotations');
    expect((await rotation()).stage).toMatchObject({ how: 'replaced' });
    expect(deletions()).toHaveLength(1);
  });

  test.each([
    ['the new one was revoked elsewhere', 'not-made', (made: string) => at.server.ledger.revoke(made)],
    ['the old one was revoked elsewhere', 'old-gone', (_: string, old: string) => at.server.ledger.revoke(old)],
  ] as const)('is spared when %s', async (_, how, meddle) => {
    const { old, made } = await begun('for-a-week');
    meddle(made.id, old);
    await call('tokens.refresh', { hostId: by.hostId });
    await letTimePass(7 * DAY);
    expect(deletions()).toEqual([]);
    expect((await rotation()).stage).toMatchObject({ state: 'over', how });
  });

  test.each([
    ['the new one', ({ made }: { made: Token }) => made.id],
    ['the old one', ({ old }: { old: TokenId }) => old],
  ])('waits no longer when somebody else revokes %s, and that is told, and stands in the history', async (_, which) => {
    const tokenId = which(await begun('for-a-week'));
    await call('tokens.refresh', { hostId: by.hostId });
    at.server.ledger.revoke(tokenId);
    await call('tokens.refresh', { hostId: by.hostId });
    expect(await stored.endedElsewhere.get()).toMatchObject([{ tokenId }]);
    const ended = async () => (await stored.history.get()).filter(({ deed }) => deed === 'ended');
    await vi.waitFor(async () => expect(await ended()).toMatchObject([{ tokenId, by: '', outcome: 'done' }]));
    await vi.waitFor(() => expect([...browser.notifications.shown.keys()].join()).toContain('ended'));
  });

  test.each(['confirmed', 'cancelled'] as const)(
    'ends by a revoke of ours, which is not told as somebody else’s: %s',
    async (how) => {
      const { id } = await begun();
      await call('tokens.refresh', { hostId: by.hostId });
      expect(await end(id, how)).toEqual({ ok: true, value: true });
      await call('tokens.refresh', { hostId: by.hostId });
      expect(await stored.endedElsewhere.get()).toEqual([]);
    },
  );

  test('waits while nobody is signed in', async () => {
    const { old } = await begun('for-a-day');
    at.cookie = '';
    await letTimePass(2 * DAY);
    expect(await rotation()).toMatchObject({
      stage: { state: 'replacing' },
      retry: { failure: { kind: 'signed-out' } },
    });
    expect(isValid(old)).toBe(true);
  });
});

describe('a token for all organizations', () => {
  async function replaced() {
    await call('tokens.refresh', { hostId: 'services:contoso' as HostId });
    const contoso = { hostId: 'services:contoso' as HostId, identityId: by.identityId };
    return { contoso, ...(await start('until-confirmed', 'everything', [by, contoso])) };
  }

  test('is replaced by one for each, made one after the other', async () => {
    const { contoso, old, made } = await replaced();
    const { id, old: of } = await rotation();
    expect(of.everywhere, 'not every list has it, and from a day on it is refused').toBe(true);
    expect(creates()).toHaveLength(1);
    expect(await end(id)).toEqual({ ok: true, value: false });
    const second = await call('rotations.make', { ...contoso, rotationId: id });
    const both = [made?.token, second.ok ? second.value.token : undefined];
    expect(both.map((token) => token?.organizationIds?.length)).toEqual([1, 1]);
    expect(new Set(both.map((token) => token?.organizationIds?.[0])).size).toBe(2);
    expect(both.map((token) => token?.scopes)).toEqual([['app_token'], ['app_token']]);
    expect(await end(id)).toEqual({ ok: true, value: true });
    expect([isValid(old), ...both.map((token) => isValid(token?.id ?? ''))]).toEqual([false, true, true]);
  });

  test('goes on after one of them was refused, anew or without it', async () => {
    const { contoso, old } = await replaced();
    const { id } = await rotation();
    at.server.faults.set('policyRefused', { error: 'DisablePatCreationPolicyViolation' });
    await call('rotations.make', { ...contoso, rotationId: id });
    expect((await rotation()).parts[1]?.progress).toMatchObject({ state: 'failed', failure: { kind: 'policy' } });
    expect(await end(id)).toEqual({ ok: true, value: false });
    expect(isValid(old)).toBe(true);
    await call('rotations.leave-out', { rotationId: id, hostId: contoso.hostId });
    expect(await end(id)).toEqual({ ok: true, value: true });
    expect(isValid(old)).toBe(false);
  });

  test('is replaced anew with no longer lifetime than was refused there meanwhile', async () => {
    const { contoso } = await replaced();
    const { id } = await rotation();
    Object.assign(at.server.switches, { longestDays: 200, overlong: 'refused' });
    const make = () => call('rotations.make', { ...contoso, rotationId: id });
    expect(await make()).toMatchObject({ failure: { kind: 'policy', policy: 'patLifespanPolicyViolation' } });
    const second = await make();
    const days = second.ok ? ((second.value.token.expiresAt ?? 0) - Date.now()) / DAY : 0;
    expect(Math.round(days)).toBe(180);
  });

  test('is not replaced by one that was made for another account, and it is said whose that is', async () => {
    const { contoso } = await replaced();
    const send = fetch;
    vi.stubGlobal('fetch', (...asked: Parameters<typeof fetch>) => {
      if (asked[1]?.method === 'POST') at.cookie = at.server.signIn(users.raisa.id);
      return send(...asked);
    });
    const { id } = await rotation();
    expect(await call('rotations.make', { ...contoso, rotationId: id })).toMatchObject({ value: { madeFor: {} } });
    const failure = { kind: 'wrong-identity', expected: 'Normal Paulk', found: users.raisa.name };
    expect((await rotation()).parts[1]?.progress).toEqual({ state: 'failed', failure });
  });

  test('is begun to be replaced once, also by way of another organization', async () => {
    const { contoso, old } = await replaced();
    const wanted = { keep: 'until-confirmed' as const, lifetime: { days: 300 }, on: [contoso] };
    const again = await call('rotations.start', { ...contoso, tokenId: old, ...wanted });
    expect(again).toMatchObject({ failure: { field: 'token', reason: 'rotating' } });
    expect(creates()).toHaveLength(1);
  });

  test('is none to rely on where the user has revoked it by way of another organization', async () => {
    const { contoso, old, made } = await replaced();
    await call('tokens.revoke', { ...contoso, tokenId: old });
    expect(await end((await rotation()).id, 'cancelled')).toEqual({ ok: true, value: false });
    expect(isValid(made?.token.id ?? '')).toBe(true);
    expect(deletions()).toEqual([]);
  });

  test('is not replaced under another account than the one that was shown', async () => {
    const { contoso } = await replaced();
    const other = { ...contoso, identityId: users.raisa.id };
    const asked = await call('rotations.make', { ...other, rotationId: (await rotation()).id });
    expect(asked).toMatchObject({ failure: { kind: 'wrong-identity', expected: 'Normal Paulk' } });
    expect(creates()).toHaveLength(1);
  });
});

describe('a token for two organizations', () => {
  async function listedByBoth() {
    const kept = at.server.ledger.ofUser(by.identityId).find(({ token }) => token.displayName === 'ci-build');
    if (!kept) throw new Error('no ci-build');
    kept.token.targetAccounts = [organizations.fabrikam.id, organizations.contoso.id];
    const contoso = await added('contoso');
    for (const { hostId } of [by, contoso]) await call('tokens.refresh', { hostId });
    return contoso;
  }

  test('is known to lose one of them, by way of either', async () => {
    const contoso = await listedByBoth();
    const all = await stored.hosts.get();
    for (const { hostId } of [by, contoso]) {
      const host = all.find(({ id }) => id === hostId);
      const tokens = (await stored.reading(hostId).get()).snapshot?.tokens ?? [];
      const token = tokens.find(({ name }) => name === 'ci-build');
      expect(token && host && losesPlaces(token, host)).toBe(true);
    }
  });

  test('is begun to be replaced once, also by way of the other one', async () => {
    const contoso = await listedByBoth();
    const { old } = await start();
    const wanted = { keep: 'until-confirmed' as const, lifetime: { days: 300 }, on: [contoso] };
    const again = await call('rotations.start', { ...contoso, tokenId: old, ...wanted });
    expect(again).toMatchObject({ failure: { field: 'token', reason: 'rotating' } });
    expect(creates()).toHaveLength(1);
  });
});

test('a host that is removed leaves nothing of a rotation, and its tokens as they are', async () => {
  const { old, made } = await begun('for-a-day');
  await call('hosts.remove', { hostId: by.hostId });
  expect(await stored.rotations.get()).toEqual([]);
  expect(await browser.alarms.get('run-rotations')).toBeUndefined();
  expect([isValid(old), isValid(made.id)]).toEqual([true, true]);
});

test('everything is not erased without a word while a rotation is unfinished', async () => {
  await begun();
  expect(await call('everything.erase', { anyway: false })).toEqual({ ok: true, value: ['rotation'] });
});

test('a damaged rotation does not cost the others', async () => {
  const { id } = await begun();
  await browser.storage.local.set({ rotations: [{ id: 'x' }, null, ...(await stored.rotations.get())] });
  expect((await stored.rotations.get()).map((each) => each.id)).toEqual([id]);
});
