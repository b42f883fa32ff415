import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDate } from './date';

test.each([
  ['2020-12-01T23:46:23Z', Date.UTC(2020, 11, 1, 23, 46, 23)],
  ['2020-12-01T23:46:23.32Z', Date.UTC(2020, 11, 1, 23, 46, 23, 320)],
  ['2020-11-02T22:56:52.1033333Z', Date.UTC(2020, 10, 2, 22, 56, 52, 103)],
  ['2018-07-19T00:00:00', Date.UTC(2018, 6, 19)],
  ['2020-12-01T23:46:23+02:00', Date.UTC(2020, 11, 1, 21, 46, 23)],
  ['9999-12-31T23:59:59.9999999Z', Date.UTC(9999, 11, 31, 23, 59, 59, 999)],
  ['/Date(1606866383320)/', 1606866383320],
  ['/Date(99999999999999999999)/', null],
  ['0001-01-01T00:00:00', null],
  ['/Date(-62135596800000)/', null],
  ['/Date(-62135596800000+0000)/', null],
  ['2020-13-01T00:00:00Z', null],
  ['2020-12-01', null],
  ['soon', null],
  ['', null],
])('%s is %s', (text, instant) => {
  expect(parseDate(text)).toBe(instant);
});

test('every way to write an instant, with and without decimals or a zone, is read as that instant', () => {
  const range = { min: new Date(Date.UTC(2, 0)), max: new Date(Date.UTC(9999, 11, 31)), noInvalidDate: true };
  fc.assert(
    fc.property(fc.date(range), fc.constantFrom('', 'Z', 'z'), fc.stringMatching(/^\d{0,6}$/), (date, zone, rest) => {
      const text = date.toISOString().slice(0, -1);
      expect(parseDate(`${text}${rest}${zone}`)).toBe(date.getTime());
      expect(parseDate(`${text.slice(0, -4)}${zone}`)).toBe(date.getTime() - date.getUTCMilliseconds());
    }),
  );
});
