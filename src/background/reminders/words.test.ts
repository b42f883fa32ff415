import { expect, test } from 'vitest';
import { DAY } from '../../core/duration';
import { HostId } from '../../core/host';
import { nothingTold } from '../../core/reminders/told-of';
import type { RemindDay } from '../../core/settings';
import { TokenId } from '../../core/token';
import { reminderWords, strangerWords } from './words';

const NOW = Date.UTC(2026, 2, 8);
const hostId = HostId.parse('services:fabrikam');
const identityId = '0f0e0d0c-0b0a-4909-8807-060504030201';

/** What is said of tokens with so many days left, each told for a step. */
function words(told: [left: number, step: RemindDay, name?: string][], at: { host?: string; names?: boolean } = {}) {
  const tokens = told.map(([left, , name = 'x'], index) => {
    const id = TokenId.parse(`00000000-0000-4000-8000-${String(index).padStart(12, '0')}`);
    return { id, name, hostId, identityId, expiresAt: NOW + left * DAY, endsAt: NOW + left * DAY, beside: [] };
  });
  const about = tokens.map((token, index) => ({ ...nothingTold(token), steps: [told[index]?.[1] ?? 0] }));
  return reminderWords({ about, tokens, host: at.host ?? 'fabrikam', now: NOW }, at.names ?? false);
}

test.each<[[number, RemindDay][], string]>([
  [[[0.5, 1]], '1 token in fabrikam expires within 1 day'],
  [[[6, 7]], '1 token in fabrikam expires within 7 days'],
  [
    [
      [6, 7],
      [0.5, 1],
    ],
    '2 tokens in fabrikam expire within 7 days',
  ],
  [[[-1, 0]], '1 token in fabrikam has expired'],
  [
    [
      [-1, 0],
      [-2, 1],
    ],
    '2 tokens in fabrikam have expired',
  ],
  [
    [
      [-1, 14],
      [2, 3],
    ],
    '1 token in fabrikam has expired, 1 expires within 3 days',
  ],
  [
    [
      [-1, 0],
      [-1, 0],
      [2, 3],
      [25, 30],
    ],
    '2 tokens in fabrikam have expired, 2 expire within 30 days',
  ],
])('%j: %s', (told, title) => {
  expect(words(told).title).toBe(title);
});

test.each([
  ['without them', false, 'Press to see what to do.'],
  ['the first to end first, and not all of many', true, 'b, a, c and 1 more'],
])('names: %s', (_, names, message) => {
  const told: [number, RemindDay, string][] = [
    [2, 3, 'a'],
    [1, 1, 'b'],
    [3, 3, 'c'],
    [4, 7, 'd'],
  ];
  expect(words(told, { names }).message).toBe(message);
});

test.each([
  ['too long', 'x'.repeat(1_000_000), `${'x'.repeat(29)}…`],
  ['nothing', ' ', '(no name)'],
  ['turned round', 'a\u202Ecod.exe', 'a\\u{202E}cod.exe'],
  ['of several lines', 'a\nb\u0000c', 'a\\u{A}b\\u{0}c'],
  ['markup', '<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
])('a name that is %s is shown as text of one line, with nothing hidden in it', (_, name, message) => {
  expect(words([[1, 1, name]], { names: true }).message).toBe(message);
});

test('whatever the host is called, it is no more than 120 letters', () => {
  const told = Array.from({ length: 999 }, (_, index): [number, RemindDay] => [index % 2 === 0 ? -1 : 20, 30]);
  const { title, message } = words(told, { host: 'tfs.corp.example:8080/tfs/'.repeat(50) });
  expect(`${title}${message}`.length).toBeLessThanOrEqual(120);
});

test('a token that somebody else has made is named only if that is allowed', () => {
  expect(strangerWords('fabrikam', [{ name: 'backdoor' }], false)).toEqual({
    title: '1 new token in fabrikam was not made by Patina',
    message: 'Revoke what you did not make.',
  });
  expect(strangerWords('fabrikam', [{ name: 'a' }, { name: 'b' }], true)).toEqual({
    title: '2 new tokens in fabrikam were not made by Patina',
    message: 'a, b. Revoke what you did not make.',
  });
});

test('a token of another host is none of those that are told, also with the same id', () => {
  const id = TokenId.parse('00000000-0000-4000-8000-000000000000');
  const at = (name: string, hostId: HostId) => ({
    id,
    name,
    hostId,
    identityId,
    expiresAt: NOW + DAY,
    endsAt: NOW + DAY,
    beside: [],
  });
  const tokens = [at('mine', hostId), at('theirs', HostId.parse('services:contoso'))];
  const about = tokens.slice(0, 1).map((token) => ({ ...nothingTold(token), steps: [1 as const] }));
  expect(reminderWords({ about, tokens, host: 'fabrikam', now: NOW }, true)).toEqual({
    title: '1 token in fabrikam expires within 1 day',
    message: 'mine',
  });
});
