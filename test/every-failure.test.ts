import { describe, expect, test, vi } from 'vitest';
import '../src/background/index';
import { knownHost } from '../src/background/connection/connection';
import { inSomeWay } from '../src/background/connection/ways';
import { type Press, sendOnce } from '../src/background/minting/attempt';
import { HOUR, MINUTE } from '../src/core/duration';
import { isNotHere, isSilent, mayHaveBeenDone } from '../src/core/failure-meaning';
import { HostId, servicesHost } from '../src/core/host';
import { type Failure, fail, ok } from '../src/core/result';
import { answered, plan, sent } from '../src/core/revoke-all/requests';
import { TokenId } from '../src/core/token';
import { stored } from '../src/platform/stored';
import { added, eachOnAServiceOfItsOwn } from './fakes/service';

type Of<K extends Failure['kind']> = Extract<Failure, { kind: K }>;

// Every way to fail, in each form that is met differently. A new kind does not compile without one, and is then led
// through all that could lose or double a token.
const each: { [K in Failure['kind']]: Of<K>[] } = {
  'signed-out': [
    { kind: 'signed-out', signInUrl: '', by: 'refusal' },
    { kind: 'signed-out', signInUrl: '', by: 'page' },
  ],
  'wrong-identity': [{ kind: 'wrong-identity', expected: 'a', found: 'b' }],
  permission: [{ kind: 'permission', address: '' }],
  insecure: [{ kind: 'insecure' }],
  refused: [{ kind: 'refused' }],
  forbidden: [
    { kind: 'forbidden', explained: true },
    { kind: 'forbidden', explained: false },
    { kind: 'forbidden', explained: true, reason: 'TF50309' },
  ],
  between: [{ kind: 'between' }],
  'not-found': [{ kind: 'not-found' }],
  policy: [{ kind: 'policy', policy: 'conditionalAccess' }],
  invalid: [{ kind: 'invalid', field: 'request', reason: '' }],
  unsupported: [{ kind: 'unsupported' }, { kind: 'unsupported', session: 'container' }],
  throttled: [{ kind: 'throttled', until: 1 }],
  offline: [{ kind: 'offline' }],
  timeout: [{ kind: 'timeout' }],
  misfit: [{ kind: 'misfit' }],
  uncertain: [{ kind: 'uncertain', name: '', listed: 'unread', detail: '' }],
  interrupted: [{ kind: 'interrupted' }],
  full: [{ kind: 'full' }],
  unexpected: [{ kind: 'unexpected', detail: '503' }],
};
const failures = Object.values(each)
  .flat()
  .map((failure): [string, Failure] => [JSON.stringify(failure), failure]);
const lost = failures.filter(([, failure]) => mayHaveBeenDone(failure));

const at = eachOnAServiceOfItsOwn();

test('only a plain refusal proves that nothing was done', () => {
  const sure = failures.map(([, failure]) => failure).filter((failure) => !mayHaveBeenDone(failure));
  expect(sure.map((failure) => (failure.kind === 'signed-out' ? `by ${failure.by}` : failure.kind))).toEqual([
    'by refusal',
    'wrong-identity',
    'permission',
    'insecure',
    'refused',
    'forbidden',
    'forbidden',
    'forbidden',
    'between',
    'not-found',
    'policy',
    'invalid',
    'unsupported',
    'unsupported',
    'throttled',
  ]);
});

test('another door is tried only after an answer that proves that nothing was done', () => {
  expect(lost.filter(([, failure]) => isNotHere(failure) || isSilent(failure))).toEqual([]);
});

describe('a create that failed', () => {
  async function attempt(): Promise<Press> {
    const by = await added('https://dev.azure.com/fabrikam');
    const host = await knownHost(by.hostId);
    if (!host.ok) throw new Error(host.failure.kind);
    const draft = { name: 'laptop', scopes: ['vso.code'], lifetime: { days: 30 } };
    return { host: host.value, identityId: by.identityId, draft };
  }
  const lists = () => at.server.requests.filter(({ path }) => path.endsWith('/SessionTokens')).length;

  test.each(failures)('by %s is not taken for "not done" unless that is sure', async (_, failure) => {
    const asked = await attempt();
    const before = lists();
    let sends = 0;
    const made = await sendOnce(asked, async (order) => {
      const ordered = order({ identity: { id: asked.identityId, name: '' }, organizationId: '', servedAt: null });
      if (!ordered.ok) return ordered;
      sends += 1;
      return fail(failure);
    });
    expect(sends).toBe(1);
    const isOpen = mayHaveBeenDone(failure);
    const told = isOpen ? { kind: 'uncertain', name: 'laptop', listed: 'absent' } : failure;
    expect(made).toMatchObject({ ok: false, failure: told });
    expect((await stored.intents.get()).map(({ name }) => name)).toEqual(isOpen ? ['laptop'] : []);
    expect(lists() > before).toBe(isOpen);
    expect((await stored.history.get()).at(-1)).toMatchObject({ outcome: isOpen ? 'unknown' : 'failed' });
  });

  test('after it had waited, and a machine had slept over it, is looked for from when it went out until after that', async () => {
    const asked = await attempt();
    vi.useFakeTimers({ toFake: ['Date'] });
    const pressed = Date.now();
    await sendOnce(asked, async (order) => {
      vi.setSystemTime(pressed + 3 * MINUTE);
      order({ identity: { id: asked.identityId, name: '' }, organizationId: '', servedAt: pressed + HOUR });
      vi.setSystemTime(pressed + 3 * HOUR);
      return fail({ kind: 'timeout' });
    });
    vi.useRealTimers();
    const startedHere = pressed + 3 * MINUTE;
    const times = { startedAt: pressed + HOUR, startedHere, givenUpAt: pressed + 3 * HOUR };
    expect(await stored.intents.get()).toMatchObject([times]);
  });
});

test.each(failures)('a create that failed by %s is sent once more only if nothing was done', async (_, failure) => {
  let sends = 0;
  const host = servicesHost('fabrikam');
  if (!host) throw new Error('no host');
  await inSomeWay({ host, aim: 'change', byPress: true }, async (_asked, saw) => {
    saw();
    sends += 1;
    return sends === 1 ? fail(failure) : ok();
  });
  expect(sends).toBeLessThanOrEqual(2);
  if (mayHaveBeenDone(failure)) expect(sends).toBe(1);
});

test.each(lost)('a revoke of many that failed by %s is told by the list', (_, failure) => {
  const tokens = [{ id: TokenId.parse(crypto.randomUUID()), key: 'one' }];
  const hostId = HostId.parse('services:fabrikam');
  const begun = sent(plan([{ hostId, identity: { id: crypto.randomUUID(), name: 'a' }, tokens }], 0), 0);
  const { entries } = answered(begun, 0, { result: fail(failure), now: 0, pausedUntil: 0 });
  expect(entries.map(({ state }) => state)).toEqual(['unknown']);
});
