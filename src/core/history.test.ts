import { expect, test } from 'vitest';
import { exportedEntry, searchHistory } from './exports/history';
import { Entry, withEntries } from './history';
import { HostId } from './host';

const entry = (parts: object = {}) =>
  Entry.parse({
    at: Date.UTC(2026, 10, 25, 12),
    deed: 'made',
    hostId: 'services:fabrikam',
    host: 'fabrikam',
    by: 'Normal Paulk',
    tokenId: '5a1f0c6e-8f5e-4c59-a7a9-7d3a0f5f9b11',
    name: 'ci-build',
    outcome: 'done',
    ...parts,
  });

test('the newest 2,000 entries are kept', () => {
  const many = Array.from({ length: 2_001 }, (_, at) => entry({ at }));
  const kept = withEntries([], many);
  expect([kept.length, kept[0]?.at, kept.at(-1)?.at]).toEqual([2_000, 1, 2_000]);
});

test('that a token was revoked is told once for each place, and what came before it each time', () => {
  const [told, failed] = [entry({ deed: 'revoked' }), entry({ deed: 'revoked', outcome: 'failed', reason: 'offline' })];
  const elsewhere = { ...told, hostId: HostId.parse('services:contoso') };
  const once = withEntries(withEntries([failed], [failed, told]), [
    told,
    elsewhere,
    entry(),
    entry({ deed: 'rotated' }),
  ]);
  expect(once).toEqual([failed, failed, told, elsewhere, entry(), entry({ deed: 'rotated' })]);
});

test('an entry is exported in words and dates, with the id only where it was asked for', () => {
  expect(exportedEntry(entry({ outcome: 'failed', reason: 'offline' }), false)).toEqual({
    at: '2026-11-25T12:00:00.000Z',
    deed: 'made',
    organization: 'fabrikam',
    by: 'Normal Paulk',
    name: 'ci-build',
    outcome: 'failed',
    reason: 'offline',
  });
  expect(exportedEntry(entry(), true)).toMatchObject({ id: entry().tokenId });
  expect(exportedEntry(entry({ tokenId: null }), true)).toMatchObject({ id: '' });
});

test.each([
  ['', 'third second first'],
  ['PAULK', 'third second first'],
  ['contoso', 'third'],
  ['revoked', 'second'],
  ['fir', 'first'],
  ['none', ''],
])('a search for "%s" finds, newest first: "%s"', (search, expected) => {
  const history = [
    entry({ name: 'first' }),
    entry({ name: 'second', deed: 'revoked' }),
    entry({ name: 'third', host: 'contoso' }),
  ];
  expect(
    searchHistory(history, search, ({ deed }) => `It was ${deed}`)
      .map(({ name }) => name)
      .join(' '),
  ).toBe(expected);
});
