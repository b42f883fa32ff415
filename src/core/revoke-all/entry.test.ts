import { expect, test } from 'vitest';
import { HostId } from '../host';
import { TokenId } from '../token';
import { entryKey, stayingIn } from './entry';
import type { Journal } from './journal';

const tokenId = TokenId.parse('8d3f6a52-1c7b-4e0a-9f63-5b2d7c4e8a10');
const [fabrikam, contoso] = ['fabrikam', 'contoso'].map((name) => HostId.parse(name)) as [HostId, HostId];
const journal = { hosts: [{ hostId: fabrikam }, { hostId: contoso }] } as Journal;

test('a token stays on the host that it was named for, or on all', () => {
  const isKept = (hostId: HostId | null) =>
    [0, 1, 2].map((place) => stayingIn(journal, [{ hostId, tokenId }]).has(tokenId, place));
  expect(isKept(contoso)).toEqual([false, true, false]);
  expect(isKept(null)).toEqual([true, true, false]);
});

test('tokens of one id on two hosts are two', () => {
  expect(entryKey({ host: 0, id: tokenId })).not.toBe(entryKey({ host: 1, id: tokenId }));
});
