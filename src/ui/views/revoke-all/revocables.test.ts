import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { PERMISSION } from '../../../../gallery/fixtures/failures';
import { CONTOSO, FABRIKAM, shown } from '../../../../gallery/fixtures/hosts';
import { AT_REST } from '../../../../gallery/fixtures/revoke-all';
import { message as m } from '../../../platform/message';
import type { Shown } from '../../on-screen';
import { RevokeAll } from './revoke-all';

const empty = shown(FABRIKAM, []);
const cut: Shown = { ...empty, snapshot: empty.snapshot && { ...empty.snapshot, complete: false } };

test.each<[string, Shown[], boolean, ('list_loading' | 'revoke_all_none')[]]>([
  ['where all lists are empty', [empty, shown(CONTOSO, [])], false, ['revoke_all_none']],
  ['while they are read', [empty], true, ['list_loading']],
  ['where one was never read', [empty, shown(CONTOSO, null, PERMISSION)], false, []],
  ['where a part of one could not be read', [cut, shown(CONTOSO, [])], false, []],
])('that there is nothing to revoke is said of lists that are known: %s', (_, lists, refreshing, said) => {
  const screen = h(RevokeAll, {
    ...{ ...AT_REST, hosts: [FABRIKAM, CONTOSO], chosen: FABRIKAM.id, shown: lists, rows: [], refreshing },
    ...{ word: 'fabrikam', kept: new Set<string>(), isProtected: () => false },
  });
  const seen = renderToString(screen);
  expect((['list_loading', 'revoke_all_none'] as const).filter((key) => seen.includes(m(key)))).toEqual(said);
});
