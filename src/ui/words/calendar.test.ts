import { afterEach, expect, test } from 'vitest';
import { checkDraft, endOf } from '../../core/draft';
import { DAY } from '../../core/duration';
import { lifetimeUntil, possibleDays } from './calendar';

const zone = process.env.TZ;
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

test.each([
  ['UTC', '2026-11-25T10:00:00Z', '2026-11-26', '2027-11-25'],
  ['Pacific/Kiritimati', '2026-11-25T10:00:00Z', '2026-11-27', '2027-11-26'],
  ['America/New_York', '2026-11-26T03:00:00Z', '2026-11-26', '2027-11-25'],
  ['Europe/Berlin', '2026-12-31T22:59:00Z', '2027-01-01', '2027-12-31'],
  ['Europe/Berlin', '2026-12-31T23:00:00Z', '2027-01-02', '2028-01-01'],
  ['UTC', '2027-06-01T10:00:00Z', '2027-06-02', '2028-05-31'],
  ['UTC', '2028-02-28T10:00:00Z', '2028-02-29', '2029-02-27'],
  ['UTC', '2028-02-29T10:00:00Z', '2028-03-01', '2029-02-28'],
])('in %s at %s a token can end from %s to %s', (place, now, first, last) => {
  process.env.TZ = place;
  expect(possibleDays(Date.parse(now))).toEqual({ first, last });
});

test.each([
  ['UTC', '2027-03-14', '2027-03-14T23:59:59Z'],
  ['Europe/Berlin', '2027-03-28', '2027-03-28T21:59:59Z'], // the day that has 23 hours
  ['Europe/Berlin', '2027-10-31', '2027-10-31T22:59:59Z'], // the day that has 25
  ['America/Havana', '2027-03-13', '2027-03-14T04:59:59Z'], // the next day begins at one o'clock
  ['America/Havana', '2027-11-07', '2027-11-08T04:59:59Z'],
  ['Australia/Lord_Howe', '2027-04-04', '2027-04-04T13:29:59Z'],
  ['UTC', '2028-02-29', '2028-02-29T23:59:59Z'],
])('in %s the %s ends at %s', (place, day, end) => {
  process.env.TZ = place;
  expect(lifetimeUntil(day, Date.parse('2026-11-25T10:00:00Z'))).toEqual({ until: Date.parse(end) });
});

test.each(['', 'soon', '2026-13-99x', '26-1-1'])('%j is no day, and ends in the past', (day) => {
  expect(lifetimeUntil(day, Date.parse('2026-11-25T10:00:00Z'))).toEqual({ until: 0 });
});

test.each(['UTC', 'Pacific/Kiritimati', 'America/Havana', 'Europe/Berlin', 'Pacific/Pago_Pago'])(
  'every day that is possible in %s can be sent, at any hour of four years, and none is longer than a year, or than is decided',
  (place) => {
    process.env.TZ = place;
    for (let now = Date.parse('2026-01-01T00:30:00Z'); now < Date.parse('2030-01-01'); now += 7.3 * DAY)
      for (const longest of [365, 30, 2]) {
        const { first, last } = possibleDays(now, longest);
        for (const day of [first, last]) {
          const lifetime = lifetimeUntil(day, now, longest);
          const checked = checkDraft({ name: 'x', scopes: ['vso.code'], lifetime }, now);
          expect(checked).toEqual({ ok: true, value: undefined });
          expect(endOf(lifetime, now)).toBeLessThanOrEqual(now + longest * DAY);
        }
      }
  },
);
