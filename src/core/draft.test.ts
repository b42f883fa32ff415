import { expect, test } from 'vitest';
import { checkDraft, type Draft } from './draft';
import { DAY } from './duration';

const now = Date.UTC(2026, 2, 1, 12);
const draft: Draft = { name: 'laptop', scopes: ['vso.code'], lifetime: { days: 30 } };

test.each([
  ['as it should be', {}, 'fine'],
  ['a name of blanks', { name: '  ' }, 'name empty'],
  ['no scope', { scopes: [] }, 'scopes empty'],
  ['two scopes in one', { scopes: ['vso.code vso.work'] }, 'scopes malformed'],
  ['an end that is over', { lifetime: { until: now } }, 'expiry past'],
  ['no end', { lifetime: { until: Number.NaN } }, 'expiry past'],
  ['a year', { lifetime: { days: 365 } }, 'fine'],
  ['a year with a leap day', { lifetime: { until: now + 366 * DAY } }, 'fine'],
  ['more than a year', { lifetime: { until: now + 367 * DAY } }, 'expiry too-long'],
])('a draft with %s is %s', (_, parts, expected) => {
  const checked = checkDraft({ ...draft, ...parts }, now);
  const { field, reason } = checked.ok ? {} : (checked.failure as { field?: string; reason?: string });
  expect(checked.ok ? 'fine' : `${field} ${reason}`).toBe(expected);
});
