import { afterAll, afterEach, expect, test, vi } from 'vitest';
import '../src/background/index';
import { sqlDateTime } from '../dev-server/dates';
import { seedToken } from '../dev-server/seed';
import { organizations, users } from '../dev-server/tenant';
import { readMessages } from '../scripts/translations';
import { call } from '../src/contract/call';
import type { How } from '../src/core/cleanup/walk';
import { DAY } from '../src/core/duration';
import { type HostId, KnownHost } from '../src/core/host';
import { message, speak } from '../src/platform/message';
import { stored } from '../src/platform/stored';
import { askAgain, decide, follow, leave, undo } from '../src/ui/deeds/clean-up';
import type { Row } from '../src/ui/on-screen';
import { spoken } from '../src/ui/spoken';
import { followEnds } from '../src/ui/stores/clean-up/ends';
import { learnNames } from '../src/ui/stores/clean-up/names';
import { knowSpared, spared } from '../src/ui/stores/clean-up/spared';
import * as walk from '../src/ui/stores/clean-up/walk';
import { hosts } from '../src/ui/stores/hosts';
import { load } from '../src/ui/stores/load';
import { notices } from '../src/ui/stores/notice';
import { revokes } from '../src/ui/stores/noticed';
import { lookAtAll } from '../src/ui/stores/overview';
import { watchJournal } from '../src/ui/stores/revoke-all/journal';
import browser from './fakes/browser';
import { added, eachOnAServiceOfItsOwn } from './fakes/service';

// The queue as its page has it, beside the worker and a service; a call of `decide` is one press.
const at = eachOnAServiceOfItsOwn();
const lasting = { validFrom: sqlDateTime(Date.now() - DAY), validTo: sqlDateTime(Date.now() + 300 * DAY) };
const deletions = () => at.server.requests.filter(({ method }) => method === 'DELETE');
const mine = () => at.server.ledger.ofUser(users.normal.id);
const inView = () => walk.current.value;
const nameInView = () => inView()?.row.token.name;

let opened = 0;
let end = () => {};
afterEach(() => end());
afterAll(
  stored.revokes.watch((all) => {
    revokes.value = all.filter(({ progress: { state } }) => state === 'waiting' || state === 'sent');
  }),
);

const knowHosts = async () => {
  const ids = hosts.value.map(({ id }) => id);
  await Promise.all([lookAtAll(), knowSpared(ids)]);
};

async function readAll(): Promise<void> {
  for (const { id } of await stored.hosts.get()) await call('tokens.refresh', { hostId: id });
}

/** As many tokens in both organizations as are worth ending by their names, and nothing else. */
async function open(count: number): Promise<void> {
  opened += 1; // with names of its own: this page remembers what it was told of others
  for (const { token } of mine()) token.isValid = false;
  for (let index = 0; index < count; index += 1) {
    const { id } = index % 2 === 0 ? organizations.fabrikam : organizations.contoso;
    at.server.ledger.add(
      seedToken(`test ${opened}-${String(index).padStart(3, '0')}`, { ...lasting, targetAccounts: [id] }),
    );
  }
  await added('fabrikam');
  await readAll();
  await load();
  await Promise.all([knowHosts(), watchJournal(), followEnds()]);
  await learnNames();
  while (inView()?.isGone) leave(); // what a test before has left
  end = follow();
  expect(walk.place.value.of - walk.place.value.at + 1).toBe(count);
}

/** The time for an Undo, over. The alarm stands for the worker's own timer. */
async function afterFiveSeconds(): Promise<void> {
  await stored.revokes.update((all) => all.map((each) => ({ ...each, dueAt: Date.now() })));
  browser.alarms.onAlarm.fire({ name: 'run-revokes' });
}

const noted = async (count: number) =>
  await vi.waitFor(async () => expect(await stored.revokes.get()).toHaveLength(count));
const decided = (how: How) => walk.decided.value.filter((each) => each.how === how);

test('250 tokens of two organizations are decided about by one press each, and nothing else happens to any', async () => {
  await open(250);
  const presses = Array.from(
    { length: 250 },
    (_, index): How => (index % 25 === 0 ? 'revoke' : index % 2 === 0 ? 'later' : 'keep'),
  );
  for (const how of presses) decide(how);
  expect(inView()).toBeNull();
  expect([decided('keep'), decided('later'), decided('revoke')].map(({ length }) => length)).toEqual([120, 120, 10]);
  await noted(10);
  await vi.waitFor(() => expect(spared.value).toHaveLength(240));
  await afterFiveSeconds();
  await vi.waitFor(() => expect(decided('revoke').every(({ end: at }) => at === 'revoked')).toBe(true), 50_000);
  const wanted = decided('revoke').map(({ row }) => row.token.id as string);
  const ended = mine().filter(({ token }) => token.displayName?.startsWith('test') && !token.isValid);
  expect(ended.map(({ token }) => token.authorizationId).sort()).toEqual(wanted.sort());
  expect(deletions()).toHaveLength(10);
  await vi.waitFor(async () => {
    const deeds = (await stored.history.get()).map(({ deed }) => deed);
    expect(['kept', 'postponed', 'revoked'].map((deed) => deeds.filter((each) => each === deed).length)).toEqual([
      120, 120, 10,
    ]);
  });
  // Whoever comes back is asked about nothing; whoever wants to be asked again, about all of it.
  await askAgain(spared.value);
  await vi.waitFor(() => expect(walk.place.value.of - walk.place.value.at + 1).toBe(240));
});

