import { expect, test } from 'vitest';
import { successorName } from './successor';

const now = Date.UTC(2026, 10, 25, 12);
const random = Uint8Array.of(0, 1, 2, 3, 4);
const ending = ' 2026-11-25 abcde';
const long = 'x'.repeat(80);

test.each([
  ['ci-build', `ci-build${ending}`],
  ['ci-build 2026-01-31 k3x9p', `ci-build${ending}`],
  ['ci-build 2026-01-31', `ci-build${ending}`],
  ['', ending.trim()],
  ['x'.repeat(60), `${'x'.repeat(47)}${ending}`],
  [long, `${'x'.repeat(63)}${ending}`],
  [`${'x'.repeat(46)}\u{1f511}${'x'.repeat(10)}`, `${'x'.repeat(46)}${ending}`],
  [`\u{1f511} ${'x'.repeat(10)}`, `\u{1f511} ${'x'.repeat(10)}${ending}`],
  [`${'x'.repeat(46)} ${'x'.repeat(10)}`, `${'x'.repeat(46)}${ending}`],
])('what takes the place of "%s" is called "%s"', (name, expected) => {
  expect(successorName({ name }, now, random)).toBe(expected);
});
