import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { isRevoke } from '../dev-server/requests';
import { users } from '../dev-server/tenant';
import '../src/background/index';
import { call } from '../src/contract/call';
import { DAY } from '../src/core/duration';
import { Revoke } from '../src/core/revoke';
import { listInWords } from '../src/platform/in-words/sequence';
import { message } from '../src/platform/message';
import { stored } from '../src/platform/stored';
import { edit, extend } from '../src/ui/deeds/changes';
import { refresh } from '../src/ui/deeds/doing';
import { revokeMade } from '../src/ui/deeds/minting';
import { loadRevokes, undo } from '../src/ui/deeds/revokes';
import { testToken } from '../src/ui/deeds/test-token';
import type { Notice, Row } from '../src/ui/on-screen';
import { refreshing } from '../src/ui/stores/lists';
import { load } from '../src/ui/stores/load';
import { hush, notices } from '../src/ui/stores/notice';
import { revokes } from '../src/ui/stores/noticed';
import { failureText } from '../src/ui/words/failures';
import browser from './fakes/browser';
import { rowNamed } from './fakes/row-named';
import { added, eachOnAServiceOfItsOwn } from './fakes/service';

// How the user hears of what has become of a deed: a sentence that says the opposite would be believed.

const at = eachOnAServiceOfItsOwn();

afterEach(hush);

describe('revokes', () => {
  let look = () => {};
  const page = {
    hidden: false,
    addEventListener: (_: string, listener: () => void) => {
      look = listener;
    },
  };

  beforeAll(async () => {
    vi.stubGlobal('document', page);
    await loadRevokes();
  });
  beforeEach(() => {
    vi.stubGlobal('document', page);
    page.hidden = false;
  });

  const now = Date.now();
  const revoke = (name: string, progress: Revoke['progress']): Revoke =>
    Revoke.parse({
      hostId: 'services:fabrikam',
      identityId: randomUUID(),
      tokenId: randomUUID(),
      name,
      dueAt: now,
      progress,
    });
  const offline = { kind: 'offline' } as const;
  const why = failureText(offline, { host: '', now });
  const both = listInWords(['one', 'two']);

  test.each<[string, Revoke['progress'], Notice[]]>([
    [
      'whose tokens are revoked',
      { state: 'ended', at: now, outcome: 'revoked' },
      [{ role: 'status', text: message('revoked', both) }],
    ],
    [
      'whose tokens still work',
      { state: 'ended', at: now, outcome: 'active' },
      [{ role: 'alert', text: message('revoke_still_active', both) }],
    ],
    [
      'of which that is not known',
      { state: 'ended', at: now, outcome: 'unconfirmed' },
      [{ role: 'alert', text: message('revoke_unconfirmed', both) }],
    ],
    [
      'that failed',
      { state: 'failed', at: now, failure: offline },
      ['one', 'two'].map((name) => ({ role: 'alert', text: message('revoke_failed', name, why) })),
    ],
  ])('%s are told as that, and once', async (_, progress, told) => {
    await stored.revokes.set([revoke('one', progress), revoke('two', progress)]);
    await vi.waitFor(() => expect(notices.value).toEqual(told));
    await vi.waitFor(async () => expect(await stored.revokes.get()).toEqual([]));
    expect(notices.value).toEqual(told);
  });

  test('are told where somebody can see it, and not before', async () => {
    page.hidden = true;
    const ended = revoke('one', { state: 'ended', at: now, outcome: 'revoked' });
    revokes.value = [{ ...ended, progress: { state: 'sent' } }];
    await stored.revokes.set([ended]);
    await vi.waitFor(() => expect(revokes.value).toEqual([]));
    expect(notices.value).toEqual([]);
    page.hidden = false;
    look();
    await vi.waitFor(() => expect(notices.value).toEqual([{ role: 'status', text: message('revoked', 'one') }]));
    await vi.waitFor(async () => expect(await stored.revokes.get()).toEqual([]));
  });

  test('that are taken back are told as not done only where nothing was sent', async () => {
    const [waiting, sent] = [revoke('one', { state: 'waiting' }), revoke('two', { state: 'sent' })];
    await stored.revokes.set([waiting, sent]);
    await undo(waiting);
    expect(notices.value).toEqual([{ role: 'status', text: message('revoke_undone', 'one') }]);
    await undo(sent);
    expect(notices.value).toEqual([{ role: 'alert', text: message('undo_too_late', 'two') }]);
  });

  const madeForRaisa = { id: users.raisa.id, name: users.raisa.name, expected: users.normal.name };

  test.each([
    ['it was pressed for, whoever is signed in by now', null, users.normal.id],
    ['has it, where that is another one', madeForRaisa, users.raisa.id],
  ])('of a new token are asked for as the account that %s', async (_, madeFor, identityId) => {
    const by = await added('fabrikam');
    const made = await call('tokens.mint', { ...by, purpose: 'clone' });
    if (!made.ok) throw new Error(made.failure.kind);
    at.cookie = at.server.signIn(madeFor ? users.normal.id : users.raisa.id);
    await call('tokens.refresh', { hostId: by.hostId });
    const place = (await stored.hosts.get()).find(({ id }) => id === by.hostId) ?? null;
    expect(place?.identity?.id).not.toBe(identityId);
    await revokeMade({ ...made.value, madeFor }, place);
    expect(await stored.revokes.get()).toMatchObject([{ identityId, tokenId: made.value.token.id }]);
    await stored.revokes.update((all) => all.map((each) => ({ ...each, dueAt: Date.now() })));
    browser.alarms.onAlarm.fire({ name: 'run-revokes' });
    await vi.waitFor(() => expect(notices.value).toMatchObject([{ role: 'alert' }]));
    expect(at.server.requests.filter(isRevoke)).toEqual([]);
    expect(at.server.ledger.find(made.value.token.id)?.token.isValid).toBe(true);
  });
});

