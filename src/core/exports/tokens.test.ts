import { expect, test } from 'vitest';
import { token } from '../../../gallery/fixtures/tokens';
import { DAY } from '../duration';
import { endsAhead } from '../overview/ends';
import type { Token } from '../token';
import { exportedToken, type TableWords, tokenTable } from './tokens';

const now = Date.UTC(2026, 10, 25, 12);

const usual = { scopes: ['vso.code', 'vso.work_write'], createdAt: now - 30 * DAY, expiresAt: now + 60 * DAY };
const listed = (parts: Partial<Token>) => ({ now, host: { name: 'fabrikam' }, token: token({ ...usual, ...parts }) });

/** Words that only say what was to be said. */
const words: TableWords = {
  column: (id) => `column ${id}`,
  scope: (scope) => `scope ${scope}`,
  state: (state) => `state ${state}`,
  answer: String,
};

test.each([
  [{}, 'active'],
  [{ expiresAt: now + 3 * DAY }, 'expiring'],
  [{ expiresAt: now }, 'expired'],
  [{ expiresAt: now, revoked: true }, 'revoked'],
  [{ expiresAt: null }, 'active'],
])('a token with %j is exported as %s', (parts, state) => {
  expect(exportedToken(listed(parts), false).state).toBe(state);
});

test('dates are ISO, and null where they are unknown or no reader would know them', () => {
  const dates = ({ created, expires }: ReturnType<typeof exportedToken>) => [created, expires];
  expect(dates(exportedToken(listed({}), false))).toEqual(['2026-10-26T12:00:00.000Z', '2027-01-24T12:00:00.000Z']);
  expect(dates(exportedToken(listed({ createdAt: null, expiresAt: 1e300 }), false))).toEqual([null, null]);
});

test('the id is in it only where it was asked for', () => {
  const row = listed({});
  const { id } = row.token;
  const [without, with_] = [false, true].map((withId) => exportedToken(row, withId));
  expect(JSON.stringify([without, tokenTable(without ? [without] : [], words)])).not.toContain(id);
  expect(with_?.id).toBe(id);
  expect(tokenTable(with_ ? [with_] : [], words).map((line) => line.at(-1))).toEqual(['column token-id', id]);
});

test('the table has the scopes by their ids and in words', () => {
  const [heads = [], row = []] = tokenTable([exportedToken(listed({ organizationIds: null }), false)], words);
  const cell = (head: string) => row[heads.indexOf(`column ${head}`)];
  expect(cell('scopes')).toBe('vso.code vso.work_write');
  expect(cell('scopes-in-words')).toBe('scope vso.code; scope vso.work_write');
  expect(cell('all-organizations')).toBe('true');
});

test('an end is ahead where the token is active and its end known, the soonest first', () => {
  const rows = [
    listed({ name: 'later', expiresAt: now + DAY }),
    listed({ name: 'soon', expiresAt: now + 1 }),
    listed({ name: 'over', expiresAt: now }),
    listed({ name: 'revoked', revoked: true }),
    listed({ name: 'unknown', expiresAt: null }),
    listed({ name: 'beyond', expiresAt: 1e16 }),
  ];
  expect(endsAhead(rows).map(({ row }) => row.token.name)).toEqual(['soon', 'later']);
});
