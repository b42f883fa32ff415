import { expect, test } from 'vitest';
import { TokenId } from '../token';
import { type Print, withPrint } from './print';

const print = (index: number, digest = `digest ${index}`): Print => ({
  tokenId: TokenId.parse(`00000000-1111-4222-8333-${String(index).padStart(12, '0')}`),
  digest,
});

test('a new token is known beside the others, and a newer secret of one in the place of its older one', () => {
  const three = [1, 2, 3].reduce((all, index) => withPrint(all, print(index)), [] as Print[]);
  expect(three).toEqual([print(1), print(2), print(3)]);
  expect(withPrint(three, print(2, 'another'))).toEqual([print(1), print(3), print(2, 'another')]);
});

test('of more than 500 the oldest go', () => {
  const many = Array.from({ length: 500 }, (_, index) => print(index));
  const kept = withPrint(many, print(500));
  expect([kept.length, kept[0], kept.at(-1)]).toEqual([500, print(1), print(500)]);
});