describe('a change', () => {
  beforeEach(async () => {
    Object.assign(at.server.switches, { patsMode: 'open', longestDays: 60, overlong: 'clamped' });
    const { hostId } = await added('fabrikam');
    await call('tokens.refresh', { hostId });
    await load();
  });

  test('that the server made as it was asked for is told as done', async () => {
    const row = await rowNamed('full access');
    await edit(row, { name: 'renamed', lifetime: { days: 20 } });
    expect(notices.value).toEqual([{ role: 'status', text: message('edited', 'renamed') }]);
  });

  test.each([
    ['extended', (row: Row) => extend(row, { days: 90 })],
    ['edited', (row: Row) => edit(row, { lifetime: { days: 90 } })],
  ])('by which a token is %s for less than was asked is told with both ends, as a warning', async (_, change) => {
    const row = await rowNamed('full access');
    await change(row);
    const end = Date.parse(at.server.ledger.find(row.token.id)?.token.validTo ?? '');
    expect(end).toBeLessThan(Date.now() + 60 * DAY);
    const text = expect.stringMatching(/You asked for .+; the server granted .+\.$/);
    expect(notices.value).toEqual([{ role: 'alert', text }]);
  });
});

test('a new token that the cloud takes is told as good, and one that it refuses as not', async () => {
  const by = await added('fabrikam');
  const made = await call('tokens.mint', { ...by, purpose: 'clone' });
  if (!made.ok) throw new Error(made.failure.kind);
  const [host = null] = await stored.hosts.get();
  const accepted = message('test_accepted', 'fabrikam', 'Normal Paulk');
  expect(await testToken(made.value, host, false)).toEqual({ good: true, text: accepted });
  at.server.ledger.revoke(made.value.token.id);
  const refused = message('test_refused', 'fabrikam');
  expect(await testToken(made.value, host, false)).toEqual({ good: false, text: refused });
});

test('that a list was not read is told once where no disk takes that, and is no reason to read it again', async () => {
  await added('fabrikam');
  await load();
  at.cookie = '';
  const { set } = browser.storage.local;
  browser.storage.local.set = () => Promise.reject(new Error('QUOTA_BYTES quota exceeded'));
  try {
    await refresh();
    expect(notices.value).toMatchObject([{ role: 'alert', page: { open: 'open_sign_in' } }]);
    expect(refreshing.value).toBe(false);
  } finally {
    browser.storage.local.set = set;
  }
});
