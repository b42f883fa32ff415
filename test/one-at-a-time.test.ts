import { renderToString } from 'preact-render-to-string';
import { afterEach, expect, test, vi } from 'vitest';
import { isCreate } from '../dev-server/requests';
import '../src/background/index';
import { call } from '../src/contract/call';
import { message as m } from '../src/platform/message';
import { storedRevokeAll } from '../src/platform/stored-revoke-all';
import { edit, extend } from '../src/ui/deeds/changes';
import { create, mint } from '../src/ui/deeds/minting';
import { copyDiagnostics } from '../src/ui/deeds/report';
import * as revokeAll from '../src/ui/deeds/revoke-all';
import { busy } from '../src/ui/stores/busy';
import { rows } from '../src/ui/stores/lists';
import { load } from '../src/ui/stores/load';
import { notices } from '../src/ui/stores/notice';
import { stories } from '../src/ui/views/settings/settings.stories';
import { rowNamed } from './fakes/row-named';
import { added, eachOnAServiceOfItsOwn } from './fakes/service';

// A page does one deed at a time. What is pressed meanwhile waits for none, cannot be pressed, or is at least not said to be done.

const at = eachOnAServiceOfItsOwn();

afterEach(() => {
  busy.value = false;
});

async function listed() {
  const by = await added('fabrikam');
  await call('tokens.refresh', { hostId: by.hostId });
  await load();
  return by;
}

test('of a change that is not sent, since another one is under way, nothing is said', async () => {
  at.server.switches.patsMode = 'open';
  await listed();
  const row = await rowNamed('ci-build');
  at.server.faults.set('slow', { method: 'PUT', seconds: 60 });
  const extending = extend(row, { days: 90 });
  await edit(row, { name: 'another name' });
  expect(notices.value).toMatchObject([{ text: m('extending', 'ci-build') }]);
  at.server.faults.clear();
  await extending;
  expect(at.server.requests.filter(({ method }) => method === 'PUT')).toHaveLength(1);
});

test('no token is made while another one is, or while something else is done', async () => {
  const { hostId } = await listed();
  busy.value = true;
  await mint('clone', hostId);
  await create({ name: 'laptop', scopes: ['vso.code'], lifetime: { days: 7 } });
  busy.value = false;
  expect(at.server.requests.filter(isCreate)).toEqual([]);
  await mint('clone', hostId);
  expect(at.server.requests.filter(isCreate)).toHaveLength(1);
});

test('a revoke-all is stopped, goes on and is closed at once, whatever else the page waits for', async () => {
  const by = await listed();
  const tokens = rows.value
    .filter(({ token, now }) => !token.revoked && (token.expiresAt ?? 0) > now)
    .map(({ token }) => ({ hostId: by.hostId, tokenId: token.id }));
  at.server.faults.set('slow', { method: 'DELETE', seconds: 60 });
  const started = await call('revoke-all.start', { hosts: [by], tokens, kept: [], typed: 'fabrikam' });
  expect(started).toMatchObject({ ok: true });
  const phase = async () => (await storedRevokeAll.journal.get())?.phase;
  busy.value = true;
  await revokeAll.stop();
  expect(await phase()).toBe('stopped');
  at.server.faults.clear();
  await revokeAll.resume();
  await vi.waitFor(async () => expect(await phase()).toBe('done'));
  await revokeAll.close();
  expect(await phase()).toBeUndefined();
});

test('the report is copied while a deed is under way: it may be about that one', async () => {
  const writeText = vi.fn(async () => undefined);
  vi.stubGlobal('navigator', { userAgent: '', clipboard: { writeText } });
  busy.value = true;
  await copyDiagnostics();
  expect(writeText).toHaveBeenCalledWith(expect.stringMatching(/^Patina \d/));
  expect(notices.value).toMatchObject([{ text: m('copied') }]);
});

test('no organization can be removed while a deed is under way', () => {
  const { busy: show = () => expect.fail('it is there') } = stories.shown;
  const buttons = renderToString(show()).match(/<button[^>]*aria-label="Remove [^>]*>/g) ?? [];
  expect(buttons).not.toEqual([]);
  expect(buttons.filter((button) => !/ disabled\b/.test(button))).toEqual([]);
});
