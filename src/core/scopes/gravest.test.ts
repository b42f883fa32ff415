import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AREAS, UNLISTED_AREAS } from './catalogue';
import { FULL_ACCESS } from './full-access';
import { gravestFirst } from './gravest';
import { inMicrosoftsWords } from './in-microsofts-words';
import { foldScopes } from './reach';

const levels = [...AREAS, ...UNLISTED_AREAS].flatMap((area) => area.levels);

/** One of each kind, what a thief wants most first. */
const GRAVE = `user_impersonation vso.tokens vso.security_manage vso.graph_manage vso.code_full vso.release_execute
  vso.pipelineresources_use vso.environment_manage vso.serviceendpoint_manage vso.variablegroups_read vso.packaging_write
  vso.gallery_publish vso.advsec vso.work`.split(/\s+/);

test.each([
  [
    ['vso.profile', 'vso.code', 'vso.code_write', 'vso.tokens'],
    ['vso.tokens', 'vso.code_write'],
  ],
  [
    ['vso.work_write', 'vso.packaging_write', 'vso.build_execute'],
    ['vso.build_execute', 'vso.packaging_write', 'vso.work_write'],
  ],
  [
    ['vso.wiki', 'vso.tomorrow', 'vso.advsec', 'vso.code'],
    ['vso.code', 'vso.advsec', 'vso.wiki', 'vso.tomorrow'],
  ],
  [GRAVE.toReversed(), GRAVE],
  [['vso.code', FULL_ACCESS], [FULL_ACCESS]],
  [[], []],
])('of %j the gravest are %j', (scopes, expected) => {
  expect(gravestFirst(scopes)).toEqual(expected);
});

test('nothing that a token lets do is left out', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...levels.map(({ scope }) => scope), 'vso.tomorrow')), (scopes) => {
      expect(gravestFirst(scopes).toSorted()).toEqual(foldScopes(scopes).toSorted());
    }),
  );
});

// Not in Microsoft's table: retired products, the tools' own, and the permissions of Entra (services.md section 7).
const UNSAID = /^vso\.(governance|drop|buildcache|loadtest|chat|pats)(_|$)/;

test.each(levels.map(({ scope }) => scope))('%s has Microsoft’s words, where its table has it', (scope) => {
  if (UNSAID.test(scope)) expect(inMicrosoftsWords(scope)).toBeUndefined();
  else expect(inMicrosoftsWords(scope)).toMatch(/^(Grants|Provides) .{20,}/);
});