test('one for all organizations is answered about in each that lists it', async () => {
  await open(1);
  at.server.ledger.add(seedToken(`test ${opened} of all`, { ...lasting, targetAccounts: null }));
  await added('contoso');
  await readAll();
  await vi.waitFor(() => expect(hosts.value).toHaveLength(2));
  await knowHosts();
  const names = new Set([nameInView(), ...walk.coming(5).map(({ row }) => row.token.name)]);
  expect(names).toContain(`test ${opened} of all`);
  while (inView()) decide('keep');
  const counts = async () =>
    (await Promise.all(hosts.value.map(({ id }) => stored.spared(id).get()))).map((all) => all.length);
  await vi.waitFor(async () => expect(await counts()).toEqual([2, 1]));
});

test('an Undo that is pressed at once is not overtaken by what it takes back', async () => {
  await open(3);
  const [first] = [nameInView()];
  decide('revoke');
  const [revoked] = walk.decided.value;
  expect(nameInView()).not.toBe(first);
  if (revoked) await undo(revoked);
  await vi.waitFor(() => expect(nameInView()).toBe(first));
  decide('keep');
  const [kept] = walk.decided.value;
  if (kept) await undo(kept);
  await vi.waitFor(() => expect(nameInView()).toBe(first));
  await afterFiveSeconds();
  expect(await stored.revokes.get()).toEqual([]);
  expect(deletions()).toEqual([]);
  expect((await Promise.all(hosts.value.map(({ id }) => stored.spared(id).get()))).flat()).toEqual([]);
});

test('an Undo that comes too late says so, and brings nothing back', async () => {
  await open(2);
  decide('revoke');
  const [revoked = expect.fail('it is decided')] = walk.decided.value;
  await noted(1);
  await stored.revokes.update((all) => all.map((each) => ({ ...each, progress: { state: 'sent' } })));
  await undo(revoked);
  expect(notices.value).toEqual([{ role: 'alert', text: message('undo_too_late', revoked.row.token.name) }]);
  expect(walk.decided.value.map(({ key }) => key)).toContain(revoked.key);
});

test('a revoke that fails brings its token back, after all others and with the reason', async () => {
  await open(3);
  const name = nameInView() ?? '';
  at.server.faults.set('forbidden403', { method: 'DELETE' });
  decide('revoke');
  await noted(1);
  await afterFiveSeconds();
  await vi.waitFor(() => expect(walk.reasonsBack.value.size).toBeGreaterThan(0));
  expect([...walk.reasonsBack.value.values()].at(-1)).toContain(`${name} was not revoked.`);
  decide('later');
  decide('later');
  expect(nameInView()).toBe(name);
  expect(inView()?.back).toContain('was not revoked');
  speak(readMessages('de'));
  spoken.value = 'de';
  expect(inView()?.back, 'in the language that is chosen meanwhile').toContain('wurde nicht widerrufen');
  speak(null);
  spoken.value = 'en';
});

test('what changes under the queue changes nothing under a key: one that is gone is not decided about', async () => {
  await open(3);
  const before = inView();
  Object.assign(at.server.ledger.find(before?.row.token.id ?? '')?.token ?? {}, { isValid: false });
  at.server.ledger.add(seedToken('test of full access', { ...lasting, scope: 'app_token' }));
  await readAll();
  await vi.waitFor(() => expect(inView()?.isGone).toBe(true));
  expect(inView()?.key).toBe(before?.key);
  const count = walk.decided.value.length;
  for (const how of ['revoke', 'keep', 'later', 'rotate'] as const) decide(how);
  expect([walk.decided.value.length, await stored.revokes.get()]).toEqual([count, []]);
  leave();
  expect(nameInView()).toBe('test of full access');
});

/** A server that says of itself what it likes: that it has a token of that id. */
async function addHostileServer(row: Row): Promise<HostId> {
  const base = 'https://tfs.hostile.example';
  const known = { product: 'TFS', tokensAt: 'collection', version: '5.0', createVersion: '5.0', hasProviders: true };
  const { identity } = row.host;
  const host = KnownHost.parse({
    ...known,
    id: `server:${base}/C`,
    kind: 'server',
    name: 'tfs.hostile.example/C',
    root: `${base}/C`,
    base,
    identity,
  });
  if (!identity) throw new Error('nobody is signed in');
  const tokens = [{ ...row.token, organizationIds: null }];
  const list = { identity, tokens, readAt: Date.now(), clockSkew: 0, complete: true };
  await stored.reading(host.id).set({ snapshot: list, failure: null });
  await stored.hosts.update((all) => [...all, host]);
  await vi.waitFor(() => expect(hosts.value).toContainEqual(host));
  await knowHosts();
  return host.id;
}

test('a token of another account, or of another server with the same id, is another one', async () => {
  await open(2);
  const { row } = inView() ?? {};
  if (!row) throw new Error('nothing in view');
  const hostile = await addHostileServer(row);
  decide('keep');
  await vi.waitFor(() => expect(spared.value.map(({ host }) => host.id)).toContain(row.host.id));
  expect([inView(), ...walk.coming(5)].map((each) => each?.row.host.id)).toContain(hostile);

  const key = inView()?.key;
  const identity = { id: '00000000-0000-4000-8000-00000000abcd', name: 'Somebody' };
  await stored.hosts.update((all) => all.map((each) => ({ ...each, identity })));
  await vi.waitFor(() => expect(inView()?.isGone).toBe(true));
  expect(inView()?.key).toBe(key);
  decide('revoke');
  expect(await stored.revokes.get()).toEqual([]);
});
