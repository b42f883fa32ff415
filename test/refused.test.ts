import { beforeEach, expect, test } from 'vitest';
import '../src/background/index';
import { call } from '../src/contract/call';
import type { Refused } from '../src/core/minting/refused-field';
import { stored } from '../src/platform/stored';
import { Dialogs } from '../src/ui/connected/dialogs';
import { edit, extend } from '../src/ui/deeds/changes';
import { create } from '../src/ui/deeds/minting';
import { rotate } from '../src/ui/deeds/rotations';
import type { Row } from '../src/ui/on-screen';
import { type Asked, asked, stopAsking, turnPage } from '../src/ui/stores/asked';
import { hosts } from '../src/ui/stores/hosts';
import { refusedToken } from '../src/ui/stores/new-token';
import { hush, notices } from '../src/ui/stores/notice';
import { go, goHome } from '../src/ui/stores/screen';
import { added, eachOnAServiceOfItsOwn } from './fakes/service';

// What is refused of a field is shown at that field, where its fields can be shown; else it is said.

const at = eachOnAServiceOfItsOwn();
const lifetime = { days: 90 };

let row: Row;
let other: Row;

beforeEach(async () => {
  at.server.switches.patsMode = 'open';
  at.server.faults.set('policyRefused', { error: 'PatLifespanPolicyViolation' });
  const { hostId } = await added('fabrikam');
  await call('tokens.refresh', { hostId });
  hosts.value = await stored.hosts.get();
  const host = hosts.value.find(({ id }) => id === hostId);
  const { snapshot } = await stored.reading(hostId).get();
  const rowOf = (name: string): Row => {
    const token = snapshot?.tokens.find((each) => each.name === name);
    if (!host || !token) throw new Error(`no token ${name}`);
    return { token, host, now: Date.now(), update: 'unknown', role: null };
  };
  [row, other] = [rowOf('ci-build'), rowOf('everything')];
  stopAsking();
  hush();
});

const deeds = {
  extend: () => extend(row, lifetime),
  edit: () => edit(row, { lifetime }),
  rotate: () => rotate({ action: 'rotate', row }, { keep: 'until-confirmed', lifetime }),
} as const;

const actions = ['extend', 'edit', 'rotate'] as const;

test.each(actions)('%s is asked for once more', async (action) => {
  await deeds[action]();
  expect(asked.value).toMatchObject({ action, row, refused: { asked: { lifetime } } });
  expect(notices.value).toEqual([]);
});

test.each(actions)('%s is told where another question is open by then, which stays', async (action) => {
  const refused = deeds[action]();
  const question: Asked = { action: 'edit', row: other };
  asked.value = question;
  await refused;
  expect(asked.value).toBe(question);
  expect(notices.value).toMatchObject([{ role: 'alert' }]);
});

test.each(actions)('%s is told where the tab shows another page by then', async (action) => {
  const refused = deeds[action]();
  turnPage();
  await refused;
  expect(asked.value).toBeNull();
  expect(notices.value).toMatchObject([{ role: 'alert' }]);
});

test('each question has fields of its own', () => {
  const refused: Refused = { failure: { kind: 'invalid', field: 'expiry', reason: '' }, asked: { lifetime } };
  const questions: Asked[] = [
    { action: 'edit', row },
    { action: 'edit', row: other },
    { action: 'extend', row },
    { action: 'extend', row, refused },
  ];
  const keys = questions.map((question) => {
    asked.value = question;
    return Dialogs()?.key;
  });
  expect(new Set(keys).size).toBe(questions.length);
});

test('New token has it at its field', async () => {
  go('create');
  await create({ name: 'laptop', scopes: ['vso.code'], lifetime });
  expect(refusedToken.value).toMatchObject({ asked: { lifetime } });
  expect(notices.value).toEqual([]);
});

test('New token that was left is told of it', async () => {
  go('create');
  const refused = create({ name: 'laptop', scopes: ['vso.code'], lifetime });
  goHome();
  await refused;
  expect(refusedToken.value).toBeNull();
  expect(notices.value).toMatchObject([{ role: 'alert' }]);
});
