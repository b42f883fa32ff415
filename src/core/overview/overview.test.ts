import { describe, expect, test } from 'vitest';
import { NOW as now } from '../../../gallery/fixtures/now';
import { token } from '../../../gallery/fixtures/tokens';
import { DAY } from '../duration';
import type { KnownHost } from '../host';
import type { Token } from '../token';
import { mayBeIdle, overviewOf } from './overview';
import { isVague } from './vague-name';

const listed = (parts: Partial<Token>) => ({ now, host: { name: 'fabrikam' }, token: token(parts) });

const over = { expiresAt: now - 1 };

test.each<[string, Partial<Token>, string[]]>([
  ['nothing', {}, []],
  ['a near end', { expiresAt: now + 14 * DAY }, ['expiring']],
  ['an end that is over', over, ['expired']],
  ['an unknown end', { expiresAt: null }, []],
  ['full access among its scopes', { scopes: ['app_token'] }, ['full-access']],
  ['more than its name says', { name: 'npm restore', scopes: ['vso.packaging', 'vso.code'] }, ['wide']],
  ['all organizations', { organizationIds: null }, ['global']],
  ['180 days of age', { createdAt: now - 180 * DAY }, []],
  ['more than 180 days of age', { createdAt: now - 180 * DAY - 1 }, ['old']],
  ['an unknown age', { createdAt: null }, []],
  ['no name', { name: ' ' }, ['unnamed']],
  [
    'all of it',
    { name: 'test', scopes: ['app_token'], createdAt: 0, organizationIds: null },
    ['full-access', 'global', 'old', 'unnamed'],
  ],
  [
    'all of it, but is over',
    { ...over, name: 'test', scopes: ['app_token'], createdAt: 0, organizationIds: null },
    ['expired'],
  ],
  ['all of it, but is revoked', { ...over, name: 'test', scopes: ['app_token'], revoked: true }, []],
])('a token with %s is found', (_, parts, expected) => {
  const { findings } = overviewOf([listed(parts)]);
  expect(findings.filter(({ rows }) => rows.length > 0).map(({ finding }) => finding)).toEqual(expected);
});

test('active is what is neither over nor revoked', () => {
  expect(overviewOf([listed({}), listed({ expiresAt: null }), listed(over), listed({ revoked: true })]).active).toBe(2);
});

test.each(['', ' ', '123', '2026-11-25', 'test', 'Test 2', 'my_token', 'PAT', 'new token (2)', 'a b', 'xxx', '🙂'])(
  '"%s" tells nobody what a token is for',
  (name) => expect(isVague(name)).toBe(true),
);

test.each(['ci-build', 'test results', 'laptop', 'Clone and fetch 2026-11-25 abcde', 'Größe', '日本', 'my npm token'])(
  '"%s" tells something',
  (name) => expect(isVague(name)).toBe(false),
);

describe('what nobody may have used for 90 days', () => {
  const host = { kind: 'services', identity: null } as KnownHost; // no more of it is looked at
  const old = { createdAt: now - 90 * DAY - 1 };

  test.each([
    ['older than that, of a work account', old, { identity: { kind: 'work' } }, true],
    ['older than that, of an account of which the kind is not known', old, {}, true],
    ['of a personal account, which Microsoft Entra does not manage', old, { identity: { kind: 'personal' } }, false],
    ['on a server', old, { kind: 'server' }, false],
    ['younger', { createdAt: now - 90 * DAY }, {}, false],
    ['of an unknown age', { createdAt: null }, {}, false],
    ['over already', { ...old, ...over }, {}, false],
    ['revoked already', { ...old, revoked: true }, {}, false],
  ])('one %s', (_, token, place, expected) => {
    expect(mayBeIdle(listed(token), { ...host, ...place } as KnownHost)).toBe(expected);
  });
});
