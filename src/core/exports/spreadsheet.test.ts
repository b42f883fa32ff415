import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anySign } from '../../../test/any-text';
import { asCell } from './spreadsheet';

const SEPARATORS = [';', '\t', '|', '\n', '\r'];

/** What a spreadsheet runs of a line, whatever it takes for a separator, and whether or not it takes off blanks and quotes. */
const formulas = (line: string) =>
  line
    .split(/[;\t|\n\r]/)
    .filter((cell, index) => (index === 0 ? /^[=+\-@＝＋－＠]/ : /^[\s"]*[=+\-@＝＋－＠]/).test(cell));

test.each([
  ["x;=cmd|' /C calc'!A0", "x;'=cmd|'' /C calc'!A0"],
  ['x;"=1+1"', `x;'"=1+1"`],
  ['x|@SUM(A1)', "x|'@SUM(A1)"],
  ['x\t -1', "x\t' -1"],
  ['x\n=1', "x\n'=1"],
  ['\t=1', "'\t'=1"],
  ['=1;=2', "'=1;'=2"],
  ['\0=1', "'\0=1"],
  ['\ufeff\u200b=1', "'\ufeff\u200b=1"],
  ['x;\u200b@SUM(A1)', "x;'\u200b@SUM(A1)"],
])('%j is written as %j', (text, cell) => {
  expect(asCell(text)).toBe(cell);
});

test.each([
  'a; b',
  'ci (me@fabrikam.example)',
  'a - b',
  'vso.code vso.work_write',
  'x+y=z',
  'Größe; 100%',
  'a, -b',
  ' =1',
])('%j stays as it is', (text) => {
  expect(asCell(text)).toBe(text);
});

test('no separator makes a formula of any text', () => {
  const unit = fc.oneof(fc.constantFrom(...SEPARATORS, ...'=+-@＝＠ "\'ab'), anySign);
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 20 }), (text) => {
      expect(formulas(asCell(text))).toEqual([]);
      // Nor where the whole line is read by another separator than the one it was written with.
      expect(formulas(`fabrikam,"${asCell(text).replaceAll('"', '""')}",x`)).toEqual([]);
    }),
    { numRuns: 2000 },
  );
});
