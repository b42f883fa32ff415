import { expect, test } from 'vitest';
import type { TokenId } from '../core/token';
import { wholeId } from './endpoint';

const ID = '8d3f6a52-1c7b-4e0a-9f63-5b2d7c4e8a10';

test('a whole id goes into the address of a revoke as it is', () => {
  expect(wholeId(ID as TokenId)).toBe(ID);
});

// The same address without an id would revoke every token of the user.
test.each([
  '',
  '00000000-0000-0000-0000-000000000000',
  ID.slice(1),
  ID.slice(0, -1),
  `${ID}/`,
  ` ${ID}`,
  `${ID}?`,
  '..',
])('what is no whole id goes into none: "%s"', (id) => {
  expect(() => wholeId(id as TokenId)).toThrow('whole id');
});
