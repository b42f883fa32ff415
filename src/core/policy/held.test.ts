import { expect, test } from 'vitest';
import { DAY, MINUTE } from '../duration';
import { limitsAt } from '../minting/expectation';
import { PRESETS } from '../purposes/built-in';
import type { Purposes } from '../purposes/purposes';
import { DEFAULT_SETTINGS, type Settings } from '../settings';
import {
  type Asked,
  decidedBy,
  limitsUnder,
  purposesUnder,
  type Rule,
  ruleAgainst,
  settingsUnder,
  withheldBy,
} from './held';
import type { Policy } from './policy';

const now = Date.UTC(2026, 10, 25, 12);
const until = (milliseconds: number) => ({ lifetime: { until: now + milliseconds } });

test.each<[string, Policy, Asked, Rule | null]>([
  ['anything, where nothing is decided', {}, { scopes: ['app_token'], lifetime: { days: 365 } }, null],
  [
    'full access beside another scope',
    { forbidFullAccess: true },
    { scopes: ['vso.code', 'App_Token'] },
    'full-access',
  ],
  ['other scopes', { forbidFullAccess: true }, { scopes: ['vso.code'] }, null],
  ['no scopes, as in a change of its end', { forbidFullAccess: true }, {}, null],
  ['the longest lifetime', { longestLifetimeDays: 7 }, { lifetime: { days: 7 } }, null],
  ['a minute more', { longestLifetimeDays: 7 }, until(7 * DAY + MINUTE), null],
  ['more than that', { longestLifetimeDays: 7 }, until(7 * DAY + MINUTE + 1), 'lifetime'],
  ['no lifetime, as in a change of its name', { longestLifetimeDays: 7 }, { isRounded: true }, null],
  ['what is rounded, where nothing is decided', {}, { lifetime: { days: 1 }, isRounded: true }, null],
  [
    'what is always rounded to more',
    { longestLifetimeDays: 60 },
    { lifetime: { days: 1 }, isRounded: true },
    'no-lifetime',
  ],
  ['what is rounded to what may be', { longestLifetimeDays: 90 }, { lifetime: { days: 1 }, isRounded: true }, null],
  ['what is rounded to more', { longestLifetimeDays: 100 }, { lifetime: { days: 91 }, isRounded: true }, 'rounding'],
  ['a minute more, rounded', { longestLifetimeDays: 90 }, { ...until(90 * DAY + MINUTE), isRounded: true }, null],
])('an administrator has decided about %s', (_, policy, asked, rule) => {
  expect(ruleAgainst(policy, asked, now)).toBe(rule);
});

test('of the purposes those are withheld that are not offered, or forbidden', () => {
  const [first = '', second = '', ...rest] = PRESETS.map(({ id }) => id);
  expect(withheldBy({})).toEqual([]);
  expect(withheldBy({ purposesForbidden: [second] })).toEqual([second]);
  expect(withheldBy({ purposesOffered: [first, second], purposesForbidden: [second] })).toEqual([second, ...rest]);

  const own = { chosen: 'theirs' } as unknown as Purposes;
  expect(purposesUnder({}, { ...own, withheld: [first] })).toStrictEqual(own);
  expect(purposesUnder({ purposesForbidden: [second] }, own)).toStrictEqual({ ...own, withheld: [second] });
});

test.each<[string, Policy, Partial<Settings>, (keyof Settings)[]]>([
  ['nothing', {}, {}, []],
  [
    'a number',
    { checkEveryHours: 24, clearClipboardSeconds: 30 },
    { checkEveryHours: 24, clearClipboardSeconds: 30 },
    ['checkEveryHours', 'clearClipboardSeconds'],
  ],
  [
    'never',
    { checkEveryHours: null, clearClipboardSeconds: null },
    { checkEveryHours: null, clearClipboardSeconds: null },
    ['checkEveryHours', 'clearClipboardSeconds'],
  ],
  ['no minting by plain http', { forbidPlainHttp: true }, { insecureMinting: [] }, ['insecureMinting']],
  ['more reminders', { remindDays: [3, 7] }, { remindDays: [7, 3, 1] }, ['remindDays']],
  ['no more reminders', { remindDays: [], forbidPlainHttp: false }, {}, []],
])("where %s is decided, it stands in the settings, and is not the user's to change", (_, policy, decided, names) => {
  const own = { ...DEFAULT_SETTINGS, remindDays: [7, 1], insecureMinting: ['server:tfs'] } as unknown as Settings;
  expect(settingsUnder(policy, own)).toEqual({ ...own, ...decided });
  expect(decidedBy(policy)).toEqual(names);
});

test.each<[string, Policy, boolean | null, object]>([
  ['nothing', {}, true, {}],
  [
    'a longest lifetime',
    { longestLifetimeDays: 100, forbidFullAccess: true },
    null,
    { longestDays: 100, noFullAccess: true },
  ],
  ['it, of a host that does not round up', { longestLifetimeDays: 100 }, false, { longestDays: 100 }],
  ['it, of a host that does', { longestLifetimeDays: 100 }, true, { longestDays: 90 }],
  [
    'less than the least, of a host that does',
    { longestLifetimeDays: 7, forbidFullAccess: false },
    true,
    { longestDays: 7 },
  ],
])('what a host allows is known with what is decided: %s', (_, policy, up, decided) => {
  const limits = { ...limitsAt(null, '', now), rounding: up === null ? null : { up, at: now } };
  expect(limitsUnder(policy, limits)).toEqual({ ...limits, decided });
});
