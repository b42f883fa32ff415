import { expect, test } from 'vitest';
import { mintSecret } from '../../../dev-server/secret';
import { markedCheckFits, marvin32 } from './mark-check';

const xor = (hash: bigint) => Number((hash >> 32n) ^ (hash & 0xffffffffn));
const halves = (seed: bigint) => [Number(seed & 0xffffffffn), Number(seed >> 32n)] as const;

// From the tests of microsoft/security-utilities, which have them from a second implementation.
test.each([
  [0x004fb61a001bdbccn, [], 0x30ed35c100cd3c7dn],
  [0x004fb61a001bdbccn, [134, 66, 220, 89], 0x7008f2e87e9cf556n],
  [0x804fb61a001bdbccn, [134, 66, 220, 89], 0x36289d9654fb49f6n],
  [0x804fb61a801bdbccn, [0, 255, 0, 255], 0x24eaa279d9a529can],
  [0x804fb61a801bdbccn, [255, 0, 255, 0], 0xd3bec7726b057943n],
])('Marvin32 with %d of %j', (seed, bytes, hash) => {
  expect(marvin32(bytes, halves(seed))).toBe(xor(hash));
});

test('the check of a token fits, and fits no other', () => {
  for (let count = 0; count < 200; count += 1) {
    const token = mintSecret(Date.UTC(2026, 2, 1));
    expect(markedCheckFits(token)).toBe(true);
    for (const at of [0, 30, 51, 65, 83]) {
      const other = token.charAt(at) === 'a' ? 'b' : 'a';
      expect(markedCheckFits(`${token.slice(0, at)}${other}${token.slice(at + 1)}`)).toBe(false);
    }
  }
});
