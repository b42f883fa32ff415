import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SCOPE_ID } from '../scope-id';
import { AREAS, UNLISTED_AREAS } from './catalogue';
import { FULL_ACCESS } from './full-access';
import { PRODUCTS } from './product';
import { foldScopes, includesScope, isHighPrivilege, scopesKnownBy } from './reach';

const levels = [...AREAS, ...UNLISTED_AREAS].flatMap((area) => area.levels);
const ids = levels.map(({ scope }) => scope);
const someScopes = fc.array(fc.constantFrom(...ids, 'vso.tomorrow', 'vso.other'), { maxLength: 12 });

test.each([
  [['vso.code', 'vso.code_write'], ['vso.code_write']],
  [
    ['vso.code_full', 'vso.code_status', 'vso.code'],
    ['vso.code_full', 'vso.code_status'],
  ],
  [
    ['vso.gallery_acquire', 'vso.gallery_publish', 'vso.gallery'],
    ['vso.gallery_acquire', 'vso.gallery_publish'],
  ],
  [
    ['vso.gallery_manage', 'vso.gallery_acquire'],
    ['vso.gallery_manage', 'vso.gallery_acquire'],
  ],
  [
    ['vso.notification_manage', 'vso.notification_diagnostics'],
    ['vso.notification_manage', 'vso.notification_diagnostics'],
  ],
  [['vso.agentpools', 'vso.machinegroup_manage'], ['vso.machinegroup_manage']],
  [['vso.profile', 'vso.packaging'], ['vso.packaging']],
  [
    ['vso.tomorrow', 'vso.code', 'vso.tomorrow'],
    ['vso.tomorrow', 'vso.code'],
  ],
  [['vso.code', 'app_token', 'vso.tomorrow'], ['app_token']],
  [[], []],
])('%j is, in the fewest ids, %j', (scopes, folded) => {
  expect(foldScopes(scopes)).toEqual(folded);
});

test('folding loses no access, keeps what is unknown, and is done after once', () => {
  fc.assert(
    fc.property(someScopes, (scopes) => {
      const folded = foldScopes(scopes);
      expect(scopes.filter((scope) => !includesScope(folded, scope))).toEqual([]);
      expect(ids.filter((scope) => includesScope(folded, scope) !== includesScope(scopes, scope))).toEqual([]);
      expect(folded.includes('vso.tomorrow')).toBe(scopes.includes('vso.tomorrow'));
      expect(foldScopes(folded)).toEqual(folded);
    }),
  );
});

test.each([
  [['vso.code_full'], 'vso.code', true],
  [['vso.code'], 'vso.code_write', false],
  [['vso.code_full'], 'vso.code_status', false],
  [['vso.environment_manage'], 'vso.agentpools', true],
  [['vso.work'], 'vso.profile', true],
  [['app_token'], 'vso.anything', true],
  [['vso.tomorrow'], 'vso.tomorrow', true],
  [[], 'vso.code', false],
])('%j includes %s: %s', (scopes, wanted, included) => {
  expect(includesScope(scopes, wanted)).toBe(included);
});

test.each([
  [['vso.code'], false],
  [['vso.code', 'vso.code_write'], true],
  [['vso.work_full', 'vso.test_write', 'vso.wiki_write'], false],
  [['vso.advsec'], true],
  [['app_token'], true],
  [['vso.tomorrow'], false],
])('%j is high-privilege: %s', (scopes, high) => {
  expect(isHighPrivilege(scopes)).toBe(high);
});

/** What Microsoft marks: the table of services.md section 7, with the ids that it shortens. */
const MARKED = `advsec advsec_write advsec_manage agentpools_manage auditstreams_manage build_execute code_write code_manage
  code_full environment_manage extension_manage gallery_publish gallery_manage githubconnections_manage graph_manage
  identity_manage machinegroup_manage memberentitlementmanagement_write packaging_write packaging_manage
  pipelineresources_use pipelineresources_manage project_manage release_execute release_manage securefiles_read
  securefiles_write securefiles_manage security_manage serviceendpoint_manage taskgroups_manage tokens
  tokenadministration variablegroups_manage`;

test('high-privilege are those that Microsoft marks, whatever is as wide as full access, and no others', () => {
  const marked = MARKED.split(/\s+/).map((id) => `vso.${id}`);
  const all = [...ids, FULL_ACCESS, 'user_impersonation'];
  expect(all.filter((id) => isHighPrivilege([id])).toSorted()).toEqual(
    [...marked, FULL_ACCESS, 'user_impersonation'].toSorted(),
  );
});

test('what a scope includes stands in the catalogue, and is no higher and no younger than the scope', () => {
  for (const { scope, includes, high } of levels) {
    expect(ids, scope).toEqual(expect.arrayContaining([...includes]));
    if (!high) expect(isHighPrivilege(includes), scope).toBe(false);
    for (const product of PRODUCTS) {
      const known = scopesKnownBy(product);
      const offered = includes.filter((each) => scopesKnownBy('services').has(each));
      // "project_write" is in no tier, though the tiers have what stands above it.
      if (known.has(scope) && scope !== 'vso.project_manage')
        expect([...known], scope).toEqual(expect.arrayContaining(offered));
    }
  }
});

test.each([
  ['tfs2017', 'vso.code_write', true],
  ['tfs2017', 'vso.release', false],
  ['tfs2018', 'vso.release_execute', true],
  ['tfs2018', 'vso.wiki', false],
  ['ads2019', 'vso.wiki', true],
  ['ads2019', 'vso.tokens', false],
  ['services', 'vso.tokens', true],
  ['services', 'vso.hooks', false],
  ['tfs2017', FULL_ACCESS, true],
] as const)('%s can be offered %s: %s', (product, scope, offered) => {
  expect(scopesKnownBy(product).has(scope)).toBe(offered);
});

test('every scope id of the catalogue has the form of one', () => {
  expect([...ids, FULL_ACCESS].filter((id) => !SCOPE_ID.test(id))).toEqual([]);
});
