import { expect, test } from 'vitest';
import { HostId } from '../../core/host';
import type { Failure } from '../../core/result';
import type { Journal } from '../../core/revoke-all/journal';
import { stateText, stopText, waitTexts } from './revoke-all';

const identity = { id: 'bb5bb6c8-ef0a-400f-8987-92b3674d2043', name: 'Normal Paulk' };
const hostId = HostId.parse('services:fabrikam');
const known = { id: hostId, kind: 'services' as const, name: 'fabrikam', domain: 'dev.azure.com' as const, identity };
const shown = [{ host: known, snapshot: null, failure: null }];

function journal(trouble: Failure | null, pausedUntil = 0, stoppedBy: Failure | null = null): Journal {
  const host = { hostId, identity, pausedUntil, trouble, tries: 0, misses: 0 };
  return { createdAt: 0, phase: 'running', hosts: [host], parts: 1, stoppedBy, summary: null };
}

test.each<[string, Failure | null, number, RegExp | null]>([
  ['nothing', null, 0, null],
  ['a pause too short to be read', null, 1_000, null],
  ['a pause', null, 120_000, /asks for a pause. It goes on by itself in 2 minutes/],
  ['longer than it was asked for', { kind: 'throttled', until: 60_000 }, 300_000, /goes on by itself in 5 minutes/],
  ['a lost network', { kind: 'offline' }, 9_000, /^fabrikam cannot be reached/],
  [
    'a session that ended',
    { kind: 'signed-out', signInUrl: '', by: 'page' },
    0,
    /signed out of fabrikam.*Normal Paulk/,
  ],
  ['a list of an unknown form', { kind: 'misfit' }, 0, /^fabrikam does not answer at the moment\. .* It goes on/],
])('waiting for %s', (_, trouble, pausedUntil, text) => {
  const texts = waitTexts(journal(trouble, pausedUntil), shown, 0);
  if (text) expect(texts.join()).toMatch(text);
  else expect(texts).toEqual([]);
});

test.each<[string, Failure | null, RegExp]>([
  ['the user', null, /Nothing more is sent/],
  [
    'another account',
    { kind: 'wrong-identity', expected: 'Normal', found: 'Raisa' },
    /Raisa, not Normal.*press Resume/,
  ],
  ['an organization that closed', { kind: 'forbidden', explained: true }, /fabrikam does not let .*press Resume/],
])('stopped by %s', (_, stoppedBy, text) => {
  expect(stopText(journal(null, 0, stoppedBy), shown, 0)).toMatch(text);
});

test('until the list agrees, no token counts as revoked', () => {
  for (const state of ['revoked', 'gone', 'unknown'] as const) expect(stateText(state, false)).toBe('Not confirmed');
  expect(stateText('revoked', true)).toBe('Revoked');
  expect(stateText('gone', true)).toBe('Gone already');
  expect(stateText('planned', true)).toBe('Kept');
});
