import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { PRESETS } from '../purposes/built-in';
import { Token, TokenId } from '../token';
import { adviceOn, canNarrow, narrowerPurposes } from './advice';
import { namedFor } from './named-for';

const now = Date.UTC(2026, 10, 26);

function listed(name: string, scopes: string[], parts: Partial<Token> = {}) {
  const id = TokenId.parse('00000000-0000-4000-8000-000000000001');
  const dates = { createdAt: now - 1, expiresAt: now + 1e9, organizationIds: [], revoked: false };
  return { token: Token.parse({ id, name, scopes, ...dates, ...parts }), now };
}
const advice = (name: string, scopes: string[], parts?: Partial<Token>) => adviceOn(listed(name, scopes, parts));

test('a token that can do more than its name says is told what that would need', () => {
  expect(advice('npm restore', ['app_token'])).toMatchObject({ isAll: true, needs: 1, purpose: { id: 'packages' } });
  expect(advice('npm-restore_ci', ['vso.packaging_manage', 'vso.code'])).toMatchObject({
    ...{ areas: 2, isAll: false, needs: 1 },
    purpose: { id: 'packages', scopes: ['vso.packaging'] },
  });
  expect(advice('build-agent-win-04', ['vso.agentpools_manage', 'vso.code'])?.purpose?.id).toBe('agent');
});

/** What a token of a purpose that comes with Patina is named, in each language. */
function namesOf(id: string): string[] {
  const read = (language: string): Record<string, { message: string }> =>
    JSON.parse(readFileSync(`public/_locales/${language}/messages.json`, 'utf8'));
  const all = readdirSync('public/_locales').map(read);
  return all.flatMap((messages) => messages[`built_in_name_${id.replaceAll('-', '_')}`]?.message ?? []);
}

test('a token that is as narrow as its purpose, or narrower, is left in peace', () => {
  for (const { id, scopes } of PRESETS) {
    for (const name of namesOf(id)) expect([name, advice(`${name} 2026-11-26 abcde`, scopes)]).toEqual([name, null]);
  }
  expect(advice('npm restore', ['vso.code'])).toBeNull();
  expect(advice('anything', ['vso.code', 'vso.work'])).toBeNull();
  expect(advice('npm restore', [])).toBeNull();
});

test('one that no purpose needs is told so, whatever it is called', () => {
  const wide = ['vso.code', 'vso.work', 'vso.wiki', 'vso.unheard_of'];
  expect(advice('xyz', wide)).toEqual({ areas: 4, isAll: false, needs: 2, purpose: null });
  expect(advice('xyz', ['app_token'])).toMatchObject({ isAll: true, purpose: null });
});

test('nothing is said of one that is over, nor of one that a tool has made', () => {
  expect(advice('npm restore', ['app_token'], { revoked: true })).toBeNull();
  expect(advice('npm restore', ['app_token'], { expiresAt: now })).toBeNull();
  expect(
    advice('Git: https://dev.azure.com/fabrikam on WS-0147', ['vso.code_full', 'vso.build', 'vso.wiki']),
  ).toBeNull();
});

test('none takes the place of one that is being replaced, is for all organizations, or serves one purpose alone', () => {
  const role = null;
  expect(canNarrow({ ...listed('npm restore', ['app_token']), role })).toBe(true);
  expect(canNarrow({ ...listed('npm restore', ['app_token']), role: 'old' })).toBe(false);
  expect(canNarrow({ ...listed('npm restore', ['app_token'], { organizationIds: null }), role })).toBe(false);
  expect(canNarrow({ ...listed('x', ['vso.graph', 'vso.identity', 'vso.analytics']), role })).toBe(false);
});

test('what a narrower one may be for is less than the token can do, and nothing that it cannot', () => {
  const ids = (scopes: string[]) => narrowerPurposes(listed('', scopes).token).map(({ id }) => id);
  expect(ids(['vso.code_write'])).toEqual(['clone']);
  expect(ids(['vso.code'])).toEqual([]);
  expect(ids(['app_token'])).toEqual(PRESETS.map(({ id }) => id));
});

test.each([
  ['publish @fabrikam/ui', 'publish-packages'],
  ['Clone and fetch laptop 2026-10-29', 'clone'],
  ['wiki export', 'wiki'],
  ['test plans sync', 'test-results'],
  ['Release notes bot', undefined],
  ['terraform-prod', undefined],
  ['Power BI', undefined],
])('%s is a name for %s', (name, purpose) => {
  expect(namedFor(name)).toBe(purpose);
});

describe('a purpose of the user’s own', () => {
  const own = [
    { id: 'o1', name: 'Deploy web', scopes: ['vso.release_execute', 'vso.build', 'vso.wiki'], days: 30 },
    { id: 'o2', name: 'Deploy', scopes: ['vso.build'], days: 30 },
  ];
  const said = (name: string, scopes: string[]) => adviceOn(listed(name, scopes), { own });

  test('is what a token is for whose name has its whole name, the longest first', () => {
    expect(said('deploy-web 2026', ['app_token'])).toMatchObject({ needs: 3, purpose: { id: 'o1' } });
    expect(said('nightly deploy', ['app_token'])).toMatchObject({ needs: 1, purpose: { id: 'o2' } });
    expect(said('deployer of npm', ['app_token'])).toMatchObject({ purpose: { id: 'packages' } });
    expect(said('deploy web', own[0]?.scopes ?? [])).toBeNull();
  });

  test('makes no token wide that is no wider than it', () => {
    const scopes = ['vso.code', 'vso.work', 'vso.wiki'];
    expect(adviceOn(listed('xyz', scopes))).toMatchObject({ areas: 3, needs: 2 });
    expect(said('xyz', scopes)).toBeNull();
    expect(said('xyz', [...scopes, 'vso.build'])).toMatchObject({ areas: 4, needs: 3 });
  });

  test('is offered first for the narrower one', () => {
    expect(narrowerPurposes(listed('', ['vso.build_execute']).token, own).map(({ id }) => id)).toEqual([
      'o2',
      'read-builds',
    ]);
    const of = { ...listed('x', ['vso.build', 'vso.graph']), role: null };
    expect([canNarrow(of), canNarrow(of, own)]).toEqual([true, true]);
  });
});
