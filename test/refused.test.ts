import { h, type VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { beforeEach, expect, test, vi } from 'vitest';
import '../src/background/index';
import { call } from '../src/contract/call';
import type { HostId } from '../src/core/host';
import type { Refused } from '../src/core/minting/refused-field';
import { Dialogs } from '../src/ui/connected/dialogs';
import { CreateScreen } from '../src/ui/connected/screens';
import { edit, extend } from '../src/ui/deeds/changes';
import { choose } from '../src/ui/deeds/hosts';
import { create, duplicate } from '../src/ui/deeds/minting';
import { rotate } from '../src/ui/deeds/rotations';
import type { Row } from '../src/ui/on-screen';
import { type Asked, asked, stopAsking } from '../src/ui/stores/asked';
import { chosenId, hosts } from '../src/ui/stores/hosts';
import { load } from '../src/ui/stores/load';
import { refusedToken, template } from '../src/ui/stores/new-token';
import { notices } from '../src/ui/stores/notice';
import { go, goHome, turnPage } from '../src/ui/stores/screen';
import { Create } from '../src/ui/views/create/create';
import { rowNamed } from './fakes/row-named';
import { added, eachOnAServiceOfItsOwn } from './fakes/service';
import { propsOf } from './home-seen';

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
  await load();
  [row, other] = [await rowNamed('ci-build'), await rowNamed('everything')];
  chosenId.value = hostId;
  stopAsking();
  goHome();
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

const turns = { 'the tab shows another page': turnPage, 'the popup shows another screen': () => go('details') };
const turnedFrom = actions.flatMap((action) =>
  Object.entries(turns).map(([where, turn]) => [action, where, turn] as const),
);

test.each(turnedFrom)('%s is told where %s by then', async (action, _, turn) => {
  const refused = deeds[action]();
  turn();
  await refused;
  expect(asked.value).toBeNull();
  expect(notices.value).toMatchObject([{ role: 'alert' }]);
});

test('what another place refuses of the new token in the place of one for all is told of that one', async () => {
  const { hostId } = await added('contoso');
  await vi.waitFor(() => expect(hosts.value.some(({ id, identity }) => id === hostId && identity)).toBe(true));
  at.server.faults.clear();
  at.server.faults.set('forbidden403', { path: /contoso/i });
  const places = hosts.value.filter(({ id }) => id === hostId);
  await rotate({ action: 'replace', row: other }, { keep: 'until-confirmed', lifetime }, places);
  expect(notices.value).toMatchObject([{ role: 'alert', text: expect.stringContaining('contoso') }]);
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

const draft = { name: 'laptop', scopes: ['vso.code'], lifetime };

const elsewhere = (): HostId => hosts.value.find(({ id }) => id !== row.host.id)?.id ?? row.host.id;

/** New token loads its view when it is first shown; here it is there. */
const drawn = () =>
  renderToString(h(Create, propsOf<Parameters<typeof Create>[0]>(CreateScreen({ inTab: true }) as VNode)));

test('New token has it at its field, for that organization alone', async () => {
  go('create');
  template.value = { key: 'another one', draft };
  await create(draft);
  expect(refusedToken.value).toMatchObject({ asked: { lifetime } });
  expect(notices.value).toEqual([]);
  expect(drawn()).toContain('aria-invalid');
  chosenId.value = elsewhere();
  expect(drawn()).not.toContain('aria-invalid');
});

/** What is pressed while its refusal is on its way. */
const meanwhile = {
  'was left': goHome,
  'is about another organization': () => choose(elsewhere()),
  'begins with another token': () => duplicate(other),
} as const;

test.each(Object.entries(meanwhile))('New token that %s by then is told of it', async (_, press) => {
  go('create');
  const refused = create(draft);
  await Promise.all([press(), refused]);
  expect(refusedToken.value).toBeNull();
  expect(notices.value).toMatchObject([{ role: 'alert' }]);
});
