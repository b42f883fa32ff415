import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { step, troubleOf, unwrap } from '../platform/versions';
import { DEFAULT_SETTINGS, Settings, WithBareIds, withHosts } from './settings';

const id = '5a1f0c6e-8f5e-4c59-a7a9-7d3a0f5f9b11';

test('the defaults', () => {
  expect(DEFAULT_SETTINGS).toEqual({
    remindDays: [14, 7, 1, 0],
    showNamesInNotifications: false,
    clearClipboardSeconds: 60,
    checkEveryHours: 6,
    insecureMinting: [],
    neverRevoke: [],
    remindOfRenewed: false,
    onDemand: [],
    includeTokenIds: false,
    show: 'active',
    singleKeys: true,
    silenced: [],
    language: 'browser',
    roam: false,
    roamNames: false,
    nameNote: '',
  });
});

const chosen = {
  remindDays: [30, 3],
  showNamesInNotifications: true,
  clearClipboardSeconds: null,
  checkEveryHours: null,
  insecureMinting: ['server:http://tfs:8080/tfs/defaultcollection'],
  neverRevoke: [{ hostId: 'services:fabrikam', tokenId: id }],
  remindOfRenewed: true,
  onDemand: ['services:fabrikam'],
  includeTokenIds: true,
  show: 'all',
  singleKeys: false,
  silenced: ['agent-sign-in'],
  language: 'zh_CN',
  roam: true,
  roamNames: true,
  nameNote: 'laptop',
};

test('what fits is kept, and written as it was read', () => {
  const settings = Settings.parse(chosen);
  expect(settings).toEqual(chosen);
  expect(z.encode(Settings, settings)).toEqual(chosen);
});

test.each([
  ['remindDays', [14, 2], [14, 7, 1, 0]],
  ['remindDays', '14', [14, 7, 1, 0]],
  ['showNamesInNotifications', 'yes', false],
  ['clearClipboardSeconds', 45, 60],
  ['clearClipboardSeconds', undefined, 60],
  ['checkEveryHours', 0, 6],
  ['insecureMinting', 'all', []],
  ['neverRevoke', { 0: id }, []],
  ['includeTokenIds', 1, false],
  ['show', 'mine', 'active'],
  ['singleKeys', 'no', true],
  ['language', 'tlh', 'browser'],
  ['remindOfRenewed', 'yes', false],
  ['onDemand', 'all', []],
  ['roam', 1, false],
  ['roamNames', 'yes', false],
  ['nameNote', 7, ''],
  ['nameNote', '  my laptop  ', 'my laptop'],
  ['silenced', ['agent-sign-in', 'no such way'], ['agent-sign-in']],
  ['nameNote', 'x'.repeat(31), 'x'.repeat(30)],
])('%s of %j falls back, and the others stay', (field, value, expected) => {
  expect(Settings.parse({ ...chosen, [field]: value })).toEqual({ ...chosen, [field]: expected });
});

test.each([
  [
    [0, 30, 7, 7],
    [30, 7, 0],
  ],
  [[], []],
])('days of reminder %j are kept as %j', (days, expected) => {
  expect(Settings.parse({ remindDays: days }).remindDays).toEqual(expected);
});

test('what does not fit is left out of the protected tokens, and the others stay', () => {
  const kept = { hostId: null, tokenId: id };
  expect(Settings.parse({ neverRevoke: ['x', { ...kept, tokenId: id.toUpperCase() }, 3] }).neverRevoke).toEqual([kept]);
});

test.each([
  [
    { ...chosen, neverRevoke: [id] },
    { ...chosen, neverRevoke: [{ hostId: null, tokenId: id }] },
  ],
  [{ nameNote: 'laptop' }, { ...DEFAULT_SETTINGS, nameNote: 'laptop' }],
])('an id that was protected before hosts were told protects every token that has it', (older, now) => {
  const kind = { schema: Settings, fallback: DEFAULT_SETTINGS, steps: [step(WithBareIds, withHosts)] };
  const read = unwrap(kind, { version: 1, value: older });
  expect(read.value).toEqual(now);
  expect(troubleOf(kind, read)).toBeNull();
});
