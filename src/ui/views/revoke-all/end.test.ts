import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { FABRIKAM, shown } from '../../../../gallery/fixtures/hosts';
import { NOW } from '../../../../gallery/fixtures/now';
import { AT_REST, REVOKE_ALLS, TOKENS } from '../../../../gallery/fixtures/revoke-all';
import { FEW, rows } from '../../../../gallery/fixtures/tokens';
import { nothing } from '../../../../gallery/story';
import { type MessageKey, message as m } from '../../../platform/message';
import { RevokeAllEnd } from './end';
import { RevokeAll } from './revoke-all';

const deeds = {
  ...{ onLook: nothing, onAgain: nothing, onStop: nothing, onResume: nothing },
  ...{ onRetry: nothing, onClose: nothing, onOpen: nothing },
};

test.each<[string, boolean, MessageKey[]]>([
  ['done: all revoked', true, []],
  ['done: some failed', false, ['revoke_all_failed', 'retry_failed']],
  ['done: some came meanwhile', false, ['revoke_all_left']],
  ['done: some may not be listed', false, ['list_only_made_here']],
])('%s: its end is shown as good only where no token is left, and says which may be', (name, isGood, said) => {
  const stage = REVOKE_ALLS[name] ?? expect.fail('it is there');
  const end = { ...deeds, ...stage, tokens: TOKENS, shown: [shown(FABRIKAM, FEW)], localNow: NOW };
  const seen = renderToString(h(RevokeAllEnd, end));
  expect(seen.includes('end-line good')).toBe(isGood);
  const all: MessageKey[] = ['revoke_all_failed', 'retry_failed', 'revoke_all_left', 'list_only_made_here'];
  expect(all.filter((key) => seen.includes(m(key)))).toEqual(said);
});

test.each([
  ['all', {}, []],
  ['not all', { complete: false }, ['list_incomplete']],
  ['only what was made there', { onlyMadeHere: true }, ['list_only_made_here']],
] as const)('before a list that has %s is revoked that is said', (_, told, said) => {
  const list = shown(FABRIKAM, FEW);
  const at = { ...list, snapshot: list.snapshot && { ...list.snapshot, ...told } };
  const screen = h(RevokeAll, {
    ...{ ...AT_REST, hosts: [FABRIKAM], chosen: FABRIKAM.id, shown: [at], rows: rows(FEW), word: 'fabrikam' },
    ...{ kept: new Set<string>(), isProtected: () => false },
  });
  const seen = renderToString(screen);
  expect((['list_incomplete', 'list_only_made_here'] as const).filter((key) => seen.includes(m(key)))).toEqual(said);
});
