import { expect, test } from 'vitest';
import { withPlainStrings } from '../scripts/plain-strings';

/** What a script of one expression is. */
const evaluated = (code: string): unknown => new Function(`return ${code}`)();

test.each([
  ['`plain`', '"plain"'],
  ['`it’s "so"`', `'it’s "so"'`],
  ['`\'"`', '`\'"`'],
  ['`\\``', '"\\`"'],
  ['`\\§{x}`', '"\\§{x}"'],
  ['`\\u2028\\0\\\\`', '"\\u2028\\0\\\\"'],
  ['`one\ntwo`', '`one\ntwo`'],
  ['`§{1}`', '`§{1}`'],
  ['String.raw`\\n`', 'String.raw`\\n`'],
  ['[`a`,`b`,"c"]', '["a","b","c"]'],
])('%s is the same as a string, or stays as it is', (...pair) => {
  const [code = '', plain] = pair.map((each) => `(${each.replace('§', '$')})`);
  expect(withPlainStrings(code)).toBe(plain);
  expect(evaluated(withPlainStrings(code))).toEqual(evaluated(code));
});
